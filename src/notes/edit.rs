use jiff::Timestamp;

use super::{Annotation, AnnotationId, Correction, EditName, Place, Places, Selector, Subject, Tag};

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
    /// The annotation before and after it.
    pub(super) fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        let annotations = match self {
            Self::Annotation { before, after, .. } => [before.as_deref(), after.as_deref()],
            Self::Correction { .. } | Self::Tag { .. } | Self::Removed { .. } => [None, None],
        };
        annotations.into_iter().flatten()
    }

    /// The passages before and after it.
    pub(super) fn selectors(&self) -> impl Iterator<Item = &Selector> {
        let corrections = match self {
            Self::Correction { before, after, .. } => [before.as_ref(), after.as_ref()],
            Self::Annotation { .. } | Self::Tag { .. } | Self::Removed { .. } => [None, None],
        };
        let of_corrections = corrections.into_iter().flatten().filter_map(|one| match &one.subject {
            Subject::Passage { selector, .. } => Some(selector),
            Subject::SamePerson { .. } => None,
        });
        self.annotations().map(|one| &one.selector).chain(of_corrections)
    }

    /// Says of its passages where they are in the article as it reads now.
    pub(super) fn place(&mut self, places: &Places) {
        let of = |selector: &Selector| places.of(selector).unwrap_or(Place::Orphan);
        match self {
            Self::Annotation { before, after, .. } => {
                [before, after].into_iter().flatten().for_each(|one| one.place = of(&one.selector));
            }
            Self::Correction { before, after, .. } => {
                for one in [before, after].into_iter().flatten() {
                    if let Subject::Passage { selector, place, .. } = &mut one.subject {
                        *place = of(selector);
                    }
                }
            }
            Self::Tag { .. } | Self::Removed { .. } => {}
        }
    }

    fn inverse(&self) -> Self {
        match self.clone() {
            Self::Annotation { at, before, after } => Self::Annotation { at, before: after, after: before },
            Self::Tag { at, before, after } => Self::Tag { at, before: after, after: before },
            Self::Correction { at, before, after } => Self::Correction { at, before: after, after: before },
            Self::Removed { id, before, after } => Self::Removed { id, before: after, after: before },
        }
    }
}

/// A change of a reader's work, with the name it is undone by.
///
/// [`Notes`] builds these: [`Notes::highlight`], [`Notes::write_note`], [`Notes::add_tag`] and the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    pub name: EditName,
    pub changes: Vec<Change>,
    /// When it was made.
    pub at: Timestamp,
    /// The annotation whose note was typed in, or whose ends were moved by key: such edits join with the one before when that is
    /// of the same name and they follow it closely.
    pub joins_in: Option<AnnotationId>,
}

impl Edit {
    pub(super) fn new(name: EditName, changes: Vec<Change>, at: Timestamp) -> Self {
        Self { name, changes, at, joins_in: None }
    }

    /// The edit that takes this one back.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { changes, ..self.clone() }
    }

    /// The annotations and corrections that it brings, changes or takes away.
    pub(crate) fn touches(&self) -> impl Iterator<Item = &AnnotationId> {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation { before, after, .. } => after.as_ref().or(before.as_ref()).map(|one| &one.id),
            Change::Correction { before, after, .. } => after.as_ref().or(before.as_ref()).map(|one| &one.id),
            Change::Tag { .. } | Change::Removed { .. } => None,
        })
    }

    /// The annotations that are there after the edit, for a window to show them.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation { after, .. } => after.as_deref(),
            Change::Tag { .. } | Change::Correction { .. } | Change::Removed { .. } => None,
        })
    }
}
