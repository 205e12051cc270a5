//! The way of what the window hands over to the thread that keeps it.

use std::sync::{
    Arc,
    mpsc::{Receiver, Sender},
};

use super::Job;

/// Hands jobs on in their order, the notes among them copied at once, however busy the keeper is: while it held on to what
/// the window shares, the next edit would have to copy all of it.
pub(super) fn hand_over(handed: &Receiver<Job>, jobs: &Sender<Job>) {
    for job in handed {
        let own = match job {
            Job::Keep(notes) => Job::Keep(Arc::new(Arc::unwrap_or_clone(notes))),
            other => other,
        };
        if jobs.send(own).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc::channel, thread};

    use super::*;
    use crate::notes::tests::notes_with;

    #[test]
    fn a_busy_keeper_holds_nothing_that_the_window_changes() {
        let ((window, handed), (jobs, incoming)) = (channel(), channel());
        let handing = thread::spawn(move || hand_over(&handed, &jobs));
        let mut notes = Arc::new(notes_with(3));
        window.send(Job::Keep(notes.clone())).unwrap();
        window.send(Job::Stop).unwrap();
        drop(window);
        handing.join().unwrap();
        assert!(Arc::get_mut(&mut notes).is_some());
        assert!(matches!(incoming.recv(), Ok(Job::Keep(kept)) if kept == notes));
        assert!(matches!(incoming.recv(), Ok(Job::Stop)));
    }
}
