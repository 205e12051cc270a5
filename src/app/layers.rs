//! Other people's notes as the window shows them: which are on, how each layer is marked, and where its notes are.

use std::collections::{BTreeMap, BTreeSet};

use super::layer_mark::LayerMark;
use crate::{
    article::{TextOffset, TextRange},
    notes::{Annotation, AnnotationId, Extent, Links, Notes, Register, Tag, TagRow},
    reading::{Reading, Spans},
    sidecar::Layer,
};

/// Names a note: the layer that it is in, `None` for the reader's own, and its identity there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NoteKey {
    pub layer: Option<String>,
    pub id: AnnotationId,
}

impl NoteKey {
    pub fn own(id: AnnotationId) -> Self {
        Self { layer: None, id }
    }
}

/// One layer that is not the reader's own.
pub struct OtherLayer {
    pub layer: Layer,
    pub mark: LayerMark,
    /// Where the annotations are, by their numbers.
    placed: Spans,
    /// The annotations whose passage is gone, and those on the article as a whole.
    orphans: Vec<AnnotationId>,
    on_article: Vec<AnnotationId>,
    /// Which annotation is which, and which are linked.
    register: Register,
    links: Links,
    /// The code book, each tag under the one it is nested in.
    tags: Vec<TagRow>,
}

impl OtherLayer {
    pub fn name(&self) -> &str {
        &self.layer.name
    }

    pub fn owner(&self) -> &str {
        self.layer.owner()
    }

    pub fn notes(&self) -> &Notes {
        &self.layer.notes
    }

    pub fn key(&self, annotation: &Annotation) -> NoteKey {
        NoteKey { layer: Some(self.layer.name.clone()), id: annotation.id.clone() }
    }

    /// The rows of the code book whose tags the reader's own notes do not have.
    pub fn tags_beside(&self, own: &Notes) -> impl Iterator<Item = &TagRow> {
        self.tags.iter().filter(|row| own.tag(&row.name).is_none())
    }

    /// The annotation of an identity.
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Annotation> {
        self.register.find(&self.notes().annotations, id)
    }

    /// The annotations that share a character with a stretch, in the order of the text, each with its place.
    pub fn annotations_on(&self, range: TextRange) -> impl Iterator<Item = (TextRange, &Annotation)> {
        self.placed.overlapping(range).map(|(place, number)| (place, &self.notes().annotations[number]))
    }

    /// The annotations that have a place, in the order of the text.
    pub fn annotations_in_order(&self) -> impl Iterator<Item = (TextRange, &Annotation)> {
        self.placed.iter().map(|(place, number)| (place, &self.notes().annotations[number]))
    }

    /// The annotations that one is linked with, each once.
    pub fn linked_with(&self, id: &AnnotationId) -> &[AnnotationId] {
        self.links.with(id)
    }

    fn keys<'a>(&'a self, ids: &'a [AnnotationId]) -> impl Iterator<Item = NoteKey> + 'a {
        ids.iter().map(|id| NoteKey { layer: Some(self.layer.name.clone()), id: id.clone() })
    }

    fn annotations_at(&self, offset: TextOffset) -> impl Iterator<Item = (TextRange, &Annotation)> {
        self.placed.at(offset).map(|(place, number)| (place, &self.notes().annotations[number]))
    }
}

/// All layers of an article but the reader's own, by name, and whether the reader's own is shown.
#[derive(Default)]
pub struct Layers {
    others: Vec<OtherLayer>,
    /// The layers that the reader has put away, and whether their own is.
    hidden: BTreeSet<String>,
    own_hidden: bool,
    /// The number that a layer's mark is made of; it is kept when others come and go.
    numbers: BTreeMap<String, usize>,
    /// Grows with every change of what is shown.
    revision: u64,
}

