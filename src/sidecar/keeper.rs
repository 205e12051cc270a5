//! Saving without being asked, on a thread of its own, so that the window never waits.

mod handing_over;
mod looking;
mod saving;

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;

use handing_over::hand_over;
use looking::Missed;

use super::{Kept, Sidecar, SidecarError, SidecarWarning, store::Description, watch::Watch};
use crate::{notes::Notes, refusal::Refusal};

/// How long after the last edit the notes are written.
const AFTER_LAST: Duration = Duration::from_millis(300);
/// How long after the first edit the notes are written, though edits go on.
const AFTER_FIRST: Duration = Duration::from_millis(900);
/// How long after a failure the next attempt is made, and a missing article is looked for again.
const AGAIN: Duration = Duration::from_secs(2);
/// How long after the last edit of a long article's notes it is described, which takes seconds.
const AT_REST: Duration = Duration::from_secs(4);

/// What a [`Keeper`] has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The notes are on the disk.
    Saved {
        at: Timestamp,
        kept: Kept,
        /// Why they are not beside the article.
        not_beside: Option<Refusal>,
    },
    /// The notes could not be saved; it is tried again. Where they are kept in the data folder until then.
    NotSaved { at: Timestamp, error: SidecarError, apart: Option<PathBuf> },
    /// The file of the notes was emptied or taken away by another program, and has been written again.
    Restored { path: PathBuf },
    /// Notes that another program wrote were taken into the reading.
    TakenIn,
    /// What is damaged in places in what another program wrote, if anything; it is kept.
    Damaged(Vec<SidecarWarning>),
    /// The article reads otherwise on the disk: it is for the window to open it anew.
    ArticleChanged,
    /// The article is no longer where it was; where it is now, if it was renamed in its folder.
    ArticleGone { renamed_to: Option<PathBuf> },
    /// The article that was gone is where it was again.
    ArticleBack,
    /// The file of notes could not be understood, and is another one now: it is for the window to open it anew.
    Mended,
    /// Other people's layers came, went or changed.
    LayersChanged,
    /// Of the copies that a sync service left, these are there now.
    CopiesLeft(BTreeSet<PathBuf>),
    /// One of them came or changed: it is for the window to open the article anew.
    CopyCame,
}

enum Job {
    Keep(Arc<Notes>),
    /// The window has taken in what was sent with this number; what it hands over from now on goes on from that.
    Known(u64),
    /// Something happened in the article's folder.
    Look,
    /// A long article was described.
    Described(Description),
    Stop,
}

enum Report {
    News(News),
    /// Another program's notes: all notes now, what the window had then, and a number to answer with.
    Theirs {
        number: u64,
        base: Notes,
        theirs: Notes,
    },
}

/// Keeps the notes of one reading: hand it every change, and it writes them within a second.
///
/// Dropping it writes what is left; a long article is described after that, while the program goes on.
pub struct Keeper {
    jobs: Sender<Job>,
    reports: Receiver<Report>,
    /// Ends once everything is written.
    written: Receiver<()>,
}

impl Keeper {
    /// Begins to keep notes in a sidecar; one that may not be written is only watched. `wake` is called, from another
    /// thread, whenever there is [`News`].
    pub fn start(sidecar: Sidecar, wake: Box<dyn Fn() + Send>) -> Self {
        let (handed, taken) = channel();
        let (jobs, incoming) = channel();
        let (outgoing, reports) = channel();
        let (unwritten, written) = channel();
        let last = sidecar.notes().clone();
        // What a copy brought in is written at once: the copy may be deleted.
        let is_new = sidecar.copies().iter().any(|copy| copy.is_new) && !sidecar.is_read_only();
        let worker = Worker {
            pending: is_new.then(|| Pending::now(last.clone())),
            sidecar,
            outgoing,
            wake,
            behind: None,
            number: 0,
            said: None,
            rescued: None,
            last,
            watch: None,
            look: None,
            rest: None,
            missed: Missed::No,
            emptied: None,
            restored: 0,
            is_describing: false,
            is_outdated: false,
            jobs: jobs.clone(),
        };
        // Without both threads nothing is kept, and nothing is waited for.
        let thread = |name: &str| std::thread::Builder::new().name(name.into());
        if thread("handing over").spawn(move || hand_over(&taken, &jobs)).is_ok() {
            let _ = thread("keeper").spawn(move || worker.run(&incoming, unwritten));
        }
        Self { jobs: handed, reports, written }
    }

    /// Hands over the notes as they are after an edit; returns at once.
    pub fn keep(&self, notes: impl Into<Arc<Notes>>) {
        // The thread ends only with the keeper.
        let _ = self.jobs.send(Job::Keep(notes.into()));
    }

    /// What has happened since it was last asked.
    ///
    /// Where another program wrote notes, `take_in` is called with what both went on from and with those notes, puts
    /// them into the reading (`Reading::take_in`) and gives all notes as they are then.
    pub fn news(&self, take_in: &mut dyn FnMut(&Notes, &Notes) -> Notes) -> Vec<News> {
        let report = |report| match report {
            Report::News(news) => news,
            Report::Theirs { number, base, theirs } => {
                let notes = take_in(&base, &theirs);
                let _ = self.jobs.send(Job::Known(number));
                let _ = self.jobs.send(Job::Keep(Arc::new(notes)));
                News::TakenIn
            }
        };
        self.reports.try_iter().map(report).collect()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        let _ = self.jobs.send(Job::Stop);
        // Nothing is ever sent.
        let _ = self.written.recv();
    }
}

