//! Work off the window's thread: reading files and finding who speaks. What comes of it arrives as messages.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

use super::{called_off::CalledOff, find_bar::Found, tab::TabId, voice::Said};
use crate::{
    article::{Article, TextOffset},
    export::{Export, ExportError, Format, OtherNotes, save},
    notes::{Earlier, Places, Selector, Tag},
    open::{self, OpenError, OpenWarning, Opened},
    reading::{Query, Reading},
    sidecar::{
        Fingerprint, Folders, Keeper, Layer, OWN_LAYER, Sidecar, SidecarError, other_layers, read_tag_file, write_tags,
    },
    speech::Speech,
};

/// What a worker tells the window.
pub enum Message {
    /// A large article begins so; the rest of it is being read.
    Glimpsed {
        tab: TabId,
        source: Source,
        article: Arc<Article>,
    },
    /// An article was read, with the notes kept for it.
    Opened {
        tab: TabId,
        source: Source,
        article: Arc<Article>,
        warnings: Vec<OpenWarning>,
        sidecar: Box<Sidecar>,
    },
    /// An article that another program changed was read again, with its notes found again.
    Reopened {
        tab: TabId,
        article: Arc<Article>,
        sidecar: Box<Sidecar>,
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
    /// Who speaks in an article is known.
    Listened {
        tab: TabId,
        speech: Arc<Speech>,
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

    fn read(&self) -> Result<Opened, OpenError> {
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

/// What other people's layers are read for: an article, and the texts that it had before in this sitting.
pub struct Wanted {
    pub tab: TabId,
    pub asked: u64,
    pub path: PathBuf,
    pub article: Arc<Article>,
    pub texts: Vec<Arc<str>>,
}

/// Reads other people's notes on an article.
pub fn read_layers(wanted: Wanted, folders: Folders, post: Post) {
    thread::spawn(move || {
        let Wanted { tab, asked, path, article, texts } = wanted;
        let (layers, too_many) = other_layers(&path, &article, &folders, &texts);
        post.send(Message::Layers { tab, article, asked, layers, too_many });
    });
}

/// What is to be exported, and to which file.
pub struct Exporting {
    pub reading: Reading,
    pub others: Vec<Layer>,
    /// The article's own file, which is never written over.
    pub article: Option<PathBuf>,
    pub format: Format,
    pub path: PathBuf,
}

/// Writes notes in another format.
pub fn export(wanted: Exporting, post: Post) {
    thread::spawn(move || {
        let Exporting { reading, others, article, format, path } = wanted;
        let others: Vec<OtherNotes<'_>> = others
            .iter()
            .map(|layer| OtherNotes { layer: &layer.name, owner: layer.owner(), notes: &layer.notes })
            .collect();
        let export = Export { reading: &reading, own_layer: OWN_LAYER, others: &others };
        let written = export.to(format).and_then(|text| save(&path, article.as_deref(), &text));
        post.send(match written {
            Ok(()) => Message::Exported { path },
            Err(error) => Message::NotExported { error },
        });
    });
}

/// Writes a code book into a file.
pub fn export_tags(tags: Vec<Tag>, article: Option<PathBuf>, path: PathBuf, post: Post) {
    thread::spawn(move || {
        post.send(match save(&path, article.as_deref(), &write_tags(&tags)) {
            Ok(()) => Message::Exported { path },
            Err(error) => Message::NotExported { error },
        });
    });
}

/// Reads the tags of a file.
pub fn read_tags(tab: TabId, path: PathBuf, post: Post) {
    thread::spawn(move || {
        let tags = read_tag_file(&path);
        post.send(Message::TagsRead { tab, path, tags });
    });
}

/// How long hits are gathered before they are told.
const TELL_AFTER: Duration = Duration::from_millis(20);

/// Looks for words in an article until it is called off: first for the hit that the reader comes to next, then for all.
pub fn find(tab: TabId, article: Arc<Article>, query: Query, place: TextOffset, called_off: CalledOff, post: Post) {
    thread::spawn(move || {
        let tell = |found| post.send(Message::Found { tab, query: query.clone(), found });
        let search = match query.search() {
            Ok(Some(search)) => search,
            Ok(None) => return tell(Found::All),
            Err(problem) => return tell(Found::Problem(problem)),
        };
        tell(Found::First(search.first_from(article.text(), place)));
        let (mut hits, mut told) = (Vec::new(), Instant::now());
        for hit in search.hits(article.text()) {
            hits.push(hit);
            if hits.len() % 64 == 0 && told.elapsed() > TELL_AFTER {
                if called_off.is_so() {
                    return;
                }
                tell(Found::Hits(std::mem::take(&mut hits)));
                told = Instant::now();
            }
        }
        tell(Found::Hits(hits));
        tell(Found::All);
    });
}

/// Reads an article and the reader's own layer of notes, then finds who speaks in it; of a large one first its beginning.
pub fn open_article(tab: TabId, source: Source, folders: Folders, post: Post) {
    thread::spawn(move || {
        if let Some(article) = source.path().and_then(open::glimpse).map(Arc::new) {
            post.send(Message::Glimpsed { tab, source: source.clone(), article: article.clone() });
            post.send(Message::Listened { tab, speech: Arc::new(Speech::of(&article)) });
        }
        let seen = source.path().map(Fingerprint::of);
        let Opened { article, warnings } = match source.read() {
            Ok(opened) => opened,
            Err(error) => return post.send(Message::NotOpened { tab, error }),
        };
        let article = Arc::new(article);
        let mut sidecar = Box::new(Sidecar::open(source.path(), article.clone(), OWN_LAYER, folders));
        seen.into_iter().for_each(|seen| sidecar.read_from(seen));
        post.send(Message::Opened { tab, source, article: article.clone(), warnings, sidecar });
        let speech = Arc::new(Speech::of(&article));
        post.send(Message::Listened { tab, speech });
    });
}

/// What is to be found again in an article that was changed: the passages that the reader may bring back by undoing,
/// and the place where they read.
pub struct Sought {
    pub earlier: Earlier,
    pub passages: Vec<Selector>,
}

/// Reads an article again that another program changed, once its keeper has written what it still held.
pub fn reopen_article(tab: TabId, path: PathBuf, keeper: Keeper, sought: Sought, folders: Folders, post: Post) {
    thread::spawn(move || {
        let seen = Fingerprint::of(&path);
        let article = match open::open(&path) {
            Ok(opened) => Arc::new(opened.article),
            Err(error) => return post.send(Message::NotReopened { tab, keeper, error }),
        };
        drop(keeper);
        let mut sidecar = Box::new(Sidecar::open(Some(&path), article.clone(), OWN_LAYER, folders));
        sidecar.read_from(seen);
        let mut places = Places::default();
        places.know(sidecar.notes().passages());
        places.find(&article, &sought.earlier, sought.passages);
        post.send(Message::Reopened { tab, article: article.clone(), sidecar, places });
        let speech = Arc::new(Speech::of(&article));
        post.send(Message::Listened { tab, speech });
    });
}
