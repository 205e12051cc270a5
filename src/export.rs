//! Notes and article for other programs.
//!
//! In: a [`Reading`] with other people's notes beside it. Out: one text in a [`Format`], and [`save`] to put it into a
//! file. Never: a change to the reading, or a file of the reader's own work written over.

mod csv;
mod html;
mod json;
mod markdown;
mod saving;

use std::collections::HashMap;

use crate::{
    article::{Block, BlockKind, TextOffset, TextRange},
    excerpt::{one_line, shortened},
    notes::{Annotation, AnnotationId, Extent, Links, Notes, Place},
    reading::{Reading, Spans},
};
pub use json::AnnotationEntry;
pub use saving::{ExportError, WriteProblem, may_be_written, save};

/// The formats that can be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Markdown,
    Html,
    Csv,
    Json,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Html, Self::Csv, Self::Json];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What it holds, in a few words.
    pub fn help(self) -> &'static str {
        match self {
            Self::Markdown => "the notes, to go on writing in",
            Self::Html => "a page with the article, its speakers and notes, for any browser",
            Self::Csv => "the notes, a row each, for a spreadsheet",
            Self::Json => "the notes for a program",
        }
    }

    /// How a file of it ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format of a name or of the end of a file's name, whatever its case.
    pub fn of_name(name: &str) -> Option<Self> {
        let is = |known: &str| known.eq_ignore_ascii_case(name.trim());
        Self::ALL.into_iter().find(|format| is(format.name()) || is(format.extension()))
    }
}

/// Other people's notes on the article, and whose they are.
#[derive(Clone, Copy, Debug)]
pub struct OtherNotes<'a> {
    pub layer: &'a str,
    pub owner: &'a str,
    pub notes: &'a Notes,
}

/// What is exported: a reading, the name of the reader's own layer, and other people's notes on the same article.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    pub reading: &'a Reading,
    pub own_layer: &'a str,
    pub others: &'a [OtherNotes<'a>],
}

/// An annotation and whose it is.
#[derive(Clone, Copy)]
struct Owned<'a> {
    layer: &'a str,
    owner: &'a str,
    annotation: &'a Annotation,
}

impl<'a> Export<'a> {
    /// The whole export as one text.
    pub fn to(&self, format: Format) -> Result<String, ExportError> {
        match format {
            Format::Markdown => Ok(markdown::write(self)),
            Format::Html => Ok(html::write(self)),
            Format::Csv => Ok(csv::write(self)),
            Format::Json => json::write(self),
        }
    }

    /// Every annotation: those on the article as a whole, those with a place in the order of the text, then those
    /// whose passage is gone.
    fn annotations(&self) -> Vec<Owned<'a>> {
        let own_notes = self.reading.notes();
        let own = Layer { layer: self.own_layer, owner: own_notes.author.trim(), notes: own_notes };
        let others =
            self.others.iter().map(|other| Layer { layer: other.layer, owner: other.owner, notes: other.notes });
        let mut all: Vec<Owned<'a>> = std::iter::once(own).chain(others).flat_map(Layer::annotations).collect();
        all.sort_by_key(|one| match one.annotation.place {
            Place::Article => (0, TextOffset::default()),
            Place::Exact(range) | Place::Changed(range) => (1, range.start()),
            Place::Orphan => (2, TextOffset::default()),
        });
        all
    }

    /// For each of all annotations the numbers of those that it is linked with.
    fn linked(&self, all: &[Owned<'a>]) -> Vec<Vec<usize>> {
        let notes = std::iter::once((self.own_layer, self.reading.notes()));
        let notes = notes.chain(self.others.iter().map(|other| (other.layer, other.notes)));
        let links: HashMap<&str, Links> = notes.map(|(layer, notes)| (layer, Links::of(&notes.annotations))).collect();
        let numbers: HashMap<(&str, &AnnotationId), usize> =
            all.iter().zip(0..).map(|(one, number)| ((one.layer, &one.annotation.id), number)).collect();
        let of_one = |one: &Owned<'a>| {
            let ids = links.get(one.layer).map_or(&[][..], |links| links.with(&one.annotation.id));
            ids.iter().filter_map(|id| numbers.get(&(one.layer, id)).copied()).collect()
        };
        all.iter().map(of_one).collect()
    }

    /// The names of those whose words an annotation is on, each once.
    fn speakers_of(&self, annotation: &Annotation) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        if let Some(range) = annotation.place.range() {
            for speaker in self.reading.speakers_on(range) {
                if !names.contains(&speaker.name.as_str()) {
                    names.push(&speaker.name);
                }
            }
        }
        names
    }

    /// The number of the paragraph at a place, counted from 1; none of a title, a heading, or a byline.
    fn paragraph_at(&self, place: TextOffset) -> Option<usize> {
        let blocks = self.reading.article().blocks();
        let up_to = &blocks[..blocks.partition_point(|block| block.range.start() <= place)];
        let is_paragraph = |block: &&Block| block.kind == BlockKind::Paragraph;
        up_to.last().filter(is_paragraph).map(|_| up_to.iter().filter(is_paragraph).count())
    }
}

/// Notes and whose they are.
struct Layer<'a> {
    layer: &'a str,
    owner: &'a str,
    notes: &'a Notes,
}

impl<'a> Layer<'a> {
    fn annotations(self) -> impl Iterator<Item = Owned<'a>> {
        let Self { layer, owner, notes } = self;
        let writer = move |one: &'a Annotation| if one.by.is_empty() { owner } else { one.by.as_str() };
        notes.annotations.iter().map(move |annotation| Owned { layer, owner: writer(annotation), annotation })
    }
}

/// What the window and the command line call the state of an annotation.
fn state(place: Place) -> &'static str {
    match place {
        Place::Exact(_) | Place::Article => "exact",
        Place::Changed(_) => "changed",
        Place::Orphan => "orphan",
    }
}

/// What a table or a program calls that which an annotation is on.
fn on(annotation: &Annotation) -> &'static str {
    match (annotation.place, annotation.extent) {
        (Place::Article, _) => "article",
        (_, Extent::Words) => "words",
        (_, Extent::Paragraph) => "paragraph",
    }
}

/// What stands in place of the words of a note on the article as a whole.
const ON_ARTICLE: &str = "On the article as a whole";

/// The words that an annotation is on, as far as they are needed to know it by.
fn short_words(annotation: &Annotation) -> String {
    if annotation.place == Place::Article {
        return ON_ARTICLE.to_owned();
    }
    shortened(&one_line(&annotation.selector.quote), 60)
}

/// Where the annotations that have a place are, by their numbers.
fn spans(all: &[Owned<'_>]) -> Spans {
    let placed = |(number, one): (usize, &Owned<'_>)| Some((one.annotation.place.range()?, number));
    Spans::new(all.iter().enumerate().filter_map(placed))
}

/// The places at which something begins or ends inside a stretch, and its own ends.
fn cuts(within: TextRange, ranges: impl Iterator<Item = TextRange>) -> Vec<TextOffset> {
    let inner = ranges.filter_map(|range| range.overlap(within)).flat_map(|part| [part.start(), part.end()]);
    let mut cuts: Vec<TextOffset> = inner.chain([within.start(), within.end()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

#[cfg(test)]
mod tests;
