//! Bringing other sidecars in: other people's, and both sides of a git merge.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    FORMAT, Folders, SidecarError, SidecarWarning,
    document::{ArticleLine, Document, hash},
    file::{bytes_for, found_as_given, must_be_no_folder, read_content, understand},
    location::layer_of_file,
    lock::{Lock, LockError, PATIENCE},
    origin::Origin,
    save::{back_up, keep_copy, replace, target},
    verbatim::join_each,
    versions::{owner_of, signed_for, together},
};
use crate::notes::{AnnotationId, Notes, Taken};

/// A sidecar to bring in.
#[derive(Clone, Debug)]
pub struct Other {
    pub path: PathBuf,
    pub document: Document,
}

impl Other {
    /// Whose its notes are.
    pub(super) fn owner(&self) -> &str {
        owner_of(&self.document.notes, layer_of_file(&self.path, &self.document.article.name))
    }

    /// What is damaged in it, a sentence each.
    pub fn warnings(&self) -> Vec<SidecarWarning> {
        SidecarWarning::of(&self.path, &self.document)
    }
}

/// Reads sidecars to bring in, in an order that does not depend on how they were named, each once.
///
/// # Errors
/// When one cannot be read, does not exist, or is from a newer version.
pub fn read_others(paths: &[PathBuf]) -> Result<Vec<Other>, SidecarError> {
    let read = |path: &PathBuf| {
        let found = found_as_given(path)?;
        if found.document.format > FORMAT {
            return Err(SidecarError::TooNew { path: path.clone(), format: found.document.format });
        }
        Ok((found.hash, Other { path: path.clone(), document: found.document }))
    };
    let mut others = paths.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    others.sort_by(|(one, this), (other, that)| (one, this.owner()).cmp(&(other, that.owner())));
    others.dedup_by(|one, other| one.0 == other.0);
    Ok(others.into_iter().map(|(_, other)| other).collect())
}

impl Other {
    /// What is known of notes that were marked in another article than the one with this line: which one that was.
    pub(super) fn strays_from(&self, line: &ArticleLine) -> BTreeMap<AnnotationId, String> {
        let mut strays = self.document.strays.clone();
        if line.is_of_another(&self.document.article) {
            let article = self.document.article.token();
            for one in &self.document.notes.annotations {
                strays.entry(one.id.clone()).or_insert_with(|| article.clone());
            }
        }
        strays
    }
}

/// Which article a note was marked in, of two that may be said.
pub(super) fn first_of(one: &String, other: &String) -> String {
    one.min(other).clone()
}

/// What became of sidecars that were merged into another one's file.
#[derive(Clone, Debug)]
pub struct Merged {
    pub taken: Taken,
    /// Those that are on another article.
    pub strangers: Vec<Other>,
    /// What is damaged in those that were brought in; it is kept as it is.
    pub damage: Vec<SidecarWarning>,
}

impl Document {
    /// Takes other sidecars into that of a layer, entry by entry; with the version that all come from, where that is known.
    fn bring_in(&mut self, layer: &str, base: Option<&Notes>, others: &[Other]) {
        let line = self.article.clone();
        for other in others {
            join_each(&mut self.strays, &other.strays_from(&line), first_of);
            if !line.is_of_another(&other.document.article) {
                self.article.go_on_from(&other.document.article);
            }
        }
        // Both sides of git are the same file, whoever signed it.
        let signed = |other: &Other| match base {
            None => signed_for(&other.document.notes, other.owner(), &self.notes, owner_of(&self.notes, layer)),
            Some(_) => other.document.notes.clone(),
        };
        let versions = std::iter::once(self.notes.clone()).chain(others.iter().map(signed)).collect();
        self.notes = Notes { author: self.notes.author.clone(), ..together(base, versions) };
        for other in others.iter().map(|other| &other.document) {
            self.verbatim.absorb(&other.verbatim);
            join_each(&mut self.twins, &other.twins, |one, other| *one.max(other));
        }
    }
}

/// Merges sidecars into a sidecar's file for a reader; as git asks for it, with `base`, which both sides come from.
///
/// # Errors
/// When one of them cannot be read or the file cannot be written; it is then as it was.
pub fn merge_files(
    file: &Path,
    base: Option<&Path>,
    others: &[PathBuf],
    reader: &str,
    folders: &Folders,
) -> Result<Merged, SidecarError> {
    must_be_no_folder(file)?;
    let path = target(file);
    let not_written = |error: &io::Error| SidecarError::NotWritten { path: file.to_owned(), problem: error.into() };
    let _lock = Lock::acquire(&path, PATIENCE).map_err(|error| match error {
        LockError::Held(holder) => SidecarError::Held { path: file.to_owned(), holder },
        LockError::Io(error) => not_written(&error),
    })?;
    // An empty file is what git gives for one that was not there.
    let is_empty = |base: &&Path| fs::metadata(base).is_ok_and(|data| data.is_file() && data.len() == 0);
    let base = match base.filter(|base| !is_empty(base)) {
        Some(base) => read_others(&[base.to_owned()])?.pop(),
        None => None,
    };
    let given = read_others(others)?;
    let bytes = read_content(&path)?.unwrap_or_default();
    let mut document = understand(file, &bytes)?;
    if document.format > FORMAT {
        return Err(SidecarError::Newer { path: file.to_owned(), format: document.format });
    }
    let before = document.clone();
    let mut others = given.as_slice();
    if document.was_empty
        && let [first, rest @ ..] = others
    {
        document = first.document.clone();
        let (nothing, layer) = (Notes::default(), layer_of_file(file, &document.article.name));
        document.notes = signed_for(&document.notes, first.owner(), &nothing, owner_of(&document.notes, layer));
        others = rest;
    }
    let line = document.article.clone();
    document.bring_in(layer_of_file(file, &line.name), base.as_ref().map(|base| &base.document.notes), others);
    let all: Vec<&Notes> = given.iter().map(|other| &other.document.notes).collect();
    let taken = Taken::between(&before.notes, &all, &document.notes);
    let damage: Vec<SidecarWarning> = given.iter().flat_map(Other::warnings).collect();
    let strangers = || given.into_iter().filter(|other| line.is_of_another(&other.document.article)).collect();
    if document == before {
        return Ok(Merged { taken, strangers: strangers(), damage });
    }
    let written = bytes_for(file, &document)?;
    if !bytes.is_empty() {
        // Of git's own files git keeps every version.
        let origin = match base {
            Some(_) => Origin::Here,
            None => folders.origin(&path, &hash(&bytes), &before.notes.author, reader),
        };
        back_up(&path, &bytes, origin).map_err(|error| not_written(&error))?;
        if base.is_none() && taken.replaces() {
            keep_copy(&path, &bytes).map_err(|error| not_written(&error))?;
        }
    }
    if base.is_none() {
        let found = (!bytes.is_empty()).then(|| hash(&bytes));
        folders.remember(&path, found.as_deref(), &hash(&written));
    }
    replace(&path, &written).map_err(|error| not_written(&error))?;
    Ok(Merged { taken, strangers: strangers(), damage })
}
