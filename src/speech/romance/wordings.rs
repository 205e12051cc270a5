//! Groups of words that always stand together, "de son côté", found by the first of them.

use std::collections::HashMap;

use super::tokens::Token;

#[derive(Default)]
pub(super) struct Wordings {
    /// By the first word what may stand behind it.
    by_first: HashMap<String, Vec<Vec<String>>>,
    /// How many words the longest has.
    pub longest: usize,
}

impl Wordings {
    pub fn of(phrases: &[String]) -> Self {
        let mut wordings = Self::default();
        for phrase in phrases {
            let mut words = phrase.split_whitespace().map(str::to_owned);
            let Some(first) = words.next() else { continue };
            let behind: Vec<String> = words.collect();
            wordings.longest = wordings.longest.max(behind.len() + 1);
            wordings.by_first.entry(first).or_default().push(behind);
        }
        wordings
    }

    /// How many tokens the longest of them takes that stands at a token.
    pub fn at(&self, tokens: &[Token<'_>], at: usize) -> usize {
        let Some(first) = tokens.get(at) else { return 0 };
        let Some(known) = self.by_first.get(first.lower.as_ref()) else { return 0 };
        let stands = |behind: &&Vec<String>| {
            tokens
                .get(at + 1..at + 1 + behind.len())
                .is_some_and(|here| here.iter().zip(*behind).all(|(token, word)| token.lower == *word))
        };
        known.iter().filter(stands).map(|behind| behind.len() + 1).max().unwrap_or(0)
    }
}
