//! What an English sentence opens with as its subject, where that is no person: a body, or several people.

use super::lexicon::{Classes, Kind, Lexicon};
use super::mentions::Phrase;
use super::people::is_upper;
use super::titles;
use super::token::Token;

/// How many words stand at most before the noun of a subject: 'The [two young Marl] fishermen'.
const NEAR: usize = 4;

/// The opening of a sentence.
pub(super) struct Subjects<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub names: &'a [Phrase],
    pub lexicon: &'a Lexicon,
}

impl Subjects<'_, '_> {
    /// 'The coastguard [sent]', 'The Lys Ferry Company [sent]'.
    pub fn body(&self) -> Option<Phrase> {
        let article = usize::from(self.tokens.first()?.lower == "the");
        if let Some(name) = self.names.iter().find(|name| name.first <= article && name.after > article) {
            let last = &self.tokens[name.after - 1];
            let is_body = last.is(Classes::ORGANISATION) || is_upper(last.text) && last.text.len() > 1;
            let first = name.first.max(article);
            let part = 2 * usize::from(is_part_of(&self.tokens[first..name.after], self.lexicon));
            let named = Phrase { first: first + part, after: name.after };
            return (is_body && self.is_verb(name.after)).then_some(named);
        }
        let noun = self.noun(article, |noun| {
            !noun.lower.ends_with('s')
                && (noun.usage.noun.text == "group" || self.lexicon.speaks_as_body(&noun.lower))
                && noun.usage.noun.text != "time"
        })?;
        (article == 1).then_some(Phrase { first: 0, after: noun + 1 })
    }

    /// 'A letter from the council [gives]', 'The memo [says]': a paper that may say more.
    pub fn paper(&self) -> Option<Phrase> {
        let opens = self.tokens.first()?.is(Classes::DETERMINER.and(Classes::POSSESSIVE));
        let plain = |token: &&Token<'_>| token.word && !token.capital && token.kind.is_none();
        let words = self.tokens.iter().skip(1).take(NEAR).take_while(plain).count();
        let noun = (1..=words).find(|at| opens && self.lexicon.tells_by_itself(&self.tokens[*at].lower))?;
        let verb = (noun + 1..self.tokens.len()).find(|at| self.is_verb(*at))?;
        // 'Her memo, dated May 4, is short'
        let plain = |token: &Token<'_>| token.word || token.text == ",";
        self.tokens[noun..verb].iter().all(plain).then_some(Phrase { first: 0, after: noun + 1 })
    }

    /// 'Hill read [a letter] from the council', 'He kept [her last message]': the last paper that somebody does something with.
    pub fn handled_paper(&self) -> Option<Phrase> {
        let tokens = self.tokens;
        // of most words their sense tells at once that they are no paper
        let tells = |token: &Token<'_>| {
            let usage = token.usage;
            usage.parts.text.is_empty() || matches!(usage.noun.text, "communication" | "cognition" | "artifact")
        };
        let is_paper = |at: &usize| {
            let token = &tokens[*at];
            token.kind.is_none()
                && token.word
                && !token.capital
                && tells(token)
                && self.lexicon.tells_by_itself(&token.lower)
        };
        let determined = |noun: usize| {
            let opens = |at: &usize| tokens[*at].is(Classes::DETERMINER.and(Classes::POSSESSIVE));
            let first =
                (noun.saturating_sub(2 * NEAR)..noun).rev().find(|at| opens(at) && tokens[*at].lower != "'s")?;
            let is_verb = |verb: &Token<'_>| verb.is_of_clause() || verb.usage.form.text == "ed" && verb.kind.is_none();
            let handled = first.checked_sub(1).is_some_and(|at| is_verb(&tokens[at]));
            handled.then_some(Phrase { first, after: noun + 1 })
        };
        (1..tokens.len()).rev().filter(is_paper).find_map(determined)
    }

    /// 'Two fishermen [were]', 'Two fishermen, [Noa Reyes and Ada Hill], were', '[Noa Reyes and Ada Hill] were'.
    pub fn several(&self) -> Option<Phrase> {
        if let Some(pair) = self.pair(0).filter(|pair| self.is_verb(pair.after)) {
            return Some(pair);
        }
        let people = |noun: &Token<'_>| {
            matches!(noun.lower.as_ref(), "people" | "police" | "staff") || titles::are_several(noun, self.lexicon)
        };
        let describes = |token: &&Token<'_>| {
            token.word
                && !token.is_finite
                && token.kind.is_none_or(|kind| matches!(kind, Kind::Determiner | Kind::Possessive))
        };
        let plain = self.tokens.iter().take(NEAR + 1).take_while(describes).count();
        let noun = (0..plain).find(|at| (*at == 0 || !self.tokens[*at].capital) && people(&self.tokens[*at]))?;
        let behind = noun + 1;
        let is_sign = |at: usize, sign: &str| self.tokens.get(at).is_some_and(|token| token.text == sign);
        let apposed = self.pair(behind + 1).filter(|pair| is_sign(behind, ",") && is_sign(pair.after, ","));
        apposed.or_else(|| self.is_verb(behind).then_some(Phrase { first: 0, after: behind }))
    }

    /// Two names that begin at a token, joined by "and".
    fn pair(&self, first: usize) -> Option<Phrase> {
        let at = self.names.iter().position(|name| name.first == first)?;
        let [one, other, ..] = self.names[at..] else { return None };
        let and = &self.tokens[one.after];
        let is_body = |name: Phrase| self.tokens[name.after - 1].is(Classes::ORGANISATION);
        let joined = and.lower == "and" && one.after + 1 == other.first && !is_body(other);
        joined.then_some(Phrase { first, after: other.after })
    }

    /// The noun of this kind that a verb follows, behind no more than words that describe it.
    fn noun(&self, first: usize, is_it: impl Fn(&Token<'_>) -> bool) -> Option<usize> {
        let plain =
            self.tokens.iter().skip(first).take(NEAR).take_while(|token| token.word && token.kind.is_none()).count();
        (first..first + plain).find(|at| !self.tokens[*at].capital && is_it(&self.tokens[*at]) && self.is_verb(at + 1))
    }

    /// Whether a verb, or what stands before one, is the token.
    pub fn is_verb(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let light = token.kind.is_some_and(|kind| kind == Kind::Adverb || kind.is_auxiliary());
            token.word && !token.capital && (token.is_finite || token.could_be_verb || light)
        })
    }
}

/// Whether words open with what is of or for somebody or something: 'Shares of Lys Mills', 'Bookings for Easter'.
pub(super) fn is_part_of(words: &[Token<'_>], lexicon: &Lexicon) -> bool {
    let joins = |of: &Token<'_>| matches!(of.lower.as_ref(), "of" | "for");
    matches!(words, [part, of, _, ..] if joins(of) && lexicon.is_part(&part.lower))
}

/// Whether a clause that opens with a word tells what its sentence's subject was asked: '[Asked] about the gate, Hill left'.
pub(super) fn is_asked(opening: &Token<'_>) -> bool {
    matches!(opening.lower.as_ref(), "asked" | "pressed" | "questioned")
}
