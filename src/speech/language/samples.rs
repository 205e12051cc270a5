//! The parts of a text that are looked at to tell its language.

use std::ops::Range;

use super::super::marks::Mark;

/// What of a paragraph stands outside its quotation marks.
pub(super) fn unquoted<'t>(text: &'t str, paragraph: &Range<usize>, marks: &[Mark]) -> impl Iterator<Item = &'t str> {
    let mut at = paragraph.start;
    let ends = marks.iter().map(|mark| (mark.start, mark.end)).chain([(paragraph.end, paragraph.end)]);
    ends.map(move |(start, end)| {
        let stretch = &text[at..start.max(at)];
        at = end.max(at);
        stretch
    })
}

/// A text in parts of so many bytes, or as many more as its words need.
pub(super) fn parts(text: &str, bytes: usize) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let cut = rest.as_bytes().iter().skip(bytes).position(|byte| *byte == b' ');
        let part;
        (part, rest) = rest.split_at(cut.map_or(rest.len(), |more| bytes + more));
        (!part.is_empty()).then_some(part)
    })
}

/// How many bytes a dash or a quotation mark of print has, and whether a text opens with one, or with a sign like these.
pub(super) const SIGN: usize = '—'.len_utf8();

pub(super) fn opens_with_sign(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, 0x90..=0xA7, ..]) // from ‐ to ‧
}
