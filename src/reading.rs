//! A reading: an article, who speaks in it, and the reader's notes on it.
//!
//! What the window and the command line both hold, and the one place where an [`Edit`] is applied.
//! Never: files, windows or clocks.

mod filter;
mod find;
mod no_expression;
mod spans;

use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

pub use filter::{Filter, FilterError};
pub use find::{MOST_HITS, Manner, Query, Search};
pub use no_expression::{Fault, NoExpression};
pub use spans::Spans;

use crate::{
    article::{Article, TextOffset, TextRange},
    notes::{
        Annotation, AnnotationId, Applied, Earlier, Edit, EditName, History, Links, Notes, Places, Register, Selector,
    },
    speech::{Corrections, Quotation, Speaker, Speech},
};

/// How many earlier texts of the article are kept in one sitting.
const EARLIER_TEXTS: usize = 8;

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
    /// The corrections of who handed out notes on the article, which come before the reader's own.
    handed_out: Corrections,
    /// Shared with whoever keeps them, so that handing them over costs nothing.
    notes: Arc<Notes>,
    /// The reader's name, which goes on notes that have none; empty until it is set.
    reader: String,
    history: History,
    /// What an undo took away: the file remembers it as deleted, which must not keep it from being made again.
    undone: BTreeSet<AnnotationId>,
    revision: u64,
    /// The texts that the article had before in this sitting, the newest first.
    earlier: Vec<Arc<str>>,
    /// Where the quotations are, by their numbers.
    said: Spans,
    /// Where the annotations are, by their numbers; orphans are nowhere.
    annotated: Spans,
    /// Which annotation is which, and which are linked.
    register: Register,
    links: Links,
}

impl Reading {
    pub fn new(article: Arc<Article>, speech: Arc<Speech>, notes: Notes) -> Self {
        let (said, annotated) = (spans_of_speech(&speech), spans_of_notes(&notes));
        let (register, links) = (Register::of(&notes.annotations), Links::of(&notes.annotations));
        let mut reading = Self {
            article,
            found: speech.clone(),
            speech,
            corrections: Corrections::default(),
            handed_out: Corrections::default(),
            notes: Arc::new(notes),
            reader: String::new(),
            history: History::default(),
            undone: BTreeSet::new(),
            revision: 0,
            earlier: Vec::new(),
            said,
            annotated,
            register,
            links,
        };
        reading.correct_speech(false);
        reading
    }

    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// Who speaks, as it was found, without corrections.
    pub fn found(&self) -> &Arc<Speech> {
        &self.found
    }

    /// Who speaks, with the reader's corrections.
    pub fn speech(&self) -> &Arc<Speech> {
        &self.speech
    }

