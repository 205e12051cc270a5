//! Where the words on who speaks begin and end in a clause: behind times and places, before adverbs and listeners.

use super::mentions::{Head, Mention};
use super::openings::{closes_place, date_length, dateline_length, place_length};
use super::page::{Span, is_comma};
use super::sources::Sources;
use super::words::{Classes, is_han};

/// The longest end of a clause that tells to whom or by what means: 向记者, 通过发言人.
const LONGEST_TAIL: usize = 16;

impl Sources<'_, '_> {
    /// Where a clause begins behind its times, places and joining words.
    pub fn past_lead(&self, (start, end): Span) -> usize {
        let mut at = start;
        while at < end {
            let rest = self.letters((at, end));
            let first = rest[0];
            let lead = self.words.lead(rest);
            // 有人: a word of its own, and no 有; 曾令远: a name, and no 曾
            let pronoun = self.mention_at(at).filter(|mention| {
                let named = mention.start == at && matches!(mention.head, Head::Person(_));
                mention.head == Head::Pronoun || named && !matches!(self.page.letters[mention.end], '过' | '了')
            });
            if pronoun.is_some_and(|mention| lead.is_none_or(|length| length <= mention.end - at)) {
                break;
            }
            if first.is_whitespace()
                || matches!(first, '”' | '—' | '）' | ')' | '　' | '•' | '■' | '●' | '▲' | '◆' | '▶')
            {
                at += 1;
            } else if let Some(length) = lead {
                at += length;
            } else if let Some(length) = learns_first(rest) {
                at += length;
            } else if self.is_little_lead((at, end), at == start) {
                at += 1;
            } else if let Some(length) =
                dateline_length(rest).or_else(|| date_length(rest)).or_else(|| self.place_length(at, rest))
            {
                // 7月25日的判决
                at += length + usize::from(rest.get(length) == Some(&'的'));
            } else {
                break;
            }
        }
        at
    }

    /// Whether one letter stands before who is named: 早7点, 当记者问起时, 经急救人员判断.
    fn is_little_lead(&self, (at, end): Span, opens: bool) -> bool {
        match self.letters((at, end)) {
            ['早' | '晚', digit, ..] if digit.is_ascii_digit() => true,
            ['当', ..] => {
                self.mention_at(at).is_none() && self.mention_at(at + 1).is_some_and(|it| it.start == at + 1)
            }
            rest @ ['经', ..] if opens => {
                self.words.at(rest).all(|(length, _)| length == 1) && !self.inside((at, end)).is_empty()
            }
            _ => false,
        }
    }

    /// 在接受采访时, 在会上; nobody is named in it.
    fn place_length(&self, at: usize, rest: &[char]) -> Option<usize> {
        let plain = |length: &usize| {
            let names = self.inside((at, at + length)).iter().any(|mention| matches!(mention.head, Head::Person(_)));
            !names && self.mention_at(at + length - 1).is_none_or(|mention| mention.end == at + length)
        };
        // 在学习三中全会精神时，…: all of the clause
        let clause = || {
            let end = rest.iter().position(|letter| is_comma(*letter)).unwrap_or(rest.len());
            let comma = self.page.letters.get(at + end).is_some_and(|next| is_comma(*next));
            let whole = comma && rest[..end].last().is_some_and(|last| closes_place(*last));
            whole.then_some(end)
        };
        let length = place_length(rest)?;
        clause().filter(plain).or_else(|| Some(length).filter(plain))
    }

    /// The mention that a letter belongs to.
    pub fn mention_at(&self, at: usize) -> Option<Mention> {
        let number = self.mentions.partition_point(|mention| mention.end <= at);
        self.mentions.get(number).copied().filter(|mention| mention.start <= at)
    }

