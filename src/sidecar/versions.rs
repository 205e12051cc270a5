//! Several versions of the same notes: what they become together, and what one of them has lost.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use crate::notes::{AnnotationId, Notes};

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

/// Notes to be brought in among those of another author, each with the name of who wrote it. What is there already was
/// written by whom it says there.
pub(super) fn signed_for(theirs: &Notes, there: &Notes) -> Notes {
    let mut signed = theirs.clone();
    let known: HashMap<&AnnotationId, &str> = there.annotations.iter().map(|one| (&one.id, one.by.as_str())).collect();
    let (author, owner) = (theirs.author.trim(), there.author.trim());
    for one in &mut signed.annotations {
        let by = if one.by.is_empty() { author } else { one.by.as_str() };
        let by = known.get(&one.id).copied().unwrap_or(by);
        one.by = if by == owner { String::new() } else { by.to_owned() };
    }
    signed
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
