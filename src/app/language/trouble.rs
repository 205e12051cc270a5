//! What went wrong with a file, in the language of the window; the errors themselves read as English.

use std::path::Path;

use super::{message, problem as reworded};
use crate::{
    export::{ExportError, WriteProblem},
    open::{FileKind, FormatName, OpenError, OpenWarning},
    sidecar::{Damage, FORMAT, MOST_ENTRIES, SidecarError, SidecarWarning},
};

/// Why an article could not be opened.
pub fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Missing { path } => message!("open-missing", path = path.as_str()),
        OpenError::Folder { name } => message!("open-folder", name = name.as_str()),
        OpenError::NoOrdinaryFile { name } => message!("open-no-ordinary-file", name = name.as_str()),
        OpenError::NoPermission { name } => message!("open-no-permission", name = name.as_str()),
        OpenError::Failed { name, reason } => message!("open-failed", name = name.as_str(), reason = reworded(reason)),
        OpenError::TooLarge { name, limit } => message!("open-too-large", name = name.as_str(), limit = limit.as_str()),
        OpenError::Empty { name } => message!("open-empty", name = name.as_str()),
        OpenError::Binary { name } => message!("open-binary", name = name.as_str()),
        OpenError::NotYet { name, kind } => message!("open-not-yet", name = name.as_str(), kind = file_kind(*kind)),
        OpenError::Picture { name } => message!("open-picture", name = name.as_str()),
        OpenError::Packed { name, kind } => message!("open-packed", name = name.as_str(), kind = file_kind(*kind)),
        OpenError::NoArticle { name, kind } => {
            message!("open-no-article", name = name.as_str(), kind = file_kind(*kind))
        }
        OpenError::NothingInside { name } => message!("open-nothing-inside", name = name.as_str()),
    }
}

/// What is odd about an article that was opened.
pub fn open_warning(warning: &OpenWarning) -> String {
    match warning {
        OpenWarning::Unreadable { count, charset } => {
            message!("open-unreadable", count = *count, charset = charset.as_str())
        }
        OpenWarning::WebPage => message!("open-web-page").to_owned(),
    }
}

/// Why an export was not written.
pub fn export_error(error: &ExportError) -> String {
    match error {
        ExportError::NotWritten { path, problem } => {
            message!("export-not-written", path = path.display().to_string(), problem = write_problem(problem))
        }
        ExportError::Article { path } => message!("export-article", path = path.display().to_string()),
        ExportError::Notes { path } => message!("export-over-notes", path = path.display().to_string()),
        ExportError::Folder { path } => message!("export-folder", path = path.display().to_string()),
        ExportError::NoJson(problem) => message!("export-no-json", problem = problem.as_str()),
    }
}

/// Why notes could not be read or kept.
pub fn sidecar_error(error: &SidecarError) -> String {
    let shown = |path: &Path| path.display().to_string();
    match error {
        SidecarError::Unreadable { path, problem } => {
            message!("notes-unreadable", path = shown(path), problem = reworded(&problem.to_string()))
        }
        SidecarError::NotRead { path, problem } => {
            message!("notes-not-read", path = shown(path), problem = reworded(problem))
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
            message!("notes-no-tags", path = shown(path), problem = reworded(problem))
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
            message!("notes-held", path = shown(path), holder = reworded(holder))
        }
        SidecarError::NotWritten { path, problem } => {
            message!("notes-not-written", path = shown(path), problem = reworded(problem))
        }
        SidecarError::NoPlace { name } => message!("notes-no-place", name = name.as_str()),
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
            message!("notes-damaged", path = path, line = line, column = column, problem = reworded(problem))
        }
    }
}

/// The first of what is wrong, with how much more there is.
pub fn sidecar_warnings(warnings: &[SidecarWarning]) -> Option<String> {
    let (first, rest) = warnings.split_first()?;
    let first = sidecar_warning(first);
    Some(if rest.is_empty() { first } else { message!("notes-damaged-more", first = first, more = rest.len()) })
}

fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => message!("write-no-folder").to_owned(),
        WriteProblem::NoPermission => message!("write-no-permission").to_owned(),
        WriteProblem::NotAFolder => message!("write-not-a-folder").to_owned(),
        WriteProblem::DiskFull => message!("write-disk-full").to_owned(),
        WriteProblem::Other(reason) => reworded(reason),
    }
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => message!("kind-pdf"),
        FileKind::Rtf => message!("kind-rtf"),
        FileKind::OldOffice => message!("kind-old-office"),
        FileKind::DjVu => message!("kind-dj-vu"),
        FileKind::PostScript => message!("kind-post-script"),
        FileKind::Chm => message!("kind-chm"),
        FileKind::Kindle => message!("kind-kindle"),
        FileKind::Epub => message!("kind-epub"),
        FileKind::OpenDocument => message!("kind-open-document"),
        FileKind::Word => message!("kind-word"),
        FileKind::Office => message!("kind-office"),
        FileKind::Compressed => message!("kind-compressed"),
        FileKind::SevenZip => message!("kind-seven-zip"),
        FileKind::Rar => message!("kind-rar"),
        FileKind::Zip => message!("kind-zip"),
        FileKind::Program => message!("kind-program"),
        FileKind::Database => message!("kind-database"),
    }
}

