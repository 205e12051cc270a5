//! Who speaks where no word of saying tells it: whoever stands beside the passage.

use super::behind::BEHIND;
use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_end, is_pause};
use super::paragraph::Paragraph;
use super::quoted::{SAYS, Spoken, Way};
use super::reports::Report;
use super::sources::Source;
use super::words::{Classes, is_han};

/// The most letters that tell how a voice sounds.
const MANNER: usize = 5;

/// How many mentions before somebody are looked at, whether they were named.
const NEAR: usize = 80;

/// How many sentences behind a passage may tell who speaks.
const LATER: usize = 3;

impl Paragraph<'_, '_> {
    /// 王明接到局长打来的电话, 回帖出自网友“大碗叔”: whose call, message or words come in a stretch.
    pub fn calling(&self, (start, end): Span) -> Option<Source> {
        let letters = &self.page().letters[start..end];
        let from = letters.windows(2).rposition(|pair| matches!(pair, ['出' | '来', '自']));
        if let Some(from) = from.map(|from| start + from + 2) {
            let mention = *self.sources.inside((from, end)).last().filter(|mention| mention.end == end)?;
            return Some(Source { span: (from, end), mention: Some(mention) });
        }
        let takes = |pair: &[char]| matches!(pair, ['接' | '收', '到']);
        let from = start + letters.windows(2).position(takes)? + 2;
        let clause = self.page().letters[from..end].iter().take_while(|letter| !is_pause(**letter)).count();
        let told = &self.page().letters[from..from + clause];
        let comes = |pair: &[char]| matches!(pair, ['电', '话'] | ['来', '电' | '信'] | ['短', '信'] | ['微', '信']);
        let call = from + told.windows(2).rposition(comes)?;
        let person = |mention: &&Mention| matches!(mention.head, Head::Person(_) | Head::Title);
        let caller =
            *self.sources.inside((from, call)).iter().take_while(|it| it.head != Head::Pronoun).find(person)?;
        Some(Source { span: (caller.start, caller.end), mention: Some(caller) })
    }

    /// A sentence in quotation marks by itself: the speaker before goes on, or who stands beside it speaks.
    pub fn alone(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        if let Some(report) = self.paper_behind(mark) {
            return Some(Spoken { cue: None, ..Spoken::beside(report.source, 0.85) });
        }
        if let Some(other) = speaker.and_then(|spoken| self.turned_to_behind(start, mark, spoken)) {
            return Some(Spoken::beside(other, 0.75));
        }
        if let Some(other) = speaker.and_then(|spoken| self.turned_to_before(start, spoken)) {
            return Some(Spoken::beside(other, 0.75));
        }
        // a reporter only stands by
        let asks = |source: &Source| self.page().letters[source.span.0..source.span.1].ends_with(&['记', '者']);
        if let Some(answer) = self.answered_behind(start, mark, speaker, asks) {
            return Some(answer);
        }
        if let Some(spoken) = speaker {
            return Some(spoken.goes_on(if self.follows_its_speaker(start, mark, spoken) { 0.88 } else { 0.85 }));
        }
        let letters = &self.page().letters[..self.span.1];
        let before = (self.span.0..start).rev().find(|at| !is_end(letters[*at]) && !letters[*at].is_whitespace());
        if let Some(voice) = self.voice_behind(mark.1) {
            return Some(Spoken::beside(voice, 0.8));
        }
        // “…。”上午九点，王明接到业主的电话
        let behind = self.sentences.get(self.sentences.partition_point(|sentence| sentence.1 <= mark.1));
        if let Some(source) = behind.and_then(|behind| self.calling((mark.1, behind.1))) {
            return Some(Spoken::beside(source, 0.8));
        }
        // 老板何时回来？“…。”他摆摆手: what the writer asks names nobody who answers
        let asks_before = before.is_some_and(|last| letters[last..start].iter().any(|end| matches!(end, '？' | '?')));
        if asks_before && let Some(acting) = self.acting_behind(mark, asks) {
            return Some(acting);
        }
        if let Some(last) = before {
            let sentence = self.sentences[..self.sentences.partition_point(|sentence| sentence.0 <= last)].last()?;
            if let Some(acting) = self.likelier_behind(*sentence, mark, asks) {
                return Some(acting);
            }
            if letters[last] != QUOTED
                && let Some(source) =
                    self.shown_to_be(*sentence).or_else(|| self.first_subject(*sentence)).filter(|source| !asks(source))
            {
                return Some(Spoken::beside(source, 0.8));
            }
            // 王明的回答很坚定。“…”
            let clause = (self.sources.clause_start(sentence.0, last), last);
            let owner = self.sources.opening_person(clause).filter(|_| letters[last] != QUOTED);
            if let Some(owner) = owner.filter(|it| matches!(it.mention.map(|it| it.head), Some(Head::Person(_)))) {
                return Some(Spoken::beside(owner, 0.8));
            }
        }
        if let Some(acting) = self.acting_behind(mark, asks) {
            return Some(acting);
        }
        self.told_later(mark.1).map(|source| Spoken::beside(source, 0.75))
    }

