mod apart;
mod bringing;
mod describing;
mod finding;
mod outside;

use std::{
    collections::{BTreeMap, HashSet},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

pub use bringing::{Arrival, Brought};
use describing::Describing;
pub(super) use describing::Description;
pub(super) use outside::FileSeen;

use super::{
    ConflictCopy, FORMAT, SidecarError, SidecarWarning,
    document::{ArticleLine, Document, Verbatim, hash},
    file::{bytes_for, read_content, understand},
    location::{Folders, beside},
    lock::{Lock, LockError, PATIENCE},
    save::{back_up, keep_copy, replace, sweep, target},
    versions::{is_gone_untraced, is_lost, with_deletions},
    watch::Fingerprint,
};
use crate::{
    article::Article,
    notes::{AnnotationId, Earlier, Notes},
    refusal::Refusal,
};

/// Where notes were kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    Beside(PathBuf),
    /// The article's folder cannot be written; the reader is told.
    InDataFolder(PathBuf),
}

impl Kept {
    pub fn path(&self) -> &Path {
        match self {
            Self::Beside(path) | Self::InDataFolder(path) => path,
        }
    }
}

/// What saving did.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Where the notes are now; `None` while there is nothing to keep.
    pub kept: Option<Kept>,
    /// Why they are not beside the article, as the system says it.
    pub not_beside: Option<Refusal>,
    /// What was damaged in a file that another program wrote, a sentence each; `None` where none was read.
    pub damage: Option<Vec<SidecarWarning>>,
    /// All notes as they are now, if another program had written some that were taken in.
    pub taken_in: Option<Notes>,
    /// The file that held notes, was emptied or taken away, and has been written again.
    pub restored: Option<PathBuf>,
}

/// One layer of notes on one article, and the file that holds it.
#[derive(Clone, Debug)]
pub struct Sidecar {
    path: Option<PathBuf>,
    article: Arc<Article>,
    line: ArticleLine,
    layer: String,
    folders: Folders,
    /// The reader's name; empty until it is set.
    reader: String,
    notes: Notes,
    /// The file that was last read or written.
    file: Option<Known>,
    verbatim: Verbatim,
    /// The twins of passages as they were marked.
    twins: BTreeMap<AnnotationId, usize>,
    /// The notes that were marked in another article, and which that was.
    strays: BTreeMap<AnnotationId, String>,
    /// The copies that a sync service left.
    copies: Vec<ConflictCopy>,
    /// Whether notes that the file holds are replaced by what was brought in, so that a copy of it is kept.
    replaces: bool,
    /// The passages whose twins are still to be counted, while the article is still to be described.
    owed: Option<HashSet<AnnotationId>>,
    kept: Option<Kept>,
    warnings: Vec<SidecarWarning>,
    /// What was damaged in a file that another program wrote since it was opened; `None` where none was read.
    damage: Option<Vec<SidecarWarning>>,
    /// The file that another program emptied or took away, once it has been written again.
    restored: Option<PathBuf>,
    is_read_only: bool,
    /// The file that could not be understood, and its hash.
    not_understood: Option<(PathBuf, String)>,
    /// What the article's file was like before it was read.
    seen: Option<Fingerprint>,
    /// A file whose notes were taken over, and that goes once they are kept beside the article.
    outlived: Option<(PathBuf, String)>,
}

/// A file as it was last read or written.
#[derive(Clone, Debug)]
struct Known {
    path: PathBuf,
    hash: String,
    notes: Notes,
    verbatim: Verbatim,
    /// Whether this program wrote it in this sitting.
    is_ours: bool,
}

impl Sidecar {
    /// All notes as they were last read or written, each with its place.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// What tells the article's text; see [`ArticleLine::digest`].
    pub fn digest(&self) -> &str {
        &self.line.digest
    }

    /// What is known of the article as it was in this sitting, with what the file knows of notes that were marked in another.
    pub fn earlier_than(&self, sitting: Earlier) -> Earlier {
        Earlier { strays: self.strays.keys().cloned().collect(), ..sitting }
    }

    /// The name of the layer.
    pub fn layer(&self) -> &str {
        &self.layer
    }

    /// Says who writes it: what carries another name was written by somebody else.
    pub fn read_by(&mut self, reader: &str) {
        reader.clone_into(&mut self.reader);
    }

    /// The article's file; `None` for one that has none.
    pub(super) fn article_path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file of the notes beside the article, whether it is there or not.
    fn file_beside(&self) -> Option<PathBuf> {
        self.path.as_ref().map(|article| target(&beside(article, &self.layer)))
    }

