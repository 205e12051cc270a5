//! What lies over an article and takes all keys until it is done with. It belongs to the article: when another one comes to
//! the front, it waits behind with its own.

use egui::Context;

use super::{
    act::Act,
    dialog::Dialogs,
    export_window::{self, ExportWindow},
    link_window::{self, LinkWindow},
    tab::Tab,
    tag_file_window::{self, TagFileWindow},
    tags_together::{self, TagsTogether},
    theme::Theme,
};

pub enum OverArticle {
    Export(ExportWindow),
    TagFile(TagFileWindow),
    TagsTogether(TagsTogether),
    Link(LinkWindow),
}

/// Shows what lies over an article, and takes it away once it is done with.
pub fn show(context: &Context, tab: &mut Tab, dialogs: Dialogs, theme: &Theme, acts: &mut Vec<Act>) {
    // It is taken out while it is shown, because it reads the rest of the tab.
    let Some(mut over) = tab.over.take() else { return };
    let closes = match &mut over {
        OverArticle::Export(window) => export_window::show(context, window, tab, dialogs, theme, acts),
        OverArticle::TagFile(window) => tag_file_window::show(context, window, tab, dialogs, theme, acts),
        OverArticle::TagsTogether(window) => tags_together::show(context, window, theme, acts),
        OverArticle::Link(window) => link_window::show(context, window, tab, theme, acts),
    };
    tab.over = Some(over).filter(|_| !closes);
}
