//! Where the writer tells on behind a report: what those did who were there, how what was said was taken.

use super::mentions::Head;
use super::page::{Span, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::reports::LEAST;
use super::sources::Source;
use super::words::Classes;

/// How far from the start of a clause the word for the room stands: 坐在前排的家长.
const OPENS: usize = 5;

/// The most letters of who did something in the room: 几个老工人.
const DOER: usize = 12;

/// The most letters up to the end of whoever gives no answer: 市基金会.
const SILENT: usize = 10;

impl Paragraph<'_, '_> {
    /// 王明说，账目下周公布。台下有人鼓起掌来。: whether a sentence behind a report tells what was done where it was said.
    pub(super) fn is_scene(&self, reported: Span, sentence: Span) -> bool {
        let letters = &self.page().letters[sentence.0..sentence.1];
        let space = letters.iter().take_while(|letter| letter.is_whitespace()).count();
        let clause = letters[space..].iter().take_while(|letter| !is_pause(**letter)).count();
        let clause = &letters[space..space + clause];
        let lead = self.words().lead(clause).unwrap_or(0);
        let room =
            (0..clause.len().min(OPENS + lead)).any(|at| self.words().longest(&clause[at..], Classes::ROOM).is_some());
        let gesture = (0..clause.len()).find(|at| self.words().longest(&clause[*at..], Classes::GESTURE).is_some());
        let begins = |three: &[char]| matches!(three, ['了', '起' | '下' | '过', '来']);
        let scene = room && (gesture.is_some() || clause.windows(3).any(begins));
        // 徒弟点了点头: somebody else than the report is about
        let told = &self.page().letters[reported.0..reported.1];
        let doer =
            clause.get(lead..lead + 2).filter(|_| gesture.is_some_and(|at| (lead + 2..=lead + DOER).contains(&at)));
        let another = doer.is_some_and(|doer| doer[0] != '我' && !told.windows(2).any(|pair| pair == doer));
        scene || another
    }

    /// 王明说，桥会修好。桥真的会修好吗？他没有回答。: whether a sentence behind a report is what the writer asks.
    pub(super) fn is_asked_by_the_writer(&self, sentence: Span) -> bool {
        let letters = &self.page().letters;
        let next = self.sources.mention_at(sentence.1).filter(|next| next.start == sentence.1);
        let answers = match next.map(|next| (next.end, next.head)) {
            Some((_, Head::Pronoun)) => matches!(letters[sentence.1], '他' | '她'),
            // 骆平摇摇头：“…”
            Some((end, Head::Person(_) | Head::Title)) => {
                letters.get(end..).is_some_and(|rest| self.words().longest(rest, Classes::GESTURE).is_some())
            }
            _ => false,
        };
        letters[..sentence.1].last() == Some(&'？') && answers
    }

    /// Where a report ends before how it was taken: 有人称桥不安全，他没有正面回答; 批评结尾太软，引来一片笑声.
    pub(super) fn taken_before(&self, cue_end: usize, source: Source, end: usize) -> usize {
        let letters = &self.page().letters[..end];
        // 有人说桥该修，有人却舍不得
        let some = self.page().letters[source.span.0..source.span.1].starts_with(&['有', '人']);
        let named = source.mention.is_some_and(|it| matches!(it.head, Head::Person(_) | Head::Pronoun)) && !some;
        let taken = |at: &usize| {
            let from = at + 1;
            let clause = letters[from..].iter().take_while(|letter| !is_pause(**letter)).count();
            let clause = &letters[from..from + clause];
            let heard = matches!(
                clause,
                ['引', '来' | '得' | '发' | '起', ..] | ['惹' | '招' | '换' | '迎', '来', ..] | ['博' | '赢', '得', ..]
            ) && self.words().longest_at_end(clause, Classes::ROOM).is_some();
            let turns = matches!(clause, ['转', '而', '谈' | '说' | '聊' | '问' | '夸' | '批' | '大' | '讲', ..]);
            let others =
                some && matches!(clause, ['有', '人', '却' | '则' | '也' | '又', ..] | ['也' | '又', '有', '人', ..]);
            is_comma(letters[*at]) && (heard || turns || others || !named && self.is_unanswered(from, clause))
        };
        (cue_end + LEAST..end).find(taken).unwrap_or(end)
    }

    /// Whether a clause tells that somebody did not take up what was said: 他没有正面回答, 基金会至今没有回应.
    fn is_unanswered(&self, from: usize, clause: &[char]) -> bool {
        let tail = |at: usize| at + self.words().longest(&clause[at..], Classes::TAIL).unwrap_or(0);
        let rests = |at: usize| [at, (at + 1).min(clause.len()), tail(at)].map(|at| &clause[at..]);
        if matches!(clause, ['他' | '她', ..]) {
            // 她并不同意
            let disagrees =
                |rest: &[char]| rest.first() == Some(&'不') && self.words().longest(rest, Classes::STANCE).is_some();
            let takes = |rest: &&[char]| disagrees(rest) || self.words().longest(rest, Classes::GESTURE).is_some();
            return rests(1).iter().any(takes);
        }
        let subject = self.sources.mention_at(from).filter(|it| it.head != Head::Pronoun);
        let Some(behind) = subject.map(|it| it.end - from).filter(|it| *it <= SILENT.min(clause.len())) else {
            return false;
        };
        let silent = |rest: &&[char]| {
            matches!(rest.first(), Some('没' | '未' | '不' | '拒' | '避' | '默'))
                && self.words().longest(rest, Classes::GESTURE).is_some()
        };
        rests(behind).iter().any(silent)
    }
}
