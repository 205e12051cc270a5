//! Which tags occur together: a table, each row with a bar as long as its share of the first.

use egui::{Context, Rect, RichText, ScrollArea, Stroke, Ui, pos2};

use super::{
    act::Act,
    language::message,
    note_mark::TagShape,
    row::{paint_cut, row, rows},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
    window_title::{show_title_and_close, window_over},
};
use crate::{
    notes::{Tag, TagPair},
    reading::Filter,
};

const WIDTH: f32 = 480.0;
/// The room for the number of notes and the bar under it.
const COUNTS: f32 = 90.0;

/// The window while it is open: the tags and pairs as they were when it was opened, for nothing changes under it.
pub struct TagsTogether {
    tags: Vec<Tag>,
    pairs: Vec<TagPair>,
}

impl TagsTogether {
    pub fn new(tab: &Tab) -> Self {
        let notes = tab.reading.notes();
        Self { tags: notes.tags.clone(), pairs: notes.tags_together() }
    }
}

/// Shows the window; whether it is done with.
pub fn show(context: &Context, window: &mut TagsTogether, theme: &Theme, acts: &mut Vec<Act>) -> bool {
    let room = context.content_rect();
    let mut closes = false;
    let shown = window_over(context, "tags together", message!("tags-together"), theme).show(context, |ui| {
        ui.set_width((room.width() - 64.0).min(WIDTH));
        let close = show_title_and_close(ui, message!("tags-together"), theme);
        if ui.memory(|memory| memory.focused().is_none()) {
            close.request_focus();
        }
        closes = close.clicked();
        if window.pairs.is_empty() {
            let none = RichText::new(message!("tags-together-none")).font(type_faces::sans(measures::WINDOW_TEXT.0));
            ui.label(none.color(theme.muted));
        }
        ScrollArea::vertical().max_height(room.height() - 150.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            rows(ui, measures::SPEAKER_ROW, window.pairs.len(), |ui, number| {
                if let Some(line) = show_pair(ui, window, number, theme) {
                    acts.push(Act::Filter(Some(line)));
                    closes = true;
                }
            });
        });
    });
    closes || shown.should_close()
}

/// The line that asks for the notes with both tags, once the row is clicked.
fn show_pair(ui: &mut Ui, window: &TagsTogether, number: usize, theme: &Theme) -> Option<String> {
    let TagPair { tags: (first, second), count } = window.pairs[number];
    let most = window.pairs.first().map_or(1, |pair| pair.count);
    let [one, other] = [first, second].map(|tag| window.tags[tag].name.as_str());
    let notes = message!("count-notes", count = count);
    let name = message!("tag-pair", one = one, other = other, notes = notes.as_str());
    let row = row(ui, measures::SPEAKER_ROW, false, theme, || name.as_str());
    let rect = row.rect.shrink2(egui::vec2(16.0, 0.0));
    let counts = Rect::from_min_max(pos2(rect.right() - COUNTS, rect.top()), rect.max);
    let half = (counts.left() - rect.left()) / 2.0;
    for (place, tag) in [(0.0, first), (half, second)] {
        let left = rect.left() + place;
        TagShape::of(tag).paint(
            ui.painter(),
            pos2(left + 8.0, rect.center().y),
            theme.highlight(window.tags[tag].colour),
        );
        let words = Rect::from_min_max(pos2(left + 22.0, rect.top()), pos2(left + half - 8.0, rect.bottom()));
        let text = window.tags[tag].name.replace('/', " / ");
        paint_cut(ui, words, &text, type_faces::sans(measures::WINDOW_TEXT.0), theme.text);
    }
    paint_cut(ui, counts.translate(egui::vec2(0.0, -2.0)), &notes, type_faces::sans(measures::COUNT.0), theme.muted);
    let y = counts.bottom() - 5.0;
    let share = count as f32 / most.max(1) as f32;
    ui.painter().hline(counts.x_range(), y, Stroke::new(2.0, theme.press));
    ui.painter().hline(counts.left()..=counts.left() + counts.width() * share, y, Stroke::new(2.0, theme.accent));
    let line = format!("{} {}", Filter::line_for_tag(one), Filter::line_for_tag(other));
    let clicked = row.clicked();
    row.on_hover_text(message!("tag-only"));
    clicked.then_some(line)
}
