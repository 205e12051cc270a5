mod finding;
mod hearing;
mod notes;
mod reading_place;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::app::language::{self, message};
use egui::Id;

use super::{
    aloud::Aloud,
    card_list::CardList,
    column::Column,
    facts::Facts,
    find_bar::Find,
    jumps::Jumps,
    kept_cards::KeptCards,
    layers::{Layers, NoteKey},
    listening::{Listening, Nearby},
    marking::Marking,
    note_list::{self, NoteList},
    notes_here::NotesHere,
    notice::Told,
    over_article::OverArticle,
    selection::Selection,
    speaker_mark::SpeakerMarks,
    speaker_popup::SpeakerPopup,
    tag_field::TagEntry,
    text_menu::TextMenu,
};
use crate::{
    article::{TextOffset, TextRange},
    notes::{Annotation, AnnotationId, History, Notes, Place, Selector},
    reading::{Query, Reading},
    sidecar::{Keeper, OWN_LAYER, SidecarError},
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
    /// Saved, at this time of day; `apart` is in the user's data folder, not beside the article.
    Saved {
        at: String,
        apart: bool,
    },
    Failed,
}

/// A note while it is being written.
#[derive(Clone, Debug)]
pub struct Writing {
    pub id: AnnotationId,
    pub text: String,
    /// The field still has to be given the keyboard.
    pub fresh: bool,
}

/// Notes of another program's that were taken in and not told yet.
#[derive(Clone, Debug)]
pub struct TakenIn {
    /// The notes before.
    pub before: Arc<Notes>,
    pub theirs: Notes,
    /// How many places cannot be read in what that program wrote: so many notes are missing from theirs, and nobody deleted them.
    pub damaged: usize,
}

/// How things were when an article began to be opened anew.
#[derive(Clone, Debug)]
pub struct Reopening {
    pub notes: Notes,
    /// Whether the reader says that the notes of another layer, which are opened, are theirs.
    pub claims: bool,
    /// Whether the notes could not be changed before.
    pub was_read_only: bool,
    /// What tells the block that was at the top of the view.
    pub here: Option<Selector>,
    /// What the file was called before, if it was renamed.
    pub renamed_from: Option<String>,
}

/// A layer that is to be written from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WantedLayer {
    /// The reader's own, after they have said who they are.
    Own,
    /// One that carries the reader's name.
    Signed(String),
    /// One that the reader says is theirs.
    Claimed(String),
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
    /// The layer that the reader writes.
    pub layer: String,
    /// The layer that they write unless they choose another.
    pub usual_layer: String,
    /// What was done to other layers of the reader's in this sitting.
    pub histories: BTreeMap<String, History>,
    /// The layer that the reader wants to write, until it is opened.
    pub wanted_layer: Option<WantedLayer>,
    /// The other layers.
    pub layers: Layers,
    /// Whether the other layers have to be read again, and how often that was asked.
    pub layers_outdated: bool,
    pub layers_asked: u64,
    /// Whether this is only how the article begins, while the rest of it is being read.
    pub glimpsed: bool,
    /// How far the finding of speakers has got.
    pub listening: Listening,
    pub nearby: Nearby,
    /// What tells the article's text; empty while only its beginning is there.
    pub digest: String,
    /// Where the line begins that is kept for the next time; `None` for the beginning of the article.
    pub kept_place: Option<TextOffset>,
    pub column: Column,
    pub selection: Option<Selection>,
    pub caret_shown: bool,
    pub chosen: Option<NoteKey>,
    /// The list of the notes that lie over one another where the reader clicked.
    pub notes_here: Option<NotesHere>,
    pub listened: Option<SpeakerId>,
    /// Whether all speakers are listed, where they are many.
    pub speakers_listed: bool,
    pub writing: Option<Writing>,
    /// The note that was made to be written, until there is something in it.
    pub begun: Option<AnnotationId>,
    /// What is looked for, while the find bar is open.
    pub find: Option<Find>,
    /// What was looked for last in the bar that is closed.
    pub sought: Query,
    /// The popup that asks who says a passage.
    pub speaker_popup: Option<SpeakerPopup>,
    /// The menu on the text.
    pub text_menu: Option<TextMenu>,
    pub tag_entry: TagEntry,
    pub list: NoteList,
    pub jumps: Jumps,
    /// What is being read aloud, or was when it was paused.
    pub aloud: Option<Aloud>,
    /// The words that are to be marked wherever they stand, while they are looked for.
    pub marking: Option<Marking>,
    /// The cards of the listed notes, and of those whose passage is gone.
    pub cards: CardList,
    pub orphan_cards: CardList,
    /// The cards of the notes on the article as a whole.
    pub front_cards: CardList,
    /// The cards that were seen last.
    pub kept_cards: KeptCards,
    /// What lies over the article and takes all keys.
    pub over: Option<OverArticle>,
    pub keeper: Option<Keeper>,
    /// The article's file was changed by another program and has to be opened anew.
    pub outdated: bool,
    /// While the article is being opened anew: how things were when that began.
    pub reopening: Option<Reopening>,
    /// What the article's file was called before another program renamed it.
    pub renamed_from: Option<String>,
    /// The file in which the notes were last kept.
    pub kept: Option<PathBuf>,
    /// What another program wrote and the reader has not been told yet: the tab was behind.
    pub taken_in: Option<TakenIn>,
    /// The copies of the notes that a sync service left, as they were last seen.
    pub copies: BTreeSet<PathBuf>,
    /// What the reader has to know of where the notes are, or that they are not saved.
    pub trouble: Option<Told>,
    /// What was said of the article's being gone, while it is.
    pub absence: Option<Told>,
    pub saving: Saving,
    /// Whether notes can be read but not changed: their file cannot be understood, or has not been read yet.
    pub read_only: bool,
    /// What is wrong with that file.
    pub unreadable: Option<SidecarError>,
}

