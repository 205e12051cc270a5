//! One of a list is picked by typing: the field keeps the keyboard, the arrow keys go through what fits, Enter takes it.

use egui::{Align2, Context, EventFilter, Id, Key, Modifiers, Response, TextEdit, Ui, vec2};

use super::{
    live_text::say_as_picked,
    row::still_row,
    row_keys::keep_keys,
    theme::{Theme, measures},
    type_faces, typed_steps,
};

/// Height of the field.
pub const FIELD: f32 = 40.0;

/// What was typed, and which of the list is picked.
#[derive(Clone, Debug, Default)]
pub struct Picking {
    pub typed: String,
    pub picked: usize,
    /// The row that is picked has to be brought into view.
    moved: bool,
    /// Whether it was picked with the arrow keys: then it is what the reader is at, and else the field.
    stepped: bool,
}

impl Picking {
    /// Begins at one of the list.
    pub fn at(picked: usize) -> Self {
        Self { picked, moved: true, ..Self::default() }
    }

    /// Takes what was typed before the field could have the keyboard: somebody types faster than frames are shown.
    pub fn take_early(&mut self, context: &Context, field: Id) {
        if context.memory(|memory| memory.has_focus(field)) {
            return;
        }
        context.input_mut(|input| {
            input.events.retain(|event| match event {
                egui::Event::Text(text) => {
                    self.typed.push_str(text);
                    false
                }
                _ => true,
            });
        });
    }

    /// Goes through a list of so many; whether Enter takes the one that is picked.
    pub fn take_keys(&mut self, context: &Context, count: usize) -> bool {
        self.take_arrows(context, count);
        context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    }

    /// Goes through a list of so many.
    pub fn take_arrows(&mut self, context: &Context, count: usize) {
        let pressed = |key| context.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = count.saturating_sub(1);
        let before = self.picked;
        if pressed(Key::ArrowDown) {
            self.picked = if self.picked >= last { 0 } else { self.picked + 1 };
        }
        if pressed(Key::ArrowUp) {
            self.picked = self.picked.checked_sub(1).unwrap_or(last);
        }
        self.moved |= self.picked != before;
        self.stepped |= self.picked != before;
    }

    /// Picks the first of the list that fits what is typed now.
    pub fn pick_first(&mut self) {
        self.pick(0);
    }

    /// Picks one of the list by its number.
    pub fn pick(&mut self, number: usize) {
        (self.picked, self.moved, self.stepped) = (number, true, false);
    }

    /// The field, which has the keyboard as long as it is shown.
    pub fn show_field(&mut self, ui: &mut Ui, id: Id, name: &str, hint: &str, theme: &Theme) {
        let before = self.typed.clone();
        let field = TextEdit::singleline(&mut self.typed)
            .id(id)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, FIELD))
            .align(Align2::LEFT_CENTER)
            .font(type_faces::sans(measures::PALETTE_FIELD));
        let response = theme.field(ui, field).accessible_name(name);
        // Asked for again, it would end what an input method composes.
        if !response.has_focus() {
            typed_steps::forget(ui, response.id);
            response.request_focus();
        }
        let own = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: true, escape: false };
        keep_keys(ui, response.id, own);
        if self.typed != before {
            self.pick_first();
        }
    }

    /// A row of the list: the pointer picks it when it moves there.
    pub fn row(&mut self, ui: &mut Ui, number: usize, height: f32, name: &str, theme: &Theme) -> Response {
        let picked = number == self.picked;
        let response = still_row(ui, height, picked, theme, || name);
        if picked && std::mem::take(&mut self.moved) {
            response.scroll_to_me(None);
        }
        if picked && self.stepped {
            say_as_picked(&response);
        }
        if response.hovered() && ui.input(|input| input.pointer.delta() != vec2(0.0, 0.0)) {
            self.picked = number;
        }
        response
    }
}
