//! Words that report something without a comma behind them only where more tells that they do: 要求, 提出, 问.

use super::cues::{Cue, introduces};
use super::mentions::Head;
use super::page::{QUOTED, Span, is_pause};
use super::paragraph::Paragraph;
use super::reports::Report;
use super::sources::Source;
use super::words::Classes;

/// The least letters of what somebody proposes behind 提出.
const PROPOSED: usize = 8;

/// How near its end a clause has 的 that only names something: 自己转行的时刻.
const NOUN: usize = 4;

/// Words of judging that tell what somebody did wrong.
const BLAMES: [[char; 2]; 6] = [['批', '评'], ['指', '责'], ['抨', '击'], ['指', '控'], ['谴', '责'], ['斥', '责']];

impl Paragraph<'_, '_> {
    /// 家长们提出校车应当改线: more than 提出两点建议.
    pub fn proposes(&self, sentence: Span, cue: Cue) -> bool {
        let letters = &self.page().letters[..sentence.1];
        let proposed = matches!(letters[cue.start..cue.end], ['提', '出'] | ['提', '到']);
        let clause = letters[cue.end..].iter().take_while(|letter| !is_pause(**letter) && **letter != QUOTED).count();
        let clause = &letters[cue.end..cue.end + clause];
        let named = self.sources.inside((sentence.0, cue.start)).last();
        let named = named.filter(|last| self.joined(last.end, cue.start) && last.head != Head::Paper);
        proposed
            && clause.len() >= PROPOSED
            && !clause.first().is_some_and(|first| "了过的一几两多这该更新".contains(*first) || first.is_ascii_digit())
            && self.words().longest_at_end(clause, Classes::PROPOSAL).is_none()
            && named.is_some()
    }

    /// 业主围拢上来，要求物业道歉: whether a clause opens with a demand, and nobody whom a report is about makes it.
    pub fn demands(&self, sentence: Span, cue: Cue, before: Option<&Report>) -> bool {
        let clause = self.sources.clause_start(sentence.0, cue.start);
        let told = before
            .is_some_and(|before| self.sources.subject_before(before.content.0, clause.saturating_sub(1)).is_some());
        let further = self.page().letters[clause] == '并';
        // 要求商家退款，要求物业道歉
        let again = before.is_some_and(|before| self.calls(before.cue));
        // 代表王明，曾在会上建议…
        let placed = || self.sources.trim_tail((clause, cue.start)) == clause;
        clause > sentence.0 && (self.joined(clause, cue.start) || placed()) && (!told || further || again)
    }

    /// 按照县政府关于修路的标准，要求各村出工: who laid down what a demand follows.
    pub fn asker(&self, start: usize, clause: usize, cue: Cue) -> Option<Source> {
        let end = clause.checked_sub(1).filter(|end| *end > start && cue.classes.any(Classes::CALLING))?;
        // 关于“新城”的标准: a word in quotation marks parts no clause
        let pause = self.page().letters[start..end].iter().rposition(|letter| is_pause(*letter));
        let from = pause.map_or(start, |at| start + at + 1);
        let follows = matches!(self.page().letters[from..end], ['按' | '依', '照', ..] | ['根', '据', ..]);
        let mention = self.sources.inside((from, end)).iter().find(|mention| mention.head == Head::Body)?;
        let mut mention = *mention;
        // 市委市政府
        while let Some(next) =
            self.sources.inside((mention.end, end)).first().filter(|next| next.start <= mention.end + 1)
            && next.head == Head::Body
        {
            mention = *next;
        }
        follows.then_some(Source { span: (from + 2, mention.end), mention: Some(mention) })
    }

    /// 民警问他为何逃跑, 王明交代自己去过现场: whether what follows shows that somebody says it.
    pub fn says_of_itself(&self, sentence: Span, cue: Cue) -> bool {
        let letters = &self.page().letters[..sentence.1];
        let clause = letters[cue.end..].iter().take_while(|letter| !is_pause(**letter)).count();
        let clause = &letters[cue.end..cue.end + clause];
        let named = self
            .sources
            .inside((sentence.0, cue.start))
            .last()
            .is_some_and(|last| last.head != Head::Paper && self.joined(last.end, cue.start));
        // 她问王明除了道歉，还会做什么
        let told = || {
            self.sources.mention_at(cue.end).is_some_and(|it| it.start == cue.end && matches!(it.head, Head::Person(_)))
        };
        // 记者追问王明，能否…: the word of asking holds who is asked
        let asked = letters[cue.start..cue.end - 1].contains(&'问') && asks(&letters[cue.end..]);
        let inquires = letters[cue.end - 1] == '问' && (asks(clause) || told() && asks(&letters[cue.end..])) || asked;
        // 讲述自己的故事
        // 回忆自己转行的时刻
        let noun = clause.iter().rev().take(NOUN).any(|letter| *letter == '的');
        // 指责对方违反协议, 批评市长将责任推给警队
        let blames = |at: usize| {
            let word = self.words().longest(&clause[at..], Classes::CHARGE).is_some();
            word || !noun
                && "将把在已曾只仍会不无未".contains(clause[at])
                && BLAMES.iter().any(|it| *it == letters[cue.start..cue.end])
        };
        let charges = cue.classes.any(Classes::JUDGING)
            && !introduces(letters.get(cue.end))
            && (clause.first() == Some(&'是') || (1..clause.len()).any(blames));
        let itself =
            matches!(clause, ['自', '己', next, ..] if *next != '的' && !noun) && !cue.classes.any(Classes::CRY);
        named && (inquires || itself || charges) && cue.classes.any(Classes::REMARK.and(Classes::TELLING))
    }
}

/// Whether words hold a question: 是否, 如何, 有没有.
pub(super) fn asks(letters: &[char]) -> bool {
    let pair = |pair: &[char]| {
        matches!(
            pair,
            ['是' | '能' | '可' | '会', '否']
                | ['如' | '为', '何']
                | ['怎', _]
                | ['什', '么']
                | ['为', '什']
                | ['是', '不']
                | ['有', '没']
                | ['多', '少']
                | ['何', '时' | '处' | '人' | '不']
                | ['甚', '么']
        )
    };
    // 敢不敢
    let whether = |three: &[char]| three[0] == three[2] && three[1] == '不';
    letters.windows(2).any(pair)
        || letters.windows(3).any(whether)
        || letters.iter().any(|letter| "吗呢谁哪？".contains(*letter))
}
