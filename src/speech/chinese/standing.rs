//! Where a name may stand: behind speech, behind what somebody is called, behind a clause that tells what somebody is.

use super::census::name_behind;
use super::cues::introduces;
use super::names::Reading;
use super::page::{Page, QUOTED, is_colon, is_comma, is_end, is_pause};
use super::words::{Classes, Words, is_han, is_number};

/// From so many letters on a passage is speech and no word.
const LONG: usize = 12;

/// The longest clause behind a name and the one that says something, in letters.
const SPEAKS: usize = 30;

/// How far behind 是 an office may end.
const OFFICE: usize = 24;

/// “看，鱼跳起来了！”赵小满指着水面; “鱼跳起来了，我看见了”，赵小满说起那天的事.
pub(super) fn stands_behind_speech(page: &Page<'_>, at: usize) -> bool {
    let behind = |at: usize| {
        let number = page.marks.partition_point(|mark| mark.1 < at);
        page.marks.get(number).copied().filter(|mark| mark.1 == at)
    };
    let comma = at.checked_sub(1).filter(|before| is_comma(page.letters[*before])).and_then(behind);
    behind(at).is_some_and(|mark| page.ends_like_speech(mark)) || comma.is_some_and(|mark| mark.1 - mark.0 > LONG)
}

/// 前国脚、“黑旋风”王明: whether a place stands behind an office and what somebody is called.
pub(super) fn stands_behind_epithet(page: &Page<'_>, words: &Words, start: usize, at: usize) -> bool {
    let number = page.marks.partition_point(|mark| mark.1 < at);
    let mark = page.marks.get(number).filter(|mark| mark.1 == at && mark.0 > start);
    let office = mark.map(|mark| &page.letters[start..mark.0]).and_then(|before| before.strip_suffix(&['、']));
    office.is_some_and(|office| words.longest_at_end(office, Classes::TITLE).is_some())
}

/// 作为一名老师，王明…: whether the clause before tells what somebody is.
pub(super) fn is_introduced(before: &[char]) -> bool {
    let Some(clause) = before.split_last().filter(|(last, _)| is_comma(**last)).map(|(_, clause)| clause) else {
        return false;
    };
    let from = clause.iter().rposition(|letter| is_pause(*letter)).map_or(0, |at| at + 1);
    matches!(clause[from..], ['作' | '身', '为', ..])
}

/// 曾任护士的王明: whether the words before tell what somebody was.
pub(super) fn stands_behind_past(words: &Words, before: &[char]) -> bool {
    let Some(described) = before.strip_suffix(&['的']) else { return false };
    let from = described.iter().rposition(|letter| is_pause(*letter)).map_or(0, |at| at + 1);
    let clause = &described[from..];
    let was = matches!(clause, ['曾', '任' | '是' | '做', ..] | ['身', '为', ..] | ['担', '任', ..] | ['出', '身', ..]);
    was && words.longest_at_end(clause, Classes::TITLE).is_some()
}

/// [在]沈从周[看来]: how long the name is whose view stands behind these letters.
pub(super) fn stands_in_view(words: &Words, letters: &[char]) -> Option<usize> {
    let behind = letters.strip_prefix(&['在'])?;
    let reading = name_behind(words, behind)?;
    let lengths = [reading.longest(), reading.longest() - 1].into_iter().filter(|length| *length > 1);
    lengths.into_iter().find(|length| words.longest(behind.get(*length..).unwrap_or_default(), Classes::VIEW).is_some())
}

/// 64岁的王桂兰: whether the words before tell how old somebody is.
pub(super) fn stands_behind_age(before: &[char]) -> bool {
    matches!(before, [.., digit, '岁', '的'] if digit.is_ascii_digit())
}

/// 王建国是李红的教练, 王建国今年57岁: whether the words behind a name tell what somebody is.
pub(super) fn tells_what_it_is(words: &Words, rest: &[char]) -> bool {
    let aged = |age: &[char]| age.first().is_some_and(char::is_ascii_digit) && age.iter().take(4).any(|c| *c == '岁');
    let rest = match rest {
        ['曾' | '原' | '本' | '也' | '就' | '便', behind @ ..] if behind.first() == Some(&'是') => behind,
        ['曾', '经', behind @ ..] if behind.first() == Some(&'是') => behind,
        _ => rest,
    };
    match rest {
        ['是', told @ ..] => {
            let clause = told.iter().take(OFFICE).take_while(|letter| !is_pause(**letter)).count();
            words.longest_at_end(&told[..clause], Classes::TITLE).is_some_and(|title| title > 1)
        }
        // 王金水（62岁）
        ['今' | '现', '年', age @ ..] | ['（' | '(', age @ ..] => aged(age),
        _ => false,
    }
}

