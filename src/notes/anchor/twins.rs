//! Whether what a diff took for a passage may be another place that reads the same.

use std::collections::HashMap;

use super::{
    diff::begins_sentence,
    token::{Token, Vocabulary},
};

/// How many tokens on each side are compared.
const REACH: usize = 12;
/// The weight of the words beside a passage (some two long ones) from which on they tell places apart.
const TELLING: f32 = 4.0;

/// Where each word of two texts stands.
pub(super) struct Twins {
    old: HashMap<u32, Vec<usize>>,
    new: HashMap<u32, Vec<usize>>,
}

impl Twins {
    pub fn new(old: &[Token], new: &[Token]) -> Self {
        let places = |tokens: &[Token]| {
            let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
            tokens.iter().enumerate().for_each(|(at, token)| places.entry(token.word).or_default().push(at));
            places
        };
        Self { old: places(old), new: places(new) }
    }

    /// Whether the words of a passage that are found at a new token also stand elsewhere in the new text, and there
    /// more of what was beside them; or stood elsewhere in the old one, beside more of what is beside them now. Where
    /// the surroundings are certain, only whether one of two places that read alike is lost.
    pub fn fit_better(
        &self,
        vocabulary: &Vocabulary,
        (old, new): (&[Token], &[Token]),
        to: &[Option<usize>],
        (i0, i1): (usize, usize),
        found: (usize, bool),
    ) -> bool {
        let (at, is_certain) = found;
        let (words, size) = (&old[i0..i1], i1 - i0);
        let beside = |i: usize, j: usize| {
            let before = weight(vocabulary, old[..i].iter().rev(), new[..j].iter().rev());
            (before, weight(vocabulary, old[i + size..].iter(), new[j + size..].iter()))
        };
        let here = beside(i0, at);
        // Of a doubled word one may be gone: then what touched it on one side does not any more.
        let is_certain = is_certain && (here.0 > 0.0 || i0 == 0) && (here.1 > 0.0 || i1 == old.len());
        let is_better =
            |there: (f32, f32)| there.0 > here.0 && there.0 >= TELLING || there.1 > here.1 && there.1 >= TELLING;
        let is_lost = |i: usize| (i..i + size).any(|i| to[i].is_none_or(|j| new[j].word != old[i].word));
        let is_as_good = |there: (f32, f32)| there.0 >= here.0 && there.1 >= here.1 && there.0 + there.1 >= TELLING;
        // Its whole sentence may stand elsewhere as well, and this one be another's.
        let begins = |at: &usize| begins_sentence(vocabulary, old, *at);
        let from = (0..=i0).rev().find(begins).unwrap_or(0);
        let until = (i1..old.len()).find(begins).unwrap_or(old.len());
        let is_again = |j: usize| j + i0 - from != at;
        if !is_certain && standing(&old[from..until], new, &self.new).any(is_again) {
            return true;
        }
        standing(words, old, &self.old).filter(|i| *i != i0).any(|i| {
            let there = beside(i, at);
            !is_certain && is_better(there) || is_as_good(there) && is_lost(i)
        }) || !is_certain && standing(words, new, &self.new).any(|j| j != at && is_better(beside(i0, j)))
    }
}

/// The weight of the tokens that are the same from the first on.
fn weight<'a>(
    vocabulary: &Vocabulary,
    one: impl Iterator<Item = &'a Token>,
    other: impl Iterator<Item = &'a Token>,
) -> f32 {
    let same = one.zip(other).take(REACH).take_while(|(one, other)| one.word == other.word);
    same.map(|(token, _)| vocabulary.weight(token.word)).sum()
}

/// Every token at which some words stand.
fn standing<'a>(
    words: &'a [Token],
    tokens: &'a [Token],
    places: &'a HashMap<u32, Vec<usize>>,
) -> impl Iterator<Item = usize> + 'a {
    let places_of = |number: usize| places.get(&words[number].word).map_or(&[][..], Vec::as_slice);
    let rarest = (0..words.len()).min_by_key(|number| places_of(*number).len()).unwrap_or(0);
    places_of(rarest).iter().filter_map(move |at| at.checked_sub(rarest)).filter(move |at| {
        let there = tokens.get(*at..*at + words.len());
        there.is_some_and(|there| there.iter().zip(words).all(|(one, other)| one.word == other.word))
    })
}
