//! Bringing versions of the same notes together when it is not known what they went on from.
//!
//! Each entry is joined by itself, by an operation of which neither the order nor the grouping matters, and which
//! changes nothing when it is done again: of an annotation the version that was changed last is taken, and where two were
//! changed at the same second, both colours' first by name, all tags, and all paragraphs of both notes.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{
    Annotation, AnnotationId, Colour, Correction, Notes, Selector, Tag,
    spelling::{Spelling, folded},
};

impl Notes {
    /// What two versions hold together. Which of the two is called `one` makes no difference, but for the author's
    /// name. Tags that differ in capitals alone become one.
    pub fn joined(one: &Self, other: &Self) -> Self {
        let spelling = Spelling::of([one, other]);
        let (one, other) = (&*spelling.applied(one), &*spelling.applied(other));
        let author = if one.author.is_empty() { &other.author } else { &one.author };
        let mut removed = one.removed.clone();
        for (id, when) in &other.removed {
            removed.entry(id.clone()).and_modify(|known| *known = (*known).max(*when)).or_insert(*when);
        }
        // What a version holds although it was once deleted was made again there.
        let held = [one, other].map(Self::held);
        removed.retain(|id, _| {
            let deletes = |(notes, held): (&Self, &HashSet<_>)| notes.removed.contains_key(id) && !held.contains(id);
            deletes((one, &held[0])) || deletes((other, &held[1]))
        });
        let mut joined = Self {
            author: author.clone(),
            tags: joined_tags(&one.tags, &other.tags),
            annotations: joined_entries(&one.annotations, &other.annotations, |one| &one.id, joined_annotation),
            corrections: joined_entries(&one.corrections, &other.corrections, |one| &one.id, joined_correction),
            removed,
        };
        joined.annotations.retain(|annotation| !joined.removed.contains_key(&annotation.id));
        joined.corrections.retain(|correction| !joined.removed.contains_key(&correction.id));
        joined.annotations.sort_by(|one, other| (one.made, &one.id).cmp(&(other.made, &other.id)));
        joined.corrections.sort_by(|one, other| (one.made, &one.id).cmp(&(other.made, &other.id)));
        joined.list_missing_tags();
        joined
    }

    /// The identities of all annotations and corrections.
    fn held(&self) -> HashSet<&AnnotationId> {
        let corrections = self.corrections.iter().map(|correction| &correction.id);
        self.annotations.iter().map(|annotation| &annotation.id).chain(corrections).collect()
    }
}

/// The entries of both, those that both hold joined.
fn joined_entries<Entry: Clone, Name: Ord>(
    one: &[Entry],
    other: &[Entry],
    name: impl Fn(&Entry) -> &Name,
    join: impl Fn(&Entry, &Entry) -> Entry,
) -> Vec<Entry> {
    let mut joined: BTreeMap<&Name, Entry> = one.iter().map(|entry| (name(entry), entry.clone())).collect();
    for entry in other {
        joined.entry(name(entry)).and_modify(|known| *known = join(known, entry)).or_insert_with(|| entry.clone());
    }
    joined.into_values().collect()
}

fn joined_annotation(one: &Annotation, other: &Annotation) -> Annotation {
    let made = one.made.min(other.made);
    if one.changed != other.changed {
        let later = if one.changed > other.changed { one } else { other };
        return Annotation { made, ..later.clone() };
    }
    let passage = if words_of(&one.selector) >= words_of(&other.selector) { one } else { other };
    Annotation {
        made,
        colour: first_of(one.colour, other.colour),
        tags: joined_names(&one.tags, &other.tags),
        note: joined_text(&one.note, &other.note),
        by: one.by.clone().max(other.by.clone()),
        ..passage.clone()
    }
}

fn words_of(selector: &Selector) -> (usize, usize, &str, &str, &str) {
    let Selector { start, end, before, quote, after } = selector;
    (*start, *end, quote, before, after)
}

/// A correction is replaced and never altered: two that differ were written by hand.
fn joined_correction(one: &Correction, other: &Correction) -> Correction {
    let key = |one: &Correction| (one.made, format!("{:?}", one.subject));
    if key(one) >= key(other) { one.clone() } else { other.clone() }
}

/// Of two colours the first by name: yellow, which is given unasked, is the last.
fn first_of(one: Colour, other: Colour) -> Colour {
    if one.name() <= other.name() { one } else { other }
}

/// Two tags of one name.
pub(super) fn joined_tag(one: &Tag, other: &Tag) -> Tag {
    Tag {
        name: one.name.clone(),
        colour: first_of(one.colour, other.colour),
        meaning: joined_text(&one.meaning, &other.meaning),
    }
}

