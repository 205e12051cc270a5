//! Verbs that no list has and that say something because of where they stand: '„Das hält nie“, poltert der Wirt', 'Das halte
//! nie, höhnt der Wirt'.

use super::super::lexicon::Kind;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::agreement;
use super::mood::{self, Mood};
use super::phrase;
use super::subject;

/// A shorter passage in marks is a word, in bytes.
pub(super) const WORD: usize = 14;

/// Whether any verb stands between what is said and whoever says it.
pub(super) fn says(tokens: &[Token<'_>], at: usize) -> bool {
    what_stands_in_marks(tokens, at) || what_is_reported(tokens, at) || what_was_done(tokens, at)
}

/// '„Bin bald zurück“, hat sie daraufgeschrieben': whether a participle ends the sentence whose first passage in marks it
/// may tell.
fn what_was_done(tokens: &[Token<'_>], at: usize) -> bool {
    let verb = &tokens[at];
    let long = tokens[0].mark().is_some_and(|mark| mark.end - mark.start > WORD);
    let has = tokens.get(2).is_some_and(|has| has.kind == Some(Kind::Have));
    let ends = tokens.get(at + 1).is_none_or(|next| !next.word);
    if !(long && has && ends && at > 3 && tokens[1].text == "," && verb.kind.is_none()) {
        return false;
    }
    let small = verb.text.starts_with(char::is_lowercase) && verb.lower.contains("ge");
    let who = phrase::subject(tokens, 3).filter(|_| small && verb.lower.ends_with(['t', 'n']));
    who.is_some_and(|who| who.after <= at && could_speak(tokens, who))
}

/// Whether a token may be a verb that speaks in a main clause.
fn may_say(tokens: &[Token<'_>], at: usize) -> bool {
    let verb = &tokens[at];
    let small = verb.kind.is_none() && verb.text.starts_with(char::is_lowercase);
    small && (subject::is_finite(tokens, at) || is_strong_past(&verb.lower)) && mood::of(tokens, at) == Mood::Plain
}

/// Whether a phrase could be who speaks.
fn could_speak(tokens: &[Token<'_>], subject: Phrase) -> bool {
    let she = tokens[subject.first].lower == "sie";
    she || phrase::is_article(&tokens[subject.first])
        || agreement::of_phrase(tokens, subject).is_some()
        || phrase::is_named(tokens, subject)
}

/// 'Das halte nie, höhnt der Wirt': whether a verb and its subject follow a main clause that reports.
fn what_is_reported(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(comma) = at.checked_sub(1).filter(|comma| *comma > 1 && tokens[*comma].text == ",") else { return false };
    if !may_say(tokens, at) {
        return false;
    }
    let begin = tokens[..comma].iter().rposition(|token| token.is_sign(";:")).map_or(0, |sign| sign + 1);
    // 'Ja, es habe gebrannt'
    let begin = begin + if tokens[begin + 1].text == "," { 2 } else { 0 };
    let sign = (begin..=comma).find(|at| tokens[*at].is_sign(",")).unwrap_or(comma);
    let reported = begin < sign
        && !subject::subordinates(&tokens[begin])
        && mood::clearest(tokens, begin, sign) == Mood::Reporting;
    let who = if reported { phrase::subject(tokens, phrase::past_light(tokens, at + 1)) } else { None };
    who.is_some_and(|who| {
        let after = phrase::past_light(tokens, phrase::past_bracket(tokens, who.after));
        // 'höhnt der Wirt', 'wehrt der Wirt ab'
        let closed = |at: usize| tokens.get(at).is_none_or(|next| !next.word);
        could_speak(tokens, who) && (closed(after) || closed(after + 1))
    })
}

/// '„Das hält nie“, poltert der Wirt': whether any verb stands between a sentence's first passage in marks and a subject.
fn what_stands_in_marks(tokens: &[Token<'_>], at: usize) -> bool {
    let long = |token: &Token<'_>| token.mark().is_some_and(|mark| mark.end - mark.start > WORD);
    // '„Liebe Leute“, so beginnt der Brief'
    let so = at == 3 && tokens[2].lower == "so";
    // 'Das fällt ihr schwer: „Ich weiß es nicht“, stammelt Ada Hill'
    let colon = at > 3 && tokens[at - 3].text == ":" && long(&tokens[at - 2]) && tokens[at - 1].text == ",";
    // '„Ich“, begann sie, „ich war es“': a short passage that goes on
    let parted = || {
        let subject = if at == 2 { phrase::subject(tokens, at + 1) } else { None };
        subject.is_some_and(|subject| {
            let comma = tokens.get(subject.after).is_some_and(|next| next.text == ",");
            comma && tokens.get(subject.after + 1).is_some_and(|next| next.mark().is_some())
        })
    };
    let leads = |token: &Token<'_>| long(token) || token.mark().is_some() && parted();
    (colon || (at == 2 || so) && leads(&tokens[0]) && tokens[1].text == ",")
        && may_say(tokens, at)
        && phrase::subject(tokens, phrase::past_light(tokens, at + 1))
            .is_some_and(|subject| could_speak(tokens, subject))
}

/// Whether a word looks like the past of a verb without an ending: "schoss", "berief", "schob".
pub(super) fn is_strong_past(lower: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "ieß", "oss", "oß", "ief", "ob", "ach", "og", "ieb", "iff", "arf", "ang", "ann", "ub", "aub", "iet", "ieg",
        "ied",
    ];
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}
