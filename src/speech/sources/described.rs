//! Where an English subject ends before what describes it: '[The note], seen by the Post, says', '[A note] found by Noa Reyes says'.

use super::super::lexicon::{Classes, Kind};
use super::super::mentions::{self, Phrase};
use super::super::token::Token;

/// '[The judge], sentencing Noa Reyes, said', '[The note], seen by the Post, says': what is described between commas right
/// before the cue at token `i`; terms in marks may stand in it, of so many bytes at most: 'which calls them “guests”'.
pub(in crate::speech) fn before_description(tokens: &[Token<'_>], i: usize, term: usize) -> Option<Phrase> {
    let close = mentions::skip_light_left(tokens, i).checked_sub(1).filter(|at| tokens[*at].text == ",")?;
    let opens = |at: usize| {
        let token = &tokens[at];
        let tells = token.lower.ends_with("ing") || matches!(token.lower.as_ref(), "who" | "which" | "whose");
        // 'a copy of which the paper has'
        let of_which = || tokens[at..close].iter().take(OF_WHICH).any(|token| token.lower == "which");
        !token.capital && tells || is_done(tokens, at) || of_which()
    };
    let open = (1..close).rev().find(|at| tokens[*at].text == "," && opens(at + 1))?;
    let is_long = |token: &Token<'_>| token.mark().is_some_and(|mark| mark.end - mark.start > term);
    let stops = |token: &Token<'_>| is_long(token) || token.is_sign(".;:—–?!");
    let subject = mentions::core(tokens, open - 1).filter(|subject| subject.first == 0);
    let subject = subject.or_else(|| before_participle(tokens, open))?;
    (!tokens[open..close].iter().any(stops)).then_some(subject)
}

/// 'seen [by]', 'sent [last] Tuesday', 'dated [Nov.] 4': whether a participle at a token tells what was done to the noun before.
pub(in crate::speech) fn is_done(tokens: &[Token<'_>], at: usize) -> bool {
    let [token, next, ..] = &tokens[at..] else { return false };
    let hangs = next.kind == Some(Kind::Preposition) || next.lower == "to" || next.is(Classes::DAY.and(Classes::MONTH));
    if token.capital || !hangs && next.lower != "last" {
        return false;
    }
    token.lower.ends_with("ed") || IRREGULAR.contains(&token.lower.as_ref())
}

/// How far behind a comma "which" stands: 'a copy of which'.
const OF_WHICH: usize = 4;

/// Participles that do not end in -ed, of what is done to a paper.
const IRREGULAR: [&str; 13] =
    ["seen", "sent", "written", "read", "made", "given", "shown", "found", "taken", "held", "drawn", "spoken", "put"];

/// '[A note from her office] found in the mill, …', '[One of the notes], …': a subject without a verb that opens its
/// sentence and ends before `end`, as far as its first participle.
pub(in crate::speech) fn before_participle(tokens: &[Token<'_>], end: usize) -> Option<Phrase> {
    let opens = matches!(tokens[0].lower.as_ref(), "a" | "an" | "the" | "one") || tokens[0].is(Classes::POSSESSIVE);
    let after = (1..end).find(|at| is_done(tokens, *at)).unwrap_or(end);
    let plain = |at: usize| tokens[at].word && (!tokens[at].is_of_clause() || is_done(tokens, at));
    (opens && (0..end).all(plain)).then_some(Phrase { first: 0, after })
}

/// '[The bakers] gathered on Friday to discuss', '[A note] found by Noa Reyes says': a phrase as far as the past tense of a verb
/// behind a noun or a name.
pub(in crate::speech) fn before_finite(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let is_verb = |at: &usize| {
        let (before, token) = (&tokens[at - 1], &tokens[*at]);
        let noun = before.capital && !before.is(Classes::DETERMINER) || before.usage.parts.text.starts_with('N');
        let past = token.kind.is_none() && token.is_finite && token.usage.form.text == "ed";
        noun && before.kind.is_none() && (past || is_done(tokens, *at))
    };
    let after = (phrase.first + 1..phrase.after).find(is_verb).unwrap_or(phrase.after);
    Phrase { after, ..phrase }
}
