//! Replacing a file so that at any moment, even after a power cut, either the old or the new one is there whole.

use std::{
    fs::{self, File, Permissions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::{
    charset::is_utf_8,
    document::{Document, hash},
    origin::Origin,
};

/// How the temporary files for one file are named, at the beginning and the end. Anybody who finds one may delete it.
///
/// The name is short whatever the file's own is, which may be as long as a name can be.
fn temporary(path: &Path) -> (String, &'static str) {
    (format!(".quotemark-{}-", hash(path.file_name().unwrap_or_default().as_encoded_bytes())), ".tmp")
}

/// The longest name of a file, in bytes; no system allows more.
const LONGEST_NAME: usize = 255;

/// How many backups are looked at for what a program left that made one.
const SWEPT: usize = 9;

/// Removes what a program left that was ended while it replaced a file. Only for who holds the file's lock.
pub(super) fn sweep(path: &Path) {
    let copies = (1..=SWEPT).map(|number| backup(path, number));
    let left: Vec<(String, &str)> =
        std::iter::once(path.to_owned()).chain(copies).map(|path| temporary(&path)).collect();
    for entry in fs::read_dir(folder_of(path)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_left =
            |name: &str| left.iter().any(|(prefix, suffix)| name.starts_with(prefix) && name.ends_with(suffix));
        if name.to_str().is_some_and(is_left) {
            // One that stays is no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Replaces the contents of a file, or makes it; the permissions of an old file stay.
///
/// `path` must not be a symbolic link (see [`target`]), or the link would be replaced.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_by(temporary(path), path, bytes)
}

/// Replaces a file by way of a temporary one that is named so.
fn replace_by((prefix, suffix): (String, &str), path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let old = fs::metadata(path).ok();
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "a folder has the name of the file"));
        }
        // A file can be replaced in its folder though nobody may write it: whoever marked it so meant it.
        if old.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(suffix);
    if let Some(permissions) = new_permissions() {
        builder.permissions(permissions);
    }
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    if let Some(old) = old {
        // A drive that keeps no permissions is no reason not to keep the notes.
        let _ = temporary.as_file().set_permissions(old.permissions());
    }
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// The file that a path leads to in the end, through symbolic links; it need not exist.
pub(crate) fn target(path: &Path) -> PathBuf {
    let mut target = path.to_owned();
    // As many links as Linux follows.
    for _ in 0..40 {
        let Ok(link) = fs::read_link(&target) else { break };
        target = target.parent().map(|folder| folder.join(&link)).unwrap_or(link);
    }
    target
}

/// Files are made as any program makes them: what the user's mask allows, not for the user alone.
#[cfg(unix)]
fn new_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn new_permissions() -> Option<Permissions> {
    None
}

/// The new name must be on the disk too. Where a folder cannot be synced there is nothing else to do.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

/// Keeps a copy of a file that somebody else wrote, or that holds more than will be written again: comments, damage,
/// another layout or charset. Of one that nobody signed, or that is damaged and will yet be written as it is, one copy is enough.
pub(super) fn back_up(path: &Path, bytes: &[u8], origin: Origin) -> io::Result<()> {
    let found = Document::read(bytes);
    let is_whole = found.as_ref().is_ok_and(|document| plain(&document.write()) == plain(bytes));
    let is_sound = is_utf_8(bytes) && found.is_ok_and(|document| document.damage.is_empty());
    let is_enough = match origin {
        Origin::Another => false,
        Origin::Here if is_sound => true,
        Origin::Here | Origin::Unknown => backup(path, 1).exists(),
    };
    if is_whole && is_enough {
        return Ok(());
    }
    keep_beside(path, bytes, BACKUP).map(|_| ())
}

/// Keeps a copy of what is in a file, or was, before something in it is replaced by what somebody else wrote.
pub(super) fn keep_copy(path: &Path, bytes: &[u8]) -> io::Result<()> {
    keep_beside(path, bytes, BACKUP).map(|_| ())
}

const BACKUP: &str = "backup";

/// Keeps what is in a file beside it, with this ending and, where others lie there already, a number behind it. The same
/// bytes are kept once. Gives where they are.
pub(crate) fn keep_beside(path: &Path, bytes: &[u8], ending: &str) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let copy = numbered(path, ending, number);
        // Years of copies may lie there: only one of the same length is read.
        match fs::metadata(&copy) {
            Ok(there) if there.len() == bytes.len() as u64 && fs::read(&copy)? == bytes => return Ok(copy),
            Ok(_) => number += 1,
            // Under the file's own temporary name, so that whoever writes it next sweeps it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return replace_by(temporary(path), &copy, bytes).map(|()| copy);
            }
            Err(error) => return Err(error),
        }
    }
}

fn backup(path: &Path, number: usize) -> PathBuf {
    numbered(path, BACKUP, number)
}

fn numbered(path: &Path, ending: &str, number: usize) -> PathBuf {
    let ending = if number == 1 { format!(".{ending}") } else { format!(".{ending}{number}") };
    let name = path.file_name().unwrap_or_default();
    let kept = LONGEST_NAME.saturating_sub(ending.len());
    let mut name = match name.to_str() {
        Some(text) if text.len() > kept => text[..text.floor_char_boundary(kept)].into(),
        _ => name.to_owned(),
    };
    name.push(ending);
    path.with_file_name(name)
}

/// Without what other systems add to text.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let is_kept = |(at, byte): (usize, &u8)| (*byte != b'\r' || bytes.get(at + 1) != Some(&b'\n')).then_some(*byte);
    bytes.iter().enumerate().filter_map(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_else_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        for text in ["one", "two and more"] {
            replace(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_writer_left_is_swept_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let (prefix, suffix) = temporary(&path);
        let names = ["a.ron".to_owned(), format!("{prefix}x7{suffix}"), ".quotemark-other-x7.tmp".to_owned()];
        names.iter().for_each(|name| fs::write(folder.path().join(name), "x").unwrap());
        sweep(&path);
        assert!(path.exists() && !folder.path().join(&names[1]).exists() && folder.path().join(&names[2]).exists());
    }

    #[test]
    fn a_file_with_the_longest_name_has_copies_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.notes.ron", "长".repeat(81)));
        fs::write(&path, "one").unwrap();
        let copies = ["one", "two", "two"].map(|text| keep_beside(&path, text.as_bytes(), BACKUP).unwrap());
        assert!(copies[0] != path && copies[0] != copies[1] && copies[1] == copies[2]);
        assert_eq!(copies.each_ref().map(|copy| fs::read_to_string(copy).unwrap()), ["one", "two", "two"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_followed() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.ron"), folder.path().join("link.ron"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
        symlink("real.ron", &link).unwrap();
        replace(&target(&link), b"new").unwrap();
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn a_file_that_nobody_may_write_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(replace(&path, b"new").unwrap_err().kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }

    #[test]
    fn a_folder_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
