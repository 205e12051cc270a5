//! The people of an article: one entry each, with the offices they hold and what tells their gender.

use std::collections::HashMap;

use super::names::is_dotted;
use super::words::{Classes, Words};

/// How many people of one surname, or of one title, are looked at.
const ALIKE: usize = 32;

/// The most letters of a name that a part of it may stand for.
const LONGEST_PARTED: usize = 4;

/// How many letters a foreign name has that is called without its first.
const LONG: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PersonId(usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Woman,
    Man,
}

struct Person {
    /// As the article writes it.
    name: String,
    offices: Vec<Vec<char>>,
    gender: Option<Gender>,
    /// Whether the given name is mostly a woman's; of a foreign one without such letters nobody knows.
    seems_woman: bool,
    foreign: bool,
    /// What stood beside the surname of somebody who was named by it alone: 女士.
    courtesy: Vec<char>,
}

impl Person {
    /// Whether somebody came in as a relative of another: 儿子陆嘉.
    fn is_kin(&self, words: &Words) -> bool {
        self.offices.iter().any(|office| words.longest_at_end(office, Classes::KIN).is_some())
    }

    /// Whether somebody wrote the article: 记者王明.
    fn is_reporter(&self) -> bool {
        self.offices.iter().any(|office| office.ends_with(&['记', '者']) || office.ends_with(&['通', '讯', '员']))
    }
}

#[derive(Default)]
pub(super) struct People {
    list: Vec<Person>,
    by_name: HashMap<Vec<char>, PersonId>,
    by_surname: HashMap<Vec<char>, Vec<PersonId>>,
    /// By the first two letters and by the last two; nobody where several share them.
    by_part: HashMap<[char; 2], Option<PersonId>>,
    by_title: HashMap<Vec<char>, Vec<PersonId>>,
    /// By all letters but the first of a long foreign name: 罗斯迪 of 旺罗斯迪.
    by_ending: HashMap<Vec<char>, PersonId>,
}

impl People {
    pub fn name(&self, id: PersonId) -> &str {
        self.list.get(id.0).map_or("", |person| &person.name)
    }

    /// Whom the article calls so.
    pub fn named(&self, name: &str) -> Option<PersonId> {
        let letters: Vec<char> = name.chars().collect();
        self.by_name.get(&letters).copied().filter(|id| self.name(*id) == name)
    }

    /// What somebody is, as the article says it.
    pub fn offices(&self, id: PersonId) -> impl Iterator<Item = &[char]> {
        self.list.get(id.0).into_iter().flat_map(|person| person.offices.iter().map(Vec::as_slice))
    }

    /// Whether somebody can be meant by 他 or 她.
    pub fn may_be(&self, id: PersonId, gender: Option<Gender>) -> bool {
        let known = self.list.get(id.0).and_then(|person| person.gender);
        gender.is_none() || known.is_none() || known == gender
    }

    /// How well somebody goes with 他 or 她: known to, or by the letters of the name.
    pub fn seems(&self, id: PersonId, gender: Gender) -> bool {
        let person = self.list.get(id.0);
        person.is_some_and(|person| match person.gender {
            Some(known) => known == gender,
            None => person.seems_woman == (gender == Gender::Woman),
        })
    }

    /// Whether nobody knows the gender of somebody: 普萨基.
    pub fn is_open(&self, id: PersonId) -> bool {
        self.list.get(id.0).is_some_and(|person| person.gender.is_none() && person.foreign && !person.seems_woman)
    }

    /// Whether somebody wrote the article or asks in it.
    pub fn is_reporter(&self, id: PersonId) -> bool {
        self.list.get(id.0).is_some_and(Person::is_reporter)
    }

    pub fn learn_gender(&mut self, id: PersonId, gender: Option<Gender>) {
        if let Some(person) = self.list.get_mut(id.0) {
            person.gender = person.gender.or(gender);
        }
    }

