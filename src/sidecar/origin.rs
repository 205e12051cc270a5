//! Whether a file of notes was last written here, so that one that others wrote is copied before it is first rewritten.
//! What was written here is remembered in the user's data folder: for each file, by its place, the hash of its bytes.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
};

use super::{Folders, document::hash};

/// Who wrote the bytes of a file of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// This program, for this user, or the reader on another machine.
    Here,
    /// Nobody signed it, and it was not written here.
    Unknown,
    /// Somebody else.
    Another,
}

impl Folders {
    /// Who wrote a file with this hash that carries this author's name, for a reader with a name or none.
    pub(super) fn origin(&self, path: &Path, hash: &str, author: &str, reader: &str) -> Origin {
        let remembered = self.written_path(path).map(|remembered| fs::read_to_string(remembered).unwrap_or_default());
        match (author.trim(), remembered) {
            (_, Some(remembered)) if remembered.lines().any(|written| written == hash) => Origin::Here,
            (author, _) if !author.is_empty() && author == reader => Origin::Here,
            ("", Some(_)) => Origin::Unknown,
            // Where nothing can be remembered, it may as well have been written here.
            ("", None) => Origin::Here,
            (_, None) => Origin::Unknown,
            (_, Some(_)) => Origin::Another,
        }
    }

    /// Remembers that a file is about to be written here in place of another, of which none need be copied any more: a
    /// program may be ended before or after. Where that cannot be, the file is copied once more than needed.
    pub(super) fn remember(&self, path: &Path, before: Option<&str>, hash: &str) {
        let Some(remembered) = self.written_path(path) else { return };
        if let Some(folder) = remembered.parent()
            && fs::create_dir_all(folder).is_ok()
            // Written over, not emptied first; it is always as long.
            && let Ok(mut file) = File::options().write(true).create(true).truncate(false).open(remembered)
        {
            let _ = file.write_all(format!("{}\n{hash}\n", before.unwrap_or(hash)).as_bytes());
        }
    }

    fn written_path(&self, path: &Path) -> Option<PathBuf> {
        let path = std::path::absolute(path).ok()?;
        Some(self.notes.as_ref()?.join("written").join(hash(path.as_os_str().as_encoded_bytes())))
    }
}
