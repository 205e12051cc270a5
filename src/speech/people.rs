//! Step 9a: everybody who is named in an article outside its quotations, one entry a person: full names, surnames,
//! acronyms, titles and roles.

mod being;
mod find;
mod led;
mod roles;
mod short_names;
mod titled;
mod words;

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::interner::{Interner, TextId, hash};
use super::kept::{Being, FullName, Gender, Kept, Pronouns, SingleName};
use super::lexicon::Lexicon;
use super::namings::agreed;
use super::numbered::numbered;
use being::could_be_person;
pub(super) use roles::INTRODUCED;
use roles::Roles;
use words::{first_word, initials_of, last_word, word_texts, words};

/// How many people of one word are compared; more share a word only in a list, not in an article.
const NAMESAKES: usize = 200;

/// Whoever asks in an interview may be one of these.
const REPORTERS: [&str; 5] = ["writer", "reporter", "correspondent", "journalist", "interviewer"];

/// So many pronouns tell whether somebody is a woman or a man whose given name tells otherwise; a single one makes that unclear.
const OVERRULED: u8 = 2;

pub(super) struct Person {
    /// The name's words with one space between them.
    key: TextId,
    /// Where the name first stands in the text.
    start: u32,
    end: u32,
    /// The key of the name as it is shown.
    shown: u32,
    /// How long that is.
    letters: u32,
    /// The keys of the first and the last word of the name.
    first: u32,
    last: u32,
    /// How often the article names this person.
    pub weight: u32,
    pub gender: Option<Gender>,
    /// Who bears such a given name, or what pronouns tell of somebody whose name does not.
    pub given: Option<Gender>,
    pronouns: Pronouns,
    /// Whether a word of the name stands for a body in German.
    pub is_body: bool,
    /// Whether the name could be a person's, and not an organisation's or a place's.
    pub could_be_person: bool,
}

impl Person {
    /// What titles and pronouns tell of a woman or a man, or else the given name.
    pub fn likely_gender(&self) -> Option<Gender> {
        self.gender.or(self.given)
    }

    fn of(text: &str, texts: &Interner, lexicon: &Lexicon, full_name: &FullName) -> Self {
        let FullName { name, start, end, times, gender, being, pronouns } = *full_name;
        let shown = plain(&text[start as usize..end as usize]);
        let could_be_person = match being {
            // 'Sporting Club Lindau' where the article has 'SCL' too
            Being::Unknown
                if lexicon.is_german() && being::letters(&shown).is_some_and(|it| texts.find(&it).is_some()) =>
            {
                false
            }
            Being::Unknown => could_be_person(&shown, lexicon),
            Being::Person => true,
            Being::Body => false,
        };
        let given = first_word(&shown);
        let told =
            if could_be_person && given.len() < shown.len() { lexicon.gender_of_given_name(given) } else { None };
        Self {
            key: name,
            start,
            end,
            shown: key(&shown),
            letters: shown.chars().count() as u32,
            first: key(first_word(texts.get(name))),
            last: key(last_word(texts.get(name))),
            weight: times,
            gender,
            given: told,
            pronouns,
            is_body: lexicon.is_german() && shown.split(' ').any(|word| lexicon.is_body(&word.to_lowercase())),
            could_be_person,
        }
    }
}

numbered! {
    /// The number of a person in [`People::all`].
    pub(super) struct PersonId;
}

/// People by a word: a hash of it, so that whoever is found must be looked at.
#[derive(Default)]
struct Index(Vec<(u32, PersonId)>);

impl Index {
    /// The entries of one word keep their order.
    fn of(mut entries: Vec<(u32, PersonId)>) -> Self {
        entries.sort_by_key(|entry| entry.0);
        entries.dedup();
        entries.shrink_to_fit();
        Self(entries)
    }

    fn get(&self, key: u32) -> impl DoubleEndedIterator<Item = PersonId> + '_ {
        let first = self.0.partition_point(|entry| entry.0 < key);
        let length = self.0[first..].iter().take_while(|entry| entry.0 == key).count();
        self.0[first..first + length].iter().map(|entry| entry.1)
    }
}

/// A word as an [`Index`] has it.
fn key(word: &str) -> u32 {
    (hash(word) >> 32) as u32
}

/// Everybody named in an article.
pub(super) struct People<'t> {
    text: &'t str,
    texts: Interner,
    all: Vec<Person>,
    /// The person of each full name, in the order in which the names were first seen.
    names: Vec<PersonId>,
    /// The number of each full name.
    numbers: FxHashMap<TextId, u32>,
    by_word: Index,
    by_last: Index,
    by_initials: Index,
    by_shown_name: Index,
    roles: Roles,
    /// Names of one word that are nobody's with a longer name.
    own: FxHashSet<TextId>,
    /// The person each kept text leads to.
    meant: Vec<Option<PersonId>>,
    /// Whether a surname may be a letter: 'Ulf H.', as German tells of those before a court.
    has_letters: bool,
}

