use std::{io, path::Path};

use super::FileKind;
use crate::refusal::Refusal;

/// Why a file could not be opened: what, which file, what to do; a sentence or two for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("There is no file “{path}”. Check the path and try again.")]
    Missing { path: String },
    #[error("“{address}” is a web page. Save its text to a file, then open that.")]
    WebAddress { address: String },
    #[error("“{name}” is a folder. Open an article inside it.")]
    Folder { name: String },
    #[error("“{name}” is a pipe or a device, not a file. Save its text to a file, then open that.")]
    NoOrdinaryFile { name: String },
    #[error("You have no permission to read “{name}”. Change its permissions, or copy it where you may read it.")]
    NoPermission { name: String },
    #[error("“{name}” could not be read: {reason}. Try again, or open another file.")]
    Failed { name: String, reason: Refusal },
    #[error("“{name}” is larger than {limit}, the most that can be opened. Split it into parts, then open those.")]
    TooLarge { name: String, limit: String },
    #[error("“{name}” is empty. Check that it was saved, or open another file.")]
    Empty { name: String },
    #[error("“{name}” holds no text. Open it in the program it was made with and save it as plain text.")]
    Binary { name: String },
    /// A format that is known but not read yet.
    #[error("“{name}” is {kind}, which cannot be opened yet. Save it as plain text, then open that.")]
    NotYet { name: String, kind: FileKind },
    #[error("“{name}” is a picture and holds no text. Run it through text recognition, then open what that writes.")]
    Picture { name: String },
    #[error("“{name}” is {kind}. Unpack it, then open the articles in it.")]
    Packed { name: String, kind: FileKind },
    #[error("“{name}” is {kind}, not an article. Open another file.")]
    NoArticle { name: String, kind: FileKind },
    /// A folder was dropped, and no file in it can be opened.
    #[error("The folder “{name}” holds no articles that can be opened. Put text files in it, or open another.")]
    NothingInside { name: String },
}

impl OpenError {
    pub(super) fn from_io(path: &Path, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => {
                match web_address(path) {
                    Some(address) => Self::WebAddress { address },
                    None => Self::Missing { path: on_one_line(&path.to_string_lossy()) },
                }
            }
            io::ErrorKind::PermissionDenied => Self::NoPermission { name: name_of(path) },
            io::ErrorKind::IsADirectory => Self::folder(path),
            _ => Self::Failed { name: name_of(path), reason: (&error).into() },
        }
    }

    pub(super) fn folder(path: &Path) -> Self {
        Self::Folder { name: name_of(path) }
    }

    pub(super) fn no_ordinary_file(path: &Path) -> Self {
        Self::NoOrdinaryFile { name: name_of(path) }
    }

    pub(super) fn too_large(path: &Path, limit: u64) -> Self {
        Self::TooLarge { name: name_of(path), limit: size(limit) }
    }

    pub(super) fn nothing_inside(path: &Path) -> Self {
        Self::NothingInside { name: name_of(path) }
    }

    pub(super) fn empty(name: &str) -> Self {
        Self::Empty { name: on_one_line(name) }
    }

    pub(super) fn binary(name: &str) -> Self {
        Self::Binary { name: on_one_line(name) }
    }
}

/// The web address that somebody gave as a path; made absolute, it stands behind a folder and has lost a slash.
fn web_address(path: &Path) -> Option<String> {
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    let scheme = parts.find(|part| ["http:", "https:"].iter().any(|scheme| part.eq_ignore_ascii_case(scheme)))?;
    let rest: Vec<_> = parts.collect();
    (!rest.is_empty()).then(|| on_one_line(&format!("{scheme}//{}", rest.join("/"))))
}

/// The file name, or the whole path where it has none, as `/` and `..` do.
fn name_of(path: &Path) -> String {
    on_one_line(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// A file name may hold line breaks and control characters; a message must not.
pub(super) fn on_one_line(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KB", bytes >> 10),
        1_048_576..1_073_741_824 => format!("{} MB", bytes >> 20),
        _ => format!("{} GB", bytes >> 30),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: io::ErrorKind, expected: &str) {
        assert_eq!(OpenError::from_io(Path::new("/texts/gate.txt"), kind.into()).to_string(), expected);
    }

    #[test]
    fn the_systems_errors_become_sentences() {
        check(io::ErrorKind::NotFound, "There is no file “/texts/gate.txt”. Check the path and try again.");
        check(
            io::ErrorKind::PermissionDenied,
            "You have no permission to read “gate.txt”. Change its permissions, or copy it where you may read it.",
        );
        check(
            io::ErrorKind::TimedOut,
            "“gate.txt” could not be read: it took too long. Try again, or open another file.",
        );
    }

    #[test]
    fn a_web_address_is_no_missing_file() {
        for path in
            ["https://example.org/news/tide", "/tmp/https:/example.org/news/tide", "HTTPS://example.org/news/tide"]
        {
            let error = OpenError::from_io(Path::new(path), io::ErrorKind::NotFound.into());
            let scheme = if path.starts_with('H') { "HTTPS" } else { "https" };
            assert_eq!(
                error.to_string(),
                format!("“{scheme}://example.org/news/tide” is a web page. Save its text to a file, then open that.")
            );
        }
        let missing = OpenError::from_io(Path::new("/texts/https:"), io::ErrorKind::NotFound.into());
        assert!(matches!(missing, OpenError::Missing { .. }));
    }

    #[test]
    fn a_message_is_one_line() {
        assert_eq!(
            OpenError::folder(Path::new("/a/b\nc\u{1b}[1m")).to_string(),
            "“b\u{fffd}c\u{fffd}[1m” is a folder. Open an article inside it."
        );
    }

    #[test]
    fn the_limit_is_said_in_round_numbers() {
        assert_eq!(size(super::super::SIZE_LIMIT), "256 MB");
        assert_eq!(size(3 << 30), "3 GB");
        assert_eq!(size(64 << 10), "64 KB");
    }
}
