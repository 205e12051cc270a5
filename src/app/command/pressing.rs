//! From keys to commands: what was pressed is taken out of the input before any widget sees it.

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::{Command, Keymap};

impl Command {
    /// Whether holding its keys down does it again and again.
    fn repeats(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::NextTab
                | Self::PreviousTab
                | Self::SelectSentence
                | Self::NextAnnotation
                | Self::PreviousAnnotation
                | Self::NextQuotation
                | Self::PreviousQuotation
                | Self::Back
                | Self::Forward
                | Self::NextOfSpeaker
                | Self::PreviousOfSpeaker
                | Self::LargerText
                | Self::SmallerText
        )
    }

    /// Whether its keys count while a field is typed in: a field undoes, copies and selects for itself.
    fn works_while_typing(self, shortcut: KeyboardShortcut) -> bool {
        !matches!(self, Self::Undo | Self::Redo | Self::Copy | Self::SelectAll)
            && (shortcut.modifiers.command || is_function_key(shortcut.logical_key))
    }
}

/// Whether it is one of F1, F2, …, which write nothing.
fn is_function_key(key: Key) -> bool {
    key.name().strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok())
}

/// Keeps egui from using keys of our own: Ctrl with plus, minus and zero sizes the text, not the whole window, and whether
/// Ctrl+Q closes it is the reader's choice.
pub fn claim_keys(context: &egui::Context) {
    context.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
}

/// The command whose keys were pressed, taken out of the input. Ask before any widget is shown.
///
/// Of several keys in one frame the first counts, the others are left for the next call; so call until `None`.
pub fn pressed(context: &egui::Context) -> Option<Command> {
    let typing = context.text_edit_focused();
    // Escape closes a popup before it lets go of a selection.
    let popup = egui::Popup::is_any_open(context);
    let keymap = Keymap::of(context);
    context.input_mut(|input| {
        let mut found = None;
        input.events.retain(|event| {
            if found.is_some() {
                // The letter that comes with the key is no text for the field that the command opens.
                return !matches!((event, found), (Event::Text(_), Some((_, true))));
            }
            let Some((command, plain, again)) = of_event(&keymap, event, typing, popup) else {
                return true;
            };
            if again && !command.repeats() {
                return false;
            }
            found = Some((command, plain));
            false
        });
        found.map(|(command, _)| command)
    })
}

/// The command of an event, whether it is a plain key, and whether it comes from holding the key down.
fn of_event(keymap: &Keymap, event: &Event, typing: bool, popup: bool) -> Option<(Command, bool, bool)> {
    // The system's own copy key arrives as an event of its own.
    if matches!(event, Event::Copy) && !typing {
        return Some((Command::Copy, false, false));
    }
    let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else {
        return None;
    };
    let fits = |shortcut: &KeyboardShortcut| {
        shortcut.logical_key == *key
            && modifiers.matches_logically(shortcut.modifiers)
            && (modifiers.alt == shortcut.modifiers.alt)
    };
    let (command, shortcut) = keymap
        .all()
        .filter(|(command, shortcut)| fits(shortcut) && (!typing || command.works_while_typing(*shortcut)))
        // The most modified first: Ctrl+Shift+Z is also Ctrl+Z.
        .max_by_key(|(_, shortcut)| held(shortcut.modifiers))?;
    if command == Command::ClearSelection && popup {
        return None;
    }
    Some((command, shortcut.modifiers.is_none(), *repeat))
}

fn held(modifiers: Modifiers) -> usize {
    [modifiers.alt, modifiers.shift, modifiers.command].into_iter().filter(|&held| held).count()
}
