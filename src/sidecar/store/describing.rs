//! What finds the passages of a layer again when the article has changed.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::Sidecar;
use crate::{
    notes::{Anchoring, Annotation, AnnotationId, Earlier, Notes, Place, Selector, Sketch},
    sidecar::document::ArticleLine,
};

/// An article of more bytes takes seconds to describe.
const LONG: usize = 2_000_000;

/// When a long article is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Describing {
    Now,
    Later,
}

impl Sidecar {
    /// Looks for the passages again with the help of texts that the article had before, the newest first.
    pub(in crate::sidecar) fn place_with(&mut self, texts: &[Arc<str>]) {
        let mut earlier = self.earlier(&self.line);
        earlier.texts.splice(0..0, texts.iter().cloned());
        self.notes.place_in(&self.article, &earlier);
    }

    /// What helps to find passages that a file describes: the texts that are still here, its sketch and twins.
    pub(super) fn earlier(&self, line: &ArticleLine) -> Earlier {
        let digests = std::iter::once(&line.digest).chain(&line.earlier).filter(|digest| **digest != self.line.digest);
        Earlier {
            texts: digests.filter_map(|digest| self.folders.text(digest)).collect(),
            sketch: Sketch::read(&line.sketch, line.length),
            length: line.length,
            twins: self.twins.clone(),
        }
    }

    /// Keeps what finds the passages of these notes again: the text, its sketch, and the twins of new passages.
    pub(super) fn describe(&mut self, notes: &Notes, known: Option<&Notes>, describing: Describing) {
        if notes.passages().next().is_none() {
            self.line.sketch.clear();
            self.line.earlier.clear();
            self.twins.clear();
            self.owed.clear();
            return;
        }
        let known = known.into_iter().flat_map(|known| &known.annotations);
        let known: HashMap<&AnnotationId, &Selector> = known.map(|old| (&old.id, &old.selector)).collect();
        let is_known = |annotation: &&Annotation| {
            !self.owed.contains(&annotation.id)
                && known.get(&annotation.id).is_some_and(|old| **old == annotation.selector)
        };
        let is_in_place = |(selector, place): (&Selector, Place)| {
            place.range().is_some_and(|range| Selector::of(&self.article, range) == *selector)
        };
        let fresh = notes.annotations.iter().filter(|annotation| !is_known(annotation));
        let fresh = fresh.filter(|annotation| is_in_place((&annotation.selector, annotation.place)));
        let fresh: Vec<&Annotation> = fresh.collect();
        if describing == Describing::Later && self.article.text().len() > LONG && !fresh.is_empty() {
            self.owed = fresh.iter().map(|annotation| annotation.id.clone()).collect();
        } else {
            if !fresh.is_empty() || self.line.sketch.is_empty() {
                let mut anchoring = Anchoring::new(&self.article);
                self.line.sketch = anchoring.sketch().write();
                for annotation in fresh {
                    self.twins.insert(annotation.id.clone(), anchoring.twins(&annotation.selector));
                }
            }
            self.owed.clear();
        }
        if !self.owes() {
            self.folders.keep_text(&self.line.digest, self.article.text());
        }
        let here: HashSet<&AnnotationId> = notes.annotations.iter().map(|annotation| &annotation.id).collect();
        self.twins.retain(|id, twins| *twins > 0 && here.contains(id));
        if notes.passages().all(|passage| passage.1 == Place::Article || is_in_place(passage)) {
            self.line.earlier.clear();
        }
    }
}