impl<'t> People<'t> {
    /// Finds out who the names of an article are; takes them out of what was kept.
    pub fn of(text: &'t str, lexicon: &Lexicon, kept: &mut Kept) -> Self {
        let full_names = std::mem::take(&mut kept.full_names);
        let texts = std::mem::take(&mut kept.texts);
        let titled_known = std::mem::take(&mut kept.titled_known);
        let mut people = Self {
            text,
            names: (0..full_names.len()).map(PersonId::at).collect(),
            all: full_names.into_iter().map(|full_name| Person::of(text, &texts, lexicon, &full_name)).collect(),
            texts,
            numbers: std::mem::take(&mut kept.numbers),
            by_word: Index::default(),
            by_last: Index::default(),
            by_initials: Index::default(),
            by_shown_name: Index::default(),
            roles: Roles::default(),
            own: FxHashSet::default(),
            meant: Vec::new(),
            has_letters: lexicon.is_german(),
        };
        people.join_short_names();
        if lexicon.is_english() {
            people.join_ends(lexicon);
        }
        people.index();
        if people.join_led(lexicon) {
            people.index();
        }
        if people.add_titled(lexicon, std::mem::take(&mut kept.titled_names), &titled_known) {
            people.index();
        }
        if lexicon.is_english() {
            people.own_names(&kept.single_names, lexicon);
        }
        people.weigh(lexicon, std::mem::take(&mut kept.single_names));
        // what led there is asked no more
        (people.numbers, people.own) = Default::default();
        people.learn_roles(std::mem::take(&mut kept.roles));
        people
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn get(&self, id: PersonId) -> &Person {
        &self.all[id.number()]
    }

    pub fn get_mut(&mut self, id: PersonId) -> &mut Person {
        &mut self.all[id.number()]
    }

    /// A text that was kept.
    pub fn text_of(&self, id: TextId) -> &str {
        self.texts.get(id)
    }

    /// A text that may have been kept.
    pub fn find_text(&self, text: &str) -> Option<TextId> {
        self.texts.find(text)
    }

    /// The name as it stands in the text.
    pub fn name(&self, id: PersonId) -> Cow<'t, str> {
        let person = self.get(id);
        plain(&self.text[person.start as usize..person.end as usize])
    }

    /// The person that a kept name leads to.
    pub fn meant(&self, name: TextId) -> Option<PersonId> {
        self.meant[name.number()]
    }

    /// The person shown by exactly this name.
    pub fn shown_as(&self, name: &str) -> Option<PersonId> {
        self.by_shown_name.get(key(name)).rev().find(|id| self.name(*id) == name)
    }

    /// Of those whose names end with a word, the one whom the article names most, of those that stand before a place.
    pub fn ending_with(&self, word: &str, place: u32) -> Option<PersonId> {
        let named = self.by_last.get(key(word)).filter(|id| self.get(*id).start < place);
        first_max(named.filter(|id| last_word(self.key_of(*id)) == word), |id| self.get(*id).weight)
    }

    /// The same of those whose names open with a word and "of" or "for".
    pub fn opening_with(&self, word: &str, place: u32) -> Option<PersonId> {
        let opens = |id: &PersonId| {
            let mut words = self.key_of(*id).split(' ');
            words.next() == Some(word) && matches!(words.next(), Some("of" | "for"))
        };
        let named = self.by_word.get(key(word)).filter(|id| self.get(*id).start < place);
        first_max(named.filter(opens), |id| self.get(*id).weight)
    }

    /// Of the people who are named before a place, the one whom the article names most; of equals the last who does not ask
    /// for a paper: 'She spoke to staff writer Ada Hill'.
    pub fn main_before(&self, place: usize) -> Option<PersonId> {
        let mut named: Vec<PersonId> = self.distinct().filter(|id| (self.get(*id).start as usize) < place).collect();
        named.retain(|id| self.is_person(*id));
        let asks = |id: PersonId| REPORTERS.iter().any(|role| self.has_role_named(id, role));
        first_max(named.into_iter().rev(), |id| (self.get(*id).weight, !asks(*id)))
    }

    /// The one woman or man who is named before a place: from another place on, or often.
    pub fn only_before(&self, gender: Gender, place: u32, near: u32) -> Option<PersonId> {
        const OFTEN: u32 = 3;
        let is_one = |id: &PersonId| self.get(*id).start < place && self.get(*id).likely_gender() == Some(gender);
        let mut named = self.distinct().filter(is_one);
        let is_known = |id: &PersonId| self.get(*id).start >= near || self.get(*id).weight >= OFTEN;
        named.next().filter(|_| named.next().is_none()).filter(is_known)
    }

