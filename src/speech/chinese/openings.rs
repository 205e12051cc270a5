//! What news and clauses open with before anybody is named, and who is told something: datelines, dates, the occasion.

use super::page::{QUOTED, is_pause};
use super::words::is_han;

/// The longest dateline: 新华社北京3月5日电.
const DATELINE: usize = 40;

/// 新华社北京3月5日电（记者王明）
pub(super) fn dateline_length(letters: &[char]) -> Option<usize> {
    // 【晨报报道】
    if letters.first() == Some(&'【') {
        return letters.iter().take(DATELINE).position(|letter| *letter == '】').map(|at| at + 1);
    }
    if matches!(letters.first(), Some('（' | '(')) {
        return letters.iter().take(DATELINE).position(|letter| matches!(letter, '）' | ')')).map(|at| at + 1);
    }
    // 海湾网8月29日报道台媒称
    let reported = letters.windows(3).take(DATELINE).position(|three| three == ['日', '报', '道']);
    if let Some(at) = reported.filter(|at| letters[..*at].last().is_some_and(char::is_ascii_digit)) {
        let behind = letters
            .get(at + 3)
            .filter(|next| next.is_whitespace() || is_han(**next) && !matches!(next, '称' | '说' | '指' | '的' | '了'));
        return behind.map(|_| at + 3);
    }
    let end = letters.iter().take(DATELINE).position(|letter| matches!(letter, '电' | '讯'))?;
    let dated = end > 0 && matches!(letters[end - 1], '日' | '社' | '报' | '息');
    let opens = letters.get(end + 1).is_none_or(|next| next.is_whitespace() || matches!(next, '（' | '('));
    (dated && opens).then_some(end + 1)
}

/// What stands behind a dateline and the brackets that name its reporters: 新华社北京3月5日电（记者王明）“…”.
pub(super) fn past_dateline(letters: &[char]) -> &[char] {
    let past_space = |at: usize| at + letters[at..].iter().take_while(|letter| letter.is_whitespace()).count();
    let mut at = past_space(0);
    for _ in 0..2 {
        let length = dateline_length(&letters[at..]).unwrap_or(0);
        at = past_space((at + length).min(letters.len()));
    }
    &letters[at..]
}

/// 3月5日, 2019年
pub(super) fn date_length(letters: &[char]) -> Option<usize> {
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let unit = matches!(letters.get(digits), Some('年' | '月' | '日' | '时' | '点'));
    ((1..=4).contains(&digits) && unit).then_some(digits + 1)
}

/// 在接受采访时, 在会上
pub(super) fn place_length(letters: &[char]) -> Option<usize> {
    if !matches!(letters.first(), Some('在' | '当')) {
        return None;
    }
    let inside = letters.iter().take(36).take_while(|letter| !is_pause(**letter) && **letter != QUOTED).count();
    (2..inside).find(|at| closes_place(letters[*at])).map(|at| at + 1)
}

/// Whether a place or time that 在 opens may end with a letter.
pub(super) fn closes_place(letter: char) -> bool {
    matches!(letter, '上' | '中' | '时' | '后' | '里' | '前' | '间' | '下' | '内' | '外')
}

/// 市民向商报反映: whether what could be a name is a body that is told something.
pub(super) fn tells_a_body(letters: &[char]) -> bool {
    matches!(letters, ['向', _, '报' | '社' | '台' | '网' | '局' | '院' | '部' | '委' | '署' | '厅', ..])
}
