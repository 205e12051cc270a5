//! Writing the notes, and keeping them in the data folder for as long as their file cannot be written.

use std::{path::PathBuf, time::Instant};

use jiff::Timestamp;

use super::{AGAIN, AT_REST, News, Pending, Report, Worker, looking::Missed};
use crate::{
    notes::Notes,
    sidecar::{Kept, Saved, Sidecar, SidecarError, store::FileSeen},
};

impl Worker {
    /// Writes what is to be written.
    pub(super) fn save(&mut self, write: impl Fn(&mut Sidecar, &Notes) -> Result<Saved, SidecarError>) {
        let Some(pending) = self.pending.take().filter(|_| !self.sidecar.is_read_only()) else { return };
        let handed = pending.notes;
        let mine = match &self.behind {
            Some(base) => Notes::merged(base, &handed, self.sidecar.notes()),
            None => handed.clone(),
        };
        match write(&mut self.sidecar, &mine) {
            Ok(saved) => {
                (self.said, self.rescued) = (None, None);
                self.rest = self.sidecar.owes().then(|| Instant::now() + AT_REST);
                if let Some(damage) = saved.damage {
                    self.report(Report::News(News::Damaged(damage)));
                }
                if let Some(theirs) = saved.taken_in {
                    self.number += 1;
                    self.behind = Some(handed.clone());
                    self.report(Report::Theirs { number: self.number, base: handed, theirs });
                }
                self.emptied = None;
                if let Some(path) = saved.restored {
                    self.restored += 1;
                    self.report(Report::News(News::Restored { path }));
                }
                if let Some(kept) = saved.kept {
                    if matches!(kept, Kept::InDataFolder(_)) && self.missed == Missed::No {
                        // The article's folder may be gone, which no watch tells of a drive that was taken away.
                        self.look_soon();
                    }
                    self.report(Report::News(News::Saved { at: Timestamp::now(), kept, not_beside: saved.not_beside }));
                }
            }
            Err(error) => {
                let apart = self.rescue(&mine);
                let now = Instant::now();
                self.pending = Some(Pending { notes: handed, first: now, due: now + AGAIN });
                if self.said.as_ref() != Some(&error) {
                    self.said = Some(error.clone());
                    self.report(Report::News(News::NotSaved { at: Timestamp::now(), error, apart }));
                }
            }
        }
    }

    /// Has the notes written again where another program emptied their file or took it away, and the reader has nothing
    /// else to be written: nobody deleted a note.
    pub(super) fn restore(&mut self) {
        let may_write = self.pending.is_none() && !self.sidecar.is_read_only();
        if may_write && self.sidecar.look_at_file() == FileSeen::Emptied {
            self.pending = Some(Pending::now(self.last.clone()));
        }
    }

    /// Keeps in the data folder what could not be saved; where. It goes from there once the notes are saved, and is found
    /// there when the article is opened before that.
    fn rescue(&mut self, notes: &Notes) -> Option<PathBuf> {
        let mut rescued = self.rescued.take().unwrap_or_else(|| self.sidecar.clone());
        let kept = rescued.save_apart(notes).ok()?.kept?;
        self.sidecar.outlives(&rescued);
        self.rescued = Some(rescued);
        Some(kept.path().to_owned())
    }
}
