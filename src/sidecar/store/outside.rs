//! What another program did to the file of the notes.

use super::Sidecar;
use crate::sidecar::{document::hash, file::read_content};

/// What became of the file beside the article, which may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sidecar) enum FileSeen {
    /// It is what was last read or written, cannot be read, or is gone together with its article.
    AsBefore,
    /// It holds other bytes.
    Another,
    /// It held notes, and was emptied or taken away, while the article is where it was.
    Emptied,
}

impl Sidecar {
    /// Looks at the file beside the article.
    pub(in crate::sidecar) fn look_at_file(&self) -> FileSeen {
        let Some(path) = self.file_beside() else { return FileSeen::AsBefore };
        let known = self.file.as_ref().filter(|file| file.path == path);
        match read_content(&path) {
            Err(_) => FileSeen::AsBefore,
            Ok(Some(bytes)) if known.is_some_and(|known| known.hash == hash(&bytes)) => FileSeen::AsBefore,
            Ok(Some(_)) => FileSeen::Another,
            Ok(None) => {
                let is_article_there = self.path.as_ref().is_some_and(|article| article.exists());
                let held = known.is_some() && !self.notes.is_empty();
                if held && is_article_there { FileSeen::Emptied } else { FileSeen::AsBefore }
            }
        }
    }

    /// Whether the file beside the article, which may not be written, holds other bytes than were last read, or is gone.
    pub(in crate::sidecar) fn was_mended(&self) -> bool {
        let Some(path) = self.file_beside() else { return false };
        let known = self.file.as_ref().filter(|file| file.path == path).map(|file| &file.hash);
        let Ok(there) = read_content(&path) else { return false };
        let there = there.map(|bytes| hash(&bytes));
        let not_understood = self.not_understood.as_ref().filter(|(other, _)| *other == path).map(|(_, hash)| hash);
        there.as_ref() != known.or(not_understood)
    }
}
