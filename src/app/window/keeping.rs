//! What is kept for the next time, and what other windows kept meanwhile.

use egui::{Context, Event};

use super::Window;
use crate::app::{
    clock,
    command::Keymap,
    notice::Told,
    reading_places::{ArticleKey, ReadingPlace},
    settings::Settings,
};

impl Window {
    /// Keeps where the reader is in each article, as far as they have gone on since that was last done.
    pub(super) fn keep_places(&mut self) {
        for tab in &mut self.tabs {
            let Some(line) = tab.take_place() else { continue };
            if let Some(path) = &tab.path {
                let read = tab.percent_read();
                self.recents.change(|recents| recents.note_progress(path, read));
            }
            let article = ArticleKey::new(tab.path.as_deref(), &tab.digest);
            self.places.change(|places| match line {
                Some(line) => places.remember(ReadingPlace { article, line, read: clock::now() }),
                None => places.forget(&article),
            });
        }
    }

    /// A window that another one covers hears of no event, not even that it lost the focus.
    pub(super) fn keep_places_when_hidden(&mut self, context: &Context) {
        let hidden = context.input(|input| {
            let viewport = input.viewport();
            viewport.occluded == Some(true) || viewport.minimized == Some(true)
        });
        if hidden {
            self.keep_places();
        }
    }

    /// Takes in what other windows wrote, and leaves them what this one knows: they meet when the reader goes from one
    /// to another.
    pub(super) fn meet_other_windows(&mut self, context: &Context) {
        let turned = context.input(|input| {
            input.raw.events.iter().rev().find_map(|event| match event {
                Event::WindowFocused(focused) => Some(*focused),
                _ => None,
            })
        });
        match turned {
            Some(true) => {
                let (one, other) = (context.clone(), context.clone());
                self.settings.look(move |_| one.request_repaint());
                self.recents.look(move |_| other.request_repaint());
            }
            Some(false) => self.keep_places(),
            None => {}
        }
        let Settings { author, shortcuts, .. } = self.settings.get();
        let (author, shortcuts) = (author.clone(), shortcuts.clone());
        let news = [self.settings.take_news(), self.recents.take_news(), self.places.take_news()];
        let settings = self.settings.get();
        if settings.shortcuts != shortcuts {
            Keymap::with(&settings.shortcuts).0.install(context);
        }
        if settings.author != author {
            self.set_name(settings.author.clone());
        }
        news.into_iter().flatten().for_each(|trouble| self.say(Told::OfKeptFile(trouble)));
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.keep_places();
    }
}