    /// The corrections that were laid over it, those of who handed out notes first.
    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The notes as they are now, to be kept while the reader goes on.
    pub fn shared_notes(&self) -> Arc<Notes> {
        self.notes.clone()
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// The reader's name; empty until it is set.
    pub fn reader(&self) -> &str {
        &self.reader
    }

    /// Says who reads. Notes that nobody signed take the name; those under another name keep it, for on a computer that
    /// several people share it may be somebody else's, and not a former one of the reader.
    pub fn sign(&mut self, name: &str) {
        name.clone_into(&mut self.reader);
        if !self.notes.is_empty() && self.notes.author.is_empty() && !name.is_empty() {
            Arc::make_mut(&mut self.notes).author.clone_from(&self.reader);
            self.revision += 1;
        }
    }

    /// Signs notes that carry another name, or none.
    pub fn sign_over(&mut self) {
        if self.notes.author != self.reader {
            Arc::make_mut(&mut self.notes).author.clone_from(&self.reader);
            self.revision += 1;
        }
    }

    /// Goes on with the history of other notes than before; what was done to those.
    pub fn exchange_history(&mut self, history: History) -> History {
        self.history.settle();
        std::mem::replace(&mut self.history, history)
    }

    /// A number that grows with every change of the notes, to see that something kept beside them is out of date.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Takes in what another program wrote: `base` is what both it and the reader went on from.
    ///
    /// What the reader changed since `base` stays, and the history with it.
    pub fn take_in(&mut self, base: &Notes, theirs: &Notes) {
        let merged = Notes::merged(base, &self.notes, theirs);
        if merged != *self.notes {
            self.history.settle();
            self.notes = Arc::new(merged);
            self.changed();
        }
    }

    /// The texts that the article had before in this sitting, the newest first.
    pub fn earlier_texts(&self) -> &[Arc<str>] {
        &self.earlier
    }

    /// What is known of the article as it was in this sitting, to find passages in it when it has changed.
    pub fn earlier(&self) -> Earlier {
        let texts = std::iter::once(self.article.text().into()).chain(self.earlier.iter().cloned()).collect();
        Earlier { texts, ..Earlier::default() }
    }

    /// Goes on with the article as it reads now, and with the notes as they were found in it. The history stays:
    /// `places` tells where its passages are; those that it lacks are looked for.
    pub fn go_on_with(&mut self, article: Arc<Article>, notes: Notes, mut places: Places) {
        let earlier = self.earlier();
        places.know(notes.passages());
        places.find(&article, &earlier, self.history.passages());
        // What was made on another article is only found by words like its own, and still asks.
        let known: HashSet<&Selector> = notes.passages().map(|(selector, _)| selector).collect();
        places.doubt(&article, self.history.uncertain().filter(|selector| !known.contains(selector)));
        self.history.settle();
        self.history.place(&places);
        self.earlier = earlier.texts;
        self.earlier.truncate(EARLIER_TEXTS);
        if self.article.text() != article.text() {
            self.found = Arc::new(Speech::default());
        }
        self.article = article;
        self.notes = Arc::new(notes);
        self.changed();
        self.correct_speech(true);
    }

    /// Takes in quotations whose speakers are not known yet, while the article is being read for them. Those that are
    /// there already are not taken in again.
    pub fn hear(&mut self, quotations: Vec<Quotation>) {
        let found = Arc::make_mut(&mut self.found);
        found.quotations.extend(quotations);
        let place = |quotation: &Quotation| (quotation.range.start(), quotation.range.end());
        found.quotations.sort_by_key(place);
        found.quotations.dedup_by(|one, other| one.range == other.range && one.kind == other.kind);
        self.correct_speech(true);
    }

    /// Takes in who speaks near the reader, while the article is being read for speakers; of the other quotations that
    /// are there already, the speakers are not known.
    pub fn hear_near(&mut self, near: Speech) {
        let before = std::mem::replace(&mut self.found, Arc::new(near));
        self.hear(before.quotations.iter().cloned().map(Quotation::unattributed).collect());
    }

    /// Takes in who speaks, as it was found.
    pub fn set_speech(&mut self, speech: Arc<Speech>) {
        self.found = speech;
        self.correct_speech(true);
    }

    /// Takes in the corrections of who handed out notes on the article; the reader's own go on from these.
    pub fn stand_on(&mut self, corrections: Corrections) {
        if corrections != self.handed_out {
            self.handed_out = corrections;
            self.correct_speech(false);
        }
    }

    /// Lays the corrections over what was found, when either is another.
    fn correct_speech(&mut self, found_anew: bool) {
        let own = self.notes.corrections_of_speech();
        let mut corrections = self.handed_out.clone();
        corrections.verdicts.extend(own.verdicts);
        corrections.same.extend(own.same);
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

    /// Whose words share a character with a stretch, once for each quotation there.
    pub fn speakers_on(&self, range: TextRange) -> impl Iterator<Item = &Speaker> {
        let speaker = |number: usize| self.speech.quotations[number].speaker.map(|id| self.speech.speaker(id));
        self.said.overlapping(range).filter_map(move |(_, number)| speaker(number))
    }

    /// The annotation of an identity.
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Annotation> {
        self.register.find(&self.notes.annotations, id)
    }

    /// The annotations that one is linked with, each once.
    pub fn linked_with(&self, id: &AnnotationId) -> &[AnnotationId] {
        self.links.with(id)
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

    /// Takes back the last edit; its name and what became of that, or `None` when there is none.
    pub fn undo(&mut self) -> Option<(EditName, Applied)> {
        let edit = self.history.undo()?;
        let there: Vec<&AnnotationId> = edit.touches().filter(|id| self.notes.holds(id)).collect();
        let applied = self.make(&edit);
        self.undone.extend(there.into_iter().filter(|id| !self.notes.holds(id)).cloned());
        Some((edit.name, applied))
    }

    /// Takes back all that was done to an annotation since it was made, as if that had never been; whether it was all that
    /// was done last.
    pub fn take_back(&mut self, id: &AnnotationId) -> bool {
        while self.annotation(id).is_some() && self.history.ends_with(id) {
            self.undo();
        }
        self.history.forget_undone();
        self.annotation(id).is_none()
    }

    /// Makes the last undone edit again; its name and what became of that, or `None` when there is none.
    pub fn redo(&mut self) -> Option<(EditName, Applied)> {
        let edit = self.history.redo()?;
        for id in edit.touches() {
            if self.undone.remove(id) {
                Arc::make_mut(&mut self.notes).removed.remove(id);
            }
        }
        let applied = self.make(&edit);
        Some((edit.name, applied))
    }

    fn make(&mut self, edit: &Edit) -> Applied {
        let notes = Arc::make_mut(&mut self.notes);
        let applied = notes.apply(edit);
        if notes.author.is_empty() {
            notes.author.clone_from(&self.reader);
        }
        self.changed();
        applied
    }

    fn changed(&mut self) {
        self.annotated = spans_of_notes(&self.notes);
        self.register = Register::of(&self.notes.annotations);
        self.links = Links::of(&self.notes.annotations);
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

#[cfg(test)]
mod tests;
