//! What stands between a German article and its noun with phrases of its own: 'die [in Linz geborene] Malerin'.

use super::super::lexicon::{Classes, Kind};
use super::super::token::Token;
use super::phrase::{DEPTH, DESCRIBING, describes, is_adjective, is_noun, phrase};
use super::when::past_date;

/// Past an age or a measure: 'der 49 [Jahre alte] Wirt', 'die zwei [Meter lange] Leiter'.
pub(super) fn past_age(tokens: &[Token<'_>], at: usize) -> usize {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.contains(&token.lower.as_ref()));
    let units = ["jahre", "monate", "wochen", "meter", "zentimeter", "kilometer", "kilo", "tonnen"];
    let measured = |word: &str| {
        ["alt", "lang", "groß", "hoh", "breit", "tief", "schwer"]
            .iter()
            .any(|stem| word.strip_prefix(stem).is_some_and(|end| matches!(end, "e" | "er" | "es" | "en")))
    };
    if is(at, &units) && tokens.get(at + 1).is_some_and(|next| measured(&next.lower)) {
        at + 2 + tokens.iter().skip(at + 2).take(DESCRIBING).take_while(|token| describes(token)).count()
    } else {
        at
    }
}

/// Where the noun stands behind an attribute with a phrase of its own: 'die [in Linz geborene] Malerin'.
pub(super) fn attributed(tokens: &[Token<'_>], at: usize, depth: usize) -> usize {
    // 'der als Käufer genannte Wirt'
    let leads = |token: &Token<'_>| token.kind == Some(Kind::Preposition) || token.lower == "als";
    if !tokens.get(at).is_some_and(leads) {
        return at;
    }
    // one attribute inside another is not read
    if depth > 0
        && let Some(noun) = behind_attribute(tokens, at)
    {
        return noun;
    }
    let inside = tokens[at..].windows(2).take(8).take_while(|pair| pair[0].word && !pair[0].text.is_empty());
    let ahead = inside.enumerate().find(|(_, pair)| {
        is_adjective(&pair[0]) && pair[0].lower.len() > 4 && (is_noun(&pair[1]) || pair[1].mark().is_some())
    });
    ahead.map_or(at, |(ahead, _)| at + ahead + 1)
}

/// The noun that the participle behind whole phrases describes: 'der [auf dem Fest für alle Kinder] anwesende Wirt'.
pub(super) fn behind_attribute(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut at = at;
    for _ in 0..DEPTH {
        if !(tokens.get(at)?.is(Classes::PREPOSITION) || tokens[at].lower == "als") {
            break;
        }
        at = past_date(tokens, phrase(tokens, at + 1, 0)?.after);
    }
    let describing = tokens.get(at..)?.iter().take(DESCRIBING).take_while(|token| describes(token)).count();
    tokens.get(at + describing).filter(|noun| is_noun(noun) || noun.mark().is_some())?;
    (describing > 0 && is_adjective(&tokens[at + describing - 1])).then_some(at + describing)
}
