//! Keeping notes in the data folder where they cannot lie beside their article, and taking them from there again.

use std::{fs, path::Path};

use super::{Describing, Kept, Saved, Sidecar};
use crate::{
    notes::Notes,
    sidecar::{
        SidecarError,
        document::{Document, hash},
        file::{read_content, understand},
        save::{keep_copy, target},
        versions::is_lost,
    },
};

impl Sidecar {
    /// Has the file in the data folder that another one of this layer wrote go once the notes are kept beside the article.
    pub(in crate::sidecar) fn outlives(&mut self, rescued: &Self) {
        self.outlived.clone_from(&rescued.outlived);
    }

    /// Writes the notes into the data folder alone: they could not be saved beside the article, and are not to be lost.
    ///
    /// # Errors
    /// See [`SidecarError`].
    pub(in crate::sidecar) fn save_apart(&mut self, notes: &Notes) -> Result<Saved, SidecarError> {
        self.store_apart(notes, &mut |_| {}, &Describing::Later, None)
    }

    /// Writes into the data folder what was refused beside the article.
    pub(super) fn store_apart(
        &mut self,
        mine: &Notes,
        alter: &mut dyn FnMut(&mut Notes),
        describing: &Describing,
        refused: Option<SidecarError>,
    ) -> Result<Saved, SidecarError> {
        let apart = self.folders.find(self.path.as_deref(), &self.line, &self.layer);
        let apart = apart.filter(|apart| apart.is_own).map(|apart| apart.path);
        let apart = apart.or_else(|| self.folders.path_for(self.path.as_deref(), &self.line, &self.layer));
        let nowhere = || refused.clone().unwrap_or(SidecarError::NoPlace { name: self.line.name.clone() });
        let apart = apart.ok_or_else(nowhere)?;
        let folder = apart.parent().unwrap_or(Path::new("."));
        if let Err(error) = fs::create_dir_all(folder) {
            return Err(refused.unwrap_or(SidecarError::NotWritten { path: apart, problem: (&error).into() }));
        }
        if let Some(path) = &self.path {
            self.folders.remember_place(path);
        }
        match self.attempt(&apart, mine, alter, describing) {
            Ok(saved) => {
                self.outlived = self.file.as_ref().map(|file| (apart.clone(), file.hash.clone()));
                let not_beside = refused.and_then(|error| match error {
                    SidecarError::NotWritten { problem, .. } => Some(problem),
                    _ => None,
                });
                Ok(self.saved(saved, Kept::InDataFolder(apart), not_beside))
            }
            Err(SidecarError::NotWritten { path, problem }) => {
                Err(refused.unwrap_or(SidecarError::NotWritten { path, problem }))
            }
            Err(error) => Err(error),
        }
    }

    /// Removes the file whose notes are now kept beside the article, if nobody wrote to it since; where the notes beside the
    /// article won over something in it, it stays there as a copy.
    pub(super) fn forget_outlived(&mut self) {
        let Some((path, known)) = self.outlived.take() else { return };
        let Some(own) = self.file.as_ref().map(|file| &file.path).filter(|own| **own != target(&path)) else { return };
        let Some(bytes) = read_content(&path).ok().flatten().filter(|bytes| hash(bytes) == known) else { return };
        let is_kept = |document: Document| {
            !is_lost(&Notes::default(), &document.notes, &self.notes) || keep_copy(own, &bytes).is_ok()
        };
        if understand(&path, &bytes).is_ok_and(is_kept) {
            // If it cannot be removed it is merged again the next time, which changes nothing.
            let _ = fs::remove_file(path);
        }
    }
}
