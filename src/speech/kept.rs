//! What is kept of the article while it is read a stretch at a time: the names it gives, each once, where they open a
//! clause, and the quotations with what their speakers are called. Who these are is asked when all of it has been read.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::Quotation;
use super::clear::Clear;
use super::interner::{Interner, TextId, USUAL};
use super::lexicon::Classes;
use super::namings::Joined;
use super::reference::{CalledName, Reference};
use super::token::Token;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Gender {
    Female,
    Male,
}

impl Gender {
    /// What pronouns tell, "she", and what titles do, "Mrs".
    pub const PRONOUNS: [Classes; 2] = [Classes::FEMININE, Classes::MASCULINE];
    pub const TITLES: [Classes; 2] = [Classes::FEMALE_TITLE, Classes::MALE_TITLE];

    pub fn other(self) -> Self {
        match self {
            Self::Female => Self::Male,
            Self::Male => Self::Female,
        }
    }

    /// What some words tell whose classes for women and for men these are.
    pub fn told(words: &[Token<'_>], both: [Classes; 2]) -> Option<Self> {
        Self::told_by(|classes| words.iter().any(|word| word.is(classes)), both)
    }

    /// The same of whatever may have these classes.
    pub fn told_by(tells: impl Fn(Classes) -> bool, [female, male]: [Classes; 2]) -> Option<Self> {
        tells(female).then_some(Self::Female).or_else(|| tells(male).then_some(Self::Male))
    }
}

/// A name of several words, and how it came.
pub(super) struct FullName {
    pub name: TextId,
    /// Where it first stands.
    pub start: u32,
    pub end: u32,
    pub times: u32,
    /// What titles before it tell; a woman's is believed first.
    pub gender: Option<Gender>,
    pub being: Being,
    pub pronouns: Pronouns,
}

impl FullName {
    /// A name that was not counted yet.
    pub fn new(name: TextId, start: u32, end: u32, gender: Option<Gender>, being: Being) -> Self {
        Self { name, start, end, times: 0, gender, being, pronouns: Pronouns::default() }
    }
}

/// How many more pronouns of a woman than of a man stand behind a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Pronouns(i8);

impl Pronouns {
    pub fn add(&mut self, one: Option<Gender>) {
        self.0 = self.0.saturating_add(match one {
            Some(Gender::Female) => 1,
            Some(Gender::Male) => -1,
            None => 0,
        });
    }

    pub fn join(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }

    /// What they tell, by so many at least.
    pub fn told(self, least: u8) -> Option<Gender> {
        let gender = if self.0 > 0 { Gender::Female } else { Gender::Male };
        (self.0 != 0 && self.0.unsigned_abs() >= least).then_some(gender)
    }
}

/// What tells that a name is a person's, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Being {
    /// No more than its words.
    Unknown,
    /// A title stands before it.
    Person,
    /// Its letters stand behind it in brackets.
    Body,
}

/// Where a name opens a clause.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub at: u32,
    name: Clear,
}

impl Subject {
    /// `None` behind so many names as no article has.
    pub fn of(at: u32, name: TextId, clear: i8) -> Option<Self> {
        Some(Self { at, name: Clear::of(name.number(), clear)? })
    }

    pub fn name(self) -> TextId {
        TextId::at(self.name.number())
    }

    pub fn clear(self) -> i8 {
        self.name.clear()
    }
}

/// A subject without a full name: "Mara put down the lamp", "The old man said nothing".
pub(super) struct Other {
    pub at: u32,
    pub name: TextId,
}

/// A subject that a German noun for a person names, or an English one: "Die Staatsanwältin", "The mayor", "A shopper".
pub(super) struct Described {
    pub at: u32,
    /// Its words.
    pub name: TextId,
    pub role: TextId,
    pub gender: Option<Gender>,
    pub definite: bool,
}

/// How a name of one word came.
#[derive(Clone, Copy, Default)]
pub(super) struct SingleName {
    pub times: u32,
    /// What titles before it tell.
    pub titled: Option<Gender>,
    pub pronouns: Pronouns,
}

#[derive(Default)]
pub(super) struct Kept {
    pub texts: Interner,
    /// In the order in which they were first seen.
    pub full_names: Vec<FullName>,
    /// The number of each text among the full names.
    pub numbers: FxHashMap<TextId, u32>,
    /// Names of one word.
    pub single_names: FxHashMap<TextId, SingleName>,
    /// Names of one word that a title tells to be a person's, "Papst Benno", "President Hill", in the order of the text.
    pub titled_names: Vec<FullName>,
    /// Which these are: 'Mr Hill' is another than 'Mrs Hill'.
    pub titled_known: FxHashSet<(TextId, Option<Gender>)>,
    /// In the order of the text.
    pub subjects: Vec<Subject>,
    /// Those that are a name, which may be part of a full one, in the order of the text.
    pub short_names: Vec<Other>,
    /// Those that are a common noun, in the order of the text.
    pub nouns: Vec<Other>,
    /// Those that are a German noun for a person, in the order of the text.
    pub described: Vec<Described>,
    /// English papers that somebody does something with, in the order of the text.
    pub papers: Vec<Other>,
    /// German names of firms, and English subjects that are bodies, in the order of the text.
    pub firms: Vec<Other>,
    /// German subjects that are a noun for a body or a firm, in the order of the text.
    pub body_nouns: Vec<Other>,
    /// Subjects that stand for several, in the order of the text.
    pub several: Vec<Other>,
    /// Bodies with "and" in their names, in the order of the text.
    pub joined: Vec<Joined>,
    /// Names with the roles that stand there, a title, "the baker Mira Dahl", "Mira Dahl, a baker", and how often they do.
    pub roles: FxHashMap<(TextId, TextId), u32>,
    /// In the order of the text, their speakers not named yet.
    pub quotations: Vec<Quotation>,
    /// What the speaker of each quotation is called.
    pub references: Vec<Reference>,
    /// The names that references hold.
    pub called: Vec<CalledName>,
}

impl Kept {
    /// What is kept of an article before any of it is read.
    pub fn of_nothing() -> Self {
        let (numbers, single_names, roles) = (usual(), usual(), usual());
        Self { texts: Interner::straight(), numbers, single_names, roles, ..Self::default() }
    }

    /// Keeps that a name has a role.
    pub fn role(&mut self, name: TextId, role: TextId) {
        *self.roles.entry((name, role)).or_default() += 1;
    }

    /// Keeps that a name has some roles.
    pub fn roles(&mut self, name: TextId, roles: &[String]) {
        for role in roles {
            let role = self.texts.intern_text(role);
            self.role(name, role);
        }
    }

    /// The number of a full name, which first stands at these bytes if it is new.
    pub fn full_name(&mut self, name: TextId, start: usize, end: usize) -> usize {
        let full_names = &mut self.full_names;
        let number = *self.numbers.entry(name).or_insert_with(|| {
            let (start, end) = (start as u32, end as u32);
            push(full_names, FullName::new(name, start, end, None, Being::Unknown));
            full_names.len() as u32 - 1
        });
        number as usize
    }
}

/// Room for what most articles have of something, so that it need not grow there.
fn usual<K, V>() -> FxHashMap<K, V> {
    FxHashMap::with_capacity_and_hasher(USUAL / 2, FxBuildHasher)
}

/// Adds to what is kept, making room for a little more and not for twice as much.
pub(super) fn push<T>(kept: &mut Vec<T>, one: T) {
    if kept.len() == kept.capacity() {
        kept.reserve_exact(kept.len() / 64 + 64);
    }
    kept.push(one);
}
