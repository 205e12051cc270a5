//! How long a name is: 王明, 欧阳雪松, 费尔南德斯, 让·莫罗.

use super::page::is_pause;
use super::words::{Classes, Words, is_han};

/// The most letters of one part of a foreign name.
const LONGEST_PART: usize = 8;

/// How a name may be read whose first letters are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// So many letters, without a doubt.
    Sure(usize),
    /// One letter more or less; the article must tell, else it is `likely`.
    Either { short: usize, likely: usize },
}

impl Reading {
    pub fn longest(self) -> usize {
        match self {
            Self::Sure(length) => length,
            Self::Either { short, .. } => short + 1,
        }
    }

    pub fn may_be(self, length: usize) -> bool {
        length == self.longest() || matches!(self, Self::Either { short, .. } if short == length)
    }

    pub fn likely(self) -> usize {
        match self {
            Self::Sure(length) | Self::Either { likely: length, .. } => length,
        }
    }
}

/// What a word must be for a name to end before it.
const BORDERS: Classes = Classes::SAYING
    .and(Classes::REMARK)
    .and(Classes::TELLING)
    .and(Classes::JUDGING)
    .and(Classes::TAIL)
    .and(Classes::ACT)
    .and(Classes::BORDER)
    .and(Classes::PREPOSITION)
    .and(Classes::JOINT)
    .and(Classes::VIEW)
    .and(Classes::TITLE);

/// Words of saying.
pub(super) const SAYS: Classes = Classes::SAYING.and(Classes::REMARK).and(Classes::TELLING);

impl Words {
    /// Whether a name may end where these letters begin: at no letter, or at a word of two letters that does not go on
    /// a name.
    pub fn is_border(&self, rest: &[char]) -> bool {
        let Some(first) = rest.first() else { return true };
        if !is_han(*first) {
            return *first != '·' && part_mark(rest) == 0;
        }
        self.at(rest).any(|(length, classes)| classes.any(BORDERS) && (length > 1 || !self.may_be_given(*first)))
    }

    /// Whether what somebody does, says or is begins with these letters.
    pub fn follows_a_subject(&self, rest: &[char]) -> bool {
        rest.first().is_none_or(|first| !is_han(*first) && !matches!(first, '、' | '·'))
            || rest.first().is_some_and(|first| is_han(*first) && !self.may_be_given(*first) && *first != '的')
            || self.at(rest).any(|(_, classes)| classes.any(BORDERS))
    }

    /// Whether a letter is a word by itself that may follow a name, though a name may hold it: 从.
    fn is_little_word(&self, letter: char) -> bool {
        self.classes_of(&[letter]).any(BORDERS)
    }

    /// The surname that a stretch begins with, in letters.
    pub fn surname(&self, letters: &[char]) -> Option<usize> {
        self.longest(letters, Classes::DOUBLE_SURNAME)
            .or_else(|| letters.first().filter(|first| self.is_surname(**first)).map(|_| 1))
    }

    /// The name that a stretch begins with.
    pub fn name_at(&self, letters: &[char]) -> Option<Reading> {
        if let Some(length) = self.dotted_name(letters) {
            return Some(Reading::Sure(length));
        }
        // 巴西人说
        let land = self.longest(letters, Classes::PLACE);
        if land.is_some_and(|land| letters.get(land) == Some(&'人')) {
            return None;
        }
        // 彼得说
        let whole = self.longest(letters, Classes::FOREIGN_NAME);
        if let Some(length) = whole.filter(|length| self.follows_a_subject(&letters[*length..])) {
            return Some(Reading::Sure(length));
        }
        // 让王明怒回: no name, but for 让·莫罗
        let foreign = if letters.first() == Some(&'让') { 0 } else { self.foreign_part(letters, 2) };
        let native = self.native_name(letters);
        // 李阿姨
        let honoured =
            letters.get(1..).is_some_and(|rest| self.longest(rest, Classes::HONOUR).is_some_and(|it| it > 1));
        if native.is_none() && honoured && self.is_surname(letters[0]) {
            return None;
        }
        // 林海涛低着头: letters that write no foreign name make none longer
        let known = self.foreign_length(letters);
        match native {
            Some(reading) if foreign <= 3.max(reading.likely()) || known < reading.likely() => Some(reading),
            // 日本防卫大臣
            _ if foreign >= 2 && self.longest(letters, Classes::PLACE).is_some_and(|place| place == known) => None,
            _ if foreign >= 2 && self.classes_of(&letters[..foreign]).any(Classes::PLACE) => None,
            _ if foreign >= 2 => Some(Reading::Sure(foreign)),
            _ => native,
        }
    }

