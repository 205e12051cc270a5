//! What the reader is told in place, until they put it away or it is true no longer.

mod told;

use crate::app::language::message;
use egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Sense, Ui};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    live_text::say_when_it_changes,
    row::{in_order, paint_focus},
    tab::TabId,
    theme::Theme,
    type_faces,
};
pub use told::{FoundAgain, Told};

/// Sentences shown at once; the rest are counted, and shown when the reader asks for them.
const MOST: usize = 3;

/// How much of the window's height all of them may take.
const SHARE: f32 = 0.4;

/// One thing that the reader is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The article that it is about; none for what is about the window.
    pub of: Option<TabId>,
    pub told: Told,
}

impl Notice {
    fn is_seen(&self, front: Option<TabId>) -> bool {
        self.of.is_none() || self.of == front
    }
}

/// What the reader has been told and has not put away yet.
#[derive(Debug, Default)]
pub struct Notices {
    /// The newest first: it is about what was just done.
    notices: Vec<Notice>,
    /// Whether the reader asked for all of them.
    pub all_shown: bool,
}

impl Notices {
    /// Tells what belongs together, unless it stands here already; it stays in its order.
    pub fn say_all(&mut self, of: Option<TabId>, told: impl IntoIterator<Item = Told>) {
        let mut new: Vec<Notice> = Vec::new();
        for told in told {
            let notice = Notice { of, told };
            if !self.notices.contains(&notice) && !new.contains(&notice) {
                new.push(notice);
            }
        }
        self.notices.splice(0..0, new);
    }

    /// Keeps only some notices.
    pub fn retain(&mut self, keep: impl Fn(&Notice) -> bool) {
        self.notices.retain(keep);
    }

    /// Whether a notice stands that is such.
    pub fn any(&self, is_such: impl Fn(&Notice) -> bool) -> bool {
        self.notices.iter().any(is_such)
    }

    /// Puts away what is seen while this article is in front.
    pub fn put_away(&mut self, front: Option<TabId>) {
        self.notices.retain(|notice| !notice.is_seen(front));
        self.all_shown = false;
    }

    /// Whether anything is seen while this article is in front.
    pub fn are_seen(&self, front: Option<TabId>) -> bool {
        self.notices.iter().any(|notice| notice.is_seen(front))
    }

    /// What is seen while this article is in front, the newest first.
    fn seen(&self, front: Option<TabId>) -> Vec<&Notice> {
        self.notices.iter().filter(|notice| notice.is_seen(front)).collect()
    }
}

/// Shows what there is to tell while an article is in front.
pub fn show(ui: &mut Ui, notices: &Notices, front: Option<TabId>, theme: &Theme, acts: &mut Vec<Act>) {
    let seen = notices.seen(front);
    if seen.is_empty() {
        return;
    }
    let frame = Frame::new().fill(theme.warn_ground).inner_margin(Margin::symmetric(16, 6));
    let height = ui.ctx().content_rect().height() * SHARE;
    Panel::top("notices").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if IconButton::new(Icon::Close, message!("notice-close")).side(28.0).show(ui).clicked() {
                acts.push(Act::DismissNotice);
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(5.0);
                let more = seen.len().saturating_sub(MOST);
                let shown = if notices.all_shown { seen.len() } else { MOST };
                // The keyboard goes through all of them, or it could not scroll.
                let sense = if notices.all_shown { Sense::focusable_noninteractive() } else { Sense::hover() };
                ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                    for notice in seen.iter().take(shown) {
                        let told = notice.told.words();
                        let words = in_order(ui, &told, type_faces::sans(13.0), theme.warn, usize::MAX);
                        let label = ui.add(Label::new(words).sense(sense)).accessible_name(&told);
                        say_when_it_changes(&label);
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
                    // In line with what is told above it.
                    ui.spacing_mut().button_padding.x = 0.0;
                    if ui.add(Button::new(words).frame_when_inactive(false)).clicked() {
                        acts.push(Act::ShowNotices(!notices.all_shown));
                    }
                }
                ui.add_space(5.0);
            });
        });
    });
}