/// 王楚岚重返第一: whether a name opens a sentence and a verb of two letters follows.
pub(super) fn acts_behind(words: &Words, letters: &[char], start: usize, at: usize, reading: Reading) -> bool {
    let before = &letters[start..at];
    // 接着王明走上台
    let led = words.longest_at_end(before, Classes::LEAD).is_some_and(|lead| lead > 1);
    let opens = led || before.last().is_none_or(|last| matches!(last, '。' | '，'));
    let acts = |length: usize| {
        // 王楚岚7日出席
        let rest = &letters[at + length..];
        let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
        let dated = digits > 0 && rest.get(digits) == Some(&'日');
        let rest = &rest[if dated { digits + 1 } else { 0 }..];
        words.longest(rest, Classes::ACT).is_some_and(|act| act > 1)
    };
    opens && reading.longest() > 2 && (acts(reading.longest()) || reading.longest() > 3 && acts(reading.likely()))
}

/// 王明[放下电话，向村民喊道：“…”]: whether the second clause behind a name turns to somebody and ends with a word of saying.
pub(super) fn says_next(words: &Words, rest: &[char]) -> bool {
    let clause = rest.iter().take(SPEAKS).take_while(|letter| is_han(**letter)).count();
    let acts = clause > 2 && rest.get(clause).is_some_and(|comma| is_comma(*comma));
    let Some(next) = rest.get(clause + 1..).filter(|_| acts) else { return false };
    let turns =
        matches!(next.first(), Some('对' | '對' | '向' | '朝' | '冲' | '衝' | '跟' | '笑' | '低' | '大' | '叹' | '嘆'));
    let length = next.iter().take(SPEAKS).take_while(|letter| is_han(**letter)).count();
    let says = words.longest_at_end(&next[..length], Classes::SAYING.and(Classes::REMARK)).is_some();
    turns && says && next.get(length).is_some_and(|colon| is_colon(*colon))
}

/// 贾玉兰的茶馆开了四十年: a surname that opens few words, with two letters of which one is mostly a woman's.
pub(super) fn is_womans(words: &Words, rest: &[char], reading: Reading) -> bool {
    let [surname, first, second, behind @ ..] = rest else { return false };
    let given = words.is_female(*first) || words.is_female(*second);
    let ends = behind.first() == Some(&'的') || words.is_border(behind);
    reading.likely() == 3 && words.is_clear_surname(*surname) && given && ends
}

/// 刘建军的声音有些发颤: a surname that opens few words, and what only somebody has.
pub(super) fn owns_a_voice(words: &Words, rest: &[char], reading: Reading) -> bool {
    let owned = |length: usize| {
        matches!(
            rest.get(length..),
            Some(
                ['的', '声' | '语' | '嗓', '音' | '气' | '调' | '门' | '子', ..]
                    | ['的', '眼', '睛' | '圈' | '眶' | '里', ..]
            )
        )
    };
    rest.first().is_some_and(|first| words.is_clear_surname(*first) || words.is_surname(*first))
        && (owned(reading.likely()) || owned(reading.longest()))
}

/// 老人[叫王明，…], 有一个[叫王明的]: how long the name is that these words give, to the end of their clause.
pub(super) fn named_behind(words: &Words, letters: &[char]) -> Option<usize> {
    let behind = letters.strip_prefix(&['叫'])?;
    let ends =
        |length: &usize| behind.get(*length).is_none_or(|next| is_pause(*next) || matches!(next, '（' | '(' | '的'));
    let rare = |length: usize| {
        let given = behind.get(1..length).is_some_and(|given| given.iter().all(|letter| words.may_be_given(*letter)));
        given && behind.first().is_some_and(|first| words.is_rare_surname(*first))
    };
    match name_behind(words, behind) {
        Some(reading) => {
            let lengths = [reading.longest(), reading.longest() - 1].into_iter();
            lengths.filter(|length| reading.may_be(*length)).find(ends)
        }
        None => [3, 2].into_iter().filter(|length| rare(*length)).find(ends),
    }
}

