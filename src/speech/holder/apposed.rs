//! The name that stands behind what somebody is: 'the mayor, Mira Dahl', 'his wife, Mira', 'a keeper called Mira Dahl'.

use super::super::lexicon::Classes;
use super::super::mentions::Phrase;
use super::super::titles;
use super::super::token::Token;
use super::{DESCRIBED, NEAR, Search};

impl Search<'_, '_> {
    /// Whether a given name stands at a token.
    pub(super) fn is_given_name(&self, at: usize) -> bool {
        let name = self.sentence.tokens.get(at).filter(|name| name.capital);
        name.is_some_and(|name| self.survey.lexicon.gender_of_name(name.text).is_some())
    }

    /// 'the mayor, Mira Dahl', 'the mayor of Lys, Mira Dahl': the name behind a role, which the phrase may hold or not.
    pub(super) fn apposed(&self, end: usize) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        let comma = (end..tokens.len()).take(NEAR).find(|at| tokens[*at].text == ",")?;
        // 'asked by a reporter whether it was late, Ada Hill'
        if tokens[end..comma].iter().any(|token| matches!(token.lower.as_ref(), "whether" | "if")) {
            return None;
        }
        // 'the unit's director, professor Mira Dahl'
        let title = usize::from(self.is_title(comma + 1) && !tokens[comma + 1].capital);
        // 'its head, the retired baker Ada Hill'
        let plain = |token: &&Token<'_>| token.word && !token.capital && token.kind.is_none();
        let told = tokens
            .get(comma + 1)
            .filter(|the| the.lower == "the")
            .map(|_| 1 + tokens[comma + 2..].iter().take(DESCRIBED).take_while(plain).count());
        let first = comma + 1 + told.unwrap_or(title);
        let name = self.full_name(|run| run.first == first).or_else(|| self.kin_name(end, first))?;
        let closes = |next: &Token<'_>| {
            let is_time = next.is(Classes::DAY) || matches!(next.lower.as_ref(), "yesterday" | "today" | "tonight");
            !next.word || next.could_be_verb || next.is_finite || next.kind.is_some() || is_time
        };
        let closed = tokens.get(name.after).is_none_or(closes);
        // 'a farmer in Mason City, South Lys' names a place, not the farmer
        let whose = |token: &Token<'_>| token.lower == "'s" || token.is(Classes::POSSESSIVE);
        let owned = !tokens[end - 1].capital && tokens[self.phrase.first..end].iter().any(whose);
        let over = self.sentence.names.iter().find(|run| run.first < end && end < run.after);
        let office = self.is_title(end - 1)
            && tokens[end - 1].capital
            && over.is_none_or(|run| run.first == 0 && titles::is_office(tokens, *run, self.survey.lexicon));
        // 'a spokesman for the union, Noa Reyes'
        let is_only_name = |token: &Token<'_>| self.survey.lexicon.is_only_name(token.text);
        let only_name = name.of(tokens).iter().all(is_only_name);
        let titled = self.is_title(end - 1) && (only_name || !self.is_in_place(comma));
        // 'director of the pier, Ada Hill'
        let first = &tokens[self.phrase.first];
        let bare = self.is_title(end - 1) && !tokens[end - 1].capital && !first.is(Classes::DETERMINER);
        let definite = owned || office || titled || bare || first.lower == "the";
        let place_follows = tokens.get(end + 1).is_some_and(|next| next.capital);
        let hangs = match tokens[end].lower.as_ref() {
            "of" | "for" | "at" | "to" => true,
            "in" | "on" | "with" | "from" | "over" => !place_follows,
            _ => false,
        };
        (closed && (comma == end || definite && hangs) && self.phrase.after <= name.after).then_some(name)
    }

    /// 'his wife, Mira': the given name behind a noun for whose relative somebody is.
    fn kin_name(&self, end: usize, first: usize) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        let whose = tokens[self.phrase.first].is(Classes::POSSESSIVE) && first == end + 1;
        let is_kin = self.survey.lexicon.gender_of_noun(&tokens[end - 1].lower).is_some();
        let name = self.sentence.names.iter().find(|run| **run == Phrase::one(first));
        name.copied().filter(|_| whose && is_kin && self.is_given_name(first))
    }

    /// 'a keeper called Mira Dahl', 'the keeper, a former teacher named Dahl': the name that a person is said to have.
    pub(super) fn called(&self, end: usize) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        let comma = tokens.get(end).is_some_and(|sign| sign.text == ",");
        let article = tokens.get(end + 1).is_some_and(|token| token.is(Classes::DETERMINER));
        let describes = |token: &&Token<'_>| token.word && !matches!(token.lower.as_ref(), "called" | "named");
        let described =
            if comma && article { tokens[end + 1..].iter().take(NEAR).take_while(describes).count() } else { 0 };
        let called = end + if described > 0 { described + 1 } else { 0 };
        let is_called = tokens.get(called).is_some_and(|token| matches!(token.lower.as_ref(), "called" | "named"));
        let given = || self.gives_name(end);
        let first = if is_called { called + 1 } else { given()? };
        let name = self.sentence.names.iter().find(|run| run.first == first)?;
        let closes = |next: &Token<'_>| !next.word || next.is_finite || next.could_be_verb || next.kind.is_some();
        tokens.get(name.after).is_none_or(closes).then_some(*name)
    }

    /// 'a woman in a fleece, who later gave her name as [Mira Dahl]': where the name begins that somebody tells of themselves.
    fn gives_name(&self, end: usize) -> Option<usize> {
        const FAR: usize = 16;
        let tokens = &self.sentence.tokens;
        let who = (end..tokens.len().min(end + FAR)).find(|at| tokens[*at].lower == "who")?;
        let plain = |token: &Token<'_>| token.word || token.text == ",";
        let hangs = tokens[end..who].iter().all(plain);
        let gives = |token: &Token<'_>| self.survey.lexicon.gives_name(&token.lower);
        let mut words = (who + 1..tokens.len().min(who + NEAR)).take_while(|at| tokens[*at].word);
        // 'who said she was called [Mira Dahl]'
        let last = words.find(|at| {
            tokens[*at].lower == "as" || gives(&tokens[*at]) && tokens.get(at + 1).is_some_and(|name| name.capital)
        })?;
        (hangs && tokens[who + 1..=last].iter().any(gives)).then_some(last + 1)
    }

    /// Whether what ends before a comma may be a place, so that another one follows: 'a farmer in [Mason City], South Lys', but
    /// not 'a spokesman for [the army]' or 'for [the Lys Institute]'.
    fn is_in_place(&self, comma: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let last = &tokens[comma - 1];
        let name = self.sentence.names.iter().find(|run| run.after == comma);
        let article = name.and_then(|run| run.first.checked_sub(1)).is_some_and(|at| tokens[at].lower == "the");
        last.capital && !last.is(Classes::ORGANISATION) && !article
    }
}
