//! What the models ask of a stretch of tokens: whether one of them is this or that. Each answer is a bit, so that a stretch
//! is gone through once for all of them.

use super::lexicon::{Classes, Kind};
use super::token::Token;

/// Which of these some tokens are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// What some tokens are.
    pub fn of(tokens: &[Token<'_>]) -> Self {
        tokens.iter().fold(Self::NONE, |facts, token| facts.and(token.facts))
    }

    /// What a word in small letters is, or a sign.
    pub fn of_word(lower: &str, classes: Classes, kind: Option<Kind>, strength: f64, is_finite: bool) -> Self {
        [
            (Self::FINITE, is_finite),
            (Self::COMMA, lower == ","),
            (Self::COLON, lower == ":"),
            (Self::THAT, classes.any(Classes::THAT)),
            (Self::CONJUNCTION, kind == Some(Kind::Conjunction)),
            (Self::OPENER, matches!(kind, Some(Kind::Relative | Kind::That | Kind::Question))),
            (Self::AUXILIARY, matches!(kind, Some(Kind::Be | Kind::Have | Kind::Modal))),
            (Self::CUE_3, strength > 0.3),
            (Self::CUE_4, strength > 0.4),
            (Self::CUE_45, strength > 0.45),
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
