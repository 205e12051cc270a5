//! The subject of an English cue as grammar has it, where the models took for it what stands nearer.

use super::super::cues::Frame;
use super::super::lexicon::{Classes, Kind};
use super::super::mentions::{self, Phrase};
use super::super::sources::{Way, before_description, before_finite, before_participle, of_main_clause};
use super::super::token::Token;
use super::edges::is_time;

/// How long a term in marks may be, in bytes, that stands in what describes a subject.
const TERM: usize = 24;

/// The subject of a cue, where that is another than its source, and how it stands to it.
pub(super) fn of_cue(frame: &Frame<'_, '_>) -> Option<(Phrase, Way)> {
    let source = frame.source.filter(|_| frame.lexicon.is_english() && !frame.according)?;
    if source.first > frame.i {
        return before_words(frame, source);
    }
    let described = || described(frame).filter(|subject| subject.first <= source.first);
    let left = before_bracket(frame.tokens, frame.i, source)
        .or_else(|| past_participle(frame, source))
        .or_else(described)
        .or_else(|| before_time(frame.tokens, source));
    left.map(|subject| (subject, Way::Left)).or_else(|| main_subject(frame, source))
}

/// '[The firm], which owns the mill, said the gate would close': what was taken for the speaker opens the words.
fn before_words(frame: &Frame<'_, '_>, source: Phrase) -> Option<(Phrase, Way)> {
    const OF_SUBJECT: usize = 6;
    let tokens = frame.tokens;
    let behind = &tokens[source.first + 1..];
    let mut near = behind.iter().take(source.after - source.first + OF_SUBJECT).take_while(|token| token.word);
    let is_clause = near.any(|token| token.is_finite || token.kind.is_some_and(Kind::is_auxiliary));
    described(frame).filter(|_| is_clause && frame.way == Way::Right).map(|subject| (subject, Way::Left))
}

/// '[A clerk] sent to the mill, who knows it, said': what stands before a description that ends right before the cue.
fn described(frame: &Frame<'_, '_>) -> Option<Phrase> {
    let subject = before_description(frame.tokens, frame.i, TERM)?;
    Some(before_finite(frame.tokens, subject))
}

/// '[Mira Dahl] (Ind, Marl) told the council': what was taken for the speaker stands in brackets behind whoever is.
fn before_bracket(tokens: &[Token<'_>], i: usize, source: Phrase) -> Option<Phrase> {
    let close = mentions::skip_light_left(tokens, i).checked_sub(1).filter(|at| tokens[*at].text == ")")?;
    let open = tokens[..close].iter().rposition(|token| token.text == "(").filter(|open| *open < source.first)?;
    mentions::core(tokens, open.checked_sub(1)?)
}

/// '[A driver] who worked there until last May said': what was taken for the speaker is a time in what describes whoever is.
fn before_time(tokens: &[Token<'_>], source: Phrase) -> Option<Phrase> {
    let who = tokens[..source.first].iter().rposition(|token| token.lower == "who")?;
    let end = who - usize::from(who > 0 && tokens[who - 1].text == ",");
    let subject = mentions::core(tokens, end.checked_sub(1)?)?;
    is_time(source.of(tokens)).then_some(subject)
}

/// '[A note] pinned beside the door of the mill said': what was taken for the speaker hangs on the participle of whoever is.
fn past_participle(frame: &Frame<'_, '_>, source: Phrase) -> Option<Phrase> {
    let Frame { tokens, i, .. } = *frame;
    let light = mentions::skip_light_left(tokens, i);
    let beside = frame.way == Way::Left && light == source.after && source.first > 1;
    let hangs = beside && tokens[source.first - 1].kind == Some(Kind::Preposition);
    before_participle(tokens, light).filter(|subject| hangs && subject.after < source.first)
}

/// '[The council] has written to the mayor warning that', '[Lys Mills] closed, blaming the river, and said': the subject of the
/// main clause, where what was taken for the speaker was told, or belongs to what was done beside.
fn main_subject(frame: &Frame<'_, '_>, source: Phrase) -> Option<(Phrase, Way)> {
    let Frame { tokens, i, .. } = *frame;
    let article = tokens[..source.first].iter().rev().take_while(|token| token.is(Classes::DETERMINER)).count();
    let before = (source.first - article).checked_sub(1).map(|at| &tokens[at]);
    let is_told = tokens[i].usage.form.text == "ing" && source.after == i && before.is_some_and(|to| to.lower == "to");
    let first = &tokens[source.first];
    let is_beside = first.usage.form.text == "ing" && !first.capital && before.is_some_and(|comma| comma.text == ",");
    if !is_told && !is_beside {
        return None;
    }
    let (subject, way) = of_main_clause(tokens, i, frame.lexicon);
    subject.filter(|subject| subject.after <= source.first).map(|subject| (subject, way))
}
