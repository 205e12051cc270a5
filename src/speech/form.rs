//! What a word is to the rules and the models, worked out once for each word that a language knows and for each look that
//! another word may have.

use super::facts::Facts;
use super::lexicon::{Classes, Kind};
use super::listed::{Listed, listed};
use super::usage::{UNKNOWN, Usage};
use super::vocabulary::Word;

/// The least strength of a word that is looked at as a cue wherever it stands.
const CANDIDATE: f64 = 0.03;

/// What a token is, whatever its letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub capital: bool,
    pub word: bool,
    pub classes: Classes,
    pub kind: Option<Kind>,
    /// How often the word introduces speech.
    pub strength: f64,
    /// What the models know it by: its kind, its sign, or its shape.
    pub class: Listed,
    /// The parts of speech of a word that is no name and in no closed class; else its class.
    pub tag: Listed,
    /// A small word itself, else its class.
    pub own: Listed,
    pub usage: Usage,
    /// Whether the word may be the verb of a clause.
    pub is_finite: bool,
    /// Whether it is a cue, or what could be a verb beside a closing mark: “…,” beamed Hartley.
    pub could_be_verb: bool,
    /// Whether it is looked at as a cue wherever it stands.
    pub is_cue: bool,
    pub facts: Facts,
}

impl Form {
    /// A passage in quotation marks.
    pub const QUOTED: Self = {
        const Q: Listed = listed!("Q");
        Self {
            capital: false,
            word: false,
            classes: Classes::NONE,
            kind: None,
            strength: 0.0,
            class: Q,
            tag: Q,
            own: Q,
            usage: UNKNOWN,
            is_finite: false,
            could_be_verb: false,
            is_cue: false,
            facts: Facts::MARK,
        }
    };

    /// The form of a word in small letters of which this is known, and which may stand with a capital.
    pub fn of(lower: &str, known: &Word, capital: bool, english: bool) -> Self {
        let is_word = lower.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '$' | '£' | '€'));
        let is_infinite = matches!(lower, "be" | "been" | "being" | "having");
        let is_finite = match known.kind {
            Some(Kind::Be | Kind::Have | Kind::Modal) => !is_infinite,
            Some(_) => false,
            None => !capital && known.usage.is_finite,
        };
        let class = match known.kind {
            _ if !is_word => class_of_sign(lower),
            Some(kind) => kind.piece(),
            None if capital => listed!("cap"),
            None => shape(lower, english),
        };
        let form = Self {
            capital,
            word: is_word,
            classes: known.classes,
            kind: known.kind,
            strength: known.strength(),
            class,
            tag: if known.kind.is_some() || capital || known.usage.parts.text.is_empty() {
                class
            } else {
                known.usage.parts
            },
            own: known.own.unwrap_or(class),
            usage: known.usage,
            is_finite,
            could_be_verb: is_word && !capital && could_be_verb(lower, known, english),
            is_cue: known.strength() >= CANDIDATE || known.kind.is_none() && !capital && is_view(lower, &known.usage),
            facts: Facts::NONE,
        };
        Self { facts: Facts::of_word(lower, &form, english), ..form }
    }
}

/// How a word looks, a number for each: all that the form of one depends on which the language does not know.
#[derive(Clone, Copy)]
pub(super) struct Look(usize);

impl Look {
    /// How many looks there are.
    pub const COUNT: usize = 3 * 5 * 3 * 2;

    /// The look of a word in small letters, which may stand with a capital.
    pub fn of(lower: &str, capital: bool) -> Self {
        let opening = match lower.chars().next() {
            Some(first) if first.is_numeric() || first == '$' => 0,
            Some(first) if first.is_alphabetic() || matches!(first, '£' | '€') => 1,
            _ => 2,
        };
        let ending = match lower.as_bytes() {
            [.., b'i', b'n', b'g'] => 0,
            [.., b'e', b'd'] => 1,
            [.., b'l', b'y'] => 2,
            [.., b's'] => 3,
            _ => 4,
        };
        let length = usize::from(is_longer(lower, 3)) + usize::from(is_longer(lower, 4));
        Self(((opening * 5 + ending) * 3 + length) * 2 + usize::from(capital))
    }

    pub fn number(self) -> usize {
        self.0
    }
}

/// Words of no class that are more than their look.
pub(super) const OUT_OF_LOOK: [&str; 7] =
    ["during", "reportedly", "allegedly", "seemingly", "apparently", "supposedly", "purportedly"];

/// Whether a word in small letters is a cue, or ends like a verb and is not known as something else.
fn could_be_verb(lower: &str, known: &Word, english: bool) -> bool {
    let ends_like_verb = || match lower.as_bytes() {
        [.., b'e', b'd'] => true,
        [.., b's'] => !known.classes.any(Classes::NOT_VERB),
        _ => false,
    };
    let is_verb = || known.usage.is_verb || known.usage.parts.text.is_empty();
    known.strength() >= 0.2 || english && ends_like_verb() && is_verb() && is_longer(lower, 3)
}

/// Whether a word of no known strength may stand for speech, thought or a view.
fn is_view(lower: &str, usage: &Usage) -> bool {
    let [_, hearsay @ ..] = OUT_OF_LOOK;
    usage.is_view || hearsay.contains(&lower)
}

/// Whether a word has more than so many letters.
pub(super) fn is_longer(word: &str, letters: usize) -> bool {
    word.len() > letters && word.chars().nth(letters).is_some()
}

fn class_of_sign(sign: &str) -> Listed {
    Some(sign).filter(|sign| SIGNS.contains(sign)).and_then(Listed::find).unwrap_or(listed!("sign"))
}

/// Signs that the models know by themselves.
pub(super) const SIGNS: [&str; 12] = [",", ".", ":", ";", "(", ")", "—", "–", "―", "-", "?", "!"];

/// What the look of a word in small letters tells.
fn shape(lower: &str, english: bool) -> Listed {
    if lower.starts_with(|letter: char| letter.is_numeric() || letter == '$') {
        return listed!("num");
    }
    let long = || is_longer(lower, 4);
    match lower.as_bytes() {
        [.., b'i', b'n', b'g'] if english && long() => listed!("ing"),
        [.., b'e', b'd'] if english && long() => listed!("ed"),
        [.., b'l', b'y'] if english && long() => listed!("ly"),
        [.., b's'] if english && long() => listed!("s"),
        _ => listed!("o"),
    }
}
