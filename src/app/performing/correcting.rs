//! Correcting who speaks, and saying whose words are whose now.

use super::annotating::{edit, new_id};
use crate::{
    app::{
        clock,
        language::{self, message},
        tab::Tab,
    },
    article::TextRange,
    notes::{Edit, EditName},
    speech::Verdict,
};

/// Makes a correction; how many quotations are another speaker's after it.
fn correct(tab: &mut Tab, make: impl FnOnce(&Tab) -> Option<Edit>) -> Option<usize> {
    let before = tab.reading.speech().clone();
    edit(tab, make)?;
    Some(tab.reading.speech().moved_from(&before))
}

/// Says of a passage who says it, or that it is no speech.
pub(super) fn rule(tab: &mut Tab, range: TextRange, verdict: Verdict) -> Option<String> {
    let (id, ruled) = (new_id()?, verdict.clone());
    let make = |tab: &Tab| tab.reading.notes().rule(id, tab.reading.article(), range, ruled, clock::now());
    correct(tab, make).map(|followed| language::ruled(&verdict, followed))
}

/// Shows somebody's words under another name: that of somebody who is there, whom they are made one with, or a new one.
pub(super) fn show_as(tab: &mut Tab, name: &str, speaker: &str) -> Option<String> {
    let (id, speaker) = (new_id()?, speaker.trim());
    let is_there = tab.reading.speech().speakers.iter().any(|one| one.name == speaker);
    let moved = correct(tab, |tab| {
        let edit = tab.reading.notes().same_person(id, name, speaker, clock::now())?;
        Some(if is_there { edit } else { Edit { name: EditName::RenameSpeaker(name.to_owned()), ..edit } })
    })?;
    Some(if is_there {
        message!("same-person-now", name = name, to = speaker, count = moved)
    } else {
        message!("speaker-renamed", name = name, to = speaker, count = moved)
    })
}

/// Takes apart what was made one person under this name.
pub(super) fn take_apart(tab: &mut Tab, speaker: &str) -> Option<String> {
    let names = tab.reading.notes().joined_with(speaker).collect::<Vec<_>>().join(message!("names-and"));
    correct(tab, |tab| tab.reading.notes().apart(speaker, clock::now()))?;
    Some(message!("apart-now", names = names))
}
