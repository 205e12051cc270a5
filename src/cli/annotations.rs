use std::{fmt::Write as _, path::Path};

use serde::Serialize;

use super::{
    Format,
    answer::{Answer, one_line},
    read_article, read_layers,
};
use crate::{
    article::Article,
    notes::{Annotation, Place},
};

#[derive(Serialize)]
struct Listing<'a> {
    annotations: Vec<Entry<'a>>,
}

/// One annotation; the offsets are characters.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    layer: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    quote: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<&'a str>,
    tags: &'a [String],
    colour: &'static str,
    note: &'a str,
}

impl<'a> Entry<'a> {
    fn of(article: &'a Article, layer: &'a str, annotation: &'a Annotation) -> Self {
        let range = annotation.place.range();
        Self {
            id: annotation.id.as_str(),
            layer,
            state: match annotation.place {
                Place::Exact(_) => "exact",
                Place::Changed(_) => "changed",
                Place::Orphan => "orphan",
            },
            start: range.map(|range| article.character_at(range.start())),
            end: range.map(|range| article.character_at(range.end())),
            quote: &annotation.selector.quote,
            now: range.map(|range| article.slice(range)),
            tags: &annotation.tags,
            colour: annotation.colour.name(),
            note: &annotation.note,
        }
    }

    /// A line on the annotation, then its words and the reader's, indented.
    fn lines(&self) -> String {
        let mut lines = format!("{}  {}  {}", self.id, self.layer, self.state);
        if let (Some(start), Some(end)) = (self.start, self.end) {
            // Writing to a string cannot fail.
            let _ = write!(lines, "  {start}–{end}");
        }
        let _ = write!(lines, "  {}", self.colour);
        if !self.tags.is_empty() {
            let _ = write!(lines, "  {}", self.tags.join(", "));
        }
        let _ = write!(lines, "\n    {}\n", one_line(self.quote));
        if let Some(now) = self.now.filter(|now| *now != self.quote) {
            let _ = writeln!(lines, "    now: {}", one_line(now));
        }
        for line in self.note.lines() {
            let _ = writeln!(lines, "    | {line}");
        }
        lines
    }
}

pub(super) fn print(file: &Path, format: Format, answer: &mut Answer) -> Result<(), String> {
    let article = read_article(file, answer)?;
    let layers = read_layers(file, &article);
    for (_, sidecar) in &layers {
        for warning in sidecar.warnings() {
            // A damaged entry is kept and the others are shown; a layer that cannot be shown at all is a failure.
            if sidecar.is_read_only() && sidecar.kept().is_none() {
                answer.fail(warning)
            } else {
                answer.mention(warning)
            }
        }
    }
    let entries = layers.iter().flat_map(|(layer, sidecar)| {
        sidecar.notes().annotations.iter().map(|annotation| Entry::of(&article, layer, annotation))
    });
    let text = match format {
        Format::Text => entries.map(|entry| entry.lines()).collect::<Vec<_>>().join("\n"),
        Format::Json => json(&Listing { annotations: entries.collect() })?,
    };
    answer.print(&text)
}

pub(super) fn json(listing: &impl Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(listing).map_err(|error| format!("The answer is no JSON: {error}."))?;
    Ok(text + "\n")
}
