//! People whom a title tells from others of their surname: 'Mr Hill' beside Ada Hill, and beside Hill Press.

use rustc_hash::FxHashSet;

use super::super::interner::TextId;
use super::super::kept::{FullName, Gender};
use super::super::lexicon::Lexicon;
use super::words::last_word;
use super::{NAMESAKES, People, Person, PersonId, first_max, key, plain};

impl Person {
    /// Shows the title before the name, which tells this person from another: 'Mr. Hill'.
    fn show_title(&mut self, text: &str) {
        let before = text[..self.start as usize].trim_end_matches(' ');
        let title = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        self.start = (before.len() - title.len()) as u32;
        let shown = plain(&text[self.start as usize..self.end as usize]);
        (self.shown, self.letters) = (key(&shown), shown.chars().count() as u32);
    }
}

impl People<'_> {
    /// Adds those that one name and a title tell, where no full name has that name; whether there are any.
    pub(super) fn add_titled(
        &mut self,
        lexicon: &Lexicon,
        titled: Vec<FullName>,
        known: &FxHashSet<(TextId, Option<Gender>)>,
    ) -> bool {
        let before = self.all.len();
        let is_new = |people: &Self, name: &FullName| match people.find(name.name) {
            Some(id) => lexicon.is_english() && people.is_another(id, name, known),
            None => true,
        };
        let count = titled.iter().filter(|name| is_new(self, name)).count();
        self.all.reserve_exact(count);
        self.names.reserve_exact(count);
        for name in &titled {
            let found = self.find(name.name);
            if !is_new(self, name) {
                continue;
            }
            let id = PersonId::at(self.all.len());
            let mut person = Person::of(self.text, &self.texts, lexicon, name);
            match found {
                None => _ = self.numbers.insert(name.name, self.names.len() as u32),
                Some(_) => person.show_title(self.text),
            }
            self.names.push(id);
            self.all.push(person);
        }
        self.all.len() > before
    }

    /// Whether a title makes somebody else of whoever a surname leads to: 'Mr Hill' is no Hill Press, and not Ada Hill where
    /// 'Mrs Hill' is told of too.
    fn is_another(&self, id: PersonId, titled: &FullName, known: &FxHashSet<(TextId, Option<Gender>)>) -> bool {
        let Some(gender) = titled.gender else { return false };
        let is_other = |person: &Person| {
            let both = known.contains(&(titled.name, Some(gender.other())));
            person.gender == Some(gender.other()) || both && person.given == Some(gender.other())
        };
        let surname = last_word(self.texts.get(titled.name));
        let fits = |other: PersonId| {
            self.is_person(other) && last_word(self.key_of(other)) == surname && !is_other(self.get(other))
        };
        let is_one = self.is_person(id) && !is_other(self.get(id));
        !is_one && !self.by_last.get(key(surname)).take(NAMESAKES).any(fits)
    }

    /// The person that a kept name leads to behind a title: 'Mr Hill' is neither Hill Press nor, where both are told of, Mrs Hill.
    pub fn titled(&self, name: TextId, gender: Option<Gender>) -> Option<PersonId> {
        let known = self.meant(name);
        let Some(gender) = gender else { return known };
        if let Some(id) = known.filter(|id| self.is_person(*id)) {
            return Some(self.namesake(id, Some(gender)));
        }
        let bearers = self.bearers(last_word(self.texts.get(name)), gender);
        first_max(bearers, |id| self.get(*id).weight).or(known)
    }
}
