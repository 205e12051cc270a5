//! Speech that a sentence reports: 王明表示，…; 据王明介绍，…; …，王明说。

use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::quoted::{Spoken, Way};
use super::sources::Source;
use super::words::Classes;

/// The least letters of a report that follows its cue without a comma.
pub(super) const LEAST: usize = 4;

#[derive(Clone, Copy, Debug)]
pub(super) struct Report {
    pub content: Span,
    pub source: Source,
    pub cue: Span,
    pub confidence: f64,
}

impl Report {
    /// Its speaker, for what follows in the paragraph.
    pub fn spoken(&self) -> Spoken {
        Spoken { source: self.source, cue: None, way: Way::Said, confidence: self.confidence, reports: false }
    }
}

impl Paragraph<'_, '_> {
    /// The reports of a sentence, but for the cues of its quotations, `used`.
    pub fn reports(&self, sentence: Span, used: &[Cue], speaker: Option<Spoken>) -> Vec<Report> {
        let framed = self.in_view(sentence).or_else(|| self.headed(sentence)).or_else(|| self.learnt(sentence));
        let worded = || self.worded(sentence).or_else(|| self.worded_as(sentence));
        if let Some(report) = framed.or_else(worded) {
            return vec![report];
        }
        let heard = self.hearsay(sentence).map_or(sentence.0, |(_, cue)| cue.1);
        let is_used = |cue: &Cue| cue.start < heard || used.iter().any(|known| known.start == cue.start);
        let opening = self.by_paper(sentence);
        // 据晨报报道，王明表示，…: the paper hands on what somebody says
        let mut relay = opening.filter(|report| self.is_relayed(*report)).map(|report| report.cue);
        let from = opening.map_or(sentence.0, |report| report.content.0);
        let mut found: Vec<Report> = opening.into_iter().collect();
        for cue in self.cues_in((from, sentence.1)) {
            if is_used(cue) || opening.is_some() && relay.is_none() {
                continue;
            }
            let first = found.is_empty();
            let Some((mut source, begin)) = self.source_of(sentence, *cue, first, speaker, found.last()) else {
                continue;
            };
            let end = self.end_over_inner(sentence, cue, source, used).unwrap_or(self.end_of(sentence, cue.end, used));
            let end = self.other_before(cue, self.reporter_before(cue, self.conceded(sentence.0, cue, end)));
            let end = self.taken_before(cue.end, source, self.done_before(cue, end));
            let content = (self.behind(*cue), self.asked_before(sentence.0, cue, end));
            if content.1 < content.0 + 3 {
                continue;
            }
            if let Some(said) = speaker.filter(|_| first && self.says_more(source, cue)) {
                source.mention = said.source.mention;
            }
            // 指控他自称专家，谎称有特效药: a word of the charge
            if !first
                && cue.classes.any(Classes::LYING)
                && source.span == found.last().map_or((0, 0), |it| it.source.span)
            {
                continue;
            }
            if let Some(before) = found.last_mut() {
                let asked = is_colon(self.page().letters[before.content.0 - 1]);
                // 表示，公司希望…: the second is a word of what is said
                let opens = is_comma(self.page().letters[before.content.0 - 1])
                    && (begin < before.content.0 || self.sources.past_lead((before.content.0, begin)) >= begin);
                // 《晨报》5日报道，总统呼吁…
                let paper = before.source.mention.is_some_and(|mention| {
                    // 新华社报道，总统表示…
                    let named = self.page().letters[..mention.end].last();
                    mention.head == Head::Paper || named.is_some_and(|last| "社报网台媒".contains(*last))
                });
                if paper && self.is_relayed(*before) {
                    relay = Some(before.cue);
                }
                let other = source.span != before.source.span && !self.is_same(source, before.source);
                // 律师表示，…，《公司法》规定，…
                let person = !before.source.mention.is_some_and(|mention| mention.head == Head::Paper);
                let laid_down = person && source.mention.is_some_and(|mention| mention.head == Head::Paper);
                let inner = (opens || laid_down) && other && Some(before.cue) != relay;
                // 为渡口辩护，他表示，…: only the second says something
                let anew = is_comma(*self.page().letters.get(cue.end).unwrap_or(&' '))
                    && begin + 1 == before.content.0
                    && cue.classes.any(Classes::SAYING)
                    && !self.cues_in(before.cue).iter().any(|cue| cue.classes.any(Classes::SAYING))
                    && source.mention.is_some_and(|mention| mention.head == Head::Pronoun);
                // 王明说，他问了物业，对方回应称…: a word of his
                let counterpart = self.page().letters[source.span.0..source.span.1] == ['对', '方']
                    && is_comma(self.page().letters[before.content.0 - 1]);
                let inner = inner && !anew || counterpart;
                // 王明表示，…，他提出，…: all of it is his
                let one = |mention: &Mention| mention.head == Head::Pronoun && mention.end == mention.start + 1;
                // 王明回答，…，他并强调，…; 王明呼吁各国减排，他认为…
                let further = source.mention.is_some_and(|mention| {
                    let between = &self.page().letters[mention.end.min(cue.start)..cue.start];
                    between.first().is_some_and(|first| matches!(first, '并' | '还' | '也' | '又' | '亦'))
                });
                let called = self.calls(before.cue);
                // 建议修桥，他说，…; 为渡口辩护，他表示，…: he says something else
                let own = source.mention.as_ref().is_some_and(one)
                    && is_comma(self.page().letters[before.content.0 - 1])
                    && begin >= before.content.0 + LEAST
                    && matches!(before.source.mention.map(|mention| mention.head), Some(Head::Person(_)))
                    && !further
                    && !called
                    && !self.turns_to(self.sources.clause_start(sentence.0, cue.start));
                if asked || inner || own {
                    // 记者问：有报道称…: all of it is asked
                    continue;
                }
                if source.mention.as_ref().is_some_and(one) && (further || called) {
                    source.mention = before.source.mention;
                }
                // 要求校长说明，…: a word of what is called for; 表示条件与其要求相去甚远
                let same = source.span == before.source.span && !is_comma(self.page().letters[before.content.0 - 1]);
                if (called || same) && cue.start >= before.content.0 + 2 && begin < before.content.0 {
                    continue;
                }
                // 表示，我认真读了报告，认为很好
                let thinks = self.thinks_within(before.content.0, cue);
                if thinks && source.span == before.source.span {
                    continue;
                }
                // 他认为，现在建议停航太早: a word of what he says
                let within = (before.content.0, cue.start.max(before.content.0));
                let inside = self.sources.past_lead(within) == cue.start
                    && !matches!(
                        self.page().letters[within.0..within.1],
                        [] | ['并' | '还' | '也' | '又' | '且' | '亦', ..]
                    )
                    && !cue.classes.any(Classes::SAYING)
                    && !self.page().letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next));
                if inside && source.span == before.source.span {
                    continue;
                }
                // 晨报报道，大会过后，市长说…
                let setting = &self.page().letters[before.content.0..begin.max(before.content.0)];
                let setting = matches!(setting, [.., '后' | '时']) && !setting.iter().any(|letter| is_pause(*letter));
                let timed =
                    self.sources.past_lead((before.content.0, begin)) >= begin || setting && self.is_relayed(*before);
                if begin + 1 < before.content.0 + LEAST || timed || self.is_title_alone((before.content.0, begin)) {
                    // 发文，呼吁…: the second says what the first announces
                    found.pop();
                } else {
                    before.content.1 = begin;
                }
            }
            let confidence = if source.mention.is_some() { 0.88 } else { 0.75 };
            found.push(Report { content, source, cue: cue.span(), confidence });
        }
        // 据晨报报道，王明发文称：“…”: the paper's words end where he begins
        if let Some(report) = found.first_mut().filter(|report| Some(report.cue) == relay)
            && let Some(cue) = used.iter().find(|cue| report.content.0 <= cue.start && cue.end <= report.content.1)
        {
            let letters = &self.page().letters;
            let pause = letters[report.content.0..cue.start].iter().rposition(|letter| is_pause(*letter));
            report.content.1 = report.content.0 + pause.unwrap_or(0);
            let is_told = |report: &Report| {
                let told = letters.get(report.content.0..report.content.1).unwrap_or_default();
                told.iter().filter(|letter| **letter != QUOTED).count() > 2
            };
            found.retain(is_told);
        }
        // 报道说，对于此事，王明称：“…”: only what the talk is about
        found.retain(|report| {
            let letters = &self.page().letters[report.content.0..report.content.1];
            let timed = self.sources.past_lead(report.content) >= report.content.1;
            letters.iter().any(|letter| is_comma(*letter)) || !timed && !self.sources.is_topic(report.content)
        });
        if found.is_empty() {
            found.extend(self.at_end(sentence, used));
        }
        found
    }

    /// Whether a clause sets somebody against those before: 但业主认为.
    pub(super) fn turns_to(&self, clause: usize) -> bool {
        matches!(self.page().letters[clause..], ['但' | '而', ..] | ['不' | '同', '过' | '时', ..])
    }

    /// Whether two sources are the same person.
    pub fn is_same(&self, one: Source, other: Source) -> bool {
        let person = |source: Source| match source.mention.map(|mention| mention.head) {
            Some(Head::Person(id)) => Some(id),
            _ => None,
        };
        person(one).is_some() && person(one) == person(other)
    }

    pub fn behind(&self, cue: Cue) -> usize {
        let letters = &self.page().letters;
        let sign = usize::from(letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next)));
        let from = cue.end + sign;
        from + letters[from..].iter().take_while(|letter| **letter == ' ').count()
    }
}