impl Layers {
    /// Takes in the layers as they were read.
    pub fn take(&mut self, layers: Vec<Layer>) {
        for layer in &layers {
            let next = self.numbers.len();
            self.numbers.entry(layer.name.clone()).or_insert(next);
        }
        let marks = LayerMark::for_names(&layers.iter().map(Layer::owner).collect::<Vec<_>>());
        let numbers = &self.numbers;
        let number = |layer: &Layer| numbers.get(&layer.name).copied().unwrap_or_default();
        let others = layers.into_iter().zip(marks).map(|(layer, mark)| OtherLayer {
            mark: LayerMark { number: number(&layer), ..mark },
            placed: Spans::new(
                layer.notes.annotations.iter().enumerate().filter_map(|(at, one)| Some((one.place.range()?, at))),
            ),
            orphans: layer.notes.orphans().map(|annotation| annotation.id.clone()).collect(),
            on_article: layer.notes.on_article().map(|annotation| annotation.id.clone()).collect(),
            register: Register::of(&layer.notes.annotations),
            links: Links::of(&layer.notes.annotations),
            tags: layer.notes.tag_rows(),
            layer,
        });
        self.others = others.collect();
        self.revision += 1;
    }

    /// A number that grows with every change of what is shown.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Forgets the layers, whose places are in a text that is shown no longer; which are put away stays.
    pub fn forget(&mut self) {
        self.others.clear();
        self.revision += 1;
    }

    pub fn all(&self) -> &[OtherLayer] {
        &self.others
    }

    pub fn shown(&self) -> impl Iterator<Item = &OtherLayer> {
        self.others.iter().filter(|other| self.is_shown(other))
    }

    /// A note of any layer; those of the layer that is written are the reading's.
    pub fn note<'a>(&'a self, reading: &'a Reading, key: &NoteKey) -> Option<&'a Annotation> {
        match &key.layer {
            None => reading.annotation(&key.id),
            Some(name) => self.get(name)?.annotation(&key.id),
        }
    }

    pub fn get(&self, name: &str) -> Option<&OtherLayer> {
        self.others.iter().find(|other| other.layer.name == name)
    }

    /// A tag as another layer explains it.
    pub fn tag(&self, name: &str) -> Option<&Tag> {
        self.others.iter().find_map(|other| other.notes().tag(name))
    }

    /// A tag of another layer's code book with this name, whatever its capitals.
    pub fn tag_called(&self, name: &str) -> Option<&Tag> {
        self.tag(name).or_else(|| self.others.iter().find_map(|other| other.notes().tag_called(name)))
    }

    pub fn is_shown(&self, other: &OtherLayer) -> bool {
        !self.hidden.contains(other.name())
    }

    pub fn is_own_shown(&self) -> bool {
        !self.own_hidden
    }

    /// Shows a layer or puts it away; `None` is the reader's own.
    pub fn show(&mut self, name: Option<&str>, shown: bool) {
        let has_changed = match name {
            None => std::mem::replace(&mut self.own_hidden, !shown) == shown,
            Some(name) if shown => self.hidden.remove(name),
            Some(name) => self.hidden.insert(name.to_owned()),
        };
        self.revision += u64::from(has_changed);
    }

    /// The notes of shown layers on the words at a place, the shortest first.
    pub fn at(&self, offset: TextOffset) -> Vec<NoteKey> {
        let mut here: Vec<(usize, NoteKey)> = self
            .shown()
            .flat_map(|other| {
                let inked = other.annotations_at(offset).filter(|(_, one)| one.extent == Extent::Words);
                inked.map(|(range, one)| (range.len(), other.key(one)))
            })
            .collect();
        here.sort_by_key(|(length, _)| *length);
        here.into_iter().map(|(_, key)| key).collect()
    }

    /// The notes of shown layers whose passage is gone.
    pub fn orphans(&self) -> impl Iterator<Item = NoteKey> {
        self.shown().flat_map(|other| other.keys(&other.orphans))
    }

    /// How many they are.
    pub fn orphan_count(&self) -> usize {
        self.shown().map(|other| other.orphans.len()).sum()
    }

    /// The notes of shown layers on the article as a whole.
    pub fn on_article(&self) -> impl Iterator<Item = NoteKey> {
        self.shown().flat_map(|other| other.keys(&other.on_article))
    }
}
