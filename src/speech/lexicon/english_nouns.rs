//! What English nouns stand for: who bears a name, bodies.

use rustc_hash::FxHashMap;

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

    /// Whether a noun, given in lower case, is what somebody is called who is known already: "lawmaker", "dad-of-two".
    pub fn is_epithet(&self, lower: &str) -> bool {
        let of_many = || lower.split_once("-of-").is_some_and(|(_, number)| self.is_number_of_children(number));
        self.is_english && (self.epithets.contains(lower) || of_many())
    }

    /// Whether a word with a capital tells who somebody is and is no name: "Dane", "MP".
    pub fn names_whoever_is_known(&self, word: &str, lower: &str) -> bool {
        word != lower && self.is_english && (self.is_demonym(lower) || self.epithets.contains(lower))
    }

    /// Whether a word, given in lower case, tells how many somebody is the mother of: 'a mother of three'.
    pub fn is_number_of_children(&self, lower: &str) -> bool {
        matches!(
            lower,
            "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "twins" | "triplets"
        )
    }

    /// Whether a noun with such words before it, given in lower case, may be what somebody is called who was named just before:
    /// 'the surgeon', 'the shop manager', 'the retired judge', 'the Lys judge', where a place stands before it, but not 'the
    /// manager' or 'the judge', who may be anybody.
    pub fn may_be_epithet(&self, lower: &str, described: &[&str], is_placed: bool) -> bool {
        const ENDS: [&str; 6] = ["er", "or", "ist", "ian", "man", "woman"];
        let word = self.word(lower);
        let is_unknown = word.usage.parts.text.is_empty() && ENDS.iter().any(|end| lower.ends_with(end));
        let is_person = word.usage.noun.text == "person" || is_unknown || word.classes.any(Classes::TITLE);
        let was = described.iter().any(|word| matches!(*word, "former" | "retired" | "ex" | "onetime" | "one-time"));
        let is_new = match described {
            _ if was || is_placed => false,
            [] => word.classes.any(Classes::TITLE) || self.newcomers.contains(lower) || self.strangers.contains(lower),
            _ => self.strangers.contains(lower),
        };
        self.is_english && is_person && !lower.ends_with('s') && !is_new
    }

    /// Whether a verb, given in lower case, tells that its subject stands before a court: "pleaded", "charged".
    pub fn is_tried(&self, lower: &str) -> bool {
        self.tried.contains(lower)
    }

    /// Whether a woman or a man bears a given name, as far as it tells.
    pub fn gender_of_name(&self, given: &str) -> Option<Gender> {
        self.genders_of_names.get(given.to_lowercase().as_str()).copied()
    }

    /// Whether a noun, given in lower case, is for a woman or a man, as far as it tells: "mother", "fisherman".
    pub fn gender_of_noun(&self, lower: &str) -> Option<Gender> {
        let ends = |end| self.is_english && lower.ends_with(end);
        let by_end = || {
            let female = ends("woman").then_some(Gender::Female);
            female.or_else(|| ends("man").then_some(Gender::Male))
        };
        self.genders_of_nouns.get(lower).copied().or_else(by_end)
    }
}

/// Words for women and for men.
pub(super) type Genders = FxHashMap<Box<str>, Gender>;

pub(super) fn genders(women: &str, men: &str) -> Genders {
    let of = |list: &str, gender| Vec::from_iter(list.split_whitespace().map(|word| (word.into(), gender)));
    of(women, Gender::Female).into_iter().chain(of(men, Gender::Male)).collect()
}
