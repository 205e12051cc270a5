//! Who is named behind a passage in quotation marks: “…，”王明说.

use super::attributed::JUDGED;
use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_end, is_pause};
use super::paragraph::Paragraph;
use super::quoted::{SAYS, SHORT, Spoken};
use super::sources::Source;
use super::words::{Classes, is_han};

/// How far behind a passage its speaker may be named, in letters.
pub(super) const BEHIND: usize = 60;

/// The most letters behind a word of saying that only tell that words were said: 这样一句话.
const WORDS: usize = 8;

/// How many clauses behind a passage may tell the time and the place before its speaker.
const CLAUSES: usize = 4;

impl Paragraph<'_, '_> {
    /// “…，”王明说，“…”
    pub fn said_behind(&self, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let letters = &self.page().letters[..self.span.1];
        // “…，”他说，“…。”王明道歉: the second half is still his
        let is_half = speaker.is_some()
            && matches!(letters[..mark.0], [.., '说' | '道' | '称' | '写' | '问', comma] if is_comma(comma));
        if is_half {
            return None;
        }
        let mut start = mark.1;
        let goes_on = |next: &Span| self.page().is_sentence(mark) && !self.is_term(*next);
        while let Some(next) = self.page().mark_at(start).filter(goes_on) {
            start = next.1;
        }
        let opens = mark.0 == self.span.0 || matches!(letters[mark.0 - 1], '。' | QUOTED | ' ' | '　');
        // “…”，“…”，王明说
        while opens
            && letters.get(start).is_some_and(|letter| is_comma(*letter))
            && let Some(next) = self.page().mark_at(start + 1).filter(|next| self.stands_alone(*next))
        {
            start = next.1;
        }
        // “…”。王明说，…: the full stop stands outside
        let outside = opens && mark.1 - mark.0 > 2 * SHORT && letters.get(start) == Some(&'。');
        start += usize::from(outside);
        while letters.get(start).is_some_and(|letter| is_comma(*letter) || matches!(letter, '—' | ' ')) {
            start += 1;
        }
        // “…”，对此王明表示，…: his words are the next
        let comma = letters.get(mark.1).is_some_and(|next| is_comma(*next));
        if comma && matches!(letters[start..], ['对', '此', ..]) {
            return None;
        }
        // “…”，让王明怒回：“…”
        if matches!(letters[start..], ['让' | '令', ..]) {
            return None;
        }
        // “…。”当记者再问时
        if let ['当', next, ..] = letters[start..]
            && !"地天时日事局晚年场庭众即初前".contains(next)
        {
            return None;
        }
        // “…？”面对质问，王明承认，…: he answers
        let asks = self.page().asks(mark);
        let answers = matches!(letters[start..], ['面', '对', ..] | ['对', '此' | '于', ..] | ['被', '问', ..]);
        if asks && answers && self.page().is_sentence(mark) {
            return None;
        }
        if let Some(source) = self.named_for_it(start) {
            return Some(Spoken::beside(source, 0.9));
        }
        let clause_end = |from: usize| self.clause_end(from);
        let first = clause_end(start);
        if first == start {
            return None;
        }
        // “…。”听到记者的称赞，王明说：“…”: the first is the reporter's
        let heard = matches!(letters[start..], ['听', '到' | '了' | '完' | '罢', ..]) && self.page().is_sentence(mark);
        let owns = |mention: &&Mention| letters.get(mention.end) == Some(&'的') && mention.head != Head::Paper;
        if let Some(owner) = self.sources.inside((start, first)).iter().find(owns).filter(|_| heard) {
            let source = Source { span: (owner.start, owner.end), mention: Some(*owner) };
            return Some(Spoken::beside(source, 0.75));
        }
        let (mut from, mut end) = (start, first);
        for number in 0..CLAUSES {
            let ends = number == 0 || self.ends_with_cue(from, end);
            let said = self.closing_cue(start, end).filter(|_| ends);
            if let Some(cue) = said
                && let Some(source) = self.source_behind(start, cue, number > 0)
            {
                // “…。”女儿接话：“…”: the next passage is hers
                let announces = letters.get(end).is_some_and(|next| is_colon(*next));
                if announces && self.page().is_sentence(mark) && !opens {
                    return None;
                }
                // 李华提到…，“…”，王明说“…”: the next passage is his
                let own = letters.get(end) == Some(&QUOTED) && letters.get(mark.1) == Some(&'，') && !opens;
                if own && self.page().letters[..mark.0].last().is_some_and(|last| is_comma(*last)) {
                    return None;
                }
                let more = letters.get(end).is_some_and(|next| is_comma(*next)) && !self.is_spoken_at(end + 1);
                // “我想他们厌倦了。”《晨报》形容，…: the words of whoever spoke
                let paper = source.mention.is_some_and(|mention| mention.head == Head::Paper);
                if more && paper && speaker.is_some() && self.page().words(mark).contains('我') {
                    return None;
                }
                // “…。”不过他指出，…: the next statement of the same
                let pronoun = source.mention.is_some_and(|mention| mention.head == Head::Pronoun);
                let turns = matches!(letters[start..], ['不' | '同', '过' | '时', ..] | ['但' | '而' | '此', ..]);
                let between = letters.get(source.span.1..cue.start).unwrap_or_default();
                let adds = between
                    .iter()
                    .any(|letter| matches!(letter, '还' | '又' | '也' | '并' | '同' | '亦' | '再' | '另'));
                if more && self.page().is_sentence(mark) && speaker.is_some() && (pronoun && adds || turns) {
                    return None;
                }
                let confidence = if more { 0.87 } else { 0.95 };
                return Some(Spoken { reports: more, ..Spoken::said(source, cue, confidence) });
            }
            // “…。”昨天，在修好的桥上，王明对记者说
            let goes_on = letters.get(end).is_some_and(|next| is_comma(*next));
            if !goes_on || number > 0 && (ends || !self.is_setting((from, end))) {
                break;
            }
            from = end + 1;
            end = clause_end(from);
        }
        // “…”，王明在会上讲述了经过。
        let told = || self.cues_in((start, first)).iter().any(|cue| cue.classes.any(SAYS));
        let whole = self.page().is_sentence(mark) || mark.1 - mark.0 > 2 * SHORT;
        if whole && letters.get(mark.1).is_some_and(|next| is_comma(*next)) {
            let source = self.sources.opening_person((start, first));
            if let Some(source) = source {
                return Some(Spoken::beside(source, if told() { 0.85 } else { 0.75 }));
            }
        }
        // “…，”他叹了口气，“…”
        let splits = letters.get(first).is_some_and(|next| is_comma(*next)) && letters.get(first + 1) == Some(&QUOTED);
        if splits && self.page().ends_like_speech(mark) {
            let source = self.voice_behind(start).or_else(|| self.sources.subject((start, first)))?;
            return Some(Spoken::beside(source, 0.87));
        }
        // “…，”他擦了擦汗。: a comma within the marks tells that the clause behind is for the speaker
        let broken = opens && self.page().last_said(mark).is_some_and(is_comma) && mark.1 - mark.0 > SHORT;
        if broken {
            let source = self.voice_behind(start).or_else(|| self.sources.opening_person((start, first)))?;
            return Some(Spoken::beside(source, 0.85));
        }
        None
    }

