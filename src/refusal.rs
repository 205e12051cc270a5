//! Why the system refused to read or write something, in words for a reader.

use std::io::{self, ErrorKind};

/// What Linux and macOS call a link that leads back to itself, by number.
const LOOP: &[i32] = if cfg!(target_os = "linux") {
    &[40]
} else if cfg!(target_os = "macos") {
    &[62]
} else {
    &[]
};

/// The usual reasons in words of ours, which the window says in its language; others in the system's own, without the
/// number that it adds.
pub fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "permission is denied",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "the room that you may use on the disk is full",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::FileTooLarge => "the file is too large for the disk",
        ErrorKind::InvalidFilename => "the name cannot be that of a file there",
        ErrorKind::IsADirectory => "a folder has the name of the file",
        ErrorKind::NotADirectory => "a part of the path is a file",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "another program is using it",
        ErrorKind::TimedOut => "it took too long",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable => "the network drive cannot be reached",
        // The kind for it is not to be named yet.
        _ if error.raw_os_error().is_some_and(|number| LOOP.contains(&number)) => "its link leads back to itself",
        _ => {
            let text = error.to_string();
            return text.split(" (os error").next().unwrap_or(&text).to_owned();
        }
    };
    words.to_owned()
}
