//! Whom a word for an age alone means: 老人, 小伙子, where the article brought in nobody by it; and whom the article calls old.

use super::mentions::{Head, Mention};
use super::page::{QUOTED, is_pause};
use super::people::{Gender, PersonId};
use super::resolve::{BACK, Resolver};
use super::words::{Classes, is_han};

impl Resolver<'_, '_> {
    /// 王桂兰的茶馆…。老人说: the one who was named, where nobody else came up by that word.
    pub(super) fn of_age(&self, at: usize, mention: Mention) -> Option<PersonId> {
        if !self.sources.words.classes_of(self.letters((mention.start, mention.end))).any(Classes::AGE) {
            return None;
        }
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let near = self.sources.mentions[..before].iter().rev().take(BACK);
        let own = self.letters((mention.start, mention.end));
        // 一位老人走进店里: somebody new
        let is_new = |start: usize| {
            let clause = self.sources.clause_start(start.saturating_sub(COUNTED), start);
            let ahead = self.letters((clause, start));
            (0..ahead.len()).any(|at| self.sources.words.longest(&ahead[at..], Classes::COUNTING) > Some(1))
        };
        let brought = near.clone().find(|other| {
            other.head == Head::Title && is_new(other.start) && {
                let other = self.letters((other.start, other.end));
                other.ends_with(own) || own.ends_with(other)
            }
        });
        let likely = self.nearest(at, self.gender_of(mention))?;
        // 一名老人…，闻老太: another word for the same age is in the name
        let same =
            self.sources.words.longest_at_end(self.letters((likely.mention.start, likely.mention.end)), Classes::AGE);
        let newer = brought.is_none_or(|brought| same.is_some() && brought.start < likely.mention.start);
        // 志愿者小唐递上水，老人摆摆手
        let young = matches!(likely.mention.head, Head::Person(id) if self.person_name(id).starts_with('小'));
        if young && own.first() == Some(&'老') {
            return None;
        }
        let away = self.paragraph_of(at).saturating_sub(self.paragraph_of(likely.mention.start));
        match likely.mention.head {
            // 一位父亲…，护士小葛…。男子: rather him whom the words show to be a man
            Head::Person(id) if newer && away < 2 => {
                let other = match self.gender_of(mention) {
                    Some(Gender::Woman) => Some(Gender::Man),
                    Some(Gender::Man) => Some(Gender::Woman),
                    None => None,
                };
                let open = other.is_some() && self.people.may_be(id, other);
                (!open || self.unnamed_of_age(at, mention).is_none()).then_some(id)
            }
            _ => None,
        }
    }

    /// The words for the last one without a name whom a word for an age may mean: 一位抱着孩子的父亲, 男子 later.
    pub(super) fn unnamed_of_age(&self, at: usize, mention: Mention) -> Option<String> {
        let own = self
            .gender_of(mention)
            .filter(|_| self.sources.words.classes_of(self.letters((mention.start, mention.end))).any(Classes::AGE))?;
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let mut near = self.sources.mentions[..before].iter().rev().take(BACK);
        near.find_map(|other| {
            let near = self.paragraph_of(at).saturating_sub(self.paragraph_of(other.start)) < 2;
            let fits = near && other.head == Head::Title && self.gender_of(*other) == Some(own);
            let clause = self.sources.clause_start(other.start.saturating_sub(COUNTED), other.start);
            let ahead = self.letters((clause, other.start));
            let counts = |at: &usize| self.sources.words.longest(&ahead[*at..], Classes::COUNTING) > Some(1);
            let from = (0..ahead.len()).rev().find(counts).filter(|_| fits)?;
            Some(self.sources.page.words((clause + from, other.end)).to_owned())
        })
    }
}

/// How far before a word for people the number of them may stand.
const COUNTED: usize = 16;

/// Whether the words before a name tell a great age: 71岁的, 71岁的老船长.
pub(super) fn is_old(before: &[char]) -> bool {
    let clause = before.iter().rposition(|letter| is_pause(*letter) || *letter == QUOTED).map_or(0, |at| at + 1);
    let before = &before[clause..];
    let Some(years) = before.iter().rposition(|letter| *letter == '岁').filter(|at| before.len() - at < AGED) else {
        return false;
    };
    let plain =
        before[years + 1..].iter().enumerate().all(|(at, letter)| is_han(*letter) && (at == 0 || *letter != '的'));
    plain && matches!(before[..years], [.., '6' | '7' | '8' | '9', unit] if unit.is_ascii_digit())
}

/// Whether the words behind a name tell a great age: 今年79岁, （82岁）, 享年八十八岁.
pub(super) fn grows_old(behind: &[char]) -> bool {
    let sentence = behind.iter().take(OLD).take_while(|letter| !matches!(**letter, '。' | '；' | QUOTED)).count();
    let behind = &behind[..sentence];
    let opens = |at: usize| match &behind[..at] {
        [] | ['，' | '（' | '('] => true,
        told => matches!(told, [.., '今' | '现' | '享', '年'] | [.., '年', '近' | '过' | '逾' | '届']),
    };
    behind.iter().position(|letter| matches!(letter, '岁' | '旬')).is_some_and(|years| {
        let number = |letter: &&char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(**letter);
        let length = behind[..years].iter().rev().take_while(number).count();
        let old = matches!(behind[years - length..years], ['6'..='9', _] | ['六' | '七' | '八' | '九', '十', ..]);
        let decade = behind[years] == '旬' && matches!(behind[..years], [.., '六' | '七' | '八' | '九']);
        (old || decade) && opens(years - length)
    })
}

/// How far behind a name the age stands that tells whose it is.
const OLD: usize = 30;

/// How far before a name the age stands that tells whose it is.
const AGED: usize = 16;
