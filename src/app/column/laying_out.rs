//! Laying out what is visible, from the top item downwards, and bringing places into view.

use egui::{Pos2, Rect, Ui, pos2};

use super::{
    Column, FLASH, Fit, Heights, Line, SetBlock, Top, Typography, View,
    item::{Item, Items, gap_after},
};
use crate::{
    app::{painting::on_pixel, theme::measures},
    article::{Article, Block, BlockKind, TextOffset},
};

impl Column {
    pub(super) fn fit_to(&mut self, ui: &Ui, view: &View<'_>, width: f32) {
        let article = view.reading.article();
        let fit =
            Fit { width, typography: view.typography.clone(), folded: !self.unfolded, blocks: article.blocks().len() };
        if self.fit.as_ref() == Some(&fit) {
            return;
        }
        self.items = Items::of(article, fit.folded);
        self.heights = estimated_heights(&self.items, article, &fit);
        // The line that was being read stays where it was, whatever the new heights are.
        let line = self.going_on.take().or(self.line_at_top.filter(|_| self.fit.is_some()));
        self.fit = Some(fit);
        self.top = Top { item: 0, into: f64::NEG_INFINITY };
        if let Some(line) = line
            && let Some(item) = self.items.at(article, line.begins)
        {
            let row = self.row_in_item(ui, view, item, line.begins, width);
            self.top = Top { item, into: f64::from(row - line.below) };
            self.line_at_top = Some(line);
        }
    }

    /// How far below the top of its item the row of a place begins.
    fn row_in_item(&self, ui: &Ui, view: &View<'_>, item: usize, offset: TextOffset, width: f32) -> f32 {
        let article = view.reading.article();
        let Some(Item::Words { block, range, .. }) = self.items.get(article, item) else { return 0.0 };
        let block = Block { range, ..article.blocks()[block] };
        let (galley, words) = view.typography.lay_out(ui.painter(), article, &block, width);
        let origin = Pos2::ZERO;
        let set = SetBlock { number: 0, block, goes_on: false, words, origin, galley, showing: range };
        set.row_top(article, offset).unwrap_or_default()
    }

    pub(super) fn find_line_at_top(&self, article: &Article, pane: Rect) -> Option<Line> {
        // While nobody scrolls it is the same place, though a row of another width begins with other words.
        let is_there = |line: &Line| {
            let top = self.set.iter().find_map(|set| set.row_top(article, line.begins));
            top.is_some_and(|top| (top - pane.top() - line.below).abs() < 0.5)
        };
        if let Some(line) = self.line_at_top.filter(is_there) {
            return Some(line);
        }
        let begins_below = |set| Some((set, SetBlock::first_line_below(set, article, pane.top())?));
        let last = || self.set.last().map(|set| (set, set.block.range.start()));
        let (set, begins) = self.set.iter().find_map(begins_below).or_else(last)?;
        Some(Line { begins, below: set.row_top(article, begins)? - pane.top() })
    }

    /// Lays out what is visible, from the top item downwards, and keeps the view between the first row and the last.
    pub(super) fn lay_out(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, column: Rect) {
        let highest = -f64::from(measures::COLUMN_TOP);
        for _ in 0..4 {
            self.settle_top(ui, view, column.width(), highest);
            let end = self.set_visible(ui, view, pane, column);
            let least_end = pane.bottom() - measures::COLUMN_BOTTOM * pane.height();
            let at_first = self.top.item == 0 && self.top.into <= highest;
            match end {
                Some(end) if end < least_end && !at_first => self.top.into -= f64::from(least_end - end),
                _ => break,
            }
        }
    }

    /// Moves the top to the item that really stands there.
    fn settle_top(&mut self, ui: &Ui, view: &View<'_>, width: f32, highest: f64) {
        if self.items.is_empty() {
            self.top = Top::default();
            return;
        }
        self.top.item = self.top.item.min(self.items.len() - 1);
        while self.top.into < 0.0 && self.top.item > 0 {
            self.top.item -= 1;
            self.top.into += f64::from(self.measured_height(ui, view, self.top.item, width));
        }
        if self.top.item == 0 {
            self.top.into = self.top.into.max(highest);
        }
        while self.top.item + 1 < self.items.len() {
            let height = f64::from(self.measured_height(ui, view, self.top.item, width));
            if self.top.into < height {
                break;
            }
            self.top.into -= height;
            self.top.item += 1;
        }
    }

