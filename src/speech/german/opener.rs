//! Words that have their capital because a German sentence opens with them, and are no nouns.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::sentences::Sentence;
use super::super::token::Token;
use super::phrase::{describes, is_noun, noun_phrase};

/// Whether a word that opens a sentence is an adverb by its ending: "Höhnisch", "Relativierend".
pub(super) fn is_adverb(lower: &str) -> bool {
    const ENDINGS: [&str; 15] = [
        "isch", "lich", "ell", "end", "ig", "weise", "bar", "sam", "mals", "maßen", "seits", "falls", "dings",
        "gesehen", "tens",
    ];
    // 'Deutlicher wird ein Wirt', but no 'Fischer'
    let compares = lower.len() > "tischer".len() && (lower.ends_with("licher") || lower.ends_with("ischer"));
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || compares
        || matches!(
            lower,
            "kaum" | "rund" | "knapp" | "etwa" | "gut" | "anders" | "konkreter" | "schärfer" | "härter" | "genauer"
        )
}

/// Whether a word is the participle of a verb for taking a side, by its shape: "sekundiert", "beigesprungen", "unterstützt".
pub(super) fn is_participle(lower: &str) -> bool {
    const PARTICLES: [&str; 14] =
        ["ab", "an", "auf", "aus", "bei", "dagegen", "ein", "entgegen", "hinzu", "mit", "nach", "vor", "zu", "zurück"];
    let parted =
        PARTICLES.iter().filter_map(|particle| lower.strip_prefix(particle)).any(|rest| rest.starts_with("ge"));
    let ends = lower.ends_with('t') || lower.ends_with("en");
    lower.ends_with("iert") || parted && ends && lower.chars().nth(6).is_some() || Lexicon::german().takes_side(lower)
}

/// 'Angesprochen auf den Lärm', 'Kurz nach dem Fest': the first word of a sentence is no noun.
pub(super) fn leads_in(tokens: &[Token<'_>]) -> bool {
    const ASKED: [&str; 5] = ["gesprochen", "gefragt", "befragt", "frontiert", "gebeten"];
    let [first, next, ..] = tokens else { return false };
    let asked = ASKED.iter().any(|end| first.lower.ends_with(end)) && next.is(Classes::PREPOSITION);
    let helped = matches!(next.kind, Some(Kind::Be | Kind::Have)) && is_participle(&first.lower);
    asked
        || helped
        || first.lower == "kurz"
            && matches!(next.lower.as_ref(), "nach" | "vor" | "bevor" | "darauf" | "danach" | "zuvor")
}

/// 'Pauschale, weltweite Regeln lehne man ab', 'Klug, umsichtig und leise habe er gewirkt': the first word of a sentence is
/// one of several that describe.
pub(super) fn lists_adjectives(tokens: &[Token<'_>]) -> bool {
    let [first, comma, second, third, fourth, ..] = tokens else { return false };
    if comma.text != "," || !describes(second) || !second.text.starts_with(char::is_lowercase) {
        return false;
    }
    let alike = |ending: &str| first.lower.ends_with(ending) && second.lower.ends_with(ending);
    let alike = ["e", "en", "er", "es"].into_iter().any(alike);
    // 'Merkle, langjährige Wirtin der Mühle, sagte'
    let apposed = || noun_phrase(tokens, 2).is_some_and(|noun| tokens.get(noun.after).is_some_and(|next| !next.word));
    let joined = matches!(third.text, "und" | ",") && describes(fourth) && fourth.text.starts_with(char::is_lowercase);
    alike && is_noun(third) && !apposed() || !alike && joined
}

/// Whether a phrase is a bare word that has its capital because a sentence opens with it: 'Viel wird getan', 'Sport hilft'.
/// A word that stands inside another sentence of these as a name is none.
pub(in super::super) fn only_opens(sentences: &[Sentence<'_>], tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let first = tokens.iter().position(|token| token.word);
    let [word] = phrase.of(tokens) else { return false };
    let named = |sentence: &Sentence<'_>| {
        let words = sentence.tokens.iter().filter(|token| token.word).skip(1);
        words.clone().any(|token| token.capital && token.text == word.text)
    };
    // 'Hedwig lacht'
    let given = Lexicon::german().gender_of_name(&word.lower).is_some();
    first == Some(phrase.first) && is_noun(word) && !given && !sentences.iter().any(named)
}
