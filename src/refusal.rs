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
/// What they call a disk that cannot be read or written, by number.
const INPUT_OUTPUT: &[i32] = if cfg!(unix) { &[5] } else { &[] };

/// A reason of the system's. It reads as English, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such file or folder")]
    Missing,
    #[error("permission is denied")]
    NoPermission,
    #[error("the disk is full")]
    DiskFull,
    #[error("the room that you may use on the disk is full")]
    QuotaReached,
    #[error("the disk can only be read")]
    ReadOnly,
    #[error("the file is too large for the disk")]
    TooLarge,
    #[error("the name cannot be that of a file there")]
    BadName,
    #[error("a folder has the name of the file")]
    FolderInTheWay,
    #[error("a part of the path is a file")]
    NotAFolder,
    #[error("another program is using it")]
    Busy,
    #[error("it took too long")]
    TimedOut,
    #[error("the network drive cannot be reached")]
    NoNetwork,
    #[error("its link leads back to itself")]
    LinkLoop,
    #[error("Input/output error")]
    InputOutput,
    /// Any other, in the system's own words, without the number that it adds.
    #[error("{0}")]
    Other(String),
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        // The kinds for these are not to be named yet.
        let is_one_of = |numbers: &[i32]| error.raw_os_error().is_some_and(|number| numbers.contains(&number));
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::NoPermission,
            ErrorKind::StorageFull => Self::DiskFull,
            ErrorKind::QuotaExceeded => Self::QuotaReached,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::InvalidFilename => Self::BadName,
            ErrorKind::IsADirectory => Self::FolderInTheWay,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Busy,
            ErrorKind::TimedOut => Self::TimedOut,
            ErrorKind::StaleNetworkFileHandle
            | ErrorKind::NetworkDown
            | ErrorKind::NetworkUnreachable
            | ErrorKind::HostUnreachable => Self::NoNetwork,
            _ if is_one_of(LOOP) => Self::LinkLoop,
            _ if is_one_of(INPUT_OUTPUT) => Self::InputOutput,
            _ => {
                let text = error.to_string();
                Self::Other(text.split(" (os error").next().unwrap_or(&text).to_owned())
            }
        }
    }
}