    fn measured_height(&mut self, ui: &Ui, view: &View<'_>, number: usize, width: f32) -> f32 {
        let article = view.reading.article();
        let content = match self.items.get(article, number) {
            Some(Item::Words { block, range, .. }) => {
                let block = Block { range, ..article.blocks()[block] };
                view.typography.lay_out(ui.painter(), article, &block, width).0.size().y
            }
            _ => measures::FOLD,
        };
        let height = content + gap_under(&self.items, number, article, &view.typography);
        self.heights.set(number, f64::from(height));
        height
    }

    /// Sets the blocks from the top item to the bottom of the pane; where the last item ends, when it is reached.
    fn set_visible(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, column: Rect) -> Option<f32> {
        let article = view.reading.article();
        self.set.clear();
        let mut y = pane.top() - self.top.into as f32;
        for number in self.top.item..self.items.len() {
            if y > pane.bottom() {
                return None;
            }
            let gap = gap_under(&self.items, number, article, &view.typography);
            let content = match self.items.get(article, number) {
                Some(Item::Words { block: block_number, range, goes_on }) => {
                    let block = Block { range, ..article.blocks()[block_number] };
                    let (galley, words) = view.typography.lay_out(ui.painter(), article, &block, column.width());
                    let height = galley.size().y;
                    let mut set = SetBlock {
                        number: block_number,
                        block,
                        goes_on,
                        words,
                        origin: on_pixel(ui, pos2(column.left(), y)),
                        galley,
                        showing: range,
                    };
                    set.show_between(article, pane.top(), pane.bottom());
                    self.set.push(set);
                    height
                }
                _ => measures::FOLD,
            };
            self.heights.set(number, f64::from(content + gap));
            y += content + gap;
            if number + 1 == self.items.len() {
                return Some(y - gap);
            }
        }
        None
    }

    pub(super) fn bring_into_view(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, column: Rect) {
        let Some(reveal) = self.reveal.take() else {
            return;
        };
        let article = view.reading.article();
        let Some(block) = article.block_at(reveal.range.start()) else {
            return;
        };
        if !self.unfolded && article.blocks()[block].kind.is_folded() {
            self.unfolded = true;
            self.fit_to(ui, view, column.width());
        }
        if reveal.lit {
            let until = ui.input(|input| input.time) + FLASH;
            self.lit = (!reveal.range.is_empty()).then_some((reveal.range, until));
        }
        let Some(item) = self.items.at(article, reveal.range.start()) else {
            return;
        };
        let row = self.row_in_item(ui, view, item, reveal.range.start(), column.width());
        let seen = (self.heights.before(item) - self.offset_of_view()) as f32 + row;
        let spoken = self.row_in_item(ui, view, item, reveal.range.end(), column.width()) - row;
        let is_cut = !reveal.lit && seen > pane.height() / 3.0 && seen + spoken > pane.height() - 72.0;
        if seen < 24.0 || seen > pane.height() - 72.0 || is_cut {
            self.top = Top { item, into: f64::from(row - pane.height() / 3.0) };
        }
    }
}

fn gap_under(items: &Items, number: usize, article: &Article, typography: &Typography) -> f32 {
    let kind = match items.get(article, number) {
        Some(Item::Words { goes_on: true, .. }) => return 0.0,
        item => kind_of(item, article),
    };
    (gap_after(kind, kind_of(items.get(article, number + 1), article)) * typography.scale()).round()
}

fn kind_of(item: Option<Item>, article: &Article) -> Option<BlockKind> {
    match item {
        Some(Item::Words { block, .. }) => Some(article.blocks()[block].kind),
        _ => None,
    }
}

/// A guess that costs little: so many characters to a row.
fn estimated_heights(items: &Items, article: &Article, fit: &Fit) -> Heights {
    Heights::new((0..items.len()).map(|number| {
        let content = match items.get(article, number) {
            Some(Item::Words { block, range, .. }) => {
                let (size, line) = fit.typography.size_and_line(article.blocks()[block].kind);
                // A byte of Latin text is about 0.47 of the size wide; a Chinese character has three and is one wide.
                let rows = (range.len() as f32 * size * 0.47 / fit.width.max(1.0)).ceil().max(1.0);
                rows * line
            }
            _ => measures::FOLD,
        };
        f64::from(content + gap_under(items, number, article, &fit.typography))
    }))
}
