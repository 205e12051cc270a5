//! What the models ask of a stretch of tokens: whether one of them is this or that. Each answer is a bit of a token, and
//! where the next token with it stands is known from each place of a sentence, so that no stretch is gone through.

use std::ops::Range;

use super::bits::bits;
use super::form::Form;
use super::lexicon::{Classes, Kind};
use super::token::Token;

bits!(Facts);

/// Which of these some tokens are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Facts(u16);

impl Facts {
    pub const NONE: Self = Self(0);
    /// A passage in quotation marks.
    pub const MARK: Self = Self(1);
    /// What may be the verb of a clause.
    pub const FINITE: Self = Self(1 << 1);
    pub const COMMA: Self = Self(1 << 2);
    pub const COLON: Self = Self(1 << 3);
    pub const THAT: Self = Self(1 << 4);
    /// What a clause may begin behind.
    pub const PARTS: Self = Self(1 << 5);
    /// What opens a clause: "who", "that", "whether".
    pub const OPENER: Self = Self(1 << 6);
    pub const AUXILIARY: Self = Self(1 << 7);
    /// Words that introduce speech more often than three, four and a half times in ten, and at least so often.
    pub const CUE_3: Self = Self(1 << 8);
    pub const CUE_45: Self = Self(1 << 10);
    pub const CUE_FROM_45: Self = Self(1 << 9);
    /// What may stand between a subject and its verb: "he [has also repeatedly] said".
    pub const LIGHT: Self = Self(1 << 11);
    /// What reported words often begin with, what stands before their beginning, and what behind their end.
    pub const BEGINS: Self = Self(1 << 12);
    pub const LEADS: Self = Self(1 << 13);
    pub const STOPS: Self = Self(1 << 14);
    /// What may introduce speech in some place.
    pub const INTRODUCES: Self = Self(1 << 15);

    /// What a word in small letters is, or a sign, of which all else is known.
    pub fn of_word(lower: &str, form: &Form, english: bool) -> Self {
        let Form { classes, kind, strength, .. } = *form;
        let opens = matches!(kind, Some(Kind::Relative | Kind::That | Kind::Question));
        let is_light = kind.is_some_and(|kind| kind == Kind::Adverb || kind.is_auxiliary());
        let is_adverb = english && lower.ends_with("ly") && !form.capital;
        let begins = matches!(kind, Some(Kind::Question | Kind::Determiner | Kind::Pronoun));
        let leads = matches!(lower, "," | ":" | "—" | "to" | "for" | "of");
        let is_stop = matches!(lower, "," | ";" | "—" | "–" | "―" | "-" | "(" | ":");
        let is_joint = matches!(lower, "," | ":" | ";" | "—" | "–");
        let begins_adjunct = matches!(lower, "in" | "during" | "on" | "at" | "by") || lower.ends_with("ing");
        let stops = opens || kind == Some(Kind::Conjunction) || is_stop || begins_adjunct;
        [
            (Self::FINITE, form.is_finite),
            (Self::COMMA, lower == ","),
            (Self::COLON, lower == ":"),
            (Self::THAT, classes.any(Classes::THAT)),
            (
                Self::PARTS,
                is_joint || kind == Some(Kind::Conjunction) || strength >= 0.45 || classes.any(Classes::THAT),
            ),
            (Self::OPENER, opens),
            (Self::AUXILIARY, matches!(kind, Some(Kind::Be | Kind::Have | Kind::Modal))),
            (Self::CUE_3, strength > 0.3),
            (Self::CUE_45, strength > 0.45),
            (Self::CUE_FROM_45, strength >= 0.45),
            (Self::LIGHT, is_light && !classes.any(Classes::PRONOUN) || is_adverb),
            (Self::BEGINS, begins || classes.any(Classes::THAT)),
            (Self::LEADS, leads || classes.any(Classes::THAT.and(Classes::DAY))),
            (Self::STOPS, stops || classes.any(Classes::DAY)),
            (Self::INTRODUCES, form.is_cue || form.could_be_verb || lower == ":" || classes.any(Classes::ACCORDING)),
        ]
        .into_iter()
        .filter(|(_, is_so)| *is_so)
        .fold(Self::NONE, |facts, (fact, _)| facts.and(fact))
    }
}

/// How many facts there are at most.
const COUNT: usize = u16::BITS as usize;

/// From each place of a sentence on, and from its end, the place of the next token of which each fact holds.
#[derive(Clone, Debug)]
pub(super) struct Ahead(Vec<[u16; COUNT]>);

impl Ahead {
    /// Behind the end of any sentence.
    const NOWHERE: u16 = u16::MAX;

    pub fn of(tokens: &[Token<'_>]) -> Self {
        let mut next = [Self::NOWHERE; COUNT];
        let mut ahead = vec![next; tokens.len() + 1];
        for (place, (token, here)) in tokens.iter().zip(&mut ahead).enumerate().rev() {
            for (bit, next) in next.iter_mut().enumerate() {
                *next = if token.facts.0 & 1 << bit == 0 { *next } else { place as u16 };
            }
            *here = next;
        }
        Self(ahead)
    }

    /// Where the next token from a place on stands of which one fact holds.
    pub fn next(&self, fact: Facts, from: usize) -> usize {
        debug_assert!(fact.0.is_power_of_two(), "one fact is asked for");
        self.0.get(from).map_or(Self::NOWHERE, |next| next[fact.0.trailing_zeros() as usize % COUNT]).into()
    }

    /// Whether a fact holds of any token of a stretch.
    pub fn any(&self, fact: Facts, stretch: Range<usize>) -> bool {
        self.next(fact, stretch.start) < stretch.end
    }

    /// The places of a stretch where a fact holds.
    pub fn each(&self, fact: Facts, stretch: Range<usize>) -> impl Iterator<Item = usize> {
        let from = move |place: usize| Some(self.next(fact, place)).filter(|next| *next < stretch.end);
        std::iter::successors(from(stretch.start), move |place| from(place + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    #[test]
    fn words_and_signs_are_what_the_models_ask() {
        let english = Lexicon::english(&[("said".to_owned(), 95)]);
        let cue = Facts::CUE_3.and(Facts::CUE_45).and(Facts::CUE_FROM_45);
        for (word, expected) in [
            (",", Facts::COMMA.and(Facts::LEADS).and(Facts::STOPS).and(Facts::PARTS)),
            ("said", Facts::FINITE.and(cue).and(Facts::PARTS).and(Facts::INTRODUCES)),
            ("of", Facts::LEADS),
            ("has", Facts::FINITE.and(Facts::AUXILIARY).and(Facts::LIGHT)),
        ] {
            let sought = english.words.seek(word);
            let (_, form) = english.words.look_up(word, sought, false, &mut String::new());
            assert_eq!(form.facts, expected, "{word}");
        }
    }
}
