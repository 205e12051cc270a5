//! Windows that stand over the text and take all keys, and their heads. They are there at once, without fading in.

use egui::{
    Align, Align2, Area, Context, Frame, Id, Layout, Margin, Modal, Response, RichText, TextStyle, Ui, WidgetText,
    accesskit, vec2,
};

use super::{language::message, theme::Theme, type_faces};

/// Such a window in the middle, with more room round its words than a popup has. A screen reader says its title.
pub fn window_over(context: &Context, name: &str, title: &str, theme: &Theme) -> Modal {
    let id = Id::unique(name);
    let frame = Frame::popup(&context.global_style()).inner_margin(MARGIN);
    Modal::new(id).area(dialog(id, title)).frame(frame).backdrop_color(theme.scrim)
}

fn dialog(id: Id, title: &str) -> Area {
    Modal::default_area(id).fade_in(false).accessible_name(title).role(accesskit::Role::Dialog)
}

/// One in which something is picked from a list by typing: so far below the upper edge, so that it stays there as the list
/// changes.
pub fn list_over(context: &Context, name: &str, title: &str, from_top: f32, margin: Margin, theme: &Theme) -> Modal {
    let id = Id::unique(name);
    let area = dialog(id, title).anchor(Align2::CENTER_TOP, vec2(0.0, from_top));
    let frame = Frame::popup(&context.global_style()).inner_margin(margin);
    Modal::new(id).area(area).frame(frame).backdrop_color(theme.scrim)
}

/// The room round what is in such a window.
pub const MARGIN: f32 = 16.0;

/// The room between a title and the button that closes its window.
const BEFORE_CLOSE: f32 = 8.0;

pub fn show_title(ui: &mut Ui, title: &str, theme: &Theme) {
    ui.label(RichText::new(title).font(type_faces::serif_semibold(20.0)).color(theme.text));
}

/// The title with a button at the other end of its line that closes the window.
pub fn show_title_and_close(ui: &mut Ui, title: &str, theme: &Theme) -> Response {
    let shown = ui.horizontal(|ui| {
        // What the title leaves free; where it is narrow, the title has several rows.
        let close = WidgetText::from(message!("close")).into_galley(ui, None, f32::INFINITY, TextStyle::Button);
        let beside = close.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
        let room = vec2((ui.available_width() - beside - BEFORE_CLOSE).max(0.0), 0.0);
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| show_title(ui, title, theme));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.button(message!("close"))).inner
    });
    ui.add_space(8.0);
    shown.inner
}
