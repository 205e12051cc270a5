//! One spelling for tags that differ in capitals alone, where versions of notes come together: to a reader they are one.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashSet},
};

use super::{Notes, Tag, join::joined_tag};

/// Which names of tags are spelled otherwise from now on.
pub(super) struct Spelling(BTreeMap<String, String>);

/// The spellings of each name, by the name in small letters.
type Spellings<'a> = BTreeMap<String, BTreeSet<&'a str>>;

/// A name without its capitals.
pub(super) fn folded(name: &str) -> String {
    name.to_lowercase()
}

impl Spelling {
    /// That of notes of which nothing is known before: the last by the alphabet, which has the fewest capitals.
    pub fn of(versions: [&Notes; 2]) -> Self {
        Self::chosen(versions.map(spellings), |spellings| spellings.iter().filter_map(|all| all.last()).max().copied())
    }

    /// That of two versions which went on from the first: as the one spells it that changed it, else likewise.
    pub fn since(versions: [&Notes; 3]) -> Self {
        Self::chosen(versions.map(spellings), |[base, mine, theirs]| {
            let [base, mine, theirs] = [base, mine, theirs].map(|all| all.last().copied());
            match (mine, theirs) {
                (Some(mine), Some(theirs)) if base == Some(mine) => Some(theirs),
                (Some(mine), Some(theirs)) if base == Some(theirs) => Some(mine),
                (mine, theirs) => mine.max(theirs).or(base),
            }
        })
    }

    fn chosen<'a, const COUNT: usize>(
        versions: [Spellings<'a>; COUNT],
        choose: impl Fn([BTreeSet<&'a str>; COUNT]) -> Option<&'a str>,
    ) -> Self {
        let mut changes = BTreeMap::new();
        let names: BTreeSet<&String> = versions.iter().flat_map(BTreeMap::keys).collect();
        for name in names {
            let of_each: [BTreeSet<&str>; COUNT] =
                std::array::from_fn(|version| versions[version].get(name).cloned().unwrap_or_default());
            let all: BTreeSet<&str> = of_each.iter().flatten().copied().collect();
            if all.len() > 1
                && let Some(chosen) = choose(of_each)
            {
                let others = all.into_iter().filter(|other| *other != chosen);
                changes.extend(others.map(|other| (other.to_owned(), chosen.to_owned())));
            }
        }
        Self(changes)
    }

    /// Notes in this spelling; tags that become one have both meanings.
    pub fn applied<'a>(&self, notes: &'a Notes) -> Cow<'a, Notes> {
        if !notes.tags.iter().any(|tag| self.0.contains_key(&tag.name)) {
            return Cow::Borrowed(notes);
        }
        let spelled = |name: &String| self.0.get(name).unwrap_or(name).clone();
        let mut notes = notes.clone();
        let mut tags: Vec<Tag> = Vec::new();
        for tag in &notes.tags {
            let tag = Tag { name: spelled(&tag.name), ..tag.clone() };
            match tags.iter_mut().find(|known| known.name == tag.name) {
                Some(known) => *known = joined_tag(known, &tag),
                None => tags.push(tag),
            }
        }
        notes.tags = tags;
        for annotation in &mut notes.annotations {
            let mut carried = HashSet::new();
            annotation.tags = annotation.tags.iter().map(spelled).filter(|name| carried.insert(name.clone())).collect();
        }
        Cow::Owned(notes)
    }
}

fn spellings(notes: &Notes) -> Spellings<'_> {
    let mut spellings = Spellings::new();
    for tag in &notes.tags {
        spellings.entry(folded(&tag.name)).or_default().insert(&tag.name);
    }
    spellings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notes::tests::tagged;

    fn tags_of(notes: &Notes) -> Vec<Vec<&str>> {
        let book = notes.tags.iter().map(|tag| tag.name.as_str()).collect();
        let carried = notes.annotations.iter().map(|one| one.tags.iter().map(String::as_str).collect());
        std::iter::once(book).chain(carried).collect()
    }

    #[test]
    fn tags_that_differ_in_capitals_alone_become_one() {
        let check = |one: &[&[&str]], other: &[&[&str]], expected: &[&[&str]]| {
            let (one, other) = (tagged(one), tagged(other));
            assert_eq!(tags_of(&Notes::joined(&one, &other)), expected);
            assert_eq!(tags_of(&Notes::joined(&other, &one)), expected);
        };
        check(&[&["CLAIM"]], &[&["claim"]], &[&["claim"], &["claim"]]);
        check(&[&["vote", "Claim"]], &[&["CLAIM"]], &[&["vote", "Claim"], &["vote", "Claim"]]);
        check(&[&["Claim/Why"]], &[&["claim"]], &[&["claim", "Claim/Why"], &["claim", "Claim/Why"]]);
    }

    #[test]
    fn of_two_versions_with_the_one_before_the_changed_spelling_stays() {
        let check = |base: &str, one: &str, other: &str, expected: &str| {
            let [base, one, other] = [base, one, other].map(|name| tagged(&[&[name]]));
            assert_eq!(tags_of(&Notes::merged(&base, &one, &other)), [[expected]; 2]);
            assert_eq!(tags_of(&Notes::merged(&base, &other, &one)), [[expected]; 2]);
        };
        check("claim", "Claim", "claim", "Claim");
        check("Claim", "claim", "Claim", "claim");
        check("claim", "Claim", "CLAIM", "Claim");
        check("doubt", "CLAIM", "claim", "claim");
    }

    proptest! {
        #[test]
        fn neither_order_nor_grouping_matters_whatever_the_capitals(
            lists in prop::collection::vec(
                prop::collection::vec(prop::sample::subsequence(vec!["b", "B", "a", "A", "Ca", "ca"], 0..6).prop_shuffle(), 2), 3,
            ),
        ) {
            let versions = lists.iter().map(|lists| tagged(&lists.iter().map(Vec::as_slice).collect::<Vec<_>>()));
            let versions: Vec<Notes> = versions.collect();
            let [a, b, c] = [&versions[0], &versions[1], &versions[2]];
            prop_assert_eq!(Notes::joined(a, b), Notes::joined(b, a));
            let one = Notes::joined(&Notes::joined(a, b), c);
            prop_assert_eq!(&one, &Notes::joined(a, &Notes::joined(b, c)));
            prop_assert_eq!(&one, &Notes::joined(&one, a));
        }
    }
}
