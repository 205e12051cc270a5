//! The usual keys of every command, and keys as text.

use egui::{Key, KeyboardShortcut, ModifierNames, Modifiers};

use super::Command;
use crate::notes::Colour;

const CONTROL: Modifiers = Modifiers::COMMAND;
const CONTROL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CONTROL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

impl Command {
    /// The keys that are shown for it, unless the reader chose others.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let keys = |modifiers, key| Some(KeyboardShortcut::new(modifiers, key));
        match self {
            Self::Open => keys(CONTROL, Key::O),
            Self::PathField => keys(CONTROL, Key::L),
            Self::NewWindow => keys(CONTROL, Key::N),
            Self::OpenInNewWindow => keys(CONTROL_SHIFT, Key::N),
            Self::CloseTab => keys(CONTROL, Key::W),
            Self::NextTab => keys(CONTROL, Key::PageDown),
            Self::PreviousTab => keys(CONTROL, Key::PageUp),
            Self::GoToTab => keys(CONTROL_SHIFT, Key::A),
            Self::Export => keys(CONTROL, Key::E),
            Self::Copy => keys(CONTROL, Key::C),
            Self::SelectAll => keys(CONTROL, Key::A),
            Self::SelectSentence => keys(Modifiers::NONE, Key::E),
            Self::ClearSelection => keys(Modifiers::NONE, Key::Escape),
            Self::Highlight(Colour::Yellow) => keys(Modifiers::NONE, Key::Num1),
            Self::Highlight(Colour::Green) => keys(Modifiers::NONE, Key::Num2),
            Self::Highlight(Colour::Blue) => keys(Modifiers::NONE, Key::Num3),
            Self::Highlight(Colour::Pink) => keys(Modifiers::NONE, Key::Num4),
            Self::Highlight(Colour::Orange) => keys(Modifiers::NONE, Key::Num5),
            Self::Highlight(Colour::Violet) => keys(Modifiers::NONE, Key::Num6),
            Self::Tag => keys(Modifiers::NONE, Key::T),
            Self::Note => keys(Modifiers::NONE, Key::N),
            Self::NoteOnParagraph => keys(Modifiers::NONE, Key::P),
            Self::NoteOnArticle => keys(Modifiers::SHIFT, Key::P),
            Self::MoveStart => keys(Modifiers::NONE, Key::OpenBracket),
            Self::MoveEnd => keys(Modifiers::NONE, Key::CloseBracket),
            Self::LinkTo => keys(Modifiers::NONE, Key::L),
            Self::MarkEverywhere => keys(Modifiers::SHIFT, Key::E),
            Self::DeleteAnnotation => keys(Modifiers::NONE, Key::Delete),
            Self::CopyNote => keys(Modifiers::SHIFT, Key::N),
            Self::NextOwnLayer => keys(Modifiers::SHIFT, Key::L),
            Self::TagsTogether => keys(Modifiers::SHIFT, Key::T),
            Self::CorrectSpeaker => keys(Modifiers::NONE, Key::S),
            Self::SamePerson => keys(Modifiers::NONE, Key::M),
            Self::NotSpeech => keys(Modifiers::NONE, Key::X),
            Self::Undo => keys(CONTROL, Key::Z),
            Self::Redo => keys(CONTROL_SHIFT, Key::Z),
            Self::Find => keys(CONTROL, Key::F),
            Self::NextResult => keys(Modifiers::NONE, Key::F3),
            Self::PreviousResult => keys(Modifiers::SHIFT, Key::F3),
            Self::Filter => keys(Modifiers::NONE, Key::Slash),
            Self::NextAnnotation => keys(Modifiers::NONE, Key::Period),
            Self::PreviousAnnotation => keys(Modifiers::NONE, Key::Comma),
            Self::NextQuotation => keys(Modifiers::NONE, Key::J),
            Self::PreviousQuotation => keys(Modifiers::NONE, Key::K),
            Self::NextOfSpeaker => keys(Modifiers::SHIFT, Key::J),
            Self::PreviousOfSpeaker => keys(Modifiers::SHIFT, Key::K),
            Self::OnlySpeaker => keys(Modifiers::NONE, Key::O),
            Self::Outline => keys(CONTROL_SHIFT, Key::O),
            Self::Back => keys(Modifiers::ALT, Key::ArrowLeft),
            Self::Forward => keys(Modifiers::ALT, Key::ArrowRight),
            Self::FocusParagraph => keys(Modifiers::NONE, Key::F),
            Self::FocusLine => keys(Modifiers::SHIFT, Key::F),
            Self::FullScreen => keys(Modifiers::NONE, Key::F11),
            Self::ReadAloud => keys(Modifiers::NONE, Key::R),
            Self::LargerText => keys(CONTROL, Key::Plus),
            Self::SmallerText => keys(CONTROL, Key::Minus),
            Self::NormalText => keys(CONTROL, Key::Num0),
            Self::NextTheme => keys(CONTROL_SHIFT, Key::D),
            Self::OtherFace => keys(CONTROL_SHIFT, Key::F),
            Self::SpeakersPanel => keys(CONTROL, Key::B),
            Self::NotesPanel => keys(CONTROL_ALT, Key::B),
            Self::Settings => keys(CONTROL, Key::Comma),
            Self::Palette => keys(CONTROL, Key::K),
            Self::Help => keys(Modifiers::NONE, Key::F1),
            Self::Quit => keys(CONTROL, Key::Q),
            Self::OpenSample
            | Self::ClaimLayer
            | Self::StopListening
            | Self::Listen
            | Self::ExportTags
            | Self::ImportTags
            | Self::Theme(_)
            | Self::Leftovers
            | Self::YourName => None,
        }
    }

    /// Keys that do the same and are not shown.
    pub fn other_shortcut(self) -> Option<KeyboardShortcut> {
        match self {
            Self::Redo => Some(KeyboardShortcut::new(CONTROL, Key::Y)),
            Self::NextTab => Some(KeyboardShortcut::new(CONTROL, Key::Tab)),
            Self::PreviousTab => Some(KeyboardShortcut::new(CONTROL_SHIFT, Key::Tab)),
            // A plus often stands above the equals sign.
            Self::LargerText => Some(KeyboardShortcut::new(CONTROL, Key::Equals)),
            _ => None,
        }
    }

    /// The usual keys as text: "Ctrl+Shift+Z", "."; empty where there are none.
    pub fn shortcut_text(self) -> String {
        self.shortcut().map(text_of).unwrap_or_default()
    }
}

