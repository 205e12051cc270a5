/// The fields of a struct whose text is wrong somewhere: each name with the text of its value. What stands between two
/// commas outside all inner brackets is one field, so that a mistake inside a value touches no other.
pub(super) fn fields(text: &str) -> Vec<(&str, &str)> {
    let mut fields = Vec::new();
    let mut depth = 0_usize;
    let mut begin = 0;
    for (at, letter) in (Tokens { text, at: 0 }) {
        match letter {
            '(' | '[' | '{' => {
                depth += 1;
                if depth == 1 {
                    begin = at + 1;
                }
            }
            ')' | ']' | '}' | ',' if depth == 1 => {
                fields.extend(field(&text[begin..at]));
                begin = at + 1;
                depth -= usize::from(letter != ',');
            }
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    if depth > 0 {
        fields.extend(field(&text[begin..]));
    }
    fields
}

/// Name and value of a field; none where nothing is named.
fn field(text: &str) -> Option<(&str, &str)> {
    let mut tokens = Tokens { text, at: 0 };
    let (begin, _) = tokens.find(|(_, letter)| !letter.is_whitespace())?;
    let (colon, _) = tokens.find(|(_, letter)| *letter == ':')?;
    let name = text[begin..colon].trim();
    let is_name = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    (is_name && !name.is_empty()).then(|| (name, text[colon + 1..].trim()))
}

/// The characters of a text with their places, but for those inside strings and comments.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = &self.text[self.at..];
            let letter = rest.chars().next()?;
            let skipped = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else if letter == '"' {
                string_length(rest)
            } else {
                let at = self.at;
                self.at += letter.len_utf8();
                return Some((at, letter));
            };
            self.at += skipped;
        }
    }
}

/// How long the string is that a text begins with; one without an end goes to the end of its line.
fn string_length(text: &str) -> usize {
    let mut is_escaped = true;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' if !is_escaped => return at + 1,
            '\n' => return at,
            _ => is_escaped = letter == '\\' && !is_escaped,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        assert_eq!(fields(text), expected, "{text}");
    }

    #[test]
    fn a_mistake_inside_a_value_touches_no_other_field() {
        check("(a: 1, b: [1 2], c: \"x, ) y\")", &[("a", "1"), ("b", "[1 2]"), ("c", "\"x, ) y\"")]);
        check("(\n  // a: 0,\n  a: {\"k\" \"v\"}, /* , */ b: 2,\n)", &[("a", "{\"k\" \"v\"}"), ("b", "2")]);
        check("(a: 1, b: 2", &[("a", "1"), ("b", "2")]);
        check("(a: \"open, b: 1,\n b: 2)", &[("a", "\"open, b: 1,\n b: 2")]);
        check("(a: \"q\\\"\", b: 2)", &[("a", "\"q\\\"\""), ("b", "2")]);
        check("nothing", &[]);
    }
}
