use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::{AnnotationId, Change, Colour, Edit, EditName, Notes, Tag};

/// A tag's name as it is kept: one line, single spaces; `None` when nothing is left.
pub fn tag_name(typed: &str) -> Option<String> {
    let name = typed.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let name = name.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

/// What the code book says.
impl Notes {
    pub fn tag(&self, name: &str) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.name == name)
    }

    /// The tag with this name, or else one that differs from it in capitals alone.
    pub fn tag_called(&self, name: &str) -> Option<&Tag> {
        let folded = || tag_name(name).unwrap_or_default().to_lowercase();
        let is_called = |folded: String| self.tags.iter().find(|tag| tag.name.to_lowercase() == folded);
        self.tag(name).or_else(|| is_called(folded()))
    }

    /// A tag's name as the code book spells it, or as it was typed.
    pub(super) fn spelled(&self, typed: &str) -> Option<String> {
        let name = tag_name(typed)?;
        Some(self.tag_called(&name).map_or(name, |tag| tag.name.clone()))
    }

    /// The name that a tag gets when it is renamed so: that of a tag which is there, if it differs in capitals alone.
    pub fn new_tag_name(&self, from: &str, typed: &str) -> Option<String> {
        let name = tag_name(typed)?;
        let other = self.tag_called(&name).filter(|tag| tag.name != from);
        Some(other.map_or(name, |tag| tag.name.clone()))
    }

    /// The tags in the order of the code book, each with the number of annotations that carry it.
    pub fn tag_counts(&self) -> Vec<(&Tag, usize)> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in self.annotations.iter().flat_map(|annotation| &annotation.tags) {
            *counts.entry(name).or_default() += 1;
        }
        self.tags.iter().map(|tag| (tag, counts.get(tag.name.as_str()).copied().unwrap_or(0))).collect()
    }

    /// The tags that go on from what was typed, whatever its case: first those that begin so, then those with a
    /// word that begins so, each kind with the most used first. Nothing typed gives all.
    pub fn complete_tag(&self, prefix: &str) -> Vec<&Tag> {
        let wanted = prefix.trim_start().to_lowercase();
        let mut found: Vec<(bool, usize, &Tag)> = Vec::new();
        for (tag, count) in self.tag_counts() {
            let name = tag.name.to_lowercase();
            let begins = name.starts_with(&wanted);
            let has_word = || name.split([' ', '/', '-', '_']).any(|word| word.starts_with(&wanted));
            if begins || has_word() {
                found.push((begins, count, tag));
            }
        }
        found.sort_by_key(|(begins, count, _)| std::cmp::Reverse((*begins, *count)));
        found.into_iter().map(|(_, _, tag)| tag).collect()
    }

    /// Puts tags that only annotations know into the code book, as files written by hand may need.
    pub(crate) fn list_missing_tags(&mut self) {
        let mut known: HashSet<String> = self.tags.iter().map(|tag| tag.name.clone()).collect();
        for name in self.annotations.iter().flat_map(|annotation| &annotation.tags) {
            if !known.contains(name) {
                known.insert(name.clone());
                let colour = next_colour(&self.tags);
                self.tags.push(Tag { name: name.clone(), colour, meaning: String::new() });
            }
        }
    }

    /// The change that puts a tag into the code book, `ahead` others being put in before it; `None` when it is there.
    pub(super) fn new_tag(&self, name: &str, ahead: usize) -> Option<Change> {
        if self.tag(name).is_some() {
            return None;
        }
        let first = Colour::ALL.iter().position(|colour| *colour == next_colour(&self.tags)).unwrap_or(0);
        let colour = Colour::ALL[(first + ahead) % Colour::ALL.len()];
        let tag = Tag { name: name.to_owned(), colour, meaning: String::new() };
        Some(Change::Tag { at: self.tags.len() + ahead, before: None, after: Some(tag) })
    }
}

