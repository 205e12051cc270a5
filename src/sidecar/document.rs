use std::{collections::BTreeMap, path::Path};

use sha2::{Digest as _, Sha256};

use super::Problem;
use crate::{
    article::Article,
    notes::{AnnotationId, Notes},
};

/// The version of the form that this program writes.
pub const FORMAT: u32 = 1;

/// What a sidecar says of its article, to find it again when either was renamed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleLine {
    /// The article's file name, without its folder.
    pub name: String,
    pub title: String,
    /// The length in characters (Unicode scalar values).
    pub length: usize,
    /// `sha256:` and the first 16 hexadecimal digits of the hash of the text in UTF-8.
    pub digest: String,
    /// Where rare words of the text stand ([`crate::notes::Sketch`]), or empty.
    pub sketch: String,
    /// Digests of earlier texts that passages may have been marked in, in the order of the letters; at most eight.
    pub earlier: Vec<String>,
}

impl ArticleLine {
    pub fn of(article: &Article) -> Self {
        Self {
            name: article.name().to_owned(),
            title: article.title(),
            length: article.character_at(article.whole().end()),
            digest: format!("sha256:{}", hash(article.text().as_bytes())),
            ..Self::default()
        }
    }

    /// Whether another file is for another article: one with another name, and a text that this one never had.
    pub fn is_of_another(&self, other: &Self) -> bool {
        let texts = |line: &Self| line.earlier.iter().chain([&line.digest]).cloned().collect::<Vec<_>>();
        let here = texts(self);
        !other.name.is_empty() && other.name != self.name && !texts(other).iter().any(|digest| here.contains(digest))
    }

    /// What names the article in a note that was marked in it and is in another one's file.
    pub(super) fn token(&self) -> String {
        if self.digest.is_empty() { self.name.clone() } else { self.digest.clone() }
    }

    /// Goes on from what a file says of the same article, perhaps of an earlier text of it.
    pub(super) fn go_on_from(&mut self, other: &Self) {
        self.earlier.extend_from_slice(&other.earlier);
        self.earlier.push(other.digest.clone());
        self.earlier.retain(|digest| !digest.is_empty() && *digest != self.digest);
        self.earlier.sort();
        self.earlier.dedup();
        self.earlier.truncate(MOST_EARLIER);
        if other.digest == self.digest && self.sketch.is_empty() {
            self.sketch.clone_from(&other.sketch);
        }
    }
}

/// How many earlier texts a sidecar names.
pub(super) const MOST_EARLIER: usize = 8;

/// The first 16 hexadecimal digits of a hash.
pub(super) fn hash(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// A hash as it is written down.
pub(super) fn written(hash: &[u8]) -> String {
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Something in a sidecar that could not be understood; its text is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    pub problem: Problem,
}

impl Damage {
    /// What is wrong, and where, for the reader.
    pub fn sentence(&self, path: &Path) -> String {
        let Self { line, column, problem } = self;
        format!("“{}”, line {line}, column {column}: {problem}. It is kept as it is written.", path.display())
    }
}

/// Everything a sidecar holds: what is understood, and what is only kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The version it was written in.
    pub format: u32,
    pub article: ArticleLine,
    /// The notes; their places are not looked for yet.
    pub notes: Notes,
    /// How many other places of the article read nearly like a passage when it was marked; absent for none.
    pub twins: BTreeMap<AnnotationId, usize>,
    /// The annotations that were marked in another article, each with that one's digest, or its name where it has none.
    pub strays: BTreeMap<AnnotationId, String>,
    pub(super) verbatim: Verbatim,
    /// What could not be understood.
    pub damage: Vec<Damage>,
    /// Whether there was nothing in the file: whatever emptied it, no reader did.
    pub was_empty: bool,
}

/// The lists of a sidecar, and what holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum List {
    Top,
    Tags,
    Annotations,
    Speech,
    Removed,
}

impl List {
    /// All that are lists, in the order they are written.
    pub const ALL: [Self; 4] = [Self::Tags, Self::Annotations, Self::Speech, Self::Removed];

    pub fn name(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Tags => "tags",
            Self::Annotations => "annotations",
            Self::Speech => "speech",
            Self::Removed => "removed",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }
}

/// Text that cannot be read, or is of a newer version: it goes back as it was, where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub list: List,
    /// The name or id of what it stands behind; `None` at the beginning.
    pub after: Option<String>,
    /// With its comma, if it has one.
    pub text: Vec<u8>,
}

/// Text that goes back into the sidecar as it was: from newer versions, from other programs, or damaged.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Verbatim {
    /// What cannot be read, and corrections of speech of a kind that this version does not know.
    pub kept: Vec<Kept>,
    /// The map of what other programs add, or empty.
    pub ext: String,
    /// Fields that this version does not know: name and value.
    pub fields: Vec<(String, String)>,
    pub article_fields: Vec<(String, String)>,
    pub tag_fields: BTreeMap<String, Vec<(String, String)>>,
    pub annotation_fields: BTreeMap<AnnotationId, Vec<(String, String)>>,
    /// Colours that are not known, as they are written; they go back while the default stands in for them.
    pub tag_colours: BTreeMap<String, String>,
    pub colours: BTreeMap<AnnotationId, String>,
}

impl Verbatim {
    /// Whether a file must be kept for its sake.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
