use std::path::PathBuf;

use egui::Pos2;

use super::{
    command::Command, layers::NoteKey, note_list::Order, selection::Selection, settings::Settings, tab::WantedLayer,
};
use crate::{
    article::{TextOffset, TextRange},
    export::Format,
    notes::{AnnotationId, Colour},
    speech::{SpeakerId, Verdict},
};

/// What a pane asks for; the window does it once all panes are shown, so that panes only ever read.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Do(Command),
    Open(Vec<PathBuf>),
    /// Opens what is typed in the path field, which stays until that is there.
    OpenTyped,
    ShowTab(usize),
    CloseTab(usize),
    /// Shows the article of a tab in a window of its own as well.
    OpenInNewWindow(usize),
    Select(Selection),
    /// The words at a place were clicked: an annotation there is chosen, and the next one with the next click.
    Click(TextOffset),
    Choose(Option<NoteKey>),
    GoTo(TextRange),
    /// Goes to a stretch and puts the caret there.
    JumpTo(TextRange),
    /// Lists all speakers, or those who say most.
    ListSpeakers(bool),
    /// Dims everyone else and steps to this speaker's next words; `None` listens to all again.
    ListenTo(Option<SpeakerId>),
    /// Colours an annotation anew.
    Recolour(AnnotationId, Colour),
    Delete(AnnotationId),
    /// Takes the words where a changed passage was found as the annotated ones.
    KeepHere(AnnotationId, TextRange),
    /// Puts the ends of an annotation where the reader dragged them, or stepped by key.
    MoveEnds(AnnotationId, TextRange),
    StepEnds(AnnotationId, TextRange),
    /// Links two annotations, and takes their link off again.
    Link(AnnotationId, AnnotationId),
    Unlink(AnnotationId, AnnotationId),
    /// Says of a passage who says it.
    Rule(TextRange, Verdict),
    /// Shows one person's words under another's name.
    SamePerson(String, String),
    /// Takes apart what was made one person under this name.
    Apart(String),
    /// Gives a tag to the chosen annotation, or to the selection.
    Tag(String),
    Untag(AnnotationId, String),
    /// Gives a tag another name on all notes; one that another tag has makes the two one.
    RenameTag(String, String),
    RecolourTag(String, Colour),
    /// Says what a tag means.
    DefineTag(String, String),
    /// Takes a tag off all notes and out of the code book.
    DeleteTag(String),
    /// Writes the code book into a file.
    ExportTags(PathBuf),
    /// Takes the tags of a file into the code book.
    ImportTags(PathBuf),
    /// The note of an annotation now reads so.
    WriteNote(AnnotationId, String),
    /// The reader is done with the note being written.
    EndNote,
    /// Opens the field for a note on an annotation.
    EditNote(AnnotationId),
    /// Shows only the notes that a line asks for; `None` shows all.
    Filter(Option<String>),
    SortNotes(Order),
    ListAllNotes(bool),
    /// Shows a layer of notes or puts it away; `None` is the reader's own.
    ShowLayer(Option<String>, bool),
    /// Writes another layer from now on.
    WriteLayer(WantedLayer),
    /// Makes a note of the reader's own from another layer's.
    CopyNote(NoteKey),
    /// The reader's name is this.
    SetName(String),
    /// Writes the notes of the article in front into a file.
    Export(Format, PathBuf),
    /// The settings are these.
    Set(Box<Settings>),
    /// Opens the menu on the text at a point, for what is at this place.
    TextMenu(Pos2, TextOffset),
    /// Looks for these words in the text.
    Find(String),
    /// Closes the find bar.
    EndFind,
    ToggleFolded,
    ClearRecents,
    /// Lists the articles again that were cleared from the list last.
    BringBackRecents,
    DismissNotice,
    /// Shows all that the reader has been told, or the newest of it.
    ShowNotices(bool),
    /// Goes back from the path field to the article.
    LeavePath,
}
