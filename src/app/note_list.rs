//! The list of notes: the line that filters it, its order, and what it holds, worked out only when something changes.

use crate::app::language::{self, message};
use std::{cmp::Reverse, sync::Arc};

use egui::{Id, Popup, RichText, TextEdit, Ui};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    layers::{NoteKey, OtherLayer},
    row::{give_keyboard, keep_keyboard, padded},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    article::TextRange,
    notes::Annotation,
    reading::{Filter, FilterError},
    speech::Speech,
};

/// In which order the notes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Place,
    /// Those changed last first.
    Time,
    /// By the first tag, those without one last.
    Tag,
}

impl Order {
    const ALL: [Self; 3] = [Self::Place, Self::Time, Self::Tag];

    fn name(self) -> &'static str {
        match self {
            Self::Place => message!("order-place"),
            Self::Time => message!("order-time"),
            Self::Tag => message!("order-tag"),
        }
    }
}

/// What the list is made of: while this is the same, so is the list.
struct MadeOf {
    filter: Filter,
    order: Order,
    revision: u64,
    layers: u64,
    /// The speech counts only where somebody's words are asked for, but telling that apart would gain nothing.
    speech: Arc<Speech>,
}

/// The list of one article's notes.
#[derive(Default)]
pub struct NoteList {
    /// Whether the notes are listed, not shown beside the text.
    pub all: bool,
    /// The line, while it is open.
    line: Option<String>,
    filter: Filter,
    problem: Option<FilterError>,
    pub order: Order,
    /// The field still has to be given the keyboard.
    fresh: bool,
    keys: Arc<[NoteKey]>,
    /// Where the listed notes are, in the order of the text.
    places: Vec<TextRange>,
    made_of: Option<MadeOf>,
}

impl NoteList {
    /// Opens the line and gives it the keyboard.
    pub fn ask(&mut self) {
        self.line.get_or_insert_default();
        self.fresh = true;
    }

    /// Filters by a line; `None` shows all notes again.
    pub fn set(&mut self, line: Option<String>) {
        let read = Filter::read(line.as_deref().unwrap_or_default());
        (self.filter, self.problem) = match read {
            Ok(filter) => (filter, None),
            // What was asked for before stays until the line can be understood.
            Err(problem) => (self.filter.clone(), Some(problem)),
        };
        self.line = line;
    }

    /// Where the notes are that were asked for, in the order of the text; none while all are wanted.
    pub fn ticks(&self) -> &[TextRange] {
        if self.is_filtered() { &self.places } else { &[] }
    }

    /// Whether the line is open.
    pub fn is_asked(&self) -> bool {
        self.line.is_some()
    }

    /// What the line says, while it is open.
    pub fn line(&self) -> Option<&str> {
        self.line.as_deref()
    }

    /// Whether the line says just this.
    pub fn reads(&self, line: &str) -> bool {
        self.line.as_deref() == Some(line)
    }

    /// Whether only some notes are wanted.
    pub fn is_filtered(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Whether the notes stand in a list, not beside the text.
    pub fn is_listed(&self) -> bool {
        self.all || self.is_asked()
    }
}

/// The notes that are listed, in their order; worked out anew when something has changed.
pub fn listed(tab: &mut Tab) -> Arc<[NoteKey]> {
    let made_of = MadeOf {
        filter: tab.list.filter.clone(),
        order: tab.list.order,
        revision: tab.reading.revision(),
        layers: tab.layers.revision(),
        speech: tab.reading.speech().clone(),
    };
    let is_same = |before: &MadeOf| {
        Arc::ptr_eq(&before.speech, &made_of.speech)
            && (&before.filter, before.order, before.revision, before.layers)
                == (&made_of.filter, made_of.order, made_of.revision, made_of.layers)
    };
    if !tab.list.made_of.as_ref().is_some_and(is_same) {
        let (keys, places) = work_out(tab, &made_of);
        (tab.list.keys, tab.list.places) = (keys.into(), places);
        tab.list.made_of = Some(made_of);
    }
    tab.list.keys.clone()
}

/// How many notes a line asks for; none where it cannot be read.
pub fn count_with(tab: &Tab, line: &str) -> usize {
    Filter::read(line).map_or(0, |filter| wanted(tab, &filter).len())
}

/// The notes that are wanted, in their order, and where they are in the text.
fn work_out(tab: &Tab, made_of: &MadeOf) -> (Vec<NoteKey>, Vec<TextRange>) {
    let mut found = wanted(tab, &made_of.filter);
    let places = found.iter().filter_map(|(_, note)| note.place.range()).collect();
    match made_of.order {
        Order::Place => {}
        Order::Time => found.sort_by_key(|(_, note)| Reverse(note.changed)),
        Order::Tag => found.sort_by_key(|(_, note)| (note.tags.is_empty(), note.tags.first())),
    }
    let key = |(layer, note): (Option<&OtherLayer>, &Annotation)| {
        layer.map_or_else(|| NoteKey::own(note.id.clone()), |layer| layer.key(note))
    };
    (found.into_iter().map(key).collect(), places)
}

/// The notes that a filter asks for with their layers, in the order of the text.
fn wanted<'a>(tab: &'a Tab, filter: &Filter) -> Vec<(Option<&'a OtherLayer>, &'a Annotation)> {
    let wanted = Wanted::new(tab, filter);
    let placed = tab.notes_in_order().into_iter().map(|note| (note.layer, note.annotation));
    // Those whose passage is gone have a list of their own while nothing is asked for.
    let own = tab.reading.notes().orphans().filter(|_| tab.layers.is_own_shown()).map(|note| (None, note));
    let others = tab.layers.shown().flat_map(|other| other.notes().orphans().map(move |note| (Some(other), note)));
    let gone = own.chain(others).filter(|_| !filter.is_empty());
    // So have those on the article as a whole, which stand first.
    let own = tab.reading.notes().on_article().filter(|_| tab.layers.is_own_shown()).map(|note| (None, note));
    let others = tab.layers.shown().flat_map(|other| other.notes().on_article().map(move |note| (Some(other), note)));
    let on_article = own.chain(others).filter(|_| !filter.is_empty());
    on_article.chain(placed).chain(gone).filter(|(layer, note)| wanted.holds(*layer, note)).collect()
}

