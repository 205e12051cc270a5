//! German names with a noun before them that might be part of them: 'Wunschkandidat Ulf Hill' is the Ulf Hill whom the
//! article names elsewhere, 'Müller Hill' too.

use rustc_hash::FxHashMap;

use super::super::german;
use super::super::lexicon::Lexicon;
use super::super::namings::agreed;
use super::words::{first_word, last_word, words};
use super::{NAMESAKES, People, PersonId, first_max, key};

impl People<'_> {
    /// Joins names that end in the name of somebody else to theirs; whether there are any.
    pub(super) fn join_led(&mut self, lexicon: &Lexicon) -> bool {
        if !lexicon.is_german() {
            return false;
        }
        let led: FxHashMap<PersonId, PersonId> =
            self.distinct().filter_map(|id| Some((id, self.led_to(id, lexicon)?))).collect();
        for (id, other) in &led {
            let (weight, gender) = (self.get(*id).weight, self.get(*id).gender);
            let other = self.get_mut(*other);
            other.weight += weight;
            other.gender = agreed(other.gender, gender);
        }
        for id in &mut self.names {
            *id = led.get(id).copied().unwrap_or(*id);
        }
        !led.is_empty()
    }

    /// Whose name ends the name of a person.
    fn led_to(&self, id: PersonId, lexicon: &Lexicon) -> Option<PersonId> {
        let name = self.key_of(id);
        if !self.get(id).could_be_person || self.get(id).is_body {
            return None;
        }
        let is_other = |other: &PersonId| *other != id && self.get(*other).could_be_person && !self.get(*other).is_body;
        if words(name).count() > 2 {
            let ends = name.match_indices(' ').map(|(space, _)| &name[space + 1..]).filter(|end| end.contains(' '));
            let known = ends.filter_map(|end| self.numbers.get(&self.texts.find(end)?));
            return known.map(|number| self.names[*number as usize]).find(is_other);
        }
        if !german::leads_name(first_word(name), lexicon) {
            return None;
        }
        let last = last_word(name);
        let is_full = |other: &PersonId| {
            let known = self.key_of(*other);
            last_word(known) == last && !german::leads_name(first_word(known), lexicon)
        };
        let others = self.by_last.get(key(last)).take(NAMESAKES);
        first_max(others.filter(is_other).filter(is_full), |other| self.get(*other).weight)
    }
}