struct Worker {
    sidecar: Sidecar,
    outgoing: Sender<Report>,
    wake: Box<dyn Fn() + Send>,
    pending: Option<Pending>,
    /// What the window went on from, while it does not know yet what another program wrote.
    behind: Option<Notes>,
    number: u64,
    /// The last failure that was told, to tell it once for each edit.
    said: Option<SidecarError>,
    /// What keeps the notes in the data folder while they cannot be saved.
    rescued: Option<Sidecar>,
    /// The notes as the window last handed them over.
    last: Notes,
    watch: Option<Watch>,
    /// When the folder is to be looked at.
    look: Option<Instant>,
    /// When the article is to be described.
    rest: Option<Instant>,
    missed: Missed,
    /// Until when a file that was emptied or taken away may be on its way back.
    emptied: Option<Instant>,
    /// How often it was written again.
    restored: u32,
    /// Whether a thread describes the article.
    is_describing: bool,
    /// Whether the article was seen to read otherwise.
    is_outdated: bool,
    /// Where the watch and that thread send their jobs.
    jobs: Sender<Job>,
}

struct Pending {
    notes: Notes,
    first: Instant,
    due: Instant,
}

impl Pending {
    /// Notes that are written at once.
    fn now(notes: Notes) -> Self {
        let now = Instant::now();
        Self { notes, first: now, due: now }
    }
}

/// When notes edited now are written: when the reader pauses, and soon after the first edit though others follow.
fn due(first: Instant, now: Instant) -> Instant {
    (now + AFTER_LAST).min(first + AFTER_FIRST).max(now)
}

impl Worker {
    fn run(mut self, incoming: &Receiver<Job>, unwritten: Sender<()>) {
        self.rest = self.sidecar.owes().then(|| Instant::now() + AT_REST);
        if let Some(path) = self.sidecar.article_path() {
            let jobs = self.jobs.clone();
            let copies = self.sidecar.copies().iter().map(|copy| (copy.path.clone(), copy.seen.clone())).collect();
            self.watch = Some(Watch::start(path, self.sidecar.layer(), self.sidecar.seen(), copies, move || {
                // The keeper may have ended.
                let _ = jobs.send(Job::Look);
            }));
            self.look_around();
        }
        loop {
            let due =
                self.pending.as_ref().map(|pending| pending.due).into_iter().chain(self.look).chain(self.rest).min();
            let job = match due {
                None => incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => incoming.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match job {
                Ok(Job::Keep(notes)) => self.take(Arc::unwrap_or_clone(notes)),
                Ok(Job::Known(number)) => {
                    if number == self.number {
                        self.behind = None;
                    }
                }
                Ok(Job::Look) => self.look_soon(),
                Ok(Job::Described(description)) => self.take_description(&description),
                Err(RecvTimeoutError::Timeout) => {
                    let now = Instant::now();
                    if self.look.is_some_and(|look| look <= now) {
                        self.look = None;
                        self.look_around();
                    }
                    if self.pending.as_ref().is_some_and(|pending| pending.due <= now) {
                        self.save(Sidecar::save_in_haste);
                    } else if self.rest.is_some_and(|rest| rest <= now) {
                        self.describe();
                    }
                }
                Ok(Job::Stop) | Err(RecvTimeoutError::Disconnected) => {
                    self.restore();
                    self.save(Sidecar::save_in_haste);
                    drop(unwritten);
                    return self.describe_what_is_left(incoming);
                }
            }
        }
    }

    fn take(&mut self, notes: Notes) {
        self.last.clone_from(&notes);
        self.said = None;
        let now = Instant::now();
        let first = self.pending.as_ref().map_or(now, |pending| pending.first);
        self.pending = Some(Pending { notes, first, due: due(first, now) });
    }

    /// Has a thread work out what finds the passages of a long article again, if that is still to be done; meanwhile
    /// notes are saved as ever.
    fn describe(&mut self) {
        self.rest = None;
        let Some(undescribed) = self.sidecar.undescribed().filter(|_| !self.is_describing) else { return };
        let jobs = self.jobs.clone();
        let describing = std::thread::Builder::new().name("describing".into()).spawn(move || {
            // The keeper may have ended.
            let _ = jobs.send(Job::Described(undescribed.describe()));
        });
        self.is_describing = describing.is_ok();
    }

    /// Keeps a description, unless the article on the disk is another one by now: then the file is another keeper's.
    fn take_description(&mut self, description: &Description) {
        self.is_describing = false;
        if self.is_outdated || self.watch.as_ref().is_some_and(|watch| !watch.is_as_seen()) {
            return;
        }
        self.pending.get_or_insert_with(|| Pending::now(self.last.clone()));
        self.save(|sidecar, notes| sidecar.save_described(notes, description.clone()));
    }

    /// Describes the article when nobody waits for the keeper any more.
    fn describe_what_is_left(&mut self, incoming: &Receiver<Job>) {
        while self.is_describing {
            match incoming.recv() {
                Ok(Job::Described(description)) => self.take_description(&description),
                Ok(_) => {}
                Err(_) => return,
            }
        }
        if let Some(undescribed) = self.sidecar.undescribed().filter(|_| !self.is_outdated) {
            self.take_description(&undescribed.describe());
        }
    }

    fn report(&self, report: Report) {
        // Nobody listens any more once the window is closing.
        if self.outgoing.send(report).is_ok() {
            (self.wake)();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_written_within_a_second_of_the_first_edit() {
        let first = Instant::now();
        let check = |now: u64, expected: u64| {
            let due = due(first, first + Duration::from_millis(now));
            assert_eq!(due, first + Duration::from_millis(expected), "edited after {now} ms");
        };
        check(0, 300);
        check(40, 340);
        check(600, 900);
        check(880, 900);
        check(2000, 2000);
    }
}
