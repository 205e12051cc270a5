//! What changes of the notes are called.

use super::message;

/// The name of a change of the notes, which they give in English: “tag “claim””.
pub fn edit(name: &str) -> String {
    let (what, of) = match name.split_once(" “") {
        Some((what, of)) => (what, of.trim_end_matches('”')),
        None => (name, ""),
    };
    let plain = match what {
        "tag" => return message!("edit-tag", name = of),
        "remove tag" => return message!("edit-remove-tag", name = of),
        "rename tag" => return message!("edit-rename-tag", name = of),
        "delete tag" => return message!("edit-delete-tag", name = of),
        "colour of" => return message!("edit-colour-of", name = of),
        "meaning of" => return message!("edit-meaning-of", name = of),
        "import tags" => message!("edit-import-tags"),
        "highlight" => message!("edit-highlight"),
        "marks everywhere" => message!("edit-everywhere"),
        "note" => message!("edit-note"),
        "note on paragraph" => message!("edit-note-on-paragraph"),
        "note on article" => message!("edit-note-on-article"),
        "colour" => message!("edit-colour"),
        "delete" => message!("edit-delete"),
        "link" => message!("edit-link"),
        "unlink" => message!("edit-unlink"),
        "copy" => message!("edit-copy"),
        "move of ends" => message!("edit-move-ends"),
        "move" => message!("edit-move"),
        "keep" => message!("edit-keep"),
        "speaker" => message!("edit-speaker"),
        "not speech" => message!("edit-not-speech"),
        "speech" => message!("edit-speech"),
        "same person" => message!("edit-same-person"),
        "apart" => message!("edit-apart"),
        _ => name,
    };
    plain.to_owned()
}
