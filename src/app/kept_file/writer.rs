use std::{
    sync::mpsc::{self, Receiver, Sender},
    thread::JoinHandle,
};

use super::{Kept, Trouble, on_disk::OnDisk, trouble::What};

/// A change of the value in this window.
pub(super) struct Changed<T> {
    pub base: T,
    pub ours: T,
}

/// What the worker has to do.
pub(super) enum Job<T> {
    Write(Changed<T>),
    Look(Box<dyn FnOnce(&T) + Send>),
}

/// What the worker tells.
pub(super) enum News<T> {
    /// Another window had changed the file: the value as this window knew it, and as it is.
    Together {
        ours: T,
        all: T,
    },
    NotKept(Trouble),
    /// The value is on the disk, after it was not.
    Kept,
}

/// The worker that writes one file.
pub(super) struct Writer<T> {
    pub jobs: Option<Sender<Job<T>>>,
    pub news: Receiver<News<T>>,
    pub worker: Option<JoinHandle<()>>,
}

impl<T: Kept> Writer<T> {
    pub fn start(mut file: OnDisk<T>) -> Option<Self> {
        let (jobs, inbox) = mpsc::channel::<Job<T>>();
        let (outbox, news) = mpsc::channel();
        let worker = std::thread::Builder::new().name("kept file".to_owned()).spawn(move || {
            let mut failed = false;
            while let Ok(first) = inbox.recv() {
                let (mut changed, mut looks) = (None::<Changed<T>>, Vec::new());
                for job in std::iter::once(first).chain(inbox.try_iter()) {
                    match (job, &mut changed) {
                        // Only the newest state matters: dragging a panel makes many.
                        (Job::Write(last), Some(changed)) => changed.ours = last.ours,
                        (Job::Write(first), none) => *none = Some(first),
                        (Job::Look(then), _) => looks.push(then),
                    }
                }
                let is_write = changed.is_some();
                let told = match changed {
                    Some(changed) => write(&mut file, changed),
                    None => look(&mut file),
                };
                let fails = matches!(told, Some(News::NotKept(_)));
                let kept = (is_write && failed && !fails).then_some(News::Kept);
                failed = if is_write { fails } else { failed };
                // The window may be gone by now; then nobody is left to tell.
                told.into_iter().chain(kept).for_each(|news| _ = outbox.send(news));
                looks.into_iter().for_each(|then| then(&file.known));
            }
        });
        Some(Self { jobs: Some(jobs), news, worker: Some(worker.ok()?) })
    }

    pub fn give(&self, job: Job<T>) {
        if let Some(jobs) = &self.jobs {
            _ = jobs.send(job);
        }
    }
}

/// Writes a change; what to tell of that.
fn write<T: Kept>(file: &mut OnDisk<T>, Changed { base, ours }: Changed<T>) -> Option<News<T>> {
    match file.take(&base, &ours) {
        Ok(()) => (file.known != ours).then(|| News::Together { ours, all: file.known.clone() }),
        Err(error) => {
            let (content, path) = (file.content, file.path.clone());
            Some(News::NotKept(What::NotKept { content, path, error: (&error).into() }.into()))
        }
    }
}

/// Looks what another window wrote, and tells it.
fn look<T: Kept>(file: &mut OnDisk<T>) -> Option<News<T>> {
    let ours = file.known.clone();
    file.look();
    (file.known != ours).then(|| News::Together { ours, all: file.known.clone() })
}

impl<T> Drop for Writer<T> {
    fn drop(&mut self) {
        // Without a sender the worker writes what is left and ends.
        self.jobs = None;
        if let Some(worker) = self.worker.take() {
            _ = worker.join();
        }
    }
}
