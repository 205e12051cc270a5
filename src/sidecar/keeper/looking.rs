//! What a keeper does about what other programs did to the article, to its notes and beside them.

use std::time::{Duration, Instant};

use super::{AGAIN, News, Pending, Report, Worker};
use crate::sidecar::{
    store::FileSeen,
    watch::{CopiesSeen, Seen, Watch},
};

/// How long after a change from outside the files are looked at, so that a program can finish with them.
const AFTER_CHANGE: Duration = Duration::from_millis(150);
/// How long after an article or its notes were missed they are looked for again, before anything is done about it: programs
/// that replace a file leave it so for a moment.
const AFTER_GONE: Duration = Duration::from_millis(1000);
/// How often that time is doubled at most for notes that are emptied again and again, so that nobody takes turns with us.
const MOST_DOUBLED: u32 = 9;

/// Whether the article was there when it was last looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Missed {
    No,
    /// It may be on its way back until then.
    Until(Instant),
    /// It stayed away, and the window was told.
    Told,
}

impl Worker {
    /// Takes in a sidecar that another program wrote, and tells of an article that reads otherwise or is gone.
    pub(super) fn look_around(&mut self) {
        if self.sidecar.is_read_only() {
            if self.sidecar.was_mended() {
                self.report(Report::News(News::Mended));
            }
        } else {
            self.look_at_notes();
        }
        let Some(watch) = &mut self.watch else { return };
        match watch.look_at_article() {
            seen @ (Seen::AsBefore | Seen::Changed) => {
                if std::mem::replace(&mut self.missed, Missed::No) == Missed::Told {
                    watch.watch_anew();
                    self.report(Report::News(News::ArticleBack));
                }
                if seen == Seen::Changed {
                    self.is_outdated = true;
                    self.report(Report::News(News::ArticleChanged));
                }
            }
            Seen::Gone => match self.missed {
                Missed::No => {
                    let until = Instant::now() + AFTER_GONE;
                    self.missed = Missed::Until(until);
                    self.look_by(until);
                }
                Missed::Until(until) if Instant::now() < until => self.look_by(until),
                Missed::Until(_) => {
                    self.missed = Missed::Told;
                    let renamed_to = watch.renamed_to();
                    self.report(Report::News(News::ArticleGone { renamed_to }));
                    self.look_by(Instant::now() + AGAIN);
                }
                // No watch tells of a folder that comes back.
                Missed::Told => self.look_by(Instant::now() + AGAIN),
            },
        }
        self.look_for_layers();
        self.look_for_copies();
    }

    /// Has notes that another program wrote taken in, and those written again whose file it emptied or took away. What the
    /// reader changed is written anyway.
    fn look_at_notes(&mut self) {
        let seen = self.sidecar.look_at_file();
        let emptied = self.emptied.take();
        if self.pending.is_some() {
            return;
        }
        match (seen, emptied) {
            (FileSeen::AsBefore, _) => {}
            (FileSeen::Another, _) => self.pending = Some(Pending::now(self.last.clone())),
            (FileSeen::Emptied, Some(until)) if until <= Instant::now() => self.restore(),
            (FileSeen::Emptied, emptied) => {
                let wait = AFTER_GONE * (1 << self.restored.min(MOST_DOUBLED));
                let until = emptied.unwrap_or_else(|| Instant::now() + wait);
                self.emptied = Some(until);
                self.look_by(until);
            }
        }
    }

    pub(super) fn look_soon(&mut self) {
        self.look_by(Instant::now() + AFTER_CHANGE);
    }

    fn look_by(&mut self, when: Instant) {
        self.look = Some(self.look.map_or(when, |look| look.min(when)));
    }

    fn look_for_layers(&mut self) {
        if self.watch.as_mut().is_some_and(Watch::layers_changed) {
            self.report(Report::News(News::LayersChanged));
        }
    }

    /// Copies are not taken in where the notes may not be written.
    fn look_for_copies(&mut self) {
        let watch = self.watch.as_mut().filter(|_| !self.sidecar.is_read_only());
        let Some(CopiesSeen { paths, came }) = watch.and_then(Watch::changed_copies) else { return };
        self.report(Report::News(News::CopiesLeft(paths)));
        if came {
            self.report(Report::News(News::CopyCame));
        }
    }
}
