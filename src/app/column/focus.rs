//! What is being read, so that everything else can be dimmed.

use crate::app::language::message;
use egui::{Painter, Rangef, Rect};
use serde::{Deserialize, Serialize};

use super::{Column, View, setting::SetBlock};
use crate::{
    app::{selection::Selection, theme::measures},
    article::{Article, BlockKind, TextOffset},
};

/// What is left undimmed while somebody reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Focus {
    /// Everything.
    #[default]
    Off,
    Paragraph,
    Line,
}

impl Focus {
    pub const ALL: [Self; 3] = [Self::Off, Self::Paragraph, Self::Line];

    /// What the window calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => message!("focus-off"),
            Self::Paragraph => message!("focus-paragraph"),
            Self::Line => message!("focus-line"),
        }
    }
}

/// How much of the paper lies over what is not read.
const DIMMED: f32 = 0.74;
/// Where in the view words are read that nobody pointed out: at its beginning, further down, and at its end. So the
/// first line and the last one are both reached by scrolling.
const AT_BEGIN: f32 = 0.12;
const AMID: f32 = 0.38;
const AT_END: f32 = 0.6;

/// The place that the reader went to last, until they scroll.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ReadAt {
    place: Option<TextOffset>,
    selected: Option<TextOffset>,
    focus: Focus,
}

impl ReadAt {
    pub(super) fn go_to(&mut self, place: TextOffset) {
        self.place = Some(place);
    }

    pub(super) fn scroll(&mut self) {
        self.place = None;
    }

    /// A caret that was moved is where the reader is, and the beginning of what they selected.
    fn follow(&mut self, selected: Option<TextOffset>) {
        if self.selected != selected {
            self.selected = selected;
            // not `selected.or(self.place)`: rustc 1.95 forgets the place there at opt-level 1
            if selected.is_some() {
                self.place = selected;
            }
        }
    }
}

impl Column {
    /// Dims all but what is being read.
    pub(super) fn dim(&mut self, painter: &Painter, pane: Rect, view: &View<'_>) {
        let begin = |selection: Selection| selection.range().start();
        self.read_at.follow(view.selection.map(begin));
        self.read_at.focus = view.focus;
        let Some(read) = self.read_rows(view.reading.article(), pane, view.focus) else {
            return;
        };
        let ground = view.theme.paper.gamma_multiply(DIMMED);
        let over = |from: f32, to: f32| {
            let right = pane.right() - measures::STRIP - measures::STRIP_GAP - measures::SCROLL_HANDLE - 8.0;
            let rect = Rect::from_x_y_ranges(pane.left()..=right, from..=to);
            if rect.is_positive() {
                painter.rect_filled(rect, 0.0, ground);
            }
        };
        over(pane.top(), read.min);
        over(read.max, pane.bottom());
    }

    /// Moves what is read to the next paragraph or line, or to the one before; whether that was done.
    pub fn step_focus(&mut self, article: &Article, focus: Focus, forward: bool) -> bool {
        let pane = self.pane.unwrap_or(Rect::NOTHING);
        let Some(read) = self.read_rows(article, pane, focus) else {
            return false;
        };
        let middles = self.set.iter().flat_map(|set| match focus {
            Focus::Line => rows(set).map(Rangef::center).collect::<Vec<_>>(),
            _ => vec![set.rect().top() + 1.0],
        });
        let next = if forward {
            middles.filter(|y| *y > read.max).min_by(f32::total_cmp)
        } else {
            let before = if focus == Focus::Line { read.min } else { read.min + 4.0 };
            middles.filter(|y| *y < before).max_by(f32::total_cmp)
        };
        // Where nothing follows on the screen, scrolling brings it.
        let place = |y: f32| self.set_at(y).map(|set| set.begin_of_row(article, y));
        let Some((y, place)) = next.and_then(|y| Some((y, place(y)?))) else {
            return false;
        };
        self.read_at.go_to(place);
        let wanted = pane.top() + AMID * pane.height();
        if forward == (y > wanted) {
            self.top.into += f64::from(y - wanted);
        }
        true
    }

    /// Where somebody reads who has selected nothing: where they went last, or the block that is read, or the line of it
    /// where its beginning is out of view. Before anything was scrolled, that is the beginning of the article.
    pub fn place_read(&self, article: &Article) -> Option<TextOffset> {
        let pane = self.pane?;
        if let Some(place) = self.read_at.place.filter(|place| self.is_seen(article, *place, pane)) {
            return Some(place);
        }
        if self.read_at.focus == Focus::Off && self.is_at_begin() {
            return Some(article.blocks().get(self.first_block()?)?.range.start());
        }
        let y = self.read_rows(article, pane, Focus::Line)?.center();
        let set = self.set_at(y)?;
        let begin = article.blocks().get(set.number)?.range.start();
        if self.read_at.focus != Focus::Line && self.is_seen(article, begin, pane) {
            return Some(begin);
        }
        Some(set.begin_of_row(article, y))
    }

