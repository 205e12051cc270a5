//! Reports that the frame of their sentence tells: 据王明介绍，…; 在王明看来，…; …，王明说。

use super::cues::{Cue, introduces};
use super::mentions::Head;
use super::openings::dateline_length;
use super::page::{QUOTED, Span, is_colon, is_comma, is_end, is_pause};
use super::paragraph::Paragraph;
use super::reports::{LEAST, Report};
use super::sources::Source;
use super::words::Classes;

/// How far the source of a report reaches behind 据 and 在.
const SOURCE: usize = 60;

/// From so many letters on a clause before 这样说 tells something.
const LONG: usize = 8;

/// The longest clause that says that something was heard: 而据记者了解.
const HEARSAY: usize = 12;

impl Paragraph<'_, '_> {
    /// 有记者问：…？: a paragraph that is a question from beginning to end.
    pub fn question(&self) -> Option<Report> {
        let first = *self.sentences.first()?;
        let letters = &self.page().letters;
        let end = self.span.0 + letters[self.span.0..self.span.1].iter().rposition(|letter| !letter.is_whitespace())?;
        let cue = *self.cues_in(first).iter().find(|cue| introduces(letters.get(cue.end)))?;
        let says = cue.classes.any(Classes::SAYING.and(Classes::REMARK));
        let content = (self.behind(cue), end);
        let asks = says
            && letters[cue.start..cue.end].contains(&'问')
            && letters[end] == '？'
            && letters[content.0] != QUOTED
            && content.1 > content.0;
        let source = self.sources.before(first.0, cue.start).filter(|_| asks)?;
        let reporter = letters[source.span.0..source.span.1].ends_with(&['记', '者']);
        reporter.then_some(Report { content, source, cue: cue.span(), confidence: 0.88 })
    }

    /// 据王明介绍，…; 如王明所说，…
    pub fn by_paper(&self, sentence: Span) -> Option<Report> {
        let letters = &self.page().letters[..sentence.1];
        let skip = letters[sentence.0..].iter().take_while(|letter| letter.is_whitespace()).count();
        let mut opening = sentence.0 + skip;
        // 晨报网3月5日报道 据路透社报道，…
        if let Some(length) = dateline_length(&letters[opening..]) {
            opening += length;
            opening += letters[opening..].iter().take_while(|letter| letter.is_whitespace()).count();
        }
        // 不过，据…
        while let Some(length) = self.words().longest(&letters[opening..], Classes::LEAD)
            && letters.get(opening + length).is_some_and(|next| is_comma(*next))
        {
            opening += length + 1;
        }
        let length = match &letters[opening..] {
            ['按' | '依', '照', ..] | ['依', '据', ..] => 2,
            ['据' | '按' | '照', ..] => 1,
            ['根' | '另' | '又', '据', ..] => 2,
            ['用' | '如', ..] => 1,
            ['正', '如', ..] => 2,
            _ => return None,
        };
        let start = opening + length;
        let comma = start + letters[start..].iter().take(SOURCE).position(|letter| is_comma(*letter))?;
        let words = &letters[start..comma];
        let closing = self.words().longest_at_end(words, Classes::REPORT);
        // 根据统计局的数据
        let Some(closing) = closing else {
            let told = matches!(letters[opening], '据' | '按' | '根');
            return told.then(|| self.by_record(sentence, (opening, start), comma))?;
        };
        let stop = comma - closing;
        // 据不完全统计
        if matches!(letters[start..stop], ['不', '完', '全'] | ['初', '步'] | ['粗', '略']) {
            return None;
        }
        if letters[start..stop].iter().any(|letter| is_pause(*letter))
            || letters[opening] == '用' && letters[comma - 1] != '话'
            || matches!(letters[opening], '如' | '正') && letters[stop] != '所'
        {
            return None;
        }
        if is_heard(&letters[opening..comma]) {
            return None;
        }
        let source = self.sources.subject((start, stop)).or_else(|| self.sources.before(start, stop));
        let cue = Cue { start: stop, end: comma, classes: Classes::REPORT };
        let source = self.cited(start, cue).or(source);
        let lead = self.sources.past_lead((start, stop));
        let words = (lead, self.sources.trim_tail((lead, stop)));
        let source = source.or((words.0 < stop).then_some(Source { span: words, mention: None }))?;
        let content = (comma + 1, self.end_of(sentence, comma, &[]));
        (content.1 > content.0).then_some(Report { content, source, cue: (stop, comma), confidence: 0.88 })
    }

