//! Step 3a: a first look at a word that may introduce speech. Most do not, and looking for a source takes time; a small
//! linear model passes those over.

use super::cues::{class, rounded};
use super::linear::{Features, Linear, Piece, feature};
use super::sentences::Sentence;
use super::token::Token;

/// A word less likely than this to introduce speech is passed over.
const LEAST: f64 = 0.1;

/// Whether a word deserves a second look.
pub(super) fn may_be_cue(sentence: &Sentence<'_>, i: usize, model: &Linear) -> bool {
    model.probability(|score| describe(sentence, i, score)) >= LEAST
}

/// What is seen of a word at first.
pub(super) fn describe<F: Features>(sentence: &Sentence<'_>, i: usize, out: &mut F) {
    let tokens = &sentence.tokens;
    let token = &tokens[i];
    let tag = |at: usize| tokens.get(at).map_or(Piece::of("end"), Token::tag);
    let (prev, before) = (class(tokens, i.checked_sub(1)), i.checked_sub(1).map_or(Piece::of("start"), tag));
    let next = tokens.get(i + 1).map_or(Piece::of("end"), Token::own);
    let beside = sentence.has_mark(i.saturating_sub(4)..i) || sentence.has_mark(i + 1..i + 5);
    let usage = token.usage;
    feature!(out, "1");
    feature!(out, "w", Piece::of(&token.lower));
    feature!(out, "s", rounded(token.strength, 10.0), beside);
    feature!(out, "V", usage.verb, usage.form, next);
    feature!(out, "V", usage.verb, prev);
    feature!(out, "N", usage.noun, next);
    feature!(out, "T", token.tag(), before);
    feature!(out, "T", token.tag(), next);
    feature!(out, "p", prev, next);
}