/// Keys as text: "Ctrl+Shift+Z", ".".
pub fn text_of(KeyboardShortcut { modifiers, logical_key }: KeyboardShortcut) -> String {
    let mac = cfg!(target_os = "macos");
    let names = if mac { ModifierNames::SYMBOLS } else { ModifierNames::NAMES };
    let held = names.format(&modifiers, mac);
    let key = match logical_key {
        Key::PageDown => "Page down",
        Key::PageUp => "Page up",
        Key::Escape => "Esc",
        Key::Delete => "Delete",
        Key::ArrowLeft => "Left",
        Key::ArrowRight => "Right",
        Key::ArrowUp => "Up",
        Key::ArrowDown => "Down",
        key => key.symbol_or_name(),
    };
    if held.is_empty() { key.to_owned() } else { format!("{held}{}{key}", names.concat) }
}

/// Reads keys as a person writes them: "ctrl+shift+z", "Page down", "Ctrl++".
pub(super) fn read(text: &str) -> Option<KeyboardShortcut> {
    let text = text.trim();
    // The plus at the end of "Ctrl++" is a key.
    let (held, key) = match text.strip_suffix('+') {
        Some(rest) => (rest.strip_suffix('+').or(rest.is_empty().then_some(""))?, "+"),
        None => text.rsplit_once('+').unwrap_or(("", text)),
    };
    let mut modifiers = Modifiers::NONE;
    for name in held.split('+').map(str::trim).filter(|_| !held.is_empty()) {
        modifiers = modifiers.plus(match name.to_lowercase().as_str() {
            "ctrl" | "control" | "cmd" | "command" => Modifiers::COMMAND,
            "shift" => Modifiers::SHIFT,
            "alt" | "option" => Modifiers::ALT,
            _ => return None,
        });
    }
    let name: String = key.split_whitespace().map(capital).collect();
    let key = match name.as_str() {
        "PageUp" | "Pageup" => Key::PageUp,
        "PageDown" | "Pagedown" => Key::PageDown,
        "Del" => Key::Delete,
        name => Key::from_name(name)?,
    };
    Some(KeyboardShortcut::new(modifiers, key))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_shown() {
        for command in Command::ALL {
            if let Some(keys) = command.shortcut().filter(|_| !cfg!(target_os = "macos")) {
                assert_eq!(read(&text_of(keys)), Some(keys), "{}", text_of(keys));
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).map(text_of).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn keys_may_be_written_in_several_ways() {
        if cfg!(target_os = "macos") {
            return;
        }
        check("ctrl + shift + n", "Ctrl+Shift+N");
        check("page down", "Page down");
        check("Ctrl++", "Ctrl++");
        check("+", "+");
        check("alt+left", "Alt+Left");
        check("f5", "F5");
        check("", "");
        check("Ctrl", "");
        check("Ctrl+", "");
        check("Hyper+N", "");
        check("Ctrl+Nn", "");
    }
}
