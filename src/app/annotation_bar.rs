//! The small bar at a selection or a chosen annotation: colours, tags, note, copy, delete.

use crate::app::language::message;
use egui::{Area, Id, Order, Pos2, Rangef, Rect, Ui, Vec2, pos2, vec2};

use super::{
    act::Act,
    command::Command,
    icon::{Icon, IconButton},
    note_mark::swatch,
    row::keep_keyboard,
    tab::Tab,
    tag_field,
    theme::{Theme, measures},
};
use crate::{
    article::TextRange,
    notes::{Annotation, Colour, Place},
};

/// How far the bar stays from what it belongs to.
const AWAY: f32 = measures::ANNOTATION_BAR_GAP;
const HEIGHT: f32 = 52.0;
/// How wide it is with nothing chosen, and what a button adds.
const WIDTH: f32 = 494.0;
const BUTTON: f32 = measures::ICON_BUTTON + 4.0;
/// How large it is in two rows, the colours above the rest.
const IN_TWO_ROWS: Vec2 = vec2(330.0, 92.0);

/// Where the bar is.
#[derive(Clone, Copy)]
struct Bar {
    left_top: Pos2,
    size: Vec2,
    is_in_two_rows: bool,
    /// Where there is little room the button goes whose key everybody knows.
    has_copy: bool,
}

/// Where the bar is, if there is something to mark: below the last row of it, or above the first where there is no room, and
/// in two rows where `free`, what no panel lies over, is too narrow for one.
fn bar(tab: &Tab, chosen: Option<&Annotation>, free: Rangef) -> Option<Bar> {
    let place = tab.selected().map(Place::Exact).or_else(|| Some(chosen?.place))?;
    let pane = tab.column.pane().filter(|_| !tab.column.is_selecting() && tab.writing.is_none())?;
    let marked = marked_on_screen(tab, place, pane)?;
    // The handles at the ends stay free.
    let handles = if chosen.is_some() && tab.selected().is_none() { 2.0 * measures::HANDLE } else { 0.0 };
    let marked = marked.expand2(vec2(0.0, handles));
    let free = pane.x_range().intersection(free);
    let whole = if chosen.is_some() { WIDTH + 2.0 * BUTTON } else { WIDTH };
    let is_in_two_rows = free.span() < whole - BUTTON;
    let has_copy = is_in_two_rows || free.span() > whole;
    let size = match (is_in_two_rows, has_copy) {
        (true, _) => IN_TWO_ROWS,
        (false, true) => vec2(whole, HEIGHT),
        (false, false) => vec2(whole - BUTTON, HEIGHT),
    };
    let below = marked.bottom() + AWAY;
    let y = if below + size.y < pane.bottom() { below } else { (marked.top() - AWAY - size.y).max(pane.top()) };
    let least = free.min + 8.0;
    let x = (marked.right() - size.x / 2.0).clamp(least, (free.max - size.x - 30.0).max(least));
    Some(Bar { left_top: pos2(x, y), size, is_in_two_rows, has_copy })
}

/// What another person wrote can only be read: its card offers to copy it.
fn chosen(tab: &Tab) -> Option<&Annotation> {
    tab.chosen_own().and_then(|id| tab.reading.annotation(id))
}

/// The room that the bar takes.
pub fn room(tab: &Tab, free: Rangef) -> Option<Rect> {
    let Bar { left_top, size, .. } = bar(tab, chosen(tab), free)?;
    Some(Rect::from_min_size(left_top, size))
}

/// Shows the bar when there is something to mark, where no panel lies over the text.
pub fn show(ui: &Ui, tab: &mut Tab, free: Rangef, theme: &Theme, acts: &mut Vec<Act>) {
    let chosen = chosen(tab).cloned();
    let Some(Bar { left_top, is_in_two_rows, has_copy, .. }) = bar(tab, chosen.as_ref(), free) else {
        tab.tag_entry.clear();
        return;
    };
    let chosen = chosen.as_ref();
    Area::new(Id::unique("annotation bar"))
        .fade_in(false)
        .order(Order::Middle)
        .fixed_pos(left_top)
        .constrain_to(ui.ctx().content_rect())
        .accessible_name(message!("annotate"))
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(10, 6)).show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(4.0);
                ui.horizontal(|ui| {
                    show_colours(ui, chosen, theme, acts);
                    if !is_in_two_rows {
                        ui.separator();
                        show_rest(ui, tab, chosen.is_some(), has_copy, theme, acts);
                    }
                });
                if is_in_two_rows {
                    ui.horizontal(|ui| show_rest(ui, tab, chosen.is_some(), has_copy, theme, acts));
                }
                if !tab.tag_entry.is_empty() {
                    keep_keyboard(ui, tag_field::field(), ui.min_rect());
                }
            });
        });
}

pub fn show_colours(ui: &mut Ui, chosen: Option<&Annotation>, theme: &Theme, acts: &mut Vec<Act>) {
    for colour in Colour::ALL {
        let command = Command::Highlight(colour);
        let on = chosen.is_some_and(|annotation| annotation.colour == colour);
        if swatch(ui, theme, colour, command.shown(), &command.keys(ui.ctx()), on).clicked() {
            acts.push(Act::Do(command));
        }
    }
}

fn show_rest(ui: &mut Ui, tab: &mut Tab, is_chosen: bool, has_copy: bool, theme: &Theme, acts: &mut Vec<Act>) {
    tag_field::show(ui, tab, theme, acts);
    for (icon, command, is_shown) in [
        (Icon::Note, Command::Note, true),
        (Icon::Speaker, Command::CorrectSpeaker, true),
        (Icon::Copy, Command::Copy, has_copy),
        (Icon::Link, Command::LinkTo, is_chosen),
        (Icon::Delete, Command::DeleteAnnotation, is_chosen),
    ] {
        if is_shown && IconButton::of(icon, command).show(ui).clicked() {
            acts.push(Act::Do(command));
        }
    }
}

/// What the bar belongs to: the rows of a passage; for the article as a whole its title with the line above, or the top
/// of the text where that is out of view.
fn marked_on_screen(tab: &Tab, place: Place, pane: Rect) -> Option<Rect> {
    let rows_of = |range: TextRange| {
        let rows = tab.column.rows_on_screen(tab.reading.article(), range);
        let (first, last) = (rows.first()?, rows.last()?);
        let half = measures::TINT_HEIGHT / 2.0;
        Some(Rect::from_min_max(pos2(last.left, first.middle - half), pos2(last.right, last.middle + half)))
    };
    if place != Place::Article {
        return rows_of(place.range()?);
    }
    let title = tab.front().and_then(rows_of).zip(tab.column.front()).map(|(rows, line)| rows.union(line));
    let top = || Rect::from_center_size(pane.center_top(), Vec2::ZERO);
    Some(title.filter(|title| pane.intersects(*title)).unwrap_or_else(top))
}