    /// 根据统计局的数据，…; what is laid down says nothing: 根据规定.
    fn by_record(&self, sentence: Span, cue: Span, comma: usize) -> Option<Report> {
        let letters = &self.page().letters[..sentence.1];
        let words = &letters[cue.1..comma];
        let paper = self.words().longest_at_end(words, Classes::RECORD)?;
        if paper + 2 > words.len() || words.iter().any(|letter| is_pause(*letter)) {
            return None;
        }
        let mention = self.sources.inside((cue.1, comma)).last().copied();
        let source = Source { span: (self.sources.past_lead((cue.1, comma)), comma), mention };
        let content = (comma + 1, self.end_of(sentence, comma, &[]));
        (content.1 > content.0).then_some(Report { content, source, cue, confidence: 0.86 })
    }

    /// 物业：十日内清完积雪: a heading that tells who says it.
    pub fn headed(&self, sentence: Span) -> Option<Report> {
        let letters = &self.page().letters[sentence.0..sentence.1];
        let colon = letters.iter().take(SOURCE).position(|letter| is_colon(*letter))?;
        let content = (sentence.0 + colon + 1, sentence.1);
        // 大桥通车 县长王明：…
        let parts = |letter: &char| letter.is_whitespace() || is_comma(*letter);
        let space = letters[..colon].iter().rposition(parts).map_or(0, |at| at + 1);
        let label = (sentence.0 + space, sentence.0 + colon);
        let letters = &letters[space..];
        let colon = colon - space;
        // 物业回应：马上清理；商户：…
        let is_last = sentence.1 == self.span.1;
        let ends = letters.last().is_some_and(|last| is_end(*last));
        let whole = self.page().letters[self.span.0..self.span.1].last().is_some_and(|last| is_end(*last));
        let quotes = letters.last() == Some(&QUOTED);
        let is_heading = !whole && (is_last && !ends || letters.last() == Some(&'；'));
        let content = (content.0, content.1 - usize::from(!is_last && ends));
        if let Some(report) =
            self.answered(label, content).filter(|_| is_heading && !quotes && content.1 > content.0 + LEAST)
        {
            return Some(report);
        }
        let mention = *self.sources.inside(label).last().filter(|mention| mention.end == label.1)?;
        let speaks = matches!(mention.head, Head::Person(_) | Head::Body)
            || mention.head == Head::Title && letters[..colon] != ['记', '者'];
        let alone = !letters[..colon].iter().any(|letter| is_pause(*letter) || *letter == QUOTED);
        // 专访王明：…: what the interview is about, but not 对话王明：我不后悔
        let own =
            || self.page().letters[content.0..content.1].iter().any(|letter| matches!(letter, '我' | '咱' | '俺'));
        let speaks = speaks && (!matches!(letters, ['专', '访', ..] | ['对', '话', ..]) || own());
        let quoted = letters.get(colon + 1) == Some(&QUOTED);
        if !is_heading || !speaks || !alone || quoted || content.1 < content.0 + LEAST + 1 {
            return None;
        }
        let visits = matches!(letters, ['专', '访', ..] | ['对', '话', ..]);
        let source = Source { span: (label.0 + if visits { 2 } else { 0 }, label.1), mention: Some(mention) };
        Some(Report { content, source, cue: (label.1, label.1 + 1), confidence: 0.8 })
    }

    /// 青山集团回应裁员：…, 王明谈大桥：…: the label of a heading that tells what is talked about.
    fn answered(&self, label: Span, content: Span) -> Option<Report> {
        let letters = &self.page().letters[..label.1];
        let talks = |at: &usize| self.words().longest(&letters[*at..], Classes::ANSWERING).is_some();
        let at = (label.0 + 1..label.1).find(talks)?;
        // 人民时评：…: a column
        if matches!(letters[at - 1..], ['时' | '快' | '锐' | '短' | '网' | '微' | '社' | '述', '评']) {
            return None;
        }
        let length = self.words().longest(&letters[at..], Classes::ANSWERING)?;
        let alone = !letters[label.0..].iter().any(|letter| is_pause(*letter));
        let quoted = self.page().letters.get(content.0) == Some(&QUOTED);
        let source = self.sources.subject((label.0, at)).or_else(|| self.sources.plain((label.0, at)));
        let source = source.filter(|_| alone && !quoted)?;
        Some(Report { content, source, cue: (at, at + length), confidence: 0.8 })
    }

