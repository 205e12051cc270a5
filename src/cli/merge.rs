use std::path::{Path, PathBuf};

use super::{Answer, answer::one_line, read_article, read_own};
use crate::sidecar::{Folders, Other, merge_files, read_others};

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
        let strangers = merge_files(file, base, others, reader, &Folders::of_user());
        for Other { path, document } in strangers.map_err(|error| error.to_string())? {
            let (path, file, own) = (path.display(), file.display(), &document.article.name);
            answer.mention(&format!("“{path}” holds notes on “{own}”; they are in “{file}” now all the same."));
        }
        return Ok(());
    }
    let article = read_article(file, answer)?;
    let others = read_others(others).map_err(|error| error.to_string())?;
    let mut sidecar = read_own(file, &article, reader).sidecar;
    sidecar.warnings().iter().for_each(|warning| answer.mention(&one_line(&warning.to_string())));
    let lost = sidecar.bring_in(&others).map_err(|error| error.to_string())?;
    for (other, lost) in others.iter().zip(lost).filter(|(_, lost)| *lost > 0) {
        answer.mention(&without_place(other, lost, article.name()));
    }
    Ok(())
}

/// Says that notes which were brought in have no place in an article, and which article they are on if that is another.
fn without_place(Other { path, document }: &Other, lost: usize, article: &str) -> String {
    let (path, all, own) = (path.display(), document.notes.annotations.len(), &document.article.name);
    let own = if own.is_empty() || own == article { String::new() } else { format!(", which are on “{own}”,") };
    let kept = if lost == 1 { "is kept" } else { "are kept" };
    format!("{lost} of the {all} notes in “{path}”{own} found no place in “{article}” and {kept} without one.")
}
