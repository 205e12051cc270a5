use std::path::{Path, PathBuf};

use super::{Answer, answer::one_line, read_article, read_own};
use crate::sidecar::{Folders, merge_files, read_others};

/// Brings sidecars into an article's notes, or into a sidecar; prints nothing.
pub(super) fn make(
    file: &Path,
    base: Option<&Path>,
    others: &[PathBuf],
    reader: &str,
    answer: &mut Answer,
) -> Result<(), String> {
    let is_sidecar = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    if is_sidecar || base.is_some() {
        return merge_files(file, base, others, reader, &Folders::of_user()).map_err(|error| error.to_string());
    }
    let article = read_article(file, answer)?;
    let others = read_others(others).map_err(|error| error.to_string())?;
    let mut sidecar = read_own(file, &article, reader).sidecar;
    sidecar.warnings().iter().for_each(|warning| answer.mention(&one_line(&warning.to_string())));
    sidecar.bring_in(&others).map_err(|error| error.to_string())?;
    Ok(())
}
