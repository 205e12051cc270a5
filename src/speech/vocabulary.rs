//! What a language's lexicon knows of its words, found fast: every word of every article is looked up.

use std::borrow::Cow;
use std::sync::OnceLock;

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use super::form::{Form, Look, OUT_OF_LOOK, SIGNS};
use super::interner::hash;
use super::lexicon::{Classes, Kind};
use super::listed::Listed;
use super::packed::{is_plain, packed, packed_long, small};
use super::short::Short;
use super::usage::{UNKNOWN, Usage};

/// What is known of one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub classes: Classes,
    pub kind: Option<Kind>,
    /// Of a hundred uses of the word, how many introduce speech.
    pub hundredths: u8,
    /// A small word itself, whose own sight tells the models more than its class.
    pub own: Option<Listed>,
    pub usage: Usage,
}

impl Default for Word {
    fn default() -> Self {
        Self { classes: Classes::default(), kind: None, hundredths: 0, own: None, usage: UNKNOWN }
    }
}

impl Word {
    /// How often the word introduces speech, from 0 to 1.
    pub fn strength(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }
}

/// Small words that the models know by themselves.
const OWN: [&str; 30] = [
    "to", "for", "of", "on", "in", "as", "by", "with", "about", "at", "from", "into", "against", "over", "it", "its",
    "he", "she", "they", "a", "the", "not", "be", "is", "was", "his", "her", "their", "himself", "herself",
];

/// The words of a language, in lower case.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: Vec<Entry>,
    /// Those of few bytes, and of twice as many, which next to all words of a text are: a number is compared faster than a
    /// text.
    short: Short<Known>,
    middle: FxHashMap<[u64; 2], Known>,
    long: HashTable<u32>,
    /// What the words are to the rules and the models, each once: most words are like many others.
    forms: Vec<Form>,
    /// What a word that is not known is, by its look.
    looks: Vec<OnceLock<Form>>,
    is_english: bool,
}

struct Entry {
    lower: Box<str>,
    word: Word,
    forms: Forms,
}

/// The numbers of a word's forms, in small letters and with a capital.
type Forms = [u16; 2];

/// A word by its number, with its forms, so that of most words no more is looked at.
#[derive(Clone, Copy, Default)]
struct Known {
    number: u32,
    forms: Forms,
}

/// A word that was sought by its bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Sought {
    known: Option<Known>,
    /// Whether it is in plain small letters.
    is_small: bool,
}

