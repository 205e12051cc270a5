//! What the models ask of a stretch of tokens: whether one of them is this or that. Each answer is a bit, so that a stretch
//! is gone through once for all of them.

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
    pub const CONJUNCTION: Self = Self(1 << 5);
    /// What opens a clause: "who", "that", "whether".
    pub const OPENER: Self = Self(1 << 6);
    pub const AUXILIARY: Self = Self(1 << 7);
    /// Words that introduce speech more often than three, four, four and a half times in ten.
    pub const CUE_3: Self = Self(1 << 8);
    pub const CUE_4: Self = Self(1 << 9);
    pub const CUE_45: Self = Self(1 << 10);
    /// What may stand between a subject and its verb: "he [has also repeatedly] said".
    pub const LIGHT: Self = Self(1 << 11);
    /// What reported words often begin with, what stands before their beginning, and what behind their end.
    pub const BEGINS: Self = Self(1 << 12);
    pub const LEADS: Self = Self(1 << 13);
    pub const STOPS: Self = Self(1 << 14);
    /// What may introduce speech in some place.
    pub const INTRODUCES: Self = Self(1 << 15);

    /// What some tokens are.
    pub fn of(tokens: &[Token<'_>]) -> Self {
        tokens.iter().fold(Self::NONE, |facts, token| facts.and(token.facts))
    }

    /// What a word in small letters is, or a sign, of which all else is known.
    pub fn of_word(lower: &str, form: &Form, english: bool) -> Self {
        let Form { classes, kind, strength, .. } = *form;
        let opens = matches!(kind, Some(Kind::Relative | Kind::That | Kind::Question));
        let is_light = kind.is_some_and(|kind| kind == Kind::Adverb || kind.is_auxiliary());
        let is_adverb = english && lower.ends_with("ly") && !form.capital;
        let begins = matches!(kind, Some(Kind::Question | Kind::Determiner | Kind::Pronoun));
        let leads = matches!(lower, "," | ":" | "—" | "to" | "for" | "of");
        let is_stop = matches!(lower, "," | ";" | "—" | "–" | "―" | "-" | "(" | ":");
        let begins_adjunct = matches!(lower, "in" | "during" | "on" | "at" | "by") || lower.ends_with("ing");
        let stops = opens || kind == Some(Kind::Conjunction) || is_stop || begins_adjunct;
        [
            (Self::FINITE, form.is_finite),
            (Self::COMMA, lower == ","),
            (Self::COLON, lower == ":"),
            (Self::THAT, classes.any(Classes::THAT)),
            (Self::CONJUNCTION, kind == Some(Kind::Conjunction)),
            (Self::OPENER, opens),
            (Self::AUXILIARY, matches!(kind, Some(Kind::Be | Kind::Have | Kind::Modal))),
            (Self::CUE_3, strength > 0.3),
            (Self::CUE_4, strength > 0.4),
            (Self::CUE_45, strength > 0.45),
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

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    #[test]
    fn words_and_signs_are_what_the_models_ask() {
        let english = Lexicon::english(&[("said".to_owned(), 95)]);
        for (word, expected) in [
            (",", Facts::COMMA.and(Facts::LEADS).and(Facts::STOPS)),
            ("said", Facts::FINITE.and(Facts::CUE_3).and(Facts::CUE_4).and(Facts::CUE_45).and(Facts::INTRODUCES)),
            ("of", Facts::LEADS),
            ("has", Facts::FINITE.and(Facts::AUXILIARY).and(Facts::LIGHT)),
        ] {
            let (_, form) = english.words.look_up(word, false, &mut String::new());
            assert_eq!(form.facts, expected, "{word}");
        }
    }
}
