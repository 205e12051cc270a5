//! Everybody and every body that an article names, with what they are: "Jean Rey", a man, "maire de Lys".

use std::collections::HashMap;

use super::gender::{Gender, first_name, gender};
use super::phrases::{self, Mention, Span};
use super::resolve;
use super::tokens::{Sentence, Token};
use super::words::{Class, Words};

/// How many people of one word are compared; more share a word only in a list, not in an article.
const NAMESAKES: usize = 100;

/// How many roles of one person are kept.
const ROLES: usize = 20;

/// Words for whoever leads a body.
const LEADERS: [&str; 17] = [
    "leader",
    "numéro",
    "patron",
    "patronne",
    "chef",
    "cheffe",
    "dirigeant",
    "dirigeante",
    "président",
    "présidente",
    "secrétaire",
    "directeur",
    "directrice",
    "responsable",
    "pdg",
    "líder",
    "jefe",
];

pub(super) type PersonId = usize;

/// Somebody, some body, or several.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub name: String,
    /// The words of a name; none where there is only a noun.
    words: Vec<String>,
    pub gender: Option<Gender>,
    pub plural: bool,
    /// A body, not a person.
    pub body: bool,
    /// Something that says nothing: "ce coup d'éclat".
    pub thing: bool,
    /// An office without a name: "le ministre des Quais".
    pub office: bool,
    /// What the person is, in lower case: "maire", "maire-de-lys".
    roles: Vec<String>,
    weight: usize,
}

impl Person {
    /// Whether it may be a body: "Météo-France" has nothing that tells.
    pub fn may_be_body(&self) -> bool {
        self.body || self.words.len() == 1 && self.gender.is_none()
    }

    pub fn is_named(&self) -> bool {
        !self.words.is_empty()
    }

    pub fn has_single_name(&self) -> bool {
        self.words.len() == 1
    }

    fn holds(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.words.contains(word))
    }
}

#[derive(Default)]
pub(super) struct People {
    all: Vec<Person>,
    by_word: HashMap<String, Vec<PersonId>>,
    by_phrase: HashMap<String, PersonId>,
    by_role: HashMap<String, Vec<PersonId>>,
    acronyms: HashMap<String, PersonId>,
    /// The full names that letters may stand for: "PS" of "Parti socialiste".
    initials: HashMap<String, FullName>,
}

struct FullName {
    name: String,
    words: Vec<String>,
}

