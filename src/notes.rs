//! What a reader writes about an article: annotations and tags, the edits that change them, and the undo history.
//!
//! In: an article and the reader's edits. Out: [`Notes`], each annotation with its place in the text as it reads now.
//! Never: files, clocks or chance; times and identities come in as values.

mod anchor;
mod annotate;
mod annotation;
mod apply;
mod code_book;
mod correction;
mod edit;
mod edit_name;
mod history;
mod join;
mod links;
mod markdown;
mod merge;
mod register;
mod spelling;
mod tag_tree;
mod taken;
mod together;

use std::collections::BTreeMap;

pub use anchor::{Anchor, Anchoring, CONTEXT, Earlier, Passage, Place, Places, Selector, Sketch, places_of};
pub use annotate::Draft;
pub use annotation::{Annotation, AnnotationId, Colour, Extent, Tag};
pub use apply::{Applied, Left};
pub use code_book::{is_nested, tag_name};
pub use correction::{Correction, Subject};
pub use edit::{Change, Edit};
pub use edit_name::EditName;
pub use history::{History, JOIN_WITHIN};
use jiff::Timestamp;
pub use links::{Links, MOST_LINKS};
pub(crate) use markdown::{DONE, TO_DO, options};
pub use markdown::{marked_up, may_be_opened};
pub use register::Register;
pub use tag_tree::TagRow;
pub use taken::Taken;
pub use together::TagPair;

use crate::article::TextRange;

/// A reader's notes on one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// The reader's own name, empty until it is set.
    pub author: String,
    /// The code book, in the order the tags were made. Every tag that an annotation carries is in it.
    pub tags: Vec<Tag>,
    /// The annotations in the order they were made.
    pub annotations: Vec<Annotation>,
    /// The reader's corrections of who speaks, in the order they were made.
    pub corrections: Vec<Correction>,
    /// Annotations and corrections that were deleted, and when.
    pub removed: BTreeMap<AnnotationId, Timestamp>,
}

impl Notes {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.annotations.is_empty() && self.corrections.is_empty() && self.removed.is_empty()
    }

    pub fn annotation(&self, id: &AnnotationId) -> Option<&Annotation> {
        self.annotations.iter().find(|annotation| annotation.id == *id)
    }

    /// Whether there is an annotation or a correction of that identity.
    pub fn holds(&self, id: &AnnotationId) -> bool {
        self.annotation(id).is_some() || self.corrections.iter().any(|correction| correction.id == *id)
    }

    /// The annotations that share at least one character with a stretch of the text, in the order they were made.
    ///
    /// This looks at every annotation; a window asks [`crate::reading::Reading::annotations_on`] instead.
    pub fn overlapping(&self, range: TextRange) -> impl Iterator<Item = &Annotation> {
        self.annotations
            .iter()
            .filter(move |annotation| annotation.place.range().is_some_and(|place| place.overlap(range).is_some()))
    }

    /// The annotations whose passage is gone from the article, in the order they were made.
    pub fn orphans(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.iter().filter(|annotation| annotation.place == Place::Orphan)
    }

    /// The notes on the article as a whole, in the order they were made.
    pub fn on_article(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.iter().filter(|annotation| annotation.place == Place::Article)
    }

    /// Every passage, of annotations and of corrections, with where it is.
    pub fn passages(&self) -> impl Iterator<Item = (&Selector, Place)> {
        let of_corrections = self.corrections.iter().filter_map(|one| match &one.subject {
            Subject::Passage { selector, place, .. } => Some((selector, *place)),
            Subject::SamePerson { .. } => None,
        });
        self.annotations.iter().map(|one| (&one.selector, one.place)).chain(of_corrections)
    }

    /// Looks for every passage in an article as it reads now, with the help of what is known of its earlier texts.
    pub fn place_in(&mut self, article: &crate::article::Article, earlier: &Earlier) {
        let twins = |id: &AnnotationId| earlier.twins.get(id).copied().unwrap_or_default();
        let of_annotations =
            self.annotations.iter().map(|one| Passage { selector: &one.selector, twins: twins(&one.id) });
        let of_corrections = self.corrections.iter().filter_map(|one| match &one.subject {
            Subject::Passage { selector, .. } => Some(Passage { selector, twins: twins(&one.id) }),
            Subject::SamePerson { .. } => None,
        });
        let passages: Vec<Passage<'_>> = of_annotations.chain(of_corrections).collect();
        let mut anchors = earlier.find(article, &passages).into_iter();
        let stands = |one: &Annotation| one.selector.verbatim_in(article).is_some();
        for (annotation, anchor) in self.annotations.iter_mut().zip(anchors.by_ref()) {
            annotation.place = match anchor.place {
                // That these words stand here too does not make them the passage that was meant.
                Place::Exact(range) if earlier.strays.contains(&annotation.id) && !stands(annotation) => {
                    Place::Changed(range)
                }
                place => place,
            };
        }
        let places = self.corrections.iter_mut().filter_map(|one| match &mut one.subject {
            Subject::Passage { place, .. } => Some(place),
            Subject::SamePerson { .. } => None,
        });
        for (place, anchor) in places.zip(anchors) {
            *place = anchor.place;
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
