//! The outline in the left panel: the article's headings, gone through and jumped to by mouse or keys.

use crate::app::language::message;
use egui::{EventFilter, Key, Modifiers, Rect, Response, Ui, pos2, vec2};

use super::{
    act::Act,
    left_panel::heading,
    row::{paint_cut, row},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::article::BlockKind;

/// How far the title stands in, and each level of headings under it.
const INDENT: f32 = 16.0;
const STEP: f32 = 12.0;
/// Deeper levels stand no further in.
const DEEPEST: u8 = 4;

/// Shows the headings, of which the one that is being read stands out. With `wanted` it gets the keyboard: arrow keys
/// go through the headings, Enter jumps.
pub fn show(ui: &mut Ui, tab: &Tab, wanted: &mut bool, theme: &Theme, acts: &mut Vec<Act>) {
    let article = tab.reading.article();
    let here = tab.column.block_read(article).unwrap_or(0);
    let headings = &tab.facts.headings;
    if headings.is_empty() {
        *wanted = false;
        return;
    }
    heading(ui, theme, message!("outline"), 0);
    let current = headings.partition_point(|&number| number <= here).saturating_sub(1);
    let mut rows: Vec<Response> = Vec::with_capacity(headings.len());
    for (at, &number) in headings.iter().enumerate() {
        let block = &article.blocks()[number];
        let text: String = article.slice(block.range).split_whitespace().collect::<Vec<_>>().join(" ");
        let row = row(ui, measures::OUTLINE_ROW, false, theme, &message!("outline-row", heading = text.as_str()));
        let level = match block.kind {
            BlockKind::Heading(level) => level.clamp(1, DEEPEST),
            _ => 0,
        };
        let font = if level == 0 { type_faces::sans_semibold(13.0) } else { type_faces::sans(13.0) };
        let colour = if at == current { theme.text } else { theme.muted };
        let left = row.rect.left() + INDENT + STEP * f32::from(level);
        let rect = Rect::from_min_max(pos2(left, row.rect.top()), row.rect.right_bottom() - vec2(12.0, 0.0));
        paint_cut(ui, rect, &text, font, colour);
        if row.clicked() {
            row.surrender_focus();
            acts.push(Act::JumpTo(block.range));
        }
        rows.push(row);
    }
    if std::mem::take(wanted) {
        focus(ui, &rows[current]);
    }
    take_keys(ui, &rows);
}

/// The arrow keys go from heading to heading, and no further.
fn take_keys(ui: &Ui, rows: &[Response]) {
    let Some(at) = rows.iter().position(Response::has_focus) else {
        return;
    };
    let own = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at].id, own));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        (at + 1).min(rows.len() - 1)
    } else if pressed(Key::ArrowUp) {
        at.saturating_sub(1)
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        rows.len() - 1
    } else {
        return;
    };
    focus(ui, &rows[next]);
}

fn focus(ui: &Ui, row: &Response) {
    row.request_focus();
    row.scroll_to_me(None);
    ui.ctx().request_repaint();
}
