//! The names of an article: where one stands behind a title, opens a clause, or has a dot inside.

use std::collections::HashMap;

use super::entitled::{honoured, labelled, name_at_opening, name_behind_title, open_title};
use super::latin::{self, is_latin};
use super::names::{Reading, SAYS, is_dot, part_mark};
use super::openings::tells_a_body;
use super::page::{Page, QUOTED, Span, is_pause};
use super::pseudonyms;
use super::standing::{
    acts_behind, announces, is_dated, is_introduced, is_taken_up, is_womans, named_behind, owns_a_voice, says_next,
    speaks_behind, stands_behind_age, stands_behind_epithet, stands_behind_past, stands_behind_speech, stands_in_view,
    tells_what_it_is,
};
use super::words::{Classes, Letters, Words, is_han};

/// The most letters of a Chinese name.
const LONGEST_NATIVE: usize = 3;

/// How many letters most idioms have.
const IDIOM: usize = 4;

/// How many names that begin with the same two letters are told apart.
const SAME_BEGINNING: usize = 16;

/// The names of an article, found by their first two letters.
#[derive(Default)]
pub(super) struct Names {
    by_beginning: HashMap<[char; 2], Vec<Box<[char]>>>,
    /// The letters that names begin with.
    opening: Letters,
}

/// Where a name may stand, before it is known how long it is.
struct Candidate {
    at: usize,
    reading: Reading,
    /// Behind a title, with a dot, or before a word of saying: it needs no other place to be believed.
    clear: bool,
}

/// How often a name stands in the article in each of its lengths.
#[derive(Default)]
struct Tally {
    short: usize,
    long: usize,
}

impl Names {
    pub fn of(page: &Page<'_>, words: &Words) -> Self {
        let mut candidates = Vec::new();
        for paragraph in &page.paragraphs {
            collect(page, words, *paragraph, &mut candidates);
        }
        let tallies = count(page, words, &candidates);
        let mut names = Self::default();
        for candidate in &candidates {
            let letters = &page.letters[candidate.at..];
            let length = match candidate.reading {
                Reading::Sure(length) => length,
                Reading::Either { short, likely } => {
                    let long = short + 1;
                    let tally = tallies.get(&letters[..long]);
                    let (short_times, long_times) = tally.map_or((0, 1), |tally| (tally.short, tally.long));
                    // 赵刚轻描淡写地说
                    let idiom = |from: usize| {
                        let rest = letters.get(from..).unwrap_or_default();
                        let manner = matches!(rest.get(IDIOM), Some('地' | '得'));
                        manner && rest[..IDIOM].iter().all(|letter| is_han(*letter)) && speaks_behind(words, rest)
                    };
                    let shorter = if idiom(short) || idiom(long) {
                        idiom(short)
                    } else if likely == short {
                        long_times < 2 || short_times > 0
                    } else {
                        short_times > long_times || short_times > 0 && !words.is_border(&letters[long..])
                    };
                    if shorter { short } else { long }
                }
            };
            let length = whole_name(&tallies, letters, length, candidate.reading);
            // 劳拉·比克于1月29日
            let dated = letters[length - 1] == '于' && letters.get(length).is_some_and(char::is_ascii_digit);
            let length = length - usize::from(dated && letters[..length].iter().any(|letter| is_dot(*letter)));
            // 马来西亚 holds no 马来西
            let place = words.longest(letters, Classes::PLACE.and(Classes::BODY));
            // 沈阳市
            let town = |place: usize| matches!(letters.get(place), Some('市' | '省' | '县' | '州'));
            if place.is_some_and(|place| place >= length || place > 1 && town(place)) {
                continue;
            }
            let times = tallies.get(&letters[..length]).map_or(1, |tally| tally.long);
            // a name in Latin letters ends where they do
            let behind = &letters[length..];
            // 导演王明、编剧李华
            let listed = matches!(behind.first(), Some('、' | '（' | '('));
            // 演员王明远凭借…: a surname that opens few words, with two letters more
            let whole = length == LONGEST_NATIVE && words.is_clear_surname(letters[0]);
            // 村民石桂兰家的院子
            let at_home = matches!(behind, ['家', '的' | '里' | '中' | '门', ..]);
            let ends = is_latin(letters[length - 1])
                || listed
                || at_home
                || whole
                || words.follows_a_subject(behind)
                || words.longest(behind, Classes::LEAD).is_some_and(|lead| lead > 1)
                || speaks_behind(words, behind)
                || candidate.clear && name_behind_title(words, letters) == Some((length, true));
            if times > 1 || candidate.clear && ends {
                names.add(&letters[..length]);
                for part in words.parts(&letters[..length]) {
                    names.add(part);
                }
            }
        }
        names
    }

