//! Groups of words that report something as a verb does: "fait état de dix blessés".

use super::clauses;
use super::complements;
use super::drafts::{Reading, Source};
use super::phrases::Span;
use super::reports::is_somebody;
use super::spanish;
use super::subjects;
use super::tokens::Token;
use super::words::{Class, Tongue, Words};

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
        // "dejó claro que …", "está convencida de que …"
        let linked = usize::from(tokens.get(first).is_some_and(|link| link.is(Class::PREPOSITION)));
        if tokens.get(first + linked).is_some_and(|next| next.is(Class::THAT)) {
            let that = first + linked + 1;
            let end = clauses::end(tokens, that, words);
            let end = spanish::does_more(tokens, at, that, end, words).unwrap_or(end);
            let content = clauses::trimmed(tokens, that, end);
            let plural = tokens[at].lower.ends_with('n');
            let silent = words.tongue == Tongue::Spanish && subjects::skip_back(tokens, at, low, words) == 0;
            let silent = silent.then_some(Source::Silent { plural });
            let source = subjects::before(tokens, at, low, words).map(Source::Named).or(silent);
            let known = matches!(&source, Some(Source::Named(by)) if !is_somebody(tokens, by, words));
            if let Some(source) = source.filter(|_| !known && !reading.is_taken(content)) {
                low = content.after;
                let part = content.of(tokens).iter().any(Token::is_mark);
                reading.add(content, Some(Span { first: at, after: at + width }), source, 0.93, part);
            }
            continue;
        }
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
