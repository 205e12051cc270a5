//! The entries of a sidecar's lists, each on its own.

use std::ops::Range;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::{
    document::List,
    problem::{Entry, Problem},
    read::Reader,
    scan::{Field, Lost, fields},
};
use crate::{
    notes::{
        Annotation, AnnotationId, Colour, Correction, Extent, MOST_LINKS, Notes, Place, Selector, Subject, Tag,
        tag_name,
    },
    speech::Verdict,
};

/// The most tags of the code book, and of one note, that are read.
pub const MOST_TAGS: usize = 2000;

impl<'a> Reader<'a> {
    /// Reads one entry of a list; nothing of one that fails is taken in.
    pub(super) fn entry(&mut self, list: List, entry: &Range<usize>) -> Result<(), Lost> {
        self.count += 1;
        self.must_be_text(entry)?;
        match list {
            List::Tags => self.tag(entry),
            List::Annotations => self.annotation(entry),
            List::Speech => self.correction(entry),
            List::Removed => self.removed(entry),
            List::Top => Err(Lost::new(entry.start, Problem::OfNoList)),
        }
    }

    fn tag(&mut self, entry: &Range<usize>) -> Result<(), Lost> {
        let (mut name, mut colour, mut meaning, mut unknown) = (None, None, String::new(), Vec::new());
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "verdict" | "digest" => return Err(Lost::new(entry.start, Problem::NoSuch(Entry::Tag))),
                "name" => name = tag_name(&self.leaf::<String>(&field)?),
                "colour" => colour = Some(self.colour(&field)),
                "meaning" => meaning = self.leaf(&field)?,
                _ => unknown.push(self.verbatim(&field)),
            }
        }
        let name = name.ok_or_else(|| missing(Entry::Tag, "name", entry))?;
        let (colour, strange) = known_or_strange(colour);
        let tag = Tag { name, colour, meaning };
        match self.tags.get(&tag.name).map(|number| &self.document.notes.tags[*number]) {
            Some(other) if *other == tag => return Ok(()),
            Some(other) => {
                let alone = |tag: &Tag| Notes { tags: vec![tag.clone()], ..Notes::default() };
                let both = Notes::merged(&Notes::default(), &alone(other), &alone(&tag)).tags;
                self.damage.push(Lost::new(entry.start, Problem::TagTwice(tag.name.clone())));
                let number = self.tags[&tag.name];
                both.into_iter().for_each(|both| self.document.notes.tags[number] = both);
                return Ok(());
            }
            None if self.tags.len() == MOST_TAGS => {
                return Err(Lost::new(entry.start, Problem::TooManyTags));
            }
            None => {}
        }
        if let Some((colour, lost)) = strange {
            self.document.verbatim.tag_colours.insert(tag.name.clone(), colour);
            self.damage.push(lost);
        }
        if !unknown.is_empty() {
            self.document.verbatim.tag_fields.insert(tag.name.clone(), unknown);
        }
        self.last.insert(List::Tags, tag.name.clone());
        self.tags.insert(tag.name.clone(), self.document.notes.tags.len());
        self.document.notes.tags.push(tag);
        Ok(())
    }

    fn annotation(&mut self, entry: &Range<usize>) -> Result<(), Lost> {
        let (mut id, mut range, mut quote, mut unknown) = (None, None, None, Vec::new());
        let (mut before, mut after, mut note) = (String::new(), String::new(), String::new());
        let (mut colour, mut tags, mut links, mut extent) = (None, Vec::new(), Vec::new(), Extent::default());
        let (mut made, mut changed, mut twins, mut article, mut by) = (None, None, 0, String::new(), String::new());
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "id" => id = Some(self.id(&field)?),
                "range" => range = Some(self.leaf::<(usize, usize)>(&field)?),
                "before" => before = self.leaf(&field)?,
                "quote" => quote = Some(self.leaf::<String>(&field)?),
                "after" => after = self.leaf(&field)?,
                "colour" => colour = Some(self.colour(&field)),
                "tags" => {
                    let written: Vec<String> = self.leaf(&field)?;
                    if written.len() > MOST_TAGS {
                        return Err(Lost::new(field.value.start, Problem::TooManyTagsOfNote));
                    }
                    for name in written.iter().filter_map(|name| tag_name(name)) {
                        if !tags.contains(&name) {
                            tags.push(name);
                        }
                    }
                }
                "links" => links = self.links(&field)?,
                "extent" => match self.leaf::<String>(&field).ok().as_deref().and_then(Extent::from_name) {
                    Some(known) => extent = known,
                    // Of a newer version: these are words all the same.
                    None => unknown.push(self.verbatim(&field)),
                },
                "note" => note = self.leaf(&field)?,
                "made" => made = Some(self.time(&field)?),
                "changed" => changed = Some(self.time(&field)?),
                "twins" => twins = self.leaf(&field)?,
                "article" => article = self.leaf(&field)?,
                "by" => match self.leaf::<String>(&field) {
                    Ok(name) => by = name.trim().to_owned(),
                    Err(_) => unknown.push(self.verbatim(&field)),
                },
                "verdict" => return Err(Lost::new(entry.start, Problem::NoSuch(Entry::Note))),
                _ => unknown.push(self.verbatim(&field)),
            }
        }
        let id = id.ok_or_else(|| missing(Entry::Note, "id", entry))?;
        let quote = quote.ok_or_else(|| missing(Entry::Note, "quote", entry))?;
        let (start, end) = range.ok_or_else(|| missing(Entry::Note, "range", entry))?;
        if start > end {
            return Err(Lost::new(entry.start, Problem::BackwardRange(id)));
        }
        let (colour, strange) = known_or_strange(colour);
        let made = made.or(changed).unwrap_or_default();
        links.retain(|link| *link != id);
        let mut annotation = Annotation {
            id,
            selector: Selector { start, end, before, quote, after },
            place: Place::Orphan,
            extent,
            colour,
            tags,
            links,
            note,
            by,
            made,
            changed: changed.unwrap_or(made),
        };
        if self.is_second(&mut annotation, entry) {
            let known = self.document.verbatim.annotation_fields.entry(annotation.id).or_default();
            unknown.retain(|(name, _)| !known.iter().any(|(own, _)| own == name));
            known.extend(unknown);
            return Ok(());
        }
        if let Some((colour, lost)) = strange {
            self.document.verbatim.colours.insert(annotation.id.clone(), colour);
            self.damage.push(lost);
        }
        if !unknown.is_empty() {
            self.document.verbatim.annotation_fields.insert(annotation.id.clone(), unknown);
        }
        if !article.is_empty() {
            self.document.strays.insert(annotation.id.clone(), article);
        }
        if twins > 0 {
            self.document.twins.insert(annotation.id.clone(), twins);
        }
        self.last.insert(List::Annotations, annotation.id.to_string());
        self.numbers.insert(annotation.id.clone(), self.document.notes.annotations.len());
        self.document.notes.annotations.push(annotation);
        Ok(())
    }

    /// Whether a note's id was read before, as a careless merge or a copy by hand leaves it. On the same passage the two
    /// become one, with both texts; on another it becomes a note of its own.
    fn is_second(&mut self, annotation: &mut Annotation, entry: &Range<usize>) -> bool {
        let passage = |one: &Annotation| (one.selector.start, one.selector.end, one.selector.quote.clone());
        let mut is_new_name = self.corrections.contains_key(&annotation.id);
        if is_new_name {
            self.damage.push(Lost::new(entry.start, Problem::IdTwice(annotation.id.clone())));
            annotation.id = another_id(&self.text[entry.clone()]);
        }
        while let Some(number) = self.numbers.get(&annotation.id) {
            let first = &mut self.document.notes.annotations[*number];
            if first == annotation {
                return true;
            }
            self.damage.push(Lost::new(entry.start, Problem::IdTwice(annotation.id.clone())));
            if passage(first) == passage(annotation) || is_new_name {
                let alone = |one: &Annotation| Notes { annotations: vec![one.clone()], ..Notes::default() };
                let both = Notes::merged(&Notes::default(), &alone(first), &alone(annotation)).annotations;
                let made = first.made.max(annotation.made);
                for both in both {
                    let made = if both.made == Timestamp::default() { made } else { both.made };
                    *first = Annotation { made, ..both };
                }
                return true;
            }
            annotation.id = another_id(&self.text[entry.clone()]);
            is_new_name = true;
        }
        false
    }

    fn correction(&mut self, entry: &Range<usize>) -> Result<(), Lost> {
        let (mut id, mut made, mut range, mut quote, mut unknown) = (None, None, None, None, Vec::new());
        let (mut verdict, mut speaker, mut name) = (String::new(), String::new(), String::new());
        let (mut before, mut after) = (String::new(), String::new());
        let fields = fields(self.text, entry.clone())?;
        let has = |name: &str| fields.iter().any(|field| field.name == name);
        let is_other = has("id") && (has("quote") || has("at")) || has("name") && (has("colour") || has("meaning"));
        if is_other && !has("verdict") {
            return Err(Lost::new(entry.start, Problem::NoSuch(Entry::Correction)));
        }
        for field in fields {
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
                self.keep_entry(List::Speech, entry.clone());
                return Ok(());
            }
        };
        let id = id.ok_or_else(|| missing(Entry::Correction, "id", entry))?;
        let subject = match verdict {
            None => Subject::SamePerson { name, speaker },
            Some(verdict) => {
                let quote = quote.ok_or_else(|| missing(Entry::Correction, "quote", entry))?;
                let (start, end) = range.ok_or_else(|| missing(Entry::Correction, "range", entry))?;
                if start > end {
                    return Err(Lost::new(entry.start, Problem::BackwardRange(id)));
                }
                let selector = Selector { start, end, before, quote, after };
                Subject::Passage { selector, place: Place::Orphan, verdict }
            }
        };
        let mut correction = Correction { id, subject, made: made.unwrap_or_default() };
        let first = self.corrections.get(&correction.id).map(|number| &self.document.notes.corrections[*number]);
        if first.is_some() || self.numbers.contains_key(&correction.id) {
            if first == Some(&correction) {
                return Ok(());
            }
            self.damage.push(Lost::new(entry.start, Problem::IdTwice(correction.id.clone())));
            correction.id = another_id(&self.text[entry.clone()]);
            if self.corrections.contains_key(&correction.id) {
                return Ok(());
            }
        }
        if !unknown.is_empty() {
            self.document.verbatim.annotation_fields.insert(correction.id.clone(), unknown);
        }
        self.last.insert(List::Speech, correction.id.to_string());
        self.corrections.insert(correction.id.clone(), self.document.notes.corrections.len());
        self.document.notes.corrections.push(correction);
        Ok(())
    }

    fn removed(&mut self, entry: &Range<usize>) -> Result<(), Lost> {
        let (mut id, mut at) = (None, None);
        for field in fields(self.text, entry.clone())? {
            match field.name {
                "id" => id = Some(self.id(&field)?),
                "at" => at = Some(self.time(&field)?),
                name => {
                    return Err(Lost::new(field.value.start, Problem::UnknownField(name.to_owned())));
                }
            }
        }
        let id = id.ok_or_else(|| missing(Entry::RemovedNote, "id", entry))?;
        let at = at.ok_or_else(|| missing(Entry::RemovedNote, "at", entry))?;
        self.last.insert(List::Removed, id.to_string());
        self.document.notes.removed.insert(id, at);
        Ok(())
    }

    pub(super) fn verbatim(&self, field: &Field<'_>) -> (String, String) {
        (field.name.to_owned(), self.text[field.value.clone()].to_owned())
    }

    /// One value that ron understands.
    pub(super) fn leaf<T: DeserializeOwned>(&self, field: &Field<'_>) -> Result<T, Lost> {
        ron::from_str(&self.text[field.value.clone()]).map_err(|error| {
            let problem = Problem::Unreadable { field: field.name.to_owned(), error: Box::new(error.code) };
            Lost::new(field.value.start, problem)
        })
    }

    /// A colour; one that is not known as it is written, and what is wrong with it.
    fn colour(&self, field: &Field<'_>) -> Result<Colour, (String, Lost)> {
        let written = self.text[field.value.clone()].to_owned();
        let name: String = self.leaf(field).map_err(|lost| (written.clone(), lost))?;
        Colour::from_name(&name).ok_or_else(|| (written, Lost::new(field.value.start, Problem::UnknownColour(name))))
    }

    /// Identities of other notes, each once; whether these are there is not looked at.
    fn links(&self, field: &Field<'_>) -> Result<Vec<AnnotationId>, Lost> {
        let written: Vec<String> = self.leaf(field)?;
        if written.len() > MOST_LINKS {
            return Err(Lost::new(field.value.start, Problem::TooManyLinks));
        }
        let mut links: Vec<AnnotationId> = Vec::new();
        for text in written {
            let id =
                AnnotationId::from_written(&text).ok_or_else(|| Lost::new(field.value.start, Problem::NoId(text)))?;
            if !links.contains(&id) {
                links.push(id);
            }
        }
        Ok(links)
    }

    fn time(&self, field: &Field<'_>) -> Result<Timestamp, Lost> {
        let text: String = self.leaf(field)?;
        text.parse().map_err(|_| Lost::new(field.value.start, Problem::NoTime(text)))
    }

    fn id(&self, field: &Field<'_>) -> Result<AnnotationId, Lost> {
        let text: String = self.leaf(field)?;
        AnnotationId::from_written(&text).ok_or_else(|| Lost::new(field.value.start, Problem::NoId(text)))
    }
}

