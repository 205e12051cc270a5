use std::{cmp::Reverse, collections::BTreeMap};

use super::Notes;

/// Two tags that annotations carry together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagPair {
    /// Their numbers in the code book, the smaller first.
    pub tags: (usize, usize),
    /// How many annotations carry both.
    pub count: usize,
}

impl Notes {
    /// Which tags occur together, those most often together first, then in the order of the code book.
    pub fn tags_together(&self) -> Vec<TagPair> {
        let numbers: BTreeMap<&str, usize> =
            self.tags.iter().enumerate().map(|(number, tag)| (tag.name.as_str(), number)).collect();
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for annotation in &self.annotations {
            let mut carried: Vec<usize> =
                annotation.tags.iter().filter_map(|name| numbers.get(name.as_str()).copied()).collect();
            carried.sort_unstable();
            carried.dedup();
            for (at, first) in carried.iter().enumerate() {
                for second in &carried[at + 1..] {
                    *counts.entry((*first, *second)).or_default() += 1;
                }
            }
        }
        let mut pairs: Vec<TagPair> = counts.into_iter().map(|(tags, count)| TagPair { tags, count }).collect();
        pairs.sort_by_key(|pair| Reverse(pair.count));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use crate::notes::tests::tagged;

    #[track_caller]
    fn check(tags: &[&[&str]], expected: &[(&str, &str, usize)]) {
        let notes = tagged(tags);
        let name = |number: usize| notes.tags[number].name.as_str();
        let pairs: Vec<_> = notes.tags_together();
        let pairs: Vec<_> = pairs.iter().map(|pair| (name(pair.tags.0), name(pair.tags.1), pair.count)).collect();
        assert_eq!(pairs, expected);
    }

    #[test]
    fn the_tags_most_often_together_come_first() {
        check(
            &[&["claim", "doubt"], &["vote", "claim"], &["claim", "vote", "doubt"], &["vote", "claim"], &["vote"]],
            &[("claim", "vote", 3), ("claim", "doubt", 2), ("doubt", "vote", 1)],
        );
        check(&[&["claim"], &["doubt"]], &[]);
    }
}
