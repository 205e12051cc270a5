//! What is wrong with a file of notes or of tags; the errors themselves read as English.

use std::path::Path;

use super::{message, refusal, ron_error};
use crate::{
    notes::MOST_LINKS,
    sidecar::{
        Damage, Entry, FORMAT, FormatError, Holder, MOST_ENTRIES, MOST_TAGS, Problem, ReadProblem, SidecarError,
        SidecarWarning, TagsProblem,
    },
};

/// Why notes could not be read or kept.
pub fn sidecar_error(error: &SidecarError) -> String {
    let shown = |path: &Path| path.display().to_string();
    match error {
        SidecarError::Unreadable { path, problem } => {
            message!("notes-unreadable", path = shown(path), problem = format_error(problem))
        }
        SidecarError::NotRead { path, problem } => {
            message!("notes-not-read", path = shown(path), problem = read_problem(problem))
        }
        SidecarError::Missing { path } => message!("notes-missing", path = shown(path)),
        SidecarError::Folder { path } => message!("notes-folder", path = shown(path)),
        SidecarError::NoNotes { path, problem } => {
            // As text, since a line number is not parted by commas.
            let (line, column) = (problem.line.to_string(), problem.column.to_string());
            message!("notes-no-notes", path = shown(path), line = line, column = column)
        }
        SidecarError::NoCodeBook { path } => message!("notes-no-code-book", path = shown(path)),
        SidecarError::NoTags { path, problem } => {
            message!("notes-no-tags", path = shown(path), problem = tags_problem(problem))
        }
        SidecarError::LeadsNowhere { path, to } => message!("notes-leads-nowhere", path = shown(path), to = shown(to)),
        SidecarError::TooMuch { path } => {
            // As text, since the number is not parted by commas.
            message!("notes-too-much", path = shown(path), most = MOST_ENTRIES.to_string())
        }
        SidecarError::TooLarge { path } => message!("notes-too-large", path = shown(path)),
        SidecarError::Newer { path, format } => {
            message!("notes-newer", path = shown(path), format = *format, known = FORMAT)
        }
        SidecarError::TooNew { path, format } => {
            message!("notes-too-new", path = shown(path), format = *format, known = FORMAT)
        }
        SidecarError::Held { path, holder } => {
            message!("notes-held", path = shown(path), holder = holder_words(holder))
        }
        SidecarError::NotWritten { path, problem } => {
            message!("notes-not-written", path = shown(path), problem = refusal(problem))
        }
        SidecarError::NoPlace { name } => message!("notes-no-place", name = name.as_str()),
    }
}

/// Why notes cannot be changed, from what is wrong with their file; without a full stop.
pub fn why_read_only(error: Option<&SidecarError>) -> &'static str {
    match error {
        Some(SidecarError::Newer { .. }) => message!("notes-read-only-newer"),
        Some(SidecarError::TooLarge { .. }) => message!("notes-read-only-large"),
        Some(SidecarError::NotRead { .. }) => message!("notes-read-only-unread"),
        _ => message!("notes-read-only-damaged"),
    }
}

/// What is wrong in a file of notes that was read.
pub fn sidecar_warning(warning: &SidecarWarning) -> String {
    match warning {
        SidecarWarning::Error(error) => sidecar_error(error),
        SidecarWarning::Empty { path } => message!("notes-empty", path = path.display().to_string()),
        SidecarWarning::Damaged { path, damage: Damage { line, column, problem } } => {
            // As text, since a line number is not parted by commas.
            let (line, column) = (line.to_string(), column.to_string());
            let path = path.display().to_string();
            message!("notes-damaged", path = path, line = line, column = column, problem = wrong(problem))
        }
    }
}

/// The first of what is wrong, with how much more there is.
pub fn sidecar_warnings(warnings: &[SidecarWarning]) -> Option<String> {
    let (first, rest) = warnings.split_first()?;
    let first = sidecar_warning(first);
    Some(if rest.is_empty() { first } else { message!("notes-damaged-more", first = first, more = rest.len()) })
}

fn read_problem(problem: &ReadProblem) -> String {
    match problem {
        ReadProblem::NoFile => message!("problem-no-ordinary-file").to_owned(),
        ReadProblem::Refused(reason) => refusal(reason),
    }
}

fn tags_problem(problem: &TagsProblem) -> String {
    match problem {
        TagsProblem::Missing => message!("problem-no-file").to_owned(),
        TagsProblem::NoFile => message!("problem-no-ordinary-file").to_owned(),
        TagsProblem::TooLarge => message!("problem-large-code-book").to_owned(),
        TagsProblem::Refused(reason) => refusal(reason),
        TagsProblem::Damaged(error) => format_error(error),
    }
}

