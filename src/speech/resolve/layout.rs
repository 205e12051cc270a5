//! Whom a name in the layout means: "HILL:", "Q.", "A. H.:".

use super::super::interner::TextId;
use super::super::labels;
use super::super::people::{is_upper, plain};
use super::Resolver;

/// How many names that open lines are kept for letters that may stand for one.
const LABELLED: usize = 64;

impl Resolver<'_> {
    /// A name in the layout, and the person behind Q and A.
    pub(super) fn of_label(&mut self, words: &str) -> Option<TextId> {
        match labels::role(words) {
            Some(labels::Role::Question) => return Some(self.names.intern_text(labels::INTERVIEWER)),
            Some(labels::Role::Answer) => {
                if let Some(person) = self.interviewed {
                    return Some(self.shown(person));
                }
            }
            None => {}
        }
        let letters = labels::letters(words);
        if let Some(letters) = &letters {
            let stands_for = |name: &&TextId| labels::initials(self.names.get(**name)) == *letters;
            if let Some(name) = self.labelled.iter().find(stands_for) {
                return Some(*name);
            }
        }
        let words = plain(words);
        let quiet = |word: &str| {
            if is_upper(word) && word.chars().count() > 2 { with_one_capital(word) } else { word.to_owned() }
        };
        let name = words.split(' ').map(quiet).collect::<Vec<_>>().join(" ");
        let found = self.people.named(&name).map(|id| self.shown(id));
        if letters.is_none() && name.contains(' ') && self.labelled.len() < LABELLED {
            let name = found.unwrap_or_else(|| self.names.intern_text(&name));
            if !self.labelled.contains(&name) {
                self.labelled.push(name);
            }
        }
        found
    }
}

/// O'HARA-HILL as O'Hara-Hill.
pub(super) fn with_one_capital(word: &str) -> String {
    let mut inside = false;
    word.chars()
        .flat_map(|letter| {
            let lower = std::mem::replace(&mut inside, letter.is_alphabetic());
            let small = lower.then(|| letter.to_lowercase());
            small.into_iter().flatten().chain((!lower).then_some(letter))
        })
        .collect()
}
