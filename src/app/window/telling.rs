//! What the reader is told in place, and for how long that is true.

use super::Window;
use crate::app::{
    notice::{FoundAgain, Notice, Told},
    tab::{Tab, TabId},
    type_faces::Face,
};

impl Window {
    /// Tells the reader something of the window, without stopping them.
    pub fn say(&mut self, told: Told) {
        self.notices.say_all(None, [told]);
    }

    /// Tells the reader something of an article; it is seen while that is in front.
    pub(in crate::app) fn say_of(&mut self, tab: TabId, told: impl IntoIterator<Item = Told>) {
        self.notices.say_all(Some(tab), told);
    }

    /// The tab in front.
    pub(in crate::app) fn front(&self) -> Option<TabId> {
        self.tabs.get(self.shown).map(|tab| tab.id)
    }

    /// Takes away what has become untrue.
    pub(super) fn forget_untrue(&mut self) {
        let mut notices = std::mem::take(&mut self.notices);
        notices.retain(|notice| self.is_true(notice));
        self.notices = notices;
    }

    fn is_true(&self, Notice { of, told }: &Notice) -> bool {
        let Some(id) = of else { return self.is_true_of_window(told) };
        self.tabs.iter().find(|tab| tab.id == *id).is_some_and(|tab| is_true_of(tab, told))
    }

    fn is_true_of_window(&self, told: &Told) -> bool {
        match told {
            Told::NoFace { family } => {
                let settings = self.settings.get();
                settings.face == Face::Own && settings.family == *family
            }
            Told::OfKeptFile(trouble) if trouble.is_of_keeping() => {
                let troubles = [self.settings.not_kept(), self.recents.not_kept(), self.places.not_kept()];
                troubles.contains(&Some(trouble))
            }
            Told::NoDialog => self.path_asked || self.tabs.is_empty(),
            _ => true,
        }
    }
}

fn is_true_of(tab: &Tab, told: &Told) -> bool {
    match told {
        // Once the reader has notes of their own, they know.
        Told::HandedOut { layer, .. } => tab.layer == *layer && tab.kept.is_none(),
        Told::Begun { .. } => tab.reading.reader().is_empty(),
        Told::Mended { .. } => !tab.read_only,
        Told::ChangedOutside { notes: FoundAgain::Some { .. }, .. } => {
            tab.facts.changed > 0 || !tab.facts.orphans.is_empty()
        }
        Told::KeptElsewhere { .. } | Told::KeptUnderOldName { .. } | Told::KeptApart { .. } | Told::NotSaved(_) => {
            tab.trouble.as_ref() == Some(told)
        }
        Told::MovedAway { .. } | Told::FolderGone { .. } => tab.absence.as_ref() == Some(told),
        _ => true,
    }
}
