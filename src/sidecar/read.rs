//! From the bytes of a sidecar to a [`Document`].

use std::{collections::HashMap, ops::Range};

use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::{
    document::{ArticleLine, Damage, Document, MOST_EARLIER},
    scan::{Field, Lost, fields, items},
};
use crate::{
    notes::{Annotation, AnnotationId, Colour, Correction, Place, Selector, Subject, Tag, tag_name},
    speech::Verdict,
};

/// The largest sidecar that is read, in bytes.
pub const SIZE_LIMIT: u64 = 64 << 20;

/// Why a sidecar as a whole cannot be read: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct FormatError {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    pub problem: String,
}

impl Document {
    /// Reads a sidecar; entries that cannot be understood are kept and listed as damage.
    ///
    /// # Errors
    /// When the file as a whole has no sense: not UTF-8, brackets or quotation marks without an end, not a sidecar.
    pub fn read(bytes: &[u8]) -> Result<Self, FormatError> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let (line, column) = position(&sound, sound.len());
            FormatError { line, column, problem: "this is not UTF-8 text".to_owned() }
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader { text, document: Self::default(), damage: Vec::new(), numbers: HashMap::new() };
        reader.read().map_err(|lost| {
            let (line, column) = position(text, lost.at);
            FormatError { line, column, problem: lost.problem }
        })?;
        reader.document.damage = positions(text, reader.damage);
        Ok(reader.document)
    }
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before.chars().rev().take_while(|letter| *letter != '\n').count() + 1)
}

/// Lines and columns of many places in one walk.
fn positions(text: &str, mut places: Vec<Lost>) -> Vec<Damage> {
    places.sort_by_key(|lost| lost.at);
    let (mut line, mut counted) = (1, 0);
    let damage = places.into_iter().map(|lost| {
        line += text[counted..lost.at].bytes().filter(|byte| *byte == b'\n').count();
        counted = lost.at;
        let column = text[..lost.at].chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        Damage { line, column, problem: lost.problem }
    });
    damage.collect()
}

