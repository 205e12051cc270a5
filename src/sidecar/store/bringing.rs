//! Bringing other sidecars into the notes on an article.

use std::collections::HashSet;

use super::{Saved, Sidecar};
use crate::{
    notes::{Annotation, AnnotationId, Notes, Taken},
    sidecar::{
        Other, SidecarError,
        copies::first_of,
        document::ArticleLine,
        verbatim::join_each,
        versions::{owner_of, signed_for, together},
    },
};

/// What bringing other sidecars in did.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    pub saved: Saved,
    pub taken: Taken,
    /// What became of each, in their order.
    pub arrivals: Vec<Arrival>,
}

/// Of the notes of one sidecar that are new here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// How many have no place in the article.
    pub lost: usize,
    /// How many were marked in another article, and words like theirs are found in this one.
    pub strays: usize,
}

impl Sidecar {
    /// Brings other sidecars in and keeps the result; the same whatever their order.
    ///
    /// # Errors
    /// See [`SidecarError`]; the file is then as it was.
    pub fn bring_in(&mut self, others: &[Other]) -> Result<Brought, SidecarError> {
        let (mut versions, mut arrivals) = (Vec::new(), Vec::new());
        let before = self.notes.clone();
        let here: HashSet<&AnnotationId> = before.annotations.iter().map(|annotation| &annotation.id).collect();
        let (line, owner) = (self.line.clone(), owner_of(&before, &self.layer).to_owned());
        for other in others {
            let document = &other.document;
            self.verbatim.absorb(&document.verbatim);
            let notes = self.receive(other, &line, signed_for(&document.notes, other.owner(), &before, &owner));
            let is_stranger = line.is_of_another(&document.article);
            let is_new = |one: &&Annotation| !here.contains(&one.id) && !before.removed.contains_key(&one.id);
            let is_found = |one: &&Annotation| one.place.range().is_some();
            arrivals.push(Arrival {
                lost: notes.orphans().filter(is_new).count(),
                strays: if is_stranger { notes.annotations.iter().filter(is_new).filter(is_found).count() } else { 0 },
            });
            versions.push(notes);
        }
        let all: Vec<&Notes> = versions.iter().collect();
        let joined = |notes: &Notes| {
            let versions = versions.iter().chain([notes]).cloned().collect();
            Notes { author: notes.author.clone(), ..together(None, versions) }
        };
        self.replaces |= Taken::between(&before, &all, &joined(&before)).replaces();
        let saved = self.update(&mut |notes| *notes = joined(notes))?;
        Ok(Brought { saved, taken: Taken::between(&before, &all, &self.notes), arrivals })
    }

    /// Takes in what another sidecar knows of its passages and gives its notes, signed already, with their places in the
    /// article; `line` is what the file of the notes says of that.
    pub(super) fn receive(&mut self, other: &Other, line: &ArticleLine, mut notes: Notes) -> Notes {
        join_each(&mut self.strays, &other.strays_from(line), first_of);
        join_each(&mut self.twins, &other.document.twins, |one, other| *one.max(other));
        let its_own = &other.document.article;
        let is_stranger = line.is_of_another(its_own);
        if !is_stranger {
            self.line.go_on_from(its_own);
        }
        // What is known of the text of another article says nothing of places in this one.
        let known = if is_stranger { line } else { its_own };
        notes.place_in(&self.article, &self.earlier(known));
        notes
    }
}
