//! Endings of words, found by their last two bytes: a language has many, and a word few of them.

use rustc_hash::FxHashMap;

#[derive(Default)]
pub(super) struct Endings(FxHashMap<u16, Vec<Box<str>>>);

impl Endings {
    /// Endings of at least two bytes, in a list parted by white space.
    pub fn of(list: &str) -> Self {
        let mut found: FxHashMap<u16, Vec<Box<str>>> = FxHashMap::default();
        for ending in list.split_whitespace() {
            debug_assert!(ending.len() >= 2, "an ending of one letter: {ending}");
            found.entry(last_two(ending)).or_default().push(ending.into());
        }
        Self(found)
    }

    /// Whether a word has one of these endings.
    pub fn is_of(&self, word: &str) -> bool {
        self.0.get(&last_two(word)).is_some_and(|known| known.iter().any(|ending| word.ends_with(&**ending)))
    }
}

/// The last two bytes of a word as one number.
fn last_two(word: &str) -> u16 {
    word.as_bytes().last_chunk().copied().map_or(0, u16::from_be_bytes)
}
