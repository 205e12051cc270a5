//! Who speaks a passage in quotation marks, by what stands before and behind it.

use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_end};
use super::paragraph::Paragraph;
use super::sources::Source;
use super::words::{Classes, is_han};

/// How long a passage must be to be speech without a word of saying.
pub(super) const SHORT: usize = 6;

/// Words of saying, before a comma or without one.
pub(super) const SAYS: Classes = Classes::SAYING.and(Classes::REMARK);

/// Why somebody is taken for the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// With a word of saying.
    Said,
    /// By what somebody does beside the passage.
    Beside,
    /// The speaker before goes on.
    GoesOn,
    /// 王明所说的“老路”: the words are cited by somebody else, and it is not the turn of who said them.
    Cited,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    pub source: Source,
    pub cue: Option<Cue>,
    pub way: Way,
    pub confidence: f64,
    /// Whether the word of saying introduces what follows as well: “…。”王明说，…
    pub reports: bool,
}

impl Spoken {
    pub fn said(source: Source, cue: Cue, confidence: f64) -> Self {
        Self { source, cue: Some(cue), way: Way::Said, confidence, reports: false }
    }

    pub fn beside(source: Source, confidence: f64) -> Self {
        Self { source, cue: None, way: Way::Beside, confidence, reports: false }
    }

    /// The same speaker with other words.
    pub fn goes_on(self, confidence: f64) -> Self {
        Self { cue: None, way: Way::GoesOn, confidence, reports: false, ..self }
    }
}

impl Paragraph<'_, '_> {
    /// The speaker of the passage of that number; `speaker` is the one before in the paragraph.
    pub fn speaker_of(&self, number: usize, speaker: Option<Spoken>) -> Option<Spoken> {
        let mark = self.page().marks[number];
        let start = self.sentence_before(number);
        let letters = &self.page().letters;
        let before = &letters[start..self.past_space(start, mark.0)];
        if before.last().is_some_and(|last| is_colon(*last)) {
            let colon = start + before.len() - 1;
            return self.after_colon(start, colon, mark, speaker).or_else(|| self.said_behind(mark, speaker));
        }
        if let Some(spoken) = self.appended(mark) {
            return Some(spoken);
        }
        let blank = before.iter().all(|letter| letter.is_whitespace());
        if blank && self.is_term(mark) {
            return None;
        }
        let comma = before.last().is_some_and(|last| is_comma(*last));
        let set_off = comma && (mark.1 - mark.0 > SHORT || self.is_told_at(mark.1));
        // 王明称将“再试一次。”李华认为，…: the passage belongs to what is reported
        let apart = blank || set_off || self.page().letters.get(mark.1).is_some_and(|next| is_comma(*next));
        let apart = apart || self.cues_in((start, mark.0)).is_empty();
        let may_follow = (blank || set_off || self.page().ends_like_speech(mark)) && apart;
        let behind = self.said_behind(mark, speaker).filter(|_| may_follow);
        if let Some(spoken) = behind.filter(|_| blank).and_then(|behind| self.told_before(start, mark, behind, speaker))
        {
            return Some(spoken);
        }
        // 王明指出，桥已修好，“…？”李华表示，…: who is named behind says what follows
        let before_it = |behind: &Spoken| {
            let told = set_off && behind.reports && self.page().is_sentence(mark) && letters.get(mark.1) != Some(&'，');
            // “…！”司机虽然这样回答，…: these words are his
            let cue = behind.cue.map_or(mark.1, |cue| cue.start);
            let points_back = matches!(letters[..cue], [.., '这' | '那', '样' | '么'] | [.., '如', '此' | '是']);
            let own = || !points_back && self.introduced(start, mark, speaker).is_none();
            // “…，”租客翻出照片，“…。”中介则表示，…: the second half is still the tenant's
            let half = || speaker.map(|spoken| spoken.source).filter(|source| start <= source.span.0);
            (told && own()).then(|| self.reported(start, mark, None).or_else(half)).flatten()
        };
        if let Some(source) = behind.as_ref().and_then(before_it) {
            return Some(Spoken::beside(source, 0.75));
        }
        // 辩方指，王明热爱工作，“…”，盼早日照顾母亲: a word of the report
        let inside =
            |spoken: &Spoken| set_off && spoken.way == Way::Beside && self.reported(start, mark, None).is_some();
        if let Some(spoken) = behind.filter(|spoken| !inside(spoken)) {
            let splits = spoken.way == Way::Said && !spoken.reports;
            return if splits { Some(spoken) } else { self.introduced(start, mark, speaker).or(Some(spoken)) };
        }
        let attributed = || {
            let owned = self.owned(start, mark).or_else(|| self.given(start, mark, speaker));
            owned.or_else(|| self.put_in_words(start, mark))
        };
        if let Some(spoken) = self.described(start, mark, speaker).or_else(attributed) {
            return Some(spoken);
        }
        if self.names_a_term(before, mark) {
            return None;
        }
        if let Some(spoken) = self.said_before(start, mark, speaker).or_else(|| self.judged(start, mark, speaker)) {
            return Some(spoken);
        }
        // “我去。”学生站了起来; 她摇了摇头。“算了。”: short as they are
        let told = || letters[..self.span.1].get(mark.1).is_none_or(|next| is_han(*next) || next.is_whitespace());
        let sentence = self.page().is_sentence(mark) && (mark.1 - mark.0 > SHORT || told());
        // “…共签署二十项协议（合六亿元）”。
        let whole = || self.stands_alone(mark) && letters[..self.span.1].get(mark.1) == Some(&'。');
        if blank && (sentence || whole()) {
            return self.alone(start, mark, speaker);
        }
        // 谴责对方“…”，“…”
        let beside = letters[..mark.0].ends_with(&[QUOTED, '，']);
        if set_off
            && beside
            && let Some(spoken) = speaker.filter(|spoken| spoken.source.span.0 >= start)
        {
            return Some(spoken.goes_on(0.85));
        }
        // 他叹了口气，“…。”
        if set_off && (self.page().ends_like_speech(mark) || self.stands_alone(mark)) {
            let made = || self.sources.made(start, mark.0 - 1);
            let source = self.reported(start, mark, speaker).or_else(made);
            let clause = self.sources.clause_start(start, mark.0 - 1);
            let near = |mention: Mention| mention.head != Head::Paper || mention.start >= clause;
            let person = |it: &Source| it.mention.is_none_or(near);
            let source = source.or_else(|| self.sources.seeing(start, mark.0 - 1).filter(person));
            return source.map(|source| Spoken::beside(source, 0.75)).or(speaker.map(|spoken| spoken.goes_on(0.7)));
        }
        None
    }

