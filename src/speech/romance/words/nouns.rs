//! What some nouns tell of speech: who leads a body, what is written on, what somebody has said.

use serde::Deserialize;

use crate::speech::bits::bits;

bits!(Noun);

/// What a noun is, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::speech::romance) struct Noun(u16);

impl Noun {
    /// Leads a body: patron.
    pub const LEADER: Self = Self(1);
    /// Has made something: fondatrice.
    pub const MAKER: Self = Self(1 << 1);
    /// Somebody's words: "selon les [mots] d'Ada Hill".
    pub const WORDING: Self = Self(1 << 2);
    /// Is written on: pancarte.
    pub const WRITTEN_ON: Self = Self(1 << 3);
    /// What somebody says, before a colon: constat.
    pub const ANNOUNCING: Self = Self(1 << 4);
    /// What somebody has said, whose name stands behind it: réponse.
    pub const ANSWER: Self = Self(1 << 5);
    /// Where words are published, a name of its own behind: réseau.
    pub const OUTLET: Self = Self(1 << 6);
    /// Is said to anybody: madame.
    pub const COURTESY: Self = Self(1 << 7);
    /// In what way somebody speaks, behind "d'un": voix.
    pub const MANNER: Self = Self(1 << 8);
    /// One of two who are named: "son [rival]".
    pub const COUNTERPART: Self = Self(1 << 9);
    /// A sign: pancarte.
    pub const SIGN: Self = Self(1 << 10);
    /// Goes before what one is tried for: condamné.
    pub const CHARGE: Self = Self(1 << 11);
    /// Is heard from others: rumeur.
    pub const HEARSAY: Self = Self(1 << 12);
    /// How somebody is who says what stands behind a colon: "Le maire est [catégorique] : …".
    pub const OUTSPOKEN: Self = Self(1 << 13);
}

/// How a language's file has these nouns.
#[derive(Deserialize)]
pub(super) struct Nouns {
    leaders: String,
    makers: String,
    wordings: String,
    written_on: String,
    announcing: String,
    answers: String,
    outlets: String,
    courtesies: String,
    manners: String,
    counterparts: String,
    signs: String,
    charges: String,
    hearsays: String,
    outspoken: String,
}

impl Nouns {
    /// The lists with what their words are.
    pub(super) fn lists(&self) -> [(&str, Noun); 14] {
        [
            (&self.leaders, Noun::LEADER),
            (&self.makers, Noun::MAKER),
            (&self.wordings, Noun::WORDING),
            (&self.written_on, Noun::WRITTEN_ON),
            (&self.announcing, Noun::ANNOUNCING),
            (&self.answers, Noun::ANSWER),
            (&self.outlets, Noun::OUTLET),
            (&self.courtesies, Noun::COURTESY),
            (&self.manners, Noun::MANNER),
            (&self.counterparts, Noun::COUNTERPART),
            (&self.signs, Noun::SIGN),
            (&self.charges, Noun::CHARGE),
            (&self.hearsays, Noun::HEARSAY),
            (&self.outspoken, Noun::OUTSPOKEN),
        ]
    }
}
