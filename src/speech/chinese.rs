//! Chinese: rules on characters, no models. No words are cut: a cue is found in its clause, and what stands before it,
//! less times, places and adverbs, is the source.

use std::ops::Range;

use super::QuotationKind;
use super::chinese_source::{People, Words, cue_at, is_end, is_stop};
use super::marks::{self, Mark};
use super::speakers::Finding;
use super::why;

/// The longest source, the longest way from quotation marks to a cue behind them, and before one at a sentence's head.
const BEHIND_MARKS: usize = 24;
/// How far back a name must stand for it to open a turn, in bytes.
const NAMED_BEFORE: usize = 8192;
const FROM_HEAD: usize = 30;
const SECOND_CLAUSE: usize = 14;
const TO_LAST_CUE: usize = 20;

/// The quotations of a Chinese article, in order.
pub(super) fn find(text: &str, paragraphs: &[Range<usize>]) -> Vec<Finding> {
    let marks = marks::find(text, paragraphs);
    let mut reader = Reader { text, words: Words::get(), people: People::default(), found: Vec::new() };
    let mut rest = &marks[..];
    for paragraph in paragraphs {
        let here;
        (here, rest) = rest.split_at(rest.partition_point(|mark| mark.start < paragraph.end));
        reader.read(paragraph, here);
    }
    let mut found = reader.found;
    found.sort_by_key(|finding| (finding.start, finding.end));
    found
}

/// A paragraph as its characters; those in quotation marks are masked.
struct Line {
    letters: Vec<char>,
    /// The byte of each character, and the paragraph's end.
    bytes: Vec<usize>,
}

/// Stands for a character in quotation marks.
pub(super) const QUOTED: char = '\u{1}';

impl Line {
    fn of(text: &str, paragraph: &Range<usize>, marks: &[Mark]) -> Self {
        let mut line = Self { letters: Vec::new(), bytes: Vec::new() };
        let mut marks = marks.iter().peekable();
        for (at, letter) in text[paragraph.clone()].char_indices() {
            let at = paragraph.start + at;
            while marks.next_if(|mark| mark.end <= at).is_some() {}
            let quoted = marks.peek().is_some_and(|mark| mark.start <= at);
            line.letters.push(if quoted { QUOTED } else { letter });
            line.bytes.push(at);
        }
        line.bytes.push(paragraph.end);
        line
    }

    fn place(&self, byte: usize) -> usize {
        self.bytes.partition_point(|at| *at < byte)
    }
}

/// A stretch of characters of a paragraph.
type Span = (usize, usize);

struct Reader<'t> {
    text: &'t str,
    words: &'static Words,
    people: People,
    found: Vec<Finding>,
}

/// A sentence of a paragraph, and the marks that begin in it, in characters.
struct Clause<'a> {
    line: &'a Line,
    start: usize,
    end: usize,
    marks: Vec<Span>,
}

impl Clause<'_> {
    fn letters(&self) -> &[char] {
        &self.line.letters[self.start..self.end]
    }

    /// Where the words end, the last sign left out.
    fn words_end(&self) -> usize {
        self.end - usize::from(self.letters().last().is_some_and(|sign| is_end(*sign)))
    }
}