    /// 王明告诉记者，桥已修好，“…”: whose report a passage closes.
    fn reported(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Source> {
        self.reported_from(start, mark, speaker).or_else(|| {
            // 她说，…；读者若嫌慢，可以跳过，“…”: the report goes on behind a semicolon
            let before =
                self.page().letters[..start].last().filter(|end| matches!(end, '；' | ';')).map(|_| start - 1)?;
            let number = self.sentences.partition_point(|sentence| sentence.0 <= before).checked_sub(1)?;
            self.reported_from(self.sentences.get(number)?.0, mark, speaker)
        })
    }

    fn reported_from(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Source> {
        let letters = &self.page().letters;
        let relays = |cue: &Cue| matches!(letters[cue.start..cue.end], [.., '报', '道' | '导']);
        let opens = |cue: &Cue| letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next));
        let mut cues = self.cues_in((start, mark.0)).iter().filter(|cue| !relays(cue));
        let cue = cues.find(|cue| cue.classes.any(SAYS) && opens(cue) || self.says_barely(start, cue))?;
        self.sources.before(start, cue.start).or(speaker.map(|spoken| spoken.source))
    }

    /// …，“日子很难”，她说: whether a clause of a speaker and a word of saying alone stands behind a passage.
    fn is_told_at(&self, at: usize) -> bool {
        let letters = &self.page().letters[..self.span.1];
        let comma = letters.get(at).is_some_and(|next| is_comma(*next));
        let end = self.clause_end((at + 1).min(letters.len()));
        let mention = self.sources.mention_at(at + 1).filter(|mention| mention.start == at + 1);
        let speaks = mention.filter(|mention| matches!(mention.head, Head::Person(_) | Head::Pronoun));
        let said = |cue: &Cue| Some(cue.start) == speaks.map(|mention| mention.end) && cue.end == end;
        comma && self.cues_in((at + 1, end.max(at + 1))).iter().any(said)
    }

    /// 王明表示要再试: whether a word of saying stands right behind its speaker, without a comma.
    fn says_barely(&self, start: usize, cue: &Cue) -> bool {
        let clause = self.sources.clause_start(start, cue.start);
        let subject = || self.sources.subject((clause, cue.start)).and_then(|source| source.mention);
        let named = || subject().is_some_and(|mention| mention.end == cue.start);
        let word = cue.end > cue.start + 1 || self.page().letters[cue.start] == '称';
        cue.classes.any(Classes::SAYING) && word && named()
    }

    /// Whether a passage is long and nothing goes on behind it: …，“桥上已经没有人了”。
    pub fn stands_alone(&self, mark: Span) -> bool {
        let next = self.page().letters[..self.span.1].get(mark.1);
        let first = self.page().words(mark).contains(['我', '你', '咱', '俺']);
        let least = if first { SHORT } else { 2 * SHORT };
        mark.1 - mark.0 > least && next.is_none_or(|next| is_end(*next) || is_comma(*next))
    }

