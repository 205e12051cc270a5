use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Article, TextOffset, TextRange, sentences_in};

/// How far round a place words are looked for, in bytes; longer ones are cut there.
const WORD_REACH: usize = 2 << 10;

/// How far round a place sentences are looked for, in bytes: a paragraph may be the whole of a long file.
const SENTENCE_REACH: usize = 16 << 10;

/// The word round a place, or the run of spaces or the sign that stands there.
///
/// A Chinese character counts as a word. At the end of a block, and behind it, it is the block's last word.
/// Empty before the first block.
pub fn word_around(article: &Article, offset: TextOffset) -> TextRange {
    let Some(block) = block_round(article, offset) else {
        return TextRange::between(offset, offset);
    };
    let text = article.text();
    let last = last_character_start(text, block);
    let at = offset.byte().clamp(block.start().byte(), last);
    let is_space = text[at..].starts_with(char::is_whitespace);
    let run = run_around(text, reach(text, block, at, WORD_REACH), at, is_space);
    if is_space {
        return range_of(text, run);
    }
    let word = text[run.clone()]
        .split_word_bound_indices()
        .map(|(start, word)| run.start + start..run.start + start + word.len())
        .find(|word| word.contains(&at));
    range_of(text, word.unwrap_or(run))
}

/// The sentence round a place, without the space behind it.
///
/// In the space between two sentences it is the first; behind a block, the block's last. Empty before the first block.
pub fn sentence_around(article: &Article, offset: TextOffset) -> TextRange {
    let sentences = sentences_around(article, offset);
    let sentence = sentences.iter().rfind(|sentence| sentence.start() <= offset).or(sentences.first());
    sentence.copied().unwrap_or_else(|| TextRange::between(offset, offset))
}

/// The sentences of the block that holds a place, or of a stretch of it where the block is very long.
pub(super) fn sentences_around(article: &Article, offset: TextOffset) -> Vec<TextRange> {
    let Some(block) = block_round(article, offset) else {
        return Vec::new();
    };
    let text = article.text();
    let at = offset.byte().clamp(block.start().byte(), block.end().byte());
    let near = reach(text, block, at, SENTENCE_REACH);
    sentences_in(&text[near.clone()])
        .map(|sentence| range_of(text, near.start + sentence.start..near.start + sentence.end))
        .collect()
}

/// How many words a stretch holds, as a reader counts them; each Chinese character counts as one.
pub fn words_in(text: &str) -> usize {
    let (bytes, mut at, mut words) = (text.as_bytes(), 0, 0);
    // no word holds a space, and most of what stands between two is letters, or letters with signs round them
    while at < bytes.len() {
        let plain = end_of_plain(bytes, at);
        if matches!(bytes.get(plain), None | Some(b' ')) {
            words += usize::from(plain > at);
            at = plain + 1;
            continue;
        }
        let (opening, letters) = if plain > at {
            (at, plain)
        } else {
            let opening = end_of(bytes, at, |byte| matches!(byte, b' ' | b'"' | b'(' | b'\n'));
            (opening, end_of_plain(bytes, opening))
        };
        let closing = end_of(bytes, letters, |byte| matches!(byte, b'"' | b',' | b'.' | b'?' | b'!' | b')'));
        at = end_of(bytes, closing, |byte| byte != b' ');
        words += match at == closing {
            true => usize::from(letters > opening),
            false => plain_words(&bytes[opening..at]).unwrap_or_else(|| text[opening..at].unicode_words().count()),
        };
    }
    words
}

/// How many words a stretch of plain letters and the usual signs holds; none where there is anything else.
fn plain_words(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut words, mut goes_on) = (0, 0, false);
    loop {
        let end = end_of_plain(bytes, at);
        words += usize::from(end > at && !goes_on);
        let Some(sign) = bytes.get(end) else { return Some(words) };
        // a word goes on behind a point or an apostrophe between two letters or two digits, and behind a comma between digits
        let (length, joins_letters, joins_digits) = match (sign, &bytes[end + 1..]) {
            (b'.' | b'\'', _) => (1, true, true),
            (0xE2, [0x80, 0x99, ..]) => ('’'.len_utf8(), true, true),
            (b',', _) => (1, false, true),
            (b'-' | b'"' | b'(' | b')' | b'[' | b']' | b'?' | b'!' | b'$' | b'%' | b'/' | b'&', _) => (1, false, false),
            (0xE2, [0x80, 0x93 | 0x94 | 0x9C | 0x9D, ..]) => ('—'.len_utf8(), false, false),
            _ => return None,
        };
        let before = if end > at { bytes[end - 1] } else { b' ' };
        at = end + length;
        let behind = bytes.get(at).copied().unwrap_or(b' ');
        goes_on = joins_letters && before.is_ascii_alphabetic() && behind.is_ascii_alphabetic()
            || joins_digits && before.is_ascii_digit() && behind.is_ascii_digit();
    }
}

/// The end of a run of plain letters and digits.
fn end_of_plain(bytes: &[u8], from: usize) -> usize {
    end_of(bytes, from, |byte| IS_PLAIN[usize::from(byte)])
}

