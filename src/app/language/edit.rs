//! What changes of the notes are called.

use super::message;
use crate::notes::EditName;

/// The name of a change of the notes, as it stands in a sentence: “tag “claim””.
pub fn edit(name: &EditName) -> String {
    let plain = match name {
        EditName::Tag(name) => return message!("edit-tag", name = name.as_str()),
        EditName::RemoveTag(name) => return message!("edit-remove-tag", name = name.as_str()),
        EditName::RenameTag(name) => return message!("edit-rename-tag", name = name.as_str()),
        EditName::DeleteTag(name) => return message!("edit-delete-tag", name = name.as_str()),
        EditName::ColourOfTag(name) => return message!("edit-colour-of", name = name.as_str()),
        EditName::MeaningOfTag(name) => return message!("edit-meaning-of", name = name.as_str()),
        EditName::RenameSpeaker(name) => return message!("edit-rename-speaker", name = name.as_str()),
        EditName::ImportTags => message!("edit-import-tags"),
        EditName::Highlight => message!("edit-highlight"),
        EditName::MarksEverywhere => message!("edit-everywhere"),
        EditName::Note => message!("edit-note"),
        EditName::NoteOnParagraph => message!("edit-note-on-paragraph"),
        EditName::NoteOnArticle => message!("edit-note-on-article"),
        EditName::Colour => message!("edit-colour"),
        EditName::Delete => message!("edit-delete"),
        EditName::Link => message!("edit-link"),
        EditName::Unlink => message!("edit-unlink"),
        EditName::Copy => message!("edit-copy"),
        EditName::Move => message!("edit-move"),
        EditName::MoveOfEnds => message!("edit-move-ends"),
        EditName::Speaker => message!("edit-speaker"),
        EditName::NotSpeech => message!("edit-not-speech"),
        EditName::Speech => message!("edit-speech"),
        EditName::SamePerson => message!("edit-same-person"),
        EditName::Apart => message!("edit-apart"),
    };
    plain.to_owned()
}
