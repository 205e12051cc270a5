//! The list of the notes that lie over one another where the reader clicked.

use egui::{Area, Frame, Id, Margin, Order, ScrollArea, Ui, vec2};

use super::{
    act::Act,
    language::message,
    layers::NoteKey,
    note_row::NoteWords,
    row::{give_keyboard, row},
    row_keys,
    tab::Tab,
    theme::{Theme, measures},
};
use crate::article::TextOffset;

const WIDTH: f32 = 300.0;
/// Rows that are seen at once; the others scroll.
const SEEN: f32 = 5.0;

/// The notes at a place, while they are listed.
#[derive(Clone, Debug)]
pub struct NotesHere {
    pub place: TextOffset,
    pub notes: Vec<NoteKey>,
    /// The row that has yet to be given the keyboard.
    wanted: Option<usize>,
}

impl NotesHere {
    /// Lists notes at a place, with the keyboard on the one of this number.
    pub fn at(place: TextOffset, notes: Vec<NoteKey>, picked: usize) -> Self {
        Self { place, notes, wanted: Some(picked) }
    }
}

/// Shows the list under the row that was clicked: one of them is chosen, and a click chooses another, or
/// the arrow keys and Enter.
pub fn show(ui: &Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(mut here) = tab.notes_here.take().filter(|_| tab.writing.is_none()) else {
        return;
    };
    let Some([top, bottom]) = tab.column.caret_on_screen(tab.reading.article(), here.place) else {
        return;
    };
    let room = ui.ctx().content_rect().shrink(8.0);
    let height = here.notes.len().min(SEEN as usize) as f32 * measures::CANDIDATE_ROW + 16.0;
    let below = bottom + vec2(-WIDTH / 3.0, 4.0);
    let at = if below.y + height <= room.bottom() { below } else { top + vec2(-WIDTH / 3.0, -4.0 - height) };
    let mut done = false;
    let shown = Area::new(Id::unique("notes here"))
        .fade_in(false)
        .order(Order::Foreground)
        .fixed_pos(at)
        .constrain_to(room)
        .accessible_name(message!("notes-here"))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::symmetric(0, 8)).show(ui, |ui| {
                ui.set_width(WIDTH.min(room.width()));
                ui.spacing_mut().item_spacing.y = 0.0;
                ScrollArea::vertical().max_height(SEEN * measures::CANDIDATE_ROW).show(ui, |ui| {
                    for (at, key) in here.notes.iter().enumerate() {
                        let Some(annotation) = tab.note(key) else { continue };
                        let is_chosen = tab.chosen.as_ref() == Some(key);
                        let words = NoteWords::of(ui, annotation);
                        let response = row(ui, measures::CANDIDATE_ROW, is_chosen, theme, || words.name());
                        words.paint(ui, response.rect, annotation, theme);
                        let mut is_wanted = here.wanted == Some(at);
                        if is_wanted {
                            give_keyboard(ui, &response, &mut is_wanted);
                            here.wanted = is_wanted.then_some(at);
                        } else if response.has_focus()
                            && let Some(next) = row_keys::pressed(ui, &response, at, here.notes.len())
                        {
                            here.wanted = Some(next);
                            ui.ctx().request_repaint();
                        }
                        if response.clicked() {
                            response.surrender_focus();
                            acts.push(Act::Choose(Some(key.clone())));
                            done = true;
                        }
                    }
                });
            });
        });
    let pressed_beside = ui.input(|input| {
        input.pointer.any_pressed()
            && input.pointer.interact_pos().is_some_and(|point| !shown.response.rect.contains(point))
    });
    if !(done || pressed_beside) {
        tab.notes_here = Some(here);
    }
}
