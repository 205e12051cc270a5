use std::{fmt::Write as _, path::Path};

use serde::Serialize;

use super::{Format, answer::Answer, read_article, read_layers};
use crate::{excerpt::one_line, export::AnnotationEntry};

#[derive(Serialize)]
struct Listing<'a> {
    annotations: Vec<AnnotationEntry<'a>>,
}

/// A line on the annotation, then its words and the reader's, indented, and who wrote it, where that is somebody else than
/// whose the layer is.
fn lines(entry: &AnnotationEntry<'_>, by: &str) -> String {
    let mut lines = format!("{}  {}  {}", entry.id, entry.layer, entry.state);
    if let (Some(start), Some(end)) = (entry.start, entry.end) {
        // Writing to a string cannot fail.
        let _ = write!(lines, "  {start}–{end}");
    }
    let _ = write!(lines, "  {}", entry.colour);
    if !entry.tags.is_empty() {
        let _ = write!(lines, "  {}", entry.tags.join(", "));
    }
    let words = if entry.is_on_article() { "(the whole article)".to_owned() } else { one_line(entry.quote) };
    let _ = write!(lines, "\n    {words}\n");
    if let Some(now) = entry.now.filter(|now| *now != entry.quote) {
        let _ = writeln!(lines, "    now: {}", one_line(now));
    }
    if !by.is_empty() {
        let _ = writeln!(lines, "    by {}", one_line(by));
    }
    for line in entry.note.lines() {
        let _ = writeln!(lines, "    | {line}");
    }
    lines
}

pub(super) fn print(file: &Path, format: Format, answer: &mut Answer) -> Result<(), String> {
    let article = read_article(file, answer)?;
    let layers = read_layers(file, &article);
    for (_, sidecar) in &layers {
        sidecar.all_warnings().for_each(|warning| answer.tell(sidecar, &warning.to_string()));
    }
    let entries = layers.iter().flat_map(|(layer, sidecar)| {
        let annotations = sidecar.notes().annotations.iter();
        annotations.map(|one| (AnnotationEntry::of(&article, layer, one), one.by.as_str()))
    });
    let text = match format {
        Format::Text => entries.map(|(entry, by)| lines(&entry, by)).collect::<Vec<_>>().join("\n"),
        Format::Json => json(&Listing { annotations: entries.map(|(entry, _)| entry).collect() })?,
    };
    answer.print(&text)
}

pub(super) fn json(listing: &impl Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(listing).map_err(|error| format!("The answer is no JSON: {error}."))?;
    Ok(text + "\n")
}
