//! Opening: a file, or bytes with a name, becomes an [`Article`] and the warnings a reader should see.
//!
//! Opening never fails halfway: a readable file gives an article, an unreadable one gives one [`OpenError`].
//! One file a format below this one; adding a format means adding its file and its line in `format.rs`.
//! Never: a change to a file, a window, or a guess at who speaks.

mod blocks;
mod byline;
mod charset;
mod date;
mod error;
mod file_kind;
mod format;
mod front;
mod heading;
mod layout;
mod leftover;
mod line;
mod paths;
mod plain_text;
mod signs;

use std::{
    fs::{self, File},
    io::Read as _,
    path::Path,
};

pub use error::OpenError;
pub use file_kind::FileKind;
pub use format::{FormatName, extensions, supported};
pub use paths::{articles_in, paths_in};

use crate::article::Article;

/// The largest file that is opened, in bytes.
pub const SIZE_LIMIT: u64 = 256 << 20;

/// The sample article, our own: its file name and its bytes, for [`from_bytes`].
pub const SAMPLE: (&str, &[u8]) = ("sample.txt", include_bytes!("../assets/sample.txt"));

/// The sample article in Chinese.
pub const SAMPLE_CHINESE: (&str, &[u8]) = ("sample.zh.txt", include_bytes!("../assets/sample.zh.txt"));

/// An article fresh from a file.
#[derive(Clone, Debug)]
pub struct Opened {
    pub article: Article,
    /// What was odd about the file; nothing for most.
    pub warnings: Vec<OpenWarning>,
}

/// What is odd about a file that was opened, as a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenWarning {
    #[error("{}", unreadable(*count, charset))]
    Unreadable { count: usize, charset: String },
    #[error("This is a web page; it is shown as plain text, with its tags.")]
    WebPage,
}

fn unreadable(count: usize, charset: &str) -> String {
    match count {
        1 => format!("One character could not be read as {charset} and is shown as “�”."),
        _ => format!("{count} characters could not be read as {charset} and are shown as “�”."),
    }
}

/// Reads a file.
///
/// Only ordinary files are read, and none above [`SIZE_LIMIT`]; both are known before the first byte is.
/// The error is a sentence for the reader that names the file.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let bytes = read_up_to(path, SIZE_LIMIT)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    format::read(&name, bytes)
}

/// A file of so many bytes shows its beginning before the rest of it has been read.
const LARGE: u64 = 1 << 20;

/// So many bytes of it.
const GLIMPSE: u64 = 128 << 10;

