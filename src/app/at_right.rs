//! Controls at the right end of a bar. They are shown from left to right, so that the keyboard goes through them in the order
//! in which they stand; for that their width is kept from one frame to the next.

use egui::{Align, Id, Layout, Rect, TextWrapMode, Ui, UiBuilder, pos2};

/// Adds controls at the right end of what room is left; where they begin. The room left of them stays free.
pub fn show(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) -> f32 {
    let id = Id::unique("at the right").with(name);
    let known = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
    let room = ui.available_rect_before_wrap();
    let place = Rect::from_min_max(pos2(room.right() - known, room.top()), room.max);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)));
    inside.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    add(&mut inside);
    let width = (inside.cursor().left() - inside.spacing().item_spacing.x - place.left()).max(0.0);
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("what is at the right end of a bar has another width");
    }
    // A panel is as wide as what is in it.
    ui.expand_to_include_x(room.right());
    place.left()
}