    /// 王明辩称，“…。”: whom the words right before a passage name, where it is no word of a report.
    fn introduced(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let comma = mark.0 > start && is_comma(self.page().letters[mark.0 - 1]);
        self.said_before(start, mark, speaker).filter(|_| comma)
    }

    /// Where the words before a place end, spaces aside.
    fn past_space(&self, start: usize, end: usize) -> usize {
        let letters = &self.page().letters[start..end];
        start + letters.iter().rposition(|letter| *letter != ' ').map_or(0, |last| last + 1)
    }

    /// Where the sentence begins that a passage stands in.
    fn sentence_before(&self, number: usize) -> usize {
        let mark = self.page().marks[number];
        let sentence = self.sentences[..self.sentences.partition_point(|sentence| sentence.0 <= mark.0)].last();
        sentence.map_or(mark.0, |sentence| sentence.0)
    }

    fn names_a_term(&self, before: &[char], mark: Span) -> bool {
        let naming = self.words().longest_at_end(before, Classes::NAMING).is_some();
        naming && !self.page().is_sentence(mark)
    }

    /// 王明说：“…”
    pub fn after_colon(&self, start: usize, colon: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let head = &self.page().letters[start..colon];
        // 说得明确：“长风”号正驶来
        let named = matches!(self.page().letters[..self.span.1].get(mark.1), Some('号' | '级' | '型' | '式'));
        if named && self.is_term(mark) {
            return None;
        }
        if self.words().longest_at_end(head, Classes::NAMING).is_some() && !self.page().is_sentence(mark) {
            return None;
        }
        let turned = self.turns_before_colon(start, colon);
        if let Some(turned) = turned {
            return Some(Spoken::beside(turned, 0.85));
        }
        // 王明还没开口，李华先抬起头：“…”: who acts last
        let last = (self.sources.clause_start(start, colon), colon);
        let acts = |source: &Source| source.mention.is_some_and(|it| matches!(it.head, Head::Person(_)));
        let cue = self.cues_in((start, colon)).last();
        if let Some(other) = cue
            .filter(|cue| cue.end < last.0 && !cue.classes.any(Classes::SAYING))
            .and_then(|cue| self.sources.subject(last).filter(acts).filter(|other| other.span.0 > cue.end))
            .filter(|_| self.page().is_sentence(mark))
        {
            return Some(Spoken::beside(other, 0.87));
        }
        if let Some(cue) = cue {
            let source = self.sources.before(start, cue.start);
            let source = self.cited(start, *cue).or(source);
            if let Some(source) = source.or(speaker.map(|spoken| spoken.source)) {
                // 她说没想到，还晒出照片：“…”: the report is another
                let letters = &self.page().letters;
                let reports = cue.end < last.0
                    && letters.get(cue.end).is_some_and(|next| is_han(*next))
                    && matches!(letters[last.0], '还' | '又' | '并' | '随');
                return Some(Spoken { reports, ..Spoken::said(source, *cue, 0.95) });
            }
        }
        // 接到局长的电话：“…”: who calls
        if let Some(source) = self.calling(last) {
            return Some(Spoken::beside(source, 0.87));
        }
        // 青山大学：“地球日”讲故事
        if mark.0 < mark.1 && !self.is_spoken_at(mark.0) {
            return None;
        }
        let clause = (self.sources.clause_start(start, colon), colon);
        let source = self.sources.subject_before(start, colon).or_else(|| self.sources.opening_person(clause));
        if let Some(source) = source {
            // 青山集团欠薪调查：“…”: whoever speaks there
            let paper = source.mention.is_some_and(|mention| mention.head == Head::Paper);
            return Some(Spoken::beside(source, if paper { 0.8 } else { 0.87 }));
        }
        if !self.page().is_sentence(mark) {
            return None;
        }
        // 林女士在这里读书。不过买票时遇到过麻烦：“…。”
        let before = || {
            let sentences = &self.sentences[..self.sentences.partition_point(|sentence| sentence.0 < start)];
            sentences.iter().rev().find_map(|sentence| self.first_subject(*sentence))
        };
        match speaker {
            Some(spoken) => Some(spoken.goes_on(0.7)),
            None => before().map(|source| Spoken::beside(source, 0.75)),
        }
    }

