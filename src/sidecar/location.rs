//! Where a sidecar lies: beside its article, in the user's data folder, or beside under another name.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use super::{
    document::{ArticleLine, Document, hash},
    read::SIZE_LIMIT,
    save::replace,
};
use crate::article::Article;

/// The layer that is the reader's own.
pub const OWN_LAYER: &str = "notes";

/// The longest name that a file is given, in bytes: a backup of it has a longer one.
const LONGEST_NAME: usize = 240;

/// How many other sidecars of a folder are looked into for one that goes with a renamed article.
const LOOKED_INTO: usize = 1000;

/// Whether a layer may be called so: letters, digits, `-` and `_`, so that no name leaves the folder.
pub fn is_layer_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
}

/// The path of a layer beside an article: `<article file name>.<layer>.ron`.
pub fn beside(article: &Path, layer: &str) -> PathBuf {
    let mut name = OsString::from(article.file_name().unwrap_or_default());
    name.push(format!(".{layer}.ron"));
    article.with_file_name(name)
}

/// The layer that a file is, by its name and that of its article; of a copy that a sync service left, the layer that it is
/// a copy of. What is called otherwise counts as the reader's own.
pub(super) fn layer_of_file<'a>(path: &'a Path, article: &str) -> &'a str {
    let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".ron"));
    let of_article = |name: &'a str| name.strip_prefix(article)?.strip_prefix('.')?.split(['.', ' ']).next();
    let layer = name.filter(|_| !article.is_empty()).and_then(of_article);
    layer.filter(|layer| is_layer_name(layer)).unwrap_or(OWN_LAYER)
}

/// The file that an article's path leads to: notes lie beside that, by whatever link it was opened, and however its name
/// was spelled on a disk that does not tell capitals apart.
pub fn real(article: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(article).is_ok_and(|data| data.is_symlink());
    let real = is_link.then(|| fs::canonicalize(article).ok()).flatten().unwrap_or_else(|| article.to_owned());
    listed_as(&real).map_or_else(|| real.clone(), |name| real.with_file_name(name))
}

/// The name that a folder has for a file which is found there by another spelling; `None` where it has that very spelling.
fn listed_as(path: &Path) -> Option<OsString> {
    let name = path.file_name()?.to_str()?;
    let small = name.to_lowercase();
    let other = if small == name { name.to_uppercase() } else { small.clone() };
    // Most disks tell capitals apart: then there is no need to look through the folder.
    if other == name || fs::symlink_metadata(path.with_file_name(other)).is_err() || path.symlink_metadata().is_err() {
        return None;
    }
    let mut like = None;
    for listed in files_beside(path).filter_map(|path| path.file_name().map(ToOwned::to_owned)) {
        if listed == name {
            return None;
        }
        if listed.to_str().is_some_and(|listed| listed.to_lowercase() == small) {
            like = Some(listed);
        }
    }
    like
}

/// The layer that is meant by a name: on a disk that does not tell capitals apart, `NOTES` is the reader's own, and another
/// one is called as it is listed.
pub(super) fn layer_meant(article: &Path, layer: &str) -> String {
    let listed = |layer: &str| listed_as(&beside(article, layer));
    let name = match layer {
        OWN_LAYER => None,
        _ if layer.to_lowercase() == OWN_LAYER => {
            let is_own = listed(layer).is_some() || listed(OWN_LAYER).is_some();
            return if is_own { OWN_LAYER } else { layer }.to_owned();
        }
        _ => listed(layer).and_then(|name| name.into_string().ok()),
    };
    name.as_deref().and_then(layer_in).unwrap_or(layer).to_owned()
}

/// The layers that lie beside an article, with their paths; the reader's own first, then by name.
pub fn layers_beside(article: &Path) -> Vec<(String, PathBuf)> {
    let mut layers = named_as_layers(article);
    layers.retain(|(_, path)| path.is_file());
    layers
}