    /// 在修好的桥上: whether a clause only tells the place or the time.
    pub fn is_setting(&self, clause: Span) -> bool {
        let letters = &self.page().letters[clause.0..clause.1];
        let setting = letters.first().is_some_and(|first| matches!(first, '在' | '当'));
        // 被问及此事时
        let setting = setting || matches!(letters, [.., '时'] | [.., '之', '后' | '际' | '前']);
        setting || self.sources.past_lead(clause) >= clause.1
    }

    /// Where the clause ends that begins at `from`; a word in quotation marks belongs to it: 网友“小鱼干”说.
    pub fn clause_end(&self, from: usize) -> usize {
        let letters = &self.page().letters[..self.span.1];
        let mut at = from;
        while at < letters.len().min(from + BEHIND) && !is_pause(letters[at]) {
            if letters[at] != QUOTED {
                at += 1;
                continue;
            }
            let Some(mark) = self.page().mark_at(at).filter(|mark| mark.0 > from || self.is_term(*mark)) else { break };
            let goes_on = |next: &char| is_han(*next) || is_comma(*next);
            let inner = mark.1 - mark.0 <= 4 * SHORT && letters.get(mark.1).is_some_and(goes_on);
            if !inner || self.page().ends_like_speech(mark) {
                break;
            }
            at = mark.1;
        }
        at
    }

    fn ends_with_cue(&self, start: usize, end: usize) -> bool {
        self.closing_cue(start, end).is_some()
    }

    /// The cue that a clause ends with.
    fn closing_cue(&self, start: usize, end: usize) -> Option<Cue> {
        if let Some(cue) = self.expressing_cue(start, end) {
            return Some(cue);
        }
        let (cue, before) = self.cues_in((start, end)).split_last()?;
        let clause = self.sources.clause_start(start, end);
        // 他呼吁各国兑现承诺: the last is a word of what he says
        if before.iter().any(|before| before.start >= clause && before.classes.any(Classes::SAYING)) {
            return None;
        }
        let cue = *cue;
        let says = cue.classes.any(SAYS);
        // 这样形容眼下的考核
        let judges = cue.classes.any(Classes::JUDGING) && !cue.classes.any(Classes::SAYING) && end - cue.end <= JUDGED;
        // 写下这样一句话
        let words = &self.page().letters[cue.end..end];
        let one = |letter: &char| matches!(letter, '句' | '番' | '段');
        let closes = words.ends_with(&['话']) && words.len() <= WORDS && words.iter().any(one);
        (says && (cue.end == end || closes) || judges).then_some(cue)
    }

    /// “…。”王明也表达了自己的担忧。
    fn expressing_cue(&self, start: usize, end: usize) -> Option<Cue> {
        let letters = &self.page().letters[..self.span.1];
        let clause = self.sources.clause_start(start, end);
        let whole = letters.get(end).is_none_or(|next| is_end(*next));
        let expresses = |at: usize| self.words().longest(&letters[at..end], Classes::EXPRESSING);
        let (at, length) = (clause..end).find_map(|at| expresses(at).map(|length| (at, length)))?;
        whole.then_some(Cue { start: at, end: at + length, classes: Classes::REMARK })
    }

    fn source_behind(&self, start: usize, cue: Cue, second: bool) -> Option<Source> {
        if second {
            return self.sources.before(start, cue.start).filter(|source| source.mention.is_some());
        }
        self.sources.before(start, cue.start)
    }
}
