//! Texts that are kept once and go by a number: most names of an article come many times.

use std::hash::BuildHasher as _;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::kept::push;
use super::numbered::numbered;

numbered! {
    /// The number of a text in an [`Interner`].
    pub(super) struct TextId;
}

/// Most articles name and describe no more.
pub(super) const USUAL: usize = 100;

/// Texts, each once, in the order in which they came.
#[derive(Default)]
pub(super) struct Interner {
    text: String,
    /// Where each text ends in `text`.
    ends: Vec<u32>,
    table: HashTable<u32>,
    /// Whether "O’Hara" is kept as "O'Hara".
    is_straight: bool,
}

/// The hash of a text: quick, and the same on every machine.
pub(super) fn hash(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
}

fn part<'a>(text: &'a str, ends: &[u32], number: usize) -> &'a str {
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start as usize..ends[number] as usize]
}

/// Room for some names more and not for twice as much.
fn make_room(text: &mut String, more: usize) {
    if text.capacity() - text.len() < more {
        text.reserve_exact(more + text.len() / 16 + 256);
    }
}

impl Interner {
    /// Texts that do not differ by the form of their apostrophes, with room for those of a usual article.
    pub fn straight() -> Self {
        Self { is_straight: true, table: HashTable::with_capacity(USUAL), ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, id: TextId) -> &str {
        part(&self.text, &self.ends, id.number())
    }

    pub fn find(&self, text: &str) -> Option<TextId> {
        if self.is_straight && !text.is_ascii() && text.contains('’') {
            return self.find(&text.replace('’', "'"));
        }
        self.table
            .find(hash(text), |number| self.get(TextId::at(*number as usize)) == text)
            .map(|number| TextId::at(*number as usize))
    }

    /// The number of a text.
    pub fn intern_text(&mut self, text: &str) -> TextId {
        // most are known, and need not be copied to be found
        let known = if text.is_ascii() { self.find(text) } else { None };
        known.unwrap_or_else(|| self.intern(std::iter::once(text)))
    }

    /// The number of a text that is these words with a space between them.
    pub fn intern<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> TextId {
        let start = self.text.len();
        for word in words {
            make_room(&mut self.text, word.len() + 1);
            if self.text.len() > start {
                self.text.push(' ');
            }
            if self.is_straight && !word.is_ascii() && word.contains('’') {
                self.text.extend(word.chars().map(|letter| if letter == '’' { '\'' } else { letter }));
            } else {
                self.text.push_str(word);
            }
        }
        let (text, ends) = (&self.text, &mut self.ends);
        let new = &text[start..];
        let hash_of_new = hash(new);
        if let Some(known) = self.table.find(hash_of_new, |number| part(text, ends, *number as usize) == new) {
            let known = TextId::at(*known as usize);
            self.text.truncate(start);
            return known;
        }
        let number = ends.len() as u32;
        push(ends, text.len() as u32);
        self.table.insert_unique(hash_of_new, number, |number| hash(part(text, ends, *number as usize)));
        TextId::at(number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once() {
        let mut texts = Interner::default();
        let ada = texts.intern(["Ada", "Hill"].into_iter());
        let jon = texts.intern(["Jon"].into_iter());
        assert_eq!(texts.intern(["Ada Hill"].into_iter()), ada);
        assert_eq!((texts.get(ada), texts.get(jon), texts.len()), ("Ada Hill", "Jon", 2));
        assert_eq!((texts.find("Jon"), texts.find("Hill")), (Some(jon), None));
    }

    #[test]
    fn apostrophes_do_not_part_a_name() {
        let mut texts = Interner::straight();
        let ada = texts.intern(["Ada", "O’Hara"].into_iter());
        assert_eq!((texts.intern(["Ada", "O'Hara"].into_iter()), texts.find("Ada O’Hara")), (ada, Some(ada)));
    }
}