/// Whether fields are those of an entry of a list, and of no other.
pub(super) fn fits(list: List, fields: &[Field<'_>]) -> bool {
    let has = |wanted: &[&str]| wanted.iter().all(|name| fields.iter().any(|field| field.name == *name));
    match list {
        List::Tags => has(&["name"]) && !has(&["verdict"]) && !has(&["digest"]),
        List::Annotations => has(&["id", "range", "quote"]) && !has(&["verdict"]),
        List::Speech => has(&["id", "verdict"]),
        List::Removed => has(&["id", "at"]),
        List::Top => false,
    }
}

/// An id for an entry whose own is taken: the same for the same words.
fn another_id(entry: &str) -> AnnotationId {
    let [a, b, c, d, e, ..]: [u8; 32] = Sha256::digest(entry.as_bytes()).into();
    AnnotationId::from_random([a, b, c, d, e])
}

fn missing(thing: Entry, field: &'static str, entry: &Range<usize>) -> Lost {
    Lost::new(entry.start, Problem::Without { entry: thing, field })
}

/// The colour to show, and of one that is not known what goes back into the file.
fn known_or_strange(colour: Option<Result<Colour, (String, Lost)>>) -> (Colour, Option<(String, Lost)>) {
    match colour {
        None => (Colour::default(), None),
        Some(Ok(colour)) => (colour, None),
        Some(Err(strange)) => (Colour::default(), Some(strange)),
    }
}
