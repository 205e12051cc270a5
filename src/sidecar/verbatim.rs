//! Bringing together what files hold that is not understood. As with notes, neither the order nor the grouping matters.

use std::collections::BTreeMap;

use super::{
    document::{Kept, Verbatim},
    scan::pairs,
};

impl Verbatim {
    /// Takes over what another file kept and this one does not hold.
    pub(super) fn absorb(&mut self, other: &Self) {
        if self == other {
            return;
        }
        self.kept = joined_kept(&self.kept, &other.kept);
        self.ext = joined_ext(&self.ext, &other.ext);
        self.fields = joined_fields(&self.fields, &other.fields);
        self.article_fields = joined_fields(&self.article_fields, &other.article_fields);
        join_each(&mut self.tag_fields, &other.tag_fields, |one, other| joined_fields(one, other));
        join_each(&mut self.annotation_fields, &other.annotation_fields, |one, other| joined_fields(one, other));
        join_each(&mut self.tag_colours, &other.tag_colours, |one, other| one.max(other).clone());
        join_each(&mut self.colours, &other.colours, |one, other| one.max(other).clone());
    }
}

/// Takes in the things of another map, those that both have joined.
pub(super) fn join_each<Name: Ord + Clone, Thing: Clone>(
    own: &mut BTreeMap<Name, Thing>,
    other: &BTreeMap<Name, Thing>,
    join: impl Fn(&Thing, &Thing) -> Thing,
) {
    for (name, thing) in other {
        own.entry(name.clone()).and_modify(|known| *known = join(known, thing)).or_insert_with(|| thing.clone());
    }
}

/// Damaged text of both, but what stands in other damaged text already; by the place it stood in, where they differ.
fn joined_kept(one: &[Kept], other: &[Kept]) -> Vec<Kept> {
    let is_in = |kept: &Kept, all: &[Kept]| {
        let holds = |text: &[u8]| text.windows(kept.text.len().max(1)).any(|part| part == kept.text);
        all.iter().any(|other| other.list == kept.list && other != kept && holds(&other.text))
    };
    if other.iter().all(|kept| one.contains(kept) || is_in(kept, one)) {
        return one.to_vec();
    }
    let all: Vec<Kept> = one.iter().chain(other).cloned().collect();
    let place = |kept: &Kept| (kept.list, kept.after.clone(), kept.text.clone());
    let mut joined: Vec<Kept> = all.iter().filter(|kept| !is_in(kept, &all)).cloned().collect();
    joined.sort_by_key(place);
    joined.dedup();
    joined
}

/// The fields of both by their names, where they differ; of two values for one name, the last by the alphabet.
pub(super) fn joined_fields(one: &[(String, String)], other: &[(String, String)]) -> Vec<(String, String)> {
    if one == other || other.is_empty() {
        return one.to_vec();
    }
    if one.is_empty() {
        return other.to_vec();
    }
    let mut joined: BTreeMap<&String, &String> = BTreeMap::new();
    for (name, value) in one.iter().chain(other) {
        joined.entry(name).and_modify(|known| *known = (*known).max(value)).or_insert(value);
    }
    joined.into_iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// The pairs of both maps by their keys, where they differ; of two values for one key, the last by the alphabet.
fn joined_ext(one: &str, other: &str) -> String {
    if one == other || other.is_empty() {
        return one.to_owned();
    }
    if one.is_empty() {
        return other.to_owned();
    }
    let (Ok(joined), Ok(others)) = (pairs(one), pairs(other)) else {
        return one.max(other).to_owned();
    };
    let (mut joined, others) = (BTreeMap::from_iter(joined), BTreeMap::from_iter(others));
    join_each(&mut joined, &others, |one, other| one.max(other));
    let pairs: Vec<String> = joined.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{{}}}", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_of_other_programs_are_joined_by_their_keys() {
        let check = |one: &str, other: &str, expected: &str| {
            assert_eq!(joined_ext(one, other), expected);
            assert_eq!(joined_ext(other, one), expected);
        };
        check("{\"b\": (x: 1)}", "", "{\"b\": (x: 1)}");
        check("{\"b\": (x: 1)}", "{\"a\": [2, 3]}", "{\"a\": [2, 3], \"b\": (x: 1)}");
        check("{\"a: \\\"\": 1}", "{\"a: \\\"\": 2, \"c\": {}}", "{\"a: \\\"\": 2, \"c\": {}}");
        check("{a: 1}", "{a: 2}", "{a: 2}");
    }
}
