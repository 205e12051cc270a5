//! From the bytes of a sidecar to a [`Document`].

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use super::{
    charset::as_utf_8,
    document::{ArticleLine, Damage, Document, Kept, List, MOST_EARLIER},
    entry::fits,
    marks::{Mark, is_of_entry, marks},
    problem::Problem,
    scan::{Field, Lost, fields, items},
};
use crate::notes::AnnotationId;

/// The largest sidecar that is read, in bytes.
pub const SIZE_LIMIT: u64 = 64 << 20;
/// The most entries of all lists together that are read.
pub const MOST_ENTRIES: usize = 50_000;

/// Why a sidecar as a whole cannot be read: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct FormatError {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    pub problem: Problem,
}

impl Document {
    /// Reads a sidecar. Entries that cannot be understood are kept and listed as damage; where brackets or quotation
    /// marks do not fit, everything that is whole is still read. A file with nothing in it holds no notes.
    ///
    /// # Errors
    /// When nothing in it is of a sidecar, or it holds more than is read.
    pub fn read(bytes: &[u8]) -> Result<Self, FormatError> {
        let bytes = as_utf_8(bytes)?;
        let (text, foreign) = as_text(&bytes);
        if text.trim().is_empty() {
            return Ok(Self { format: super::FORMAT, was_empty: true, ..Self::default() });
        }
        let mut reader = Reader::new(&text, &bytes, foreign);
        reader.read().map_err(|lost| {
            let Damage { line, column, problem } = positions(&text, vec![lost]).remove(0);
            FormatError { line, column, problem }
        })?;
        reader.document.damage = positions(&text, reader.damage);
        Ok(reader.document)
    }
}

/// Bytes as text of the same length: each byte that is not UTF-8 becomes a control character. Also where the first is.
pub(super) fn as_text(bytes: &[u8]) -> (Cow<'_, str>, Option<usize>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.into(), None);
    }
    let (mut text, mut first) = (String::with_capacity(bytes.len()), None);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
            text.extend(chunk.invalid().iter().map(|_| '\u{1a}'));
        }
    }
    (text.into(), first)
}

