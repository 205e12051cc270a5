//! Work off the window's thread: reading files and finding who speaks. What comes of it arrives as messages.

mod message;

use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Receiver},
    thread,
    time::{Duration, Instant},
};

pub use message::{Message, Post, Source};

use super::{called_off::CalledOff, find_bar::Found, reading_places::ReadingPlaces, tab::TabId};
use crate::{
    article::{Article, TextOffset},
    export::{Export, Format, OtherNotes, save},
    notes::{Earlier, Places, Selector, Tag},
    open::{self, Opened},
    reading::{Query, Reading},
    sidecar::{
        Fingerprint, Folders, Keeper, Layer, OwnNotes, Sidecar, open_own, other_layers, read_tag_file, write_tags,
    },
    speech::{Heard, Near, Speech},
};

/// What other layers are read for: an article, and the texts that it had before in this sitting.
pub struct Wanted {
    pub tab: TabId,
    pub asked: u64,
    pub path: PathBuf,
    pub article: Arc<Article>,
    /// The layer that is being written, which is not read.
    pub written: String,
    pub texts: Vec<Arc<str>>,
}

/// Reads other people's notes on an article.
pub fn read_layers(wanted: Wanted, folders: Folders, post: Post) {
    thread::spawn(move || {
        let Wanted { tab, asked, path, article, written, texts } = wanted;
        let (layers, too_many) = other_layers(&path, &article, &folders, &texts, &written);
        post.send(Message::Layers { tab, article, asked, layers, too_many });
    });
}

/// What is to be exported, and to which file.
pub struct Exporting {
    pub reading: Reading,
    /// Whether all of the article has been read for its speakers.
    pub is_heard: bool,
    /// The layer that the reading's notes are.
    pub layer: String,
    pub others: Vec<Layer>,
    /// The article's own file, which is never written over.
    pub article: Option<PathBuf>,
    pub format: Format,
    pub path: PathBuf,
}

