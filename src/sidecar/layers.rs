//! The notes on an article that are not being written: other people's, and the reader's own in other layers.

use std::{path::Path, sync::Arc};

use super::{Folders, OWN_LAYER, Sidecar, SidecarWarning, layers_beside, location::layers_of_renamed};
use crate::{article::Article, notes::Notes};

/// How many layers are read.
pub const MOST_LAYERS: usize = 64;

/// A layer of notes that is read and not written.
#[derive(Clone, Debug)]
pub struct Layer {
    pub name: String,
    /// The notes, each with its place; their author may be empty.
    pub notes: Notes,
    /// What of its file is damaged or cannot be read.
    pub warnings: Vec<SidecarWarning>,
}

impl Layer {
    /// Whose notes these are: the author's name, or else the layer's.
    pub fn owner(&self) -> &str {
        let author = self.notes.author.trim();
        if author.is_empty() { &self.name } else { author }
    }

    /// Whether a reader signed these notes.
    pub fn is_of(&self, reader: &str) -> bool {
        !reader.is_empty() && self.notes.author.trim() == reader
    }
}

/// The names of all layers of an article, [`OWN_LAYER`] first, then by name.
pub fn layer_names(path: &Path, article: &Article, folders: &Folders) -> Vec<String> {
    let mut names: Vec<String> = layers_beside(path).into_iter().map(|(layer, _)| layer).collect();
    names.extend(folders.layers(path, article));
    names.extend(layers_of_renamed(path, article));
    names.push(OWN_LAYER.to_owned());
    names.sort_by(|one, other| (one != OWN_LAYER, one).cmp(&(other != OWN_LAYER, other)));
    names.dedup();
    names
}

/// Reads the layers of an article but the one that is being written; the second is how many there are when those are too
/// many to read all.
///
/// `texts` are those that the article had before in this sitting, the newest first.
pub fn other_layers(
    path: &Path,
    article: &Arc<Article>,
    folders: &Folders,
    texts: &[Arc<str>],
    written: &str,
) -> (Vec<Layer>, Option<usize>) {
    let names = layer_names(path, article, folders);
    let others: Vec<String> = names.into_iter().filter(|name| name != written).collect();
    let too_many = (others.len() > MOST_LAYERS).then_some(others.len());
    let read = |name: String| {
        let mut sidecar = Sidecar::open(Some(path), article.clone(), &name, folders.clone());
        if !texts.is_empty() {
            sidecar.place_with(texts);
        }
        let warnings = sidecar.all_warnings().cloned().collect::<Vec<_>>();
        let is_there = sidecar.kept().is_some() || !warnings.is_empty();
        is_there.then(|| Layer { name, notes: sidecar.notes().clone(), warnings })
    };
    (others.into_iter().take(MOST_LAYERS).filter_map(read).collect(), too_many)
}
