//! The words of a language: its closed classes, its cues, its abbreviations. They are data: `assets/speech/<language>.ron`.

mod abbreviations;
mod endings;
mod english_nouns;
mod file;
mod german_nouns;
mod german_words;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::bits::bits;
use super::by_word::Words;
use super::listed::{Listed, listed};
use super::usage;
use super::vocabulary::{Vocabulary, Word};
use endings::Endings;
use english_nouns::{EnglishNouns, Genders, genders};
use file::File;
use german_nouns::GermanNouns;
use german_words::GermanWords;

bits!(Classes);

/// The classes a word belongs to, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Classes(u32);

impl Classes {
    pub const PRONOUN: Self = Self(1);
    pub const FEMININE: Self = Self(1 << 1);
    pub const MASCULINE: Self = Self(1 << 2);
    pub const PLURAL: Self = Self(1 << 3);
    pub const OBJECT_PRONOUN: Self = Self(1 << 4);
    pub const POSSESSIVE: Self = Self(1 << 5);
    pub const DETERMINER: Self = Self(1 << 6);
    pub const BE: Self = Self(1 << 7);
    pub const HAVE: Self = Self(1 << 8);
    pub const MODAL: Self = Self(1 << 9);
    pub const NEGATION: Self = Self(1 << 10);
    pub const LIGHT: Self = Self(1 << 11);
    pub const CONJUNCTION: Self = Self(1 << 12);
    pub const QUESTION: Self = Self(1 << 13);
    pub const RELATIVE: Self = Self(1 << 14);
    pub const THAT: Self = Self(1 << 15);
    pub const PREPOSITION: Self = Self(1 << 16);
    pub const PHRASE_PREPOSITION: Self = Self(1 << 17);
    pub const ADJUNCT: Self = Self(1 << 18);
    pub const TITLE: Self = Self(1 << 19);
    pub const FEMALE_TITLE: Self = Self(1 << 20);
    pub const MALE_TITLE: Self = Self(1 << 21);
    pub const DAY: Self = Self(1 << 22);
    pub const MONTH: Self = Self(1 << 23);
    pub const TELLING: Self = Self(1 << 24);
    pub const NOT_VERB: Self = Self(1 << 25);
    pub const OPENER: Self = Self(1 << 26);
    pub const ORGANISATION: Self = Self(1 << 27);
    /// A word for works, before the title of one: "novel".
    pub const WORK: Self = Self(1 << 30);
    /// A cue of somebody who goes on: "added".
    pub const ADDING: Self = Self(1 << 31);
    /// The first word of a phrase like "according to".
    pub const ACCORDING: Self = Self(1 << 28);
    /// A cue whose object alone is what somebody says: "forderte höhere Löhne".
    pub const OBJECT_CUE: Self = Self(1 << 29);

    pub const NONE: Self = Self(0);
}

/// What a word of a closed class is first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    That,
    Pronoun,
    Determiner,
    Possessive,
    Be,
    Have,
    Modal,
    Negation,
    Adverb,
    Conjunction,
    Question,
    Relative,
    Preposition,
}

impl Kind {
    /// What the models know it by.
    pub fn piece(self) -> Listed {
        match self {
            Self::That => listed!("that"),
            Self::Pronoun => listed!("pron"),
            Self::Determiner => listed!("det"),
            Self::Possessive => listed!("poss"),
            Self::Be => listed!("be"),
            Self::Have => listed!("have"),
            Self::Modal => listed!("modal"),
            Self::Negation => listed!("not"),
            Self::Adverb => listed!("adv"),
            Self::Conjunction => listed!("conj"),
            Self::Question => listed!("wh"),
            Self::Relative => listed!("rel"),
            Self::Preposition => listed!("prep"),
        }
    }

    /// Whether it may stand between a subject and its verb.
    pub fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Modal | Self::Negation)
    }
}

/// One language.
#[derive(Default)]
pub(super) struct Lexicon {
    is_english: bool,
    is_german: bool,
    pub words: Vocabulary,
    abbreviations: Words,
    /// Phrases before a source: "according to".
    pub according: Vec<Vec<String>>,
    /// Phrases that may stand between a speaker and a cue: "for her part".
    pub adverbials: Vec<Vec<String>>,
    /// Words before marks that give a name: "so-called".
    pub naming: Vec<String>,
    /// The particles of a verb that says something with them.
    particles: FxHashMap<Box<str>, Vec<String>>,
    statements: Endings,
    events: Endings,
    common_nouns: Words,
    things: Words,
    anybody: Words,
    documents: Endings,
    no_statements: Endings,
    generic_bodies: Words,
    epithets: Words,
    newcomers: Words,
    strangers: Words,
    tried: Words,
    pub defendants: Vec<String>,
    bodies: Words,
    firms: Endings,
    no_roles: Endings,
    german: GermanNouns,
    german_words: GermanWords,
    english: EnglishNouns,
    roles: Endings,
    given_names: Words,
    genders_of_names: Genders,
    genders_of_nouns: Genders,
    surnames: Words,
    demonyms: Words,
    papers: Vec<String>,
    name_titles: Words,
    long_titles: FxHashMap<Box<str>, String>,
}

