//! Cards as they were seen last, so that one that only moves costs next to nothing.

use std::collections::HashMap;

use egui::{Rect, Ui, UiBuilder};

use super::{
    act::Act,
    card, clock,
    kept_part::{self, KeptPart},
    language::Spoken,
    layers::NoteKey,
    painting::{atlas_age, on_pixel},
    tab::Tab,
    theme::Theme,
};

/// So many cards are kept at most; some eight are seen at a time.
const MOST: usize = 200;

/// What decides how all cards look.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    revision: u64,
    layers: u64,
    /// Where the theme is kept.
    theme: usize,
    spoken: Spoken,
    /// A time is said otherwise on another day.
    day: jiff::civil::Date,
    /// Whether notes can be changed, and put on words that are selected.
    read_only: bool,
    selected: bool,
    letters: u64,
}

/// The cards of one article's notes.
#[derive(Default)]
pub struct KeptCards {
    cards: HashMap<NoteKey, KeptPart>,
    look: Option<Look>,
}

impl KeptCards {
    /// Begins a frame: forgets the cards when they look otherwise than in the one before.
    pub fn begin(&mut self, ui: &Ui, tab: &Tab, theme: &Theme) {
        let look = Look {
            revision: tab.reading.revision(),
            layers: tab.layers.revision(),
            theme: std::ptr::from_ref(theme).addr(),
            spoken: Spoken::now(),
            day: clock::today(),
            read_only: tab.read_only,
            selected: tab.selected().is_some(),
            letters: atlas_age(ui.ctx()),
        };
        if self.look.as_ref() != Some(&look) || self.cards.len() > MOST {
            self.cards.clear();
            self.look = Some(look);
        }
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
        if let Some(card) = self.cards.get_mut(key)
            && card.size().x == place.width()
            && !is_held
            && !card.is_used(ui, corner)
        {
            card.show(ui, corner);
            return card.size().y;
        }
        let begun = kept_part::begin(ui);
        // A card has its identity from its note, so that its controls keep theirs.
        let builder = UiBuilder::new().scope_id(ui.scope_id().with(("card", key)));
        let builder = builder.max_rect(Rect::from_min_size(corner, place.size()));
        let height = ui.scope_builder(builder, |ui| card::show(ui, tab, key, theme, acts)).response.rect.height();
        self.cards.remove(key);
        let whole = Rect::from_min_size(corner, egui::vec2(place.width(), height));
        if !is_held && let Some(card) = begun.keep(ui, whole) {
            self.cards.insert(key.clone(), card);
        }
        height
    }
}
