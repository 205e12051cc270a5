//! What the reader is told in place, and for how long that is true.

use std::sync::Arc;

use super::Window;
use crate::{
    app::{
        column::runs_left,
        language::{self, message},
        notice::{FoundAgain, Notice, Told},
        tab::{Tab, TabId, TakenIn},
        type_faces::Face,
    },
    article::Article,
    notes::Taken,
    open::OpenWarning,
    sidecar::{ConflictCopy, Layer, OwnNotes},
};

/// How many bytes of an article are looked at for words that run from right to left.
const DIRECTION_SAMPLE: usize = 1 << 16;

impl Window {
    /// Tells the reader something of the window, without stopping them.
    pub fn say(&mut self, told: Told) {
        self.notices.say_all(None, [told]);
    }

    /// Tells the reader something of an article; it is seen while that is in front.
    pub(in crate::app) fn say_of(&mut self, tab: TabId, told: impl IntoIterator<Item = Told>) {
        self.notices.say_all(Some(tab), told);
    }

    /// Tells what came of reading an article and its notes again, in place of what was said of the former reading. What was
    /// said of a copy that a sync service left stays, unless the copy brought something again.
    pub(super) fn retell(&mut self, tab: TabId, mut told: Vec<Told>) {
        let stands = |new: &Told| {
            let is_known = matches!(new, Told::TookCopy { is_new: false, .. });
            let is_of_it = |old: &Notice| old.of == Some(tab) && old.told.is_of_copy_in(std::slice::from_ref(new));
            is_known && self.notices.any(is_of_it)
        };
        told.retain(|new| !stands(new));
        self.notices
            .retain(|Notice { of, told: old }| *of != Some(tab) || !old.is_of_reading() && !old.is_of_copy_in(&told));
        self.say_of(tab, told);
    }

    /// Says what other programs' notes did to those of the article in front, also while another one was.
    pub(super) fn tell_taken_in(&mut self) {
        let Some(tab) = self.tabs.get_mut(self.shown) else { return };
        let Some(TakenIn { before, theirs, damaged }) = tab.taken_in.take() else { return };
        let mut taken = Taken::between(&before, &[&theirs], tab.reading.notes());
        taken.deleted = taken.deleted.saturating_sub(damaged);
        self.done = Some(match taken.is_nothing() {
            true => message!("took-in").to_owned(),
            false => message!("took-in-what", what = language::taken(&taken)),
        });
    }

    /// Takes in other people's notes, if they were read in the article as it is shown and were not asked for again. What
    /// is damaged is said once; what was mended is said no longer.
    pub(super) fn take_layers(
        &mut self,
        id: TabId,
        article: &Arc<Article>,
        asked: u64,
        layers: Vec<Layer>,
        too_many: Option<usize>,
    ) {
        let Some(tab) = self.tabs.iter_mut().find(|other| other.id == id) else { return };
        if tab.layers_asked != asked || !Arc::ptr_eq(article, tab.reading.article()) {
            return;
        }
        let problems = |layers: &mut dyn Iterator<Item = &Layer>| -> Vec<Told> {
            let damaged = layers.filter(|layer| !layer.warnings.is_empty());
            damaged.map(|layer| Told::OfLayer(layer.warnings.clone())).collect()
        };
        let before = problems(&mut tab.layers.all().iter().map(|other| &other.layer));
        let now = problems(&mut layers.iter());
        tab.take_layers(layers);
        let count = |told: &Told| match told {
            Told::LayersTooMany { count, .. } => Some(*count),
            _ => None,
        };
        self.notices.retain(|Notice { of, told }| {
            let is_mended = before.contains(told) && !now.contains(told);
            *of != Some(id) || !is_mended && (count(told).is_none() || count(told) == too_many)
        });
        let too_many = too_many.map(|count| Told::LayersTooMany { name: article.name().to_owned(), count });
        self.say_of(id, now.into_iter().filter(|problem| !before.contains(problem)).chain(too_many));
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
        Told::KeptElsewhere { .. } | Told::KeptUnderOldName { .. } | Told::KeptApart { .. } | Told::NotSaved { .. } => {
            tab.trouble.as_ref() == Some(told)
        }
        Told::TookCopy { path, .. } | Told::OfCopy { path, .. } => tab.copies.contains(path),
        Told::MovedAway { .. } | Told::FolderGone { .. } => tab.absence.as_ref() == Some(told),
        _ => true,
    }
}

/// What is odd about an article as it was read, and wrong in its notes.
pub(super) fn told_of_article(article: &Article, warnings: Vec<OpenWarning>, own: &OwnNotes) -> Vec<Told> {
    let name = || article.name().to_owned();
    let of_notes = own.sidecar.warnings().iter().cloned().map(Told::OfNotes);
    let begin = article.offset_at_byte(DIRECTION_SAMPLE).byte();
    let runs_left = runs_left(&article.text()[..begin]).then(|| Told::RightToLeft { name: name() });
    let of_article = warnings.into_iter().map(|warning| Told::OfArticle { name: name(), warning });
    let of_copies = own.sidecar.copies().iter().filter(|copy| !copy.warnings.is_empty());
    let of_copies = of_copies.map(|copy| Told::OfCopy { path: copy.path.clone(), warnings: copy.warnings.clone() });
    let copies = told_of_copies(own.sidecar.copies());
    runs_left.into_iter().chain(of_article).chain(of_notes).chain(of_copies).chain(copies).collect()
}

/// What copies that a sync service left brought; where one brought something, the others are told too, for the reader
/// sees them all in the folder.
fn told_of_copies(copies: &[ConflictCopy]) -> Vec<Told> {
    if !copies.iter().any(|copy| copy.is_new) {
        return Vec::new();
    }
    let told = |ConflictCopy { path, taken, is_new, of_another, .. }: &ConflictCopy| {
        let (path, taken, of_another) = (path.clone(), (*taken)?, of_another.clone());
        Some(Told::TookCopy { path, taken, is_new: *is_new, of_another })
    };
    copies.iter().filter_map(told).collect()
}
