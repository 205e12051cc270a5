//! Seeing that another program changed an article or its notes: the folder is watched, not the files, because programs
//! replace files rather than write into them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use sha2::{Digest as _, Sha256};

use super::{conflict_copy::copies_now, document::written, layers_beside};

/// The largest article whose bytes are compared, in bytes.
const LARGEST: u64 = 256 << 20;

/// How many files of a folder are looked at for an article that was renamed.
const LOOKED_AT: usize = 1000;

/// What an article's file is like, to see that it has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// `None` for a file that cannot be read, or is too large to be watched.
    hash: Option<String>,
    length: u64,
}

impl Fingerprint {
    pub fn of(path: &Path) -> Self {
        Self { length: fs::metadata(path).map_or(0, |data| data.len()), hash: hash_of(path) }
    }
}

/// What became of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    AsBefore,
    Changed,
    /// It is not where it was; programs that replace a file leave it so for a moment.
    Gone,
}

/// The copies that a sync service left, once they are others than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CopiesSeen {
    pub paths: BTreeSet<PathBuf>,
    /// Whether one of them came or changed; else some only went.
    pub came: bool,
}

/// Watches the folder of an article; ends when it is dropped.
pub(super) struct Watch {
    article: PathBuf,
    /// The layer that is written, and needs no look.
    layer: String,
    /// The article's file as it was last seen.
    seen: Fingerprint,
    /// The other layers beside the article and the hashes of their files as they were last seen.
    layers: Option<BTreeMap<PathBuf, Option<String>>>,
    /// The copies of the layer that a sync service left, likewise.
    copies: BTreeMap<PathBuf, Option<String>>,
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Calls `look`, from another thread, after something happened to the article, to a file named after it or to its
    /// folder. Where the system cannot watch the folder, changes are seen on saving and on opening.
    ///
    /// `seen` is what the article was like when it was read, `copies` those that were read.
    pub fn start(
        article: &Path,
        layer: &str,
        seen: Option<&Fingerprint>,
        copies: BTreeMap<PathBuf, Option<String>>,
        look: impl Fn() + Send + 'static,
    ) -> Self {
        let folder = folder_of(article).to_owned();
        let name = article.file_name().unwrap_or_default().to_owned();
        let itself = folder.clone();
        let concerns = move |path: &PathBuf| {
            let other = path.file_name().map(|other| other.as_encoded_bytes().starts_with(name.as_encoded_bytes()));
            other.unwrap_or_default() || *path == itself
        };
        let heard = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(&concerns))
            {
                look();
            }
        };
        let watcher = notify::recommended_watcher(heard).ok().and_then(|mut watcher| {
            watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
            Some(watcher)
        });
        Self {
            seen: seen.cloned().unwrap_or_else(|| Fingerprint::of(article)),
            layers: None,
            copies,
            layer: layer.to_owned(),
            article: article.to_owned(),
            watcher,
        }
    }

    /// Watches the folder again, which may have been gone, and its watch with it.
    pub fn watch_anew(&mut self) {
        if let Some(watcher) = &mut self.watcher {
            let folder = folder_of(&self.article);
            let _ = watcher.unwatch(folder);
            // Where it cannot be watched, changes are seen on saving and on opening.
            let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
        }
    }

    /// Whether the article is still what it was when it was looked at last.
    pub fn is_as_seen(&self) -> bool {
        Fingerprint::of(&self.article) == self.seen
    }

    /// Looks at the article again.
    pub fn look_at_article(&mut self) -> Seen {
        if fs::metadata(&self.article).is_err() {
            return Seen::Gone;
        }
        let now = Fingerprint::of(&self.article);
        if now.hash.is_none() || now == self.seen {
            return Seen::AsBefore;
        }
        self.seen = now;
        Seen::Changed
    }

    /// The file in the article's folder that holds the same bytes as the article did, if there is just one.
    pub fn renamed_to(&self) -> Option<PathBuf> {
        let entries = fs::read_dir(folder_of(&self.article)).ok()?.flatten().take(LOOKED_AT);
        let is_as_long = |data: fs::Metadata| data.is_file() && data.len() == self.seen.length;
        let paths = entries.filter(|entry| entry.metadata().is_ok_and(is_as_long)).map(|entry| entry.path());
        let mut same = paths.filter(|path| self.seen.hash.is_some() && Fingerprint::of(path) == self.seen);
        same.next().filter(|_| same.next().is_none())
    }

    /// Whether other layers came, went or changed since it was last asked; true when it is asked first, for
    /// there may be some of an article that was renamed.
    pub fn layers_changed(&mut self) -> bool {
        let others = layers_beside(&self.article).into_iter().filter(|(layer, _)| *layer != self.layer);
        let now: BTreeMap<_, _> = others.map(|(_, path)| (path.clone(), hash_of(&path))).collect();
        let is_changed = self.layers.as_ref() != Some(&now);
        self.layers = Some(now);
        is_changed
    }

    /// The copies that a sync service left, if they are others than when it was last asked.
    pub fn changed_copies(&mut self) -> Option<CopiesSeen> {
        let now = copies_now(&self.article, &self.layer);
        if now == self.copies {
            return None;
        }
        let came = now.iter().any(|(path, hash)| self.copies.get(path) != Some(hash));
        self.copies = now;
        Some(CopiesSeen { paths: self.copies.keys().cloned().collect(), came })
    }
}

fn folder_of(article: &Path) -> &Path {
    article.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What tells the bytes of a file; `None` where they cannot be read.
pub(super) fn hash_of(path: &Path) -> Option<String> {
    let is_fit = fs::metadata(path).is_ok_and(|data| data.is_file() && data.len() <= LARGEST);
    let mut file = is_fit.then(|| File::open(path).ok())??;
    // Piece by piece: an article may be hundreds of megabytes long.
    let (mut hasher, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).ok()? {
            0 => return Some(written(&hasher.finalize())),
            length => hasher.update(&piece[..length]),
        }
    }
}