/// Which bytes are a letter or a digit by themselves: every byte of a quotation is looked up here.
static IS_PLAIN: [bool; 256] = {
    let (mut is_plain, mut byte) = ([false; 256], 0_u8);
    while byte < 128 {
        is_plain[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    is_plain
};

/// The end of a run of bytes of one kind.
fn end_of(bytes: &[u8], from: usize, is_part: impl Fn(u8) -> bool) -> usize {
    let mut end = from;
    while bytes.get(end).is_some_and(|byte| is_part(*byte)) {
        end += 1;
    }
    end
}

/// The range of the block that holds a place, or of the last one before it, unless it is empty.
fn block_round(article: &Article, offset: TextOffset) -> Option<TextRange> {
    let number = article.block_at(offset)?;
    Some(article.blocks()[number].range).filter(|range| !range.is_empty())
}

/// The bytes of a block that lie within reach of a place.
fn reach(text: &str, block: TextRange, at: usize, bytes: usize) -> Range<usize> {
    let start = text.floor_char_boundary(at.saturating_sub(bytes)).max(block.start().byte());
    let end = text.ceil_char_boundary(at.saturating_add(bytes)).min(block.end().byte());
    start..end
}

/// The run of white space, or of anything else, that a place lies in.
fn run_around(text: &str, near: Range<usize>, at: usize, is_space: bool) -> Range<usize> {
    let ends_run = |letter: char| letter.is_whitespace() != is_space;
    let before = &text[near.start..at];
    let start = before
        .rfind(ends_run)
        .map_or(near.start, |found| near.start + found + before[found..].chars().next().map_or(0, char::len_utf8));
    let end = text[at..near.end].find(ends_run).map_or(near.end, |found| at + found);
    start..end
}

fn last_character_start(text: &str, block: TextRange) -> usize {
    text[block.bytes()].char_indices().next_back().map_or(block.start().byte(), |(at, _)| block.start().byte() + at)
}

fn range_of(text: &str, bytes: Range<usize>) -> TextRange {
    TextRange::between(TextOffset::floor(text, bytes.start), TextOffset::floor(text, bytes.end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::example, *};

    /// `|` marks the place in a text whose blocks are parted by “ ¶ ”.
    #[track_caller]
    fn check(around: fn(&Article, TextOffset) -> TextRange, marked: &str, expected: &str) {
        let (article, offset) = example(marked);
        assert_eq!(article.slice(around(&article, offset)), expected, "{marked}");
    }

    #[test]
    fn words() {
        check(word_around, "The g|ate closes.", "gate");
        check(word_around, "The |gate closes.", "gate");
        check(word_around, "The gate|  closes.", "  ");
        check(word_around, "Don’|t close.", "Don’t");
        check(word_around, "closes|.", ".");
        check(word_around, "The gate|", "gate");
        check(word_around, "The\n|gate", "gate");
        check(word_around, "水|闸关上了。", "闸");
        check(word_around, "One¶|Two", "Two");
        check(word_around, "👩‍👩‍👧|👍🏽 a", "👍🏽");
        check(word_around, "|", "");
    }

    #[test]
    fn sentences() {
        check(sentence_around, "The sea came. It st|ayed. It left.", "It stayed.");
        check(sentence_around, "The sea came. |It stayed.", "It stayed.");
        check(sentence_around, "The sea came.| It stayed.", "The sea came.");
        check(sentence_around, "The sea\ncame| over. It stayed.", "The sea\ncame over.");
        check(sentence_around, "The sea came.¶It |stayed.", "It stayed.");
        check(sentence_around, "水退了。“谁来|付钱？”她问。", "“谁来付钱？”她问。");
    }

    #[test]
    fn words_are_counted_as_a_reader_does() {
        assert_eq!(words_in("“We don’t,” she said."), 4);
        assert_eq!(words_in("水退了。"), 3);
        assert_eq!(words_in("At 3.30 the “old” gate's out-of-use, he_said; e\u{301} …"), 10);
    }

    #[test]
    fn a_long_block_costs_no_more_than_a_short_one() {
        let text = format!("{}It stayed. {}", "The sea came. ".repeat(50_000), "It left. ".repeat(50_000));
        let at = text.find("stayed").unwrap();
        let (article, _) = example(&text);
        let sentence = sentence_around(&article, article.offset_at_byte(at));
        assert_eq!(article.slice(sentence), "It stayed.");
    }

    proptest! {
        #[test]
        fn words_are_those_of_unicode(text in "[a-cZ3 _\"'(.,:;!?$-’“”—…\n水é\u{301}👍🏽\u{a0}\u{200d}]{0,40}") {
            prop_assert_eq!(words_in(&text), text.unicode_words().count());
        }

        #[test]
        fn words_and_sentences_lie_in_the_block_of_their_place(text in "[a-c .!?“”。水\u{301}👍🏽¶\u{a0}]{1,40}", byte in 0..160_usize) {
            let (article, _) = example(&text);
            let offset = article.offset_at_byte(byte);
            let block = article.block_at(offset).map(|number| article.blocks()[number].range);
            let (word, sentence) = (word_around(&article, offset), sentence_around(&article, offset));
            match block {
                None => prop_assert!(word.is_empty() && sentence.is_empty()),
                Some(block) => {
                    prop_assert!(block.covers(word) && block.covers(sentence));
                    prop_assert!(!word.is_empty() && !sentence.is_empty());
                    prop_assert!(!block.holds(offset) || word.holds(offset));
                }
            }
        }
    }
}
