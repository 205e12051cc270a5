//! Whether a German speaker is one or several: 'die Wirte', 'Ada Hill und Tom Kern', 'sagten sie'.

use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::agreement::{self, Number};
use super::phrase;
use super::subject;

/// Whether a phrase stands for several, as far as that can be told: 'die neuen Wirte', 'junge Leute', 'Zeugen'.
pub(in super::super) fn is_plural(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> bool {
    let inside = phrase.of(tokens);
    let adjective = |pair: &[Token<'_>]| {
        let adjective = pair[0].word && pair[0].kind.is_none() && pair[0].lower.ends_with('e');
        adjective && phrase::is_noun(&pair[1]) && pair[1].lower.ends_with(['e', 'n', 's'])
    };
    // 'die anderen'
    let some = matches!(inside, [the, some] if the.lower == "die"
        && matches!(some.lower.as_ref(), "anderen" | "einen" | "meisten" | "übrigen"));
    some || inside.windows(2).next().is_some_and(adjective)
        || agreement::of_phrase(tokens, phrase) == Some(Number::Several)
        || are_joined(inside)
        || are_people(tokens, phrase, lexicon)
}

/// 'Ada Hill und Tom Kern', 'der Wirt und die Köchin', but not 'der Wirt und Imker'.
pub(super) fn are_joined(inside: &[Token<'_>]) -> bool {
    let Some(joint) = inside.iter().position(|token| matches!(token.lower.as_ref(), "und" | "sowie")) else {
        return false;
    };
    let [first, ..] = inside else { return false };
    let next = inside.get(joint + 1);
    next.is_some_and(|next| phrase::is_article(next) || phrase::is_noun(next) && !phrase::is_article(first))
        && !inside[..joint].iter().any(|token| token.text == ",")
}

/// 'die Ermittler', 'Zeugen', 'viele Anwohner der Mühle'.
fn are_people(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> bool {
    let Some(at) = phrase::head(tokens, phrase) else { return false };
    let (first, lower) = (&tokens[phrase.first], tokens[at].lower.as_ref());
    let named = tokens.get(at + 1).is_some_and(|next| at + 1 < phrase.after && phrase::is_noun(next));
    let definite = matches!(first.lower.as_ref(), "die" | "diese");
    let of_many = |ending: &str| {
        let one = lower.strip_suffix(ending).map(|one| one.trim_end_matches(['*', ':', '_']));
        one.is_some_and(|one| lexicon.is_person(one))
    };
    let people = of_many("innen") || of_many("en") || of_many("n") || lower.ends_with("leute");
    // 'Wirt Ulf Hill', 'die Wirtin', 'die Vorsitzende'
    let alike = definite && lexicon.is_person(lower) && !agreement::is_woman(lower) && !lower.ends_with('e');
    // 'Kritiker haben ihr vorgeworfen', but not 'Fischer hat'
    let beside = [phrase.first.checked_sub(1), Some(phrase.after)].into_iter().flatten();
    let verb = || beside.filter_map(|at| tokens.get(at)).find_map(agreement::of_verb);
    let bare = || at == phrase.first && lexicon.is_person(lower) && verb() == Some(Number::Several);
    !named && (at == phrase.first || definite) && (people || alike || bare())
}

/// The subject of a sentence where it stands for several.
pub(in super::super) fn several(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<Phrase> {
    let clause = tokens.iter().position(|token| token.is_sign(";:")).unwrap_or(tokens.len());
    let (subject, _) = subject::opening(tokens, clause)?;
    // 'Ihre Bedenken'
    let named = phrase::head(tokens, subject).is_some() && !tokens[subject.first].is(Classes::POSSESSIVE);
    // 'Die Hirten kamen', but not 'wir kamen', who are nobody yet
    let verb = tokens.get(phrase::past_bracket(tokens, subject.after));
    let of_many = verb.is_some_and(|verb| {
        let small = verb.word && verb.kind.is_none() && !phrase::is_noun(verb) && !verb.lower.starts_with("ge");
        agreement::of_verb(verb) == Some(Number::Several) || small && verb.lower.ends_with("en")
    });
    (named && (of_many || is_plural(tokens, subject, lexicon))).then_some(subject)
}

/// Whether 'sie' at a token are several, as the verb beside it tells: 'sagten sie', 'wie sie schreiben'.
pub(in super::super) fn are_they(tokens: &[Token<'_>], at: usize) -> bool {
    let number = |at: usize| {
        let verb =
            tokens.get(at).filter(|verb| verb.word && !phrase::is_noun(verb) && !verb.is(Classes::PREPOSITION))?;
        agreement::of_verb(verb)
    };
    let before = at.checked_sub(1).and_then(number);
    matches!(tokens[at].lower.as_ref(), "sie" | "die") && before.or_else(|| number(at + 1)) == Some(Number::Several)
}
