//! Whose words of saying are that have no subject of their own: who is cited, who was named before.

use super::cues::Cue;
use super::mentions::Head;
use super::page::{Span, is_pause};
use super::paragraph::Paragraph;
use super::reports::Report;
use super::sources::Source;
use super::words::Classes;

/// What somebody receives who is told something: 接到市民报警，称….
const RECEIVED: [[char; 2]; 7] =
    [['报', '警'], ['报', '案'], ['举', '报'], ['投', '诉'], ['求', '助'], ['检', '举'], ['来', '电']];

impl Paragraph<'_, '_> {
    /// 指挥中心接到一名女子报警，称…: who told it, where a clause or the one before it says that it was received.
    pub(super) fn received_from(&self, start: usize, clause: usize, cue: Cue) -> Option<Source> {
        let letters = &self.page().letters;
        let joined = clause > start && self.joined(clause, cue.start);
        let (begin, end) =
            if joined { (self.sources.clause_start(start, clause - 1), clause - 1) } else { (clause, cue.start) };
        let told = letters.get(begin..end)?;
        RECEIVED.iter().any(|word| told.ends_with(word)).then_some(())?;
        let taken = |pair: &[char]| matches!(pair, ['接' | '收', '到' | '获'] | ['接', '报']);
        // 海珠警方接群众报警
        let bare = |pair: &[char]| pair[0] == '接' && !matches!(pair[1], '受' | '着' | '连' | '近' | '触' | '报');
        let taken = told.windows(2).rposition(taken).map(|at| at + 2);
        let from = begin + taken.or_else(|| told.windows(2).rposition(bare).map(|at| at + 1))?;
        let mention = *self.sources.inside((from, end)).last()?;
        let span = (self.sources.past_lead((from, mention.start)), mention.end);
        Some(Source { span, mention: Some(mention) })
    }

    /// 他并表示: whether a pronoun is the one who spoke before.
    pub(super) fn says_more(&self, source: Source, cue: &Cue) -> bool {
        let one = source.mention.filter(|mention| mention.head == Head::Pronoun && mention.end == mention.start + 1);
        one.is_some_and(|mention| {
            let between = self.page().letters.get(mention.end..cue.start).unwrap_or_default();
            matches!(between.first(), Some('并' | '亦'))
        })
    }

    /// 援引一名外交官的话称, 援引知情人士的消息称: the one who is cited in the sentence that begins at `sentence`.
    pub fn cited(&self, sentence: usize, cue: Cue) -> Option<Source> {
        let clause = self.sources.clause_start(sentence, cue.start);
        let words = self.page().letters.get(clause..cue.start)?;
        // 转述父亲的话说
        let hands_on = words.windows(2).any(|pair| matches!(pair, ['的', '话']));
        let at = words.windows(2).position(|pair| {
            matches!(pair, ['援', '引'] | ['引', '述'] | ['引', '用'])
                || hands_on && matches!(pair, ['转', '述'] | ['借', '用'] | ['套', '用'])
        })?;
        let start = clause + at + 2;
        let close = words[at + 2..].windows(2).position(|pair| {
            matches!(pair, ['的', '话' | '说'] | ['言', '论'] | ['说', '法'] | ['观', '点'] | ['消', '息'])
        });
        let end = start + close.unwrap_or(0);
        let told = self.sources.inside((start, cue.start));
        match told.iter().rfind(|mention| mention.head != Head::Paper) {
            Some(mention) => Some(Source { span: (start, mention.end), mention: Some(*mention) }),
            None => (end > start).then_some(Source { span: (start, end), mention: None }),
        }
    }

    /// 记者向派出所核实，…: whom a reporter asked.
    pub(super) fn asked_of(&self, clause: usize, cue: Cue) -> Option<Source> {
        let letters = &self.page().letters;
        let words = letters.get(clause..cue.start)?;
        let at = words.windows(3).position(|three| three == ['记', '者', '向'])?;
        let asks = matches!(letters[cue.start..cue.end], ['核', '实'] | ['求', '证'] | ['了', '解', '到']);
        let span = (clause + at + 3, cue.start);
        let mention = self.sources.inside(span).last().copied();
        (asks && span.0 < span.1).then_some(Source { span, mention })
    }

    /// 律师说，已在准备，法官对此表示不满，认为…: who showed something in the clause before another, and where it begins.
    pub(super) fn shown_before(&self, before: &Report, clause: usize) -> Option<(Source, usize)> {
        let end = clause.checked_sub(1).filter(|end| *end > before.content.0)?;
        let begin = self.sources.clause_start(before.content.0, end);
        let cue = *self.cues_in((begin, end)).last()?;
        let letters = &self.page().letters;
        let shows = letters[cue.start..cue.end] == ['表', '示']
            && self.words().longest_at_end(&letters[cue.end..end], Classes::COURTESY).is_some();
        let source = self.sources.subject((begin, cue.start)).filter(|_| shows && begin > before.content.0)?;
        (source.mention.is_some() && source.span != before.source.span).then_some((source, begin))
    }

    /// 市教育局高度重视。表示将彻查此事。: whom the sentence before is about, where one opens with a word of saying.
    pub(super) fn carried_on(&self, sentence: Span, clause: usize, cue: Cue) -> Option<Source> {
        let opens = self.joined(sentence.0, clause) && cue.classes.any(Classes::SAYING);
        let number = self.sentences.partition_point(|before| before.0 < sentence.0).checked_sub(1).filter(|_| opens)?;
        let before = self.sentences.get(number)?;
        let source = self.sources.subject_before(before.0, before.1.saturating_sub(1))?;
        source.mention.is_some_and(|mention| mention.head != Head::Paper).then_some(source)
    }

    /// Whether nothing but joining words stands between two places: 并, 还.
    pub fn joined(&self, from: usize, to: usize) -> bool {
        let letters = &self.page().letters[..to];
        let mut at = from;
        while at < to {
            let word = self.words().longest(&letters[at..], Classes::TAIL.and(Classes::LEAD));
            match word {
                Some(length) => at += length,
                None if matches!(letters[at], '并' | '且' | '而' | ' ') => at += 1,
                None => return false,
            }
        }
        true
    }

    /// 表示，我读了报告，认为很好: whether a cue without a subject goes on with what somebody says of himself, from there.
    pub(super) fn thinks_within(&self, from: usize, cue: &Cue) -> bool {
        let letters = &self.page().letters;
        let clause = self.sources.clause_start(from, cue.start);
        let told = letters.get(from..clause).unwrap_or_default();
        let opens = |at: usize| told[at] == '我' && (at == 0 || is_pause(told[at - 1]));
        clause == cue.start && (0..told.len()).any(opens)
    }
}
