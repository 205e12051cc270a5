//! One writer at a time: a lock beside the sidecar, held only while it is read, changed and replaced.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::document::hash;

/// How long a writer waits for another.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Why a lock could not be had.
#[derive(Debug)]
pub(crate) enum LockError {
    /// Another program holds it.
    Held(Holder),
    Io(io::Error),
}

/// Who holds a lock. It reads as English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Holder {
    #[error("another program")]
    Unknown,
    /// As it calls itself.
    #[error("{0}")]
    Named(String),
}

/// The right to write a sidecar, until this is dropped.
///
/// The operating system takes the lock from a program that ends, however it ends; only the empty hint of a file may
/// stay behind then, and the next writer removes it.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    /// Whether a program that held it before was ended in the middle, and may have left files behind.
    pub was_abandoned: bool,
    /// Kept open: closing it gives the lock back.
    _file: File,
}

impl Lock {
    /// Waits for the right to write `sidecar`.
    pub fn acquire(sidecar: &Path, patience: Duration) -> Result<Self, LockError> {
        let path = path_beside(sidecar);
        let begun = Instant::now();
        loop {
            let mut options = OpenOptions::new();
            let file = options.read(true).write(true).create(true).truncate(false).open(&path);
            // One that another user's program left behind can still be locked, if not written.
            let file = file.or_else(|error| File::open(&path).map_err(|_| error));
            let mut file = file.map_err(LockError::Io)?;
            match file.try_lock() {
                // The one before may have removed the file between our opening and locking it.
                Ok(()) if !is_still(&file, &path) => continue,
                Ok(()) => {
                    let was_abandoned = file.metadata().is_ok_and(|data| data.len() > 0);
                    // Only a hint for whoever waits: without it they are told less. It is never empty in between, so
                    // that a second program ended in the middle does not hide the first.
                    let name = ourselves();
                    let _ = file.write_all(name.as_bytes()).and_then(|()| file.set_len(name.len() as u64));
                    return Ok(Self { path, was_abandoned, _file: file });
                }
                Err(TryLockError::WouldBlock) if begun.elapsed() < patience => {
                    std::thread::sleep(Duration::from_millis(15));
                }
                Err(TryLockError::WouldBlock) => {
                    let mut holder = String::new();
                    let _ = file.take(200).read_to_string(&mut holder);
                    let holder = holder.trim();
                    return Err(LockError::Held(match holder {
                        "" => Holder::Unknown,
                        name => Holder::Named(name.to_owned()),
                    }));
                }
                // Some network drives know no locks; writing is still whole or not at all.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { path, was_abandoned: false, _file: file });
                }
                Err(TryLockError::Error(error)) => return Err(LockError::Io(error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is held, so that nobody can lock a file that is about to go. On other systems than Unix we
        // cannot tell whether a file is still the one that was opened, so it stays.
        if cfg!(unix) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// A name of fixed length, because the sidecar's own may be as long as a name can be.
fn path_beside(sidecar: &Path) -> PathBuf {
    let name = sidecar.file_name().unwrap_or_default();
    sidecar.with_file_name(format!(".quotemark-{}.lock", hash(name.as_encoded_bytes())))
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same =
        |one: &std::fs::Metadata, other: &std::fs::Metadata| (one.dev(), one.ino()) == (other.dev(), other.ino());
    matches!((file.metadata(), std::fs::metadata(path)), (Ok(one), Ok(other)) if same(&one, &other))
}

#[cfg(not(unix))]
fn is_still(_file: &File, _path: &Path) -> bool {
    true
}

fn ourselves() -> String {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let host = host.or_else(|| std::env::var("COMPUTERNAME").ok()).or_else(|| std::env::var("HOSTNAME").ok());
    match host.as_deref().map(str::trim) {
        Some(host) if !host.is_empty() => format!("process {} on {host}", std::process::id()),
        _ => format!("process {}", std::process::id()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_writer_waits_and_then_says_who_holds_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let sidecar = folder.path().join("a.txt.notes.ron");
        let held = Lock::acquire(&sidecar, PATIENCE).unwrap();
        match Lock::acquire(&sidecar, Duration::from_millis(40)) {
            Err(LockError::Held(Holder::Named(name))) => {
                assert!(name.contains(&std::process::id().to_string()), "{name}")
            }
            other => panic!("{other:?}"),
        }
        drop(held);
        assert!(Lock::acquire(&sidecar, Duration::ZERO).is_ok());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing stays behind");
    }

    #[test]
    fn many_writers_are_never_inside_together() {
        let folder = tempfile::tempdir().unwrap();
        let sidecar = folder.path().join("a.txt.notes.ron");
        let counter = folder.path().join("counter");
        std::fs::write(&counter, "0").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        let _lock = Lock::acquire(&sidecar, Duration::from_secs(30)).unwrap();
                        let count: u32 = std::fs::read_to_string(&counter).unwrap().parse().unwrap();
                        std::fs::write(&counter, (count + 1).to_string()).unwrap();
                    }
                });
            }
        });
        assert_eq!(std::fs::read_to_string(&counter).unwrap(), "160");
    }
}
