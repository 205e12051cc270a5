//! The system's dialogs for choosing files, on a worker: it may take minutes to answer, or never come at all.
//!
//! In: a click. Out: an [`Answer`], some time later. Never: a wait in the window.

use crate::app::language::message;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::time::{Duration, Instant};

/// Where dialogs come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialogs {
    #[default]
    OfSystem,
    /// There are none, as on a bare system: paths are typed.
    Absent,
}

/// Sooner than this nobody has read a dialog and cancelled it.
const TOO_SOON: Duration = Duration::from_millis(300);

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The files that were chosen; at least one.
    Files(Vec<PathBuf>),
    Cancelled,
    /// None could be had: no portal and no zenity, or they gave up at once.
    NoDialog,
}

/// A dialog that is open, as far as anybody knows.
pub struct Dialog {
    answers: Receiver<Answer>,
}

impl Dialog {
    /// Asks for several files, beginning in `folder`, and wakes the window when that is answered.
    pub fn open(context: &egui::Context, dialogs: Dialogs, folder: Option<&Path>) -> Self {
        let mut dialog = rfd::FileDialog::new().set_title(message!("dialog-open"));
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        Self::ask(context, dialogs, move || dialog.pick_files())
    }

    /// Asks for one file to read, beginning in the folder of a path.
    pub fn choose(context: &egui::Context, dialogs: Dialogs, path: &Path) -> Self {
        let mut dialog = rfd::FileDialog::new().set_title(message!("import-tags"));
        if let Some(folder) = path.parent() {
            dialog = dialog.set_directory(folder);
        }
        Self::ask(context, dialogs, move || dialog.pick_file().map(|file| vec![file]))
    }

    /// Asks for a file to write, beginning with a path.
    pub fn save(context: &egui::Context, dialogs: Dialogs, path: &Path) -> Self {
        let mut dialog = rfd::FileDialog::new().set_title(message!("dialog-export"));
        if let Some(folder) = path.parent() {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = path.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        Self::ask(context, dialogs, move || dialog.save_file().map(|file| vec![file]))
    }

    fn ask(
        context: &egui::Context,
        dialogs: Dialogs,
        show: impl FnOnce() -> Option<Vec<PathBuf>> + Send + 'static,
    ) -> Self {
        let (sender, answers) = mpsc::channel();
        let context = context.clone();
        let begun = Instant::now();
        if dialogs == Dialogs::OfSystem {
            // When no thread can be had the channel is closed, which reads as "no dialog".
            _ = std::thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
                let chosen = show();
                // The window may be gone by now.
                _ = sender.send(judge(chosen, begun.elapsed()));
                context.request_repaint();
            });
        } else {
            context.request_repaint();
        }
        Self { answers }
    }

    /// The answer, once it is there.
    pub fn answer(&self) -> Option<Answer> {
        match self.answers.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Answer::NoDialog),
        }
    }
}

/// Tells a cancelled dialog from none, as well as `rfd` lets us: on Linux it gives nothing at all when both portal and
/// zenity fail, and an empty list when somebody cancels; elsewhere nothing means cancelled. An answer that comes at
/// once was nobody's.
fn judge(chosen: Option<Vec<PathBuf>>, took: Duration) -> Answer {
    match chosen {
        Some(files) if !files.is_empty() => Answer::Files(files),
        _ if took < TOO_SOON => Answer::NoDialog,
        None if cfg!(target_os = "linux") => Answer::NoDialog,
        _ => Answer::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_dialog_is_told_from_a_cancelled_one() {
        let (soon, late) = (Duration::from_millis(20), Duration::from_secs(5));
        let files = vec![PathBuf::from("/a.txt")];
        assert_eq!(judge(Some(files.clone()), soon), Answer::Files(files));
        assert_eq!(judge(Some(vec![]), late), Answer::Cancelled);
        assert_eq!(judge(Some(vec![]), soon), Answer::NoDialog);
        assert_eq!(judge(None, soon), Answer::NoDialog);
        let expected = if cfg!(target_os = "linux") { Answer::NoDialog } else { Answer::Cancelled };
        assert_eq!(judge(None, late), expected);
    }

    #[test]
    fn a_worker_that_is_gone_reads_as_no_dialog() {
        let (_, answers) = mpsc::channel();
        assert_eq!(Dialog { answers }.answer(), Some(Answer::NoDialog));
    }
}
