//! The rows of a card that lead to the notes it is linked with.

use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    language::{inner, message},
    layers::NoteKey,
    note_row::words_of,
    row::{paint_cut, paint_focus},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};

const ROW: f32 = 24.0;
/// Rows of a card that is not chosen; of more, the number is shown.
const FEW: usize = 3;

/// Shows the linked notes of a card: a click goes to one of them, and on the chosen card a button takes its link off.
pub fn show(ui: &mut Ui, tab: &Tab, key: &NoteKey, theme: &Theme, acts: &mut Vec<Act>) {
    let linked = tab.linked_with(key);
    let chosen = tab.chosen.as_ref() == Some(key);
    let shown = if chosen { linked.len() } else { FEW };
    for id in linked.iter().take(shown) {
        let other = NoteKey { layer: key.layer.clone(), id: id.clone() };
        show_row(ui, tab, key, other, chosen && key.layer.is_none() && !tab.read_only, theme, acts);
    }
    if linked.len() > shown {
        let more = message!("notice-more", count = linked.len() - shown);
        ui.label(egui::RichText::new(more).font(type_faces::sans(measures::SMALL.0)).color(theme.muted));
    }
}

fn show_row(
    ui: &mut Ui,
    tab: &Tab,
    key: &NoteKey,
    other: NoteKey,
    may_change: bool,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let Some(annotation) = tab.note(&other) else { return };
    let words = words_of(annotation);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let beside = if may_change { measures::BUTTON + 2.0 } else { 0.0 };
        let (rect, row) = ui.allocate_exact_size(vec2(ui.available_width() - beside, ROW), Sense::click());
        row.widget_info(|| WidgetInfo::labeled(Role::Link, true, message!("link-go", words = inner(&words))));
        let colour = if row.hovered() { theme.text } else { theme.accent };
        let icon = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(14.0, 14.0));
        Icon::Link.paint(ui.painter(), icon, colour);
        let line = Rect::from_min_max(pos2(rect.left() + 20.0, rect.top()), rect.max);
        paint_cut(ui, line, &words, type_faces::serif(measures::CARD_WORDS.0), colour);
        if row.has_focus() {
            paint_focus(ui.painter(), rect, theme);
        }
        if row.clicked() {
            acts.extend(tab.range_to_show(annotation).map(Act::GoTo));
            acts.push(Act::Choose(Some(other.clone())));
        }
        row.on_hover_cursor(CursorIcon::PointingHand);
        let off = || message!("link-off", words = inner(&words));
        if may_change && IconButton::new(Icon::Close, &off()).side(measures::BUTTON).show(ui).clicked() {
            acts.push(Act::Unlink(key.id.clone(), other.id.clone()));
        }
    });
}
