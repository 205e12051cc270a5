//! Making an edit, also on notes that another program has changed since the edit was first made.

use super::{Annotation, Change, Correction, Edit, Notes, Subject, Tag};

/// What became of an edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Whether it changed anything.
    pub made: bool,
    /// Why some of it was not made.
    pub left: Option<Left>,
}

/// Why something was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Another program has changed the same since.
    Changed,
    /// Another program has deleted it since.
    Deleted,
}

impl Applied {
    const NOTHING: Self = Self { made: false, left: None };
    const MADE: Self = Self { made: true, left: None };

    fn left(why: Left) -> Self {
        Self { made: false, left: Some(why) }
    }

    fn and(self, other: Self) -> Self {
        Self { made: self.made | other.made, left: self.left.or(other.left) }
    }
}

impl Notes {
    /// Makes an edit; the only way in which notes change.
    ///
    /// Things are found by their identity, and of a thing that is there only what the edit changed is written, and
    /// only where it still reads as the edit knows it. So an edit can also be made, or taken back, on notes that
    /// another program changed since: what that program wrote stays, and what it deleted stays deleted.
    pub(crate) fn apply(&mut self, edit: &Edit) -> Applied {
        let mut applied = Applied::default();
        let mut dropped: Vec<(usize, Tag)> = Vec::new();
        let mut tags_change = false;
        for change in &edit.changes {
            let done = match change {
                Change::Annotation { at, before, after } => {
                    let [was, is] = [before, after].map(|one| one.as_ref().map_or(&[][..], |one| &one.tags[..]));
                    tags_change |= was != is;
                    let is_removed = after.as_ref().is_some_and(|one| self.removed.contains_key(&one.id));
                    put(&mut self.annotations, *at, before.as_deref(), after.as_deref(), is_removed)
                }
                Change::Correction { at, before, after } => {
                    let is_removed = after.as_ref().is_some_and(|one| self.removed.contains_key(&one.id));
                    put(&mut self.corrections, *at, before.as_ref(), after.as_ref(), is_removed)
                }
                Change::Tag { at, before, after } => {
                    tags_change = true;
                    dropped.extend(before.iter().filter_map(|tag| Some((*at, self.tag(&tag.name)?.clone()))));
                    self.put_tag(*at, before.as_ref(), after.as_ref())
                }
                Change::Removed { id, before, after } => {
                    let is_there = self.holds(id);
                    let now = self.removed.get(id).copied();
                    match (now == *before, after) {
                        (true, Some(when)) if !is_there => {
                            self.removed.insert(id.clone(), *when);
                        }
                        (true, None) => {
                            self.removed.remove(id);
                        }
                        _ => {}
                    }
                    Applied::NOTHING
                }
            };
            applied = applied.and(done);
        }
        if tags_change {
            for (at, tag) in dropped {
                let is_carried = || self.annotations.iter().any(|annotation| annotation.tags.contains(&tag.name));
                if self.tag(&tag.name).is_none() && is_carried() {
                    self.tags.insert(at.min(self.tags.len()), tag);
                }
            }
            self.list_missing_tags();
        }
        applied
    }

    /// Changes the code book. A name that a tag has already makes the two one. A tag that comes or goes along with
    /// the annotations that carry it is no change of its own.
    fn put_tag(&mut self, at: usize, before: Option<&Tag>, after: Option<&Tag>) -> Applied {
        let is_taken = after.is_some_and(|after| {
            before.is_none_or(|before| before.name != after.name) && self.tag(&after.name).is_some()
        });
        let done = put(&mut self.tags, at, before, after.filter(|_| !is_taken), false);
        Applied { made: done.made && before.is_some() && after.is_some(), ..done }
    }
}

/// A thing that edits change.
trait Kept: Clone {
    fn is_same(&self, other: &Self) -> bool;

    /// Whether it says the same as the other; when it was changed, and where its passage is now, make no difference.
    fn reads_like(&self, other: &Self) -> bool;

    /// Takes over what changed from `before` to `after`, and keeps the rest.
    fn follow(&mut self, before: &Self, after: &Self) -> Applied;
}

impl Kept for Annotation {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn reads_like(&self, other: &Self) -> bool {
        let holds = |one: &Self, other: &Self| {
            one.tags.iter().all(|tag| other.tags.contains(tag))
                && one.links.iter().all(|link| other.links.contains(link))
        };
        (&self.selector, self.extent, self.colour, &self.note)
            == (&other.selector, other.extent, other.colour, &other.note)
            && holds(self, other)
            && holds(other, self)
    }

    fn follow(&mut self, before: &Self, after: &Self) -> Applied {
        let passage = set(&mut self.selector, &before.selector, &after.selector);
        if passage.made {
            self.place = after.place;
        }
        let extent = set(&mut self.extent, &before.extent, &after.extent);
        let colour = set(&mut self.colour, &before.colour, &after.colour);
        set(&mut self.made, &before.made, &after.made);
        let note = follow_note(&mut self.note, &before.note, &after.note);
        let tags = follow_list(&mut self.tags, &before.tags, &after.tags);
        let links = follow_list(&mut self.links, &before.links, &after.links);
        let applied = passage.and(extent).and(colour).and(note).and(tags).and(links);
        if applied.made {
            set(&mut self.changed, &before.changed, &after.changed);
        }
        applied
    }
}

