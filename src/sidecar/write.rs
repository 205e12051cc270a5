//! From a [`Document`] to the bytes of a sidecar: the same notes give the same bytes, and a changed note changes
//! only its own lines.

use std::fmt::Write as _;

use super::document::{ArticleLine, Document};
use crate::{
    notes::{Annotation, Correction, Subject, Tag},
    speech::Verdict,
};

impl Document {
    /// The sidecar as text.
    pub fn write(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_to(&mut out);
        out
    }

    fn write_to(&self, out: &mut String) -> std::fmt::Result {
        let ArticleLine { name, title, length, digest, sketch, earlier } = &self.article;
        let (name, verbatim) = (text(name), &self.verbatim);
        writeln!(out, "// Quotemark: notes on {name}. Plain RON; safe to edit, to diff and to share.")?;
        writeln!(out, "(")?;
        writeln!(out, "    format: {},", super::FORMAT)?;
        let (title, digest, mut more) = (text(title), text(digest), String::new());
        if !sketch.is_empty() {
            write!(more, ", sketch: {}", text(sketch))?;
        }
        if !earlier.is_empty() {
            let earlier: Vec<String> = earlier.iter().map(|digest| text(digest)).collect();
            write!(more, ", earlier: [{}]", earlier.join(", "))?;
        }
        more.push_str(&in_line(&verbatim.article_fields));
        writeln!(out, "    article: (name: {name}, title: {title}, length: {length}, digest: {digest}{more}),")?;
        writeln!(out, "    author: {},", text(&self.notes.author))?;

        let tags = self.notes.tags.iter().map(|tag| self.tag(tag));
        list(out, "tags", tags.chain(verbatim.damaged_tags.iter().map(|entry| kept(entry))))?;
        let annotations = self.notes.annotations.iter().map(|annotation| self.annotation(annotation));
        list(out, "annotations", annotations.chain(verbatim.damaged_annotations.iter().map(|entry| kept(entry))))?;
        let corrections = self.notes.corrections.iter().map(|correction| self.correction(correction));
        list(out, "speech", corrections.chain(verbatim.speech.iter().map(|entry| kept(entry))))?;
        let removed = self.notes.removed.iter();
        let removed = removed.map(|(id, at)| format!("(id: {}, at: {})", text(id.as_str()), text(&at.to_string())));
        list(out, "removed", removed.chain(verbatim.damaged_removed.iter().map(|entry| kept(entry))))?;

        for (name, value) in &verbatim.fields {
            writeln!(out, "    {name}: {value},")?;
        }
        let ext = if verbatim.ext.is_empty() { "{}" } else { &verbatim.ext };
        writeln!(out, "    ext: {ext},")?;
        writeln!(out, ")")
    }

    fn tag(&self, tag: &Tag) -> String {
        let more = self.verbatim.tag_fields.get(&tag.name).map(|fields| in_line(fields)).unwrap_or_default();
        let (name, colour, meaning) = (text(&tag.name), text(tag.colour.name()), text(&tag.meaning));
        format!("(name: {name}, colour: {colour}, meaning: {meaning}{more})")
    }

    fn correction(&self, correction: &Correction) -> String {
        let (id, made) = (text(correction.id.as_str()), text(&correction.made.to_string()));
        let more =
            self.verbatim.annotation_fields.get(&correction.id).map(|fields| in_line(fields)).unwrap_or_default();
        match &correction.subject {
            Subject::Passage { selector, verdict, .. } => {
                let (kind, speaker) = match verdict {
                    Verdict::SaidBy(name) => ("said by", name.as_str()),
                    Verdict::NotSpeech => ("not speech", ""),
                    Verdict::Speech(name) => ("speech", name.as_deref().unwrap_or_default()),
                };
                let (before, quote, after) = (text(&selector.before), text(&selector.quote), text(&selector.after));
                let (kind, speaker) = (text(kind), text(speaker));
                format!(
                    "(\n            id: {id}, verdict: {kind}, speaker: {speaker},\n            range: ({}, {}), before: {before}, quote: {quote}, after: {after},\n            made: {made}{more},\n        )",
                    selector.start, selector.end,
                )
            }
            Subject::SamePerson { name, speaker } => {
                let (name, speaker) = (text(name), text(speaker));
                format!("(id: {id}, verdict: \"same person\", name: {name}, speaker: {speaker}, made: {made}{more})")
            }
        }
    }

    fn annotation(&self, annotation: &Annotation) -> String {
        let selector = &annotation.selector;
        let range = format!("({}, {})", selector.start, selector.end);
        let (before, quote, after) = (text(&selector.before), text(&selector.quote), text(&selector.after));
        let tags: Vec<String> = annotation.tags.iter().map(|tag| text(tag)).collect();
        let (made, changed) = (text(&annotation.made.to_string()), text(&annotation.changed.to_string()));
        let mut lines = vec![
            format!("id: {},", text(annotation.id.as_str())),
            format!("range: {range}, before: {before}, quote: {quote}, after: {after},"),
            format!("colour: {}, tags: [{}],", text(annotation.colour.name()), tags.join(", ")),
            format!("note: {},", text(&annotation.note)),
            format!("made: {made}, changed: {changed},"),
        ];
        if let Some(twins) = self.twins.get(&annotation.id).filter(|twins| **twins > 0) {
            lines.push(format!("twins: {twins},"));
        }
        if let Some(fields) = self.verbatim.annotation_fields.get(&annotation.id) {
            lines.extend(fields.iter().map(|(name, value)| format!("{name}: {value},")));
        }
        let lines: String = lines.iter().map(|line| format!("            {line}\n")).collect();
        format!("(\n{lines}        )")
    }
}

fn list(out: &mut String, name: &str, entries: impl Iterator<Item = String>) -> std::fmt::Result {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return writeln!(out, "    {name}: [],");
    }
    writeln!(out, "    {name}: [")?;
    for entry in entries {
        writeln!(out, "        {entry},")?;
    }
    writeln!(out, "    ],")
}

/// An entry that goes back as it was. The comments in front of it belong to it, none is behind it.
fn kept(entry: &str) -> String {
    entry.to_owned()
}

/// Fields of a newer version or another program, behind the known ones.
fn in_line(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!(", {name}: {value}")).collect()
}

/// A RON string that shows every letter as itself; only what a reader could not see or what would end it is escaped.
///
/// ron's own writer escapes apostrophes and combining marks too, which makes words hard to read.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for letter in words.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            hidden if is_hidden(hidden) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(hidden));
            }
            shown => out.push(shown),
        }
    }
    out.push('"');
    out
}

/// Control characters, line separators, and marks that turn the direction of the text that follows them.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
