//! Every command with its keys, read from the table.

use crate::app::language::message;
use egui::{Align, Context, Id, Layout, Modal, RichText, ScrollArea};

use super::{
    command::Command,
    theme::{Theme, measures},
    type_faces,
    window_title::show_title_and_close,
};

pub fn show(context: &Context, open: &mut bool, theme: &Theme) {
    let room = context.content_rect();
    let shown = Modal::new(Id::unique("help")).backdrop_color(theme.scrim).show(context, |ui| {
        ui.set_width((room.width() - 80.0).min(560.0));
        ui.set_max_height(room.height() - 80.0);
        if show_title_and_close(ui, message!("help-title"), theme).clicked() {
            ui.close();
        }
        ScrollArea::vertical().max_height(room.height() - 160.0).auto_shrink([false, true]).show(ui, |ui| {
            // The words end where the bar begins.
            ui.set_max_width(ui.available_width() - measures::SCROLL_HANDLE - 10.0);
            for command in Command::ALL {
                ui.horizontal(|ui| {
                    ui.set_height(24.0);
                    let keys = command.keys(ui.ctx());
                    ui.allocate_ui_with_layout(egui::vec2(120.0, 24.0), Layout::left_to_right(Align::Center), |ui| {
                        ui.set_width(120.0);
                        ui.label(RichText::new(keys).font(type_faces::sans(12.0)).color(theme.muted));
                    });
                    ui.label(RichText::new(command.shown()).font(type_faces::sans_semibold(13.0)).color(theme.text));
                    let help = RichText::new(command.help()).font(type_faces::sans(12.0)).color(theme.muted);
                    ui.add(egui::Label::new(help).truncate());
                });
            }
            let text = message!("help-keys");
            ui.label(RichText::new(text).font(type_faces::sans(12.0)).color(theme.muted));
        });
    });
    if shown.should_close() {
        *open = false;
    }
}
