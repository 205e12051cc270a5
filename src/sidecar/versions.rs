//! Several versions of the same notes: what they become together, and what one of them has lost.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::OWN_LAYER;
use crate::notes::{Annotation, AnnotationId, Notes, Tag};

/// Notes that remember as deleted what was on the disk and is gone without a trace: what was made, saved and undone.
pub(super) fn with_deletions(notes: &Notes, known: Option<&Notes>) -> Notes {
    let mut notes = notes.clone();
    let Some(known) = known else { return notes };
    let here: HashSet<&AnnotationId> = ids(&notes).collect();
    let gone: Vec<&AnnotationId> = ids(known)
        .chain(known.removed.keys())
        .filter(|id| !here.contains(id) && !notes.removed.contains_key(id))
        .collect();
    let now = Timestamp::now();
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let gone: Vec<_> = gone.into_iter().map(|id| (id.clone(), known.removed.get(id).copied().unwrap_or(now))).collect();
    notes.removed.extend(gone);
    notes
}

/// Notes to be brought in among those of another owner, each with the name of who wrote it. What is there already was
/// written by whom it says there.
///
/// An owner is who signed a file, or else the layer that it is; empty where neither is known.
pub(super) fn signed_for(theirs: &Notes, their_owner: &str, there: &Notes, owner: &str) -> Notes {
    let mut signed = theirs.clone();
    let known: HashMap<&AnnotationId, &str> = there.annotations.iter().map(|one| (&one.id, one.by.as_str())).collect();
    for one in &mut signed.annotations {
        let by = if one.by.is_empty() { their_owner } else { one.by.as_str() };
        let by = known.get(&one.id).copied().unwrap_or(by);
        one.by = if by == owner { String::new() } else { by.to_owned() };
    }
    signed
}

/// Whose the notes of a layer are.
pub(super) fn owner_of<'a>(notes: &'a Notes, layer: &'a str) -> &'a str {
    let author = notes.author.trim();
    let nobodys = layer == OWN_LAYER;
    if author.is_empty() && !nobodys { layer } else { author }
}

/// Whether something that a version has and `base`, which it went on from, has not is missing from what it became together
/// with others.
pub(super) fn is_lost(base: &Notes, version: &Notes, after: &Notes) -> bool {
    let (was, now) = (by_id(base), by_id(after));
    let is_kept = |one: &Annotation| is_annotation_kept(was.get(&one.id).copied(), one, now.get(&one.id).copied());
    let is_tag_kept = |tag: &Tag| is_tag_kept(base.tag(&tag.name), tag, after.tag_called(&tag.name));
    let (author, former) = (version.author.trim(), base.author.trim());
    let is_author_kept = author.is_empty() || author == former || author == after.author.trim();
    let mut corrections = version.corrections.iter().filter(|one| !base.corrections.contains(one));
    !(is_author_kept
        && version.annotations.iter().all(is_kept)
        && version.tags.iter().all(is_tag_kept)
        && corrections.all(|one| after.corrections.contains(one)))
}

fn by_id(notes: &Notes) -> HashMap<&AnnotationId, &Annotation> {
    notes.annotations.iter().map(|one| (&one.id, one)).collect()
}

fn is_annotation_kept(was: Option<&Annotation>, one: &Annotation, now: Option<&Annotation>) -> bool {
    let passage = |one: &Annotation| (one.selector.clone(), one.extent);
    let has_tag =
        |of: &Annotation, tag: &String| of.tags.iter().any(|other| other.to_lowercase() == tag.to_lowercase());
    let is_as_it_was = was.is_some_and(|was| {
        was.note == one.note && was.colour == one.colour && was.tags == one.tags && passage(was) == passage(one)
    });
    let Some(now) = now else { return is_as_it_was };
    (was.is_some_and(|was| was.note == one.note) || holds(&now.note, &one.note))
        && (was.is_some_and(|was| was.colour == one.colour) || now.colour == one.colour)
        && (was.is_some_and(|was| passage(was) == passage(one)) || passage(now) == passage(one))
        && one.tags.iter().all(|tag| was.is_some_and(|was| has_tag(was, tag)) || has_tag(now, tag))
}

fn is_tag_kept(was: Option<&Tag>, one: &Tag, now: Option<&Tag>) -> bool {
    was == Some(one)
        || now.is_some_and(|now| {
            (was.is_some_and(|was| was.colour == one.colour) || now.colour == one.colour)
                && (was.is_some_and(|was| was.meaning == one.meaning) || holds(&now.meaning, &one.meaning))
        })
}

/// Whether a text has every paragraph of another.
fn holds(text: &str, other: &str) -> bool {
    other.split("\n\n").all(|paragraph| text.contains(paragraph.trim_matches('\n')))
}

/// Whether notes are gone that nobody deleted: a program wrote the file that did not know of them, or a hand took them out.
pub(super) fn is_gone_untraced(before: &Notes, after: &Notes) -> bool {
    let here: HashSet<&AnnotationId> = ids(after).collect();
    ids(before).any(|id| !here.contains(id) && !after.removed.contains_key(id))
}

fn ids(notes: &Notes) -> impl Iterator<Item = &AnnotationId> {
    let corrections = notes.corrections.iter().map(|correction| &correction.id);
    notes.annotations.iter().map(|annotation| &annotation.id).chain(corrections)
}

/// What several versions become together, in whatever order they are given, and whichever is the reader's own.
pub(super) fn together(base: Option<&Notes>, mut versions: Vec<Notes>) -> Notes {
    let Some(base) = base else {
        return versions
            .into_iter()
            .reduce(|one, other| if one == other { one } else { Notes::joined(&one, &other) })
            .unwrap_or_default();
    };
    versions.sort_by_cached_key(|notes| format!("{notes:?}"));
    versions.dedup();
    versions.into_iter().reduce(|one, other| Notes::merged(base, &one, &other)).unwrap_or_default()
}
