//! Copies of a file of notes that a sync service left beside it, where two machines wrote at once.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{SidecarWarning, location::beside, watch::hash_of};
use crate::notes::Taken;

/// A copy that lay beside the notes when they were opened, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictCopy {
    pub path: PathBuf,
    /// What it did to the notes as their own file holds them; `None` where it was not taken in.
    pub taken: Option<Taken>,
    /// Whether it holds anything that their own file lacks.
    pub is_new: bool,
    /// The article that its notes were made on, where that is another one.
    pub of_another: Option<String>,
    /// What of it is damaged, or why it was not taken in.
    pub warnings: Vec<SidecarWarning>,
    /// Its bytes before it was read.
    pub(super) seen: Option<String>,
}

/// The copies of a layer, in the order of their names: `….sync-conflict-….ron` (Syncthing) and
/// `… (… conflicted copy …).ron` (Dropbox, Nextcloud).
pub fn conflict_copies(article: &Path, layer: &str) -> Vec<PathBuf> {
    let own = beside(article, layer);
    let Some(stem) = own.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".ron")) else {
        return Vec::new();
    };
    let is_copy = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".ron"));
        name.and_then(|name| name.strip_prefix(stem)).is_some_and(|rest| {
            rest.starts_with(".sync-conflict-")
                || rest.starts_with(" (") && rest.to_lowercase().contains("conflicted copy")
        })
    };
    let folder = own.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let copies = names.map(|name| own.with_file_name(name)).filter(is_copy);
    // A folder, or a link that leads nowhere, is none.
    let mut copies: Vec<PathBuf> = copies.filter(|path| path.is_file()).collect();
    copies.sort();
    copies
}

/// The copies of a layer as they are now, each with what tells its bytes.
pub(super) fn copies_now(article: &Path, layer: &str) -> BTreeMap<PathBuf, Option<String>> {
    conflict_copies(article, layer).into_iter().map(|path| (path.clone(), hash_of(&path))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_like_a_copy_of_a_layer_and_is_a_file_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let copies = [
            "a.txt.notes (Anna's Conflicted Copy).ron",
            "a.txt.notes (conflicted copy 2026-11-23).ron",
            "a.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron",
        ];
        let others = ["a.txt.notes.ron", "a.txt.zoe (conflicted copy).ron", "a.txt.notes (2).ron", "b.txt.notes.ron"];
        copies.iter().chain(&others).for_each(|name| fs::write(at(name), "()").unwrap());
        fs::create_dir(at("a.txt.notes.sync-conflict-folder.ron")).unwrap();
        let article = at("a.txt");
        assert_eq!(conflict_copies(&article, "notes"), copies.map(at));
        assert!(copies_now(&article, "notes").values().all(Option::is_some));
        assert_eq!(conflict_copies(&article, "zoe"), [at(others[1])]);
    }
}