    /// The person of a full name; the last part of a foreign name leads to the whole of it.
    pub fn add(&mut self, name: &str, letters: &[char], words: &Words) -> PersonId {
        if let Some(id) = self.by_name.get(letters) {
            return *id;
        }
        if let Some(id) = self.by_ending.get(letters) {
            return *id;
        }
        let id = self.enter(name, letters.iter().skip(1).any(|letter| words.is_female(*letter)));
        if let Some(person) = self.list.get_mut(id.0) {
            // 谈瑞麟
            let rare = letters.len() < LONG && letters.first().is_some_and(|first| words.is_rare_surname(*first));
            let native = words.native_name(letters).is_some_and(|reading| reading.longest() >= letters.len());
            person.foreign = !native && !rare;
        }
        self.by_name.insert(letters.to_vec(), id);
        if self.list.get(id.0).is_some_and(|person| person.foreign) && letters.len() == LONG && !is_dotted(letters) {
            self.by_ending.insert(letters[1..].to_vec(), id);
        }
        self.enter_parts(letters, id);
        for part in words.parts(letters) {
            let known = *self.by_name.entry(part.to_vec()).or_insert(id);
            // 莫罗 in the heading, 让·莫罗 below it
            if known != id && self.name(known).chars().count() == part.len() {
                self.rename(known, id);
                self.by_name.insert(part.to_vec(), id);
            }
        }
        if let Some(surname) = words.surname(letters).filter(|_| !is_dotted(letters)) {
            self.by_surname.entry(letters[..surname].to_vec()).or_default().push(id);
        }
        id
    }

    fn enter(&mut self, name: &str, seems_woman: bool) -> PersonId {
        self.list.push(Person {
            name: name.to_owned(),
            offices: Vec::new(),
            gender: None,
            seems_woman,
            foreign: false,
            courtesy: Vec::new(),
        });
        PersonId(self.list.len() - 1)
    }

    /// Two entries are one person; both have the name of the second.
    pub fn rename(&mut self, id: PersonId, as_this: PersonId) {
        let Some(name) = self.list.get(as_this.0).map(|person| person.name.clone()) else { return };
        if let Some(person) = self.list.get_mut(id.0) {
            person.name = name;
        }
    }

    /// The only one whose name of three letters or more begins or ends with two: 川岛 of 川岛信.
    pub fn by_part(&self, part: &[char]) -> Option<PersonId> {
        let [first, second] = *part else { return None };
        self.by_part.get(&[first, second]).copied().flatten()
    }

    fn enter_parts(&mut self, letters: &[char], id: PersonId) {
        if let [first, second, .., before, last] | [first, second @ before, last] = *letters
            && letters.len() <= LONGEST_PARTED
        {
            for part in [[first, second], [before, last]] {
                let known = self.by_part.entry(part).or_insert(Some(id));
                *known = known.filter(|known| *known == id);
            }
        }
    }

    pub fn has_surname(&self, surname: &[char]) -> bool {
        self.by_surname.contains_key(surname)
    }

    /// Somebody by a surname and what stands beside it: 王教授, 老张. Who holds that office comes first, then the
    /// last who was named.
    pub fn by_surname(&mut self, surname: &[char], honour: &[char], words_here: &str, words: &Words) -> PersonId {
        let classes = words.classes_of(honour);
        let gender = gender(classes);
        let alike = self.by_surname.get(surname).map_or(&[][..], Vec::as_slice);
        let mut best: Option<(u8, PersonId)> = None;
        for id in alike.iter().rev().take(ALIKE) {
            let Some(person) = self.list.get(id.0) else { continue };
            if !self.may_be(*id, gender) || person.is_reporter() && !honour.ends_with(&['者']) {
                continue;
            }
            // 李女士 is not 李师傅, though 王女士 may be 王阿姨, and 张先生 张老师
            let master = |courtesy: &[char]| courtesy.ends_with(&['师', '傅']);
            let woman = |courtesy: &[char]| self::gender(words.classes_of(courtesy)) == Some(Gender::Woman);
            let known = &person.courtesy;
            if woman(known) && master(honour) || master(known) && woman(honour) {
                continue;
            }
            let holds = person.offices.iter().any(|office| contains(office, honour));
            let other = classes.any(Classes::TITLE) && !person.offices.is_empty() && !holds;
            // 儿子陆嘉: 陆师傅 is rather his father
            let kin = person.is_kin(words) && !classes.any(Classes::KIN);
            let fit = match (holds, kin, other) {
                (true, ..) => 3,
                (_, true, _) => 0,
                (_, _, true) => 1,
                _ => 2,
            };
            if best.is_none_or(|(highest, _)| fit > highest) {
                best = Some((fit, *id));
            }
        }
        let id = best.map_or_else(
            || {
                let id = self.enter(words_here, false);
                self.by_surname.entry(surname.to_vec()).or_default().push(id);
                if let Some(person) = self.list.get_mut(id.0) {
                    person.courtesy = honour.to_vec();
                }
                id
            },
            |(_, id)| id,
        );
        // 李姓女教师, who is 李老师 later
        if let Some(person) = self.list.get_mut(id.0)
            && person.name.chars().nth(surname.len()) == Some('姓')
            && honour.len() > 1
            && honour[0] != '姓'
        {
            person.name = words_here.to_owned();
        }
        self.learn_gender(id, gender);
        id
    }

