//! Texts of annotated articles, kept by digest in the user's data folder, so that after an edit every passage can be
//! mapped word by word from the text it was marked in.

use std::{fs, path::PathBuf, sync::Arc, time::SystemTime};

use super::{Folders, document::hash, save::replace};

/// The longest text that is kept, in bytes.
const LONGEST: u64 = 8 << 20;
/// How many bytes all texts may take; beyond that the oldest go.
const ALL: u64 = 256 << 20;

impl Folders {
    /// Keeps a text, once. One that cannot be kept is no failure: its passages are then found by their words.
    pub(super) fn keep_text(&self, digest: &str, text: &str) {
        let Some(path) = self.text_path(digest) else { return };
        if path.exists() || text.len() as u64 > LONGEST {
            return;
        }
        if let Some(folder) = path.parent()
            && fs::create_dir_all(folder).is_ok()
            && replace(&path, text.as_bytes()).is_ok()
        {
            self.drop_oldest_texts();
        }
    }

    /// A text that was kept, if it is whole.
    pub(super) fn text(&self, digest: &str) -> Option<Arc<str>> {
        let path = self.text_path(digest)?;
        let is_fit = fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() <= LONGEST);
        let text = fs::read_to_string(path).ok().filter(|_| is_fit)?;
        (format!("sha256:{}", hash(text.as_bytes())) == digest).then(|| text.into())
    }

    /// A digest comes from a stranger's file: only one that is nothing but a hash names a file here.
    fn text_path(&self, digest: &str) -> Option<PathBuf> {
        let hash = digest.strip_prefix("sha256:")?;
        let is_hash =
            hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        is_hash.then(|| self.notes.as_ref().map(|folder| folder.join("texts").join(format!("{hash}.txt"))))?
    }

    fn drop_oldest_texts(&self) {
        let Some(folder) = self.notes.as_ref().map(|folder| folder.join("texts")) else { return };
        let mut texts: Vec<(SystemTime, u64, PathBuf)> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let data = entry.metadata().ok()?;
                Some((data.modified().ok()?, data.len(), entry.path()))
            })
            .collect();
        texts.sort();
        let mut sum: u64 = texts.iter().map(|(_, length, _)| length).sum();
        for (_, length, path) in texts {
            if sum <= ALL {
                return;
            }
            // One that stays is tried again with the next text.
            let _ = fs::remove_file(path);
            sum -= length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_digest_alone() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders { notes: Some(folder.path().to_owned()) };
        let digest = format!("sha256:{}", hash("Once.".as_bytes()));
        assert_eq!(folders.text(&digest), None);
        folders.keep_text(&digest, "Once.");
        assert_eq!(folders.text(&digest).as_deref(), Some("Once."));
        fs::write(folders.text_path(&digest).unwrap(), "Twice.").unwrap();
        assert_eq!(folders.text(&digest), None, "the text is another one");
        for name in ["sha256:../../etc/passwd", "sha256:", "0123456789abcdef", "sha256:0123456789ABCDEF"] {
            assert_eq!(folders.text_path(name), None, "{name}");
        }
    }
}
