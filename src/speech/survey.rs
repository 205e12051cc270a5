//! An article read up to the point where speakers are chosen: its marks, sentences, mentions and reports, and the
//! questions about them that the later steps ask.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon::Lexicon;
use super::linear::Models;
use super::marks::{self, Mark};
use super::mentions::{self, MentionKind, Phrase};
use super::reported::{self, Report};
use super::sentences::{self, Sentence};
use super::transcripts::Turn;

/// How far behind a mark its speaker may be named, in letters.
const AHEAD: usize = 260;

/// How many mentions before a mark are looked at, at least: a line of a megabyte has thousands.
const MENTIONS_BACK: usize = 60;

/// Words that may name a speaker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// The sentence it stands in; none for a name in the layout.
    pub sentence: Option<usize>,
    pub phrase: Phrase,
    pub start: usize,
    pub end: usize,
    pub kind: MentionKind,
}

impl Mention {
    /// A name that stands in the layout.
    pub fn label(start: usize, end: usize) -> Self {
        Self { sentence: None, phrase: Phrase { first: 0, after: 0 }, start, end, kind: MentionKind::Label }
    }

    pub fn touches(self, start: usize, end: usize) -> bool {
        self.start < end && start < self.end
    }
}

pub(super) struct Survey<'t> {
    pub text: &'t str,
    pub lexicon: &'t Lexicon,
    pub marks: Vec<Mark>,
    pub sentences: Vec<Sentence<'t>>,
    pub reports: Vec<Vec<Report>>,
    /// What a transcript in the article names the speakers of.
    pub turns: Vec<Turn>,
    paragraphs: Vec<Range<usize>>,
    /// The sentences of each paragraph.
    sentences_in: Vec<Range<usize>>,
    mentions: Vec<Vec<Mention>>,
    /// The sentence and the token of each mark.
    places: Vec<Option<(usize, usize)>>,
    /// How often each word with a capital stands in the text.
    counts: HashMap<&'t str, usize>,
    word_starts: Vec<usize>,
    sentence_ends: Vec<usize>,
    letters: Letters,
}

impl<'t> Survey<'t> {
    pub fn of(text: &'t str, paragraphs: Vec<Range<usize>>, lexicon: &'t Lexicon, models: &Models) -> Self {
        let marks = marks::find(text, &paragraphs);
        let sentences = sentences::split(text, &paragraphs, &marks, lexicon);
        let mut sentences_in = vec![0..0; paragraphs.len()];
        for (number, sentence) in sentences.iter().enumerate() {
            let range = &mut sentences_in[sentence.paragraph];
            *range = if range.end == 0 { number..number + 1 } else { range.start..number + 1 };
        }
        let mut reports: Vec<Vec<Report>> =
            sentences.iter().map(|sentence| reported::read(sentence, lexicon, models)).collect();
        for range in &sentences_in {
            reported::reach_back(&sentences[range.clone()], &mut reports[range.clone()]);
        }
        let mentions = sentences
            .iter()
            .enumerate()
            .map(|(number, sentence)| {
                let phrases = mentions::around(sentence, lexicon);
                phrases.into_iter().map(|phrase| mention(number, sentence, phrase)).collect()
            })
            .collect();
        Self {
            places: places(&sentences, &marks),
            counts: count_capitals(text),
            word_starts: words(&sentences).collect(),
            sentence_ends: sentences.iter().map(|sentence| sentence.end).collect(),
            letters: Letters::of(text),
            text,
            lexicon,
            marks,
            sentences,
            reports,
            turns: Vec::new(),
            paragraphs,
            sentences_in,
            mentions,
        }
    }

    /// The same article with the turns of its transcript.
    pub fn with_turns(self, turns: Vec<Turn>) -> Self {
        Self { turns, ..self }
    }

    /// The sentence of a mark and the token that stands for it.
    pub fn place_of(&self, mark: usize) -> Option<(usize, usize)> {
        self.places[mark]
    }

