//! Sentences about what could not be done, in place, until the reader puts them away.

use crate::app::language::message;
use egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    theme::Theme,
    type_faces,
};

/// Sentences shown at once; the rest are counted.
const MOST: usize = 3;

pub fn show(ui: &mut Ui, notices: &[String], theme: &Theme, acts: &mut Vec<Act>) {
    let frame = Frame::new().fill(theme.warn_ground).inner_margin(Margin::symmetric(16, 6));
    Panel::top("notices").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if IconButton::new(Icon::Close, message!("notice-close")).side(28.0).show(ui).clicked() {
                acts.push(Act::DismissNotice);
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(5.0);
                // The newest first: it is about what was just done.
                for notice in notices.iter().rev().take(MOST) {
                    ui.label(RichText::new(notice).font(type_faces::sans(13.0)).color(theme.warn));
                }
                if notices.len() > MOST {
                    let more = message!("notice-more", count = notices.len() - MOST);
                    ui.label(RichText::new(more).font(type_faces::sans(12.0)).color(theme.warn));
                }
                ui.add_space(5.0);
            });
        });
    });
}
