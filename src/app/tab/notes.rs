//! The notes of all layers in an article, as far as they are shown.

use std::collections::BTreeSet;

use super::Tab;
use crate::{
    app::{
        layers::{NoteKey, OtherLayer},
        notes_here::NotesHere,
    },
    article::{TextOffset, TextRange},
    notes::{Annotation, AnnotationId, Extent},
    sidecar::{Layer, OWN_LAYER},
};

/// A note of any layer with its place.
pub struct PlacedNote<'a> {
    /// `None` for the reader's own.
    pub layer: Option<&'a OtherLayer>,
    pub range: TextRange,
    pub annotation: &'a Annotation,
}

impl PlacedNote<'_> {
    pub fn key(&self) -> NoteKey {
        self.layer.map_or_else(|| NoteKey::own(self.annotation.id.clone()), |layer| layer.key(self.annotation))
    }

    fn is(&self, key: &NoteKey) -> bool {
        self.annotation.id == key.id && self.layer.map(OtherLayer::name) == key.layer.as_deref()
    }
}

impl Tab {
    /// A note of any layer.
    pub fn note(&self, key: &NoteKey) -> Option<&Annotation> {
        self.layers.note(&self.reading, key)
    }

    /// The notes of the same layer that one is linked with, each once.
    pub fn linked_with(&self, key: &NoteKey) -> &[AnnotationId] {
        match &key.layer {
            None => self.reading.linked_with(&key.id),
            Some(name) => self.layers.get(name).map_or(&[], |other| other.linked_with(&key.id)),
        }
    }

    /// The chosen note, of whatever layer.
    pub fn chosen_annotation(&self) -> Option<&Annotation> {
        self.note(self.chosen.as_ref()?)
    }

    /// The chosen note, if it is the reader's own.
    pub fn chosen_own(&self) -> Option<&AnnotationId> {
        self.chosen.as_ref().filter(|key| key.layer.is_none()).map(|key| &key.id)
    }

    /// The layer of the chosen note, if it is another than the one that is written.
    pub fn chosen_layer(&self) -> Option<&OtherLayer> {
        self.layers.get(self.chosen.as_ref()?.layer.as_deref()?)
    }

    /// The other layers that carry the reader's name, and the usual one, which need not be there yet.
    pub fn own_layers(&self) -> BTreeSet<&str> {
        let own = self.layers.all().iter().filter(|other| other.layer.is_of(self.reading.reader()));
        let usual = Some(self.usual_layer.as_str()).filter(|usual| *usual != self.layer);
        own.map(OtherLayer::name).chain(usual).collect()
    }

    /// Takes in the other layers as they were read.
    pub fn take_layers(&mut self, layers: Vec<Layer>) {
        self.layers.take(layers);
        let handed_out = self.layers.get(OWN_LAYER).map(|handed| handed.notes().corrections_of_speech());
        self.reading.stand_on(handed_out.unwrap_or_default());
        self.follow_reading();
    }

    /// Shows a layer or puts it away; `None` is the reader's own.
    pub fn show_layer(&mut self, name: Option<&str>, shown: bool) {
        self.layers.show(name, shown);
        if !shown && self.chosen.as_ref().is_some_and(|key| key.layer.as_deref() == name) {
            (self.chosen, self.writing) = (None, None);
        }
    }

    /// The notes that are shown and share a character with a stretch, each with its place: the reader's own first.
    pub fn notes_on(&self, range: TextRange) -> impl Iterator<Item = (TextRange, NoteKey)> {
        let own = self.reading.annotations_on(range).filter(|_| self.layers.is_own_shown());
        let own = own.map(|(place, one)| (place, NoteKey::own(one.id.clone())));
        let others = self.layers.shown();
        own.chain(others.flat_map(move |other| other.annotations_on(range).map(|(place, one)| (place, other.key(one)))))
    }

    /// The notes that are shown and have a place, in the order of the text.
    pub fn notes_in_order(&self) -> Vec<PlacedNote<'_>> {
        let own = self.reading.annotations_in_order().filter(|_| self.layers.is_own_shown());
        let own =
            own.filter_map(|annotation| Some(PlacedNote { layer: None, range: annotation.place.range()?, annotation }));
        let others = self.layers.shown().flat_map(|layer| {
            let placed = layer.annotations_in_order();
            placed.map(move |(range, annotation)| PlacedNote { layer: Some(layer), range, annotation })
        });
        let mut all: Vec<PlacedNote<'_>> = own.chain(others).collect();
        all.sort_by_key(|note| note.range.start());
        all
    }

    /// The notes that are shown and whose passage is gone: the reader's own first.
    pub fn orphans(&self) -> Vec<NoteKey> {
        let own = self.facts.orphans.iter().filter(|_| self.layers.is_own_shown()).cloned().map(NoteKey::own);
        own.chain(self.layers.orphans()).collect()
    }

    /// How many notes are shown whose passage is gone.
    pub fn orphan_count(&self) -> usize {
        let own = if self.layers.is_own_shown() { self.facts.orphans.len() } else { 0 };
        own + self.layers.orphan_count()
    }

    /// The notes that are shown and are on the article as a whole: the reader's own first.
    pub fn on_article(&self) -> Vec<NoteKey> {
        let own = self.facts.on_article.iter().filter(|_| self.layers.is_own_shown()).cloned().map(NoteKey::own);
        own.chain(self.layers.on_article()).collect()
    }

    /// Chooses the annotation of the words at a place; with several there, the next one at each click. Clears the choice
    /// elsewhere. A note on the paragraph has a bar to click.
    pub fn choose_at(&mut self, offset: TextOffset) {
        let own = self.reading.annotations_at(offset).filter(|_| self.layers.is_own_shown());
        let own = own.filter(|annotation| annotation.extent == Extent::Words);
        let mut here: Vec<NoteKey> = own.map(|annotation| NoteKey::own(annotation.id.clone())).collect();
        here.extend(self.layers.at(offset));
        let next = match here.iter().position(|key| Some(key) == self.chosen.as_ref()) {
            Some(at) => (at + 1) % here.len(),
            None => 0,
        };
        self.chosen = here.get(next).cloned();
        if self.chosen.is_some() {
            self.selection = None;
        }
        self.notes_here = (here.len() > 1).then(|| NotesHere::at(offset, here, next));
    }

    /// The note after the chosen one or the caret in the order of the text, or the one before it; those on the article as
    /// a whole come first.
    pub fn note_from(&self, forward: bool) -> Option<NoteKey> {
        let (on_article, placed) = (self.on_article(), self.notes_in_order());
        let chosen = self.chosen.as_ref().and_then(|key| {
            let among_placed = || placed.iter().position(|note| note.is(key)).map(|at| on_article.len() + at);
            on_article.iter().position(|one| one == key).or_else(among_placed)
        });
        if let Some(at) = chosen {
            let next = if forward { at + 1 } else { at.checked_sub(1)? };
            let behind = next.checked_sub(on_article.len()).and_then(|at| placed.get(at));
            return on_article.get(next).cloned().or_else(|| behind.map(PlacedNote::key));
        }
        let place = self.place();
        let found = if forward {
            placed.iter().find(|note| note.range.start() >= place)
        } else {
            placed.iter().rev().find(|note| note.range.start() < place)
        };
        let last = || on_article.last().filter(|_| !forward).cloned();
        found.map(PlacedNote::key).or_else(last)
    }
}
