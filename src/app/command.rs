//! Everything a reader can do in the window, as one table: menus, keys, tooltips, the help page and
//! `quotemark commands` are all read from it.
//!
//! In: keys. Out: a [`Command`]. Never: what it does, or whether it can be done now; the window knows that.

use egui::{Event, Key, KeyboardShortcut, ModifierNames, Modifiers};

use super::theme::ThemeName;
use crate::notes::Colour;

/// Something a reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Open,
    OpenSample,
    PathField,
    CloseTab,
    NextTab,
    PreviousTab,
    Copy,
    SelectAll,
    SelectSentence,
    ClearSelection,
    /// Marks the selection, or gives the chosen annotation another colour.
    Highlight(Colour),
    Tag,
    Note,
    DeleteAnnotation,
    /// Makes a note of the reader's own from the chosen one of another layer.
    CopyNote,
    CorrectSpeaker,
    SamePerson,
    NotSpeech,
    Undo,
    Redo,
    Find,
    NextResult,
    PreviousResult,
    NextAnnotation,
    PreviousAnnotation,
    NextQuotation,
    PreviousQuotation,
    NextOfSpeaker,
    PreviousOfSpeaker,
    OnlySpeaker,
    LargerText,
    SmallerText,
    NormalText,
    NextTheme,
    Theme(ThemeName),
    OtherFace,
    SpeakersPanel,
    NotesPanel,
    Leftovers,
    YourName,
    Help,
    Quit,
}

const CONTROL: Modifiers = Modifiers::COMMAND;
const CONTROL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CONTROL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

impl Command {
    /// All of them, in the order menus and the help page show them.
    pub const ALL: [Self; 51] = [
        Self::Open,
        Self::OpenSample,
        Self::PathField,
        Self::CloseTab,
        Self::NextTab,
        Self::PreviousTab,
        Self::Copy,
        Self::SelectAll,
        Self::SelectSentence,
        Self::ClearSelection,
        Self::Highlight(Colour::Yellow),
        Self::Highlight(Colour::Green),
        Self::Highlight(Colour::Blue),
        Self::Highlight(Colour::Pink),
        Self::Highlight(Colour::Orange),
        Self::Highlight(Colour::Violet),
        Self::Tag,
        Self::Note,
        Self::DeleteAnnotation,
        Self::CopyNote,
        Self::CorrectSpeaker,
        Self::SamePerson,
        Self::NotSpeech,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::NextResult,
        Self::PreviousResult,
        Self::NextAnnotation,
        Self::PreviousAnnotation,
        Self::NextQuotation,
        Self::PreviousQuotation,
        Self::NextOfSpeaker,
        Self::PreviousOfSpeaker,
        Self::OnlySpeaker,
        Self::LargerText,
        Self::SmallerText,
        Self::NormalText,
        Self::NextTheme,
        Self::Theme(ThemeName::System),
        Self::Theme(ThemeName::Light),
        Self::Theme(ThemeName::Sepia),
        Self::Theme(ThemeName::Dark),
        Self::Theme(ThemeName::Contrast),
        Self::OtherFace,
        Self::SpeakersPanel,
        Self::NotesPanel,
        Self::Leftovers,
        Self::YourName,
        Self::Help,
        Self::Quit,
    ];

