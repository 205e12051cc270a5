//! Whose words a cue reports, where it reports any.

use super::cues::Cue;
use super::edges::past_brackets;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::quoted::Spoken;
use super::reports::{LEAST, Report};
use super::sources::Source;
use super::unmarked::asks;
use super::words::{Classes, is_han};

/// The most letters of what one shows behind 表示.
const SHOWN: usize = 8;

impl Paragraph<'_, '_> {
    /// The source of a cue that reports something, and where its clause begins.
    pub(super) fn source_of(
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
        // 承认有错，但也抱怨邻居把事情闹大
        let adds = matches!(letters[clause..cue.start], ['但' | '并' | '还' | '也' | '又' | '同', ..]);
        let adds = adds && self.joined(clause, cue.start) && before.is_some() && cue.classes.any(Classes::URGING);
        let urges = urges || adds && !cries;
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
            // 村民反映，路基塌了，他没有正面回答，只说“…”: whoever came in behind the report
            let ended = before.content.1 + 1 < clause;
            let later =
                || self.sources.subject_before(before.content.1 + 1, clause.saturating_sub(1)).filter(|_| ended);
            relayed.flatten().or_else(later).unwrap_or(before.source)
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
        // “…。”王明说，可村里没有人信: what was said stands before it
        let closes = sentence.0.checked_sub(1).is_some_and(|before| letters[before] == QUOTED);
        if comma && first && closes && matches!(behind, ['可' | '但' | '却', ..]) {
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
        let whole = || timed() || rest + 1 == LEAST && "不没会将愿要别".contains(letters[cue.end]);
        let rest = if rest < LEAST && cue.classes.any(Classes::SAYING) && whole() { LEAST } else { rest };
        let follows = comma || quoted || rest >= LEAST && !matches!(next, '的' | '了' | '过' | '着' | '得' | '出');
        follows.then_some((source, clause.saturating_sub(1)))
    }
}
