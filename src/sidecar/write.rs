//! From a [`Document`] to the bytes of a sidecar: the same notes give the same bytes, and a changed note changes
//! only its own lines.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::{
    document::{ArticleLine, Document, Kept, List, Verbatim},
    verbatim::joined_fields,
};
use crate::{
    notes::{Annotation, AnnotationId, Colour, Correction, Extent, Subject, Tag},
    speech::Verdict,
};

impl Document {
    /// The sidecar's bytes: UTF-8, but for damage that is not.
    pub fn write(&self) -> Vec<u8> {
        let ArticleLine { name, title, length, digest, sketch, earlier } = &self.article;
        let (name, verbatim) = (text(name), &self.verbatim);
        let mut out = Writer::new(&verbatim.kept);
        out.line(&format!("// Quotemark: notes on {name}. Plain RON; safe to edit, to diff and to share."));
        out.line("(");
        out.kept(List::Top, None);
        out.field("format", &super::FORMAT.to_string());
        let (title, digest, mut more) = (text(title), text(digest), String::new());
        if !sketch.is_empty() {
            more.push_str(&format!(", sketch: {}", text(sketch)));
        }
        if !earlier.is_empty() {
            let earlier: Vec<String> = earlier.iter().map(|digest| text(digest)).collect();
            more.push_str(&format!(", earlier: [{}]", earlier.join(", ")));
        }
        more.push_str(&in_line(&verbatim.article_fields));
        out.field("article", &format!("(name: {name}, title: {title}, length: {length}, digest: {digest}{more})"));
        out.field("author", &text(&self.notes.author));

        let book: BTreeSet<&String> = self.notes.tags.iter().map(|tag| &tag.name).collect();
        let gone = verbatim.tag_fields.keys().chain(verbatim.tag_colours.keys()).filter(|name| !book.contains(name));
        let gone: Vec<&String> = gone.collect::<BTreeSet<_>>().into_iter().collect();
        out.list(List::Tags, self.notes.tags.iter().map(|tag| (tag.name.as_str(), self.tag(tag, &gone))));
        let annotations = self.notes.annotations.iter();
        out.list(List::Annotations, annotations.map(|one| (one.id.as_str(), self.annotation(one))));
        out.list(List::Speech, self.notes.corrections.iter().map(|one| (one.id.as_str(), self.correction(one))));
        let removed = |(id, at): (&'_ AnnotationId, &jiff::Timestamp)| {
            format!("(id: {}, at: {})", text(id.as_str()), text(&at.to_string()))
        };
        out.list(List::Removed, self.notes.removed.iter().map(|one| (one.0.as_str(), removed(one))));

        for (name, value) in &verbatim.fields {
            out.field(name, value);
        }
        out.field("ext", if verbatim.ext.is_empty() { "{}" } else { &verbatim.ext });
        out.rest(List::Top);
        out.line(")");
        out.bytes
    }

    /// `gone` are names of tags that there are no longer; another version may have spelled this one so.
    fn tag(&self, tag: &Tag, gone: &[&String]) -> String {
        let Verbatim { tag_fields, tag_colours, .. } = &self.verbatim;
        let own = |name: &&String| name.to_lowercase() == tag.name.to_lowercase();
        let names: Vec<&String> = std::iter::once(&tag.name).chain(gone.iter().copied().filter(own)).collect();
        let fields = names.iter().filter_map(|name| tag_fields.get(*name)).cloned();
        let more = in_line(&fields.reduce(|one, other| joined_fields(&one, &other)).unwrap_or_default());
        let colour = names.iter().filter_map(|name| tag_colours.get(*name)).max();
        let (name, colour, meaning) = (text(&tag.name), colour_or(tag.colour, colour), text(&tag.meaning));
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
        let colour = colour_or(annotation.colour, self.verbatim.colours.get(&annotation.id));
        let mut lines = vec![
            format!("id: {},", text(annotation.id.as_str())),
            format!("range: {range}, before: {before}, quote: {quote}, after: {after},"),
            format!("colour: {colour}, tags: [{}],", tags.join(", ")),
            format!("note: {},", text(&annotation.note)),
            format!("made: {made}, changed: {changed},"),
        ];
        let unknown = self.verbatim.annotation_fields.get(&annotation.id).map_or(&[][..], Vec::as_slice);
        let is_unknown = |wanted: &str| unknown.iter().any(|(name, _)| name == wanted);
        if !annotation.links.is_empty() {
            let links: Vec<String> = annotation.links.iter().map(|link| text(link.as_str())).collect();
            lines.push(format!("links: [{}],", links.join(", ")));
        }
        if annotation.extent != Extent::default() && !is_unknown("extent") {
            lines.push(format!("extent: {},", text(annotation.extent.name())));
        }
        if !annotation.by.is_empty() && !is_unknown("by") {
            lines.push(format!("by: {},", text(&annotation.by)));
        }
        if let Some(twins) = self.twins.get(&annotation.id).filter(|twins| **twins > 0) {
            lines.push(format!("twins: {twins},"));
        }
        if let Some(article) = self.strays.get(&annotation.id) {
            lines.push(format!("article: {},", text(article)));
        }
        lines.extend(unknown.iter().map(|(name, value)| format!("{name}: {value},")));
        let lines: String = lines.iter().map(|line| format!("            {line}\n")).collect();
        format!("(\n{lines}        )")
    }
}

