//! The outline in the left panel: the article's headings, gone through and jumped to by mouse or keys.

use crate::app::language::message;
use egui::{Align, Rect, Response, Ui, pos2, vec2};

use super::{
    act::Act,
    left_panel::heading,
    row::{give_keyboard, paint_cut, row, rows},
    row_keys,
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::{article::BlockKind, excerpt::one_line};

/// How far the title stands in, and each level of headings under it.
const INDENT: f32 = 16.0;
const STEP: f32 = 12.0;
/// Deeper levels stand no further in.
const DEEPEST: u8 = 4;

/// What in the outline gets the keyboard as soon as it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    #[default]
    Nothing,
    /// The heading of what is being read.
    Here,
    /// The heading of that number among the headings.
    Heading(usize),
}

/// Shows the headings, of which the one that is being read stands out. With the keyboard, arrow keys go through them and
/// Enter jumps.
pub fn show(ui: &mut Ui, tab: &Tab, wanted: &mut Wanted, theme: &Theme, acts: &mut Vec<Act>) {
    let headings = &tab.facts.headings;
    if headings.is_empty() {
        *wanted = Wanted::Nothing;
        return;
    }
    heading(ui, theme, message!("outline"), 0);
    let here = tab.column.block_read(tab.reading.article()).unwrap_or(0);
    let current = headings.partition_point(|&number| number <= here).saturating_sub(1);
    let top = ui.cursor().min;
    let place = |at: usize| {
        Rect::from_min_size(top + vec2(0.0, at as f32 * measures::OUTLINE_ROW), vec2(1.0, measures::OUTLINE_ROW))
    };
    if *wanted == Wanted::Here {
        *wanted = Wanted::Heading(current);
        ui.scroll_to_rect(place(current), Some(Align::Center));
    }
    let mut next = None;
    // A screen reader loses its way among all the headings of a very long text, and so does a frame.
    rows(ui, measures::OUTLINE_ROW, headings.len(), |ui, at| {
        let row = show_heading(ui, tab, at, at == current, theme, acts);
        if row.has_focus() {
            next = row_keys::pressed(ui, &row, at, headings.len());
        }
        let mut is_wanted = *wanted == Wanted::Heading(at);
        if is_wanted {
            give_keyboard(ui, &row, &mut is_wanted);
            if !is_wanted {
                *wanted = Wanted::Nothing;
            }
        }
    });
    if let Some(next) = next {
        *wanted = Wanted::Heading(next);
        ui.scroll_to_rect(place(next), None);
        ui.ctx().request_repaint();
    }
}

fn show_heading(ui: &mut Ui, tab: &Tab, at: usize, is_current: bool, theme: &Theme, acts: &mut Vec<Act>) -> Response {
    let article = tab.reading.article();
    let block = &article.blocks()[tab.facts.headings[at]];
    let text = one_line(article.slice(block.range));
    let row = row(ui, measures::OUTLINE_ROW, false, theme, || message!("outline-row", heading = text.as_str()));
    let level = match block.kind {
        BlockKind::Heading(level) => level.clamp(1, DEEPEST),
        _ => 0,
    };
    let font = if level == 0 { type_faces::sans_semibold(13.0) } else { type_faces::sans(13.0) };
    let colour = if is_current { theme.text } else { theme.muted };
    let left = row.rect.left() + INDENT + STEP * f32::from(level);
    let rect = Rect::from_min_max(pos2(left, row.rect.top()), row.rect.right_bottom() - vec2(12.0, 0.0));
    paint_cut(ui, rect, &text, font, colour);
    if row.clicked() {
        row.surrender_focus();
        acts.push(Act::JumpTo(block.range));
    }
    row
}
