use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{Answer, answer::one_line, read_article};
use crate::sidecar::{FORMAT, Folders, OWN_LAYER, SidecarError, conflict_copies, layers_beside, read_given, real};

/// Prints a line for every damaged place and for every file that is in order; fails if anything is damaged.
pub(super) fn print(files: &[PathBuf], answer: &mut Answer) -> Result<(), String> {
    for file in files {
        let is_sidecar = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        let checked = if is_sidecar { check_sidecar(file) } else { check_article(file, answer) };
        match checked {
            Err(sentence) => answer.fail(&sentence),
            Ok(damage) if damage.is_empty() => answer.print(&line(&format!("“{}” is in order", file.display())))?,
            Ok(damage) => {
                damage.iter().try_for_each(|place| answer.print(&line(place)))?;
                let places = if damage.len() == 1 { "one damaged place" } else { "several damaged places" };
                let name = file.display();
                answer.fail(&format!("“{name}” has {places}. What stands there is kept; mend it in an editor."));
            }
        }
    }
    Ok(())
}

fn line(text: &str) -> String {
    one_line(text) + "\n"
}

/// What is damaged in all layers of an article, and in the copies of them that a sync service left; one without notes is in order.
fn check_article(file: &Path, answer: &mut Answer) -> Result<Vec<String>, String> {
    let article = read_article(file, answer)?;
    let mut damage = Vec::new();
    let apart = Folders::of_user().files(file, &article);
    let layers = layers_beside(file);
    let names: BTreeSet<&str> = layers.iter().map(|(layer, _)| layer.as_str()).chain([OWN_LAYER]).collect();
    let real = real(file);
    let copies = names.into_iter().flat_map(|layer| conflict_copies(&real, layer)).filter(|copy| copy.is_file());
    let copies: Vec<PathBuf> = copies.collect();
    for path in layers.into_iter().map(|(_, path)| path).chain(copies).chain(apart) {
        damage.extend(check_sidecar(&path)?);
    }
    Ok(damage)
}

fn check_sidecar(path: &Path) -> Result<Vec<String>, String> {
    let name = path.display();
    let document = match read_given(path) {
        Ok(document) => document,
        Err(SidecarError::Unreadable { problem, .. } | SidecarError::NoNotes { problem, .. }) => {
            return Ok(vec![format!("“{name}”, {problem}")]);
        }
        Err(error) => return Err(error.to_string()),
    };
    if document.format > FORMAT {
        return Err(SidecarError::Newer { path: path.to_owned(), format: document.format }.to_string());
    }
    if document.was_empty {
        return Ok(vec![format!("“{name}”, line 1, column 1: the file is empty")]);
    }
    let place = |damage: &crate::sidecar::Damage| {
        format!("“{name}”, line {}, column {}: {}", damage.line, damage.column, damage.problem)
    };
    Ok(document.damage.iter().map(place).collect())
}
