//! What finds the passages of a layer again when the article has changed.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::Sidecar;
use crate::{
    article::Article,
    notes::{Anchoring, Annotation, AnnotationId, Earlier, Notes, Place, Selector, Sketch},
    sidecar::{document::ArticleLine, origin::Origin},
};

/// An article of more bytes takes seconds to describe.
const LONG: usize = 2_000_000;

/// When a long article is described.
#[derive(Clone, Debug)]
pub(super) enum Describing {
    Now,
    Later,
    Done(Description),
}

/// An article that has yet to be described, and passages in it.
#[derive(Clone, Debug)]
pub(in crate::sidecar) struct Undescribed {
    article: Arc<Article>,
    passages: Vec<(AnnotationId, Selector)>,
}

/// What finds passages of an article again: its sketch, and how many twins each has.
#[derive(Clone, Debug)]
pub(in crate::sidecar) struct Description {
    sketch: String,
    twins: Vec<(AnnotationId, Selector, usize)>,
}

impl Undescribed {
    /// Describes it, which takes seconds.
    pub fn describe(self) -> Description {
        let mut anchoring = Anchoring::new(&self.article);
        let sketch = anchoring.sketch().write();
        let twins = self.passages.into_iter().map(|(id, selector)| {
            let twins = anchoring.twins(&selector);
            (id, selector, twins)
        });
        Description { sketch, twins: twins.collect() }
    }
}

impl Sidecar {
    /// What was saved without all that finds its passages again.
    pub(in crate::sidecar) fn undescribed(&self) -> Option<Undescribed> {
        let owed = self.owed.as_ref().filter(|_| !self.is_read_only)?;
        let passages = self.notes.annotations.iter().filter(|annotation| owed.contains(&annotation.id));
        let passages = passages.filter(|annotation| self.is_as_marked((&annotation.selector, annotation.place)));
        let passages = passages.map(|annotation| (annotation.id.clone(), annotation.selector.clone())).collect();
        Some(Undescribed { article: self.article.clone(), passages })
    }

    /// Whether the article reads at a place as it did when that was marked.
    fn is_as_marked(&self, (selector, place): (&Selector, Place)) -> bool {
        place.range().is_some_and(|range| Selector::of(&self.article, range) == *selector)
    }

    /// Owes the description of a long article that was begun here and cut short: what its file says of this very text has
    /// no sketch.
    pub(super) fn owe_what_was_cut_short(&mut self, said: &ArticleLine) {
        let Some(file) = self.file.as_ref().filter(|_| self.article.text().len() > LONG) else { return };
        let is_cut_short = said.digest == self.line.digest && said.sketch.is_empty();
        if is_cut_short
            && self.notes.passages().next().is_some()
            && self.folders.origin(&file.path, &file.hash, &self.notes.author, "") == Origin::Here
        {
            self.owed = Some(self.notes.annotations.iter().map(|annotation| annotation.id.clone()).collect());
        }
    }

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
            strays: self.strays.keys().cloned().collect(),
        }
    }

    /// Keeps what finds the passages of these notes again: the text, its sketch, and the twins of new passages.
    /// A sidecar has no sketch while passages in a long article are still to be described.
    pub(super) fn describe(&mut self, notes: &Notes, known: Option<&Notes>, describing: &Describing) {
        if !self.strays.is_empty() {
            // What was kept here, or is as it was marked, is of this article; what was deleted may yet be brought back.
            let is_of_here = |one: &&Annotation| self.is_as_marked((&one.selector, one.place));
            let here: HashSet<&AnnotationId> = notes.annotations.iter().filter(is_of_here).map(|one| &one.id).collect();
            self.strays.retain(|id, _| !here.contains(id));
        }
        if notes.passages().next().is_none() {
            self.line.sketch.clear();
            self.line.earlier.clear();
            self.twins.clear();
            self.owed = None;
            return;
        }
        let mut done: HashMap<&AnnotationId, &Selector> = HashMap::new();
        if let Describing::Done(description) = describing {
            self.line.sketch.clone_from(&description.sketch);
            for (id, selector, twins) in &description.twins {
                self.twins.insert(id.clone(), *twins);
                done.insert(id, selector);
            }
        }
        let known = known.into_iter().flat_map(|known| &known.annotations);
        let known: HashMap<&AnnotationId, &Selector> = known.map(|old| (&old.id, &old.selector)).collect();
        let is_known = |annotation: &&Annotation| {
            let is_owed = self.owed.as_ref().is_some_and(|owed| owed.contains(&annotation.id));
            let is_as_it_was =
                |old: &HashMap<_, &Selector>| old.get(&annotation.id).is_some_and(|old| **old == annotation.selector);
            is_as_it_was(&done) || !is_owed && is_as_it_was(&known)
        };
        let fresh = notes.annotations.iter().filter(|annotation| !is_known(annotation));
        let fresh = fresh.filter(|annotation| self.is_as_marked((&annotation.selector, annotation.place)));
        let fresh: Vec<&Annotation> = fresh.collect();
        let passages = || fresh.iter().map(|annotation| (annotation.id.clone(), annotation.selector.clone()));
        let is_missing = !fresh.is_empty() || self.line.sketch.is_empty();
        if is_missing && !matches!(describing, Describing::Now) && self.article.text().len() > LONG {
            self.line.sketch.clear();
            self.owed = Some(passages().map(|(id, _)| id).collect());
        } else {
            if is_missing {
                let description =
                    Undescribed { article: self.article.clone(), passages: passages().collect() }.describe();
                self.line.sketch = description.sketch;
                self.twins.extend(description.twins.into_iter().map(|(id, _, twins)| (id, twins)));
            }
            self.owed = None;
        }
        if !self.owes() {
            self.folders.keep_text(&self.line.digest, self.article.text());
        }
        let here: HashSet<&AnnotationId> = notes.annotations.iter().map(|annotation| &annotation.id).collect();
        self.twins.retain(|id, twins| *twins > 0 && here.contains(id));
        if notes.passages().all(|passage| passage.1 == Place::Article || self.is_as_marked(passage)) {
            self.line.earlier.clear();
        }
    }
}