    /// 老师问谁去，没有人答话。“我去。”新来的学生站了起来。: who does something right behind a passage, where somebody has
    /// asked before it, or where the speaker before was told by what he does as well.
    fn answered_behind(
        &self,
        start: usize,
        mark: Span,
        speaker: Option<Spoken>,
        asks: impl Fn(&Source) -> bool,
    ) -> Option<Spoken> {
        let letters = &self.page().letters[..self.span.1];
        let number = self.sentences.partition_point(|sentence| sentence.0 < start);
        let before = number.checked_sub(1).and_then(|before| self.sentences.get(before));
        let asked = before.is_some_and(|before| {
            let asks = |cue: &Cue| letters[cue.start..cue.end].contains(&'问');
            self.cues_in(*before).iter().any(asks) && !letters[before.0..before.1].contains(&QUOTED)
        });
        let acts = speaker.is_some_and(|spoken| spoken.way == Way::Beside && spoken.source.span.1 <= mark.0);
        let follows = letters.get(mark.1).is_some_and(|next| is_han(*next));
        let other = self.acting_behind(mark, asks).filter(|_| follows && (asked || acts))?;
        let own = speaker.is_some_and(|spoken| {
            let words = |source: Source| &letters[source.span.0..source.span.1];
            self.is_same(spoken.source, other.source) || words(spoken.source) == words(other.source)
        });
        let pronoun = other.source.mention.is_some_and(|mention| mention.head == Head::Pronoun);
        (!own && !pronoun).then_some(other)
    }

    /// 第一天的病人是一棵银杏。“它胃不好。”古树医生王明敲了敲树干。: who does something right behind a passage, where that
    /// tells more than the sentence before it does.
    fn likelier_behind(&self, before: Span, mark: Span, asks: impl Fn(&Source) -> bool) -> Option<Spoken> {
        let acting = self.acting_behind(mark, asks)?;
        let letters = &self.page().letters[..self.span.1];
        // 这位通讯作者
        let pointed = matches!(letters[mark.1..], ['这' | '那', '位' | '名', ..]);
        let person = |head: Head| matches!(head, Head::Person(_)) || pointed && head == Head::Title;
        let mention = acting.source.mention.filter(|mention| person(mention.head))?;
        let clause = &letters[mention.end..self.clause_end(mention.end)];
        let opens = !letters[mark.1..mention.start].iter().any(|letter| is_pause(*letter));
        let known = self.sources.mentions.partition_point(|known| known.end <= mention.start);
        let known = self.sources.mentions[..known].iter().rev().take(NEAR).any(|known| known.head == mention.head);
        let titled = acting.source.span.0 < mention.start;
        let speaks = clause.windows(2).any(|pair| matches!(pair, ['边', '说' | '讲'] | ['说' | '笑', '着']));
        let acts = self.words().longest(clause, Classes::ACT).is_some_and(|act| act > 1);
        // 老许说起那段日子
        let recalls = self.words().longest(clause, Classes::TOPIC).is_some_and(|topic| topic > 1);
        let goes_on = clause.first().is_some_and(|first| matches!(first, '则' | '却' | '也' | '亦'))
            || self.words().longest(clause, Classes::NARRATING).is_some();
        // …，李华说：“…”: a sentence of its own
        let end = mention.end + letters[mention.end..].iter().take_while(|letter| !is_end(**letter)).count();
        let own = letters[mention.end..end].contains(&QUOTED);
        let goes_on = goes_on || own;
        let behind = 2 * i32::from(titled)
            + 2 * i32::from(!known)
            + i32::from(acts)
            + 2 * i32::from(speaks)
            + 4 * i32::from(recalls)
            - 3 * i32::from(goes_on);
        let subject = self.first_subject(before);
        let named = subject.and_then(|source| source.mention).is_some_and(|it| it.head != Head::Title);
        let feels = subject.is_some() && self.feels(before);
        (opens && behind > i32::from(named) + 3 * i32::from(feels)).then_some(acting)
    }

