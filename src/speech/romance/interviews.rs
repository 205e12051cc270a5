//! Interviews whose questions nobody signs: "Pourquoi partez-vous ?" in one paragraph, what is answered in those behind it.

use std::ops::Range;

use super::super::marks::Mark;
use super::words::{Asking, Words};

/// The longest question, and the longest name before a dash, in bytes.
const QUESTION: usize = 420;
const LABEL: usize = 40;

/// The longest question that ends like a statement: "On vous a reproché ce livre."
const STATEMENT: usize = 220;

/// From so many questions on an article is an interview, and from so many on where it calls itself so.
const QUESTIONS: usize = 3;
const CALLED: usize = 2;

/// What a paragraph of an interview is.
#[derive(Clone, Debug)]
pub(super) enum Turn {
    /// A question, and the words of it.
    Asks(Range<usize>),
    /// All of a paragraph that answers.
    Answers(Range<usize>),
    /// A paragraph that answers with words in marks, and with the narrator's between.
    AnswersInMarks,
}

/// The turns of an interview, by the number of their paragraph.
#[derive(Default)]
pub(super) struct Interview {
    turns: Vec<Option<Turn>>,
    /// Who asks, where the first question is signed: "Le Phare. – Pourquoi partez-vous ?"
    pub asker: Option<Range<usize>>,
    /// Who answers, where the first answer is signed.
    pub answerer: Option<Range<usize>>,
}

impl Interview {
    pub fn turn(&self, paragraph: usize) -> Option<&Turn> {
        self.turns.get(paragraph)?.as_ref()
    }
}

/// A paragraph as far as an interview is told by it.
struct Part<'t> {
    /// The name before a dash: "Le Phare. –".
    label: Option<Range<usize>>,
    /// Its words, without that and without a dash.
    range: Range<usize>,
    words: &'t str,
    /// Whether it opens with a dash.
    dashed: bool,
    /// Whether it opens with a mark, and is nothing but one.
    opens_mark: bool,
    is_mark: bool,
    /// Whether marks stand in it.
    cites: bool,
}

impl Part<'_> {
    fn asks(&self) -> bool {
        self.words.ends_with('?') && self.words.len() <= QUESTION && !self.opens_mark
    }
}

/// The interview that an article is; without turns where it is none.
pub(super) fn find(text: &str, paragraphs: &[Range<usize>], marks: &[Mark], words: &Words) -> Interview {
    let asking = &words.asking;
    let asks = |range: &Range<usize>| text.get(range.clone()).is_some_and(|line| line.trim_end().ends_with('?'));
    if paragraphs.iter().filter(|range| asks(range)).count() < CALLED {
        return Interview::default();
    }
    let parts: Vec<Part<'_>> = paragraphs.iter().map(|range| part(text, range, marks)).collect();
    let questions: Vec<usize> =
        (0..parts.len().saturating_sub(1)).filter(|at| parts[*at].asks() && !parts[at + 1].asks()).collect();
    let Some(first) = questions.first().copied() else { return Interview::default() };
    let called = parts[..first].iter().chain(parts.last()).any(|part| asking.names(part.words));
    let answers = || questions.iter().map(|at| &parts[at + 1]);
    let count = questions.len();
    let own = answers().filter(|part| asking.is_own(part.words)).count();
    let addressed = questions.iter().any(|at| asking.addresses(parts[*at].words));
    // "Qui est concerné ?" over what a newspaper explains: nobody answers
    let speaks = 2 * own >= count || called && own > 0 && count >= QUESTIONS;
    if count < if called { CALLED } else { QUESTIONS } || !speaks || !addressed {
        return Interview::default();
    }
    let dashed = 2 * questions[1..].iter().filter(|at| parts[**at].dashed).count() > questions.len() - 1;
    let marked = 2 * answers().filter(|part| part.opens_mark).count() > count;
    let mut found = Interview { turns: vec![None; parts.len()], ..Interview::default() };
    found.asker = parts[first].label.clone();
    found.answerer = parts[first + 1].label.clone();
    let name = found.answerer.clone().and_then(|name| text.get(name));
    let last = questions.last().copied().unwrap_or(first);
    let mut asked = false;
    for at in first..parts.len() {
        let part = &parts[at];
        let next = parts.get(at + 1);
        let answered = next.is_some_and(|next| if marked { next.opens_mark } else { asking.agrees(next.words) });
        let states = part.words.len() <= STATEMENT
            && !part.cites
            && !asked
            && next.is_some()
            && !asking.is_own(part.words)
            && (answered || !marked && at < last && asking.addresses(part.words))
            && (!marked || asking.addresses(part.words));
        // "Je les ai lues. Qui d'autre l'a fait ?": an answer that asks
        let asks_back = asked && asking.is_own(part.words) && !asking.addresses(part.words);
        let asks = part.asks() && !asks_back && (next.is_some_and(|next| !next.asks()) || asked) || states;
        let is_question = if dashed { part.dashed || at == first } else { asks };
        found.turns[at] = if is_question {
            Some(Turn::Asks(part.range.clone()))
        } else if marked && part.opens_mark {
            Some(if part.is_mark { Turn::Answers(part.range.clone()) } else { Turn::AnswersInMarks })
        } else if !marked && (asked || at > first && goes_on(part, asking, name) && found.turns[at - 1].is_some()) {
            Some(Turn::Answers(part.range.clone()))
        } else {
            None
        };
        asked = is_question;
    }
    found
}

/// Whether a paragraph behind an answer goes on with it, and is no narrator's.
fn goes_on(part: &Part<'_>, asking: &Asking, name: Option<&str>) -> bool {
    let named = name.is_some_and(|name| part.words.contains(name));
    let own = asking.is_own(part.words);
    !named && !asking.names(part.words) && own
}

/// Reads a paragraph.
fn part<'t>(text: &'t str, range: &Range<usize>, marks: &[Mark]) -> Part<'t> {
    let line = text.get(range.clone()).unwrap_or_default();
    let (mut start, end) = (range.start + line.len() - line.trim_start().len(), range.start + line.trim_end().len());
    let label = label(line.trim()).map(|length| start..start + length);
    if let Some(label) = &label {
        start = label.end + 1;
    }
    let rest = text.get(start..end).unwrap_or_default();
    let words = rest.trim_start_matches(|sign: char| sign.is_whitespace() || "–—-".contains(sign));
    start = end - words.len();
    let inside = marks.partition_point(|mark| mark.start < start);
    let first = marks.get(inside).filter(|mark| mark.start < end);
    Part {
        dashed: words.len() < rest.trim_start().len() && label.is_none(),
        label,
        range: start..end,
        words,
        opens_mark: first.is_some_and(|mark| mark.start == start),
        is_mark: first.is_some_and(|mark| mark.start == start && mark.end == end),
        cites: first.is_some(),
    }
}

/// "[Le Phare]. – Pourquoi ?": the length of whoever a dash parts from what they say.
fn label(line: &str) -> Option<usize> {
    let length = [". –", ". —", ". -"].iter().filter_map(|dash| line.find(dash)).min()?;
    let name = &line[..length];
    let short = length <= LABEL && name.split_whitespace().nth(5).is_none();
    (short && name.starts_with(char::is_uppercase) && !name.contains(['?', '!', '«', ','])).then_some(length)
}
