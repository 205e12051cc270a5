//! What English nouns stand for: who bears a name, bodies.

use rustc_hash::FxHashMap;

use super::super::by_word::{ByWord, Words};
use super::super::kept::Gender;
use super::super::people::is_upper;
use super::file::File;
use super::{Classes, Lexicon};

/// What some English nouns stand for, and what names of bodies hold.
#[derive(Default)]
pub(super) struct EnglishNouns {
    state: Words,
    dailies: Words,
    workers: Words,
    laws: Words,
    any_bodies: Words,
    firm_names: Words,
    children: Words,
    pointing: Words,
    naming_verbs: Words,
    name_givers: Words,
    putting_verbs: Words,
    past: Words,
    messages: Words,
    parts: Words,
    by_field: Words,
    pairs: Words,
    witnesses: Words,
    of_court: Vec<String>,
    answering: Words,
    /// The titles of those whom a noun may be for.
    titles_of: FxHashMap<String, Vec<String>>,
}

impl EnglishNouns {
    pub(super) fn of(file: &File) -> Self {
        let set = |list: &str| list.split_whitespace().map(|word| (word, ())).collect();
        Self {
            state: set(&file.state_bodies),
            dailies: set(&file.dailies),
            workers: set(&file.worker_bodies),
            laws: set(&file.laws),
            any_bodies: set(&file.any_bodies),
            firm_names: set(&file.firm_names),
            children: set(&file.numbers_of_children),
            pointing: set(&file.pointing),
            naming_verbs: set(&file.naming_verbs),
            name_givers: set(&file.name_givers),
            putting_verbs: set(&file.putting_verbs),
            past: set(&file.past_roles),
            messages: set(&file.messages),
            parts: set(&file.parts),
            by_field: set(&file.bodies_by_field),
            pairs: set(&file.pairs),
            witnesses: set(&file.witnesses),
            of_court: file.of_court.split_whitespace().map(str::to_owned).collect(),
            answering: set(&file.answering),
            titles_of: titles_of(&file.called_by_title),
        }
    }
}

/// Turns lists of titles, each with the nouns for those who have them, round.
fn titles_of(lists: &[(String, String)]) -> FxHashMap<String, Vec<String>> {
    let mut titles_of: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for (titles, nouns) in lists {
        for noun in nouns.split_whitespace() {
            titles_of.entry(noun.to_owned()).or_default().extend(titles.split_whitespace().map(str::to_owned));
        }
    }
    titles_of
}

impl Lexicon {
    /// Whether a word stands before names and is part of none: "MP", "Cllr".
    pub fn leads_name(&self, word: &str, lower: &str) -> bool {
        self.is_english && (self.name_titles.contains(word) || word != lower && self.name_titles.contains(lower))
    }

    /// Whether a noun, given in lower case, stands for a body that says something: "ministry", "police", "airline".
    pub fn speaks_as_body(&self, lower: &str) -> bool {
        let is_known = self.word(lower).classes.any(Classes::ORGANISATION);
        self.is_english && (is_known || self.bodies.contains(lower) || self.generic_bodies.contains(lower))
    }

    /// Whether a noun, given in lower case, is what somebody is called who is known already: "lawmaker", "dad-of-two".
    pub fn is_epithet(&self, lower: &str) -> bool {
        let of_many = || lower.split_once("-of-").is_some_and(|(_, number)| self.is_number_of_children(number));
        self.is_english && (self.epithets.contains(lower) || of_many())
    }

    /// Whether a word with a capital tells who somebody is and is no name: "Dane", "MP".
    pub fn names_whoever_is_known(&self, word: &str, lower: &str) -> bool {
        word != lower && self.is_english && (self.is_demonym(lower) || self.epithets.contains(lower))
    }

    /// Whether a word, given in lower case, tells how many somebody is the mother of: 'a mother of three'.
    pub fn is_number_of_children(&self, lower: &str) -> bool {
        self.english.children.contains(lower)
    }

    /// Whether a noun for any body, given in lower case, may mean one with such words in its name: no ministry is a company.
    pub fn may_call_body(&self, noun: &str, name: &str) -> bool {
        let any = |words: &Words| name.split(' ').any(|word| words.contains(word));
        let EnglishNouns { state, workers, laws, any_bodies, .. } = &self.english;
        let fits = match noun {
            "newspaper" | "paper" => !any(workers),
            "union" => any(workers) || is_upper(name),
            _ => any_bodies.contains(noun) || !any(state) && !any(workers),
        };
        fits && !any(laws)
    }

    /// Whether a word alone is the name of a paper: "Guardian".
    pub fn is_daily(&self, word: &str) -> bool {
        self.english.dailies.contains(word)
    }

    /// Whether a word with a capital ends the names of firms: 'Lys Hydraulics'.
    pub fn ends_firm(&self, lower: &str) -> bool {
        self.english.firm_names.contains(lower)
    }

    /// Whether a word, given in lower case, stands for one or some of those named before: "another", "one", "second".
    pub fn points(&self, lower: &str) -> bool {
        self.english.pointing.contains(lower)
    }

    /// Whether a verb, given in lower case, has behind it how its subject names something: 'what the mayor calls “a rest”'.
    pub fn is_naming_verb(&self, lower: &str) -> bool {
        self.english.naming_verbs.contains(lower)
    }

