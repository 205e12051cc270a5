//! Whom a pronoun means, or a noun that nobody else has: of those named before it the likeliest.

use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_end, is_pause};
use super::people::{Gender, PersonId};
use super::resolve::{BACK, Resolver};
use super::sources::Source;
use super::words::{Classes, is_number};

/// No mention is likelier to be meant than this, and no paragraph counts as farther away than so many.
const CLEAREST: i32 = 8;
const FAR: usize = 4;

/// How far before somebody the reporter stands who met them.
const MET: usize = 24;

/// How far before somebody the clause begins that tells who it was.
const FOCUS: usize = 30;

/// Whom a pronoun may mean.
pub(super) struct Likely {
    pub(super) mention: Mention,
    /// With the words before it that belong to it.
    pub(super) span: Span,
    rank: i32,
    /// Whether a paragraph opens with it, and it tells of one alone.
    opens: bool,
}

impl Resolver<'_, '_> {
    /// The one named before a place who is meant there: a subject rather than another, a person rather than a title,
    /// in this paragraph rather than in one before.
    pub(super) fn nearest(&self, at: usize, wanted: Option<Gender>) -> Option<Likely> {
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let paragraph = self.paragraph_of(at);
        let mut likely: Option<Likely> = None;
        for mention in self.sources.mentions[..before].iter().rev().take(BACK) {
            // 记者找到一名女子，她告诉记者: no reporter is meant
            if self.letters((mention.start, mention.end)) == ['记', '者'] {
                continue;
            }
            let away = paragraph.saturating_sub(self.paragraph_of(mention.start)).min(FAR) as i32;
            if likely.as_ref().is_some_and(|likely| likely.rank >= CLEAREST - 2 * away) {
                break;
            }
            // 老板娘: whom the article named so
            let mention = &self.by_office(*mention);
            let fits = match mention.head {
                Head::Person(id) => self.people.may_be(id, wanted),
                Head::Title => self.gender_of(*mention).is_none_or(|title| wanted.is_none_or(|wanted| title == wanted)),
                Head::Body | Head::Paper | Head::Pronoun => false,
            };
            // 据两名与会者转述，他…
            let several = mention.head == Head::Title && wanted.is_some() && self.are_several(*mention);
            if !fits || several || self.is_passed_over(*mention) || self.is_talked_about(*mention, at) {
                continue;
            }
            let subject = self.sources.as_subject(*mention);
            let seems = match mention.head {
                Head::Person(id) => wanted.is_none_or(|wanted| self.people.seems(id, wanted)),
                _ => wanted.is_some() && self.gender_of(*mention) == wanted,
            };
            let focus = || {
                self.is_in_focus(*mention)
                    .then_some(Source { span: (mention.start, mention.end), mention: Some(*mention) })
            };
            let subject = subject.or_else(focus);
            let rank = match (matches!(mention.head, Head::Person(_)), subject) {
                (true, Some(_)) => 6,
                (false, None) if self.is_met(*mention, at) => 5,
                (true, None) | (false, Some(_)) => 4,
                (false, None) => continue,
            };
            // 公司负责人说：“…”他表示：“…”: who has just spoken
            let spoke = || {
                let last = self.unnamed.last().map(|(_, _, at)| *at);
                subject.is_some_and(|source| last.is_some_and(|last| (source.span.0..source.span.1).contains(&last)))
            };
            let last = likely.as_ref().is_none_or(|likely| matches!(likely.mention.head, Head::Person(_)));
            let title = mention.head == Head::Title && last && away == 0 && rank == 4 && wanted.is_some();
            // 普萨基: rather than 拜登, whom 他 meant, but not rather than 王丽
            let open = matches!(mention.head, Head::Person(id) if self.people.is_open(id));
            let rank = rank + i32::from(open && !seems) + 2 * i32::from(seems || title && spoke()) - 2 * away;
            // 王明透露，李华上场前，他只说了四个字
            let rank = rank + 3 * i32::from(subject.is_some() && away == 0 && self.is_telling(*mention, at));
            // 店员看见了这一幕，她说，…: no one of a paragraph before
            let same = |likely: &Likely| {
                let between = self.letters((likely.mention.end, at));
                likely.mention.head == Head::Title && !between.iter().any(|letter| is_end(*letter) || *letter == QUOTED)
            };
            // 一楼的老板正在收摊。他说，…: whoever the paragraph opens with
            let opening = |likely: &Likely| {
                let between = self.letters((likely.mention.end, at));
                likely.opens
                    && between.iter().filter(|letter| is_end(**letter)).count() < 2
                    && !between.contains(&QUOTED)
            };
            let least = |likely: &Likely| match likely.mention.head {
                Head::Title if away > 0 && opening(likely) => i32::MAX,
                _ => likely.rank + 2 * i32::from(away > 0 && same(likely)),
            };
            if likely.as_ref().is_none_or(|likely| rank > least(likely)) {
                let span = subject.map_or((mention.start, mention.end), |source| source.span);
                likely = Some(Likely { mention: *mention, span, rank, opens: self.opens_paragraph(*mention, span) });
            }
        }
        likely
    }

