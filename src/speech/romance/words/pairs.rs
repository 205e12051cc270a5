//! Pairs of words of which one is somebody there: "la [partie] civile", "un [cadre]".

use std::collections::HashMap;

use super::super::tokens::Token;
use super::Class;

/// Pairs of words, and which of the two is somebody.
#[derive(Debug, Default)]
pub(in crate::speech::romance) struct Pairs(HashMap<Box<str>, (usize, Class)>);

impl Pairs {
    /// Reads "*partie civile", "un *cadre", "la +policía": the star stands before who is somebody, the other sign before
    /// what is a body and nobody there.
    pub(super) fn read(pairs: &[String]) -> Self {
        let read = |pair: &String| {
            let kind = if pair.contains('+') { Class::BODY } else { Class::HUMAN };
            (pair.replace(['*', '+'], "").into(), (usize::from(!pair.starts_with(['*', '+'])), kind))
        };
        Self(pairs.iter().map(read).collect())
    }

    /// Makes people of the nouns of such pairs.
    pub fn name(&self, tokens: &mut [Token<'_>]) {
        for at in 1..tokens.len() {
            let pair = format!("{} {}", tokens[at - 1].lower, tokens[at].lower);
            let Some((which, kind)) = self.0.get(pair.as_str()) else { continue };
            // "la policía Ada Hill"
            let named = tokens.get(at + which).is_some_and(|next| next.capital && next.is_word());
            let noun = &mut tokens[at - 1 + which];
            if *kind == Class::HUMAN {
                noun.class = noun.class.and(Class::HUMAN);
            } else if !named {
                noun.class = noun.class.only(Class::BODY.and(Class::KNOWN_BODY));
            }
        }
    }
}
