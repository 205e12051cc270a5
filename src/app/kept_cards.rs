//! Cards as they were seen last, so that one that only moves costs next to nothing.

use egui::{Rect, Ui, UiBuilder, vec2};

use super::{
    act::Act,
    card, clock,
    kept_lately::KeptLately,
    kept_part::{self, KeptPart},
    language::Spoken,
    layers::NoteKey,
    painting::{atlas_age, on_pixel},
    tab::Tab,
    theme::Theme,
};
use crate::notes::{Annotation, Place};

/// So many cards make a generation; some eight are seen at a time.
const MOST: usize = 100;

/// What decides how all cards look.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    layers: u64,
    /// The code book, from which tags have their colours and shapes.
    tags: u64,
    /// Where the theme is kept.
    theme: usize,
    spoken: Spoken,
    /// A time is said otherwise on another day.
    day: jiff::civil::Date,
    letters: u64,
}

/// A card as it was seen, and the note that it shows.
struct KeptCard {
    part: KeptPart,
    annotation: Annotation,
    beside: Beside,
}

/// What else a card shows.
#[derive(PartialEq)]
struct Beside {
    /// Of a note that is linked with others: the revision of the notes, for it shows words of theirs.
    revision: Option<u64>,
    /// Whether a note whose passage is gone can be put on words that are selected.
    can_be_placed: bool,
}

impl Beside {
    fn of(tab: &Tab, key: &NoteKey, annotation: &Annotation) -> Self {
        Self {
            revision: (!tab.linked_with(key).is_empty()).then(|| tab.reading.revision()),
            can_be_placed: annotation.place == Place::Orphan && !tab.read_only && tab.selected().is_some(),
        }
    }
}

/// The cards of one article's notes.
#[derive(Default)]
pub struct KeptCards {
    cards: KeptLately<NoteKey, KeptCard>,
    look: Option<Look>,
}

impl KeptCards {
    /// Begins a frame: forgets the cards when all look otherwise than in the one before.
    pub fn begin(&mut self, ui: &Ui, tab: &Tab, theme: &Theme) {
        let look = Look {
            layers: tab.layers.revision(),
            tags: egui::util::hash(&tab.reading.notes().tags),
            theme: std::ptr::from_ref(theme).addr(),
            spoken: Spoken::now(),
            day: clock::today(),
            letters: atlas_age(ui.ctx()),
        };
        if self.look.as_ref() != Some(&look) {
            self.cards.clear();
            self.look = Some(look);
        } else if self.cards.used().len() > MOST {
            self.cards.turn();
        }
    }

    /// Whether there is a card of a note.
    pub fn has(&mut self, key: &NoteKey) -> bool {
        self.cards.get(key).is_some()
    }

    /// Shows the card of a note at a place as wide as the card; how high it is.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        tab: &mut Tab,
        key: &NoteKey,
        place: Rect,
        theme: &Theme,
        acts: &mut Vec<Act>,
    ) -> f32 {
        let corner = on_pixel(ui, place.min);
        let is_held =
            tab.chosen.as_ref() == Some(key) || tab.writing.as_ref().is_some_and(|writing| writing.id == key.id);
        if !is_held
            && let Some(card) = self.cards.get(key)
            && card.part.size().x == place.width()
            && card.shows(tab, key)
            && !card.part.is_used(ui, corner)
        {
            card.part.show(ui, corner);
            return card.part.size().y;
        }
        // A card that comes into view bit by bit is made once, for all of it. While something has the keyboard it might be in
        // this card, and would reach as far.
        let is_used = is_held || ui.memory(|memory| memory.focused().is_some());
        let is_used = is_used || kept_part::is_in_use(ui, Rect::from_min_size(corner, place.size()));
        let further = if is_used { 0.0 } else { ui.clip_rect().height() };
        let view = ui.clip_rect().expand2(vec2(0.0, further));
        let begun = kept_part::begin(ui, view);
        // A card has its identity from its note, so that its controls keep theirs.
        let builder = UiBuilder::new().scope_id(ui.scope_id().with(("card", key)));
        let builder = builder.max_rect(Rect::from_min_size(corner, place.size()));
        let shown = ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(view);
            card::show(ui, tab, key, theme, acts);
        });
        let height = shown.response.rect.height();
        self.cards.remove(key);
        let whole = Rect::from_min_size(corner, vec2(place.width(), height));
        if !is_held
            && let Some(annotation) = tab.note(key)
            && let Some(part) = begun.keep(ui, whole)
        {
            let beside = Beside::of(tab, key, annotation);
            self.cards.keep(key.clone(), KeptCard { part, annotation: annotation.clone(), beside });
        }
        height
    }
}

impl KeptCard {
    /// Whether it looks as a card of its note does now.
    fn shows(&self, tab: &Tab, key: &NoteKey) -> bool {
        tab.note(key).is_some_and(|one| *one == self.annotation && Beside::of(tab, key, one) == self.beside)
    }
}
