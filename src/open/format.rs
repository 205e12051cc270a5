use super::{FileKind, OpenError, Opened, error::on_one_line, plain_text};

/// What a kind of file is called that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatName {
    PlainText,
}

/// A kind of file that can be opened.
pub(super) struct Format {
    /// What the start page says of it.
    pub name: FormatName,
    /// File name endings in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether the bytes say for themselves that they are of this format.
    pub recognise: fn(&[u8]) -> bool,
    pub read: fn(&str, Vec<u8>) -> Result<Opened, OpenError>,
}

/// Every format that opens today, in the order the start page names them. A new one is one more line here.
const FORMATS: &[Format] = &[plain_text::FORMAT];

/// Makes the error for a file of a name.
type Refusal = fn(String) -> OpenError;

const PICTURE: Refusal = |name| OpenError::Picture { name };
const COMPRESSED: Refusal = |name| OpenError::Packed { name, kind: FileKind::Compressed };

/// What a file begins with that does not open, or not yet. A line goes when its format comes.
const REFUSED: &[(&[u8], Refusal)] = &[
    (b"%PDF-", |name| OpenError::NotYet { name, kind: FileKind::Pdf }),
    (b"{\\rtf", |name| OpenError::NotYet { name, kind: FileKind::Rtf }),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", |name| OpenError::NotYet { name, kind: FileKind::OldOffice }),
    (b"AT&TFORM", |name| OpenError::NotYet { name, kind: FileKind::DjVu }),
    (b"%!PS-Adobe", |name| OpenError::NotYet { name, kind: FileKind::PostScript }),
    (b"ITSF", |name| OpenError::NotYet { name, kind: FileKind::Chm }),
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"\x1f\x8b", COMPRESSED),
    (b"BZh", COMPRESSED),
    (b"\xfd7zXZ\0", COMPRESSED),
    (b"\x28\xb5\x2f\xfd", COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", |name| OpenError::Packed { name, kind: FileKind::SevenZip }),
    (b"Rar!\x1a\x07", |name| OpenError::Packed { name, kind: FileKind::Rar }),
    (b"\x7fELF", |name| OpenError::NoArticle { name, kind: FileKind::Program }),
    (b"SQLite format 3\0", |name| OpenError::NoArticle { name, kind: FileKind::Database }),
];

/// The names of the formats that open today, for the start page.
pub fn supported() -> impl Iterator<Item = FormatName> {
    FORMATS.iter().map(|format| format.name)
}

/// The file name endings that open today, in lower case without the dot, for the dialog and for folders.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().flat_map(|format| format.extensions).copied()
}

/// Reads bytes by the format they show, else by the one their name promises, else as plain text.
pub(super) fn read(name: &str, bytes: Vec<u8>) -> Result<Opened, OpenError> {
    let extension = extension_of(name);
    let recognised = FORMATS.iter().find(|format| (format.recognise)(&bytes));
    if let Some(format) = recognised {
        return (format.read)(name, bytes);
    }
    if let Some(refuse) = refusal(&bytes) {
        return Err(refuse(on_one_line(name)));
    }
    let promised = FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()));
    (promised.unwrap_or(&plain_text::FORMAT).read)(name, bytes)
}

/// The ending of a file name in lower case, without the dot; empty where there is none.
pub(super) fn extension_of(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

fn refusal(bytes: &[u8]) -> Option<Refusal> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip_refusal(bytes));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(PICTURE);
    }
    // Kindle books carry their mark behind a name of their own.
    if bytes.get(60..68) == Some(b"BOOKMOBI") {
        return Some(|name| OpenError::NotYet { name, kind: FileKind::Kindle });
    }
    REFUSED.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|&(_, refuse)| refuse)
}

/// What a zip file is, by the names and media type that stand near its head.
fn zip_refusal(bytes: &[u8]) -> Refusal {
    let head = &bytes[..bytes.len().min(16 * 1024)];
    let holds = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    if holds(b"application/epub+zip") {
        |name| OpenError::NotYet { name, kind: FileKind::Epub }
    } else if holds(b"application/vnd.oasis.opendocument") {
        |name| OpenError::NotYet { name, kind: FileKind::OpenDocument }
    } else if holds(b"word/") {
        |name| OpenError::NotYet { name, kind: FileKind::Word }
    } else if holds(b"xl/") || holds(b"ppt/") {
        |name| OpenError::NotYet { name, kind: FileKind::Office }
    } else {
        |name| OpenError::Packed { name, kind: FileKind::Zip }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: &str) {
        assert_eq!(read(name, bytes.to_vec()).expect_err("should not open").to_string(), expected);
    }

    #[test]
    fn what_does_not_open_yet_is_named_by_its_content() {
        let not_yet = |name: &str, kind| {
            format!("“{name}” is {kind}, which cannot be opened yet. Save it as plain text, then open that.")
        };
        check("scan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", &not_yet("scan.pdf", "a PDF document"));
        check("scan.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", &not_yet("scan.txt", "a PDF document"));
        check("a.epub", b"PK\x03\x04....mimetypeapplication/epub+zip", &not_yet("a.epub", "an EPUB book"));
        check(
            "a.docx",
            b"PK\x03\x04....[Content_Types].xml....word/document.xml",
            &not_yet("a.docx", "a Word document"),
        );
        check("a.zip", b"PK\x03\x04....a.txt", "“a.zip” is a zip archive. Unpack it, then open the articles in it.");
        check(
            "wall.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "“wall.png” is a picture and holds no text. Run it through text recognition, then open what that writes.",
        );
        check("gate", b"\x7fELF\x02\x01\x01", "“gate” is a program, not an article. Open another file.");
        check("a.rtf", br"{\rtf1\ansi The gate}", &not_yet("a.rtf", "an RTF document"));
    }

    #[test]
    fn what_holds_no_text_is_refused() {
        let holds_none = "“tide.txt” holds no text. Open it in the program it was made with and save it as plain text.";
        check("tide.txt", b"\x00\x01\x02\x03\xff\x00\x00\x10", holds_none);
        check("tide.txt", b"The gate\0closes", holds_none);
        check("tide.txt", b"\x02\x03\x04\x05\x06\x0e\x0f", holds_none);
        let empty = "“tide.txt” is empty. Check that it was saved, or open another file.";
        check("tide.txt", b"", empty);
        check("tide.txt", b"\xef\xbb\xbf \r\n\t\r\n", empty);
        check("tide.txt", "\u{3000}\n\u{a0}\n".as_bytes(), empty);
    }

    #[test]
    fn the_start_page_names_what_opens() {
        assert_eq!(supported().collect::<Vec<_>>(), [FormatName::PlainText]);
        assert!(extensions().any(|extension| extension == "txt"));
    }
}