    /// Whether a sentence tells what somebody feels or thinks.
    fn feels(&self, (start, end): Span) -> bool {
        let letters = &self.page().letters[start..end];
        (0..letters.len()).any(|at| self.words().longest(&letters[at..], Classes::STANCE).is_some())
    }

    /// 王明质疑，…。“…？”对此，李华答说，…: whose words a passage is where the one behind it only says what follows.
    pub(super) fn told_before(
        &self,
        start: usize,
        mark: Span,
        behind: Spoken,
        speaker: Option<Spoken>,
    ) -> Option<Spoken> {
        let cue = behind.cue.filter(|_| behind.reports && self.page().is_sentence(mark))?;
        let letters = &self.page().letters;
        let answers = matches!(letters[mark.1..], ['对', '此' | '于', ..] | ['就' | '针', '此' | '对', ..]);
        let between = letters.get(behind.source.span.1..cue.start).unwrap_or_default();
        let turns = answers || between.iter().any(|letter| matches!(letter, '则' | '却'));
        if let Some(spoken) = speaker.filter(|spoken| turns && !self.is_same(spoken.source, behind.source)) {
            return Some(spoken.goes_on(0.85));
        }
        let number = self.sentences.partition_point(|sentence| sentence.0 < start);
        let before = *self.sentences.get(number.checked_sub(1)?)?;
        let other = self.first_subject(before).filter(|_| self.feels(before))?;
        let own = self.is_same(other, behind.source) || letters[before.0..before.1].contains(&QUOTED);
        let pronoun = other.mention.is_some_and(|mention| mention.head == Head::Pronoun);
        (!own && !pronoun).then(|| Spoken::beside(other, 0.75))
    }

    /// “别动！”黑暗里传来一个女人的声音。: whose voice is heard right behind a passage.
    pub(super) fn voice_behind(&self, from: usize) -> Option<Source> {
        let letters = &self.page().letters[..self.span.1];
        let end = from + letters[from..].iter().take(BEHIND).take_while(|letter| !is_pause(**letter)).count();
        let clause = &letters[from..end];
        let comes = clause.windows(2).position(|pair| matches!(pair, ['传', '来' | '出'] | ['响', '起']))?;
        let of = clause.iter().rposition(|letter| *letter == '的').filter(|of| *of > comes + 2)?;
        let voice = clause[of..].iter().any(|letter| matches!(letter, '声' | '喊' | '叫' | '吼' | '嗓'));
        let mention = *self.sources.inside((from + comes + 2, from + of)).last().filter(|_| voice)?;
        // 传来队长断断续续的声音
        let near = mention.end + MANNER >= from + of;
        let whole = near && matches!(mention.head, Head::Person(_) | Head::Title);
        whole.then_some(Source { span: (mention.start, mention.end), mention: Some(mention) })
    }

    /// “…。”王明擦了擦汗。: who does something right behind a passage.
    fn acting_behind(&self, mark: Span, asks: impl Fn(&Source) -> bool) -> Option<Spoken> {
        let letters = &self.page().letters[..self.span.1];
        let mut begin = mark.1;
        while let Some(next) = self.page().mark_at(begin) {
            begin = next.1;
        }
        // “…”。王明擦了擦汗。
        begin += usize::from(letters.get(begin) == Some(&'。'));
        let end = begin + letters[begin..].iter().take(BEHIND).take_while(|letter| !is_end(**letter)).count();
        while begin < end {
            let clause = self.clause_end(begin).min(end);
            if letters.get(clause) == Some(&QUOTED) {
                break;
            }
            // 家属送来锦旗时，消防员有些不好意思
            let setting = matches!(letters[begin..clause], [.., '时'] | [.., '之', '后' | '际']) && clause < end;
            let source = self.sources.opening_person((begin, clause)).filter(|source| !asks(source) && !setting);
            if let Some(source) = source {
                let named = source.mention.is_some_and(|mention| matches!(mention.head, Head::Person(_)));
                return Some(Spoken::beside(source, if named { 0.87 } else { 0.7 }));
            }
            begin = clause + 1;
        }
        None
    }

