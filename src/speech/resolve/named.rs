//! Whom the names of a mention lead to.

use std::ops::Range;

use super::super::german;
use super::super::interner::TextId;
use super::super::people::{PersonId, is_upper};
use super::super::reference::CalledName;
use super::super::titles::is_title_word;
use super::{Meant, Resolver};

impl Resolver<'_> {
    /// The best of some names.
    pub(super) fn of_names(&mut self, at: u32, names: Range<usize>) -> Option<TextId> {
        // a known name before an unknown one, a person before a place, one with a title before one without
        type Rank = (bool, bool, bool);
        let mut best: Option<(Rank, Option<PersonId>, usize)> = None;
        for (number, called) in self.called.iter().enumerate().take(names.end).skip(names.start) {
            let person = self.people.titled(called.name, called.gender);
            let could_be_person = person.is_some_and(|id| self.people.get(id).could_be_person);
            let rank = (person.is_some(), could_be_person, called.titled);
            if best.is_none_or(|(highest, ..)| rank > highest) {
                best = Some((rank, person, number));
            }
        }
        let (_, person, number) = best?;
        if let Some(person) = person {
            return Some(self.shown(person));
        }
        let name = self.people.text_of(self.called[number].shown);
        let role = name.to_lowercase();
        let lexicon = self.overview.lexicon;
        if !name.contains(' ') && (is_title_word(&role, lexicon) || lexicon.leads_name(name, &role)) {
            return self.people.by_role_named(&role).map(|id| self.shown(id));
        }
        // 'the IGP', 'the Secretary of State'
        let is_office =
            self.overview.lexicon.is_english() && (is_upper(name) || name.contains(" of ") || name.contains(" for "));
        if let Some(holder) = self.people.by_role_named(&role).filter(|_| is_office) {
            return Some(self.shown(holder));
        }
        // 'the Commission President', though not 'the Vice President'
        let title = |word: &str| is_title_word(&word.to_lowercase(), lexicon);
        if lexicon.is_english()
            && let Some((rest, last)) = role.rsplit_once(' ')
            && title(last)
            && !rest.split(' ').any(title)
            && let Some(holder) = self.people.by_role_named(last)
        {
            return Some(self.shown(holder));
        }
        // 'nach Hills Ansicht'
        let owner = name.strip_suffix('s').filter(|_| self.overview.lexicon.is_german());
        if let Some(owner) = owner.and_then(|owner| self.people.named(owner)) {
            return Some(self.shown(owner));
        }
        if let Some(holder) = self.by_german_role(&role, at) {
            return Some(self.shown(holder));
        }
        // 'laut Hill-Studie'
        let lexicon = self.overview.lexicon;
        let teller = if lexicon.is_german() { german::teller_of(name, lexicon) } else { None };
        Some(self.names.intern_text(teller.as_deref().unwrap_or(name)))
    }

    /// The names of all who speak together; the one where they are one person.
    pub(super) fn together(&mut self, names: Range<usize>) -> TextId {
        let mut all: Vec<TextId> = names.map(|called| self.of_called(called)).collect();
        all.dedup();
        let all: Vec<&str> = all.iter().map(|name| self.names.get(*name)).collect();
        let all = all.join(if self.overview.lexicon.is_german() { " und " } else { " and " });
        self.names.intern_text(&all)
    }

    /// The name of whoever is called so before a relative: 'The striker, who'.
    pub(super) fn of_relative(&mut self, called: usize, at: u32) -> TextId {
        let CalledName { name, shown, .. } = self.called[called];
        let words = self.people.text_of(shown);
        let noun = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let is_noun = self.overview.lexicon.is_english() && self.people.meant(name).is_none();
        let known = || self.people.by_role_named(&noun).filter(|_| words.starts_with("The ")).map(Meant::Person);
        // 'The association, which'
        let body = || {
            let noun = self.people.find_text(&noun).filter(|_| words.starts_with("The "))?;
            let body = self.body_or_called(noun, words, at);
            body.or_else(|| self.by_body_word(self.people.text_of(noun), at).map(Meant::Person))
        };
        let known = || known().or_else(body).or_else(|| self.by_epithet(&noun, words, at));
        let known = if is_noun { known() } else { None };
        match known {
            Some(known) => self.shown_as(known),
            None => self.of_called(called),
        }
    }

    /// The name of whoever is called so.
    pub(super) fn of_called(&mut self, called: usize) -> TextId {
        let CalledName { name, shown, .. } = self.called[called];
        match self.people.meant(name) {
            Some(person) => self.shown(person),
            None => self.names.intern_text(self.people.text_of(shown)),
        }
    }
}