    /// 王明说，“…”; 呼吁“…”
    fn said_before(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let letters = &self.page().letters;
        let end = self.past_space(start, mark.0);
        let end = end - usize::from(end > start && is_comma(letters[end - 1]));
        let cue = *self.cues_in((start, end)).last().filter(|cue| cue.end == end)?;
        // 辩称，“自甘风险”条款无效: the passage is a word of a report
        let mut behind = mark.1;
        while let Some(next) = self.page().mark_at(behind) {
            behind = next.1;
        }
        // 学校回应“校服涨价”：已退款
        let goes_on = letters[..self.span.1]
            .get(behind)
            .is_some_and(|next| is_han(*next) || is_colon(*next) && !cue.classes.any(Classes::SAYING));
        if goes_on && !self.page().ends_like_speech(mark) {
            return None;
        }
        // 王明说，各国的承诺“不够”: a noun in a report
        let clause = self.sources.clause_start(start, cue.start);
        if self.is_no_saying(clause, cue) {
            return None;
        }
        let reports = self.cues_in((start, clause)).iter().any(|cue| cue.classes.any(Classes::SAYING));
        let own = self.joined(clause, cue.start) || self.sources.subject((clause, cue.start)).is_some();
        // 王明说，去年公司提出“早查早改”，…
        let goes_on = letters[..self.span.1].get(mark.1).is_some_and(|c| is_comma(*c));
        // 负责人表示，使馆注意到有媒体报道称“…”，正在核实
        let handed = matches!(letters[clause..cue.end], [.., '报', '道' | '导', '称' | '说']);
        let term = goes_on && (handed || mark.1 - mark.0 <= 2 * SHORT);
        if reports && (!own || term && !self.page().ends_like_speech(mark)) {
            return None;
        }
        let says = cue.classes.any(SAYS);
        let source = self.said_further(start, cue).filter(|source| !self.turned_to(*source, clause, start));
        let source = source.or_else(|| self.sources.before(start, cue.start));
        let source = self.cited(start, cue).or(source);
        let source = source.or(speaker.map(|spoken| spoken.source));
        source.filter(|_| says).map(|source| Spoken::said(source, cue, 0.92))
    }

    /// 王明称，股价“太低”，并称…“…”: who says more, where nothing but joining words opens the clause of a cue.
    pub(super) fn said_further(&self, start: usize, cue: Cue) -> Option<Source> {
        let letters = &self.page().letters;
        let clause = self.sources.clause_start(start, cue.start);
        let further = clause < cue.start && self.joined(clause, cue.start);
        let opens = |cue: &Cue| letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next));
        let relays = |cue: &Cue| matches!(letters[cue.start..cue.end], [.., '报', '道' | '导']);
        let mut before = self.cues_in((start, clause)).iter().rev();
        let before = before.find(|cue| cue.classes.any(SAYS) && opens(cue) && !relays(cue)).filter(|_| further)?;
        self.sources.subject((self.sources.clause_start(start, before.start), before.start))
    }

    /// 王明则指，…，对此李华不解，并问“…”: whether the clause before another is about somebody else.
    fn turned_to(&self, source: Source, clause: usize, start: usize) -> bool {
        let end = clause.saturating_sub(1).max(start);
        let last = (self.sources.clause_start(start, end), end);
        let person = |it: &Source| it.mention.is_some_and(|mention| matches!(mention.head, Head::Person(_)));
        let own = last.0 > source.span.1;
        self.sources.subject(last).filter(person).is_some_and(|other| own && !self.is_same(other, source))
    }

    /// “灯会”组委会: whether a passage is a word of what follows it.
    pub fn is_term(&self, mark: Span) -> bool {
        let letters = &self.page().letters[..self.span.1];
        let person = self.sources.mention_at(mark.1);
        let person = person.is_some_and(|mention| matches!(mention.head, Head::Person(_) | Head::Pronoun));
        let goes_on = letters.get(mark.1).is_some_and(|next| is_han(*next));
        mark.1 - mark.0 <= 2 * SHORT && goes_on && !person && !self.page().ends_like_speech(mark)
    }

    /// Whether a passage begins at a place that is a word of what follows it: “新城”计划.
    pub fn is_word_at(&self, at: usize) -> bool {
        let page = self.page();
        page.mark_at(at).is_some_and(|mark| {
            let goes_on = page.letters[..self.span.1].get(mark.1).is_some_and(|next| is_han(*next));
            goes_on && !page.ends_like_speech(mark)
        })
    }

    /// Whether a passage begins at a place that is speech and no word of it: “十五”以来.
    pub fn is_spoken_at(&self, at: usize) -> bool {
        let page = self.page();
        page.mark_at(at)
            .is_some_and(|mark| page.ends_like_speech(mark) || !page.letters.get(mark.1).is_some_and(|c| is_han(*c)))
    }

    /// Whether a passage begins at a place that owns what follows it: “手艺人”的故事.
    pub fn is_owner_at(&self, at: usize) -> bool {
        let page = self.page();
        page.mark_at(at).is_some_and(|mark| page.letters[..self.span.1].get(mark.1) == Some(&'的'))
    }
}
