//! How participles end: another way for each place where one is looked for.

use serde::Deserialize;

use super::FRENCH;

/// Where a participle is looked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::speech::romance) enum Participle {
    /// Told of what stands before: "le rapport publié".
    Told,
    /// Before "par" and who asked.
    BeforeAgent,
    /// Before "par" and who did something.
    OfDeeds,
    /// Opens a sentence: "Arrivée en mai, …".
    Opening,
    /// Behind somebody: "le témoin entendu".
    Behind,
    /// Tells one from others: "le soudeur licencié par la firme".
    Restricting,
    /// A word that may be a verb.
    OfVerbs,
}

impl Participle {
    /// Whether a word ends as such participles do. Both languages have the endings of French.
    pub fn ends(self, lower: &str) -> bool {
        FRENCH.participles.get(self as usize).is_some_and(|ends| ends.iter().any(|end| lower.ends_with(&**end)))
    }
}

/// How participles end, by where one is looked for.
#[derive(Default, Deserialize)]
pub(super) struct Participles {
    told: String,
    before_agent: String,
    of_deeds: String,
    opening: String,
    behind: String,
    restricting: String,
    of_verbs: String,
}

impl Participles {
    /// The endings of each kind, in the order of [`Participle`].
    pub(super) fn lists(&self) -> [Vec<Box<str>>; 7] {
        let lists = [
            &self.told,
            &self.before_agent,
            &self.of_deeds,
            &self.opening,
            &self.behind,
            &self.restricting,
            &self.of_verbs,
        ];
        lists.map(|list| list.split_whitespace().map(Box::from).collect())
    }
}
