//! A code book in a file of its own, so that a class can share one: its tags are written as in a sidecar.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

use super::{
    FORMAT, FormatError, Problem, SidecarError,
    charset::as_utf_8,
    document::{Damage, List},
    entry::MOST_TAGS,
    file::begins_as_ours,
    read::{Reader, as_text, positions},
    scan::{Lost, fields, items},
    write::text,
};
use crate::{notes::Tag, refusal::Refusal};

/// The largest file of tags that is read, in bytes.
const SIZE_LIMIT: u64 = 1 << 20;

/// Why a code book cannot be read. It reads as English, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TagsProblem {
    #[error("there is no such file")]
    Missing,
    #[error("it is not a file")]
    NoFile,
    #[error("it is larger than 1 MiB, too large for a code book")]
    TooLarge,
    #[error(transparent)]
    Refused(Refusal),
    #[error(transparent)]
    Damaged(FormatError),
}

/// A code book as text.
pub fn write_tags(tags: &[Tag]) -> String {
    let mut out = "// Quotemark: a code book. Plain RON; safe to edit, to diff and to share.\n(\n".to_owned();
    _ = writeln!(out, "    format: {FORMAT},\n    tags: [");
    for Tag { name, colour, meaning } in tags {
        let (name, colour, meaning) = (text(name), text(colour.name()), text(meaning));
        _ = writeln!(out, "        (name: {name}, colour: {colour}, meaning: {meaning}),");
    }
    out.push_str("    ],\n)\n");
    out
}

/// Reads the tags of a code book or of a sidecar.
///
/// # Errors
/// When it has no tags, or one of them cannot be understood: a reader's code book takes in all of another or nothing.
pub fn read_tags(bytes: &[u8]) -> Result<Vec<Tag>, FormatError> {
    let bytes = as_utf_8(bytes)?;
    let (text, foreign) = as_text(&bytes);
    let mut reader = Reader::new(&text, &bytes, foreign);
    let lost = tags_of(&mut reader).err().or_else(|| reader.damage.pop());
    match lost.and_then(|lost| positions(&text, vec![lost]).pop()) {
        Some(Damage { line, column, problem }) => Err(FormatError { line, column, problem }),
        None => Ok(reader.document.notes.tags),
    }
}

fn tags_of(reader: &mut Reader<'_>) -> Result<(), Lost> {
    let text = reader.text;
    let top = fields(text, 0..text.len())?;
    if let Some(format) = top.iter().find(|field| field.name == "format")
        && reader.leaf::<u32>(format)? > FORMAT
    {
        return Err(Lost::new(format.value.start, Problem::Newer));
    }
    let tags = top.into_iter().find(|field| field.name == "tags");
    let tags = tags.ok_or_else(|| Lost::new(0, Problem::NoCodeBook("tags")))?;
    for entry in items(text, tags.value, MOST_TAGS)? {
        reader.entry(List::Tags, &entry)?;
    }
    Ok(())
}

/// Reads the tags of a file.
///
/// # Errors
/// When it cannot be read, is larger than a code book may be, or [`read_tags`] does not understand it.
pub fn read_tag_file(path: &Path) -> Result<Vec<Tag>, SidecarError> {
    let no_tags = |problem| SidecarError::NoTags { path: path.to_owned(), problem };
    let why = |error: io::Error| {
        no_tags(match error.kind() {
            io::ErrorKind::NotFound => TagsProblem::Missing,
            _ => TagsProblem::Refused((&error).into()),
        })
    };
    if !fs::metadata(path).map_err(why)?.is_file() {
        return Err(no_tags(TagsProblem::NoFile));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)).map_err(why)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(no_tags(TagsProblem::TooLarge));
    }
    read_tags(&bytes).map_err(|problem| match begins_as_ours(&bytes) {
        true => no_tags(TagsProblem::Damaged(problem)),
        false => SidecarError::NoCodeBook { path: path.to_owned() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::Colour;

    fn tag(name: &str, colour: Colour, meaning: &str) -> Tag {
        Tag { name: name.into(), colour, meaning: meaning.into() }
    }

    #[track_caller]
    fn check(file: &str, expected: Result<&[Tag], &str>) {
        let read = read_tags(file.as_bytes()).map_err(|error| error.to_string());
        assert_eq!(read.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn a_code_book_is_read_as_it_was_written() {
        let tags = [
            tag("claim", Colour::Blue, "what the writer \"wants\" us to accept\n(or not)"),
            tag("修辞/比喻", Colour::Pink, ""),
        ];
        check(&write_tags(&tags), Ok(&tags));
        check(&format!("\u{feff}{}", write_tags(&[])), Ok(&[]));
    }

    #[test]
    fn the_tags_of_a_sidecar_or_of_a_hand_written_file_are_read_too() {
        let claim = tag("claim", Colour::Yellow, "");
        check("(tags: [(name: \" the   claim \")])", Ok(&[tag("the claim", Colour::Yellow, "")]));
        check("(format: 1, author: \"Zoe\", tags: [(name: \"claim\")], annotations: [(oh no)])", Ok(&[claim]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        check("", Err("line 1, column 1: “(” is missing here"));
        check("(annotations: [])", Err("line 1, column 1: this is no code book: it has no “tags”"));
        check("(format: 2, tags: [])", Err("line 1, column 10: it was written by a newer Quotemark"));
        check("(tags: [\n  (colour: \"blue\"),\n])", Err("line 2, column 3: this tag has no “name”"));
        check(
            "(tags: [\n  (name: \"a\", colour: \"teal\"),\n])",
            Err("line 2, column 23: the colour “teal” is not known"),
        );
        check(
            "(tags: [\n  (name: \"a\"),\n  (name: \"a\", meaning: \"b\"),\n])",
            Err("line 3, column 3: the tag “a” is here twice"),
        );
    }

    #[test]
    fn a_file_that_is_none_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let fails = |name: &str| read_tag_file(&folder.path().join(name)).unwrap_err().to_string();
        assert!(fails("missing.ron").ends_with(
            "missing.ron” cannot be read: there is no such file. Choose another file or mend this one, then try again."
        ));
        assert!(fails("").contains("it is not a file"));
        fs::write(folder.path().join("page.html"), "<!DOCTYPE html>\n<title>Tide</title>\n").unwrap();
        assert!(
            fails("page.html")
                .ends_with("page.html” is not a file of tags. Choose one that Quotemark exported, or a file of notes.")
        );
        fs::write(folder.path().join("large.ron"), vec![b' '; (SIZE_LIMIT + 1) as usize]).unwrap();
        assert!(fails("large.ron").contains("larger than 1 MiB"));
    }
}
