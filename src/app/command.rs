//! Everything a reader can do in the window, as one table: menus, keys, tooltips, the help page and
//! `quotemark commands` are all read from it.
//!
//! In: keys, and the wheel with Ctrl. Out: a [`Command`]. Never: what it does, or whether it can be done now; the window knows that.

mod group;
mod keymap;
mod keys;
mod pressing;
mod zooming;

pub use group::Group;
pub use keymap::{Keymap, Mistake, Problem};
pub use keys::text_of;
pub use pressing::{claim_keys, pressed};
pub use zooming::Zooming;

use super::language::{self, Spoken};
use super::theme::ThemeName;
use crate::notes::Colour;

/// Something a reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Open,
    OpenSample,
    PathField,
    NewWindow,
    /// Shows the article in front in a window of its own as well.
    OpenInNewWindow,
    CloseTab,
    NextTab,
    PreviousTab,
    /// Lists the tabs to go to one.
    GoToTab,
    Export,
    Copy,
    SelectAll,
    SelectSentence,
    ClearSelection,
    /// Marks the selection, or gives the chosen annotation another colour.
    Highlight(Colour),
    Tag,
    Note,
    /// Makes or opens a note on the paragraph at the caret, and on the article as a whole.
    NoteOnParagraph,
    NoteOnArticle,
    /// Gives the keyboard to the handle where the chosen passage begins or ends.
    MoveStart,
    MoveEnd,
    /// Picks a note to link the chosen one with.
    LinkTo,
    /// Marks the words of the chosen note, or the selection, wherever they stand.
    MarkEverywhere,
    DeleteAnnotation,
    /// Makes a note of the reader's own from the chosen one of another layer.
    CopyNote,
    /// Goes on in another of the layers that carry the reader's name.
    NextOwnLayer,
    /// Signs the layer of the chosen note with the reader's name.
    ClaimLayer,
    /// Lists which tags occur together.
    TagsTogether,
    ExportTags,
    ImportTags,
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
    /// Stops the finding of speakers in a long article.
    StopListening,
    /// Finds the speakers after all.
    Listen,
    Outline,
    /// Goes back to where the reader was before a jump.
    Back,
    Forward,
    /// Dims everything but what is being read.
    FocusParagraph,
    FocusLine,
    FullScreen,
    /// Reads the article aloud, pauses, goes on.
    ReadAloud,
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
    pub const ALL: [Self; 78] = [
        Self::Open,
        Self::OpenSample,
        Self::PathField,
        Self::NewWindow,
        Self::OpenInNewWindow,
        Self::CloseTab,
        Self::NextTab,
        Self::PreviousTab,
        Self::GoToTab,
        Self::Export,
        Self::Copy,
        Self::SelectAll,
        Self::SelectSentence,
        Self::ClearSelection,
        Self::Undo,
        Self::Redo,
        Self::Highlight(Colour::Yellow),
        Self::Highlight(Colour::Green),
        Self::Highlight(Colour::Blue),
        Self::Highlight(Colour::Pink),
        Self::Highlight(Colour::Orange),
        Self::Highlight(Colour::Violet),
        Self::Tag,
        Self::Note,
        Self::NoteOnParagraph,
        Self::NoteOnArticle,
        Self::MoveStart,
        Self::MoveEnd,
        Self::LinkTo,
        Self::MarkEverywhere,
        Self::DeleteAnnotation,
        Self::CopyNote,
        Self::NextOwnLayer,
        Self::ClaimLayer,
        Self::TagsTogether,
        Self::ExportTags,
        Self::ImportTags,
        Self::Find,
        Self::NextResult,
        Self::PreviousResult,
        Self::Filter,
        Self::NextAnnotation,
        Self::PreviousAnnotation,
        Self::Outline,
        Self::Back,
        Self::Forward,
        Self::CorrectSpeaker,
        Self::SamePerson,
        Self::NotSpeech,
        Self::NextQuotation,
        Self::PreviousQuotation,
        Self::NextOfSpeaker,
        Self::PreviousOfSpeaker,
        Self::OnlySpeaker,
        Self::StopListening,
        Self::Listen,
        Self::FocusParagraph,
        Self::FocusLine,
        Self::FullScreen,
        Self::ReadAloud,
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

    /// What `settings.ron` and the command line call it, in English; it does not change from version to version.
    pub fn name(self) -> &'static str {
        self.name_in(Spoken::English)
    }

    /// What the window calls it in a language.
    pub fn name_in(self, spoken: Spoken) -> &'static str {
        language::plain_in(spoken, self.messages().0)
    }

    /// What menus, tooltips and the help page call it, in the window's language.
    pub fn shown(self) -> &'static str {
        language::plain(self.messages().0)
    }

    /// What it does, in one line, in the window's language.
    pub fn help(self) -> &'static str {
        language::plain(self.messages().1)
    }

    /// The keys of the messages that hold its name and what it does.
    fn messages(self) -> (&'static str, &'static str) {
        match self {
            Self::Open => ("command-open", "command-open.help"),
            Self::OpenSample => ("command-open-sample", "command-open-sample.help"),
            Self::PathField => ("command-path-field", "command-path-field.help"),
            Self::NewWindow => ("command-new-window", "command-new-window.help"),
            Self::OpenInNewWindow => ("command-open-in-new-window", "command-open-in-new-window.help"),
            Self::CloseTab => ("command-close-tab", "command-close-tab.help"),
            Self::NextTab => ("command-next-tab", "command-next-tab.help"),
            Self::PreviousTab => ("command-previous-tab", "command-previous-tab.help"),
            Self::GoToTab => ("command-go-to-tab", "command-go-to-tab.help"),
            Self::Export => ("command-export", "command-export.help"),
            Self::Copy => ("command-copy", "command-copy.help"),
            Self::SelectAll => ("command-select-all", "command-select-all.help"),
            Self::SelectSentence => ("command-select-sentence", "command-select-sentence.help"),
            Self::ClearSelection => ("command-clear-selection", "command-clear-selection.help"),
            Self::Highlight(Colour::Yellow) => ("command-highlight-yellow", "command-highlight-yellow.help"),
            Self::Highlight(Colour::Green) => ("command-highlight-green", "command-highlight-green.help"),
            Self::Highlight(Colour::Blue) => ("command-highlight-blue", "command-highlight-blue.help"),
            Self::Highlight(Colour::Pink) => ("command-highlight-pink", "command-highlight-pink.help"),
            Self::Highlight(Colour::Orange) => ("command-highlight-orange", "command-highlight-orange.help"),
            Self::Highlight(Colour::Violet) => ("command-highlight-violet", "command-highlight-violet.help"),
            Self::Tag => ("command-tag", "command-tag.help"),
            Self::Note => ("command-note", "command-note.help"),
            Self::NoteOnParagraph => ("command-note-on-paragraph", "command-note-on-paragraph.help"),
            Self::NoteOnArticle => ("command-note-on-article", "command-note-on-article.help"),
            Self::MoveStart => ("command-move-start", "command-move-start.help"),
            Self::MoveEnd => ("command-move-end", "command-move-end.help"),
            Self::LinkTo => ("command-link-to", "command-link-to.help"),
            Self::MarkEverywhere => ("command-mark-everywhere", "command-mark-everywhere.help"),
            Self::DeleteAnnotation => ("command-delete-annotation", "command-delete-annotation.help"),
            Self::CopyNote => ("command-copy-note", "command-copy-note.help"),
            Self::NextOwnLayer => ("command-next-own-layer", "command-next-own-layer.help"),
            Self::ClaimLayer => ("command-claim-layer", "command-claim-layer.help"),
            Self::TagsTogether => ("command-tags-together", "command-tags-together.help"),
            Self::ExportTags => ("command-export-tags", "command-export-tags.help"),
            Self::ImportTags => ("command-import-tags", "command-import-tags.help"),
            Self::CorrectSpeaker => ("command-correct-speaker", "command-correct-speaker.help"),
            Self::SamePerson => ("command-same-person", "command-same-person.help"),
            Self::NotSpeech => ("command-not-speech", "command-not-speech.help"),
            Self::Undo => ("command-undo", "command-undo.help"),
            Self::Redo => ("command-redo", "command-redo.help"),
            Self::Find => ("command-find", "command-find.help"),
            Self::NextResult => ("command-next-result", "command-next-result.help"),
            Self::PreviousResult => ("command-previous-result", "command-previous-result.help"),
            Self::Filter => ("command-filter", "command-filter.help"),
            Self::NextAnnotation => ("command-next-annotation", "command-next-annotation.help"),
            Self::PreviousAnnotation => ("command-previous-annotation", "command-previous-annotation.help"),
            Self::NextQuotation => ("command-next-quotation", "command-next-quotation.help"),
            Self::PreviousQuotation => ("command-previous-quotation", "command-previous-quotation.help"),
            Self::NextOfSpeaker => ("command-next-of-speaker", "command-next-of-speaker.help"),
            Self::PreviousOfSpeaker => ("command-previous-of-speaker", "command-previous-of-speaker.help"),
            Self::OnlySpeaker => ("command-only-speaker", "command-only-speaker.help"),
            Self::StopListening => ("command-stop-listening", "command-stop-listening.help"),
            Self::Listen => ("command-listen", "command-listen.help"),
            Self::Outline => ("command-outline", "command-outline.help"),
            Self::Back => ("command-back", "command-back.help"),
            Self::Forward => ("command-forward", "command-forward.help"),
            Self::FocusParagraph => ("command-focus-paragraph", "command-focus-paragraph.help"),
            Self::FocusLine => ("command-focus-line", "command-focus-line.help"),
            Self::FullScreen => ("command-full-screen", "command-full-screen.help"),
            Self::ReadAloud => ("command-read-aloud", "command-read-aloud.help"),
            Self::LargerText => ("command-larger-text", "command-larger-text.help"),
            Self::SmallerText => ("command-smaller-text", "command-smaller-text.help"),
            Self::NormalText => ("command-normal-text", "command-normal-text.help"),
            Self::NextTheme => ("command-next-theme", "command-next-theme.help"),
            Self::Theme(ThemeName::System) => ("command-theme-system", "command-theme-system.help"),
            Self::Theme(ThemeName::Light) => ("command-theme-light", "command-theme-light.help"),
            Self::Theme(ThemeName::Sepia) => ("command-theme-sepia", "command-theme-sepia.help"),
            Self::Theme(ThemeName::Dark) => ("command-theme-dark", "command-theme-dark.help"),
            Self::Theme(ThemeName::Contrast) => ("command-theme-contrast", "command-theme-contrast.help"),
            Self::OtherFace => ("command-other-face", "command-other-face.help"),
            Self::SpeakersPanel => ("command-speakers-panel", "command-speakers-panel.help"),
            Self::NotesPanel => ("command-notes-panel", "command-notes-panel.help"),
            Self::Leftovers => ("command-leftovers", "command-leftovers.help"),
            Self::YourName => ("command-your-name", "command-your-name.help"),
            Self::Settings => ("command-settings", "command-settings.help"),
            Self::Palette => ("command-palette", "command-palette.help"),
            Self::Help => ("command-help", "command-help.help"),
            Self::Quit => ("command-quit", "command-quit.help"),
        }
    }

    /// Whether it does something only with an article open.
    pub fn needs_article(self) -> bool {
        !matches!(
            self,
            Self::Open
                | Self::OpenSample
                | Self::PathField
                | Self::NewWindow
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
