use std::path::{Path, PathBuf};

use super::{Damage, SidecarError};

/// What a reader has to know of a file of notes that was read, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SidecarWarning {
    /// It could not be read, or not all of it.
    #[error(transparent)]
    Error(#[from] SidecarError),
    /// A place in it is damaged, and kept as it is.
    #[error("{}", .damage.sentence(.path))]
    Damaged { path: PathBuf, damage: Damage },
}

impl SidecarWarning {
    /// What is damaged in a file.
    pub(super) fn of_damage(path: &Path, damage: &[Damage]) -> Vec<Self> {
        let damaged = |damage: &Damage| Self::Damaged { path: path.to_owned(), damage: damage.clone() };
        damage.iter().map(damaged).collect()
    }
}
