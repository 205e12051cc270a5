//! Whom English sentences tell of by a noun: 'The [mayor] opened the gate', '[A shopper] was less kind', '[Her mother] nodded'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::is_title;

/// The token of the title that a sentence opens with as its subject: 'The [mayor] opened the gate'.
pub(in crate::speech) fn opening(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<usize> {
    tokens.first().filter(|token| token.lower == "the" && token.word)?;
    subject_behind(tokens, 0, lexicon)
}

/// Somebody whom a sentence brings in as its subject, '[A shopper] was less kind', 'But [one woman] in the queue shook her head',
/// or about whom it tells something that is nobody's doing: 'The car belonged to [a young nurse] from Lys'.
pub(in crate::speech) fn brought_in(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<Phrase> {
    let first = usize::from(tokens.first().is_some_and(|first| first.kind == Some(Kind::Conjunction)));
    let article = tokens.get(first).is_some_and(is_indefinite);
    let noun = if article { subject(tokens, first, lexicon, true) } else { None };
    let subject = noun.map(|noun| Phrase { first, after: noun + 1 });
    subject.or_else(|| owner(tokens, lexicon))
}

fn is_indefinite(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "a" | "an" | "one" | "another")
}

/// 'The car belonged to [a young nurse] from Lys', 'It was driven by [a student]': the only one of a sentence about a thing.
fn owner(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<Phrase> {
    const NEAR: usize = 3;
    let opening = tokens.first()?;
    let verb = tokens.iter().position(|token| token.is_finite || token.kind == Some(Kind::Be))?;
    let is_somebody = |token: &Token<'_>| {
        let named = token.capital && token.kind.is_none() || token.is(Classes::FEMININE.and(Classes::MASCULINE));
        named || token.usage.noun.text == "person" || is_title(token, lexicon)
    };
    let opens = opening.is(Classes::DETERMINER) || opening.is(Classes::POSSESSIVE) || opening.lower == "it";
    // whoever else acts in the sentence, or is named, stays in mind
    let is_about_thing = opens && !tokens[1..verb.max(1)].iter().any(is_somebody) && verb > 0;
    let leads = |at: &usize| is_indefinite(&tokens[*at]) && matches!(tokens[at - 1].lower.as_ref(), "to" | "by" | "of");
    let first = (verb + 1..tokens.len()).filter(|_| is_about_thing).find(leads)?;
    let plain = |at: &usize| tokens[*at].word && tokens[*at].kind.is_none() && !tokens[*at].capital;
    let noun = (first + 1..tokens.len().min(first + 1 + NEAR)).take_while(plain).last()?;
    // 'a nurse, Noa Reyes'
    let comma = usize::from(tokens.get(noun + 1).is_some_and(|sign| sign.text == ","));
    let is_named = tokens.get(noun + 1 + comma).is_some_and(|name| name.capital);
    let known = !is_named && (lexicon.is_somebody(&tokens[noun].lower) || is_title(&tokens[noun], lexicon));
    (known && !tokens.iter().any(|token| token.mark().is_some())).then_some(Phrase { first, after: noun + 1 })
}

/// A subject from a token on whose noun tells whether it is a woman or a man, '[Her mother] nodded', 'In the barn [a girl] was
/// sitting', or that is of somebody: '[Her lawyer] disagreed'.
pub(in crate::speech) fn told_subject(tokens: &[Token<'_>], from: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let opens = |token: &Token<'_>| {
        let is_article = || matches!(token.lower.as_ref(), "a" | "an" | "the");
        token.is(Classes::DETERMINER) && is_article() || token.is(Classes::POSSESSIVE)
    };
    // 'since her mother retired' only tells when, but 'When he had gone her mother came down' goes on with her, and whoever
    // tells the story is not who is meant behind 'I was nine when my mother left'
    let opening = tokens.first().map_or("", |first| first.lower.as_ref());
    let is_behind = matches!(opening, "i" | "when" | "while" | "after" | "before" | "as" | "until" | "once" | "though");
    let is_verb = |token: &Token<'_>| token.is_finite || token.kind == Some(Kind::Be);
    let verb = tokens.iter().position(is_verb).filter(|_| !is_behind).unwrap_or(tokens.len());
    let is_main = |first: &usize| {
        let before = first.checked_sub(1).map(|before| &tokens[before]);
        *first <= verb || before.is_some_and(|before| matches!(before.lower.as_ref(), "and" | "but"))
    };
    (from..tokens.len()).rev().filter(|at| opens(&tokens[*at])).filter(is_main).find_map(|first| {
        let noun = subject_behind(tokens, first, lexicon)?;
        // 'Her lawyer disagreed': another person than she is
        let is_of_somebody = || first == 0 && tokens[0].is(Classes::POSSESSIVE) && !tokens[noun].lower.ends_with('s');
        let is_told = lexicon.gender_of_noun(&tokens[noun].lower).is_some();
        let is_somebody = is_told || is_called(tokens, noun) || is_of_somebody();
        is_somebody.then_some(Phrase { first, after: noun + 1 })
    })
}

/// Whether a name of one word stands behind a noun: 'her brother [Tom]'.
fn is_called(tokens: &[Token<'_>], noun: usize) -> bool {
    let is_name = |at: usize| tokens.get(at).is_some_and(|name| name.word && name.capital && name.kind.is_none());
    is_name(noun + 1) && !is_name(noun + 2)
}

/// Behind a name of one word that stands between commas behind a noun: 'her brother, [Tom], keeps'.
fn past_apposed(tokens: &[Token<'_>], noun: usize) -> Option<usize> {
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.text == ",");
    (is_comma(noun + 1) && is_called(tokens, noun + 1) && is_comma(noun + 3)).then_some(noun + 4)
}

/// The noun for a person that is the subject right behind an article.
pub(in crate::speech) fn subject_behind(tokens: &[Token<'_>], article: usize, lexicon: &Lexicon) -> Option<usize> {
    subject(tokens, article, lexicon, false)
}

/// The same; of a new one no gender need be told where something hangs on the noun: 'A colleague in the mill thought otherwise'.
fn subject(tokens: &[Token<'_>], article: usize, lexicon: &Lexicon, is_new: bool) -> Option<usize> {
    const NEAR: usize = 3;
    const HANGING: usize = 8;
    const ASIDE: usize = 16;
    let is_verb = |token: &Token<'_>| {
        token.is_finite || token.could_be_verb || token.kind.is_some_and(Kind::is_auxiliary) || token.is(Classes::LIGHT)
    };
    // 'A woman in a green coat was'
    let hangs = |behind: usize| {
        let on = tokens.get(behind).is_some_and(|next| next.kind == Some(Kind::Preposition));
        let words = tokens.iter().skip(behind).take(HANGING).take_while(|token| token.word);
        on && words.skip(2).any(|token| token.is_finite || token.kind == Some(Kind::Be))
    };
    let is_comma = |token: &Token<'_>| token.text == ",";
    // 'Her son, nine, who sleeps in the attic, was', 'A guard in the yard, leaning on his broom, saw', but not 'His father, a
    // docker who sang, told him', of whom the story is not
    let is_age = |token: &Token<'_>| {
        token.lower.starts_with(|first: char| first.is_ascii_digit()) || lexicon.is_number_of_children(&token.lower)
    };
    let is_aged = |behind: usize| tokens.get(behind + 1).is_some_and(is_age);
    let aside = |behind: usize| {
        if !is_new && !is_aged(behind) {
            return false;
        }
        let end = (behind..tokens.len().min(behind + ASIDE)).rfind(|at| is_comma(&tokens[*at]));
        let opens = tokens.iter().skip(behind).take(HANGING).find(|token| is_comma(token) || token.is_finite);
        let next = end.and_then(|end| tokens.get(end + 1)).filter(|_| opens.is_some_and(is_comma));
        next.is_some_and(|next| next.is_finite || next.kind == Some(Kind::Be))
    };
    let is_who = |at: usize| tokens.get(at).is_some_and(|who| who.lower == "who");
    let is_subject = |at: &usize| {
        let noun = &tokens[*at];
        // 'The coach, who took over in May, praised'
        let who = || tokens.get(at + 1).is_some_and(|sign| sign.text == ",") && is_who(at + 2);
        // 'Her brother Tom keeps the books', 'My friend Tom, who'
        let named = || {
            let is_who = tokens.get(at + 2).is_some_and(|sign| sign.text == ",") && is_who(at + 3);
            let acts = || tokens.get(at + 2).is_some_and(|next| next.word && is_verb(next));
            // 'Her grandson Tom, nine, had slept'
            is_called(tokens, *at) && (is_who || acts() || is_aged(at + 2) && aside(at + 2))
        };
        // 'a clock and an old woman saying no'
        let acts = |next: &Token<'_>| next.word && is_verb(next) && next.usage.form.text != "ing";
        // 'Her brother, Tom, keeps the books'
        let apposed = || past_apposed(tokens, *at).is_some_and(|behind| tokens.get(behind).is_some_and(acts));
        let says = || tokens.get(at + 1).is_some_and(acts) || who() || named() || apposed();
        !noun.capital
            && (noun.usage.noun.text == "person" || is_title(noun, lexicon))
            && (says() || (is_new || lexicon.gender_of_noun(&noun.lower).is_some()) && (hangs(at + 1) || aside(at + 1)))
    };
    let behind = tokens.iter().skip(article + 1).take(NEAR);
    let plain = behind.take_while(|token| token.word && token.kind.is_none()).count();
    (article + 1..=article + plain).find(is_subject)
}
