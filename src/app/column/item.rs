//! What stands in the column, one under the other, kept in so few bytes that a million paragraphs take none each.

use std::ops::Range;

use crate::{
    app::theme::measures,
    article::{Article, BlockKind, TextOffset, TextRange},
};

/// A block of up to so many bytes is laid out whole.
const WHOLE: usize = 16 << 10;

/// A longer one is laid out in pieces of about this many.
const PIECE: usize = 3 << 9;

/// One thing that stands in the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Words of a block of the article; `goes_on` where the block has more of them in the next item.
    Words { block: usize, range: TextRange, goes_on: bool },
    /// One line in place of a web page's leftovers: these blocks, shown below it or folded away.
    Fold { blocks: Range<usize>, lines: usize },
}

/// All items of an article: its blocks, very long ones in pieces, with runs of leftovers behind a line that folds them.
#[derive(Clone, Debug, Default)]
pub struct Items {
    /// Each with the number of its first item, in order.
    runs: Vec<(usize, Run)>,
    /// Where the pieces of long blocks begin.
    cuts: Vec<TextOffset>,
    count: usize,
}

#[derive(Clone, Debug)]
enum Run {
    /// Blocks that are an item each, from this one on.
    Blocks(usize),
    /// A block in pieces, which begin at some of the cuts.
    Pieces {
        block: usize,
        cuts: Range<usize>,
    },
    Fold {
        blocks: Range<usize>,
        lines: usize,
    },
}

impl Run {
    fn first_block(&self) -> usize {
        match self {
            Self::Blocks(block) | Self::Pieces { block, .. } => *block,
            Self::Fold { blocks, .. } => blocks.start,
        }
    }
}

impl Items {
    pub fn of(article: &Article, folded: bool) -> Self {
        let blocks = article.blocks();
        let mut items = Self::default();
        let mut number = 0;
        while number < blocks.len() {
            if !blocks[number].kind.is_folded() {
                items.push_block(article, number);
                number += 1;
                continue;
            }
            let begin = number;
            while number < blocks.len() && blocks[number].kind.is_folded() {
                number += 1;
            }
            let lines = blocks[begin..number].iter().map(|block| article.slice(block.range).lines().count()).sum();
            items.push(Run::Fold { blocks: begin..number, lines }, 1);
            if !folded {
                (begin..number).for_each(|block| items.push_block(article, block));
            }
        }
        items
    }

    fn push_block(&mut self, article: &Article, block: usize) {
        let range = article.blocks()[block].range;
        if range.len() > WHOLE {
            let first = self.cuts.len();
            self.cuts.extend(pieces(article, range));
            let cuts = first..self.cuts.len();
            self.push(Run::Pieces { block, cuts: cuts.clone() }, cuts.len());
        } else if matches!(self.runs.last(), Some((first, Run::Blocks(from))) if from + self.count - first == block) {
            self.count += 1;
        } else {
            self.push(Run::Blocks(block), 1);
        }
    }

    fn push(&mut self, run: Run, count: usize) {
        self.runs.push((self.count, run));
        self.count += count;
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn get(&self, article: &Article, number: usize) -> Option<Item> {
        let run = self.runs.partition_point(|(first, _)| *first <= number).checked_sub(1)?;
        let (first, run) = self.runs.get(run).filter(|_| number < self.count)?;
        Some(match run {
            Run::Blocks(from) => {
                let block = from + number - first;
                Item::Words { block, range: article.blocks().get(block)?.range, goes_on: false }
            }
            Run::Pieces { block, cuts } => {
                let cut = cuts.start + number - first;
                let goes_on = cut + 1 < cuts.end;
                let end = if goes_on { self.cuts[cut + 1] } else { article.blocks().get(*block)?.range.end() };
                Item::Words { block: *block, range: TextRange::between(self.cuts[cut], end), goes_on }
            }
            Run::Fold { blocks, lines } => Item::Fold { blocks: blocks.clone(), lines: *lines },
        })
    }

    /// The number of the item that shows a place: the words there, or the line that they are folded behind.
    pub fn at(&self, article: &Article, offset: TextOffset) -> Option<usize> {
        let block = article.block_at(offset).unwrap_or(0);
        // A folding line and the first block behind it begin together; the later of the two is the block.
        let run = self.runs.partition_point(|(_, run)| run.first_block() <= block).checked_sub(1)?;
        let (first, run) = &self.runs[run];
        Some(match run {
            Run::Blocks(from) => first + block - from,
            Run::Pieces { cuts, .. } => {
                first + self.cuts[cuts.clone()].partition_point(|cut| *cut <= offset).saturating_sub(1)
            }
            Run::Fold { .. } => *first,
        })
    }
}

/// Where the pieces of a long block begin: behind a sentence where one ends in time, else behind a word.
fn pieces(article: &Article, range: TextRange) -> impl Iterator<Item = TextOffset> {
    let text = article.slice(range);
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        next = (rest.len() > PIECE + PIECE / 2).then(|| {
            let longest = &rest[..rest.floor_char_boundary(PIECE)];
            let late = longest.floor_char_boundary(PIECE / 2);
            let sentence = [". ", "! ", "? ", "” ", "。", "！", "？", "\n"].into_iter();
            let sentence = sentence.filter_map(|end| Some(longest[late..].rfind(end)? + late + end.len())).max();
            let word = || longest.char_indices().rev().find(|(_, letter)| letter.is_whitespace());
            start + sentence.or_else(|| word().map(|(at, space)| at + space.len_utf8())).unwrap_or(longest.len())
        });
        Some(article.offset_at_byte(range.start().byte() + start))
    })
}

