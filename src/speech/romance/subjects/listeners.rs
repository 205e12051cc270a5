//! Past whom something is told, and where: "à la presse", "au quotidien La Vigie de Lys".

use super::super::phrases;
use super::super::tokens::Token;
use super::super::words::{Class, Noun};

/// Past a phrase with a preposition: "à la presse", "lors d'un point de presse".
pub(in crate::speech::romance) fn behind_preposition(tokens: &[Token<'_>], first: usize, limit: usize) -> usize {
    let mut at = first;
    while at < limit && tokens[at].is(Class::PREPOSITION.and(Class::DETERMINER).and(Class::BEFORE_NOUN)) {
        at += 1;
    }
    let Some(noun) = tokens.get(at).filter(|token| at < limit && token.is_word()) else { return at };
    if !noun.capital {
        if !noun.noun.any(Noun::OUTLET) {
            return at + 1;
        }
        // "au quotidien La Vigie de Lys"
        let article =
            |token: &Token<'_>| matches!(token.text, "Le" | "La" | "Les" | "El" | "Los" | "Las" | "L'" | "L’");
        if tokens.get(at + 1).is_some_and(article) && tokens.get(at + 2).is_some_and(|name| name.capital) {
            return past_title(tokens, at + 2, limit);
        }
        // "sur le réseau X [le porte-parole]"
        let outlet = tokens.get(at + 1).is_some_and(|name| name.is_name() && !name.is(Class::FIRST_NAME));
        return at + 1 + usize::from(outlet);
    }
    let run = phrases::run(tokens, at, limit).max(at + 1);
    // "sur Radio Lys"
    let titled = |next: &Token<'_>| next.is_name() && !next.is(Class::FIRST_NAME);
    if noun.is(Class::LISTENER) && noun.noun.any(Noun::OUTLET) && tokens.get(at + 1).is_some_and(titled) {
        return at + 2;
    }
    // "à l'AFP Ada Hill": the name begins behind the agency, but "a BBC Mundo"
    let loud = noun.text.chars().all(char::is_uppercase);
    let alone = run == at + 2 && !tokens[at + 1].is(Class::FIRST_NAME);
    if loud && alone && !noun.is(Class::LISTENER) {
        return run;
    }
    let named = run > at + 2 && tokens[at + 1].is(Class::FIRST_NAME);
    if loud || named || noun.is(Class::LISTENER) { at + 1 } else { run }
}

/// Past the title of a paper, up to whoever is named behind it: "La Vigie de Lys [Ada Hill]".
fn past_title(tokens: &[Token<'_>], first: usize, limit: usize) -> usize {
    let mut at = first + 1;
    while at < limit {
        let links = matches!(tokens[at].lower.as_ref(), "de" | "du" | "del" | "des" | "d'");
        let named = |at: usize| tokens.get(at).is_some_and(|token| token.capital && !token.is(Class::FIRST_NAME));
        if links && named(at + 1) {
            at += 2;
        } else if named(at) {
            at += 1;
        } else {
            break;
        }
    }
    at
}