impl Reader<'_> {
    fn read(&mut self, paragraph: &Range<usize>, marks: &[Mark]) {
        let line = Line::of(self.text, paragraph, marks);
        let spans: Vec<Span> = marks.iter().map(|mark| (line.place(mark.start), line.place(mark.end))).collect();
        let mut speaker = None;
        let mut start = 0;
        let mut taken = vec![false; spans.len()];
        let mut next_mark = 0;
        while start < line.letters.len() {
            let end = line.letters[start..].iter().position(|letter| is_end(*letter));
            let end = end.map_or(line.letters.len(), |length| start + length + 1);
            // 王明说：“…。”他还说，…: what follows is another sentence
            let whole = spans[next_mark..].iter().take_while(|span| span.0 < end).find(|span| {
                span.0 > start && matches!(line.letters[span.0 - 1], '：' | ':') && self.ends_sentence(&line, **span)
            });
            let end = whole.map_or(end, |span| span.1);
            let last_mark = spans.partition_point(|span| span.0 < end);
            let clause = Clause { line: &line, start, end, marks: spans[next_mark..last_mark].to_vec() };
            self.read_clause(&clause, &mut speaker, &mut taken[next_mark..last_mark]);
            next_mark = last_mark;
            start = end;
        }
        self.go_on(&line, &spans, &taken);
        self.turn(&line, paragraph.end);
    }

    fn read_clause(&mut self, clause: &Clause<'_>, speaker: &mut Option<Span>, taken: &mut [bool]) {
        if !self.words.says_anything(clause.letters())
            && let Some(name) = self.words.subject(clause.letters())
        {
            self.people.last = Some(name);
        }
        let mut said = false;
        for (number, mark) in clause.marks.iter().enumerate() {
            // 王明说：“…”他还说，…: after a colon the cue before is the one
            let colon = mark.0 > clause.start && matches!(clause.line.letters[mark.0 - 1], '：' | ':');
            let before = || self.cue_before(clause, *mark, *speaker);
            let source_and_cue = if colon {
                before().or_else(|| self.cue_behind(clause, *mark))
            } else {
                self.cue_behind(clause, *mark).or_else(before)
            };
            if let Some((source, cue)) = source_and_cue {
                (*speaker, said, taken[number]) = (Some(source), true, true);
                self.add(clause.line, *mark, QuotationKind::Direct, vec![*mark], Some(source), Some(cue), 0.95);
            } else if let Some(source) = *speaker
                && mark.1 - mark.0 > 8
                && self.ends_like_speech(clause.line, *mark)
                && !self.words.names_a_term(&clause.line.letters[clause.start..mark.0])
            {
                taken[number] = true;
                self.add(clause.line, *mark, QuotationKind::Direct, vec![*mark], Some(source), None, 0.85);
            }
        }
        if said {
            return;
        }
        if let Some(report) = self.report(clause) {
            if report.by_person {
                *speaker = Some(report.source).filter(|_| report.leads).or(*speaker);
                taken.fill(true);
            }
            let kind = if clause.marks.is_empty() { QuotationKind::Indirect } else { QuotationKind::Mixed };
            let (source, cue) = (Some(report.source), Some(report.cue));
            self.add(clause.line, report.content, kind, clause.marks.clone(), source, cue, report.confidence);
        }
    }

    /// The cue behind a quotation: “…，”王明说，“…”
    fn cue_behind(&self, clause: &Clause<'_>, mark: Span) -> Option<(Span, Span)> {
        let after = clause.line.letters.get(mark.1..clause.end)?;
        let skip = usize::from(matches!(after.first(), Some('，' | ',')));
        let free = after[skip..].iter().take_while(|letter| !is_stop(**letter)).count().min(BEHIND_MARKS + 4);
        for length in 1..=free.min(BEHIND_MARKS) {
            for cue in cue_at(&self.words.reporting, &after[skip + length..]) {
                if !self.words.is_cue(after, skip + length, cue) {
                    continue;
                }
                let next = after.get(skip + length + cue);
                if next.is_none_or(|next| matches!(next, '，' | '。' | '：' | ':' | ',')) {
                    let start = mark.1 + skip;
                    let source = self.words.source_before(&clause.line.letters, start, start + length)?;
                    return Some((source, (start + length, start + length + cue)));
                }
            }
        }
        None
    }

    /// The cue before a quotation: 王明说：“…”
    fn cue_before(&self, clause: &Clause<'_>, mark: Span, speaker: Option<Span>) -> Option<(Span, Span)> {
        let letters = &clause.line.letters;
        if self.words.names_a_term(&letters[clause.start..mark.0]) {
            return None;
        }
        for at in clause.start.max(mark.0.saturating_sub(16))..mark.0 {
            for cue in cue_at(&self.words.cues, &letters[at..mark.0]) {
                if self.words.is_cue(letters, at, cue) && leads_to_mark(&letters[at + cue..mark.0]) {
                    let source = self.words.source_before(letters, clause.start, at).or(speaker)?;
                    return Some((source, (at, at + cue)));
                }
            }
        }
        None
    }

    fn ends_sentence(&self, line: &Line, mark: Span) -> bool {
        let quoted = &self.text[line.bytes[mark.0]..line.bytes[mark.1]];
        quoted.chars().rev().nth(1).is_some_and(|sign| "。！？".contains(sign))
    }

    fn ends_like_speech(&self, line: &Line, mark: Span) -> bool {
        let quoted = &self.text[line.bytes[mark.0]..line.bytes[mark.1]];
        quoted.chars().rev().nth(1).is_some_and(|sign| "。！？，…".contains(sign))
    }

    /// Speech that a sentence reports.
    fn report(&self, clause: &Clause<'_>) -> Option<Report> {
        self.report_by_paper(clause).or_else(|| self.report_at_head(clause)).or_else(|| self.report_at_end(clause))
    }

    /// 据…介绍，…
    fn report_by_paper(&self, clause: &Clause<'_>) -> Option<Report> {
        let letters = clause.letters();
        if letters.first() != Some(&'据') {
            return None;
        }
        let is_part = |letter: &&char| !matches!(**letter, '，' | '。' | QUOTED);
        let free = letters[1..].iter().take_while(is_part).count();
        for length in 2..=free.min(24) {
            for cue in cue_at(&self.words.reports, &letters[1 + length..]) {
                if matches!(letters.get(1 + length + cue), Some('，' | ',')) {
                    let at = clause.start + 1;
                    return Some(Report {
                        content: (at + length + cue + 1, clause.words_end()),
                        source: (at, at + length),
                        cue: (at + length, at + length + cue),
                        confidence: 0.9,
                        by_person: false,
                        leads: false,
                    });
                }
            }
        }
        None
    }

    /// 王明表示，…
    fn report_at_head(&self, clause: &Clause<'_>) -> Option<Report> {
        let letters = clause.letters();
        let free = letters.iter().take_while(|letter| !is_stop(**letter)).count();
        for length in 1..=free.min(FROM_HEAD) {
            let mut stops = Vec::new();
            if letters.get(length) == Some(&'，') {
                let more = letters[length + 1..].iter().take_while(|letter| !is_stop(**letter)).count();
                stops.extend((1..=more.min(SECOND_CLAUSE)).rev().map(|more| length + 1 + more));
            }
            stops.push(length);
            for stop in stops {
                for cue in cue_at(&self.words.cues, &letters[stop..]) {
                    if !self.words.is_cue(letters, stop, cue) {
                        continue;
                    }
                    let word = &letters[stop..stop + cue];
                    let comma = matches!(letters.get(stop + cue), Some('，' | ',' | '：' | ':'));
                    let rest = letters.len() - stop - cue;
                    // some words say so only with a comma behind them: 王明介绍，…
                    if rest < 5 || !comma && !self.words.reporting.iter().any(|known| known == word) {
                        continue;
                    }
                    let behind = stop + cue + usize::from(comma && rest > 5);
                    if let Some(report) = self.headed(clause, stop, cue, behind) {
                        return Some(report);
                    }
                }
            }
        }
        None
    }

    fn headed(&self, clause: &Clause<'_>, stop: usize, cue: usize, behind: usize) -> Option<Report> {
        let letters = clause.letters();
        let at = clause.start + stop;
        let source = self.words.source_before(&clause.line.letters, clause.start, at)?;
        // 简称, 名称, 被称: no saying
        let is_named =
            letters[stop..stop + cue] == ['称'] && stop > 3 && matches!(letters[stop - 1], '名' | '简' | '被');
        (!is_named).then_some(Report {
            content: (clause.start + behind, clause.words_end()),
            source,
            cue: (at, at + cue),
            confidence: 0.85,
            by_person: true,
            leads: true,
        })
    }

    /// …，王明说。
    fn report_at_end(&self, clause: &Clause<'_>) -> Option<Report> {
        let letters = clause.letters();
        let end = letters.len().checked_sub(1).filter(|end| letters[*end] == '。')?;
        for comma in end.saturating_sub(TO_LAST_CUE + 6)..end {
            if !matches!(letters[comma], '，' | ',') {
                continue;
            }
            let free = letters[comma + 1..end].iter().take_while(|letter| !is_stop(**letter)).count();
            for length in 1..=free.min(TO_LAST_CUE) {
                let at = comma + 1 + length;
                if cue_at(&self.words.reporting, &letters[at..end]).any(|cue| at + cue == end) {
                    let start = clause.start;
                    let source = self.words.source_before(&clause.line.letters, start + comma + 1, start + at)?;
                    return Some(Report {
                        content: (start, start + comma),
                        source,
                        cue: (start + at, start + end),
                        confidence: 0.8,
                        by_person: true,
                        leads: false,
                    });
                }
            }
        }
        None
    }

    /// A paragraph that opens with quotation marks and names nobody: the speaker before goes on.
    fn go_on(&mut self, line: &Line, spans: &[Span], taken: &[bool]) {
        let opening = line.letters.iter().position(|letter| !letter.is_whitespace());
        let first = spans.first().filter(|span| Some(span.0) == opening && !taken[0] && span.1 - span.0 > 10);
        if let (Some(mark), Some(before), Some(_)) = (first, self.found.last(), &self.people.last) {
            let (source, name) = (before.source, before.name.clone());
            let (start, end) = (line.bytes[mark.0], line.bytes[mark.1]);
            self.found.push(Finding {
                start,
                end,
                kind: QuotationKind::Direct,
                quoted: vec![Mark { start, end }],
                source,
                cue: None,
                why: why::goes_on(name.as_deref()),
                name,
                confidence: 0.7,
            });
        }
    }

    /// 王明：我们明天出发。 A name that was heard before and a colon open a paragraph.
    fn turn(&mut self, line: &Line, end: usize) {
        let Some(colon) = line.letters.iter().take(8).position(|letter| matches!(letter, '：' | ':')) else { return };
        let label = (line.bytes[0], line.bytes[colon]);
        let name = &self.text[label.0..label.1];
        let start = line.bytes[colon + 1];
        let answered = self.found.last().is_some_and(|before| before.end > start);
        let window = self.text.floor_char_boundary(label.0.saturating_sub(NAMED_BEFORE));
        let known = || self.people.knows(name) || self.words.is_name(name) && self.text[window..label.0].contains(name);
        if answered || start >= end || line.letters.contains(&QUOTED) || !known() {
            return;
        }
        self.found.push(Finding {
            start,
            end,
            kind: QuotationKind::Direct,
            quoted: vec![Mark { start, end }],
            source: Some(label),
            cue: None,
            name: Some(name.to_owned()),
            why: format!("The name “{name}” stands before these words."),
            confidence: 0.87,
        });
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one quotation")]
    fn add(
        &mut self,
        line: &Line,
        content: Span,
        kind: QuotationKind,
        quoted: Vec<Span>,
        source: Option<Span>,
        cue: Option<Span>,
        confidence: f64,
    ) {
        let bytes = |span: Span| (line.bytes[span.0], line.bytes[span.1]);
        let (start, end) = bytes(content);
        let source = source.map(bytes);
        let cue = cue.map(bytes);
        let words = source.map(|(start, end)| &self.text[start..end]);
        let name = words.and_then(|words| self.people.name(words, self.words));
        let cue_words = cue.map(|(start, end)| &self.text[start..end]);
        self.found.push(Finding {
            start,
            end,
            kind,
            quoted: quoted.into_iter().map(bytes).map(|(start, end)| Mark { start, end }).collect(),
            source,
            cue,
            why: why::beside(words, cue_words, name.as_deref()),
            name,
            confidence,
        });
    }
}

/// A report with its places in the paragraph.
struct Report {
    content: Span,
    source: Span,
    cue: Span,
    confidence: f64,
    /// Whether a person says it, and not a paper.
    by_person: bool,
    /// Whether quotations behind it go on with its speaker.
    leads: bool,
}

/// Whether only a comma, a colon, or a few words and a colon stand between a cue and its quotation.
fn leads_to_mark(between: &[char]) -> bool {
    match between {
        [] | ['，' | '：' | ':'] => true,
        [rest @ .., '：'] => {
            let rest = rest.strip_prefix(&['，']).unwrap_or(rest);
            rest.len() <= 6 && !rest.iter().any(|letter| matches!(letter, '，' | '。'))
        }
        _ => false,
    }
}