impl Tab {
    /// An article as it is first shown, its speakers not found yet.
    pub fn new(id: TabId, path: Option<PathBuf>, reading: Reading) -> Self {
        let mut facts = Facts::of(reading.article());
        facts.follow(&reading, false);
        Self {
            id,
            path,
            chinese: is_chinese(reading.article().text()),
            reading,
            marks: SpeakerMarks::default(),
            facts,
            layer: OWN_LAYER.to_owned(),
            usual_layer: OWN_LAYER.to_owned(),
            histories: BTreeMap::new(),
            wanted_layer: None,
            layers: Layers::default(),
            layers_outdated: false,
            layers_asked: 0,
            glimpsed: false,
            listening: Listening::begin().0,
            nearby: Nearby::default(),
            digest: String::new(),
            kept_place: None,
            column: Column::default(),
            selection: None,
            caret_shown: false,
            chosen: None,
            notes_here: None,
            listened: None,
            speakers_listed: false,
            writing: None,
            begun: None,
            find: None,
            sought: Query::default(),
            speaker_popup: None,
            text_menu: None,
            tag_entry: TagEntry::default(),
            list: NoteList::default(),
            jumps: Jumps::default(),
            aloud: None,
            marking: None,
            cards: CardList::default(),
            orphan_cards: CardList::default(),
            front_cards: CardList::default(),
            kept_cards: KeptCards::default(),
            over: None,
            keeper: None,
            outdated: false,
            reopening: None,
            renamed_from: None,
            kept: None,
            taken_in: None,
            copies: BTreeSet::new(),
            trouble: None,
            absence: None,
            saving: Saving::Nothing,
            read_only: false,
            unreadable: None,
        }
    }

