//! Words of few bytes by the number that these make. Most words of a text are such, and each is looked up: the first place
//! that is looked at nearly always holds the word, or is free.

/// Of two places one is free at least, so that next to no word stands far from its own.
const FREE: usize = 2;

/// How many places there are at first.
const FEW: usize = 1 << 4;

/// An odd number whose multiples have their bits well mixed.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// What is known of words, each where its number leads or at the next free place behind. No word has the number nought.
pub(super) struct Short<T> {
    places: Vec<(u64, T)>,
    words: usize,
}

impl<T: Copy + Default> Default for Short<T> {
    fn default() -> Self {
        Self { places: vec![(0, T::default()); FEW], words: 0 }
    }
}

impl<T: Copy + Default> Short<T> {
    /// Where a word stands, or where it would: the first place from its own on that holds it or is free.
    #[inline]
    fn place(&self, packed: u64) -> usize {
        let bits = self.places.len().ilog2();
        let mut place = (packed.wrapping_mul(SPREAD) >> (u64::BITS - bits)) as usize;
        while self.places[place].0 != packed && self.places[place].0 != 0 {
            place = (place + 1) % self.places.len();
        }
        place
    }

    #[inline]
    pub fn get(&self, packed: u64) -> Option<T> {
        let (word, known) = self.places[self.place(packed)];
        (word != 0).then_some(known)
    }

    /// Takes in a word, or something else that is known of one.
    pub fn insert(&mut self, packed: u64, known: T) {
        if packed == 0 {
            return;
        }
        if (self.words + 1) * FREE > self.places.len() {
            let more = vec![(0, T::default()); self.places.len() * 2];
            let before = std::mem::replace(&mut self.places, more);
            for (word, known) in before.into_iter().filter(|(word, _)| *word != 0) {
                let place = self.place(word);
                self.places[place] = (word, known);
            }
        }
        let place = self.place(packed);
        self.words += usize::from(self.places[place].0 == 0);
        self.places[place] = (packed, known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let mut words = Short::default();
        for number in 1..3000 {
            words.insert(number * 7, number);
            words.insert(number * 7, number + 1);
        }
        for number in 1..21000 {
            let expected = (number % 7 == 0 && number / 7 < 3000).then_some(number / 7 + 1);
            assert_eq!(words.get(number), expected, "{number}");
        }
        assert!(words.get(0).is_none());
    }
}
