//! Whether a German pronoun may mean one of two: it is unclear then who speaks.

use super::super::reference::Leads;
use super::{Meant, Resolver, Spoken};

/// How much clearer than anybody else must be whom a pronoun means.
const CLEARER: f64 = 0.4;

/// The same where it means somebody without a name, and the other one has one.
const NAMED_CLEARER: f64 = 1.5;

impl Resolver<'_> {
    /// Whether a German pronoun may mean somebody else almost as well.
    pub(super) fn is_doubtful(&self, leads: Leads, at: u32, spoken: Spoken<'_>) -> bool {
        let Leads::Back { gender: Some(gender), many: false, silent: false } = leads else { return false };
        if !self.overview.lexicon.is_german() {
            return false;
        }
        let Some((meant, score, _)) = self.nearest(Some(gender), at, spoken) else { return false };
        let name = match meant {
            Meant::Person(id) => self.people.name(id),
            Meant::Name(name) => self.names.get(name).into(),
            Meant::Noun(text) => self.people.text_of(text).into(),
        };
        // nobody calls themselves by name: so another one is found
        let other = self.nearest(Some(gender), at, Spoken { words: &name, ..spoken });
        // 'ein Mann' who was only seen
        let common = self.is_unnamed(meant) || self.is_common(meant);
        other.is_some_and(|(other, clear, _)| {
            let clearer = if common && matches!(other, Meant::Person(_)) { NAMED_CLEARER } else { CLEARER };
            clear > 0.0 && score - clear < clearer
        })
    }
}
