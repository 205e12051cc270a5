//! Everybody and every body that an article names, with what they are: "Jean Rey", a man, "maire de Lys".

mod roles;

use std::collections::HashMap;

use super::gender::{Gender, first_name, gender};
use super::names::{self, has_article, initials, is_acronym, is_loud, name_words, parts, phrase, shown};
use super::nouns;
use super::phrases::{Mention, Span};
use super::tokens::Token;
use super::words::{Class, Noun, Words};

/// How many people of one word are compared; more share a word only in a list, not in an article.
const NAMESAKES: usize = 100;

pub(super) use roles::is_premier;

pub(super) type PersonId = usize;

/// Somebody, some body, or several.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    pub name: String,
    /// The words of a name; none where there is only a noun.
    pub words: Vec<String>,
    pub gender: Option<Gender>,
    pub plural: bool,
    /// A body, not a person.
    pub body: bool,
    /// Something that says nothing: "ce coup d'éclat".
    pub thing: bool,
    /// What is written: "le rapport".
    pub paper: bool,
    /// An office without a name: "le ministre des Quais".
    pub office: bool,
    /// A calling, or an office that does not say of what: "la comédienne", "l'ancien ministre".
    pub calling: bool,
    /// What the person is, in lower case: "maire", "maire-de-lys".
    pub roles: Vec<String>,
    /// Those of them that were only guessed from who stood before: "Ada Hill se tait. La ministre …".
    pub guessed: Vec<String>,
    pub weight: usize,
}

impl Person {
    /// Whether it may be a body: "Météo-France", "Santé Estrie" have nothing that tells.
    pub fn may_be_body(&self) -> bool {
        let plain = self.words.len() == 1 || self.words.len() == 2 && self.roles.is_empty();
        self.body || plain && self.gender.is_none()
    }

    /// Whether an office is one of a body that nobody knows: "le responsable d'un club".
    pub fn is_of_any(&self) -> bool {
        self.roles.iter().any(|role| role.contains("-un-") || role.contains("-une-"))
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
    pub(super) acronyms: HashMap<String, PersonId>,
    /// What somebody is to their kin: "père" of "Jean Rey et sa fille".
    pub(super) kin: Vec<(String, PersonId)>,
    /// The full names that letters may stand for: "PS" of "Parti socialiste".
    pub(super) initials: HashMap<String, FullName>,
}

pub(super) struct FullName {
    pub name: String,
    pub words: Vec<String>,
}

impl People {
    pub fn get(&self, id: PersonId) -> &Person {
        &self.all[id]
    }

    /// Whoever a name in a mention is, learning what the mention tells.
    pub fn meet(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, name: Span) -> PersonId {
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
        for role in self.roles_in(tokens, mention, name) {
            self.add_role(id, role);
        }
        self.know_by_words(id);
        id
    }

    /// Adds somebody whose name is nobody's yet.
    pub(super) fn add(&mut self, person: Person) {
        self.all.push(person);
        self.know_by_words(self.all.len() - 1);
    }

    fn know_by_words(&mut self, id: PersonId) {
        for word in &self.all[id].words {
            let known = self.by_word.entry(word.clone()).or_default();
            if !known.contains(&id) && known.len() < NAMESAKES {
                known.push(id);
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
            plural: article && !acronym && tokens[mention.core.first].is(Class::PLURAL),
            body,
            thing: head.is_some_and(|head| head.is(Class::TITLED) && !head.is(Class::BODY.and(Class::HUMAN))),
            ..Person::default()
        });
        self.all.len() - 1
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
        let plural = opening.is(Class::PLURAL) || mention.is_share(tokens);
        self.all.push(Person {
            name: shown(text, tokens, mention.core),
            gender: gender(tokens, mention),
            plural,
            body: head.is_some_and(|head| head.is(Class::BODY) && !head.is(Class::HUMAN)),
            paper: head.is_some_and(|head| names::is_paper(&head.lower)),
            // "le ministre des Quais", "son père"
            office: !plural
                && head.is_some_and(|head| head.is(Class::HUMAN))
                && (opening.is(Class::DEFINITE) && mention.core.after > mention.core.first + 3
                    || opening.is(Class::POSSESSIVE)),
            calling: !plural && head.is_some_and(|head| head.is(Class::HUMAN)) && opening.is(Class::DEFINITE),
            thing: !plural
                && head.is_some_and(|head| !head.is(Class::BODY.and(Class::HUMAN)) && !nouns::is_loose(&head.lower)),
            ..Person::default()
        });
        let id = self.all.len() - 1;
        if let Some((noun, head)) = mention.head.zip(head) {
            let first = noun.checked_sub(1).filter(|first| tokens[*first].lower.starts_with("premi"));
            if let Some(first) = first.filter(|first| *first > mention.core.first) {
                self.add_role(id, names::joined(tokens, Span { first, after: noun + 1 }));
                self.add_role(id, names::joined(tokens, Span { first, after: mention.core.after }));
            }
            if !is_premier(tokens, noun) {
                self.add_role(id, phrase.clone());
                self.add_role(id, head.lower.to_string());
            }
        }
        self.by_phrase.insert(phrase, id);
        id
    }

