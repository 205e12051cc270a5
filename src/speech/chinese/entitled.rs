//! Names behind a title whose letters are in no list, or are words of their own: 书记党建民表示, 法官古玛雷指出.
//!
//! Every length a name may have is weighed by its first letters, by the words it would hold or cut, and by what follows.

use super::census::name_behind;
use super::names::{Reading, SAYS};
use super::page::{is_colon, is_comma};
use super::standing::{announces, speaks_behind};
use super::words::{Classes, Words, is_han, is_number};

/// The most letters of such a name.
const LONGEST: usize = 6;

/// The most letters of a Chinese name without a surname of two letters.
const NATIVE: usize = 3;

/// The least weight of a name, and of one that need not stand in the article again.
const LEAST: i32 = 5;
const CLEAR: i32 = 6;

/// The least weight of a name that no title stands before.
const ALONE: i32 = 8;

/// What no name is: what somebody does or says, whom else there is, what joins two words.
const OTHER: Classes = Classes::SAYING
    .and(Classes::REMARK)
    .and(Classes::TELLING)
    .and(Classes::SHOWING)
    .and(Classes::TAIL)
    .and(Classes::LEAD)
    .and(Classes::ACT)
    .and(Classes::PREPOSITION)
    .and(Classes::TITLE)
    .and(Classes::BODY)
    .and(Classes::PAPER)
    .and(Classes::COUNTING)
    .and(Classes::POINTING)
    .and(Classes::PLURAL)
    .and(Classes::NO_CUE)
    .and(Classes::RECEPTION)
    .and(Classes::TOPIC)
    .and(Classes::PRONOUN);

/// The length of the name that stands behind a title, and whether it is one though it stands nowhere else.
pub(super) fn name_behind_title(words: &Words, letters: &[char]) -> Option<(usize, bool)> {
    likeliest(words, letters).map(|(weight, length)| {
        // 老人吐出一口水: two letters that write foreign names need more
        let native = words.is_surname(letters[0]) || words.is_rare_surname(letters[0]);
        (length, weight >= CLEAR + i32::from(length == 2 && !native))
    })
}

/// The same where a clause or what somebody did opens a name: 种了三十亩柿子的[党建民]第一个站起来.
pub(super) fn name_at_opening(words: &Words, letters: &[char]) -> Option<(usize, bool)> {
    let first = *letters.first()?;
    // most letters are no surname, and the weighing is not asked of them
    let (clear, known) = (words.is_clear_surname(first), words.is_surname(first) || words.is_rare_surname(first));
    let (weight, length) = if clear || known { likeliest(words, letters)? } else { return None };
    (clear || length == NATIVE).then_some((length, weight >= ALONE))
}

fn likeliest(words: &Words, letters: &[char]) -> Option<(i32, usize)> {
    let han = letters.iter().take(LONGEST).take_while(|letter| is_han(**letter)).count();
    let weighed = (2..=han).filter_map(|length| Some((weight(words, letters, length)?, length)));
    // of two that are as likely, the one of three letters
    let (weight, length) =
        weighed.max_by_key(|(weight, length)| (*weight, *length == NATIVE, std::cmp::Reverse(*length)))?;
    (weight >= LEAST).then_some((weight, length))
}

fn weight(words: &Words, letters: &[char], length: usize) -> Option<i32> {
    let (name, rest) = letters.split_at(length);
    // 成都市, 水利部, 巴西人, 工人党后港[区]
    let place =
        |letter: Option<&char>| letter.is_some_and(|letter| "县市省镇乡村区州部局院厅署处路街港".contains(*letter));
    let given = |last: &char| words.may_be_given(*last) || words.is_foreign(*last);
    let ends = name.last().is_some_and(|last| given(last) && *last != '人') && !place(name.last());
    if !ends || place(rest.first()) && rest.get(1) != Some(&'长') {
        return None;
    }
    // 村民多吉家的牦牛
    if name.ends_with(&['家']) && matches!(rest.first(), Some('的' | '里' | '中' | '门')) {
        return None;
    }
    let shape = shape(words, name)?;
    let mut weight = shape + following(words, rest)?;
    for at in 0..length {
        for (word, classes) in words.at(&letters[at..]).filter(|(word, _)| *word > 1) {
            let inside = at + word <= length;
            // 李师傅: no given name
            if at > 0 && at + word == length && classes.any(Classes::HONOUR) {
                return None;
            }
            // 高度评[价]: a word is cut in two
            if !inside && (word > 2 || classes.any(OTHER)) || at == 0 && classes.any(OTHER) {
                return None;
            }
            // 宁静 may be no name, 党[建国] is likely one
            weight -= match (at, word == length) {
                (0, true) => 4,
                _ if !inside => 2,
                (0, false) => 1,
                // 应[尽量]: a surname that is hardly one, before a word
                _ if classes.any(OTHER) || !words.is_surname(name[0]) => 2,
                _ => 0,
            };
        }
    }
    // a letter that is hardly in a name: 熊望舒
    let odd = name.iter().skip(1).filter(|letter| !words.may_be_given(**letter)).count();
    // most names have three letters
    let surname = words.is_surname(name[0]) || words.is_rare_surname(name[0]);
    let whole = name.len() == NATIVE && odd == 0 && surname;
    // 李薇
    let womans = surname && name.last().is_some_and(|last| words.is_female(*last));
    // 于涛[从]车窗里探出头, but 饶子和说
    let little = name.len() > 2 && words.classes_of(&name[name.len() - 1..]).any(Classes::PREPOSITION);
    if little && rest.first().is_some_and(|next| is_han(*next)) && words.longest(rest, SAYS).is_none() {
        return None;
    }
    Some(weight - odd as i32 + i32::from(whole) + 2 * i32::from(womans))
}

