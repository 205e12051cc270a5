//! The words of French and Spanish: closed classes, verbs of saying, titles, nouns for people and bodies. They are data:
//! `assets/speech/fr.ron` and `es.ron`.

mod asking;
mod file;
mod kin;
mod nouns;
mod pairs;
mod participles;
mod plurals;
mod tongue;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::bits::bits;
use super::verbs;
use super::wordings::Wordings;
pub(super) use asking::Asking;
use file::{Classes, File};
use kin::Kin;
pub(super) use nouns::Noun;
use pairs::Pairs;
pub(super) use participles::Participle;
pub(crate) use tongue::Tongue;

bits!(Class);
bits!(Verb);

/// The classes a word belongs to, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub const DEFINITE: Self = Self(1);
    pub const INDEFINITE: Self = Self(1 << 1);
    pub const POSSESSIVE: Self = Self(1 << 2);
    /// A pronoun that is a subject or stands alone: il, elle, lui, celle-ci.
    pub const PRONOUN: Self = Self(1 << 3);
    /// A pronoun that leans on a verb: se, lui, le.
    pub const OBJECT: Self = Self(1 << 4);
    /// A pronoun that leads to nobody named: on, nul, je.
    pub const UNNAMED: Self = Self(1 << 30);
    pub const FEMININE: Self = Self(1 << 5);
    pub const MASCULINE: Self = Self(1 << 6);
    pub const PLURAL: Self = Self(1 << 7);
    pub const AUXILIARY: Self = Self(1 << 8);
    /// A word that may stand before an infinitive of saying: tient à, veut, fait.
    pub const CHAIN: Self = Self(1 << 9);
    /// Adverbs and negations.
    pub const LIGHT: Self = Self(1 << 10);
    pub const CONJUNCTION: Self = Self(1 << 11);
    pub const RELATIVE: Self = Self(1 << 12);
    pub const THAT: Self = Self(1 << 13);
    /// A word that opens a reported question: si, comment.
    pub const WHETHER: Self = Self(1 << 14);
    pub const PREPOSITION: Self = Self(1 << 15);
    /// A preposition that goes on inside a noun phrase: de, à.
    pub const LINK: Self = Self(1 << 16);
    pub const TITLE: Self = Self(1 << 17);
    /// Days, months, "hier", "matin".
    pub const TIME: Self = Self(1 << 18);
    pub const HUMAN: Self = Self(1 << 19);
    /// Bodies, and papers that say something: le parquet, le rapport.
    pub const BODY: Self = Self(1 << 20);
    /// Adjectives that stand before a noun.
    pub const BEFORE_NOUN: Self = Self(1 << 21);
    /// Words before marks that give a name: intitulé, soi-disant.
    pub const NAMING: Self = Self(1 << 22);
    /// Things with a name or a title: roman.
    pub const TITLED: Self = Self(1 << 27);
    pub const FIRST_NAME: Self = Self(1 << 23);
    /// Who hears what is said and does not say it: l'AFP, la presse.
    pub const LISTENER: Self = Self(1 << 24);
    /// Words that join the parts of a name: de, van.
    pub const PARTICLE: Self = Self(1 << 25);
    /// What somebody has written: le communiqué.
    pub const PAPER: Self = Self(1 << 28);
    /// A body that was named before: l'institution.
    pub const KNOWN_BODY: Self = Self(1 << 29);
    /// Words that point back to somebody: l'intéressé, ce dernier.
    pub const BACK: Self = Self(1 << 26);
    /// What somebody does and does not say: mène, revêt.
    pub const DEED: Self = Self(1 << 31);

    pub fn only(self, of: Self) -> Self {
        Self(self.0 & of.0)
    }

    pub const DETERMINER: Self = Self(Self::DEFINITE.0 | Self::INDEFINITE.0 | Self::POSSESSIVE.0);
}

/// What a form of a verb of saying is, and what it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verb(u16);

