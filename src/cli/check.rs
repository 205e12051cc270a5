use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{Answer, read_article};
use crate::{
    excerpt::one_line,
    sidecar::{FORMAT, Folders, OWN_LAYER, SidecarError, conflict_copies, named_as_layers, read_given, real},
};

/// Prints a line for every damaged place and for every file that is in order; fails if anything is damaged.
pub(super) fn print(files: &[PathBuf], answer: &mut Answer) -> Result<(), String> {
    for file in files {
        let is_sidecar = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        let checked =
            if is_sidecar { Ok(Checked::of(std::slice::from_ref(file))) } else { check_article(file, answer) };
        let Checked { damage, refused } = match checked {
            Ok(checked) => checked,
            Err(sentence) => {
                answer.fail(&sentence);
                continue;
            }
        };
        let name = file.display();
        damage.iter().try_for_each(|place| answer.print(&line(place)))?;
        refused.iter().for_each(|sentence| answer.fail(sentence));
        match damage.len() {
            0 if refused.is_empty() => answer.print(&line(&format!("“{name}” is in order")))?,
            0 => {}
            count => {
                let places = if count == 1 { "one damaged place" } else { "several damaged places" };
                let which =
                    if is_sidecar { format!("“{name}” has") } else { format!("The notes of “{name}” have") };
                answer.fail(&format!("{which} {places}. What stands there is kept; mend it in an editor."));
            }
        }
    }
    Ok(())
}

/// What is wrong in some sidecars: the damaged places, and why others cannot be read at all.
#[derive(Default)]
struct Checked {
    damage: Vec<String>,
    refused: Vec<String>,
}

impl Checked {
    fn of(sidecars: &[PathBuf]) -> Self {
        let mut checked = Self::default();
        for path in sidecars {
            match check_sidecar(path) {
                Ok(damage) => checked.damage.extend(damage),
                Err(sentence) => checked.refused.push(sentence),
            }
        }
        checked
    }
}

fn line(text: &str) -> String {
    one_line(text) + "\n"
}

/// What is wrong in all layers of an article, and in the copies of them that a sync service left; one without notes is in
/// order.
fn check_article(file: &Path, answer: &mut Answer) -> Result<Checked, String> {
    let article = read_article(file, answer)?;
    let apart = Folders::of_user().files(file, &article);
    let mut layers = named_as_layers(file);
    if !apart.is_empty() {
        // A folder of that name is why they are there.
        layers.retain(|(_, path)| !path.is_dir());
    }
    let names: BTreeSet<&str> = layers.iter().map(|(layer, _)| layer.as_str()).chain([OWN_LAYER]).collect();
    let real = real(file);
    let copies = names.into_iter().flat_map(|layer| conflict_copies(&real, layer));
    let copies: Vec<PathBuf> = copies.collect();
    let all: Vec<PathBuf> = layers.into_iter().map(|(_, path)| path).chain(copies).chain(apart).collect();
    Ok(Checked::of(&all))
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
