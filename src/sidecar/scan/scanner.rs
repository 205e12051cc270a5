use std::ops::Range;

use super::Lost;
use crate::sidecar::problem::Problem;

/// The deepest nesting that is read.
const DEEPEST: usize = 64;

/// Goes through a stretch of RON.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) end: usize,
    /// The first text that goes over the end of its line.
    pub(super) long: Option<usize>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str, within: Range<usize>) -> Self {
        Self { text, at: within.start, end: within.end, long: None }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    pub(super) fn lost(&self, problem: Problem) -> Lost {
        Lost::new(self.at, problem)
    }

    pub(super) fn take(&mut self, sign: char) -> bool {
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len_utf8();
        }
        found
    }

    pub(super) fn expect(&mut self, sign: char) -> Result<(), Lost> {
        if self.take(sign) { Ok(()) } else { Err(self.lost(Problem::SignMissing(sign))) }
    }

    pub(super) fn name(&mut self) -> &'a str {
        let rest = self.rest();
        let rest = rest.strip_prefix("r#").unwrap_or(rest);
        let from = self.end - rest.len();
        let length = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        self.at = from + length;
        &rest[..length]
    }

    pub(super) fn skip_attributes(&mut self) -> Result<(), Lost> {
        self.skip_trivia()?;
        while self.rest().starts_with("#!") {
            let length = self.rest().find(']').ok_or_else(|| self.lost(Problem::AttributeWithoutEnd))?;
            self.at += length + 1;
            self.skip_trivia()?;
        }
        Ok(())
    }

    /// White space and comments.
    pub(super) fn skip_trivia(&mut self) -> Result<(), Lost> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            if !self.skip_comment()? {
                return Ok(());
            }
        }
    }

    pub(super) fn skip_comment(&mut self) -> Result<bool, Lost> {
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
        Err(self.lost(Problem::CommentWithoutEnd))
    }

    /// One value, up to the comma or bracket that ends it; without the white space and comments around it.
    pub(super) fn value(&mut self) -> Result<Range<usize>, Lost> {
        self.stretch(false)
    }

    /// One value, or of it what is in brackets first.
    pub(super) fn stretch(&mut self, first_brackets: bool) -> Result<Range<usize>, Lost> {
        self.skip_trivia()?;
        let start = self.at;
        let mut end = start;
        let mut open: Vec<(char, usize)> = Vec::new();
        loop {
            self.skip_trivia()?;
            let Some(sign) = self.rest().chars().next() else {
                return match open.last() {
                    Some((bracket, at)) => Err(Lost::new(*at, Problem::NeverClosed(*bracket))),
                    None => Ok(start..end),
                };
            };
            match sign {
                '(' | '[' | '{' => {
                    open.push((sign, self.at));
                    if open.len() > DEEPEST {
                        return Err(self.lost(Problem::TooDeep));
                    }
                    self.at += 1;
                }
                ')' | ']' | '}' => {
                    let Some((bracket, _)) = open.pop() else { return Ok(start..end) };
                    if !matches!((bracket, sign), ('(', ')') | ('[', ']') | ('{', '}')) {
                        return Err(self.lost(Problem::WrongBracket { sign, bracket }));
                    }
                    self.at += 1;
                    if first_brackets && open.is_empty() {
                        return Ok(start..self.at);
                    }
                }
                ',' if open.is_empty() => return Ok(start..end),
                ':' if open.is_empty() => return Err(self.lost(Problem::NoComma)),
                '"' => self.skip_string()?,
                '\'' => self.skip_character(),
                letter if letter.is_alphanumeric() || letter == '_' => self.skip_word()?,
                other => self.at += other.len_utf8(),
            }
            end = self.at;
        }
    }

    pub(super) fn skip_string(&mut self) -> Result<(), Lost> {
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
        Err(self.lost(Problem::TextWithoutEnd))
    }

    /// A word or number, and the string behind `r`, `b` or `br`.
    pub(super) fn skip_word(&mut self) -> Result<(), Lost> {
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
                    return Err(Lost::new(start, Problem::RawTextWithoutEnd));
                };
                self.at += hashes + 1 + length + closing.len();
            }
        }
        Ok(())
    }

    /// `'x'` or `'\n'`; a lone apostrophe is passed over.
    pub(super) fn skip_character(&mut self) {
        let mut letters = self.rest().char_indices().skip(1);
        let closing = match letters.next() {
            Some((_, '\\')) => letters.skip(1).find(|(_, letter)| *letter == '\'' || *letter == '\n'),
            Some(_) => letters.next(),
            None => None,
        };
        self.at += closing.filter(|(_, letter)| *letter == '\'').map_or(1, |(at, _)| at + 1);
    }
}
