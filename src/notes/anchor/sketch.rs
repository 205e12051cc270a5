//! A sketch of an article: a few rare words and where they stand, to see later how its parts moved.

use std::collections::HashMap;

use super::token::{Token, Vocabulary};

/// The longest sketch, in words.
const MOST: usize = 1300;
/// At least so many characters of the article go by from one word of a sketch to the next.
const LEAST_STEP: usize = 48;
/// The same in sketches that were written before.
const EARLIER_STEP: usize = 96;
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Where rare words of an article stand: for every so many characters the longest word that stands once.
///
/// Written, it takes three letters a word, 630 for an article of 10,000 characters and 4 kB at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The article's length in characters.
    length: usize,
    /// How many characters each word stands for.
    step: usize,
    /// The lower 18 bits of the hash of the word of each step.
    words: Vec<Option<u32>>,
}

impl Sketch {
    /// Reads a sketch of an article of so many characters; `None` where it is not one.
    pub fn read(written: &str, length: usize) -> Option<Self> {
        let digit = |letter: &u8| LETTERS.iter().position(|known| known == letter).map(|at| at as u32);
        let word = |letters: &[u8]| match letters {
            b"..." => Some(None),
            [a, b, c] => Some(Some(digit(a)? << 12 | digit(b)? << 6 | digit(c)?)),
            _ => None,
        };
        let words: Option<Vec<_>> = written.as_bytes().chunks(3).map(word).collect();
        let words = words.filter(|words| words.len() <= MOST)?;
        let fits = |step: &usize| words.len() == length.div_ceil(*step);
        let step = [LEAST_STEP, EARLIER_STEP].into_iter().map(|least| step(length, least)).find(fits)?;
        Some(Self { length, step, words })
    }

    /// The sketch as letters, digits, dashes and dots.
    pub fn write(&self) -> String {
        let mut out = String::with_capacity(self.words.len() * 3);
        for word in &self.words {
            match word {
                Some(word) => [12, 6, 0]
                    .into_iter()
                    .for_each(|shift| out.push(char::from(LETTERS[(word >> shift & 63) as usize]))),
                None => out.push_str("..."),
            }
        }
        out
    }

    pub(super) fn of_tokens(vocabulary: &Vocabulary, tokens: &[Token], length: usize) -> Self {
        let step = step(length, LEAST_STEP);
        let mut words = vec![None; length.div_ceil(step)];
        let mut longest = vec![0; words.len()];
        for (at, hash, letters) in landmarks(vocabulary, tokens) {
            let number = (at / step).min(words.len().saturating_sub(1));
            if letters > longest[number] {
                (longest[number], words[number]) = (letters, Some(hash));
            }
        }
        Self { length, step, words }
    }

    /// Pairs of characters: where a landmark stood, and where it stands in a text now.
    pub(super) fn moves(&self, vocabulary: &Vocabulary, tokens: &[Token]) -> Vec<(usize, usize)> {
        let mut now: HashMap<u32, Option<usize>> = HashMap::new();
        for (at, hash, _) in landmarks(vocabulary, tokens) {
            now.entry(hash).and_modify(|place| *place = None).or_insert(Some(at));
        }
        let step = self.step;
        let place = |(number, word): (usize, &Option<u32>)| {
            Some((number * step + step / 2, now.get(&(*word)?).copied().flatten()?))
        };
        let pairs: Vec<(usize, usize)> = self.words.iter().enumerate().filter_map(place).collect();
        let shift = |pair: &(usize, usize)| pair.1 as isize - pair.0 as isize;
        // A stray hash is not believed: it needs a neighbour that moved the same way.
        let is_believed = |k: usize| {
            let near = (k.saturating_sub(3)..(k + 4).min(pairs.len())).filter(|other| *other != k);
            near.into_iter().any(|other| shift(&pairs[other]).abs_diff(shift(&pairs[k])) < 250.max(2 * step))
        };
        (0..pairs.len()).filter(|k| is_believed(*k)).map(|k| pairs[k]).collect()
    }
}

fn step(length: usize, least: usize) -> usize {
    least.max(length.div_ceil(MOST))
}

/// Words of five letters or more, and runs of three ideographs, that stand once: (characters before, hash, letters).
fn landmarks(vocabulary: &Vocabulary, tokens: &[Token]) -> Vec<(usize, u32, usize)> {
    let mut seen: HashMap<[u32; 3], usize> = HashMap::new();
    let key = |at: usize| {
        let word = tokens[at].word;
        if !vocabulary.is_ideograph(word) {
            let is_long = vocabulary.is_word(word) && vocabulary.letters(word).len() > 4;
            return is_long.then_some([word, u32::MAX, u32::MAX]);
        }
        let run = tokens.get(at..at + 3)?;
        run.iter().all(|token| vocabulary.is_ideograph(token.word)).then(|| [run[0].word, run[1].word, run[2].word])
    };
    let keys: Vec<_> = (0..tokens.len()).map(key).collect();
    for key in keys.iter().flatten() {
        *seen.entry(*key).or_default() += 1;
    }
    let landmark = |(at, key): (usize, &Option<[u32; 3]>)| {
        let key = key.filter(|key| seen.get(key) == Some(&1))?;
        let words = key.iter().filter(|word| **word != u32::MAX).copied();
        let letters: String = words.flat_map(|word| vocabulary.letters(word)).collect();
        Some((tokens[at].at, hash(&letters), letters.chars().count()))
    };
    keys.iter().enumerate().filter_map(landmark).collect()
}

/// 18 bits of FNV-1a.
fn hash(word: &str) -> u32 {
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    ((hash ^ hash >> 32) & 0x3_ffff) as u32
}
