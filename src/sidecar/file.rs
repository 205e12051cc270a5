//! Reading a sidecar's file: bounded, and with a sentence for whatever is wrong with it.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

use super::{
    SidecarError,
    charset::as_utf_8,
    document::{Document, hash},
    read::{MOST_ENTRIES, SIZE_LIMIT, as_text},
    save::target,
};
use crate::refusal::Refusal;

/// Why a file of notes cannot be read. It reads as English, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadProblem {
    #[error("it is not a file")]
    NoFile,
    #[error(transparent)]
    Refused(Refusal),
}

/// A sidecar's bytes, understood.
pub(super) struct Found {
    pub document: Document,
    pub hash: String,
}

/// Reads a sidecar as it lies on the disk; its notes have no places yet. `None` where there is no file.
///
/// # Errors
/// When it cannot be read, is too large, or has no sense as a whole; damaged entries are no error.
pub fn read_file(path: &Path) -> Result<Option<Document>, SidecarError> {
    Ok(read_found(path)?.map(|found| found.document))
}

/// Reads a sidecar that was asked for by its path.
///
/// # Errors
/// Those of [`read_file`], and when there is no such file or it is a folder.
pub fn read_given(path: &Path) -> Result<Document, SidecarError> {
    Ok(found_as_given(path)?.document)
}

pub(super) fn found_as_given(path: &Path) -> Result<Found, SidecarError> {
    must_be_no_folder(path)?;
    leads_nowhere(path)?;
    read_found(path)?.ok_or_else(|| SidecarError::Missing { path: path.to_owned() })
}

pub(super) fn must_be_no_folder(path: &Path) -> Result<(), SidecarError> {
    if path.is_dir() { Err(SidecarError::Folder { path: path.to_owned() }) } else { Ok(()) }
}

pub(super) fn read_found(path: &Path) -> Result<Option<Found>, SidecarError> {
    let Some(bytes) = read_bytes(path)? else { return Ok(None) };
    Ok(Some(Found { document: understand(path, &bytes)?, hash: hash(&bytes) }))
}

pub(super) fn understand(path: &Path, bytes: &[u8]) -> Result<Document, SidecarError> {
    Document::read(bytes).map_err(|problem| match begins_as_ours(bytes) {
        true => SidecarError::Unreadable { path: path.to_owned(), problem },
        false => SidecarError::NoNotes { path: path.to_owned(), problem },
    })
}

/// Whether bytes begin as those of a file of ours do: with a bracket, after comments. A web page or a table does not.
pub(super) fn begins_as_ours(bytes: &[u8]) -> bool {
    // What its charset is torn in may have been one.
    let Ok(bytes) = as_utf_8(bytes) else { return true };
    let (text, _) = as_text(&bytes);
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with("//"));
    first.is_none_or(|line| line.starts_with(['(', '/', '#']))
}

/// The bytes of a document that go into a file, unless they would be more than is read of it.
pub(super) fn bytes_for(path: &Path, document: &Document) -> Result<Vec<u8>, SidecarError> {
    let Document { notes, verbatim, .. } = document;
    let entries = notes.tags.len() + notes.annotations.len() + notes.corrections.len() + notes.removed.len();
    let bytes = document.write();
    if entries + verbatim.kept.len() > MOST_ENTRIES || bytes.len() as u64 > SIZE_LIMIT {
        return Err(SidecarError::TooMuch { path: path.to_owned() });
    }
    Ok(bytes)
}

/// Where a link leads that leads nowhere.
pub(super) fn leads_nowhere(path: &Path) -> Result<(), SidecarError> {
    let to = target(path);
    let is_lost = to != path && fs::metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    if is_lost { Err(SidecarError::LeadsNowhere { path: path.to_owned(), to }) } else { Ok(()) }
}

/// A sidecar's bytes; a file with nothing in it counts as none, so that it neither keeps notes from being written nor is
/// taken for somebody's having deleted them.
pub(super) fn read_content(path: &Path) -> Result<Option<Vec<u8>>, SidecarError> {
    Ok(read_bytes(path)?.filter(|bytes| !bytes.trim_ascii().is_empty()))
}

pub(super) fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, SidecarError> {
    let not_read = |problem| SidecarError::NotRead { path: path.to_owned(), problem };
    let refused = |error: io::Error| not_read(ReadProblem::Refused((&error).into()));
    let metadata = match fs::metadata(path) {
        // A folder of that name holds no notes; on saving they go to the data folder.
        Ok(metadata) if metadata.is_dir() => return Ok(None),
        Ok(metadata) => metadata,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename) => {
            return Ok(None);
        }
        Err(error) => return Err(refused(error)),
    };
    if !metadata.is_file() {
        return Err(not_read(ReadProblem::NoFile));
    }
    let too_large = || SidecarError::TooLarge { path: path.to_owned() };
    if metadata.len() > SIZE_LIMIT {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    // It may have grown since.
    file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(too_large());
    }
    Ok(Some(bytes))
}
