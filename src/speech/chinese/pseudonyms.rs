//! Names that the article says are not the real ones: 供应商何国庆（化名）, 菲利普（化名）.

use super::page::{QUOTED, is_pause};
use super::words::{Classes, Words, is_han};

/// How far behind its bracket the word stands that tells a name is not the real one: （应受访者要求为化名）.
const TOLD: usize = 12;

/// The longest such name.
const LONGEST: usize = 6;

/// How long the name is that stands before a bracket which says it is not the real one.
pub(super) fn length_before(words: &Words, letters: &[char], bracket: usize) -> Option<usize> {
    let inside = letters.get(bracket + 1..).filter(|_| matches!(letters[bracket], '（' | '('))?;
    let close = inside.iter().take(TOLD).position(|letter| matches!(letter, '）' | ')'))?;
    inside[..close].windows(2).any(|pair| pair == ['化', '名']).then_some(())?;
    let before = &letters[..bracket];
    let parts = |letter: &&char| !is_pause(**letter) && **letter != QUOTED && is_han(**letter) && **letter != '的';
    let whole = before.iter().rev().take(LONGEST + 1).take_while(parts).count();
    let titled = |length: usize| words.longest_at_end(&before[..bracket - length], Classes::TITLE).is_some();
    let named = |length: usize| length <= whole && words.surname(&before[bracket - length..]).is_some();
    // 消费者李欣, 供应商何国庆
    if let Some(length) = [3, 2, 4].into_iter().find(|length| named(*length) && titled(*length)) {
        return Some(length);
    }
    // 菲利普
    if whole <= LONGEST && (2..=LONGEST).contains(&whole) && !(1..whole).any(titled) && (whole < 5 || !named(3)) {
        return Some(whole);
    }
    let behind_title = (2..=whole.min(LONGEST)).find(|length| titled(*length));
    behind_title.or_else(|| [3, 2].into_iter().find(|length| named(*length)))
}
