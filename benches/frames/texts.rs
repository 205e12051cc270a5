//! The articles that are opened: all made of the sentences of our own sample.

use std::{ops::Range, path::Path};

use quotemark::{
    article::{Article, Block, TextRange, sentences_in},
    notes::{Annotation, AnnotationId, Colour, Extent, Notes, Place, Selector, Tag},
    open,
    sidecar::{Folders, OWN_LAYER, Sidecar},
};

fn sentences() -> Vec<String> {
    let article = open::from_bytes(open::SAMPLE.0, open::SAMPLE.1).expect("the sample opens").article;
    let ranges = sentences_of(&article).into_iter();
    let lines = ranges.map(|range| article.slice(range).split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| (60..160).contains(&line.len())).collect()
}

fn sentences_of(article: &Article) -> Vec<TextRange> {
    let of_block = |block: &Block| {
        let start = block.range.start().byte();
        let place =
            move |range: Range<usize>| TextRange::of_bytes(article.text(), start + range.start, start + range.end);
        sentences_in(article.slice(block.range)).filter_map(place).collect::<Vec<_>>()
    };
    article.blocks().iter().flat_map(of_block).collect()
}

/// So many paragraphs of one sentence: the same forty-five over and over.
pub fn paragraphs(count: usize) -> String {
    let sentences = sentences();
    let mut text = String::new();
    for sentence in sentences.iter().cycle().take(45).cycle().take(count) {
        text.push_str(sentence);
        text.push_str("\n\n");
    }
    text
}

/// One paragraph of so many bytes.
pub fn one_paragraph(bytes: usize) -> String {
    let mut text = String::new();
    for sentence in sentences().iter().cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(sentence);
        text.push(' ');
    }
    text
}

/// A megabyte or so of ordinary paragraphs, each of four sentences.
pub fn ordinary(bytes: usize) -> String {
    let mut text = String::new();
    for (number, sentence) in sentences().iter().cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(sentence);
        text.push_str(if number % 4 == 3 { "\n\n" } else { " " });
    }
    text
}

const WORDS: [&str; 8] = [
    "the water comes when it comes",
    "nobody has counted the boats this year",
    "a gate is a promise that somebody has to keep",
    "we carried the globe upstairs and left the rest",
    "the wall has stood longer than the council",
    "there is no hour at which everybody is pleased",
    "the ferry sails on Monday or it does not",
    "eleven million is a great deal of rope",
];
const NAMES: [&str; 5] = ["Ada Brandt", "Jon Weir", "Mara Ellison", "Lewis Pender", "Noor Hill"];

/// So many sentences of a hundred bytes, four to a paragraph: in each somebody speaks, or nobody in any.
pub fn sayings(count: usize, is_said: bool) -> String {
    let mut text = String::new();
    for number in 0..count {
        let (words, name) = (WORDS[number % WORDS.len()], NAMES[number / 2 % NAMES.len()]);
        let first = words[..1].to_uppercase();
        let rest = &words[1..];
        text.push_str(&if is_said {
            format!("“{first}{rest}, and that is all there is to it now,” said {name} on quay {}.", number % 97)
        } else {
            format!("{first}{rest}, and that is all there is to it now for boat {name} on quay {}.", number % 97)
        });
        text.push_str(if number % 4 == 3 { "\n\n" } else { " " });
    }
    text
}

/// Puts notes on sentences of an article beside it: so many, one a sentence, every tenth with some words.
pub fn annotate(path: &Path, count: usize) {
    let article = open::open(path).expect("the article opens").article;
    let mut sidecar =
        Sidecar::open(Some(path), std::sync::Arc::new(article.clone()), OWN_LAYER, Folders { notes: None });
    let tags = ["claim", "evidence", "doubt"];
    let tag = |name: &str| Tag { name: name.to_owned(), colour: Colour::Green, meaning: String::new() };
    let annotations = sentences_of(&article).into_iter().take(count).enumerate();
    let annotations = annotations.map(|(number, range)| annotation(&article, number, range, tags[number % tags.len()]));
    let notes = Notes { tags: tags.map(tag).to_vec(), annotations: annotations.collect(), ..Notes::default() };
    assert_eq!(notes.annotations.len(), count);
    sidecar.save(&notes).expect("the notes can be kept");
}

fn annotation(article: &Article, number: usize, range: TextRange, tag: &str) -> Annotation {
    let at = "2026-03-04T11:31:00Z".parse().expect("a time");
    let bits = (number as u64).to_be_bytes();
    Annotation {
        id: AnnotationId::from_random([bits[3], bits[4], bits[5], bits[6], bits[7]]),
        selector: Selector::of(article, range),
        place: Place::Exact(range),
        extent: Extent::Words,
        colour: Colour::ALL[number % 6],
        tags: vec![tag.to_owned()],
        links: Vec::new(),
        note: if number.is_multiple_of(10) { format!("Who counted boat {number}?") } else { String::new() },
        by: String::new(),
        made: at,
        changed: at,
    }
}
