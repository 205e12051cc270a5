//! Speech that a sentence reports: 王明表示，…; 据王明介绍，…; …，王明说。

use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::quoted::{Spoken, Way};
use super::sources::{Source, past_brackets};
use super::unmarked::asks;
use super::words::{Classes, is_han};

/// The most letters of what one shows behind 表示.
const SHOWN: usize = 8;

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
        if let Some(report) = self.in_view(sentence).or_else(|| self.headed(sentence)).or_else(|| self.learnt(sentence))
        {
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
            let content = (self.behind(*cue), self.asked_before(sentence.0, cue, self.done_before(cue, end)));
            if content.1 < content.0 + 3 {
                continue;
            }
            if let Some(said) = speaker.filter(|_| first && self.says_more(source, cue)) {
                source.mention = said.source.mention;
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
                let inner = inner && !anew;
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
            letters.iter().any(|letter| is_comma(*letter)) || !self.sources.is_topic(report.content)
        });
        if found.is_empty() {
            found.extend(self.at_end(sentence, used));
        }
        found
    }

    /// Whether a clause sets somebody against those before: 但业主认为.
    fn turns_to(&self, clause: usize) -> bool {
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

    /// The source of a cue that reports something, and where its clause begins.
    fn source_of(
        &self,
        sentence: Span,
        cue: Cue,
        first: bool,
        speaker: Option<Spoken>,
        before: Option<&Report>,
    ) -> Option<(Source, usize)> {
        let letters = &self.page().letters;
        let next = letters.get(cue.end)?;
        let comma = is_comma(*next) || is_colon(*next);
        let quoted = *next == QUOTED;
        // 王明追问，敢不敢…
        let asked = || letters[cue.start..cue.end].contains(&'问') && asks(&letters[cue.end..sentence.1.max(cue.end)]);
        let cries = is_comma(*next) && cue.classes.any(Classes::CRY) && !asked();
        let remarks = (comma || quoted) && cue.classes.any(Classes::REMARK) && !cries;
        let clause = self.sources.clause_start(sentence.0, cue.start);
        // 王明今天在会上要求…
        let reaches = |last: &Mention| {
            self.joined(last.end, cue.start)
                || clause <= last.start && self.sources.trim_tail((last.start, cue.start)) == last.end
        };
        let urges = cue.classes.any(Classes::URGING)
            && !cries
            && self.sources.inside((sentence.0, cue.start)).last().is_some_and(reaches);
        let urges = urges || cue.classes.any(Classes::DEMANDING) && self.demands(sentence, cue, before);
        let says = cue.classes.any(Classes::SAYING) || remarks || urges || self.proposes(sentence, cue);
        let itself = self.says_of_itself(sentence, cue);
        let says = says || itself;
        // 记者发现: the writer saw it
        if matches!(letters[..cue.end], [.., '记', '者', '发', '现'] | [.., '记', '者', '调', '查', '发', '现'])
        {
            return None;
        }
        if quoted && self.words().longest_at_end(&letters[sentence.0..cue.end], Classes::NAMING).is_some() {
            return None;
        }
        // 讲述“手艺人”的故事: no clause
        if quoted && !cue.classes.any(Classes::SAYING) && self.is_owner_at(cue.end) {
            return None;
        }
        if self.is_unsaid((clause, sentence.1), cue, first) {
            return None;
        }
        // 如果校方同意，…: nobody has said it yet
        let lead = self.words().longest(&letters[clause..cue.start], Classes::LEAD).unwrap_or(0);
        let opening = letters.get(clause + lead..cue.start).unwrap_or_default();
        if matches!(opening, ['如' | '倘' | '假', '果' | '若' | '设' | '如' | '有', ..] | ['一', '旦', ..]) {
            return None;
        }
        let joined = self.joined(clause, cue.start);
        // 王明说，将呼吁…: what he says he will do
        let will = |letter: &char| matches!(letter, '将' | '会' | '要' | '能' | '可');
        if !first && joined && letters[clause..cue.start].iter().any(will) {
            return None;
        }
        let source = if first || !joined {
            let own = if first {
                self.sources.before(sentence.0, cue.start)
            } else {
                self.sources.subject((clause, cue.start))
            };
            match self
                .cited(clause, cue)
                .or_else(|| self.asked_of(clause, cue))
                .or_else(|| self.received_from(sentence.0, clause, cue))
                .or(own)
            {
                Some(source) => source,
                None if joined => {
                    let asker = self.asker(sentence.0, clause, cue).or(speaker.map(|spoken| spoken.source));
                    asker.or_else(|| self.carried_on(sentence, clause, cue))?
                }
                None => return None,
            }
        } else {
            let before = before?;
            if let Some((source, clause)) = self.shown_before(before, clause) {
                return Some((source, clause.saturating_sub(1)));
            }
            // 据晨报报道，总统发表演讲，呼吁…: the president does
            let relayed = self
                .is_relayed(*before)
                .then(|| self.sources.subject_before(before.content.0, clause.saturating_sub(1)));
            relayed.flatten().unwrap_or(before.source)
        };
        // 民警找到李华，叮嘱李华…: who is told does not tell it
        let told = |source: &Source| {
            self.sources.inside(cue.span()).iter().any(|mention| {
                matches!(mention.head, Head::Person(_)) && Some(mention.head) == source.mention.map(|it| it.head)
            })
        };
        let source = match told(&source) {
            true => self
                .sources
                .subject_before(sentence.0, self.sources.clause_start(sentence.0, source.span.0).saturating_sub(1)),
            false => Some(source),
        }?;
        // 我赞同总理所说: a word of what somebody else says
        let pronoun = source.mention.is_some_and(|mention| mention.head == Head::Pronoun);
        // 在这里我想说: the writer does
        if (pronoun || source.mention.is_none()) && letters[source.span.0] == '我' {
            return None;
        }
        if cue.classes.any(Classes::SHOWING) && !says {
            // 市政府网站显示
            let site = letters[source.span.0..source.span.1].ends_with(&['网', '站']) && letters[cue.start] == '显';
            let paper = site || source.mention.is_some_and(|mention| mention.head == Head::Paper);
            // 报告称，专家通过调查，发现…: a word of what it says
            // 主席此前曾表明，…
            let reaches = |it: Mention| {
                let from = cue.start - past_brackets(&letters[it.end..cue.start.max(it.end)]).len();
                it.start >= clause && self.sources.trim_tail((from, cue.start)) == from
            };
            let shows = comma && letters[cue.start..cue.end] == ['表', '明'] && source.mention.is_some_and(reaches);
            // 路透社注意到，…
            let notes = letters[cue.start..cue.end] == ['注', '意', '到'];
            let mut before = self.sources.inside((clause, cue.start)).iter().rev();
            let body = before.find(|it| it.head == Head::Body).filter(|_| comma && notes);
            let shows = shows || body.is_some_and(|it| reaches(*it));
            if !paper && !shows || !comma && !is_han(*next) || !first && joined {
                return None;
            }
        } else if !says {
            return None;
        }
        // 校方否认处分学生，教育局也表示没有此事: one report beside the other
        let beside = || {
            let bare = before.is_some_and(|before| {
                before.cue.1 == before.content.0
                    || self.is_same(source, before.source)
                    || self.is_relayed(*before)
                    || self.turns_to(clause)
                    // 记者问校长，操场何时修好，校长表示…
                    || letters[before.cue.0..before.cue.1].contains(&'问')
                        && letters.get(before.content.0..clause).is_some_and(asks)
            });
            let leads = self.sources.past_lead((clause, cue.start)) == source.span.0;
            let opens = source.span.0 == clause || leads || self.turns_to(clause);
            bare && (cue.classes.any(Classes::SAYING) || urges || itself) && source.mention.is_some() && opens
        };
        if !first && !comma && !quoted && !joined && !beside() {
            return None;
        }
        // 当面提醒，但王明仍…; 批评，并约谈了校方: what happened next, and nothing that was said
        let behind = letters.get(cue.end + 1..sentence.1).unwrap_or_default();
        let told = cue.classes.any(Classes::SAYING) || cue.end - cue.start > 2;
        if comma
            && !told
            && matches!(
                behind,
                ['但' | '却' | '并' | '仍' | '还' | '又' | '让', ..] | ['于', '是', ..] | ['随', '后', ..]
            )
        {
            return None;
        }
        // 司机虽然这样回答她，但还是…
        if comma && matches!(behind, ['但' | '却', ..]) && letters[clause..cue.start].contains(&'虽') {
            return None;
        }
        // 针对业主反映物业涨价，记者走访了小区: what the talk is about
        let about = matches!(letters[clause..], ['面', '对', ..] | ['对' | '关', '于', ..])
            || letters[clause..cue.start].windows(2).any(|pair| pair == ['针', '对']);
        if about && !comma && !quoted && !cue.classes.any(Classes::SAYING) {
            return None;
        }
        // 希望能早日回家: what somebody wishes for
        if letters[cue.start..cue.end] == ['希', '望']
            && matches!(letters[cue.end..], ['通', '过', ..] | ['借', ..] | ['能', ..] | ['可', '以', ..] | ['在', ..])
        {
            return None;
        }
        // 他一边说，一边走进大厅
        if comma && matches!(behind, ['一', '边' | '面', ..]) {
            return None;
        }
        // 提出“新城”计划
        if quoted && letters[cue.start..cue.end] == ['提', '出'] && self.is_word_at(cue.end) {
            return None;
        }
        // 询问处理方式: no question
        let ends = sentence.1.max(cue.end);
        if letters[cue.start] == '询' && !comma && !quoted && !asks(&letters[cue.end..ends]) {
            return None;
        }
        let rest = letters[cue.end..sentence.1].iter().take_while(|letter| !is_pause(**letter)).count();
        // 向家属表示慰问: nothing was said
        let shown = &letters[cue.end..cue.end + rest];
        if !comma && rest <= SHOWN && self.words().longest_at_end(shown, Classes::COURTESY).is_some() {
            return None;
        }
        // 否认外界猜测，…
        let denies = matches!(letters[cue.start..cue.end], ['否' | '承', '认']);
        if denies && !comma && rest <= SHOWN && self.words().longest_at_end(shown, Classes::PROPOSAL).is_some() {
            return None;
        }
        // 表示目前，…
        let timed = || rest > 1 && self.sources.past_lead((cue.end, cue.end + rest)) == cue.end + rest;
        // 表示不认罪
        let whole = || timed() || rest + 1 == LEAST && "不没会将愿要".contains(letters[cue.end]);
        let rest = if rest < LEAST && cue.classes.any(Classes::SAYING) && whole() { LEAST } else { rest };
        let follows = comma || quoted || rest >= LEAST && !matches!(next, '的' | '了' | '过' | '着' | '得' | '出');
        follows.then_some((source, clause.saturating_sub(1)))
    }
}
