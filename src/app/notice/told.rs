use std::path::PathBuf;

use crate::{
    app::{
        kept_file::Trouble,
        language::{self, message},
    },
    export::ExportError,
    notes::Taken,
    open::{OpenError, OpenWarning},
    refusal::Refusal,
    sidecar::{MOST_LAYERS, SidecarError, SidecarWarning},
};

/// What a reader is told. It is worded when it is shown, in the language that the window speaks then.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    FolderEmpty {
        folder: PathBuf,
    },
    NotOpened(OpenError),
    /// Of so many articles, only the first were opened.
    OpenedSome {
        most: usize,
        count: usize,
    },
    /// Something is odd about an article.
    OfArticle {
        name: String,
        warning: OpenWarning,
    },
    RightToLeft {
        name: String,
    },
    /// Finding who speaks in an article ended by a fault of the program.
    BrokeOff {
        name: String,
    },
    /// Something is wrong in the file of the notes that are written.
    OfNotes(SidecarWarning),
    /// The same of a layer of somebody else's: all that is wrong in it, of which there is something.
    OfLayer(Vec<SidecarWarning>),
    LayersTooMany {
        name: String,
        count: usize,
    },
    /// A copy that a sync service left was taken in.
    TookCopy {
        path: PathBuf,
        taken: Taken,
        /// Whether it held anything that the notes lacked.
        is_new: bool,
        /// The other article that its notes were made on.
        of_another: Option<String>,
    },
    /// Something is wrong in such a copy: all that is, of which there is something.
    OfCopy {
        path: PathBuf,
        warnings: Vec<SidecarWarning>,
    },
    /// Notes that somebody else signed stay as they are; the reader's own go into another layer.
    HandedOut {
        name: String,
        owner: String,
        layer: String,
    },
    /// A reader without a name writes on in notes that somebody signed.
    Begun {
        name: String,
        owner: String,
    },
    /// The notes are in the data folder since an earlier sitting.
    KeptElsewhere {
        name: String,
        path: PathBuf,
    },
    /// The notes lie under the name that the article had before.
    KeptUnderOldName {
        name: String,
        file: String,
    },
    /// The file of the notes was emptied or taken away, and has been written again.
    Restored {
        path: PathBuf,
    },
    /// The notes are kept in the data folder, and why.
    KeptApart {
        name: String,
        why: Option<Refusal>,
        path: PathBuf,
    },
    /// The notes cannot be written into their file; where they are kept meanwhile.
    NotSaved {
        error: SidecarError,
        apart: Option<PathBuf>,
    },
    /// The article was moved or deleted; where its notes are.
    MovedAway {
        name: String,
        folder: PathBuf,
        notes: Option<PathBuf>,
    },
    /// The folder of the article is gone; where its notes are kept.
    FolderGone {
        name: String,
        folder: PathBuf,
        notes: Option<PathBuf>,
    },
    Renamed {
        old: String,
        name: String,
        has_notes: bool,
    },
    /// The notes can be changed again.
    Mended {
        name: String,
    },
    ChangedOutside {
        name: String,
        notes: FoundAgain,
    },
    NotExported(ExportError),
    NoFace {
        family: String,
    },
    /// Something is wrong with a file that the program keeps for itself.
    OfKeptFile(Trouble),
    NoWindow,
    NoDialog,
    NoVoice,
    VoiceSilent,
}

/// What became of the notes on an article that was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundAgain {
    /// There are none.
    None,
    All,
    /// So many ask to be confirmed, and so many have lost their passage.
    Some {
        changed: usize,
        gone: usize,
    },
}

