//! What is wrong at a place of a file of notes.

use super::{entry::MOST_TAGS, read::MOST_ENTRIES};
use crate::notes::{AnnotationId, MOST_LINKS};

/// What is wrong at a place of a sidecar or a code book. It reads as English, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A field's value is none of its kind.
    #[error("“{field}” cannot be read ({error})")]
    Unreadable { field: String, error: Box<ron::Error> },
    /// A bracket or colon.
    #[error("“{0}” is missing here")]
    SignMissing(char),
    #[error("“{0}” is missing before this")]
    MissingBefore(&'static str),
    /// A field of the whole.
    #[error("“{0}” is missing")]
    Missing(&'static str),
    #[error("“{sign}” closes a “{bracket}” here")]
    WrongBracket { sign: char, bracket: char },
    #[error("this “{0}” is never closed")]
    NeverClosed(char),
    #[error("this closes a bracket that is not open")]
    NeverOpened,
    #[error("a comma is missing before this")]
    NoComma,
    #[error("this text has no closing quotation mark")]
    TextWithoutEnd,
    #[error("this attribute has no end")]
    AttributeWithoutEnd,
    #[error("this comment has no end")]
    CommentWithoutEnd,
    #[error("this raw text has no end")]
    RawTextWithoutEnd,
    #[error("brackets are nested too deeply here")]
    TooDeep,
    #[error("a field's name is missing here")]
    NoName,
    #[error("“{0}” stands here twice")]
    FieldTwice(String),
    #[error("there are more fields here than are read")]
    TooManyFields,
    #[error("a value is missing here")]
    NoValue,
    #[error("there is something behind the last bracket")]
    BehindLastBracket,
    #[error("there is something behind the list")]
    BehindList,
    #[error("there is something behind the map")]
    BehindMap,
    #[error("an entry is missing before this comma")]
    NoEntry,
    #[error("a key in quotation marks is missing here")]
    NoKey,
    #[error("this cannot be understood")]
    NotUnderstood,
    #[error("a merge was left unfinished here")]
    UnfinishedMerge,
    #[error("this belongs to no list")]
    OfNoList,
    /// An entry of another list stands in this one.
    #[error("this is no {}", .0.words())]
    NoSuch(Entry),
    #[error("the tag “{0}” is here twice")]
    TagTwice(String),
    #[error("the id “{0}” is here twice")]
    IdTwice(AnnotationId),
    #[error("there are more than {MOST_TAGS} tags, more than are read")]
    TooManyTags,
    #[error("there are more than {MOST_ENTRIES} entries in it, more than are read")]
    TooManyEntries,
    #[error("a note has {MOST_TAGS} tags at the most")]
    TooManyTagsOfNote,
    #[error("a note has {MOST_LINKS} links at the most")]
    TooManyLinks,
    #[error("the range of “{0}” ends before it begins")]
    BackwardRange(AnnotationId),
    #[error("“{0}” is not known here")]
    UnknownField(String),
    #[error("this {} has no “{field}”", .entry.words())]
    Without { entry: Entry, field: &'static str },
    #[error("the colour “{0}” is not known")]
    UnknownColour(String),
    #[error("“{0}” is not an id")]
    NoId(String),
    #[error("“{0}” is not a time")]
    NoTime(String),
    #[error("this is not UTF-8 text")]
    NoText,
    #[error("this is UTF-16 with places that cannot be read; save it as UTF-8")]
    TornUtf16,
    #[error("this is not a sidecar: it has no “{0}”")]
    NoSidecar(&'static str),
    #[error("this is no code book: it has no “{0}”")]
    NoCodeBook(&'static str),
    #[error("“{field}” may stand for “{list}”")]
    Misspelt { field: String, list: &'static str },
    #[error("“{0}” stands outside of an entry")]
    OutsideEntry(String),
    #[error("it was written by a newer Quotemark")]
    Newer,
}

/// What an entry of a sidecar's lists is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Tag,
    Note,
    Correction,
    RemovedNote,
}

impl Entry {
    fn words(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Note => "note",
            Self::Correction => "correction of a speaker",
            Self::RemovedNote => "removed note",
        }
    }
}
