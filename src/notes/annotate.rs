use std::collections::HashSet;

use jiff::Timestamp;

use super::{Annotation, AnnotationId, Change, Colour, Edit, EditName, Extent, Notes, Place, Selector};
use crate::article::{Article, TextRange};

/// What a reader gives a passage, or the article, when writing on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub extent: Extent,
    pub colour: Colour,
    /// Names of tags; new ones are put into the code book.
    pub tags: Vec<String>,
    pub note: String,
}

/// Edits of annotations. Each gives `None` when it would change nothing.
impl Notes {
    /// Marks a passage in a colour.
    ///
    /// `None` for an empty range, and for an `id` that is or was another annotation's.
    pub fn highlight(
        &self,
        id: AnnotationId,
        article: &Article,
        range: TextRange,
        colour: Colour,
        now: Timestamp,
    ) -> Option<Edit> {
        self.annotate(id, article, range, Draft { colour, ..Draft::default() }, now)
    }

    /// Marks a passage with a colour, tags and a note in one step.
    ///
    /// `None` for an empty range, and for an `id` that is or was another annotation's.
    pub fn annotate(
        &self,
        id: AnnotationId,
        article: &Article,
        range: TextRange,
        draft: Draft,
        now: Timestamp,
    ) -> Option<Edit> {
        if range.is_empty() {
            return None;
        }
        self.add(id, (Selector::of(article, range), Place::Exact(range)), draft, now)
    }

    /// Marks several passages alike, with a colour and tags, in one step.
    ///
    /// `None` for no passages, an empty one, and for an `id` that is or was another annotation's.
    pub fn annotate_all(
        &self,
        passages: Vec<(AnnotationId, TextRange)>,
        article: &Article,
        draft: &Draft,
        now: Timestamp,
    ) -> Option<Edit> {
        let mut changes = Vec::new();
        for (number, (id, range)) in passages.into_iter().enumerate() {
            let one = self.annotate(id, article, range, draft.clone(), now)?;
            changes.extend(one.changes.into_iter().filter_map(|change| match change {
                Change::Annotation { at, before, after } => Some(Change::Annotation { at: at + number, before, after }),
                // A new tag comes into the code book once.
                other => (number == 0).then_some(other),
            }));
        }
        (!changes.is_empty()).then(|| Edit::new(EditName::MarksEverywhere, changes, now))
    }

    /// Writes a note on the article as a whole.
    ///
    /// `None` for an `id` that is or was another annotation's.
    pub fn annotate_article(&self, id: AnnotationId, draft: Draft, now: Timestamp) -> Option<Edit> {
        self.add(id, (Selector::of_article(), Place::Article), Draft { extent: Extent::Words, ..draft }, now)
    }

    fn add(
        &self,
        id: AnnotationId,
        (selector, place): (Selector, Place),
        draft: Draft,
        now: Timestamp,
    ) -> Option<Edit> {
        if self.annotation(&id).is_some() || self.removed.contains_key(&id) {
            return None;
        }
        let mut changes = Vec::new();
        let mut tags: Vec<String> = Vec::new();
        for name in draft.tags.iter().filter_map(|name| self.spelled(name)) {
            if !tags.contains(&name) {
                changes.extend(self.new_tag(&name, changes.len()));
                tags.push(name);
            }
        }
        let name = match (place, draft.extent, tags.as_slice()) {
            (Place::Article, ..) => EditName::NoteOnArticle,
            (_, Extent::Paragraph, _) => EditName::NoteOnParagraph,
            _ if !draft.note.is_empty() => EditName::Note,
            (.., []) => EditName::Highlight,
            (.., [name, ..]) => EditName::Tag(name.clone()),
        };
        let when = whole_second(now);
        let Draft { extent, colour, note, .. } = draft;
        let annotation = Annotation {
            id,
            selector,
            place,
            extent,
            colour,
            tags,
            links: Vec::new(),
            note,
            by: String::new(),
            made: when,
            changed: when,
        };
        changes.push(Change::Annotation {
            at: self.annotations.len(),
            before: None,
            after: Some(Box::new(annotation)),
        });
        Some(Edit::new(name, changes, now))
    }

    /// Gives an annotation another colour.
    pub fn recolour(&self, id: &AnnotationId, colour: Colour, now: Timestamp) -> Option<Edit> {
        let change = self.change(id, now, |annotation| annotation.colour = colour)?;
        Some(Edit::new(EditName::Colour, vec![change], now))
    }

    /// Replaces what the reader wrote about a passage; typing goes through here, key by key.
    pub fn write_note(&self, id: &AnnotationId, text: &str, now: Timestamp) -> Option<Edit> {
        let change = self.change(id, now, |annotation| text.clone_into(&mut annotation.note))?;
        Some(Edit { joins_in: Some(id.clone()), ..Edit::new(EditName::Note, vec![change], now) })
    }

