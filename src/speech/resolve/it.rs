//! What "it" means that says something: a body, or a paper.

use super::super::interner::TextId;
use super::super::kept::Other;
use super::pronouns::NEAR;
use super::{BACK, Resolver, Said};

impl Resolver<'_> {
    /// The body that "it" at a place means: the last that spoke, if that is not far off.
    pub(super) fn body_before(&mut self, at: u32, place: &mut Option<usize>) -> Option<TextId> {
        let before = self.said.partition_point(|said| said.at < at);
        let is_body = |said: &&Said| {
            // 'the GOP candidate' is no body
            let last_word = self.names.get(said.name).rsplit(' ').next().unwrap_or_default();
            // 'the chief of a Lys Nation' is none
            let is_noun = self.overview.lexicon.is_english() && said.noun.is_some();
            let is_named = said.kind.is_named() && last_word.starts_with(char::is_uppercase) && !is_noun;
            !said.plural && said.person.map_or(is_named || said.is_thing, |id| !self.people.is_person(id))
        };
        let said = self.said[..before].iter().rev().take(BACK).find(is_body).map(|said| (said.at, said.name));
        let told = self.firms.partition_point(|body| body.at < at).checked_sub(1).map(|last| &self.firms[last]);
        // 'The memo is short. It says', but not paragraphs later
        let here = self.overview.paragraphs_to(at as usize);
        let apart = |place: u32| here - self.overview.paragraphs_to_before(place as usize, here);
        let is_paper =
            |name: &str| name.rsplit(' ').next().is_some_and(|last| self.overview.lexicon.tells_by_itself(last));
        let is_last = |place: u32| is_in_sentence_before(&self.overview.text[place as usize..at as usize]);
        let told =
            told.filter(|told| apart(told.at) == 0 || !is_paper(self.people.text_of(told.name)) || is_last(told.at));
        let told = told.filter(|told| said.is_none_or(|(there, _)| there < told.at)).map(|told| (told.at, told.name));
        // 'The National Union of Bakers dislikes the plan, it said'
        let named = self.bodies.partition_point(|body| body.at < at).checked_sub(1).map(|last| &self.bodies[last]);
        let named = named.filter(|body| self.overview.lexicon.is_english() && body.clear() > 1);
        let last = told.map(|told| told.0).max(said.map(|said| said.0));
        let nearer = named.filter(|body| last.is_none_or(|last| last < body.at) && apart(body.at) == 0);
        if let Some((at_body, person)) = nearer.map(|body| (body.at, body.id())) {
            *place = Some(at_body as usize);
            return Some(self.shown(person));
        }
        let is_only = last.is_none_or(|last| apart(last) > 0) && self.overview.lexicon.is_english();
        // 'Hill read a letter. It said': where nothing else of the paragraph speaks
        let paper = self.papers.partition_point(|paper| paper.at < at).checked_sub(1).map(|last| &self.papers[last]);
        if let Some(&Other { at: at_paper, name }) = paper.filter(|paper| is_only && is_last(paper.at)) {
            *place = Some(at_paper as usize);
            return Some(self.names.intern_text(self.people.text_of(name)));
        }
        // 'That did little to calm Lys Asset Management. It repeated': where nothing else of the paragraph speaks
        let aside = self.bodies.partition_point(|body| body.at < at).checked_sub(1).map(|last| &self.bodies[last]);
        if let Some(aside) = aside.filter(|aside| is_only && apart(aside.at) == 0) {
            let (at_body, person) = (aside.at, aside.id());
            *place = Some(at_body as usize);
            return Some(self.shown(person));
        }
        let (there, _) = told.or(said)?;
        if apart(there) > NEAR {
            return None;
        }
        *place = Some(there as usize);
        match told {
            Some((_, name)) => Some(self.each_by_name(name)),
            None => said.map(|(_, name)| name),
        }
    }
}

/// Whether what stands between a word and one behind it ends no more than one sentence.
fn is_in_sentence_before(between: &str) -> bool {
    const LONGEST: usize = 600;
    let ends = |(at, sign): (usize, &str)| between[at + sign.len()..].starts_with(char::is_whitespace);
    between.len() < LONGEST && between.match_indices(['.', '?', '!']).filter(|end| ends(*end)).count() <= 1
}
