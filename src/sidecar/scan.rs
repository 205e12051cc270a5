//! Cutting RON into its parts without understanding them, so that one damaged part never hides the others.

mod scanner;

use std::ops::Range;

use scanner::Scan;

use super::problem::Problem;

/// The most fields of one struct that are read.
const MOST_FIELDS: usize = 200;

/// What the scanner could not make sense of, and the byte at which it began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub at: usize,
    pub problem: Problem,
}

impl Lost {
    pub fn new(at: usize, problem: Problem) -> Self {
        Self { at, problem }
    }
}

/// A named value of a struct, as it is written.
#[derive(Clone, Debug)]
pub(super) struct Field<'a> {
    pub name: &'a str,
    /// The bytes of the value in the scanned text.
    pub value: Range<usize>,
}

/// The fields of a struct `Name(field: value, …)`; the name may be left out.
pub(super) fn fields(text: &str, within: Range<usize>) -> Result<Vec<Field<'_>>, Lost> {
    let mut scan = Scan::new(text, within);
    scan.skip_attributes()?;
    scan.skip_trivia()?;
    scan.name();
    scan.expect('(')?;
    let mut fields = Vec::new();
    loop {
        scan.skip_trivia()?;
        if scan.take(')') {
            break;
        }
        let name = scan.name();
        if !is_name(name) {
            return Err(scan.lost(Problem::NoName));
        }
        scan.skip_trivia()?;
        scan.expect(':')?;
        if fields.iter().any(|field: &Field<'_>| field.name == name) {
            return Err(scan.lost(Problem::FieldTwice(name.to_owned())));
        }
        if fields.len() == MOST_FIELDS {
            return Err(scan.lost(Problem::TooManyFields));
        }
        let value = scan.value()?;
        if value.is_empty() {
            return Err(scan.lost(Problem::NoValue));
        }
        fields.push(Field { name, value });
        if !scan.take(',') {
            scan.expect(')')?;
            break;
        }
    }
    scan.skip_trivia()?;
    if scan.at < scan.end { Err(scan.lost(Problem::BehindLastBracket)) } else { Ok(fields) }
}

/// The entries of a list `[a, b, …]`, each with the comments in front of it; no more than one beyond `most`.
pub(super) fn items(text: &str, within: Range<usize>, most: usize) -> Result<Vec<Range<usize>>, Lost> {
    let mut scan = Scan::new(text, within);
    scan.skip_trivia()?;
    scan.expect('[')?;
    let mut items = Vec::new();
    loop {
        let start = scan.at;
        scan.skip_trivia()?;
        if scan.take(']') {
            break;
        }
        let begin = start + text[start..].len() - text[start..].trim_start().len();
        let value = scan.value()?;
        if value.is_empty() {
            return Err(scan.lost(Problem::NoEntry));
        }
        items.push(begin..value.end);
        if items.len() > most {
            return Ok(items);
        }
        if !scan.take(',') {
            scan.expect(']')?;
            break;
        }
    }
    scan.skip_trivia()?;
    if scan.at < scan.end { Err(scan.lost(Problem::BehindList)) } else { Ok(items) }
}

/// The keys and values of a map `{"key": value, …}`, each as it is written.
pub(super) fn pairs(text: &str) -> Result<Vec<(&str, &str)>, Lost> {
    let mut scan = Scan::new(text, 0..text.len());
    scan.skip_trivia()?;
    scan.expect('{')?;
    let mut pairs = Vec::new();
    loop {
        scan.skip_trivia()?;
        if scan.take('}') {
            break;
        }
        let start = scan.at;
        if !scan.rest().starts_with('"') {
            return Err(scan.lost(Problem::NoKey));
        }
        scan.skip_string()?;
        let key = &text[start..scan.at];
        scan.skip_trivia()?;
        scan.expect(':')?;
        pairs.push((key, &text[scan.value()?]));
        if !scan.take(',') {
            scan.expect('}')?;
            break;
        }
    }
    scan.skip_trivia()?;
    if scan.at < scan.end { Err(scan.lost(Problem::BehindMap)) } else { Ok(pairs) }
}

