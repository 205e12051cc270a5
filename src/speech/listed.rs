//! The pieces of features that words are known by. There are few: a form that holds their numbers is so small that the forms
//! of most words stay near the processor.

use std::ops::Deref;

use super::linear::Piece;

/// The number of a piece in [`PIECES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Listed(u8);

impl Listed {
    /// The piece of a text, where there is one.
    pub fn find(text: &str) -> Option<Self> {
        PIECES.iter().position(|piece| piece.text == text).map(|number| Self(number as u8))
    }

    /// The piece of a text that is listed; what is not does not compile where this is a constant.
    pub const fn of(text: &str) -> Self {
        let (key, mut number) = (Piece::of(text).key(), 0);
        while PIECES[number].key() != key {
            number += 1;
        }
        Self(number as u8)
    }
}

/// The number of a piece that lives as long as the program, of a text in the code.
macro_rules! listed_piece {
    ($text:literal) => {
        const { $crate::speech::listed::Listed::of($text) }
    };
}
pub(super) use listed_piece as listed;

impl Deref for Listed {
    type Target = Piece<'static>;

    fn deref(&self) -> &Piece<'static> {
        &PIECES[usize::from(self.0)]
    }
}

impl From<Listed> for Piece<'static> {
    #[inline(always)]
    fn from(listed: Listed) -> Self {
        *listed
    }
}

/// The texts of the pieces, a space between: none, signs, closed classes, shapes, small words, parts of speech from the
/// commonest on, senses, forms of verbs.
const TEXTS: &str = " - \
    , . : ; ( ) — – ― ? ! sign Q \
    that pron det poss be have modal not adv conj wh rel prep \
    cap num ing ed ly s o \
    to for of on in as by with about at from into against over it its he she they a the is was his her \
    their himself herself \
    N V J R NV NJ NR VN VJ VR JN JV JR RN RV RJ NVJ NVR NJV NJR NRV NRJ VNJ VNR VJN VJR VRN VRJ JNV JNR JVN \
    JVR JRN JRV RNV RNJ RVN RVJ RJN RJV NVJR NVRJ NJVR NJRV NRVJ NRJV VNJR VNRJ VJNR VJRN VRNJ VRJN JNVR \
    JNRV JVNR JVRN JRNV JRVN RNVJ RNJV RVNJ RVJN RJNV RJVN \
    person group act animal artifact attribute body cognition communication event food location motive \
    object quantity relation state substance time feeling plant possession shape tops phenomenon process \
    change contact creation emotion perception social stative motion competition consumption weather \
    base base/ed base/s";

/// As many as a number of a byte has values, so that none needs a check.
static PIECES: [Piece<'static>; 256] = {
    let (mut pieces, mut number, mut rest) = ([Piece::of(""); 256], 0, TEXTS.as_bytes());
    while !rest.is_empty() {
        let mut end = 0;
        while end < rest.len() && rest[end] != b' ' {
            end += 1;
        }
        let (text, behind) = rest.split_at(end);
        if let Ok(text) = std::str::from_utf8(text) {
            pieces[number] = Piece::of(text);
        }
        number += 1;
        rest = match behind {
            [_, behind @ ..] => behind,
            [] => behind,
        };
    }
    pieces
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_listed_once() {
        for (number, text) in TEXTS.split(' ').enumerate() {
            assert_eq!(Listed::find(text), Some(Listed(number as u8)), "{text}");
            assert_eq!(Listed::of(text).text, text);
        }
    }
}