    /// Why notes cannot be changed.
    pub fn why_read_only(&self) -> Option<&'static str> {
        match (self.read_only, self.glimpsed || self.wanted_layer.is_some()) {
            (false, _) => None,
            (true, true) => Some(message!("notes-wait")),
            (true, false) => Some(language::why_read_only(self.unreadable.as_ref())),
        }
    }

    /// The folder of the article, or where the program was started.
    pub fn folder(&self) -> PathBuf {
        let folder = self.path.as_ref().and_then(|path| path.parent()).map(Path::to_owned);
        folder.or_else(|| std::env::current_dir().ok()).unwrap_or_default()
    }

    pub fn title(&self) -> String {
        self.reading.article().title()
    }

    /// Closes what was being typed in when Escape was pressed.
    pub fn let_go_of_field(&mut self, field: Id) {
        if self.speaker_popup.take().is_some() || self.tag_entry.clear() {
            return;
        }
        if let Some(writing) = self.writing.take() {
            if writing.text.trim().is_empty() && self.begun.as_ref() == Some(&writing.id) {
                // The reader has changed their mind.
                self.chosen = None;
            }
            return;
        }
        if field == note_list::field() {
            self.list.set(None);
        } else {
            self.end_find();
        }
    }

    /// Lets go of notes that are no longer there, and shows a note being written as it reads now: an undo or another
    /// program may have changed it.
    fn let_go_of_deleted(&mut self) {
        if self.chosen.as_ref().is_some_and(|key| self.note(key).is_none()) {
            self.chosen = None;
        }
        if let Some(writing) = &mut self.writing {
            match self.reading.notes().annotation(&writing.id) {
                Some(annotation) => writing.text.clone_from(&annotation.note),
                None => self.writing = None,
            }
        }
    }

    /// The stretch that the reader has selected, if it holds any words.
    pub fn selected(&self) -> Option<TextRange> {
        let range = self.selection?.range();
        (!self.reading.article().slice(range).trim().is_empty()).then_some(range)
    }

    /// The stretch to go to for a note: its passage, or where the article begins that it is on.
    pub fn range_to_show(&self, annotation: &Annotation) -> Option<TextRange> {
        match annotation.place {
            Place::Article => self.front(),
            place => place.range(),
        }
    }

    /// The title, or the first words where there is none.
    pub fn front(&self) -> Option<TextRange> {
        self.reading.article().blocks().get(self.facts.front?).map(|block| block.range)
    }

    /// Where the reader is: the caret, the chosen annotation, or what is being read.
    pub fn place(&self) -> TextOffset {
        let chosen = self.chosen_annotation().and_then(|annotation| annotation.place.range()).map(TextRange::start);
        let read = || self.column.place_read(self.reading.article());
        self.selection.map(|selection| selection.caret).or(chosen).or_else(read).unwrap_or_default()
    }

    /// The quotation that a stretch is on.
    pub fn quotation_on(&self, range: TextRange) -> Option<&Quotation> {
        let speech = self.reading.speech();
        speech.quotation_on(range).and_then(|number| speech.quotations.get(number))
    }

    /// The quotation of which is told whose it is and why, by its number: the one that is asked about, else the one under
    /// the pointer, else the one at the caret while that is seen.
    pub fn told_quotation(&self) -> Option<usize> {
        let asked = self.speaker_popup.as_ref().and_then(|popup| self.reading.speech().quotation_on(popup.range));
        asked.or_else(|| self.column.lit_quotation()).or_else(|| self.quotation_at_caret())
    }

    /// The quotation at the caret, by its number, while that is seen.
    pub fn quotation_at_caret(&self) -> Option<usize> {
        let caret = self.selection.filter(|_| self.caret_shown)?.caret;
        let is_seen = self.column.is_in_view(self.reading.article(), caret);
        is_seen.then(|| self.reading.quotation_at(caret)).flatten()
    }

    /// The quotation that the reader is on: under the selection or the caret, else under the pointer or the chosen note.
    pub fn quotation_here(&self) -> Option<&Quotation> {
        let speech = self.reading.speech();
        let selected = self.selection.and_then(|selection| {
            speech.quotation_on(selection.range()).or_else(|| self.reading.quotation_at(selection.caret))
        });
        let chosen = || speech.quotation_on(self.chosen_annotation()?.place.range()?);
        let number = selected.or_else(|| self.column.hovered_quotation()).or_else(chosen)?;
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
}

/// Whether a text begins in Chinese: most of its first letters are Chinese characters.
pub fn is_chinese(text: &str) -> bool {
    let (mut chinese, mut others) = (0, 0);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(500) {
        *(if ('\u{3400}'..='\u{9fff}').contains(&letter) { &mut chinese } else { &mut others }) += 1;
    }
    chinese > others
}
