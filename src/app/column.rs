//! The reading column: the article's blocks, of which only the visible ones are laid out.
//!
//! The place in the article is held as an item and how far its top lies above the view, so that heights that turn out
//! otherwise than estimated never move the text under the reader.

mod accessible;
mod bars;
mod focus;
mod front;
mod handles;
mod heights;
mod item;
mod paint;
mod pointer;
mod rail;
mod setting;
mod typography;

use crate::app::language::message;
use egui::{Pos2, Rect, Response, Sense, Ui, pos2, vec2};
pub use focus::Focus;
use focus::ReadAt;
use handles::Handles;
pub use heights::Heights;
use item::{Item, Items, gap_after};
use pointer::Pointer;
pub use setting::{SetBlock, runs_left};
pub use typography::Typography;

use super::{
    act::Act,
    layers::{Layers, NoteKey},
    passage_end::PassageEnd,
    selection::Selection,
    speaker_mark::SpeakerMarks,
    theme::{Theme, measures},
};
use crate::{
    article::{Article, Block, BlockKind, TextOffset, TextRange},
    notes::{AnnotationId, Extent},
    reading::Reading,
    speech::SpeakerId,
};

/// Seconds for which the row that was jumped to stays lit.
const FLASH: f64 = measures::FLASH_SECONDS as f64;

/// Further down than any block is tall, in points; laying out brings the end back into view.
const PAST_THE_END: f64 = 1e8;

/// What the column shows, all of it read only.
pub struct View<'a> {
    pub reading: &'a Reading,
    pub theme: &'a Theme,
    pub marks: &'a SpeakerMarks,
    pub typography: Typography,
    pub focus: Focus,
    pub selection: Option<Selection>,
    pub chosen: Option<Chosen>,
    /// The notes on the article as a whole, and the number of the block that it begins with.
    pub on_article: &'a [NoteKey],
    pub front: Option<usize>,
    /// Other people's notes.
    pub layers: &'a Layers,
    /// The speaker whom the reader listens to: everyone else is dimmed.
    pub listened: Option<SpeakerId>,
    /// What is being read aloud.
    pub spoken: Option<TextRange>,
    /// Whether the caret is shown: the reader moved it by key.
    pub caret_shown: bool,
    /// What was found, in the order of the text, and the hit that the reader is at.
    pub hits: &'a [TextRange],
    pub current_hit: Option<TextRange>,
    /// Where the notes are that were asked for, in the order of the text.
    pub ticks: &'a [TextRange],
}

/// The chosen note, and its passage if that is one.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub key: NoteKey,
    pub passage: Option<(TextRange, Extent)>,
    /// Whether its ends may be moved.
    pub may_change: bool,
}

impl Chosen {
    /// The note and its passage, if the ends of that can be moved: it is the reader's own, and on words.
    fn movable(&self) -> Option<(&AnnotationId, TextRange)> {
        match self.passage {
            Some((range, Extent::Words)) if self.may_change && self.key.layer.is_none() => Some((&self.key.id, range)),
            _ => None,
        }
    }
}

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

    /// Where the rows of a stretch lie on the screen, first to last.
    pub fn rows_on_screen(&self, article: &Article, range: TextRange) -> Vec<setting::RowSpan> {
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
        let response = ui.interact(pane, ui.scope_id().with("column"), Sense::click_and_drag());
        let column = column_in(pane, view.typography.measure());
        self.fit_to(ui, view, column.width());
        self.bring_into_view(ui, view, pane, column);
        self.take_scrolling(ui, &response);
        self.lay_out(ui, view, pane, column);
        self.line_at_top = self.find_line_at_top(view.reading.article(), pane);
        if self.rail.take_pointer(ui, pane, &self.heights, &mut self.top, view, acts) {
            self.read_at.scroll();
        }
        self.pointer.take(ui, &response, view, &self.set, &mut self.top.into, acts);

        let painter = ui.painter_at(pane);
        painter.rect_filled(pane, 0.0, view.theme.paper);
        let lit = self.lit.filter(|(_, until)| ui.input(|input| input.time) < *until).map(|(range, _)| range);
        for set in &self.set {
            paint::block(&painter, view, set, self.pointer.quotation, lit, self.handles.preview());
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
        self.tell_accessibility(ui, view, pane);
        self.rail.paint(&painter, pane, &self.heights, self.offset_of_view(), view);
        response
    }

    fn offset_of_view(&self) -> f64 {
        self.heights.before(self.top.item) + self.top.into
    }

    fn fit_to(&mut self, ui: &Ui, view: &View<'_>, width: f32) {
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
        let galley = view.typography.lay_out(ui.painter(), article, &block, width);
        let set = SetBlock { number: 0, block, goes_on: false, runs_left: false, origin: Pos2::ZERO, galley };
        set.row_top(article, offset).unwrap_or_default()
    }

    fn find_line_at_top(&self, article: &Article, pane: Rect) -> Option<Line> {
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

    fn take_scrolling(&mut self, ui: &Ui, response: &Response) {
        if response.contains_pointer() {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            if wheel != 0.0 {
                self.scroll(-wheel);
            }
        }
    }

    /// Lays out what is visible, from the top item downwards, and keeps the view between the first row and the last.
    fn lay_out(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, column: Rect) {
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
                view.typography.lay_out(ui.painter(), article, &block, width).size().y
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
                    let galley = view.typography.lay_out(ui.painter(), article, &block, column.width());
                    let height = galley.size().y;
                    self.set.push(SetBlock {
                        number: block_number,
                        block,
                        goes_on,
                        runs_left: runs_left(article.slice(block.range)),
                        origin: pos2(column.left(), y),
                        galley,
                    });
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

    fn bring_into_view(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, column: Rect) {
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

    fn show_folds(&self, ui: &mut Ui, view: &View<'_>, pane: Rect, column: Rect, acts: &mut Vec<Act>) {
        let mut y = pane.top() - self.top.into as f32;
        for number in self.top.item..self.items.len() {
            if y > pane.bottom() {
                break;
            }
            let article = view.reading.article();
            if let Some(Item::Fold { blocks, lines }) = self.items.get(article, number) {
                let kind = article.blocks()[blocks.start].kind;
                let rect = Rect::from_min_size(pos2(column.left(), y), vec2(column.width(), measures::FOLD));
                if rect.top() >= pane.top() - 4.0 && show_fold(ui, rect, kind, lines, self.unfolded) {
                    acts.push(Act::ToggleFolded);
                }
            }
            y += self.heights.get(number) as f32;
        }
    }
}

/// Where the words stand in the pane: as wide as is good to read, in the middle, with room for letters and the strip.
fn column_in(pane: Rect, measure: f32) -> Rect {
    let beside =
        measures::GUTTER + measures::RIGHT_SPACE + measures::STRIP + measures::STRIP_GAP + measures::SCROLL_HANDLE;
    let width = measure.min(pane.width() - beside).max(120.0);
    let left = pane.left() + measures::GUTTER + ((pane.width() - beside - width) / 2.0).max(0.0).round();
    Rect::from_min_size(pos2(left, pane.top()), vec2(width, pane.height()))
}

fn show_fold(ui: &mut Ui, rect: Rect, kind: BlockKind, lines: usize, shown: bool) -> bool {
    let what = if kind == BlockKind::Navigation { message!("folded-menu") } else { message!("folded-related") };
    let folds = if shown { message!("hide") } else { message!("show") };
    let text = format!("{} · {folds}", message!("folded", what = what, lines = lines));
    let button = egui::Button::new(egui::RichText::new(text).size(12.0)).frame(false);
    let mut inside =
        ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)));
    inside.add(button).clicked()
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
