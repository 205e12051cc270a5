use std::path::{Path, PathBuf};

use super::{Damage, Document, SidecarError};

/// What a reader has to know of a file of notes that was read, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SidecarWarning {
    /// It could not be read, or not all of it.
    #[error(transparent)]
    Error(#[from] SidecarError),
    /// A place in it is damaged, and kept as it is.
    #[error("{}", .damage.sentence(.path))]
    Damaged { path: PathBuf, damage: Damage },
    /// There is nothing in it, which no reader did.
    #[error("“{}” is empty and counts as no file. If there were notes in it, look for a copy or a backup.", .path.display())]
    Empty { path: PathBuf },
}

impl SidecarWarning {
    /// What is wrong in a file that was read.
    pub(super) fn of(path: &Path, document: &Document) -> Vec<Self> {
        let damaged = |damage: &Damage| Self::Damaged { path: path.to_owned(), damage: damage.clone() };
        let empty = document.was_empty.then(|| Self::Empty { path: path.to_owned() });
        empty.into_iter().chain(document.damage.iter().map(damaged)).collect()
    }
}
