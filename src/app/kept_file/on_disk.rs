use std::{
    fs,
    io::{ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use super::{Content, Kept, Understand, Understood};
use crate::sidecar::{Lock, keep_beside};

/// The largest file that is read; the longest paths that there are do not fill it.
const LARGEST: u64 = 4 << 20;

/// How long a change waits for another window that is writing.
const PATIENCE: Duration = Duration::from_secs(2);

/// A file as it was last read or written here.
pub(super) struct OnDisk<T> {
    pub path: PathBuf,
    pub content: Content,
    pub text: Option<String>,
    pub known: T,
    pub understand: Understand<T>,
}

impl<T: Kept> OnDisk<T> {
    /// Takes in what another window wrote meanwhile, if all of it is understood; what is wrong there is told when it is
    /// written over.
    pub fn look(&mut self) {
        if let Ok(Some(text)) = read(&self.path)
            && self.text.as_ref() != Some(&text)
            && let Ok(Understood { value, loses: false, .. }) = (self.understand)(&text)
        {
            (self.known, self.text) = (value, Some(text));
        }
    }

    /// Writes a change, together with what another window wrote meanwhile.
    pub fn take(&mut self, base: &T, ours: &T) -> std::io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Without the lock of a writer that never ends, what it writes may be lost; ours is not.
        let _lock = Lock::acquire(&self.path, PATIENCE);
        let text = read(&self.path)?;
        if text != self.text
            && let Some(text) = &text
        {
            match (self.understand)(text) {
                Ok(Understood { value, loses: false, .. }) => self.known = value,
                Ok(Understood { value, .. }) => {
                    self.known = value;
                    keep_copy(&self.path);
                }
                Err(_) => _ = keep_copy(&self.path),
            }
        }
        self.known = T::merged(base, ours, &self.known);
        let pretty = ron::ser::PrettyConfig::new().struct_names(false);
        // Our values are plain data: what they cannot express (a path that is no text) is kept out of them.
        let text = ron::ser::to_string_pretty(&self.known, pretty).map_err(std::io::Error::other)? + "\n";
        write(&self.path, &text)?;
        self.text = Some(text);
        Ok(())
    }
}

/// Copies a file before what is wrong in it is written over; where to.
pub(super) fn keep_copy(path: &Path) -> Option<PathBuf> {
    keep_beside(path, &fs::read(path).ok()?, "damaged").ok()
}

pub(super) fn read(path: &Path) -> std::io::Result<Option<String>> {
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes)?;
    // What is no text is found damaged by the reader of RON, with its place.
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
