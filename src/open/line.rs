use super::signs::{columns, is_white};

/// The text of a line that stands for the end of a printed page.
pub(super) const FORM_FEED: &str = "\u{c}";

/// A line that shows something, without the white space round it. A form feed is a line of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'text> {
    pub text: &'text str,
    /// The byte of the whole text at which the line begins to show something.
    pub start: usize,
    /// How wide the line is in a typewriter face.
    pub columns: usize,
    /// How many columns it is set in; not counted in `columns`.
    pub indent: usize,
    /// Whether a blank line, or the beginning of the text, lies before it.
    pub blank_before: bool,
}

impl Line<'_> {
    /// The column it ends at.
    pub fn last_column(&self) -> usize {
        self.indent + self.columns
    }

    /// The byte of the whole text at which the line stops to show something.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The lines of a text that show something.
pub(super) fn lines_of(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut blank_before = true;
    let mut rest = text;
    while !rest.is_empty() {
        let start = text.len() - rest.len();
        let end = rest.find(ends_line).unwrap_or(rest.len());
        let (line, behind) = rest.split_at(end);
        let shown = line.trim_matches(is_white);
        if shown.is_empty() {
            blank_before = true;
        } else {
            let before = &line[..line.len() - line.trim_start_matches(is_white).len()];
            lines.push(Line {
                text: shown,
                start: start + before.len(),
                columns: columns(shown),
                indent: set_in(before),
                blank_before,
            });
            blank_before = false;
        }
        if behind.starts_with('\u{c}') {
            let line = Line { text: &behind[..1], start: start + end, columns: 0, indent: 0, blank_before: true };
            lines.push(line);
            blank_before = true;
        }
        rest = behind.strip_prefix("\r\n").unwrap_or_else(|| {
            let mut letters = behind.chars();
            letters.next();
            letters.as_str()
        });
    }
    lines
}

fn ends_line(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn set_in(white: &str) -> usize {
    white
        .chars()
        .map(|letter| match letter {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_break_a_line() {
        let lines = lines_of("one\ntwo\rthree\r\nfour\u{2028}five\u{b}\n\n  six\u{c}seven \u{200b}\n\u{3000}八");
        let seen: Vec<_> = lines.iter().map(|line| (line.text, line.columns, line.indent, line.blank_before)).collect();
        assert_eq!(
            seen,
            [
                ("one", 3, 0, true),
                ("two", 3, 0, false),
                ("three", 5, 0, false),
                ("four", 4, 0, false),
                ("five", 4, 0, false),
                ("six", 3, 2, true),
                ("\u{c}", 0, 0, true),
                ("seven", 5, 0, true),
                ("八", 2, 2, false),
            ]
        );
    }
}
