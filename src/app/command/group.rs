use super::Command;
use crate::app::language::{self, Spoken};

/// What commands are for: the heading under which menus and the help page show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Articles,
    Selecting,
    Notes,
    Finding,
    Speakers,
    Reading,
    Settings,
}

impl Group {
    /// All of them, in the order of [`Command::ALL`].
    pub const ALL: [Self; 7] =
        [Self::Articles, Self::Selecting, Self::Notes, Self::Finding, Self::Speakers, Self::Reading, Self::Settings];

    /// Its commands.
    pub fn commands(self) -> impl Iterator<Item = Command> {
        Command::ALL.into_iter().filter(move |command| command.group() == self)
    }

    /// What the window calls it, in its language.
    pub fn shown(self) -> &'static str {
        language::plain(self.message())
    }

    /// The same in a language.
    pub fn name_in(self, spoken: Spoken) -> &'static str {
        language::plain_in(spoken, self.message())
    }

    fn message(self) -> &'static str {
        match self {
            Self::Articles => "group-articles",
            Self::Selecting => "group-selecting",
            Self::Notes => "group-notes",
            Self::Finding => "group-finding",
            Self::Speakers => "group-speakers",
            Self::Reading => "group-reading",
            Self::Settings => "group-settings",
        }
    }
}

impl Command {
    /// What it is for.
    pub fn group(self) -> Group {
        match self {
            Self::Open
            | Self::OpenSample
            | Self::PathField
            | Self::NewWindow
            | Self::OpenInNewWindow
            | Self::CloseTab
            | Self::NextTab
            | Self::PreviousTab
            | Self::GoToTab
            | Self::Export => Group::Articles,
            Self::Copy | Self::SelectAll | Self::SelectSentence | Self::ClearSelection | Self::Undo | Self::Redo => {
                Group::Selecting
            }
            Self::Highlight(_)
            | Self::Tag
            | Self::Note
            | Self::NoteOnParagraph
            | Self::NoteOnArticle
            | Self::MoveStart
            | Self::MoveEnd
            | Self::LinkTo
            | Self::MarkEverywhere
            | Self::DeleteAnnotation
            | Self::CopyNote
            | Self::NextOwnLayer
            | Self::ClaimLayer
            | Self::TagsTogether
            | Self::ExportTags
            | Self::ImportTags => Group::Notes,
            Self::Find
            | Self::NextResult
            | Self::PreviousResult
            | Self::Filter
            | Self::NextAnnotation
            | Self::PreviousAnnotation
            | Self::Outline
            | Self::Back
            | Self::Forward => Group::Finding,
            Self::CorrectSpeaker
            | Self::SamePerson
            | Self::NotSpeech
            | Self::NextQuotation
            | Self::PreviousQuotation
            | Self::NextOfSpeaker
            | Self::PreviousOfSpeaker
            | Self::OnlySpeaker
            | Self::StopListening
            | Self::Listen => Group::Speakers,
            Self::FocusParagraph
            | Self::FocusLine
            | Self::FullScreen
            | Self::ReadAloud
            | Self::LargerText
            | Self::SmallerText
            | Self::NormalText
            | Self::NextTheme
            | Self::Theme(_)
            | Self::OtherFace
            | Self::SpeakersPanel
            | Self::NotesPanel
            | Self::Leftovers => Group::Reading,
            Self::YourName | Self::Settings | Self::Palette | Self::Help | Self::Quit => Group::Settings,
        }
    }
}
