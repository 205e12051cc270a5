use std::ops::Range;

use crate::{
    app::theme::measures,
    article::{Article, BlockKind},
};

/// What stands in the column, one under the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A block of the article, by its number.
    Block(usize),
    /// One line in place of a web page's leftovers: these blocks, shown below it or folded away.
    Fold { blocks: Range<usize>, lines: usize },
}

/// The items of an article: its blocks, with runs of leftovers behind a line that folds them.
pub fn items_of(article: &Article, folded: bool) -> Vec<Item> {
    let blocks = article.blocks();
    let mut items = Vec::with_capacity(blocks.len());
    let mut number = 0;
    while number < blocks.len() {
        if !blocks[number].kind.is_folded() {
            items.push(Item::Block(number));
            number += 1;
            continue;
        }
        let begin = number;
        while number < blocks.len() && blocks[number].kind.is_folded() {
            number += 1;
        }
        let lines = blocks[begin..number].iter().map(|block| article.slice(block.range).lines().count()).sum();
        items.push(Item::Fold { blocks: begin..number, lines });
        if !folded {
            items.extend((begin..number).map(Item::Block));
        }
    }
    items
}

/// The number of the item that shows a block: its own, or the line that it is folded behind.
pub fn number_of(items: &[Item], block: usize) -> Option<usize> {
    let begins = |item: &Item| match item {
        Item::Block(number) => *number,
        Item::Fold { blocks, .. } => blocks.start,
    };
    // A folding line and the first block behind it begin together; the later of the two is the block.
    items.partition_point(|item| begins(item) <= block).checked_sub(1)
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
    use super::{Item, items_of, number_of};
    use crate::article::{Article, Block, BlockKind, TextRange};

    fn article(kinds: &[BlockKind]) -> Article {
        let text = "line\n".repeat(kinds.len());
        let block = |(number, &kind): (usize, &BlockKind)| {
            TextRange::of_bytes(&text, number * 5, number * 5 + 4).map(|range| Block { kind, range })
        };
        let blocks = kinds.iter().enumerate().filter_map(block).collect();
        Article::new("a.txt", text.as_str(), blocks)
    }

    #[test]
    fn leftovers_fold_into_one_line() {
        use BlockKind::{Leftover, Navigation, Paragraph, Title};
        let article = article(&[Navigation, Title, Paragraph, Leftover, Leftover]);
        let menu = Item::Fold { blocks: 0..1, lines: 1 };
        let rest = Item::Fold { blocks: 3..5, lines: 2 };
        assert_eq!(items_of(&article, true), [menu.clone(), Item::Block(1), Item::Block(2), rest.clone()]);
        assert_eq!(
            items_of(&article, false),
            [menu, Item::Block(0), Item::Block(1), Item::Block(2), rest, Item::Block(3), Item::Block(4)]
        );
        let number = |folded, block| number_of(&items_of(&article, folded), block);
        assert_eq!([0, 1, 2, 3, 4].map(|block| number(true, block)), [0, 1, 2, 3, 3].map(Some));
        assert_eq!([0, 1, 2, 3, 4].map(|block| number(false, block)), [1, 2, 3, 5, 6].map(Some));
    }
}
