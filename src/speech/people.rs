//! Step 8a: everybody who is named in an article outside its quotations, one entry a person: full names, surnames,
//! acronyms, titles and roles.

use std::collections::{BTreeMap, HashMap};

use super::lexicon::{Classes, Kind, Lexicon};
use super::mentions::Phrase;
use super::sentences::{Sentence, Token};
use super::survey::Survey;

/// How many people of one word are compared; more share a word only in a list, not in an article.
const NAMESAKES: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The name's words with one space between them.
    key: String,
    /// The name as it stands in the text.
    pub name: String,
    /// How often the article names this person.
    pub weight: usize,
    pub gender: Option<Gender>,
    roles: BTreeMap<String, usize>,
}

impl Person {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.key.split(' ')
    }

    fn last(&self) -> &str {
        self.key.rsplit(' ').next().unwrap_or_default()
    }

    fn first(&self) -> &str {
        self.key.split(' ').next().unwrap_or_default()
    }
}

pub(super) type PersonId = usize;

/// A name in the text, its titles parted from it.
pub(super) struct Naming {
    pub sentence: usize,
    pub name: Phrase,
    /// The titles before the name, in lower case.
    pub title: Vec<String>,
}

/// Everybody named in an article.
pub(super) struct People {
    all: Vec<Person>,
    /// The person of each full name, in the order in which the names were first seen.
    names: Vec<(String, PersonId)>,
    by_full_name: HashMap<String, usize>,
    by_word: HashMap<String, Vec<PersonId>>,
    by_last: HashMap<String, Vec<PersonId>>,
    by_initials: HashMap<String, Vec<PersonId>>,
    by_shown_name: HashMap<String, PersonId>,
    by_role: BTreeMap<String, PersonId>,
    /// Full names, then single words, as they stand in the text.
    pub namings: Vec<Naming>,
}

impl People {
    pub fn of(survey: &Survey<'_>) -> Self {
        let mut people = Self {
            all: Vec::new(),
            names: Vec::new(),
            by_full_name: HashMap::new(),
            by_word: HashMap::new(),
            by_last: HashMap::new(),
            by_initials: HashMap::new(),
            by_shown_name: HashMap::new(),
            by_role: BTreeMap::new(),
            namings: Vec::new(),
        };
        let singles = people.collect(survey);
        people.join_short_names();
        people.index();
        people.weigh(survey, &singles);
        people.namings.extend(singles);
        people.learn_roles(survey);
        people
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn get(&self, id: PersonId) -> &Person {
        &self.all[id]
    }

    pub fn get_mut(&mut self, id: PersonId) -> &mut Person {
        &mut self.all[id]
    }

    /// The person shown by exactly this name.
    pub fn shown_as(&self, name: &str) -> Option<PersonId> {
        self.by_shown_name.get(name).copied()
    }

    /// The main holder of a role: whom the article names most, not the last one named with it.
    pub fn by_role(&self, role: &str) -> Option<PersonId> {
        self.by_role.get(role).copied()
    }

    /// Of the people who are named before a place, the one whom the article names most; of equals the last.
    pub fn main_before(&self, place: usize, survey: &Survey<'_>) -> Option<PersonId> {
        let before = |naming: &&Naming| survey.sentences[naming.sentence].start < place;
        let named = self.namings.iter().rev().filter(before).filter_map(|naming| self.of_naming(survey, naming));
        first_max(named.filter(|id| self.is_person(*id, survey.lexicon)), |id| self.all[*id].weight)
    }

    /// Whether a person is one, and not an organisation or a place.
    pub fn is_person(&self, id: PersonId, lexicon: &Lexicon) -> bool {
        self.all[id].gender.is_some() || could_be_person(&self.all[id].name, lexicon)
    }

    fn distinct(&self) -> impl Iterator<Item = PersonId> + '_ {
        let mut seen = vec![false; self.all.len()];
        self.names.iter().map(|(_, id)| *id).filter(move |id| !std::mem::replace(&mut seen[*id], true))
    }

