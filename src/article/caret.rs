use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use super::{Article, Block, BlockKind, TextOffset, TextRange, bounds::sentences_around, word_around};

/// How far one step of the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// What a reader takes for one character: a letter with its accents, an emoji with all its parts.
    Character,
    /// To the end of a word, or back to its beginning.
    Word,
    /// To the beginning of a sentence.
    Sentence,
    /// To the beginning of a block.
    Paragraph,
}

/// Which way a step of the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Forward,
    Backward,
}

impl Direction {
    pub fn opposite(self) -> Self {
        match self {
            Self::Forward => Self::Backward,
            Self::Backward => Self::Forward,
        }
    }
}

/// Where the caret comes to when it takes one step, over all blocks; see [`step_among`].
pub fn step(article: &Article, offset: TextOffset, unit: Unit, direction: Direction) -> TextOffset {
    step_among(article, offset, unit, direction, |_| true)
}

/// Where the caret comes to when it takes one step among the blocks that are shown.
///
/// It rests inside blocks and at their ends, never on a page break nor in the white space between blocks.
/// Forward from the article's last place, and back from its first, it stays.
pub fn step_among(
    article: &Article,
    offset: TextOffset,
    unit: Unit,
    direction: Direction,
    is_shown: impl Fn(&Block) -> bool,
) -> TextOffset {
    let rests = |block: &Block| block.kind != BlockKind::PageBreak && !block.range.is_empty() && is_shown(block);
    let here = article
        .block_at(offset)
        .map(|number| article.blocks()[number])
        .filter(|block| rests(block) && offset <= block.range.end())
        .map(|block| block.range);
    match direction {
        Direction::Forward => {
            if let Some(block) = here.filter(|block| offset < block.end())
                && let Some(place) = forward_in(article, block, offset, unit)
            {
                return place;
            }
            match next_block(article, offset, rests) {
                Some(block) if unit == Unit::Word => {
                    forward_in(article, block, block.start(), unit).unwrap_or(block.end())
                }
                Some(block) => block.start(),
                None => here.map_or(offset, TextRange::end),
            }
        }
        Direction::Backward => {
            if let Some(block) = here.filter(|block| block.start() < offset) {
                return backward_in(article, block, offset, unit);
            }
            match previous_block(article, offset, rests) {
                Some(block) if unit == Unit::Character => block.end(),
                Some(block) => backward_in(article, block, block.end(), unit),
                None => here.map_or(offset, TextRange::start),
            }
        }
    }
}

/// The next place in a block, or `None` where it lies in the block after.
fn forward_in(article: &Article, block: TextRange, offset: TextOffset, unit: Unit) -> Option<TextOffset> {
    match unit {
        Unit::Character => Some(next_character(article, block, offset)),
        Unit::Word => {
            let mut at = offset;
            while at < block.end() {
                let word = word_around(article, at);
                at = word.end();
                if is_word(article.slice(word)) {
                    break;
                }
            }
            Some(at)
        }
        Unit::Sentence => {
            sentences_around(article, offset).into_iter().map(TextRange::start).find(|start| *start > offset)
        }
        Unit::Paragraph => None,
    }
}

/// The place before in a block; `offset` lies behind the block's beginning.
fn backward_in(article: &Article, block: TextRange, offset: TextOffset, unit: Unit) -> TextOffset {
    match unit {
        Unit::Character => previous_character(article, block, offset),
        Unit::Word => {
            let mut at = offset;
            while at > block.start() {
                let word = word_around(article, article.offset_at_byte(at.byte() - 1));
                at = word.start();
                if is_word(article.slice(word)) {
                    break;
                }
            }
            at
        }
        Unit::Sentence => sentences_around(article, offset)
            .into_iter()
            .map(TextRange::start)
            .rfind(|start| *start < offset)
            .unwrap_or(block.start()),
        Unit::Paragraph => block.start(),
    }
}

fn next_character(article: &Article, block: TextRange, offset: TextOffset) -> TextOffset {
    let text = article.slice(block);
    let mut cursor = GraphemeCursor::new(offset.byte() - block.start().byte(), text.len(), true);
    // The whole block is given, so the cursor never asks for more context; if it did, one scalar is a safe step.
    match cursor.next_boundary(text, 0) {
        Ok(Some(at)) => article.offset_at_byte(block.start().byte() + at),
        Ok(None) => block.end(),
        Err(_) => article
            .slice(TextRange::between(offset, block.end()))
            .graphemes(true)
            .next()
            .map_or(block.end(), |letter| article.offset_at_byte(offset.byte() + letter.len())),
    }
}

fn previous_character(article: &Article, block: TextRange, offset: TextOffset) -> TextOffset {
    let text = article.slice(block);
    let mut cursor = GraphemeCursor::new(offset.byte() - block.start().byte(), text.len(), true);
    match cursor.prev_boundary(text, 0) {
        Ok(Some(at)) => article.offset_at_byte(block.start().byte() + at),
        Ok(None) => block.start(),
        Err(_) => article.offset_at_byte(offset.byte() - 1),
    }
}