    fn add(&mut self, name: &[char]) {
        let [first, second, ..] = *name else { return };
        self.opening.insert(first);
        let list = self.by_beginning.entry([first, second]).or_default();
        if list.len() < SAME_BEGINNING && !list.iter().any(|known| **known == *name) {
            let place = list.partition_point(|known| known.len() >= name.len());
            list.insert(place, name.into());
        }
    }

    /// The length of the longest known name that a stretch begins with.
    pub fn at(&self, letters: &[char]) -> Option<usize> {
        let [first, second, ..] = *letters else { return None };
        if !self.opening.contains(first) {
            return None;
        }
        let list = self.by_beginning.get(&[first, second])?;
        let ends = |name: &[char]| {
            let parts = |letter: Option<&char>| letter.is_some_and(|letter| is_latin(*letter));
            !(parts(name.last()) && parts(letters.get(name.len())))
        };
        list.iter().find(|name| letters.starts_with(name) && ends(name)).map(|name| name.len())
    }
}

/// The length of a foreign name whose end is in no list: 让·莫罗, where the article has it more often than 让·莫罗当天.
fn whole_name(tallies: &HashMap<&[char], Tally>, letters: &[char], length: usize, reading: Reading) -> usize {
    let times = |length: usize| tallies.get(&letters[..length]).map_or(0, |tally| tally.long);
    let crowned = letters[length - 1] == '世';
    let foreign = reading == Reading::Sure(length) && length > LONGEST_NATIVE && !crowned;
    (3..length).find(|shorter| foreign && times(*shorter) > times(length)).unwrap_or(length)
}

/// How often each candidate, and its shorter reading, stands in the article.
fn count<'p>(page: &'p Page<'_>, words: &Words, candidates: &[Candidate]) -> HashMap<&'p [char], Tally> {
    let mut beginnings: HashMap<[char; 2], Vec<&'p [char]>> = HashMap::new();
    let mut tallies: HashMap<&'p [char], Tally> = HashMap::new();
    for candidate in candidates {
        let name = &page.letters[candidate.at..candidate.at + candidate.reading.longest()];
        if let [first, second, ..] = *name {
            let list = beginnings.entry([first, second]).or_default();
            if list.len() < SAME_BEGINNING && !list.contains(&name) {
                list.push(name);
                tallies.insert(name, Tally::default());
            }
        }
    }
    let opening = Letters::of(beginnings.keys().map(|beginning| beginning[0]));
    for at in 0..page.letters.len() {
        let letters = &page.letters[at..];
        let [first, second, ..] = *letters else { break };
        if !opening.contains(first) {
            continue;
        }
        for name in beginnings.get(&[first, second]).into_iter().flatten() {
            let Some(tally) = tallies.get_mut(name) else { continue };
            if letters.starts_with(name) {
                tally.long += 1;
            } else if letters.starts_with(&name[..name.len() - 1])
                && words.follows_a_subject(&letters[name.len() - 1..])
            {
                tally.short += 1;
            }
        }
    }
    tallies
}

