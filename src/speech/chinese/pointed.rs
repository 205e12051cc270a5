//! Whom words mean that point back: 该联合会, 该机构, 该校; 作家, where the article said 这位作家 of somebody.

use super::mentions::{Head, Mention};
use super::page::{Span, is_end, is_pause};
use super::people::{Gender, PersonId, gender};
use super::resolve::{BACK, Resolver};
use super::words::Classes;

/// How far before a title the word stands that points to somebody: 这位刚刚获奖的作家.
const POINTED: usize = 40;

/// How many paragraphs back a body is looked for.
const PARAGRAPHS: usize = 3;

impl Resolver<'_, '_> {
    /// The whole name of the body that 该联合会, 该机构 or 该校 means: the last subject that is one of its kind.
    pub(super) fn pointed_body(&self, span: Span) -> Option<String> {
        let letters = self.letters(span);
        let pointed = self.sources.words.longest(letters, Classes::POINTING)?;
        let kind = &letters[pointed..];
        let any =
            matches!(kind, ['机', '构'] | ['组', '织'] | ['单', '位'] | ['团', '体'] | ['企', '业'] | ['平', '台']);
        let school = |name: &[char]| {
            matches!(
                name,
                [.., '大' | '中' | '小' | '太' | '院' | '学', '学' | '校']
                    | [.., '学', '院']
                    | [.., '一' | '二' | '三', '中']
            )
        };
        let fits = |name: &[char]| match kind {
            ['校'] => school(name),
            [last] => name.len() > 2 && name.last() == Some(last),
            _ => any || name.ends_with(kind),
        };
        let before = self.sources.mentions.partition_point(|mention| mention.end <= span.0);
        let near = self.sources.mentions[..before].iter().rev().take(BACK);
        let mut near = near.take_while(|it| self.paragraph_of(span.0) - self.paragraph_of(it.start) < PARAGRAPHS);
        near.find_map(|mention| {
            let body = mention.head == Head::Body && fits(self.letters((mention.start, mention.end)));
            let whole = self.sources.as_subject(*mention).filter(|_| body)?.span;
            let named = self.sources.words.longest(self.letters(whole), Classes::POINTING).is_none();
            (named && whole.1 - whole.0 > kind.len()).then(|| self.sources.page.words(whole).to_owned())
        })
    }

    /// 这位刚刚获奖的作家看上去像一位老师。作家说: whom the article pointed to by a title.
    pub(super) fn so_pointed(&self, title: &[char], at: usize) -> Option<PersonId> {
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let same =
            |mention: &&Mention| mention.head == Head::Title && self.letters((mention.start, mention.end)) == title;
        let mut near = self.sources.mentions[..before].iter().rev().take(BACK).filter(same);
        near.find_map(|mention| {
            let from = mention.start.saturating_sub(POINTED);
            let ahead = self.letters((from, mention.start));
            let start = ahead.iter().rposition(|letter| is_end(*letter)).map_or(0, |end| end + 1);
            let points = |pair: &[char]| matches!(pair, ['这' | '那', '位' | '名']);
            let word = start + ahead[start..].windows(2).rposition(points)?;
            let likely = self.nearest(from + word, self.gender_of(*mention))?;
            match likely.mention.head {
                Head::Person(id) => Some(id),
                _ => None,
            }
        })
    }

    /// 记者采访了一位从事光伏行业的销售经理。上述人士表示，…: the words for the last one without a name.
    pub(super) fn last_counted(&self, at: usize) -> Option<String> {
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let near = self.sources.mentions[..before].iter().rev().take(BACK);
        let mut near = near.take_while(|it| self.paragraph_of(at) - self.paragraph_of(it.start) < 2);
        near.find_map(|mention| {
            let clause = self.sources.clause_start(mention.start.saturating_sub(POINTED), mention.start);
            let ahead = self.letters((clause, mention.start));
            let one = ahead.windows(2).rposition(|pair| matches!(pair, ['一', '位' | '名']))?;
            (mention.head == Head::Title).then(|| self.sources.page.words((clause + one + 2, mention.end)).to_owned())
        })
    }

    /// 网名“大碗叔”的店主: the name in words for somebody who has one in quotation marks.
    pub(super) fn screen_name(&self, span: Span) -> Option<String> {
        let page = self.sources.page;
        let name = self.sources.inside(span).iter().find_map(|mention| page.screen_name_at(mention.start))?;
        let owned = page.letters.get(name.span.1) == Some(&'的');
        let before = self.letters((span.0, name.span.0.max(span.0)));
        let before = before.strip_suffix(&['为']).or(before.strip_suffix(&['叫'])).unwrap_or(before);
        let called = matches!(before, [.., '网', '名'] | [.., '昵', '称']);
        (owned && called).then(|| page.words(name.inside()).to_owned())
    }

    /// 佟满仓的女儿在省城上学。父亲说: who has the relative that the article told of.
    pub(super) fn relative(&self, title: &[char], at: usize) -> Option<PersonId> {
        let kin: Vec<&[char]> = self.sources.words.relatives_of(title).collect();
        if kin.is_empty() {
            return None;
        }
        let wanted = gender(self.sources.words.classes_of(title));
        let mentions = self.sources.mentions;
        let before = mentions.partition_point(|mention| mention.end <= at);
        let near = mentions[..before].iter().enumerate().rev().take(BACK);
        near.filter(|(_, mention)| mention.head == Head::Title).find_map(|(number, mention)| {
            let word = self.letters((mention.start, mention.end));
            kin.contains(&word).then_some(())?;
            let joins =
                |owner: &&Mention| matches!(self.sources.page.letters.get(owner.end..mention.start), Some([] | ['的']));
            let owner = number.checked_sub(1).and_then(|before| mentions.get(before)).filter(joins);
            // 儿子陆嘉在城里上班: of whom the article tells
            let opens = mention.start.checked_sub(1).is_none_or(|ahead| is_pause(self.sources.page.letters[ahead]));
            let head = match owner.map(|owner| owner.head) {
                Some(Head::Pronoun) => self.nearest(owner?.start, wanted)?.mention.head,
                Some(head) => head,
                None if opens => self.nearest(mention.start, wanted)?.mention.head,
                None => return None,
            };
            match head {
                Head::Person(id) if self.people.may_be(id, wanted) => Some(id),
                _ => None,
            }
        })
    }

    /// 1998年，有人想以他的名字命名一座桥，…他写道: whom the article is about, where a paragraph opens with a year.
    pub(super) fn goes_back_to(&self, at: usize, wanted: Option<Gender>) -> Option<PersonId> {
        let span = *self.sources.page.paragraphs.get(self.paragraph_of(at).checked_sub(1)?)?;
        let dated = matches!(self.letters((span.0, at)), [a, b, c, d, '年', ..] if [a, b, c, d].iter().all(|it| it.is_ascii_digit()));
        let named = |mention: &Mention| matches!(mention.head, Head::Person(_));
        let alone = dated && !self.sources.inside((span.0, at)).iter().any(named);
        self.main
            .filter(|id| alone && wanted.is_some() && self.people.may_be(*id, wanted) && self.is_named_before(*id, at))
    }

    /// 主帅王明…。老帅说: who was named with another word for the same calling, where nobody without a name has this one.
    pub(super) fn so_called(&self, title: &[char], at: usize) -> Option<PersonId> {
        if self.unnamed.iter().any(|(known, ..)| known.ends_with(title)) {
            return None;
        }
        let named = |id: PersonId| self.is_named_before(id, at);
        let holders = self.sources.words.alike(title).filter_map(|word| self.people.holder(word, word, named));
        let mut named = holders.filter(|id| named(*id));
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }
}
