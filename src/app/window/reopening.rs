//! An article that another program changed, renamed or took away while it was open.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Window, hearing::copies_of};
use crate::{
    app::{
        facts::Facts,
        jumps::Jumps,
        listening::Nearby,
        notice::{FoundAgain, Told},
        tab::{Reopening, Saving, Tab, WantedLayer},
        worker::{self, Post, Sought, Wanted, Written},
    },
    article::{Article, TextRange},
    notes::{Notes, Place, Places, Selector},
    sidecar::{Keeper, OWN_LAYER, OwnNotes},
};

/// How many characters tell the block that the reader is in.
const TELLING: usize = 120;

impl Window {
    /// Has the articles read again that were changed on the disk or whose reader wants to write another layer, and the
    /// other layers of notes on them.
    pub(super) fn reopen_outdated(&mut self) {
        // A field would close while the reader types in it, and what they type next would be commands.
        let typed_in = self.was_typing.map(|_| self.shown);
        let is_outdated = |number: usize, tab: &Tab| tab.outdated && typed_in != Some(number);
        if self.tabs.iter().enumerate().any(|(number, tab)| is_outdated(number, tab)) {
            self.keep_places();
        }
        for (number, tab) in self.tabs.iter_mut().enumerate() {
            if (is_outdated(number, tab) || tab.wanted_layer.is_some())
                && let (Some(path), Some(keeper)) = (tab.path.clone(), tab.keeper.take())
            {
                tab.outdated = false;
                let wanted = tab.wanted_layer.clone();
                // What is written now would go into the wrong layer.
                let was_read_only = tab.read_only;
                tab.read_only |= wanted.is_some();
                let claims = matches!(wanted, Some(WantedLayer::Claimed(_)));
                let layer = match wanted {
                    None => Some(tab.layer.clone()),
                    Some(WantedLayer::Own) => None,
                    Some(WantedLayer::Signed(layer) | WantedLayer::Claimed(layer)) => Some(layer),
                };
                let written = Written { reader: tab.reading.reader().to_owned(), layer };
                let here = line_here(tab);
                let passages = tab.reading.history().passages().into_iter().chain(here.clone()).collect();
                let sought = Sought { written, earlier: tab.reading.earlier(), passages };
                let renamed_from = tab.renamed_from.take();
                tab.reopening =
                    Some(Reopening { notes: tab.reading.notes().clone(), claims, was_read_only, here, renamed_from });
                worker::reopen_article(tab.id, path, keeper, sought, self.folders.clone(), self.post.clone());
            }
            if tab.reopening.is_none()
                && std::mem::take(&mut tab.layers_outdated)
                && let Some(path) = tab.path.clone()
            {
                tab.layers_asked += 1;
                let (article, texts) = (tab.reading.article().clone(), tab.reading.earlier_texts().to_vec());
                let written = tab.layer.clone();
                let wanted = Wanted { tab: tab.id, asked: tab.layers_asked, path, article, written, texts };
                worker::read_layers(wanted, self.folders.clone(), self.post.clone());
            }
        }
    }

    /// Goes on with an article that is no longer where it was: renamed, or gone; what to tell the reader of the latter.
    pub(super) fn follow_article(&mut self, number: usize, renamed_to: Option<PathBuf>) -> Option<Told> {
        let tab = &mut self.tabs[number];
        let path = tab.path.clone()?;
        if let Some(new) = renamed_to {
            self.recents.change(|recents| recents.rename(&path, &new));
            self.places.change(|places| places.rename(&path, &new));
            tab.renamed_from = Some(tab.reading.article().name().to_owned());
            tab.path = Some(new);
            tab.outdated = true;
            return None;
        }
        let name = tab.reading.article().name().to_owned();
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        if folder.is_dir() {
            let notes = tab.kept.clone().filter(|kept| kept.exists());
            return Some(Told::MovedAway { name, folder, notes });
        }
        let mut notes = None;
        if !tab.reading.notes().is_empty()
            && !tab.read_only
            && let (Some(keeper), Some(data)) = (&tab.keeper, &self.folders.notes)
        {
            // The notes lay in that folder too: they are kept anew before the window is closed.
            keeper.keep(tab.reading.shared_notes());
            notes = Some(data.clone());
        }
        Some(Told::FolderGone { name, folder, notes })
    }
}

/// What tells the line at the top of the view.
fn line_here(tab: &Tab) -> Option<Selector> {
    let article = tab.reading.article();
    let start = tab.column.place_at_top()?;
    let block = article.blocks().get(article.block_at(start)?)?.range;
    let rest = TextRange::between(start, block.end().max(start));
    let end = article.slice(rest).char_indices().nth(TELLING).map_or(rest.len(), |(at, _)| at);
    let range = TextRange::of_bytes(article.text(), start.byte(), start.byte() + end)?;
    (!range.is_empty()).then(|| Selector::of(article, range))
}

