//! Bringing two versions of the same notes together, entry by entry.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Annotation, AnnotationId, Correction, MOST_LINKS, Notes, Tag, spelling::Spelling};

/// What one version knows of an annotation.
#[derive(Clone, Copy, PartialEq)]
enum State<'a> {
    Unknown,
    There(&'a Annotation),
    Removed(Timestamp),
}

impl Notes {
    /// What two versions become together, given the version both come from (empty when none is known).
    ///
    /// What only one of them changed since is taken from that one. Where both changed the same: a deletion stays,
    /// the later colour and passage win, tags of both are kept, and so are both texts of a note. Which of the two is
    /// called `mine` makes no difference, but for the author's name. Tags that differ in capitals alone become one.
    pub fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let spelling = Spelling::since([base, mine, theirs]);
        let (base, mine, theirs) = (&*spelling.applied(base), &*spelling.applied(mine), &*spelling.applied(theirs));
        let ids = [base, mine, theirs].into_iter().flat_map(Self::ids).collect::<BTreeSet<_>>();
        let states = [base, mine, theirs].map(Self::states);
        let state = |version: usize, id| states[version].get(id).copied().unwrap_or(State::Unknown);
        let mut merged = Self {
            author: pick(&base.author, &mine.author, &theirs.author).unwrap_or(&mine.author).clone(),
            tags: merged_tags(base, mine, theirs),
            ..Self::default()
        };
        for id in ids {
            let (was, mine, theirs) = (state(0, id), state(1, id), state(2, id));
            let annotation = match (pick(&was, &mine, &theirs), mine, theirs) {
                (Some(State::Unknown), ..) => continue,
                (Some(State::There(one)), ..) => (*one).clone(),
                (Some(State::Removed(when)), ..) => {
                    merged.removed.insert(id.clone(), *when);
                    continue;
                }
                (None, State::Removed(when), State::Removed(other)) => {
                    merged.removed.insert(id.clone(), when.max(other));
                    continue;
                }
                (None, State::Removed(when), _) | (None, _, State::Removed(when)) => {
                    merged.removed.insert(id.clone(), when);
                    continue;
                }
                (None, State::There(mine), State::There(theirs)) => {
                    let base = if let State::There(base) = was { Some(base) } else { None };
                    merged_annotation(base, mine, theirs)
                }
                (None, State::There(one), State::Unknown) | (None, State::Unknown, State::There(one)) => one.clone(),
                (None, State::Unknown, State::Unknown) => continue,
            };
            merged.annotations.push(annotation);
        }
        merged.corrections = merged_corrections(base, mine, theirs, &merged.removed);
        let removed = &merged.removed;
        merged.annotations.iter_mut().for_each(|one| one.links.retain(|link| !removed.contains_key(link)));
        merged.annotations.sort_by(|one, other| (one.made, &one.id).cmp(&(other.made, &other.id)));
        merged.list_missing_tags();
        merged
    }

    fn ids(&self) -> impl Iterator<Item = &AnnotationId> {
        self.annotations.iter().map(|annotation| &annotation.id).chain(self.removed.keys())
    }

    fn states(&self) -> BTreeMap<&AnnotationId, State<'_>> {
        let removed = self.removed.iter().map(|(id, when)| (id, State::Removed(*when)));
        let there = self.annotations.iter().map(|annotation| (&annotation.id, State::There(annotation)));
        removed.chain(there).collect()
    }
}

/// The corrections of both versions but those that either deleted; they are replaced, never altered.
fn merged_corrections(
    base: &Notes,
    mine: &Notes,
    theirs: &Notes,
    removed: &BTreeMap<AnnotationId, Timestamp>,
) -> Vec<Correction> {
    let mut all: BTreeMap<&AnnotationId, &Correction> = BTreeMap::new();
    for correction in mine.corrections.iter().chain(&theirs.corrections) {
        all.insert(&correction.id, correction);
    }
    // What was there for both and is gone from one was taken back, with or without a trace.
    let ids = |notes: &Notes| notes.corrections.iter().map(|one| one.id.clone()).collect::<BTreeSet<_>>();
    let [was, ours, others] = [base, mine, theirs].map(ids);
    all.retain(|id, _| !removed.contains_key(*id));
    all.retain(|id, _| !was.contains(*id) || ours.contains(*id) && others.contains(*id));
    let mut merged: Vec<Correction> = all.into_values().cloned().collect();
    merged.sort_by(|one, other| (one.made, &one.id).cmp(&(other.made, &other.id)));
    merged
}

/// The version that changed, or `None` where both did and differ.
fn pick<'a, T: PartialEq>(base: &T, mine: &'a T, theirs: &'a T) -> Option<&'a T> {
    if mine == theirs || theirs == base {
        Some(mine)
    } else if mine == base {
        Some(theirs)
    } else {
        None
    }
}

