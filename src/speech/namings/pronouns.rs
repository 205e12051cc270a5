//! What the pronouns of an English article tell of whom it names: '[Hill] locked her gate', '[Hill] left. She took the boat'.

use super::super::kept::Gender;
use super::super::lexicon::{Classes, Kind};
use super::super::survey::Survey;
use super::super::token::Token;
use super::Naming;

/// A verb that introduces speech so often at least: whoever is told of behind it may be another.
const SAYS: f64 = 0.3;

/// How many tokens behind a name its verb stands at most.
const VERB: usize = 20;

/// How many words of the next sentence are looked at: 'Then she'.
const NEXT: usize = 2;

/// What the first pronoun behind a name tells of it that opens a sentence, where nobody else is named between.
pub(super) fn told(survey: &Survey<'_>, number: usize, naming: &Naming<'_, '_>) -> Option<Gender> {
    let sentence = &survey.sentences[number];
    let name = naming.name;
    if name.first > naming.title.len() + 1 {
        return None;
    }
    let behind = &sentence.tokens[name.after..];
    let of_clause =
        |token: &Token<'_>| token.is_finite || token.could_be_verb || token.kind.is_some_and(Kind::is_auxiliary);
    if !behind.iter().take(VERB).any(of_clause) {
        return None;
    }
    match first_told(behind) {
        Told::Gender(gender) => return Some(gender),
        Told::Other => return None,
        Told::Nothing => (),
    }
    let next = survey.sentences.get(number + 1)?;
    // '“Late,” she said'
    let marks = next.tokens.iter().take_while(|token| token.mark().is_some()).count();
    if next.paragraph != sentence.paragraph && marks == 0 {
        return None;
    }
    match first_told(&next.tokens[marks..next.tokens.len().min(marks + NEXT)]) {
        Told::Gender(gender) => Some(gender),
        Told::Other | Told::Nothing => None,
    }
}

enum Told {
    Gender(Gender),
    /// Somebody else is named or meant before any pronoun of theirs.
    Other,
    Nothing,
}

/// What the first of some words tells that tells anything.
fn first_told(tokens: &[Token<'_>]) -> Told {
    for (at, token) in tokens.iter().enumerate() {
        // 'Hill told her'
        let is_object = || {
            let next = tokens.get(at + 1);
            token.lower == "him" || token.lower == "her" && next.is_none_or(|next| !next.word || next.kind.is_some())
        };
        match token.lower.as_ref() {
            // 'Hill says she was late'
            "he" | "she" if at > 0 && tokens[at - 1].strength >= SAYS => return Told::Other,
            "he" | "she" | "his" | "her" | "him" => {
                let gender = Gender::told(std::slice::from_ref(token), Gender::PRONOUNS);
                return match gender {
                    Some(gender) if !is_object() => Told::Gender(gender),
                    _ => Told::Other,
                };
            }
            _ if token.capital && token.kind.is_none() && !token.is(Classes::DAY.and(Classes::MONTH)) => {
                return Told::Other;
            }
            _ => (),
        }
    }
    Told::Nothing
}
