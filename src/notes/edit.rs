use jiff::Timestamp;

use super::{Annotation, AnnotationId, Correction, Notes, Tag};

/// One thing before and after an edit; `None` where it did not exist.
///
/// `at` is where in its list the thing stands, so that what is taken back returns to its old place.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Annotation {
        at: usize,
        before: Option<Box<Annotation>>,
        after: Option<Box<Annotation>>,
    },
    Tag {
        at: usize,
        before: Option<Tag>,
        after: Option<Tag>,
    },
    Correction {
        at: usize,
        before: Option<Correction>,
        after: Option<Correction>,
    },
    /// What is remembered of a deleted annotation or correction: when that was.
    Removed {
        id: AnnotationId,
        before: Option<Timestamp>,
        after: Option<Timestamp>,
    },
}

impl Change {
    fn inverse(&self) -> Self {
        match self.clone() {
            Self::Annotation { at, before, after } => Self::Annotation { at, before: after, after: before },
            Self::Tag { at, before, after } => Self::Tag { at, before: after, after: before },
            Self::Correction { at, before, after } => Self::Correction { at, before: after, after: before },
            Self::Removed { id, before, after } => Self::Removed { id, before: after, after: before },
        }
    }
}

/// A change of a reader's work, with the name it is undone by: “highlight”, “tag ‘claim’”.
///
/// [`Notes`] builds these: [`Notes::highlight`], [`Notes::write_note`], [`Notes::add_tag`] and the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    pub name: String,
    pub changes: Vec<Change>,
    /// When it was made.
    pub at: Timestamp,
    /// The note that was typed in: such edits join with the one before when they follow it closely.
    pub typed_in: Option<AnnotationId>,
}

impl Edit {
    pub(super) fn new(name: impl Into<String>, changes: Vec<Change>, at: Timestamp) -> Self {
        Self { name: name.into(), changes, at, typed_in: None }
    }

    /// The edit that takes this one back.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { changes, ..self.clone() }
    }

    /// The annotations that are there after the edit, for a window to show them.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation { after, .. } => after.as_deref(),
            Change::Tag { .. } | Change::Correction { .. } | Change::Removed { .. } => None,
        })
    }
}

impl Notes {
    /// Makes an edit; the only way in which notes change.
    ///
    /// Things are found by their identity, and of a thing that is there only what the edit changed is written. So an
    /// edit can also be made, or taken back, on notes that another program changed since, and leaves that as it is.
    pub(crate) fn apply(&mut self, edit: &Edit) {
        for change in &edit.changes {
            match change {
                Change::Annotation { at, before, after } => {
                    self.bring_back(after.as_ref().map(|after| &after.id));
                    put(&mut self.annotations, *at, before.as_deref(), after.as_deref());
                }
                Change::Tag { at, before, after } => put(&mut self.tags, *at, before.as_ref(), after.as_ref()),
                Change::Correction { at, before, after } => {
                    self.bring_back(after.as_ref().map(|after| &after.id));
                    put(&mut self.corrections, *at, before.as_ref(), after.as_ref());
                }
                Change::Removed { id, after: Some(when), .. } => {
                    self.removed.insert(id.clone(), *when);
                }
                Change::Removed { id, after: None, .. } => {
                    self.removed.remove(id);
                }
            }
        }
    }
}

impl Notes {
    /// What is there is not remembered as deleted: an undone highlight that was saved is, until it is made again.
    fn bring_back(&mut self, id: Option<&AnnotationId>) {
        if let Some(id) = id {
            self.removed.remove(id);
        }
    }
}

/// A thing that edits change.
trait Kept: Clone + PartialEq {
    fn is_same(&self, other: &Self) -> bool;

    /// Takes over what changed from `before` to `after`, and keeps the rest.
    fn follow(&mut self, before: &Self, after: &Self);
}

impl Kept for Annotation {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn follow(&mut self, before: &Self, after: &Self) {
        if (&before.selector, before.place) != (&after.selector, after.place) {
            self.selector.clone_from(&after.selector);
            self.place = after.place;
        }
        replace(&mut self.colour, &before.colour, &after.colour);
        replace(&mut self.note, &before.note, &after.note);
        replace(&mut self.made, &before.made, &after.made);
        replace(&mut self.changed, &before.changed, &after.changed);
        if self.tags == before.tags {
            self.tags.clone_from(&after.tags);
        } else {
            self.tags.retain(|tag| after.tags.contains(tag) || !before.tags.contains(tag));
            let added = after.tags.iter().filter(|tag| !before.tags.contains(tag));
            let added: Vec<String> = added.filter(|tag| !self.tags.contains(tag)).cloned().collect();
            self.tags.extend(added);
        }
    }
}

impl Kept for Tag {
    fn is_same(&self, other: &Self) -> bool {
        self.name == other.name
    }

    fn follow(&mut self, before: &Self, after: &Self) {
        replace(&mut self.name, &before.name, &after.name);
        replace(&mut self.colour, &before.colour, &after.colour);
        replace(&mut self.meaning, &before.meaning, &after.meaning);
    }
}

impl Kept for Correction {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    /// A correction is replaced, never altered.
    fn follow(&mut self, _before: &Self, after: &Self) {
        self.clone_from(after);
    }
}

fn replace<T: Clone + PartialEq>(field: &mut T, before: &T, after: &T) {
    if before != after {
        field.clone_from(after);
    }
}

/// Changes, inserts or takes out one thing of a list; `at` is where it is looked for first.
fn put<T: Kept>(list: &mut Vec<T>, at: usize, before: Option<&T>, after: Option<&T>) {
    let is_it = |other: &T| before.or(after).is_some_and(|thing| other.is_same(thing));
    let found = if list.get(at).is_some_and(is_it) { Some(at) } else { list.iter().position(is_it) };
    match (found, before, after) {
        (Some(place), Some(before), Some(after)) => list[place].follow(before, after),
        (Some(place), None, Some(after)) => list[place] = after.clone(),
        (Some(place), _, None) => {
            list.remove(place);
        }
        (None, _, Some(after)) => list.insert(at.min(list.len()), after.clone()),
        (None, _, None) => {}
    }
}
