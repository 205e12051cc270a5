//! Seeing that another program changed an article or its notes: the folder is watched, not the files, because programs
//! replace files rather than write into them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::document::hash;

/// The largest article whose bytes are compared, in bytes.
const LARGEST: u64 = 256 << 20;

/// Watches the folder of an article; ends when it is dropped.
pub(super) struct Watch {
    article: PathBuf,
    /// The hash of the article's file as it was last seen.
    seen: Option<String>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Calls `look`, from another thread, after something happened to the article or to a file named after it. `None`
    /// where the system cannot watch the folder; changes are then seen on saving and on opening.
    pub fn start(article: &Path, look: impl Fn() + Send + 'static) -> Option<Self> {
        let name = article.file_name()?.to_owned();
        let concerns = move |path: &PathBuf| {
            let changed = path.file_name().map(|other| other.as_encoded_bytes().starts_with(name.as_encoded_bytes()));
            changed.unwrap_or_default()
        };
        let heard = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(&concerns))
            {
                look();
            }
        };
        let mut watcher = notify::recommended_watcher(heard).ok()?;
        let folder = article.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        Some(Self { seen: hash_of(article), article: article.to_owned(), _watcher: watcher })
    }

    /// Whether the article reads otherwise than when it was last asked. One that is gone, or being replaced, has not
    /// changed.
    pub fn article_changed(&mut self) -> bool {
        let now = hash_of(&self.article);
        let is_changed = now.is_some() && now != self.seen;
        if is_changed {
            self.seen = now;
        }
        is_changed
    }
}

fn hash_of(path: &Path) -> Option<String> {
    let is_fit = fs::metadata(path).is_ok_and(|data| data.is_file() && data.len() <= LARGEST);
    is_fit.then(|| fs::read(path).ok())?.map(|bytes| hash(&bytes))
}
