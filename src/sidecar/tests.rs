//! What a sidecar promises: readable, stable, kept whatever happens.

mod backups;
mod damaged_files;
mod desk;
mod format;
mod keepers;
mod keeping;
mod lines;
mod recovery;

use std::sync::Arc;

use jiff::Timestamp;

use crate::{
    article::{Article, Block, BlockKind, TextRange},
    notes::{AnnotationId, Colour, Draft, Extent, Notes},
};

const TEXT: &str =
    "Harbour talks\n\nNobody spoke against the plan until the mayor rose to answer her critics. 没有人。\n";

fn article() -> Arc<Article> {
    let title = TextRange::of_bytes(TEXT, 0, 13).unwrap();
    Arc::new(Article::new("harbour.txt", TEXT, vec![Block { kind: BlockKind::Title, range: title }]))
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn id(number: u8) -> AnnotationId {
    AnnotationId::from_random([0, 0, 0, 0, number])
}

/// Marks some words of the article.
fn mark(notes: &mut Notes, number: u8, words: &str, tags: &[&str], note: &str) {
    let article = article();
    let start = TEXT.find(words).unwrap();
    let range = TextRange::of_bytes(TEXT, start, start + words.len()).unwrap();
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    let draft = Draft { colour: Colour::Yellow, tags, note: note.to_owned(), ..Draft::default() };
    let edit = notes.annotate(id(number), &article, range, draft, at("2026-11-23T11:29:00Z")).unwrap();
    notes.apply(&edit);
}

fn notes() -> Notes {
    let mut notes = Notes { author: "Anna".to_owned(), ..Notes::default() };
    mark(&mut notes, 0, "spoke against the plan", &["claim"], "who?\n\"Nobody\" — it's a lot");
    mark(&mut notes, 1, "没有人", &[], "");
    notes.apply(&notes.define_tag("claim", "what the writer wants", at("2026-11-23T11:29:00Z")).unwrap());
    notes
}

/// A sidecar as text.
fn written(document: &super::Document) -> String {
    String::from_utf8(document.write()).unwrap()
}
