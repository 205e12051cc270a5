//! German subjects that appositions and relative clauses part from their verb: 'Ada Hill, die Chefin, sagte'.

use super::super::lexicon::Kind;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::mood::{self, Mood};
use super::phrase;
use super::subject::{LONGEST, clause_begin, coordinates, first_subject, front_subject, is_relative};

/// 'Ada Hill, Wirtin in Lys sagte': the name before an apposition that no second comma closes.
pub(super) fn before_apposition(tokens: &[Token<'_>], begin: usize) -> Option<Phrase> {
    let comma = begin.checked_sub(1).filter(|comma| tokens[*comma].text == ",")?;
    let before = tokens[..comma].iter().rposition(|token| token.is_sign(",;:–—")).map_or(0, |sign| sign + 1);
    let name = front_subject(tokens, before)?;
    let alone = phrase::past_bracket(tokens, name.after) == comma && before == 0;
    let full = name.after > name.first + 1 && !phrase::is_article(&tokens[name.first]);
    (alone && full && phrase::is_named(tokens, name) && !phrase::is_article(&tokens[begin])).then_some(name)
}

/// How many commas may part a subject from its verb.
const PARTS: usize = 5;

/// The subject that appositions and relative clauses part from what follows the comma before `verb`:
/// 'Ada Hill, die Chefin, sagte'.
pub(super) fn parted_subject(tokens: &[Token<'_>], verb: usize) -> Option<Phrase> {
    let opens = |at: &usize| *at == 0 || tokens[*at - 1].is_sign(",;:") || coordinates(&tokens[*at - 1]);
    let begins = (0..verb).rev().filter(opens).take(PARTS);
    let subject =
        begins.filter_map(|begin| front_subject(tokens, begin).filter(|subject| leads_to(tokens, *subject, verb)));
    let subject = subject.last()?;
    // 'die Chefin der Bank, Ada Hill, sagte': the name stands in the middle
    let comma = phrase::past_light(tokens, phrase::past_bracket(tokens, subject.after));
    let named = Phrase { first: comma + 1, after: verb - 1 };
    let is_name = named.first < named.after
        && !phrase::ends_in_name(tokens, subject)
        && phrase::noun_phrase(tokens, named.first).is_some_and(|name| {
            phrase::past_bracket(tokens, name.after) == named.after && phrase::is_named(tokens, name)
        });
    Some(if is_name { Phrase { first: subject.first, after: verb - 1 } } else { subject })
}

/// Whether nothing but appositions and relative clauses stands between a subject and the comma before a verb.
fn leads_to(tokens: &[Token<'_>], subject: Phrase, verb: usize) -> bool {
    let begin = phrase::past_light(tokens, phrase::past_bracket(tokens, subject.after));
    let mut at = begin;
    while at + 1 < verb && tokens[at].text == "," {
        let end = (at + 1..verb).find(|end| tokens[*end].text == ",").unwrap_or(verb);
        let states = |at: usize| mood::of(tokens, at) != Mood::Plain || tokens[at].kind.is_some_and(Kind::is_auxiliary);
        let apposition = phrase::noun_phrase(tokens, at + 1).is_some() && !(at + 1..end).any(states);
        // 'Ein Wirt, der darum bittet, ungenannt zu bleiben, nennt'
        let infinitive = at > begin && end > at + 2 && tokens[end - 2].lower == "zu";
        if !is_relative(tokens, at + 1) && !apposition && !infinitive {
            return false;
        }
        at = end;
    }
    // 'Der Sturm, genannt „Hete“'
    at + 1 == verb && (at > begin || tokens[verb].lower.starts_with("ge"))
}

/// ', [wie] [Ada Hill], Sprecherin der Stadt, sagt': where the clause of the verb at `verb` opens that appositions part from
/// it, and its subject.
pub(super) fn of_apposed_as(tokens: &[Token<'_>], verb: usize) -> Option<(usize, Phrase)> {
    let begin = clause_begin(tokens, verb);
    let comma = begin.checked_sub(1).filter(|comma| tokens[*comma].text == ",")?;
    let last = tokens.get(verb + 1).is_none_or(|next| !next.word || next.kind.is_some_and(Kind::is_auxiliary));
    let opens = |at: &usize| tokens[*at].lower == "wie" && (*at == 0 || tokens[*at - 1].is_sign(",–—"));
    let wie = (comma.saturating_sub(LONGEST)..comma).rev().find(opens).filter(|_| last)?;
    let subject = first_subject(tokens, wie + 1, comma)?;
    leads_to(tokens, subject, begin).then_some((wie, subject))
}