    /// Says what the article's file was like before it was read, so that a [`super::Keeper`] sees a change since.
    pub fn read_from(&mut self, fingerprint: Fingerprint) {
        self.seen = Some(fingerprint);
    }

    pub(super) fn seen(&self) -> Option<&Fingerprint> {
        self.seen.as_ref()
    }

    /// Where the notes are; `None` while there are none.
    pub fn kept(&self) -> Option<&Kept> {
        self.kept.as_ref()
    }

    /// What was damaged or could not be read in the file of the notes, a sentence each.
    pub fn warnings(&self) -> &[SidecarWarning] {
        &self.warnings
    }

    /// The same of that file and of the copies that a sync service left.
    pub fn all_warnings(&self) -> impl Iterator<Item = &SidecarWarning> {
        self.warnings.iter().chain(self.copies.iter().flat_map(|copy| &copy.warnings))
    }

    /// The copies that a sync service left and that were there on opening.
    pub fn copies(&self) -> &[ConflictCopy] {
        &self.copies
    }

    /// Whether the file may not be written: it cannot be read, or is from a newer version.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Why it may not be written.
    pub fn why_read_only(&self) -> Option<&SidecarError> {
        let errors = self.warnings.iter().rev().filter_map(|warning| match warning {
            SidecarWarning::Error(error) => Some(error),
            _ => None,
        });
        // Such a link leaves the data folder to be written.
        let mut errors = errors.filter(|error| !matches!(error, SidecarError::LeadsNowhere { .. }));
        errors.next().filter(|_| self.is_read_only)
    }

    /// Keeps notes that went on from [`Self::notes`]. What another program wrote since is taken in, not overwritten.
    ///
    /// # Errors
    /// See [`SidecarError`]; the file is then as it was.
    pub fn save(&mut self, notes: &Notes) -> Result<Saved, SidecarError> {
        self.store(notes, &mut |_| {}, &Describing::Now)
    }

    /// The same, but what finds the passages again in a long article, which takes seconds, is left for later: it is then
    /// [`Self::undescribed`].
    ///
    /// # Errors
    /// See [`SidecarError`]; the file is then as it was.
    pub(super) fn save_in_haste(&mut self, notes: &Notes) -> Result<Saved, SidecarError> {
        self.store(notes, &mut |_| {}, &Describing::Later)
    }

    /// The same with the description of what was [`Self::undescribed`].
    ///
    /// # Errors
    /// See [`SidecarError`]; the file is then as it was.
    pub(super) fn save_described(&mut self, notes: &Notes, description: Description) -> Result<Saved, SidecarError> {
        self.store(notes, &mut |_| {}, &Describing::Done(description))
    }

    /// Whether notes were saved without all that finds their passages again.
    pub(super) fn owes(&self) -> bool {
        self.owed.is_some()
    }

    /// Reads, changes and writes while no other program can.
    ///
    /// # Errors
    /// See [`SidecarError`]; the file is then as it was.
    pub fn update(&mut self, alter: &mut dyn FnMut(&mut Notes)) -> Result<Saved, SidecarError> {
        let notes = self.notes.clone();
        self.store(&notes, alter, &Describing::Now)
    }

    fn store(
        &mut self,
        mine: &Notes,
        alter: &mut dyn FnMut(&mut Notes),
        describing: &Describing,
    ) -> Result<Saved, SidecarError> {
        let mut refused = None;
        if let Some(path) = &self.path {
            let own = beside(path, &self.layer);
            match self.attempt(&own, mine, alter, describing) {
                Ok(saved) => {
                    self.forget_outlived();
                    return Ok(self.saved(saved, Kept::Beside(own), None));
                }
                Err(error @ SidecarError::NotWritten { .. }) => refused = Some(error),
                Err(error) => return Err(error),
            }
        }
        self.store_apart(mine, alter, describing, refused)
    }

    fn saved(&mut self, taken_in: Option<Notes>, kept: Kept, not_beside: Option<Refusal>) -> Saved {
        self.kept = self.file.is_some().then_some(kept);
        let restored = self.restored.take();
        Saved { kept: self.kept.clone(), not_beside, damage: self.damage.take(), taken_in, restored }
    }

