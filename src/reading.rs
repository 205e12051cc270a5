//! A reading: an article, who speaks in it, and the reader's notes on it.
//!
//! What the window and the command line both hold, and the one place where an [`Edit`] is applied.
//! Never: files, windows or clocks.

mod find;
mod spans;

use std::sync::Arc;

pub use find::Query;
use spans::Spans;

use crate::{
    article::{Article, TextOffset, TextRange},
    notes::{Annotation, Edit, History, Notes},
    speech::{Corrections, Speech},
};

/// An article being read.
#[derive(Clone, Debug)]
pub struct Reading {
    article: Arc<Article>,
    /// Who speaks, as it was found.
    found: Arc<Speech>,
    /// Who speaks, with the reader's corrections.
    speech: Arc<Speech>,
    /// The corrections that `speech` is made with.
    corrections: Corrections,
    notes: Notes,
    history: History,
    revision: u64,
    /// Where the quotations are, by their numbers.
    said: Spans,
    /// Where the annotations are, by their numbers; orphans are nowhere.
    annotated: Spans,
}

impl Reading {
    pub fn new(article: Arc<Article>, speech: Arc<Speech>, notes: Notes) -> Self {
        let (said, annotated) = (spans_of_speech(&speech), spans_of_notes(&notes));
        let mut reading = Self {
            article,
            found: speech.clone(),
            speech,
            corrections: Corrections::default(),
            notes,
            history: History::default(),
            revision: 0,
            said,
            annotated,
        };
        reading.correct_speech(false);
        reading
    }

    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// Who speaks, with the reader's corrections.
    pub fn speech(&self) -> &Arc<Speech> {
        &self.speech
    }

    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// A number that grows with every change of the notes, to see that something kept beside them is out of date.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Takes in what another program wrote: `base` is what both it and the reader went on from.
    ///
    /// What the reader changed since `base` stays, and the history with it.
    pub fn take_in(&mut self, base: &Notes, theirs: &Notes) {
        self.notes = Notes::merged(base, &self.notes, theirs);
        self.changed();
    }

    /// Takes in who speaks, as it was found.
    pub fn set_speech(&mut self, speech: Arc<Speech>) {
        self.found = speech;
        self.correct_speech(true);
    }

    /// Lays the reader's corrections over what was found, when either is another.
    fn correct_speech(&mut self, found_anew: bool) {
        let corrections = self.notes.corrections_of_speech();
        if !found_anew && corrections == self.corrections {
            return;
        }
        self.speech = if corrections.is_empty() {
            self.found.clone()
        } else {
            Arc::new(self.found.corrected(&self.article, &corrections))
        };
        self.said = spans_of_speech(&self.speech);
        self.corrections = corrections;
    }

    /// The quotations that share a character with a stretch, in the order of the text: where each lies, and its number.
    pub fn quotations_on(&self, range: TextRange) -> impl Iterator<Item = (TextRange, usize)> {
        self.said.overlapping(range)
    }

    /// The number of the quotation at a place; the innermost, where one lies in another.
    pub fn quotation_at(&self, offset: TextOffset) -> Option<usize> {
        self.said.at(offset).min_by_key(|(range, _)| range.len()).map(|(_, number)| number)
    }

    /// The annotations that share a character with a stretch, in the order of the text, each with its place.
    pub fn annotations_on(&self, range: TextRange) -> impl Iterator<Item = (TextRange, &Annotation)> {
        self.annotated.overlapping(range).map(|(place, number)| (place, &self.notes.annotations[number]))
    }

    /// The annotations at a place, the shortest first.
    pub fn annotations_at(&self, offset: TextOffset) -> impl Iterator<Item = &Annotation> {
        let mut here: Vec<_> = self.annotated.at(offset).collect();
        here.sort_by_key(|(range, _)| range.len());
        here.into_iter().map(|(_, number)| &self.notes.annotations[number])
    }

    /// The annotations that have a place, in the order of the text.
    pub fn annotations_in_order(&self) -> impl DoubleEndedIterator<Item = &Annotation> {
        self.annotated.iter().map(|(_, number)| &self.notes.annotations[number])
    }

    /// Makes an edit and remembers how to take it back.
    pub fn apply(&mut self, edit: Edit) {
        self.make(&edit);
        self.history.record(edit);
    }

    /// Takes back the last edit; its name, or `None` when there is none.
    pub fn undo(&mut self) -> Option<String> {
        let edit = self.history.undo()?;
        self.make(&edit);
        Some(edit.name)
    }

    /// Makes the last undone edit again; its name, or `None` when there is none.
    pub fn redo(&mut self) -> Option<String> {
        let edit = self.history.redo()?;
        self.make(&edit);
        Some(edit.name)
    }

    fn make(&mut self, edit: &Edit) {
        self.notes.apply(edit);
        self.changed();
    }

    fn changed(&mut self) {
        self.annotated = spans_of_notes(&self.notes);
        self.correct_speech(false);
        self.revision += 1;
    }
}

fn spans_of_speech(speech: &Speech) -> Spans {
    Spans::new(speech.quotations.iter().map(|quotation| quotation.range).zip(0..))
}

fn spans_of_notes(notes: &Notes) -> Spans {
    let placed = |(number, annotation): (usize, &Annotation)| Some((annotation.place.range()?, number));
    Spans::new(notes.annotations.iter().enumerate().filter_map(placed))
}
