//! A sidecar's bytes as UTF-8: other programs write other charsets.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::{FormatError, Problem};

/// Bytes without their byte-order mark; what the mark says is UTF-16, as Notepad saves it, is made UTF-8. What has no
/// mark stays as it is, also where it is no UTF-8.
///
/// # Errors
/// When it is UTF-16 that cannot all be read: what could not be written back must not be taken for read.
pub(super) fn as_utf_8(bytes: &[u8]) -> Result<Cow<'_, [u8]>, FormatError> {
    let Some((charset, mark)) = Encoding::for_bom(bytes) else { return Ok(bytes.into()) };
    let rest = &bytes[mark..];
    if charset == UTF_8 {
        return Ok(rest.into());
    }
    let text = charset.decode_without_bom_handling_and_without_replacement(rest).ok_or(FormatError {
        line: 1,
        column: 1,
        problem: Problem::TornUtf16,
    })?;
    Ok(text.into_owned().into_bytes().into())
}

/// Whether bytes are written in the charset that sidecars are written in.
pub(super) fn is_utf_8(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_none_or(|(charset, _)| charset == UTF_8)
}