    /// Gathers the names; full ones become people, single words are returned.
    fn collect(&mut self, survey: &Survey<'_>) -> Vec<Naming> {
        let mut singles = Vec::new();
        for (number, sentence) in survey.sentences.iter().enumerate() {
            if is_headline(sentence) {
                continue;
            }
            let tokens = &sentence.tokens;
            for run in &sentence.names {
                let (title, mut name) = part_title(tokens, *run, survey.lexicon);
                let small = |token: &Token<'_>| {
                    !token.capital || matches!(token.kind, Some(Kind::Determiner | Kind::Pronoun | Kind::Possessive))
                };
                if name.of(tokens).first().is_none_or(small) {
                    name.first += 1;
                }
                let Some(first) = name.of(tokens).first() else { continue };
                if name.of(tokens).iter().any(|token| token.lower == "i") {
                    continue; // 'Now I'
                }
                let no_name = first.is(Classes::TITLE.and(Classes::DAY).and(Classes::MONTH))
                    || first.kind.is_some() && name.first == 0;
                let single = name.after - name.first == 1;
                if single && no_name {
                    continue;
                }
                let naming = Naming { sentence: number, name, title };
                if single {
                    singles.push(naming);
                } else {
                    self.add(survey, naming);
                }
            }
        }
        singles
    }

    fn add(&mut self, survey: &Survey<'_>, naming: Naming) {
        let inside = naming.name.of(&survey.sentences[naming.sentence].tokens);
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return };
        let key = inside.iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        let slot = *self.by_full_name.entry(key.clone()).or_insert_with(|| {
            let name = plain(&survey.text[first.start..last.end]);
            self.names.push((key.clone(), self.all.len()));
            self.all.push(Person { key, name, weight: 0, gender: None, roles: BTreeMap::new() });
            self.names.len() - 1
        });
        let id = self.names[slot].1;
        self.all[id].weight += 1;
        self.learn_gender(id, &naming.title, survey.lexicon);
        self.namings.push(naming);
    }

    fn learn_gender(&mut self, id: PersonId, title: &[String], lexicon: &Lexicon) {
        let gender = &mut self.all[id].gender;
        for word in title {
            let classes = lexicon.word(word).classes;
            if classes.any(Classes::FEMALE_TITLE) {
                *gender = Some(Gender::Female);
            } else if classes.any(Classes::MALE_TITLE) && gender.is_none() {
                *gender = Some(Gender::Male);
            }
        }
    }

    /// 'Ada Rowan Hill' and 'Ada Hill' are one.
    fn join_short_names(&mut self) {
        let mut families: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (slot, (name, _)) in self.names.iter().enumerate() {
            let ends = (name.split(' ').next().unwrap_or_default(), name.rsplit(' ').next().unwrap_or_default());
            families.entry((ends.0.to_owned(), ends.1.to_owned())).or_default().push(slot);
        }
        let mut shortest_first: Vec<usize> = (0..self.names.len()).collect();
        shortest_first.sort_by_key(|slot| self.names[*slot].0.split(' ').count());
        for slot in shortest_first {
            let name = self.names[slot].0.clone();
            let ends = (name.split(' ').next().unwrap_or_default(), name.rsplit(' ').next().unwrap_or_default());
            let family = families.get(&(ends.0.to_owned(), ends.1.to_owned())).map_or(&[][..], Vec::as_slice);
            let others: Vec<PersonId> = family.iter().take(NAMESAKES).map(|other| self.names[*other].1).collect();
            for other in others {
                let longer = &self.all[other];
                let holds = name.split(' ').all(|word| longer.words().any(|known| known == word))
                    && longer.words().any(|word| !name.split(' ').any(|mine| mine == word));
                if longer.key != name && holds {
                    self.all[other].weight += self.all[self.names[slot].1].weight;
                    self.names[slot].1 = other;
                }
            }
        }
    }

    fn index(&mut self) {
        let distinct: Vec<PersonId> = self.distinct().collect();
        for id in distinct {
            let person = &self.all[id];
            for word in person.words() {
                let known = self.by_word.entry(word.to_owned()).or_default();
                if known.last() != Some(&id) {
                    known.push(id);
                }
            }
            self.by_last.entry(person.last().to_owned()).or_default().push(id);
            let initials = person.words().filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase());
            self.by_initials.entry(initials.collect()).or_default().push(id);
        }
        for (_, id) in &self.names {
            self.by_shown_name.insert(self.all[*id].name.clone(), *id);
        }
    }

    fn weigh(&mut self, survey: &Survey<'_>, singles: &[Naming]) {
        for naming in singles {
            if let Some(id) = self.of_naming(survey, naming) {
                self.all[id].weight += 1;
                self.learn_gender(id, &naming.title, survey.lexicon);
            }
        }
    }

    pub fn of_naming(&self, survey: &Survey<'_>, naming: &Naming) -> Option<PersonId> {
        let inside = naming.name.of(&survey.sentences[naming.sentence].tokens);
        self.named(&inside.iter().map(|token| token.text).collect::<Vec<_>>())
    }

    /// The person these words of a name lead to.
    pub fn named(&self, words: &[&str]) -> Option<PersonId> {
        let (first, last) = (*words.first()?, *words.last()?);
        if let Some(slot) = self.by_full_name.get(&words.join(" ")) {
            return Some(self.names[*slot].1);
        }
        let known = |index: &HashMap<String, Vec<PersonId>>, word: &str, fits: &dyn Fn(&Person) -> bool| {
            let people = index.get(word).map_or(&[][..], Vec::as_slice);
            let found = people.iter().copied().take(NAMESAKES).filter(|id| fits(&self.all[*id]));
            first_max(found, |id| {
                let person = &self.all[*id];
                let surname = person.last() == last || person.first() == first;
                (surname, person.weight, person.name.chars().count())
            })
        };
        let holds_all = |person: &Person| words.iter().all(|word| person.words().any(|known| known == *word));
        let lies_within = |person: &Person| person.words().all(|known| words.contains(&known));
        known(&self.by_word, last, &holds_all).or_else(|| {
            if words.len() > 1 {
                known(&self.by_last, last, &lies_within)
            } else if first.chars().count() >= 2 && is_upper(first) {
                known(&self.by_initials, first, &|_| true)
            } else {
                None
            }
        })
    }

    fn learn_roles(&mut self, survey: &Survey<'_>) {
        let namings = std::mem::take(&mut self.namings);
        for naming in &namings {
            let Some(id) = self.of_naming(survey, naming) else { continue };
            let tokens = &survey.sentences[naming.sentence].tokens;
            let before = naming.name.first.checked_sub(naming.title.len() + 1).map(|at| &tokens[at]);
            // 'team leader Noa Reyes'
            let plain_word = before.filter(|token| token.word && !token.capital && token.kind.is_none());
            let roles = &mut self.all[id].roles;
            for role in naming.title.iter().map(String::as_str).chain(plain_word.map(|token| token.lower.as_ref())) {
                *roles.entry(role.to_owned()).or_insert(0) += 1;
            }
            if let Some(role) = appositive_role(tokens, naming.name.after) {
                *roles.entry(role.to_owned()).or_insert(0) += 1;
            }
        }
        self.namings = namings;
        let distinct: Vec<PersonId> = self.distinct().collect();
        let rank = |id: PersonId, role: &str| {
            let person = &self.all[id];
            person.weight + 2 * person.roles.get(role).copied().unwrap_or(0)
        };
        let mut best: BTreeMap<String, PersonId> = BTreeMap::new();
        for id in distinct {
            for role in self.all[id].roles.keys() {
                let holder = best.entry(role.clone()).or_insert(id);
                if rank(id, role) > rank(*holder, role) {
                    *holder = id;
                }
            }
        }
        self.by_role = best;
    }
}