/// The space under an item that stands above `next`, in points at text size 18.
pub fn gap_after(kind: Option<BlockKind>, next: Option<BlockKind>) -> f32 {
    use BlockKind::{Byline, Heading, Title};
    match (kind, next) {
        (Some(Title), Some(Byline)) => measures::AFTER_TITLE,
        (Some(Title | Byline), _) => measures::AFTER_BYLINE,
        (Some(Heading(_)), _) => measures::AFTER_HEADING,
        (_, Some(Heading(_))) => measures::BEFORE_HEADING,
        _ => measures::PARAGRAPH_GAP,
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Items, PIECE, WHOLE};
    use crate::article::{Article, Block, BlockKind, TextRange};

    fn article(lines: &[(BlockKind, &str)]) -> Article {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for (kind, line) in lines {
            let start = text.len();
            text.push_str(line);
            text.push('\n');
            blocks.extend(
                TextRange::of_bytes(&text, start, start + line.len()).map(|range| Block { kind: *kind, range }),
            );
        }
        Article::new("a.txt", text, blocks)
    }

    fn all(article: &Article, folded: bool) -> Vec<Item> {
        let items = Items::of(article, folded);
        let all: Vec<Item> = (0..items.len()).map(|number| items.get(article, number).unwrap()).collect();
        assert_eq!(items.get(article, items.len()), None);
        all
    }

    #[test]
    fn leftovers_fold_into_one_line() {
        use BlockKind::{Leftover, Navigation, Paragraph, Title};
        let article = article(&[Navigation, Title, Paragraph, Leftover, Leftover].map(|kind| (kind, "line")));
        let menu = Item::Fold { blocks: 0..1, lines: 1 };
        let rest = Item::Fold { blocks: 3..5, lines: 2 };
        let words = |block: usize| Item::Words { block, range: article.blocks()[block].range, goes_on: false };
        assert_eq!(all(&article, true), [menu.clone(), words(1), words(2), rest.clone()]);
        assert_eq!(all(&article, false), [menu, words(0), words(1), words(2), rest, words(3), words(4)]);
        let number = |folded, block: usize| {
            Items::of(&article, folded).at(&article, article.blocks()[block].range.start()).unwrap()
        };
        assert_eq!([0, 1, 2, 3, 4].map(|block| number(true, block)), [0, 1, 2, 3, 3]);
        assert_eq!([0, 1, 2, 3, 4].map(|block| number(false, block)), [1, 2, 3, 5, 6]);
    }

    #[track_caller]
    fn check_pieces(words: &str, ends: &str) {
        let long = words.repeat(2 * WHOLE / words.len());
        let article =
            article(&[(BlockKind::Paragraph, "short"), (BlockKind::Paragraph, &long), (BlockKind::Paragraph, "short")]);
        let items = Items::of(&article, true);
        assert!(items.len() > 10);
        let mut reached = article.blocks()[1].range.start();
        for number in 1..items.len() - 1 {
            let Some(Item::Words { block: 1, range, goes_on }) = items.get(&article, number) else {
                panic!("{number}")
            };
            assert_eq!((range.start(), goes_on), (reached, number + 2 < items.len()));
            assert!(range.len() <= PIECE + PIECE / 2);
            assert!(!goes_on || article.slice(range).ends_with(ends));
            assert_eq!(items.at(&article, range.start()), Some(number));
            assert_eq!(items.at(&article, article.offset_at_byte(range.end().byte() - 1)), Some(number));
            reached = range.end();
        }
        assert_eq!(reached, article.blocks()[1].range.end());
        assert_eq!(items.at(&article, article.blocks()[2].range.start()), Some(items.len() - 1));
    }

    #[test]
    fn a_very_long_block_is_laid_out_in_pieces_that_end_with_a_sentence_or_a_word() {
        check_pieces("The gate closes nine times a year. ", ". ");
        check_pieces("water ", " ");
        check_pieces("水闸一年关九次。", "。");
        check_pieces("水", "水");
    }
}
