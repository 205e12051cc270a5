//! The small bar at a selection or a chosen annotation: colours, tags, note, copy, delete.

use crate::app::language::message;
use egui::{Area, Id, Order, Pos2, Rect, Ui, pos2, vec2};

use super::{
    act::Act,
    command::Command,
    icon::{Icon, IconButton},
    note_mark::swatch,
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

/// Where the bar is.
#[derive(Clone, Copy)]
struct Bar {
    left_top: Pos2,
    width: f32,
    /// Where there is little room the button goes whose key everybody knows.
    has_copy: bool,
}

/// Where the bar is, if there is something to mark: below the last row of it, or above the first where there is no room.
fn bar(tab: &Tab, chosen: Option<&Annotation>) -> Option<Bar> {
    let place = tab.selected().map(Place::Exact).or_else(|| Some(chosen?.place))?;
    let pane = tab.column.pane().filter(|_| !tab.column.is_selecting() && tab.writing.is_none())?;
    let marked = marked_on_screen(tab, place, pane)?;
    // The handles at the ends stay free.
    let handles = if chosen.is_some() && tab.selected().is_none() { 2.0 * measures::HANDLE } else { 0.0 };
    let marked = marked.expand2(vec2(0.0, handles));
    let below = marked.bottom() + AWAY;
    let y = if below + HEIGHT < pane.bottom() { below } else { (marked.top() - AWAY - HEIGHT).max(pane.top()) };
    let whole = if chosen.is_some() { WIDTH + 2.0 * BUTTON } else { WIDTH };
    let has_copy = pane.width() > whole;
    let width = if has_copy { whole } else { whole - BUTTON };
    let x =
        (marked.right() - width / 2.0).clamp(pane.left() + 8.0, (pane.right() - width - 30.0).max(pane.left() + 8.0));
    Some(Bar { left_top: pos2(x, y), width, has_copy })
}

/// What another person wrote can only be read: its card offers to copy it.
fn chosen(tab: &Tab) -> Option<&Annotation> {
    tab.chosen_own().and_then(|id| tab.reading.annotation(id))
}

/// The room that the bar takes.
pub fn room(tab: &Tab) -> Option<Rect> {
    let Bar { left_top, width, .. } = bar(tab, chosen(tab))?;
    Some(Rect::from_min_size(left_top, vec2(width, HEIGHT)))
}

/// Shows the bar when there is something to mark.
pub fn show(ui: &Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let chosen = chosen(tab).cloned();
    let Some(Bar { left_top, has_copy, .. }) = bar(tab, chosen.as_ref()) else {
        tab.tag_entry.clear();
        return;
    };
    Area::new(Id::unique("annotation bar"))
        .fade_in(false)
        .order(Order::Middle)
        .fixed_pos(left_top)
        .constrain_to(ui.ctx().content_rect())
        .accessible_name(message!("annotate"))
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(10, 6)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    for colour in Colour::ALL {
                        let command = Command::Highlight(colour);
                        let on = chosen.as_ref().is_some_and(|annotation| annotation.colour == colour);
                        if swatch(ui, theme, colour, command.shown(), &command.keys(ui.ctx()), on).clicked() {
                            acts.push(Act::Do(command));
                        }
                    }
                    ui.separator();
                    tag_field::show(ui, tab, theme, acts);
                    for (icon, command, is_shown) in [
                        (Icon::Note, Command::Note, true),
                        (Icon::Speaker, Command::CorrectSpeaker, true),
                        (Icon::Copy, Command::Copy, has_copy),
                        (Icon::Link, Command::LinkTo, chosen.is_some()),
                        (Icon::Delete, Command::DeleteAnnotation, chosen.is_some()),
                    ] {
                        if is_shown && IconButton::of(icon, command).show(ui).clicked() {
                            acts.push(Act::Do(command));
                        }
                    }
                });
            });
        });
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
    let top = || Rect::from_center_size(pane.center_top(), egui::Vec2::ZERO);
    Some(title.filter(|title| pane.intersects(*title)).unwrap_or_else(top))
}
