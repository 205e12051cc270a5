use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::app::language::message;
use egui::Id;

use super::{
    aloud::Aloud,
    card_list::CardList,
    column::Column,
    facts::Facts,
    find_bar::Find,
    jumps::Jumps,
    layers::{Layers, NoteKey, OtherLayer},
    listening::Listening,
    note_list::{self, NoteList},
    reading_places::KeptLine,
    selection::Selection,
    speaker_mark::SpeakerMarks,
    speaker_popup::SpeakerPopup,
    tag_field::TagEntry,
    worker::{self, Post},
};
use crate::{
    article::{TextOffset, TextRange},
    notes::{Annotation, AnnotationId, Extent, History, Notes, Place, Selector},
    reading::Reading,
    sidecar::{Keeper, Layer, OWN_LAYER},
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
    /// What tells the article's text; empty while only its beginning is there.
    pub digest: String,
    /// Where the line begins that is kept for the next time; `None` for the beginning of the article.
    pub kept_place: Option<TextOffset>,
    pub column: Column,
    pub selection: Option<Selection>,
    pub caret_shown: bool,
    pub chosen: Option<NoteKey>,
    pub listened: Option<SpeakerId>,
    pub writing: Option<Writing>,
    /// What is looked for, while the find bar is open.
    pub find: Option<Find>,
    /// The popup that asks who says a passage.
    pub speaker_popup: Option<SpeakerPopup>,
    pub tag_entry: TagEntry,
    pub list: NoteList,
    pub jumps: Jumps,
    /// What is being read aloud, or was when it was paused.
    pub aloud: Option<Aloud>,
    /// The cards of the listed notes, and of those whose passage is gone.
    pub cards: CardList,
    pub orphan_cards: CardList,
    /// The cards of the notes on the article as a whole.
    pub front_cards: CardList,
    pub keeper: Option<Keeper>,
    /// The article's file was changed by another program and has to be opened anew.
    pub outdated: bool,
    /// While the article is being opened anew: how things were when that began.
    pub reopening: Option<Reopening>,
    /// What the article's file was called before another program renamed it.
    pub renamed_from: Option<String>,
    /// The file in which the notes were last kept.
    pub kept: Option<PathBuf>,
    /// What the reader has to know of where the notes are, or that they are not saved: a sentence.
    pub trouble: Option<String>,
    pub saving: Saving,
    /// Whether notes can be read but not changed: their file cannot be understood, or has not been read yet.
    pub read_only: bool,
}