impl Vocabulary {
    /// A vocabulary of the words and signs that the models know by themselves, of which nothing else is known yet.
    pub fn new() -> Self {
        let mut words = Self::default();
        for word in OWN {
            words.entry(word).own = Listed::find(word);
        }
        for word in SIGNS.into_iter().chain(OUT_OF_LOOK) {
            words.entry(word);
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
        let forms = [0, 0];
        self.words.push(Entry { lower: lower.into(), word: Word::default(), forms });
        if !self.add_packed(lower, Known { number, forms }) {
            let words = &self.words;
            let rehash = |number: &u32| hash(&words[*number as usize].lower);
            self.long.insert_unique(hash(lower), number, rehash);
        }
        number
    }

    /// Takes in what is known of a word by its bytes, where these are few enough.
    fn add_packed(&mut self, lower: &str, known: Known) -> bool {
        if let Some(packed) = packed(lower) {
            self.short.insert(packed, known);
        } else if let Some(packed) = packed_long(lower) {
            self.middle.insert(packed, known);
        } else {
            return false;
        }
        true
    }

    /// The vocabulary with the forms of its words, of which nothing more may be learnt.
    pub fn with_forms(mut self, is_english: bool) -> Self {
        let mut numbers = FxHashMap::default();
        let mut words = std::mem::take(&mut self.words);
        for (number, Entry { lower, word, forms }) in (0..).zip(&mut words) {
            for (number, capital) in forms.iter_mut().zip([false, true]) {
                let form = Form::of(lower, word, capital, is_english);
                let seen =
                    (form.class, form.word, form.is_finite, form.could_be_verb, form.is_cue, form.facts, capital);
                let known = (word.classes, word.kind, word.hundredths, word.own, word.usage);
                *number = *numbers.entry((seen, known)).or_insert_with(|| {
                    self.forms.push(form);
                    self.forms.len() as u16 - 1
                });
            }
            let known = Known { number, forms: *forms };
            self.add_packed(lower, known);
            // "’s" is "'s"
            let printed = if lower.contains('\'') { packed(&lower.replace('\'', "’")) } else { None };
            printed.into_iter().for_each(|printed| self.short.insert(printed, known));
        }
        self.words = words;
        debug_assert!(self.forms.len() <= usize::from(u16::MAX), "more forms than numbers");
        self.looks = vec![OnceLock::new(); Look::COUNT];
        self.is_english = is_english;
        self
    }

    fn number(&self, lower: &str) -> Option<u32> {
        self.known(lower).map(|known| known.number)
    }

    fn known(&self, lower: &str) -> Option<Known> {
        if let Some(packed) = packed(lower) {
            return self.short.get(packed);
        }
        if let Some(packed) = packed_long(lower) {
            return self.middle.get(&packed).copied();
        }
        let number = self.long.find(hash(lower), |number| *self.words[*number as usize].lower == *lower)?;
        Some(Known { number: *number, forms: self.words[*number as usize].forms })
    }

    /// What is known of a word, given in lower case.
    pub fn word(&self, lower: &str) -> Word {
        self.number(lower).map(|number| self.words[number as usize].word).unwrap_or_default()
    }

    /// What is known of a word as it stands in a text.
    pub fn written(&self, text: &str) -> Word {
        let known = match (packed(text), packed_long(text)) {
            (Some(packed), _) if is_plain(packed) => self.short.get(small(packed)),
            (_, Some(packed)) if packed.into_iter().all(is_plain) => self.middle.get(&packed.map(small)).copied(),
            _ => self.known(&text.to_lowercase()),
        };
        known.map(|known| self.words[known.number as usize].word).unwrap_or_default()
    }

    /// Seeks a short word as it stands in a text, whose bytes are one number.
    #[inline]
    pub fn seek_packed(&self, packed: u64) -> Sought {
        let small = small(packed);
        Sought { known: self.short.get(small), is_small: small == packed && is_plain(packed) }
    }

    /// Seeks any word as it stands in a text.
    pub fn seek(&self, text: &str) -> Sought {
        if let Some(packed) = packed(text) {
            return self.seek_packed(packed);
        }
        let Some(packed) = packed_long(text).filter(|packed| packed.iter().all(|part| is_plain(*part))) else {
            return Sought::default();
        };
        let small = packed.map(small);
        Sought { known: self.middle.get(&small).copied(), is_small: small == packed }
    }

    /// A word that was sought: in lower case with straight apostrophes, and its form. Only a word that is not known is
    /// written anew.
    #[inline]
    pub fn look_up<'t>(
        &'t self,
        text: &'t str,
        sought: Sought,
        capital: bool,
        scratch: &mut String,
    ) -> (Cow<'t, str>, &'t Form) {
        let Sought { known, is_small } = sought;
        match known {
            Some(Known { forms, .. }) if is_small => (Cow::Borrowed(text), self.form(forms, capital)),
            Some(Known { number, forms }) => {
                (Cow::Borrowed(&self.words[number as usize].lower), self.form(forms, capital))
            }
            None if is_small => (Cow::Borrowed(text), self.look(text, capital)),
            None => self.look_up_small(text, capital, scratch),
        }
    }

    fn form(&self, forms: Forms, capital: bool) -> &Form {
        &self.forms[usize::from(forms[usize::from(capital)])]
    }

    /// The same of a word that is not in plain small letters.
    #[inline(never)]
    fn look_up_small<'t>(&'t self, text: &str, capital: bool, scratch: &mut String) -> (Cow<'t, str>, &'t Form) {
        scratch.clear();
        if text.is_ascii() {
            scratch.push_str(text);
            scratch.make_ascii_lowercase();
        } else {
            scratch.push_str(&text.to_lowercase().replace('’', "'"));
        }
        match self.known(scratch) {
            Some(Known { number, forms }) => {
                (Cow::Borrowed(&self.words[number as usize].lower), self.form(forms, capital))
            }
            None => (Cow::Owned(scratch.clone()), self.look(scratch, capital)),
        }
    }

    /// The form of a word in small letters that is not known.
    fn look(&self, lower: &str, capital: bool) -> &Form {
        let of_word = || Form::of(lower, &Word::default(), capital, self.is_english);
        self.looks[Look::of(lower, capital).number()].get_or_init(of_word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_not_known_is_what_it_looks_like() {
        let words = Vocabulary::new().with_forms(true);
        let mut scratch = String::new();
        let check = |word: &str, capital: bool, scratch: &mut String| {
            let (lower, found) = words.look_up(word, words.seek(word), capital, scratch);
            let expected = Form::of(&lower, &Word::default(), capital, true);
            let seen =
                |form: &Form| (form.class.text, form.word, form.could_be_verb, form.is_cue, form.facts, form.capital);
            assert_eq!(seen(found), seen(&expected), "{word}");
        };
        for ending in ["ing", "ed", "ly", "s", "e", ""] {
            for opening in ["Hill", "hill", "9", "x", "£4", "$4", "€", "_", "é", "“", "白"] {
                let word = format!("{opening}{ending}");
                check(&word, word.starts_with(char::is_uppercase), &mut scratch);
            }
        }
    }
}
