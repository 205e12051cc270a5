//! Notes while their panel is put away: an icon beside the row, and the card of the chosen one over the text.

use crate::app::language::{inner, message};
use egui::{Area, Frame, Id, Order, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    act::Act,
    annotation_bar, card,
    column::RowSpan,
    icon::{self, Icon},
    note_text,
    notes_panel::cards_in_view,
    row::paint_focus,
    tab::Tab,
    theme::{Theme, measures},
};

/// The width of the card over the text.
const CARD: f32 = 256.0;
/// How high it is taken for before it has been shown.
const CARD_LEAST: f32 = 120.0;
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
            None => message!("margin-note", quote = inner(&annotation.selector.quote)),
            Some(other) => {
                message!("margin-note-of", owner = other.owner(), quote = inner(&annotation.selector.quote))
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

/// The card of the chosen annotation, next to its passage and clear of the bar there; where it has no room, in the corner
/// that the passage leaves free.
fn show_chosen(ui: &Ui, tab: &mut Tab, pane: Rect, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(key) = tab.chosen.clone() else {
        return;
    };
    let id = Id::unique("card over the text");
    let height = egui::AreaState::load(ui.ctx(), id).and_then(|area| area.size).map_or(CARD_LEAST, |size| size.y);
    let range = tab.chosen_annotation().and_then(|annotation| annotation.place.range());
    let rows = range.map(|range| tab.column.rows_on_screen(tab.reading.article(), range)).unwrap_or_default();
    let (x, y) = place_of_card(&rows, pane, height);
    Area::new(id).order(Order::Middle).fixed_pos(pos2(x, y)).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(4.0).show(ui, |ui| {
            ui.set_width(CARD);
            card::show(ui, tab, &key, theme, acts);
        });
    });
}

/// Where the left upper corner of a card this high is.
fn place_of_card(rows: &[RowSpan], pane: Rect, height: f32) -> (f32, f32) {
    let (least, most) = (pane.left() + 8.0, pane.right() - CARD - 34.0);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return (most, pane.bottom() - 12.0 - height);
    };
    let x = (last.right - CARD / 2.0).min(most).max(least);
    let half = measures::TINT_HEIGHT / 2.0;
    let (below, above) =
        (last.middle + half + annotation_bar::ROOM, first.middle - half - annotation_bar::ROOM - height);
    if below + height < pane.bottom() {
        (x, below)
    } else if above > pane.top() {
        (x, above)
    } else if last.middle < pane.center().y {
        (most, pane.bottom() - 12.0 - height)
    } else {
        (most, pane.top() + 12.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_stands_next_to_its_passage() {
        let pane = Rect::from_min_max(pos2(0.0, 40.0), pos2(700.0, 600.0));
        let row = |middle| [RowSpan { row: 0, left: 60.0, right: 300.0, middle }];
        let (x, y) = place_of_card(&row(100.0), pane, 120.0);
        assert!(y > 100.0 && y < 220.0 && x < 300.0);
        let (_, y) = place_of_card(&row(560.0), pane, 120.0);
        assert!(y + 120.0 < 560.0 && y > 300.0);
    }
}
