use std::{collections::HashSet, time::Duration};

use super::{Annotation, AnnotationId, Change, Edit, EditName, Place, Places, Selector};

/// Typing in one note, or moving its ends by key, within this time of the last key is one step of the history.
pub const JOIN_WITHIN: Duration = Duration::from_millis(500);

/// The edits that can be undone and redone, without limit in one sitting.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// Whether the last edit may still take in the next one; an undo or redo ends that.
    open: bool,
}

impl History {
    /// Remembers an edit that was just made; what had been undone cannot be redone after it.
    ///
    /// Typing in one note joins with the typing just before it ([`JOIN_WITHIN`]).
    pub fn record(&mut self, edit: Edit) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if self.open && joins(last, &edit) && !takes_back(last, &edit) => join(last, edit),
            _ => self.done.push(edit),
        }
        self.open = true;
    }

    /// The edit that takes back the last one, or `None`.
    pub fn undo(&mut self) -> Option<Edit> {
        self.open = false;
        let edit = self.done.pop()?;
        let inverse = edit.inverse();
        self.undone.push(edit);
        Some(inverse)
    }

    /// The last edit that was undone, to be made again, or `None`.
    pub fn redo(&mut self) -> Option<Edit> {
        self.open = false;
        let edit = self.undone.pop()?;
        self.done.push(edit.clone());
        Some(edit)
    }

    /// Whether undoing would take back only what was done to one annotation.
    pub fn ends_with(&self, id: &AnnotationId) -> bool {
        self.done.last().is_some_and(|edit| edit.touches().all(|touched| touched == id))
    }

    /// Leaves nothing to be made again.
    pub fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// Lets the next edit be a step of its own: another program has changed the notes since the last one.
    pub fn settle(&mut self) {
        self.open = false;
    }

    /// The passages that undoing and redoing may bring back, each once.
    pub fn passages(&self) -> HashSet<Selector> {
        let changes = self.done.iter().chain(&self.undone).flat_map(|edit| &edit.changes);
        changes.flat_map(Change::selectors).cloned().collect()
    }

    /// Those of them that ask to be confirmed, or are gone.
    pub fn uncertain(&self) -> impl Iterator<Item = &Selector> {
        let changes = self.done.iter().chain(&self.undone).flat_map(|edit| &edit.changes);
        let is_uncertain = |one: &&Annotation| matches!(one.place, Place::Changed(_) | Place::Orphan);
        changes.flat_map(Change::annotations).filter(is_uncertain).map(|one| &one.selector)
    }

    /// Goes on with an article that reads otherwise now: what is brought back stands where it is found there.
    pub fn place(&mut self, places: &Places) {
        let changes = self.done.iter_mut().chain(&mut self.undone).flat_map(|edit| &mut edit.changes);
        changes.for_each(|change| change.place(places));
    }

    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&EditName> {
        self.done.last().map(|edit| &edit.name)
    }

    /// The name of what redo would make again.
    pub fn redo_name(&self) -> Option<&EditName> {
        self.undone.last().map(|edit| &edit.name)
    }
}

/// Whether an edit goes on with what the last one did.
fn joins(last: &Edit, next: &Edit) -> bool {
    let within = |window: Duration| next.at.duration_since(last.at).unsigned_abs() <= window;
    next.joins_in.is_some() && last.joins_in == next.joins_in && last.name == next.name && within(JOIN_WITHIN)
}

/// Whether an edit makes an annotation what it was before the last one: together they would be a step that does nothing.
fn takes_back(last: &Edit, next: &Edit) -> bool {
    let befores = last.changes.iter().filter_map(|change| match change {
        Change::Annotation { before, .. } => before.as_deref(),
        _ => None,
    });
    let is_after = |older: &Annotation| {
        next.annotations().any(|newer| Annotation { changed: older.changed, ..newer.clone() } == *older)
    };
    befores.into_iter().any(is_after)
}

