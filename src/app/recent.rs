//! The articles opened last, for the start page and the menu: `recent.ron` in the folder for data.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::article_name::told_apart;
use super::kept_file::{Content, Folders, Kept, KeptFile, Trouble};

/// How many are kept.
pub const MOST: usize = 12;

/// An article that was opened, as the start page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub title: String,
    /// Source and date, or the name of the folder: one line.
    pub source: String,
    /// How many notes it had.
    pub notes: usize,
    /// How much of it was read, in percent: up to the last line that was seen. 0 where nobody read on from the beginning.
    #[serde(default)]
    pub read: u8,
    pub opened: Timestamp,
}

/// The articles opened last, the newest first, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecentArticles {
    articles: Vec<Recent>,
}

impl Kept for RecentArticles {
    /// What was opened in either window; an article that one of them forgot is forgotten.
    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Self {
        let has = |list: &Self, path: &Path| list.articles.iter().any(|article| article.path == path);
        let mut articles: Vec<Recent> = Vec::new();
        for (one, other) in [(ours, theirs), (theirs, ours)] {
            let stays = |article: &&Recent| has(other, &article.path) || !base.articles.contains(article);
            for article in one.articles.iter().filter(stays) {
                match articles.iter_mut().find(|there| there.path == article.path) {
                    Some(there) if there.opened < article.opened || base.articles.contains(there) => {
                        *there = article.clone()
                    }
                    Some(_) => {}
                    None => articles.push(article.clone()),
                }
            }
        }
        articles.sort_by_key(|article| std::cmp::Reverse(article.opened));
        articles.truncate(MOST);
        Self { articles }
    }
}

impl RecentArticles {
    /// What one of them is called, so that two with one title are told apart.
    pub fn name_of(&self, recent: &Recent) -> String {
        let alike = self.articles.iter().filter(|other| other.path != recent.path && other.title == recent.title);
        let alike: Vec<_> = alike.map(|other| Some(other.path.as_path())).collect();
        told_apart(recent.title.clone(), Some(&recent.path), &alike)
    }

    /// Reads the list; the second says when the file could not be used.
    pub fn open(folders: &Folders) -> (KeptFile<Self>, Option<Trouble>) {
        KeptFile::open(folders.data.as_deref(), "recent.ron", Content::RecentArticles)
    }

    pub fn articles(&self) -> &[Recent] {
        &self.articles
    }

    /// Puts an article at the head of the list, or brings it there. A path that is no text cannot be kept.
    pub fn remember(&mut self, article: Recent) {
        if article.path.to_str().is_none() {
            return;
        }
        let read = self.articles.iter().find(|there| there.path == article.path).map_or(0, |there| there.read);
        self.forget(&article.path);
        self.articles.insert(0, Recent { read: article.read.max(read), ..article });
        self.articles.truncate(MOST);
    }

    /// Notes how many notes an article has now.
    pub fn count_notes(&mut self, path: &Path, notes: usize) {
        if let Some(article) = self.articles.iter_mut().find(|article| article.path == path) {
            article.notes = notes;
        }
    }

    /// Notes how much of an article was read, in percent.
    pub fn note_progress(&mut self, path: &Path, read: u8) {
        if let Some(article) = self.articles.iter_mut().find(|article| article.path == path) {
            article.read = read.min(100);
        }
    }

    /// Follows an article that was renamed.
    pub fn rename(&mut self, from: &Path, to: &Path) {
        if let Some(article) = self.articles.iter_mut().find(|article| article.path == from && to.to_str().is_some()) {
            article.path = to.to_owned();
        }
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes an article out of the list: its file is gone, or the reader wants it so.
    pub fn forget(&mut self, path: &Path) {
        self.articles.retain(|article| article.path != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(number: usize) -> Recent {
        Recent {
            path: PathBuf::from(format!("/articles/{number}.txt")),
            title: format!("“Article” {number}"),
            source: "The Estuary Review".to_owned(),
            notes: 0,
            read: 0,
            opened: Timestamp::from_second(1_700_000_000 + number as i64).unwrap(),
        }
    }

    #[test]
    fn the_newest_is_first_and_each_is_there_once() {
        let mut recent = RecentArticles::default();
        for number in [1, 2, 3, 1] {
            recent.remember(article(number));
        }
        assert_eq!(recent.articles(), [article(1), article(3), article(2)]);
        (4..40).for_each(|number| recent.remember(article(number)));
        assert_eq!(recent.articles().len(), MOST);
        recent.forget(Path::new("/articles/39.txt"));
        recent.count_notes(Path::new("/articles/38.txt"), 7);
        assert_eq!((recent.articles()[0].title.as_str(), recent.articles()[0].notes), ("“Article” 38", 7));
    }

    #[test]
    fn two_windows_keep_one_list() {
        let list = |numbers: &[usize]| RecentArticles { articles: numbers.iter().copied().map(article).collect() };
        let check = |base: &[usize], ours: &[usize], theirs: &[usize], expected: &[usize]| {
            assert_eq!(RecentArticles::merged(&list(base), &list(ours), &list(theirs)), list(expected));
        };
        check(&[2, 1], &[3, 2, 1], &[4, 2, 1], &[4, 3, 2, 1]);
        check(&[2, 1], &[2], &[5, 2, 1], &[5, 2]);
        check(&[2, 1], &[], &[2, 1], &[]);
        let mut noted = list(&[2]);
        noted.count_notes(Path::new("/articles/2.txt"), 7);
        assert_eq!(RecentArticles::merged(&list(&[2]), &noted, &list(&[3, 2])).articles()[1].notes, 7);
    }

    #[test]
    fn the_list_survives_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::both_in(folder.path());
        let (mut recent, _) = RecentArticles::open(&folders);
        recent.change(|recent| recent.remember(article(1)));
        drop(recent);
        assert_eq!(RecentArticles::open(&folders).0.get().articles(), [article(1)]);
    }
}
