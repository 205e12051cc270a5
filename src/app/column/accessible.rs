//! What a screen reader finds in the column: headings, paragraphs, and quotations by speaker.

use crate::app::language::message;
use egui::{Rect, Sense, Ui, accesskit};

use super::{Column, View};
use crate::{
    app::{kept_part::is_heard, theme::measures},
    article::BlockKind,
};

impl Column {
    /// Names what is on the screen, so that a screen reader finds headings, paragraphs and quotations in their places.
    pub(super) fn tell_accessibility(&self, ui: &Ui, view: &View<'_>, pane: Rect) {
        if !is_heard(ui.ctx()) {
            return;
        }
        let article = view.reading.article();
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
        }
    }
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
