//! Capitals that are no name's: those of a sentence's first word, and of the place that news open with.

use std::collections::HashSet;

use super::tokens::{Kind, Sentence, Token};
use super::words::{Class, Participle, Verb};

/// How many tokens the place may have that news open with.
const DATELINE: usize = 9;

/// Takes the capital from an office behind its article: "le Pape", "le Chef de l'État".
pub(super) fn lower_offices(sentence: &mut Sentence<'_>) {
    for at in 1..sentence.tokens.len() {
        let (before, token) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let named = sentence.tokens.get(at + 1).is_some_and(|next| next.capital && next.is_word());
        let office = token.is(Class::HUMAN) && !token.is(Class::BODY.and(Class::TITLED).and(Class::FIRST_NAME));
        let plain = token.text.chars().nth(1).is_some_and(char::is_lowercase);
        if token.capital && plain && office && !named && before.is(Class::DEFINITE.and(Class::BEFORE_NOUN)) {
            sentence.tokens[at].capital = false;
        }
    }
}

/// Makes a body of a paper that is called by a time: "Le Matin", "Le Soir de Lys".
pub(super) fn name_papers(sentence: &mut Sentence<'_>) {
    for at in 1..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let time = matches!(token.lower.as_ref(), "matin" | "soir" | "jour" | "midi" | "dimanche");
        if time && token.capital && sentence.tokens[at - 1].lower == "le" {
            sentence.tokens[at].class = Class::BODY;
        }
    }
}

/// Adjectives of several people that "de" stands before where "des" would be an article: "de nombreux élus".
const MANY: [&str; 18] = [
    "nombreux",
    "nombreuses",
    "multiples",
    "autres",
    "jeunes",
    "anciens",
    "anciennes",
    "grands",
    "grandes",
    "petits",
    "petites",
    "hauts",
    "hautes",
    "simples",
    "rares",
    "vieux",
    "nouveaux",
    "nouvelles",
];

/// Makes an article of "de" where it opens a phrase of several: "De nombreux élus disent", "« … », assurent d'autres".
pub(super) fn several(sentence: &mut Sentence<'_>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let tokens = &sentence.tokens;
        let many = MANY.contains(&tokens[at + 1].lower.as_ref()) && matches!(tokens[at].lower.as_ref(), "de" | "d'");
        if !many {
            continue;
        }
        let parted = |at: usize| at.checked_sub(1).is_none_or(|before| !tokens[before].is_word());
        let verb = at > 0 && tokens[at - 1].verb != Verb::default() && tokens[at - 1].verb.any(Verb::FINITE);
        let said = at > 1 && tokens[at - 1].verb != Verb::default() && tokens[at - 2].is(Class::AUXILIARY);
        let opens = parted(at)
            || verb && parted(at - 1)
            || said && parted(at - 2)
            || matches!(tokens[at - 1].lower.as_ref(), "selon" | "que" | "qu'" | "mais" | "alors" | "et");
        if opens {
            sentence.tokens[at].class = Class::DETERMINER.and(Class::PLURAL);
        }
    }
}

/// Takes the capitals from the place that news open with, which is nobody: "LYS — Le bac …", "LYS, 3 mai (AFP) - …".
pub(super) fn lower_dateline(sentence: &mut Sentence<'_>) {
    let loud = |token: &Token<'_>| token.text.chars().nth(1).is_some() && token.text.chars().all(char::is_uppercase);
    let dash = sentence.tokens.iter().take(DATELINE).position(|token| token.is_sign("—–-"));
    let Some(dash) = dash.filter(|_| sentence.tokens.first().is_some_and(loud)) else { return };
    sentence.tokens.iter_mut().take(dash).for_each(|token| token.capital = false);
}

/// Takes the capital from words that have it only because a sentence opens with them.
pub(super) fn lower(sentences: &mut [Sentence<'_>]) {
    let mut small = HashSet::new();
    let mut great = HashSet::new();
    for sentence in sentences.iter() {
        for token in sentence.tokens.iter().filter(|token| token.is_word()) {
            if !token.capital {
                small.insert(token.lower.to_string());
            } else if !opens(sentence, token) {
                great.insert(token.lower.to_string());
            }
        }
    }
    for sentence in sentences {
        let Some(at) = sentence.tokens.iter().position(|token| token.kind != Kind::Sign) else { continue };
        let verb = |next: &Token<'_>| {
            next.is(Class::AUXILIARY.and(Class::OBJECT)) && !next.is(Class::DETERMINER) || next.verb != Verb::default()
        };
        // "Arrivée en mai, …"
        let apposed = sentence.tokens.get(at + 1).is_some_and(|next| next.lower == "en")
            && Participle::Opening.ends(&sentence.tokens[at].lower)
            && !sentence.tokens.get(at + 2).is_some_and(verb);
        let pointing = matches!(
            sentence.tokens[at].lower.as_ref(),
            "cela" | "ceci" | "chacun" | "chacune" | "quiconque" | "personne"
        );
        // "Cela lui va"
        let leans = |next: &Token<'_>| pointing && next.is(Class::OBJECT) && !next.is(Class::AUXILIARY);
        let named = !apposed
            && sentence.tokens.get(at + 1).is_some_and(|next| next.is_name() || verb(next) && !leans(next))
            || !pointing && sentence.tokens.get(at + 1..at + 3).is_some_and(acts);
        // "Nahima, 38 ans, …"
        let aged = matches!(sentence.tokens.get(at + 1..at + 4), Some([comma, number, years])
            if comma.is_sign(",") && number.text.starts_with(char::is_numeric) && years.lower == "ans");
        let named = named || aged;
        let token = &mut sentence.tokens[at];
        let closed = Class::LIGHT
            .and(Class::CONJUNCTION)
            .and(Class::PREPOSITION)
            .and(Class::THAT)
            .and(Class::AUXILIARY)
            .and(Class::OBJECT)
            .and(Class::TIME);
        // "Élu de Lys, Jean Rey …"
        let noun = token.is(Class::HUMAN) && !token.is(Class::TITLE.and(Class::FIRST_NAME));
        let common = small.contains(token.lower.as_ref())
            || token.is(closed.and(Class::WHETHER))
            || noun
            || token.verb != Verb::default();
        let name = token.is(Class::FIRST_NAME) || great.contains(token.lower.as_ref()) || named && !token.is(closed);
        if token.capital
            && !token.is(Class::DETERMINER.and(Class::PRONOUN))
            && (common && !token.is(Class::FIRST_NAME) || !name)
        {
            token.capital = token.text.chars().nth(1).is_some_and(char::is_uppercase);
        }
    }
}

/// "Samuelle [habite l']une d'elles": a verb with its object, so that the word before is no noun.
fn acts(next: &[Token<'_>]) -> bool {
    let [verb, object] = next else { return false };
    let ends = ["e", "it", "a"].iter().any(|end| verb.lower.ends_with(end));
    let article = matches!(object.lower.as_ref(), "le" | "la" | "l'" | "un" | "une" | "son" | "sa");
    verb.is_word() && !verb.capital && verb.class == Class::default() && ends && article
}

/// Whether a sentence opens with a token.
fn opens(sentence: &Sentence<'_>, token: &Token<'_>) -> bool {
    sentence.tokens.iter().find(|token| token.kind != Kind::Sign).is_some_and(|first| first.start == token.start)
}