/// Writes notes in another format. Where it is not known yet who speaks in all of the article, that is found first, by
/// itself: the reader may stop looking, or close the tab.
pub fn export(wanted: Exporting, post: Post) {
    thread::spawn(move || {
        let Exporting { mut reading, is_heard, layer, others, article, format, path } = wanted;
        let others: Vec<OtherNotes<'_>> = others
            .iter()
            .map(|layer| OtherNotes { layer: &layer.name, owner: layer.owner(), notes: &layer.notes })
            .collect();
        if !is_heard && let Some(speech) = unless_it_breaks_off(|| Speech::of(reading.article())) {
            reading.set_speech(Arc::new(speech));
        }
        let export = Export { reading: &reading, own_layer: &layer, others: &others };
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

/// Looks for the places of words in an article, so many at most.
pub fn find_all(tab: TabId, article: Arc<Article>, query: Query, most: usize, called_off: CalledOff, post: Post) {
    thread::spawn(move || {
        let search = query.search().ok().flatten();
        let places = search.iter().flat_map(|search| search.hits(article.text()));
        let places = places.take_while(|_| !called_off.is_so()).take(most).collect();
        post.send(Message::FoundAll { tab, called_off, places });
    });
}

/// Which layer of notes is to be written, and by whom.
pub struct Written {
    /// The reader's name; empty until it is set.
    pub reader: String,
    /// Its name; `None` for the one that the reader writes unless they choose another.
    pub layer: Option<String>,
}

impl Written {
    fn open(&self, path: Option<&Path>, article: &Arc<Article>, folders: &Folders) -> Box<OwnNotes> {
        Box::new(match &self.layer {
            None => open_own(path, article, &self.reader, folders),
            Some(layer) => {
                let mut sidecar = Sidecar::open(path, article.clone(), layer, folders.clone());
                sidecar.read_by(&self.reader);
                OwnNotes { sidecar, handed_out_by: None }
            }
        })
    }
}

/// How long an article waits for the places of articles; then it is shown from its beginning.
const WAIT_FOR_PLACES: Duration = Duration::from_millis(500);

/// Reads an article and the notes of a reader on it, and finds where they were in it; of a large one first its beginning,
/// and who speaks there.
pub fn open_article(
    tab: TabId,
    source: Source,
    places: Receiver<ReadingPlaces>,
    reader: String,
    folders: Folders,
    post: Post,
) {
    thread::spawn(move || {
        let places = places.recv_timeout(WAIT_FOR_PLACES).unwrap_or_default();
        let line = source.path().and_then(|path| places.at_path(path));
        if let Some(article) = source.path().and_then(open::glimpse).map(Arc::new) {
            let place = line.and_then(|line| line.unchanged_in(&article));
            post.send(Message::Glimpsed { tab, source: source.clone(), article: article.clone(), place });
            if let Some(speech) = unless_it_breaks_off(|| Speech::of(&article)) {
                let near = Near { range: article.whole(), speech };
                post.send(Message::HeardNear { tab, article, near });
            }
        }
        let seen = source.path().map(Fingerprint::of);
        let Opened { article, warnings } = match source.read() {
            Ok(opened) => opened,
            Err(error) => return post.send(Message::NotOpened { tab, error }),
        };
        let article = Arc::new(article);
        let mut own = Written { reader, layer: None }.open(source.path(), &article, &folders);
        seen.into_iter().for_each(|seen| own.sidecar.read_from(seen));
        let line = line.or_else(|| places.in_text(own.sidecar.digest()));
        let place = line.and_then(|line| line.find(&article));
        post.send(Message::Opened { tab, source, article, place, warnings, own });
    });
}

/// Finds who speaks near a place of a long article.
pub fn listen_nearby(tab: TabId, article: Arc<Article>, place: TextOffset, post: Post) {
    thread::spawn(move || {
        if let Some(near) = unless_it_breaks_off(|| Near::of(&article, place)) {
            post.send(Message::HeardNear { tab, article, near });
        }
    });
}

/// How long what is heard is gathered before it is told.
const HEAR_FOR: Duration = Duration::from_millis(300);

/// How many quotations are told before their speakers are known; of more, a copy would take much memory.
const MOST_HEARD: usize = 1 << 14;

/// Finds who speaks in an article until it is called off, and tells on the way what it finds.
pub fn listen(tab: TabId, article: Arc<Article>, called_off: CalledOff, post: Post) {
    thread::spawn(move || {
        let (mut quotations, mut count, mut told) = (Vec::new(), 0, Instant::now());
        let mut tell = |heard: Heard<'_>| {
            if called_off.is_so() {
                return ControlFlow::Break(());
            }
            if count < MOST_HEARD {
                count += heard.quotations.len();
                quotations.extend_from_slice(heard.quotations);
            }
            if told.elapsed() > HEAR_FOR {
                told = Instant::now();
                let share = heard.read as f32 / heard.all.max(1) as f32;
                let (called_off, quotations) = (called_off.clone(), std::mem::take(&mut quotations));
                post.send(Message::Heard { tab, called_off, share, quotations });
            }
            ControlFlow::Continue(())
        };
        match unless_it_breaks_off(|| Speech::hear(&article, &mut tell)) {
            Some(Some(speech)) => post.send(Message::Listened { tab, called_off, speech: Arc::new(speech) }),
            Some(None) => {}
            None => post.send(Message::BrokeOff { tab, called_off }),
        }
    });
}

/// What some work gives; `None` where a fault of the program broke it off. No text should bring that about, but who reads one
/// that does should not pay for it with the article.
fn unless_it_breaks_off<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// What is to be opened again with an article: which notes, the passages that the reader may bring back by undoing, and
/// the place where they read.
pub struct Sought {
    pub written: Written,
    pub earlier: Earlier,
    pub passages: Vec<Selector>,
}

/// Reads an article again that another program changed, or with other notes to write, once its keeper has written what it
/// still held.
pub fn reopen_article(tab: TabId, path: PathBuf, keeper: Keeper, sought: Sought, folders: Folders, post: Post) {
    thread::spawn(move || {
        let seen = Fingerprint::of(&path);
        let Opened { article, warnings } = match open::open(&path) {
            Ok(opened) => opened,
            Err(error) => return post.send(Message::NotReopened { tab, keeper, error }),
        };
        drop(keeper);
        let article = Arc::new(article);
        let mut own = sought.written.open(Some(&path), &article, &folders);
        own.sidecar.read_from(seen);
        let mut places = Places::default();
        places.know(own.sidecar.notes().passages());
        places.find(&article, &sought.earlier, sought.passages);
        post.send(Message::Reopened { tab, article, warnings, own, places });
    });
}

#[cfg(test)]
mod tests {
    use super::unless_it_breaks_off;

    #[test]
    fn work_that_breaks_off_gives_nothing() {
        assert_eq!(unless_it_breaks_off(|| 1), Some(1));
        assert_eq!(unless_it_breaks_off(|| Vec::<u8>::new().remove(0)), None);
    }
}
