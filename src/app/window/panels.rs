//! Which panels and bars are shown, beside the text or over it.

use egui::Context;

use super::Window;
use crate::app::{column::Focus, theme::measures};

impl Window {
    pub(in crate::app) fn toggle_left(&mut self, context: &Context) {
        if self.bare_since.is_none() && has_room_left(context) {
            self.settings.change(|settings| settings.left_open = !settings.left_open);
        } else {
            self.left_over = !self.left_over;
            self.right_over = false;
        }
    }

    pub(in crate::app) fn toggle_right(&mut self, context: &Context) {
        if self.bare_since.is_none() && has_room_right(context) {
            self.settings.change(|settings| settings.right_open = !settings.right_open);
        } else {
            self.right_over = !self.right_over;
            self.left_over = false;
        }
    }

    /// Opens the left panel, beside the text or over it.
    pub(in crate::app) fn show_left(&mut self, context: &Context) {
        if self.bare_since.is_none() && has_room_left(context) {
            self.settings.change(|settings| settings.left_open = true);
        } else {
            (self.left_over, self.right_over) = (true, false);
        }
    }

    /// Opens the right panel, beside the text or over it.
    pub(in crate::app) fn show_right(&mut self, context: &Context) {
        if self.bare_since.is_none() && has_room_right(context) {
            self.settings.change(|settings| settings.right_open = true);
        } else {
            (self.left_over, self.right_over) = (false, true);
        }
    }

    /// Dims all but what is read, or ends that.
    pub(in crate::app) fn toggle_focus(&mut self, focus: Focus) {
        self.settings.change(|settings| settings.focus = if settings.focus == focus { Focus::Off } else { focus });
    }

    /// Shows nothing but the text on the whole screen, or brings everything back.
    pub(in crate::app) fn show_bare(&mut self, context: &Context, bare: bool) {
        self.bare_since = bare.then(|| context.input(|input| input.time));
        (self.left_over, self.right_over) = (false, false);
        context.send_viewport_cmd(egui::ViewportCommand::Fullscreen(bare));
    }
}

pub(super) fn has_room_left(context: &Context) -> bool {
    context.content_rect().width() >= measures::BOTH_PANELS_FIT
}

pub(super) fn has_room_right(context: &Context) -> bool {
    context.content_rect().width() >= measures::RIGHT_PANEL_FITS
}
