//! The line above the title that tells of the notes on the article as a whole.

use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Column, View};
use crate::app::{
    act::Act,
    icon::{self, Icon},
    language::message,
    note_text,
    row::{paint_cut, paint_focus},
    theme::measures,
    type_faces,
};

/// The side of the icon, and how far the words stand behind its left edge.
const ICON: f32 = 14.0;
const ICON_ROOM: f32 = 20.0;

impl Column {
    /// Shows the line where the article begins; each click chooses the next of the notes.
    pub(super) fn show_front(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, width: f32, acts: &mut Vec<Act>) {
        self.front = self.set.iter().find(|set| Some(set.number) == view.front).map(|set| {
            let bottom = set.origin.y - measures::FRONT_LINE_GAP;
            Rect::from_min_max(pos2(set.origin.x, bottom - measures::FRONT_LINE), pos2(set.origin.x + width, bottom))
        });
        let Some(line) = self.front.filter(|line| pane.contains_rect(*line)) else {
            return;
        };
        let Some(first) = view.on_article.first().and_then(|key| view.layers.note(view.reading, key)) else {
            return;
        };
        let others = view.on_article.len() - 1;
        let note = note_text::plain(ui, &first.note);
        let words = note.lines().find(|words| !words.trim().is_empty()).unwrap_or(message!("on-article"));
        let words = if others == 0 { words.to_owned() } else { format!("{words}  +{others}") };
        let font = type_faces::sans(measures::COUNT.0);
        let wide = ui.painter().layout_no_wrap(words.clone(), font.clone(), view.theme.muted).size().x;
        let line = Rect::from_min_size(line.min, vec2((wide + ICON_ROOM).min(line.width()), line.height()));
        let response = ui.interact(line, ui.scope_id().with("notes on the article"), Sense::click());
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, true, message!("front-line", words = words.as_str())));
        let chosen = view.chosen.as_ref().and_then(|chosen| view.on_article.iter().position(|key| *key == chosen.key));
        let ink = if chosen.is_some() { view.theme.accent } else { view.theme.highlight(first.colour).edge };
        let field = Rect::from_center_size(pos2(line.left() + ICON / 2.0, line.center().y), vec2(ICON, ICON));
        Icon::Note.paint(&ui.painter_at(pane), field, ink);
        let colour = if response.hovered() { view.theme.text } else { view.theme.muted };
        let place = Rect::from_min_max(pos2(line.left() + ICON_ROOM, line.top()), line.max + vec2(1.0, 0.0));
        paint_cut(ui, place, &words, font, colour);
        if response.has_focus() {
            paint_focus(ui.painter(), line.expand2(vec2(4.0, 2.0)), view.theme);
        }
        if response.clicked() {
            let next = chosen.map_or(0, |at| (at + 1) % view.on_article.len());
            acts.push(Act::Choose(view.on_article.get(next).cloned()));
        }
        icon::with_tooltip(response.on_hover_cursor(CursorIcon::PointingHand), message!("on-article"), "");
    }
}
