//! Interviews and plays: paragraphs that open with the name of their speaker and a colon.

use std::collections::{HashMap, HashSet};

use super::cues;
use super::mentions::{Head, Mention};
use super::page::{Page, QUOTED, Span, is_colon, is_end};
use super::sources::{Source, Sources};
use super::words::{Classes, Words, is_han};

/// The most letters of a label.
const LONGEST: usize = 10;

/// The most letters of a label with an office.
const LONGEST_TITLED: usize = 24;

/// From so many labels on an article is an interview: a paragraph without one belongs to the label before.
const INTERVIEW: usize = 3;

/// The most letters behind 记者 that tell of asking: 继续追问.
const ASKS: usize = 4;

/// How many paragraphs may be headings above an article.
const HEAD: usize = 3;

/// Whose turn a paragraph is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub label: Span,
    /// Where the words begin.
    pub start: usize,
    pub mention: Option<Mention>,
}

/// The turns of an article, by paragraph.
pub(super) struct Turns(HashMap<usize, Turn>);

impl Turns {
    pub fn of(sources: &Sources<'_, '_>) -> Self {
        let page = sources.page;
        let mut turns = HashMap::new();
        let mut times: HashMap<&[char], usize> = HashMap::new();
        for (number, paragraph) in page.paragraphs.iter().enumerate() {
            let titled = |label: Span| is_titled(sources, label);
            let Some((label, start)) = label(page, *paragraph, titled) else { continue };
            // 记者追问：…
            let asks = asks_behind(&page.letters[label.0..label.1]);
            let label = (label.0, label.1 - asks);
            let words = &page.letters[label.0..label.1];
            if sources.words.classes_of(words).any(Classes::CAPTION) && words != ['记', '者'] {
                continue;
            }
            *times.entry(words).or_default() += 1;
            let mention = sources.inside(label).last().copied().filter(|mention| mention.end == label.1);
            turns.insert(number, Turn { label, start, mention });
        }
        let asks = |number: usize| {
            let letters = page.paragraphs.get(number).map_or(&[][..], |span| &page.letters[span.0..span.1]);
            letters.iter().rfind(|letter| !letter.is_whitespace()) == Some(&'？')
        };
        let labelled: HashSet<usize> = turns.keys().copied().collect();
        // 晨报：…？ before 王明：…; 有记者问：…？ before 王明：…
        let pairs = |number: usize, label: &[char]| {
            let answers = |before: usize| {
                let name = || sources.words.name_at(label).is_some_and(|reading| reading.longest() == label.len());
                asks(before) && (labelled.contains(&before) || name())
            };
            asks(number) && labelled.contains(&(number + 1)) || number.checked_sub(1).is_some_and(answers)
        };
        let is_named = |turn: &Turn| turn.mention.is_some_and(|mention| matches!(mention.head, Head::Person(_)));
        let speaks = |turn: &&Turn| is_named(turn) || turn.mention.is_some_and(|mention| mention.head == Head::Title);
        let offices = turns.values().filter(speaks).count() >= INTERVIEW;
        let several = turns.values().filter(|turn| is_named(turn)).count() + 1 >= INTERVIEW;
        turns.retain(|number, turn| {
            let words = &page.letters[turn.label.0..turn.label.1];
            let again = times.get(words).is_some_and(|times| *times > 1);
            let known = is_named(turn);
            // 业主：… among 业主王先生：…
            let so_called = several
                && turn.mention.is_some_and(|mention| mention.head == Head::Title && mention.start == turn.label.0);
            // 县长王明：十日内清完积雪: a heading
            let (start, end) = page.paragraphs[*number];
            let closes = page.letters[start..end].last().is_some_and(|last| is_end(*last) || *last == QUOTED);
            if !again && !closes && *number < HEAD {
                return false;
            }
            // 记者：…; 政务司司长：…; 运输及房屋局局长：…
            let titled = offices
                && turn.mention.is_some_and(|mention| mention.head == Head::Title)
                && end - turn.start > LONGEST_TITLED;
            again
                || known
                || titled && closes
                || so_called && closes
                || is_question(words)
                || is_answer(words)
                || words.ends_with(&['记', '者'])
                || pairs(*number, words)
        });
        let last = turns.keys().max().copied().filter(|last| !asks(*last) && last.checked_sub(1).is_some_and(asks));
        let mut turns = Self(turns);
        turns.go_on(page);
        if let Some(last) = last {
            turns.end_after(last, sources);
        }
        turns
    }

    /// Gives the paragraphs between two labels of an interview to the first of the two.
    fn go_on(&mut self, page: &Page<'_>) {
        let Some(last) = self.0.keys().max().copied().filter(|_| self.0.len() >= INTERVIEW) else { return };
        let mut turn: Option<Turn> = None;
        for number in 0..last {
            if let Some(here) = self.0.get(&number) {
                turn = Some(*here);
                continue;
            }
            let (start, end) = page.paragraphs[number];
            // a heading has no sentence
            let is_speech = page.letters[start..end].last().is_some_and(|last| is_end(*last) || *last == QUOTED);
            if let Some(turn) = turn.filter(|_| is_speech) {
                self.0.insert(number, Turn { start, ..turn });
            }
        }
    }

    /// Gives the paragraphs behind the last answer to it, as long as nobody is said to say anything.
    fn end_after(&mut self, last: usize, sources: &Sources<'_, '_>) {
        let page = sources.page;
        let Some(turn) = self.0.get(&last).copied() else { return };
        for (number, span) in page.paragraphs.iter().enumerate().skip(last + 1) {
            let letters = &page.letters[span.0..span.1];
            let spoken = letters.last().is_some_and(|last| is_end(*last))
                && !matches!(letters.first(), Some('（' | '(' | '【' | &QUOTED))
                && !cues::find(page, sources.words, *span, sources.inside(*span))
                    .iter()
                    .any(|cue| cue.classes.any(Classes::SAYING));
            if !spoken {
                break;
            }
            self.0.insert(number, Turn { start: span.0, ..turn });
        }
    }

