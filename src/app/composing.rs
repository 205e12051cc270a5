//! Input methods, by which letters are composed: where the list of what may be chosen stands.

use egui::{Context, Rect, Vec2};

/// Has the list stand below the line that is being written. X11 is told a point, not the height of a line, and would lay
/// it over the words.
pub fn list_below_line(context: &Context) {
    context.output_mut(|output| {
        if let Some(ime) = output.ime.as_mut().filter(|_| cfg!(target_os = "linux")) {
            ime.cursor_rect = Rect::from_min_size(ime.cursor_rect.left_bottom(), Vec2::ZERO);
        }
    });
}
