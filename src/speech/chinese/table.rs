//! Values and sets by letter.

/// A value for each Chinese letter.
pub(super) struct Table<T>(pub(super) Vec<T>);

impl<T: Default> Default for Table<T> {
    fn default() -> Self {
        Self(std::iter::repeat_with(T::default).take(LAST as usize - FIRST as usize + 1).collect())
    }
}

pub(super) const FIRST: char = '一';
pub(super) const LAST: char = '\u{9fff}';

impl<T> Table<T> {
    pub(super) fn get(&self, letter: char) -> Option<&T> {
        self.0.get((letter as usize).checked_sub(FIRST as usize)?)
    }

    pub(super) fn get_mut(&mut self, letter: char) -> Option<&mut T> {
        self.0.get_mut((letter as usize).checked_sub(FIRST as usize)?)
    }
}

/// A set of letters that is asked at every letter of an article.
#[derive(Default)]
pub(super) struct Letters {
    chinese: Table<bool>,
    other: bool,
}

impl Letters {
    pub fn of(letters: impl Iterator<Item = char>) -> Self {
        let mut set = Self::default();
        letters.for_each(|letter| set.insert(letter));
        set
    }

    pub fn insert(&mut self, letter: char) {
        match self.chinese.get_mut(letter) {
            Some(known) => *known = true,
            None => self.other = true,
        }
    }

    /// Whether the set holds a letter; of letters that are not Chinese, whether it holds any.
    pub fn contains(&self, letter: char) -> bool {
        self.chinese.get(letter).copied().unwrap_or(self.other)
    }
}