    /// Whether a report is one of a medium, which hands on what others say: 据晨报报道, 消息.
    pub(super) fn is_relayed(&self, report: Report) -> bool {
        self.hands_on(report.source, report.cue)
    }

    /// Whether a medium hands on what others say.
    pub fn hands_on(&self, source: Source, cue: Span) -> bool {
        let told = matches!(self.page().letters[..cue.1], [.., '报', '道' | '导', '称' | '说']);
        let cue = &self.page().letters[cue.0..cue.1];
        let source = &self.page().letters[source.span.0..source.span.1];
        // 报道称，…; 美媒称，…
        let medium = matches!(source, ['报', '道' | '导'] | [_, '媒']);
        // 据晨报报道称
        medium || told || matches!(cue, [.., '报', '道' | '导'] | [.., '消', '息'])
    }

    /// 据了解，…: what nobody is named for; where it stands, and its cue.
    pub fn hearsay(&self, sentence: Span) -> Option<(Span, Span)> {
        let letters = &self.page().letters[..sentence.1];
        let opening = sentence.0 + letters[sentence.0..].iter().take_while(|letter| letter.is_whitespace()).count();
        if let Some(rumoured) = self.rumoured((opening, sentence.1)) {
            return Some(rumoured);
        }
        // 近日，记者获悉，…
        let mut from = opening;
        while let Some(length) = self.words().longest(&letters[from..], Classes::LEAD)
            && letters.get(from + length).is_some_and(|next| is_comma(*next))
        {
            from += length + 1;
        }
        let comma = from + letters[from..].iter().take(HEARSAY).position(|letter| is_comma(*letter))?;
        let clause = &letters[from..comma];
        let clause = clause.strip_prefix(&['另']).or_else(|| clause.strip_prefix(&['而'])).unwrap_or(clause);
        let learns = matches!(clause, [.., '获', '悉' | '知'] | [.., '得', '知'] | [.., '了', '解', '到']);
        let learns = learns
            && clause.windows(2).any(|pair| pair == ['记', '者'])
            && !"从向与".chars().any(|it| clause.contains(&it));
        let known = clause.first() == Some(&'据') && is_heard(clause) || learns;
        let content = (comma + 1, self.end_of(sentence, comma, &[]));
        (known && content.1 > content.0 + LEAST).then_some((content, (opening, comma)))
    }

    /// 网传桥要拆。
    fn rumoured(&self, (opening, end): Span) -> Option<(Span, Span)> {
        let letters = &self.page().letters[..end];
        let cue = match letters[opening..] {
            ['网', '传', next, ..] if !matches!(next, '的' | '输' | '播' | '消' | '视') => 2,
            _ => return None,
        };
        let start = opening + cue + letters[opening + cue..].iter().take_while(|letter| is_comma(**letter)).count();
        let told = letters[start..].iter().take_while(|letter| !is_pause(**letter)).count();
        (told > LEAST).then_some(((start, start + told), (opening, opening + cue)))
    }