    pub fn of_paragraph(&self, number: usize) -> Option<Turn> {
        self.0.get(&number).copied()
    }
}

/// How many letters behind 记者 only tell that the reporter asks: 晚报记者追问.
fn asks_behind(label: &[char]) -> usize {
    let behind = label.windows(2).rposition(|pair| pair == ['记', '者']).map_or(0, |at| label.len() - at - 2);
    // 有记者问：…: a sentence
    let some = label.first() == Some(&'有') && !label.ends_with(&['提', '问']);
    if behind <= ASKS && !some && label.ends_with(&['问']) { behind } else { 0 }
}

/// 该记者追问：…: whether a label points back to the reporter who asked before.
pub(super) fn is_same_reporter(words: &Words, label: &[char]) -> bool {
    let pointed = words.longest(label, Classes::POINTING);
    pointed.is_some_and(|pointed| label[pointed..] == ['记', '者'])
}

pub(super) fn is_question(label: &[char]) -> bool {
    label == ['问']
}

pub(super) fn is_answer(label: &[char]) -> bool {
    label == ['答']
}

/// 外交部发言人王明就…答记者问, 以下是记者与王明的对话, 专访王明: who answers, as the head of an article tells.
pub(super) fn answering(sources: &Sources<'_, '_>) -> Option<Source> {
    let head = || sources.page.paragraphs.iter().take(HEAD);
    let to_reporters = head().find_map(|(start, end)| {
        let letters = sources.letters((*start, *end));
        let at = letters.windows(4).position(|four| four == ['答', '记', '者', '问'])?;
        sources.subject((*start, start + at))
    });
    to_reporters.or_else(|| head().find_map(|span| interviewed(sources, *span)))
}

/// 记者与王明的对话, 专访王明, 对话王明：…
fn interviewed(sources: &Sources<'_, '_>, (start, end): Span) -> Option<Source> {
    let letters = &sources.page.letters;
    let is_person = |mention: &&Mention| matches!(mention.head, Head::Person(_));
    let talks = |mention: &&Mention| {
        let before = &letters[start..mention.start];
        let behind = &letters[mention.end..end];
        let leads = [['专', '访'], ['对', '话']].iter().any(|word| before.ends_with(word));
        leads
            || before.ends_with(&['与'])
                && (behind.starts_with(&['的', '对', '话']) || behind.starts_with(&['的', '问', '答']))
    };
    let mention = sources.inside((start, end)).iter().filter(is_person).find(talks)?;
    Some(Source { span: (mention.start, mention.end), mention: Some(*mention) })
}

/// Whether a label is somebody with an office: 外交部发言人 王明.
fn is_titled(sources: &Sources<'_, '_>, label: Span) -> bool {
    let mention = sources.inside(label).last().filter(|mention| mention.end == label.1);
    mention.filter(|mention| matches!(mention.head, Head::Person(_))).is_some_and(|mention| {
        let office = &sources.page.letters[label.0..mention.start];
        let office = office.strip_suffix(&[' ']).unwrap_or(office);
        sources.words.longest_at_end(office, Classes::TITLE).is_some()
    })
}

/// The label that opens a paragraph, and where the words behind it begin.
fn label(page: &Page<'_>, (start, end): Span, is_titled: impl Fn(Span) -> bool) -> Option<(Span, usize)> {
    let letters = &page.letters[start..end];
    let lead = letters.iter().take_while(|letter| letter.is_whitespace()).count();
    let long = letters[lead..].iter().take(LONGEST_TITLED + 1).take_while(|c| is_name(**c) || **c == ' ').count();
    let name = letters[lead..].iter().take(LONGEST + 1).take_while(|letter| is_name(**letter)).count();
    let titled = long <= LONGEST_TITLED && is_titled((start + lead, start + lead + long));
    // 《晚报》记者问：…
    let reporter = letters[lead..].iter().take(LONGEST_TITLED).take_while(|c| is_name(**c) || "《》“”".contains(**c));
    let reporter = lead + reporter.count();
    let asks = asks_behind(&letters[lead..reporter]);
    let reporter = letters[lead..reporter - asks].ends_with(&['记', '者']).then_some(reporter - lead);
    let (titled, long) = (titled || reporter.is_some(), reporter.unwrap_or(long));
    let name = if titled { long } else { name };
    let colon = lead + name;
    if name == 0 || name > LONGEST && !titled || !letters.get(colon).is_some_and(|letter| is_colon(*letter)) {
        return None;
    }
    let behind = colon + 1 + letters[colon + 1..].iter().take_while(|letter| letter.is_whitespace()).count();
    let label = &letters[lead..colon];
    // 晚报记者追问：“必要措施”是否包括…？
    let term = || {
        let mark = page.mark_at(start + behind).filter(|mark| asks > 0 && !page.is_sentence(*mark));
        mark.is_some_and(|mark| page.letters.get(mark.1).is_some_and(|next| is_han(*next)))
    };
    let opens = |next: &char| *next != QUOTED || is_question(label) || is_answer(label) || term();
    let spoken = letters.get(behind).is_some_and(opens);
    spoken.then_some(((start + lead, start + colon), start + behind))
}

fn is_name(letter: char) -> bool {
    is_han(letter) || letter == '·' || letter.is_ascii_alphanumeric()
}
