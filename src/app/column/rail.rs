//! What runs along the right edge of the column: the strip of who speaks where, the ticks, and the scroll handle.

use std::ops::Range;

use crate::app::language::message;
use egui::{Color32, Mesh, Painter, Rect, Sense, Ui, pos2, vec2};

use super::{Heights, Top, View, beside_edges, strip::Strip};
use crate::{
    app::{act::Act, theme::measures},
    article::TextRange,
};

/// How far the scroll handle stands off the pane's edge.
const EDGE: f32 = 4.0;
/// The space above and below the strip and the handle's way.
const ENDS: f32 = 6.0;
/// The scroll handle is never shorter than this.
const SHORTEST: f32 = 28.0;

/// What runs along the right edge of the column: the strip of who speaks where, and the scroll handle.
#[derive(Default)]
pub(super) struct Rail {
    strip: Strip,
    hovered: bool,
}

impl Rail {
    /// Whether the view was moved.
    pub(super) fn take_pointer(
        &mut self,
        ui: &Ui,
        pane: Rect,
        heights: &Heights,
        top: &mut Top,
        view: &View<'_>,
        acts: &mut Vec<Act>,
    ) -> bool {
        let way = way_of(pane);
        let reach = way.expand2(vec2(EDGE, 0.0)).intersect(beside_edges(ui, pane));
        let handle = ui.interact(reach, ui.scope_id().with("scroll handle"), Sense::click_and_drag());
        handle.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Slider, true, message!("scroll")));
        self.hovered = handle.hovered() || handle.dragged();
        let held = handle.interact_pointer_pos().filter(|_| handle.dragged() || handle.clicked());
        if let Some(point) = held {
            let part = f64::from(((point.y - way.top()) / way.height()).clamp(0.0, 1.0));
            let offset = part * heights.total() - f64::from(pane.height()) / 2.0;
            let (item, into) = heights.at(offset);
            *top = Top { item, into };
            ui.ctx().request_repaint();
        }

        let strip =
            ui.interact(strip_of(pane).expand2(vec2(3.0, 0.0)), ui.scope_id().with("speaker strip"), Sense::click());
        strip.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, message!("who-speaks-where")));
        let Some(number) = strip.hover_pos().and_then(|point| quotation_near(view, pane, point.y)) else {
            return held.is_some();
        };
        let quotation = &view.reading.speech().quotations[number];
        if strip.clicked() {
            acts.push(Act::GoTo(quotation.range));
        }
        let name = quotation.speaker.map_or(message!("unknown-speaker"), |id| &view.reading.speech().speaker(id).name);
        strip.on_hover_text(name);
        held.is_some()
    }

    pub(super) fn paint(&mut self, painter: &Painter, pane: Rect, heights: &Heights, offset: f64, view: &View<'_>) {
        let strip = strip_of(pane);
        self.strip.paint(painter, strip, view);
        self.paint_ticks(painter, pane, view);
        let way = way_of(pane);
        let room = f64::from(measures::COLUMN_BOTTOM * pane.height() + measures::COLUMN_TOP);
        let total = heights.total() + room;
        if total <= f64::from(pane.height()) {
            return;
        }
        let length = (way.height() * (f64::from(pane.height()) / total) as f32).max(SHORTEST);
        let part = ((offset + f64::from(measures::COLUMN_TOP)) / (total - f64::from(pane.height()))).clamp(0.0, 1.0);
        let y = way.top() + (way.height() - length) * part as f32;
        let colour: Color32 = if self.hovered { view.theme.faint } else { view.theme.thumb };
        let handle = Rect::from_min_size(pos2(way.left(), y), vec2(way.width(), length));
        painter.rect_filled(handle, way.width() / 2.0, colour);
    }
}

impl Rail {
    /// A tick at the place of each hit, the current one longer, and one at each note that was asked for; those
    /// on the same pixel are one.
    fn paint_ticks(&self, painter: &Painter, pane: Rect, view: &View<'_>) {
        let way = way_of(pane);
        let length = view.reading.article().text().len().max(1) as f32;
        let place = |hit: &TextRange| (way.top() + hit.start().byte() as f32 / length * way.height()).round();
        let mut mesh = Mesh::default();
        let mut tick = |y: f32, size: egui::Vec2| {
            mesh.add_colored_rect(Rect::from_center_size(pos2(way.center().x, y), size), view.theme.accent);
        };
        let mut ticks = |ranges: &[TextRange], width: f32| {
            let mut from = 0;
            while let Some(range) = ranges.get(from) {
                let y = place(range);
                tick(y, vec2(width, 2.0));
                // The next one that is lower by a pixel, found without a look at each.
                from += ranges[from..].partition_point(|other| place(other) < y + 1.0).max(1);
            }
        };
        ticks(view.ticks, 11.0);
        ticks(view.hits, 11.0);
        if let Some(hit) = view.current_hit {
            tick(place(&hit), vec2(14.0, 3.5));
        }
        painter.add(mesh);
    }
}

fn way_of(pane: Rect) -> Rect {
    let right = pane.right() - EDGE;
    Rect::from_min_max(pos2(right - measures::SCROLL_HANDLE, pane.top() + ENDS), pos2(right, pane.bottom() - ENDS))
}

fn strip_of(pane: Rect) -> Rect {
    let right = pane.right() - EDGE - measures::SCROLL_HANDLE - measures::STRIP_GAP;
    Rect::from_min_max(pos2(right - measures::STRIP, pane.top() + ENDS), pos2(right, pane.bottom() - ENDS))
}

fn quotation_near(view: &View<'_>, pane: Rect, y: f32) -> Option<usize> {
    let strip = strip_of(pane);
    let length = view.reading.article().text().len() as f32;
    let byte = ((y - strip.top()) / strip.height()).clamp(0.0, 1.0) * length;
    let reach = 5.0 / strip.height() * length;
    let quotations = &view.reading.speech().quotations;
    let next = quotations.partition_point(|quotation| (quotation.range.end().byte() as f32) < byte);
    (next.saturating_sub(1)..(next + 1).min(quotations.len()))
        .min_by_key(|&number| distance(quotations[number].range.bytes(), byte as usize))
        .filter(|&number| distance(quotations[number].range.bytes(), byte as usize) as f32 <= reach)
}

fn distance(range: Range<usize>, byte: usize) -> usize {
    range.start.saturating_sub(byte).max(byte.saturating_sub(range.end))
}