    /// 记者从市政府了解到，…
    pub fn learnt(&self, sentence: Span) -> Option<Report> {
        let letters = &self.page().letters[sentence.0..sentence.1];
        let told = |comma: usize| match letters[..comma] {
            [.., '了', '解', '到'] => 3,
            [.., '获', '悉'] | [.., '得', '知'] | [.., '获', '知'] => 2,
            _ => 0,
        };
        let mut commas = (0..letters.len().min(2 * SOURCE)).filter(|at| is_comma(letters[*at]));
        let comma = commas.find(|comma| told(*comma) > 0)?;
        let told = told(comma);
        let from = letters[..comma].iter().position(|letter| *letter == '从').filter(|from| comma - from < SOURCE)?;
        // 记者12日从
        let reporter = letters[..from].windows(2).rposition(|pair| pair == ['记', '者']);
        let timed = |at: usize| self.sources.past_lead((sentence.0 + at + 2, sentence.0 + from)) >= sentence.0 + from;
        let opens = from == 0 || is_pause(letters[from - 1]) || reporter.is_some_and(timed);
        let place = usize::from(letters[..comma - told].last() == Some(&'处'));
        let span = (sentence.0 + from + 1, sentence.0 + comma - told - place);
        if !opens || span.1 < span.0 + 2 {
            return None;
        }
        let mention = self.sources.inside(span).last().copied().filter(|mention| mention.end == span.1);
        let content = (sentence.0 + comma + 1, self.end_of(sentence, sentence.0 + comma, &[]));
        let cue = (sentence.0 + comma - told, sentence.0 + comma);
        let source = Source { span, mention };
        (content.1 > content.0).then_some(Report { content, source, cue, confidence: 0.86 })
    }

    /// 在王明看来，…
    pub fn in_view(&self, sentence: Span) -> Option<Report> {
        let letters = &self.page().letters[..sentence.1];
        let at = sentence.0
            + letters[sentence.0..]
                .iter()
                .take_while(|letter| letter.is_whitespace() || **letter == '但' || **letter == '而')
                .count();
        if letters.get(at) != Some(&'在') {
            return None;
        }
        let comma = at + letters[at..].iter().take(SOURCE).position(|letter| is_comma(*letter))?;
        let closing = self.words().longest_at_end(&letters[at..comma], Classes::VIEW)?;
        // 在王明的口中，…
        let of = usize::from(letters[..comma - closing].last() == Some(&'的'));
        let source = self.sources.before(at + 1, comma - closing - of)?;
        let content = (comma + 1, self.end_of(sentence, comma, &[]));
        (content.1 > content.0).then_some(Report { content, source, cue: (comma - closing, comma), confidence: 0.85 })
    }

    /// …，王明说。
    pub fn at_end(&self, sentence: Span, used: &[Cue]) -> Option<Report> {
        let letters = &self.page().letters;
        let end = sentence.1.checked_sub(1).filter(|end| *end > sentence.0 && is_end(letters[*end]))?;
        let cue = *self.cues_in((sentence.0, end)).last()?;
        // …，种植户这样估计。
        let so = matches!(letters[..cue.start], [.., '如', '是' | '此'] | [.., '这', '样' | '么']);
        let says = cue.classes.any(Classes::SAYING) || so && cue.classes.any(Classes::REMARK);
        if cue.end != end || !says || used.iter().any(|known| known.start == cue.start) {
            return None;
        }
        let clause = self.sources.clause_start(sentence.0, cue.start);
        // “…。”被问到此事时，王明如是说。
        let first = letters[sentence.0..end].iter().take_while(|letter| !is_pause(**letter)).count();
        let setting = self.is_setting((sentence.0, sentence.0 + first));
        let points_back = so && (setting || first < LONG || sentence.0 > self.span.0);
        if clause <= sentence.0 + 3 || !is_comma(letters[clause - 1]) || points_back {
            return None;
        }
        let source = self.sources.subject((clause, cue.start)).or_else(|| self.sources.before(clause, cue.start))?;
        // 事发后，王明否认。对于此事，王明没有透露。: nothing but a time or what the talk is about
        let told = (sentence.0, clause - 1);
        // 王明一边擦汗，一边说。
        if matches!(self.page().letters[clause..], ['一', '边' | '面', ..]) {
            return None;
        }
        let bare =
            self.sources.is_topic(told) && !self.page().letters[told.0..told.1].iter().any(|next| is_comma(*next));
        if bare || self.sources.past_lead(told) >= told.1 {
            return None;
        }
        Some(Report { content: told, source, cue: cue.span(), confidence: 0.82 })
    }
}

/// Whether a clause only says that something was heard: 据悉, 据介绍, 据本报记者了解.
fn is_heard(clause: &[char]) -> bool {
    matches!(
        clause,
        [.., '据', '悉' | '传' | '称' | '说']
            | [.., '据', '了', '解']
            | [.., '据', '介', '绍']
            | [.., '据', '报', '道' | '导']
            | [.., '记', '者', '了', '解' | '悉']
    )
}
