//! Pairs of words of which one is somebody there: "la [partie] civile", "un [cadre]".

use std::collections::HashMap;

use super::super::tokens::Token;
use super::Class;

/// Pairs of words, and which of the two is somebody.
#[derive(Debug, Default)]
pub(in crate::speech::romance) struct Pairs(HashMap<Box<str>, usize>);

impl Pairs {
    /// Reads "*partie civile", "un *cadre": the star stands before who is somebody.
    pub(super) fn read(pairs: &[String]) -> Self {
        Self(pairs.iter().map(|pair| (pair.replace('*', "").into(), usize::from(!pair.starts_with('*')))).collect())
    }

    /// Makes people of the nouns of such pairs.
    pub fn name(&self, tokens: &mut [Token<'_>]) {
        for at in 1..tokens.len() {
            let pair = format!("{} {}", tokens[at - 1].lower, tokens[at].lower);
            if let Some(which) = self.0.get(pair.as_str()) {
                let noun = &mut tokens[at - 1 + which];
                noun.class = noun.class.and(Class::HUMAN);
            }
        }
    }
}
