//! The person that a name leads to: a whole name, a surname, letters.

use super::super::interner::TextId;
use super::words::{first_word, has_words_of, initials_of, last_word, words};
use super::{NAMESAKES, People, PersonId, first_max, is_upper, key};

/// A word in capitals that is shorter is letters of a name, not a name in capitals.
const SHORT: usize = 5;

impl People<'_> {
    /// The person that a kept name leads to, as the weights are.
    pub(super) fn find(&self, name: TextId) -> Option<PersonId> {
        if self.own.contains(&name) {
            return None;
        }
        match self.numbers.get(&name) {
            Some(number) => Some(self.names[*number as usize]),
            None => self.by_parts(self.texts.get(name)),
        }
    }

    /// The person these words of a name lead to.
    pub fn named(&self, name: &str) -> Option<PersonId> {
        match self.texts.find(name) {
            Some(known) => self.meant(known),
            None => self.by_parts(&name.replace('’', "'")),
        }
    }

    fn by_parts(&self, name: &str) -> Option<PersonId> {
        let (first, last) = (first_word(name), last_word(name));
        let is_one_word = first.len() == name.len();
        let (first_key, last_key) = (key(first), key(last));
        let best = |people: &mut dyn Iterator<Item = PersonId>| {
            first_max(people, |id| {
                let person = self.get(*id);
                (person.last == last_key || person.first == first_key, person.weight, person.letters)
            })
        };
        let holds_all = |id: &PersonId| has_words_of(self.key_of(*id), name);
        let lies_within = |id: &PersonId| {
            let known = self.key_of(*id);
            // 'the Commission on Water Rights' is not 'Water Rights'
            let joins = |word: &[u8]| word.first().is_some_and(u8::is_ascii_lowercase);
            let more = words(name).any(|word| joins(word) && !words(known).any(|known| known == word));
            last_word(known) == last && has_words_of(name, known) && !more
        };
        // 'the UN' is not 'UN Relief', though it may be 'United Nations'
        let is_acronym = is_one_word && is_upper(name) && !name.is_empty() && name.len() < SHORT;
        let whole = || {
            let mut namesakes = self.by_word.get(last_key).take(NAMESAKES);
            match is_one_word {
                // who is found by a word has it, but for two words of one key
                true => best(&mut namesakes).filter(holds_all),
                false => best(&mut namesakes.filter(holds_all)),
            }
        };
        if is_acronym { None } else { whole() }.or_else(|| {
            if !is_one_word {
                best(&mut self.by_last.get(last_key).take(NAMESAKES).filter(lies_within))
            } else if first.chars().nth(1).is_some() && is_upper(first) {
                let fits = |id: &PersonId| initials_of(self.key_of(*id)).eq(first.chars());
                best(&mut self.by_initials.get(first_key).take(NAMESAKES).filter(fits))
            } else if self.has_letters && first.trim_end_matches('.').chars().count() == 1 && is_upper(first) {
                best(&mut self.by_last.get(last_key).take(NAMESAKES).filter(holds_all))
            } else {
                None
            }
        })
    }
}