/// 骆明在邻县做了八年调查。他…: whether a name opens a paragraph whose next sentence goes on with 他.
pub(super) fn is_taken_up(words: &Words, rest: &[char], reading: Reading) -> bool {
    let Some(end) = rest.iter().take(TAKEN_UP).position(|letter| is_end(*letter)) else { return false };
    let next =
        rest[end + 1..].iter().position(|letter| !letter.is_whitespace()).map_or(&[][..], |at| &rest[end + 1 + at..]);
    let taken_up = matches!(next, ['他' | '她', behind, ..] if *behind != '们');
    let sentence = &rest[..end];
    let acts = sentence.get(reading.likely()..).is_some_and(|behind| words.is_border(behind));
    let years = sentence.windows(2).any(|pair| pair[0] == '了' && is_number(pair[1])) && sentence.contains(&'年');
    let surname = rest.first().is_some_and(|first| words.is_clear_surname(*first));
    taken_up && acts && (surname || years)
}

/// How far behind a name the next sentence begins that goes on with 他.
const TAKEN_UP: usize = 60;

/// Whether a day begins here: 29日.
pub(super) fn is_dated(rest: &[char]) -> bool {
    let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
    digits > 0 && rest.get(digits) == Some(&'日')
}

/// 周其凤用歌词送别学生：“…”: whether the clause behind a name ends with what somebody says.
pub(super) fn announces(rest: &[char]) -> bool {
    let clause = rest.iter().take(SPEAKS).take_while(|letter| !is_pause(**letter) && **letter != QUOTED).count();
    rest.get(clause).is_some_and(|letter| is_colon(*letter)) && rest.get(clause + 1) == Some(&QUOTED)
}

/// The farthest word of saying behind a name, in letters.
const FARTHEST: usize = 30;

/// The longest clause that ends with a colon before what somebody says, in letters.
const ANNOUNCES: usize = 6;

/// 王明[信心满满：“…”]; 王明[在会上发言时强调，]; 王明[心疼地说：]: whether the clause behind a name ends with
/// a word of saying or with what somebody says.
pub(super) fn speaks_behind(words: &Words, rest: &[char]) -> bool {
    let plain = |from: usize| {
        rest[from..].iter().take(FARTHEST).take_while(|letter| !is_pause(**letter) && **letter != QUOTED).count()
    };
    let mut clause = plain(0);
    // 王明在“灯会”上说
    if clause > 0 && rest.get(clause) == Some(&QUOTED) && matches!(rest[clause - 1], '在' | '于' | '就' | '对') {
        clause += rest[clause..].iter().take(FARTHEST).take_while(|letter| **letter == QUOTED).count();
        clause += plain(clause);
    }
    let next = rest.get(clause);
    let said = introduces(next);
    let ends = next.is_none_or(|next| is_end(*next));
    let colon = rest.get(clause).is_some_and(|letter| is_colon(*letter));
    let announces = colon && rest.get(clause + 1) == Some(&QUOTED);
    if announces && (1..=ANNOUNCES).contains(&clause) {
        return true;
    }
    let clause = &rest[..clause];
    let says = Classes::SAYING.and(Classes::REMARK);
    // 王明[在会上分享了治水的经验：]
    let told =
        (1..clause.len()).find_map(|at| words.longest_at_end(&clause[..at], says).filter(|_| clause[at] == '了'));
    let Some(cue) = words.longest_at_end(clause, says).or(told.filter(|_| colon)) else { return false };
    let (opens, before) = (clause.first(), clause[..clause.len() - cue].last());
    if !said && !ends {
        return false;
    }
    let received = words.longest(clause, Classes::RECEPTION).is_some();
    let dated = opens.is_some_and(char::is_ascii_digit);
    // 王明低着头回答
    let manner = words
        .longest(clause, Classes::ACT.and(Classes::TAIL))
        .is_some_and(|length| length > 1 || matches!(clause.get(length), Some('着')));
    received
        || dated
        || manner
        || matches!(opens, Some('在' | '就' | '对' | '向' | '从' | '被' | '把' | '日' | '昨' | '今' | '周'))
        || matches!(before, Some('地' | '得' | '时' | '后'))
        // 王明腼腆的笑了笑说
        || clause.windows(2).any(|pair| pair[0] == '的' && matches!(pair[1], '笑' | '叹' | '哭'))
}
