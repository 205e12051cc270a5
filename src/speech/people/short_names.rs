//! Names that are one: 'Ada Hill' and 'Ada Rowan Hill', 'Coast Guard' and 'Lys Coast Guard'; and those that are not.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::super::interner::TextId;
use super::super::kept::SingleName;
use super::super::lexicon::{Classes, Lexicon};
use super::words::{first_word, has_words_of, last_word, words};
use super::{Index, NAMESAKES, People, PersonId, is_upper};

impl People<'_> {
    /// 'Ada Rowan Hill' and 'Ada Hill' are one.
    pub(super) fn join_short_names(&mut self) {
        let family = |people: &Self, number: u32| {
            let person = &people.all[number as usize];
            person.first ^ person.last.rotate_left(16)
        };
        let name_of = |people: &Self, number: u32| people.all[number as usize].key;
        let numbers = 0..self.names.len() as u32;
        let families =
            Index::of(numbers.clone().map(|number| (family(self, number), PersonId::at(number as usize))).collect());
        let mut shortest_first: Vec<u32> = numbers.collect();
        shortest_first.sort_by_cached_key(|number| words(self.texts.get(name_of(self, *number))).count());
        for number in shortest_first {
            let short = name_of(self, number);
            let name = self.texts.get(short);
            let (first, last) = (first_word(name), last_word(name));
            let related = |other: &PersonId| {
                let other = self.texts.get(self.all[other.number()].key);
                first_word(other) == first && last_word(other) == last
            };
            let related = || families.get(family(self, number)).filter(related).take(NAMESAKES);
            // most have no relatives
            if related().nth(1).is_none() {
                continue;
            }
            for other in related().map(|other| self.names[other.number()]).collect::<Vec<_>>() {
                let (name, longer) = (self.texts.get(short), self.key_of(other));
                if has_words_of(longer, name) && !has_words_of(name, longer) {
                    let weight = self.get(self.names[number as usize]).weight;
                    self.get_mut(other).weight += weight;
                    self.names[number as usize] = other;
                }
            }
        }
    }

    /// 'Coast Guard' is 'Lys Coast Guard' where no other name ends so.
    pub(super) fn join_ends(&mut self, lexicon: &Lexicon) {
        let ends = Index::of(self.distinct().map(|id| (self.get(id).last, id)).collect());
        let ids: Vec<PersonId> = self.distinct().collect();
        let mut joined: FxHashMap<PersonId, PersonId> = FxHashMap::default();
        for id in ids {
            let short = self.key_of(id);
            let longer = |other: &PersonId| *other != id && extra(self.key_of(*other), short).is_some();
            let mut all: SmallVec<[PersonId; 4]> = ends.get(self.get(id).last).take(NAMESAKES).filter(longer).collect();
            all.sort_by_key(|other| self.get(*other).letters);
            let Some(longest) = all.pop() else { continue };
            let is_chain = all.iter().all(|other| extra(self.key_of(longest), self.key_of(*other)).is_some());
            let is_word = |word: &str| {
                // 'the US Coast Guard'
                let is_country = word.contains('.') || matches!(word, "US" | "UK" | "UN" | "EU");
                let is_known = || !lexicon.word(&word.to_lowercase()).usage.parts.text.is_empty();
                !is_country && (is_upper(word) || is_known())
            };
            let more = extra(self.key_of(longest), short).unwrap_or_default();
            // 'Airman Noa Reyes' is Noa Reyes
            let is_given = lexicon.gender_of_name(first_word(more)).is_some();
            let is_title = self.get(id).could_be_person && !is_given && more.split(' ').all(is_word);
            if !is_chain || more.split(' ').any(|word| !word.starts_with(char::is_uppercase)) {
                continue;
            }
            let (from, to) = if is_title { (longest, id) } else { (id, longest) };
            // two that are the same already
            if joined.contains_key(&from) || joined.contains_key(&to) {
                continue;
            }
            let weight = self.get(from).weight;
            self.get_mut(to).weight += weight;
            joined.insert(from, to);
        }
        for name in &mut self.names {
            *name = joined.get(name).copied().unwrap_or(*name);
        }
    }

    /// Finds the names of one word that are nobody's with a longer name: 'Dahl' beside one 'Dahl Tower'.
    pub(super) fn own_names(&mut self, single_names: &FxHashMap<TextId, SingleName>, lexicon: &Lexicon) {
        let is_own = |name: &TextId, single: &SingleName| {
            let word = self.texts.get(*name);
            let Some(id) = self.find(*name).filter(|_| !is_upper(word)) else { return false };
            let (known, person) = (self.key_of(id), self.get(id));
            let last = last_word(known);
            let sense = lexicon.word(&last.to_lowercase());
            let is_place = match sense.usage.noun.text {
                "artifact" => true,
                "location" => sense.classes.any(Classes::ORGANISATION),
                _ => false,
            };
            let is_place = is_place && single.times > 2 * person.weight;
            let is_surname = known.split(' ').zip(known.split(' ').skip(1)).any(|(name, next)| {
                name == word && matches!(next.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "of")
            });
            // 'Mr Dahl' is no 'Dahl Hotel Lys'
            let is_other = single.titled.is_some() && !person.could_be_person;
            last != word
                && if first_word(known) == word { is_place || is_other } else { !person.could_be_person && !is_surname }
        };
        self.own = single_names.iter().filter(|(name, single)| is_own(name, single)).map(|(name, _)| *name).collect();
    }
}

/// What stands before a name of several words in a longer one that ends with it; 'Ten Dahl' ends 'Ada ten Dahl'.
fn extra<'a>(longer: &'a str, name: &str) -> Option<&'a str> {
    const PARTICLES: [&str; 10] = ["Ten", "Ter", "Van", "Von", "De", "Del", "Di", "Al", "Bin", "Dos"];
    let (first, rest) = name.split_once(' ')?;
    let whole = || longer.strip_suffix(name);
    let small = || longer.strip_suffix(rest)?.strip_suffix(' ')?.strip_suffix(first.to_lowercase().as_str());
    let more = whole().or_else(|| if PARTICLES.contains(&first) { small() } else { None })?;
    more.strip_suffix(' ')
}