    /// The first sentence of a sentence's paragraph.
    pub fn opening_of(&self, sentence: &Sentence<'t>) -> &Sentence<'t> {
        &self.sentences[self.sentences_in[sentence.paragraph].start]
    }

    /// The report whose content holds a mark; the surest.
    pub fn report_over(&self, mark: usize) -> Option<(usize, &Report)> {
        let (number, _) = self.places[mark]?;
        let Mark { start, end } = self.marks[mark];
        let mut best: Option<&Report> = None;
        for report in &self.reports[number] {
            let holds = report.spans(&self.sentences[number]).any(|span| span.0 <= start && end <= span.1);
            if holds && best.is_none_or(|best| report.probability > best.probability) {
                best = Some(report);
            }
        }
        best.map(|report| (number, report))
    }

    /// The source of a report of a sentence.
    pub fn source_of(&self, sentence: usize, report: &Report) -> Option<Mention> {
        report.source.map(|source| mention(sentence, &self.sentences[sentence], source))
    }

    /// Mentions that may name the speaker of a mark: in its paragraph up to a little past it, and in the two before.
    pub fn candidates(&self, mark: usize) -> Vec<Mention> {
        let Some((here, _)) = self.places[mark] else { return Vec::new() };
        let Mark { start, end } = self.marks[mark];
        let paragraph = self.sentences[here].paragraph;
        let earliest = self.sentences_in[paragraph.saturating_sub(2)..=paragraph]
            .iter()
            .find(|range| range.end > 0)
            .map_or(here, |range| range.start);
        let (mut first, mut enough) = (here, 0);
        while first > earliest && enough < MENTIONS_BACK {
            first -= 1;
            enough += self.mentions[first].len();
        }
        let mut found: Vec<Mention> = Vec::new();
        for number in first..self.sentences_in[paragraph].end {
            if !self.is_ahead_little(end, self.sentences[number].start) {
                break;
            }
            let near = |mention: &Mention| self.is_ahead_little(end, mention.start);
            found.extend(self.mentions[number].iter().filter(|mention| near(mention)));
            for report in &self.reports[number] {
                if let Some(source) = self.source_of(number, report)
                    && near(&source)
                    && !found.iter().rev().take(MENTIONS_BACK).any(|known| known.touches(source.start, source.end))
                {
                    found.push(source);
                }
            }
        }
        found.retain(|mention| !(start <= mention.start && mention.start < end));
        found
    }

    /// Whether a place lies before another or less than [`AHEAD`] letters after it.
    fn is_ahead_little(&self, from: usize, place: usize) -> bool {
        place < from + AHEAD || place < from + 4 * AHEAD && self.letters_between(from, place) < AHEAD
    }

    pub fn words_of(&self, mention: Mention) -> &'t str {
        &self.text[mention.start..mention.end]
    }

    /// The last word of a mention.
    pub fn head(&self, mention: Mention) -> &'t str {
        match mention.sentence {
            Some(number) => mention.phrase.of(&self.sentences[number].tokens).last().map_or("", |token| token.text),
            None => self.words_of(mention).split_whitespace().next_back().unwrap_or(""),
        }
    }

    /// How often a word with a capital stands in the article.
    pub fn count(&self, word: &str) -> usize {
        self.counts.get(word).copied().unwrap_or(0)
    }

    /// Words and sentence ends between two places, what is quoted left out.
    pub fn outside(&self, from: usize, to: usize) -> (usize, usize) {
        let before = |places: &[usize], at: usize| places.partition_point(|place| *place < at);
        let words = before(&self.word_starts, to).saturating_sub(before(&self.word_starts, from));
        let ends = before(&self.sentence_ends, to).saturating_sub(before(&self.sentence_ends, from + 1));
        (words, ends)
    }

    /// How many paragraphs end between two places.
    pub fn paragraphs_between(&self, from: usize, to: usize) -> usize {
        let number = |at: usize| self.paragraphs.partition_point(|paragraph| paragraph.start <= at);
        number(to).saturating_sub(number(from))
    }

    pub fn letters_between(&self, from: usize, to: usize) -> usize {
        self.letters.before(self.text, to).saturating_sub(self.letters.before(self.text, from))
    }
}

fn mention(number: usize, sentence: &Sentence<'_>, phrase: Phrase) -> Mention {
    let inside = phrase.of(&sentence.tokens);
    Mention {
        sentence: Some(number),
        phrase,
        start: inside.first().map_or(sentence.start, |token| token.start),
        end: inside.last().map_or(sentence.start, |token| token.end),
        kind: mentions::kind(&sentence.tokens, phrase),
    }
}

fn places(sentences: &[Sentence<'_>], marks: &[Mark]) -> Vec<Option<(usize, usize)>> {
    let mut places = vec![None; marks.len()];
    let mut mark = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if let Some(here) = token.mark {
                while mark < marks.len() && marks[mark].start < here.start {
                    mark += 1;
                }
                if marks.get(mark) == Some(&here) {
                    places[mark] = Some((number, at));
                }
            }
        }
    }
    places
}

fn words<'a>(sentences: &'a [Sentence<'_>]) -> impl Iterator<Item = usize> + 'a {
    sentences.iter().flat_map(|sentence| &sentence.tokens).filter(|token| token.word).map(|token| token.start)
}

/// How often each run of letters that begins with a capital stands in the text.
fn count_capitals(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    let mut at = 0;
    while let Some(ahead) = text[at..].find(|letter: char| letter.is_ascii_uppercase()) {
        let start = at + ahead;
        let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '’' | '\'' | '-');
        let end = text[start + 1..].find(|letter| !goes_on(letter)).map_or(text.len(), |length| start + 1 + length);
        if end > start + 1 {
            *counts.entry(&text[start..end]).or_insert(0) += 1;
        }
        at = end;
    }
    counts
}

/// An index from bytes to letters, a step at a time.
struct Letters(Vec<u32>);

impl Letters {
    const STEP: usize = 128;

    fn of(text: &str) -> Self {
        let mut before = 0;
        Self(
            text.as_bytes()
                .chunks(Self::STEP)
                .map(|chunk| {
                    let here = before;
                    before += count_letters(chunk) as u32;
                    here
                })
                .collect(),
        )
    }

    fn before(&self, text: &str, at: usize) -> usize {
        let step = at / Self::STEP;
        match (self.0.get(step), text.as_bytes().get(step * Self::STEP..at)) {
            (Some(before), Some(rest)) => *before as usize + count_letters(rest),
            _ => count_letters(text.as_bytes().get(..at).unwrap_or_default()),
        }
    }
}

/// How many letters begin among these bytes.
fn count_letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}