    /// Whether a person is one, and not an organisation or a place.
    pub fn is_person(&self, id: PersonId) -> bool {
        let person = self.get(id);
        person.gender.is_some() || person.could_be_person
    }

    /// Whether a name has a word for a body: "Staatsanwaltschaft Linz".
    pub fn is_body(&self, id: PersonId) -> bool {
        self.get(id).is_body
    }

    /// Those of whom a title or a given name tells that they are a woman or a man.
    pub fn women_and_men(&self) -> Vec<PersonId> {
        self.distinct().filter(|id| self.get(*id).likely_gender().is_some()).collect()
    }

    fn key_of(&self, id: PersonId) -> &str {
        self.texts.get(self.get(id).key)
    }

    fn distinct(&self) -> impl Iterator<Item = PersonId> + '_ {
        let mut seen = vec![false; self.all.len()];
        self.names.iter().copied().filter(move |id| !std::mem::replace(&mut seen[id.number()], true))
    }

    fn index(&mut self) {
        // what was there goes first: both would take much memory
        (self.by_word, self.by_last, self.by_initials, self.by_shown_name) = Default::default();
        // and so would room for more than there are
        let people = self.distinct().count();
        let all_words = self.distinct().map(|id| words(self.key_of(id)).count()).sum();
        let mut by_word = Vec::with_capacity(all_words);
        let (mut by_last, mut by_initials) = (Vec::with_capacity(people), Vec::with_capacity(people));
        let mut initials = String::new();
        for id in self.distinct() {
            let name = self.key_of(id);
            by_word.extend(word_texts(name).map(|word| (key(word), id)));
            by_last.push((self.get(id).last, id));
            initials.clear();
            initials.extend(initials_of(name));
            by_initials.push((key(&initials), id));
        }
        self.by_word = Index::of(by_word);
        self.by_last = Index::of(by_last);
        self.by_initials = Index::of(by_initials);
        self.by_shown_name = Index::of(self.names.iter().map(|id| (self.get(*id).shown, *id)).collect());
    }

    /// Counts the names of one word for the people they lead to, the first of the article first.
    fn weigh(&mut self, lexicon: &Lexicon, single_names: FxHashMap<TextId, SingleName>) {
        let mut single_names: Vec<(TextId, SingleName)> = single_names.into_iter().collect();
        single_names.sort_unstable_by_key(|(name, _)| *name);
        for (name, single) in single_names {
            if let Some(id) = self.find(name) {
                // 'Mrs Hill' is neither Tom Hill nor Hill Press
                let given = self.get(id).given;
                let is_own = self.get(id).could_be_person
                    && self.namesake(id, single.titled) == id
                    && (given.is_none() || given == single.titled);
                let titled = single.titled.filter(|_| is_own || !lexicon.is_english());
                let person = self.get_mut(id);
                person.weight += single.times;
                person.gender = agreed(person.gender, titled);
                person.pronouns.join(single.pronouns);
            }
        }
        for person in &mut self.all {
            let told = person.pronouns.told(1);
            person.given = match (person.given, told) {
                (Some(given), Some(told)) if given != told => person.pronouns.told(OVERRULED),
                (given, told) => given.or(told),
            };
        }
        self.meant = (0..self.texts.len()).map(|number| self.find(TextId::at(number))).collect();
    }
}

/// The first of those that rank highest.
fn first_max<T, R: PartialOrd>(items: impl Iterator<Item = T>, rank: impl Fn(&T) -> R) -> Option<T> {
    let mut best: Option<(T, R)> = None;
    for item in items {
        let here = rank(&item);
        if best.as_ref().is_none_or(|(_, highest)| here > *highest) {
            best = Some((item, here));
        }
    }
    best.map(|(item, _)| item)
}

/// Whether a word has capitals and no small letters.
pub(super) fn is_upper(word: &str) -> bool {
    // most words with a capital have a small letter right behind it
    !word.bytes().any(|byte| byte.is_ascii_lowercase())
        && word.contains(char::is_uppercase)
        && !word.contains(char::is_lowercase)
}

/// A name on one line, without what hangs on its end: "Ada Hill’s" is Ada Hill.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let text = text.strip_suffix(['s']).filter(|rest| rest.ends_with(['\'', '’'])).unwrap_or(text);
    let text = text.strip_suffix(['\'', '’']).unwrap_or(text);
    // most names have letters and single spaces only
    let is_usual = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
    if text.bytes().all(is_usual) && !text.as_bytes().windows(2).any(|pair| pair == b"  ") {
        return Cow::Borrowed(text.trim_matches([' ', ',']));
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.truncate(line.trim_end_matches([' ', ',']).len());
    let leading = line.len() - line.trim_start_matches([' ', ',']).len();
    line.drain(..leading);
    Cow::Owned(line)
}