fn joined_tags(one: &[Tag], other: &[Tag]) -> Vec<Tag> {
    let mut tags: BTreeMap<String, Tag> = joined_entries(one, other, |tag| &tag.name, joined_tag)
        .into_iter()
        .map(|tag| (tag.name.clone(), tag))
        .collect();
    let names = |tags: &[Tag]| tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>();
    joined_names(&names(one), &names(other)).iter().filter_map(|name| tags.remove(name)).collect()
}

/// The names in either list, each once: in the order of the list that has them all, or else by the alphabet. Capitals make
/// no difference to the order, for another version may yet spell a name otherwise.
fn joined_names(one: &[String], other: &[String]) -> Vec<String> {
    let place = |name: &String| (folded(name), name.clone());
    let all: BTreeSet<&String> = one.iter().chain(other).collect();
    let mut sorted: Vec<String> = all.iter().map(|name| (*name).clone()).collect();
    sorted.sort_by_cached_key(place);
    let has_all = |list: &&[String]| list.iter().collect::<BTreeSet<_>>() == all;
    // An order of somebody's own comes before the alphabet's.
    let ordered = [one, other].into_iter().filter(has_all).filter(|list| **list != sorted);
    let places = |list: &&[String]| list.iter().map(place).collect::<Vec<_>>();
    ordered.max_by_key(places).map_or(sorted, <[String]>::to_vec)
}

/// The paragraphs of both texts, each once, and none that another one holds: as the text has them that has them all, or
/// else the last by the alphabet first.
pub(super) fn joined_text(one: &str, other: &str) -> String {
    let all = paragraphs(&[one, other]);
    let sorted = all.iter().rev().copied().collect::<Vec<_>>().join("\n\n");
    let has_all = |text: &&str| paragraphs(&[*text]) == all;
    let written = [one, other].into_iter().filter(has_all).filter(|text| **text != *sorted).max();
    written.map_or(sorted, str::to_owned)
}

fn paragraphs<'a>(texts: &[&'a str]) -> BTreeSet<&'a str> {
    let all: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| text.split("\n\n"))
        .map(|paragraph| paragraph.trim_matches('\n'))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let is_held = |one: &&str| all.iter().any(|other| *other != *one && other.contains(*one));
    all.iter().copied().filter(|paragraph| !is_held(paragraph)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_keep_every_paragraph_once() {
        let check = |one: &str, other: &str, expected: &str| {
            assert_eq!(joined_text(one, other), expected);
            assert_eq!(joined_text(other, one), expected);
        };
        check("Why?", "", "Why?");
        check("Why?", "Why? And when?", "Why? And when?");
        check("Why?", "When?", "Why?\n\nWhen?");
        check("When?\n\nWhy?", "Why?", "When?\n\nWhy?");
        check("谁？\n\nWhy?", "When?", "谁？\n\nWhy?\n\nWhen?");
    }

    #[test]
    fn names_keep_the_order_of_who_has_them_all() {
        let names = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let check = |one: &str, other: &str, expected: &str| {
            assert_eq!(joined_names(&names(one), &names(other)), names(expected));
            assert_eq!(joined_names(&names(other), &names(one)), names(expected));
        };
        check("claim", "", "claim");
        check("vote claim", "claim", "vote claim");
        check("vote claim", "doubt", "claim doubt vote");
        check("vote claim", "claim vote", "vote claim");
    }

    proptest! {
        #[test]
        fn neither_order_nor_grouping_of_texts_matters(
            texts in prop::collection::vec("[ab]{0,2}(\n{1,3}[abc]{0,2}){0,3}", 3),
        ) {
            let [a, b, c] = [&texts[0], &texts[1], &texts[2]];
            prop_assert_eq!(joined_text(a, a), a.as_str());
            prop_assert_eq!(joined_text(a, b), joined_text(b, a));
            prop_assert_eq!(joined_text(&joined_text(a, b), c), joined_text(a, &joined_text(b, c)));
        }

        #[test]
        fn neither_order_nor_grouping_of_names_matters(
            lists in prop::collection::vec(prop::sample::subsequence(vec!["d", "b", "c", "a"], 0..4).prop_shuffle(), 3),
        ) {
            let lists: Vec<Vec<String>> =
                lists.into_iter().map(|list| list.into_iter().map(str::to_owned).collect()).collect();
            let [a, b, c] = [&lists[0], &lists[1], &lists[2]];
            prop_assert_eq!(&joined_names(a, a), a);
            prop_assert_eq!(joined_names(a, b), joined_names(b, a));
            prop_assert_eq!(joined_names(&joined_names(a, b), c), joined_names(a, &joined_names(b, c)));
        }
    }
}
