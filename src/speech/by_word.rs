//! What is known of some words, found by the bytes of these: by one number where they are few, as those of most words are.

use rustc_hash::FxHashMap;

use super::packed::{is_plain, packed, small};
use super::short::Short;

pub(super) struct ByWord<T> {
    short: Short<T>,
    long: FxHashMap<Box<str>, T>,
}

/// Words of one kind.
pub(super) type Words = ByWord<()>;

impl<T: Copy + Default> Default for ByWord<T> {
    fn default() -> Self {
        Self { short: Short::default(), long: FxHashMap::default() }
    }
}

impl<'a, T: Copy + Default> FromIterator<(&'a str, T)> for ByWord<T> {
    /// Of a word that comes twice the last is known.
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(words: I) -> Self {
        let mut found = Self::default();
        words.into_iter().for_each(|(word, known)| found.insert(word, known));
        found
    }
}

impl<T: Copy + Default> ByWord<T> {
    pub fn insert(&mut self, word: &str, known: T) {
        match packed(word) {
            Some(packed) => self.short.insert(packed, known),
            None => {
                self.long.insert(word.into(), known);
            }
        }
    }

    pub fn get(&self, word: &str) -> Option<T> {
        match packed(word) {
            Some(packed) => self.short.get(packed),
            None => self.long.get(word).copied(),
        }
    }

    /// What is known of a word of plain letters whose bytes are one number.
    #[inline]
    pub fn get_packed(&self, packed: u64) -> Option<T> {
        self.short.get(packed)
    }

    /// What is known of a word in small letters that has a capital here.
    pub fn get_small(&self, word: &str) -> Option<T> {
        match packed(word).filter(|packed| is_plain(*packed)) {
            Some(packed) => self.short.get(small(packed)),
            None => self.get(&word.to_lowercase()),
        }
    }

    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_length() {
        let words = ByWord::from_iter([("a", 1), ("maid", 2), ("lighthouse", 3), ("é", 4), ("maid", 5)]);
        for (word, known) in [("a", 1), ("maid", 5), ("lighthouse", 3), ("é", 4)] {
            assert_eq!((words.get(word), words.get_small(&word.to_uppercase())), (Some(known), Some(known)), "{word}");
        }
        for word in ["", "maids", "lighthouses"] {
            assert!(!words.contains(word), "{word}");
        }
    }
}