/// The beginning of a large file, whole lines of it, which reads as it will when all of the file has been read; `None`
/// of a smaller file, and of one whose beginning does not tell how its letters are written.
pub fn glimpse(path: &Path) -> Option<Article> {
    let metadata = fs::metadata(path).ok()?;
    if !metadata.is_file() || !(LARGE..=SIZE_LIMIT).contains(&metadata.len()) {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(GLIMPSE).read_to_end(&mut bytes).ok()?;
    let lines = bytes.iter().rposition(|byte| *byte == b'\n')?;
    bytes.truncate(lines + 1);
    std::str::from_utf8(&bytes).ok()?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    format::read(&name, bytes).ok().map(|opened| opened.article)
}

/// Reads bytes that go by a file name, as a drop from another program or the sample brings them.
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Opened, OpenError> {
    format::read(name, bytes.to_vec())
}

fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    let metadata = fs::metadata(path).map_err(|error| OpenError::from_io(path, error))?;
    if metadata.is_dir() {
        return Err(OpenError::folder(path));
    }
    if !metadata.is_file() {
        return Err(OpenError::no_ordinary_file(path));
    }
    if metadata.len() > limit {
        return Err(OpenError::too_large(path, limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    File::open(path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(|error| OpenError::from_io(path, error))?;
    // A file can grow between the two looks at it.
    if bytes.len() as u64 > limit {
        return Err(OpenError::too_large(path, limit));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::BlockKind;

    fn check(result: Result<Vec<u8>, OpenError>, expected: &str) {
        assert_eq!(result.expect_err("should not open").to_string(), expected);
    }

    #[test]
    fn what_cannot_be_read_is_said_in_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("minutes.txt");
        let missing = |path: &Path| format!("There is no file “{}”. Check the path and try again.", path.display());
        check(read_up_to(&path, 10), &missing(&path));
        let below = path.join("deeper.txt");
        check(read_up_to(&below, 10), &missing(&below));

        fs::write(&path, "twelve bytes").unwrap();
        check(
            read_up_to(&path, 11),
            "“minutes.txt” is larger than 11 bytes, the most that can be opened. Split it into parts, then open those.",
        );
        assert_eq!(read_up_to(&path, 12).unwrap(), b"twelve bytes");

        let inner = folder.path().join("spring");
        fs::create_dir(&inner).unwrap();
        check(read_up_to(&inner, 10), "“spring” is a folder. Open an article inside it.");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_device_does_not_hang() {
        check(
            read_up_to(Path::new("/dev/zero"), 10),
            "“zero” is a pipe or a device, not a file. Save its text to a file, then open that.",
        );
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("news");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            check(
                read_up_to(&pipe, 10),
                "“news” is a pipe or a device, not a file. Save its text to a file, then open that.",
            );
        }
    }

    #[test]
    fn a_file_opens_under_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gate.txt");
        fs::write(&path, "\u{feff}The gate\r\n\r\nIt is four hundred metres long and closes nine times a year.\r\n")
            .unwrap();
        let opened = open(&path).unwrap();
        assert_eq!(opened.article.name(), "gate.txt");
        assert_eq!(opened.article.title(), "The gate");
        assert_eq!(opened.article.text(), "The gate\n\nIt is four hundred metres long and closes nine times a year.\n");
        assert!(opened.warnings.is_empty());
    }

    #[test]
    fn a_glimpse_is_how_a_large_file_begins() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("year.txt");
        let glimpse_of = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            glimpse(&path)
        };
        let page = "\u{feff}The gate\r\n\r\nIt is four hundred metres long, says Ada Hill.\r\nIt closes nine times a year.\r\n";
        assert!(glimpse_of(page.as_bytes()).is_none());
        let large = page.to_owned() + &"水 came over the wall.\r\n\r\n".repeat(60_000);
        let (begin, whole) = (glimpse_of(large.as_bytes()).unwrap(), open(&path).unwrap().article);
        assert!(begin.text().len() > 100_000 && whole.text().starts_with(begin.text()));
        assert_eq!(begin.blocks()[..100], whole.blocks()[..100]);
        // without a line end, or in letters that only the whole file tells
        assert!(glimpse_of("water ".repeat(200_000).as_bytes()).is_none());
        assert!(
            glimpse_of("caf\u{e9}\n".repeat(300_000).chars().map(|letter| letter as u8).collect::<Vec<_>>().as_slice())
                .is_none()
        );
    }

    #[track_caller]
    fn check_sample((name, bytes): (&str, &[u8]), title: &str, headings: &[&str], paragraphs: usize) {
        let opened = from_bytes(name, bytes).unwrap();
        assert!(opened.warnings.is_empty());
        assert_eq!(opened.article.title(), title);
        let blocks = |kind| opened.article.blocks().iter().filter(move |block| block.kind == kind);
        let seen: Vec<_> = blocks(BlockKind::Heading(1)).map(|block| opened.article.slice(block.range)).collect();
        assert_eq!(seen, headings);
        assert_eq!(blocks(BlockKind::Byline).count(), 1);
        assert_eq!(blocks(BlockKind::Paragraph).count(), paragraphs);
    }

    #[test]
    fn the_samples_are_well_formed_articles() {
        let headings = ["Who pays for dry floors", "The count of eels", "What the vote decides"];
        check_sample(SAMPLE, "A town argues with the tide", &headings, 23);
        check_sample(SAMPLE_CHINESE, "一座小城与潮水的争论", &["谁为干燥的地板付钱", "鳗鱼的账"], 16);
    }

    proptest! {
        #[test]
        fn any_bytes_open_or_say_why_not(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Err(error) = from_bytes("tide.txt", &bytes) {
                prop_assert!(error.to_string().contains("“tide.txt”"));
            }
        }

        #[test]
        fn a_text_is_its_article(text in "[^\\p{Cc}\u{feff}]{0,80}(\r\n|\n|\r|\t)[^\\p{Cc}]{1,80}x") {
            let opened = from_bytes("tide.txt", text.as_bytes()).unwrap();
            prop_assert_eq!(opened.article.text(), text.replace("\r\n", "\n"));
        }
    }
}