    /// A surname and one or two letters more.
    pub fn native_name(&self, letters: &[char]) -> Option<Reading> {
        let surname = self.surname(letters)?;
        let rest = &letters[surname..];
        // 李局长, 于昨天
        if self.at(rest).any(|(length, classes)| length > 1 && classes.any(BORDERS.and(Classes::HONOUR))) {
            return None;
        }
        // 陈姓男子, 江口县
        let town = surname > 1 && matches!(rest.first(), Some('县' | '市' | '区' | '镇' | '乡' | '村' | '省'));
        if rest.first() == Some(&'姓') || town {
            return None;
        }
        // 车田村
        if matches!(rest.get(1), Some('村' | '镇' | '乡' | '县' | '区' | '省' | '路' | '街')) {
            return None;
        }
        // 石景山区, but not 李勇是镇上的兽医
        let place = rest.get(1).is_some_and(|second| self.may_be_given(*second));
        if place && matches!(rest.get(2), Some('区' | '县' | '镇' | '乡' | '村')) && rest.get(3) != Some(&'长') {
            return None;
        }
        let given = rest.iter().take(2).take_while(|letter| self.may_be_given(**letter)).count();
        let short = surname + 1;
        match given {
            // 小早川说
            0 if surname > 1 && self.is_border(rest) => Some(Reading::Sure(surname)),
            0 => None,
            // 杨某媛发帖
            2 if rest[0] == '某' && rest[1] != '某' && !self.is_border(&letters[short..]) => {
                let whole = self.is_border(&letters[short + 1..]) && !self.is_little_word(letters[short]);
                Some(Reading::Either { short, likely: short + usize::from(whole) })
            }
            // 王某某
            _ if rest[0] == '某' => {
                Some(Reading::Sure(surname + rest.iter().take(2).take_while(|c| **c == '某').count()))
            }
            // 沈导说
            _ if self.classes_of(&rest[..1]).any(Classes::HONOUR) && self.is_border(&rest[1..]) => None,
            // 石永和说, 饶子和的演讲
            1 if rest.get(1) == Some(&'和') && (rest.get(2) == Some(&'的') || self.says_at_once(&rest[2..])) => {
                Some(Reading::Sure(short + 1))
            }
            1 => Some(Reading::Sure(short)),
            // 周陈玉兰: a woman with her husband's surname before her own
            2 if surname == 1 && self.is_married_name(letters) => Some(Reading::Sure(4)),
            // 佐藤健一郎
            _ if surname > 1 && matches!(rest.get(2), Some('郎' | '朗')) => Some(Reading::Sure(surname + 3)),
            // 苗春生气愤地说: two words may follow, one in the other's place
            _ if self.is_border(&letters[short..]) && self.goes_on_with_word(&letters[short + 1..]) => {
                Some(Reading::Either { short, likely: short + 1 })
            }
            _ if self.is_border(&letters[short..]) => Some(Reading::Sure(short)),
            // 滕海曾劝父亲: no name ends so before what somebody says
            _ if letters[short] == '曾' && self.longest(&letters[short + 1..], SAYS).is_some() => {
                Some(Reading::Sure(short))
            }
            // 汤有才: talent closes many a name
            _ if letters[short] == '才' && "有成英德俊贤秀广育良茂".contains(rest[0]) => {
                Some(Reading::Sure(short + 1))
            }
            // 吴良有介绍: no little word stands right before a word of saying
            _ if matches!(letters[short], '有' | '可' | '正')
                && self.longest(&letters[short + 1..], SAYS).is_some() =>
            {
                Some(Reading::Either { short, likely: short + 1 })
            }
            _ => Some(Reading::Either { short, likely: short + usize::from(!self.is_little_word(letters[short])) }),
        }
    }

    /// Whether letters tell in what way somebody does something: 气愤地.
    fn goes_on_with_word(&self, rest: &[char]) -> bool {
        const DOES: Classes = Classes::ACT.and(Classes::BORDER).and(Classes::TAIL);
        let manner = |length: usize| {
            length > 1 && (matches!(rest.get(length), Some('地' | '得')) || matches!(rest[length - 1], '地' | '得'))
        };
        self.longest(rest, DOES).is_some_and(manner)
    }

