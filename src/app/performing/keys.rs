//! Keys that are no commands: they scroll, and move the caret.

use egui::{Context, Key, Modifiers};

use crate::{
    app::{
        column::{Focus, arrow_step},
        selection::Selection,
        tab::Tab,
        text_menu,
    },
    article::{Direction, Unit, step_among},
};

/// How far an arrow key scrolls, in points.
const ARROW: f32 = 60.0;

/// Scrolls and moves the caret by the keys that are no commands.
pub fn take_keys(context: &Context, tab: &mut Tab, focus: Focus) {
    move_caret(context, tab);
    text_menu::take_keys(context, tab);
    context.input_mut(|input| {
        // First, for egui takes it for Space too.
        let is_back = input.consume_key(Modifiers::SHIFT, Key::Space);
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        for (key, forward) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
            if pressed(key) && !tab.column.step_focus(tab.reading.article(), focus, forward) {
                tab.column.scroll(if forward { ARROW } else { -ARROW });
            }
        }
        if pressed(Key::PageDown) || pressed(Key::Space) {
            tab.column.scroll_views(1.0);
        }
        if pressed(Key::PageUp) || is_back {
            tab.column.scroll_views(-1.0);
        }
        // With Ctrl they serve as in a program that writes.
        let mut at_end = |key| [Modifiers::NONE, Modifiers::COMMAND].iter().any(|&held| input.consume_key(held, key));
        if at_end(Key::Home) {
            tab.column.scroll_to_begin();
        }
        if at_end(Key::End) {
            tab.column.scroll_to_end();
        }
    });
}

/// Left and right move the caret by a character, with Ctrl by a word; up and down with Alt by a sentence, with Ctrl by a
/// paragraph. With Shift the selection grows.
fn move_caret(context: &Context, tab: &mut Tab) {
    let steps: Vec<(Unit, Direction, bool)> = context.input_mut(|input| {
        let mut steps = Vec::new();
        input.events.retain(|event| {
            let egui::Event::Key { key, pressed: true, modifiers, .. } = event else {
                return true;
            };
            let unit = match (key, modifiers.command, modifiers.alt) {
                (Key::ArrowRight | Key::ArrowLeft, false, false) => Unit::Character,
                (Key::ArrowRight | Key::ArrowLeft, true, false) => Unit::Word,
                (Key::ArrowDown | Key::ArrowUp, false, true) => Unit::Sentence,
                (Key::ArrowDown | Key::ArrowUp, true, false) => Unit::Paragraph,
                _ => return true,
            };
            let is_forward = matches!(key, Key::ArrowRight | Key::ArrowDown);
            let direction = if is_forward { Direction::Forward } else { Direction::Backward };
            steps.push((unit, direction, modifiers.shift));
            false
        });
        steps
    });
    for (unit, direction, grows) in steps {
        let here = tab.place();
        let (unit, direction) = arrow_step(tab.reading.article(), here, unit, direction);
        let caret = step_among(tab.reading.article(), here, unit, direction, |block| tab.column.shows(block));
        let origin = tab.selection.map_or(here, |selection| selection.origin);
        tab.selection = Some(if grows { Selection { origin, caret } } else { Selection::caret_at(caret) });
        tab.caret_shown = true;
        tab.chosen = None;
        tab.column.keep_in_view(caret);
    }
}
