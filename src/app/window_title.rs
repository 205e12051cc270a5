//! The head of a window that stands over the text.

use egui::{Align, Context, Frame, Layout, Response, RichText, Ui};

use super::{language::message, theme::Theme, type_faces};

/// The frame of such a window, with more room round its words than a popup has.
pub fn frame(context: &Context) -> Frame {
    Frame::popup(&context.global_style()).inner_margin(MARGIN)
}

/// The room round what is in such a window.
pub const MARGIN: f32 = 16.0;

pub fn show_title(ui: &mut Ui, title: &str, theme: &Theme) {
    ui.label(RichText::new(title).font(type_faces::serif_semibold(20.0)).color(theme.text));
}

/// The title with a button at the other end of its line that closes the window.
pub fn show_title_and_close(ui: &mut Ui, title: &str, theme: &Theme) -> Response {
    let shown = ui.horizontal(|ui| {
        show_title(ui, title, theme);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.button(message!("close"))).inner
    });
    ui.add_space(8.0);
    shown.inner
}