/// How much a stretch looks like a name by its own letters: 4 with a clear surname, less without.
fn shape(words: &Words, name: &[char]) -> Option<i32> {
    let given = |length: usize| name.len() - length;
    let first = *name.first()?;
    if let Some(double) = words.longest(name, Classes::DOUBLE_SURNAME)
        && (1..=2).contains(&given(double))
    {
        return Some(4);
    }
    let foreign = name.iter().filter(|letter| words.is_foreign(**letter)).count();
    let other = name.len() - foreign;
    let strange = match (other, name.len()) {
        _ if !words.is_foreign(first) => None,
        (0, 2) => Some(3),
        (0, _) => Some(4),
        (1, 2..=4) => Some(2),
        (1, _) => Some(3),
        _ => None,
    };
    let native = (name.len() <= NATIVE).then(|| {
        // 和某
        if words.is_clear_surname(first) || name[1] == '某' {
            4
        } else if names_two(words, name) {
            0
        } else if words.is_surname(first) || words.is_rare_surname(first) {
            3
        } else if words.is_odd_surname(first) && name.len() == NATIVE {
            2
        } else {
            0
        }
    });
    native.filter(|native| *native > 0).max(strange)
}

/// 律师[和李明], 厨师[向本刊]: whether the first letter joins somebody else to whom the title is for.
fn names_two(words: &Words, name: &[char]) -> bool {
    let joins = words.classes_of(&name[..1]).any(Classes::PREPOSITION.and(Classes::JOINT).and(Classes::TAIL));
    let word = words.at(&name[1..]).any(|(length, _)| length > 1);
    joins && (word || name.len() < NATIVE || words.is_surname(name[1]) || words.is_foreign(name[1]))
}

/// How much what follows looks like what a speaker does: 4 for a word of saying.
fn following(words: &Words, rest: &[char]) -> Option<i32> {
    // 高兴[地说]
    if matches!(rest.first(), Some('地' | '得' | '着' | '了' | '过' | '们')) {
        return None;
    }
    let mut behind = rest;
    // 则提醒
    while let Some(tail) = words.longest(behind, Classes::TAIL).filter(|_| words.longest(behind, SAYS).is_none()) {
        behind = &behind[tail..];
    }
    let says = words.longest(behind, SAYS).filter(|_| {
        let noun = words.longest(behind, Classes::NO_CUE);
        noun.is_none() || noun == words.longest(behind, SAYS)
    });
    if says.is_some_and(|says| says > 1) || speaks_behind(words, rest) || announces(rest) {
        return Some(4);
    }
    // 说起那天，…
    if words.longest(behind, Classes::TOPIC).is_some_and(|topic| topic > 1) {
        return Some(4);
    }
    if says.is_some() {
        return Some(3);
    }
    if behind.len() < rest.len() {
        return Some(if rest.len() - behind.len() > 1 { 4 } else { 2 });
    }
    let next = *rest.first()?;
    // 赛后说, 教授认为, 叉着腰
    let lasting = matches!(rest.get(1), Some('着' | '了')) && is_han(next);
    // 开了十五年, 惊魂未定
    if next == '把' {
        return Some(3);
    }
    let years = lasting && rest.get(2).is_some_and(|number| is_number(*number));
    let feels = words.longest(rest, Classes::STANCE).is_some_and(|length| length > 2);
    if years || feels {
        return Some(4);
    }
    let does = Classes::ACT.and(Classes::PREPOSITION).and(Classes::LEAD).and(Classes::HONOUR);
    if lasting || words.longest(rest, does).is_some_and(|act| act > 1) {
        return Some(3);
    }
    if matches!(next, '对' | '向' | '在' | '就' | '把' | '从' | '将' | '被' | '说' | '是' | '的') {
        return Some(2);
    }
    (is_comma(next) || matches!(next, '、' | '。' | '（' | '(')).then_some(2)
}

/// The length of a word for what somebody does that no list has, before a name or a word of saying: 养蚝户冯带好.
pub(super) fn open_title(words: &Words, letters: &[char]) -> Option<usize> {
    let [first, second, last, behind @ ..] = letters else { return None };
    let word = words.ends_a_title(*last) && words.may_be_given(*first) && words.may_be_given(*second);
    let listed = |at: usize| words.at(&letters[at..]).any(|(length, _)| length > 1 && at + length > 2);
    if !word || (0..3).any(listed) || words.at(letters).any(|(_, classes)| classes.any(OTHER)) {
        return None;
    }
    let says = words.longest(behind, SAYS).is_some_and(|says| says > 1);
    let named = name_behind(words, behind).is_some_and(|reading| speaks_behind(words, &behind[reading.likely()..]));
    // 制茶人王明, but not 没有人说
    let says = says && *last != '人';
    (says || named || name_behind_title(words, behind).is_some_and(|(_, clear)| clear)).then_some(OPEN)
}

/// How many letters such a word has.
const OPEN: usize = 3;

/// 政协委员 王明：…: a name that a space parts from its office, before a colon.
pub(super) fn labelled(words: &Words, letters: &[char]) -> Option<Reading> {
    let name = letters.strip_prefix(&[' '])?;
    let reading = name_behind(words, name)?;
    let length = (2..=reading.longest()).find(|length| name.get(*length).is_some_and(|next| is_colon(*next)))?;
    Some(Reading::Sure(length))
}

/// How long a name is before a word for a lady or a gentleman.
pub(super) fn honoured(letters: &[char], reading: Reading) -> Option<usize> {
    let lengths = [reading.longest(), reading.longest() - 1];
    lengths
        .into_iter()
        .find(|length| *length > 1 && matches!(letters.get(*length..), Some(['先', '生', ..] | ['女', '士', ..])))
}
