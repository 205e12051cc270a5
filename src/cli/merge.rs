use std::path::{Path, PathBuf};

use super::{Answer, note::mention_kept_apart, read_article, read_own};
use crate::{
    excerpt::one_line,
    notes::Taken,
    sidecar::{Arrival, Folders, Merged, Other, merge_files, read_others},
};

/// Brings sidecars into an article's notes, or into a sidecar; says how many, but not to git.
pub(super) fn make(
    file: &Path,
    base: Option<&Path>,
    others: &[PathBuf],
    reader: &str,
    answer: &mut Answer,
) -> Result<(), String> {
    let is_sidecar = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    if is_sidecar || base.is_some() {
        let merged = merge_files(file, base, others, reader, &Folders::of_user());
        let Merged { taken, strangers, damage } = merged.map_err(|error| error.to_string())?;
        for Other { path, document } in strangers.into_iter().filter(|_| !taken.is_nothing()) {
            let (path, file, own) = (path.display(), file.display(), &document.article.name);
            answer.mention(&format!("“{path}” holds notes on “{own}”; they are in “{file}” now all the same."));
        }
        if base.is_none() {
            damage.iter().for_each(|warning| answer.mention(&one_line(&warning.to_string())));
            said(&taken, &file.display().to_string()).iter().for_each(|said| answer.mention(said));
        }
        return Ok(());
    }
    let article = read_article(file, answer)?;
    let others = read_others(others).map_err(|error| error.to_string())?;
    let damage = others.iter().flat_map(Other::warnings);
    damage.for_each(|warning| answer.mention(&one_line(&warning.to_string())));
    let mut sidecar = read_own(file, &article, reader).sidecar;
    if !sidecar.is_read_only() {
        sidecar.all_warnings().for_each(|warning| answer.mention(&one_line(&warning.to_string())));
    }
    let brought = sidecar.bring_in(&others).map_err(|error| error.to_string())?;
    for (other, arrival) in others.iter().zip(brought.arrivals) {
        uncertain(other, arrival, article.name()).iter().for_each(|said| answer.mention(said));
    }
    mention_kept_apart(file, &brought.saved, "the notes are", answer);
    said(&brought.taken, article.name()).iter().for_each(|said| answer.mention(said));
    Ok(())
}

/// What merging did, if it did anything.
fn said(taken: &Taken, into: &str) -> Option<String> {
    if taken.is_nothing() {
        return None;
    }
    let notes = |count: usize, became: &str| {
        let notes = if count == 1 { "note" } else { "notes" };
        (count > 0).then(|| format!("{count} {notes} {became}"))
    };
    let both = if taken.both == 1 { "has both texts now" } else { "have both texts now" };
    let parts = [
        notes(taken.added, "added"),
        notes(taken.changed, "changed"),
        notes(taken.both, both),
        notes(taken.deleted, "deleted"),
    ];
    Some(format!("Merged into “{into}”: {}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
}

/// Says that notes which were brought in have no place in an article, or no certain one, and which article they are on
/// if that is another.
fn uncertain(Other { path, document }: &Other, arrival: Arrival, article: &str) -> Option<String> {
    let (path, all, own) = (path.display(), document.notes.annotations.len(), &document.article.name);
    let own = if own.is_empty() || own == article { String::new() } else { format!(", which are on “{own}”,") };
    let lost = match arrival.lost {
        0 => None,
        1 => Some(format!("1 found no place in “{article}” and is kept without one")),
        lost => Some(format!("{lost} found no place in “{article}” and are kept without one")),
    };
    let strays = match arrival.strays {
        0 => None,
        1 => Some("1 is on words that stand there too and asks to be confirmed".to_owned()),
        strays => Some(format!("{strays} are on words that stand there too and ask to be confirmed")),
    };
    let parts: Vec<String> = lost.into_iter().chain(strays).collect();
    (!parts.is_empty()).then(|| format!("Of the {all} notes in “{path}”{own} {}.", parts.join(", ")))
}
