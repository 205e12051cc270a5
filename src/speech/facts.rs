//! What the models ask of a stretch of tokens: whether one of them is this or that. Each answer is a bit, so that a stretch
//! is gone through once for all of them.

use super::form::Form;
use super::lexicon::{Classes, Kind};
use super::token::Token;

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

    /// What some tokens are.
    pub fn of(tokens: &[Token<'_>]) -> Self {
        tokens.iter().fold(Self::NONE, |facts, token| facts.and(token.facts))
    }

    /// What a word in small letters is, or a sign, of which all else is known.
    pub fn of_word(lower: &str, form: &Form, english: bool) -> Self {
        let Form { classes, kind, strength, .. } = *form;
        let is_light = kind.is_some_and(|kind| kind == Kind::Adverb || kind.is_auxiliary());
        let opens = matches!(kind, Some(Kind::Relative | Kind::That | Kind::Question));
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
            (
                Self::LIGHT,
                is_light && !classes.any(Classes::PRONOUN) || english && lower.ends_with("ly") && !form.capital,
            ),
            (
                Self::BEGINS,
                classes.any(Classes::THAT) || matches!(kind, Some(Kind::Question | Kind::Determiner | Kind::Pronoun)),
            ),
            (
                Self::LEADS,
                classes.any(Classes::THAT.and(Classes::DAY)) || matches!(lower, "," | ":" | "—" | "to" | "for" | "of"),
            ),
            (
                Self::STOPS,
                opens
                    || kind == Some(Kind::Conjunction)
                    || classes.any(Classes::DAY)
                    || lower.ends_with("ing")
                    || matches!(lower, "," | ";" | "—" | "–" | "―" | "-" | "(" | ":")
                    || matches!(lower, "in" | "during" | "on" | "at" | "by"),
            ),
        ]
        .into_iter()
        .filter(|(_, is_so)| *is_so)
        .fold(Self::NONE, |facts, (fact, _)| facts.and(fact))
    }

    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of these is among them.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}
