//! Looking for an article's layer: the files that hold it, and what is taken in of each.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use super::{Kept, Known, Sidecar};
use crate::{
    article::Article,
    notes::{Notes, Taken},
    sidecar::{
        FORMAT, SidecarError, SidecarWarning,
        copies::conflict_copies,
        document::{ArticleLine, Verbatim, hash},
        file::{Found, read_bytes, read_found},
        location::{Apart, Folders, beside, of_renamed, real},
        save::target,
        versions::signed_for,
    },
};

impl Sidecar {
    /// Looks for an article's layer: beside it, in the data folder, then beside under the name of an article that
    /// was renamed. Every note is looked for in the article as it reads now.
    ///
    /// `path` is the article's own; without one the notes live in the data folder. Nothing is written. What could not
    /// be read is said in [`Self::warnings`].
    pub fn open(path: Option<&Path>, article: Arc<Article>, layer: &str, folders: Folders) -> Self {
        let line = ArticleLine::of(&article);
        let mut sidecar = Self {
            path: path.map(real),
            article,
            line,
            layer: layer.to_owned(),
            folders,
            reader: String::new(),
            notes: Notes::default(),
            file: None,
            verbatim: Verbatim::default(),
            twins: BTreeMap::new(),
            strays: BTreeMap::new(),
            copies: Vec::new(),
            replaces: false,
            owed: None,
            kept: None,
            warnings: Vec::new(),
            damage: None,
            is_read_only: false,
            not_understood: None,
            seen: None,
            outlived: None,
        };
        let path = sidecar.path.clone();
        let path = path.as_deref();
        if let Some(path) = path {
            let own = beside(path, layer);
            sidecar.take(&own, Kept::Beside(own.clone()));
        }
        if let Some(Apart { path: apart, is_own }) = sidecar.folders.find(path, &sidecar.line, layer)
            && (is_own || sidecar.file.is_none())
        {
            sidecar.take(&apart, Kept::InDataFolder(apart.clone()));
            sidecar.outlived = sidecar.outlived.take().filter(|_| is_own);
        }
        let is_new = sidecar.file.is_none() && !sidecar.is_read_only;
        if let Some(other) = path.filter(|_| is_new).and_then(|path| of_renamed(path, &sidecar.line, layer)) {
            sidecar.take(&other, Kept::Beside(other.clone()));
            sidecar.outlived = sidecar.file.as_ref().map(|file| (other, file.hash.clone()));
        }
        if let Some(path) = path.filter(|_| !sidecar.is_read_only) {
            conflict_copies(path, layer).iter().for_each(|copy| sidecar.take_copy(copy));
        }
        sidecar
    }

    /// Takes in a file that was found on opening.
    fn take(&mut self, path: &Path, kept: Kept) {
        let found = match read_found(&target(path)) {
            Ok(Some(found)) => found,
            Ok(None) => return,
            Err(error) => {
                self.warnings.push(error.into());
                self.is_read_only = true;
                let bytes = read_bytes(&target(path)).ok().flatten();
                self.not_understood = bytes.map(|bytes| (target(path), hash(&bytes)));
                return;
            }
        };
        self.warnings.extend(SidecarWarning::of(path, &found.document));
        if found.document.was_empty {
            return;
        }
        if found.document.format > FORMAT {
            let error = SidecarError::Newer { path: path.to_owned(), format: found.document.format };
            self.warnings.push(error.into());
            self.is_read_only = true;
        }
        let mut notes = found.document.notes;
        self.line.go_on_from(&found.document.article);
        self.twins.extend(found.document.twins);
        self.strays.extend(found.document.strays);
        notes.place_in(&self.article, &self.earlier(&found.document.article));
        if self.file.is_none() {
            self.notes = notes.clone();
            self.verbatim = found.document.verbatim.clone();
            let verbatim = found.document.verbatim;
            self.file = Some(Known { path: target(path), hash: found.hash, notes, verbatim, is_ours: false });
            self.outlived = match &kept {
                Kept::InDataFolder(path) => self.file.as_ref().map(|file| (path.clone(), file.hash.clone())),
                Kept::Beside(_) => None,
            };
            self.kept = Some(kept);
            self.owe_what_was_cut_short(&found.document.article);
        } else {
            self.notes = Notes::joined(&self.notes, &notes);
            self.verbatim.absorb(&found.document.verbatim);
            self.outlived = Some((path.to_owned(), found.hash));
        }
    }

    /// Takes in a copy that a sync service left; it stays where it is, and bringing it in again changes nothing.
    fn take_copy(&mut self, copy: &Path) {
        match read_found(copy) {
            Ok(Some(Found { document, .. })) if document.format <= FORMAT => {
                self.line.go_on_from(&document.article);
                self.twins.extend(document.twins);
                self.strays.extend(document.strays);
                // Notes without an author get the copy's: whoever set their name there.
                let is_signed = !self.notes.author.trim().is_empty();
                let mut notes = if is_signed { signed_for(&document.notes, &self.notes) } else { document.notes };
                notes.place_in(&self.article, &self.earlier(&document.article));
                if notes != self.notes {
                    let joined = Notes::joined(&self.notes, &notes);
                    let taken = Taken::between(&self.notes, &[&notes], &joined);
                    self.replaces |= taken.replaces();
                    self.copies.extend((!taken.is_nothing()).then(|| (copy.to_owned(), taken)));
                    self.notes = joined;
                }
                self.verbatim.absorb(&document.verbatim);
            }
            Ok(Some(found)) => {
                let error = SidecarError::Newer { path: copy.to_owned(), format: found.document.format };
                self.warnings.push(error.into());
            }
            Ok(None) => {}
            Err(error) => self.warnings.push(error.into()),
        }
    }
}
