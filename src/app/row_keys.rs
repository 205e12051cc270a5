//! The keys that lead from one row of a list to another, while a row has the keyboard.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

/// The number of the row to which a key leads from the one that has the keyboard, of so many. The arrow keys belong to that
/// row, so that they lead to no other control.
pub fn pressed(ui: &Ui, row: &Response, at: usize, count: usize) -> Option<usize> {
    let own = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, own));
    let last = count.saturating_sub(1);
    let ways =
        [(Key::ArrowDown, (at + 1).min(last)), (Key::ArrowUp, at.saturating_sub(1)), (Key::Home, 0), (Key::End, last)];
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    ways.into_iter().find(|(key, _)| is_pressed(*key)).map(|(_, to)| to)
}
