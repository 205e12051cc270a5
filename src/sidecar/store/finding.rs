//! Looking for an article's layer: the files that hold it, and what is taken in of each.

use std::{collections::BTreeMap, path::Path, slice, sync::Arc};

use super::{Kept, Known, Sidecar};
use crate::{
    article::Article,
    notes::{Notes, Taken},
    sidecar::{
        ConflictCopy, FORMAT, Other, SidecarError, SidecarWarning,
        conflict_copy::copies_now,
        document::{ArticleLine, Document, Verbatim, hash},
        file::{leads_nowhere, read_bytes, read_found},
        location::{Apart, Folders, beside, layer_meant, of_renamed, real},
        read_others,
        save::target,
        versions::{owner_of, signed_for},
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
        let path = path.map(real);
        let mut sidecar = Self {
            layer: path.as_deref().map_or_else(|| layer.to_owned(), |path| layer_meant(path, layer)),
            path,
            article,
            line,
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
            restored: None,
            is_read_only: false,
            not_understood: None,
            seen: None,
            outlived: None,
        };
        let (path, layer) = (sidecar.path.clone(), sidecar.layer.clone());
        let (path, layer) = (path.as_deref(), layer.as_str());
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
            sidecar.take_copies(path);
        }
        sidecar
    }

    /// Takes in a file that was found on opening.
    fn take(&mut self, path: &Path, kept: Kept) {
        let found = match read_found(&target(path)) {
            Ok(Some(found)) => found,
            Ok(None) => return self.warnings.extend(leads_nowhere(path).err().map(SidecarWarning::from)),
            Err(error) => {
                self.warnings.push(error.into());
                self.is_read_only = true;
                let bytes = read_bytes(&target(path)).ok().flatten();
                // Of one that cannot be read, or is too large, it is seen that it is another one once it can be, or is gone.
                let hash = bytes.map_or_else(String::new, |bytes| hash(&bytes));
                self.not_understood = Some((target(path), hash));
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
            let joined = Notes::joined(&self.notes, &notes);
            self.replaces |= Taken::between(&self.notes, &[&notes], &joined).replaces();
            self.notes = joined;
            self.verbatim.absorb(&found.document.verbatim);
            self.outlived = Some((path.to_owned(), found.hash));
        }
    }

    /// Takes in the copies that a sync service left; they stay where they are, and bringing one in again changes nothing.
    fn take_copies(&mut self, article: &Path) {
        let own = Own { notes: self.notes.clone(), verbatim: self.verbatim.clone(), line: self.line.clone() };
        for (path, seen) in copies_now(article, &self.layer) {
            let mut copy =
                ConflictCopy { path, taken: None, is_new: false, of_another: None, warnings: Vec::new(), seen };
            match read_others(slice::from_ref(&copy.path)) {
                Ok(others) => others.iter().for_each(|other| self.take_copy(other, &own, &mut copy)),
                // It went meanwhile.
                Err(SidecarError::Missing { .. }) => continue,
                Err(error) => copy.warnings.push(error.into()),
            }
            self.copies.push(copy);
        }
    }

    /// Takes in one of them; what it brings is measured at what the notes' own file holds, whichever others there are.
    fn take_copy(&mut self, other: &Other, own: &Own, copy: &mut ConflictCopy) {
        let document = &other.document;
        if document.was_empty {
            copy.warnings = other.warnings();
            return;
        }
        copy.of_another = own.line.is_of_another(&document.article).then(|| document.article.name.clone());
        // Notes without an author get the copy's: whoever set their name there.
        let is_signed = !own.notes.author.trim().is_empty();
        let owner = owner_of(&own.notes, &self.layer);
        let signed = match is_signed {
            true => signed_for(&document.notes, owner_of(&document.notes, &self.layer), &own.notes, owner),
            false => document.notes.clone(),
        };
        let notes = self.receive(other, &own.line, signed);
        let mut with_it = Own { notes: Notes::joined(&own.notes, &notes), ..own.clone() };
        with_it.verbatim.absorb(&document.verbatim);
        let taken = Taken::between(&own.notes, &[&notes], &with_it.notes);
        copy.is_new = with_it.written() != own.written();
        if copy.is_new {
            self.replaces |= taken.replaces();
            self.notes = Notes::joined(&self.notes, &notes);
            self.verbatim.absorb(&document.verbatim);
            copy.warnings = other.warnings();
        }
        copy.taken = Some(taken);
    }
}

/// What the notes' own file holds.
#[derive(Clone)]
struct Own {
    notes: Notes,
    verbatim: Verbatim,
    line: ArticleLine,
}

impl Own {
    /// The bytes that it makes, in which the places of notes are not.
    fn written(&self) -> Vec<u8> {
        let Self { notes, verbatim, line } = self.clone();
        Document { format: FORMAT, article: line, notes, verbatim, ..Document::default() }.write()
    }
}
