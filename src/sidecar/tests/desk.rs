use std::{
    fs,
    path::{Path, PathBuf},
};

use super::*;
use crate::sidecar::{Folders, OWN_LAYER, Sidecar};

/// A folder with an article, and a data folder beside.
pub struct Desk {
    pub folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("articles")).unwrap();
        fs::write(folder.path().join("articles/harbour.txt"), TEXT).unwrap();
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("articles").join(name)
    }

    pub fn own(&self) -> PathBuf {
        self.path("harbour.txt.notes.ron")
    }

    pub fn open_as(&self, name: &str) -> Sidecar {
        let folders = Folders { notes: Some(self.folder.path().join("data")) };
        Sidecar::open(Some(&self.path(name)), article(), OWN_LAYER, folders)
    }

    pub fn open(&self) -> Sidecar {
        self.open_as("harbour.txt")
    }

    /// How many sidecars the data folder holds.
    pub fn kept_apart(&self) -> usize {
        let entries = fs::read_dir(self.folder.path().join("data")).unwrap();
        entries.filter(|entry| entry.as_ref().unwrap().path().is_file()).count()
    }

    pub fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.path("")).unwrap();
        let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// A sidecar's path that is a folder stands for a place that cannot be written: tests may run as root, who may write
/// everywhere.
pub fn forbid(desk: &Desk) {
    fs::create_dir(desk.own()).unwrap();
}
