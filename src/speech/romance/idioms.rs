//! Groups of words that report something as a verb does: "fait état de dix blessés".

use super::clauses;
use super::complements;
use super::drafts::{Reading, Source};
use super::phrases::Span;
use super::reports::is_somebody;
use super::subjects;
use super::tokens::Token;
use super::words::Words;

/// "fait état de dix blessés", "met en garde contre un nouvel accident": a noun that a group of words takes.
pub(super) fn reported(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let mut low = 0;
    for at in 0..tokens.len() {
        let width = if at < low { 0 } else { words.idioms.at(tokens, at) };
        let Some(last) = (at + width).checked_sub(1).filter(|_| width > 1) else { continue };
        let warns = tokens[last].lower == "garde" && tokens.get(last + 1).is_some_and(|next| next.lower == "contre");
        let states = tokens[at..last].iter().any(|token| matches!(token.lower.as_ref(), "état" | "part"));
        let first = last + 1 + usize::from(warns);
        if !(warns || states) || !tokens.get(first).is_some_and(Token::is_word) {
            continue;
        }
        let source = subjects::before(tokens, at, 0, words).filter(|source| is_somebody(tokens, source, words));
        let Some(source) = source else { continue };
        let end = complements::end_of_noun(tokens, first, clauses::end(tokens, first, words));
        let content = clauses::trimmed(tokens, first, end);
        low = content.after;
        if !content.of(tokens).iter().any(Token::is_mark) {
            reading.add(content, Some(Span { first: at, after: at + width }), Source::Named(source), 0.9, false);
        }
    }
}
