//! What changes of the notes are called.

/// What an edit is called, to be undone and made again by that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditName {
    /// Giving a tag to passages.
    Tag(String),
    RemoveTag(String),
    RenameTag(String),
    DeleteTag(String),
    ColourOfTag(String),
    MeaningOfTag(String),
    ImportTags,
    Highlight,
    MarksEverywhere,
    Note,
    NoteOnParagraph,
    NoteOnArticle,
    /// Giving another colour to an annotation.
    Colour,
    Delete,
    Link,
    Unlink,
    /// Taking a note from another layer.
    Copy,
    /// Putting an annotation on another passage.
    Move,
    MoveOfEnds,
    /// Saying who speaks.
    Speaker,
    NotSpeech,
    Speech,
    SamePerson,
    /// Giving a speaker another name.
    RenameSpeaker(String),
    /// Taking apart what was made one person.
    Apart,
}
