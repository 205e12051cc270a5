//! The keys that lead from one row of a list to another, while a row has the keyboard.

use egui::{Event, EventFilter, FocusDirection, Id, Key, Modifiers, Response, Ui};

/// The number of the row to which a key leads from the one that has the keyboard, of so many. The arrow keys belong to that
/// row, so that they lead to no other control.
pub fn pressed(ui: &Ui, row: &Response, at: usize, count: usize) -> Option<usize> {
    let own = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    keep_keys(ui, row.id, own);
    let last = count.saturating_sub(1);
    let ways =
        [(Key::ArrowDown, (at + 1).min(last)), (Key::ArrowUp, at.saturating_sub(1)), (Key::Home, 0), (Key::End, last)];
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    ways.into_iter().find(|(key, _)| is_pressed(*key)).map(|(_, to)| to)
}

/// Leaves keys to what has the keyboard that would else lead to another control, from the frame on in which it was given it:
/// what egui is told holds only from the next.
pub fn keep_keys(ui: &Ui, id: Id, keys: EventFilter) {
    let leads_on = |event: &Event| {
        let is_way =
            |key: Key| matches!(key, Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::Tab);
        matches!(event, Event::Key { key, pressed: true, .. } if is_way(*key)) && keys.matches(event)
    };
    let is_led_on = ui.input(|input| input.events.iter().any(leads_on));
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, keys);
        if is_led_on {
            memory.move_focus(FocusDirection::None);
        }
    });
}
