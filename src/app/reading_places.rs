//! Where the reader was in each article: `reading-places.ron` in the folder for data.

mod kept_line;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::kept_file::{Content, Folders, Kept, KeptFile, Trouble};
pub use kept_line::KeptLine;

/// How many are kept.
const MOST: usize = 500;

/// The file that an article is read from, and its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleKey {
    /// `None` for the sample, and where the path is no text.
    path: Option<PathBuf>,
    /// As in a sidecar: [`crate::sidecar::ArticleLine::digest`].
    digest: String,
}

impl ArticleKey {
    pub fn new(path: Option<&Path>, digest: &str) -> Self {
        let path = path.filter(|path| path.to_str().is_some()).map(Path::to_owned);
        Self { path, digest: digest.to_owned() }
    }

    /// Whether both are one article: at one path, or one text.
    fn is(&self, other: &Self) -> bool {
        self.path.is_some() && self.path == other.path || self.digest == other.digest
    }
}

/// The line that the reader was at in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingPlace {
    pub article: ArticleKey,
    pub line: KeptLine,
    pub read: Timestamp,
}

/// The places of the articles that were read last, the newest first, each article once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReadingPlaces {
    places: Vec<ReadingPlace>,
}

impl Kept for ReadingPlaces {
    /// Where the article was read last, in whichever window; a place that one of them forgot is forgotten.
    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Self {
        let mut places = Vec::new();
        for (one, other) in [(ours, theirs), (theirs, ours)] {
            let stays = |place: &&ReadingPlace| other.has(&place.article) || !base.places.contains(place);
            places.extend(one.places.iter().filter(stays).cloned());
        }
        Self::newest_of(places)
    }
}

impl ReadingPlaces {
    /// Reads the places; the second says when the file could not be used.
    pub fn open(folders: &Folders) -> (KeptFile<Self>, Option<Trouble>) {
        KeptFile::open(folders.data.as_deref(), "reading-places.ron", Content::ReadingPlaces)
    }

    /// The line in an article at a path, whatever its text is now.
    pub fn at_path(&self, path: &Path) -> Option<&KeptLine> {
        self.places.iter().find(|place| place.article.path.as_deref() == Some(path)).map(|place| &place.line)
    }

    /// The line in a text, wherever its file was then.
    pub fn in_text(&self, digest: &str) -> Option<&KeptLine> {
        self.places.iter().find(|place| place.article.digest == digest).map(|place| &place.line)
    }

    pub fn remember(&mut self, place: ReadingPlace) {
        self.forget(&place.article);
        self.places.insert(0, place);
        self.places.truncate(MOST);
    }

    pub fn forget(&mut self, article: &ArticleKey) {
        self.places.retain(|place| !place.article.is(article));
    }

    /// Follows an article that was renamed.
    pub fn rename(&mut self, from: &Path, to: &Path) {
        if let Some(place) = self.places.iter_mut().find(|place| place.article.path.as_deref() == Some(from)) {
            place.article = ArticleKey::new(Some(to), &place.article.digest);
        }
    }

    fn has(&self, article: &ArticleKey) -> bool {
        self.places.iter().any(|place| place.article.is(article))
    }

    fn newest_of(mut all: Vec<ReadingPlace>) -> Self {
        all.sort_by_key(|place| std::cmp::Reverse(place.read));
        let mut newest = Self::default();
        for place in all {
            if !newest.has(&place.article) {
                newest.places.push(place);
            }
        }
        newest.places.truncate(MOST);
        newest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// So many seconds after the first, at a path and in a text that are named by letters.
    fn place(path: &str, text: &str, second: i64) -> ReadingPlace {
        let article = Article::new("article.txt", "Somewhere in it.", Vec::new());
        ReadingPlace {
            article: ArticleKey::new(Some(Path::new(path)), text),
            line: KeptLine::of(&article, article.offset_at_byte(second as usize % 16)),
            read: Timestamp::from_second(1_700_000_000 + second).unwrap(),
        }
    }

    fn all_of(places: &[(&str, &str, i64)]) -> ReadingPlaces {
        ReadingPlaces { places: places.iter().map(|(path, text, second)| place(path, text, *second)).collect() }
    }

    #[test]
    fn an_article_has_one_place_by_its_path_or_its_text() {
        let mut places = ReadingPlaces::default();
        for (second, (path, text)) in
            [("/a", "A"), ("/b", "B"), ("/a", "A changed"), ("/b moved", "B")].iter().enumerate()
        {
            places.remember(place(path, text, second as i64));
        }
        assert_eq!(places, all_of(&[("/b moved", "B", 3), ("/a", "A changed", 2)]));
        assert_eq!(places.at_path(Path::new("/b")), None);
        assert_eq!(places.in_text("B"), Some(&place("", "", 3).line));
        places.rename(Path::new("/a"), Path::new("/c"));
        assert_eq!(places.at_path(Path::new("/c")), Some(&place("", "", 2).line));
        places.forget(&ArticleKey::new(None, "B"));
        assert_eq!(places.places.len(), 1);
    }

    #[test]
    fn the_oldest_are_let_go_of() {
        let mut places = ReadingPlaces::default();
        for second in 0..MOST as i64 + 20 {
            places.remember(place(&format!("/{second}"), &second.to_string(), second));
        }
        assert_eq!(places.places.len(), MOST);
        assert_eq!((places.in_text("19"), places.in_text("20").is_some()), (None, true));
    }

    #[test]
    fn of_two_windows_the_later_place_counts() {
        let check = |base: &[_], ours: &[_], theirs: &[_], expected: &[_]| {
            assert_eq!(ReadingPlaces::merged(&all_of(base), &all_of(ours), &all_of(theirs)), all_of(expected));
        };
        check(&[("/a", "A", 1)], &[("/a", "A", 3)], &[("/a", "A", 5)], &[("/a", "A", 5)]);
        check(&[("/a", "A", 1)], &[("/a", "A", 5)], &[("/a", "A", 3)], &[("/a", "A", 5)]);
        check(&[], &[("/a", "A", 1)], &[("/b", "B", 2)], &[("/b", "B", 2), ("/a", "A", 1)]);
        // Read from the beginning again in one of them, and meanwhile not, or further, in the other.
        check(&[("/a", "A", 1)], &[], &[("/a", "A", 1)], &[]);
        check(&[("/a", "A", 1)], &[], &[("/a", "A", 2)], &[("/a", "A", 2)]);
        check(&[("/a", "A", 1)], &[("/a moved", "A", 2)], &[("/a", "A", 1)], &[("/a moved", "A", 2)]);
    }

    #[test]
    fn places_survive_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::both_in(folder.path());
        let (mut places, _) = ReadingPlaces::open(&folders);
        places.change(|places| places.remember(place("/a", "A", 1)));
        drop(places);
        assert_eq!(ReadingPlaces::open(&folders).0.get(), &all_of(&[("/a", "A", 1)]));
    }

    #[test]
    fn the_sample_is_known_by_its_text_alone() {
        let sample = |text: &str| ArticleKey::new(None, text);
        assert!(sample("A").is(&sample("A")) && !sample("A").is(&sample("B")));
    }
}