impl Verb {
    pub const FINITE: Self = Self(1);
    pub const PLURAL: Self = Self(1 << 1);
    pub const PARTICIPLE: Self = Self(1 << 2);
    pub const GERUND: Self = Self(1 << 3);
    pub const INFINITIVE: Self = Self(1 << 4);
    /// It reports with "que", or beside marks.
    pub const SAYS: Self = Self(1 << 5);
    /// It says something only beside marks: sourire, poursuivre.
    pub const MARKS: Self = Self(1 << 6);
    /// It takes words of somebody's as its object: dénoncer « … », qualifier de « … ».
    pub const NAMES: Self = Self(1 << 7);
    /// An infinitive that says something behind "faire" or "laisser": savoir, entendre.
    pub const CHAINED: Self = Self(1 << 8);

    /// It answers somebody.
    pub const REPLIES: Self = Self(1 << 9);
    /// It reports with an infinitive behind it: annoncer renoncer.
    pub const DOES: Self = Self(1 << 10);
    /// It reports with a preposition and an infinitive: promettre de renoncer, appeler les élus à renoncer.
    pub const MOVES: Self = Self(1 << 11);
    /// It reports with a noun: réclamer un vote.
    pub const ASKS: Self = Self(1 << 12);

    pub const CUE: Self = Self(Self::SAYS.0 | Self::MARKS.0);

    pub fn only(self, of: Self) -> Self {
        Self(self.0 & of.0)
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub class: Class,
    pub verb: Verb,
    pub noun: Noun,
}

#[derive(Default)]
pub(super) struct Words {
    pub tongue: Tongue,
    words: HashMap<Box<str>, Word>,
    abbreviations: HashSet<Box<str>>,
    /// Phrases before the one whose words are reported: "selon".
    pub according: Wordings,
    /// Phrases between a subject and its verb: "de son côté".
    pub adverbials: Wordings,
    /// Groups of words that take words as a verb does: "mis en garde".
    pub idioms: Wordings,
    /// Whose opinion it is, without a name: "à ses yeux".
    pub in_mind: Wordings,
    /// Pronouns with a verb that are nobody: "il faut".
    pub impersonal: Wordings,
    /// How an addition opens that the narrator makes behind a report: "lors d'", "sous les applaudissements".
    pub circumstances: Wordings,
    /// Offices that one person has in a country, as [`phrase`](super::names::phrase) has them: "chef-de-l'-état".
    highest_offices: HashSet<Box<str>>,
    /// Offices that whoever has another role does not hold as well: "procureur".
    offices: HashSet<Box<str>>,
    /// Offices of those who are named without them as often as with them: "maire". Not those of a court, where many speak in turn.
    governing: HashSet<Box<str>>,
    /// Who judges, asks and defends, beside [`Self::offices`]: "témoin".
    of_court: HashSet<Box<str>>,
    /// Words for anybody at all: "homme".
    anybody: HashSet<Box<str>>,
    /// Callings of somebody new, and of nobody who was named with another role: "la boulangère".
    newcomers: HashSet<Box<str>>,
    strangers: HashSet<Box<str>>,
    /// A word for many roles, and these: "élu" for "maire", "député".
    broader: HashMap<Box<str>, Vec<String>>,
    pub pairs: Pairs,
    pub kin: Kin,
    pub asking: Asking,
    /// How participles end, by where one is looked for.
    participles: [Vec<Box<str>>; 7],
}

static FRENCH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Tongue::French, include_str!("../../../assets/speech/fr.ron")));
static SPANISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Tongue::Spanish, include_str!("../../../assets/speech/es.ron")));