    /// Puts an annotation on another passage: an orphan placed by hand, a changed passage that the reader confirmed.
    pub fn move_to(&self, id: &AnnotationId, article: &Article, range: TextRange, now: Timestamp) -> Option<Edit> {
        if range.is_empty() {
            return None;
        }
        let change = self.change(id, now, |annotation| {
            annotation.selector = Selector::of(article, range);
            annotation.place = Place::Exact(range);
        })?;
        Some(Edit::new(EditName::Move, vec![change], now))
    }

    /// Puts an annotation's ends where the reader dragged them.
    pub fn move_ends(&self, id: &AnnotationId, article: &Article, range: TextRange, now: Timestamp) -> Option<Edit> {
        let edit = self.move_to(id, article, range, now)?;
        Some(Edit { name: EditName::MoveOfEnds, ..edit })
    }

    /// Puts an annotation's ends a step further; steps go through here, key by key.
    pub fn step_ends(&self, id: &AnnotationId, article: &Article, range: TextRange, now: Timestamp) -> Option<Edit> {
        let edit = self.move_ends(id, article, range, now)?;
        Some(Edit { joins_in: Some(id.clone()), ..edit })
    }

    /// Deletes an annotation, and remembers that it was, so that a merge does not bring it back.
    pub fn delete(&self, id: &AnnotationId, now: Timestamp) -> Option<Edit> {
        self.delete_all(std::slice::from_ref(id), now)
    }

    /// Deletes several annotations in one step.
    pub fn delete_all(&self, ids: &[AnnotationId], now: Timestamp) -> Option<Edit> {
        let ids: HashSet<&AnnotationId> = ids.iter().collect();
        // Links to them go along.
        let keeps = |one: &Annotation| !ids.contains(&one.id) && one.links.iter().any(|link| ids.contains(link));
        let unlinked = (0..self.annotations.len()).filter(|at| keeps(&self.annotations[*at]));
        let unlink = |annotation: &mut Annotation| annotation.links.retain(|link| !ids.contains(link));
        let mut changes: Vec<Change> = unlinked.filter_map(|at| self.change_at(at, now, unlink)).collect();
        // From the end, so that taken back in the opposite order each finds its old place.
        for (at, annotation) in self.annotations.iter().enumerate().rev() {
            if ids.contains(&annotation.id) {
                let id = annotation.id.clone();
                let before = self.removed.get(&id).copied();
                changes.push(Change::Annotation { at, before: Some(Box::new(annotation.clone())), after: None });
                changes.push(Change::Removed { id, before, after: Some(whole_second(now)) });
            }
        }
        let deletes = |change: &Change| matches!(change, Change::Annotation { after: None, .. });
        changes.iter().any(deletes).then(|| Edit::new(EditName::Delete, changes, now))
    }

    /// The change of one annotation, or `None` where it is missing or stays as it is.
    pub(super) fn change(
        &self,
        id: &AnnotationId,
        now: Timestamp,
        alter: impl FnOnce(&mut Annotation),
    ) -> Option<Change> {
        self.change_at(self.annotations.iter().position(|annotation| annotation.id == *id)?, now, alter)
    }

    /// The changes of several annotations, in their order, of those that do not stay as they are.
    pub(super) fn change_all(
        &self,
        ids: &[AnnotationId],
        now: Timestamp,
        alter: impl Fn(&mut Annotation),
    ) -> Vec<Change> {
        let ids: HashSet<&AnnotationId> = ids.iter().collect();
        let wanted = self.annotations.iter().enumerate().filter(|(_, annotation)| ids.contains(&annotation.id));
        wanted.filter_map(|(at, _)| self.change_at(at, now, &alter)).collect()
    }

    /// The changes of all annotations that do not stay as they are.
    pub(super) fn change_each(&self, now: Timestamp, alter: impl Fn(&mut Annotation)) -> Vec<Change> {
        (0..self.annotations.len()).filter_map(|at| self.change_at(at, now, &alter)).collect()
    }

    fn change_at(&self, at: usize, now: Timestamp, alter: impl FnOnce(&mut Annotation)) -> Option<Change> {
        let before = &self.annotations[at];
        let mut after = before.clone();
        alter(&mut after);
        if after == *before {
            return None;
        }
        // A clock that was set back must not make an edit look older than what it changed.
        after.changed = whole_second(now).max(before.changed);
        Some(Change::Annotation { at, before: Some(Box::new(before.clone())), after: Some(Box::new(after)) })
    }
}

/// Times are kept to the second, as the sidecar shows them.
pub(super) fn whole_second(now: Timestamp) -> Timestamp {
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}
