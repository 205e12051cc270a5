//! An article that another program changed while it was open: it is read again, and its notes are found again.

use std::sync::Arc;

use super::Window;
use crate::{
    app::{
        facts::Facts,
        speaker_mark::SpeakerMarks,
        tab::Tab,
        worker::{self, Post},
    },
    article::Article,
    notes::{Earlier, Notes, Place},
    reading::Reading,
    sidecar::{Keeper, Sidecar},
    speech::Speech,
};

impl Window {
    /// Has the articles read again that were changed on the disk.
    pub(super) fn reopen_outdated(&mut self) {
        for tab in &mut self.tabs {
            if std::mem::take(&mut tab.outdated)
                && let (Some(path), Some(keeper)) = (tab.path.clone(), tab.keeper.take())
            {
                tab.reopening = Some(tab.reading.notes().clone());
                worker::reopen_article(tab.id, path, keeper, self.folders.clone(), self.post.clone());
            }
        }
    }
}

/// Puts a changed article in place of the one that was read, with its notes found again; what to tell the reader.
pub(super) fn retake(tab: &mut Tab, article: Arc<Article>, sidecar: Sidecar, post: &Post) -> String {
    let name = article.name().to_owned();
    let base = tab.reopening.take();
    let mut notes = sidecar.notes().clone();
    if let Some(base) = base.filter(|base| base != tab.reading.notes()) {
        // The reader went on writing meanwhile; those notes are on the text as it was.
        let earlier = Earlier { texts: vec![tab.reading.article().text().clone()], ..Earlier::default() };
        notes = Notes::merged(&base, tab.reading.notes(), &notes);
        notes.place_in(&article, &earlier);
    }
    let changed = notes.annotations.iter().filter(|one| matches!(one.place, Place::Changed(_))).count();
    let gone = notes.orphans().count();
    tab.read_only = sidecar.is_read_only();
    tab.facts = Facts::of(&article);
    tab.reading = Reading::new(article, Arc::new(Speech::default()), notes);
    tab.marks = SpeakerMarks::default();
    tab.listening = true;
    tab.column = Default::default();
    (tab.selection, tab.listened, tab.caret_shown) = (None, None, false);
    (tab.find, tab.speaker_popup) = (None, None);
    tab.follow_reading();
    tab.keeper = (!tab.read_only).then(|| Keeper::start(sidecar, post.waker()));
    if let Some(keeper) = &tab.keeper {
        keeper.keep(tab.reading.notes().clone());
    }
    format!(
        "“{name}” was changed by another program and is shown as it reads now. Of its notes {changed} are on changed \
         words and ask to be confirmed, {gone} have lost their passage and are listed."
    )
}
