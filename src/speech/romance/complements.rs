//! What a verb of saying reports behind it: "que …", "avoir menti", "les élus de voter", "un vote".

use super::clauses;
use super::groups::{self, is_light};
use super::phrases;
use super::subjects;
use super::tokens::Token;
use super::words::{Class, Verb, Words};

/// How far behind a verb its infinitive may stand.
const FAR: usize = 20;

/// What a verb reports.
#[derive(Clone, Copy, Debug)]
pub(super) struct Complement {
    pub first: usize,
    /// Whether it is a noun, with what belongs to that.
    pub is_noun: bool,
    /// How likely that is said.
    pub sure: f64,
}

/// What the verb of saying reports whose group ends before `from`.
pub(super) fn behind(tokens: &[Token<'_>], from: usize, verb: Verb, words: &Words) -> Option<Complement> {
    // "accusés de mentir": said of them, not by them
    let passive = verb.any(Verb::PARTICIPLE)
        && !verb.any(Verb::FINITE)
        && !tokens[..from].iter().rev().take(5).take_while(|token| token.is_word()).any(is_having);
    let verb = if passive { verb.only(Verb::SAYS.and(Verb::CHAINED)) } else { verb };
    let that = || clauses::behind_that(tokens, from, verb, words).filter(|_| verb.any(Verb::SAYS.and(Verb::CHAINED)));
    let at = past_adverbs(tokens, from, words);
    let does = || (verb.any(Verb::DOES) && is_infinitive(tokens, at)).then_some(at);
    let moves = || verb.any(Verb::MOVES).then(|| behind_preposition(tokens, from, words)).flatten();
    let asks = || (verb.any(Verb::ASKS) && opens_demand(tokens, at)).then_some(at);
    let complement = |sure: f64| move |first: usize| Complement { first, is_noun: false, sure };
    that()
        .map(complement(0.96))
        .or_else(|| does().or_else(moves).map(complement(0.94)))
        .or_else(|| asks().map(|first| Complement { first, is_noun: true, sure: 0.9 }))
}

/// Past adverbs, times and phrases like them.
fn past_adverbs(tokens: &[Token<'_>], from: usize, words: &Words) -> usize {
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|_| at < from + FAR) {
        let phrase = groups::adverbial(tokens, at, words).max(subjects::time(tokens, at));
        if phrase > 0 {
            at += phrase;
        } else if token.hangs || is_light(token) && !is_infinitive(tokens, at) && token.lower != "plus" {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// "a promis [mardi] [à la presse] de voter", "a accusé [le maire] d'avoir menti".
fn behind_preposition(tokens: &[Token<'_>], from: usize, words: &Words) -> Option<usize> {
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|_| at < from + FAR) {
        let links = matches!(token.lower.as_ref(), "de" | "d'" | "à" | "a" | "con");
        let past = past_adverbs(tokens, at, words);
        // ", dimanche 17 février,"
        let when = if token.is_sign(",") { subjects::time(tokens, at + 1) } else { 0 };
        if when > 0 && tokens.get(at + 1 + when).is_some_and(|next| next.is_sign(",")) {
            at += when + 2;
            continue;
        }
        let adjective =
            at > from && token.is_word() && token.class == Class::default() && token.verb == Verb::default();
        if links && (is_infinitive(tokens, at + 1) || tokens.get(at + 1).is_some_and(Token::is_mark)) {
            return Some(at + 1);
        } else if past > at {
            at = past;
        } else if token.is(Class::PREPOSITION) {
            at = subjects::behind_preposition(tokens, at, tokens.len()).max(at + 1);
        } else if phrases::opens(tokens, at) {
            at = phrases::at(tokens, at, tokens.len(), words)?.after.max(at + 1);
        } else if adjective {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// Where a noun ends that is asked for, with what belongs to it: at a comma, a time, a second verb.
pub(super) fn end_of_noun(tokens: &[Token<'_>], first: usize, end: usize) -> usize {
    (first + 1..end).find(|at| tokens[*at].is_sign(",") || subjects::time(tokens, *at) > 0).unwrap_or(end)
}

/// Whether an infinitive stands at a token, or behind the small words before one: "ne pas l'avoir vu".
pub(super) fn is_infinitive(tokens: &[Token<'_>], first: usize) -> bool {
    let leans = |token: &&Token<'_>| {
        token.is(Class::OBJECT) || matches!(token.lower.as_ref(), "ne" | "n'" | "pas" | "plus" | "jamais" | "no")
    };
    let at = first + tokens.iter().skip(first).take(4).take_while(leans).count();
    // "de la mère"
    let article = tokens.get(first..at).is_some_and(|before| before.iter().any(|token| token.is(Class::DETERMINER)));
    tokens.get(at).is_some_and(|token| {
        let ends = ["er", "ir", "re", "oir", "ar", "arse", "erse", "irse"].iter().any(|end| token.lower.ends_with(end));
        let verb = token.verb.any(Verb::INFINITIVE)
            || token.is(Class::AUXILIARY.and(Class::CHAIN))
            || matches!(token.lower.as_ref(), "avoir" | "être" | "haber" | "ser" | "estar");
        token.is_word() && !token.capital && ends && (verb || !article && token.class == Class::default())
    })
}

/// An auxiliary of somebody who did something: "a promis", "après avoir promis".
fn is_having(token: &Token<'_>) -> bool {
    let lower = token.lower.as_ref();
    token.is(Class::AUXILIARY)
        && (lower == "ont" || lower.starts_with('a') || lower.starts_with('h') || lower.starts_with("eu"))
}

/// "un vote", "pour un vote", "en faveur d'un vote".
fn opens_demand(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let noun = tokens.get(at + 1).is_some_and(Token::is_word);
    let counts = |token: &Token<'_>| token.is(Class::DETERMINER) || token.text.starts_with(char::is_numeric);
    tokens.get(at).is_some_and(counts) && noun
        || matches!(word(at), "plus" | "davantage" | "más" | "pour" | "contre")
        || word(at) == "en" && word(at + 1) == "faveur"
}
