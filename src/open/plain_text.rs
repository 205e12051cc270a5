use super::{
    OpenError, OpenWarning, Opened, blocks, charset,
    format::{Format, FormatName},
    signs::is_white,
};
use crate::article::Article;

/// Text without any marks; the format of whatever no other format claims.
pub(super) const FORMAT: Format =
    Format { name: FormatName::PlainText, extensions: &["txt", "text"], recognise: |_| false, read };

/// Out of this many characters one may be a control character before the file counts as no text.
const CHARACTERS_A_CONTROL: usize = 100;

fn read(name: &str, bytes: Vec<u8>) -> Result<Opened, OpenError> {
    if bytes.is_empty() {
        return Err(OpenError::empty(name));
    }
    let decoded = charset::decode(bytes).ok_or_else(|| OpenError::binary(name))?;
    if is_no_text(&decoded.text) {
        return Err(OpenError::binary(name));
    }
    if decoded.text.chars().all(is_white) {
        return Err(OpenError::empty(name));
    }
    let mut warnings = Vec::new();
    if decoded.damaged > 0 {
        warnings.push(OpenWarning::Unreadable { count: decoded.damaged, charset: decoded.charset.to_string() });
    }
    if looks_like_html(&decoded.text) {
        warnings.push(OpenWarning::WebPage);
    }
    let text = with_plain_line_ends(decoded.text);
    let blocks = blocks::blocks_of(&text);
    Ok(Opened { article: Article::new(name, text, blocks), warnings })
}

/// Makes a line feed of every carriage return and line feed, in place.
fn with_plain_line_ends(text: String) -> String {
    if !text.contains("\r\n") {
        return text;
    }
    let mut bytes = text.into_bytes();
    let mut kept = 0;
    for at in 0..bytes.len() {
        if bytes[at] != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            bytes[kept] = bytes[at];
            kept += 1;
        }
    }
    bytes.truncate(kept);
    // Without some of its ASCII characters a text is a text still.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Whether control characters, which no text holds many of, are too frequent; a NUL is one too many.
fn is_no_text(text: &str) -> bool {
    let mut controls = 0;
    for byte in text.bytes() {
        match byte {
            0 => return true,
            b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b => {}
            0x01..0x20 | 0x7f => controls += 1,
            _ => {}
        }
    }
    controls > 0 && controls * CHARACTERS_A_CONTROL > text.len()
}

fn looks_like_html(text: &str) -> bool {
    let head = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(read("tide.txt", bytes.to_vec()).unwrap().article.text(), expected);
    }

    #[test]
    fn nothing_but_the_mark_and_carriage_returns_is_taken_away() {
        check(b"\xef\xbb\xbf  One\r\n\r\n\tTwo \r\n", "  One\n\n\tTwo \n");
        check(b"One\rTwo\r\nThree", "One\rTwo\nThree");
        check(
            "No\u{a0}break, thin\u{202f}space, \u{feff}joined\u{200b}".as_bytes(),
            "No\u{a0}break, thin\u{202f}space, \u{feff}joined\u{200b}",
        );
        check("A page\u{c}and another".as_bytes(), "A page\u{c}and another");
    }

    #[test]
    fn damage_is_shown_and_told() {
        let opened = read("tide.txt", "“Nobody has counted the eels,” she said. – caf\u{e9}\n".into()).unwrap();
        assert_eq!(opened.warnings, []);
        let opened = read(
            "tide.txt",
            b"\xe2\x80\x9cNobody has counted\xe2\x80\x9d the eels\xff, she said \xe2\x80\x93 twice.".into(),
        )
        .unwrap();
        assert_eq!(opened.article.text(), "“Nobody has counted” the eels\u{fffd}, she said – twice.");
        assert_eq!(
            opened.warnings.iter().map(OpenWarning::to_string).collect::<Vec<_>>(),
            ["One character could not be read as UTF-8 and is shown as “�”."]
        );
    }

    #[test]
    fn a_web_page_says_what_it_is() {
        let opened = read("a.html", b"<!DOCTYPE html>\n<p>The gate</p>".into()).unwrap();
        assert_eq!(
            opened.warnings.iter().map(OpenWarning::to_string).collect::<Vec<_>>(),
            ["This is a web page; it is shown as plain text, with its tags."]
        );
    }
}