    /// The number of the block that is being read.
    pub fn block_read(&self, article: &Article) -> Option<usize> {
        self.set_at(self.read_height(article, self.pane?)?).map(|set| set.number)
    }

    /// At which height of the screen is read: where the reader went, else at the reading line, or the text nearest to it.
    fn read_height(&self, article: &Article, pane: Rect) -> Option<f32> {
        if let Some(place) = self.read_at.place.filter(|place| self.is_seen(article, *place, pane)) {
            return self.caret_middle(article, place);
        }
        let line = self.reading_line(pane);
        let is_text = |set: &&SetBlock| matches!(set.block.kind, BlockKind::Paragraph | BlockKind::Heading(_));
        let nearest = self.set.iter().filter(is_text).min_by(|one, other| one.far(line).total_cmp(&other.far(line)));
        Some(nearest.map_or(line, |set| line.clamp(set.rect().top(), set.rect().bottom())))
    }

    /// From where to where on the screen is read.
    fn read_rows(&self, article: &Article, pane: Rect, focus: Focus) -> Option<Rangef> {
        let y = self.read_height(article, pane)?;
        let set = self.set_at(y)?;
        match focus {
            Focus::Off => None,
            Focus::Paragraph => Some(set.rect().y_range().expand(5.0)),
            Focus::Line => {
                let nearest = |row: &Rangef| if row.contains(y) { 0.0 } else { (row.center() - y).abs() };
                rows(set).min_by(|one, other| nearest(one).total_cmp(&nearest(other)))
            }
        }
    }

    fn is_seen(&self, article: &Article, place: TextOffset, pane: Rect) -> bool {
        self.caret_middle(article, place).is_some_and(|y| pane.y_range().contains(y))
    }

    fn caret_middle(&self, article: &Article, place: TextOffset) -> Option<f32> {
        let block = article.block_at(place)?;
        let set = self.set.iter().find(|set| set.number == block)?;
        set.caret_at(article, place).map(|[top, bottom]| f32::midpoint(top.y, bottom.y))
    }

    /// The block at a height of the screen, or the nearest one.
    fn set_at(&self, y: f32) -> Option<&SetBlock> {
        self.set.iter().min_by(|one, other| one.far(y).total_cmp(&other.far(y)))
    }

    fn reading_line(&self, pane: Rect) -> f32 {
        let height = f64::from(pane.height());
        let offset = self.offset_of_view() + f64::from(measures::COLUMN_TOP);
        let rest = self.heights.total() - self.offset_of_view() - f64::from(AT_END) * height;
        pane.top() + share_at(offset / height, rest / height) * pane.height()
    }
}

/// At which share of the view is read, so many views behind the beginning and before the end.
fn share_at(behind: f64, before: f64) -> f32 {
    let near = |views: f64| (1.0 - views).clamp(0.0, 1.0) as f32;
    AMID - (AMID - AT_BEGIN) * near(behind) + (AT_END - AMID) * near(before)
}

impl SetBlock {
    /// How far it is from a height of the screen.
    fn far(&self, y: f32) -> f32 {
        let rows = self.rect().y_range();
        if rows.contains(y) { 0.0 } else { (rows.min - y).abs().min((rows.max - y).abs()) }
    }
}

/// From where to where on the screen each row of a block reaches.
fn rows(set: &SetBlock) -> impl Iterator<Item = Rangef> {
    set.galley.rows.iter().map(|row| {
        let top = set.origin.y + row.pos.y;
        Rangef::new(top, top + row.size.y)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scrolling_goes_on_reading_from_the_first_line_to_the_last() {
        let views = 6.0;
        let steps = (0..=600).map(|step| f64::from(step) / 100.0);
        // How far down in the article is read, in views.
        let read: Vec<f64> = steps.map(|behind| behind + f64::from(share_at(behind, views - behind))).collect();
        assert!(read.is_sorted());
        assert!((read[0] - f64::from(AT_BEGIN)).abs() < 1e-6);
        assert!((read[600] - views - f64::from(AT_END)).abs() < 1e-6);
    }

    #[test]
    fn where_the_reader_went_is_read_until_they_scroll() {
        let text = "tide";
        let at = |byte| TextOffset::new(text, byte);
        let mut read = ReadAt::default();
        read.go_to(at(2).unwrap());
        read.follow(None);
        assert_eq!(read.place, at(2));
        read.follow(at(3));
        read.follow(None);
        assert_eq!(read.place, at(3), "also when the caret is let go of");
        read.scroll();
        read.follow(None);
        assert_eq!(read.place, None);
    }
}
