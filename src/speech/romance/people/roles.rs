//! What people are: "maire", "maire-de-lys", told by a mention or guessed from who stood before.

use super::super::names;
use super::super::phrases::{Mention, Span};
use super::super::tokens::Token;
use super::super::words::{Class, Noun};
use super::{NAMESAKES, People, PersonId};

/// How many roles of one person are kept.
const ROLES: usize = 20;

impl People {
    /// What a mention says that somebody is.
    pub(super) fn roles_in(&self, tokens: &[Token<'_>], mention: &Mention, name: Span) -> Vec<String> {
        let mut roles = Vec::new();
        // "Mme Hill" tells of no role
        let courtesy = |head: usize| tokens[head].noun.any(Noun::COURTESY);
        let apart = |head: &usize| (*head < name.first || *head >= name.after) && !courtesy(*head);
        if let Some(head) = mention.head.filter(apart) {
            let after =
                if name.first > head && name.first < mention.core.after { name.first } else { mention.core.after };
            let ordinals = tokens[..head].iter().rev().take_while(|token| token.is(Class::BEFORE_NOUN)).count();
            add_role(tokens, Span { first: head - ordinals, after }, &mut roles);
        }
        for role in &mention.roles {
            let article = usize::from(tokens[role.first].is(Class::DETERMINER));
            add_role(tokens, Span { first: role.first + article, after: role.after }, &mut roles);
        }
        roles
    }

    /// Notes what somebody is.
    pub(in crate::speech::romance) fn add_role(&mut self, id: PersonId, role: String) {
        let roles = &mut self.all[id].roles;
        if !roles.contains(&role) && roles.len() < ROLES {
            roles.push(role.clone());
            let holders = self.by_role.entry(role).or_default();
            if holders.len() < NAMESAKES {
                holders.push(id);
            }
        }
    }

    /// Notes what somebody is who was named right before.
    pub(in crate::speech::romance) fn guess_role(&mut self, id: PersonId, role: String) {
        if !self.all[id].roles.contains(&role) {
            self.all[id].guessed.push(role.clone());
            self.add_role(id, role);
        }
    }
}

fn add_role(tokens: &[Token<'_>], role: Span, roles: &mut Vec<String>) {
    let noun = role.of(tokens).iter().position(|token| !token.is(Class::BEFORE_NOUN));
    let Some(noun) = noun.map(|noun| role.first + noun) else { return };
    if noun > role.first {
        // "premier ministre" of "premier ministre sénégalais"
        roles.push(names::joined(tokens, Span { first: role.first, after: noun + 1 }));
    }
    if is_premier(tokens, noun) {
        roles.push(names::joined(tokens, role));
    } else {
        roles.push(tokens[noun].lower.to_string());
        roles.push(names::joined(tokens, Span { first: noun, after: role.after }));
    }
}

/// "le Premier [ministre]": never "le ministre".
pub(in crate::speech::romance) fn is_premier(tokens: &[Token<'_>], noun: usize) -> bool {
    let first = noun.checked_sub(1).is_some_and(|first| tokens[first].lower.starts_with("premi"));
    first && tokens[noun].lower.starts_with("ministr")
}
