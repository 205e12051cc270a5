//! Notes while their panel is put away: an icon beside the row, and the card of the chosen one over the text.

use crate::app::language::{inner, message};
use egui::{Area, Frame, Id, Order, Pos2, Rangef, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    act::Act,
    annotation_bar, card,
    column::RowSpan,
    find_bar,
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
/// How high it has to be at least to be read by scrolling; in less room it lies over its passage.
const CARD_SCROLLED: f32 = 80.0;
/// What a frame adds round the card.
const FRAME: f32 = 6.0;
/// How far the icons stand right of the words, and how large they are.
const AWAY: f32 = 12.0;
const ICON: f32 = 14.0;

/// Shows them where no panel lies over the text: in `free`.
pub fn show(ui: &mut Ui, tab: &mut Tab, free: Rangef, theme: &Theme, acts: &mut Vec<Act>) {
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
    if tab.notes_here.is_none() && !find_bar::has_keyboard(ui) {
        show_chosen(ui, tab, pane, free, theme, acts);
    }
}

/// The card of the chosen annotation, next to its passage and clear of the bar there; where it has no room, in the corner
/// that the passage leaves free.
fn show_chosen(ui: &Ui, tab: &mut Tab, pane: Rect, free: Rangef, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(key) = tab.chosen.clone() else {
        return;
    };
    let id = Id::unique("card over the text");
    let height = ui.data(|data| data.get_temp(id)).unwrap_or(CARD_LEAST);
    let range = tab.chosen_annotation().and_then(|annotation| annotation.place.range());
    let rows = range.map(|range| tab.column.rows_on_screen(tab.reading.article(), range)).unwrap_or_default();
    let (left, right) = (pane.left().max(free.min), pane.right().min(free.max));
    let pane = Rect::from_x_y_ranges(left..=right, pane.y_range());
    let (place, room) = place_of_card(&rows, annotation_bar::room(tab, free), pane, height);
    Area::new(id).fade_in(false).order(Order::Middle).fixed_pos(place).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(4.0).show(ui, |ui| {
            ui.set_width(CARD);
            // An area is otherwise no taller than it was before.
            ui.set_max_height(room - 2.0 * FRAME);
            // It begins at its top, also once its note is written.
            let whose = (&key, tab.writing.is_some());
            let shown = ScrollArea::vertical().id_salt(whose).show(ui, |ui| {
                card::show(ui, tab, &key, theme, acts);
            });
            // As high as it would be whole, however much of it is seen: its place depends on that.
            let whole = shown.content_size.y + 2.0 * FRAME;
            if (whole - height).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(id, whole));
                ui.ctx().request_repaint();
            }
        });
    });
}

/// Where the left upper corner of a card this high is, and how high it may be: clear of the bar, and of the passage where
/// that can be, though it has to scroll.
fn place_of_card(rows: &[RowSpan], bar: Option<Rect>, pane: Rect, height: f32) -> (Pos2, f32) {
    let pane = Rect::from_min_max(pane.min + vec2(8.0, 12.0), pane.max - vec2(34.0, 12.0));
    let least_left = (pane.right() - CARD - 2.0 * FRAME).max(pane.left());
    let half = measures::TINT_HEIGHT / 2.0 + 2.0 * measures::HANDLE + measures::ANNOTATION_BAR_GAP;
    let passage = rows.first().zip(rows.last()).map(|(first, last)| {
        let right = rows.iter().map(|row| row.right).fold(last.right, f32::max);
        Rect::from_min_max(pos2(first.left.min(last.left), first.middle - half), pos2(right, last.middle + half))
    });
    let beside = rows.last().map_or(least_left, |last| (last.right - CARD / 2.0).min(least_left).max(pane.left()));
    let gap = measures::ANNOTATION_BAR_GAP;
    let taken = || passage.into_iter().chain(bar);
    let below = taken().map(|rect| rect.bottom()).fold(f32::NEG_INFINITY, f32::max) + gap;
    let above = taken().map(|rect| rect.top()).fold(f32::INFINITY, f32::min) - gap - height;
    let (top, bottom) = (pane.top(), pane.bottom() - height);
    let corners = [(least_left, bottom), (least_left, top), (pane.left(), bottom), (pane.left(), top)];
    let places = [(beside, below), (beside, above)].into_iter().chain(corners);
    let places = places.map(|(x, y)| Rect::from_min_size(pos2(x, y), vec2(CARD + 2.0 * FRAME, height)));
    let is_free =
        |place: &Rect| pane.expand(0.5).contains_rect(*place) && bar.is_none_or(|bar| !bar.intersects(*place));
    let free: Vec<Rect> = places.filter(is_free).collect();
    let clear = free.iter().find(|place| passage.is_none_or(|passage| !passage.intersects(**place)));
    let (clear_over, clear_under) = (above + height - top, pane.bottom() - below.max(top));
    if passage.is_some() && clear.is_none() && clear_over.max(clear_under) >= CARD_SCROLLED {
        return match clear_over > clear_under {
            true => (pos2(beside, top), clear_over.min(pane.height())),
            false => (pos2(beside, below.max(top)), clear_under),
        };
    }
    let (over, under) =
        bar.map_or((0.0, pane.height()), |bar| (bar.top() - gap - top, pane.bottom() - bar.bottom() - gap));
    // One that is taller scrolls.
    let corner = if over > under { pos2(least_left, top) } else { pos2(least_left, pane.bottom() - under) };
    (clear.or(free.first()).map_or(corner, |place| place.min), over.max(under))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSAGE: RowSpan = RowSpan { row: 0, left: 60.0, right: 300.0, middle: 0.0 };

    #[test]
    fn a_card_stands_next_to_its_passage() {
        let pane = Rect::from_min_max(pos2(0.0, 40.0), pos2(700.0, 600.0));
        let at = |middle, bar| {
            let bar = Rect::from_min_size(pos2(60.0, bar), vec2(500.0, 52.0));
            place_of_card(&[RowSpan { middle, ..PASSAGE }], Some(bar), pane, 120.0).0
        };
        let place = at(100.0, 130.0);
        assert!(place.y > 182.0 && place.y < 240.0 && place.x < 300.0, "{place}");
        let place = at(560.0, 480.0);
        assert!(place.y + 120.0 < 480.0 && place.y > 300.0, "{place}");
    }

    #[test]
    fn a_card_of_any_height_is_clear_of_the_bar_in_a_small_window() {
        let pane = Rect::from_min_max(pos2(0.0, 44.0), pos2(640.0, 372.0));
        for (middle, height) in
            (50..370).step_by(10).flat_map(|middle| (60..500).step_by(20).map(move |high| (middle, high)))
        {
            let (middle, height) = (middle as f32, height as f32);
            for top in [middle + 30.0, middle - 82.0].map(|top| top.clamp(44.0, 320.0)) {
                let bar = Rect::from_min_size(pos2(8.0, top), vec2(566.0, 52.0));
                let (place, room) = place_of_card(&[RowSpan { middle, ..PASSAGE }], Some(bar), pane, height);
                let card = Rect::from_min_size(place, vec2(CARD, height.min(room)));
                assert!(!card.intersects(bar) && pane.contains_rect(card), "{middle} {height} {top}: {card:?} {bar:?}");
                let row = Rect::from_x_y_ranges(PASSAGE.left..=PASSAGE.right, middle - 13.0..=middle + 13.0);
                let is_covered = bar.intersects(row);
                assert!(is_covered || !card.intersects(row), "{middle} {height} {top}: {card:?} over {row:?}");
                assert!(room >= CARD_SCROLLED, "{room} is left");
            }
        }
    }
}
