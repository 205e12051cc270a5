//! Setting a block: its words laid out once, and the way between places in the article and places on the screen.

use std::{ops::Range, sync::Arc};

use egui::{Galley, Pos2, Rect, Vec2, epaint::text::PlacedRow, pos2, text::CCursor};

use super::placed_words::PlacedWords;
use crate::{
    app::passage_end::PassageEnd,
    article::{Article, Block, Direction, TextOffset, TextRange, Unit, word_around},
};

/// A block laid out at a place on the screen.
pub struct SetBlock {
    pub number: usize,
    /// The block, or the piece of it that is laid out here.
    pub block: Block,
    /// Whether another piece of the block follows.
    pub goes_on: bool,
    /// Where its words stand, if some of them run from right to left; their letters are not told apart.
    pub words: Option<PlacedWords>,
    /// The top left corner of the first row.
    pub origin: Pos2,
    pub galley: Arc<Galley>,
    /// The stretch of it whose rows show in the pane; a block may be a megabyte long.
    pub showing: TextRange,
}

/// A stretch of one row, in screen points; `row` counts from 0 within the block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowSpan {
    pub row: usize,
    pub left: f32,
    pub right: f32,
    /// The middle of the row's height.
    pub middle: f32,
}

impl RowSpan {
    /// A box `height` high round the row's middle, `beyond` wider on each side.
    pub fn band(self, height: f32, beyond: f32) -> Rect {
        Rect::from_min_max(
            pos2(self.left - beyond, self.middle - height / 2.0),
            pos2(self.right + beyond, self.middle + height / 2.0),
        )
    }
}

/// Whether a text holds letters that are written from right to left.
pub fn runs_left(text: &str) -> bool {
    use unicode_bidi::BidiClass::{AL, R};
    // The first letters of that kind are Hebrew.
    text.chars().any(|letter| letter >= '\u{590}' && matches!(unicode_bidi::bidi_class(letter), R | AL))
}

/// Whether only whole words are told apart at a place: some of those in its block run from right to left.
fn has_whole_words(article: &Article, offset: TextOffset) -> bool {
    runs_left(block_round(article, offset))
}

/// The words of the block that holds a place; none before the first one.
fn block_round(article: &Article, offset: TextOffset) -> &str {
    article.block_at(offset).map_or("", |number| article.slice(article.blocks()[number].range))
}

/// The way through the text that an arrow key leads which points forward in words that run from left to right, and what of
/// them it steps over: where words run from the right the other way, and by words where only these are told apart.
pub fn arrow_step(article: &Article, from: TextOffset, unit: Unit, direction: Direction) -> (Unit, Direction) {
    let block = block_round(article, from);
    if !matches!(unit, Unit::Character | Unit::Word) || !runs_left(block) {
        return (unit, direction);
    }
    let is_turned = unicode_bidi::get_base_direction(block) == unicode_bidi::Direction::Rtl;
    (Unit::Word, if is_turned { direction.opposite() } else { direction })
}

/// A stretch with the whole of the words that it begins and ends in, where only these are told apart.
pub fn in_whole_words(article: &Article, range: TextRange) -> TextRange {
    if range.is_empty() {
        return range;
    }
    let last = article.slice(range).char_indices().next_back().map_or(0, |(at, _)| at);
    let last = article.offset_at_byte(range.start().byte() + last);
    let whole = |offset| has_whole_words(article, offset).then(|| word_around(article, offset));
    let start = whole(range.start()).map_or(range.start(), |word| word.start().min(range.start()));
    TextRange::between(start, whole(last).map_or(range.end(), |word| word.end().max(range.end())))
}

