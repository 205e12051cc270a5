//! Reading: an article a stretch at a time, and what is kept of each.

use std::ops::ControlFlow;

use super::Quotation;
use super::draft::{self, Draft};
use super::hearing::Hearing;
use super::kept::{Kept, push};
use super::linear::Models;
use super::namings;
use super::overview::Overview;
use super::reference::Reference;
use super::speakers::Places;
use super::survey::{Survey, Tail};
use super::why::Why;

/// Reads an article, and tells of each stretch what was found there.
pub(super) fn read(overview: &Overview<'_>, models: &Models, hearing: &mut Hearing<'_>) -> ControlFlow<(), Kept> {
    let mut kept = Kept::of_nothing();
    let mut turns = overview.turns.iter().peekable();
    let mut tail = Tail::default();
    let mut previous = None;
    for stretch in overview.stretches() {
        let end = overview.paragraphs[stretch.end - 1].end().byte();
        let bytes = overview.paragraphs[stretch.clone()].iter().map(|paragraph| paragraph.len()).sum();
        let first = kept.quotations.len();
        let survey = Survey::of(overview, stretch, models, tail);
        namings::keep(&survey, &mut kept);
        let mut drafts = draft::find(&survey, models, &mut previous);
        let own = drafts.len();
        drafts.extend(std::iter::from_fn(|| turns.next_if(|turn| turn.start < end)).map(draft::spoken));
        if drafts.len() > own {
            drafts.sort_by_key(|draft| (draft.start, draft.end));
        }
        for draft in drafts {
            keep(&survey, &draft, &mut kept);
        }
        hearing.go_on(bytes, &kept.quotations[first..])?;
        tail = survey.into_tail(&mut previous);
    }
    // of an article whose paragraphs are read by other rules there are only these
    if turns.peek().is_some() {
        let nothing = Survey::of(overview, 0..0, models, Tail::default());
        turns.for_each(|turn| keep(&nothing, &draft::spoken(turn), &mut kept));
    }
    namings::settle(&mut kept, overview.lexicon);
    ControlFlow::Continue(kept)
}

/// Keeps a quotation, and what its speaker is called.
fn keep(survey: &Survey<'_>, draft: &Draft, kept: &mut Kept) {
    let Draft { start, end, kind, quoted, source, cue, confidence } = draft;
    let place = source.map(|source| (source.start, source.end));
    let places = Places { start: *start, end: *end, quoted, source: place, cue: *cue };
    let why = Why::Source { goes_on: false };
    if let Some(quotation) = places.quotation(survey.text, *kind, why, *confidence) {
        // who goes on may have been named long before; what is surer tells more of them
        let is_same = |before: &&Quotation| {
            before.source.is_some() && before.source == quotation.source && before.confidence >= quotation.confidence
        };
        let before = kept.quotations.last().filter(is_same);
        let reference = match kept.references.last().filter(|_| before.is_some()) {
            Some(same) => *same,
            None => Reference::of(survey, *source, *confidence, kept),
        };
        push(&mut kept.quotations, quotation);
        push(&mut kept.references, reference);
    }
}