    /// Whether a verb, given in lower case, stands in 'as the mayor [puts] it'.
    pub fn puts_it(&self, lower: &str) -> bool {
        self.english.putting_verbs.contains(lower)
    }

    /// Whether a noun, given in lower case, is for whoever tells a court what they saw: "witness".
    pub fn is_witness(&self, lower: &str) -> bool {
        self.english.witnesses.contains(lower)
    }

    /// Roles of those in a court who are no witness.
    pub fn of_court(&self) -> &[String] {
        &self.english.of_court
    }

    /// The titles of those whom a noun, given in lower case, may be for: "reverend" for "vicar".
    pub fn titles_of(&self, lower: &str) -> &[String] {
        self.english.titles_of.get(lower).map_or(&[], Vec::as_slice)
    }

    /// Whether a verb, given in lower case, is that of whoever speaks behind somebody else: "replied".
    pub fn is_answering(&self, lower: &str) -> bool {
        self.english.answering.contains(lower)
    }

    /// Whether a verb, given in lower case, tells what somebody is called: 'who gave her name as Ada Hill'.
    pub fn gives_name(&self, lower: &str) -> bool {
        self.english.name_givers.contains(lower)
    }

    /// Whether the word before a noun for a body, given in lower case, tells which one it is: 'the food agency'.
    pub fn is_told_by_field(&self, lower: &str) -> bool {
        self.english.by_field.contains(lower)
    }

    /// Whether a noun, given in lower case, stands for a paper that says more behind it: 'The memo is short. It says'.
    pub fn tells_by_itself(&self, lower: &str) -> bool {
        self.english.messages.contains(lower) || self.is_document(lower)
    }

    /// Whether a noun, given in lower case, is for what is of or for whoever is named behind it: "shares".
    pub fn is_part(&self, lower: &str) -> bool {
        self.english.parts.contains(lower)
    }

    /// Whether an adjective, given in lower case, tells what somebody was: "former".
    pub fn tells_past(&self, lower: &str) -> bool {
        self.english.past.contains(lower)
    }

    /// Whether a noun, given in lower case, is for two or three who are known: "couple".
    pub fn is_pair(&self, lower: &str) -> bool {
        self.is_english && self.english.pairs.contains(lower)
    }

    /// Whether a noun with such words before it, given in lower case, may be what somebody is called who was named just before:
    /// 'the surgeon', 'the shop manager', 'the retired judge', 'the Lys judge', where a place stands before it, but not 'the
    /// manager' or 'the judge', who may be anybody.
    pub fn may_be_epithet(&self, lower: &str, described: &[&str], is_placed: bool) -> bool {
        let word = self.word(lower);
        let is_person = self.is_somebody(lower) || word.classes.any(Classes::TITLE);
        let was = described.iter().any(|word| self.tells_past(word));
        let is_person = is_person || was;
        let is_new = match described {
            _ if was || is_placed => false,
            [] => word.classes.any(Classes::TITLE) || self.newcomers.contains(lower) || self.strangers.contains(lower),
            _ => self.strangers.contains(lower),
        };
        self.is_english && is_person && !lower.ends_with('s') && !is_new
    }

    /// Whether a noun, given in lower case, may tell of somebody who was just named and speaks again: "teacher", but not "judge".
    pub fn may_say_more(&self, lower: &str) -> bool {
        self.is_english && self.is_somebody(lower) && !lower.ends_with('s') && !self.strangers.contains(lower)
    }

    /// Whether a noun, given in lower case, stands for a person, as far as its end tells of one that is not known: "roofer".
    pub fn is_somebody(&self, lower: &str) -> bool {
        const ENDS: [&str; 6] = ["er", "or", "ist", "ian", "man", "woman"];
        let usage = self.word(lower).usage;
        usage.noun.text == "person" || usage.parts.text.is_empty() && ENDS.iter().any(|end| lower.ends_with(end))
    }

    /// Whether a verb, given in lower case, tells that its subject stands before a court: "pleaded", "charged".
    pub fn is_tried(&self, lower: &str) -> bool {
        self.tried.contains(lower)
    }

    /// Whether a woman or a man bears a given name, as far as it tells.
    pub fn gender_of_name(&self, given: &str) -> Option<Gender> {
        self.genders_of_names.get_small(given).flatten()
    }

    /// Whether a noun, given in lower case, is for a woman or a man, as far as it tells: "mother", "fisherman".
    pub fn gender_of_noun(&self, lower: &str) -> Option<Gender> {
        let ends = |end| self.is_english && lower.ends_with(end);
        let by_end = || {
            let female = ends("woman").then_some(Gender::Female);
            female.or_else(|| ends("man").then_some(Gender::Male))
        };
        self.genders_of_nouns.get(lower).flatten().or_else(by_end)
    }
}

/// Words for women and for men.
pub(super) type Genders = ByWord<Option<Gender>>;

pub(super) fn genders(women: &str, men: &str) -> Genders {
    let women = women.split_whitespace().map(|word| (word, Some(Gender::Female)));
    women.chain(men.split_whitespace().map(|word| (word, Some(Gender::Male)))).collect()
}
