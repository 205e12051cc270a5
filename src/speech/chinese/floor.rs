//! Who has the floor: 王明说，李华走了。他说，…: 他 is 王明, for 李华 is but a word of what he says.

use super::mentions::{Head, Mention};
use super::page::{Span, is_end, is_pause};
use super::people::{Gender, PersonId};
use super::resolve::Resolver;
use super::sources::Source;

/// How many passages of one speaker are kept.
const KEPT: usize = 8;

/// The most letters of words that may be a name though no list has it.
const SHORT_NAME: usize = 3;

/// The last who spoke.
pub(super) struct Floor {
    name: String,
    speaker: Speaker,
    source: Span,
    /// What was said without a break.
    said: Vec<Span>,
    asks: bool,
    /// 有村民: some of many, whom no 他 of the same sentence means.
    some: bool,
}

#[derive(Clone, Copy)]
enum Speaker {
    Person(PersonId),
    /// 一名女子: with what the words tell.
    Unnamed(Option<Gender>),
    /// A body or a paper, which no 他 means.
    Thing,
}

impl Resolver<'_, '_> {
    /// Notes that somebody said something; `cue` is the word of saying.
    pub fn take_floor(&mut self, source: Source, name: Option<&str>, content: Span, cue: Option<Span>) {
        let Some(name) = name else {
            self.floor = None;
            return;
        };
        let known = self.people.named(name);
        let speaker = match source.mention.map(|mention| (mention, mention.head)) {
            Some((_, Head::Person(id))) => Speaker::Person(id),
            // 这位塞尔维亚人, 队长: whom the article names
            Some((_, Head::Title)) | None if known.is_some() => known.map_or(Speaker::Thing, Speaker::Person),
            // 他们: several, and no 他
            Some((it, Head::Pronoun)) if self.letters((it.start, it.end)).ends_with(&['们']) => Speaker::Thing,
            Some((it, Head::Pronoun)) => {
                let gender = match self.letters((it.start, it.end)) {
                    ['她'] => Some(Gender::Woman),
                    ['他'] => Some(Gender::Man),
                    _ => None,
                };
                self.meant.map_or(Speaker::Unnamed(gender), Speaker::Person)
            }
            // 街坊们: no 他
            Some((mention, Head::Title)) if self.are_several(mention) => Speaker::Thing,
            Some((mention, Head::Title)) => Speaker::Unnamed(self.gender_of(mention)),
            // 大鹏: a name that no list has
            None if self.may_be_a_name(source.span) => Speaker::Unnamed(None),
            Some((_, Head::Body | Head::Paper)) | None => Speaker::Thing,
        };
        let asks = name.ends_with("记者")
            || name.ends_with("記者")
            || cue.is_some_and(|cue| self.letters(cue).contains(&'问'));
        if !asks {
            self.answered = Some(name.to_owned());
        }
        let before = self.floor.take().filter(|floor| floor.name == name);
        let mut said = before.map(|floor| floor.said).unwrap_or_default();
        if said.len() >= KEPT {
            said.remove(0);
        }
        said.push(content);
        let ahead = &self.sources.page.letters[..source.span.0];
        let opening = self.letters(source.span);
        let some =
            matches!(ahead.last(), Some('有')) || matches!(opening, ['有', ..] | ['一', '些', ..] | ['不', '少', ..]);
        let some = some && source.mention.is_some_and(|mention| mention.head != Head::Pronoun);
        self.floor = Some(Floor { name: name.to_owned(), speaker, source: source.span, said, asks, some });
    }

    /// Whether a source is a person, or a pronoun for one.
    pub fn is_somebody(&self, source: Source) -> bool {
        source.mention.is_some_and(|mention| matches!(mention.head, Head::Person(_) | Head::Pronoun | Head::Title))
    }

    /// Whether words are few, and no word of the lists: 大鹏, but not 报道.
    fn may_be_a_name(&self, span: Span) -> bool {
        span.1 - span.0 <= SHORT_NAME && self.sources.words.at(self.letters(span)).all(|(length, _)| length == 1)
    }

    /// Whether no 他 means a mention: a child whom the one who spoke last told of, whoever has just asked something.
    pub fn is_passed_over(&self, mention: Mention) -> bool {
        let within = |span: &Span| (span.0..span.1).contains(&mention.start);
        let told = |floor: &Floor| mention.head == Head::Title && floor.said.iter().any(within);
        self.floor.as_ref().is_some_and(|floor| told(floor) || floor.asks && within(&floor.source))
    }

    /// 王明在一篇长文中说，…。文章写道: who has just been told to write something.
    pub(super) fn writer_of_it(&self, at: usize) -> Option<String> {
        let floor = self.floor.as_ref().filter(|floor| self.paragraph_of(floor.source.0) == self.paragraph_of(at))?;
        let said = floor.said.last()?;
        let how = self.sources.page.letters.get(floor.source.1..said.0).filter(|_| said.1 <= at)?;
        let inside = how.windows(2).any(|pair| {
            matches!(pair[1], '中' | '里' | '上') && "信文书函帖告报复章稿博刊志号栏评论》".contains(pair[0])
        });
        let writes = inside && how.contains(&'在')
            || how
                .windows(2)
                .any(|pair| matches!(pair, ['撰' | '发', '文'] | ['致' | '写' | '来' | '去', '信'] | ['致', '函']));
        writes.then(|| floor.name.clone())
    }

    /// 接线员表示“…”。至于何时，对方说: who has just spoken in the same paragraph and did not ask.
    pub(super) fn answers_here(&self, at: usize) -> Option<String> {
        let floor = self.floor.as_ref().filter(|floor| self.paragraph_of(floor.source.0) == self.paragraph_of(at))?;
        (!floor.asks).then(|| floor.name.clone())
    }

