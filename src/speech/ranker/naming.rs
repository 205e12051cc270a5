//! Passages in quotation marks that only give a name or a title: nobody speaks there.

use super::super::lexicon::Classes;
use super::super::marks;
use super::super::token::Token;
use super::Passage;
use super::words::words_in;

/// The longest nickname, in words.
const NICKNAME: usize = 3;

/// How many tokens before it the word stands that tells it is one.
const KNOWN: usize = 10;

impl Passage<'_, '_> {
    /// A so-called “quiet zone”: the mark gives a name, nobody speaks.
    pub(super) fn only_names(&self) -> bool {
        let quoted = &self.survey.text[self.mark.start..self.mark.end];
        let body = quoted.trim_matches(['"', '„', '“', '”', '«', '»', '‚', '‘', '’']).trim();
        let tokens = &self.survey.sentences[self.sentence].tokens;
        let sentence = &self.survey.sentences[self.sentence];
        // 'Noa “Nono” Reyes'
        if sentence.names.iter().any(|name| name.first < self.token && self.token < name.after) {
            return true;
        }
        if self.words <= 8 && is_titled(body) && (self.is_behind_work(tokens) || self.is_in_row_of_titles(tokens)) {
            return true;
        }
        if self.words > 5 {
            return false;
        }
        if self.survey.lexicon.is_english() && is_called(&tokens[..self.token], body) {
            return true;
        }
        let before = &self.survey.text[..self.mark.start];
        let begin = before.char_indices().rev().take(30).last().map_or(0, |(at, _)| at);
        let before = before[begin..].trim_end().to_lowercase();
        let articles = [" the", " a", " an"];
        let without = articles.iter().find_map(|article| before.strip_suffix(article)).unwrap_or(&before);
        self.survey.lexicon.naming.iter().any(|naming| without.ends_with(naming.as_str()))
    }

    /// The novel “Seven Rooms”, the first chapter of “Seven Rooms”.
    fn is_behind_work(&self, tokens: &[Token<'_>]) -> bool {
        let mut before = tokens[..self.token].iter().rev().skip_while(|token| token.text == "," || token.lower == "of");
        before.next().is_some_and(|token| token.is(Classes::WORK))
    }

    /// “Seven Rooms”, “The Long Pier” and “A Year of Stones”.
    fn is_in_row_of_titles(&self, tokens: &[Token<'_>]) -> bool {
        let is_title = |token: &Token<'_>| {
            let mark = token.mark().filter(|mark| words_in(&self.survey.text[mark.start..mark.end]) > 1);
            mark.is_some_and(|mark| {
                let body = self.survey.text[mark.start..mark.end].trim_matches(marks::is_sign);
                body.ends_with(char::is_alphanumeric) && is_titled(body)
            })
        };
        let joins = |token: &Token<'_>| token.text == "," || matches!(token.lower.as_ref(), "and" | "or");
        let joined_to_title = |mut beside: &mut dyn Iterator<Item = &Token<'_>>| {
            beside.next().is_some_and(joins) && Iterator::find(&mut beside, |token| !joins(token)).is_some_and(is_title)
        };
        self.survey.lexicon.is_english()
            && is_title(&tokens[self.token])
            && (joined_to_title(&mut tokens[..self.token].iter().rev())
                || joined_to_title(&mut tokens[self.token + 1..].iter()))
    }
}

/// Whether a passage Has the Capitals of a Title.
pub(super) fn is_titled(body: &str) -> bool {
    body.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty()).all(|word| {
        word.starts_with(|letter: char| letter.is_ascii_uppercase())
            || matches!(word, "of" | "the" | "a" | "in" | "and" | "to" | "for" | "on")
    })
}

/// 'whom neighbours call “the Wall”', 'known to all as “the Wall”': whether the words before a passage tell what somebody is called.
fn is_called(before: &[Token<'_>], body: &str) -> bool {
    let is_name = body.split_whitespace().nth(NICKNAME).is_none() && body.contains(char::is_uppercase);
    let near = &before[before.len().saturating_sub(KNOWN)..];
    let has = |word: &str| near.iter().any(|token| token.lower == word);
    match near.last().map_or("", |last| &last.lower) {
        "as" => has("known"),
        "call" | "calls" | "called" => is_name && (has("whom") || has("who")),
        _ => false,
    }
}
