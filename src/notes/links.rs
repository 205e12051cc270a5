//! Links between two annotations. Each is kept in the annotation that it was made from, and counts both ways.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Annotation, AnnotationId, Edit, EditName, Notes};

/// The most links that are kept in one annotation.
pub const MOST_LINKS: usize = 200;

/// Which annotations are linked with which, whichever of the two keeps the link. A link to an annotation that is not there
/// is left out.
#[derive(Clone, Debug, Default)]
pub struct Links(HashMap<AnnotationId, Vec<AnnotationId>>);

impl Links {
    pub fn of(annotations: &[Annotation]) -> Self {
        let mut links: HashMap<AnnotationId, Vec<AnnotationId>> = HashMap::new();
        if annotations.iter().all(|annotation| annotation.links.is_empty()) {
            return Self(links);
        }
        links.extend(annotations.iter().map(|annotation| (annotation.id.clone(), Vec::new())));
        let mut add = |from: &AnnotationId, to: &AnnotationId| {
            if let Some(known) = links.get_mut(from).filter(|known| !known.contains(to)) {
                known.push(to.clone());
            }
        };
        let kept = || annotations.iter().flat_map(|one| one.links.iter().map(move |to| (&one.id, to)));
        let there: std::collections::HashSet<&AnnotationId> = annotations.iter().map(|one| &one.id).collect();
        // First where it was made, so that a link stands before those that lead here.
        kept().filter(|(_, to)| there.contains(to)).for_each(|(from, to)| add(from, to));
        kept().filter(|(_, to)| there.contains(to)).for_each(|(from, to)| add(to, from));
        Self(links)
    }

    /// The annotations that one is linked with, each once.
    pub fn with(&self, id: &AnnotationId) -> &[AnnotationId] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

/// Edits of links. Each gives `None` when it would change nothing.
impl Notes {
    /// Links two annotations.
    ///
    /// `None` for one with itself, where either is not there, where they are linked already, and beyond [`MOST_LINKS`].
    pub fn link(&self, from: &AnnotationId, to: &AnnotationId, now: Timestamp) -> Option<Edit> {
        let (one, other) = (self.annotation(from)?, self.annotation(to)?);
        if from == to || one.links.contains(to) || other.links.contains(from) || one.links.len() >= MOST_LINKS {
            return None;
        }
        let change = self.change(from, now, |annotation| annotation.links.push(to.clone()))?;
        Some(Edit::new(EditName::Link, vec![change], now))
    }

    /// Takes the link of two annotations off, whichever of the two keeps it.
    pub fn unlink(&self, one: &AnnotationId, other: &AnnotationId, now: Timestamp) -> Option<Edit> {
        let drop = |from, to| self.change(from, now, |annotation| annotation.links.retain(|link| link != to));
        let changes: Vec<_> = drop(one, other).into_iter().chain(drop(other, one)).collect();
        (!changes.is_empty()).then(|| Edit::new(EditName::Unlink, changes, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::tests::{at, id, notes_with};

    /// Notes with these links, and which are linked with the first of them.
    #[track_caller]
    fn check(made: &[(u8, u8)], expected: &[u8]) {
        let mut notes = notes_with(4);
        for (from, to) in made {
            if let Some(edit) = notes.link(&id(*from), &id(*to), at(20)) {
                notes.apply(&edit);
            }
        }
        let expected: Vec<_> = expected.iter().map(|number| id(*number)).collect();
        assert_eq!(Links::of(&notes.annotations).with(&id(0)), expected);
    }

    #[test]
    fn a_link_counts_both_ways_and_once() {
        check(&[], &[]);
        check(&[(0, 1)], &[1]);
        check(&[(1, 0)], &[1]);
        check(&[(2, 0), (0, 1), (0, 2), (0, 1)], &[1, 2]);
        check(&[(0, 0), (0, 9), (9, 0), (1, 2)], &[]);
    }

    #[test]
    fn a_link_to_what_is_not_there_is_kept_and_not_shown() {
        let mut notes = notes_with(2);
        notes.annotations[0].links = vec![id(7), id(1)];
        assert_eq!(Links::of(&notes.annotations).with(&id(0)), [id(1)]);
        assert_eq!(Notes::merged(&notes, &notes, &notes).annotations[0].links, [id(7), id(1)]);
    }

    #[test]
    fn a_link_goes_with_either_end_and_comes_back_with_it() {
        for gone in [0, 1] {
            let mut notes = notes_with(2);
            notes.apply(&notes.link(&id(0), &id(1), at(20)).unwrap());
            let before = notes.clone();
            let edit = notes.delete(&id(gone), at(21)).unwrap();
            notes.apply(&edit);
            assert!(notes.annotations.iter().all(|annotation| annotation.links.is_empty()));
            notes.apply(&edit.inverse());
            assert_eq!(notes, before);
        }
    }

    #[test]
    fn a_link_is_taken_off_from_either_end() {
        for (one, other) in [(0, 1), (1, 0)] {
            let mut notes = notes_with(2);
            notes.apply(&notes.link(&id(0), &id(1), at(20)).unwrap());
            notes.apply(&notes.unlink(&id(one), &id(other), at(21)).unwrap());
            assert!(notes.annotations[0].links.is_empty());
            assert_eq!(notes.unlink(&id(one), &id(other), at(22)), None);
        }
    }

    #[test]
    fn a_link_made_while_another_program_deletes_its_end_is_not_kept() {
        let base = notes_with(2);
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.apply(&mine.link(&id(0), &id(1), at(20)).unwrap());
        theirs.apply(&theirs.delete(&id(1), at(20)).unwrap());
        let merged = Notes::merged(&base, &mine, &theirs);
        assert!(merged.annotations[0].links.is_empty());
        let mut others = base.clone();
        others.apply(&others.recolour(&id(0), super::super::Colour::Pink, at(25)).unwrap());
        assert_eq!(Notes::merged(&base, &mine, &others).annotations[0].links, [id(1)]);
    }

    #[test]
    fn links_are_bounded() {
        let mut notes = notes_with(2);
        notes.annotations[0].links = (2..=201).map(id).collect();
        assert_eq!(notes.link(&id(0), &id(1), at(20)), None);
    }
}
