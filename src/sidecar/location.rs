//! Where a sidecar lies: beside its article, beside under another name, or in the user's data folder.

mod data_folder;

use std::{
    ffi::OsString,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

pub(super) use data_folder::Apart;
pub use data_folder::Folders;

use super::{
    document::{ArticleLine, Document},
    read::SIZE_LIMIT,
};
use crate::article::Article;

/// The layer that is the reader's own.
pub const OWN_LAYER: &str = "notes";

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

/// The article that lies beside a sidecar and is its own, by its name: that of a layer of it.
pub fn article_beside(sidecar: &Path) -> Option<PathBuf> {
    let file = sidecar.file_name()?.to_str()?;
    let (article, _) = article_and_layer_in(file)?;
    Some(sidecar.with_file_name(article)).filter(|article| article.is_file())
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
        let (of_name, layer) = article_and_layer_in(file)?;
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
        let (own, layer) = article_and_layer_in(path.file_name()?.to_str()?)?;
        let is_ours = own.as_bytes().starts_with(&present) || layer.starts_with("sync-conflict-");
        let is_left = !own.is_empty() && !is_ours && !path.with_file_name(own).exists();
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

/// The layer that a file's name ends with.
fn layer_in(name: &str) -> Option<&str> {
    article_and_layer_in(name).map(|(_, layer)| layer)
}

/// The name of an article and its layer, of which a file's name is made.
fn article_and_layer_in(name: &str) -> Option<(&str, &str)> {
    name.strip_suffix(".ron")?.rsplit_once('.').filter(|(_, layer)| is_layer_name(layer))
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
    fn a_sidecar_leads_to_the_article_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "settings", "notes"] {
            fs::write(folder.path().join(name), "Once.").unwrap();
        }
        let check = |sidecar: &str, expected: Option<&str>| {
            let expected = expected.map(|name| folder.path().join(name));
            assert_eq!(article_beside(&folder.path().join(sidecar)), expected, "{sidecar}");
        };
        check("a.txt.notes.ron", Some("a.txt"));
        check("a.txt.zoë.ron", Some("a.txt"));
        check("b.txt.notes.ron", None);
        check("settings.ron", None);
        check("a.txt", None);
        check(".notes.ron", None);
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
}