impl SetBlock {
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.origin, self.galley.size())
    }

    /// Where the rows of a stretch of the article lie; what is outside the block is left out.
    pub fn rows_of(&self, article: &Article, range: TextRange) -> Vec<RowSpan> {
        let Some(range) = range.overlap(self.block.range) else {
            return Vec::new();
        };
        let start = self.character_of(article, range.start());
        let end = self.character_of(article, range.end());
        match &self.words {
            Some(words) => words.spans(start..end).into_iter().filter_map(|span| self.on_screen(span)).collect(),
            None => self.rows_between(start..end),
        }
    }

    /// A stretch of a row that was given from the left of the block.
    fn on_screen(&self, span: RowSpan) -> Option<RowSpan> {
        let row = self.galley.rows.get(span.row)?;
        let middle = self.origin.y + row.pos.y + row.size.y / 2.0;
        Some(RowSpan { left: self.origin.x + span.left, right: self.origin.x + span.right, middle, ..span })
    }

    /// An upright line on a row, so far from the left of the block.
    fn upright(&self, (row, x): (usize, f32)) -> Option<[Pos2; 2]> {
        let row = self.galley.rows.get(row)?;
        let top = self.origin + Vec2::new(x, row.pos.y);
        Some([top, top + Vec2::new(0.0, row.size.y)])
    }

    fn rows_between(&self, characters: Range<usize>) -> Vec<RowSpan> {
        let mut spans = Vec::new();
        let mut first = 0;
        for (number, row) in self.galley.rows.iter().enumerate() {
            let length = row.glyphs.len();
            let from = characters.start.saturating_sub(first).min(length);
            let mut to = characters.end.saturating_sub(first).min(length);
            // A space at the end of a wrapped row is not seen, so nothing is painted behind it.
            while to > from && row.glyphs[to - 1].chr.is_whitespace() && to == length {
                to -= 1;
            }
            if from < to {
                let left = self.origin.x + row.pos.x + row.x_offset(from.into());
                let last = &row.glyphs[to - 1];
                let right = self.origin.x + row.pos.x + last.pos.x + last.advance_width;
                let middle = self.origin.y + row.pos.y + row.size.y / 2.0;
                spans.push(RowSpan { row: number, left, right, middle });
            }
            first += row.char_count_including_newline().0;
            if first >= characters.end {
                break;
            }
        }
        spans
    }

    /// The upright line where a caret at a place stands: its top and bottom.
    pub fn caret_at(&self, article: &Article, offset: TextOffset) -> Option<[Pos2; 2]> {
        let (start, end) = (self.block.range.start(), self.block.range.end());
        let inside = start <= offset && offset <= end && !(self.goes_on && offset == end);
        if let Some(words) = &self.words {
            return words
                .caret_before(self.character_of(article, offset))
                .filter(|_| inside)
                .and_then(|at| self.upright(at));
        }
        let cursor = CCursor { index: self.character_of(article, offset).into(), prefer_next_row: true };
        let line = inside.then(|| self.galley.pos_from_cursor(cursor).translate(self.origin.to_vec2()))?;
        Some([line.center_top(), line.center_bottom()])
    }

    /// The middle of the row where a passage begins or ends, at that end of it.
    pub fn passage_end(&self, article: &Article, range: TextRange, end: PassageEnd) -> Option<Pos2> {
        let Some(words) = &self.words else {
            let rows = self.rows_of(article, range);
            return match end {
                PassageEnd::Start => rows.first().map(|row| pos2(row.left, row.middle)),
                PassageEnd::End => rows.last().map(|row| pos2(row.right, row.middle)),
            };
        };
        let at = match end {
            PassageEnd::Start => words.caret_before(self.character_of(article, range.start())),
            PassageEnd::End => words.end_of(self.character_of(article, range.end())),
        };
        let [top, bottom] = self.upright(at?)?;
        Some(top.lerp(bottom, 0.5))
    }

    /// The place in the article nearest to a point on the screen; where only whole words are told apart, an end of one.
    pub fn offset_at(&self, article: &Article, point: Pos2) -> TextOffset {
        let Vec2 { x, y } = point - self.origin;
        if let Some(words) = &self.words {
            let character = self.row_at(y).and_then(|row| words.boundary_at(row, x));
            return self.offset_of(article, character.unwrap_or_default());
        }
        let cursor = self.galley.cursor_from_pos(Vec2::new(x, y.clamp(0.0, self.galley.size().y)));
        self.offset_of(article, cursor.index.0)
    }

    /// The place in the article that a point on the screen is on; where only whole words are told apart, the beginning of
    /// the one that it is on.
    pub fn offset_under(&self, article: &Article, point: Pos2) -> TextOffset {
        let Some(words) = &self.words else { return self.offset_at(article, point) };
        let Vec2 { x, y } = point - self.origin;
        let word = self.row_at(y).and_then(|row| words.word_at(row, x));
        self.offset_of(article, word.map_or(0, |word| word.characters.start))
    }

    /// The word that a point of the screen is on, where only whole words are told apart.
    pub fn word_under(&self, article: &Article, point: Pos2) -> Option<TextRange> {
        let words = self.words.as_ref().filter(|_| self.is_on_words(point))?;
        let Vec2 { x, y } = point - self.origin;
        let Range { start, end } = words.word_at(self.row_at(y)?, x)?.characters.clone();
        Some(TextRange::between(self.offset_of(article, start), self.offset_of(article, end)))
    }

    /// The row at a height from the top of the block, or the nearest one.
    fn row_at(&self, y: f32) -> Option<usize> {
        let rows = &self.galley.rows;
        let row = rows.iter().position(|row| y < row.pos.y + row.size.y);
        row.or(rows.len().checked_sub(1))
    }

    /// Whether a point lies on the words of a row, not in the space beside them.
    pub fn is_on_words(&self, point: Pos2) -> bool {
        self.galley.rows.iter().any(|row| {
            let rect = row.rect().translate(self.origin.to_vec2());
            rect.contains(point)
        })
    }

    /// How many characters of the block lie before a place.
    fn character_of(&self, article: &Article, offset: TextOffset) -> usize {
        let inside = offset.clamp(self.block.range.start(), self.block.range.end());
        article.slice(TextRange::between(self.block.range.start(), inside)).chars().count()
    }

    fn offset_of(&self, article: &Article, character: usize) -> TextOffset {
        let text = article.slice(self.block.range);
        let at = text.char_indices().nth(character).map_or(text.len(), |(at, _)| at);
        article.offset_at_byte(self.block.range.start().byte() + at)
    }

    /// The top of the row that a place is on; `None` for a place that is not in the block.
    pub fn row_top(&self, article: &Article, offset: TextOffset) -> Option<f32> {
        let [top, bottom] = self.caret_at(article, offset)?;
        let middle = (top.y + bottom.y) / 2.0;
        let row = self.galley.rows.iter().rev().find(|row| self.origin.y + row.pos.y <= middle);
        row.or(self.galley.rows.first()).map(|row| self.origin.y + row.pos.y)
    }

    /// Where the first row begins whose top is no higher than a height of the screen.
    pub fn first_line_below(&self, article: &Article, height: f32) -> Option<TextOffset> {
        let row = self.galley.rows.iter().position(|row| self.origin.y + row.pos.y >= height)?;
        self.row_starts().get(row).map(|first| self.offset_of(article, *first))
    }

    /// Where the row begins that is at a height of the screen, or the nearest one.
    pub fn begin_of_row(&self, article: &Article, height: f32) -> TextOffset {
        let row = self.row_at(height - self.origin.y).unwrap_or_default();
        self.offset_of(article, self.row_starts().get(row).copied().unwrap_or_default())
    }

    /// The first character of each row.
    fn row_starts(&self) -> Vec<usize> {
        if let Some(words) = &self.words {
            return words.row_starts();
        }
        let mut next = 0;
        let starts = self.galley.rows.iter().map(|row| {
            let first = next;
            next += row.char_count_including_newline().0;
            first
        });
        starts.collect()
    }

    /// Notes which stretch of the block has rows that show between two heights of the screen: all of it where none does.
    pub fn show_between(&mut self, article: &Article, from: f32, to: f32) {
        let shows = |row: &PlacedRow| {
            let top = self.origin.y + row.pos.y;
            top + row.size.y >= from && top <= to
        };
        let rows = &self.galley.rows;
        let first = rows.iter().position(shows);
        let behind = rows.iter().rposition(shows).map(|row| row + 1);
        self.showing = match (first, behind) {
            // Of most blocks all rows do: then no character has to be counted.
            (Some(first), Some(behind)) if first > 0 || behind < rows.len() => {
                let starts = self.row_starts();
                let at = |row: usize| starts.get(row).map(|character| self.offset_of(article, *character));
                TextRange::between(
                    at(first).unwrap_or(self.block.range.start()),
                    at(behind).unwrap_or(self.block.range.end()),
                )
            }
            _ => self.block.range,
        };
    }
}
