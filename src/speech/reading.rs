//! Reading: an article a stretch at a time, and what is kept of each.

use super::draft::{self, Draft};
use super::kept::{Kept, push};
use super::linear::Models;
use super::namings;
use super::overview::Overview;
use super::reference::Reference;
use super::speakers::Places;
use super::survey::{Survey, Tail};
use super::why::Why;

/// Reads an article.
pub(super) fn read(overview: &Overview<'_>, models: &Models) -> Kept {
    let mut kept = Kept::default();
    let mut transcript = draft::of_transcript(overview.text).into_iter().peekable();
    let is_transcript = transcript.peek().is_some();
    let mut tail = Tail::default();
    let mut previous = None;
    for stretch in overview.stretches() {
        let survey = Survey::of(overview, stretch, models, tail);
        namings::keep(&survey, &mut kept);
        if !is_transcript {
            for draft in draft::find(&survey, models, &mut previous) {
                keep(&survey, &draft, &mut kept);
            }
        }
        tail = survey.into_tail();
    }
    let nothing = Survey::of(overview, 0..0, models, Tail::default());
    for draft in transcript {
        keep(&nothing, &draft, &mut kept);
    }
    kept
}

/// Keeps a quotation, and what its speaker is called.
fn keep(survey: &Survey<'_>, draft: &Draft, kept: &mut Kept) {
    let Draft { start, end, kind, quoted, source, cue, confidence } = draft;
    let place = source.map(|source| (source.start, source.end));
    let places = Places { start: *start, end: *end, quoted, source: place, cue: *cue };
    let why = Why::Source { goes_on: false };
    if let Some(quotation) = places.quotation(survey.text, *kind, why, *confidence) {
        let reference = Reference::of(survey, *source, *confidence, kept);
        push(&mut kept.quotations, quotation);
        push(&mut kept.references, reference);
    }
}
