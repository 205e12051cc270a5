//! The bars beside paragraphs that have a note.

use egui::{Color32, CursorIcon, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::{View, paint::paler, setting::SetBlock};
use crate::{
    app::{
        act::Act,
        language::{inner, message},
        layers::{NoteKey, OtherLayer},
        row::paint_focus,
        theme::measures,
    },
    notes::{Annotation, Extent, Place},
};

/// Bars beside one paragraph that have a place of their own; further ones lie on the last.
const LANES: usize = 2;

/// The bar of a note on a paragraph that stands on the screen.
struct Bar<'a> {
    key: NoteKey,
    /// The layer, if it is not the reader's own.
    layer: Option<&'a OtherLayer>,
    annotation: &'a Annotation,
    place: Rect,
}

/// Shows the bars of a block and has the note chosen whose bar is clicked.
pub(super) fn show(ui: &Ui, view: &View<'_>, set: &SetBlock, pane: Rect, acts: &mut Vec<Act>) {
    let painter = ui.painter_at(pane);
    for bar in bars(view, set) {
        let within = bar.place.expand2(egui::vec2(measures::PARAGRAPH_BAR_STEP / 2.0, 0.0)).intersect(pane);
        if !within.is_positive() {
            continue;
        }
        let id = ui.scope_id().with(("paragraph bar", &bar.key, set.block.range.start()));
        let response = ui.interact(within, id, Sense::click());
        let words = inner(&bar.annotation.selector.quote);
        let words = words.as_str();
        let name = match bar.layer {
            None => message!("paragraph-bar", words = words),
            Some(layer) => message!("paragraph-bar-of", owner = layer.owner(), words = words),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        bar.paint(&painter, view);
        if response.has_focus() {
            paint_focus(&painter, within.expand(2.0), view.theme);
        }
        if response.clicked() {
            acts.push(Act::Choose(Some(bar.key)));
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
}

/// The reader's own stand nearest to the words.
fn bars<'a>(view: &View<'a>, set: &SetBlock) -> Vec<Bar<'a>> {
    let article = view.reading.article();
    let showing = set.showing;
    let own = view.reading.annotations_on(showing).filter(|_| view.layers.is_own_shown());
    let own = own.map(|(range, one)| (range, None, one));
    let others = view
        .layers
        .shown()
        .flat_map(|layer| layer.annotations_on(showing).map(move |(range, one)| (range, Some(layer), one)));
    let mut bars: Vec<Bar<'a>> = Vec::new();
    for (range, layer, annotation) in own.chain(others) {
        if annotation.extent != Extent::Paragraph {
            continue;
        }
        let rows = set.rows_of(article, range);
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            continue;
        };
        let half = measures::TINT_HEIGHT / 2.0;
        let step = measures::PARAGRAPH_BAR_STEP * bars.len().min(LANES - 1) as f32;
        let x = set.origin.x + measures::PARAGRAPH_BAR_AT - step;
        let (left, right) = (x - measures::PARAGRAPH_BAR / 2.0, x + measures::PARAGRAPH_BAR / 2.0);
        let place = Rect::from_min_max(pos2(left, first.middle - half), pos2(right, last.middle + half));
        let key = layer.map_or_else(|| NoteKey::own(annotation.id.clone()), |layer| layer.key(annotation));
        bars.push(Bar { key, layer, annotation, place });
    }
    bars
}

impl Bar<'_> {
    fn paint(&self, painter: &Painter, view: &View<'_>) {
        let edge = view.theme.highlight(self.annotation.colour).edge;
        let colour: Color32 = if self.layer.is_some() { paler(edge, view.theme) } else { edge };
        if matches!(self.annotation.place, Place::Changed(_)) {
            let line = [self.place.center_top(), self.place.center_bottom()];
            let stroke = Stroke::new(measures::PARAGRAPH_BAR, colour);
            painter.extend(egui::Shape::dashed_line(&line, stroke, 5.0, 3.0));
        } else {
            painter.rect_filled(self.place, measures::PARAGRAPH_BAR / 2.0, colour);
        }
        if let Some(layer) = self.layer {
            let across = egui::Rangef::new(self.place.left(), self.place.right() + measures::PARAGRAPH_BAR_MARK);
            layer.mark.paint_line(painter, across, self.place.top() - 2.0, view.theme);
        }
        if view.chosen.as_ref().is_some_and(|chosen| chosen.key == self.key) {
            let stroke = Stroke::new(2.0, view.theme.accent);
            painter.rect_stroke(self.place.expand(1.0), 2.0, stroke, StrokeKind::Outside);
        }
    }
}
