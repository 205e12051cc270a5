//! How a language's file is laid out.

use serde::Deserialize;

/// The words of a language as its file holds them: lists with a space between the words.
#[derive(Deserialize)]
pub(super) struct File {
    pub says: String,
    pub beside_marks: String,
    pub takes_words: String,
    pub replies: String,
    pub with_infinitive: String,
    pub with_preposition: String,
    pub with_noun: String,
    pub chained: String,
    pub irregular: Vec<(String, String, String, String)>,
    pub according: Vec<String>,
    pub adverbials: Vec<String>,
    pub idioms: Vec<String>,
    pub in_mind: Vec<String>,
    #[serde(default)]
    pub impersonal: Vec<String>,
    pub circumstances: Vec<String>,
    pub highest_offices: String,
    pub offices: String,
    pub governing: String,
    pub of_court: String,
    pub anybody: String,
    #[serde(default)]
    pub newcomers: String,
    #[serde(default)]
    pub strangers: String,
    pub broader: Vec<(String, String)>,
    #[serde(default)]
    pub people_in_pairs: Vec<String>,
    #[serde(default)]
    pub kin: Vec<(String, String, String)>,
    #[serde(default)]
    pub interviews: super::asking::File,
    pub abbreviations: String,
    #[serde(default)]
    pub participles: super::participles::Participles,
    pub nouns: super::nouns::Nouns,
    pub classes: Classes,
}

#[derive(Deserialize)]
pub(super) struct Classes {
    pub definite: String,
    pub indefinite: String,
    pub possessive: String,
    pub pronouns: String,
    pub unnamed: String,
    pub objects: String,
    pub feminine: String,
    pub masculine: String,
    pub plural: String,
    pub auxiliaries: String,
    pub chains: String,
    pub light: String,
    pub conjunctions: String,
    pub relatives: String,
    pub that: String,
    pub whether: String,
    pub prepositions: String,
    pub links: String,
    pub titles: String,
    pub female_titles: String,
    pub male_titles: String,
    pub times: String,
    pub people: String,
    pub papers: String,
    pub known_bodies: String,
    pub bodies: String,
    pub before_nouns: String,
    pub naming: String,
    pub titled: String,
    pub female_names: String,
    pub male_names: String,
    pub listeners: String,
    pub particles: String,
    pub back: String,
    #[serde(default)]
    pub deeds: String,
}
