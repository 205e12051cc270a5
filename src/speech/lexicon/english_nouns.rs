//! What English nouns stand for: who bears a name, bodies.

use super::super::kept::Gender;
use super::{Classes, Lexicon};

impl Lexicon {
    /// Whether a word stands before names and is part of none: "MP", "Cllr".
    pub fn leads_name(&self, word: &str, lower: &str) -> bool {
        self.is_english && (self.name_titles.contains(word) || word != lower && self.name_titles.contains(lower))
    }

    /// Whether a noun, given in lower case, stands for a body that says something: "ministry", "police", "airline".
    pub fn speaks_as_body(&self, lower: &str) -> bool {
        let is_known = self.word(lower).classes.any(Classes::ORGANISATION);
        self.is_english && (is_known || self.bodies.contains(lower) || self.generic_bodies.contains(lower))
    }

    /// Whether a noun, given in lower case, is what somebody is called who is known already: "lawmaker", "midfielder".
    pub fn is_epithet(&self, lower: &str) -> bool {
        self.is_english && self.epithets.contains(lower)
    }

    /// Whether a woman or a man bears a given name, as far as it tells.
    pub fn gender_of_name(&self, given: &str) -> Option<Gender> {
        let lower = given.to_lowercase();
        if self.female_names.contains(lower.as_str()) {
            Some(Gender::Female)
        } else if self.male_names.contains(lower.as_str()) {
            Some(Gender::Male)
        } else {
            None
        }
    }
}
