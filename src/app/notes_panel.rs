//! The panel right of the text: notes beside their rows, or all of them as a list, and those whose passage is gone.

use crate::app::language::message;
use egui::{Align, Id, Layout, Popup, Pos2, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{
    act::Act, at_right, command::Command, kept_part, layers::NoteKey, note_list, region, row::padded, tab::Tab,
    theme::Theme, type_faces,
};

/// The space between two cards.
const GAP: f32 = 8.0;
const MARGIN: f32 = 12.0;
const HEADING: f32 = 48.0;
/// The space left of the heading and of what is said below it.
const HEADING_MARGIN: f32 = 16.0;
/// How wide a panel has to be for its heading and its buttons in one row.
const HEADING_FITS: f32 = 250.0;
/// How far below the top of a card the middle of its first row is.
const FIRST_ROW: f32 = 12.0;

/// Where the cards of the last frame stood, so that each can be placed before it is drawn.
#[derive(Default)]
pub struct Cards {
    heights: std::collections::HashMap<NoteKey, f32>,
}

pub fn show(ui: &mut Ui, tab: &mut Tab, cards: &mut Cards, theme: &Theme, acts: &mut Vec<Act>) {
    region::name(ui, message!("panel-right"));
    let panel = ui.max_rect();
    show_notes(ui, tab, cards, theme, acts);
    // What can be scrolled in the panel has had the wheel by now.
    if !tab.list.is_listed() {
        tab.column.scroll_beside(ui, panel);
    }
}

fn show_notes(ui: &mut Ui, tab: &mut Tab, cards: &mut Cards, theme: &Theme, acts: &mut Vec<Act>) {
    let orphans = if tab.list.is_filtered() { Vec::new() } else { tab.orphans() };
    let others: usize = tab.layers.shown().map(|other| other.notes().annotations.len()).sum();
    let none = tab.reading.notes().annotations.is_empty() && others == 0;
    ui.spacing_mut().scroll = egui::style::ScrollStyle::floating();
    let mut kept = std::mem::take(&mut tab.kept_cards);
    kept.begin(ui, tab, theme);
    tab.kept_cards = kept;
    show_heading(ui, tab, theme, acts);
    note_list::show_line(ui, tab, MARGIN, theme, acts);
    if let Some(why) = tab.why_read_only() {
        padded(ui, HEADING_MARGIN, |ui| {
            let text = format!("{why}{}", message!("full-stop"));
            ui.label(RichText::new(text).font(type_faces::sans(12.0)).color(theme.warn));
        });
    }
    if none && tab.read_only {
        return;
    }
    if none {
        padded(ui, HEADING_MARGIN, |ui| {
            let text = message!("notes-none");
            ui.label(RichText::new(text).font(type_faces::sans(12.0)).color(theme.muted));
        });
        return;
    }
    if !tab.list.is_filtered() {
        show_on_article(ui, tab, theme, acts);
    }
    let orphans_height = if orphans.is_empty() { 0.0 } else { (ui.available_height() * 0.35).min(180.0) };
    let room = ui.available_rect_before_wrap();
    let beside = Rect::from_min_max(room.min, pos2(room.right(), room.bottom() - orphans_height));
    if tab.list.is_listed() {
        let mut inside = ui.new_child(UiBuilder::new().max_rect(beside));
        show_list(&mut inside, tab, theme, acts);
    } else {
        show_beside(ui, beside, tab, cards, theme, acts);
    }
    if !orphans.is_empty() {
        let below = Rect::from_min_max(pos2(room.left(), beside.bottom()), room.max);
        ui.painter().hline(below.x_range(), below.top(), theme.divider());
        let mut inside = ui.new_child(UiBuilder::new().max_rect(below));
        inside.add_space(10.0);
        padded(&mut inside, HEADING_MARGIN, |ui| {
            let text = message!("orphans", count = orphans.len());
            ui.label(RichText::new(text).font(type_faces::sans_semibold(11.5)).color(theme.muted));
        });
        let mut list = std::mem::take(&mut tab.orphan_cards);
        list.show(&mut inside, "orphans", &orphans, tab, theme, acts);
        tab.orphan_cards = list;
    }
}

/// The notes on the article as a whole, above those on its words.
fn show_on_article(ui: &mut Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let keys = tab.on_article();
    if keys.is_empty() {
        return;
    }
    let mut list = std::mem::take(&mut tab.front_cards);
    let height = list.height(keys.len()).min(ui.available_height() * 0.4);
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| list.show(ui, "on the article", &keys, tab, theme, acts));
    let line = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), line, theme.divider());
    tab.front_cards = list;
}

fn show_heading(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let has_notes = !tab.reading.notes().annotations.is_empty() || tab.layers.shown().next().is_some();
    let has_buttons = has_notes && !tab.list.is_asked();
    let is_wide = ui.available_width() >= HEADING_FITS;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEADING), Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(HEADING_MARGIN);
        ui.label(RichText::new(message!("notes")).font(type_faces::sans_semibold(11.5)).color(theme.muted));
        if is_wide {
            at_right::show(ui, "notes", |ui| {
                if has_buttons {
                    show_buttons(ui, tab, theme, acts);
                }
                ui.add_space(4.0);
            });
        }
    });
    if has_buttons && !is_wide {
        ui.horizontal_wrapped(|ui| show_buttons(ui, tab, theme, acts));
    }
}

