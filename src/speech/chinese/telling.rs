//! How far a word of saying reaches: over what somebody tells of, over those who are told.

use super::cues::CALLED;
use super::latin::is_latin;
use super::page::{QUOTED, is_colon, is_comma, is_pause};
use super::words::{Classes, Words, is_han};

/// The most letters of what somebody tells of: 分享了治水的经验：….
const SUBJECT: usize = 30;

/// The most letters of a name in Latin letters.
const LATIN: usize = 40;

/// The most letters of what is published, before its colon: 一份情况说明.
const PUBLISHED: usize = 10;

/// 了[校园改造的情况：]先…: where the colon stands behind what somebody tells of, if no quotation marks follow.
pub(super) fn told_after(letters: &[char], behind: usize) -> Option<usize> {
    let told = letters.get(behind..).filter(|told| told.first() == Some(&'了'))?;
    let colon = behind + told.iter().take(SUBJECT).position(|letter| is_pause(*letter) || *letter == QUOTED)?;
    let follows = is_colon(letters[colon]) && letters.get(colon + 1).is_some_and(|next| *next != QUOTED);
    (follows && colon > behind + 2).then_some(colon)
}

/// [发布警情通报]：…: where the colon stands behind a paper that is published.
pub(super) fn published(words: &Words, letters: &[char], at: usize) -> Option<usize> {
    let rest = letters.get(at..)?;
    matches!(rest, ['发', '布' | '表' | '出', ..]).then_some(())?;
    let colon = 2 + rest[2..].iter().take(PUBLISHED).position(|letter| !is_han(*letter))?;
    let paper = words.longest_at_end(&rest[2..colon], Classes::PAPER.and(Classes::STATEMENT)).is_some();
    (paper && is_colon(rest[colon])).then_some(at + colon)
}

/// Whether a few letters up to a comma are those who are called upon, for what they should do follows: 呼吁市府，不要….
pub(super) fn calls_upon(letters: &[char], from: usize, stop: usize) -> bool {
    let next = letters.get(stop + 1..).unwrap_or_default();
    let asked = matches!(
        next,
        ['不' | '别' | '切' | '务', _, ..] | ['要' | '应' | '请' | '须' | '勿' | '尽' | '必' | '能' | '可', ..]
    );
    stop > from && stop - from <= CALLED && is_comma_at(letters, stop) && asked
}

/// How long a name in Latin letters is that ends the clause: 告诉 The Evening Post。
pub(super) fn latin_length(letters: &[char]) -> usize {
    let name = letters.iter().take(LATIN).take_while(|letter| is_latin(**letter) || **letter == ' ').count();
    let ends = letters.get(name).is_none_or(|next| is_pause(*next) || *next == QUOTED);
    if ends && letters[..name].iter().any(|letter| is_latin(*letter)) { name } else { 0 }
}

fn is_comma_at(letters: &[char], at: usize) -> bool {
    letters.get(at).is_some_and(|letter| is_comma(*letter))
}