/// One value, up to the comma, bracket or end of `within` behind it.
pub(super) fn value(text: &str, within: Range<usize>) -> Result<Range<usize>, Lost> {
    Scan::new(text, within).value()
}

/// The value in brackets that `within` begins with, up to the bracket that closes it.
///
/// What is wrong is said of the first text that runs over its line, if one does: a quotation mark lost there turns
/// everything behind it inside out.
pub(super) fn bracketed(text: &str, within: Range<usize>) -> Result<Range<usize>, Lost> {
    let mut scan = Scan::new(text, within);
    let found = scan.stretch(true);
    match scan.long {
        Some(at) if found.is_err() => Err(Lost::new(at, Problem::TextWithoutEnd)),
        _ => found,
    }
}

/// Where the white space and comments at the start of `within` end; at one without an end.
pub(super) fn behind_trivia(text: &str, within: Range<usize>) -> usize {
    let mut scan = Scan::new(text, within);
    // A comment without an end is left where it begins.
    let _ = scan.skip_trivia();
    scan.at
}

/// Whether a field can be called so.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// The name that `within` begins with, and what is behind the colon that follows it.
pub(super) fn named(text: &str, within: Range<usize>) -> Option<(&str, usize)> {
    let mut scan = Scan::new(text, within);
    let name = scan.name();
    scan.at += scan.rest().len() - scan.rest().trim_start().len();
    (!name.is_empty() && scan.take(':')).then_some((name, scan.at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_fields(text: &str, expected: &[(&str, &str)]) {
        let found = fields(text, 0..text.len()).unwrap();
        let found: Vec<_> = found.iter().map(|field| (field.name, &text[field.value.clone()])).collect();
        assert_eq!(found, expected);
    }

    fn check_items(text: &str, expected: &[&str]) {
        let found = items(text, 0..text.len(), 9).unwrap();
        assert_eq!(found.into_iter().map(|item| &text[item]).collect::<Vec<_>>(), expected);
    }

    fn check_lost(text: &str, at: usize) {
        assert_eq!(fields(text, 0..text.len()).unwrap_err().at, at, "{text}");
    }

    #[test]
    fn fields_are_cut_as_they_are_written() {
        check_fields(
            "(a: 1, b: \"x, ) \\\" y\", c: [(1, 2), {}],)",
            &[("a", "1"), ("b", "\"x, ) \\\" y\""), ("c", "[(1, 2), {}]")],
        );
        check_fields(
            "// first\n#![enable(x)]\nName( a : r#\"raw \" ( \"#, /* , */ b: ',' )\n// last",
            &[("a", "r#\"raw \" ( \"#"), ("b", "','")],
        );
        check_fields("()", &[]);
    }

    #[test]
    fn entries_keep_the_comments_in_front_of_them() {
        check_items("[ (1), /* two */ (2) /* behind */, // three\n 3, ]", &["(1)", "/* two */ (2)", "// three\n 3"]);
        check_items("[]", &[]);
        check_items("[<<<<<<< mine\n(1), 'a, 2]", &["<<<<<<< mine\n(1)", "'a", "2"]);
    }

    #[test]
    fn what_has_no_end_is_said_where_it_begins() {
        check_lost("(a: (1, b: 2", 4);
        check_lost("(a: (1, b: 2)", 13);
        check_lost("(a: \"x)", 4);
        check_lost("(a: [1))", 6);
        check_lost("(a: 1) b", 7);
        check_lost("(: 1)", 1);
        check_lost("", 0);
        check_lost(&format!("(a: {})", "[".repeat(100)), 68);
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(text in "[a-z0-9()\\[\\]{}:,\"'\\\\/*#r \\n字]{0,60}") {
            let _ = fields(&text, 0..text.len());
            let _ = items(&text, 0..text.len(), 9);
            let _ = bracketed(&text, 0..text.len());
        }
    }
}
