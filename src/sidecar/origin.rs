//! Whether a file of notes was last written here, so that one that others wrote is copied before it is first rewritten.
//! What was written here is remembered in the user's data folder: for each file, by its place, the hashes of its bytes
//! before and after it was written last.

use std::{
    fs, io,
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
            (_, Some(remembered)) if remembered.lines().any(|line| line == hash) => Origin::Here,
            (author, _) if !author.is_empty() && author == reader => Origin::Here,
            ("", Some(_)) => Origin::Unknown,
            // Where nothing can be remembered, it may as well have been written here.
            ("", None) => Origin::Here,
            (_, None) => Origin::Unknown,
            (_, Some(_)) => Origin::Another,
        }
    }

    /// Remembers that a file is about to be written here, and what is in it until then: whoever is ended between leaves
    /// one or the other. Where nothing can be remembered, the file is copied once more than needed.
    pub(super) fn remember(&self, path: &Path, before: Option<&str>, hash: &str) {
        let Some(remembered) = self.written_path(path) else { return };
        let text = [hash, before.unwrap_or_default()].join("\n");
        let write = || -> io::Result<()> {
            let folder = remembered.parent().ok_or(io::ErrorKind::NotFound)?;
            fs::create_dir_all(folder)?;
            // Renamed whole, for a writer may be ended at any moment; who holds the file's lock is the only one.
            let temporary = remembered.with_extension("tmp");
            fs::write(&temporary, &text)?;
            fs::rename(&temporary, &remembered)
        };
        let _ = write();
    }

    fn written_path(&self, path: &Path) -> Option<PathBuf> {
        let path = std::path::absolute(path).ok()?;
        Some(self.notes.as_ref()?.join("written").join(hash(path.as_os_str().as_encoded_bytes())))
    }
}