/// The colour that the fewest tags have.
fn next_colour(tags: &[Tag]) -> Colour {
    let uses = |colour: &Colour| tags.iter().filter(|tag| tag.colour == *colour).count();
    Colour::ALL.into_iter().min_by_key(uses).unwrap_or_default()
}

/// Whether a tag's name goes on from another's after a `/`.
pub fn is_nested(name: &str, above: &str) -> bool {
    name.strip_prefix(above).is_some_and(|rest| rest.trim_start().starts_with('/'))
}

/// The changes that rename tags of a code book, each as the book reads after those before it. Of two meanings of tags that
/// become one, that of the tag that was there stays; what only one of them says is kept.
fn rename_in(mut book: Vec<Tag>, moved: &HashMap<&str, String>) -> Vec<Change> {
    // The shorter name first: it makes room for a longer one that takes it.
    let mut moved: Vec<(&str, &String)> = moved.iter().map(|(from, to)| (*from, to)).collect();
    moved.sort_by_key(|(from, _)| (from.len(), *from));
    let mut changes = Vec::new();
    for (from, to) in moved {
        let Some(at) = book.iter().position(|tag| tag.name == from) else { continue };
        let before = book[at].clone();
        let Some(there) = book.iter().position(|tag| tag.name == *to) else {
            book[at].name.clone_from(to);
            changes.push(Change::Tag { at, before: Some(before), after: Some(book[at].clone()) });
            continue;
        };
        if book[there].meaning.is_empty() && !before.meaning.is_empty() {
            let other = book[there].clone();
            book[there].meaning.clone_from(&before.meaning);
            changes.push(Change::Tag { at: there, before: Some(other), after: Some(book[there].clone()) });
        }
        book.remove(at);
        changes.push(Change::Tag { at, before: Some(before), after: None });
    }
    changes
}

/// Edits of tags. Each gives `None` when it would change nothing.
impl Notes {
    /// Gives a tag to annotations, as the code book spells it; a new one is put there with the next colour.
    pub fn add_tag(&self, ids: &[AnnotationId], name: &str, now: Timestamp) -> Option<Edit> {
        let name = self.spelled(name)?;
        let mut changes: Vec<Change> = self.new_tag(&name, 0).into_iter().collect();
        let book = changes.len();
        changes.extend(self.change_all(ids, now, |annotation| {
            if !annotation.tags.contains(&name) {
                annotation.tags.push(name.clone());
            }
        }));
        (changes.len() > book).then(|| Edit::new(EditName::Tag(name), changes, now))
    }

    /// Takes a tag from annotations; it stays in the code book.
    pub fn remove_tag(&self, ids: &[AnnotationId], name: &str, now: Timestamp) -> Option<Edit> {
        let changes = self.change_all(ids, now, |annotation| annotation.tags.retain(|tag| tag != name));
        (!changes.is_empty()).then(|| Edit::new(EditName::RemoveTag(name.to_owned()), changes, now))
    }

    /// Puts a tag into the code book with a meaning, or gives one that is there another meaning.
    pub fn define_tag(&self, name: &str, meaning: &str, now: Timestamp) -> Option<Edit> {
        let name = tag_name(name)?;
        let change = match self.new_tag(&name, 0) {
            Some(Change::Tag { at, after: Some(tag), .. }) => {
                Change::Tag { at, before: None, after: Some(Tag { meaning: meaning.to_owned(), ..tag }) }
            }
            _ => self.change_tag(&name, |tag| meaning.clone_into(&mut tag.meaning))?,
        };
        Some(Edit::new(EditName::MeaningOfTag(name), vec![change], now))
    }

