//! Words that stand on a thing and are nobody's: 横幅上写着“…”, 门边贴着一张告示：“…”, 打出“…”的广告语.

use super::page::{QUOTED, Span, is_colon, is_comma, is_end};
use super::paragraph::Paragraph;
use super::words::Classes;

/// How far before a passage the word stands for what it is on.
const NEAR: usize = 12;

/// The most letters that tell of such a word behind 的: 的巨幅广告.
const OF: usize = 5;

/// How words get on a thing, and how it is shown.
const WRITTEN: &str = "写印刻画涂喷题绣贴挂";
const SHOWN: &str = "举拉打竖";

impl Paragraph<'_, '_> {
    /// Whether a passage of the sentence that begins there stands on a sign.
    pub fn is_on_a_sign(&self, start: usize, mark: Span) -> bool {
        let letters = &self.page().letters[..self.span.1];
        let stops = |letter: &char| is_comma(*letter) || is_end(*letter) || *letter == QUOTED;
        let near =
            letters[start.max(mark.0.saturating_sub(NEAR))..mark.0].iter().rev().take_while(|it| !stops(it)).count();
        let before = &letters[mark.0 - near..mark.0];
        let sign = |at: usize| self.words().longest(&before[at..], Classes::SIGN).map(|length| at + length);
        let behind = (0..near).filter_map(sign).max().map(|end| &before[end..]);
        let written = behind.is_some_and(|behind| {
            let colon = behind.last().is_some_and(|last| is_colon(*last));
            colon && behind.len() == 1 || behind.iter().any(|letter| WRITTEN.contains(*letter))
        });
        // 打出“…”的广告语, 写有“…”字样
        let rest = letters[mark.1..].iter().take_while(|letter| !stops(letter)).count();
        let rest = &letters[mark.1..mark.1 + rest];
        let of = usize::from(rest.first() == Some(&'的'));
        let noun = |at: usize| rest.get(at..).and_then(|rest| self.words().longest(rest, Classes::SIGN)).is_some();
        let marked = self.words().longest(rest, Classes::SIGN).is_some() || of > 0 && (of..=OF).any(noun);
        let shows = before.iter().any(|letter| WRITTEN.contains(*letter) || SHOWN.contains(*letter));
        written || marked && shows
    }
}
