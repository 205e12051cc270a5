//! What is known of the people of a story before it is known who speaks each line.

use std::ops::Range;

use super::super::interner::TextId;
use super::super::kept::Gender;
use super::super::people::Person;
use super::{Meant, Resolver};

impl Resolver<'_> {
    /// What is known of a woman or a man by the name that is shown.
    pub fn gender_of(&self, name: TextId) -> Option<Gender> {
        let (words, lexicon) = (self.names.get(name), self.overview.lexicon);
        let person = self.people.shown_as(words).map(|id| self.people.get(id));
        let known = person.and_then(Person::likely_gender);
        let [first, last] = [words.split(' ').next(), words.rsplit(' ').next()].map(Option::unwrap_or_default);
        let title = || Gender::told_by(|titles| lexicon.written_word(first).classes.any(titles), Gender::TITLES);
        let noun = || lexicon.gender_of_noun(&last.to_lowercase());
        known.or_else(title).or_else(|| lexicon.gender_of_name(first)).or_else(noun)
    }

    /// The names of those of whom a title or a given name tells that they are a woman or a man.
    pub fn women_and_men(&mut self) -> Vec<TextId> {
        let told = self.people.women_and_men();
        told.into_iter().map(|id| self.shown(id)).collect()
    }

    /// The name by which somebody is shown who is called so.
    pub fn shown_name(&mut self, called: &str) -> TextId {
        match self.people.named(called) {
            Some(id) => self.shown(id),
            None => self.names.intern_text(called),
        }
    }

    /// Who opens a clause in a stretch of the text, where, and by which name; in the order of the text.
    pub fn actors(&mut self, stretch: Range<usize>) -> Vec<(usize, TextId)> {
        let is_inside = |at: u32| stretch.contains(&(at as usize));
        let first = |at: u32| (at as usize) < stretch.start;
        let subjects = self.subjects.iter().skip(self.subjects.partition_point(|subject| first(subject.at)));
        let subjects = subjects.take_while(|subject| is_inside(subject.at)).filter(|subject| subject.clear() > 0);
        let mut found: Vec<(u32, Meant)> = subjects.map(|subject| (subject.at, Meant::Person(subject.id()))).collect();
        let nouns = self.nouns.iter().skip(self.nouns.partition_point(|noun| first(noun.at)));
        found.extend(nouns.take_while(|noun| is_inside(noun.at)).map(|noun| (noun.at, noun.meant)));
        for others in &self.others {
            let others = others.iter().skip(others.partition_point(|other| first(other.at)));
            found.extend(
                others.take_while(|other| is_inside(other.at)).map(|other| (other.at, Meant::Noun(other.name))),
            );
        }
        found.sort_by_key(|(at, _)| *at);
        found.dedup_by_key(|(at, _)| *at);
        let mut named: Vec<(usize, TextId)> =
            found.into_iter().map(|(at, meant)| (at as usize, self.shown_as(meant))).collect();
        let is_one = |name: &TextId| {
            let words = self.names.get(*name);
            let head = words.rsplit(' ').next().unwrap_or_default();
            let are_several = head.starts_with(char::is_lowercase)
                && (head.ends_with('s') || matches!(head, "men" | "women" | "people" | "children"));
            !are_several && !self.overview.lexicon.is_anybody(&words.to_lowercase())
        };
        named.retain(|(_, name)| is_one(name));
        named
    }
}