impl Kept for Tag {
    fn is_same(&self, other: &Self) -> bool {
        self.name == other.name
    }

    fn reads_like(&self, other: &Self) -> bool {
        self == other
    }

    fn follow(&mut self, before: &Self, after: &Self) -> Applied {
        let name = set(&mut self.name, &before.name, &after.name);
        let colour = set(&mut self.colour, &before.colour, &after.colour);
        name.and(colour).and(set(&mut self.meaning, &before.meaning, &after.meaning))
    }
}

impl Kept for Correction {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn reads_like(&self, other: &Self) -> bool {
        match (&self.subject, &other.subject) {
            (
                Subject::Passage { selector, verdict, .. },
                Subject::Passage { selector: other, verdict: other_verdict, .. },
            ) => selector == other && verdict == other_verdict,
            (one, other) => one == other,
        }
    }

    /// A correction is replaced, never altered.
    fn follow(&mut self, _before: &Self, after: &Self) -> Applied {
        self.clone_from(after);
        Applied::MADE
    }
}

/// Takes over a change of a field that still reads as it did before.
fn set<T: Clone + PartialEq>(field: &mut T, before: &T, after: &T) -> Applied {
    if before == after || field == after {
        Applied::NOTHING
    } else if field == before {
        field.clone_from(after);
        Applied::MADE
    } else {
        Applied::left(Left::Changed)
    }
}

/// Takes over what a reader changed in a note; the words of another program stay beside the reader's.
fn follow_note(now: &mut String, before: &str, after: &str) -> Applied {
    if before == after || now == after {
        return Applied::NOTHING;
    }
    if now == before {
        after.clone_into(now);
        return Applied::MADE;
    }
    let beside = |place: Option<(usize, usize)>| {
        let (start, end) = place.unwrap_or((0, 0));
        let parts = [&now[..start], after, &now[end..]].map(|part| part.trim_matches('\n'));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
    };
    let both = match (paragraphs(now, before), after.is_empty()) {
        (Some(place), _) => beside(Some(place)),
        (None, true) => return Applied::left(Left::Changed),
        (None, false) if paragraphs(now, after).is_some() => return Applied::NOTHING,
        (None, false) => beside(None),
    };
    *now = both;
    Applied { made: true, left: Some(Left::Changed) }
}

/// What stands between the texts of two programs in one note, as a merge writes it.
const BETWEEN: &str = "\n\n";

/// Where a text stands in a note, in bytes, with nothing else in its paragraphs.
fn paragraphs(note: &str, text: &str) -> Option<(usize, usize)> {
    if text.is_empty() {
        return None;
    }
    note.match_indices(text).map(|(start, _)| (start, start + text.len())).find(|(start, end)| {
        (*start == 0 || note[..*start].ends_with(BETWEEN)) && (*end == note.len() || note[*end..].starts_with(BETWEEN))
    })
}

/// Takes off and puts on the tags or links that an edit took off and put on, each where it stood.
fn follow_list<T: Clone + PartialEq>(now: &mut Vec<T>, before: &[T], after: &[T]) -> Applied {
    if before == after || now == after {
        return Applied::NOTHING;
    }
    if now == before {
        *now = after.to_vec();
        return Applied::MADE;
    }
    let was = now.clone();
    now.retain(|one| after.contains(one) || !before.contains(one));
    for (at, one) in after.iter().enumerate() {
        if !before.contains(one) && !now.contains(one) {
            let ahead = after[..at].iter().rev().find_map(|ahead| now.iter().position(|other| other == ahead));
            now.insert(ahead.map_or(0, |ahead| ahead + 1), one.clone());
        }
    }
    Applied { made: *now != was, left: None }
}

/// Changes, inserts or takes out one thing of a list; `at` is where it is looked for first.
fn put<T: Kept>(list: &mut Vec<T>, at: usize, before: Option<&T>, after: Option<&T>, is_removed: bool) -> Applied {
    let is_it = |other: &T| before.or(after).is_some_and(|thing| other.is_same(thing));
    let found = if list.get(at).is_some_and(is_it) { Some(at) } else { list.iter().position(is_it) };
    match (found, before, after) {
        (Some(place), Some(before), Some(after)) => list[place].follow(before, after),
        (Some(place), None, Some(after)) if list[place].reads_like(after) => Applied::NOTHING,
        (Some(place), Some(before), None) if list[place].reads_like(before) => {
            list.remove(place);
            Applied::MADE
        }
        (Some(_), ..) => Applied::left(Left::Changed),
        (None, Some(_), Some(_)) => Applied::left(Left::Deleted),
        (None, None, Some(_)) if is_removed => Applied::left(Left::Deleted),
        (None, None, Some(after)) => {
            list.insert(at.min(list.len()), after.clone());
            Applied::MADE
        }
        (None, _, None) => Applied::NOTHING,
    }
}
