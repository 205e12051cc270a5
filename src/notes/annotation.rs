use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Place, Selector};

/// The name an annotation keeps for life: eight letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnnotationId(String);

impl AnnotationId {
    /// An identity made of 40 random bits.
    pub fn from_random(bits: [u8; 5]) -> Self {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let number = bits.iter().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
        Self((0..8).map(|place| char::from(LETTERS[(number >> (5 * place) & 31) as usize])).collect())
    }

    /// An identity as a file gives it: up to 64 characters, none of them a space or a control character.
    pub fn from_written(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.chars().count() <= 64;
        let is_plain = |letter: char| !letter.is_whitespace() && !letter.is_control();
        (fits && text.chars().all(is_plain)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AnnotationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The six colours a passage can be marked in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    #[default]
    Yellow,
    Green,
    Blue,
    Pink,
    Orange,
    Violet,
}

impl Colour {
    /// All colours in the order of their keys, 1 to 6.
    pub const ALL: [Self; 6] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink, Self::Orange, Self::Violet];

    /// The name in the window, in the sidecar and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
            Self::Orange => "orange",
            Self::Violet => "violet",
        }
    }

    /// The colour of a name, whatever its case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// What of the text a reader marked a passage as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// These words, which are highlighted.
    #[default]
    Words,
    /// The paragraph that they are, which has a bar beside it.
    Paragraph,
}

impl Extent {
    pub const ALL: [Self; 2] = [Self::Words, Self::Paragraph];

    /// The name in the sidecar and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Paragraph => "paragraph",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extent| extent.name() == name)
    }
}

/// A passage that a reader marked, with what they wrote about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    pub id: AnnotationId,
    /// The passage as it was marked.
    pub selector: Selector,
    /// Where that passage is in the article as it reads now.
    pub place: Place,
    pub extent: Extent,
    pub colour: Colour,
    /// Names of tags, in the order they were given; each once.
    pub tags: Vec<String>,
    /// The annotations that it was linked to from here, each once; they may be gone.
    pub links: Vec<AnnotationId>,
    pub note: String,
    /// Who wrote it, where that is somebody else than the author of the notes it is among; else empty.
    pub by: String,
    pub made: Timestamp,
    pub changed: Timestamp,
}

/// A tag of the code book.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tag {
    pub name: String,
    pub colour: Colour,
    /// What the tag stands for, in the reader's words.
    pub meaning: String,
}