    /// "Ada Hill et Jean Rey" together.
    pub fn both(&mut self, text: &str, tokens: &[Token<'_>], core: Span) -> PersonId {
        self.pair(shown(text, tokens, core))
    }

    /// Two by the names of both.
    pub fn pair(&mut self, name: String) -> PersonId {
        if let Some(id) = self.by_phrase.get(&name) {
            return *id;
        }
        let id = self.all.len();
        self.by_phrase.insert(name.clone(), id);
        self.all.push(Person { words: vec![name.clone()], name, plural: true, weight: 1, ..Person::default() });
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

    /// The person of a gender whom the article names first, if it names nobody else of it more often.
    pub fn topic(&self, gender: Gender) -> Option<PersonId> {
        let fits = |person: &&Person| {
            let one = person.is_named() && !person.body && !person.plural && !person.thing;
            one && person.gender == Some(gender)
        };
        let first = self.all.iter().position(|person| fits(&person))?;
        let most = self.all.iter().filter(fits).map(|person| person.weight).max()?;
        (self.all[first].weight == most).then_some(first)
    }

    /// Those named with a role like one of a body: "le patron de la CGT" by "secrétaire général de la CGT".
    pub fn heads<'a>(
        &'a self,
        words: &'a Words,
        head: &'a str,
        body: &'a [&'a str],
        gender: Option<Gender>,
    ) -> impl Iterator<Item = PersonId> + 'a {
        let same = move |role: &str| {
            let first = role.split('-').next().unwrap_or("");
            // "vice-président-de-la-ligue"
            let own = role.strip_prefix(head).is_some_and(|rest| rest.starts_with('-'));
            let alike = |kind: Noun| words.word(first).noun.any(kind) && words.word(head).noun.any(kind);
            let leads = own || alike(Noun::LEADER) || alike(Noun::MAKER);
            let holds = |part: &str| role.split(['-', '\'']).any(|known| known == part);
            leads && body.iter().all(|word| word.split('-').all(holds))
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

    /// The one person of the article who is that to somebody of their kin: "son père".
    pub fn kin_of(&self, noun: &str) -> Option<PersonId> {
        let mut all = self.kin.iter().filter(|(role, _)| role == noun).map(|(_, id)| *id);
        let first = all.next()?;
        all.all(|id| id == first).then_some(first)
    }

    /// Whether no more is known of somebody than a title: "le docteur Hill".
    pub fn has_title_alone(&self, id: PersonId) -> bool {
        let title = |role: &String| matches!(role.as_str(), "dr" | "docteur" | "pr" | "professeur" | "me" | "maître");
        !self.all[id].roles.is_empty() && self.all[id].roles.iter().all(title)
    }

    pub fn has_role(&self, id: PersonId) -> bool {
        !self.all[id].roles.is_empty()
    }

    /// Whether a full name comes without a role in all of the article.
    pub fn is_bare_name(&self, id: PersonId) -> bool {
        let person = &self.all[id];
        // "Ada Hill est jugée pour vol": that tells of no role
        let tried = |role: &String| {
            person.guessed.contains(role) && (role.starts_with("prévenu") || role.starts_with("accusé"))
        };
        person.words.len() > 1 && !person.body && !person.plural && !person.thing && person.roles.iter().all(tried)
    }

    pub fn weight(&self, id: PersonId) -> usize {
        self.all[id].weight
    }

    pub fn learn_gender(&mut self, id: PersonId, gender: Option<Gender>) {
        let known = &mut self.all[id].gender;
        *known = known.or(gender);
    }
}