impl Told {
    /// A sentence or two for the reader.
    pub fn words(&self) -> String {
        let shown = |path: &PathBuf| path.display().to_string();
        match self {
            Self::FolderEmpty { folder } => message!("folder-empty", folder = shown(folder)),
            Self::NotOpened(error) => language::open_error(error),
            Self::OpenedSome { most, count } => message!("opened-some", most = *most, count = *count),
            Self::OfArticle { name, warning } => {
                message!("of-file", name = name.as_str(), said = language::open_warning(warning))
            }
            Self::RightToLeft { name } => message!("right-to-left", name = name.as_str()),
            Self::BrokeOff { name } => message!("speakers-broke-off", name = name.as_str()),
            Self::OfNotes(warning) => language::sidecar_warning(warning),
            Self::OfLayer(warnings) => language::sidecar_warnings(warnings).unwrap_or_default(),
            Self::LayersTooMany { name, count } => {
                message!("layers-too-many", most = MOST_LAYERS, count = *count, name = name.as_str())
            }
            Self::TookCopy { path, is_new: false, .. } => message!("copy-known", path = shown(path)),
            Self::TookCopy { path, taken, of_another, .. } => {
                let mut said = match taken.is_nothing() {
                    true => message!("took-copy-alone", path = shown(path)),
                    false => message!("took-copy", path = shown(path), what = language::taken(taken)),
                };
                if let Some(article) = of_another {
                    said.push_str(&message!("took-copy-of-another", article = article.as_str()));
                }
                said
            }
            Self::OfCopy { warnings, .. } => language::sidecar_warnings(warnings).unwrap_or_default(),
            Self::HandedOut { name, owner, layer } => {
                let file = format!("{name}.{layer}.ron");
                message!("notes-handed-out", name = name.as_str(), owner = owner.as_str(), file = file)
            }
            Self::Begun { name, owner } => message!("notes-begun", name = name.as_str(), owner = owner.as_str()),
            Self::KeptElsewhere { name, path } => {
                message!("notes-elsewhere", name = name.as_str(), path = shown(path))
            }
            Self::KeptUnderOldName { name, file } => {
                message!("notes-renamed", name = name.as_str(), path = file.as_str())
            }
            Self::KeptApart { name, why, path } => {
                let why = why.as_ref().map_or_else(String::new, language::refusal);
                message!("kept-apart", name = name.as_str(), why = why, path = shown(path))
            }
            Self::Restored { path } => message!("notes-restored", path = shown(path)),
            Self::NotSaved { error, apart } => {
                let problem = language::sidecar_error(error);
                match apart {
                    Some(path) => message!("not-saved-apart", problem = problem, path = shown(path)),
                    None => message!("not-saved-because", problem = problem),
                }
            }
            Self::MovedAway { name, folder, notes } => {
                let notes =
                    notes.as_ref().map_or_else(String::new, |path| message!("files-notes-in", path = shown(path)));
                message!("moved-away", name = name.as_str(), folder = shown(folder), notes = notes)
            }
            Self::FolderGone { name, folder, notes } => {
                let notes =
                    notes.as_ref().map_or_else(String::new, |path| message!("files-notes-kept", path = shown(path)));
                message!("folder-gone", folder = shown(folder), name = name.as_str(), notes = notes)
            }
            Self::Renamed { old, name, has_notes: false } => {
                message!("renamed", old = old.as_str(), name = name.as_str())
            }
            Self::Renamed { old, name, has_notes: true } => {
                message!("renamed-with-notes", old = old.as_str(), name = name.as_str())
            }
            Self::Mended { name } => message!("mended", name = name.as_str()),
            Self::ChangedOutside { name, notes } => {
                message!("changed-outside", name = name.as_str(), notes = notes.words())
            }
            Self::NotExported(error) => language::export_error(error),
            Self::NoFace { family } => message!("no-face", family = family.as_str()),
            Self::OfKeptFile(trouble) => trouble.sentence(),
            Self::NoWindow => message!("no-window").to_owned(),
            Self::NoDialog => message!("no-dialog").to_owned(),
            Self::NoVoice => message!("no-voice").to_owned(),
            Self::VoiceSilent => message!("voice-silent").to_owned(),
        }
    }

    /// Whether it takes the place of what was said before of the same copy.
    pub fn is_of_copy_in(&self, new: &[Self]) -> bool {
        let Self::TookCopy { path, .. } = self else { return false };
        new.iter().any(|new| matches!(new, Self::TookCopy { path: other, .. } if other == path))
    }

    /// Whether it is about an article and its notes as they were read, so that it ends when they are read again.
    pub fn is_of_reading(&self) -> bool {
        matches!(
            self,
            Self::NotOpened(_)
                | Self::OfArticle { .. }
                | Self::RightToLeft { .. }
                | Self::BrokeOff { .. }
                | Self::OfNotes(_)
                | Self::OfCopy { .. }
                | Self::HandedOut { .. }
                | Self::Begun { .. }
                | Self::Renamed { .. }
                | Self::Mended { .. }
                | Self::ChangedOutside { .. }
        )
    }
}

impl FoundAgain {
    fn words(self) -> String {
        match self {
            Self::None => String::new(),
            Self::All => message!("all-found").to_owned(),
            Self::Some { changed, gone: 0 } => message!("some-changed", changed = changed),
            Self::Some { changed: 0, gone } => message!("some-gone", gone = gone),
            Self::Some { changed, gone } => message!("some-found", changed = changed, gone = gone),
        }
    }
}
