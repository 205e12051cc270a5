//! Keeping notes: RON files beside the article, or in the user's data folder where that cannot be written.
//!
//! In: [`crate::notes::Notes`] and the article they are on. Out: files that a person can read, replaced durably.
//! Never: overwrite what cannot be read.

mod charset;
mod conflict_copy;
mod copies;
mod document;
mod entry;
mod file;
mod keeper;
mod layers;
mod location;
mod lock;
mod marks;
mod origin;
mod own;
mod problem;
mod read;
mod recover;
mod save;
mod scan;
mod store;
mod tag_file;
mod texts;
mod verbatim;
mod versions;
mod warning;
mod watch;
mod write;

use std::path::PathBuf;

use crate::refusal::Refusal;

pub use conflict_copy::{ConflictCopy, conflict_copies};
pub use copies::{Merged, Other, merge_files, read_others};
pub use document::{ArticleLine, Damage, Document, FORMAT};
pub use entry::MOST_TAGS;
pub use file::{ReadProblem, read_file, read_given};
pub use keeper::{Keeper, News};
pub use layers::{Layer, MOST_LAYERS, layer_names, other_layers};
pub use location::{Folders, OWN_LAYER, article_beside, beside, is_layer_name, layers_beside, named_as_layers, real};
pub use lock::Holder;
pub(crate) use lock::Lock;
pub use own::{OwnNotes, may_write, open_own};
pub use problem::{Entry, Problem};
pub use read::{FormatError, MOST_ENTRIES, SIZE_LIMIT};
pub(crate) use save::{keep_beside, replace, target};
pub use store::{Arrival, Brought, Kept, Saved, Sidecar};
pub use tag_file::{TagsProblem, read_tag_file, read_tags, write_tags};
pub use warning::SidecarWarning;
pub use watch::Fingerprint;

/// Why notes could not be read or kept: what, which file, what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SidecarError {
    #[error(
        "The notes in “{}” cannot be read: {problem}. The file is left as it is; mend that place or move the file away, \
         then try again.", .path.display()
    )]
    Unreadable { path: PathBuf, problem: FormatError },
    #[error("The notes in “{}” cannot be read: {problem}. Check that the file can be opened, then try again.", .path.display())]
    NotRead { path: PathBuf, problem: ReadProblem },
    #[error("There is no file of notes “{}”. Check the path and try again.", .path.display())]
    Missing { path: PathBuf },
    #[error("“{}” is a folder, not a file of notes. Give a file in it whose name ends in “.ron”.", .path.display())]
    Folder { path: PathBuf },
    #[error(
        "“{}” is not a file of notes, as line {}, column {} shows. It is left as it is; give one that Quotemark wrote, or \
         move this one away.", .path.display(), .problem.line, .problem.column
    )]
    NoNotes { path: PathBuf, problem: FormatError },
    #[error("“{}” is not a file of tags. Choose one that Quotemark exported, or a file of notes.", .path.display())]
    NoCodeBook { path: PathBuf },
    #[error("The tags in “{}” cannot be read: {problem}. Choose another file or mend this one, then try again.", .path.display())]
    NoTags { path: PathBuf, problem: TagsProblem },
    #[error("“{}” is a link to “{}”, which is not there. Bring that back, or delete the link, then try again.", .path.display(), .to.display())]
    LeadsNowhere { path: PathBuf, to: PathBuf },
    #[error(
        "“{}” would hold more than {MOST_ENTRIES} entries or 64 MiB, more than is read. It is left as it is; keep some of \
         the notes in a file of their own.", .path.display()
    )]
    TooMuch { path: PathBuf },
    #[error("“{}” is larger than 64 MiB, too large for notes. Move it away, then try again.", .path.display())]
    TooLarge { path: PathBuf },
    #[error(
        "“{}” was written by a newer Quotemark (format {format}; this one knows {FORMAT}). Its notes are shown but not \
         changed; update Quotemark to change them.", .path.display()
    )]
    Newer { path: PathBuf, format: u32 },
    #[error(
        "“{}” was written by a newer Quotemark (format {format}; this one knows {FORMAT}) and is not taken in. Update \
         Quotemark, then try again.", .path.display()
    )]
    TooNew { path: PathBuf, format: u32 },
    #[error("“{}” is being written by {holder}. Close that program or wait, then try again.", .path.display())]
    Held { path: PathBuf, holder: Holder },
    #[error("The notes could not be kept in “{}”: {problem}. Make room or allow writing there, then try again.", .path.display())]
    NotWritten { path: PathBuf, problem: Refusal },
    #[error(
        "There is no place to keep the notes on “{name}”. Save the article in a folder of yours, then open it from there."
    )]
    NoPlace { name: String },
}

#[cfg(test)]
mod tests;
