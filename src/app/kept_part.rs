//! A part of the window as it was seen last: while nothing in it changes and nobody uses it, it is painted again as it was,
//! and its controls stand where it does, so that pointer and keyboard find them.

use egui::{Context, Id, Popup, Pos2, Rect, Sense, Ui, Vec2, WidgetRect, layers::ShapeIdx};

use super::painting::{Painting, cut, next_shape};

/// A part of the window, from its corner.
pub struct KeptPart {
    painting: Painting,
    size: Vec2,
    controls: Vec<Control>,
}

/// What can be pressed in it.
struct Control {
    id: Id,
    corner: Vec2,
    size: Vec2,
    sense: Sense,
}

/// A part that is being shown.
pub struct Begun {
    view: Rect,
    shape: ShapeIdx,
    controls: usize,
}

/// Begins to show a part, with what is seen through `view`: egui leaves out what is not.
pub fn begin(ui: &Ui, view: Rect) -> Begun {
    let controls = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(ui.layer_id()).count());
    Begun { view, shape: next_shape(ui.painter()), controls }
}

impl Begun {
    /// Keeps the part that has been shown; `None` while somebody uses it or listens to it, and where not all of it was seen.
    pub fn keep(self, ui: &Ui, part: Rect) -> Option<KeptPart> {
        cut(ui.painter(), self.shape);
        if is_in_use(ui, part) || !self.view.contains_rect(part) {
            return None;
        }
        let controls: Vec<Control> = ui.ctx().viewport(|viewport| {
            let added = viewport.this_pass.widgets.get_layer(ui.layer_id()).skip(self.controls);
            let is_usable = |one: &&WidgetRect| one.enabled && (one.sense.interactive() || one.sense.is_focusable());
            added.filter(is_usable).map(|one| Control::of(one, part.min)).collect()
        });
        if controls.iter().any(|control| control.is_used(ui)) {
            return None;
        }
        let painting = Painting::take(ui.painter(), self.shape, part.min)?;
        Some(KeptPart { painting, size: part.size(), controls })
    }
}

impl KeptPart {
    pub fn size(&self) -> Vec2 {
        self.size
    }

    /// Whether somebody uses it at a corner, or listens to it, so that it has to be shown anew.
    pub fn is_used(&self, ui: &Ui, corner: Pos2) -> bool {
        is_in_use(ui, Rect::from_min_size(corner, self.size)) || self.controls.iter().any(|control| control.is_used(ui))
    }

    /// Shows it as it was.
    pub fn show(&mut self, ui: &Ui, corner: Pos2) {
        self.painting.paint(ui.painter(), corner);
        for control in &self.controls {
            let place = Rect::from_min_size(corner + control.corner, control.size);
            if ui.interact(place, control.id, control.sense).gained_focus() {
                ui.ctx().request_repaint();
            }
        }
    }
}

impl Control {
    fn of(control: &WidgetRect, corner: Pos2) -> Self {
        let WidgetRect { id, rect, sense, .. } = *control;
        Self { id, corner: rect.min - corner, size: rect.size(), sense }
    }

    /// Whether it has the keyboard, or is being dragged.
    fn is_used(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.id)) || ui.ctx().is_being_dragged(self.id)
    }
}

/// Whether a screen reader listens, to which what is seen is told in each frame.
pub fn is_heard(context: &Context) -> bool {
    context.has_accesskit_node(egui::accesskit_root_id())
}

/// Whether somebody uses a part of the window: the pointer is on it, or was as it went, or a menu is open that may belong to
/// it, or a screen reader listens.
pub fn is_in_use(ui: &Ui, part: Rect) -> bool {
    let near = part.expand(2.0);
    let is_on = |input: &egui::InputState| {
        let pointer = &input.pointer;
        [pointer.latest_pos(), pointer.interact_pos()].into_iter().flatten().any(|point| near.contains(point))
    };
    is_heard(ui.ctx()) || ui.input(|input| is_on(input)) || Popup::is_any_open(ui.ctx())
}
