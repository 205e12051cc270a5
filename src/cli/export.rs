use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{answer::Answer, read_article, read_layers, read_own};
use crate::{
    export::{Export, Format, OtherNotes, save},
    notes::Notes,
    reading::Reading,
    speech::Speech,
};

/// Exports an article's notes of all layers, or with some formats the article along with them, to a file or to standard
/// output.
pub(super) fn make(
    file: &Path,
    format: Format,
    out: Option<PathBuf>,
    reader: &str,
    answer: &mut Answer,
) -> Result<(), String> {
    let article = read_article(file, answer)?;
    let layers = read_layers(file, &article);
    for (_, sidecar) in &layers {
        sidecar.all_warnings().for_each(|warning| answer.tell(sidecar, &warning.to_string()));
    }
    let own = read_own(file, &article, reader).sidecar;
    let speech = Arc::new(Speech::of(&article));
    let reading = Reading::new(article, speech, own.notes().clone());
    let owner = |layer: &'_ str, notes: &Notes| {
        let author = notes.author.trim();
        if author.is_empty() { layer.to_owned() } else { author.to_owned() }
    };
    let owners: Vec<String> = layers.iter().map(|(layer, sidecar)| owner(layer, sidecar.notes())).collect();
    let others: Vec<OtherNotes<'_>> = layers
        .iter()
        .zip(&owners)
        .filter(|((layer, _), _)| layer != own.layer())
        .map(|((layer, sidecar), owner)| OtherNotes { layer, owner, notes: sidecar.notes() })
        .collect();
    let export = Export { reading: &reading, own_layer: own.layer(), others: &others };
    let text = export.to(format).map_err(|error| error.to_string())?;
    match out.filter(|out| out.as_os_str() != "-") {
        Some(out) => save(&out, Some(file), &text).map_err(|error| error.to_string()),
        None => answer.print(&text),
    }
}