    /// Whether nothing can stand before these letters but who speaks or is named.
    fn says_at_once(&self, rest: &[char]) -> bool {
        rest.first().is_none_or(|first| is_pause(*first)) || self.longest(rest, SAYS).is_some()
    }

    /// Whether a name of two surnames and two letters more ends before a verb or a pause.
    fn is_married_name(&self, letters: &[char]) -> bool {
        let [first, second, third, fourth, ..] = *letters else { return false };
        let given = self.may_be_given(third) && self.may_be_given(fourth);
        let is_word = |from: usize| self.at(&letters[from..]).any(|(length, _)| length > 1);
        first != second
            && fourth != '家'
            && self.is_surname(second)
            && (self.is_female(third) || self.is_female(fourth))
            && given
            && !(1..4).any(is_word)
            && self.is_border(&letters[4..])
    }

    /// How long a name is whose surname is rarely one, behind a title and before a word of saying: 研究员[向洋]告诉记者.
    ///
    /// `speaks` tells whether what follows a name is what a speaker does.
    pub fn rare_name(&self, letters: &[char], speaks: impl Fn(&[char]) -> bool) -> Option<usize> {
        let is_word = |at: usize| self.at(letters.get(at..).unwrap_or_default()).any(|(length, _)| length > 1);
        let first = *letters.first()?;
        let given = letters[1..].iter().take(2).take_while(|letter| self.may_be_given(**letter)).count();
        let says = |rest: &[char]| self.longest(rest, SAYS).is_some() || speaks(rest);
        // 会长古城钦称, 主演周一围坦言, but not 司机简单交代
        const OTHER: Classes = Classes::BORDER.and(Classes::LEAD).and(Classes::TAIL);
        let other = self.at(letters).all(|(_, classes)| OTHER.and(classes) == OTHER);
        if self.is_surname(first) && is_word(0) && other && given == 2 && !is_word(1) && !is_word(2) {
            // 评委杨树指出
            let short = || self.longest(&letters[2..], SAYS).is_some_and(|length| length > 1).then_some(2);
            return says(&letters[3..]).then_some(3).or_else(short);
        }
        // 审判长冯冲指出, 书记向阳感慨道: a letter that is hardly in a name, a name that is a word
        let at_once = |rest: &[char]| self.longest(rest, SAYS).is_some_and(|length| length > 1);
        let second = *letters.get(1)?;
        let acts = is_han(second) && !"说称问答道喊讲在对和与就也还都又".contains(second);
        if self.is_surname(first) && given == 0 && !is_word(0) && acts && at_once(&letters[2..]) {
            return Some(2);
        }
        let mut long = self.at(letters).filter(|(length, _)| *length > 1);
        let whole = long.all(|(length, classes)| length == 2 && OTHER.and(classes) == OTHER);
        if self.is_rare_surname(first) && is_word(0) && whole && at_once(&letters[2..]) {
            return Some(2);
        }
        if !self.is_rare_surname(first) || is_word(0) || is_word(1) {
            return None;
        }
        (2..=1 + given).find(|length| says(&letters[*length..]))
    }

    /// The letters of a foreign name without a dot.
    fn foreign_length(&self, letters: &[char]) -> usize {
        let mut length = 0;
        while length < LONGEST_PART
            && letters.get(length).is_some_and(|letter| self.is_foreign(*letter))
            && (length < 2 || !self.breaks_a_name(&letters[length..]))
        {
            length += 1;
        }
        length
    }

    /// Whether a word of two letters or more begins here that no foreign name goes on into.
    fn breaks_a_name(&self, rest: &[char]) -> bool {
        // 绍什·贝德罗西安说: a town at the end of a name
        let closes = |length: usize| {
            rest[..length].iter().all(|letter| self.is_foreign(*letter))
                && self.longest(&rest[length..], SAYS).is_some()
        };
        self.at(rest).any(|(length, classes)| length > 1 && classes.any(BORDERS) && !closes(length))
    }