    /// Notes what somebody is.
    pub fn give_role(&mut self, id: PersonId, office: &[char], words: &Words) {
        let Some(length) = words.longest_at_end(office, Classes::TITLE.and(Classes::HONOUR)) else { return };
        let title = &office[office.len() - length..];
        self.learn_gender(id, gender(words.classes_of(title)));
        // 新闻发言人 is 发言人 as well, but 副校长 no 校长
        let is_same = |from: &usize| {
            let dropped = &title[..*from];
            let lower = dropped.iter().any(|letter| "副前原助代".contains(*letter));
            // 代表律师 is a lawyer, 代理院长 no 院长 yet
            let lower = lower && !(dropped.first() == Some(&'代') && title.ends_with(&['律', '师']));
            *from == 0 || !lower && words.classes_of(&title[*from..]).any(Classes::TITLE)
        };
        for from in (0..length).filter(is_same) {
            let holders = self.by_title.entry(title[from..].to_vec()).or_default();
            if holders.last() != Some(&id) {
                holders.push(id);
            }
        }
        // 董事长兼总裁: both
        if let Some(other) = office[..office.len() - length].strip_suffix(&['兼']) {
            self.give_role(id, other, words);
        }
        if let Some(person) = self.list.get_mut(id.0)
            && person.offices.len() < ALIKE
            && !person.offices.iter().any(|known| known == office)
        {
            person.offices.push(office.to_vec());
        }
    }

    /// The only one of a title among those whom `before` takes.
    pub fn only_holder(&self, title: &[char], before: impl Fn(PersonId) -> bool) -> Option<PersonId> {
        let mut holders = self.by_title.get(title)?.iter().rev().take(ALIKE).copied().filter(|id| before(*id));
        let first = holders.next()?;
        holders.all(|other| other == first).then_some(first)
    }

    /// Who holds an office that is named without a name: 校长. Of several, the one of the fuller office.
    /// Those whom `before` takes go first.
    pub fn holder(&self, office: &[char], title: &[char], before: impl Fn(PersonId) -> bool) -> Option<PersonId> {
        let holders = self.by_title.get(title)?;
        let fits = |id: &&PersonId| {
            let person = self.list.get(id.0);
            person.is_some_and(|person| person.offices.iter().any(|known| contains(known, office)))
        };
        let mut fitting = holders.iter().rev().take(ALIKE).filter(fits).copied();
        let last = fitting.clone().next();
        fitting.find(|id| before(*id)).or(last)
    }
}

/// The gender that a title tells.
pub(super) fn gender(classes: Classes) -> Option<Gender> {
    if classes.any(Classes::WOMAN) {
        Some(Gender::Woman)
    } else if classes.any(Classes::MAN) {
        Some(Gender::Man)
    } else {
        None
    }
}

fn contains(office: &[char], part: &[char]) -> bool {
    !part.is_empty() && office.windows(part.len()).any(|window| window == part)
}
