//! The lists of speakers, tags and layers as they were seen last.

use std::sync::Arc;

use egui::{Rect, Ui};

use crate::{
    app::{
        kept_part::{self, KeptPart},
        language::Spoken,
        listening::Listening,
        painting::{atlas_age, on_pixel},
        tab::Tab,
        theme::Theme,
    },
    speech::Speech,
};

/// The lists of the article that was shown last.
#[derive(Default)]
pub struct KeptLists {
    part: Option<KeptPart>,
    made_of: Option<(u64, Arc<Speech>)>,
    /// Whether they were used in the frame before: a menu that closes still has something to say in the next.
    was_used: bool,
}

impl KeptLists {
    /// Shows the lists, anew where anything in them may look otherwise or is used.
    pub fn show(&mut self, ui: &mut Ui, tab: &Tab, theme: &Theme, add: impl FnOnce(&mut Ui)) {
        let corner = on_pixel(ui, ui.cursor().min);
        let made_of = (look(ui, tab, theme), tab.reading.speech().clone());
        let is_same = |(look, speech): &(u64, Arc<Speech>)| *look == made_of.0 && Arc::ptr_eq(speech, &made_of.1);
        let part = self.part.as_mut().filter(|_| self.made_of.as_ref().is_some_and(is_same) && !self.was_used);
        if let Some(part) = part.filter(|part| !part.is_used(ui, corner)) {
            part.show(ui, corner);
            ui.advance_cursor_after_rect(Rect::from_min_size(corner, part.size()));
            return;
        }
        let begun = kept_part::begin(ui, ui.clip_rect());
        let part = ui.scope(add).response.rect;
        self.part = begun.keep(ui, Rect::from_min_max(corner, part.max));
        self.was_used = self.part.is_none();
        self.made_of = Some(made_of);
    }
}

/// What decides how the lists look, but for the speakers, in one number.
fn look(ui: &Ui, tab: &Tab, theme: &Theme) -> u64 {
    let listening = match tab.listening {
        Listening::Going { .. } => 0,
        Listening::Stopped { .. } => 1,
        Listening::Done => 2,
    };
    // Of a long list only the rows in view are there.
    let place =
        [ui.cursor().min - ui.clip_rect().min, ui.clip_rect().size()].map(|way| [way.x.to_bits(), way.y.to_bits()]);
    let notes = tab.reading.notes();
    let notes = (notes.annotations.len(), &notes.author, &notes.tags, &tab.facts.tags);
    let layers = (tab.layers.revision(), tab.reading.reader(), &tab.layer, &tab.usual_layer);
    let window = (std::ptr::from_ref(theme).addr(), Spoken::now() as u8, atlas_age(ui.ctx()), place);
    let shown = (tab.id, tab.listened, tab.list.line(), listening, tab.nearby.known.is_some());
    egui::util::hash((notes, layers, window, shown))
}
