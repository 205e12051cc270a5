//! The lines behind which a web page's leftovers are folded.

use egui::{Rect, Ui, pos2, vec2};

use super::{Column, View, item::Item};
use crate::{
    app::{act::Act, language::message, theme::measures},
    article::BlockKind,
};

impl Column {
    pub(super) fn show_folds(&self, ui: &mut Ui, view: &View<'_>, pane: Rect, column: Rect, acts: &mut Vec<Act>) {
        let mut y = pane.top() - self.top.into as f32;
        for number in self.top.item..self.items.len() {
            if y > pane.bottom() {
                break;
            }
            let article = view.reading.article();
            if let Some(Item::Fold { blocks, lines }) = self.items.get(article, number) {
                let kind = article.blocks()[blocks.start].kind;
                let rect = Rect::from_min_size(pos2(column.left(), y), vec2(column.width(), measures::FOLD));
                if rect.top() >= pane.top() - 4.0 && show_fold(ui, rect, kind, lines, self.unfolded) {
                    acts.push(Act::ToggleFolded);
                }
            }
            y += self.heights.get(number) as f32;
        }
    }
}

fn show_fold(ui: &mut Ui, rect: Rect, kind: BlockKind, lines: usize, shown: bool) -> bool {
    let what = if kind == BlockKind::Navigation { message!("folded-menu") } else { message!("folded-related") };
    let folds = if shown { message!("hide") } else { message!("show") };
    let text = format!("{} · {folds}", message!("folded", what = what, lines = lines));
    let button = egui::Button::new(egui::RichText::new(text).size(12.0)).frame(false);
    let mut inside =
        ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)));
    inside.add(button).clicked()
}
