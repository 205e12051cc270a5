//! Which of the phrases before and behind a German verb is its subject: 'Den Plan nannte er …', 'Eine Brücke fordert Ada Hill'.

use super::super::lexicon::Lexicon;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::agreement;
use super::object::{is_demand, is_particle};
use super::phrase;

/// Whether it is who stands behind a verb that speaks, and not what stands before it: 'Den Plan nannte er …',
/// 'Das Angebot lehnte der Rat ab'.
pub(super) fn is_holder(tokens: &[Token<'_>], left: Phrase, right: Phrase, verb: usize) -> bool {
    let first = &tokens[right.first];
    let person = matches!(first.lower.as_ref(), "er" | "wir" | "ich" | "man");
    let named = first.capital || matches!(first.lower.as_ref(), "der" | "ein");
    let near = right.first == verb + 1;
    // 'Deutliche Worte findet die Wirtin'
    let woman = matches!(first.lower.as_ref(), "eine" | "die")
        && phrase::head(tokens, right)
            .is_some_and(|head| agreement::is_woman(&tokens[head].lower) || tokens[head].lower.ends_with("mutter"));
    // 'Das Schweigen nannte Ada Hill …'
    let done =
        tokens[left.first].lower == "das"
            && left.of(tokens).get(1..).unwrap_or_default().iter().find(|token| phrase::is_noun(token)).is_some_and(
                |head| head.lower.ends_with("en") && !head.lower.ends_with("unternehmen") && !head.capital,
            );
    // 'Eine Brücke fordert auch Ada Hill', but not 'Eine Wirtin fordert Ada Hill auf'
    let demanded = || {
        let lead = &tokens[left.first];
        let woman = phrase::head(tokens, left).is_some_and(|head| agreement::is_woman(&tokens[head].lower));
        let some = matches!(lead.lower.as_ref(), "eine" | "einen" | "ein" | "mehr" | "keine");
        let asks = !tokens.iter().rev().find(|token| token.word).is_some_and(|word| is_particle(&word.lower));
        some && !woman && asks && is_demand(&tokens[verb].lower) && first.capital
    };
    // 'Die Kosten bezifferte ein Sprecher auf zwei Millionen'
    let counts = near && tokens[verb].lower.starts_with("beziff") && phrase::head(tokens, right).is_some();
    demanded()
        || counts
        || near
            && is_he(tokens, right)
            && !matches!(tokens[left.first].lower.as_ref(), "der" | "er" | "ein" | "ich" | "wir")
        || near && done && first.capital && first.mark().is_none()
        || near && (person || (named || woman || is_body(tokens, right)) && is_thing(tokens, left))
        || agreement::disagrees(tokens, left, verb) && !agreement::disagrees(tokens, right, verb)
}

/// Whether a phrase is the subject for certain: "der" before a noun for a man.
fn is_he(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let inside = phrase.of(tokens);
    let head = inside.iter().find(|token| phrase::is_noun(token)).filter(|head| !head.capital);
    inside.first().is_some_and(|first| first.lower == "der")
        && head.is_some_and(|head| Lexicon::german().ends_like_man(&head.lower))
}

/// Whether a phrase is about a body: 'das Gericht'.
fn is_body(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    phrase::head(tokens, phrase).is_some_and(|head| Lexicon::german().is_body(&tokens[head].lower))
}

/// Whether a phrase is about a thing that cannot speak, as far as its noun tells.
fn is_thing(tokens: &[Token<'_>], subject: Phrase) -> bool {
    // 'Deutliche Worte'
    let [first, .., last] = subject.of(tokens) else {
        return subject.of(tokens).first().is_some_and(|word| word.lower == "kritik");
    };
    if first.lower.ends_with('e') && matches!(last.lower.as_ref(), "worte" | "töne" | "kritik") {
        return true;
    }
    let head = subject.of(tokens).iter().find(|token| phrase::is_noun(token));
    head.is_some_and(|head| {
        let lexicon = Lexicon::german();
        let is_said = || lexicon.is_statement(&head.lower) && !lexicon.is_body(&head.lower);
        let is_listed = || lexicon.is_thing(&head.lower) || head.lower == "kritik" || is_said();
        is_listed() || lexicon.ends_like_thing(&head.lower) && !head.capital
    })
}