/// Lines and columns of many places in one walk.
pub(super) fn positions(text: &str, mut places: Vec<Lost>) -> Vec<Damage> {
    places.sort_by_key(|lost| lost.at);
    let (mut line, mut column, mut counted) = (1, 1, 0);
    let damage = places.into_iter().map(|lost| {
        for letter in text[counted..lost.at].chars() {
            (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        counted = lost.at;
        let is_merge =
            ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| text[lost.at..].starts_with(mark));
        let problem = if is_merge { Problem::UnfinishedMerge } else { lost.problem };
        Damage { line, column, problem }
    });
    damage.collect()
}

/// A sidecar while it is read.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    /// What stands in the file; of the same length as the text.
    pub bytes: &'a [u8],
    /// The first byte that is not UTF-8.
    foreign: Option<usize>,
    pub document: Document,
    pub damage: Vec<Lost>,
    /// The numbers of the annotations and corrections read so far.
    pub numbers: HashMap<AnnotationId, usize>,
    pub corrections: HashMap<AnnotationId, usize>,
    pub tags: HashMap<String, usize>,
    /// How many entries were looked at.
    pub count: usize,
    /// The fields of the whole that were read so far.
    pub seen: HashSet<&'a str>,
    /// In each list what was read last, to keep damaged text in its place.
    pub last: BTreeMap<List, String>,
    /// Where the text that was kept last ends.
    pub kept_until: usize,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, bytes: &'a [u8], foreign: Option<usize>) -> Self {
        Self {
            text,
            bytes,
            foreign,
            document: Document::default(),
            damage: Vec::new(),
            numbers: HashMap::new(),
            corrections: HashMap::new(),
            tags: HashMap::new(),
            count: 0,
            seen: HashSet::new(),
            last: BTreeMap::new(),
            kept_until: 0,
        }
    }

    fn read(&mut self) -> Result<(), Lost> {
        if let Err(lost) = self.whole() {
            *self = Self::new(self.text, self.bytes, self.foreign);
            self.recover(0..self.text.len(), None);
            let has_entries = self.last.keys().any(|list| *list != List::Top);
            if !has_entries && !self.seen.contains("format") && !self.seen.contains("article") {
                return Err(lost);
            }
            if self.damage.is_empty() {
                self.damage.push(lost);
            }
        }
        if self.count > MOST_ENTRIES {
            return Err(Lost::new(0, Problem::TooManyEntries));
        }
        if let Some(at) = self.foreign.filter(|_| self.damage.is_empty()) {
            self.damage.push(Lost::new(at, Problem::NoText));
        }
        if !self.seen.contains("format") {
            self.damage.push(Lost::new(0, Problem::Missing("format")));
            self.document.format = super::FORMAT;
        }
        self.document.notes.list_missing_tags();
        Ok(())
    }

    /// Reads a sidecar whose brackets and quotation marks fit.
    fn whole(&mut self) -> Result<(), Lost> {
        let top = fields(self.text, 0..self.text.len())?;
        if !top.iter().any(|field| field.name == "annotations") {
            return Err(Lost::new(0, Problem::NoSidecar("annotations")));
        }
        // A list that was missing before is written empty; what may stand for it is still looked into.
        let is_empty = |field: &Field<'_>| {
            let value = &self.text[field.value.clone()];
            value.chars().filter(|letter| !letter.is_whitespace()).eq("[]".chars())
        };
        let is_missing = |list: &List| !top.iter().any(|field| field.name == list.name() && !is_empty(field));
        let missing: Vec<List> = List::ALL.into_iter().filter(is_missing).collect();
        let mut suspect = None;
        for field in &top {
            let is_list = self.text[field.value.clone()].starts_with('[') && List::named(field.name).is_none();
            let first = items(self.text, field.value.clone(), 0).ok().filter(|_| is_list);
            let first = first.and_then(|items| items.into_iter().next()).map(|entry| fields(self.text, entry));
            let is_broken = first.as_ref().is_some_and(Result::is_err);
            let first = first.and_then(Result::ok).unwrap_or_default();
            let is_named_like = |list: &List| is_list && is_like(field.name, list.name());
            let is_misspelt = |list: &List| is_named_like(list) || fits(*list, &first);
            let may_stand = |list: List| {
                Lost::new(field.value.start, Problem::Misspelt { field: field.name.to_owned(), list: list.name() })
            };
            if let Some(list) = missing.iter().copied().find(is_misspelt) {
                return Err(may_stand(list));
            }
            // Beside the list itself, another one may be what is left of it: surely if it is damaged, and also where
            // something else is, if it is empty, has fields of an entry, or its name with more letters.
            match List::ALL.into_iter().find(is_named_like) {
                Some(list) if is_broken => return Err(may_stand(list)),
                Some(list)
                    if field.name.contains(list.name())
                        || first.is_empty()
                        || first.iter().any(|field| is_of_entry(field.name)) =>
                {
                    suspect = Some(may_stand(list));
                }
                _ => {}
            }
            match List::named(field.name) {
                Some(list) => self.entries(field, list)?,
                None => self.field(field)?,
            }
            self.see(field.name);
        }
        suspect.filter(|_| !self.damage.is_empty()).map_or(Ok(()), Err)
    }

    pub fn see(&mut self, name: &'a str) {
        self.seen.insert(name);
        self.last.insert(List::Top, name.to_owned());
    }

    /// A field of the whole that is no list of entries.
    pub fn field(&mut self, field: &Field<'a>) -> Result<(), Lost> {
        self.must_be_text(&field.value)?;
        match field.name {
            "format" => self.document.format = self.leaf::<u32>(field)?.max(self.document.format),
            "article" => self.article(field)?,
            "author" => self.document.notes.author = self.leaf(field)?,
            "ext" => {
                let value = &self.text[field.value.clone()];
                let is_empty = value.chars().filter(|letter| !letter.is_whitespace()).eq("{}".chars());
                self.document.verbatim.ext = if is_empty { String::new() } else { value.to_owned() };
            }
            name if is_of_entry(name) => {
                return Err(Lost::new(field.value.start, Problem::OutsideEntry(name.to_owned())));
            }
            _ => self.document.verbatim.fields.push(self.verbatim(field)),
        }
        Ok(())
    }

    /// Reads the entries of a list one by one; those that cannot be read are kept as they are written.
    fn entries(&mut self, field: &Field<'a>, list: List) -> Result<(), Lost> {
        for entry in items(self.text, field.value.clone(), MOST_ENTRIES)? {
            if let Err(lost) = self.entry(list, &entry) {
                // A bracket that ends a list cannot be in an entry: a lost quotation mark turned it inside out.
                if marks(self.text, entry.clone()).iter().any(|(_, mark)| *mark != Mark::Entry) {
                    return Err(lost);
                }
                self.recover(entry, Some(list));
            }
        }
        Ok(())
    }

    /// What of the article's line can be read. It is written anew with the article that lies beside, so nothing of the
    /// rest need be kept.
    fn article(&mut self, field: &Field<'a>) -> Result<(), Lost> {
        let mut line = ArticleLine::default();
        let mut lost = None;
        for field in fields(self.text, field.value.clone())? {
            let read = match field.name {
                "name" => self.leaf(&field).map(|name| line.name = name),
                "title" => self.leaf(&field).map(|title| line.title = title),
                "length" => self.leaf(&field).map(|length| line.length = length),
                "digest" => self.leaf(&field).map(|digest| line.digest = digest),
                "sketch" => self.leaf(&field).map(|sketch| line.sketch = sketch),
                "earlier" => self.leaf(&field).map(|earlier: Vec<String>| {
                    line.earlier = earlier.into_iter().take(MOST_EARLIER).collect();
                }),
                _ => {
                    let unknown = self.verbatim(&field);
                    self.document.verbatim.article_fields.push(unknown);
                    Ok(())
                }
            };
            lost = lost.or(read.err());
        }
        self.document.article = line;
        self.damage.extend(lost);
        Ok(())
    }

    /// Keeps a stretch of the file as it is written, in its place.
    pub fn keep(&mut self, list: List, range: Range<usize>) {
        let after = self.last.get(&list).cloned();
        let gap = self.kept_until..range.start;
        let follows = gap.start <= gap.end && self.text[gap.clone()].trim().is_empty();
        match self.document.verbatim.kept.last_mut() {
            Some(kept) if follows && kept.list == list && kept.after == after => {
                kept.text.extend_from_slice(&self.bytes[gap.start..range.end]);
            }
            _ => {
                let text = self.bytes[range.clone()].to_vec();
                self.document.verbatim.kept.push(Kept { list, after, text });
            }
        }
        self.kept_until = range.end;
    }

    /// Keeps an entry as it is written, with the comma behind it.
    pub fn keep_entry(&mut self, list: List, range: Range<usize>) {
        self.keep(list, range);
        let rest = &self.text[self.kept_until..];
        let blank = rest.len() - rest.trim_start().len();
        let Some(kept) = self.document.verbatim.kept.last_mut() else { return };
        if rest[blank..].starts_with(',') {
            let end = self.kept_until + blank + 1;
            kept.text.extend_from_slice(&self.bytes[self.kept_until..end]);
            self.kept_until = end;
        } else if kept.text.ends_with(b")") {
            kept.text.push(b',');
        }
    }

    /// Fails where a stretch of the file is not UTF-8.
    pub fn must_be_text(&self, range: &Range<usize>) -> Result<(), Lost> {
        if self.foreign.is_none() {
            return Ok(());
        }
        let (text, bytes) = (&self.text.as_bytes()[range.clone()], &self.bytes[range.clone()]);
        match text.iter().zip(bytes).position(|(one, other)| one != other) {
            Some(place) => Err(Lost::new(range.start + place, Problem::NoText)),
            None => Ok(()),
        }
    }
}

/// Whether two names differ in one place only, by at most two letters.
fn is_like(one: &str, other: &str) -> bool {
    let head = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let tails = one.bytes().skip(head).rev().zip(other.bytes().skip(head).rev());
    let tail = tails.take_while(|(one, other)| one == other).count();
    head + tail + 2 >= one.len().max(other.len())
}
