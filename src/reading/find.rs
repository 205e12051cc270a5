use regex::{Regex, RegexBuilder};

use crate::article::TextRange;

/// Hits found at most: more than anybody steps through, and little to keep.
pub const MOST_HITS: usize = 100_000;

/// What a reader looks for in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    /// Capitals count as typed.
    pub as_typed: bool,
    pub whole_words: bool,
    /// The words are a regular expression, in the syntax of the `regex` crate.
    pub expression: bool,
}

impl Query {
    /// The places in a text, in order; at most [`MOST_HITS`]. Typed spaces find any white space, line breaks too.
    ///
    /// # Errors
    /// A sentence for the reader when the words are no regular expression.
    pub fn find_in(&self, text: &str) -> Result<Vec<TextRange>, String> {
        if self.words.trim().is_empty() {
            return Ok(Vec::new());
        }
        let expression = self.regex()?;
        let hits = expression.find_iter(text).filter(|hit| !hit.is_empty());
        Ok(hits.take(MOST_HITS).filter_map(|hit| TextRange::of_bytes(text, hit.start(), hit.end())).collect())
    }

    fn regex(&self) -> Result<Regex, String> {
        let mut pattern = if self.expression {
            self.words.clone()
        } else {
            let words: Vec<String> = self.words.split_whitespace().map(regex::escape).collect();
            words.join(r"\s+")
        };
        if self.whole_words {
            pattern = format!(r"\b(?:{pattern})\b");
        }
        RegexBuilder::new(&pattern)
            .case_insensitive(!self.as_typed)
            .multi_line(true)
            .build()
            .map_err(|_| format!("“{}” is not a regular expression. Check its brackets.", self.words))
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    fn check(query: Query, expected: &[&str]) {
        let text = "The Tide came in. The tides\nwait for no (man); Ebbe und Flut, ÉTÉ, été.";
        let hits = query.find_in(text).unwrap();
        let hits: Vec<&str> = hits.iter().map(|hit| &text[hit.bytes()]).collect();
        assert_eq!(hits, expected);
    }

    fn words(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        check(words("tide"), &["Tide", "tide"]);
        check(words("été"), &["ÉTÉ", "été"]);
        check(words("tides wait"), &["tides\nwait"]);
        check(words("(man)"), &["(man)"]);
        check(words(" "), &[]);
    }

    #[test]
    fn capitals_whole_words_and_expressions_count_when_asked_for() {
        check(Query { as_typed: true, ..words("tide") }, &["tide"]);
        check(Query { whole_words: true, ..words("tide") }, &["Tide"]);
        check(Query { expression: true, ..words("t[a-z]*e\\b") }, &["The", "Tide", "The"]);
        assert!(Query { expression: true, ..words("(") }.find_in("").is_err());
    }
}
