//! What a tab's keeper tells: whether the notes are saved, and what other programs did.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use crate::{
    app::{
        clock,
        notice::Told,
        tab::{Saving, Tab, TakenIn},
    },
    sidecar::{Kept, News, Sidecar, SidecarWarning, beside},
};

/// Where notes lie that are not beside their article under its name.
pub(super) fn whereabouts(path: &Path, layer: &str, kept: &Kept) -> Option<Told> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    match kept {
        Kept::InDataFolder(kept) => Some(Told::KeptElsewhere { name, path: kept.clone() }),
        Kept::Beside(kept) if *kept != beside(path, layer) => {
            let file = kept.file_name()?.to_string_lossy().into_owned();
            Some(Told::KeptUnderOldName { name, file })
        }
        Kept::Beside(_) => None,
    }
}

/// Where the copies lie that a sync service left.
pub(super) fn copies_of(sidecar: &Sidecar) -> BTreeSet<PathBuf> {
    sidecar.copies().iter().map(|copy| copy.path.clone()).collect()
}

/// What a keeper told that the window has to act on.
#[derive(Default)]
pub(super) struct Heard {
    pub saved: bool,
    /// What is wrong in a file of notes that another program wrote, if one was read.
    pub damage: Option<Vec<SidecarWarning>>,
    /// The file of the notes that was emptied or taken away, and has been written again.
    pub restored: Option<PathBuf>,
    /// The article is not where it was; where it is now, if that is known.
    pub gone: Option<Option<PathBuf>>,
}

/// Hears from a tab's keeper what became of the notes and of the files.
pub(super) fn take_news(tab: &mut Tab) -> Heard {
    let mut heard = Heard::default();
    let Some(keeper) = &tab.keeper else {
        return heard;
    };
    let (reading, taken_in) = (&mut tab.reading, &mut tab.taken_in);
    let news = keeper.news(&mut |base, theirs| {
        let before = taken_in.take().map_or_else(|| reading.shared_notes(), |earlier| earlier.before);
        *taken_in = Some(TakenIn { before, theirs: theirs.clone(), damaged: 0 });
        reading.take_in(base, theirs);
        reading.notes().clone()
    });
    for news in news {
        match news {
            News::Saved { at, kept, not_beside } => {
                let apart = matches!(kept, Kept::InDataFolder(_)) && tab.path.is_some();
                tab.trouble = apart.then(|| Told::KeptApart {
                    name: tab.reading.article().name().to_owned(),
                    why: not_beside,
                    path: kept.path().to_owned(),
                });
                tab.kept = Some(kept.path().to_owned());
                tab.saving = Saving::Saved { at: clock::short(at), apart };
                heard.saved = true;
            }
            News::NotSaved { at, error, apart } => {
                tab.saving = match &apart {
                    Some(_) => Saving::Saved { at: clock::short(at), apart: true },
                    None => Saving::Failed,
                };
                tab.kept = apart.clone().or(tab.kept.take());
                tab.trouble = Some(Told::NotSaved { error, apart });
            }
            News::Restored { path } => heard.restored = Some(path),
            News::ArticleChanged | News::Mended => tab.outdated = true,
            News::ArticleGone { renamed_to } => heard.gone = Some(renamed_to),
            News::ArticleBack => (heard.gone, tab.absence) = (None, None),
            News::LayersChanged => tab.layers_outdated = true,
            News::CopiesLeft(copies) => tab.copies = copies,
            News::CopyCame => tab.outdated = true,
            News::TakenIn => tab.follow_reading(),
            News::Damaged(warnings) => {
                if let Some(taken_in) = &mut tab.taken_in {
                    taken_in.damaged = warnings.len();
                }
                heard.damage = Some(warnings);
            }
        }
    }
    heard
}
