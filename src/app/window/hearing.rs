//! What a tab's keeper tells: whether the notes are saved, and what other programs did.

use crate::app::language::{self, message};
use std::path::{Path, PathBuf};

use crate::{
    app::{
        clock,
        tab::{Saving, Tab},
    },
    sidecar::{Kept, News, beside},
};

/// Where notes lie that are not beside their article under its name.
pub(super) fn whereabouts(path: &Path, layer: &str, kept: &Kept) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    match kept {
        Kept::InDataFolder(kept) => Some(message!("notes-elsewhere", name = name, path = kept.display().to_string())),
        Kept::Beside(kept) if *kept != beside(path, layer) => {
            Some(message!("notes-renamed", name = name, path = kept.file_name()?.to_string_lossy()))
        }
        Kept::Beside(_) => None,
    }
}

/// What a keeper told that the window has to act on.
#[derive(Default)]
pub(super) struct Heard {
    pub saved: bool,
    /// Notes that another program wrote were taken in.
    pub taken_in: bool,
    /// Sentences for the reader.
    pub said: Vec<String>,
    /// The article is not where it was; where it is now, if that is known.
    pub gone: Option<Option<PathBuf>>,
    /// What was said of the article's absence, which is over.
    pub over: Option<String>,
}

/// Hears from a tab's keeper what became of the notes and of the files.
pub(super) fn take_news(tab: &mut Tab) -> Heard {
    let mut heard = Heard::default();
    let Some(keeper) = &tab.keeper else {
        return heard;
    };
    let reading = &mut tab.reading;
    let news = keeper.news(&mut |base, theirs| {
        reading.take_in(base, theirs);
        reading.notes().clone()
    });
    for news in news {
        match news {
            News::Saved { at, kept, not_beside } => {
                let apart = matches!(kept, Kept::InDataFolder(_)) && tab.path.is_some();
                tab.trouble = apart.then(|| {
                    message!(
                        "kept-apart",
                        name = tab.reading.article().name(),
                        why = not_beside.unwrap_or_default(),
                        path = kept.path().display().to_string(),
                    )
                });
                tab.kept = Some(kept.path().to_owned());
                tab.saving = Saving::Saved { at: clock::short(at), apart };
                heard.saved = true;
            }
            News::NotSaved { error } => {
                tab.trouble = Some(message!("not-saved-because", problem = language::sidecar_error(&error)));
                tab.saving = Saving::Failed;
            }
            News::ArticleChanged | News::Mended => tab.outdated = true,
            News::ArticleGone { renamed_to } => heard.gone = Some(renamed_to),
            News::ArticleBack => (heard.gone, heard.over) = (None, tab.absence.take()),
            News::LayersChanged => tab.layers_outdated = true,
            News::TakenIn => {
                tab.follow_reading();
                heard.taken_in = true;
            }
            News::Damaged(warnings) => heard.said.extend(warnings.iter().map(language::sidecar_warning)),
        }
    }
    heard
}