struct Reader<'a> {
    text: &'a str,
    document: Document,
    damage: Vec<Lost>,
    /// The numbers of the annotations read so far.
    numbers: HashMap<AnnotationId, usize>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) -> Result<(), Lost> {
        if self.text.trim().is_empty() {
            return Err(Lost { at: 0, problem: "the file is empty".to_owned() });
        }
        let top = fields(self.text, 0..self.text.len())?;
        if !top.iter().any(|field| field.name == "annotations") {
            return Err(Lost { at: 0, problem: "this is not a sidecar: it has no “annotations”".to_owned() });
        }
        let mut seen: Vec<&str> = Vec::new();
        for field in &top {
            if seen.contains(&field.name) {
                return Err(Lost { at: field.value.start, problem: format!("“{}” stands here twice", field.name) });
            }
            seen.push(field.name);
            match field.name {
                "format" => self.document.format = self.leaf(field)?,
                "article" => self.article(field),
                "author" => match self.leaf(field) {
                    Ok(author) => self.document.notes.author = author,
                    Err(lost) => return Err(lost),
                },
                "tags" => self.entries(field, Self::tag, |document| &mut document.verbatim.damaged_tags)?,
                "annotations" => {
                    self.entries(field, Self::annotation, |document| &mut document.verbatim.damaged_annotations)?;
                }
                "removed" => self.entries(field, Self::removed, |document| &mut document.verbatim.damaged_removed)?,
                "speech" => self.entries(field, Self::correction, |document| &mut document.verbatim.speech)?,
                "ext" => {
                    let value = &self.text[field.value.clone()];
                    let is_empty = value.chars().filter(|letter| !letter.is_whitespace()).eq("{}".chars());
                    self.document.verbatim.ext = if is_empty { String::new() } else { value.to_owned() };
                }
                _ => self.document.verbatim.fields.push(self.verbatim(field)),
            }
        }
        if !seen.contains(&"format") {
            self.damage.push(Lost { at: 0, problem: "“format” is missing".to_owned() });
            self.document.format = super::FORMAT;
        }
        self.document.notes.list_missing_tags();
        Ok(())
    }

    /// Reads the entries of a list one by one; those that cannot be read are kept as they are written.
    fn entries(
        &mut self,
        list: &Field<'a>,
        read: impl Fn(&mut Self, Range<usize>) -> Result<(), Lost>,
        kept: impl Fn(&mut Document) -> &mut Vec<String>,
    ) -> Result<(), Lost> {
        for entry in items(self.text, list.value.clone())? {
            if let Err(lost) = read(self, entry.clone()) {
                self.damage.push(lost);
                kept(&mut self.document).push(self.text[entry].to_owned());
            }
        }
        Ok(())
    }

    fn article(&mut self, field: &Field<'a>) {
        let read = |reader: &mut Self| -> Result<ArticleLine, Lost> {
            let mut line = ArticleLine::default();
            for field in fields(reader.text, field.value.clone())? {
                match field.name {
                    "name" => line.name = reader.leaf(&field)?,
                    "title" => line.title = reader.leaf(&field)?,
                    "length" => line.length = reader.leaf(&field)?,
                    "digest" => line.digest = reader.leaf(&field)?,
                    "sketch" => line.sketch = reader.leaf(&field)?,
                    "earlier" => {
                        line.earlier = reader.leaf(&field)?;
                        line.earlier.truncate(MOST_EARLIER);
                    }
                    _ => {
                        let unknown = reader.verbatim(&field);
                        reader.document.verbatim.article_fields.push(unknown);
                    }
                }
            }
            Ok(line)
        };
        // The line is written anew with the article that lies beside, so nothing of a damaged one need be kept.
        match read(self) {
            Ok(line) => self.document.article = line,
            Err(lost) => self.damage.push(lost),
        }
    }

    fn tag(&mut self, entry: Range<usize>) -> Result<(), Lost> {
        let (mut name, mut colour, mut meaning, mut unknown) = (None, Colour::default(), String::new(), Vec::new());
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "name" => name = tag_name(&self.leaf::<String>(&field)?),
                "colour" => colour = self.colour(&field)?,
                "meaning" => meaning = self.leaf(&field)?,
                _ => unknown.push(self.verbatim(&field)),
            }
        }
        let name = name.ok_or_else(|| self.missing("tag", "name", &entry))?;
        let tag = Tag { name, colour, meaning };
        match self.document.notes.tag(&tag.name) {
            Some(other) if *other == tag => return Ok(()),
            Some(_) => {
                return Err(Lost { at: entry.start, problem: format!("the tag “{}” is here twice", tag.name) });
            }
            None => {}
        }
        if !unknown.is_empty() {
            self.document.verbatim.tag_fields.insert(tag.name.clone(), unknown);
        }
        self.document.notes.tags.push(tag);
        Ok(())
    }

    fn annotation(&mut self, entry: Range<usize>) -> Result<(), Lost> {
        let (mut id, mut range, mut quote, mut unknown) = (None, None, None, Vec::new());
        let (mut before, mut after, mut note) = (String::new(), String::new(), String::new());
        let (mut colour, mut tags) = (Colour::default(), Vec::new());
        let (mut made, mut changed, mut twins) = (None, None, 0);
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "id" => id = Some(self.id(&field)?),
                "range" => range = Some(self.leaf::<(usize, usize)>(&field)?),
                "before" => before = self.leaf(&field)?,
                "quote" => quote = Some(self.leaf::<String>(&field)?),
                "after" => after = self.leaf(&field)?,
                "colour" => colour = self.colour(&field)?,
                "tags" => {
                    for name in self.leaf::<Vec<String>>(&field)?.iter().filter_map(|name| tag_name(name)) {
                        if !tags.contains(&name) {
                            tags.push(name);
                        }
                    }
                }
                "note" => note = self.leaf(&field)?,
                "made" => made = Some(self.time(&field)?),
                "changed" => changed = Some(self.time(&field)?),
                "twins" => twins = self.leaf(&field)?,
                _ => unknown.push(self.verbatim(&field)),
            }
        }
        let id = id.ok_or_else(|| self.missing("note", "id", &entry))?;
        let quote = quote.ok_or_else(|| self.missing("note", "quote", &entry))?;
        let (start, end) = range.ok_or_else(|| self.missing("note", "range", &entry))?;
        if start > end {
            return Err(Lost { at: entry.start, problem: format!("the range of “{id}” ends before it begins") });
        }
        let made = made.or(changed).unwrap_or_default();
        let annotation = Annotation {
            id,
            selector: Selector { start, end, before, quote, after },
            place: Place::Orphan,
            colour,
            tags,
            note,
            made,
            changed: changed.unwrap_or(made),
        };
        match self.numbers.get(&annotation.id).map(|number| &self.document.notes.annotations[*number]) {
            Some(other) if *other == annotation => return Ok(()),
            Some(_) => {
                return Err(Lost { at: entry.start, problem: format!("the id “{}” is here twice", annotation.id) });
            }
            None => {}
        }
        if !unknown.is_empty() {
            self.document.verbatim.annotation_fields.insert(annotation.id.clone(), unknown);
        }
        if twins > 0 {
            self.document.twins.insert(annotation.id.clone(), twins);
        }
        self.numbers.insert(annotation.id.clone(), self.document.notes.annotations.len());
        self.document.notes.annotations.push(annotation);
        Ok(())
    }

    fn correction(&mut self, entry: Range<usize>) -> Result<(), Lost> {
        let (mut id, mut made, mut range, mut quote, mut unknown) = (None, None, None, None, Vec::new());
        let (mut verdict, mut speaker, mut name) = (String::new(), String::new(), String::new());
        let (mut before, mut after) = (String::new(), String::new());
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "id" => id = Some(self.id(&field)?),
                "verdict" => verdict = self.leaf(&field)?,
                "speaker" => speaker = self.leaf(&field)?,
                "name" => name = self.leaf(&field)?,
                "range" => range = Some(self.leaf::<(usize, usize)>(&field)?),
                "before" => before = self.leaf(&field)?,
                "quote" => quote = Some(self.leaf::<String>(&field)?),
                "after" => after = self.leaf(&field)?,
                "made" => made = Some(self.time(&field)?),
                _ => unknown.push(self.verbatim(&field)),
            }
        }
        let verdict = match verdict.as_str() {
            "same person" => None,
            "said by" => Some(Verdict::SaidBy(speaker.clone())),
            "not speech" => Some(Verdict::NotSpeech),
            "speech" => Some(Verdict::Speech((!speaker.is_empty()).then(|| speaker.clone()))),
            // Of a newer version or another program.
            _ => {
                self.document.verbatim.speech.push(self.text[entry].to_owned());
                return Ok(());
            }
        };
        let thing = "correction of a speaker";
        let id = id.ok_or_else(|| self.missing(thing, "id", &entry))?;
        let subject = match verdict {
            None => Subject::SamePerson { name, speaker },
            Some(verdict) => {
                let quote = quote.ok_or_else(|| self.missing(thing, "quote", &entry))?;
                let (start, end) = range.ok_or_else(|| self.missing(thing, "range", &entry))?;
                if start > end {
                    let problem = format!("the range of “{id}” ends before it begins");
                    return Err(Lost { at: entry.start, problem });
                }
                let selector = Selector { start, end, before, quote, after };
                Subject::Passage { selector, place: Place::Orphan, verdict }
            }
        };
        let correction = Correction { id, subject, made: made.unwrap_or_default() };
        match self.document.notes.corrections.iter().find(|other| other.id == correction.id) {
            Some(other) if *other == correction => return Ok(()),
            Some(_) => {
                return Err(Lost { at: entry.start, problem: format!("the id “{}” is here twice", correction.id) });
            }
            None => {}
        }
        if !unknown.is_empty() {
            self.document.verbatim.annotation_fields.insert(correction.id.clone(), unknown);
        }
        self.document.notes.corrections.push(correction);
        Ok(())
    }

    fn removed(&mut self, entry: Range<usize>) -> Result<(), Lost> {
        let (mut id, mut at) = (None, None);
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "id" => id = Some(self.id(&field)?),
                "at" => at = Some(self.time(&field)?),
                name => {
                    return Err(Lost { at: field.value.start, problem: format!("“{name}” is not known here") });
                }
            }
        }
        let id = id.ok_or_else(|| self.missing("removed note", "id", &entry))?;
        let at = at.ok_or_else(|| self.missing("removed note", "at", &entry))?;
        self.document.notes.removed.insert(id, at);
        Ok(())
    }

    fn missing(&self, thing: &str, field: &str, entry: &Range<usize>) -> Lost {
        Lost { at: entry.start, problem: format!("this {thing} has no “{field}”") }
    }

    fn verbatim(&self, field: &Field<'_>) -> (String, String) {
        (field.name.to_owned(), self.text[field.value.clone()].to_owned())
    }

    /// One value that ron understands.
    fn leaf<T: DeserializeOwned>(&self, field: &Field<'_>) -> Result<T, Lost> {
        ron::from_str(&self.text[field.value.clone()]).map_err(|error| Lost {
            at: field.value.start,
            problem: format!("“{}” cannot be read ({})", field.name, error.code),
        })
    }

    fn colour(&self, field: &Field<'_>) -> Result<Colour, Lost> {
        let name: String = self.leaf(field)?;
        Colour::from_name(&name)
            .ok_or_else(|| Lost { at: field.value.start, problem: format!("the colour “{name}” is not known") })
    }

    fn time(&self, field: &Field<'_>) -> Result<Timestamp, Lost> {
        let text: String = self.leaf(field)?;
        text.parse().map_err(|_| Lost { at: field.value.start, problem: format!("“{text}” is not a time") })
    }

    fn id(&self, field: &Field<'_>) -> Result<AnnotationId, Lost> {
        let text: String = self.leaf(field)?;
        AnnotationId::from_written(&text)
            .ok_or_else(|| Lost { at: field.value.start, problem: format!("“{text}” is not an id") })
    }
}
