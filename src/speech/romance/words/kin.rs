//! What somebody is to those who are something to them: "Jean Rey et sa fille" makes him "son père".

use std::collections::HashMap;

use super::super::gender::Gender;

/// By a noun for kin, what a man and what a woman are to them.
#[derive(Debug, Default)]
pub(in crate::speech::romance) struct Kin(HashMap<Box<str>, [Vec<String>; 2]>);

impl Kin {
    /// Reads the nouns, and what a man and a woman are who have such kin.
    pub(super) fn read(kin: &[(String, String, String)]) -> Self {
        let list = |words: &String| words.split_whitespace().map(str::to_owned).collect();
        let each = |(nouns, man, woman): &(String, String, String)| {
            let back = [list(man), list(woman)];
            nouns.split_whitespace().map(|noun| (noun.into(), back.clone())).collect::<Vec<_>>()
        };
        Self(kin.iter().flat_map(each).collect())
    }

    /// What somebody is to the kin whom a noun tells of.
    pub fn back(&self, noun: &str, gender: Gender) -> &[String] {
        let back = self.0.get(noun).map(|[man, woman]| if gender == Gender::Male { man } else { woman });
        back.map_or(&[], Vec::as_slice)
    }
}
