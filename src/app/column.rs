//! The reading column: the article's blocks, of which only the visible ones are laid out.
//!
//! The place in the article is held as an item and how far its top lies above the view, so that heights that turn out
//! otherwise than estimated never move the text under the reader.

mod accessible;
mod bars;
mod focus;
mod folds;
mod from_right;
mod front;
mod handles;
mod heights;
mod item;
mod kept_blocks;
mod laying_out;
mod paint;
mod placed_words;
mod pointer;
mod rail;
mod setting;
mod strip;
mod touch;
mod typography;
mod view;

use egui::{Pos2, Rect, Response, Sense, Ui, pos2, vec2};
pub use focus::Focus;
use focus::ReadAt;
pub use from_right::{lay_out as lay_out_from_right, lay_out_from_left};
use handles::Handles;
pub use heights::Heights;
use item::Items;
use kept_blocks::KeptBlocks;
use pointer::Pointer;
pub use setting::{RowSpan, SetBlock, arrow_step, in_whole_words, runs_left};
pub use typography::Typography;
pub use view::{Chosen, View};

use super::{act::Act, passage_end::PassageEnd, theme::measures};
use crate::{
    article::{Article, Block, TextOffset, TextRange},
    notes::AnnotationId,
};

/// Seconds for which the row that was jumped to stays lit.
const FLASH: f64 = measures::FLASH_SECONDS as f64;

/// Further down than any block is tall, in points; laying out brings the end back into view.
const PAST_THE_END: f64 = 1e8;

/// What decides how tall everything is; when it changes, heights are estimated anew.
#[derive(Clone, Debug, PartialEq)]
struct Fit {
    width: f32,
    typography: Typography,
    folded: bool,
    blocks: usize,
}

/// Where the view begins: so many points below the top of an item.
#[derive(Clone, Copy, Debug, Default)]
struct Top {
    item: usize,
    into: f64,
}

/// A line of the article, and how far below the top of the view it begins.
#[derive(Clone, Copy, Debug)]
struct Line {
    begins: TextOffset,
    below: f32,
}

/// A place to bring into view with the next frame.
#[derive(Clone, Copy, Debug)]
struct Reveal {
    range: TextRange,
    lit: bool,
}

/// The state of one article's column, kept from frame to frame.
#[derive(Default)]
pub struct Column {
    items: Items,
    heights: Heights,
    fit: Option<Fit>,
    top: Top,
    /// The line to go on with when everything has been fitted anew.
    going_on: Option<Line>,
    unfolded: bool,
    reveal: Option<Reveal>,
    /// The rows that were jumped to and the time at which they go dark again.
    lit: Option<(TextRange, f64)>,
    pointer: Pointer,
    handles: Handles,
    read_at: ReadAt,
    rail: rail::Rail,
    kept: KeptBlocks,
    /// Points that the wheel was turned over what stands beside the text, until the next frame takes them.
    turned_beside: f32,
    /// Whether the wheel moved the text in the last frame.
    scrolling: bool,
    /// The blocks on the screen in the last frame, from the top, and the line that the view began with.
    set: Vec<SetBlock>,
    line_at_top: Option<Line>,
    pane: Option<Rect>,
    /// Where the line above the title is, or would be.
    front: Option<Rect>,
}

impl Column {
    /// Brings a stretch of the article into view, and lights it for a moment.
    pub fn go_to(&mut self, range: TextRange) {
        self.pointer.stop();
        self.read_at.go_to(range.start());
        self.reveal = Some(Reveal { range, lit: true });
    }

    /// Where the next frame goes, if a jump was asked for.
    pub fn going_to(&self) -> Option<TextOffset> {
        self.reveal.map(|reveal| reveal.range.start())
    }

    /// Follows a voice to what it reads now.
    pub fn follow(&mut self, range: TextRange) {
        self.read_at.go_to(range.start());
        self.reveal = Some(Reveal { range, lit: false });
    }

    /// Brings a place into view when it is not.
    pub fn keep_in_view(&mut self, offset: TextOffset) {
        self.reveal = Some(Reveal { range: TextRange::between(offset, offset), lit: false });
    }

    /// Scrolls by points; down is positive.
    pub fn scroll(&mut self, points: f32) {
        self.read_at.scroll();
        self.top.into += f64::from(points);
    }

