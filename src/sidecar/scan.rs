//! Cutting RON into its parts without understanding them, so that one damaged part never hides the others.

use std::ops::Range;

/// The deepest nesting that is read.
const DEEPEST: usize = 64;
/// The most fields of one struct that are read.
const MOST_FIELDS: usize = 200;

/// What the scanner could not make sense of, and the byte at which it began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub at: usize,
    pub problem: String,
}

impl Lost {
    pub fn new(at: usize, problem: impl Into<String>) -> Self {
        Self { at, problem: problem.into() }
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
            return Err(scan.lost(NO_NAME));
        }
        scan.skip_trivia()?;
        scan.expect(':')?;
        if fields.iter().any(|field: &Field<'_>| field.name == name) {
            return Err(scan.lost(&format!("“{name}” stands here twice")));
        }
        if fields.len() == MOST_FIELDS {
            return Err(scan.lost("there are more fields here than are read"));
        }
        let value = scan.value()?;
        if value.is_empty() {
            return Err(scan.lost("a value is missing here"));
        }
        fields.push(Field { name, value });
        if !scan.take(',') {
            scan.expect(')')?;
            break;
        }
    }
    scan.skip_trivia()?;
    if scan.at < scan.end { Err(scan.lost("there is something behind the last bracket")) } else { Ok(fields) }
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
            return Err(scan.lost("an entry is missing before this comma"));
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
    if scan.at < scan.end { Err(scan.lost("there is something behind the list")) } else { Ok(items) }
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
            return Err(scan.lost("a key in quotation marks is missing here"));
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
    if scan.at < scan.end { Err(scan.lost("there is something behind the map")) } else { Ok(pairs) }
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
        Some(at) if found.is_err() => Err(Lost::new(at, "this text has no closing quotation mark")),
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

/// What is said where no field can be so called.
pub(super) const NO_NAME: &str = "a field's name is missing here";

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

struct Scan<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// The first text that goes over the end of its line.
    long: Option<usize>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, within: Range<usize>) -> Self {
        Self { text, at: within.start, end: within.end, long: None }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn lost(&self, problem: &str) -> Lost {
        Lost::new(self.at, problem)
    }

    fn take(&mut self, sign: char) -> bool {
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len_utf8();
        }
        found
    }

    fn expect(&mut self, sign: char) -> Result<(), Lost> {
        if self.take(sign) { Ok(()) } else { Err(self.lost(&format!("“{sign}” is missing here"))) }
    }

    fn name(&mut self) -> &'a str {
        let rest = self.rest();
        let rest = rest.strip_prefix("r#").unwrap_or(rest);
        let from = self.end - rest.len();
        let length = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        self.at = from + length;
        &rest[..length]
    }

    fn skip_attributes(&mut self) -> Result<(), Lost> {
        self.skip_trivia()?;
        while self.rest().starts_with("#!") {
            let length = self.rest().find(']').ok_or_else(|| self.lost("this attribute has no end"))?;
            self.at += length + 1;
            self.skip_trivia()?;
        }
        Ok(())
    }

    /// White space and comments.
    fn skip_trivia(&mut self) -> Result<(), Lost> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            if !self.skip_comment()? {
                return Ok(());
            }
        }
    }

    fn skip_comment(&mut self) -> Result<bool, Lost> {
        let rest = self.rest();
        if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
            return Ok(true);
        }
        if !rest.starts_with("/*") {
            return Ok(false);
        }
        let mut depth = 0;
        let mut at = 0;
        while at < rest.len() {
            if rest.as_bytes()[at..].starts_with(b"/*") {
                depth += 1;
                at += 2;
            } else if rest.as_bytes()[at..].starts_with(b"*/") {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    self.at += at;
                    return Ok(true);
                }
            } else {
                at += 1;
            }
        }
        Err(self.lost("this comment has no end"))
    }

    /// One value, up to the comma or bracket that ends it; without the white space and comments around it.
    fn value(&mut self) -> Result<Range<usize>, Lost> {
        self.stretch(false)
    }

    /// One value, or of it what is in brackets first.
    fn stretch(&mut self, first_brackets: bool) -> Result<Range<usize>, Lost> {
        self.skip_trivia()?;
        let start = self.at;
        let mut end = start;
        let mut open: Vec<(char, usize)> = Vec::new();
        loop {
            self.skip_trivia()?;
            let Some(sign) = self.rest().chars().next() else {
                return match open.last() {
                    Some((bracket, at)) => Err(Lost::new(*at, format!("this “{bracket}” is never closed"))),
                    None => Ok(start..end),
                };
            };
            match sign {
                '(' | '[' | '{' => {
                    open.push((sign, self.at));
                    if open.len() > DEEPEST {
                        return Err(self.lost("brackets are nested too deeply here"));
                    }
                    self.at += 1;
                }
                ')' | ']' | '}' => {
                    let Some((bracket, _)) = open.pop() else { return Ok(start..end) };
                    if !matches!((bracket, sign), ('(', ')') | ('[', ']') | ('{', '}')) {
                        return Err(self.lost(&format!("“{sign}” closes a “{bracket}” here")));
                    }
                    self.at += 1;
                    if first_brackets && open.is_empty() {
                        return Ok(start..self.at);
                    }
                }
                ',' if open.is_empty() => return Ok(start..end),
                ':' if open.is_empty() => return Err(self.lost("a comma is missing before this")),
                '"' => self.skip_string()?,
                '\'' => self.skip_character(),
                letter if letter.is_alphanumeric() || letter == '_' => self.skip_word()?,
                other => self.at += other.len_utf8(),
            }
            end = self.at;
        }
    }

    fn skip_string(&mut self) -> Result<(), Lost> {
        let bytes = self.rest().as_bytes();
        let mut at = 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => at += 2,
                b'"' => {
                    self.at += at + 1;
                    return Ok(());
                }
                b'\n' => {
                    self.long.get_or_insert(self.at);
                    at += 1;
                }
                _ => at += 1,
            }
        }
        Err(self.lost("this text has no closing quotation mark"))
    }

    /// A word or number, and the string behind `r`, `b` or `br`.
    fn skip_word(&mut self) -> Result<(), Lost> {
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        self.at += length;
        if matches!(&rest[..length], "r" | "br") {
            let hashes = self.rest().len() - self.rest().trim_start_matches('#').len();
            if self.rest()[hashes..].starts_with('"') {
                let closing = format!("\"{}", "#".repeat(hashes));
                let inside = &self.rest()[hashes + 1..];
                let Some(length) = inside.find(&closing) else {
                    return Err(Lost::new(start, "this raw text has no end"));
                };
                self.at += hashes + 1 + length + closing.len();
            }
        }
        Ok(())
    }

    /// `'x'` or `'\n'`; a lone apostrophe is passed over.
    fn skip_character(&mut self) {
        let mut letters = self.rest().char_indices().skip(1);
        let closing = match letters.next() {
            Some((_, '\\')) => letters.skip(1).find(|(_, letter)| *letter == '\'' || *letter == '\n'),
            Some(_) => letters.next(),
            None => None,
        };
        self.at += closing.filter(|(_, letter)| *letter == '\'').map_or(1, |(at, _)| at + 1);
    }
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
