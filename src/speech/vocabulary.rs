//! What a language's lexicon knows of its words, found fast: every word of every article is looked up.

use std::borrow::Cow;

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use super::form::{Form, SIGNS};
use super::interner::hash;
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

/// The small letter of each plain one, and nought for other bytes.
pub(super) static SMALL: [u8; 256] = {
    let (mut small, mut letter) = ([0; 256], b'a');
    while letter <= b'z' {
        small[letter as usize] = letter;
        small[letter.to_ascii_uppercase() as usize] = letter;
        letter += 1;
    }
    small
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
    words: Vec<Entry>,
    /// The numbers of those of few bytes, which most words of a text are: a number is compared faster than a text.
    short: FxHashMap<u64, u32>,
    long: HashTable<u32>,
    /// What the words are to the rules and the models, each once: most words are like many others.
    forms: Vec<Form>,
}

struct Entry {
    lower: Box<str>,
    word: Word,
    /// The numbers of its forms, in small letters and with a capital.
    forms: [u32; 2],
}

impl Vocabulary {
    /// A vocabulary of the words and signs that the models know by themselves, of which nothing else is known yet.
    pub fn new() -> Self {
        let mut words = Self::default();
        for (number, piece) in (1..).zip(&OWN) {
            words.entry(piece.text).own = number;
        }
        for sign in &SIGNS {
            words.entry(sign.text);
        }
        words
    }

    /// What is known of a word, to add to it.
    pub fn entry(&mut self, lower: &str) -> &mut Word {
        let number = self.number(lower).unwrap_or_else(|| self.add(lower));
        &mut self.words[number as usize].word
    }

    fn add(&mut self, lower: &str) -> u32 {
        let number = self.words.len() as u32;
        self.words.push(Entry { lower: lower.into(), word: Word::default(), forms: [0, 0] });
        match packed(lower) {
            Some(packed) => drop(self.short.insert(packed, number)),
            None => {
                let words = &self.words;
                let rehash = |number: &u32| hash(&words[*number as usize].lower);
                self.long.insert_unique(hash(lower), number, rehash);
            }
        }
        number
    }

    /// The vocabulary with the forms of its words, of which nothing more may be learnt.
    pub fn with_forms(mut self, english: bool) -> Self {
        let mut numbers = FxHashMap::default();
        for Entry { lower, word, forms } in &mut self.words {
            for (number, capital) in forms.iter_mut().zip([false, true]) {
                let form = Form::of(lower, word, capital, english);
                let seen = (
                    form.class.text,
                    form.is_word,
                    form.is_finite,
                    form.could_be_verb,
                    form.is_cue,
                    form.facts,
                    capital,
                );
                let known = (word.classes, word.kind, word.hundredths, word.own, std::ptr::from_ref(word.usage));
                *number = *numbers.entry((seen, known)).or_insert_with(|| {
                    self.forms.push(form);
                    self.forms.len() as u32 - 1
                });
            }
        }
        self
    }

    fn number(&self, lower: &str) -> Option<u32> {
        match packed(lower) {
            Some(packed) => self.short.get(&packed).copied(),
            None => self.long(lower),
        }
    }

    fn long(&self, lower: &str) -> Option<u32> {
        self.long.find(hash(lower), |number| *self.words[*number as usize].lower == *lower).copied()
    }

    /// What is known of a word, given in lower case.
    pub fn word(&self, lower: &str) -> Word {
        self.number(lower).map(|number| self.words[number as usize].word).unwrap_or_default()
    }

    /// A word as it stands in a text: in lower case with straight apostrophes, and its form if it is known. Only a word
    /// that is not known is written anew.
    pub fn look_up<'t>(
        &'t self,
        text: &'t str,
        capital: bool,
        scratch: &mut String,
    ) -> (Cow<'t, str>, Option<&'t Form>) {
        let known = |number: u32| {
            let Entry { lower, forms, .. } = &self.words[number as usize];
            (lower, self.forms.get(forms[usize::from(capital)] as usize))
        };
        let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
        let (all_small, packed) =
            text.bytes().fold((true, 0), |(all, packed), byte| (all & is_small(byte), pack(packed, byte)));
        if all_small {
            let number = if text.len() <= PACKED { self.short.get(&packed).copied() } else { self.long(text) };
            return (Cow::Borrowed(text), number.and_then(|number| known(number).1));
        }
        scratch.clear();
        scratch.push_str(text);
        if text.is_ascii() {
            scratch.make_ascii_lowercase();
        } else {
            *scratch = text.to_lowercase().replace('’', "'");
        }
        match self.number(scratch).map(known) {
            Some((lower, form)) => (Cow::Borrowed(lower), form),
            None => (Cow::Owned(scratch.clone()), None),
        }
    }
}
