//! What changes of the notes are called, and what is said once they are made.

use super::{colour, inner, message};
use crate::{
    excerpt::{one_line, shortened},
    notes::{Annotation, Change, Edit, EditName, Place},
    speech::Verdict,
};

/// So many characters of a passage are said.
const WORDS: usize = 40;

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

/// What is said of a change that was just made; nothing where it is seen, or where its maker has more to say.
pub fn done(edit: &Edit) -> Option<String> {
    let note = || {
        edit.changes.iter().find_map(|change| match change {
            Change::Annotation { before, after, .. } => after.as_deref().or(before.as_deref()),
            _ => None,
        })
    };
    let words = |note: &Annotation| inner(&shortened(&one_line(&note.selector.quote), WORDS));
    match &edit.name {
        EditName::Tag(name) => Some(message!("done-tag", name = name.as_str())),
        EditName::RemoveTag(name) => Some(message!("done-remove-tag", name = name.as_str())),
        EditName::Colour => Some(message!("done-colour", colour = colour(note()?.colour))),
        EditName::Delete => Some(match note()? {
            Annotation { place: Place::Article, .. } => message!("done-delete-on-article").to_owned(),
            note => message!("done-delete", words = words(note)),
        }),
        EditName::Link => Some(message!("done-link").to_owned()),
        EditName::Unlink => Some(message!("done-unlink").to_owned()),
        EditName::Move | EditName::MoveOfEnds => Some(message!("done-move", words = words(note()?))),
        _ => None,
    }
}

/// What is said of a verdict on a passage, which so many quotations follow.
pub fn ruled(verdict: &Verdict, followed: usize) -> String {
    match verdict {
        Verdict::SaidBy(name) if followed == 0 => message!("said-already", name = name.as_str()),
        Verdict::SaidBy(name) => message!("said-now", name = name.as_str(), count = followed),
        Verdict::NotSpeech => message!("not-speech-now").to_owned(),
        Verdict::Speech(None) => message!("speech-now").to_owned(),
        Verdict::Speech(Some(name)) => message!("speech-now-of", name = name.as_str()),
    }
}
