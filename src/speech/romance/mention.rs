//! A noun phrase that may name a speaker, and what it tells of them.

use super::tokens::Token;
use super::words::Class;

/// Tokens of a sentence: the first, and the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub first: usize,
    pub after: usize,
}

impl Span {
    pub fn of<'a, 't>(self, tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
        tokens.get(self.first..self.after).unwrap_or_default()
    }
}

/// A noun phrase with what it tells of somebody.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The phrase without what follows between commas.
    pub core: Span,
    /// A name in it, or right behind it between commas.
    pub name: Option<Span>,
    /// The noun that says what somebody is.
    pub head: Option<usize>,
    /// Nouns that say so behind a name: "Ada Hill, maire de Lys".
    pub roles: Vec<Span>,
    pub pronoun: bool,
    /// The token after all of it.
    pub after: usize,
}

impl Mention {
    pub fn pronoun(at: usize) -> Self {
        Self {
            core: Span { first: at, after: at + 1 },
            name: None,
            head: None,
            roles: Vec::new(),
            pronoun: true,
            after: at + 1,
        }
    }

    /// A name by itself.
    pub fn of_name(name: Span) -> Self {
        Self { core: name, name: Some(name), head: None, roles: Vec::new(), pronoun: false, after: name.after }
    }

    /// Whether it is some of several people: "une quarantaine de commerçants", "la plupart des élus".
    pub fn is_share(&self, tokens: &[Token<'_>]) -> bool {
        let share = self.head.is_some_and(|head| {
            let lower = tokens[head].lower.as_ref();
            matches!(lower, "plupart" | "majorité" | "moitié" | "poignée" | "partie" | "nombre")
                || lower.ends_with("aine")
        });
        let several = |token: &Token<'_>| token.is(Class::HUMAN.and(Class::BODY)) && token.lower.ends_with(['s', 'x']);
        // "une trentaine d'entre eux"
        let of_them = |token: &Token<'_>| matches!(token.lower.as_ref(), "eux" | "elles");
        share && self.core.of(tokens).iter().any(|token| several(token) || of_them(token))
    }

    /// Whether its noun is one for people: "la maire".
    pub fn is_human(&self, tokens: &[Token<'_>]) -> bool {
        self.head.is_some_and(|head| tokens[head].is(Class::HUMAN))
    }

    /// The tokens that name the speaker: up to the name where it comes last.
    pub fn span(&self) -> Span {
        Span { first: self.core.first, after: self.core.after.max(self.name.map_or(0, |name| name.after)) }
    }
}
