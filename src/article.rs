//! An article: one immutable text and the blocks it is made of.
//!
//! In: a text and its blocks, from [`crate::open`]. Out: ranges, words and sentences for every other room.
//! Never: files, windows, or a change to the text.

mod block;
mod bounds;
mod caret;
mod sentence;
mod text_range;

use std::sync::Arc;

use crate::excerpt::one_line;

pub use block::{Block, BlockKind};
pub use bounds::{sentence_around, word_around, words_in};
pub use caret::{Direction, Unit, step, step_among};
pub use sentence::sentences_in;
pub use text_range::{TextOffset, TextRange};

/// What can become the text of an article. A `String` does without being copied, which counts with long ones.
pub struct Text(String);

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<Arc<str>> for Text {
    fn from(text: Arc<str>) -> Self {
        Self(text.as_ref().to_owned())
    }
}

/// How many bytes of text lie between two entries of the index from bytes to characters.
const INDEX_STEP: usize = 1024;

/// An article as it was read from a file: its text never changes.
#[derive(Clone, Debug)]
pub struct Article {
    name: String,
    /// The title as one line, or the name.
    title: String,
    text: String,
    blocks: Vec<Block>,
    /// The number of characters that begin before byte `n * INDEX_STEP`.
    characters_before: Vec<usize>,
}

impl Article {
    /// Joins a text with its blocks, which lie in order and do not overlap.
    ///
    /// `name` is the file name the article goes by, without its folder.
    pub fn new(name: impl Into<String>, text: impl Into<Text>, blocks: Vec<Block>) -> Self {
        let (Text(mut text), mut blocks) = (text.into(), blocks);
        // It stays as it is from here on.
        text.shrink_to_fit();
        blocks.shrink_to_fit();
        debug_assert!(blocks.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()));
        let characters_before = index_characters(&text);
        let name = name.into();
        let title = blocks.iter().find(|block| block.kind == BlockKind::Title);
        let title = title.map(|block| one_line(&text[block.range.bytes()]));
        let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| one_line(&name));
        Self { name, title, text, blocks, characters_before }
    }

    /// The file name the article goes by, without its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, as every offset counts it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks in the order of the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The words between two places.
    pub fn slice(&self, range: TextRange) -> &str {
        &self.text[range.start().byte()..range.end().byte()]
    }

    /// The words between two places as they are shown and read aloud: a break is a space, so that characters keep their
    /// count.
    pub fn running_words(&self, range: TextRange) -> String {
        self.slice(range).replace(char::is_control, " ")
    }

    /// The whole text as a range.
    pub fn whole(&self) -> TextRange {
        TextRange::of_bytes(&self.text, 0, self.text.len()).unwrap_or_default()
    }

    /// The title as one line, or the file name where the article has none.
    pub fn title(&self) -> String {
        self.title.clone()
    }

    /// The place at a byte, moved back to the character that the byte belongs to, and never past the end.
    pub fn offset_at_byte(&self, byte: usize) -> TextOffset {
        TextOffset::floor(&self.text, byte)
    }

    /// How many characters (Unicode scalar values) the text has.
    pub fn characters(&self) -> usize {
        self.character_at(self.whole().end())
    }

    /// How many characters (Unicode scalar values) of the text lie before a place.
    ///
    /// A place of another, longer text counts as the end of this one.
    pub fn character_at(&self, offset: TextOffset) -> usize {
        let byte = offset.byte().min(self.text.len());
        let step = byte / INDEX_STEP;
        self.characters_before[step] + beginnings(&self.text.as_bytes()[step * INDEX_STEP..byte])
    }

    /// The place after so many characters, or `None` past the end of the text.
    pub fn offset_at_character(&self, character: usize) -> Option<TextOffset> {
        // The last entry that still lies at or before the character: later ones begin behind it.
        let step = self.characters_before.partition_point(|&before| before <= character).checked_sub(1)?;
        let from = step * INDEX_STEP;
        let behind = character - self.characters_before[step];
        let bytes = &self.text.as_bytes()[from..];
        let at = bytes.iter().enumerate().filter(|(_, byte)| begins_character(**byte)).map(|(at, _)| at).nth(behind);
        match at {
            Some(at) => TextOffset::new(&self.text, from + at),
            None => (beginnings(bytes) == behind).then(|| self.whole().end()),
        }
    }

    /// The number of the block that holds a place, or of the last block before it.
    pub fn block_at(&self, offset: TextOffset) -> Option<usize> {
        self.blocks.partition_point(|block| block.range.start() <= offset).checked_sub(1)
    }
}

fn index_characters(text: &str) -> Vec<usize> {
    let mut seen = 0;
    let mut before = vec![0];
    for chunk in text.as_bytes().chunks_exact(INDEX_STEP) {
        seen += beginnings(chunk);
        before.push(seen);
    }
    before
}

/// How many characters begin among some bytes of a text.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins_character(**byte)).count()
}

/// In UTF-8, every byte but those of the form `10xxxxxx` begins a character.
fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// An article for the tests of this room: blocks are parted by “¶”, which becomes a line break, and `|` marks a place.
#[cfg(test)]
fn example(marked: &str) -> (Article, TextOffset) {
    let text = marked.replacen('|', "", 1).replace('¶', "\n");
    let at = marked.split('|').next().unwrap_or_default().replace('¶', "\n").len();
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in marked.replacen('|', "", 1).split('¶') {
        let shown = line.trim();
        let begin = start + line.len() - line.trim_start().len();
        if let Some(range) = TextRange::of_bytes(&text, begin, begin + shown.len()).filter(|range| !range.is_empty()) {
            blocks.push(Block { kind: BlockKind::Paragraph, range });
        }
        start += line.len() + 1;
    }
    let article = Article::new("example.txt", text, blocks);
    let offset = article.offset_at_byte(if marked.contains('|') { at } else { 0 });
    (article, offset)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str) {
        let article = Article::new("example.txt", text, Vec::new());
        let mut number = 0;
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let offset = article.offset_at_byte(byte);
            assert_eq!(article.character_at(offset), number);
            assert_eq!(article.offset_at_character(number), Some(offset));
            number += 1;
        }
        assert_eq!(article.characters() + 1, number);
        assert_eq!(article.offset_at_character(number), None);
        assert_eq!(article.offset_at_character(usize::MAX), None);
    }

    #[test]
    fn characters_and_bytes() {
        check("");
        check("The gate");
        check("水闸 e\u{301} 👩‍👩‍👧 \u{10ffff}");
        check(&"a".repeat(INDEX_STEP));
        check(&"水".repeat(INDEX_STEP));
        check(&format!("{}👍", "a".repeat(INDEX_STEP - 2)));
    }

    #[test]
    fn a_place_inside_a_character_moves_to_its_beginning() {
        let (article, _) = example("水闸");
        assert_eq!(article.offset_at_byte(4).byte(), 3);
        assert_eq!(article.offset_at_byte(99).byte(), 6);
    }

    #[test]
    fn the_block_at_a_place_is_the_last_that_begins_before_it() {
        let (article, _) = example(" One¶Two");
        let block_at = |byte| article.block_at(article.offset_at_byte(byte));
        assert_eq!(
            (block_at(0), block_at(1), block_at(4), block_at(5), block_at(8)),
            (None, Some(0), Some(0), Some(1), Some(1))
        );
    }

    proptest! {
        #[test]
        fn characters_and_bytes_of_any_text(text in "(?s).{0,60}", times in 1..20_usize) {
            check(&text.repeat(times));
        }
    }
}