    /// Where a clause ends before its adverbs and the words on the place and the time of saying.
    pub fn trim_tail(&self, (start, end): Span) -> usize {
        let mut end = end;
        while end > start {
            let letters = self.letters((start, end));
            let word = self.words.longest_at_end(letters, Classes::TAIL);
            let digits = letters.iter().rev().take_while(|letter| letter.is_ascii_digit()).count();
            let place = || {
                let last = *letters.last()?;
                let closes = matches!(last, '上' | '中' | '时' | '里' | '后' | '间' | '下');
                // 关于 opens no place
                let about = |at: usize| letters[at] == '于' && at > 0 && matches!(letters[at - 1], '关' | '对' | '由');
                let opens = (0..letters.len()).rev().find(|at| matches!(letters[*at], '在' | '于') && !about(*at));
                opens.filter(|at| *at > 0 && (closes || letters.len() - at <= 9)).map(|at| letters.len() - at)
            };
            let bracket = || {
                matches!(letters.last(), Some('）' | ')')).then_some(())?;
                let opens = letters.iter().rposition(|letter| matches!(letter, '（' | '('))?;
                (opens > 0).then_some(letters.len() - opens)
            };
            // 对, and 针对
            let listener = || {
                let at = letters.iter().rposition(|letter| matches!(letter, '向' | '对' | '就' | '给'))?;
                Some(at - usize::from(at > 0 && letters[at - 1] == '针'))
            };
            let means = || letters.windows(2).rposition(|pair| pair == ['通', '过']);
            let short = |at: usize| (at > 0 && letters.len() - at <= LONGEST_TAIL).then_some(letters.len() - at);
            // 用葡萄牙语, 用家乡话
            let language = || {
                matches!(letters.last(), Some('语' | '话' | '言')).then_some(())?;
                letters.iter().rposition(|letter| *letter == '用').filter(|at| *at > 1 && letters.len() - at < 8)
            };
            let spoken = || language().map(|at| letters.len() - at);
            let told = || listener().and_then(short);
            let through = || means().and_then(short);
            // 11月26日
            let month = matches!(letters, [.., digit, '月' | '年'] if digit.is_ascii_digit());
            match word
                .or((digits > 0).then_some(digits))
                .or(month.then_some(1))
                .or_else(bracket)
                .or_else(place)
                .or_else(told)
                .or_else(through)
                .or_else(spoken)
            {
                Some(length) if length > 0 => end -= length,
                _ => break,
            }
        }
        end
    }

    /// 提起老支书，…: whether a clause only tells what the talk is about.
    pub fn is_topic(&self, (start, end): Span) -> bool {
        let letters = self.letters((start, end));
        let lead = letters.iter().take_while(|letter| letter.is_whitespace() || **letter == '”').count();
        let topic = self.words.longest(&letters[lead..], Classes::TOPIC).is_some();
        topic && self.page.letters.get(end).is_some_and(|next| is_comma(*next))
    }
}

/// The longest clause that tells what somebody learnt before speaking, in letters.
const LEARNT: usize = 18;

/// 得知来意后又, 听完介绍后: the length of what somebody learnt before speaking, up to the word for "then".
fn learns_first(letters: &[char]) -> Option<usize> {
    let learns = matches!(
        letters,
        ['得', '知', ..]
            | ['获' | '獲', '悉' | '知', ..]
            | ['听' | '聽', '说' | '說' | '到' | '闻' | '完', ..]
            | ['看', '到' | '完' | '见', ..]
            | ['见', '到' | '状', ..]
            | ['接' | '收', '到', ..]
            | ['谈' | '说' | '提' | '讲' | '问', '到' | '起' | '及', ..]
            | ['了', '解', ..]
            | ['面', '对', ..]
            | ['被', '问', ..]
    );
    let then = letters.iter().take(LEARNT).position(|letter| matches!(letter, '后' | '後')).filter(|_| learns)?;
    let plain = letters[..then].iter().all(|letter| is_han(*letter));
    plain.then_some(then + 1)
}

/// What stands behind the words in brackets that a stretch begins with: 统计局（以下简称局）的数据.
pub(super) fn past_brackets(letters: &[char]) -> &[char] {
    let opens = matches!(letters.first(), Some('（' | '('));
    let end = letters.iter().position(|letter| matches!(letter, '）' | ')')).filter(|_| opens);
    let behind = end.map_or(letters, |end| &letters[end + 1..]);
    let space = behind.iter().take_while(|letter| **letter == ' ').count();
    &behind[space..]
}

/// Whether what stands before these letters stands in brackets that they close.
pub(super) fn stands_in_brackets(letters: &[char]) -> bool {
    letters.iter().find(|letter| "（()）".contains(**letter)).is_some_and(|bracket| matches!(bracket, '）' | ')'))
}