    /// Renames a tag, and with it those nested in it, on all their annotations; a name that only holds others is renamed in
    /// those. A name that another tag has makes the two one, with that tag's colour.
    pub fn rename_tag(&self, from: &str, to: &str, now: Timestamp) -> Option<Edit> {
        let to = self.new_tag_name(from, to).filter(|to| to != from)?;
        // What goes into itself leaves there what is nested in it.
        let alone = self.tag(from).is_some() && is_nested(&to, from);
        let goes = |name: &str| name == from || !alone && is_nested(name, from);
        let names = self.tags.iter().map(|tag| tag.name.as_str()).filter(|name| goes(name));
        let moved: HashMap<&str, String> = names.map(|name| (name, format!("{to}{}", &name[from.len()..]))).collect();
        if moved.is_empty() {
            return None;
        }
        let mut changes = rename_in(self.tags.clone(), &moved);
        changes.extend(self.change_each(now, |annotation| {
            let tags = std::mem::take(&mut annotation.tags);
            let renamed = tags.iter().filter_map(|name| match moved.get(name.as_str()) {
                Some(new) if tags.contains(new) && !moved.contains_key(new.as_str()) => None,
                Some(new) => Some(new.clone()),
                None => Some(name.clone()),
            });
            annotation.tags = renamed.collect();
        }));
        Some(Edit::new(EditName::RenameTag(from.to_owned()), changes, now))
    }

    /// Gives a tag another colour, or those in a name that only holds others.
    pub fn recolour_tag(&self, name: &str, colour: Colour, now: Timestamp) -> Option<Edit> {
        let meant = self.tags_meant(name);
        let changes = meant.iter().filter_map(|name| self.change_tag(name, |tag| tag.colour = colour));
        let changes: Vec<Change> = changes.collect();
        (!changes.is_empty()).then(|| Edit::new(EditName::ColourOfTag(name.to_owned()), changes, now))
    }

    /// Takes a tag out of the code book and from all its annotations, or those in a name that only holds others.
    pub fn delete_tag(&self, name: &str, now: Timestamp) -> Option<Edit> {
        let meant = self.tags_meant(name);
        let mut book = self.tags.clone();
        let mut changes = Vec::new();
        for name in &meant {
            let at = book.iter().position(|tag| tag.name == *name)?;
            changes.push(Change::Tag { at, before: Some(book.remove(at)), after: None });
        }
        changes
            .extend(self.change_each(now, |annotation| annotation.tags.retain(|tag| !meant.contains(&tag.as_str()))));
        (!meant.is_empty()).then(|| Edit::new(EditName::DeleteTag(name.to_owned()), changes, now))
    }

    /// The tag of a name, or where the name only holds others, the tags nested in it.
    pub fn tags_meant(&self, name: &str) -> Vec<&str> {
        let names = || self.tags.iter().map(|tag| tag.name.as_str());
        match self.tag(name) {
            Some(tag) => vec![&tag.name],
            None => names().filter(|other| is_nested(other, name)).collect(),
        }
    }

    /// Puts another code book's tags beside those that are there. A tag of both keeps its colour, and its meaning unless
    /// only the other one says what it means.
    pub fn import_tags(&self, tags: &[Tag], now: Timestamp) -> Option<Edit> {
        let mut seen = HashSet::new();
        let (mut changes, mut added) = (Vec::new(), 0);
        for tag in tags.iter().filter(|tag| seen.insert(tag.name.to_lowercase())) {
            match self.tag_called(&tag.name) {
                Some(own) if own.meaning.is_empty() => {
                    changes.extend(self.change_tag(&own.name, |own| own.meaning.clone_from(&tag.meaning)));
                }
                Some(_) => {}
                None => {
                    changes.push(Change::Tag { at: self.tags.len() + added, before: None, after: Some(tag.clone()) });
                    added += 1;
                }
            }
        }
        (!changes.is_empty()).then(|| Edit::new(EditName::ImportTags, changes, now))
    }

    fn change_tag(&self, name: &str, alter: impl FnOnce(&mut Tag)) -> Option<Change> {
        let at = self.tags.iter().position(|tag| tag.name == name)?;
        let before = self.tags[at].clone();
        let mut after = before.clone();
        alter(&mut after);
        (after != before).then_some(Change::Tag { at, before: Some(before), after: Some(after) })
    }
}
