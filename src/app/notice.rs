//! Sentences about what could not be done, in place, until the reader puts them away.

use crate::app::language::message;
use egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Sense, Ui};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    row::paint_focus,
    theme::Theme,
    type_faces,
};

/// Sentences shown at once; the rest are counted, and shown when the reader asks for them.
const MOST: usize = 3;

/// How much of the window's height all of them may take.
const SHARE: f32 = 0.4;

/// What the reader has been told and has not put away yet.
#[derive(Debug, Default)]
pub struct Notices {
    /// The newest first: it is about what was just done.
    sentences: Vec<String>,
    /// Whether the reader asked for all of them.
    pub all_shown: bool,
}

impl Notices {
    /// Tells something, unless it stands here already.
    pub fn say(&mut self, sentence: String) {
        self.say_all([sentence]);
    }

    /// Tells what belongs together; it stays in its order.
    pub fn say_all(&mut self, sentences: impl IntoIterator<Item = String>) {
        let mut new: Vec<String> = Vec::new();
        for sentence in sentences {
            if !self.sentences.contains(&sentence) && !new.contains(&sentence) {
                new.push(sentence);
            }
        }
        self.sentences.splice(0..0, new);
    }

    /// Keeps only some sentences.
    pub fn retain(&mut self, keep: impl Fn(&String) -> bool) {
        self.sentences.retain(keep);
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }
}

pub fn show(ui: &mut Ui, notices: &Notices, theme: &Theme, acts: &mut Vec<Act>) {
    let frame = Frame::new().fill(theme.warn_ground).inner_margin(Margin::symmetric(16, 6));
    let height = ui.ctx().content_rect().height() * SHARE;
    Panel::top("notices").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if IconButton::new(Icon::Close, message!("notice-close")).side(28.0).show(ui).clicked() {
                acts.push(Act::DismissNotice);
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(5.0);
                let more = notices.sentences.len().saturating_sub(MOST);
                let shown = if notices.all_shown { notices.sentences.len() } else { MOST };
                // The keyboard goes through all of them, or it could not scroll.
                let sense = if notices.all_shown { Sense::focusable_noninteractive() } else { Sense::hover() };
                ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                    for sentence in notices.sentences.iter().take(shown) {
                        let words = RichText::new(sentence).font(type_faces::sans(13.0)).color(theme.warn);
                        let label = ui.add(Label::new(words).sense(sense));
                        if label.gained_focus() {
                            label.scroll_to_me(None);
                        }
                        if label.has_focus() {
                            paint_focus(ui.painter(), label.rect.expand(2.0), theme);
                        }
                    }
                });
                if more > 0 {
                    let words = if notices.all_shown {
                        message!("notice-fewer").to_owned()
                    } else {
                        message!("notice-more", count = more)
                    };
                    let words = RichText::new(words).font(type_faces::sans(12.0)).color(theme.warn).underline();
                    if ui.add(Button::new(words).frame_when_inactive(false)).clicked() {
                        acts.push(Act::ShowNotices(!notices.all_shown));
                    }
                }
                ui.add_space(5.0);
            });
        });
    });
}
