//! What is heard from somebody: "peut-on lire dans le rapport", "on apprend par la mairie que …".

use super::clauses;
use super::drafts::{Reading, Source};
use super::names;
use super::phrases::{self, Mention, Span};
use super::times;
use super::tokens::Token;
use super::words::{Class, Words};

/// How far behind whoever tells it "que" may stand.
const THAT: usize = 6;

/// "peut-on lire [dans le rapport]", "argue-t-on [à la caisse]".
pub(super) fn behind_on(tokens: &[Token<'_>], from: usize, words: &Words) -> Option<Mention> {
    // "a-t-on appris mardi auprès de …"
    let from = from + times::time(tokens, from);
    let mut at = from;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    // "assure-t-on du côté de [la mairie]"
    let side = word(at) == "du" && word(at + 1) == "côté";
    at += if side { 2 } else { usize::from(word(at) == "auprès") };
    let preposition = tokens.get(at).is_some_and(|token| token.is(Class::PREPOSITION));
    at += usize::from(preposition);
    let before = tokens.get(at.checked_sub(1)?)?;
    let fused = matches!(before.lower.as_ref(), "du" | "des" | "au" | "aux");
    // "a-t-on appris de source judiciaire", "auprès de diplomates"
    let bare = tokens.get(at).is_some_and(|noun| {
        before.lower.starts_with('d')
            && (noun.lower.starts_with("source")
                || noun.lower == "même" && word(at + 1) == "source"
                || at > from + 1 && noun.lower.ends_with('s'))
    });
    // "au cours d'une réunion": when, and nobody
    if matches!(word(at), "cours" | "terme" | "sortir" | "lendemain" | "moment" | "début") {
        return None;
    }
    let opens = phrases::opens(tokens, at) || bare || fused && tokens.get(at).is_some_and(Token::is_word);
    let mention =
        (preposition && opens).then(|| phrases::at(tokens, at - usize::from(fused), tokens.len(), words)).flatten()?;
    // "y lit-on dans un français impeccable", "a-t-on crié du premier rang": how and where, and nobody
    let speaks = |head: usize| tokens[head].is(Class::HUMAN.and(Class::BODY).and(Class::PAPER).and(Class::TITLED));
    let written = mention.head.is_some_and(|head| names::is_paper(&tokens[head].lower));
    (bare || written || mention.name.is_some() || mention.head.is_some_and(speaks)).then_some(mention)
}

/// "On apprend par la mairie que le pont ferme": what we are told, and by whom.
pub(super) fn learnt(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let learns = |token: &Token<'_>| ["appren", "appris", "apprit"].iter().any(|stem| token.lower.starts_with(stem));
    let Some(verb) = (1..tokens.len()).find(|at| learns(&tokens[*at])) else { return };
    let before = tokens[..verb].iter().rev().take(2);
    let nobody = before.take_while(|token| token.is_word()).any(|token| matches!(token.lower.as_ref(), "on" | "nous"));
    let Some(source) = behind_by(tokens, verb + 1, words).filter(|_| nobody) else { return };
    let that = tokens.iter().skip(source.after).take(THAT).position(|token| token.is(Class::THAT));
    let Some(that) = that.map(|ahead| source.after + ahead) else { return };
    let content = clauses::trimmed(tokens, that + 1, clauses::end(tokens, that + 1, words));
    reading.add(content, Some(Span { first: verb, after: verb + 1 }), Source::Named(source), 0.95, false);
}

/// "par [la mairie]", "du [parquet]", "de [source policière]", "auprès de [la mairie]".
fn behind_by(tokens: &[Token<'_>], from: usize, words: &Words) -> Option<Mention> {
    let at = from + usize::from(tokens.get(from)?.lower == "auprès");
    match tokens.get(at)?.lower.as_ref() {
        "par" | "de" | "d'" => phrases::at(tokens, at + 1, tokens.len(), words),
        "du" | "des" => phrases::at(tokens, at, tokens.len(), words),
        _ => None,
    }
}
