//! German word order: in a main clause the verb comes second, so that its subject stands behind it as often as before.

use super::lexicon::{Classes, Kind, Lexicon};
use super::mentions::{self, Phrase};
use super::sentences::{Sentence, Token};

/// The subject of the cue at token `i` where it is not what stands before it (`left`):
/// 'Nach dem Treffen sprach der Rat von …', 'Das Vorhaben nannte er …', 'Der Rat hat vor der Wahl erklärt, …'.
pub(super) fn subject(tokens: &[Token<'_>], i: usize, left: Option<Phrase>, lexicon: &Lexicon) -> Option<Phrase> {
    if tokens[i].lower.starts_with("zitier") {
        return quoted_person(tokens, i);
    }
    let before = i.checked_sub(1).map(|at| &tokens[at]);
    if before.is_some_and(|before| matches!(before.lower.as_ref(), "und" | "sowie" | "aber")) {
        // 'Er lobte den Rat und nannte ihn …': the subject that the sentence opens with
        return opening(tokens).filter(|phrase| phrase.after < i);
    }
    // 'so beschrieb ihn der Wirt': the verb stands between
    let described = tokens[i].lower == "so"
        && tokens.get(i + 1).is_some_and(|next| next.word && !next.capital && next.kind.is_none());
    let from = i + 1 + usize::from(described);
    let object = |token: &&Token<'_>| {
        matches!(token.lower.as_ref(), "sich" | "ihn" | "ihm" | "ihnen" | "mir" | "dazu" | "hierzu" | "darüber")
            || described && token.lower == "es"
    };
    let at = from + tokens.get(from..)?.iter().take_while(object).count();
    let next = tokens.get(at);
    if next.is_some_and(|next| matches!(next.lower.as_ref(), "er" | "wir" | "ich" | "man")) {
        return Some(Phrase::one(at));
    }
    let is_preposition = |token: &Token<'_>| token.kind == Some(Kind::Preposition);
    let led = match left {
        None => i <= 3 && before.is_none_or(|before| before.kind == Some(Kind::Adverb)),
        Some(left) => {
            left.first > 0 && is_preposition(&tokens[left.first - 1])
                || left.first <= 3 && tokens.first().is_some_and(is_preposition)
                || left.after - left.first == 1
                    && matches!(tokens[left.first].kind, Some(Kind::Adverb | Kind::Conjunction))
                || tokens[left.first].lower == "so"
        }
    };
    if !led && !described {
        return None;
    }
    let opens = next.is_some_and(|next| next.capital || is_nominative(&next.lower));
    if opens { mentions::right(tokens, at) } else { before_auxiliary(tokens, i, lexicon) }
}

fn is_nominative(lower: &str) -> bool {
    matches!(
        lower,
        "der"
            | "die"
            | "das"
            | "ein"
            | "eine"
            | "dieser"
            | "diese"
            | "mehrere"
            | "viele"
            | "einige"
            | "sie"
            | "es"
            | "sein"
            | "seine"
            | "ihr"
            | "ihre"
    )
}

/// 'Der Rat hat vor der Wahl erklärt': the subject stands by the auxiliary.
fn before_auxiliary(tokens: &[Token<'_>], i: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let clause = tokens[..i].iter().rposition(|token| token.mark.is_some() || token.is_sign(",;:"));
    let begin = clause.map_or(0, |sign| sign + 1);
    let auxiliary = begin + tokens[begin..i].iter().position(|token| token.kind == Some(Kind::Have))?;
    mentions::left(tokens, auxiliary, lexicon).or_else(|| mentions::right(tokens, auxiliary + 1))
}

/// The subject that a sentence opens with.
fn opening(tokens: &[Token<'_>]) -> Option<Phrase> {
    let first = tokens.first()?;
    if first.kind == Some(Kind::Preposition) { None } else { mentions::right(tokens, 0) }
}

/// 'Die Zeitung zitiert einen Wirt mit den Worten', 'Der Wirt wird mit den Worten zitiert'.
fn quoted_person(tokens: &[Token<'_>], i: usize) -> Option<Phrase> {
    if tokens[..i].iter().any(|token| token.kind == Some(Kind::Be)) {
        return opening(tokens);
    }
    let light = tokens.get(i + 1..)?.iter().take_while(|token| token.kind == Some(Kind::Adverb)).count();
    mentions::right(tokens, i + 1 + light)
}

/// Whether the passage that token `k` stands for is a name or a title: 'der Sender „Kanal 5“', '(„Die Mühle“)',
/// 'meldete der „Bote“'. `body` is the passage without its marks.
pub(super) fn is_title(tokens: &[Token<'_>], k: usize, body: &str) -> bool {
    let Some(before) = k.checked_sub(1).map(|at| &tokens[at]) else { return false };
    let next = tokens.get(k + 1);
    let sentence = body.ends_with(['.', '!', '?', '…', ',']);
    if sentence || !body.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric()) {
        return false;
    }
    let noun =
        before.word && before.text.starts_with(char::is_uppercase) && before.strength < 0.3 && before.kind.is_none();
    let inverted = next.is_some_and(|next| next.text == "," || next.strength >= 0.5);
    let bracketed = before.text == "(" && next.is_some_and(|next| next.is_sign("),"));
    let source = before.is(Classes::DETERMINER) && k >= 2 && tokens[k - 2].strength >= 0.5;
    noun && !inverted || bracketed || source
}

/// Whether a sentence reports without a cue, in the mood that German has for that: 'Das sei nicht so.'
pub(super) fn is_reported(sentence: &Sentence<'_>) -> bool {
    let mood = |token: &Token<'_>| {
        matches!(
            token.lower.as_ref(),
            "sei"
                | "seien"
                | "habe"
                | "werde"
                | "könne"
                | "müsse"
                | "wolle"
                | "solle"
                | "dürfe"
                | "gebe"
                | "stehe"
                | "gehe"
        )
    };
    sentence.tokens.iter().any(mood)
        && !sentence.tokens.iter().any(|token| token.strength >= 0.65 && !token.is(Classes::ACCORDING))
}
