//! Everything a reader can do in the window, as one table: menus, keys, tooltips, the help page and
//! `quotemark commands` are all read from it.
//!
//! In: keys. Out: a [`Command`]. Never: what it does, or whether it can be done now; the window knows that.

mod keymap;
mod keys;
mod pressing;

pub use keymap::{Keymap, Mistake};
pub use pressing::{claim_keys, pressed};

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
    Export,
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
    /// Lists only some of the notes.
    Filter,
    NextAnnotation,
    PreviousAnnotation,
    NextQuotation,
    PreviousQuotation,
    NextOfSpeaker,
    PreviousOfSpeaker,
    OnlySpeaker,
    Outline,
    /// Goes back to where the reader was before a jump.
    Back,
    Forward,
    /// Dims everything but what is being read.
    FocusParagraph,
    FocusLine,
    FullScreen,
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
    Settings,
    Palette,
    Help,
    Quit,
}

impl Command {
    /// All of them, in the order menus and the help page show them.
    pub const ALL: [Self; 61] = [
        Self::Open,
        Self::OpenSample,
        Self::PathField,
        Self::CloseTab,
        Self::NextTab,
        Self::PreviousTab,
        Self::Export,
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
        Self::Filter,
        Self::NextAnnotation,
        Self::PreviousAnnotation,
        Self::NextQuotation,
        Self::PreviousQuotation,
        Self::NextOfSpeaker,
        Self::PreviousOfSpeaker,
        Self::OnlySpeaker,
        Self::Outline,
        Self::Back,
        Self::Forward,
        Self::FocusParagraph,
        Self::FocusLine,
        Self::FullScreen,
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
        Self::Settings,
        Self::Palette,
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
            Self::Export => ("Export…", "Write the article or its notes to a file for other programs"),
            Self::Copy => ("Copy", "Copy the selected words"),
            Self::SelectAll => ("Select all", "Select the whole article"),
            Self::SelectSentence => ("Select sentence", "Select the sentence at the reading place, then the next ones"),
            Self::ClearSelection => ("Clear selection", "Let go of what is selected or chosen"),
            Self::Highlight(Colour::Yellow) => {
                ("Highlight in yellow", "Mark the selection or the sentence, or make the chosen note yellow")
            }
            Self::Highlight(Colour::Green) => {
                ("Highlight in green", "Mark the selection or the sentence, or make the chosen note green")
            }
            Self::Highlight(Colour::Blue) => {
                ("Highlight in blue", "Mark the selection or the sentence, or make the chosen note blue")
            }
            Self::Highlight(Colour::Pink) => {
                ("Highlight in pink", "Mark the selection or the sentence, or make the chosen note pink")
            }
            Self::Highlight(Colour::Orange) => {
                ("Highlight in orange", "Mark the selection or the sentence, or make the chosen note orange")
            }
            Self::Highlight(Colour::Violet) => {
                ("Highlight in violet", "Mark the selection or the sentence, or make the chosen note violet")
            }
            Self::Tag => ("Tag", "Tag the selected words, the sentence, or the chosen note"),
            Self::Note => ("Write a note", "Write about the selected words, the sentence, or the chosen note"),
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
            Self::Filter => ("Filter notes", "List only some notes: by words, tag, speaker, colour or state"),
            Self::NextAnnotation => ("Next note", "Go to the next note in the text"),
            Self::PreviousAnnotation => ("Previous note", "Go to the note before"),
            Self::NextQuotation => ("Next quotation", "Go to the next quotation in the text"),
            Self::PreviousQuotation => ("Previous quotation", "Go to the quotation before"),
            Self::NextOfSpeaker => ("Next quotation of this speaker", "Go to where the same person speaks next"),
            Self::PreviousOfSpeaker => {
                ("Previous quotation of this speaker", "Go to where the same person spoke before")
            }
            Self::OnlySpeaker => ("Only this speaker", "Dim the words of everybody else, or show them again"),
            Self::Outline => ("Outline", "Go to one of the headings of the article, with the arrow keys"),
            Self::Back => ("Back", "Go back to where you were before the last jump"),
            Self::Forward => ("Forward", "Go to where you were before you went back"),
            Self::FocusParagraph => ("Focus on a paragraph", "Dim all but the paragraph being read, or end that"),
            Self::FocusLine => ("Focus on a line", "Dim all but the line being read, or end that"),
            Self::FullScreen => ("Full screen", "Show nothing but the text, or bring everything back"),
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
            Self::Settings => ("Settings…", "Set your name, the theme, and how the text is set"),
            Self::Palette => ("Command palette", "Type a few letters of any command, and run it"),
            Self::Help => ("Help", "Show every command with its keys"),
            Self::Quit => ("Quit", "Close the window; your notes are saved"),
        }
    }

    /// Whether it does something only with an article open.
    pub fn needs_article(self) -> bool {
        !matches!(
            self,
            Self::Open
                | Self::OpenSample
                | Self::PathField
                | Self::FocusParagraph
                | Self::FocusLine
                | Self::LargerText
                | Self::SmallerText
                | Self::NormalText
                | Self::NextTheme
                | Self::Theme(_)
                | Self::OtherFace
                | Self::YourName
                | Self::Settings
                | Self::Palette
                | Self::Help
                | Self::Quit
        )
    }
}

/// The table with its usual keys, as `quotemark commands` prints it until a reader chooses others: name, keys and help, one command a line, with tabs
/// between.
pub fn table() -> String {
    Keymap::default().table()
}

#[cfg(test)]
mod tests;
