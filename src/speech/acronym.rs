//! Names that a text spells out with their letters behind: 'the Committee on Dry Lands (CDL)'.

use super::lexicon::Classes;
use super::mentions::Phrase;
use super::people::is_upper;
use super::token::Token;

/// More letters are hardly a name's.
const LONGEST: usize = 8;

/// The name behind which its letters stand in brackets, and the token of these; `run` is what has capitals before them.
pub(super) fn spelled_out(tokens: &[Token<'_>], run: Phrase) -> Option<(Phrase, usize)> {
    let bracket = run.after;
    let [opening, letters, closing, ..] = tokens.get(bracket..)? else { return None };
    let length = letters.text.len();
    let is_acronym = || is_upper(letters.text) && (2..=LONGEST).contains(&length) && letters.text.is_ascii();
    if opening.text != "(" || closing.text != ")" || !is_acronym() {
        return None;
    }
    // 'the Lys Institute for Tides (WIG)', whose letters are those of another language
    let is_body =
        length > 2 && run.after > run.first + 1 && run.of(tokens).iter().any(|token| token.is(Classes::ORGANISATION));
    let name = of_letters(tokens, bracket, letters.text).or_else(|| is_body.then_some(run))?;
    Some((name, bracket + 1))
}

/// The words before a bracket that begin with some letters, one after the other: 'on' and 'of the' have none.
fn of_letters(tokens: &[Token<'_>], bracket: usize, letters: &str) -> Option<Phrase> {
    let mut first = bracket;
    for letter in letters.chars().rev() {
        let small = tokens[..first].iter().rev().take_while(|token| token.word && !token.capital).take(3).count();
        first = first.checked_sub(small + 1)?;
        if !tokens[first].text.starts_with(letter) {
            return None;
        }
    }
    Some(Phrase { first, after: bracket })
}
