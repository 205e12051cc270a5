//! Where in a damaged sidecar something surely begins or ends, whatever stands before it.

use std::ops::Range;

use super::{document::List, scan::named};

/// A place that a reader who lost the thread can go on from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The bracket of an entry.
    Entry,
    /// The name of a list, before its bracket.
    List,
    /// The name of another field of the whole.
    Field,
    /// The bracket that ends a list.
    ListEnd,
    /// The brackets round the whole.
    Whole,
}

/// How far the lines of the whole are indented at the most; those of entries are further in.
const MARGIN: usize = 4;

/// The longest comment between `/*` and `*/` that is passed over.
const MOST_COMMENT: usize = 10_000;

/// The marks in a stretch of text, in order.
pub(super) fn marks(text: &str, within: Range<usize>) -> Vec<(usize, Mark)> {
    let mut marks = Vec::new();
    // The column of what begins a line, while nothing but spaces was seen of it.
    let line = text[..within.start].rfind('\n').map_or(0, |end| end + 1);
    let mut indent = text[line..within.start].trim().is_empty().then_some(within.start - line);
    let mut comment = within.start;
    for (at, letter) in text[within.clone()].char_indices().map(|(at, letter)| (within.start + at, letter)) {
        let is_first = marks.is_empty() && within.start == 0;
        match (letter, indent) {
            _ if at < comment => {}
            ('/', Some(_)) => {
                comment = comment_end(text, at..within.end);
                indent = None;
            }
            ('\n', _) => indent = Some(0),
            (' ' | '\r', Some(column)) => indent = Some(column + 1),
            ('\t', Some(column)) => indent = Some(column + MARGIN),
            _ => {
                marks.extend(mark(text, at..within.end, letter, indent, is_first).map(|mark| (at, mark)));
                indent = None;
            }
        }
    }
    marks
}

fn mark(text: &str, within: Range<usize>, letter: char, indent: Option<usize>, is_first: bool) -> Option<Mark> {
    let is_margin = indent.is_some_and(|column| column <= MARGIN);
    match letter {
        '(' if indent == Some(0) && opens_whole(text, within.clone(), is_first) => Some(Mark::Whole),
        '(' => opens_entry(text, within, indent.is_some()).then_some(Mark::Entry),
        ']' => is_margin.then_some(Mark::ListEnd),
        ')' => {
            // An entry that is written at the margin is followed by a comma or the end of its list.
            let behind = text[within.start + 1..within.end].trim_start();
            (indent == Some(0) && !behind.starts_with([',', ']'])).then_some(Mark::Whole)
        }
        letter if indent.is_some() && letter.is_alphabetic() => {
            let (name, behind) = named(text, within.start..line_end(text, &within))?;
            if opens_list(text, name, behind..within.end, is_margin) {
                return Some(Mark::List);
            }
            (is_margin && is_field(name)).then_some(Mark::Field)
        }
        _ => None,
    }
}

/// Where the comment ends that a stretch begins with, or its first letter.
fn comment_end(text: &str, within: Range<usize>) -> usize {
    let rest = &text[within.clone()];
    let length = if rest.starts_with("//") { rest.find('\n') } else { None };
    // A longer one is taken for damage.
    let near = rest.as_bytes().windows(2).take(MOST_COMMENT).position(|end| end == b"*/");
    let length = if rest.starts_with("/*") { near.map(|end| end + 2) } else { length };
    within.start + length.unwrap_or(1)
}

fn line_end(text: &str, within: &Range<usize>) -> usize {
    within.start + text[within.clone()].find('\n').unwrap_or(within.len())
}

/// The fields of the whole that are no lists.
pub(super) fn is_field(name: &str) -> bool {
    matches!(name, "format" | "article" | "author" | "ext")
}

/// Whether a bracket at the margin is the one round everything: before a field of the whole or damage, the first of all
/// also before any other field that is no entry's first.
fn opens_whole(text: &str, within: Range<usize>, is_first: bool) -> bool {
    first_name(text, within).is_none_or(|(name, _)| {
        is_field(name) || List::named(name).is_some() || is_first && !matches!(name, "id" | "name")
    })
}

/// Whether a name is one of an entry's fields.
pub(super) fn is_of_entry(name: &str) -> bool {
    const OF_PASSAGE: [&str; 5] = ["id", "range", "before", "quote", "after"];
    const OF_NOTE: [&str; 5] = ["colour", "note", "made", "changed", "twins"];
    const OF_OTHERS: [&str; 7] = ["name", "meaning", "verdict", "speaker", "at", "extent", "links"];
    OF_PASSAGE.contains(&name) || OF_NOTE.contains(&name) || OF_OTHERS.contains(&name)
}

fn opens_entry(text: &str, within: Range<usize>, begins_line: bool) -> bool {
    match first_name(text, within.clone()) {
        // Within a line it may stand in somebody's words; there its quotation marks would be escaped.
        Some(("id" | "name", behind)) if !begins_line => {
            let is_article = text[..within.start].trim_end().ends_with("article:");
            text[behind..within.end].trim_start().starts_with('"') && !is_article
        }
        Some(_) => begins_line,
        None => false,
    }
}

/// Whether a name and the colon behind it begin a list of entries. A note has `tags` too: those are words.
pub(super) fn opens_list(text: &str, name: &str, behind: Range<usize>, is_margin: bool) -> bool {
    let Some(inside) = text[behind].trim_start().strip_prefix('[') else { return false };
    match List::named(name) {
        Some(List::Tags) => {
            let inside = inside.trim_start();
            inside.starts_with('(') || inside.starts_with(']') && is_margin
        }
        found => found.is_some(),
    }
}

/// The name of the first field behind a bracket.
fn first_name(text: &str, within: Range<usize>) -> Option<(&str, usize)> {
    let inside = within.start + 1..within.end;
    let blank = text[inside.clone()].len() - text[inside.clone()].trim_start().len();
    named(text, inside.start + blank..inside.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Mark)]) {
        let found = marks(text, 0..text.len());
        let found: Vec<_> = found.into_iter().map(|(at, mark)| (&text[at..], mark)).collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((rest, mark), (beginning, of)) in found.into_iter().zip(expected) {
            assert!(rest.starts_with(beginning) && mark == *of, "{rest} {mark:?}");
        }
    }

    #[test]
    fn entries_and_lists_are_seen_whatever_stands_before_them() {
        check("(format: 1", &[("(format", Mark::Whole)]);
        check("\"x\n    tags: [\n  (name: \"a\")", &[("tags", Mark::List), ("(name", Mark::Entry)]);
        check("x, (id: \"a\", tags: []), (7), (id: b)", &[("(id: \"a", Mark::Entry)]);
        check(
            "  (ix: 1,\n  tags: [\"a\"]\n        ),\n    ],\n)",
            &[("(ix", Mark::Entry), ("],", Mark::ListEnd), (")", Mark::Whole)],
        );
        check("    author: 1,\n        author: 2,", &[("author: 1", Mark::Field)]);
    }
}