    /// Takes the wheel where the pointer is over something that goes along with the text.
    pub fn scroll_beside(&mut self, ui: &Ui, beside: Rect) {
        let wheel = ui.input(|input| input.smooth_scroll_delta().y);
        if wheel != 0.0 && ui.rect_contains_pointer(beside) {
            self.turned_beside += wheel;
            ui.ctx().request_repaint();
        }
    }

    /// Scrolls by so many views, less a row that stays in sight.
    pub fn scroll_views(&mut self, views: f32) {
        let height = self.pane.map_or(400.0, |pane| pane.height());
        self.scroll(views.signum() * (views.abs() * height - 40.0).max(40.0));
    }

    pub fn scroll_to_begin(&mut self) {
        self.read_at.scroll();
        self.top = Top { item: 0, into: f64::NEG_INFINITY };
    }

    pub fn scroll_to_end(&mut self) {
        self.read_at.scroll();
        self.top = Top { item: self.items.len().saturating_sub(1), into: PAST_THE_END };
    }

    /// Shows or folds what a web page left round the article.
    pub fn toggle_folded(&mut self) {
        self.unfolded = !self.unfolded;
    }

    /// Whether a block is shown, and not folded away.
    pub fn shows(&self, block: &Block) -> bool {
        self.unfolded || !block.kind.is_folded()
    }

    /// The blocks on the screen, from the top.
    pub fn set(&self) -> &[SetBlock] {
        &self.set
    }

    /// The quotation under the pointer, by its number.
    pub fn hovered_quotation(&self) -> Option<usize> {
        self.pointer.quotation
    }

    /// The same where it is lit and told of: nobody means what comes by under the pointer while the wheel turns.
    pub fn lit_quotation(&self) -> Option<usize> {
        self.pointer.quotation.filter(|_| !self.scrolling)
    }

    /// Whether the wheel moved the text in the last frame.
    pub fn is_scrolling(&self) -> bool {
        self.scrolling
    }

    /// Whether the mouse is drawing a selection, or dragging the end of a passage.
    pub fn is_selecting(&self) -> bool {
        self.pointer.is_drawing() || self.handles.is_dragging()
    }

    /// Gives the keyboard to the handle at an end of a note's passage.
    pub fn take_hold_of(&mut self, id: AnnotationId, end: PassageEnd) {
        self.handles.want(id, end);
    }

    /// A column for the same article as it reads now, in which the line at the top is at this place.
    pub fn going_on_at(&self, begins: TextOffset) -> Self {
        let below = self.line_at_top.map_or(0.0, |line| line.below);
        Self { going_on: Some(Line { begins, below }), unfolded: self.unfolded, ..Self::default() }
    }

    /// A column that begins with the line at a place.
    pub fn beginning_at(begins: TextOffset) -> Self {
        Self { going_on: Some(Line { begins, below: measures::LINE_TO_GO_ON_AT }), ..Self::default() }
    }

    /// Whether the beginning of the article is in view.
    pub fn is_at_begin(&self) -> bool {
        self.top.item == 0 && self.top.into <= 0.0
    }

    /// Where the line at the top of the view begins.
    pub fn place_at_top(&self) -> Option<TextOffset> {
        self.line_at_top.map(|line| line.begins)
    }

    /// The number of the first block in view.
    pub fn first_block(&self) -> Option<usize> {
        let top = self.pane?.top();
        self.set.iter().find(|set| set.rect().bottom() > top + 8.0).or(self.set.last()).map(|set| set.number)
    }

    /// Whether the row that a place is on can be seen, or a part of it.
    pub fn is_in_view(&self, article: &Article, offset: TextOffset) -> bool {
        let carets = self.set.iter().filter_map(|set| set.caret_at(article, offset));
        let seen = |pane: Rect| carets.into_iter().any(|[top, bottom]| top.y < pane.bottom() && bottom.y > pane.top());
        self.pane.is_some_and(seen)
    }

    /// The upright line where a caret at a place stands on the screen: its top and bottom.
    pub fn caret_on_screen(&self, article: &Article, offset: TextOffset) -> Option<[Pos2; 2]> {
        self.set.iter().find_map(|set| set.caret_at(article, offset))
    }

    /// Where the rows of a stretch lie on the screen, first to last.
    pub fn rows_on_screen(&self, article: &Article, range: TextRange) -> Vec<RowSpan> {
        self.set.iter().flat_map(|set| set.rows_of(article, range)).collect()
    }

