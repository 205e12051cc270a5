//! What somebody claims to have seen or done: 'Der Nachbar will [einen Schrei gehört haben]'.

use super::super::mentions::Phrase;
use super::super::token::Token;
use super::content::{Content, trimmed};
use super::cue::{Cue, CueKind, named, with_name};
use super::phrase;
use super::subject;

/// How likely such words are what somebody says.
const CLAIMED: f64 = 0.8;

/// "will" and "wollen" in a sentence that ends in a participle and "haben", but not 'will bis Mai alles bezahlt haben'.
pub(super) fn claim(tokens: &[Token<'_>], at: usize, last: usize) -> Option<Cue> {
    let will = at > 0 && matches!(tokens[at].lower.as_ref(), "will" | "wollen") && tokens[at - 1].text != ",";
    let [.., participle, haben] = tokens.get(at + 1..last)? else { return None };
    let done = participle.word
        && participle.text.starts_with(char::is_lowercase)
        && participle.lower.ends_with(['t', 'n'])
        && haben.lower == "haben";
    let plans = tokens[at..last].iter().any(|token| matches!(token.lower.as_ref(), "bis" | "zu"));
    // 'will wissen, ob alle bezahlt haben'
    let leads = |pair: &[Token<'_>]| pair[0].text == "," && subject::subordinates(&pair[1]);
    let nested = tokens[at..last].windows(2).any(leads);
    if !will || !done || plans || nested || subject::is_subordinate(tokens, at) {
        return None;
    }
    let (source, way) = subject::of_verb(tokens, at)?;
    let nobody = matches!(tokens[source.first].lower.as_ref(), "man" | "wir" | "ich" | "es" | "niemand");
    if nobody {
        return None;
    }
    let (source, way) = named(Some((with_name(tokens, source, way), way)));
    Some(Cue { kind: CueKind::Claim, words: Phrase::one(at), group: Phrase::one(at), source, way, strength: 0.9 })
}

/// What stands behind "will" and whoever claims it.
pub(super) fn content(tokens: &[Token<'_>], cue: &Cue, last: usize) -> Option<Content> {
    let behind = cue.source.filter(|source| source.first > cue.words.first).map(|source| source.after);
    let from = behind.map_or(cue.words.after, |after| phrase::past_bracket(tokens, after));
    trimmed(tokens, from, last).map(|part| Content { parts: vec![part], probability: CLAIMED })
}