/// Keeps what was there before the last edit and what is there after the next.
fn join(last: &mut Edit, next: Edit) {
    last.at = next.at;
    for change in next.changes {
        let Change::Annotation { after: Some(newer), .. } = &change else {
            last.changes.push(change);
            continue;
        };
        let same = last.changes.iter_mut().find_map(|earlier| match earlier {
            Change::Annotation { after: Some(image), .. } if image.id == newer.id => Some(image),
            _ => None,
        });
        match same {
            Some(image) => *image = newer.clone(),
            None => last.changes.push(change),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::{
        article::{Article, TextRange},
        notes::{Colour, Notes},
    };

    /// Types each text at its time (milliseconds), then says how the note reads after each undo.
    fn check(typed: &[(i64, &str)], undone: &[&str]) {
        let article = Article::new("a.txt", "Some words to read.", Vec::new());
        let id = AnnotationId::from_random([1; 5]);
        let range = TextRange::of_bytes(article.text(), 0, 4).unwrap();
        let mut notes = Notes::default();
        let mark = notes.highlight(id.clone(), &article, range, Colour::Yellow, Timestamp::UNIX_EPOCH).unwrap();
        notes.apply(&mark);
        let mut history = History::default();
        for (at, text) in typed {
            let edit = notes.write_note(&id, text, Timestamp::from_millisecond(*at).unwrap()).unwrap();
            notes.apply(&edit);
            history.record(edit);
        }
        let mut read = Vec::new();
        while let Some(edit) = history.undo() {
            notes.apply(&edit);
            read.push(notes.annotation(&id).unwrap().note.clone());
        }
        assert_eq!(read, undone);
    }

    #[test]
    fn typing_without_a_pause_is_one_step() {
        check(&[(0, "w"), (400, "wh"), (900, "who")], &[""]);
    }

    #[test]
    fn what_was_typed_and_taken_back_at_once_is_no_step_that_does_nothing() {
        check(&[(0, "who"), (900, "wh"), (1200, "who")], &["wh", "who", ""]);
    }

    #[test]
    fn a_pause_makes_a_new_step() {
        check(&[(0, "w"), (400, "wh"), (901, "who")], &["wh", ""]);
    }

    #[test]
    fn moving_ends_by_key_does_not_join_with_typing() {
        let article = Article::new("a.txt", "Some words to read.", Vec::new());
        let range = |end| TextRange::of_bytes(article.text(), 0, end).unwrap();
        let (id, at) = (AnnotationId::from_random([1; 5]), |at| Timestamp::from_millisecond(at).unwrap());
        let mut notes = Notes::default();
        notes.apply(&notes.highlight(id.clone(), &article, range(4), Colour::Yellow, at(0)).unwrap());
        let mut history = History::default();
        for edit in [
            notes.write_note(&id, "why", at(0)),
            notes.step_ends(&id, &article, range(5), at(100)),
            notes.step_ends(&id, &article, range(6), at(200)),
            notes.move_ends(&id, &article, range(7), at(300)),
        ] {
            history.record(edit.unwrap());
        }
        let steps = std::iter::from_fn(|| history.undo()).map(|edit| edit.name);
        assert_eq!(steps.collect::<Vec<_>>(), [EditName::MoveOfEnds, EditName::MoveOfEnds, EditName::Note]);
    }

    #[test]
    fn every_step_of_a_sitting_can_be_undone_and_made_again() {
        let mut history = History::default();
        let id = Some(AnnotationId::from_random([2; 5]));
        let edit = |at: i64| Edit {
            name: EditName::Tag(format!("note {at}")),
            changes: Vec::new(),
            at: Timestamp::from_second(at).unwrap(),
            joins_in: id.clone(),
        };
        (0..20_000).for_each(|at| history.record(edit(at)));
        let undone: Vec<EditName> = std::iter::from_fn(|| history.undo()).map(|edit| edit.name).collect();
        assert_eq!((undone.len(), undone.last()), (20_000, Some(&EditName::Tag("note 0".to_owned()))));
        assert_eq!(std::iter::from_fn(|| history.redo()).count(), 20_000);
    }

    #[test]
    fn an_undo_ends_the_joining() {
        let mut history = History::default();
        let edit = |at| Edit {
            name: EditName::Note,
            changes: Vec::new(),
            at: Timestamp::from_millisecond(at).unwrap(),
            joins_in: Some(AnnotationId::from_random([2; 5])),
        };
        history.record(edit(0));
        history.record(edit(600));
        history.undo();
        history.record(edit(700));
        assert_eq!(history.done.len(), 2);
        assert_eq!((history.undo_name(), history.redo_name()), (Some(&EditName::Note), None));
    }
}
