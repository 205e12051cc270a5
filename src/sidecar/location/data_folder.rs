//! The user's data folder, where notes go that cannot lie beside their article.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{layer_in, real};
use crate::{
    article::Article,
    sidecar::{
        document::{ArticleLine, hash},
        save::replace,
    },
};

/// The longest name that a file is given, in bytes: a backup of it has a longer one.
const LONGEST_NAME: usize = 240;

/// Folders of the user's own.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// Where notes go whose article lies in a folder that cannot be written; `None` where the system names none.
    pub notes: Option<PathBuf>,
}

impl Folders {
    /// The folders of this user; see [`crate::folders`].
    pub fn of_user() -> Self {
        Self { notes: crate::folders::data().map(|data| data.join("notes")) }
    }

    /// The path for an article's layer: named after the text, the place and the name, of which each finds it again.
    pub(in crate::sidecar) fn path_for(
        &self,
        article: Option<&Path>,
        line: &ArticleLine,
        layer: &str,
    ) -> Option<PathBuf> {
        let (digest, place) = keys(article, line);
        let name: String =
            line.name.chars().map(|letter| if is_safe(letter) { letter } else { '_' }).take(60).collect();
        let rest = digest.len() + place.len() + layer.len() + "--..ron".len();
        let name = &name[..name.floor_char_boundary(LONGEST_NAME.saturating_sub(rest))];
        Some(self.notes.as_ref()?.join(format!("{digest}-{place}-{name}.{layer}.ron")))
    }

    /// The file kept for an article's layer: for this text at this place, else at this place, else for this text where
    /// the article that it was kept for is gone.
    pub(in crate::sidecar) fn find(&self, article: Option<&Path>, line: &ArticleLine, layer: &str) -> Option<Apart> {
        let of_layer = |(_, name): &(Rank, String)| layer_in(name) == Some(layer);
        let (rank, name) = self.ranked(article, line).into_iter().find(of_layer)?;
        Some(Apart { path: self.notes.as_ref()?.join(name), is_own: rank < Rank::TextAlone })
    }

    /// Remembers where the article lies whose notes are kept here, so that no other one with the same text takes them
    /// while it is there. Where that cannot be remembered, any may.
    pub(in crate::sidecar) fn remember_place(&self, article: &Path) {
        let place = whole_path(article);
        let (Some(remembered), Some(text)) = (self.place_path(&hash_of(&place)), place.to_str()) else { return };
        if fs::read_to_string(&remembered).is_ok_and(|there| there == text) {
            return;
        }
        let made = remembered.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok());
        let _ = made.then(|| replace(&remembered, text.as_bytes()));
    }

    /// Whether the article that something here is named after, by its place, is still there.
    fn is_there(&self, place: &str) -> bool {
        let path = self.place_path(place).and_then(|remembered| fs::read_to_string(remembered).ok());
        path.is_some_and(|path| Path::new(&path).exists())
    }

    fn place_path(&self, place: &str) -> Option<PathBuf> {
        Some(self.notes.as_ref()?.join("places").join(place))
    }

    /// The layers of an article that are kept here.
    pub fn layers(&self, path: &Path, article: &Article) -> Vec<String> {
        let names = self.ranked(Some(&real(path)), &ArticleLine::of(article)).into_iter();
        names.filter_map(|(_, name)| layer_in(&name).map(str::to_owned)).collect()
    }

    /// The files here that hold layers of an article.
    pub fn files(&self, path: &Path, article: &Article) -> Vec<PathBuf> {
        let line = ArticleLine::of(article);
        self.layers(path, article)
            .iter()
            .filter_map(|layer| self.find(Some(&real(path)), &line, layer))
            .map(|apart| apart.path)
            .collect()
    }

    /// The names of the files that go with an article, the best first.
    fn ranked(&self, article: Option<&Path>, line: &ArticleLine) -> Vec<(Rank, String)> {
        let (digest, place) = keys(article, line);
        let rank = |name: &str| {
            let (of_digest, rest) = name.split_once('-')?;
            let of_place = rest.split('-').next()?;
            match (of_digest == digest, of_place == place) {
                (true, true) => Some(Rank::TextAndPlace),
                (false, true) if article.is_some() => Some(Rank::PlaceAlone),
                (true, false) if !self.is_there(of_place) => Some(Rank::TextAlone),
                _ => None,
            }
        };
        let entries = self.notes.as_ref().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut ranked: Vec<_> = names.filter_map(|name| Some((rank(&name)?, name))).collect();
        ranked.sort();
        ranked
    }
}

