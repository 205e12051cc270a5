//! What the window looks like before anything is in it: its theme, its size, the family of the article, and its title.

use egui::Context;

use super::Window;
use crate::app::{
    motion,
    settings::Settings,
    theme::Theme,
    type_faces::{Face, OwnFamily},
    worker::Message,
};

impl Window {
    /// The family that the reader named, if the article is to be set in it and the window has it.
    pub(super) fn own_family(&mut self, context: &Context) -> Option<OwnFamily> {
        let Settings { face: Face::Own, family, .. } = self.settings.get() else {
            return None;
        };
        let (post, missing) = (self.post.clone(), family.clone());
        self.own_faces.look_for(family, context, move || post.send(Message::NoFace { family: missing }));
        self.own_faces.family(family, context)
    }

    pub(super) fn dress(&mut self, context: &Context) -> &'static Theme {
        let system = context.input(|input| input.raw.system_theme);
        let name = self.settings.get().theme;
        let theme = Theme::of(name.shown(system));
        let moves = self.moves();
        if !self.dressed_in.is_some_and(|(worn, moved)| std::ptr::eq(worn, theme) && moved == moves) {
            name.apply(context);
            if !moves {
                context.all_styles_mut(motion::still);
            }
            self.dressed_in = Some((theme, moves));
        }
        // Notes, lists and buttons with it: the size of the text reaches only the article.
        context.set_zoom_factor(self.settings.get().window_size / 100.0);
        let title = match self.tabs.get(self.shown) {
            Some(tab) => format!("{} – Quotemark", tab.title()),
            None => "Quotemark".to_owned(),
        };
        // egui leaves the window itself without a name for a screen reader.
        context.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title.as_str()));
        if title != self.titled {
            context.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
        theme
    }
}
