//! The small bar at a selection or a chosen annotation: colours, tags, note, copy, delete.

use crate::app::language::message;
use egui::{Area, Id, Order, Ui, pos2};

use super::{
    act::Act,
    command::Command,
    icon::{Icon, IconButton},
    note_mark::swatch,
    tab::Tab,
    tag_field,
    theme::{Theme, measures},
};
use crate::notes::Colour;

/// How far the bar stays from what it belongs to.
const AWAY: f32 = measures::ANNOTATION_BAR_GAP;
const HEIGHT: f32 = 52.0;

/// Shows the bar when there is something to mark; below the last row of it, or above the first where there is no room.
pub fn show(ui: &Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    // Another person's note can only be read: its card offers to copy it.
    let chosen = tab.chosen_own().and_then(|id| tab.reading.notes().annotation(id)).cloned();
    let range = tab.selected().or_else(|| chosen.as_ref()?.place.range());
    let (Some(range), Some(pane), false) =
        (range, tab.column.pane(), tab.column.is_selecting() || tab.writing.is_some())
    else {
        tab.tag_entry.clear();
        return;
    };
    let rows = tab.column.rows_on_screen(tab.reading.article(), range);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return;
    };
    let half = measures::TINT_HEIGHT / 2.0;
    let below = last.middle + half + AWAY;
    let y = if below + HEIGHT < pane.bottom() { below } else { (first.middle - half - AWAY - HEIGHT).max(pane.top()) };
    let width = if chosen.is_some() { 530.0 } else { 494.0_f32 };
    let x = (last.right - width / 2.0).clamp(pane.left() + 8.0, (pane.right() - width - 30.0).max(pane.left() + 8.0));

    Area::new(Id::unique("annotation bar"))
        .order(Order::Middle)
        .fixed_pos(pos2(x, y))
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
                    for (icon, command) in [
                        (Icon::Note, Command::Note),
                        (Icon::Speaker, Command::CorrectSpeaker),
                        (Icon::Copy, Command::Copy),
                    ] {
                        if IconButton::of(icon, command).show(ui).clicked() {
                            acts.push(Act::Do(command));
                        }
                    }
                    if chosen.is_some() && IconButton::of(Icon::Delete, Command::DeleteAnnotation).show(ui).clicked() {
                        acts.push(Act::Do(Command::DeleteAnnotation));
                    }
                });
            });
        });
}
