use std::path::PathBuf;

use super::{
    column::Column, facts::Facts, find_bar::Find, selection::Selection, speaker_mark::SpeakerMarks,
    speaker_popup::SpeakerPopup, tag_field::TagEntry,
};
use crate::{
    article::{TextOffset, TextRange},
    notes::{Annotation, AnnotationId, Notes},
    reading::Reading,
    sidecar::Keeper,
    speech::{Quotation, SpeakerId},
};

/// Names a tab for life, so that what a worker sends finds it after others were closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TabId(pub u64);

/// Whether the reader's notes are on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been written in this sitting.
    Nothing,
    Pending,
    /// Saved, at this time of day; with where to, when that is not beside the article.
    Saved {
        at: String,
        elsewhere: Option<PathBuf>,
    },
    Failed(String),
}

/// A note while it is being written.
#[derive(Clone, Debug)]
pub struct Writing {
    pub id: AnnotationId,
    pub text: String,
    /// The field still has to be given the keyboard.
    pub fresh: bool,
}

/// Which notes are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteFilter {
    /// Those with a tag.
    Tag(String),
    /// Those on the words of a speaker.
    Speaker(String),
}

/// One open article with what the reader is doing in it.
pub struct Tab {
    pub id: TabId,
    /// The article's file; the sample has none.
    pub path: Option<PathBuf>,
    /// Whether the article is in Chinese.
    pub chinese: bool,
    pub reading: Reading,
    pub marks: SpeakerMarks,
    pub facts: Facts,
    /// Whether the speakers are still being looked for.
    pub listening: bool,
    pub column: Column,
    pub selection: Option<Selection>,
    pub caret_shown: bool,
    pub chosen: Option<AnnotationId>,
    pub listened: Option<SpeakerId>,
    pub writing: Option<Writing>,
    /// What is looked for, while the find bar is open.
    pub find: Option<Find>,
    /// The popup that asks who says a passage.
    pub speaker_popup: Option<SpeakerPopup>,
    pub tag_entry: TagEntry,
    /// Only these notes are listed.
    pub filter: Option<NoteFilter>,
    pub all_notes_listed: bool,
    pub keeper: Option<Keeper>,
    /// The article's file was changed by another program and has to be opened anew.
    pub outdated: bool,
    /// The notes as they were when the article began to be opened anew.
    pub reopening: Option<Notes>,
    pub saving: Saving,
    /// Whether notes can be read but not changed, because their file cannot be understood.
    pub read_only: bool,
}

impl Tab {
    pub fn title(&self) -> String {
        self.reading.article().title()
    }

    /// Closes what was being typed in when Escape was pressed.
    pub fn let_go_of_field(&mut self) {
        if self.speaker_popup.take().is_some() || self.tag_entry.clear() || self.writing.take().is_some() {
            return;
        }
        self.find = None;
    }

    /// Takes in that the speech or the notes have changed.
    pub fn follow_reading(&mut self) {
        self.marks.follow(self.reading.speech());
        self.facts.follow(&self.reading);
        let speech = self.reading.speech();
        if self.listened.is_some_and(|id| id.number() >= speech.speakers.len()) {
            self.listened = None;
        }
        let is_there = match &self.filter {
            Some(NoteFilter::Tag(name)) => self.reading.notes().tag(name).is_some(),
            Some(NoteFilter::Speaker(name)) => speech.speakers.iter().any(|speaker| speaker.name == *name),
            None => true,
        };
        if !is_there {
            self.filter = None;
        }
    }

    /// Whether a note is among those that are listed.
    pub fn is_listed(&self, annotation: &Annotation) -> bool {
        match &self.filter {
            None => true,
            Some(NoteFilter::Tag(tag)) => annotation.tags.contains(tag),
            Some(NoteFilter::Speaker(name)) => {
                let speech = self.reading.speech();
                let is_theirs = |number: usize| {
                    speech.quotations[number].speaker.is_some_and(|id| speech.speaker(id).name == *name)
                };
                let range = annotation.place.range();
                range.is_some_and(|range| self.reading.quotations_on(range).any(|(_, number)| is_theirs(number)))
            }
        }
    }

    /// The stretch that the reader has selected, if it holds any words.
    pub fn selected(&self) -> Option<TextRange> {
        let range = self.selection?.range();
        (!self.reading.article().slice(range).trim().is_empty()).then_some(range)
    }

    pub fn chosen_annotation(&self) -> Option<&Annotation> {
        self.reading.notes().annotation(self.chosen.as_ref()?)
    }

    /// Chooses the annotation at a place; with several there, the next one at each click. Clears the choice elsewhere.
    pub fn choose_at(&mut self, offset: TextOffset) {
        let here: Vec<AnnotationId> =
            self.reading.annotations_at(offset).map(|annotation| annotation.id.clone()).collect();
        let next = match here.iter().position(|id| Some(id) == self.chosen.as_ref()) {
            Some(at) => (at + 1) % here.len(),
            None => 0,
        };
        self.chosen = here.get(next).cloned();
        if self.chosen.is_some() {
            self.selection = None;
        }
    }

    /// Where the reader is: the caret, the chosen annotation, or the first words in view.
    pub fn place(&self) -> TextOffset {
        let chosen = self.chosen_annotation().and_then(|annotation| annotation.place.range()).map(TextRange::start);
        let in_view = self.column.first_block().map(|number| self.reading.article().blocks()[number].range.start());
        self.selection.map(|selection| selection.caret).or(chosen).or(in_view).unwrap_or_default()
    }

    /// The quotation that the reader is on: under the selection or the caret, else under the pointer.
    pub fn quotation_here(&self) -> Option<&Quotation> {
        let speech = self.reading.speech();
        let selected = self.selection.and_then(|selection| {
            speech.quotation_on(selection.range()).or_else(|| self.reading.quotation_at(selection.caret))
        });
        let number = selected.or_else(|| self.column.hovered_quotation())?;
        speech.quotations.get(number)
    }

    /// The next quotation after a place, or the one before it; of one speaker only, when one is given.
    pub fn quotation_from(&self, place: TextOffset, forward: bool, speaker: Option<SpeakerId>) -> Option<TextRange> {
        let wanted = |number: &usize| {
            let quotation = &self.reading.speech().quotations[*number];
            speaker.is_none() || quotation.speaker == speaker
        };
        let quotations = &self.reading.speech().quotations;
        let found = if forward {
            let from = quotations.partition_point(|quotation| quotation.range.start() <= place);
            (from..quotations.len()).find(wanted)
        } else {
            let to = quotations.partition_point(|quotation| quotation.range.start() < place);
            (0..to).rev().find(wanted)
        };
        found.map(|number| quotations[number].range)
    }

    /// The annotation after the chosen one or the caret in the order of the text, or the one before it.
    pub fn annotation_from(&self, forward: bool) -> Option<AnnotationId> {
        let placed: Vec<&Annotation> = self.reading.annotations_in_order().collect();
        if let Some(at) = placed.iter().position(|annotation| Some(&annotation.id) == self.chosen.as_ref()) {
            let next = if forward { at + 1 } else { at.checked_sub(1)? };
            return placed.get(next).map(|annotation| annotation.id.clone());
        }
        let place = self.place();
        let start = |annotation: &&&Annotation| annotation.place.range().map(TextRange::start);
        let found = if forward {
            placed.iter().find(|annotation| start(annotation) >= Some(place))
        } else {
            placed.iter().rev().find(|annotation| start(annotation) < Some(place))
        };
        found.map(|annotation| annotation.id.clone())
    }
}
