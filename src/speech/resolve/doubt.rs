//! Whether a pronoun may mean one of two: it is unclear then who speaks.

use super::super::kept::Gender;
use super::super::reference::Leads;
use super::{Meant, Resolver, Spoken};

/// How much clearer than anybody else must be whom a pronoun means.
const CLEARER: f64 = 0.4;

/// The same where it means somebody without a name, and the other one has one.
const NAMED_CLEARER: f64 = 1.5;

impl Resolver<'_> {
    /// Whether a pronoun may mean somebody else almost as well, in German and English.
    pub(super) fn is_doubtful(&self, leads: Leads, at: u32, spoken: Spoken<'_>) -> bool {
        let Leads::Back { gender: Some(gender), many: false, silent: false } = leads else { return false };
        let lexicon = self.overview.lexicon;
        lexicon.is_german() && self.is_hardly_clearer(gender, at, spoken)
            || lexicon.is_english() && self.may_be_kin(gender, at, spoken)
    }

    /// 'Hill runs a shop. Her daughter folded shirts. “Six,” she said': whether kin of whom a pronoun means opened a sentence since.
    fn may_be_kin(&self, gender: Gender, at: u32, spoken: Spoken<'_>) -> bool {
        let before = self.nouns.partition_point(|noun| noun.at < at);
        let kin = self.nouns[..before].last().filter(|noun| noun.is_of_somebody && !spoken.goes_on);
        let Some(noun) = kin else { return false };
        let fits = noun.role.gender.is_none_or(|told| told == gender);
        let opens = self.overview.text[noun.at as usize..].starts_with(char::is_uppercase);
        let is_here = || self.overview.paragraphs_between(noun.at as usize, at as usize) == 0;
        let is_meant = || self.nearest(Some(gender), at, spoken).is_some_and(|(_, _, place)| place < noun.at);
        fits && opens && is_here() && is_meant()
    }

    /// Whether whom a German pronoun means is hardly clearer than somebody else.
    fn is_hardly_clearer(&self, gender: Gender, at: u32, spoken: Spoken<'_>) -> bool {
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
