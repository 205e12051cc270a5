use super::plain::Plain;
use crate::article::{Article, TextRange};

/// All places of an article with these words, in the order of the text; where they stand nowhere as they are written,
/// those that differ only in white space, quotation marks and dashes. Places do not overlap.
///
/// The time is linear in the length of the text.
pub fn places_of(article: &Article, words: &str) -> Vec<TextRange> {
    let text = article.text();
    if words.trim().is_empty() {
        return Vec::new();
    }
    let found: Vec<_> = text.match_indices(words).map(|(at, found)| (at, at + found.len())).collect();
    let found = if found.is_empty() { restyled(text, words) } else { found };
    found.into_iter().filter_map(|(start, end)| TextRange::of_bytes(text, start, end)).collect()
}

/// The places (in bytes) where words stand in some style.
fn restyled(text: &str, words: &str) -> Vec<(usize, usize)> {
    let words = Plain::of(words.trim()).text;
    // Words of nothing but signs that are not read would be found everywhere.
    if words.is_empty() {
        return Vec::new();
    }
    let plain = Plain::of(text);
    let place = |(at, found): (usize, &str)| {
        let (start, end) = (plain.original(at), plain.original(at + found.len()));
        // White space before an end belongs, in the plain text, to the character after it.
        (start, start + text[start..end].trim_end().len())
    };
    plain.text.match_indices(&words).map(place).collect()
}
