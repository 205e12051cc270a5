//! Keys that are no commands: they scroll, and move the caret.

use egui::{Context, Key};

use crate::{
    app::{selection::Selection, tab::Tab},
    article::{Direction, Unit, step_among},
};

/// How far an arrow key scrolls, in points.
const ARROW: f32 = 60.0;

/// Scrolls and moves the caret by the keys that are no commands.
pub fn take_keys(context: &Context, tab: &mut Tab) {
    move_caret(context, tab);
    context.input_mut(|input| {
        let none = egui::Modifiers::NONE;
        let mut pressed = |key| input.consume_key(none, key);
        if pressed(Key::ArrowDown) {
            tab.column.scroll(ARROW);
        }
        if pressed(Key::ArrowUp) {
            tab.column.scroll(-ARROW);
        }
        if pressed(Key::PageDown) || pressed(Key::Space) {
            tab.column.scroll_views(1.0);
        }
        if pressed(Key::PageUp) {
            tab.column.scroll_views(-1.0);
        }
        if pressed(Key::Home) {
            tab.column.scroll_to_begin();
        }
        if pressed(Key::End) {
            tab.column.scroll_to_end();
        }
    });
}

/// Left and right move the caret by a character, with Ctrl by a word, with Alt by a sentence; Ctrl with up and down by
/// a paragraph. With Shift the selection grows.
fn move_caret(context: &Context, tab: &mut Tab) {
    let steps: Vec<(Unit, Direction, bool)> = context.input_mut(|input| {
        let mut steps = Vec::new();
        input.events.retain(|event| {
            let egui::Event::Key { key, pressed: true, modifiers, .. } = event else {
                return true;
            };
            let sideways = match (modifiers.command, modifiers.alt) {
                (true, _) => Unit::Word,
                (_, true) => Unit::Sentence,
                _ => Unit::Character,
            };
            let (unit, direction) = match key {
                Key::ArrowRight => (sideways, Direction::Forward),
                Key::ArrowLeft => (sideways, Direction::Backward),
                Key::ArrowDown if modifiers.command => (Unit::Paragraph, Direction::Forward),
                Key::ArrowUp if modifiers.command => (Unit::Paragraph, Direction::Backward),
                _ => return true,
            };
            steps.push((unit, direction, modifiers.shift));
            false
        });
        steps
    });
    for (unit, direction, grows) in steps {
        let here = tab.place();
        let caret = step_among(tab.reading.article(), here, unit, direction, |block| tab.column.shows(block));
        let origin = tab.selection.map_or(here, |selection| selection.origin);
        tab.selection = Some(if grows { Selection { origin, caret } } else { Selection::caret_at(caret) });
        tab.caret_shown = true;
        tab.chosen = None;
        tab.column.keep_in_view(caret);
    }
}