fn next_block(article: &Article, offset: TextOffset, rests: impl Fn(&Block) -> bool) -> Option<TextRange> {
    let from = article.blocks().partition_point(|block| block.range.start() <= offset);
    article.blocks()[from..].iter().find(|block| rests(block)).map(|block| block.range)
}

fn previous_block(article: &Article, offset: TextOffset, rests: impl Fn(&Block) -> bool) -> Option<TextRange> {
    let to = article.blocks().partition_point(|block| block.range.end() < offset);
    article.blocks()[..to].iter().rfind(|block| rests(block)).map(|block| block.range)
}

fn is_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::example, *};

    /// Steps from `|`, on and on, and writes a `|` wherever the caret rests.
    #[track_caller]
    fn check(unit: Unit, direction: Direction, marked: &str, expected: &str) {
        let (article, mut offset) = example(marked);
        let mut places = vec![offset];
        loop {
            let next = step(&article, offset, unit, direction);
            if next == offset {
                break;
            }
            places.push(next);
            offset = next;
        }
        places.sort();
        let mut seen = article.text().replace('\n', "¶");
        for place in places.into_iter().rev() {
            // “¶” takes a byte more than the line break it stands for.
            let breaks = article.text()[..place.byte()].matches('\n').count();
            seen.insert(place.byte() + breaks, '|');
        }
        assert_eq!(seen, expected);
    }

    #[test]
    fn by_character() {
        check(Unit::Character, Direction::Forward, "|ab¶c", "|a|b|¶|c|");
        check(Unit::Character, Direction::Backward, "ab¶c|", "|a|b|¶|c|");
        check(Unit::Character, Direction::Forward, "|e\u{301}👩‍👩‍👧🇫🇷水", "|e\u{301}|👩‍👩‍👧|🇫🇷|水|");
        check(Unit::Character, Direction::Backward, "e\u{301}👩‍👩‍👧🇫🇷水|", "|e\u{301}|👩‍👩‍👧|🇫🇷|水|");
    }

    #[test]
    fn by_word() {
        check(Unit::Word, Direction::Forward, "|“We don’t,” she said.¶Twice.", "|“We| don’t|,” she| said|.|¶Twice|.|");
        check(Unit::Word, Direction::Backward, "“We don’t,” she said.¶Twice.|", "|“|We |don’t,” |she |said.¶|Twice.|");
        check(Unit::Word, Direction::Forward, "|水退了。", "|水|退|了|。|");
    }

    #[test]
    fn by_sentence() {
        check(
            Unit::Sentence,
            Direction::Forward,
            "|It came. It stayed.¶“Who pays?” she asked.",
            "|It came. |It stayed.¶|“Who pays?” she asked.|",
        );
        check(
            Unit::Sentence,
            Direction::Backward,
            "It came. It stayed.¶“Who pays?” she asked.|",
            "|It came. |It stayed.¶|“Who pays?” she asked.|",
        );
    }

    #[test]
    fn by_paragraph() {
        check(Unit::Paragraph, Direction::Forward, "|One.¶Two.¶Three.", "|One.¶|Two.¶|Three.|");
        check(Unit::Paragraph, Direction::Backward, "One.¶Two.¶Three.|", "|One.¶|Two.¶|Three.|");
        check(Unit::Paragraph, Direction::Backward, "One.¶Tw|o.", "|One.¶|Tw|o.");
    }

    #[test]
    fn what_is_not_shown_is_passed_over() {
        let (article, _) = example("One.¶Two.¶Three.");
        let shown = |block: &Block| article.slice(block.range) != "Two.";
        let end = article.blocks()[0].range.end();
        let next = step_among(&article, end, Unit::Character, Direction::Forward, shown);
        assert_eq!(next, article.blocks()[2].range.start());
        assert_eq!(step_among(&article, next, Unit::Character, Direction::Backward, shown), end);
    }

    proptest! {
        #[test]
        fn every_walk_comes_to_an_end(text in "[a-c .!?“”。水\u{301}👍🏽¶]{0,40}", backward: bool, number in 0..4_usize) {
            let (article, start) = example(&text);
            let unit = [Unit::Character, Unit::Word, Unit::Sentence, Unit::Paragraph][number];
            let direction = if backward { Direction::Backward } else { Direction::Forward };
            let mut offset = if backward { article.whole().end() } else { start };
            for _ in 0..200 {
                let next = step(&article, offset, unit, direction);
                prop_assert!(next == offset || (next < offset) == backward);
                offset = next;
            }
            prop_assert_eq!(step(&article, offset, unit, direction), offset);
        }
    }
}
