//! Notes while their panel is put away: an icon beside the row, and the card of the chosen one over the text.

use crate::app::language::message;
use egui::{Area, Frame, Id, Order, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    act::Act,
    card,
    icon::{self, Icon},
    note_text,
    notes_panel::cards_in_view,
    row::paint_focus,
    tab::Tab,
    theme::Theme,
};

/// The width of the card over the text.
const CARD: f32 = 256.0;
/// How far the icons stand right of the words, and how large they are.
const AWAY: f32 = 12.0;
const ICON: f32 = 14.0;

pub fn show(ui: &mut Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let (Some(pane), Some(right)) = (tab.column.pane(), tab.column.words_end()) else {
        return;
    };
    let mut lowest = f32::NEG_INFINITY;
    for (key, row) in cards_in_view(tab) {
        let Some(annotation) = tab.note(&key) else {
            continue;
        };
        // Two notes on one row stand one under the other.
        let y = row.max(lowest + ICON + 2.0);
        lowest = y;
        let place = Rect::from_center_size(pos2(right + AWAY + ICON / 2.0, y), vec2(ICON, ICON));
        if !pane.contains_rect(place) {
            continue;
        }
        let response = ui.interact(place.expand(4.0), ui.scope_id().with(("margin note", &key)), Sense::click());
        let other = key.layer.as_ref().and_then(|name| tab.layers.get(name));
        let name = match other {
            None => message!("margin-note", quote = annotation.selector.quote.as_str()),
            Some(other) => {
                message!("margin-note-of", owner = other.owner(), quote = annotation.selector.quote.as_str())
            }
        };
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        match other {
            None => Icon::Note.paint(&ui.painter_at(pane), place, theme.highlight(annotation.colour).edge),
            Some(other) => other.mark.paint_disc(&ui.painter_at(pane), place.center(), theme),
        }
        if response.has_focus() {
            paint_focus(ui.painter(), place.expand(3.0), theme);
        }
        if response.clicked() {
            acts.push(Act::Choose(Some(key)));
        }
        icon::with_tooltip(response, &note_text::plain(ui, &annotation.note), "");
    }
    show_chosen(ui, tab, pane, theme, acts);
}

/// The card of the chosen annotation, in the corner that its passage leaves free.
fn show_chosen(ui: &Ui, tab: &mut Tab, pane: Rect, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(key) = tab.chosen.clone() else {
        return;
    };
    let range = tab.chosen_annotation().and_then(|annotation| annotation.place.range());
    let rows = range.map(|range| tab.column.rows_on_screen(tab.reading.article(), range)).unwrap_or_default();
    let high = rows.last().is_none_or(|row| row.middle < pane.center().y);
    let x = pane.right() - CARD - 34.0;
    let corner = if high { pos2(x, pane.bottom() - 12.0) } else { pos2(x, pane.top() + 12.0) };
    let pivot = if high { egui::Align2::LEFT_BOTTOM } else { egui::Align2::LEFT_TOP };
    Area::new(Id::unique("card over the text")).order(Order::Middle).pivot(pivot).fixed_pos(corner).show(
        ui.ctx(),
        |ui| {
            Frame::popup(ui.style()).inner_margin(4.0).show(ui, |ui| {
                ui.set_width(CARD);
                card::show(ui, tab, &key, theme, acts);
            });
        },
    );
}