fn holder_words(holder: &Holder) -> &str {
    match holder {
        Holder::Unknown => message!("problem-another-program"),
        Holder::Named(name) => name,
    }
}

/// What is wrong, with its place.
fn format_error(FormatError { line, column, problem }: &FormatError) -> String {
    // As text, since a line number is not parted by commas.
    message!("problem-at", line = line.to_string(), column = column.to_string(), problem = wrong(problem))
}

/// What is wrong at a place.
fn wrong(problem: &Problem) -> String {
    let said = match problem {
        Problem::Unreadable { field, error } => {
            return message!("problem-unreadable", field = field.as_str(), why = ron_error(error));
        }
        Problem::SignMissing(sign) => return message!("problem-missing-here", sign = sign.to_string()),
        Problem::MissingBefore(words) => return message!("problem-missing-before", words = *words),
        Problem::Missing(field) => return message!("problem-missing", field = *field),
        Problem::WrongBracket { sign, bracket } => {
            return message!("problem-closes", sign = sign.to_string(), bracket = bracket.to_string());
        }
        Problem::NeverClosed(bracket) => return message!("problem-never-closed", bracket = bracket.to_string()),
        Problem::NeverOpened => message!("problem-never-opened"),
        Problem::NoComma => message!("problem-comma-before"),
        Problem::TextWithoutEnd => message!("problem-no-quotation-mark"),
        Problem::AttributeWithoutEnd => message!("problem-attribute-without-end"),
        Problem::CommentWithoutEnd => message!("problem-comment-without-end"),
        Problem::RawTextWithoutEnd => message!("problem-raw-without-end"),
        Problem::TooDeep => message!("problem-nested"),
        Problem::NoName => message!("problem-no-name"),
        Problem::FieldTwice(field) => return message!("problem-twice", field = field.as_str()),
        Problem::TooManyFields => message!("problem-many-fields"),
        Problem::NoValue => message!("problem-no-value"),
        Problem::BehindLastBracket => message!("problem-behind-bracket"),
        Problem::BehindList => message!("problem-behind-list"),
        Problem::BehindMap => message!("problem-behind-map"),
        Problem::NoEntry => message!("problem-no-entry"),
        Problem::NoKey => message!("problem-no-key"),
        Problem::NotUnderstood => message!("problem-not-understood"),
        Problem::UnfinishedMerge => message!("problem-unfinished-merge"),
        Problem::OfNoList => message!("problem-of-no-list"),
        Problem::NoSuch(entry) => return message!("problem-no-such", entry = entry_words(*entry)),
        Problem::TagTwice(name) => return message!("problem-tag-twice", name = name.as_str()),
        Problem::IdTwice(id) => return message!("problem-id-twice", id = id.to_string()),
        // As text, since the English words have the number without commas too.
        Problem::TooManyTags => return message!("problem-many-tags", most = MOST_TAGS.to_string()),
        Problem::TooManyEntries => return message!("problem-many-entries", most = MOST_ENTRIES.to_string()),
        Problem::TooManyTagsOfNote => return message!("problem-tags-of-note", most = MOST_TAGS.to_string()),
        Problem::TooManyLinks => return message!("problem-links-of-note", most = MOST_LINKS.to_string()),
        Problem::BackwardRange(id) => return message!("problem-range", id = id.to_string()),
        Problem::UnknownField(field) => return message!("problem-unknown", field = field.as_str()),
        Problem::Without { entry, field } => {
            return message!("problem-without", entry = entry_words(*entry), field = *field);
        }
        Problem::UnknownColour(name) => return message!("problem-colour", name = name.as_str()),
        Problem::NoId(text) => return message!("problem-no-id", text = text.as_str()),
        Problem::NoTime(text) => return message!("problem-no-time", text = text.as_str()),
        Problem::NoText => message!("problem-no-text"),
        Problem::TornUtf16 => message!("problem-torn"),
        Problem::NoSidecar(field) => return message!("problem-no-sidecar", field = *field),
        Problem::NoCodeBook(field) => return message!("problem-no-code-book", field = *field),
        Problem::Misspelt { field, list } => {
            return message!("problem-may-stand", field = field.as_str(), list = *list);
        }
        Problem::OutsideEntry(field) => return message!("problem-outside", field = field.as_str()),
        Problem::Newer => message!("problem-newer"),
    };
    said.to_owned()
}

fn entry_words(entry: Entry) -> &'static str {
    match entry {
        Entry::Tag => message!("entry-tag"),
        Entry::Note => message!("entry-note"),
        Entry::Correction => message!("entry-correction"),
        Entry::RemovedNote => message!("entry-removed-note"),
    }
}

#[cfg(test)]
mod tests;
