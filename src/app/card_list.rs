//! Cards one under the other, of which only those in view are laid out.

use egui::{Rect, ScrollArea, Ui, pos2, vec2};

use super::{act::Act, column::Heights, layers::NoteKey, tab::Tab, theme::Theme};

/// The space between two cards, and beside them.
const GAP: f32 = 8.0;
const MARGIN: f32 = 12.0;
/// How tall a card is taken to be until it has been seen.
const USUAL: f64 = 96.0;

/// How tall the cards of one list are, as far as they have been seen.
#[derive(Default)]
pub struct CardList {
    heights: Heights,
    /// Where the next frame has to be scrolled to, so that what is in view stays where it is.
    offset: Option<f32>,
    /// What the heights are of: how many cards, the first and the last, and how wide they are.
    made_for: Option<(usize, Option<NoteKey>, Option<NoteKey>, u32)>,
}

impl CardList {
    /// How tall all cards of some notes are together, as far as they have been seen.
    pub fn height(&self, count: usize) -> f32 {
        let is_seen = self.made_for.as_ref().is_some_and(|made_for| made_for.0 == count);
        (if is_seen { self.heights.total() } else { USUAL * count as f64 }) as f32
    }

    /// Shows the cards of some notes in all the room there is.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        name: &str,
        keys: &[NoteKey],
        tab: &mut Tab,
        theme: &Theme,
        acts: &mut Vec<Act>,
    ) {
        let made_for = (keys.len(), keys.first().cloned(), keys.last().cloned(), ui.available_width().to_bits());
        if self.made_for.as_ref() != Some(&made_for) {
            self.heights = Heights::new(vec![USUAL; keys.len()].into_iter());
            self.made_for = Some(made_for);
        }
        // A note that is being written keeps its field while it is scrolled away, and a field that was just asked for
        // comes into view.
        let written = tab.writing.as_ref().map(|writing| NoteKey::own(writing.id.clone()));
        let written = written.and_then(|written| keys.iter().position(|key| *key == written));
        let mut moved = 0.0;
        let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        if let Some(offset) = self.offset.take() {
            area = area.vertical_scroll_offset(offset);
        }
        let mut kept = std::mem::take(&mut tab.kept_cards);
        let output = area.show_viewport(ui, |ui, view| {
            let (width, whole) = (ui.available_width(), ui.max_rect().left_top());
            let (first, _) = self.heights.at(f64::from(view.top()));
            // One card more on each side, so that the keyboard finds its way there.
            let first = first.saturating_sub(1);
            let mut last = first;
            while last < keys.len() && self.heights.before(last.saturating_sub(1)) < f64::from(view.bottom()) {
                last += 1;
            }
            for number in written.filter(|number| !(first..last).contains(number)).into_iter().chain(first..last) {
                let top = self.heights.before(number);
                let before = self.heights.get(number);
                let corner = pos2(whole.x + MARGIN, whole.y + top as f32);
                let place = Rect::from_min_size(corner, vec2(width - 2.0 * MARGIN, before as f32 - GAP));
                let height = f64::from(kept.show(ui, tab, &keys[number], place, theme, acts) + GAP);
                if (height - before).abs() > 0.5 {
                    self.heights.set(number, height);
                    ui.ctx().request_repaint();
                    // What is in view stays where it is when a card above it turns out otherwise.
                    if top + before <= f64::from(view.top()) {
                        moved += (height - before) as f32;
                    }
                }
            }
            ui.advance_cursor_after_rect(Rect::from_min_size(whole, vec2(width, self.heights.total() as f32)));
        });
        tab.kept_cards = kept;
        self.offset = (moved != 0.0).then(|| output.state.unclamped_offset().y + moved);
    }
}