    /// 一楼的老板正在收摊: whether a paragraph opens with somebody without a name, and not with what many are.
    fn opens_paragraph(&self, mention: Mention, span: Span) -> bool {
        let paragraph = self.sources.page.paragraphs.get(self.paragraph_of(span.0).saturating_sub(1));
        let title = self.letters((mention.start, mention.end));
        let general = self.sources.words.classes_of(title).any(Classes::GENERAL);
        paragraph.is_some_and(|paragraph| paragraph.0 == span.0)
            && !self.are_several(mention)
            && (!general || span.0 < mention.start)
    }

    /// 站在门口的是老板娘: whether a clause is there to tell who it was.
    pub(super) fn is_in_focus(&self, mention: Mention) -> bool {
        let letters = &self.sources.page.letters;
        // 里面有一个叫王明的，…
        if matches!(letters[..mention.start], [.., '个' | '位' | '名', '叫']) && letters.get(mention.end) == Some(&'的')
        {
            return true;
        }
        if letters.get(mention.end).is_some_and(|next| !is_pause(*next) && *next != QUOTED) {
            return false;
        }
        // 她叫苏小禾
        if self.letters((0, mention.start)).ends_with(&['叫']) {
            return true;
        }
        let from = mention.start.saturating_sub(FOCUS);
        let before = letters[from..mention.start].iter().rev().take_while(|letter| !is_pause(**letter)).count();
        let from = mention.start - before;
        let is = letters[from..mention.start].windows(2).rposition(|pair| pair == ['的', '是']);
        // 老板其实是四十三岁的叶佳颖
        let office = || {
            let is = letters[from..mention.start].iter().rposition(|letter| *letter == '是')?;
            let before = self.sources.inside((from, from + is));
            let titled = before.last().is_some_and(|title| title.head == Head::Title);
            (titled && !before.iter().any(|it| matches!(it.head, Head::Person(_)))).then_some(is)
        };
        let named = matches!(mention.head, Head::Person(_));
        is.or_else(|| office().filter(|_| named))
            .is_some_and(|is| self.sources.inside((from + is, mention.start)).iter().all(|it| it.end == mention.start))
    }

    /// 两名与会者, 多位村民: whether a title is for more than one.
    pub(super) fn are_several(&self, mention: Mention) -> bool {
        let many = |number: char| is_number(number) && !matches!(number, '一' | '1');
        let before = &self.sources.page.letters[..mention.start];
        let ends = self.letters((mention.start, mention.end)).ends_with(&['们']);
        ends || matches!(before, [.., number, '名' | '位'] if many(*number))
    }

    /// A title without a number or a name, as the person whom the article named by it.
    pub(super) fn by_office(&self, mention: Mention) -> Mention {
        let title = self.letters((mention.start, mention.end));
        let before = &self.sources.page.letters[..mention.start];
        let counted = self.sources.words.longest_at_end(before, Classes::COUNTING).is_some();
        let general = self.sources.words.classes_of(title).any(Classes::GENERAL.and(Classes::AGE));
        if mention.head != Head::Title || counted || general || matches!(before, [.., '的' | '名' | '位']) {
            return mention;
        }
        let named = |id: &PersonId| self.is_named_before(*id, mention.start);
        let holder = self.people.holder(title, title, |id| named(&id)).filter(named);
        holder.map_or(mention, |id| Mention { head: Head::Person(id), ..mention })
    }

    /// 谈到王明，这位教练…: whether somebody is whom the clause before a place only tells the talk is about.
    fn is_talked_about(&self, mention: Mention, at: usize) -> bool {
        let start = self.sentence_of(at);
        if mention.start < start {
            return false;
        }
        let clause = self.sources.clause_start(start, mention.start);
        let end = mention.end
            + self.sources.page.letters[mention.end..at.max(mention.end)]
                .iter()
                .take_while(|it| !is_pause(**it))
                .count();
        end < at && self.sources.is_topic((clause, end))
    }

    /// Whether somebody says something in the sentence of a place, before it.
    fn is_telling(&self, mention: Mention, at: usize) -> bool {
        let told = self.letters((mention.end.min(at), at));
        let comma = told.iter().position(|letter| is_pause(*letter));
        let says = Classes::SAYING.and(Classes::REMARK);
        mention.start >= self.sentence_of(at)
            && comma.is_some_and(|comma| self.sources.words.longest_at_end(&told[..comma], says).is_some())
    }

    /// Where the sentence of a place begins, quotation marks aside.
    fn sentence_of(&self, at: usize) -> usize {
        let before = &self.sources.page.letters[..at];
        before.iter().rposition(|letter| is_end(*letter) || matches!(letter, '\n')).map_or(0, |end| end + 1)
    }

    /// 记者找到一名女子，她…: whether a reporter met whom a mention is for in the clause before a place.
    fn is_met(&self, mention: Mention, at: usize) -> bool {
        let near = self.letters((mention.start.saturating_sub(MET), mention.start));
        let clause = near.iter().rposition(|letter| is_pause(*letter)).map_or(near, |pause| &near[pause + 1..]);
        let meets = |pair: &[char]| matches!(pair, ['找' | '见' | '遇', '到' | '了'] | ['采', '访'] | ['联', '系']);
        at == mention.end + 1 && clause.windows(2).any(|pair| pair == ['记', '者']) && clause.windows(2).any(meets)
    }
}
