//! What a language's lexicon knows of its words, found fast: every word of every article is looked up.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::lexicon::{Classes, Kind};
use super::linear::Piece;
use super::usage::{UNKNOWN, Usage};

/// What is known of one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub classes: Classes,
    pub kind: Option<Kind>,
    /// Of a hundred uses of the word, how many introduce speech.
    pub hundredths: u8,
    /// Its place in [`OWN`], and one more.
    own: u8,
    pub usage: &'static Usage,
}

impl Default for Word {
    fn default() -> Self {
        Self { classes: Classes::default(), kind: None, hundredths: 0, own: 0, usage: &UNKNOWN }
    }
}

impl Word {
    /// How often the word introduces speech, from 0 to 1.
    pub fn strength(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }

    /// A small word itself, whose own sight tells the models more than its class.
    pub fn own(self) -> Option<&'static Piece<'static>> {
        OWN.get(usize::from(self.own).wrapping_sub(1))
    }
}

/// Small words that the models know by themselves.
static OWN: [Piece<'static>; 30] = {
    const WORDS: [&str; 30] = [
        "to", "for", "of", "on", "in", "as", "by", "with", "about", "at", "from", "into", "against", "over", "it",
        "its", "he", "she", "they", "a", "the", "not", "be", "is", "was", "his", "her", "their", "himself", "herself",
    ];
    let mut own = [Piece::of(""); WORDS.len()];
    let mut number = 0;
    while number < own.len() {
        own[number] = Piece::of(WORDS[number]);
        number += 1;
    }
    own
};

/// How many bytes go into one number.
pub(super) const PACKED: usize = size_of::<u64>();

/// Adds a byte to a number that stands for a word; the first are lost when it is long.
pub(super) fn pack(word: u64, byte: u8) -> u64 {
    word << 8 | u64::from(byte)
}

/// The bytes of a short word as one number.
pub(super) fn packed(word: &str) -> Option<u64> {
    (word.len() <= PACKED).then(|| word.bytes().fold(0, pack))
}

/// The words of a language, in lower case.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Those of few bytes, which most words of a text are: a number is compared faster than a text.
    short: FxHashMap<u64, (Box<str>, Word)>,
    long: FxHashMap<Box<str>, Word>,
}

impl Vocabulary {
    /// A vocabulary of the words that the models know by themselves, of which nothing else is known yet.
    pub fn new() -> Self {
        let mut words = Self::default();
        for (number, piece) in (1..).zip(&OWN) {
            words.entry(piece.text).own = number;
        }
        words
    }

    /// What is known of a word, to add to it.
    pub fn entry(&mut self, word: &str) -> &mut Word {
        match packed(word) {
            Some(packed) => &mut self.short.entry(packed).or_insert_with(|| (word.into(), Word::default())).1,
            None => self.long.entry(word.into()).or_default(),
        }
    }

    /// What is known of a word, given in lower case.
    pub fn word(&self, lower: &str) -> Word {
        let known = match packed(lower) {
            Some(packed) => self.short.get(&packed).map(|(_, word)| word),
            None => self.long.get(lower),
        };
        known.copied().unwrap_or_default()
    }

    /// A word as it stands in a text: in lower case with straight apostrophes, and what is known of it. Only a word that
    /// is not known is written anew.
    pub fn look_up<'t>(&'t self, text: &'t str, scratch: &mut String) -> (Cow<'t, str>, Word) {
        let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
        if text.bytes().fold(true, |all, byte| all & is_small(byte)) {
            return (Cow::Borrowed(text), self.word(text));
        }
        scratch.clear();
        if text.is_ascii() {
            scratch.push_str(text);
            scratch.make_ascii_lowercase();
        } else {
            scratch.push_str(&text.to_lowercase().replace('’', "'"));
        }
        let known = match packed(scratch) {
            Some(packed) => self.short.get(&packed).map(|(known, word)| (known, word)),
            None => self.long.get_key_value(scratch.as_str()),
        };
        match known {
            Some((known, word)) => (Cow::Borrowed(known), *word),
            None => (Cow::Owned(scratch.clone()), Word::default()),
        }
    }
}