    /// “…。”大厅里人满为患。医生王明一边写病历一边说。: who is said to speak at the end of a sentence behind.
    fn told_later(&self, from: usize) -> Option<Source> {
        let letters = &self.page().letters;
        let first = self.sentences.partition_point(|sentence| sentence.0 < from);
        let behind = self.sentences.get(first..)?.iter().take(LATER);
        let mut plain = behind.take_while(|sentence| !letters[sentence.0..sentence.1].contains(&QUOTED));
        plain.find_map(|sentence| {
            let end = sentence.1.checked_sub(1).filter(|end| is_end(letters[*end]))?;
            let cue = self.cues_in((sentence.0, end)).last().filter(|cue| cue.end == end && cue.classes.any(SAYS))?;
            self.sources.before(sentence.0, cue.start).filter(|source| source.mention.is_some())
        })
    }

    /// 镇政府回复称，…。记者去看过。“路通了。”居民王明希望…: who says more right behind a passage, where the sentence
    /// before it is not about the speaker.
    fn turned_to_behind(&self, start: usize, mark: Span, spoken: Spoken) -> Option<Source> {
        let number = self.sentences.partition_point(|sentence| sentence.0 < start);
        let before = self.sentences.get(number.checked_sub(1)?)?;
        let told = before.0 <= spoken.source.span.0 || self.page().letters[before.0..before.1].contains(&QUOTED);
        let behind = self.sentences.get(number + 1).filter(|behind| behind.0 == mark.1 && !told)?;
        let other = self.first_subject(*behind)?;
        let named = matches!(other.mention?.head, Head::Person(_)) && !self.is_same(other, spoken.source);
        let says = |cue: &Cue| cue.start >= other.span.1 && cue.classes.any(SAYS);
        let opens = other.span.0 == behind.0 || self.cues_in(*behind).first().is_some_and(says);
        (named && opens).then_some(other)
    }

    /// 不过，也有买房者觉得不划算。“…”: who feels something in the sentence right before a passage, where the speaker
    /// stood in another.
    fn turned_to_before(&self, start: usize, spoken: Spoken) -> Option<Source> {
        let number = self.sentences.partition_point(|sentence| sentence.0 < start);
        let before = *self.sentences.get(number.checked_sub(1)?)?;
        let here = &self.page().letters[before.0..before.1];
        let other = self.first_subject(before).filter(|_| spoken.source.span.1 <= before.0)?;
        // 冯大山沉默了很久，把烟掐灭。“…”: what somebody else did is told between what one says and a passage
        let named = other.mention.is_some_and(|it| matches!(it.head, Head::Person(_)) && other.span.0 == before.0);
        // 女儿江岚埋怨他“…”。他没有作声。“…”
        let unlike = other.span.0 == before.0 && self.is_unlike(spoken.source, other.span);
        let other = Some(other).filter(|_| named || unlike || self.feels(before))?;
        let pronoun = !unlike && other.mention.is_some_and(|mention| mention.head == Head::Pronoun);
        (!pronoun && !self.is_same(other, spoken.source) && !here.contains(&QUOTED)).then_some(other)
    }

    /// Whether the words for somebody show that a pronoun is for somebody else: 女儿江岚, 他.
    fn is_unlike(&self, source: Source, pronoun: Span) -> bool {
        let letters = &self.page().letters;
        let told = &letters[source.span.0..source.span.1];
        let holds = |class: Classes| (0..told.len()).any(|at| self.words().longest(&told[at..], class).is_some());
        match letters[pronoun.0..pronoun.1] {
            ['他'] => holds(Classes::WOMAN) && !holds(Classes::MAN),
            ['她'] => holds(Classes::MAN) && !holds(Classes::WOMAN),
            _ => false,
        }
    }

