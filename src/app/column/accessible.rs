//! What a screen reader finds in the column: the document, its headings and paragraphs, quotations by speaker, and what is
//! marked.

use crate::app::language::{inner, message};
use egui::{Rect, Response, Sense, Ui, accesskit};

use super::{Column, View, paint::is_inked, setting::SetBlock};
use crate::{
    app::{kept_part::is_heard, note_text, theme::measures},
    article::{BlockKind, TextRange},
    excerpt::one_line,
    notes::Annotation,
};

impl Column {
    /// Names what is on the screen, so that a screen reader finds headings, paragraphs and quotations in their places.
    pub(super) fn tell_accessibility(&self, ui: &Ui, view: &View<'_>, pane: Rect, column: &Response) {
        if !is_heard(ui.ctx()) {
            return;
        }
        let article = view.reading.article();
        let title = article.title();
        column.widget_info(|| egui::WidgetInfo::labeled(accesskit::Role::Document, true, &title));
        ui.ctx().accesskit_node_builder(column.id, |node| node.set_role(accesskit::Role::Document));
        for set in &self.set {
            let rect = set.rect().intersect(pane);
            if !rect.is_positive() {
                continue;
            }
            let text = article.running_words(set.block.range);
            let (role, level) = match set.block.kind {
                BlockKind::Title => (accesskit::Role::Heading, Some(1)),
                BlockKind::Heading(level) => (accesskit::Role::Heading, Some(usize::from(level) + 1)),
                _ => (accesskit::Role::Paragraph, None),
            };
            name_region(ui, ("block", set.block.range.start()), rect, role, level, &text);
            for (range, number) in view.reading.quotations_on(set.showing) {
                let quotation = &view.reading.speech().quotations[number];
                let name =
                    quotation.speaker.map_or(message!("unknown-speaker"), |id| &view.reading.speech().speaker(id).name);
                let rows = set.rows_of(article, range);
                if let Some(row) = rows.first() {
                    let words = message!("quotation-of", name = name, words = article.slice(range));
                    let id = ("quotation", number, set.block.range.start());
                    name_region(
                        ui,
                        id,
                        row.band(measures::TINT_HEIGHT, measures::TINT_BEYOND).intersect(pane),
                        accesskit::Role::Blockquote,
                        None,
                        &words,
                    );
                }
            }
            let own = view.reading.annotations_on(set.showing).filter(|_| view.layers.is_own_shown());
            let others = view.layers.shown().flat_map(|layer| layer.annotations_on(set.showing));
            for (number, (range, annotation)) in own.chain(others).filter(|(_, one)| is_inked(one)).enumerate() {
                tell_mark(ui, view, set, pane, number, (range, annotation));
            }
        }
    }
}

/// Tells of words that are marked, with what is written about them.
fn tell_mark(
    ui: &Ui,
    view: &View<'_>,
    set: &SetBlock,
    pane: Rect,
    number: usize,
    (range, annotation): (TextRange, &Annotation),
) {
    let article = view.reading.article();
    let Some(row) = set.rows_of(article, range).first().copied() else { return };
    let words = one_line(article.slice(range));
    let note = note_text::plain(ui, &annotation.note).replace('\n', " ");
    let name = if note.is_empty() {
        message!("marked", words = inner(&words))
    } else {
        message!("marked-noted", words = inner(&words), note = note)
    };
    let rect = row.band(measures::BAND_HEIGHT, 0.0).intersect(pane);
    name_region(ui, ("mark", number, set.block.range.start()), rect, accesskit::Role::Mark, None, &name);
}

/// Tells a screen reader of a part of the column without taking the pointer from it.
fn name_region(
    ui: &Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    rect: Rect,
    role: accesskit::Role,
    level: Option<usize>,
    text: &str,
) {
    let response = ui.interact(rect, ui.scope_id().with(id), Sense::empty());
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        if let Some(level) = level {
            node.set_level(level);
        }
    });
}
