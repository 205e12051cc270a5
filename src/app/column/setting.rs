//! Setting a block: its words laid out once, and the way between places in the article and places on the screen.

use std::{ops::Range, sync::Arc};

use egui::{Galley, Pos2, Rect, Vec2, pos2, text::CCursor};

use crate::article::{Article, Block, TextOffset, TextRange};

/// A block laid out at a place on the screen.
pub struct SetBlock {
    pub number: usize,
    /// The block, or the piece of it that is laid out here.
    pub block: Block,
    /// Whether another piece of the block follows.
    pub goes_on: bool,
    /// Whether it holds words that run from right to left. Their letters cannot be told apart on the screen yet
    /// (egui lays them out one by one), so the whole block stands for any part of it.
    pub runs_left: bool,
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

impl SetBlock {
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.origin, self.galley.size())
    }

    /// Where the rows of a stretch of the article lie; what is outside the block is left out.
    pub fn rows_of(&self, article: &Article, range: TextRange) -> Vec<RowSpan> {
        let Some(range) = range.overlap(self.block.range) else {
            return Vec::new();
        };
        if self.runs_left {
            return self.rows_between(0..usize::MAX);
        }
        let start = self.character_of(article, range.start());
        let end = self.character_of(article, range.end());
        self.rows_between(start..end)
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
        let cursor = CCursor { index: self.character_of(article, offset).into(), prefer_next_row: true };
        let line = inside.then(|| self.galley.pos_from_cursor(cursor).translate(self.origin.to_vec2()))?;
        Some([line.center_top(), line.center_bottom()])
    }

    /// The place in the article nearest to a point on the screen.
    pub fn offset_at(&self, article: &Article, point: Pos2) -> TextOffset {
        let Vec2 { x, y } = point - self.origin;
        if self.runs_left {
            let is_low = y > self.galley.size().y / 2.0;
            return if is_low { self.block.range.end() } else { self.block.range.start() };
        }
        let cursor = self.galley.cursor_from_pos(Vec2::new(x, y.clamp(0.0, self.galley.size().y)));
        self.offset_of(article, cursor.index.0)
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
        let mut first = 0;
        for row in &self.galley.rows {
            if self.origin.y + row.pos.y >= height {
                return Some(self.offset_of(article, first));
            }
            first += row.char_count_including_newline().0;
        }
        None
    }

    /// Notes which stretch of the block has rows that show between two heights of the screen: all of it where none does.
    pub fn show_between(&mut self, article: &Article, from: f32, to: f32) {
        let (mut first, mut seen) = (0, None::<Range<usize>>);
        for row in &self.galley.rows {
            let next = first + row.char_count_including_newline().0;
            let top = self.origin.y + row.pos.y;
            if top + row.size.y >= from && top <= to {
                seen = Some(seen.map_or(first, |seen| seen.start)..next);
            }
            first = next;
        }
        // Of most blocks all rows do: then no character has to be counted.
        self.showing = seen.filter(|seen| *seen != (0..first)).map_or(self.block.range, |seen| {
            TextRange::between(self.offset_of(article, seen.start), self.offset_of(article, seen.end))
        });
    }
}
