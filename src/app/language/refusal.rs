//! Why the system refused to read or write something.

use super::message;
use crate::refusal::Refusal;

/// A reason, without a full stop; one that is not known stays in the system's words.
pub fn refusal(refusal: &Refusal) -> String {
    let said = match refusal {
        Refusal::Missing => message!("refusal-missing"),
        Refusal::NoPermission => message!("refusal-no-permission"),
        Refusal::DiskFull => message!("refusal-disk-full"),
        Refusal::QuotaReached => message!("refusal-quota-reached"),
        Refusal::ReadOnly => message!("refusal-read-only"),
        Refusal::TooLarge => message!("refusal-too-large"),
        Refusal::BadName => message!("refusal-bad-name"),
        Refusal::FolderInTheWay => message!("refusal-folder-in-the-way"),
        Refusal::NotAFolder => message!("refusal-not-a-folder"),
        Refusal::Busy => message!("refusal-busy"),
        Refusal::TimedOut => message!("refusal-timed-out"),
        Refusal::NoNetwork => message!("refusal-no-network"),
        Refusal::LinkLoop => message!("refusal-link-loop"),
        Refusal::InputOutput => message!("refusal-input-output"),
        Refusal::Other(words) => words,
    };
    said.to_owned()
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind};

    use super::*;
    use crate::app::language::tests::check_both;

    #[test]
    fn what_the_system_refuses_is_said_in_both_languages() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::QuotaExceeded,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::FileTooLarge,
            ErrorKind::InvalidFilename,
            ErrorKind::IsADirectory,
            ErrorKind::NotADirectory,
            ErrorKind::ResourceBusy,
            ErrorKind::TimedOut,
            ErrorKind::NetworkDown,
        ] {
            let error = Refusal::from(&io::Error::from(kind));
            check_both(&error.to_string(), || refusal(&error), &[]);
        }
        for error in [Refusal::LinkLoop, Refusal::InputOutput] {
            check_both(&error.to_string(), || refusal(&error), &[]);
        }
        if cfg!(target_os = "linux") {
            let refused = |number| Refusal::from(&io::Error::from_raw_os_error(number));
            assert_eq!([refused(40), refused(5)], [Refusal::LinkLoop, Refusal::InputOutput]);
            assert_eq!(refused(51), Refusal::Other("Level 2 halted".to_owned()), "the rest stays as it is");
        }
    }
}
