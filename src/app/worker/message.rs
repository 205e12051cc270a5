//! What workers tell the window, and the way on which they tell it.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Sender},
};

use crate::{
    app::{called_off::CalledOff, find_bar::Found, tab::TabId, voice::Said},
    article::{Article, TextOffset, TextRange},
    export::ExportError,
    notes::{Places, Tag},
    open::{self, OpenError, OpenWarning, Opened},
    reading::Query,
    sidecar::{Keeper, Layer, OwnNotes, SidecarError},
    speech::{Near, Quotation, Speech},
};

/// What a worker tells the window.
pub enum Message {
    /// A large article begins so; the rest of it is being read.
    Glimpsed {
        tab: TabId,
        source: Source,
        article: Arc<Article>,
        /// Where the reader was in it, if that is known and is in this beginning.
        place: Option<TextOffset>,
    },
    /// Who speaks near the reader, in the beginning that was shown or while all of the article is being read.
    HeardNear {
        tab: TabId,
        article: Arc<Article>,
        near: Near,
    },
    /// An article was read, with the notes kept for it.
    Opened {
        tab: TabId,
        source: Source,
        article: Arc<Article>,
        /// Where the reader was in it when they closed it, if that is known.
        place: Option<TextOffset>,
        warnings: Vec<OpenWarning>,
        own: Box<OwnNotes>,
    },
    /// An article that another program changed was read again, with its notes found again.
    Reopened {
        tab: TabId,
        article: Arc<Article>,
        warnings: Vec<OpenWarning>,
        own: Box<OwnNotes>,
        places: Places,
    },
    /// It could not be read again, and the keeper that goes on.
    NotReopened {
        tab: TabId,
        keeper: Keeper,
        error: OpenError,
    },
    /// Other people's notes on an article were read, in answer to the request of that number; with how many there
    /// are when those are too many.
    Layers {
        tab: TabId,
        article: Arc<Article>,
        asked: u64,
        layers: Vec<Layer>,
        too_many: Option<usize>,
    },
    /// A file could not be read.
    NotOpened {
        tab: TabId,
        error: OpenError,
    },
    /// What a query finds in an article, as it is found.
    Found {
        tab: TabId,
        query: Query,
        found: Found,
    },
    /// Where words stand in an article that are to be marked there.
    FoundAll {
        tab: TabId,
        called_off: CalledOff,
        places: Vec<TextRange>,
    },
    /// An export was written to this file, or why it was not.
    Exported {
        path: PathBuf,
    },
    NotExported {
        error: ExportError,
    },
    /// The tags of a file, or why they cannot be read.
    TagsRead {
        tab: TabId,
        path: PathBuf,
        tags: Result<Vec<Tag>, SidecarError>,
    },
    /// The type face that the reader named is not installed.
    NoFace {
        family: String,
    },
    /// A sentence was read aloud, or could not be.
    Spoken {
        tab: TabId,
        turn: u64,
        said: Said,
    },
    /// An article has been read up to there, from 0 to 1, for what is said in it; these quotations were found since the
    /// last time, their speakers not known yet.
    Heard {
        tab: TabId,
        called_off: CalledOff,
        share: f32,
        quotations: Vec<Quotation>,
    },
    /// Who speaks in an article is known.
    Listened {
        tab: TabId,
        called_off: CalledOff,
        speech: Arc<Speech>,
    },
    /// A fault of the program ended the finding of an article's speakers.
    BrokeOff {
        tab: TabId,
        called_off: CalledOff,
    },
}

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    File(PathBuf),
    /// The article that comes with the program.
    Sample,
}

impl Source {
    /// The name to show while it is being opened.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Sample => open::SAMPLE.0.to_owned(),
        }
    }

    /// The file; the sample has none.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Sample => None,
        }
    }

    pub(super) fn read(&self) -> Result<Opened, OpenError> {
        match self {
            Self::File(path) => open::open(path),
            Self::Sample => open::from_bytes(open::SAMPLE.0, open::SAMPLE.1),
        }
    }
}

/// Sends messages to the window and wakes it up.
#[derive(Clone)]
pub struct Post {
    sender: Sender<Message>,
    context: egui::Context,
}

impl Post {
    pub fn new(sender: Sender<Message>, context: egui::Context) -> Self {
        Self { sender, context }
    }

    /// Sends a message; one for a window that has been closed is not missed.
    pub fn send(&self, message: Message) {
        if self.sender.send(message).is_ok() {
            self.context.request_repaint();
        }
    }

    /// What wakes the window up from another thread.
    pub fn waker(&self) -> Box<dyn Fn() + Send> {
        let context = self.context.clone();
        Box::new(move || context.request_repaint())
    }
}
