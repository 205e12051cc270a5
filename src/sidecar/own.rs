//! Which layer of an article a reader writes: `….notes.ron`, or one of their own where that is signed by somebody else.

use std::{path::Path, sync::Arc};

use super::{Folders, OWN_LAYER, Sidecar, beside, layer_names, read_file, real};
use crate::article::Article;

/// The longest name of a layer that is made of a reader's name, in bytes; a number may follow it.
const LONGEST: usize = 60;

/// The notes that a reader writes.
#[derive(Clone, Debug)]
pub struct OwnNotes {
    pub sidecar: Sidecar,
    /// Who signed `….notes.ron`, where that keeps the reader from writing it.
    pub handed_out_by: Option<String>,
}

/// Whether a reader may write notes that are signed so: their own, and what nobody signed. A reader without a name may
/// write all, for whose they are cannot be told.
pub fn may_write(author: &str, reader: &str) -> bool {
    reader.is_empty() || author.trim().is_empty() || author.trim() == reader
}

/// Opens the notes that a reader writes: `….notes.ron`, unless somebody else signed it, as who hands out an article with
/// notes on it does. Then it stays as it is, and the reader writes the layer that carries their name.
pub fn open_own(path: Option<&Path>, article: &Arc<Article>, reader: &str, folders: &Folders) -> OwnNotes {
    let open = |layer: &str| {
        let mut sidecar = Sidecar::open(path, article.clone(), layer, folders.clone());
        sidecar.read_by(reader);
        sidecar
    };
    let sidecar = open(OWN_LAYER);
    let author = sidecar.notes().author.trim().to_owned();
    match path {
        Some(path) if !may_write(&author, reader) => {
            let sidecar = open(&layer_of(path, article, reader, folders));
            OwnNotes { sidecar, handed_out_by: Some(author) }
        }
        _ => OwnNotes { sidecar, handed_out_by: None },
    }
}

/// The layer that a reader signed, or else a new one that is called after them.
fn layer_of(path: &Path, article: &Article, reader: &str, folders: &Folders) -> String {
    let path = &real(path);
    let others: Vec<String> =
        layer_names(path, article, folders).into_iter().filter(|layer| layer != OWN_LAYER).collect();
    // What cannot be read is nobody's.
    let author = |layer: &str| read_file(&beside(path, layer)).map(|read| read.map(|document| document.notes.author));
    let is_own = |layer: &&String| author(layer).is_ok_and(|author| author.is_some_and(|author| author == reader));
    if let Some(own) = others.iter().find(is_own) {
        return own.clone();
    }
    let name = layer_called_after(reader);
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let is_free = |layer: &String| {
        layer != OWN_LAYER && author(layer).is_ok_and(|author| author.is_none_or(|author| may_write(&author, reader)))
    };
    std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or_default()
}

/// A person's name as the name of a layer.
fn layer_called_after(reader: &str) -> String {
    let words = reader.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    let name = name[..name.floor_char_boundary(LONGEST)].trim_end_matches('-');
    if name.is_empty() { "own".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::sidecar::is_layer_name;

    #[test]
    fn a_layer_is_called_after_its_reader() {
        let check = |reader: &str, expected: &str| {
            assert_eq!(layer_called_after(reader), expected);
            assert!(is_layer_name(&layer_called_after(reader)));
        };
        check("Mara Ellison", "mara-ellison");
        check("李 明", "李-明");
        check("../O'Neil (7b).", "o-neil-7b");
        check("?!", "own");
        check(&"长".repeat(80), &"长".repeat(20));
    }

    /// Which layer a reader writes beside files with these authors, and who handed out the notes.
    #[track_caller]
    fn check(files: &[(&str, &str)], reader: &str, layer: &str, handed_out_by: Option<&str>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        for (name, author) in files {
            let text = format!("(format: 1, author: \"{author}\", annotations: [])");
            fs::write(beside(&path, name), text).unwrap();
        }
        let article = Arc::new(Article::new("a.txt", "Some words.", Vec::new()));
        let own = open_own(Some(&path), &article, reader, &Folders::default());
        assert_eq!((own.sidecar.layer(), own.handed_out_by.as_deref()), (layer, handed_out_by));
    }

    #[test]
    fn handed_out_notes_are_left_to_who_signed_them() {
        check(&[], "Mara", "notes", None);
        check(&[("notes", "")], "Mara", "notes", None);
        check(&[("notes", "Mara"), ("zoe", "Zoë")], "Mara", "notes", None);
        check(&[("notes", "Zoë")], "", "notes", None);
        check(&[("notes", "Zoë")], "Mara", "mara", Some("Zoë"));
        check(&[("notes", "Zoë"), ("homework", "Mara")], "Mara", "homework", Some("Zoë"));
        check(&[("notes", "Zoë"), ("mara", "Another Mara")], "Mara", "mara-2", Some("Zoë"));
        check(&[("notes", "Zoë")], "Notes", "notes-2", Some("Zoë"));
    }
}