static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../assets/speech/de.ron"), &[]));

impl Lexicon {
    /// English with cues counted on annotated articles: a word, and of a hundred uses how many introduce speech.
    pub fn english(learnt: &[(String, u8)]) -> Self {
        Self::read(include_str!("../../assets/speech/en.ron"), learnt)
    }

    pub fn german() -> &'static Self {
        &GERMAN
    }

    /// Reads a language's file. The files are part of the program and a test reads each; one that were damaged
    /// would leave a language without words, not a program that stops.
    fn read(source: &str, learnt: &[(String, u8)]) -> Self {
        match ron::from_str::<File>(source) {
            Ok(file) => Self::of(&file, learnt),
            Err(error) => {
                debug_assert!(false, "a language's file: {error}");
                Self::default()
            }
        }
    }

    fn of(file: &File, learnt: &[(String, u8)]) -> Self {
        let mut words = Vocabulary::new();
        for (word, hundredths) in learnt {
            words.entry(word).hundredths = *hundredths;
        }
        for (hundredths, list) in &file.cues {
            for word in list.split_whitespace() {
                words.entry(word).hundredths = *hundredths;
            }
        }
        let is_english = file.code == "en";
        if is_english {
            for (word, usage) in usage::english() {
                words.entry(word).usage = *usage;
            }
        }
        let mut put = |list: &str, class: Classes, kind: Option<Kind>| {
            for word in list.split_whitespace() {
                let entry = words.entry(word);
                entry.classes = entry.classes.and(class);
                entry.kind = entry.kind.or(kind);
            }
        };
        // a word of several classes is first of all what stands first here
        put(&file.that, Classes::THAT, Some(Kind::That));
        put(&file.pronouns, Classes::PRONOUN, Some(Kind::Pronoun));
        put(&file.determiners, Classes::DETERMINER, Some(Kind::Determiner));
        put(&file.possessives, Classes::POSSESSIVE, Some(Kind::Possessive));
        put(&file.be, Classes::BE, Some(Kind::Be));
        put(&file.have, Classes::HAVE, Some(Kind::Have));
        put(&file.modals, Classes::MODAL, Some(Kind::Modal));
        put(&file.negation, Classes::NEGATION, Some(Kind::Negation));
        put(&file.light, Classes::LIGHT, Some(Kind::Adverb));
        put(&file.conjunctions, Classes::CONJUNCTION, Some(Kind::Conjunction));
        put(&file.questions, Classes::QUESTION, Some(Kind::Question));
        put(&file.relatives, Classes::RELATIVE, Some(Kind::Relative));
        put(&file.prepositions, Classes::PREPOSITION, Some(Kind::Preposition));
        for (list, class) in [
            (&file.feminine, Classes::FEMININE),
            (&file.masculine, Classes::MASCULINE),
            (&file.plural, Classes::PLURAL),
            (&file.object_pronouns, Classes::OBJECT_PRONOUN),
            (&file.phrase_prepositions, Classes::PHRASE_PREPOSITION),
            (&file.adjuncts, Classes::ADJUNCT),
            (&file.titles, Classes::TITLE),
            (&file.female_titles, Classes::FEMALE_TITLE),
            (&file.male_titles, Classes::MALE_TITLE),
            (&file.days, Classes::DAY),
            (&file.months, Classes::MONTH),
            (&file.telling, Classes::TELLING),
            (&file.adding, Classes::ADDING),
            (&file.not_verbs, Classes::NOT_VERB),
            (&file.openers, Classes::OPENER),
            (&file.organisations, Classes::ORGANISATION),
            (&file.works, Classes::WORK),
            (&file.object_cues, Classes::OBJECT_CUE),
        ] {
            put(list, class, None);
        }
        let list = |list: &str| list.split_whitespace().map(str::to_owned).collect();
        let set = |list: &str| list.split_whitespace().map(|word| (word, ())).collect();
        let phrases = |phrases: &[String]| -> Vec<Vec<String>> {
            phrases.iter().map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let according = phrases(&file.according);
        for phrase in &according {
            put(phrase.first().map_or("", String::as_str), Classes::ACCORDING, None);
        }
        Self {
            is_english,
            is_german: file.code == "de",
            words: words.with_forms(is_english),
            abbreviations: set(&file.abbreviations),
            according,
            naming: file.naming.clone(),
            adverbials: phrases(&file.adverbials),
            particles: particles(&file.particles),
            statements: Endings::of(&file.statements),
            events: Endings::of(&file.events),
            common_nouns: set(&file.common_nouns),
            things: set(&file.things),
            anybody: set(&file.anybody),
            documents: Endings::of(&file.documents),
            no_statements: Endings::of(&file.no_statements),
            generic_bodies: set(&file.generic_bodies),
            epithets: set(&file.epithets),
            newcomers: set(&file.newcomers),
            strangers: set(&file.strangers),
            tried: set(&file.tried),
            defendants: list(&file.defendants),
            bodies: set(&file.bodies),
            firms: Endings::of(&file.firms),
            no_roles: Endings::of(&file.no_roles),
            german: GermanNouns::of(file),
            german_words: GermanWords::of(file),
            english: EnglishNouns::of(file),
            roles: Endings::of(&file.roles),
            surnames: set(&file.surnames),
            demonyms: set(&file.demonyms),
            given_names: set(&file.given_names),
            genders_of_names: genders(&file.female_names, &file.male_names),
            genders_of_nouns: genders(&file.female_nouns, &file.male_nouns),
            papers: list(&file.papers),
            name_titles: set(&file.name_titles),
            long_titles: file.short_titles.iter().map(|(short, long)| (short.as_str().into(), long.clone())).collect(),
        }
    }

    /// What is known of a word, given in lower case.
    pub fn word(&self, lower: &str) -> Word {
        self.words.word(lower)
    }

    /// What is known of a word as it stands in a text.
    pub fn written_word(&self, text: &str) -> Word {
        self.words.written(text)
    }

    pub fn is_english(&self) -> bool {
        self.is_english
    }

    pub fn is_german(&self) -> bool {
        self.is_german
    }

    /// The particles with which a verb, given in lower case, says something: of "teilte" "mit".
    pub fn particles(&self, lower: &str) -> Option<&[String]> {
        self.particles.get(lower).map(Vec::as_slice)
    }

    /// Whether a word with a capital is a name and no word of English: "Kowalski".
    pub fn is_only_name(&self, word: &str) -> bool {
        let is_one = word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
        let written = self.written_word(word);
        // "Matthew" is a noun for a person as well
        let is_given = || {
            let usage = written.usage;
            usage.noun.text == "person" && usage.parts.text == "N" && !written.classes.any(Classes::TITLE)
        };
        let is_name = || is_given() && self.gender_of_name(word).is_some();
        is_one && (written.usage.parts.text.is_empty() || self.is_english && is_name())
    }

    /// Whether a word, given in lower case, stands for nobody in particular: "everyone".
    pub fn is_anybody(&self, lower: &str) -> bool {
        self.anybody.contains(lower)
    }

    /// Whether a word, given in lower case, says where somebody comes from: "german".
    pub fn is_demonym(&self, lower: &str) -> bool {
        self.demonyms.contains(lower)
    }

    /// Whether a word for a body or a place, given in lower case, is a surname too: "west".
    pub fn is_surname(&self, lower: &str) -> bool {
        self.surnames.contains(lower)
    }

    /// The word that a short title stands for, both in lower case: "governor" of "gov".
    pub fn long_title(&self, short: &str) -> Option<&str> {
        self.long_titles.get(short).map(String::as_str)
    }
}

/// The particles of each form of a verb.
fn particles(verbs: &[(String, String)]) -> FxHashMap<Box<str>, Vec<String>> {
    let mut found: FxHashMap<Box<str>, Vec<String>> = FxHashMap::default();
    for (forms, particles) in verbs {
        for form in forms.split_whitespace() {
            found.entry(form.into()).or_default().extend(particles.split_whitespace().map(str::to_owned));
        }
    }
    found
}

/// A capital as sentences open with in the languages known here.
pub(super) fn is_latin_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || ('À'..='Ý').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_words() {
        for (lexicon, cue, strength) in
            [(&Lexicon::english(&[("said".to_owned(), 95)]), "said", 0.9), (Lexicon::german(), "sagte", 0.9)]
        {
            assert!(lexicon.word(cue).strength() >= strength, "{cue}: {}", lexicon.word(cue).strength());
        }
    }

    #[test]
    fn a_word_is_first_of_all_what_its_first_class_says() {
        let that = Lexicon::english(&[]).word("that");
        assert_eq!(that.kind, Some(Kind::That));
        assert!(that.classes.any(Classes::DETERMINER));
    }
}