    /// What menus, tooltips and the help page call it; it does not change from version to version.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// What it does, in one line.
    pub fn help(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Open => ("Open…", "Choose articles to open, each in a tab"),
            Self::OpenSample => ("Read the sample", "Open the article that comes with Quotemark"),
            Self::PathField => ("Open a path", "Type or paste the path of an article"),
            Self::CloseTab => ("Close tab", "Close this article; its notes are kept"),
            Self::NextTab => ("Next tab", "Go to the article in the next tab"),
            Self::PreviousTab => ("Previous tab", "Go to the article in the tab before"),
            Self::Copy => ("Copy", "Copy the selected words"),
            Self::SelectAll => ("Select all", "Select the whole article"),
            Self::SelectSentence => ("Select sentence", "Select the sentence at the reading place, then the next ones"),
            Self::ClearSelection => ("Clear selection", "Let go of what is selected or chosen"),
            Self::Highlight(Colour::Yellow) => {
                ("Highlight in yellow", "Mark the selected words, or make the chosen note yellow")
            }
            Self::Highlight(Colour::Green) => {
                ("Highlight in green", "Mark the selected words, or make the chosen note green")
            }
            Self::Highlight(Colour::Blue) => {
                ("Highlight in blue", "Mark the selected words, or make the chosen note blue")
            }
            Self::Highlight(Colour::Pink) => {
                ("Highlight in pink", "Mark the selected words, or make the chosen note pink")
            }
            Self::Highlight(Colour::Orange) => {
                ("Highlight in orange", "Mark the selected words, or make the chosen note orange")
            }
            Self::Highlight(Colour::Violet) => {
                ("Highlight in violet", "Mark the selected words, or make the chosen note violet")
            }
            Self::Tag => ("Tag", "Give the selected words or the chosen note a tag"),
            Self::Note => ("Write a note", "Write about the selected words or the chosen note"),
            Self::DeleteAnnotation => ("Delete note", "Delete the chosen note and its highlight"),
            Self::CopyNote => ("Copy into my notes", "Make a note of your own from the chosen note of another layer"),
            Self::CorrectSpeaker => ("Correct speaker…", "Say who speaks here, or that the selected words are speech"),
            Self::SamePerson => ("Same person…", "Make this speaker and another one the same person"),
            Self::NotSpeech => ("Not speech", "Say that nobody speaks here"),
            Self::Undo => ("Undo", "Take back the last change of your notes"),
            Self::Redo => ("Redo", "Make the change again that was taken back"),
            Self::Find => ("Find", "Look for words in the text"),
            Self::NextResult => ("Next result", "Go to the next place that was found"),
            Self::PreviousResult => ("Previous result", "Go to the place found before"),
            Self::NextAnnotation => ("Next note", "Go to the next note in the text"),
            Self::PreviousAnnotation => ("Previous note", "Go to the note before"),
            Self::NextQuotation => ("Next quotation", "Go to the next quotation in the text"),
            Self::PreviousQuotation => ("Previous quotation", "Go to the quotation before"),
            Self::NextOfSpeaker => ("Next quotation of this speaker", "Go to where the same person speaks next"),
            Self::PreviousOfSpeaker => {
                ("Previous quotation of this speaker", "Go to where the same person spoke before")
            }
            Self::OnlySpeaker => ("Only this speaker", "Dim the words of everybody else, or show them again"),
            Self::LargerText => ("Larger text", "Make the article's text a step larger"),
            Self::SmallerText => ("Smaller text", "Make the article's text a step smaller"),
            Self::NormalText => ("Normal text", "Give the article's text its usual size"),
            Self::NextTheme => ("Next theme", "Go round light, sepia, dark and high contrast"),
            Self::Theme(ThemeName::System) => ("Theme of the system", "Be light or dark as the system is"),
            Self::Theme(ThemeName::Light) => ("Light theme", "Dark letters on light paper"),
            Self::Theme(ThemeName::Sepia) => ("Sepia theme", "Dark letters on warm paper"),
            Self::Theme(ThemeName::Dark) => ("Dark theme", "Light letters on a dark ground"),
            Self::Theme(ThemeName::Contrast) => ("High contrast theme", "White letters on black, everything outlined"),
            Self::OtherFace => ("Serif or sans", "Set the article in the other type face"),
            Self::SpeakersPanel => ("Speakers panel", "Show or put away the speakers, tags and outline"),
            Self::NotesPanel => ("Notes panel", "Show or put away the notes"),
            Self::Leftovers => ("Folded web parts", "Show or fold the menus and related articles of a web page"),
            Self::YourName => ("Your name…", "Set the name that is written into the files of your notes"),
            Self::Help => ("Help", "Show every command with its keys"),
            Self::Quit => ("Quit", "Close the window; your notes are saved"),
        }
    }

    /// The keys that are shown for it.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let keys = |modifiers, key| Some(KeyboardShortcut::new(modifiers, key));
        match self {
            Self::Open => keys(CONTROL, Key::O),
            Self::PathField => keys(CONTROL, Key::L),
            Self::CloseTab => keys(CONTROL, Key::W),
            Self::NextTab => keys(CONTROL, Key::PageDown),
            Self::PreviousTab => keys(CONTROL, Key::PageUp),
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
            Self::DeleteAnnotation => keys(Modifiers::NONE, Key::Delete),
            Self::CopyNote => keys(Modifiers::SHIFT, Key::N),
            Self::CorrectSpeaker => keys(Modifiers::NONE, Key::S),
            Self::SamePerson => keys(Modifiers::NONE, Key::M),
            Self::NotSpeech => keys(Modifiers::NONE, Key::X),
            Self::Undo => keys(CONTROL, Key::Z),
            Self::Redo => keys(CONTROL_SHIFT, Key::Z),
            Self::Find => keys(CONTROL, Key::F),
            Self::NextResult => keys(Modifiers::NONE, Key::F3),
            Self::PreviousResult => keys(Modifiers::SHIFT, Key::F3),
            Self::NextAnnotation => keys(Modifiers::NONE, Key::Period),
            Self::PreviousAnnotation => keys(Modifiers::NONE, Key::Comma),
            Self::NextQuotation => keys(Modifiers::NONE, Key::J),
            Self::PreviousQuotation => keys(Modifiers::NONE, Key::K),
            Self::NextOfSpeaker => keys(Modifiers::SHIFT, Key::J),
            Self::PreviousOfSpeaker => keys(Modifiers::SHIFT, Key::K),
            Self::OnlySpeaker => keys(Modifiers::NONE, Key::O),
            Self::LargerText => keys(CONTROL, Key::Plus),
            Self::SmallerText => keys(CONTROL, Key::Minus),
            Self::NormalText => keys(CONTROL, Key::Num0),
            Self::NextTheme => keys(CONTROL_SHIFT, Key::D),
            Self::OtherFace => keys(CONTROL_SHIFT, Key::F),
            Self::SpeakersPanel => keys(CONTROL, Key::B),
            Self::NotesPanel => keys(CONTROL_ALT, Key::B),
            Self::Help => keys(Modifiers::NONE, Key::F1),
            Self::Quit => keys(CONTROL, Key::Q),
            Self::OpenSample | Self::Theme(_) | Self::Leftovers | Self::YourName => None,
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

    /// The keys as text: "Ctrl+Shift+Z", "."; empty where there are none.
    pub fn shortcut_text(self) -> String {
        let Some(KeyboardShortcut { modifiers, logical_key }) = self.shortcut() else {
            return String::new();
        };
        let mac = cfg!(target_os = "macos");
        let names = if mac { ModifierNames::SYMBOLS } else { ModifierNames::NAMES };
        let held = names.format(&modifiers, mac);
        let key = match logical_key {
            Key::PageDown => "Page down",
            Key::PageUp => "Page up",
            Key::Escape => "Esc",
            Key::Delete => "Delete",
            key => key.symbol_or_name(),
        };
        if held.is_empty() { key.to_owned() } else { format!("{held}{}{key}", names.concat) }
    }

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
                | Self::NextOfSpeaker
                | Self::PreviousOfSpeaker
                | Self::LargerText
                | Self::SmallerText
        )
    }

    /// Whether its keys count while a field is typed in: a field undoes, copies and selects for itself.
    fn works_while_typing(self, shortcut: KeyboardShortcut) -> bool {
        !matches!(self, Self::Undo | Self::Redo | Self::Copy | Self::SelectAll)
            && (shortcut.modifiers.command || matches!(shortcut.logical_key, Key::F1 | Key::F3))
    }
}