    /// Writes one file under its lock; gives all notes when another program's were taken in.
    fn attempt(
        &mut self,
        path: &Path,
        mine: &Notes,
        alter: &mut dyn FnMut(&mut Notes),
        describing: &Describing,
    ) -> Result<Option<Notes>, SidecarError> {
        let target = target(path);
        let not_written =
            |error: io::Error| SidecarError::NotWritten { path: path.to_owned(), problem: (&error).into() };
        let lock = Lock::acquire(&target, PATIENCE).map_err(|error| match error {
            LockError::Held(holder) => SidecarError::Held { path: path.to_owned(), holder },
            LockError::Io(error) => not_written(error),
        })?;
        if lock.was_abandoned {
            sweep(&target);
        }
        let bytes = read_content(&target)?;
        let known = self.file.as_ref().filter(|known| known.path == target && !self.is_read_only);
        let is_known = bytes.as_ref().map(|bytes| hash(bytes)) == known.map(|known| known.hash.clone());
        let mine = &with_deletions(mine, known.map(|known| &known.notes));
        let (mut notes, mut verbatim) = (mine.clone(), self.verbatim.clone());
        let mut there = known.filter(|_| is_known).map(|known| (known.notes.clone(), known.verbatim.clone()));
        let (mut taken_in, mut is_theirs_lost) = (false, false);
        if let Some(bytes) = &bytes
            && !is_known
        {
            let document = understand(&target, bytes)?;
            if document.format > FORMAT {
                return Err(SidecarError::Newer { path: path.to_owned(), format: document.format });
            }
            self.damage = Some(SidecarWarning::of(path, &document));
            let mut theirs = document.notes;
            self.line.go_on_from(&document.article);
            self.twins.extend(document.twins);
            self.strays.extend(document.strays);
            theirs.place_in(&self.article, &self.earlier(&document.article));
            notes = match known {
                Some(known) => Notes::merged(&known.notes, mine, &theirs),
                None => Notes::joined(mine, &theirs),
            };
            taken_in = notes != *mine;
            let base = known.map_or_else(Notes::default, |known| known.notes.clone());
            is_theirs_lost = is_lost(&base, &theirs, &notes);
            if let Some(known) = known.filter(|known| is_gone_untraced(&known.notes, &notes)) {
                let (notes, verbatim) = (known.notes.clone(), known.verbatim.clone());
                keep_copy(&target, &self.document(notes, verbatim).write()).map_err(not_written)?;
            }
            there = Some((theirs, document.verbatim.clone()));
            verbatim = document.verbatim;
            if known.is_none() {
                verbatim.absorb(&self.verbatim);
            }
        }
        let before = notes.clone();
        alter(&mut notes);
        if bytes.is_none() && notes.is_empty() && verbatim.is_empty() {
            return Ok(None);
        }
        let is_described = match describing {
            Describing::Later => true,
            Describing::Now => !self.owes(),
            Describing::Done(_) => false,
        };
        let (hash, is_ours) = match bytes {
            // What is in the file already is not written again, or two programs would take turns without end.
            Some(bytes)
                if is_described && there.as_ref().is_some_and(|there| there.0 == notes && there.1 == verbatim) =>
            {
                (hash(&bytes), known.is_some_and(|known| known.is_ours))
            }
            bytes => {
                let found = bytes.as_deref().map(hash);
                let is_ours = known.is_some_and(|known| known.is_ours && is_known);
                let was_emptied = found.is_none() && known.is_some_and(|known| !known.notes.is_empty());
                self.describe(&notes, known.map(|known| &known.notes).cloned().as_ref(), describing);
                let written = bytes_for(path, &self.document(notes.clone(), verbatim.clone()))?;
                if let Some(bytes) = bytes.filter(|_| !is_ours) {
                    let author = there.as_ref().map_or("", |there| there.0.author.as_str());
                    let origin = self.folders.origin(&target, &hash(&bytes), author, &self.reader);
                    back_up(&target, &bytes, origin).map_err(not_written)?;
                    if self.replaces || is_theirs_lost {
                        keep_copy(&target, &bytes).map_err(not_written)?;
                    }
                }
                let hash = hash(&written);
                self.folders.remember(&target, found.as_deref(), &hash);
                replace(&target, &written).map_err(not_written)?;
                self.restored = was_emptied.then(|| target.clone());
                (hash, true)
            }
        };
        self.file = Some(Known { path: target, hash, notes: notes.clone(), verbatim: verbatim.clone(), is_ours });
        self.verbatim = verbatim;
        self.notes = notes;
        (self.is_read_only, self.replaces) = (false, false);
        Ok(taken_in.then_some(before))
    }

    /// The file that holds these notes.
    fn document(&self, notes: Notes, verbatim: Verbatim) -> Document {
        let (article, twins, strays) = (self.line.clone(), self.twins.clone(), self.strays.clone());
        Document { format: FORMAT, article, notes, twins, strays, verbatim, ..Document::default() }
    }
}