    /// A foreign name, or the last part of one, of which the lists have `least` letters; a letter or two may be in none
    /// where a border follows.
    fn foreign_part(&self, letters: &[char], least: usize) -> usize {
        let length = self.foreign_length(letters);
        let rest = &letters[length..];
        // 马斯克曾在…
        let little = || rest.first().is_some_and(|first| self.is_little_word(*first)) && self.is_border(&rest[1..]);
        if length < least || self.is_border(rest) || little() {
            return length;
        }
        // 福贡县, 巴西人
        if "县市省镇乡村区州岛路街人".contains(letters[length]) {
            return length;
        }
        let rest = letters[length..].iter().take(2).take_while(|letter| self.may_be_given(**letter)).count();
        length + (1..=rest).find(|more| self.is_border(&letters[length + more..])).unwrap_or(0)
    }

    /// The last part of a foreign name with dots; one whose letters are in no list goes on to a border.
    fn last_part(&self, letters: &[char], han: usize) -> usize {
        let length = self.foreign_part(letters, 1);
        if length > 0 { length } else { (1..=han).find(|end| self.is_border(&letters[*end..])).unwrap_or(0) }
    }

    /// A foreign name with its dots: 让·莫罗, J·K·罗琳.
    fn dotted_name(&self, letters: &[char]) -> Option<usize> {
        let mut at = 0;
        loop {
            let part = &letters[at..];
            let latin = part.iter().take_while(|letter| letter.is_ascii_alphabetic()).count();
            let length = if latin > 0 {
                latin
            } else {
                let han = part.iter().take(LONGEST_PART).take_while(|letter| is_han(**letter)).count();
                // only the last part has no dot behind it
                // 港口发言人让·莫罗
                let title = |at: usize| self.longest(&part[at..han], Classes::TITLE).is_some_and(|length| length > 1);
                if part_mark(&part[han..]) > 0 && (0..han).any(title) {
                    return None;
                }
                if part_mark(&part[han..]) > 0 { han } else { self.last_part(part, han) }
            };
            if length == 0 {
                // 萨拉·欧文斯 with a letter that no list has
                return None;
            }
            at += length;
            match part_mark(&letters[at..]) {
                0 => return letters[..at].iter().any(|letter| is_dot(*letter) || *letter == '-').then_some(at),
                mark => at += mark,
            }
        }
    }

    /// What alone may stand for a name: the parts of one with dots, the last word of one in Latin letters, a surname of
    /// two letters.
    pub fn parts<'n>(&self, name: &'n [char]) -> impl Iterator<Item = &'n [char]> + use<'n> {
        let space = name.iter().rposition(|letter| *letter == ' ');
        let last = space.map(|at| &name[at + 1..]).filter(|last| last.len() > 2);
        let surname = self.longest(name, Classes::DOUBLE_SURNAME).filter(|length| *length < name.len());
        let dotted = is_dotted(name);
        let parts = name.split(|letter| is_dot(*letter) || matches!(letter, '-' | ' '));
        let parts = parts.filter(move |part| dotted && part.len() > 1);
        parts.chain(last).chain(surname.filter(|_| !dotted).map(|length| &name[..length]))
    }

    /// How many letters before a dot belong to its name.
    pub fn first_part_before(&self, letters: &[char]) -> usize {
        let mut length = 0;
        while length < LONGEST_PART
            && letters.len() > length
            && self.is_foreign(letters[letters.len() - 1 - length])
            && !(length > 0 && self.longest_at_end(&letters[..letters.len() - length], Classes::TITLE).is_some())
        {
            length += 1;
        }
        length
    }
}

/// Whether a name has parts: 让·莫罗, 弗兰基-德容.
pub(super) fn is_dotted(name: &[char]) -> bool {
    name.iter().any(|letter| is_dot(*letter))
        || name.windows(2).any(|pair| is_han(pair[0]) && pair[1] == '-')
        || name.windows(3).any(|three| is_han(three[0]) && three[1..] == [' ', '-'])
}

/// The length of the mark between two parts of a name that a stretch begins with; none is 0.
pub(super) fn part_mark(letters: &[char]) -> usize {
    match letters {
        [mark, ..] if is_dot(*mark) => 1,
        ['-', next, ..] if is_han(*next) => 1,
        [' ', '-', ' ', next, ..] if is_han(*next) => 3,
        _ => 0,
    }
}

pub(super) fn is_dot(letter: char) -> bool {
    matches!(letter, '·' | '•' | '・' | '‧')
}