    /// 王明摇了摇头，说没有。“水还没退。”: whether the sentence right before a passage names its speaker, and nobody
    /// opens the one behind it.
    fn follows_its_speaker(&self, start: usize, mark: Span, spoken: Spoken) -> bool {
        let number = self.sentences.partition_point(|sentence| sentence.0 < start);
        let before = number.checked_sub(1).and_then(|before| self.sentences.get(before));
        let named = before.is_some_and(|before| (before.0..before.1).contains(&spoken.source.span.0));
        let behind = self.sentences.get(number + 1).filter(|behind| behind.0 >= mark.1);
        let other = behind.and_then(|behind| self.first_subject(*behind));
        named && other.is_none_or(|other| self.is_same(other, spoken.source))
    }

    /// 首个提问者是人大代表王明。: who a sentence ends with, where it only tells who did something.
    fn shown_to_be(&self, (start, end): Span) -> Option<Source> {
        let letters = &self.page().letters;
        let end = start + letters[start..end].iter().rposition(|letter| !is_end(*letter))? + 1;
        let clause = self.sources.clause_start(start, end);
        let mention = *self.sources.inside((clause, end)).last().filter(|mention| mention.end == end)?;
        let is = clause + letters[clause..mention.start].iter().position(|letter| *letter == '是')?;
        // 他是李红的教练王明: it is about him already
        let asked = matches!(letters[..is], [.., '者' | '人' | '的']) && matches!(mention.head, Head::Person(_));
        asked.then_some(Source { span: (is + 1, end), mention: Some(mention) })
    }

    /// Whom a sentence is about.
    pub fn first_subject(&self, (start, end): Span) -> Option<Source> {
        let letters = &self.page().letters;
        let mut begin = start;
        while begin < end {
            let length = letters[begin..end].iter().take_while(|c| !is_pause(**c) && **c != QUOTED).count();
            let clause = (begin, begin + length);
            let source = self.sources.subject(clause).filter(|_| !self.sources.is_topic(clause));
            // 朋友会来看望大家: no subject
            let object = |m: Mention| {
                let title = &letters[m.start..m.end];
                m.head == Head::Title && m.end == clause.1 && self.words().classes_of(title).any(Classes::GENERAL)
            };
            let person = |source: &Source| {
                source.mention.is_some_and(|m| !matches!(m.head, Head::Paper | Head::Body) && !object(m))
            };
            if let Some(source) = source.filter(person) {
                return Some(source);
            }
            begin += length + 1;
        }
        None
    }

    /// Whom a paragraph is about.
    pub fn subject(&self) -> Option<Source> {
        self.sentences.iter().find_map(|sentence| self.first_subject(*sentence))
    }

    /// Whose words the next paragraph opens with, where this one ends with a colon.
    pub fn announced(&self, speaker: Option<Spoken>) -> Option<Spoken> {
        let letters = &self.page().letters[self.span.0..self.span.1];
        let colon = letters.iter().rposition(|letter| !letter.is_whitespace()).filter(|at| is_colon(letters[*at]))?;
        let sentence = self.sentences.last()?;
        // 编辑同志：, 亲爱的妈妈：: whom a letter is to
        let letters = &letters[..colon];
        let addressed = matches!(letters, [.., '同', '志'] | [.., '们'] | [.., '您' | '你', '好'])
            || matches!(letters, ['尊', '敬' | '贵', ..] | ['亲', '爱', ..] | ['敬', '爱', ..]);
        let colon = self.span.0 + colon;
        if addressed && self.cues_in(self.span).is_empty() {
            return None;
        }
        self.after_colon(sentence.0, colon, (colon + 1, colon + 1), speaker)
    }

    /// “…。”据晨报报道，…: the report that hands on a passage.
    fn paper_behind(&self, mark: Span) -> Option<Report> {
        let number = self.sentences.partition_point(|sentence| sentence.0 < mark.1);
        let sentence = self.sentences.get(number).filter(|sentence| sentence.0 == mark.1)?;
        self.by_paper(*sentence)
    }
}