/// The table as `quotemark commands` prints it: name, keys and help, one command a line, with tabs between.
pub fn table() -> String {
    Command::ALL
        .into_iter()
        .map(|command| format!("{}\t{}\t{}\n", command.name(), command.shortcut_text(), command.help()))
        .collect()
}

/// Keeps egui from using keys of our own: Ctrl with plus, minus and zero sizes the text, not the whole window.
pub fn claim_keys(context: &egui::Context) {
    context.options_mut(|options| options.zoom_with_keyboard = false);
}

/// The command whose keys were pressed, taken out of the input. Ask before any widget is shown.
///
/// Of several keys in one frame the first counts, the others are left for the next call; so call until `None`.
pub fn pressed(context: &egui::Context) -> Option<Command> {
    let typing = context.text_edit_focused();
    // Escape closes a popup before it lets go of a selection.
    let popup = egui::Popup::is_any_open(context);
    context.input_mut(|input| {
        let mut found = None;
        input.events.retain(|event| {
            if found.is_some() {
                // The letter that comes with the key is no text for the field that the command opens.
                return !matches!((event, found), (Event::Text(_), Some((_, true))));
            }
            let Some((command, plain, again)) = of_event(event, typing, popup) else {
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
fn of_event(event: &Event, typing: bool, popup: bool) -> Option<(Command, bool, bool)> {
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
    let shortcuts = Command::ALL.into_iter().flat_map(|command| {
        [command.shortcut(), command.other_shortcut()].into_iter().flatten().map(move |shortcut| (command, shortcut))
    });
    let (command, shortcut) = shortcuts
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

#[cfg(test)]
mod tests;
