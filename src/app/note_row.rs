//! A note as a row of a list: the colour of its edge, the words that it is on, and what it says.

use egui::{Rect, Ui, pos2, vec2};

use super::{
    language::message,
    note_text,
    row::paint_cut,
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    excerpt::one_line,
    notes::{Annotation, Place},
};

/// What a note is known by in a list: the words that it is on.
pub fn words_of(annotation: &Annotation) -> String {
    match annotation.place {
        Place::Article => message!("on-article").to_owned(),
        _ => one_line(&annotation.selector.quote),
    }
}

/// What a row says of a note, in one line each.
pub struct NoteWords {
    words: String,
    /// The note, or its tags where nothing is written.
    below: String,
}

impl NoteWords {
    pub fn of(ui: &Ui, annotation: &Annotation) -> Self {
        let note = note_text::plain(ui, &annotation.note).replace('\n', " ");
        let below = if note.is_empty() { annotation.tags.join(", ") } else { note };
        Self { words: words_of(annotation), below }
    }

    /// What the row is called.
    pub fn name(&self) -> String {
        if self.below.is_empty() { self.words.clone() } else { format!("{} – {}", self.words, self.below) }
    }

    /// Paints it on a row of a list.
    pub fn paint(&self, ui: &Ui, row: Rect, annotation: &Annotation, theme: &Theme) {
        if !ui.is_rect_visible(row) {
            return;
        }
        let rect = row.shrink2(vec2(18.0, 5.0));
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 1.5, theme.highlight(annotation.colour).edge);
        let lines = Rect::from_min_max(pos2(rect.left() + 12.0, rect.top()), rect.max);
        let (upper, lower) = lines.split_top_bottom_at_fraction(0.5);
        let upper = if self.below.is_empty() { lines } else { upper };
        paint_cut(ui, upper, &self.words, type_faces::serif(measures::CARD_WORDS.0), theme.text);
        paint_cut(ui, lower, &self.below, type_faces::sans(measures::COUNT.0), theme.muted);
    }
}
