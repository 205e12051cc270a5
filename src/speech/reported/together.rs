//! Reports of one English sentence beside one another: 'He said that it was late and urged people to stay in' are two.

use super::super::cues;
use super::super::lexicon::{Classes, Kind};
use super::super::sentences::Sentence;
use super::super::sources::Way;
use super::super::token::Token;
use super::{Report, edges};

/// Somebody goes on with a verb of saying that is at least so likely one, and with "he" before it so strong.
const LIKELY: f64 = 0.4;
const STRONG: f64 = 0.7;

/// 'Anyone who says [it leaks is lying, Mira Dahl said]': drops a report whose cue lies in the words of another and whose own
/// words run past them, over whoever says those. 'She said it leaked, according to a letter' ends before the letter instead.
pub(super) fn end_crossing(reports: &mut Vec<Report>) {
    let crosses = |report: &Report, other: &Report| {
        let ([content], [words, ..]) = (&report.parts[..], &other.parts[..]) else { return false };
        let inside = words.first <= report.cue.first && report.cue.after <= words.after;
        inside && words.after <= other.cue.first && content.first < words.after && content.after > other.cue.first
    };
    for number in (0..reports.len()).rev() {
        let Some(other) = reports.iter().find(|other| crosses(&reports[number], other)) else { continue };
        match (other.way, &other.parts[..]) {
            (Way::According, [words]) => reports[number].parts[0].after = words.after,
            (Way::According, _) => {}
            _ => {
                reports.remove(number);
            }
        }
    }
}

/// Ends the words of each report where its speaker goes on with another verb of saying.
pub(super) fn part(reports: &mut [Report], sentence: &Sentence<'_>) {
    if reports.len() < 2 {
        return;
    }
    let ends: Vec<Option<usize>> = reports
        .iter()
        .map(|report| reports.iter().filter_map(|other| end_before(report, other, &sentence.tokens)).min())
        .collect();
    for (report, end) in reports.iter_mut().zip(ends) {
        if let (Some(end), Some(content)) = (end, report.parts.last_mut()) {
            content.after = end;
        }
    }
}

/// Lets the words of each report go on that the models cut off in the middle of a clause, unless they are another's too.
pub(super) fn mend_cuts(reports: &mut [Report], sentence: &Sentence<'_>) {
    let tokens = &sentence.tokens;
    let last = cues::last(tokens);
    for number in 0..reports.len() {
        let mut report = reports[number].clone();
        let Some(content) = report.parts.last_mut().filter(|content| content.first > report.cue.first) else {
            continue;
        };
        let after = edges::past_cut(tokens, *content, last);
        if after == content.after {
            continue;
        }
        content.after = after;
        let others = reports.iter().enumerate().filter(|(other, _)| *other != number);
        if !others.map(|(_, other)| other).any(|other| report.clashes_with(other)) {
            reports[number] = report;
        }
    }
}

/// Where the words of a report end before what joins another to it: '… [, and he] added that'.
fn end_before(report: &Report, other: &Report, tokens: &[Token<'_>]) -> Option<usize> {
    let content = report.parts.last()?;
    let own = other.parts.first()?;
    let cue = other.cue.first;
    let inside = content.first > report.cue.first
        && content.first + 1 < cue
        && cue < content.after
        && own.first > cue
        && other.probability >= LIKELY;
    // 'said it was late but said “nobody asked”' is one
    let only_marks = own.after == own.first + 1 && own.first == other.cue.after && tokens[own.first].mark().is_some();
    // 'said that was over and dismissed it'
    if !inside || only_marks || tokens[content.first].is_finite {
        return None;
    }
    let light = |token: &&Token<'_>| token.kind == Some(Kind::Adverb) || token.lower.ends_with("ly");
    let mut at = cue - tokens[content.first..cue].iter().rev().take_while(light).count();
    if at <= content.first + 1 {
        return None;
    }
    let pronoun = tokens[at - 1].is(Classes::PRONOUN) && !tokens[at - 1].is(Classes::RELATIVE.and(Classes::DETERMINER));
    let same = report.source.is_some() && report.source == other.source;
    if pronoun
        && report.way != Way::According
        && tokens[cue].strength >= STRONG
        && other.source.is_some_and(|source| source.first == at - 1)
    {
        at -= 1;
    } else if !same {
        return None;
    }
    let joined =
        tokens[at - 1].kind == Some(Kind::Conjunction) && matches!(tokens[at - 1].lower.as_ref(), "and" | "but");
    if joined {
        at -= 1;
    }
    let comma = at > content.first && tokens[at - 1].is_sign(",—–;");
    let doing = comma && !pronoun && tokens[cue].usage.form.text == "ing";
    if !(joined || doing) {
        return None;
    }
    at -= usize::from(comma);
    (at > content.first).then_some(at)
}