impl Tab {
    /// An article as it is first shown, its speakers not found yet.
    pub fn new(id: TabId, path: Option<PathBuf>, reading: Reading) -> Self {
        let mut facts = Facts::of(reading.article());
        facts.follow(&reading);
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
            digest: String::new(),
            kept_place: None,
            column: Column::default(),
            selection: None,
            caret_shown: false,
            chosen: None,
            listened: None,
            writing: None,
            find: None,
            speaker_popup: None,
            tag_entry: TagEntry::default(),
            list: NoteList::default(),
            jumps: Jumps::default(),
            aloud: None,
            cards: CardList::default(),
            orphan_cards: CardList::default(),
            front_cards: CardList::default(),
            keeper: None,
            outdated: false,
            reopening: None,
            renamed_from: None,
            kept: None,
            trouble: None,
            saving: Saving::Nothing,
            read_only: false,
        }
    }

    /// Has a worker find who speaks in the article, from its beginning; what was found of it before stays.
    pub fn listen(&mut self, post: &Post) {
        let (listening, called_off) = Listening::begin();
        self.listening = listening;
        worker::listen(self.id, self.reading.article().clone(), called_off, post.clone());
    }

    /// Goes on where the reader is in the beginning of the article that was shown while the rest was being read; where
    /// they have not moved there, with the place that was kept.
    pub fn go_on_from(&mut self, glimpse: Self) {
        let has_place = self.kept_place.is_some() && glimpse.kept_place.is_none();
        if let Some(place) = glimpse.column.place_at_top()
            && (!has_place || glimpse.has_read_on())
        {
            self.column = glimpse.column.going_on_at(place);
        }
        (self.selection, self.caret_shown) = (glimpse.selection, glimpse.caret_shown);
    }

    /// Shows the article from the place on that was kept of it.
    pub fn begin_at(&mut self, place: Option<TextOffset>) {
        self.kept_place = place;
        self.column = place.map(Column::beginning_at).unwrap_or_default();
    }

    /// Where the line at the top of the view begins; `None` at the beginning of the article.
    fn line_read(&self) -> Option<TextOffset> {
        self.column.place_at_top().filter(|_| !self.column.is_at_begin())
    }

    /// Whether the reader is at another line than the one that is kept.
    fn has_read_on(&self) -> bool {
        self.column.place_at_top().is_some() && self.line_read() != self.kept_place
    }

    /// The line that is to be kept from now on, if it is another one; `Some(None)` at the beginning of the article.
    pub fn take_place(&mut self) -> Option<Option<KeptLine>> {
        if self.glimpsed || !self.has_read_on() {
            return None;
        }
        self.kept_place = self.line_read();
        Some(self.kept_place.map(|place| KeptLine::of(self.reading.article(), place)))
    }

    /// Why notes cannot be changed.
    pub fn why_read_only(&self) -> Option<&'static str> {
        match (self.read_only, self.glimpsed || self.wanted_layer.is_some()) {
            (false, _) => None,
            (true, true) => Some(message!("notes-wait")),
            (true, false) => Some(message!("notes-read-only")),
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
        if self.speaker_popup.take().is_some() || self.tag_entry.clear() || self.writing.take().is_some() {
            return;
        }
        if field == note_list::field() {
            self.list.set(None);
        } else {
            self.find = None;
        }
    }

    /// Takes in that the speech or the notes have changed.
    pub fn follow_reading(&mut self) {
        if self.facts.follow(&self.reading) {
            self.marks.follow(self.reading.speech());
        }
        let speech = self.reading.speech();
        if self.listened.is_some_and(|id| id.number() >= speech.speakers.len()) {
            self.listened = None;
        }
        self.let_go_of_deleted();
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

    /// A note of any layer.
    pub fn note(&self, key: &NoteKey) -> Option<&Annotation> {
        match &key.layer {
            None => self.reading.annotation(&key.id),
            Some(name) => self.layers.get(name)?.annotation(&key.id),
        }
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

    /// Takes in the other layers as they were read.
    pub fn take_layers(&mut self, layers: Vec<Layer>) {
        self.layers.take(layers);
        let handed_out = self.layers.get(OWN_LAYER).map(|handed| handed.notes().corrections_of_speech());
        self.reading.stand_on(handed_out.unwrap_or_default());
        self.follow_reading();
    }

    /// The other layers that carry the reader's name, and the usual one, which need not be there yet.
    pub fn own_layers(&self) -> BTreeSet<&str> {
        let own = self.layers.all().iter().filter(|other| other.layer.is_of(self.reading.reader()));
        let usual = Some(self.usual_layer.as_str()).filter(|usual| *usual != self.layer);
        own.map(OtherLayer::name).chain(usual).collect()
    }

    /// The layer of the chosen note, if it is another than the one that is written.
    pub fn chosen_layer(&self) -> Option<&OtherLayer> {
        self.layers.get(self.chosen.as_ref()?.layer.as_deref()?)
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

/// Whether a text begins in Chinese: most of its first letters are Chinese characters.
pub fn is_chinese(text: &str) -> bool {
    let (mut chinese, mut others) = (0, 0);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(500) {
        *(if ('\u{3400}'..='\u{9fff}').contains(&letter) { &mut chinese } else { &mut others }) += 1;
    }
    chinese > others
}