/// What a filter asks for in one article: whose words these are is found once, not for each note.
pub struct Wanted<'a> {
    tab: &'a Tab,
    filter: &'a Filter,
    /// Whether the words of each speaker are asked for, by the speakers' numbers.
    speakers: Vec<bool>,
}

impl<'a> Wanted<'a> {
    pub fn new(tab: &'a Tab, filter: &'a Filter) -> Self {
        let speakers = tab.reading.speech().speakers.iter();
        Self { tab, filter, speakers: speakers.map(|speaker| filter.asks_for_words_of(&speaker.name)).collect() }
    }

    /// Whether a note is asked for.
    pub fn holds(&self, layer: Option<&OtherLayer>, note: &Annotation) -> bool {
        let by = match layer {
            None if !note.by.is_empty() => [note.by.as_str(), "notes", ""],
            None => ["me", "notes", self.tab.reading.notes().author.as_str()],
            Some(other) => [other.owner(), other.name(), note.by.as_str()],
        };
        self.filter.holds(note, &by, || note.place.range().is_some_and(|range| self.is_said_on(range)))
    }

    /// Whether somebody says a part of a stretch whose words are asked for.
    fn is_said_on(&self, range: TextRange) -> bool {
        let quotations = &self.tab.reading.speech().quotations;
        let mut speakers = self.tab.reading.quotations_on(range).filter_map(|(_, number)| quotations[number].speaker);
        speakers.any(|speaker| self.speakers[speaker.number()])
    }
}

/// The field that the line is typed in.
pub fn field() -> Id {
    Id::unique("filter field")
}

/// Shows the line under the heading of the panel, if it is open.
pub fn show_line(ui: &mut Ui, tab: &mut Tab, margin: f32, theme: &Theme, acts: &mut Vec<Act>) {
    let count = listed(tab).len();
    let list = &mut tab.list;
    let Some(line) = &mut list.line else {
        return;
    };
    let before = line.clone();
    padded(ui, margin, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let edit = TextEdit::singleline(line)
                .id(field())
                .hint_text(message!("filter-hint"))
                .desired_width(ui.available_width() - 2.0 * (measures::ICON_BUTTON + 2.0))
                .font(type_faces::sans(measures::WINDOW_TEXT.0));
            let response = theme.field(ui, edit).accessible_name(message!("filter-field"));
            give_keyboard(ui, &response, &mut list.fresh);
            let order = IconButton::new(Icon::Down, message!("order")).show(ui);
            Popup::menu(&order).width(200.0).style(Theme::menu_style).show(|ui| {
                for one in Order::ALL {
                    if ui.selectable_label(list.order == one, one.name()).clicked() {
                        acts.push(Act::SortNotes(one));
                        ui.close();
                        ui.memory_mut(|memory| memory.request_focus(field()));
                    }
                }
            });
            let close = IconButton::new(Icon::Close, message!("filter-close")).keys("Esc").show(ui).clicked();
            if close {
                acts.push(Act::Filter(None));
            }
        });
        let is_empty = count == 0 && !list.filter.is_empty() && list.problem.is_none();
        let said = match (&list.problem, count) {
            (Some(problem), _) => language::filter_error(problem),
            (None, _) if list.filter.is_empty() => message!("filter-more").to_owned(),
            (None, 0) => message!("filter-no-match").to_owned(),
            (None, count) => message!("count-notes", count = count),
        };
        let said = RichText::new(said).font(type_faces::sans(measures::COUNT.0)).color(theme.muted);
        ui.horizontal_wrapped(|ui| {
            ui.label(said);
            if is_empty && ui.add(theme.quiet_button(message!("filter-close"))).clicked() {
                acts.push(Act::Filter(None));
            }
        });
        ui.add_space(6.0);
        if !acts.contains(&Act::Filter(None)) {
            keep_keyboard(ui, field(), ui.min_rect());
        }
    });
    if *line != before {
        acts.push(Act::Filter(Some(line.clone())));
    }
}