/// ', a research fellow with …,': the last word of what a name is followed by.
fn appositive_role<'a>(tokens: &'a [Token<'_>], after: usize) -> Option<&'a str> {
    if after + 2 >= tokens.len() || !tokens[after].is_sign(",(") {
        return None;
    }
    let stops =
        |kind: Kind| matches!(kind, Kind::Preposition | Kind::Conjunction | Kind::Relative | Kind::Be | Kind::Have);
    let role = tokens
        .iter()
        .take(after + 10)
        .skip(after + 1)
        .take_while(|token| token.mark.is_none() && token.word && !token.kind.is_some_and(stops))
        .last()?;
    role.kind.is_none().then_some(role.lower.as_ref())
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

/// The titles before a name, and the name proper: 'Northern President Ada Hill' is titled northern president.
pub(super) fn part_title(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> (Vec<String>, Phrase) {
    let is_title = |token: &Token<'_>| {
        let hyphened = || {
            token.text.contains('-') && token.lower.rsplit('-').next().is_some_and(|last| is_title_word(last, lexicon))
        };
        token.is(Classes::TITLE) || hyphened()
    };
    let inside = run.of(tokens);
    let before_last = inside.split_last().map_or(&[][..], |(_, before)| before);
    let titles = before_last.iter().rposition(is_title).map_or(0, |last| last + 1);
    let title = inside[..titles].iter().map(|token| token.lower.to_string()).collect();
    (title, Phrase { first: run.first + titles, after: run.after })
}

pub(super) fn is_title_word(lower: &str, lexicon: &Lexicon) -> bool {
    lexicon.word(lower).classes.any(Classes::TITLE)
}

/// Two to five words, none of them an organisation's, no "of" or "the" among them.
pub(super) fn could_be_person(name: &str, lexicon: &Lexicon) -> bool {
    let no_name = |word: &str| {
        matches!(word, "of" | "the" | "for" | "&")
            || lexicon.word(&word.to_lowercase()).classes.any(Classes::ORGANISATION)
            || word.chars().count() > 2 && is_upper(word)
    };
    let words: Vec<&str> = name.split_whitespace().take(6).collect();
    (2..=5).contains(&words.len()) && !words.into_iter().any(no_name)
}

/// Whether a word has capitals and no small letters.
pub(super) fn is_upper(word: &str) -> bool {
    word.contains(char::is_uppercase) && !word.contains(char::is_lowercase)
}

/// Capitals On Most Words: the runs of capitals in a headline are no names.
fn is_headline(sentence: &Sentence<'_>) -> bool {
    let words = sentence.tokens.iter().filter(|token| token.word).count();
    let capitals = sentence.tokens.iter().filter(|token| token.word && token.capital).count();
    words >= 5 && capitals as f64 >= 0.65 * words as f64 && sentence.marks().next().is_none()
}

/// A name on one line, without what hangs on its end: "Ada Hill’s" is Ada Hill.
pub(super) fn plain(text: &str) -> String {
    let text = text.strip_suffix(['s']).filter(|rest| rest.ends_with(['\'', '’'])).unwrap_or(text);
    let text = text.strip_suffix(['\'', '’']).unwrap_or(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_matches([' ', ',']).to_owned()
}
