//! Those who are called by less than a name: by a surname with a title, 王先生, by a nickname, 老张, or by the surname alone.

use super::mentions::{Finder, SAYS};
use super::page::{QUOTED, is_pause};
use super::words::{Classes, is_han};

/// Behind these words a surname may stand.
const OPENERS: Classes = Classes::TITLE
    .and(Classes::LEAD)
    .and(Classes::TAIL)
    .and(Classes::PREPOSITION)
    .and(Classes::ACT)
    .and(Classes::POINTING)
    .and(Classes::COUNTING);

impl Finder<'_, '_> {
    /// The surname alone of somebody who was named, right before what is said: 王明…，王回应，…; 让王回说：“…”.
    pub(super) fn bare_surname<'r>(&self, start: usize, at: usize, rest: &'r [char]) -> Option<(usize, &'r [char])> {
        let surname = rest.get(..1)?;
        if !self.people.has_surname(surname) {
            return None;
        }
        let before = &self.page.letters[start..at];
        let opens = before.last().is_none_or(|last| is_pause(*last) || matches!(*last, QUOTED | '让' | '令'))
            || self.words.longest_at_end(before, Classes::LEAD).is_some();
        let is_word = self.words.at(rest).any(|(length, classes)| length > 1 || classes != Classes::default());
        let mut behind = &rest[1..];
        // 王则接着说
        while let Some(tail) = self.words.longest(behind, Classes::TAIL).filter(|tail| *tail < 3) {
            behind = &behind[tail..];
        }
        // 王再回：“…”
        let answers = matches!(behind, ['回' | '呛', '：' | ':', ..]);
        let says = self.words.longest(behind, SAYS.and(Classes::NO_CUE)) == self.words.longest(behind, SAYS);
        let says = says && self.words.longest(behind, SAYS).is_some();
        (opens && !is_word && (says || answers)).then_some((1, surname))
    }

    /// A surname with a title, or a nickname: 王先生, 老张, 小陈.
    pub(super) fn courtesy<'r>(&self, start: usize, at: usize, rest: &'r [char]) -> Option<(usize, &'r [char])> {
        let before = &self.page.letters[start..at];
        let opens =
            before.last().is_none_or(|letter| !is_han(*letter)) || self.words.longest_at_end(before, OPENERS).is_some();
        if let Some(surname) = self.words.surname(rest)
            && let Some(honour) = self.words.longest(&rest[surname..], Classes::HONOUR)
        {
            let length = surname + honour;
            // 低温物理学家
            if honour > 2 && (rest[length - 1] == '家' || rest[..length].ends_with(&['人', '员'])) {
                return None;
            }
            // 关负责人 is no one's title
            if rest[length - 1] == '人' || rest[length - 1] == '士' && honour > 2 {
                return None;
            }
            if honour == 1 && self.words.longest(rest, Classes::BORDER) == Some(length) {
                return None;
            }
            let known = self.people.has_surname(&rest[..surname]);
            // 业主钱姨惊魂未定
            let kin = self.words.classes_of(&rest[surname..length]).any(Classes::WOMAN);
            let kin = kin && self.words.longest_at_end(before, Classes::TITLE).is_some();
            let short = honour == 1 && !kin && !self.words.follows_a_subject(&rest[length..]);
            // 最高顾问 holds no 高顾问
            let inside = at > start && self.words.at(&self.page.letters[at - 1..]).any(|(length, _)| length > 1);
            // 业主张先生
            let inside = inside && self.words.longest_at_end(before, Classes::TITLE).is_none();
            // 向记者
            let joins = self.words.classes_of(&rest[..surname]).any(Classes::PREPOSITION.and(Classes::JOINT));
            let titled = self.words.longest_at_end(before, Classes::TITLE).is_some();
            // 消费者于先生
            // 四楼其他寝室王同学说
            let tail = self.words.longest(&rest[length..], Classes::TAIL).unwrap_or(0);
            // 语文特级教师说: no one's name
            let says = honour == 2 && !joins && self.words.longest(&rest[length + tail..], SAYS).is_some();
            if !inside
                && (known || says || opens && (!joins || titled && honour > 1))
                && !(short || honour == 1 && !opens)
            {
                return Some((length, &rest[..surname]));
            }
        }
        // 开饭店的辉哥
        if let [first, '哥' | '姐' | '叔' | '伯' | '婶' | '嬸' | '嫂' | '姨', behind @ ..] = rest
            && is_han(*first)
            && before.last() == Some(&'的')
            && self.words.longest(behind, SAYS).is_some()
            && self.words.at(rest).all(|(length, _)| length == 1)
        {
            return Some((2, &rest[..1]));
        }
        // 陈姓民众
        if let Some(surname) = self.words.surname(rest)
            && rest.get(surname) == Some(&'姓')
            && let Some(title) = self.words.longest(&rest[surname + 1..], Classes::TITLE)
        {
            return Some((surname + 1 + title, &rest[..surname]));
        }
        let [first, second, ..] = *rest else { return None };
        let nickname = match first {
            '老' | '大' => self.words.is_surname(second),
            '小' | '阿' => is_han(second),
            _ => false,
        };
        let titled = self.words.longest_at_end(before, Classes::TITLE).is_some();
        let known = first != '阿' && self.people.has_surname(&rest[1..2]);
        let ends = titled || known || self.words.follows_a_subject(&rest[2..]);
        // 学生小林, whom Japan has as a surname
        let is_word = self.words.at(rest).any(|(length, classes)| length > 1 && !classes.any(Classes::DOUBLE_SURNAME));
        // 阿衡2: no one's name
        let thing = rest.get(2).is_some_and(char::is_ascii_digit);
        (nickname && opens && ends && !is_word && !thing).then_some((2, &rest[1..2]))
    }
}