impl People {
    /// Everybody with a full name or a title.
    pub fn of(text: &str, sentences: &[Sentence<'_>], words: &Words) -> Self {
        let mut people = Self::default();
        for sentence in sentences {
            let tokens = &sentence.tokens;
            let mut at = 0;
            while at < tokens.len() {
                let mention =
                    if phrases::opens(tokens, at) { phrases::at(tokens, at, tokens.len(), words) } else { None };
                let Some(mention) = mention else {
                    at += 1;
                    continue;
                };
                people.learn_initials(text, tokens, &mention);
                if let Some(name) = mention.name.filter(|_| is_full(tokens, &mention)) {
                    people.meet(text, tokens, &mention, name, words);
                }
                if let Some(first) = first_of_two(tokens, mention.core).filter(|first| first.after > first.first + 1) {
                    people.meet(text, tokens, &Mention::of_name(first), first, words);
                }
                people.meet_owners(text, tokens, mention.core, words);
                people.learn_acronym(text, tokens, &mention, words);
                people.learn_office(text, tokens, &mention, words);
                at = mention.core.after.max(at + 1);
            }
            people.meet_couples(tokens);
        }
        people
    }

    pub fn get(&self, id: PersonId) -> &Person {
        &self.all[id]
    }

    /// Whoever a name in a mention is, learning what the mention tells.
    pub fn meet(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, name: Span, words: &Words) -> PersonId {
        let gender = gender(tokens, mention);
        let named = name_words(tokens, mention, name);
        let id = self.named(&named, gender).unwrap_or_else(|| self.add_named(text, tokens, mention, name));
        let person = &mut self.all[id];
        if named.len() > person.words.len() {
            let whole = if parts(tokens, name).len() < named.len() { mention.core.after } else { name.after };
            person.words = named;
            person.name = shown(text, tokens, Span { first: name.first, after: whole });
        }
        person.weight += 1;
        let first = name.of(tokens).first();
        let first = first.filter(|_| name.after > name.first + 1 || mention.head.is_none());
        person.gender = person.gender.or(gender).or_else(|| first.and_then(first_name));
        for role in self.roles_in(tokens, mention, name, words) {
            self.add_role(id, role);
        }
        let all: Vec<String> = self.all[id].words.clone();
        for word in all {
            let known = self.by_word.entry(word).or_default();
            if !known.contains(&id) && known.len() < NAMESAKES {
                known.push(id);
            }
        }
        id
    }

    /// "la conférence de presse de Didier Roche", "la fille du maire Didier Roche": a full name that hangs on a noun.
    fn meet_owners(&mut self, text: &str, tokens: &[Token<'_>], core: Span, words: &Words) {
        for at in core.first + 1..core.after {
            let article = usize::from(tokens[at].is(Class::DETERMINER));
            if tokens[at - 1].is(Class::LINK)
                && tokens.get(at + article).is_some_and(|noun| noun.is(Class::HUMAN) && !noun.capital)
                && let Some(owner) = phrases::at(tokens, at, core.after, words)
                && let Some(name) = owner.name.filter(|name| name.first == at + article + 1)
            {
                self.meet(text, tokens, &owner, name, words);
            }
            let hangs = tokens[at - 1].is(Class::LINK) && tokens[at].is(Class::FIRST_NAME) && tokens[at].capital;
            let name = Span { first: at, after: phrases::run(tokens, at, core.after) };
            if hangs && name.after > at + 1 {
                self.meet(text, tokens, &Mention::of_name(name), name, words);
            }
        }
    }

    fn add_named(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, name: Span) -> PersonId {
        let article = has_article(tokens, mention, name);
        // "la Commission européenne" is a body, and all of it is its name; "la BCL" has no more of it
        let acronym = is_acronym(tokens, name);
        let whole = if article && !acronym {
            Span { first: name.first, after: mention.core.after.max(name.after) }
        } else {
            name
        };
        let head = mention.head.map(|head| &tokens[head]);
        let body = article
            || head.is_some_and(|head| head.is(Class::BODY) && !head.is(Class::HUMAN))
            || name
                .of(tokens)
                .iter()
                .any(|token| token.is(Class::BODY) || is_loud(token.text) && name.after == name.first + 1);
        let letters = if acronym { Some(tokens[name.first].text.to_owned()) } else { None };
        let full = letters.as_ref().and_then(|letters| self.initials.get(letters));
        let (shown, words) = match full {
            Some(full) => (full.name.clone(), full.words.clone()),
            None => (shown(text, tokens, whole), name_words(tokens, mention, name)),
        };
        let letters = letters.filter(|_| full.is_some()).or_else(|| {
            let letters = initials(&words);
            self.initials.get(&letters).is_some_and(|full| full.words == words).then_some(letters)
        });
        if let Some(letters) = letters {
            self.acronyms.entry(letters).or_insert(self.all.len());
        }
        self.all.push(Person {
            name: shown,
            words,
            gender: None,
            plural: article && !acronym && tokens[mention.core.first].is(Class::PLURAL),
            body,
            thing: head.is_some_and(|head| head.is(Class::TITLED) && !head.is(Class::BODY.and(Class::HUMAN))),
            office: false,
            roles: Vec::new(),
            weight: 0,
        });
        self.all.len() - 1
    }

    /// What a mention says that somebody is.
    fn roles_in(&self, tokens: &[Token<'_>], mention: &Mention, name: Span, words: &Words) -> Vec<String> {
        let mut roles = Vec::new();
        if let Some(head) = mention.head.filter(|head| *head < name.first || *head >= name.after) {
            let after =
                if name.first > head && name.first < mention.core.after { name.first } else { mention.core.after };
            let ordinals = tokens[..head].iter().rev().take_while(|token| token.is(Class::BEFORE_NOUN)).count();
            add_role(tokens, Span { first: head - ordinals, after }, &mut roles);
        }
        for role in &mention.roles {
            let article = usize::from(tokens[role.first].is(Class::DETERMINER));
            add_role(tokens, Span { first: role.first + article, after: role.after }, &mut roles);
        }
        let _ = words;
        roles
    }

    /// "l'Organisation mondiale de la santé (OMS)".
    fn learn_acronym(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, words: &Words) {
        let Some([open, acronym, close]) = tokens.get(mention.core.after..mention.core.after + 3) else { return };
        if open.is_sign("(") && close.is_sign(")") && is_loud(acronym.text) {
            // "le président de la Ligue des bergers (LDB)": the Ligue has these letters
            let person = mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN));
            let core = mention.core;
            let inner = (core.first + 1..core.after)
                .find(|at| {
                    tokens[at - 1].is(Class::LINK) && (tokens[*at].is(Class::DETERMINER) || tokens[*at].is_name())
                })
                .filter(|_| person)
                .and_then(|at| phrases::at(tokens, at, core.after, words));
            if person && inner.is_none() {
                return;
            }
            let mention = inner.as_ref().unwrap_or(mention);
            let id = match mention.name {
                Some(name) => self.meet(text, tokens, mention, name, words),
                None => self.describe(text, tokens, mention),
            };
            self.acronyms.insert(acronym.text.to_owned(), id);
        }
    }

    /// "le Parti socialiste": what "PS" stands for.
    fn learn_initials(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention) {
        let article = |name: &Span| has_article(tokens, mention, *name) && !is_acronym(tokens, *name);
        let Some(name) = mention.name.filter(article) else { return };
        let words = name_words(tokens, mention, name);
        if words.len() > 1 {
            let whole = Span { first: name.first, after: mention.core.after.max(name.after) };
            let full = || FullName { name: shown(text, tokens, whole), words: words.clone() };
            self.initials.entry(initials(&words)).or_insert_with(full);
        }
    }

    /// "Inès et Clara Morel": both have the name of the second.
    fn meet_couples(&mut self, tokens: &[Token<'_>]) {
        for (at, pair) in tokens.windows(4).enumerate() {
            let [first, and, second, family] = pair else { continue };
            let first_name = |token: &Token<'_>| token.capital && token.is(Class::FIRST_NAME);
            let alone = at.checked_sub(1).is_none_or(|before| !tokens[before].is_name());
            if first_name(first)
                && matches!(and.lower.as_ref(), "et" | "y")
                && second.is_name()
                && family.is_name()
                && alone
            {
                let words = vec![first.text.to_owned(), family.text.to_owned()];
                if self.named(&words, None).is_none() {
                    let id = self.all.len();
                    for word in &words {
                        self.by_word.entry(word.clone()).or_default().push(id);
                    }
                    self.all.push(Person {
                        name: words.join(" "),
                        words,
                        gender: super::gender::first_name(first),
                        plural: false,
                        body: false,
                        thing: false,
                        office: false,
                        roles: Vec::new(),
                        weight: 1,
                    });
                }
            }
        }
    }

    /// "Ada Hill est directrice du musée".
    fn learn_office(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, words: &Words) {
        let Some(name) = mention.name.filter(|_| is_full(tokens, mention)) else { return };
        let Some(is) = tokens.get(mention.after) else { return };
        if matches!(is.lower.as_ref(), "est" | "était" | "fut" | "devient" | "es" | "era" | "fue") {
            let first = mention.after + 1;
            let noun =
                tokens.iter().skip(first).take(3).find(|token| !token.is(Class::DETERMINER.and(Class::BEFORE_NOUN)));
            if let Some(noun) = noun.filter(|noun| noun.is(Class::HUMAN)) {
                let id = self.meet(text, tokens, mention, name, words);
                self.add_role(id, noun.lower.to_string());
            }
        }
    }

    /// Whoever these words of a name lead to.
    pub fn named(&self, words: &[String], gender: Option<Gender>) -> Option<PersonId> {
        let (first, last) = (words.first()?, words.last()?);
        if let Some(id) = self.acronyms.get(first).filter(|_| words.len() == 1) {
            return Some(*id);
        }
        let fits = |id: &PersonId| {
            let person = &self.all[*id];
            let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
            agrees && person.holds(words)
        };
        let known = self.by_word.get(last).map_or(&[][..], Vec::as_slice);
        let shorter = |id: &PersonId| {
            let person = &self.all[*id];
            words.len() > 1 && person.words.iter().all(|word| words.contains(word)) && person.words.last() == Some(last)
        };
        let best = |found: &mut dyn Iterator<Item = PersonId>| {
            found.max_by_key(|id| {
                let person = &self.all[*id];
                (
                    person.words.len() == words.len(),
                    person.words.last() == Some(last),
                    person.weight,
                    std::cmp::Reverse(*id),
                )
            })
        };
        // "Lucie" before "Lucie Lebrun", "la Commission" before "la Commission européenne"
        let known_first = self.by_word.get(first).map_or(&[][..], Vec::as_slice);
        let begins = |id: &PersonId| {
            let person = &self.all[*id];
            let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
            let body = last.starts_with(char::is_lowercase);
            words.len() > 1
                && person.words.len() == 1
                && person.words.first() == Some(first)
                && agrees
                && person.body == body
        };
        best(&mut known.iter().copied().filter(|id| fits(id)))
            .or_else(|| best(&mut known.iter().copied().filter(|id| shorter(id))))
            .or_else(|| best(&mut known_first.iter().copied().filter(|id| begins(id))))
    }

    /// The one that a noun phrase without a name stands for by itself.
    pub fn describe(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention) -> PersonId {
        let phrase = phrase(tokens, mention);
        if let Some(id) = self.by_phrase.get(&phrase) {
            return *id;
        }
        let head = mention.head.map(|head| &tokens[head]);
        let opening = &tokens[mention.core.first];
        let plural = opening.is(Class::PLURAL);
        self.all.push(Person {
            name: shown(text, tokens, mention.core),
            words: Vec::new(),
            gender: gender(tokens, mention),
            plural,
            body: head.is_some_and(|head| head.is(Class::BODY) && !head.is(Class::HUMAN)),
            // "le ministre des Quais", "son père"
            office: !plural
                && head.is_some_and(|head| head.is(Class::HUMAN))
                && (opening.is(Class::DEFINITE) && mention.core.after > mention.core.first + 3
                    || opening.is(Class::POSSESSIVE)),
            thing: !plural
                && head.is_some_and(|head| !head.is(Class::BODY.and(Class::HUMAN)) && !resolve::is_loose(&head.lower)),
            roles: Vec::new(),
            weight: 0,
        });
        let id = self.all.len() - 1;
        self.add_role(id, phrase.clone());
        if let Some(head) = head {
            self.add_role(id, head.lower.to_string());
        }
        self.by_phrase.insert(phrase, id);
        id
    }

    fn add_role(&mut self, id: PersonId, role: String) {
        let roles = &mut self.all[id].roles;
        if !roles.contains(&role) && roles.len() < ROLES {
            roles.push(role.clone());
            let holders = self.by_role.entry(role).or_default();
            if holders.len() < NAMESAKES {
                holders.push(id);
            }
        }
    }

    /// "Ada Hill et Jean Rey" together.
    pub fn both(&mut self, text: &str, tokens: &[Token<'_>], core: Span) -> PersonId {
        let name = shown(text, tokens, core);
        if let Some(id) = self.by_phrase.get(&name) {
            return *id;
        }
        let id = self.all.len();
        self.by_phrase.insert(name.clone(), id);
        self.all.push(Person {
            words: vec![name.clone()],
            name,
            gender: None,
            plural: true,
            body: false,
            thing: false,
            office: false,
            roles: Vec::new(),
            weight: 1,
        });
        id
    }

    /// Those of a role, as far as the gender fits.
    pub fn holders<'a>(&'a self, role: &str, gender: Option<Gender>) -> impl Iterator<Item = PersonId> + 'a {
        let fits = move |person: &Person| gender.is_none() || person.gender.is_none() || person.gender == gender;
        let holders = self.by_role.get(role).map_or(&[][..], Vec::as_slice);
        holders.iter().copied().filter(move |id| fits(&self.all[*id]))
    }

    /// The person without a role whom the article names more than anybody else, and more than once.
    pub fn main(&self, gender: Option<Gender>) -> Option<PersonId> {
        let fits = |person: &Person| {
            let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
            person.is_named() && person.words.len() > 1 && !person.body && person.roles.is_empty() && agrees
        };
        let named = (0..self.all.len()).filter(|id| self.all[*id].weight > 1 && fits(&self.all[*id]));
        let main = named.max_by_key(|id| (self.all[*id].weight, std::cmp::Reverse(*id)))?;
        let is_less = |other: &Person| !other.is_named() || other.body || other.weight < self.all[main].weight;
        self.all.iter().enumerate().all(|(id, other)| id == main || is_less(other)).then_some(main)
    }

    /// Those named with a role like one of a body: "le patron de la CGT" by "secrétaire général de la CGT".
    pub fn heads<'a>(
        &'a self,
        head: &'a str,
        body: &'a [&'a str],
        gender: Option<Gender>,
    ) -> impl Iterator<Item = PersonId> + 'a {
        let same = move |role: &str| {
            let first = role.split('-').next().unwrap_or("");
            let leads = first == head || LEADERS.contains(&first) && LEADERS.contains(&head);
            leads && body.iter().all(|word| role.split(['-', '\'']).any(|known| known == *word))
        };
        let fits = move |person: &Person| gender.is_none() || person.gender.is_none() || person.gender == gender;
        (0..self.all.len()).filter(move |id| {
            let person = &self.all[*id];
            person.is_named() && !person.body && fits(person) && person.roles.iter().any(|role| same(role))
        })
    }

    /// The name in small letters of the body that these letters stand for.
    pub fn spelled_out(&self, letters: &str) -> Option<String> {
        self.acronyms.get(letters).map(|id| self.all[*id].name.to_lowercase())
    }

    /// Whether no more is known of somebody than a title: "le docteur Hill".
    pub fn has_title_alone(&self, id: PersonId) -> bool {
        let title = |role: &String| matches!(role.as_str(), "dr" | "docteur" | "pr" | "professeur" | "me" | "maître");
        self.all[id].roles.iter().all(title)
    }

    pub fn has_role(&self, id: PersonId) -> bool {
        !self.all[id].roles.is_empty()
    }

    /// Whether a full name comes without a role in all of the article.
    pub fn is_bare_name(&self, id: PersonId) -> bool {
        let person = &self.all[id];
        person.words.len() > 1 && !person.body && !person.plural && !person.thing && person.roles.is_empty()
    }

    pub fn weight(&self, id: PersonId) -> usize {
        self.all[id].weight
    }

    pub fn learn_gender(&mut self, id: PersonId, gender: Option<Gender>) {
        let known = &mut self.all[id].gender;
        *known = known.or(gender);
    }
}

