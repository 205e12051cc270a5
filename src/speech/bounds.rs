//! Where the words of somebody begin or end otherwise than the models cut them, round a passage in quotation marks.

use super::lexicon::{Classes, Kind};
use super::marks::Mark;
use super::reported::Report;
use super::sentences::Sentence;

/// How many words behind 'compared' may stand before the passage.
const LONGEST: usize = 12;

/// 'Hill slams “empty words,” calls for a vote': the passage with which the words end, for the heading goes on with what
/// else was done.
pub(super) fn closing_heading(report: &Report, sentence: &Sentence<'_>, text: &str) -> Option<Mark> {
    let [part] = report.parts[..] else { return None };
    let [opening, next, ..] = part.of(&sentence.tokens) else { return None };
    let mark = opening.mark()?;
    let heading = sentence.tokens.last().is_some_and(|last| last.word);
    let verb = next.lower.ends_with('s') && !next.capital && next.usage.is_verb;
    let comma = text[mark.start..mark.end].trim_end_matches(['"', '”', '’', '\'']).ends_with(',');
    (heading && verb && comma).then_some(mark)
}

/// 'compared the plan to “a leaking boat”': where the words begin that say what a passage is said of.
pub(super) fn likened(report: &Report, sentence: &Sentence<'_>, mark: Mark) -> Option<usize> {
    let tokens = &sentence.tokens;
    let cue = tokens.get(report.cue.first)?.lower.as_ref();
    let joint = match cue {
        "compare" | "compares" | "compared" | "comparing" | "liken" | "likens" | "likened" | "likening" => Some("to"),
        "label" | "labels" | "labeled" | "labelled" | "brand" | "brands" | "branded" | "branding" => None,
        _ => return None,
    };
    let behind = tokens.get(report.cue.after..)?;
    let at = behind.iter().take(LONGEST).position(|token| token.start == mark.start && token.mark().is_some())?;
    let of = &behind[..at];
    let opening = of.first()?;
    let last = of.iter().rev().find(|token| !token.is(Classes::DETERMINER))?;
    let joined = joint.is_none_or(|joint| last.lower == joint) && !opening.is(Classes::RELATIVE);
    let plain = of.iter().all(|token| token.mark().is_none() && token.text != "," && token.kind != Some(Kind::Be));
    (joined && plain && of.len() > usize::from(joint.is_some())).then_some(opening.start)
}
