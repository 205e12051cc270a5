//! Whom the list of speakers has by their own words, where no name is known.

use super::super::SURE;
use super::super::german;
use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::MentionKind;
use super::super::survey::{Mention, Survey};
use super::super::token::Token;

/// From here on words that name nobody but have an article ("the baker") are listed as a speaker; below, it is unclear who speaks.
const LISTED: f64 = 0.4;

/// The same in German, and for words that name several people: "activists".
const SEVERAL: f64 = 0.55;

/// Whether a mention is somebody to list by its own words: no pronoun, and no bare common noun unless it is sure.
pub(super) fn is_listed(survey: &Survey<'_>, mention: Mention, confidence: f64) -> bool {
    match mention.kind {
        // who tells a story, and 'said one'
        MentionKind::Pronoun => {
            let word = survey.words_of(mention);
            let points = survey.lexicon.is_english() && survey.lexicon.points(&word.to_lowercase());
            points || survey.story().is_some_and(|words| words.is_narrator(word))
        }
        MentionKind::Noun => {
            let tokens = mention.sentence.map_or(&[][..], |number| &survey.sentences[number].tokens);
            let inside = mention.phrase.of(tokens);
            let determined = inside.first().is_some_and(|token| {
                token.is(Classes::DETERMINER.and(Classes::POSSESSIVE)) || token.lower.starts_with("l'")
            });
            let indefinite = inside.first().is_some_and(|token| matches!(token.lower.as_ref(), "a" | "an"));
            let is_somebody = survey.lexicon.is_german()
                && (german::is_somebody(tokens, mention.phrase, survey.lexicon)
                    || is_titled(survey.words_of(mention), inside));
            is_somebody
                || points(inside, survey.lexicon)
                || inside.iter().any(|token| token.kind.is_none())
                    && could_speak(inside, determined && !indefinite, survey.lexicon)
                    && (determined && confidence >= if survey.lexicon.is_german() { SEVERAL } else { LISTED }
                        || several_people(inside, survey.lexicon) && confidence >= SEVERAL
                        || confidence >= f64::from(SURE))
        }
        _ => true,
    }
}

/// 'one of them', 'the other', 'einer von ihnen': words for one or some of those named before, and no others.
fn points(inside: &[Token<'_>], lexicon: &Lexicon) -> bool {
    let own = inside.iter().take_while(|token| !matches!(token.lower.as_ref(), "of" | "von")).count();
    let small = |token: &Token<'_>| token.is(Classes::DETERMINER) || matches!(token.lower.as_ref(), "at" | "least");
    let [before @ .., last] = &inside[..own] else { return false };
    lexicon.points(&last.lower) && before.iter().all(|token| small(token) || lexicon.points(&token.lower))
}

/// 'laut „Lyser Post“'
fn is_titled(words: &str, inside: &[Token<'_>]) -> bool {
    let few = words.split_whitespace().nth(4).is_none() && !words.contains(',');
    few && inside.len() == 1 && inside[0].mark().is_some()
}

/// 'activists', 'local authorities', 'police': people with no article, whom it can only be.
fn several_people(inside: &[Token<'_>], lexicon: &Lexicon) -> bool {
    noun(inside).is_some_and(|head| {
        let many = head.lower.ends_with('s') || matches!(head.lower.as_ref(), "police" | "people");
        many && (matches!(head.usage.noun.text, "person" | "group") || lexicon.speaks_as_body(&head.lower))
    })
}

/// The noun of a mention: 'two [people] close to the talks'.
fn noun<'a, 't>(inside: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let is_adjective = |token: &&Token<'_>| token.usage.parts.text.starts_with('J') && token.usage.noun.text == "-";
    let before = inside.iter().take_while(|token| token.kind != Some(Kind::Preposition)).count();
    let head = inside[..before].last();
    inside[..before].iter().rev().find(|token| !is_adjective(token)).or(head)
}

/// Whether the noun of a mention is one of those that speak, as far as that is known: "a baker", not "a kind of bread".
fn could_speak(inside: &[Token<'_>], definite: bool, lexicon: &Lexicon) -> bool {
    let head = match noun(inside) {
        // 'some of the farmers'
        Some(head) if head.is(Classes::DETERMINER) => inside.last(),
        head => head,
    };
    head.is_none_or(|head| match head.usage.noun.text {
        _ if lexicon.is_document(&head.lower) => true,
        "person" | "group" | "communication" | "cognition" => true,
        "time" => false,
        _ if matches!(head.lower.as_ref(), "source" | "sources") => true,
        "location" => definite,
        _ if head.is(Classes::TITLE) => true,
        _ => head.usage.parts.text.is_empty() || lexicon.speaks_as_body(&head.lower),
    })
}
