//! Finding a passage again: a [`Selector`] says how it was marked, a [`Place`] where it is now.

mod align;
mod anchoring;
mod decide;
mod diff;
mod earlier;
mod ends;
mod found;
mod in_place;
mod index;
mod judge;
mod mend;
mod places;
mod plain;
mod search;
mod sketch;
mod slide;
mod surroundings;
mod token;
mod torn;
mod twins;
mod why;

pub use anchoring::{Anchor, Anchoring};
pub use earlier::Earlier;
pub use found::Places;
pub use places::places_of;
pub use sketch::Sketch;

use crate::article::{Article, TextRange};

/// How many characters of context are kept on each side of a passage.
pub const CONTEXT: usize = 32;

/// A passage as it was marked: where, which words, and the words round it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Selector {
    /// Characters (Unicode scalar values) of the text, the end exclusive.
    pub start: usize,
    pub end: usize,
    pub before: String,
    pub quote: String,
    pub after: String,
}

impl Selector {
    /// Describes a stretch of an article so that it can be found again.
    pub fn of(article: &Article, range: TextRange) -> Self {
        let text = article.text();
        let (start, end) = (range.start().byte(), range.end().byte());
        let mut before: Vec<char> = text[..start].chars().rev().take(CONTEXT).collect();
        before.reverse();
        Self {
            start: article.character_at(range.start()),
            end: article.character_at(range.end()),
            before: before.into_iter().collect(),
            quote: article.slice(range).to_owned(),
            after: text[end..].chars().take(CONTEXT).collect(),
        }
    }

    /// The passage of a note on the article as a whole: none.
    pub fn of_article() -> Self {
        let none = String::new;
        Self { start: 0, end: 0, before: none(), quote: none(), after: none() }
    }

    /// Whether this is no passage but the article as a whole.
    pub fn is_of_article(&self) -> bool {
        *self == Self::of_article()
    }

    /// Looks for the passage in an article that may have changed since; see [`Earlier`] for many passages at once.
    pub fn find(&self, article: &Article) -> Place {
        let passage = Passage { selector: self, twins: 0 };
        Earlier::default().find(article, &[passage]).first().map_or(Place::Orphan, |anchor| anchor.place)
    }

    /// The stretch of a text (in bytes) in which the passage and the words round it stand as they were marked.
    pub(super) fn verbatim_in(&self, article: &Article) -> Option<TextRange> {
        let start = article.offset_at_character(self.start)?;
        let end = article.offset_at_character(self.end)?;
        let range = TextRange::between(start, end);
        let text = article.text();
        let is_there = article.slice(range) == self.quote
            && text[..start.byte()].ends_with(&self.before)
            && text[end.byte()..].starts_with(&self.after)
            // Fewer characters than are kept: the text began or ended there.
            && (self.before.chars().count() == CONTEXT.min(self.start))
            && (self.after.chars().count() == CONTEXT || end.byte() + self.after.len() == text.len());
        is_there.then_some(range)
    }
}

/// A passage to find, with what else is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    pub selector: &'a Selector,
    /// How many other places of the article it was marked in read nearly the same.
    pub twins: usize,
}

/// Where an annotation's passage is in the article as it reads now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Found, with the same words.
    Exact(TextRange),
    /// Found, but its words differ or the evidence is weaker: the reader is asked to confirm it.
    Changed(TextRange),
    /// The note is on the article as a whole, which cannot be lost.
    Article,
    /// Gone from the article.
    Orphan,
}

impl Place {
    /// The stretch of the text; `None` where there is none.
    pub fn range(self) -> Option<TextRange> {
        match self {
            Self::Exact(range) | Self::Changed(range) => Some(range),
            Self::Article | Self::Orphan => None,
        }
    }
}

#[cfg(test)]
mod tests;
