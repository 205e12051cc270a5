//! How tags and the colours of highlights are shown: shapes, chips and swatches.
//!
//! In: the number of a tag in the code book, a colour. Out: shapes. Never: which tags there are.

use egui::epaint::PathStroke;
use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, vec2,
};

use super::icon::with_tooltip;
use super::kept_words;
use super::theme::{HighlightColours, Theme, measures};
use super::type_faces;
use crate::notes::Colour;

/// The form of a tag's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagForm {
    Circle,
    Square,
    Triangle,
    Diamond,
}

/// The shape of a tag: its form, and whether there is a dot inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TagShape {
    pub form: TagForm,
    pub dotted: bool,
}

impl TagShape {
    /// The shape of a tag by its place in the code book: circle, square, triangle, diamond, then with a dot inside.
    pub fn of(number: usize) -> Self {
        const FORMS: [TagForm; 4] = [TagForm::Circle, TagForm::Square, TagForm::Triangle, TagForm::Diamond];
        Self { form: FORMS[number % 4], dotted: number / 4 % 2 == 1 }
    }

    /// Draws it about 11 wide round `centre`.
    pub fn paint(self, painter: &Painter, centre: Pos2, colours: HighlightColours) {
        let (fill, edge) = (colours.fill, Stroke::new(measures::ICON_LINE, colours.edge));
        let polygon = |points: Vec<Vec2>| {
            let points = points.into_iter().map(|point| centre + point).collect();
            painter.add(Shape::Path(egui::epaint::PathShape {
                points,
                closed: true,
                fill,
                stroke: PathStroke::from(edge),
            }));
        };
        match self.form {
            TagForm::Circle => {
                painter.circle(centre, 4.75, fill, edge);
            }
            TagForm::Square => {
                let square = Rect::from_center_size(centre, Vec2::splat(9.0));
                painter.rect(square, CornerRadius::same(2), fill, edge, StrokeKind::Middle);
            }
            TagForm::Triangle => polygon(vec![vec2(0.0, -5.0), vec2(5.5, 4.5), vec2(-5.5, 4.5)]),
            TagForm::Diamond => polygon(vec![vec2(0.0, -5.5), vec2(5.5, 0.0), vec2(0.0, 5.5), vec2(-5.5, 0.0)]),
        }
        if self.dotted {
            // The middle of a triangle's weight lies lower than that of its box.
            let down = if self.form == TagForm::Triangle { 1.25 } else { 0.0 };
            painter.circle_filled(centre + vec2(0.0, down), 1.5, colours.edge);
        }
    }
}

/// A tag as a chip, 20 high: its shape and its name, cut where there is no room for it.
pub fn tag_chip(ui: &mut Ui, theme: &Theme, shape: TagShape, colour: Colour, name: &str) -> Response {
    let font = type_faces::sans(measures::SMALL.0);
    let room = (ui.max_rect().width() - 32.0).max(1.0);
    let mut words = kept_words::in_a_row(ui.painter(), name, font.clone(), theme.text);
    if words.size().x > room {
        let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, theme.text);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        words = ui.painter().layout_job(job);
    }
    let size = vec2(words.size().x + 32.0, measures::CHIP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let round = CornerRadius::same((measures::CHIP / 2.0) as u8);
        let ground = if response.hovered() { theme.press } else { theme.hover };
        painter.rect(rect, round, ground, theme.outline(), StrokeKind::Inside);
        shape.paint(painter, rect.left_center() + vec2(14.0, 0.0), theme.highlight(colour));
        let at = rect.left_center() + vec2(24.0, -words.size().y / 2.0);
        painter.galley(at, words, theme.text);
        if response.has_focus() {
            painter.rect_stroke(rect, round, theme.focus_ring(), StrokeKind::Inside);
        }
    }
    response
}

/// A colour to choose: a swatch over its key, if it has one. `chosen` is the colour of the chosen annotation.
pub fn swatch(ui: &mut Ui, theme: &Theme, colour: Colour, name: &str, key: &str, chosen: bool) -> Response {
    let height = if key.is_empty() { measures::ICON_BUTTON } else { 40.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(measures::ICON_BUTTON, height), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, enabled, chosen, name));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let button = CornerRadius::same(measures::BUTTON_RADIUS);
        let ground = match (chosen || response.is_pointer_button_down_on(), response.hovered()) {
            (true, _) => theme.press,
            (false, true) => theme.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        painter.rect_filled(rect, button, ground);
        let middle = if key.is_empty() { rect.center() } else { rect.center_top() + vec2(0.0, 13.0) };
        let field = Rect::from_center_size(middle, Vec2::splat(18.0));
        let colours = theme.highlight(colour);
        painter.rect_filled(field, CornerRadius::same(4), colours.fill);
        let line = Rect::from_center_size(middle + vec2(0.0, 5.0), vec2(12.0, measures::EDGE));
        painter.rect_filled(line, CornerRadius::ZERO, colours.edge);
        let font = type_faces::sans(measures::SMALL.0);
        painter.text(rect.center_top() + vec2(0.0, 31.0), Align2::CENTER_CENTER, key, font, theme.muted);
        if response.has_focus() {
            painter.rect_stroke(rect, button, theme.focus_ring(), StrokeKind::Inside);
        }
    }
    with_tooltip(response, name, key)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_first_eight_tags_have_shapes_of_their_own() {
        let shapes: HashSet<_> = (0..8).map(TagShape::of).collect();
        assert_eq!(shapes.len(), 8);
        assert_eq!(TagShape::of(6), TagShape { form: TagForm::Triangle, dotted: true });
        assert_eq!(TagShape::of(8), TagShape::of(0));
    }
}
