use std::path::PathBuf;

use crate::{
    app::{
        language::{self, message},
        settings::Mistake,
    },
    refusal::Refusal,
};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Settings,
    RecentArticles,
    ReadingPlaces,
}

/// What the reader has to know of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub(super) what: What,
    /// Where a copy of the file is.
    pub(super) copy: Option<PathBuf>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Mistake(Mistake),
    /// Nothing of it could be understood.
    NotUnderstood {
        content: Content,
        name: String,
        /// Counted from 1.
        line: usize,
    },
    NotRead {
        content: Content,
        path: PathBuf,
        error: Refusal,
    },
    /// A change is not on the disk.
    NotKept {
        content: Content,
        path: PathBuf,
        error: Refusal,
    },
}

impl Trouble {
    /// Whether it is about a change that is not on the disk, which the next one may be.
    pub fn is_of_keeping(&self) -> bool {
        matches!(self.what, What::NotKept { .. })
    }

    /// A sentence or two for the reader.
    pub fn sentence(&self) -> String {
        let sentence = match &self.what {
            What::Mistake(mistake) => mistake.sentence(),
            What::NotUnderstood { content, name, line } => {
                // As text, since a line number is not parted by commas.
                let (name, line) = (name.as_str(), line.to_string());
                match content {
                    Content::Settings => message!("settings-afresh", name = name, line = line),
                    _ => message!("file-afresh", content = content.words(), name = name, line = line),
                }
            }
            What::NotRead { content, path, error } => {
                let path = path.display().to_string();
                message!("file-not-read", content = content.words(), path = path, problem = language::refusal(error))
            }
            What::NotKept { content, path, error } => {
                let path = path.display().to_string();
                message!("file-not-kept", content = content.words(), path = path, problem = language::refusal(error))
            }
        };
        match &self.copy {
            Some(copy) => message!("file-copied", trouble = sentence, copy = copy.display().to_string()),
            None => sentence,
        }
    }
}

impl From<What> for Trouble {
    fn from(what: What) -> Self {
        Self { what, copy: None }
    }
}

impl Content {
    fn words(self) -> &'static str {
        match self {
            Self::Settings => message!("content-settings"),
            Self::RecentArticles => message!("content-recent-articles"),
            Self::ReadingPlaces => message!("content-reading-places"),
        }
    }
}
