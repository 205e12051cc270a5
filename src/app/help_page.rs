//! Every command with its keys and what it does, read from the table.

use crate::app::language::message;
use egui::{Align, Context, Layout, RichText, ScrollArea, Ui, vec2};

use super::{
    command::{Command, Group},
    theme::{Theme, measures},
    type_faces,
    window_title::{show_title_and_close, window_over},
};

/// The room for the keys of a command.
const KEYS: f32 = 120.0;

pub fn show(context: &Context, open: &mut bool, theme: &Theme) {
    let room = context.content_rect();
    let modal = window_over(context, "help", message!("help-title"), theme);
    let shown = modal.show(context, |ui| {
        ui.set_width((room.width() - 80.0).min(600.0));
        ui.set_max_height(room.height() - 80.0);
        if show_title_and_close(ui, message!("help-title"), theme).clicked() {
            ui.close();
        }
        ScrollArea::vertical().max_height(room.height() - 160.0).auto_shrink([false, true]).show(ui, |ui| {
            // The words end where the bar begins.
            ui.set_max_width(ui.available_width() - measures::SCROLL_HANDLE - 10.0);
            for group in Group::ALL {
                let heading = RichText::new(group.shown()).font(type_faces::sans_semibold(measures::PANEL_HEADING.0));
                ui.label(heading.color(theme.muted));
                ui.add_space(4.0);
                group.commands().for_each(|command| show_command(ui, command, theme));
                ui.add_space(16.0);
            }
            let text = message!("help-keys");
            ui.label(RichText::new(text).font(type_faces::sans(measures::COUNT.0)).color(theme.muted));
        });
    });
    if shown.should_close() {
        *open = false;
    }
}

/// The keys, and beside them the name with what it does below.
fn show_command(ui: &mut Ui, command: Command, theme: &Theme) {
    let small = |text: &str| RichText::new(text).font(type_faces::sans(measures::COUNT.0)).color(theme.muted);
    ui.horizontal_top(|ui| {
        let keys = command.keys(ui.ctx());
        ui.allocate_ui_with_layout(vec2(KEYS, measures::WINDOW_TEXT.1), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(KEYS);
            if !keys.is_empty() {
                ui.label(small(&keys));
            }
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let name = RichText::new(command.shown()).font(type_faces::sans(measures::WINDOW_TEXT.0));
            ui.label(name.color(theme.text));
            ui.label(small(command.help()));
        });
    });
    ui.add_space(4.0);
}
