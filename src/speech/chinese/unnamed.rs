//! Those whom an article never names: which of them 他们 and 该负责人 mean.

use super::likely::Likely;
use super::mentions::{Head, Mention};
use super::page::Span;
use super::resolve::{BACK, Resolver};
use super::words::{Classes, is_han};

/// The longest words for somebody without a name that a later 该 means.
const LONGEST_CALLED: usize = 30;

/// How far before a word for people the number of them may stand.
const COUNTED: usize = 10;

impl Resolver<'_, '_> {
    /// The name of a source that no list has: 这位塞尔维亚人, 青山股份.
    pub(super) fn of_words(&mut self, span: Span) -> Option<String> {
        let words = self.sources.page.words(span);
        // 这位塞尔维亚人
        let pointed = self.sources.words.longest(self.letters(span), Classes::POINTING) == Some(2);
        if let Some(id) = self.people.by_part(self.letters(span)) {
            return Some(self.people.name(id).to_owned());
        }
        // 公司在书面回复中称，…。回复还称，…
        if matches!(self.letters(span), ['回', '复' | '应'] | ['答', '复'] | ['专', '栏'])
            && let Some(writer) = self.writer_of_it(span.0)
        {
            return Some(writer);
        }
        // 该校
        if let Some(name) = self.pointed_body(span) {
            return Some(name);
        }
        // 38岁的塞尔维亚人
        let letters = self.letters(span);
        let aged = letters.first().is_some_and(char::is_ascii_digit)
            && letters.windows(2).any(|pair| pair == ['岁', '的'])
            && letters.last() == Some(&'人');
        // 荷兰人, 法国人: whoever of this paragraph was named
        let place = self.sources.words.longest(letters, Classes::PLACE);
        let native = place.is_some_and(|place| letters[place..] == ['人']) || matches!(letters, [_, '国', '人']);
        let here = |likely: &Likely| self.paragraph_of(likely.mention.start) == self.paragraph_of(span.0);
        let likely = if pointed || aged || native { self.nearest(span.0, None) } else { None };
        let known = |likely: &Likely| matches!(likely.mention.head, Head::Person(id) if Some(id) == self.main);
        let likely = likely.filter(|likely| !native || here(likely) || known(likely));
        match likely.map(|likely| likely.mention.head) {
            Some(Head::Person(id)) => Some(self.people.name(id).to_owned()),
            _ => {
                self.unlisted = Some(words.to_owned());
                self.unlisted.clone()
            }
        }
    }

    /// The words for the last one of a title before a place, here or a paragraph before, with the office before it.
    pub(super) fn last_so_called(&self, at: usize, title: &[char]) -> Option<(usize, String)> {
        let page = self.sources.page;
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let near = self.sources.mentions[..before].iter().rev().take(BACK);
        let mut near = near.take_while(|mention| self.paragraph_of(at) - self.paragraph_of(mention.start) < 2);
        let same = near
            .find(|mention| mention.head == Head::Title && page.letters[mention.start..mention.end].ends_with(title))?;
        let begin = self.sources.past_lead((self.sources.clause_start(0, same.start), same.start));
        let from = self.sources.past_verb(begin, same.start);
        // 负责人试图阻止消费者: no words for a consumer
        let office = self.letters((from, same.start));
        let acts = (0..office.len()).any(|at| self.sources.words.longest(&office[at..], Classes::ACT) > Some(1));
        let whole = !acts && !office.is_empty() && office.len() <= LONGEST_CALLED;
        // 记者找到在附近上班的一名目击者。该目击者称，…
        let counted = matches!(page.letters[..same.start], [.., '一', '名' | '位' | '个']);
        let from = if whole { from } else { same.start };
        (whole || counted).then(|| (same.start, page.words((from, same.end)).to_owned()))
    }

    /// 十多位外国[记者]: where the number begins that tells how many.
    fn counted_before(&self, at: usize) -> Option<usize> {
        let from = at.saturating_sub(COUNTED);
        let before = self.letters((from, at));
        let number = |letter: char| letter.is_ascii_digit() || "两二三四五六七八九十百多几数".contains(letter);
        let many = |pair: &[char]| number(pair[0]) && matches!(pair[1], '名' | '位');
        let found = before.windows(2).rposition(many)?;
        let found = found - before[..found].iter().rev().take_while(|letter| number(**letter)).count();
        let plain = before[found + 1..].iter().all(|letter| is_han(*letter) && *letter != '的');
        plain.then_some(from + found)
    }

    /// Whom 后者 means: of those named in a sentence the last.
    pub(super) fn latter(&mut self, at: usize, former: bool) -> Option<String> {
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let near = self.sources.mentions[..before].iter().rev().take(BACK);
        let near = near.take_while(|mention| self.paragraph_of(mention.start) == self.paragraph_of(at));
        let named = |mention: &&Mention| matches!(mention.head, Head::Person(_) | Head::Body);
        // 老木匠和徒弟争了半天。前者…: no names
        let titles = near.clone().filter(named).count() < 2;
        let mut near = near.filter(|mention| named(mention) || titles && mention.head == Head::Title);
        // 总统与总理会谈。前者表示…: the first of two
        let last = near.nth(usize::from(former))?;
        match last.head {
            Head::Person(id) => {
                self.meant = Some(id);
                Some(self.person_name(id).to_owned())
            }
            _ => Some(self.sources.page.words((last.start, last.end)).to_owned()),
        }
    }

    /// Whom 他们 means: the last several who were named, 两名学生, 村民.
    pub(super) fn of_several(&self, pronoun: Mention) -> Option<String> {
        let words = self.sources.words;
        let before = self.sources.mentions.partition_point(|mention| mention.end <= pronoun.start);
        let paragraph = self.paragraph_of(pronoun.start);
        let mut near = self.sources.mentions[..before].iter().rev().take(BACK);
        near.find_map(|mention| {
            let title = self.letters((mention.start, mention.end));
            let ahead = &self.sources.page.letters[..mention.start];
            let counted = match *ahead {
                [.., number, '名' | '位' | '个'] => {
                    number.is_ascii_digit() || "两二三四五六七八九十多几数".contains(number)
                }
                _ => false,
            };
            let people = matches!(title, [.., '人', '士' | '员'] | [.., '威' | '与' | '访' | '议', '者']);
            let known = title.last() == Some(&'们') || words.classes_of(title).any(Classes::GENERAL);
            let several = counted || people || known;
            // 采访了十多位外国记者，他们说: those asked
            let told = if counted { Some(mention.start - 2) } else { self.counted_before(mention.start) };
            let asks = title.ends_with(&['记', '者']) && told.is_none();
            let here = paragraph.saturating_sub(self.paragraph_of(mention.start)) < 2;
            let reporters = title.ends_with(&['记', '者']);
            let start = told.filter(|_| counted || reporters).unwrap_or(mention.start);
            let found = mention.head == Head::Title && several && !asks && here;
            // 航运业人士: by the words that the answer has for them
            let spoke = self.unnamed.last().filter(|(known, _, at)| known.ends_with(title) && *at <= mention.start);
            let here = |at: usize| paragraph.saturating_sub(self.paragraph_of(at)) < 2;
            let name = spoke.filter(|(.., at)| people && here(*at)).map(|(_, name, _)| name.clone());
            found.then(|| name.unwrap_or_else(|| self.sources.page.words((start, mention.end)).to_owned()))
        })
    }
}

/// A name without what stands in brackets in it: 调解委员会（以下简称调委会）工作人员.
pub(super) fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let shown = name.chars().filter(|letter| {
        let inside = depth > 0;
        match letter {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => return !inside,
        }
        false
    });
    shown.collect()
}