/// A file of the data folder that goes with an article.
pub(in crate::sidecar) struct Apart {
    pub path: PathBuf,
    /// Whether it was written for the article at this very place, not for another with the same text.
    pub is_own: bool,
}

/// How well a file of the data folder goes with an article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    TextAndPlace,
    PlaceAlone,
    TextAlone,
}

/// What a file in the data folder is named after: the hashes of the text and of the article's place.
fn keys(article: Option<&Path>, line: &ArticleLine) -> (String, String) {
    let digest = line.digest.trim_start_matches("sha256:").to_owned();
    let place = article.map(|path| hash_of(&whole_path(path)));
    (digest, place.unwrap_or_else(|| "nowhere".to_owned()))
}

/// The path of an article from the root. The article may be gone or a link; its folder is what is made plain.
fn whole_path(article: &Path) -> PathBuf {
    let folder = article.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    folder.join(article.file_name().unwrap_or_default())
}

fn hash_of(place: &Path) -> String {
    hash(place.as_os_str().as_encoded_bytes())
}

fn is_safe(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_folder_knows_an_article_by_place_and_by_text() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders { notes: Some(folder.path().to_owned()) };
        let line =
            |digest: &str| ArticleLine { name: "a/b-c.txt".into(), digest: digest.into(), ..ArticleLine::default() };
        let here = Path::new("/articles/a.txt");
        let path = folders.path_for(Some(here), &line("sha256:0123"), "notes").unwrap();
        assert!(path.starts_with(folder.path()) && path.to_str().unwrap().ends_with("-a_b-c.txt.notes.ron"));
        fs::write(&path, "()").unwrap();
        let found = |article: &str, digest: &str| {
            folders.find(Some(Path::new(article)), &line(digest), "notes").map(|apart| apart.path)
        };
        assert_eq!(found("/articles/a.txt", "sha256:0123").as_ref(), Some(&path));
        assert_eq!(found("/articles/a.txt", "sha256:4567").as_ref(), Some(&path), "the text was changed");
        assert_eq!(found("/moved/b.txt", "sha256:0123").as_ref(), Some(&path), "the article was moved");
        assert_eq!(found("/moved/b.txt", "sha256:4567"), None);
    }

    #[test]
    fn names_in_the_data_folder_are_as_short_as_files_must_have_them() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders { notes: Some(folder.path().to_owned()) };
        let line =
            ArticleLine { name: "长".repeat(80), digest: "sha256:0123456789abcdef".into(), ..Default::default() };
        let layer = "层".repeat(21);
        let path = folders.path_for(Some(Path::new("/articles/a.txt")), &line, &layer).unwrap();
        fs::write(&path, "()").unwrap();
        assert!(folders.find(Some(Path::new("/articles/a.txt")), &line, &layer).is_some());
    }

    #[test]
    fn two_articles_with_one_text_do_not_share_what_the_data_folder_keeps() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders { notes: Some(folder.path().join("data")) };
        let (one, other) = (folder.path().join("one.txt"), folder.path().join("other.txt"));
        [&one, &other].iter().for_each(|path| fs::write(path, "Once.").unwrap());
        let line = ArticleLine { digest: "sha256:0123".into(), ..ArticleLine::default() };
        let path = folders.path_for(Some(&one), &line, "notes").unwrap();
        folders.remember_place(&one);
        fs::write(&path, "()").unwrap();
        let found = |article: &Path| folders.find(Some(article), &line, "notes").map(|apart| apart.path);
        assert_eq!((found(&one), found(&other)), (Some(path.clone()), None));
        // Moved over it.
        fs::rename(&one, &other).unwrap();
        assert_eq!(found(&other), Some(path));
    }
}