/// Puts a changed article in place of the one that was read, with its notes found again; what to tell the reader.
pub(super) fn retake(tab: &mut Tab, article: Arc<Article>, own: OwnNotes, places: Places, post: &Post) -> Option<Told> {
    let Reopening { notes: base, claims, was_read_only, here, renamed_from } = tab.reopening.take()?;
    let is_usual = tab.wanted_layer.take() == Some(WantedLayer::Own) || claims && own.sidecar.layer() == OWN_LAYER;
    if is_usual {
        tab.usual_layer = own.sidecar.layer().to_owned();
    }
    let owner = said_of_owner(article.name(), &own, tab.reading.reader());
    let OwnNotes { sidecar, .. } = own;
    let moves = tab.layer != sidecar.layer();
    if moves {
        go_over_to(tab, sidecar.layer());
    }
    let mut notes = sidecar.notes().clone();
    if !moves && base != *tab.reading.notes() {
        // The reader went on writing meanwhile; those notes are on the text as it was.
        notes = Notes::merged(&base, tab.reading.notes(), &notes);
        notes.place_in(&article, &sidecar.earlier_than(tab.reading.earlier()));
    }
    let is_other = tab.reading.article().text() != article.text();
    tab.read_only = sidecar.is_read_only();
    tab.unreadable = sidecar.why_read_only().cloned();
    let here = here.and_then(|here| places.of(&here)?.range()).map(TextRange::start);
    let said = said_of(&notes, article.name(), renamed_from.as_deref(), is_other, was_read_only && !tab.read_only);
    tab.reading.go_on_with(article, notes, places);
    if claims {
        tab.reading.sign_over();
    }
    tab.copies = copies_of(&sidecar);
    tab.kept = sidecar.kept().map(|kept| kept.path().to_owned());
    tab.facts = Facts::of(tab.reading.article());
    tab.layers.forget();
    if is_other {
        tab.column = here.map(|here| tab.column.going_on_at(here)).unwrap_or_default();
        tab.kept_place = here.filter(|_| tab.kept_place.is_some());
        tab.digest = sidecar.digest().to_owned();
        (tab.selection, tab.listened, tab.caret_shown) = (None, None, false);
        (tab.find, tab.speaker_popup, tab.aloud, tab.marking) = (None, None, None, None);
        (tab.jumps, tab.nearby) = (Jumps::default(), Nearby::default());
    }
    tab.follow_reading();
    if is_other {
        tab.listen(post);
    }
    tab.keeper = Some(Keeper::start(sidecar, post.waker()));
    if let Some(keeper) = tab.keeper.as_ref().filter(|_| !tab.read_only) {
        keeper.keep(tab.reading.shared_notes());
    }
    said.or(owner)
}

/// Leaves the layer that was written for another, each with its own history.
fn go_over_to(tab: &mut Tab, layer: &str) {
    let history = tab.histories.remove(layer).unwrap_or_default();
    let left = std::mem::replace(&mut tab.layer, layer.to_owned());
    if let Some(chosen) = &mut tab.chosen {
        chosen.layer = match chosen.layer.take() {
            None => Some(left.clone()),
            Some(chosen) => Some(chosen).filter(|chosen| chosen != layer),
        };
    }
    (tab.writing, tab.saving) = (None, Saving::Nothing);
    tab.histories.insert(left, tab.reading.exchange_history(history));
}

/// What a reader has to know whose notes are signed by somebody else.
pub(super) fn said_of_owner(name: &str, own: &OwnNotes, reader: &str) -> Option<Told> {
    let OwnNotes { sidecar, handed_out_by } = own;
    match handed_out_by {
        // Once the reader has notes of their own, they know.
        Some(_) if sidecar.kept().is_some() => None,
        Some(owner) => {
            let (owner, layer) = (owner.clone(), sidecar.layer().to_owned());
            Some(Told::HandedOut { name: name.to_owned(), owner, layer })
        }
        None => {
            let author = sidecar.notes().author.trim();
            let is_unclear = reader.is_empty() && !author.is_empty();
            is_unclear.then(|| Told::Begun { name: name.to_owned(), owner: author.to_owned() })
        }
    }
}

fn said_of(notes: &Notes, name: &str, renamed_from: Option<&str>, is_other: bool, is_mended: bool) -> Option<Told> {
    let name = name.to_owned();
    if !is_other {
        return match renamed_from {
            Some(old) => Some(Told::Renamed { old: old.to_owned(), name, has_notes: !notes.is_empty() }),
            None => is_mended.then_some(Told::Mended { name }),
        };
    }
    let changed = notes.annotations.iter().filter(|one| matches!(one.place, Place::Changed(_))).count();
    let gone = notes.orphans().count();
    let of_notes = match (changed, gone) {
        _ if notes.annotations.is_empty() => FoundAgain::None,
        (0, 0) => FoundAgain::All,
        _ => FoundAgain::Some { changed, gone },
    };
    Some(Told::ChangedOutside { name, notes: of_notes })
}
