//! Whom 对方 means: the other side of what was told, 他致电经理，对方表示….

use super::mentions::{Head, Mention};
use super::page::{Span, is_end};
use super::resolve::Resolver;
use super::sources::Source;

/// How far before 对方 the other side was named, in letters.
const NEAR: usize = 120;

impl Resolver<'_, '_> {
    /// Whether words are only 对方.
    pub(super) fn is_counterpart(&self, span: Span) -> bool {
        self.letters(span) == ['对', '方']
    }

    /// The last who was named before 对方 as whom somebody asked or met, in the sentence it stands in.
    pub(super) fn counterpart(&mut self, at: usize) -> Option<String> {
        let from = at.saturating_sub(NEAR);
        let letters = self.letters((from, at));
        let start = from + letters.iter().rposition(|letter| is_end(*letter)).map_or(0, |end| end + 1);
        let inside: Vec<Mention> = self.sources().inside((start, at)).to_vec();
        // 当记者追问租金时，对方以“…”作答: whom the reporter talks to
        let asks = |mention: &Mention| self.letters((mention.start, mention.end)) == ['记', '者'];
        if !inside.is_empty() && inside.iter().all(asks) {
            return self.answered.clone();
        }
        // 至于何时能有结果，对方说: nobody but who has just answered
        let Some(first) = inside.iter().find(|mention| mention.head != Head::Paper).copied() else {
            return self.answers_here(at);
        };
        let human = |mention: &&Mention| matches!(mention.head, Head::Person(_) | Head::Title);
        let other = |mention: &&Mention| mention.start > first.end || self.sources().as_subject(**mention).is_none();
        let body = |mention: &&Mention| mention.head == Head::Body && mention.start > first.end;
        let met = inside.iter().rev().filter(human).find(other).or_else(|| inside.iter().rev().find(body)).copied()?;
        // 银行个贷经理: with the words before the title
        let begin = self.begins(start, met);
        self.name(Source { span: (begin, met.end), mention: Some(met) })
    }

    /// Where the words for somebody begin that end with a mention: behind the verb that takes them.
    fn begins(&self, start: usize, mention: Mention) -> usize {
        let sources = self.sources();
        let clause = sources.clause_start(start, mention.start);
        let before = self.letters((clause, mention.start));
        let word = |at: usize| {
            let takes = |pair: &[char]| {
                matches!(
                    pair,
                    ['询' | '追' | '质', '问']
                        | ['联', '系']
                        | ['找', '过' | '到']
                        | ['致', '电']
                        | ['采', '访']
                        | ['告', '诉']
                        | ['咨', '询']
                        | ['求', '助']
                        | ['拨', '打']
                        | ['约', '见']
                        | ['遇', '到']
                        | ['见', '到']
                )
            };
            before.get(at..at + 2).is_some_and(takes)
        };
        let Some(at) = (0..before.len()).rev().find(|at| word(*at)) else { return mention.start };
        // 联系到市水务局
        let reached = usize::from(matches!(before.get(at + 2), Some('到' | '了' | '上' | '过')));
        clause + at + 2 + reached
    }
}
