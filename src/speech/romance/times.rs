//! Times beside a verb: "mardi", "ce jeudi", "le 3 mai", "il y a quelques jours".

use super::tokens::Token;
use super::words::Class;

/// How many tokens "il y a quelques jours" takes at a token.
pub(super) fn ago(tokens: &[Token<'_>], at: usize) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let there = word(at) == "il" && word(at + 1) == "y" && word(at + 2) == "a";
    let time = |token: &Token<'_>| token.is(Class::TIME) || matches!(token.lower.as_ref(), "jours" | "ans" | "siècles");
    let end = tokens.iter().skip(at + 3).take(4).position(time);
    end.filter(|_| there).map_or(0, |end| end + 4)
}

/// Whether a time stands at a token: "mardi", "ce jeudi", "le 3 mai".
pub(super) fn is_time(tokens: &[Token<'_>], at: usize) -> bool {
    time(tokens, at) > 0
}

/// How many tokens the time takes that stands at a token.
pub(super) fn time(tokens: &[Token<'_>], at: usize) -> usize {
    let begin = at + usize::from(tokens.get(at).is_some_and(|token| token.is(Class::DETERMINER)));
    // "ces dernières semaines"
    let adjective = tokens.get(begin).is_some_and(|token| {
        matches!(
            token.lower.as_ref(),
            "dernier" | "dernière" | "derniers" | "dernières" | "prochain" | "prochaine" | "prochains" | "prochaines"
        )
    });
    let begin = begin + usize::from(adjective && begin > at);
    let of_time =
        |token: &&Token<'_>| token.is(Class::TIME) || token.is_word() && token.text.starts_with(char::is_numeric);
    let length = tokens.iter().skip(begin).take(4).take_while(of_time).count();
    let timed = tokens.iter().skip(begin).take(length).any(|token| token.is(Class::TIME));
    // "la semaine dernière"
    let last = tokens.get(begin + length).is_some_and(|token| {
        matches!(
            token.lower.as_ref(),
            "dernier" | "dernière" | "derniers" | "dernières" | "prochain" | "prochaine" | "passé" | "passée"
        )
    });
    if timed { begin + length + usize::from(last && begin > at) - at } else { 0 }
}