fn collect(page: &Page<'_>, words: &Words, (start, end): Span, found: &mut Vec<Candidate>) {
    let letters = &page.letters[..end];
    let mut opens = true;
    let mut at = start;
    while at < end {
        let letter = letters[at];
        let rest = &letters[at..];
        let mark = part_mark(rest);
        if mark > 0 {
            let first = words.first_part_before(&letters[start..at]);
            // 弗兰基-德容, but not 北京-上海
            if first > usize::from(!is_dot(letter))
                && let Some(reading) = words.name_at(&letters[at - first..])
                && reading.likely() > first
            {
                found.push(Candidate { at: at - first, reading, clear: true });
                at += reading.likely() - first;
                continue;
            }
        }
        // M罗: a name that is half Latin; one that comes again is one
        if let Some(length) = words.half_latin_name(&letters[start..], at - start) {
            found.push(Candidate { at, reading: Reading::Sure(length), clear: false });
            opens = false;
            at += length;
            continue;
        }
        if let Some(length) = pseudonyms::length_before(words, &letters[start..], at - start) {
            found.push(Candidate { at: at - length, reading: Reading::Sure(length), clear: true });
        }
        if let Some(length) = stands_in_view(words, rest) {
            found.push(Candidate { at: at + 1, reading: Reading::Sure(length), clear: true });
        }
        if is_latin(letter) {
            let (candidate, next) = latin::name_at(words, &letters[start..], at - start);
            found.extend(candidate.map(|(at, length)| Candidate {
                at: start + at,
                reading: Reading::Sure(length),
                clear: true,
            }));
            // CEO王明
            let last = letters[at..start + next].rsplit(|letter| *letter == ' ').next().unwrap_or_default();
            let office = words.is_latin_title(last);
            at = start + next;
            if let Some(reading) = name_behind(words, &letters[at..]).filter(|_| office) {
                found.push(Candidate { at, reading, clear: true });
            } else if let Some((length, true)) = name_behind_title(words, &letters[at..]).filter(|_| office) {
                found.push(Candidate { at, reading: Reading::Sure(length), clear: true });
            }
            opens = false;
            continue;
        }
        if let Some(length) =
            words.longest(rest, Classes::TITLE.and(Classes::RENAMING)).or_else(|| open_title(words, rest))
        {
            // 十九中校长 holds no 中校
            if length > 1 && words.longest(&rest[length - 1..], Classes::TITLE).is_some_and(|over| over > 1) {
                at += length - 1;
                opens = false;
                continue;
            }
            at += length;
            opens = false;
            if tells_a_body(&letters[at..]) {
                continue;
            }
            if let Some(length) = named_behind(words, &letters[at..]) {
                found.push(Candidate { at: at + 1, reading: Reading::Sure(length), clear: true });
                continue;
            }
            let weighed = name_behind_title(words, &letters[at..]);
            if let Some(reading) = name_behind(words, &letters[at..]) {
                // 律师尚可为质疑: of two readings the likelier
                let known = weighed.filter(|(length, clear)| *clear && *length >= reading.longest());
                let either = |length: usize| matches!(reading, Reading::Either { .. }) || length > reading.longest();
                let reading =
                    known.filter(|(length, _)| either(*length)).map_or(reading, |(length, _)| Reading::Sure(length));
                found.push(Candidate { at, reading, clear: true });
            } else if let Some((length, _)) = weighed.filter(|(_, clear)| *clear) {
                found.push(Candidate { at, reading: Reading::Sure(length), clear: true });
            } else if let Some(reading) = labelled(words, &letters[at..]) {
                found.push(Candidate { at: at + 1, reading, clear: true });
            } else if let Some(length) = words.half_latin_name(&letters[start..], at - start) {
                found.push(Candidate { at, reading: Reading::Sure(length), clear: true });
            } else if let Some(length) = words.rare_name(&letters[at..], |rest| speaks_behind(words, rest)) {
                found.push(Candidate { at, reading: Reading::Sure(length), clear: true });
            } else if let [surname, _, behind @ ..] = &letters[at..]
                && words.is_surname(*surname)
                && tells_what_it_is(words, behind)
            {
                // 代表麦穗是一名教师: a name that is a word
                found.push(Candidate { at, reading: Reading::Sure(2), clear: true });
            } else if let Some((length, clear)) = weighed {
                found.push(Candidate { at, reading: Reading::Sure(length), clear });
            } else if words.rare_name(&letters[at..], is_dated).is_some() {
                // 总统川普29日说: one that comes again is one
                found.push(Candidate { at, reading: Reading::Sure(2), clear: false });
            } else if let [surname, '在' | '其' | '和' | '则', given, ..] = letters[at..]
                && words.is_surname(surname)
                && words.may_be_given(given)
            {
                // 律师兰和律师
                let called = words.longest(&letters[at + 2..], SAYS.and(Classes::TITLE)).is_some_and(|it| it > 1);
                // 总统文在寅, 村民黄和平: a little word opens the given name; one that comes again is one
                let behind = &letters[at + if called { 2 } else { 3 }..];
                let clear = called
                    || speaks_behind(words, behind)
                    || words.longest(behind, SAYS).is_some()
                    || announces(behind);
                found.push(Candidate { at, reading: Reading::Sure(if called { 2 } else { 3 }), clear });
            }
            continue;
        }
        // 里面有一个叫王明的，…
        if let Some(length) =
            named_behind(words, rest).filter(|_| matches!(letters[start..at], [.., '个' | '位' | '名']))
        {
            found.push(Candidate { at: at + 1, reading: Reading::Sure(length), clear: true });
            at += 1 + length;
            opens = false;
            continue;
        }
        // 副研究院张文卓表示
        if !opens
            && let Some(length) = words.longest(rest, Classes::BODY).filter(|length| *length > 1)
            && let Some(reading) = words.native_name(&letters[at + length..])
            && name_behind(words, &letters[at + length..]).is_some()
            && (speaks_behind(words, &letters[at + length + reading.longest()..])
                || letters[at + length + reading.likely()..].starts_with(&['（', '化', '名']))
        {
            found.push(Candidate { at: at + length, reading, clear: true });
            at += length;
            continue;
        }
        if opens && let Some(length) = words.lead(rest).filter(|_| words.name_at(rest).is_none()) {
            at += length;
            continue;
        }
        if opens && let Some(reading) = name_behind(words, rest) {
            let native = words.native_name(rest) == Some(reading);
            let says = |length: usize| {
                // 林蔚女士: what stands behind a name tells that it is one
                words.longest(&rest[length..], SAYS.and(Classes::HONOUR)).is_some()
            };
            let turns = |length: usize| matches!(rest.get(length), Some('则' | '則' | '却' | '卻'));
            let speaks = |length: usize| {
                says(length) || speaks_behind(words, &rest[length..]) || says_next(words, &rest[length..])
            };
            let turned = native && (2..4).any(|length| turns(length) && (speaks(length) || announces(&rest[length..])));
            let clear = stands_behind_speech(page, at)
                || stands_behind_epithet(page, words, start, at)
                || is_introduced(&letters[start..at])
                || stands_behind_past(words, &letters[start..at])
                || (native && reading.longest() > 2 || !native && words.longest(rest, Classes::PLACE).is_none())
                    && stands_behind_age(&letters[start..at])
                || native && tells_what_it_is(words, &rest[reading.longest()..])
                || native && acts_behind(words, letters, start, at, reading)
                || native && at == start && is_taken_up(words, rest, reading)
                || turned
                || native && (is_womans(words, rest, reading) || owns_a_voice(words, rest, reading))
                || speaks(reading.longest())
                || matches!(reading, Reading::Either { short, .. } if speaks(short));
            // 李薇把合同推了回去
            let weighed =
                name_at_opening(words, rest).filter(|(length, clear)| *clear && native && reading.may_be(*length));
            if let Some((length, _)) = weighed.filter(|_| !clear) {
                found.push(Candidate { at, reading: Reading::Sure(length), clear: true });
            } else if native || clear {
                found.push(Candidate { at, reading, clear });
            }
        } else if opens && let Some((length, clear)) = name_at_opening(words, rest) {
            // 84岁的谈瑞麟说
            let clear = clear || stands_behind_age(&letters[start..at]);
            found.push(Candidate { at, reading: Reading::Sure(length), clear });
        }
        // 拜访季若水先生
        let inside = || at > start && words.at(&letters[at - 1..]).any(|(length, _)| length > 1);
        if !opens
            && words.is_surname(letter)
            && !inside()
            && let Some(reading) = name_behind(words, rest)
            && words.native_name(rest) == Some(reading)
            && let Some(length) = honoured(rest, reading)
        {
            found.push(Candidate { at, reading: Reading::Sure(length), clear: true });
        }
        opens = is_pause(letter) || matches!(letter, QUOTED | '、' | ' ' | '\u{3000}' | '和' | '的' | '让');
        // 令王明感慨
        opens |= letter == '令'
            && (at == start || is_pause(letters[at - 1]) || matches!(letters[at - 1], '这' | '也' | '更'));
        at += 1;
    }
}

/// A name, unless a word begins there: 专家解释.
pub(super) fn name_behind(words: &Words, letters: &[char]) -> Option<Reading> {
    if words.at(letters).any(|(length, classes)| {
        length > 1 && !classes.any(Classes::DOUBLE_SURNAME.and(Classes::PLACE).and(Classes::FOREIGN_NAME))
    }) {
        return None;
    }
    words.name_at(letters)
}