impl Words {
    pub fn of(tongue: Tongue) -> &'static Self {
        match tongue {
            Tongue::French => &FRENCH,
            Tongue::Spanish => &SPANISH,
        }
    }

    /// Reads a language's file. The files are part of the program and a test reads each; one that were damaged
    /// would leave a language without words, not a program that stops.
    fn read(tongue: Tongue, source: &str) -> Self {
        let mut words = Self { tongue, ..Self::default() };
        match ron::from_str::<File>(source) {
            Ok(file) => words.fill(&file),
            Err(error) => debug_assert!(false, "a language's file: {error}"),
        }
        words
    }

    fn fill(&mut self, file: &File) {
        self.add_classes(&file.classes);
        for (list, noun) in file.nouns.lists() {
            for word in list.split_whitespace() {
                self.put_noun(word, noun);
                // "des pancartes"
                if noun == Noun::WRITTEN_ON || noun == Noun::SIGN {
                    self.put_noun(&format!("{word}s"), noun);
                }
            }
        }
        for (list, takes) in [
            (&file.says, Verb::SAYS),
            (&file.beside_marks, Verb::MARKS),
            (&file.takes_words, Verb::NAMES),
            (&file.replies, Verb::REPLIES),
            (&file.with_infinitive, Verb::DOES),
            (&file.with_preposition, Verb::MOVES),
            (&file.with_noun, Verb::ASKS),
        ] {
            for infinitive in list.split_whitespace() {
                self.add_verb(infinitive, takes, &file.irregular);
            }
        }
        for word in file.chained.split_whitespace() {
            self.put_verb(word, Verb::CHAINED.and(Verb::INFINITIVE));
        }
        self.according = Wordings::of(&file.according);
        self.adverbials = Wordings::of(&file.adverbials);
        self.circumstances = Wordings::of(&file.circumstances);
        self.idioms = Wordings::of(&file.idioms);
        self.in_mind = Wordings::of(&file.in_mind);
        self.impersonal = Wordings::of(&file.impersonal);
        self.abbreviations = set(&file.abbreviations);
        self.highest_offices = set(&file.highest_offices);
        self.offices = set(&file.offices);
        self.governing = set(&file.governing);
        self.of_court = set(&file.of_court);
        self.anybody = set(&file.anybody);
        self.strangers = set(&file.strangers);
        self.newcomers = set(&file.newcomers);
        self.participles = file.participles.lists();
        self.pairs = Pairs::read(&file.people_in_pairs);
        self.kin = Kin::read(&file.kin);
        self.asking = Asking::read(&file.interviews);
        for (wide, narrow) in &file.broader {
            let narrow: Vec<String> = narrow.split_whitespace().map(str::to_owned).collect();
            for word in wide.split_whitespace() {
                self.broader.entry(word.into()).or_default().extend(narrow.iter().cloned());
            }
        }
    }

    fn add_verb(&mut self, infinitive: &str, takes: Verb, irregular: &[(String, String, String, String)]) {
        if let Some((_, finite, participles, gerund)) = irregular.iter().find(|(known, ..)| known == infinitive) {
            for (list, form) in [(finite, Verb::FINITE), (participles, Verb::PARTICIPLE), (gerund, Verb::GERUND)] {
                for word in list.split_whitespace() {
                    // "añadieron"
                    let many = self.tongue == Tongue::Spanish && form == Verb::FINITE && word.ends_with('n');
                    let form = if many { form.and(Verb::PLURAL) } else { form };
                    self.put_verb(word, form.and(takes));
                }
            }
            self.put_verb(infinitive, Verb::INFINITIVE.and(takes));
            return;
        }
        let forms = match self.tongue {
            Tongue::French => verbs::conjugate(infinitive),
            Tongue::Spanish => verbs::conjugate_spanish(infinitive),
        };
        for (form, kind) in forms {
            self.put_verb(&form, kind.and(takes));
        }
    }

    fn put_noun(&mut self, word: &str, noun: Noun) {
        let entry = self.words.entry(word.into()).or_default();
        entry.noun = entry.noun.and(noun);
    }

    fn put_verb(&mut self, word: &str, verb: Verb) {
        let entry = self.words.entry(word.into()).or_default();
        entry.verb = entry.verb.and(verb);
    }

    fn add_classes(&mut self, file: &Classes) {
        for (list, class) in [
            (&file.definite, Class::DEFINITE),
            (&file.indefinite, Class::INDEFINITE),
            (&file.possessive, Class::POSSESSIVE),
            (&file.pronouns, Class::PRONOUN),
            (&file.unnamed, Class::UNNAMED),
            (&file.objects, Class::OBJECT),
            (&file.feminine, Class::FEMININE),
            (&file.masculine, Class::MASCULINE),
            (&file.plural, Class::PLURAL),
            (&file.auxiliaries, Class::AUXILIARY),
            (&file.chains, Class::CHAIN),
            (&file.light, Class::LIGHT),
            (&file.conjunctions, Class::CONJUNCTION),
            (&file.relatives, Class::RELATIVE),
            (&file.that, Class::THAT),
            (&file.whether, Class::WHETHER),
            (&file.prepositions, Class::PREPOSITION),
            (&file.links, Class::PREPOSITION.and(Class::LINK)),
            (&file.titles, Class::TITLE),
            (&file.female_titles, Class::TITLE.and(Class::FEMININE)),
            (&file.male_titles, Class::TITLE.and(Class::MASCULINE)),
            (&file.times, Class::TIME),
            (&file.people, Class::HUMAN),
            (&file.bodies, Class::BODY),
            (&file.papers, Class::PAPER),
            (&file.known_bodies, Class::KNOWN_BODY),
            (&file.before_nouns, Class::BEFORE_NOUN),
            (&file.naming, Class::NAMING),
            (&file.titled, Class::TITLED),
            (&file.female_names, Class::FIRST_NAME.and(Class::FEMININE)),
            (&file.male_names, Class::FIRST_NAME.and(Class::MASCULINE)),
            (&file.listeners, Class::LISTENER),
            (&file.particles, Class::PARTICLE),
            (&file.back, Class::BACK),
            (&file.deeds, Class::DEED),
        ] {
            for word in list.split_whitespace() {
                let entry = self.words.entry(word.into()).or_default();
                entry.class = entry.class.and(class);
                if (class == Class::HUMAN || class == Class::BODY) && !word.ends_with(['s', 'x']) {
                    let several = self.words.entry(plurals::several(word, self.tongue).into()).or_default();
                    several.class = several.class.and(class);
                }
            }
        }
    }

    /// What is known of a word, given in lower case.
    pub fn word(&self, lower: &str) -> Word {
        let known = |word: &str| self.words.get(word).copied();
        // "ex-ministre"
        known(lower).or_else(|| known(lower.strip_prefix("ex-")?)).unwrap_or_default()
    }

    /// Whether a point behind this word ends no sentence: "M", an initial.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        initial || self.abbreviations.contains(word)
    }

    pub fn is_highest_office(&self, phrase: &str) -> bool {
        self.highest_offices.contains(phrase)
    }

    pub fn is_office(&self, word: &str) -> bool {
        self.offices.contains(word)
    }

    pub fn governs(&self, word: &str) -> bool {
        self.governing.contains(word)
    }

    pub fn is_of_court(&self, word: &str) -> bool {
        self.of_court.contains(word)
    }

    pub fn is_anybody(&self, word: &str) -> bool {
        self.anybody.contains(word)
    }

    pub fn is_newcomer(&self, word: &str) -> bool {
        self.newcomers.contains(word)
    }

    pub fn is_stranger(&self, word: &str) -> bool {
        self.strangers.contains(word)
    }

    /// The roles that a word stands for besides itself.
    pub fn roles_of(&self, word: &str) -> &[String] {
        self.broader.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The words of a list with spaces between them.
fn set(list: &str) -> HashSet<Box<str>> {
    list.split_whitespace().map(Box::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_their_words() {
        for (tongue, verb) in [(Tongue::French, "déclaré"), (Tongue::Spanish, "dijo")] {
            let word = Words::of(tongue).word(verb);
            assert!(word.verb.any(Verb::SAYS), "{verb}: {word:?}");
        }
    }
}