fn merged_annotation(base: Option<&Annotation>, mine: &Annotation, theirs: &Annotation) -> Annotation {
    // The later one is the ground; of two of the same second it must not matter which is whose.
    let key = |one: &Annotation| {
        (
            one.changed,
            one.note.clone(),
            one.colour.name(),
            one.selector.start,
            one.extent,
            one.tags.clone(),
            one.links.clone(),
            one.by.clone(),
        )
    };
    let (later, earlier) = if key(mine) >= key(theirs) { (mine, theirs) } else { (theirs, mine) };
    let ground = base.unwrap_or(later);
    let passage = |one: &Annotation| (one.selector.clone(), one.place, one.extent);
    let (later_passage, earlier_passage) = (passage(later), passage(earlier));
    let (selector, place, extent) = match base {
        Some(base) => pick(&passage(base), &later_passage, &earlier_passage).unwrap_or(&later_passage).clone(),
        None => later_passage,
    };
    let colour = match base {
        Some(base) => *pick(&base.colour, &later.colour, &earlier.colour).unwrap_or(&later.colour),
        None => later.colour,
    };
    let note = match base.and_then(|base| pick(&base.note, &later.note, &earlier.note)) {
        Some(note) => note.clone(),
        None => both_texts(&later.note, &earlier.note),
    };
    let tags = both_lists(base.map(|base| base.tags.as_slice()), &later.tags, &earlier.tags);
    let mut links = both_lists(base.map(|base| base.links.as_slice()), &later.links, &earlier.links);
    links.truncate(MOST_LINKS);
    let made = ground.made.min(later.made).min(earlier.made);
    Annotation {
        id: later.id.clone(),
        selector,
        place,
        extent,
        colour,
        tags,
        links,
        note,
        // Who wrote it does not change; of two that are said, one must be taken whichever version is whose.
        by: later.by.clone().max(earlier.by.clone()),
        made,
        changed: later.changed,
    }
}

/// What stands in either list, each once, but what either dropped.
fn both_lists<T: Clone + PartialEq>(base: Option<&[T]>, later: &[T], earlier: &[T]) -> Vec<T> {
    let dropped =
        |one: &T| base.is_some_and(|base| base.contains(one)) && !(later.contains(one) && earlier.contains(one));
    let mut both: Vec<T> = Vec::new();
    for one in later.iter().chain(earlier) {
        if !both.contains(one) && !dropped(one) {
            both.push(one.clone());
        }
    }
    both
}

/// Both texts, each once.
fn both_texts(later: &str, earlier: &str) -> String {
    if later.contains(earlier) {
        later.to_owned()
    } else if earlier.contains(later) {
        earlier.to_owned()
    } else {
        format!("{later}\n\n{earlier}")
    }
}

/// The code book: in the order of the one version that changed it, else of the base, then what was added.
fn merged_tags(base: &Notes, mine: &Notes, theirs: &Notes) -> Vec<Tag> {
    let names = |notes: &Notes| -> Vec<String> { notes.tags.iter().map(|tag| tag.name.clone()).collect() };
    let (was, ours, others) = (names(base), names(mine), names(theirs));
    let guide = pick(&was, &ours, &others).unwrap_or(&was);
    let place = |notes: &Notes, name: &str| notes.tags.iter().position(|tag| tag.name == name);
    let mut names: Vec<&str> =
        [base, mine, theirs].iter().flat_map(|notes| &notes.tags).map(|tag| tag.name.as_str()).collect();
    let order = |name: &str| {
        let anew = || place(mine, name).into_iter().chain(place(theirs, name)).min();
        (guide.iter().position(|listed| listed == name).unwrap_or(usize::MAX), anew())
    };
    names.sort_by(|one, other| order(one).cmp(&order(other)).then_with(|| one.cmp(other)));
    names.dedup();
    let merge = |name: &str| {
        let (was, mine, theirs) = (base.tag(name), mine.tag(name), theirs.tag(name));
        match (pick(&was, &mine, &theirs), mine, theirs) {
            (Some(tag), ..) => tag.cloned(),
            (None, Some(mine), Some(theirs)) => {
                let colour = |tag: &Tag| (tag.colour.name(), tag.meaning.clone());
                let (one, other) = if colour(mine) <= colour(theirs) { (mine, theirs) } else { (theirs, mine) };
                let meaning = match was.and_then(|was| pick(&was.meaning, &one.meaning, &other.meaning)) {
                    Some(meaning) => meaning.clone(),
                    None => both_texts(&one.meaning, &other.meaning),
                };
                let colour = was.and_then(|was| pick(&was.colour, &one.colour, &other.colour)).unwrap_or(&one.colour);
                Some(Tag { name: name.to_owned(), colour: *colour, meaning })
            }
            (None, one, other) => one.or(other).cloned(),
        }
    };
    names.into_iter().filter_map(merge).collect()
}
