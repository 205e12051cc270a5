//! The lists of speakers, tags and layers as they were seen last.

use std::sync::{Arc, Weak};

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
    /// What they were made of; the speech of an article that was closed is gone.
    made_of: Option<(u64, Weak<Speech>)>,
    /// Whether they were used in the frame before: a menu that closes still has something to say in the next.
    was_used: bool,
}

impl KeptLists {
    /// Shows the lists, anew where anything in them may look otherwise or is used.
    pub fn show(&mut self, ui: &mut Ui, tab: &Tab, theme: &Theme, add: impl FnOnce(&mut Ui)) {
        let corner = on_pixel(ui, ui.cursor().min);
        let made_of = (look(ui, tab, theme), Arc::downgrade(tab.reading.speech()));
        let is_same = |(look, speech): &(u64, Weak<Speech>)| *look == made_of.0 && speech.ptr_eq(&made_of.1);
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
    let shown = (tab.id, (tab.listened, tab.speakers_listed), tab.list.line(), listening, tab.nearby.known.is_some());
    egui::util::hash((notes, layers, window, shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{tab::TabId, theme::ThemeName},
        notes::Notes,
        open,
        reading::Reading,
    };

    #[test]
    fn a_closed_article_leaves_its_speech_to_nobody() {
        let article = Arc::new(open::from_bytes("a.txt", b"Ada Brandt said that it would rain.").unwrap().article);
        let found = Arc::new(Speech::of(&article));
        let tab = Tab::new(TabId(1), None, Reading::new(article, found, Notes::default()));
        let speech = Arc::downgrade(tab.reading.speech());
        let mut lists = KeptLists::default();
        let frame = egui::Context::default().run_ui(egui::RawInput::default(), |ui| {
            lists.show(ui, &tab, Theme::of(ThemeName::Light), |ui| _ = ui.label("Ada Brandt"));
        });
        frame.drop_without_applying_deltas();
        drop(tab);
        assert_eq!(speech.strong_count(), 0);
    }
}
