//! Bodies that German calls by letters: 'das Amt für Deiche und Wehre (ADW)', 'das Oberdeichgericht (ODeichG)'.

use super::super::lexicon::Lexicon;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::cue::phrase_before;
use super::phrase;
use super::role::Described;

/// Fewer or more letters are hardly a body's.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// The name of a body before the bracket at token `bracket`, in which its letters stand.
pub(in super::super) fn spelled_out(tokens: &[Token<'_>], bracket: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let letters = tokens.get(bracket + 1)?.text;
    let closed = tokens.get(bracket + 2).is_some_and(|next| next.text == ")");
    let capitals = letters.chars().filter(|letter| letter.is_uppercase()).count();
    let many = LETTERS.contains(&letters.len()) && letters.chars().all(char::is_alphabetic);
    if !closed || !many || capitals < 2 || !letters.starts_with(char::is_uppercase) {
        return None;
    }
    let phrase = phrase_before(tokens, bracket)?;
    // of 'die Lyser Bank' the bank
    let head = phrase::head(tokens, phrase)?;
    let nouns = tokens[head..phrase.after].iter().take_while(|token| phrase::is_noun(token)).count();
    let head = &tokens[head + nouns.max(1) - 1];
    let article = phrase::is_article(&tokens[phrase.first]);
    // 'die Abgeordnete Sophie Pindt (SPD)'
    let person = Described::of(tokens, phrase, lexicon).is_some() || lexicon.is_person(&head.lower);
    if person || !article && !lexicon.is_body(&head.lower) && !lexicon.is_firm(&head.lower) {
        return None;
    }
    let first = (phrase.first..phrase.after).find(|at| {
        let noun = tokens[*at].text.starts_with(char::is_uppercase) && !phrase::is_article(&tokens[*at]);
        noun && spells(&tokens[*at..phrase.after], letters)
    })?;
    Some(Phrase { first, after: phrase.after })
}

/// Whether the letters stand in words one after the other, the first at their head.
fn spells(words: &[Token<'_>], letters: &str) -> bool {
    let lower = letters.to_lowercase();
    let mut left = lower.chars().peekable();
    let opens = words.first().is_some_and(|word| word.lower.chars().next() == left.peek().copied());
    for letter in words.iter().flat_map(|word| word.lower.chars()) {
        if left.peek() == Some(&letter) {
            left.next();
        }
    }
    opens && left.peek().is_none()
}

/// The name of a body that a preposition is part of: of 'das neue Amt für Deiche' the Amt für Deiche.
pub(in super::super) fn body_name(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> Option<Phrase> {
    let head = phrase::head(tokens, phrase)?;
    let joins = tokens.get(head + 1).is_some_and(|next| matches!(next.lower.as_ref(), "für" | "gegen" | "zur" | "zum"));
    if !joins || head + 2 >= phrase.after || !lexicon.is_body(&tokens[head].lower) {
        return None;
    }
    let capitals = tokens[phrase.first..head].iter().rev();
    let described =
        capitals.take_while(|token| token.text.starts_with(char::is_uppercase) && !phrase::is_article(token)).count();
    Some(Phrase { first: head - described, after: phrase.after })
}
