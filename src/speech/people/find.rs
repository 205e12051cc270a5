//! The person that a name leads to: a whole name, a surname, letters.

use super::super::interner::TextId;
use super::super::kept::Gender;
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

    /// Whoever of the same surname is a woman or a man, as a title tells: 'Mrs Hill' is not Tom Hill where Ada Hill is named.
    pub fn namesake(&self, id: PersonId, gender: Option<Gender>) -> PersonId {
        match gender {
            Some(gender) if self.get(id).likely_gender() != Some(gender) => {
                let told = |other: &PersonId| self.get(*other).likely_gender() == Some(gender);
                first_max(self.namesakes(id, gender), |other| (told(other), self.get(*other).weight)).unwrap_or(id)
            }
            _ => id,
        }
    }

    /// The only other one of the same surname who may be a woman or a man.
    pub fn only_namesake(&self, id: PersonId, gender: Gender) -> Option<PersonId> {
        let mut others = self.namesakes(id, gender).filter(|other| *other != id);
        others.next().filter(|_| others.next().is_none())
    }

    fn namesakes(&self, id: PersonId, gender: Gender) -> impl Iterator<Item = PersonId> + '_ {
        self.bearers(last_word(self.key_of(id)), gender)
    }

    /// The women or the men who bear a surname, and those of whom nothing tells what they are.
    pub(super) fn bearers<'a>(&'a self, surname: &'a str, gender: Gender) -> impl Iterator<Item = PersonId> + 'a {
        let is_one = move |id: &PersonId| {
            let may_be = self.get(*id).likely_gender().is_none_or(|told| told == gender);
            may_be && self.is_person(*id) && last_word(self.key_of(*id)) == surname
        };
        self.by_last.get(key(surname)).take(NAMESAKES).filter(is_one)
    }

    fn by_parts(&self, name: &str) -> Option<PersonId> {
        let (first, last) = (first_word(name), last_word(name));
        let is_one_word = first.len() == name.len();
        let (first_key, last_key) = (key(first), key(last));
        let best = |people: &mut dyn Iterator<Item = PersonId>| {
            first_max(people, |id| {
                let person = self.get(*id);
                // of two Hills who are named as often, the first; of two bodies, the one that says more
                let last = if person.could_be_person { u32::MAX - person.start } else { person.letters };
                (person.last == last_key || person.first == first_key, person.weight, last)
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
