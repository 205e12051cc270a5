//! Which language an article is written in, told from its letters and its commonest words.

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
    (
        Language::French,
        &[
            "le", "la", "les", "et", "des", "est", "une", "dans", "que", "pour", "qui", "du", "au", "il", "de", "en",
            "l", "d", "qu", "se", "sur", "par", "ne", "pas", "sa",
        ],
    ),
    (
        Language::Spanish,
        &[
            "el", "la", "los", "y", "de", "que", "en", "las", "una", "por", "con", "del", "se", "su", "lo", "al",
            "para", "más", "como",
        ],
    ),
];

/// Letters that one of them has and the others hardly.
const LETTERS: [(Language, &str); 2] = [(Language::French, "çèêàùœûîâ"), (Language::Spanish, "ñ¿¡óíáú")];

impl Language {
    /// The language of a text.
    pub fn of(text: &str) -> Self {
        let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
        let sample = &text[..end];
        let (mut letters, mut han, mut latin, mut signs) = (0_usize, 0, 0, 0);
        for letter in sample.chars().filter(|letter| !letter.is_whitespace()) {
            signs += 1;
            if ('一'..='\u{9fff}').contains(&letter) {
                han += 1;
            } else if letter.is_alphabetic() {
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
        let mut counts = [0_usize; COMMON.len()];
        for word in sample.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            for (count, (_, words)) in counts.iter_mut().zip(COMMON) {
                *count += usize::from(words.contains(&word.as_str()));
            }
        }
        for (language, letters) in LETTERS {
            let number = COMMON.iter().position(|(known, _)| *known == language).unwrap_or(0);
            counts[number] += sample.chars().filter(|letter| letters.contains(*letter)).count();
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
            Self::English | Self::French | Self::Spanish | Self::Chinese | Self::Other => english,
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
