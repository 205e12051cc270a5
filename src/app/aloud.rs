//! Reading an article aloud: which sentence is being said, and which comes after it.

use super::{called_off::Waiting, tab::Tab};
use crate::article::{Article, Block, Direction, TextOffset, TextRange, Unit, sentence_around, step_among};

/// The most that is said in one go, in bytes: a text without full stops is read in pieces.
const LONGEST: usize = 4096;

/// An article that is being read aloud, or was and is to go on.
#[derive(Debug)]
pub struct Aloud {
    pub sentence: TextRange,
    /// Counts what was begun to be said, so that an answer to an earlier sentence is not taken for one to this.
    pub turn: u64,
    /// The voice that is speaking; without it the reading is paused. Letting go of it silences it.
    pub voice: Option<Waiting>,
    /// Whether the last long sentence before this one ended too soon to have been heard.
    pub unheard: bool,
}

impl Aloud {
    pub fn is_paused(&self) -> bool {
        self.voice.is_none()
    }
}

/// The sentence at a place, or what follows in it, or the first after it that has words to say.
pub fn sentence_from(tab: &Tab, place: TextOffset) -> Option<TextRange> {
    stretch_from(tab.reading.article(), place, |block| tab.column.shows(block))
}

/// What is said after a stretch.
pub fn sentence_after(tab: &Tab, said: TextRange) -> Option<TextRange> {
    stretch_after(tab.reading.article(), said, |block| tab.column.shows(block))
}

fn stretch_from(article: &Article, place: TextOffset, is_shown: impl Fn(&Block) -> bool + Copy) -> Option<TextRange> {
    let stretch = cut(article, sentence_around(article, place));
    if article.slice(stretch).contains(char::is_alphanumeric) {
        return Some(stretch);
    }
    stretch_after(article, stretch, is_shown)
}

fn stretch_after(article: &Article, said: TextRange, is_shown: impl Fn(&Block) -> bool + Copy) -> Option<TextRange> {
    let mut said = said;
    loop {
        let sentence = sentence_around(article, said.start());
        let next = if said.end() < sentence.end() && said.start() >= sentence.start() {
            TextRange::between(said.end(), sentence.end())
        } else {
            let begins = step_among(article, said.start(), Unit::Sentence, Direction::Forward, is_shown);
            sentence_around(article, begins)
        };
        if next.start() <= said.start() {
            return None;
        }
        said = cut(article, next);
        if article.slice(said).contains(char::is_alphanumeric) {
            return Some(said);
        }
    }
}

fn cut(article: &Article, stretch: TextRange) -> TextRange {
    let end = article.offset_at_byte(stretch.start().byte() + LONGEST);
    if stretch.len() > LONGEST { TextRange::between(stretch.start(), end) } else { stretch }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::from_bytes;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = from_bytes("article.txt", text.as_bytes()).unwrap().article;
        let mut said = Vec::new();
        let mut stretch = stretch_from(&article, article.whole().start(), |_| true);
        while let Some(here) = stretch {
            said.push(article.running_words(here));
            stretch = stretch_after(&article, here, |_| true);
        }
        assert_eq!(said, expected);
    }

    #[test]
    fn an_article_is_read_sentence_by_sentence_to_its_end() {
        check(
            "The tide\n\nIt rose. “Who pays?” she asked.\n\n* * *\n\nNobody did.\n",
            &["The tide", "It rose.", "“Who pays?” she asked.", "Nobody did."],
        );
        check("潮水\n\n水来了。没有人说话。\n", &["潮水", "水来了。", "没有人说话。"]);
    }

    #[test]
    fn what_never_ends_is_read_in_pieces() {
        let endless = "tide ".repeat(2000);
        let article = from_bytes("article.txt", endless.as_bytes()).unwrap().article;
        let (mut stretch, mut read) = (stretch_from(&article, article.whole().start(), |_| true), String::new());
        while let Some(here) = stretch {
            assert!(here.len() <= LONGEST);
            read += article.slice(here);
            stretch = stretch_after(&article, here, |_| true);
        }
        assert_eq!(read.trim(), endless.trim());
    }
}
