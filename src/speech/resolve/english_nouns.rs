//! Whom English nouns lead to that say more than a role: 'the Lys mayor', 'the 36-year-old', 'the ministry'.

use super::super::interner::TextId;
use super::super::lexicon::Classes;
use super::super::people::PersonId;
use super::{BACK, Meant, Resolver, Said, Spoken, with_one_capital};

impl Resolver<'_> {
    /// Whoever is in mind at a place; they must be called by a role, where one is told.
    pub(super) fn in_mind(&self, role: Option<TextId>, at: u32) -> Option<PersonId> {
        let (meant, score, _) = self.nearest(None, at, Spoken::default())?;
        let Meant::Person(person) = meant else { return None };
        let has_role = role.is_none_or(|role| self.people.has_role(person, role));
        (score > 0.0 && has_role).then_some(person)
    }

    /// Whoever spoke before a place and was called by a noun, given in lower case: 'the spokesman' is 'a spokesman for the bank'.
    pub(super) fn called_before(&self, noun: TextId, at: u32) -> Option<TextId> {
        let before = &self.said[..self.said.partition_point(|said| said.at < at)];
        // 'the Lys mayor's office' is one of many
        let owned = |said: &Said| self.names.get(said.name).contains(['\'', '’']);
        let called = |said: &&Said| said.noun == Some(noun) && said.person.is_none() && !owned(said);
        before.iter().rev().take(BACK).find(called).map(|said| said.name)
    }

    /// Whoever spoke last a little before a place, where a noun stands for what they wrote: 'the statement'.
    pub(super) fn writer_before(&self, noun: TextId, at: u32) -> Option<TextId> {
        const NEAR: usize = 2;
        let is_written = matches!(
            self.people.text_of(noun),
            "statement" | "letter" | "release" | "tweet" | "post" | "email" | "e-mail" | "message" | "memo"
        );
        let last = self.said.partition_point(|said| said.at < at).checked_sub(1)?;
        let here = self.overview.paragraphs_to(at as usize);
        let apart = here - self.overview.paragraphs_to_before(self.said[last].at as usize, here);
        let english = self.overview.lexicon.is_english() && is_written && apart <= NEAR;
        english.then_some(self.said[last].name)
    }

    /// Several people by their names, each the fullest: 'Noa Reyes and Ada Hill' of 'Reyes and Hill'.
    pub(super) fn each_by_name(&mut self, several: TextId) -> TextId {
        let words = self.people.text_of(several);
        let names: Vec<String> = words
            .split(" and ")
            .map(|name| self.people.named(name).map_or_else(|| name.to_owned(), |id| self.people.name(id)))
            .collect();
        self.names.intern([names.join(" and ").as_str()].into_iter())
    }

    /// The body that was named before a place whose name ends with a word, given in lower case: 'the ministry'.
    pub(super) fn by_body_word(&self, word: &str, at: u32) -> Option<PersonId> {
        let lexicon = self.overview.lexicon;
        let is_body = lexicon.is_english() && lexicon.word(word).classes.any(Classes::ORGANISATION);
        is_body.then(|| self.people.ending_with(&with_one_capital(&word.to_uppercase()), at)).flatten()
    }
}
