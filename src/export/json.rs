use jiff::Timestamp;
use serde::Serialize;

use super::{Export, ExportError, Owned, on, state};
use crate::{
    article::{Article, TextRange},
    notes::{Annotation, Place},
};

/// One annotation for a program; the offsets are characters.
#[derive(Serialize)]
pub struct AnnotationEntry<'a> {
    pub id: &'a str,
    pub layer: &'a str,
    pub state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    pub quote: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<&'a str>,
    pub tags: &'a [String],
    pub colour: &'static str,
    pub note: &'a str,
}

impl<'a> AnnotationEntry<'a> {
    /// Whether it is a note on the article as a whole.
    pub fn is_on_article(&self) -> bool {
        self.quote.is_empty() && self.start.is_some()
    }

    pub fn of(article: &'a Article, layer: &'a str, annotation: &'a Annotation) -> Self {
        // A note on the article as a whole stands before its first word.
        let range = match annotation.place {
            Place::Article => Some(TextRange::default()),
            place => place.range(),
        };
        Self {
            id: annotation.id.as_str(),
            layer,
            state: state(annotation.place),
            start: range.map(|range| article.character_at(range.start())),
            end: range.map(|range| article.character_at(range.end())),
            quote: &annotation.selector.quote,
            now: range.map(|range| article.slice(range)),
            tags: &annotation.tags,
            colour: annotation.colour.name(),
            note: &annotation.note,
        }
    }
}

#[derive(Serialize)]
struct Listing<'a> {
    article: String,
    file: &'a str,
    tags: Vec<TagEntry<'a>>,
    annotations: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct TagEntry<'a> {
    name: &'a str,
    colour: &'static str,
    meaning: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    annotation: AnnotationEntry<'a>,
    /// What the annotation is on: words, a paragraph, or the article.
    on: &'static str,
    author: &'a str,
    /// The annotations of the same layer that it is linked with.
    links: Vec<&'a str>,
    speakers: Vec<&'a str>,
    made: Timestamp,
    changed: Timestamp,
}

fn entry<'a>(export: &Export<'a>, one: &Owned<'a>, links: Vec<&'a str>) -> Entry<'a> {
    Entry {
        annotation: AnnotationEntry::of(export.reading.article(), one.layer, one.annotation),
        on: on(one.annotation),
        author: one.owner,
        links,
        speakers: export.speakers_of(one.annotation),
        made: one.annotation.made,
        changed: one.annotation.changed,
    }
}

pub(super) fn write(export: &Export<'_>) -> Result<String, ExportError> {
    let article = export.reading.article();
    let all = export.annotations();
    let ids = |numbers: Vec<usize>| numbers.into_iter().map(|number| all[number].annotation.id.as_str()).collect();
    let linked = export.linked(&all).into_iter().map(ids);
    let books = std::iter::once(export.reading.notes()).chain(export.others.iter().map(|other| other.notes));
    let mut tags: Vec<TagEntry<'_>> = Vec::new();
    for tag in books.flat_map(|notes| &notes.tags) {
        if !tags.iter().any(|known| known.name == tag.name) {
            tags.push(TagEntry { name: &tag.name, colour: tag.colour.name(), meaning: &tag.meaning });
        }
    }
    let listing = Listing {
        article: article.title(),
        file: article.name(),
        tags,
        annotations: all.iter().zip(linked).map(|(one, links)| entry(export, one, links)).collect(),
    };
    let text = serde_json::to_string_pretty(&listing).map_err(|error| ExportError::NoJson(error.to_string()))?;
    Ok(text + "\n")
}
