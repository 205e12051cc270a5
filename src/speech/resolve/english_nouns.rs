//! Whom English nouns lead to that say more than a role: 'the Lys mayor', 'the 36-year-old', 'the ministry'.

use std::borrow::Cow;

use super::super::interner::TextId;
use super::super::kept::{Gender, Other};
use super::super::lexicon::Classes;
use super::super::mentions::MentionKind;
use super::super::people::{PersonId, is_upper};
use super::layout::with_one_capital;
use super::{BACK, Meant, Resolver, Said, Subject};

impl Resolver<'_> {
    /// Whoever holds an office that is told with what it is an office of: 'the Lys mayor' of 'Lys Mayor Mira Dahl'.
    pub(super) fn by_whole_role(&self, words: &str) -> Option<PersonId> {
        let lower = words.to_lowercase();
        self.people.by_role_named(lower.strip_prefix("the ")?)
    }

    /// The body that a noun for any body means, or who was called so: whatever stands nearer.
    pub(super) fn body_or_called(&self, noun: TextId, words: &str, at: u32) -> Option<Meant> {
        let called = self.called_before(noun, at);
        let body = self.named_body(self.people.text_of(noun), at);
        let body = body.filter(|(_, meant)| !self.is_of_another_field(self.people.text_of(noun), words, *meant));
        let called = called.map(|(place, name)| (place, Meant::Name(name)));
        called.into_iter().chain(body).max_by_key(|(place, _)| *place).map(|(_, meant)| meant)
    }

    /// 'the food agency', which is not the Lys Trades Association: whether a body's noun tells of another field than its name does.
    fn is_of_another_field(&self, noun: &str, words: &str, meant: Meant) -> bool {
        const STEM: usize = 5;
        let Some((_, field)) = words.rsplit_once(' ').and_then(|(before, _)| before.rsplit_once(' ')) else {
            return false;
        };
        let name = match meant {
            Meant::Person(id) => self.people.name(id).to_lowercase(),
            Meant::Name(name) => self.names.get(name).to_lowercase(),
            Meant::Noun(text) => self.people.text_of(text).to_lowercase(),
        };
        let stem: String = field.to_lowercase().chars().take(STEM).collect();
        self.overview.lexicon.is_told_by_field(noun) && !name.contains(&stem)
    }

    /// The body that spoke or opened a sentence last, where an English noun may stand for any: 'the company'.
    fn named_body(&self, noun: &str, at: u32) -> Option<(u32, Meant)> {
        const NEAR: usize = 5;
        let lexicon = self.overview.lexicon;
        if !lexicon.is_english() || !lexicon.is_generic_body(noun) {
            return None;
        }
        let last = |others: &[Other]| others.partition_point(|other| other.at < at);
        let known = |other: &Other| {
            let person = self.people.meant(other.name).filter(|id| !self.people.is_person(*id));
            let name = self.people.text_of(other.name);
            (other.at, person.map_or(Meant::Noun(other.name), Meant::Person), name.into())
        };
        let is_body = |said: &&Said| {
            said.kind.is_named() && !said.plural && said.person.is_none_or(|id| !self.people.is_person(id))
        };
        let said = &self.said[..self.said.partition_point(|said| said.at < at)];
        // 'A Lys councillor'
        let is_known = |said: &&Said| {
            let name = self.names.get(said.name);
            name.contains(' ')
                || is_upper(name)
                || !self.overview.text[said.at as usize..].starts_with(['A', 'a'])
                || name.starts_with('A')
        };
        let said = said.iter().rev().take(BACK).filter(is_body).filter(is_known);
        let said = said.map(|said| (said.at, Meant::Name(said.name), self.names.get(said.name).into()));
        let firms = self.firms[..last(&self.firms)].iter().rev().take(BACK).map(known);
        let [short_names, _] = &self.others;
        let short = short_names[..last(short_names)].iter().rev().take(BACK).map(known);
        let bodies = &self.bodies[..self.bodies.partition_point(|body| body.at < at)];
        let named = |body: &Subject| (body.at, Meant::Person(body.id()), self.people.name(body.id()));
        let last_bodies = || bodies.iter().rev().take(BACK);
        let here = self.overview.paragraphs_to(at as usize);
        let is_near = |body: &(u32, Meant, Cow<'_, str>)| {
            here - self.overview.paragraphs_to_before(body.0 as usize, here) <= NEAR
        };
        let fits = |body: &(u32, Meant, Cow<'_, str>)| self.could_be_called(noun, &body.2);
        let all = [
            said.take_while(is_near).find(fits),
            firms.take_while(is_near).find(fits),
            short.take_while(is_near).find(fits),
            last_bodies().filter(|body| body.clear() > 0).map(named).take_while(is_near).find(fits),
        ];
        let best = all.into_iter().flatten().max_by_key(|(place, ..)| *place);
        // 'Shareholders in Lys Holdings': one that opens no sentence
        let best = best.or_else(|| last_bodies().map(named).take_while(is_near).find(fits));
        best.map(|(place, meant, _)| (place, meant))
    }

    /// Whether a name may be that of a body which a noun stands for: no ministry is a company, no country a body.
    fn could_be_called(&self, noun: &str, name: &str) -> bool {
        let lexicon = self.overview.lexicon;
        let words = || name.split(' ');
        let last = words().next_back().unwrap_or_default();
        let is_body = |word: &str| lexicon.written_word(word).classes.any(Classes::ORGANISATION);
        let is_place = |word: &str| lexicon.word(&word.to_lowercase()).usage.noun.text == "location";
        let place = is_place(last) && !words().any(is_body) || lexicon.is_demonym(&last.to_lowercase());
        // 'Officials at the Lys Mill', 'Searchers'
        let small = |word: &str| matches!(word, "of" | "for" | "and" | "the" | "on" | "&");
        let is_name = words().all(|word| word.starts_with(char::is_uppercase) || small(word))
            && (name.contains(' ') || lexicon.is_only_name(name) || is_upper(name) || lexicon.is_daily(name));
        is_name && !place && lexicon.may_call_body(noun, name)
    }

    /// Whoever spoke before a place and was called by a noun, given in lower case, and where: 'the spokesman' is 'a spokesman
    /// for the bank'.
    pub(super) fn called_before(&self, noun: TextId, at: u32) -> Option<(u32, TextId)> {
        let before = &self.said[..self.said.partition_point(|said| said.at < at)];
        // 'the Lys mayor's office' is one of many
        let owned = |said: &Said| self.names.get(said.name).contains(['\'', '’']);
        let called = |said: &&Said| said.noun == Some(noun) && said.person.is_none() && !owned(said);
        before.iter().rev().take(BACK).find(called).map(|said| (said.at, said.name))
    }

    /// Whoever spoke last before a place without a name, where a noun stands for anybody who tells something in secret: 'the
    /// source' is 'a person close to the talks', and right behind 'the man' is 'a driver'.
    pub(super) fn source_before(&self, noun: &str, at: u32) -> Option<TextId> {
        let lexicon = self.overview.lexicon;
        let before = &self.said[..self.said.partition_point(|said| said.at < at)];
        let is_nameless = |said: &&Said| said.kind == MentionKind::Noun && said.person.is_none() && !said.plural;
        let last = before.last().filter(is_nameless).filter(|_| lexicon.is_english())?;
        let here = self.overview.paragraphs_to(at as usize);
        let is_near = here - self.overview.paragraphs_to_before(last.at as usize, here) <= 1;
        let told = last.noun.and_then(|noun| lexicon.gender_of_noun(self.people.text_of(noun)));
        let may_be = |gender| told.is_none_or(|told| told == gender) && is_near && !last.is_thing;
        let is_one = match noun {
            "source" | "insider" => true,
            "man" => may_be(Gender::Male),
            "woman" => may_be(Gender::Female),
            _ => false,
        };
        is_one.then_some(last.name)
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
        let names: Vec<Cow<'_, str>> = words
            .split(" and ")
            .map(|name| self.people.named(name).map_or_else(|| name.into(), |id| self.people.name(id)))
            .collect();
        self.names.intern_text(&names.join(" and "))
    }

    /// The body that was named before a place whose name ends or opens with a word, given in lower case: 'the ministry' is the
    /// 'Lys Ministry' or the 'Ministry of Tides'.
    pub(super) fn by_body_word(&self, word: &str, at: u32) -> Option<PersonId> {
        let lexicon = self.overview.lexicon;
        let is_body = lexicon.is_english() && lexicon.word(word).classes.any(Classes::ORGANISATION);
        let capital = with_one_capital(&word.to_uppercase());
        let named = || self.people.ending_with(&capital, at).or_else(|| self.people.opening_with(&capital, at));
        if is_body { named() } else { None }
    }
}
