//! What went wrong with an article or an export; the errors themselves read as English.

use super::{message, refusal as reworded};
use crate::{
    export::{ExportError, WriteProblem},
    open::{FileKind, FormatName, OpenError, OpenWarning},
};

/// Why an article could not be opened.
pub fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Missing { path } => message!("open-missing", path = path.as_str()),
        OpenError::WebAddress { address } => message!("open-web-address", address = address.as_str()),
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
    use crate::{app::language::tests::check_both, refusal::Refusal};

    #[track_caller]
    fn check(own: String, said: impl Fn() -> String) {
        let names = ["Word", "Office", "Kindle", "EPUB", "OpenDocument", "DjVu", "PostScript", "JSON", "UTF"];
        check_both(
            &own,
            said,
            &[&names[..], &["tide", "txt", "md", "PDF", "RTF", "CHM", "RAR", "MB", "zip", "disk"]].concat(),
        );
    }

    #[test]
    fn errors_of_opening_follow_the_language() {
        let name = || "tide.txt".to_owned();
        let mut errors = vec![
            OpenError::Missing { path: name() },
            OpenError::Folder { name: name() },
            OpenError::NoOrdinaryFile { name: name() },
            OpenError::NoPermission { name: name() },
            OpenError::Failed { name: name(), reason: Refusal::TimedOut },
            OpenError::TooLarge { name: name(), limit: "256 MB".to_owned() },
            OpenError::WebAddress { address: name() },
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
    fn errors_of_exporting_follow_the_language() {
        let path = || PathBuf::from("tide.md");
        let problems = [
            WriteProblem::NoFolder,
            WriteProblem::NoPermission,
            WriteProblem::NotAFolder,
            WriteProblem::DiskFull,
            WriteProblem::Other(Refusal::Busy),
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
