//! How often each word with a capital stands in the article: whoever is named often is likelier to speak.

use hashbrown::HashTable;

use super::interner::hash;
use super::scan;

/// How many such words an article of some length has.
const USUAL: usize = 100;

/// Words that begin with a capital, counted.
#[derive(Default)]
pub(super) struct Capitals<'t> {
    text: &'t str,
    table: HashTable<Counted>,
}

/// A word by where it first stands; a longer one than 64 KB is no word.
struct Counted {
    start: u32,
    length: u16,
    times: u16,
}

impl Counted {
    fn of<'t>(&self, text: &'t str) -> &'t str {
        let start = self.start as usize;
        &text[start..start + usize::from(self.length)]
    }
}

impl<'t> Capitals<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut table: HashTable<Counted> = HashTable::with_capacity(USUAL);
        let mut at = 0;
        while let Some(ahead) = scan::position(&text.as_bytes()[at..], |byte| byte.is_ascii_uppercase()) {
            let start = at + ahead;
            at = start + 1 + run(&text[start + 1..]);
            let word = &text[start..at];
            let Ok(length @ 2..) = u16::try_from(word.len()) else { continue };
            let is_word = |counted: &Counted| counted.of(text) == word;
            let entry = table.entry(hash(word), is_word, |counted| hash(counted.of(text)));
            let counted = entry.or_insert(Counted { start: start as u32, length, times: 0 }).into_mut();
            counted.times = counted.times.saturating_add(1);
        }
        Self { text, table }
    }

    pub fn count(&self, word: &str) -> usize {
        let known = self.table.find(hash(word), |counted| counted.of(self.text) == word);
        known.map_or(0, |counted| usize::from(counted.times))
    }
}

/// With which bytes a word goes on: those of every word are looked up here.
static GOES_ON: [bool; 256] = {
    let (mut goes_on, mut byte) = ([false; 256], 0_u8);
    while byte < 128 {
        goes_on[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\'' | b'-');
        byte += 1;
    }
    goes_on
};

/// How far a word goes on.
fn run(rest: &str) -> usize {
    let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '’' | '\'' | '-');
    let ascii = rest.bytes().position(|byte| !GOES_ON[usize::from(byte)]).unwrap_or(rest.len());
    match rest.as_bytes().get(ascii) {
        Some(byte) if !byte.is_ascii() => {
            ascii + rest[ascii..].find(|letter| !goes_on(letter)).unwrap_or(rest.len() - ascii)
        }
        _ => ascii,
    }
}