/// The same with what is called so and is no file: a folder, or a link that leads nowhere.
pub fn named_as_layers(article: &Path) -> Vec<(String, PathBuf)> {
    let article = &real(article);
    let Some(name) = article.file_name().and_then(|name| name.to_str()) else {
        let own = beside(article, OWN_LAYER);
        return if own.symlink_metadata().is_ok() { vec![(OWN_LAYER.to_owned(), own)] } else { Vec::new() };
    };
    let layer_of = |path: PathBuf| {
        let file = path.file_name()?.to_str()?;
        let layer = layer_in(file)?;
        let of_name = file.strip_suffix(".ron")?.strip_suffix(layer)?.strip_suffix('.')?;
        if of_name == name && layer.to_lowercase() != OWN_LAYER {
            return Some((layer.to_owned(), path));
        }
        // Spelled otherwise it is a layer where the disk finds it all the same.
        let is_like = of_name.to_lowercase() == name.to_lowercase();
        let layer = is_like.then(|| layer_meant(article, layer))?;
        let path = beside(article, &layer);
        path.symlink_metadata().is_ok().then_some((layer, path))
    };
    let mut layers: Vec<(String, PathBuf)> = files_beside(article).filter_map(layer_of).collect();
    layers.sort_by(|(one, _), (other, _)| (one != OWN_LAYER, one).cmp(&(other != OWN_LAYER, other)));
    layers.dedup();
    layers
}

fn files_beside(article: &Path) -> impl Iterator<Item = PathBuf> {
    let folder = article.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let article = article.to_owned();
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.map(move |name| article.with_file_name(name))
}

/// The sidecar of an article that was renamed: one beside it, for the same text, whose own article is gone.
pub(super) fn of_renamed(article: &Path, line: &ArticleLine, layer: &str) -> Option<PathBuf> {
    let suffix = format!(".{layer}.ron");
    let is_layer =
        |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|n| n.ends_with(&suffix));
    let mut found: Vec<PathBuf> = files_beside(article)
        .filter(is_layer)
        .take(LOOKED_INTO)
        .filter(|path| {
            let own = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(&suffix));
            let belongs_to_another = own.is_some_and(|own| path.with_file_name(own).exists());
            !belongs_to_another && digest_in(path).is_some_and(|digest| digest == line.digest)
        })
        .collect();
    found.sort();
    found.into_iter().next()
}

/// The layers that lie beside an article under the name that it had before. Copies that a sync service left are none.
pub(super) fn layers_of_renamed(article: &Path, read: &Article) -> Vec<String> {
    let line = ArticleLine::of(read);
    let article = real(article);
    let present = article.file_name().map(|name| name.as_encoded_bytes().to_owned()).unwrap_or_default();
    let of_another = |path: PathBuf| {
        let (own, layer) = path.file_name()?.to_str()?.strip_suffix(".ron")?.rsplit_once('.')?;
        let is_ours = own.as_bytes().starts_with(&present) || layer.starts_with("sync-conflict-");
        let is_left = is_layer_name(layer) && !own.is_empty() && !is_ours && !path.with_file_name(own).exists();
        is_left.then(|| (layer.to_owned(), path.clone()))
    };
    let left = files_beside(&article).filter_map(of_another).take(LOOKED_INTO);
    let of_this_text = |path: &PathBuf| digest_in(path).is_some_and(|digest| digest == line.digest);
    left.filter(|(_, path)| of_this_text(path)).map(|(layer, _)| layer).collect()
}