/// A kind of file that can be opened.
pub fn format_name(name: FormatName) -> &'static str {
    match name {
        FormatName::PlainText => message!("kind-plain-text"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{
        app::language::{Spoken, speak},
        sidecar::FormatError,
    };

    /// In an English window the words are those of the error itself; in a Chinese one nothing of them is left.
    #[track_caller]
    fn check(own: String, said: impl Fn() -> String) {
        assert_eq!(said(), own);
        speak(Spoken::Chinese);
        let chinese = said();
        speak(Spoken::English);
        let words = chinese.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 3);
        let known = [
            "tide",
            "Word",
            "Office",
            "Kindle",
            "EPUB",
            "OpenDocument",
            "DjVu",
            "PostScript",
            "JSON",
            "UTF",
            "disk",
            "Quotemark",
        ];
        let left: Vec<&str> = words.filter(|word| !known.contains(word)).collect();
        assert!(left.is_empty(), "{chinese}: {left:?}");
    }

    #[test]
    fn errors_of_opening_follow_the_language() {
        let name = || "tide.txt".to_owned();
        let mut errors = vec![
            OpenError::Missing { path: name() },
            OpenError::Folder { name: name() },
            OpenError::NoOrdinaryFile { name: name() },
            OpenError::NoPermission { name: name() },
            OpenError::Failed { name: name(), reason: "disk".to_owned() },
            OpenError::TooLarge { name: name(), limit: "256 MB".to_owned() },
            OpenError::Empty { name: name() },
            OpenError::Binary { name: name() },
            OpenError::Picture { name: name() },
            OpenError::NothingInside { name: name() },
        ];
        for kind in FileKind::ALL {
            errors.push(OpenError::NotYet { name: name(), kind });
            errors.push(OpenError::Packed { name: name(), kind });
            errors.push(OpenError::NoArticle { name: name(), kind });
        }
        errors.iter().for_each(|error| check(error.to_string(), || open_error(error)));
        for count in [1, 2] {
            let warning = OpenWarning::Unreadable { count, charset: "UTF-8".to_owned() };
            check(warning.to_string(), || open_warning(&warning));
        }
        check(OpenWarning::WebPage.to_string(), || open_warning(&OpenWarning::WebPage));
    }

    #[test]
    fn errors_of_notes_follow_the_language() {
        let (path, problem) = (|| PathBuf::from("tide.ron"), || "disk".to_owned());
        let errors = [
            SidecarError::NotRead { path: path(), problem: problem() },
            SidecarError::Missing { path: path() },
            SidecarError::Folder { path: path() },
            SidecarError::NoNotes { path: path(), problem: FormatError { line: 1, column: 5, problem: problem() } },
            SidecarError::NoCodeBook { path: path() },
            SidecarError::NoTags { path: path(), problem: problem() },
            SidecarError::LeadsNowhere { path: path(), to: path() },
            SidecarError::TooMuch { path: path() },
            SidecarError::TooLarge { path: path() },
            SidecarError::Newer { path: path(), format: 9 },
            SidecarError::TooNew { path: path(), format: 9 },
            SidecarError::Held { path: path(), holder: problem() },
            SidecarError::NotWritten { path: path(), problem: problem() },
            SidecarError::NoPlace { name: "tide".to_owned() },
        ];
        errors.iter().for_each(|error| check(error.to_string(), || sidecar_error(error)));
        let damage = Damage { line: 1200, column: 4, problem: problem() };
        let warning = SidecarWarning::Damaged { path: path(), damage };
        check(warning.to_string(), || sidecar_warning(&warning));
        let empty = SidecarWarning::Empty { path: path() };
        check(empty.to_string(), || sidecar_warning(&empty));
        let two = [warning.clone(), warning.clone()];
        check(format!("{warning} Another place of it is damaged too."), || sidecar_warnings(&two).unwrap());
    }

    #[test]
    fn errors_of_exporting_follow_the_language() {
        let path = || PathBuf::from("tide.md");
        let problems = [
            WriteProblem::NoFolder,
            WriteProblem::NoPermission,
            WriteProblem::NotAFolder,
            WriteProblem::DiskFull,
            WriteProblem::Other("disk".to_owned()),
        ];
        let errors = problems.map(|problem| ExportError::NotWritten { path: path(), problem });
        let others = [
            ExportError::Article { path: path() },
            ExportError::Notes { path: path() },
            ExportError::Folder { path: path() },
            ExportError::NoJson("disk".to_owned()),
        ];
        errors.iter().chain(&others).for_each(|error| check(error.to_string(), || export_error(error)));
    }
}
