//! How clearly a name opens a clause.

use super::super::german;
use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::is_digits;
use super::super::titles::is_title;
use super::super::token::Token;
use super::{Naming, english};

/// How far into a sentence the name behind the role that opens it may stand, in tokens: 'Her longest serving deputy, Noa Reyes,'.
const APPOSED: usize = 9;

/// How clear a German is whose name the sentence tells.
const CALLED: u8 = 4;

/// How many tokens at most say at the opening of a sentence what somebody is.
const DESCRIBED: usize = 8;

impl Naming<'_, '_> {
    /// How clearly the name opens a clause outside quotations: where a later pronoun leads.
    pub(super) fn clear(&self, lexicon: &Lexicon) -> u8 {
        let tokens = self.tokens;
        let begin = self.name.first.saturating_sub(self.title.len());
        let behind =
            if lexicon.is_english() { english::past_bracket(tokens, self.name.after) } else { self.name.after };
        // 'Hill herself knows'
        let is_self = |token: &Token<'_>| matches!(token.lower.as_ref(), "herself" | "himself");
        let behind = behind + usize::from(lexicon.is_english() && tokens.get(behind).is_some_and(is_self));
        let next = tokens.get(behind);
        if next.is_some_and(|next| next.lower == "'s" || next.lower == "'") {
            return 0;
        }
        if lexicon.is_english() && english::is_in_bracket(tokens, begin) {
            return 0;
        }
        let prev = begin.checked_sub(1).map(|at| &tokens[at]);
        if prev.is_some_and(|prev| prev.kind == Some(Kind::Preposition)) {
            // 'The call came from Noa Reyes, who'
            let who = next.is_some_and(|next| next.text == ",")
                && tokens.get(self.name.after + 1).is_some_and(|who| who.lower == "who");
            return if who && lexicon.is_english() { 2 } else { 0 };
        }
        // 'Die Frau am Tor heißt Ada Hill'
        let called = prev.is_some_and(|prev| matches!(prev.lower.as_ref(), "heißt" | "hieß" | "heisst" | "hiess"));
        if called && lexicon.is_german() && self.name.after > self.name.first + 1 {
            return CALLED;
        }
        // 'Die Ärztin Monika Sauer': the name stands in the phrase that opens the sentence
        let opens = lexicon.is_german() && german::opens_with(tokens, self.name);
        // 'Am Abend sprach sich Ada Hill dafür aus'
        let inverted = opens && begin > 0 && self.name.after > self.name.first + 1;
        // 'Ob Hill das weiß?', 'But Hill knows'
        let joins = |token: &Token<'_>| match token.kind {
            Some(Kind::Conjunction | Kind::Adverb) => true,
            Some(Kind::Question | Kind::That) => lexicon.is_german(),
            _ => false,
        };
        // 'Es regnete, am Tor wartete Wirt Ulf Hill auf den Bus'
        let later = lexicon.is_german() && german::follows_verb(tokens, begin);
        let leads = opens || later || !tokens[..begin].iter().any(|token| token.word && !joins(token));
        let auxiliary = |kind: Kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal | Kind::Adverb);
        // 'It was Hill who knew'
        let is_verb = |token: &Token<'_>| {
            let of_english = || lexicon.is_english() && (token.lower == "who" || token.is_of_clause());
            token.could_be_verb || token.kind.is_some_and(auxiliary) || of_english()
        };
        // 'the mayor of Lys, Mira Dahl, has closed it': the name stands in the middle
        let between = prev.is_some_and(|prev| prev.text == ",") && next.is_some_and(|next| next.text == ",");
        let may_be_verb = |token: &Token<'_>| {
            is_verb(token) || token.word && !token.capital && token.kind.is_none() && !token.lower.ends_with("ing")
        };
        // 'Her deputy, Noa Reyes, has left', 'Hill's deputy, Noa Reyes, has left'
        let apposed = lexicon.is_english() && between && {
            // 'Outside court, her deputy, Noa Reyes, has left'
            let opening = english::past_adverbial(tokens, begin);
            let owner =
                tokens[opening..begin].iter().position(|token| token.lower == "'s").map(|owner| opening + owner);
            let opened = tokens[opening].is(Classes::DETERMINER.and(Classes::POSSESSIVE)) || owner.is_some();
            let from = owner.map_or(opening + 1, |own| own + 1);
            let joins = |at: usize| tokens[at - 1].kind == Some(Kind::Preposition);
            // 'The bank's agent in Lys, Noa Reyes, laughed'
            let is_plain = |at: usize| tokens[at].word && (!tokens[at].capital || at > from && joins(at));
            begin - opening <= APPOSED && opened && (from..begin - 1).all(is_plain)
        };
        // 'Village councillor Noa Reyes left', 'Board member for bridges Noa Reyes left'
        let describes = |at: usize| {
            let token = &tokens[at];
            let is_office = |noun: &Token<'_>| is_title(noun, lexicon) || noun.usage.noun.text == "person";
            let of_office = at > 0 && matches!(token.lower.as_ref(), "for" | "of") && is_office(&tokens[at - 1]);
            let kind = token.kind.is_none_or(|kind| matches!(kind, Kind::Determiner | Kind::Possessive));
            let verb = token.is_finite || token.strength >= 0.5 || token.usage.form.text == "ing";
            // 'for [transport]'
            let hangs = at > 0 && tokens[at - 1].kind == Some(Kind::Preposition);
            // 'Retired cook Noa Reyes left'
            let was = at == 0 && token.lower.ends_with("ed");
            let is_role = at + 1 == begin && token.usage.noun.text == "person";
            token.lower == "'s" || of_office || token.word && kind && (hangs || was || is_role || !verb)
        };
        let is_noun = |token: &Token<'_>| token.word && !token.capital && token.kind.is_none();
        let described = lexicon.is_english() && begin > 0 && is_noun(&tokens[begin - 1]) && {
            // 'But council leader Noa Reyes left'
            let first = tokens[..begin].iter().take_while(|token| joins(token)).count();
            (first + 1..=first + DESCRIBED).contains(&begin) && (first..begin).all(describes)
        };
        let behind_words = || {
            english::opens_behind(tokens, begin, behind)
                || english::is_it(&tokens[..begin])
                || english::is_told_at_last(tokens, begin, behind)
        };
        // 'Would Hill like that?', 'And Hill?'
        let is_asked = lexicon.is_english()
            && tokens.last().is_some_and(|last| last.text == "?")
            && (begin == 1 && tokens[0].kind.is_some_and(auxiliary) || next.is_some_and(|next| next.text == "?"));
        let leads = leads || is_asked || apposed || described || lexicon.is_english() && behind_words();
        // 'The jury heard from a clerk, Mira Dahl, who': whom a sentence goes on with
        let comma = next.is_some_and(|next| next.text == ",");
        // 'a clerk, Mira Dahl, 51, who'
        let has_age =
            matches!(tokens.get(behind + 1..behind + 3), Some([age, sign]) if is_digits(age.text) && sign.text == ",");
        let behind_age = behind + 1 + 2 * usize::from(has_age);
        let who = comma && tokens.get(behind_age).is_some_and(|who| who.lower == "who");
        let is_alone = !tokens[..begin].iter().any(|token| token.capital && token.kind.is_none());
        let is_gone_on_with = lexicon.is_english() && who && is_alone && self.name.after > self.name.first + 1;
        // 'Ada Hill (Greens) spent'
        let finite = behind > self.name.after && next.is_some_and(|next| next.is_finite);
        let verb =
            finite || next.is_some_and(is_verb) || between && tokens.get(self.name.after + 1).is_some_and(may_be_verb);
        // 'Mira Dahl shook her head': no noun follows a whole name that opens a sentence
        let is_whole = self.name.after > self.name.first + 1;
        let verb = verb || lexicon.is_english() && leads && is_whole && next.is_some_and(may_be_verb);
        // 'Es regnet, Lea Born lacht'
        let verb = verb
            || lexicon.is_german()
                && prev.is_some_and(|prev| prev.text == ",")
                && next.is_some_and(|next| may_be_verb(next) && next.lower.ends_with('t'));
        // 'Born kennt den Einwand', 'Born, die es weiß, nickt'
        let acts = lexicon.is_german() && leads && (comma || german::is_finite(tokens, behind));
        // 'Start small, advised Ada Hill'
        let is_told = lexicon.is_english()
            && self.name.after > self.name.first + 1
            && prev.is_some_and(|prev| prev.is_of_clause() && prev.usage.form.text == "ed")
            && begin.checked_sub(2).is_some_and(|at| tokens[at].text == ",");
        let after_cue = is_told || prev.is_some_and(|prev| prev.strength > 0.45);
        // 'Ada Hill and Tom Lund left': both did
        let both = lexicon.is_english()
            && prev.is_some_and(|prev| prev.lower == "and")
            && begin.checked_sub(2).is_some_and(|at| tokens[at].capital);
        u8::from(leads || is_gone_on_with || is_told) * 2
            + u8::from(!leads && verb && !both)
            + u8::from(after_cue || verb || inverted || acts || is_asked)
            + u8::from(comma && leads && !lexicon.is_german())
    }
}