/// What is written so far, and the damaged text that still has to find its place.
struct Writer<'a> {
    bytes: Vec<u8>,
    kept: BTreeMap<List, BTreeMap<Option<&'a str>, Vec<&'a Kept>>>,
}

impl<'a> Writer<'a> {
    fn new(all: &'a [Kept]) -> Self {
        let mut kept: BTreeMap<List, BTreeMap<Option<&'a str>, Vec<&'a Kept>>> = BTreeMap::new();
        for one in all {
            kept.entry(one.list).or_default().entry(one.after.as_deref()).or_default().push(one);
        }
        Self { bytes: Vec::new(), kept }
    }

    fn line(&mut self, line: &str) {
        self.bytes.extend_from_slice(line.as_bytes());
        self.bytes.push(b'\n');
    }

    fn field(&mut self, name: &'a str, value: &str) {
        self.line(&format!("    {name}: {value},"));
        self.kept(List::Top, Some(name));
    }

    fn list(&mut self, list: List, entries: impl Iterator<Item = (&'a str, String)>) {
        let mut entries = entries.peekable();
        if entries.peek().is_none() && !self.kept.contains_key(&list) {
            return self.field(list.name(), "[]");
        }
        self.line(&format!("    {}: [", list.name()));
        self.kept(list, None);
        for (name, entry) in entries {
            self.line(&format!("        {entry},"));
            self.kept(list, Some(name));
        }
        self.rest(list);
        self.line("    ],");
        self.kept(List::Top, Some(list.name()));
    }

    /// Damaged text goes back behind what it stood behind.
    fn kept(&mut self, list: List, after: Option<&'a str>) {
        let kept = self.kept.get_mut(&list).and_then(|kept| kept.remove(&after));
        kept.into_iter().flatten().for_each(|kept| self.damaged(kept));
    }

    /// And to the end of its list, if that is gone.
    fn rest(&mut self, list: List) {
        let kept = self.kept.remove(&list).into_iter().flat_map(BTreeMap::into_values);
        kept.flatten().for_each(|kept| self.damaged(kept));
    }

    /// Always as far in as an entry, so that it does not become one of the lines that hold the lists.
    fn damaged(&mut self, kept: &Kept) {
        self.bytes.extend_from_slice(b"        ");
        self.bytes.extend_from_slice(&kept.text);
        self.bytes.push(b'\n');
    }
}

/// A colour, or the unknown one that it stands in for, as it was written.
fn colour_or(colour: Colour, unknown: Option<&String>) -> String {
    unknown.filter(|_| colour == Colour::default()).cloned().unwrap_or_else(|| text(colour.name()))
}

/// Fields of a newer version or another program, behind the known ones.
fn in_line(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!(", {name}: {value}")).collect()
}

/// A RON string that shows every letter as itself; only what a reader could not see or what would end it is escaped.
///
/// ron's own writer escapes apostrophes and combining marks too, which makes words hard to read.
pub(super) fn text(words: &str) -> String {
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