    /// 她的话引来掌声: whose words they are, though they were a question.
    pub(super) fn whose_words(&mut self, at: usize) -> Option<String> {
        let floor = self.floor.as_ref().filter(|floor| floor.asks)?;
        let Speaker::Person(id) = floor.speaker else { return None };
        let near = self.paragraph_of(at).saturating_sub(self.paragraph_of(floor.source.0)) < 2;
        let name = floor.name.clone();
        self.meant = Some(id).filter(|_| near);
        near.then_some(name)
    }

    /// Whether another whom 他 or 她 fits better stands in this paragraph before a place, outside of what was said.
    fn is_likelier_here(&self, at: usize, speaker: PersonId, wanted: Gender, floor: &Floor) -> bool {
        let start = self.sources.page.paragraphs.get(self.paragraph_of(at).saturating_sub(1)).map_or(0, |span| span.0);
        let said = |start: usize| floor.said.iter().any(|span| (span.0..span.1).contains(&start));
        self.sources.inside((start, at)).iter().any(|mention| match self.by_office(*mention).head {
            Head::Person(id) => id != speaker && !said(mention.start) && self.people.seems(id, wanted),
            Head::Title => !said(mention.start) && self.gender_of(*mention) == Some(wanted),
            Head::Body | Head::Paper | Head::Pronoun => false,
        })
    }

    /// Whether the pronoun at a place stands in its paragraph before another place as well.
    fn stands_before(&self, at: usize, source: usize) -> bool {
        let number = self.paragraph_of(source);
        let start = self.sources.page.paragraphs.get(number.saturating_sub(1)).map_or(0, |span| span.0);
        let word = self.letters((at, at + 1));
        let same = |it: &Mention| it.head == Head::Pronoun && self.letters((it.start, it.end)) == word;
        self.paragraph_of(at) == number && self.sources.inside((start, source)).iter().any(same)
    }

    /// The one who spoke last, where a pronoun can mean nobody who came up since but in what was said.
    pub fn holds_the_floor(&mut self, at: usize, wanted: Option<Gender>) -> Option<String> {
        let floor = self.floor.as_ref()?;
        // 她说，桥已修好，“…”: the same word
        if floor.source.0 == at {
            return Some(floor.name.clone());
        }
        // 她手头是一部小说。作者来信说，…。她…: whom the word meant before somebody spoke of whom nobody knows
        if let (Speaker::Person(id), Some(gender)) = (floor.speaker, wanted)
            && let Some(before) = self.meant_before[usize::from(gender == Gender::Woman)].filter(|before| *before != id)
            && self.people.is_open(id)
            && self.stands_before(at, floor.source.0)
        {
            self.meant = Some(before);
            return Some(self.person_name(before).to_owned());
        }
        let from = floor.said.last()?.0.min(floor.source.0);
        let near = self.paragraph_of(at).saturating_sub(self.paragraph_of(from)) < 2;
        let fits = match floor.speaker {
            Speaker::Person(id) => {
                let seems = |wanted| {
                    let open = self.people.is_open(id) || !self.is_likelier_here(at, id, wanted, floor);
                    self.people.seems(id, wanted) || open
                };
                self.people.may_be(id, wanted) && wanted.is_none_or(seems)
            }
            Speaker::Unnamed(gender) => gender.is_none() || wanted.is_none() || gender == wanted,
            // 路透社注意到，…。其认为，…
            Speaker::Thing => wanted.is_none(),
        };
        // 读者去信反驳，说他“…”，他回信道: another than the one who says it
        let of_him = self.sources.page.letters.get(floor.source.1..at).unwrap_or_default().windows(2);
        let of_him = wanted.is_some()
            && floor.said.len() == 1
            && of_him.clone().any(|pair| {
                matches!(pair, ['说' | '說' | '骂' | '罵' | '称' | '稱' | '夸' | '批' | '讽', '他' | '她'])
                    && pair[1] == self.sources.page.letters[at]
            });
        if of_him && let Some(floor) = &mut self.floor {
            floor.asks = true;
            return None;
        }
        let floor = self.floor.as_ref()?;
        // 有村民反映路基塌了，他回应说，…
        let between = self.sources.page.letters.get(floor.source.1..at).unwrap_or_default();
        if floor.some && wanted.is_some() && !between.iter().any(|letter| is_end(*letter)) {
            return None;
        }
        if !near || !fits || floor.asks || from >= at {
            return None;
        }
        let inside = |span: &Span, start: usize| (span.0..span.1).contains(&start);
        let said = |start: usize| inside(&floor.source, start) || floor.said.iter().any(|span| inside(span, start));
        let comes_up = |head: Head| matches!(head, Head::Person(_) | Head::Title);
        let since = self.sources.inside((from, at)).iter();
        let mut since = since.filter(|mention| comes_up(mention.head) && !said(mention.start));
        // 王明的电话无人接听。他…: the sentence was about him
        let owns = |mention: &Mention| {
            let ahead = self.sources.page.letters.get(mention.start.wrapping_sub(1));
            let opens = ahead.is_some_and(|ahead| is_pause(*ahead));
            matches!(mention.head, Head::Person(_))
                && opens
                && self.sources.page.letters.get(mention.end) == Some(&'的')
        };
        if since
            .any(|mention| owns(mention) || self.is_in_focus(*mention) || self.sources.as_subject(*mention).is_some())
        {
            return None;
        }
        let name = floor.name.clone();
        if let Speaker::Person(id) = floor.speaker {
            self.meant = Some(id);
            self.people.learn_gender(id, wanted);
        }
        Some(name)
    }
}
