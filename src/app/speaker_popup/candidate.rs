//! Who is offered for a passage, and why.

use super::super::{
    language::{self, message},
    tab::Tab,
};
use super::{CANDIDATES, SpeakerPopup, number_typed};
use crate::speech::SpeakerId;

/// Somebody who may have said it, and why they are offered.
pub(super) struct Candidate {
    pub speaker: SpeakerId,
    pub reason: String,
}

/// Who may have said it: the present speaker, those who speak next to it, then those who speak most.
pub(super) fn candidates(tab: &Tab, popup: &SpeakerPopup, speaker: Option<SpeakerId>) -> Vec<Candidate> {
    let speech = tab.reading.speech();
    let here = speech.quotations.partition_point(|quotation| quotation.range.start() < popup.range.start());
    let mut found: Vec<Candidate> = Vec::new();
    let mut offer = |speaker: Option<SpeakerId>, reason: String| {
        if let Some(speaker) = speaker
            && !found.iter().any(|candidate| candidate.speaker == speaker)
        {
            found.push(Candidate { speaker, reason });
        }
    };
    let why = |number: usize| language::reason(&speech.why(tab.reading.article(), &speech.quotations[number]));
    let now = speech.quotation_on(popup.range).map(why);
    offer(speaker, now.unwrap_or_default());
    for quotation in speech.quotations[..here].iter().rev().take(4) {
        offer(quotation.speaker, message!("spoke-before").to_owned());
    }
    for quotation in speech.quotations.get(here + 1..).unwrap_or_default().iter().take(3) {
        offer(quotation.speaker, message!("speaks-after").to_owned());
    }
    for (number, listed) in speech.speakers.iter().enumerate() {
        let reason = match (number, listed.quotations) {
            (0, _) => message!("speaks-most").to_owned(),
            (_, 1) => message!("speaks-once").to_owned(),
            (_, times) => message!("speaks-times", times = times),
        };
        offer(Some(SpeakerId::at(number)), reason);
    }
    let typed = popup.picking.typed.trim();
    if !typed.is_empty() && number_typed(typed).is_none() {
        found.retain(|candidate| starts_with(tab, candidate.speaker, typed));
        // Those whose whole name begins so come first.
        let begins = |candidate: &Candidate| {
            speech.speaker(candidate.speaker).name.to_lowercase().starts_with(&typed.to_lowercase())
        };
        found.sort_by_key(|candidate| !begins(candidate));
    }
    if popup.joining {
        found.retain(|candidate| Some(candidate.speaker) != speaker);
    }
    found.truncate(CANDIDATES);
    found
}

/// Whether a word of a speaker's name begins as typed.
fn starts_with(tab: &Tab, speaker: SpeakerId, typed: &str) -> bool {
    let name = tab.reading.speech().speaker(speaker).name.to_lowercase();
    let typed = typed.to_lowercase();
    name.starts_with(&typed) || name.split_whitespace().any(|word| word.starts_with(&typed))
}
