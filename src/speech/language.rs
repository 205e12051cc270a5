//! Which language an article is written in, told from its letters and its commonest words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;

/// How many letters of an article are looked at.
const SAMPLE: usize = 6000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    English,
    German,
    French,
    Spanish,
    Chinese,
    /// One whose words are not known here: its quotation marks are found, its speakers are not.
    Other,
}

/// The commonest words of the languages that are told apart by them.
const COMMON: [(Language, &[&str]); 4] = [
    (Language::English, &["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "he", "said"]),
    (
        Language::German,
        &[
            "der", "die", "und", "das", "ist", "nicht", "ein", "mit", "von", "den", "im", "zu", "auch", "auf", "sich",
            "dem",
        ],
    ),
    (Language::French, &["le", "la", "les", "et", "des", "est", "une", "dans", "que", "pour", "qui", "du", "au", "il"]),
    (Language::Spanish, &["el", "la", "los", "y", "de", "que", "en", "las", "una", "por", "con", "del", "se"]),
];

/// The longest of them, in letters.
const LONGEST: usize = 5;

/// A word of the sample in lower case, if it is short enough to be a common one.
#[derive(Default)]
struct Word {
    lower: [u8; LONGEST],
    length: usize,
}

impl Word {
    fn push(&mut self, letter: char) {
        if let Some(place) = self.lower.get_mut(self.length) {
            // no common word has another letter than these
            *place = if letter.is_ascii() { letter.to_ascii_lowercase() as u8 } else { 0 };
        }
        self.length += 1;
    }

    /// The word, or nothing for a long one.
    fn lower(&self) -> &[u8] {
        self.lower.get(..self.length).unwrap_or_default()
    }
}

/// The numbers in [`COMMON`] of the languages that a word is common in.
static LANGUAGES_OF: LazyLock<FxHashMap<&[u8], Vec<usize>>> = LazyLock::new(|| {
    let mut languages_of: FxHashMap<&[u8], Vec<usize>> = FxHashMap::default();
    for (number, (_, words)) in COMMON.iter().enumerate() {
        for word in *words {
            languages_of.entry(word.as_bytes()).or_default().push(number);
        }
    }
    languages_of
});

impl Language {
    /// The language of a text.
    pub fn of(text: &str) -> Self {
        let (mut letters, mut han, mut latin, mut signs) = (0_usize, 0, 0, 0);
        let mut counts = [0_usize; COMMON.len()];
        let mut word = Word::default();
        let sample = text.chars().take(SAMPLE);
        for letter in sample.chain([' ']) {
            let is_letter = letter.is_alphabetic();
            if is_letter {
                word.push(letter);
            } else {
                for language in LANGUAGES_OF.get(word.lower()).into_iter().flatten() {
                    counts[*language] += 1;
                }
                word = Word::default();
            }
            signs += usize::from(is_letter || !letter.is_whitespace());
            if ('一'..='\u{9fff}').contains(&letter) {
                han += 1;
            } else if is_letter {
                letters += 1;
                latin += usize::from(matches!(letter, 'a'..='z' | 'A'..='Z' | 'À'..='\u{24f}'));
            }
        }
        if han * 4 > signs {
            return Self::Chinese;
        }
        if latin * 2 < letters {
            return Self::Other;
        }
        let mut best = 0;
        for (number, count) in counts.iter().enumerate() {
            if *count > counts[best] {
                best = number;
            }
        }
        COMMON[best].0
    }

    /// Its words; a language that has none here borrows the English ones.
    pub fn lexicon(self, english: &Lexicon) -> &Lexicon {
        match self {
            Self::German => Lexicon::german(),
            Self::French => Lexicon::french(),
            Self::Spanish => Lexicon::spanish(),
            Self::English | Self::Chinese | Self::Other => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_words() {
        for (text, language) in [
            ("The bridge is closed, and the mayor said that it was for the best.", Language::English),
            ("Die Brücke ist zu, und der Rat hat es nicht mit uns besprochen.", Language::German),
            ("Le pont est fermé, et les habitants de la ville le savent.", Language::French),
            ("El puente está cerrado y los vecinos de la ciudad lo saben.", Language::Spanish),
            ("大桥已经关闭，市民们都知道。", Language::Chinese),
            ("Мост закрыт, и все об этом знают.", Language::Other),
            ("", Language::English),
        ] {
            assert_eq!(Language::of(text), language, "{text}");
        }
    }
}