    /// Where the words of the column end at the right, in points of the screen.
    pub fn words_end(&self) -> Option<f32> {
        Some(self.set.first()?.origin.x + self.fit.as_ref()?.width)
    }

    /// Where the article begins on the screen, if that is in view: above its first words.
    pub fn front(&self) -> Option<Rect> {
        self.front
    }

    /// The part of the window in which the column stands.
    pub fn pane(&self) -> Option<Rect> {
        self.pane
    }

    /// Shows the column in all the room there is.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, acts: &mut Vec<Act>) -> Response {
        let pane = ui.available_rect_before_wrap();
        self.pane = Some(pane);
        // Not focusable: the keys are the text's whenever nothing else has them.
        let within = beside_edges(ui, pane);
        let response = ui.interact(within, ui.scope_id().with("column"), Sense::CLICK | Sense::DRAG);
        let column = column_in(pane, view.typography.measure());
        self.fit_to(ui, view, column.width());
        self.bring_into_view(ui, view, pane, column);
        self.take_scrolling(ui, pane);
        self.lay_out(ui, view, pane, column);
        self.line_at_top = self.find_line_at_top(view.reading.article(), pane);
        if self.rail.take_pointer(ui, pane, &self.heights, &mut self.top, view, acts) {
            self.read_at.scroll();
        }
        let before = self.top.into;
        self.pointer.take(ui, &response, view, &self.set, &mut self.top.into, acts);
        if self.top.into != before {
            self.read_at.scroll();
            ui.ctx().request_repaint();
        }

        let painter = ui.painter_at(pane);
        painter.rect_filled(pane, 0.0, view.theme.paper);
        let lit = self.lit.filter(|(_, until)| ui.input(|input| input.time) < *until).map(|(range, _)| range);
        self.kept.begin(&painter, view, column);
        let asked = view.asked.and_then(|range| view.reading.speech().quotation_on(range));
        let told = asked.or_else(|| self.lit_quotation()).or(view.at_caret);
        for set in &self.set {
            let preview = self.handles.preview();
            paint::block(&painter, view, set, told, lit, preview, &mut self.kept);
        }
        if lit.is_some() {
            ui.ctx().request_repaint_after_secs(FLASH as f32);
        }
        for set in &self.set {
            bars::show(ui, view, set, pane, acts);
        }
        self.show_handles(ui, view, pane, acts);
        self.show_front(ui, view, pane, column.width(), acts);
        self.show_folds(ui, view, pane, column, acts);
        self.dim(&painter, pane, view);
        self.tell_accessibility(ui, view, pane, &response);
        self.rail.paint(&painter, pane, &self.heights, self.offset_of_view(), view);
        response
    }

    fn offset_of_view(&self) -> f64 {
        self.heights.before(self.top.item) + self.top.into
    }

    fn take_scrolling(&mut self, ui: &Ui, pane: Rect) {
        let over = if ui.rect_contains_pointer(pane) { ui.input(|input| input.smooth_scroll_delta().y) } else { 0.0 };
        let wheel = over + std::mem::take(&mut self.turned_beside);
        self.scrolling = wheel != 0.0;
        if self.scrolling {
            self.scroll(-wheel);
            ui.ctx().request_repaint();
        }
    }
}

/// What of the pane is the column's own: some points at an edge by which a panel beside it is made wider are that edge's.
fn beside_edges(ui: &Ui, pane: Rect) -> Rect {
    let window = ui.ctx().content_rect();
    let reach = ui.style().interaction.resize_grab_radius_side;
    let left = if pane.left() > window.left() { pane.left() + reach } else { pane.left() };
    let right = if pane.right() < window.right() { pane.right() - reach } else { pane.right() };
    Rect::from_x_y_ranges(left..=right, pane.y_range())
}

/// Where the words stand in the pane: as wide as is good to read, in the middle, with room for letters and the strip.
fn column_in(pane: Rect, measure: f32) -> Rect {
    let beside =
        measures::GUTTER + measures::RIGHT_SPACE + measures::STRIP + measures::STRIP_GAP + measures::SCROLL_HANDLE;
    let width = measure.min(pane.width() - beside).max(120.0);
    let left = pane.left() + measures::GUTTER + ((pane.width() - beside - width) / 2.0).max(0.0).round();
    Rect::from_min_size(pos2(left, pane.top()), vec2(width, pane.height()))
}
