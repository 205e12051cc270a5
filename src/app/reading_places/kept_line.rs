use serde::{Deserialize, Serialize};

use crate::article::{Article, TextOffset};

/// How many characters before a line are kept, and how many from its beginning on.
const BEFORE: usize = 32;
const WORDS: usize = 80;

/// How many bytes before and behind its old place a line is looked for.
const NEAR: usize = 256 << 10;

/// Fewer characters than these stand in many places.
const LEAST: usize = 10;

/// Where a line of an article began, and the words round that place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLine {
    /// Bytes of the text before it.
    at: usize,
    before: String,
    words: String,
}

impl KeptLine {
    pub fn of(article: &Article, begins: TextOffset) -> Self {
        let (before, words) = article.text().split_at(begins.byte());
        let start = before.char_indices().rev().take(BEFORE).last().map_or(before.len(), |(at, _)| at);
        Self { at: before.len(), before: before[start..].to_owned(), words: words[..end_of(words, WORDS)].to_owned() }
    }

    /// The place in an article that reads as it did round this line.
    pub fn unchanged_in(&self, article: &Article) -> Option<TextOffset> {
        let (before, words) = article.text().split_at_checked(self.at)?;
        let is_there = before.ends_with(&self.before) && words.starts_with(&self.words);
        is_there.then(|| article.offset_at_byte(self.at))
    }

    /// The place in an article that may have changed: where the same words, or most of them, stand nearest to where
    /// they stood.
    pub fn find(&self, article: &Article) -> Option<TextOffset> {
        self.unchanged_in(article).or_else(|| self.nearest(article))
    }

    fn nearest(&self, article: &Article) -> Option<TextOffset> {
        let text = article.text();
        let from = text.floor_char_boundary(self.at.saturating_sub(NEAR));
        let to = text.ceil_char_boundary(self.at.saturating_add(NEAR).min(text.len()));
        let half = end_of(&self.words, WORDS / 2);
        let whole = [self.before.as_str(), &self.words].concat();
        // Each with where the line begins in it.
        let parts = [
            (whole.as_str(), self.before.len()),
            (&self.words, 0),
            (&self.before, self.before.len()),
            (&self.words[..half], 0),
            (&self.words[half..], 0),
        ];
        let near = text.get(from..to)?;
        let place = |(part, begins): (&str, usize)| {
            let at = near.match_indices(part).map(|(at, _)| from + at + begins);
            at.min_by_key(|at| at.abs_diff(self.at))
        };
        let telling = parts.into_iter().filter(|(part, _)| part.trim().chars().count() >= LEAST);
        telling.filter_map(place).next().map(|at| article.offset_at_byte(at))
    }
}

/// The byte behind so many characters, or the end.
fn end_of(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `|` marks where the line begins in the old text and where it is to be found in the new one, if at all.
    #[track_caller]
    fn check(old: &str, new: &str) {
        let article = |marked: &str| Article::new("article.txt", marked.replacen('|', "", 1), Vec::new());
        let earlier = article(old);
        let line = KeptLine::of(&earlier, earlier.offset_at_byte(old.find('|').unwrap()));
        assert_eq!(line.find(&article(new)).map(TextOffset::byte), new.find('|'), "{new}");
    }

    const GULLS: &str = "The gulls came back over the wall, one after the other, and sat down on the boats.\n";
    const FERRY: &str = "The second ferry did not sail either, said the woman who has the key of the harbour.\n";

    #[test]
    fn a_line_is_found_in_the_same_text() {
        check(&format!("{GULLS}|{FERRY}"), &format!("{GULLS}|{FERRY}"));
        check(&format!("|{GULLS}"), &format!("|{GULLS}"));
        check(&format!("{GULLS}|"), &format!("{GULLS}|"));
        check("|", "|");
    }

    #[test]
    fn a_line_is_found_behind_what_was_put_before_it() {
        check(&format!("{GULLS}|{FERRY}{GULLS}"), &format!("Nobody slept.\n{GULLS}|{FERRY}{GULLS}"));
        check(
            "水闸。\n|风来了，渡船没有开，码头上的人都在等候消息。\n",
            "夜里下雨。\n水闸。\n|风来了，渡船没有开，码头上的人都在等候消息。\n",
        );
    }

    #[test]
    fn a_line_is_found_when_a_part_of_it_was_changed() {
        let late = FERRY.replace("of the harbour", "of the gate");
        check(&format!("{GULLS}|{FERRY}"), &format!("New.\n{GULLS}|{late}"));
        let early = FERRY.replace("The second ferry", "No other ferry");
        check(&format!("One.\n|{FERRY}{GULLS}"), "One.\nIt is a pity.\n");
        check(&format!("{GULLS}|{FERRY}"), &format!("New.\n{GULLS}|{early}"));
    }

    #[test]
    fn of_two_equal_lines_the_nearer_one_is_meant() {
        let many = FERRY.repeat(3);
        check(&format!("{many}|{FERRY}{many}"), &format!("It rains.\n{many}|{FERRY}{many}"));
    }

    #[test]
    fn words_that_are_gone_have_no_place() {
        check(&format!("{GULLS}|{FERRY}"), "Another text altogether, and a short one.");
        check(&format!("{GULLS}|End."), "End. Nothing else is left.");
    }

    #[test]
    fn a_line_that_moved_far_away_is_not_looked_for() {
        let far = "It rains.\n".repeat(NEAR / 8);
        check(&format!("|{FERRY}"), &format!("{far}{FERRY}"));
    }

    #[test]
    fn a_place_past_the_end_is_looked_for_like_any_other() {
        let article = Article::new("article.txt", FERRY, Vec::new());
        let line = |at| KeptLine { at, before: String::new(), words: FERRY.to_owned() };
        assert_eq!(line(NEAR).find(&article).map(TextOffset::byte), Some(0));
        assert_eq!(line(usize::MAX).find(&article), None);
    }

    proptest! {
        #[test]
        fn any_line_is_found_in_its_own_text(text in "(?s).{0,300}", at in 0..900_usize) {
            let article = Article::new("article.txt", text, Vec::new());
            let begins = article.offset_at_byte(at);
            prop_assert_eq!(KeptLine::of(&article, begins).find(&article), Some(begins));
        }

        #[test]
        fn in_any_other_text_it_has_a_place_or_none(one in "(?s).{0,100}", other in "(?s).{0,100}", at in 0..300_usize) {
            let [one, other] = [one, other].map(|text| Article::new("article.txt", text, Vec::new()));
            let found = KeptLine::of(&one, one.offset_at_byte(at)).find(&other);
            prop_assert!(found.is_none_or(|place| other.text().is_char_boundary(place.byte())));
        }
    }
}