fn show_buttons(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let words = if tab.list.all { message!("notes-beside") } else { message!("notes-list") };
    if ui.add(theme.quiet_button(words)).clicked() {
        acts.push(Act::ListAllNotes(!tab.list.all));
    }
    if ui.add(theme.quiet_button(message!("filter"))).clicked() {
        acts.push(Act::Do(Command::Filter));
    }
}

fn show_list(ui: &mut Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let keys = note_list::listed(tab);
    let mut list = std::mem::take(&mut tab.cards);
    list.show(ui, "all notes", &keys, tab, theme, acts);
    tab.cards = list;
}

/// Each card stands at its first row, pushed down by the one above; the chosen one stays in sight, and those above it
/// make room.
fn show_beside(ui: &mut Ui, room: Rect, tab: &mut Tab, cards: &mut Cards, theme: &Theme, acts: &mut Vec<Act>) {
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
    inside.set_clip_rect(room.intersect(ui.clip_rect()));
    let mut kept = std::mem::take(&mut tab.kept_cards);
    // One card below the room is made in each frame in which nothing else is to be made, so that the frames in which the
    // reader scrolls have less to do.
    let mut may_make = !tab.column.is_scrolling() && may_make_ahead(ui);
    for (key, top, height) in places(tab, cards, room) {
        let is_chosen = tab.chosen.as_ref() == Some(&key);
        let is_held = is_chosen || tab.writing.as_ref().is_some_and(|one| one.id == key.id);
        let is_new = !kept.has(&key);
        let is_next = may_make && is_new && top + height < room.bottom() + room.height();
        if !(is_held || top <= room.bottom() || is_next) {
            continue;
        }
        may_make &= !is_new;
        let place = Rect::from_min_size(pos2(room.left() + MARGIN, top), vec2(room.width() - 2.0 * MARGIN, height));
        let height = if is_chosen && height > room.height() - 2.0 * GAP {
            // It begins at its top, also once its note is written.
            let whose = (&key, tab.writing.is_some());
            let seen = place.with_max_y(room.bottom() - GAP);
            show_tall(&mut inside, Id::unique("tall card").with(whose), seen, |ui, corner| {
                let place = Rect::from_min_size(corner, place.size());
                kept.show(ui, tab, &key, place, theme, acts)
            })
        } else {
            kept.show(&mut inside, tab, &key, place, theme, acts)
        };
        if cards.heights.insert(key, height) != Some(height) {
            ui.ctx().request_repaint();
        }
    }
    tab.kept_cards = kept;
}

/// Shows a card that is taller than the room for it, and scrolls to what is typed in it. Returns how tall it is.
fn show_tall(ui: &mut Ui, whose: Id, place: Rect, show: impl FnOnce(&mut Ui, Pos2) -> f32) -> f32 {
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
    ScrollArea::vertical()
        .id_salt(whose)
        .auto_shrink(false)
        .show(&mut inside, |ui| {
            let corner = ui.max_rect().left_top();
            let height = show(ui, corner);
            ui.advance_cursor_after_rect(Rect::from_min_size(corner, vec2(place.width(), height)));
            height
        })
        .inner
}

/// Whether a card can be made that is not seen: nobody may come upon its controls there.
fn may_make_ahead(ui: &Ui) -> bool {
    !kept_part::is_heard(ui.ctx()) && ui.memory(|memory| memory.focused().is_none()) && !Popup::is_any_open(ui.ctx())
}

/// The tops and heights of the cards in view. What stands above the room takes no place from the first ones: a card goes
/// out of it as its row goes out of the column.
fn places(tab: &Tab, cards: &Cards, room: Rect) -> Vec<(NoteKey, f32, f32)> {
    let highest = room.top() + GAP;
    let column_top = tab.column.pane().map_or(room.top(), |pane| pane.top());
    let mut places: Vec<(NoteKey, f32, f32)> = Vec::new();
    let mut lowest = f32::NEG_INFINITY;
    let mut chosen = None;
    for (key, row) in cards_in_view(tab) {
        let height = cards.heights.get(&key).copied().unwrap_or(80.0);
        let is_chosen = tab.chosen.as_ref() == Some(&key);
        let wanted = row - FIRST_ROW;
        let wanted = wanted.max(highest + (wanted - column_top).min(0.0));
        let top = if is_chosen { wanted.min(room.bottom() - height - GAP).max(highest) } else { wanted.max(lowest) };
        if is_chosen {
            chosen = Some(places.len());
        }
        lowest = top + height + GAP;
        places.push((key, top, height));
    }
    let mut limit = chosen.map_or(f32::INFINITY, |number| places[number].1);
    for (_, top, height) in places[..chosen.unwrap_or(0)].iter_mut().rev() {
        *top = top.min(limit - GAP - *height);
        limit = *top;
    }
    places
}

/// The notes that begin on the screen, from the top, with the middle of their first row.
pub fn cards_in_view(tab: &Tab) -> Vec<(NoteKey, f32)> {
    let article = tab.reading.article();
    let mut found = Vec::new();
    for set in tab.column.set() {
        for (range, key) in tab.notes_on(set.block.range) {
            if set.block.range.holds(range.start())
                && let Some(row) = set.rows_of(article, range).first()
            {
                found.push((range.start(), key, row.middle));
            }
        }
    }
    // The layers come one after the other; their cards stand in the order of the text.
    found.sort_by_key(|(start, ..)| *start);
    found.into_iter().map(|(_, key, row)| (key, row)).collect()
}
