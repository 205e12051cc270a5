//! Passages whose speaker is named only behind them.

use super::super::super::QuotationKind;
use super::super::drafts::{Draft, Source};
use super::super::gender::{self, Gender};
use super::super::people::PersonId;
use super::super::phrases::Mention;
use super::super::resolve::Place;
use super::super::said::Focus;
use super::super::tokens::Token;
use super::super::words::Class;
use super::Reader;

/// A passage that waits for a name.
pub(super) struct Waiting {
    /// Its number.
    said: usize,
    pub paragraph: usize,
    /// Whom the pronoun beside it is for: « J'arrive », avait-il crié. Le plombier mentait.
    pub pronoun: Option<Gender>,
}

impl Waiting {
    pub fn at(said: usize, paragraph: usize) -> Self {
        Self { said, paragraph, pronoun: None }
    }
}

impl<'t> Reader<'t> {
    /// « J'arrive », avait-il crié: a pronoun before anybody is named waits for somebody of its gender.
    pub(super) fn await_name(&mut self, tokens: &[Token<'t>], mention: &Mention, place: Place) {
        let pronoun = &tokens[mention.core.first];
        let single = mention.pronoun && !pronoun.is(Class::PLURAL.and(Class::UNNAMED));
        if let Some(gender) = gender::gender(tokens, mention).filter(|_| single) {
            self.waiting.push(Waiting { pronoun: Some(gender), ..Waiting::at(self.said.len(), place.paragraph) });
        }
    }

    /// Notes who speaks, and who spoke before.
    pub(super) fn turn_speaker(&mut self, focus: Focus) {
        if let Some(before) = self.speaker.filter(|before| before.id != focus.id) {
            self.other = Some(before);
        }
        self.speaker = Some(focus);
    }

    /// « Quand ? » « Hier. »: the other of two, where a question stands right before.
    pub(super) fn answers(&self, start: usize, here: Option<Focus>) -> Option<Focus> {
        let asked = here.filter(|here| self.asked == Some(here.id))?;
        let before = self.said.last().filter(|before| before.end <= start)?;
        let adjacent = self.text.get(before.end..start).is_some_and(|between| between.trim().is_empty());
        self.other.filter(|other| adjacent && other.paragraph == asked.paragraph)
    }

    /// « … », dit Ada Hill. « … », répond la bouchère: who spoke right before, where a noun alone answers.
    pub(super) fn answered(&self, draft: &Draft<'t>, start: usize, paragraph: usize) -> Option<PersonId> {
        let Source::Named(mention) = &draft.source else { return None };
        let before = self.said.last().filter(|before| before.end <= start && before.kind == QuotationKind::Direct)?;
        let between = self.text.get(before.end..start)?;
        let adjacent = !between.contains('?') && between.matches(". ").count() <= 1;
        let spoke = self.speaker.filter(|spoke| spoke.paragraph == paragraph && before.speaker == Some(spoke.id))?;
        (adjacent && mention.name.is_none() && !mention.pronoun).then_some(spoke.id)
    }

    /// Gives the passages that wait to somebody, but for those of a pronoun that is not for them.
    pub(super) fn settle(&mut self, focus: Focus, sure: f64) {
        let person = self.resolver.people.get(focus.id);
        let fits = |gender: Gender| !person.body && !person.plural && person.gender == Some(gender);
        for waiting in self.waiting.extract_if(.., |waiting| waiting.pronoun.is_none_or(fits)) {
            let Some(said) = self.said.get_mut(waiting.said) else { continue };
            match waiting.pronoun {
                Some(_) => (said.speaker, said.sure) = (Some(focus.id), sure),
                None => said.take(focus, sure),
            }
        }
    }
}
