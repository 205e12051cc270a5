//! Who speaks in a German relative clause that another one is joined to or stands in: 'ein Plan, den Ada Hill „klug“ nannte und
//! den [ihr Vater], der als Gast kam, „kühn“ nannte'.

use super::super::lexicon::Kind;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::phrase;
use super::subject::{is_finite, is_relative};

/// No subject stands farther behind the relative of its clause, in tokens.
const REACH: usize = 12;

/// Whether a word may open a relative clause.
pub(super) fn is_pronoun(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "der" | "die" | "das" | "den" | "dem")
}

/// Whether the verb of a clause stands at its end.
fn stands_last(tokens: &[Token<'_>], verb: usize) -> bool {
    tokens.get(verb + 1).is_none_or(|next| {
        !next.word || next.kind.is_some_and(Kind::is_auxiliary) || matches!(next.lower.as_ref(), "und" | "oder")
    })
}

/// Where the last of several relatives begins that "und" joins: ', den Ada Hill lobte und [den] Ulf Kern tadelte'.
pub(super) fn joined(tokens: &[Token<'_>], begin: usize, verb: usize) -> Option<usize> {
    let opens = |at: &usize| {
        let next = &tokens[at + 1];
        let again = next.lower == tokens[begin].lower || phrase::noun_phrase(tokens, at + 1).is_none();
        matches!(tokens[*at].lower.as_ref(), "und" | "oder") && is_pronoun(next) && again && is_finite(tokens, at - 1)
    };
    (begin + 2..verb.saturating_sub(1)).rev().find(opens).map(|at| at + 1)
}

/// The subject of a relative that another relative parts from its verb: ', den [ihr Vater], der als Gast kam, „kühn“ nannte'.
pub(super) fn parted_subject(tokens: &[Token<'_>], begin: usize, verb: usize) -> Option<Phrase> {
    let close = [begin.checked_sub(1)?, begin.saturating_sub(2)].into_iter().find(|at| tokens[*at].text == ",")?;
    let open = (close.saturating_sub(2 * REACH)..close).rev().find(|at| tokens[*at].text == ",")?;
    if !stands_last(tokens, verb) || !is_relative(tokens, open + 1) {
        return None;
    }
    let leads = |at: &usize| {
        let joint = at.checked_sub(1).map(|before| tokens[before].text);
        is_pronoun(&tokens[*at]) && joint.is_some_and(|joint| matches!(joint, "," | "und" | "oder"))
    };
    let relative = (open.saturating_sub(REACH)..open).rev().find(leads)?;
    let subject = phrase::subject(tokens, relative + 1)?;
    (phrase::past_bracket(tokens, subject.after) == open).then_some(subject)
}
