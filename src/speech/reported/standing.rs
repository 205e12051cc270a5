//! Step 6b: whether a report, as it was read, is one. What is asked of its cue is not asked of its words, and where these
//! begin and end is chosen among places in the same sentence; this looks at all of it together.

use super::super::cues::{class, last, near};
use super::super::linear::{Features, Piece, feature};
use super::super::mentions;
use super::super::sentences::Sentence;
use super::super::token::Token;
use super::Report;

/// The steps of each number: it is told by how many it is above.
const PROBABILITY: [f64; 16] =
    [0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.35, 0.4, 0.46, 0.52, 0.58, 0.65, 0.72, 0.8, 0.88, 0.94];
const CUE: [f64; 13] = [0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.92, 0.95, 0.97];
const AGREED: [f64; 8] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const STRENGTH: [f64; 10] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85];
const LENGTH: [usize; 14] = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 30, 40];

/// Adds a feature for each step that a number is above.
fn steps<N: PartialOrd, F: Features>(out: &mut F, name: Piece<'static>, number: N, steps: &[N]) {
    for step in 0..steps.partition_point(|step| *step < number) {
        feature!(out, name, step);
    }
}

/// What tells whether a report of a sentence, which has so many of them, is one.
pub(in super::super) fn describe<F: Features>(report: &Report, sentence: &Sentence<'_>, reports: usize, out: &mut F) {
    let tokens = &sentence.tokens[..];
    let Some(part) = report.parts.first() else { return };
    let Some(cue) = report.cue.of(tokens).first() else { return };
    let words = report.parts.iter().map(|part| part.after - part.first).sum();
    let lower =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(Piece::of("none"), |token| Piece::of(&token.lower));
    let tag = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(Piece::of("none"), Token::tag);
    let (before, before_cue) = (part.first.checked_sub(1), report.cue.first.checked_sub(1));
    let is_before = part.first < report.cue.first;
    let is_finite = |part: &mentions::Phrase| part.of(tokens).iter().any(|token| token.is_finite);
    steps(out, Piece::of("p>"), report.probability, &PROBABILITY);
    steps(out, Piece::of("cue>"), report.cue_probability, &CUE);
    steps(out, Piece::of("agreed>"), report.probability / report.cue_probability.max(1e-9), &AGREED);
    steps(out, Piece::of("s>"), cue.strength, &STRENGTH);
    steps(out, Piece::of("words>"), words, &LENGTH);
    steps(out, Piece::of("reports>"), reports, &LENGTH[..4]);
    steps(out, Piece::of("at>"), report.cue.first, &LENGTH);
    steps(out, Piece::of("of>"), tokens.len(), &LENGTH);
    feature!(out, "side", is_before, near(part.first.abs_diff(report.cue.after)));
    feature!(out, "opens", part.first == 0);
    feature!(out, "ends", part.after >= last(tokens));
    feature!(out, "clause", report.parts.iter().any(is_finite));
    feature!(out, "parts", report.parts.len());
    feature!(out, "w", Piece::of(&cue.lower));
    feature!(out, "V", cue.usage.verb, cue.usage.form);
    feature!(out, "T", cue.tag());
    feature!(out, "way", report.way.piece());
    feature!(out, "first", lower(Some(part.first)));
    feature!(out, "second", lower(Some(part.first + 1)));
    feature!(out, "prev", lower(before));
    feature!(out, "next", lower(Some(part.after)));
    feature!(out, "t", tag(Some(part.first)));
    feature!(out, "t<", tag(before));
    feature!(out, "t>", tag(Some(part.after)));
    feature!(out, "w<", lower(before_cue));
    feature!(out, "w<<", lower(before_cue.and_then(|at| at.checked_sub(1))));
    let source = report.source.filter(|_| report.source_sentence.is_none());
    let kind = source.map_or(Piece::of("none"), |source| mentions::kind(tokens, source).piece());
    let head =
        source.and_then(|source| source.of(tokens).last()).map_or(Piece::of("none"), |token| Piece::of(&token.lower));
    feature!(out, "who", kind);
    feature!(out, "head", head);
    feature!(out, "c", class(tokens, Some(part.first)));
}
