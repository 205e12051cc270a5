//! Who a source is: its name, the office it holds, or the one whom a pronoun means.

use std::collections::BTreeMap;

use super::floor::Floor;
use super::media::{Medium, media};
use super::mentions::{Head, Mention};
use super::page::Span;
use super::people::{Gender, People, PersonId, gender};
use super::sources::{Source, Sources};
use super::unnamed::without_brackets;
use super::words::Classes;

/// How many mentions before a pronoun are looked at.
pub(super) const BACK: usize = 80;

/// How many paragraphs may be headings above an article.
const HEAD: usize = 4;

/// Names the speakers of an article, in the order of its text.
pub(super) struct Resolver<'p, 't> {
    pub(super) sources: &'p Sources<'p, 't>,
    pub(super) people: People,
    /// Whom the article names most.
    pub(super) main: Option<PersonId>,
    /// The media that report something, in order: where, and the words for each.
    pub(super) media: Vec<Medium>,
    /// Where each is named first.
    first_named: BTreeMap<PersonId, usize>,
    /// Those without a name who spoke, newest last, by the words for them and where they stood.
    pub(super) unnamed: Vec<(Vec<char>, String, usize)>,
    /// The last whom no list has: 青山股份, which may be 公司 later.
    pub(super) unlisted: Option<String>,
    /// Whom the last pronoun meant.
    pub(super) meant: Option<PersonId>,
    /// The last who spoke and did not ask.
    pub(super) answered: Option<String>,
    /// Whom the last 他 and the last 她 meant that named a speaker.
    pub(super) meant_before: [Option<PersonId>; 2],
    /// Who speaks, and what was said.
    pub(super) floor: Option<Floor>,
}

impl<'p, 't> Resolver<'p, 't> {
    pub fn of(sources: &'p Sources<'p, 't>, people: People) -> Self {
        let mut times: BTreeMap<PersonId, usize> = BTreeMap::new();
        let mut first_named: BTreeMap<PersonId, usize> = BTreeMap::new();
        for mention in sources.mentions {
            if let Head::Person(id) = mention.head {
                *times.entry(id).or_default() += 1;
                first_named.entry(id).or_insert(mention.start);
            }
        }
        // who asks is nobody an interview is about
        times.retain(|id, _| !people.is_reporter(*id));
        let main = times.iter().max_by_key(|(id, times)| (**times, std::cmp::Reverse(**id))).map(|(id, _)| *id);
        Self {
            sources,
            people,
            main,
            media: media(sources),
            first_named,
            unnamed: Vec::new(),
            unlisted: None,
            meant: None,
            answered: None,
            meant_before: [None; 2],
            floor: None,
        }
    }

