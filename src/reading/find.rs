use regex::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization as _;

use super::NoExpression;
use crate::article::{TextOffset, TextRange};

/// Hits found at most: more than anybody steps through, and little to keep.
pub const MOST_HITS: usize = 1_000_000;

/// What a reader looks for in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    pub manner: Manner,
}

/// How words are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Capitals and accents count as typed.
    pub as_typed: bool,
    pub whole_words: bool,
    /// The words are a regular expression, in the syntax of the `regex` crate.
    pub expression: bool,
}

impl Query {
    /// What looks for it; `None` while there is nothing to look for. Typed spaces find any white space, line breaks too.
    ///
    /// # Errors
    /// When the words are no regular expression, or none that can be looked for.
    pub fn search(&self) -> Result<Option<Search>, NoExpression> {
        if self.words.trim().is_empty() {
            return Ok(None);
        }
        let Manner { as_typed, whole_words, expression } = self.manner;
        let mut pattern = if expression {
            self.words.clone()
        } else {
            let word = |word| if as_typed { regex::escape(word) } else { folded(word) };
            self.words.split_whitespace().map(word).collect::<Vec<String>>().join(r"\s+")
        };
        // Which of its alternatives are whole words, an expression has to see for itself.
        if whole_words && expression {
            pattern = format!(r"\b(?:{pattern})\b");
        }
        let regex = RegexBuilder::new(&pattern).case_insensitive(!as_typed).multi_line(true).build();
        regex
            .map(|regex| Some(Search { regex, whole_words: whole_words && !expression }))
            .map_err(|problem| NoExpression::of(&self.words, &problem))
    }
}

/// Looks for a [`Query`] in texts.
#[derive(Clone, Debug)]
pub struct Search {
    regex: Regex,
    /// Only whole words count. Asking the expression for their bounds would make it ten times slower.
    whole_words: bool,
}

impl Search {
    /// The places in a text, in order, at most [`MOST_HITS`]; each is looked for when it is asked for.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = TextRange> + 'a {
        let mut from = 0;
        let next = move || {
            let hit = self.next(text, from)?;
            from = hit.end().byte();
            Some(hit)
        };
        std::iter::from_fn(next).take(MOST_HITS)
    }

    /// The first hit that begins at a place of the text or after it.
    pub fn first_from(&self, text: &str, place: TextOffset) -> Option<TextRange> {
        self.next(text, place.byte().min(text.len()))
    }

    fn next(&self, text: &str, mut from: usize) -> Option<TextRange> {
        loop {
            let hit = self.regex.find_at(text, from)?;
            let (start, end) = (hit.start(), hit.end());
            if start < end && (!self.whole_words || is_whole(text, start, end)) {
                return TextRange::of_bytes(text, start, end);
            }
            from = start + text[start..].chars().next()?.len_utf8();
        }
    }
}

/// Whether no word goes on before or behind a stretch.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let is_inside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let (before, after) = text.split_at(start);
    let (inside, after) = after.split_at(end - start);
    !(is_inside(before.chars().next_back()) && is_inside(inside.chars().next())
        || is_inside(inside.chars().next_back()) && is_inside(after.chars().next()))
}

/// A pattern that finds a word whatever its accents, in letters of one piece or with the accents behind them.
fn folded(word: &str) -> String {
    let bases = word.nfd().filter(|letter| !is_accent(*letter));
    bases
        .map(|base| {
            let base_small = base.to_lowercase().next();
            let is_variant = |letter: &char| {
                let mut parts = std::iter::once(*letter).nfd();
                parts.next().and_then(|first| first.to_lowercase().next()) == base_small
                    && parts.next().is_some_and(is_accent)
            };
            let variants: String = ACCENTED.into_iter().flatten().filter(is_variant).collect();
            let base = regex::escape(&base.to_string());
            if variants.is_empty() { base } else { format!(r"[{base}{variants}][\u{{300}}-\u{{36f}}]*") }
        })
        .collect()
}

/// Where the letters lie that have their accents with them: Latin, Greek and Cyrillic.
const ACCENTED: [std::ops::RangeInclusive<char>; 3] =
    ['\u{c0}'..='\u{24f}', '\u{370}'..='\u{481}', '\u{1e00}'..='\u{1fff}'];

fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::{Manner, Query};
    use crate::article::TextRange;

    const PLAIN: Manner = Manner { as_typed: false, whole_words: false, expression: false };
    const AS_TYPED: Manner = Manner { as_typed: true, ..PLAIN };
    const WHOLE_WORDS: Manner = Manner { whole_words: true, ..PLAIN };
    const EXPRESSION: Manner = Manner { expression: true, ..PLAIN };

    const TEXT: &str =
        "The Tide came in. The tides\nwait for no (man); Ebbe und Flut, ÉTÉ, été, ete\u{301}. Ете, етё. 水闸 Ångström";

    #[track_caller]
    fn check(query: Query, expected: &[&str]) {
        let search = query.search().unwrap();
        let hits: Vec<TextRange> = search.iter().flat_map(|search| search.hits(TEXT)).collect();
        assert_eq!(hits.iter().map(|hit| &TEXT[hit.bytes()]).collect::<Vec<_>>(), expected);
        for hit in &hits {
            assert_eq!(search.as_ref().unwrap().first_from(TEXT, hit.start()), Some(*hit));
        }
    }

    fn words(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    #[test]
    fn words_are_found_whatever_their_case_and_accents() {
        check(words("tide"), &["Tide", "tide"]);
        check(words("été"), &["ÉTÉ", "été", "ete\u{301}"]);
        check(words("ete"), &["ÉTÉ", "été", "ete\u{301}"]);
        check(words("ете"), &["Ете", "етё"]);
        check(words("angstrom"), &["Ångström"]);
        check(words("水"), &["水"]);
        check(words("tides wait"), &["tides\nwait"]);
        check(words("(man)"), &["(man)"]);
        check(words(" "), &[]);
    }

    #[test]
    fn capitals_accents_whole_words_and_expressions_count_when_asked_for() {
        check(Query { manner: AS_TYPED, ..words("tide") }, &["tide"]);
        check(Query { manner: AS_TYPED, ..words("été") }, &["été"]);
        check(Query { manner: WHOLE_WORDS, ..words("tide") }, &["Tide"]);
        check(Query { manner: Manner { whole_words: true, ..EXPRESSION }, ..words("tide|tides") }, &["Tide", "tides"]);
        check(Query { manner: EXPRESSION, ..words("t[a-z]*e\\b") }, &["The", "Tide", "The"]);
        check(Query { manner: EXPRESSION, ..words("闸|x*") }, &["闸"]);
    }
}
