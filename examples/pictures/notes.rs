//! Notes for the pictures, made at a time that never changes.

use std::{fmt::Write as _, path::Path};

use anyhow::Context as _;

/// A note on words that stand once in the article.
pub struct Note {
    pub quote: &'static str,
    pub colour: &'static str,
    pub tag: &'static str,
    pub note: &'static str,
}

/// Writes a layer of notes beside an article: its tags with their colours, and its notes.
pub fn write(article: &Path, layer: &str, author: &str, tags: &[(&str, &str)], notes: &[Note]) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(article)?;
    let name = article.file_name().and_then(|name| name.to_str()).context("the article has no name")?;
    let mut ron = format!("(format: 1, article: (name: {name:?}), author: {author:?}, tags: [");
    for (tag, colour) in tags {
        write!(ron, "(name: {tag:?}, colour: {colour:?}),")?;
    }
    ron += "], annotations: [";
    for (number, Note { quote, colour, tag, note }) in notes.iter().enumerate() {
        let at = text.find(quote).with_context(|| format!("“{quote}” is not in {name}"))?;
        let (start, length) = (text[..at].chars().count(), quote.chars().count());
        let before: String = text.chars().skip(start - 32).take(32).collect();
        let after: String = text.chars().skip(start + length).take(32).collect();
        write!(
            ron,
            "(id: \"{layer}{number}\", range: ({start}, {}), before: {before:?}, quote: {quote:?}, after: {after:?}, \
             colour: {colour:?}, tags: [{tag:?}], note: {note:?}, made: \"2024-03-05T12:00:00Z\", \
             changed: \"2024-03-05T12:00:00Z\"),",
            start + length,
        )?;
    }
    ron += "])";
    std::fs::write(article.with_file_name(format!("{name}.{layer}.ron")), ron)?;
    Ok(())
}
