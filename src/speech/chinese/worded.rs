//! What somebody says behind a noun for it, without quotation marks: 老赵的回答很干脆：不卖; 医生的建议是少吃盐.

use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::reports::{LEAST, Report};
use super::sources::Source;
use super::words::{Classes, is_han};

/// The most letters between such a noun and the colon: 很干脆, 只有一句话.
const QUALIFIED: usize = 6;

/// The most letters between a verb that gives words and the noun for them: 提出[一个折中]办法.
const GIVEN: usize = 10;

/// Nouns for what somebody says, and for what one proposes.
const NOUNS: Classes = Classes::STATEMENT.and(Classes::KNOWN_BY).and(Classes::PROPOSAL);

impl Paragraph<'_, '_> {
    /// The words behind a noun for them and a colon, or behind 是.
    pub(super) fn worded(&self, sentence: Span) -> Option<Report> {
        let letters = &self.page().letters[..sentence.1];
        let sign = (sentence.0..sentence.1).find(|at| is_colon(letters[*at]))?;
        self.behind_colon(sentence, sign)
    }

    /// 医生的建议是，少吃盐: the words behind 是.
    pub(super) fn worded_as(&self, sentence: Span) -> Option<Report> {
        let letters = &self.page().letters[..sentence.1];
        let begin = self.sources.past_lead(sentence);
        let clause = letters[begin..].iter().take_while(|letter| !is_pause(**letter) && **letter != QUOTED).count();
        let is = (begin + 1..begin + clause).find(|at| letters[*at] == '是')?;
        let adverb = usize::from(matches!(letters[is - 1], '就' | '也' | '仍' | '则')).min(is - begin);
        let (noun, owner) = self.owned_noun(begin, is - adverb, Classes::STATEMENT)?;
        let from = is + 1 + usize::from(letters.get(is + 1).is_some_and(|next| is_comma(*next) || is_colon(*next)));
        let content = (from, self.end_of(sentence, from, &[]));
        let told = letters.get(content.0..content.1).unwrap_or_default();
        // 他的判断是正确的
        let told = told.len() >= LEAST && told.first() != Some(&QUOTED) && told.last() != Some(&'的');
        told.then(|| self.report_of(begin, owner, noun, content))
    }

    fn behind_colon(&self, sentence: Span, colon: usize) -> Option<Report> {
        let letters = &self.page().letters[..sentence.1];
        let clause = self.sources.clause_start(sentence.0, colon);
        letters.get(colon + 1).filter(|next| **next != QUOTED && !next.is_whitespace())?;
        let content = (colon + 1, self.end_of(sentence, colon + 1, &[]));
        (content.1 > colon + 2).then_some(())?;
        // 老赵的回答很干脆
        let ends = (clause + 1..=colon).rev().take(QUALIFIED + 1);
        let plain = |at: &usize| letters[*at..colon].iter().all(|letter| is_han(*letter) && *letter != '的');
        if let Some((noun, owner)) = ends.filter(plain).find_map(|end| self.owned_noun(clause, end, NOUNS)) {
            return Some(self.report_of(clause, owner, noun, content));
        }
        // 赵伯言提出一个折中办法
        let noun = colon - self.words().longest_at_end(&letters[clause..colon], NOUNS)?;
        let gives = |at: &usize| {
            matches!(letters[*at..noun], ['提', '出' | '了', ..])
                || self.words().longest(&letters[*at..noun], Classes::GIVING).is_some()
        };
        let verb = (noun.saturating_sub(GIVEN).max(clause)..noun).rev().find(gives)?;
        let source = self.sources.before(sentence.0, verb)?;
        let speaks = source.mention.is_some_and(|it| it.head != Head::Paper) && !self.says_before(sentence.0, verb);
        speaks.then_some(Report { content, source, cue: (verb, colon), confidence: 0.8 })
    }

    /// Whether a word of saying stands in a sentence before a place.
    fn says_before(&self, sentence: usize, at: usize) -> bool {
        self.cues_in((sentence, at)).iter().any(|cue| cue.classes.any(Classes::SAYING))
    }

    /// [老赵]的[回答]: a noun of these classes that ends at a place, and whose it is.
    fn owned_noun(&self, clause: usize, end: usize, classes: Classes) -> Option<(Span, Mention)> {
        let letters = &self.page().letters;
        let noun = end - self.words().longest_at_end(&letters[clause..end], classes)?;
        let owns = noun > clause && letters[noun - 1] == '的';
        let owner = self.sources.inside((clause, noun - usize::from(owns))).last().copied()?;
        let speaks = owner.head != Head::Paper && owner.end + 1 == noun;
        (owns && speaks).then_some(((noun, end), owner))
    }

    fn report_of(&self, clause: usize, owner: Mention, noun: Span, content: Span) -> Report {
        let begin = self.sources.past_lead((clause, owner.end)).min(owner.start);
        let start = if owner.head == Head::Pronoun { owner.start } else { begin };
        let source = Source { span: (start, owner.end), mention: Some(owner) };
        Report { content, source, cue: noun, confidence: 0.8 }
    }
}