    pub fn sources(&self) -> &'p Sources<'p, 't> {
        self.sources
    }

    /// The name of a source; none for a pronoun that leads to nobody.
    pub fn name(&mut self, source: Source) -> Option<String> {
        // 曾任顾问的让·莫罗: 的 is no part of the words
        let owned = self.letters(source.span).first() == Some(&'的') && source.span.1 > source.span.0 + 2;
        let source = Source { span: (source.span.0 + usize::from(owned), source.span.1), ..source };
        // 主帅王霜的: the one whose words they are
        let whose = self.letters(source.span).strip_suffix(&['的']).map(|it| source.span.0 + it.len());
        let whose = whose.and_then(|end| self.sources.inside((source.span.0, end)).last().filter(|it| it.end == end));
        if let Some(owner) = self.owner(source) {
            return self.whose_words(owner.start).or_else(|| self.of_pronoun(owner));
        }
        let Some(mention) = source.mention.or(whose.copied()) else {
            return self.of_words(source.span);
        };
        match mention.head {
            Head::Person(id) => Some(self.people.name(id).to_owned()),
            Head::Pronoun => self.of_pronoun(mention),
            // 网名“大碗叔”的店主
            Head::Title if let Some(name) = self.screen_name(source.span) => Some(name),
            Head::Body if self.is_counterpart(source.span) => {
                self.counterpart(source.span.0).or_else(|| Some(self.of_office(source.span, mention)))
            }
            Head::Title | Head::Body | Head::Paper => Some(self.of_office(source.span, mention)),
        }
    }

    /// 他的调查, 她的话引来掌声: the pronoun for whoever it is whose words a source is.
    fn owner(&self, source: Source) -> Option<Mention> {
        let owner = *self.sources.inside(source.span).first()?;
        let behind = self.letters((owner.end, source.span.1.max(owner.end)));
        let words = matches!(behind, ['的', '话', ..] | ['的', '声' | '语' | '嗓', '音' | '气' | '子', ..]);
        let paper = source.mention.is_none_or(|mention| mention.head == Head::Paper);
        let owns = owner.head == Head::Pronoun && owner.start == source.span.0 && behind.first() == Some(&'的');
        (owns && (words || paper)).then_some(owner)
    }

    /// Whether a source speaks for a state or a body: 外交部发言人王明.
    pub fn is_official(&self, source: Source) -> bool {
        let is_office = |office: &[char]| self.sources.words.longest_at_end(office, Classes::OFFICIAL).is_some();
        match source.mention.map(|mention| mention.head) {
            Some(Head::Person(id)) => self.people.offices(id).any(is_office),
            Some(Head::Title) => is_office(self.letters(source.span)),
            _ => false,
        }
    }

    pub(super) fn letters(&self, span: Span) -> &'p [char] {
        &self.sources.page.letters[span.0..span.1]
    }

    pub(super) fn is_named_before(&self, id: PersonId, at: usize) -> bool {
        self.first_named.get(&id).is_none_or(|first| *first < at)
    }

    /// Whether a place is in a heading above the article, which means somebody who is named below.
    fn stands_in_head(&self, at: usize) -> bool {
        let number = self.paragraph_of(at);
        let paragraph = self.sources.page.paragraphs.get(number.saturating_sub(1)).filter(|_| number <= HEAD);
        paragraph.is_some_and(|span| !self.letters(*span).contains(&'。'))
    }

    fn of_office(&mut self, span: Span, mention: Mention) -> String {
        let words = self.sources.words;
        if let Some(name) = self.of_paper(span, mention) {
            return name;
        }
        let letters = self.letters(span);
        // 该院一名医生: somebody new
        let new = (1..letters.len()).any(|at| words.longest(&letters[at..], Classes::COUNTING) > Some(1));
        let pointed = words.longest(letters, Classes::POINTING).filter(|_| !new);
        // 有[个男孩]
        let one = || matches!(letters, ['个' | '位', _, _, ..]).then_some(1);
        let counted = words.longest(letters, Classes::COUNTING).or_else(one);
        let start = span.0 + pointed.or(counted).unwrap_or(0).min(mention.end.saturating_sub(span.0 + 1));
        let office = self.letters((start, span.1));
        let title = self.letters((mention.start.max(start), span.1));
        let general = words.classes_of(title).any(Classes::GENERAL);
        // 上述人士: somebody whom the article does not name
        let nameless = title.ends_with(&['人', '士']) || title.ends_with(&['知', '情', '人']);
        if counted.is_none()
            && mention.head == Head::Title
            && (pointed.is_some() || !general)
            && let Some(id) = self.people.holder(office, title, |id| self.is_named_before(id, span.0))
            && (office != title || self.is_named_before(id, span.0) || self.stands_in_head(span.0))
        {
            return self.people.name(id).to_owned();
        }
        // 央行副行长：…: the only one whom the article below the heading names with the title
        if pointed.is_none()
            && counted.is_none()
            && mention.head == Head::Title
            && !general
            && self.stands_in_head(span.0)
            && let Some(id) = self.people.only_holder(title, |_| true)
        {
            return self.people.name(id).to_owned();
        }
        // 这位不到四十岁的书记: who was named with the title, whatever else is told
        if pointed == Some(2)
            && mention.head == Head::Title
            && !general
            && let Some(id) = self.people.only_holder(title, |id| self.is_named_before(id, span.0))
        {
            return self.people.name(id).to_owned();
        }
        if pointed.is_some() {
            let mut before = self.unnamed.iter().rev().take(BACK);
            // 该工作人员: the one who spoke in this paragraph, whatever the words were
            let here = self.sources.page.paragraphs.get(self.paragraph_of(span.0).saturating_sub(1));
            let here = |at: usize| here.is_some_and(|here| here.0 <= at);
            // the reporter only asks
            let mut answers = before.clone().filter(|(known, ..)| !known.ends_with(&['记', '者']));
            // 这位老把式, not 该局负责人
            let alone = pointed == Some(2) || start == mention.start;
            // 该公司董秘办人士: nobody who was called otherwise
            let body = self.letters((start, mention.start.max(start)));
            let of_body = |known: &[char]| {
                pointed != Some(1) || body.is_empty() || known.windows(body.len()).any(|it| it == body)
            };
            // 这名男子
            let anyone = general || pointed == Some(2) && self.gender_of(mention).is_some();
            // 这名要求匿名的前员工: nobody who was named
            let hides = |pair: &[char]| matches!(pair, ['匿', '名'] | ['具', '名'] | ['姓', '名'] | ['化', '名']);
            let hidden = letters.windows(2).any(hides);
            if let Some((_, name, _)) = answers.clone().next().filter(|_| hidden) {
                return name.clone();
            }
            // 这位52岁的退休护士: somebody who was named is told of
            let told = pointed == Some(2) && mention.start >= start + 2 && mention.head == Head::Title;
            let likely = if told { self.nearest(span.0, self.gender_of(mention)) } else { None };
            if let Some(Head::Person(id)) = likely.filter(|it| here(it.mention.start)).map(|it| it.mention.head) {
                return self.people.name(id).to_owned();
            }
            let last = answers.next().filter(|(_, _, at)| anyone && alone && here(*at));
            let same = last.or_else(|| before.clone().find(|(known, ..)| known.ends_with(title) && of_body(known)));
            let alike = |known: &[char]| {
                of_body(known) && (known.ends_with(&['人', '士']) || known.ends_with(&['知', '情', '人']))
            };
            let same = same.or_else(|| before.clone().find(|(known, ..)| nameless && alike(known)));
            if let Some((_, name, _)) = same {
                return name.clone();
            }
            // 这位国际组织的代表: the one who was named
            let likely = || self.nearest(span.0, self.gender_of(mention)).map(|likely| likely.mention);
            let named = || likely().filter(|_| mention.head == Head::Title && alone);
            let first = if nameless || general && pointed != Some(2) { None } else { named() };
            // 记者采访了县政府负责人。该负责人表示，…
            let called = self.last_so_called(span.0, title).filter(|_| alone);
            let later = |likely: &Mention| called.as_ref().is_some_and(|(at, _)| *at > likely.end);
            if let Some(Head::Person(id)) = first.filter(|likely| !later(likely)).map(|likely| likely.head) {
                return self.people.name(id).to_owned();
            }
            if let Some((_, name)) = called {
                self.unnamed.push((title.to_vec(), name.clone(), span.0));
                return name;
            }
            // 负责人说，…。该人士表示，…
            let spoke = before.clone().find(|(known, ..)| words.longest_at_end(known, Classes::TITLE).is_some());
            let near = |at: usize| self.paragraph_of(span.0).saturating_sub(self.paragraph_of(at)) < 2;
            if let Some((_, name, _)) = spoke.filter(|(_, _, at)| nameless && alone && near(*at)) {
                return name.clone();
            }
            // 这位知情人士: whoever it was
            if let Some((_, name, _)) = before.next().filter(|_| general && alone) {
                return name.clone();
            }
            if let Some(Head::Person(id)) = named().map(|likely| likely.head) {
                return self.people.name(id).to_owned();
            }
            if let Some(name) = self.last_counted(span.0).filter(|_| nameless && of_body(&[])) {
                return name;
            }
        }
        if counted.is_none()
            && mention.head == Head::Title
            && office == title
            && let Some(id) = self.so_called(title, span.0).or_else(|| {
                let so_pointed = || if general { None } else { self.so_pointed(title, span.0) };
                let found = || so_pointed().or_else(|| self.relative(title, span.0));
                pointed.is_none().then(found).flatten()
            })
        {
            return self.people.name(id).to_owned();
        }
        if counted.is_none()
            && pointed.is_none()
            && office == title
            && let Some(id) = self.of_age(span.0, mention)
        {
            return self.people.name(id).to_owned();
        }
        if counted.is_none()
            && pointed.is_none()
            && office == title
            && let Some(name) = self.unnamed_of_age(span.0, mention)
        {
            return name;
        }
        // 公司: the one that spoke by its whole name
        if mention.head == Head::Body && (pointed.is_some() || office == title) {
            let mut before = self.unnamed.iter().rev().take(BACK);
            let whole = before.find(|(known, ..)| known.len() > title.len() && known.ends_with(title));
            let unlisted = self.unlisted.as_ref().filter(|_| title.ends_with(&['公', '司']));
            if let Some(name) = whole.map(|(_, name, _)| name).or(unlisted) {
                return name.clone();
            }
            if let Some(name) = self.pointed_body(span).filter(|_| pointed.is_some()) {
                return name;
            }
        }
        // 该公司 is called so where it has no other name
        let shown = if pointed.is_some() && mention.head == Head::Body { span.0 } else { start };
        let name = without_brackets(self.sources.page.words((shown, span.1)));
        self.unnamed.push((office.to_vec(), name.clone(), span.0));
        name
    }

    /// Whom a pronoun means.
    fn of_pronoun(&mut self, pronoun: Mention) -> Option<String> {
        let name = self.meant_by(pronoun);
        let woman = match self.letters((pronoun.start, pronoun.end)) {
            ['她'] => Some(true),
            ['他'] => Some(false),
            _ => None,
        };
        if let (Some(woman), Some(id)) = (woman, self.meant) {
            self.meant_before[usize::from(woman)] = Some(id);
        }
        name
    }

    fn meant_by(&mut self, pronoun: Mention) -> Option<String> {
        let wanted = match self.letters((pronoun.start, pronoun.end)) {
            ['她'] => Some(Gender::Woman),
            ['他'] => Some(Gender::Man),
            ['其' | '它'] => None,
            ['他' | '她', '们'] => return self.of_several(pronoun),
            ['后', '者'] => return self.latter(pronoun.start, false),
            ['前', '者'] => return self.latter(pronoun.start, true),
            ['有', '人'] => {
                self.meant = None;
                return Some(self.sources.page.words((pronoun.start, pronoun.end)).to_owned());
            }
            _ => return None,
        };
        self.meant = None;
        if let Some(id) = self.goes_back_to(pronoun.start, wanted) {
            self.meant = Some(id);
            return Some(self.people.name(id).to_owned());
        }
        if let Some(name) = self.holds_the_floor(pronoun.start, wanted) {
            return Some(name);
        }
        let likely = self.nearest(pronoun.start, wanted)?;
        match likely.mention.head {
            Head::Person(id) => {
                self.meant = Some(id);
                self.people.learn_gender(id, wanted);
                Some(self.people.name(id).to_owned())
            }
            _ => Some(self.of_office(likely.span, likely.mention)),
        }
    }

    pub(super) fn paragraph_of(&self, at: usize) -> usize {
        self.sources.page.paragraphs.partition_point(|paragraph| paragraph.0 <= at)
    }

    /// The gender that the words of a title tell.
    pub(super) fn gender_of(&self, mention: Mention) -> Option<Gender> {
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