/// Whether a name stands with enough to be somebody's: two words, a title, or a noun for what somebody is.
fn is_full(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let Some(name) = mention.name else { return false };
    let no_name = |token: &Token<'_>| token.is(Class::LIGHT.and(Class::CONJUNCTION).and(Class::PREPOSITION));
    let inside = name.of(tokens);
    let long = inside.len() > 1 && !inside.iter().any(|token| token.is(Class::BODY) || token.is(Class::LIGHT));
    let described =
        mention.head.is_some_and(|head| head < name.first || head >= name.after) || !mention.roles.is_empty();
    !inside.first().is_some_and(no_name) && (long || described)
}

fn add_role(tokens: &[Token<'_>], role: Span, roles: &mut Vec<String>) {
    let noun = role.of(tokens).iter().position(|token| !token.is(Class::BEFORE_NOUN));
    let Some(noun) = noun.map(|noun| role.first + noun) else { return };
    roles.push(tokens[noun].lower.to_string());
    if noun > role.first {
        // "premier ministre" of "premier ministre sénégalais"
        roles.push(joined(tokens, Span { first: role.first, after: noun + 1 }));
    }
    roles.push(joined(tokens, Span { first: noun, after: role.after }));
}

fn joined(tokens: &[Token<'_>], span: Span) -> String {
    span.of(tokens).iter().map(|token| token.lower.as_ref()).collect::<Vec<_>>().join("-")
}

/// A noun phrase from its noun on, in lower case.
pub(super) fn phrase(tokens: &[Token<'_>], mention: &Mention) -> String {
    let first = mention.head.unwrap_or(mention.core.first);
    // "une deuxième source" is not the first one
    let other = first.checked_sub(1).filter(|before| *before >= mention.core.first && is_other(&tokens[*before]));
    joined(tokens, Span { first: other.unwrap_or(first), after: mention.core.after })
}

/// Words for one that is not the one before.
pub(super) fn is_other(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "second" | "seconde" | "deuxième" | "troisième" | "autre" | "autres")
}

/// The words of a name, without titles and articles.
pub(super) fn parts(tokens: &[Token<'_>], name: Span) -> Vec<String> {
    name.of(tokens).iter().filter(|token| token.capital).map(|token| token.text.to_owned()).collect()
}

/// "[Ada Hill] et Jean Rey": the name of the first, where a phrase opens with two.
pub(super) fn first_of_two(tokens: &[Token<'_>], core: Span) -> Option<Span> {
    let after = phrases::run(tokens, core.first, core.after);
    let [and, second] = tokens.get(after..after + 2)? else { return None };
    let joins = matches!(and.lower.as_ref(), "et" | "y") && second.is_name() && after + 1 < core.after;
    let closes = phrases::run(tokens, after + 1, core.after) == core.after;
    (joins && closes && after > core.first).then_some(Span { first: core.first, after })
}

/// Whether a name stands right behind its article, as those of bodies do: "la Commission".
fn has_article(tokens: &[Token<'_>], mention: &Mention, name: Span) -> bool {
    name.first == mention.core.first + 1
        && tokens[mention.core.first].is(Class::DETERMINER)
        && !tokens[name.first].is(Class::FIRST_NAME.and(Class::TITLE))
}

fn is_acronym(tokens: &[Token<'_>], name: Span) -> bool {
    name.after == name.first + 1 && is_loud(tokens[name.first].text)
}

/// The words that tell who a name is: those of a person, and all of a body's but small ones: "Parti", "socialiste".
pub(super) fn name_words(tokens: &[Token<'_>], mention: &Mention, name: Span) -> Vec<String> {
    let mut words = parts(tokens, name);
    if has_article(tokens, mention, name) && !is_acronym(tokens, name) {
        let small = Class::LINK.and(Class::DETERMINER).and(Class::CONJUNCTION).and(Class::PREPOSITION);
        let rest = Span { first: name.after, after: mention.core.after };
        words.extend(rest.of(tokens).iter().filter(|token| !token.is(small)).map(|token| token.text.to_owned()));
    }
    words
}

/// The first letters of some words, without accents: "PS".
fn initials(words: &[String]) -> String {
    let plain = |letter: char| match letter {
        'É' | 'È' | 'Ê' => 'E',
        'Î' => 'I',
        'À' | 'Â' => 'A',
        letter => letter,
    };
    words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).map(plain).collect()
}

/// Words of the text on one line, an article before them in small letters.
fn shown(text: &str, tokens: &[Token<'_>], span: Span) -> String {
    let inside = span.of(tokens);
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return String::new() };
    let words = text[first.start..last.end].split_whitespace().collect::<Vec<_>>().join(" ");
    if first.is(Class::DETERMINER) { first.lower.to_string() + &words[first.text.len()..] } else { words }
}

/// Letters in capitals alone: an acronym.
pub(super) fn is_loud(word: &str) -> bool {
    word.chars().nth(1).is_some()
        && word.chars().all(|letter| letter.is_uppercase() || letter == '-' || letter.is_numeric())
}