/// The digest of the article that a sidecar is for.
fn digest_in(path: &Path) -> Option<String> {
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|data| data.is_file()))?;
    let mut bytes = Vec::new();
    file.take(SIZE_LIMIT).read_to_end(&mut bytes).ok()?;
    Document::read(&bytes).ok().map(|document| document.article.digest)
}

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
    pub(super) fn path_for(&self, article: Option<&Path>, line: &ArticleLine, layer: &str) -> Option<PathBuf> {
        let (digest, place) = keys(article, line);
        let name: String =
            line.name.chars().map(|letter| if is_safe(letter) { letter } else { '_' }).take(60).collect();
        let rest = digest.len() + place.len() + layer.len() + "--..ron".len();
        let name = &name[..name.floor_char_boundary(LONGEST_NAME.saturating_sub(rest))];
        Some(self.notes.as_ref()?.join(format!("{digest}-{place}-{name}.{layer}.ron")))
    }

    /// The file kept for an article's layer: for this text at this place, else at this place, else for this text where
    /// the article that it was kept for is gone.
    pub(super) fn find(&self, article: Option<&Path>, line: &ArticleLine, layer: &str) -> Option<Apart> {
        let of_layer = |(_, name): &(Rank, String)| layer_in(name) == Some(layer);
        let (rank, name) = self.ranked(article, line).into_iter().find(of_layer)?;
        Some(Apart { path: self.notes.as_ref()?.join(name), is_own: rank < Rank::TextAlone })
    }

    /// Remembers where the article lies whose notes are kept here, so that no other one with the same text takes them
    /// while it is there. Where that cannot be remembered, any may.
    pub(super) fn remember_place(&self, article: &Path) {
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
pub(super) struct Apart {
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

/// The layer that a file's name ends with.
fn layer_in(name: &str) -> Option<&str> {
    let (_, layer) = name.strip_suffix(".ron")?.rsplit_once('.')?;
    is_layer_name(layer).then_some(layer)
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
    fn layers_are_named_after_their_article() {
        let folder = tempfile::tempdir().unwrap();
        let article = folder.path().join("a.txt");
        let names = ["a.txt", "a.txt.zoë.ron", "a.txt.notes.ron", "a.txt.b c.ron", "a.txt.x.y.ron", "b.txt.notes.ron"];
        names.iter().for_each(|name| fs::write(folder.path().join(name), "()").unwrap());
        let layers: Vec<_> = layers_beside(&article).into_iter().map(|(layer, _)| layer).collect();
        assert_eq!(layers, ["notes", "zoë"]);
        assert_eq!(beside(&article, "notes"), folder.path().join("a.txt.notes.ron"));
    }

    #[test]
    fn layers_of_an_article_that_was_renamed_are_told_by_its_text() {
        let folder = tempfile::tempdir().unwrap();
        let article = Article::new("new.txt", "Once.", Vec::new());
        let here = format!("(format: 1, article: (digest: \"{}\"), annotations: [])", ArticleLine::of(&article).digest);
        let elsewhere = "(format: 1, article: (digest: \"sha256:0123456789abcdef\"), annotations: [])".to_owned();
        fs::write(folder.path().join("there.txt"), "").unwrap();
        for (name, text) in [
            ("old.txt.zoe.ron", &here),
            ("there.txt.ben.ron", &here),
            ("gone.txt.amy.ron", &elsewhere),
            ("new.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron", &here),
            ("old.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron", &here),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        assert_eq!(layers_of_renamed(&folder.path().join("new.txt"), &article), ["zoe"]);
    }

    #[test]
    fn a_file_is_told_by_its_name_which_layer_it_is() {
        let check = |name: &str, expected: &str| {
            assert_eq!(layer_of_file(&Path::new("sent").join(name), "a.txt"), expected, "{name}");
        };
        check("a.txt.zoe.ron", "zoe");
        check("a.txt.zoe.sync-conflict-20261123-112900-ABCDEFG.ron", "zoe");
        check("a.txt.zoe (Zoe's conflicted copy).ron", "zoe");
        check("a.txt.notes.ron", "notes");
        check("zoe.ron", "notes");
        check("b.txt.zoe.ron", "notes");
    }

    #[test]
    fn no_layer_name_leaves_the_folder() {
        for name in ["", "..", "a/b", "a.b", "a b", "\\x"] {
            assert!(!is_layer_name(name), "{name}");
        }
        assert!(is_layer_name("teacher_2-b"));
    }

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
