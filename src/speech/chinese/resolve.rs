//! Who a source is: its name, the office it holds, or the one whom a pronoun means.

use std::collections::BTreeMap;

use super::mentions::{Head, Mention};
use super::page::Span;
use super::people::{Gender, People, PersonId, gender};
use super::sources::{Source, Sources};
use super::words::Classes;

/// How many mentions before a pronoun are looked at.
const BACK: usize = 80;

/// Names the speakers of an article, in the order of its text.
pub(super) struct Resolver<'p, 't> {
    sources: &'p Sources<'p, 't>,
    people: People,
    /// Whom the article names most.
    main: Option<PersonId>,
    /// Those without a name who spoke, newest last, by the words for them.
    unnamed: Vec<(Vec<char>, String)>,
}

impl<'p, 't> Resolver<'p, 't> {
    pub fn of(sources: &'p Sources<'p, 't>, people: People) -> Self {
        let mut times: BTreeMap<PersonId, usize> = BTreeMap::new();
        for mention in sources.mentions {
            if let Head::Person(id) = mention.head {
                *times.entry(id).or_default() += 1;
            }
        }
        let main = times.iter().max_by_key(|(id, times)| (**times, std::cmp::Reverse(**id))).map(|(id, _)| *id);
        Self { sources, people, main, unnamed: Vec::new() }
    }

    /// The name of a source; none for a pronoun that leads to nobody.
    pub fn name(&mut self, source: Source) -> Option<String> {
        let Some(mention) = source.mention else {
            let words = self.sources.page.words(source.span);
            return (words != "有人").then(|| words.to_owned());
        };
        match mention.head {
            Head::Person(id) => Some(self.people.name(id).to_owned()),
            Head::Pronoun => self.of_pronoun(mention),
            Head::Title | Head::Body | Head::Paper => Some(self.of_office(source.span, mention)),
        }
    }

    fn letters(&self, span: Span) -> &'p [char] {
        &self.sources.page.letters[span.0..span.1]
    }

    fn of_office(&mut self, span: Span, mention: Mention) -> String {
        let words = self.sources.words;
        let letters = self.letters(span);
        let pointed = words.longest(letters, Classes::POINTING);
        let counted = words.longest(letters, Classes::COUNTING);
        let start = span.0 + pointed.or(counted).unwrap_or(0).min(mention.end - span.0 - 1);
        let office = self.letters((start, span.1));
        let title = self.letters((mention.start.max(start), span.1));
        let general = words.classes_of(title).any(Classes::GENERAL);
        if counted.is_none()
            && mention.head == Head::Title
            && (pointed.is_some() || !general)
            && let Some(id) = self.people.holder(office, title)
        {
            return self.people.name(id).to_owned();
        }
        if pointed.is_some() {
            let mut before = self.unnamed.iter().rev().take(BACK);
            let same = before.clone().find(|(known, _)| known.ends_with(title));
            // 这位知情人士: whoever it was
            if let Some((_, name)) = same.or_else(|| before.next().filter(|_| general)) {
                return name.clone();
            }
        }
        let name = self.sources.page.words((start, span.1)).to_owned();
        self.unnamed.push((office.to_vec(), name.clone()));
        name
    }

    /// The nearest subject before a pronoun whom it can mean.
    fn of_pronoun(&mut self, pronoun: Mention) -> Option<String> {
        let words = self.letters((pronoun.start, pronoun.end));
        let wanted = match words {
            ['她'] => Some(Gender::Woman),
            ['他'] => Some(Gender::Man),
            ['其' | '它'] => None,
            _ => return None,
        };
        let before = self.sources.mentions.partition_point(|mention| mention.end <= pronoun.start);
        let mut likely: Option<(u8, Mention, Span)> = None;
        for mention in self.sources.mentions[..before].iter().rev().take(BACK) {
            let fits = match mention.head {
                Head::Person(id) => self.people.may_be(id, wanted),
                Head::Title => {
                    let title = self.gender_of(*mention);
                    wanted.is_none() || title.is_none() || title == wanted
                }
                Head::Body | Head::Paper | Head::Pronoun => false,
            };
            if !fits {
                continue;
            }
            let person = matches!(mention.head, Head::Person(_));
            let seems =
                matches!((mention.head, wanted), (Head::Person(id), Some(wanted)) if self.people.seems(id, wanted));
            let subject = self.sources.as_subject(*mention);
            let told = !person && wanted.is_some() && self.gender_of(*mention) == wanted;
            let rank = match (person, subject) {
                (true, Some(_)) => 3 + u8::from(seems),
                (false, Some(_)) => {
                    if told {
                        3
                    } else {
                        2
                    }
                }
                (true, None) => 2,
                (false, None) => 0,
            };
            if rank > likely.map_or(0, |(highest, ..)| highest) {
                likely = Some((rank, *mention, subject.map_or((mention.start, mention.end), |source| source.span)));
            }
            if rank >= 3 {
                break;
            }
        }
        let (_, mention, span) = likely?;
        match mention.head {
            Head::Person(id) => {
                self.people.learn_gender(id, wanted);
                Some(self.people.name(id).to_owned())
            }
            _ => Some(self.of_office(span, mention)),
        }
    }

    /// The gender that the words of a title tell.
    fn gender_of(&self, mention: Mention) -> Option<Gender> {
        gender(self.sources.words.classes_of(self.letters((mention.start, mention.end))))
    }

    /// The one interviewed.
    pub fn main(&self) -> Option<&str> {
        self.main.map(|id| self.people.name(id))
    }

    pub fn person_name(&self, id: PersonId) -> &str {
        self.people.name(id)
    }
}
