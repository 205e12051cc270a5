//! What must be known of the whole article before its first sentence is read: little, for the rest is read a stretch at a
//! time.

use std::collections::HashSet;
use std::ops::Range;

use super::exchange::{self, Words};
use super::german;
use super::language::Language;
use super::letters::Letters;
use super::lexicon::Lexicon;
use super::marks::{self, Mark};
use super::nouns;
use super::sentences;
use super::transcripts::Turn;
use crate::article::TextRange;

/// How many bytes are read at a time, to the end of a paragraph: what is read of them stays in a processor's cache, and the
/// code of each step need not be fetched for few.
const STRETCH: usize = 4 << 10;

/// How many paragraphs more are read where a speech goes on.
const LONGEST_SPEECH: usize = 20;

pub(super) struct Overview<'t> {
    pub text: &'t str,
    pub lexicon: &'t Lexicon,
    pub paragraphs: Vec<TextRange>,
    /// All passages in quotation marks, in order.
    marks: Vec<TextRange>,
    /// What a transcript in the article names the speakers of.
    pub turns: Vec<Turn>,
    pub letters: Letters<'t>,
    /// Words that are common nouns in spite of their capital.
    pub nouns: HashSet<&'t str>,
    /// Surnames of more than one word: "von der Leyen".
    pub surnames: Vec<&'t str>,
    /// Whether a capital right behind a point opens a sentence.
    pub lacks_spaces: bool,
    /// What its language calls people by, where it is a story in which they speak in turns.
    pub story: Option<&'static Words>,
}

impl<'t> Overview<'t> {
    pub fn of(
        text: &'t str,
        paragraphs: Vec<Range<usize>>,
        marks: Vec<Mark>,
        turns: Vec<Turn>,
        lexicon: &'t Lexicon,
    ) -> Self {
        let place = |start, end| TextRange::of_bytes(text, start, end).unwrap_or_default();
        let paragraphs: Vec<TextRange> = paragraphs.iter().map(|part| place(part.start, part.end)).collect();
        let marks: Vec<TextRange> = marks.iter().map(|mark| place(mark.start, mark.end)).collect();
        Self {
            letters: Letters::of(text),
            nouns: nouns::common(text, lexicon),
            surnames: if lexicon.is_german() { german::surnames(text, lexicon) } else { Vec::new() },
            lacks_spaces: lexicon.is_german() || sentences::lack_spaces(text),
            story: Words::of_language(if lexicon.is_german() { Language::German } else { Language::English })
                .filter(|_| exchange::is_story(spoken(text, &paragraphs, &marks), paragraphs.len(), false)),
            text,
            lexicon,
            paragraphs,
            marks,
            turns,
        }
    }

    /// The paragraphs that are read together, in order.
    pub fn stretches(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut next = 0;
        std::iter::from_fn(move || {
            let first = next;
            let begin = self.paragraphs.get(first)?.start().byte();
            let is_far = |paragraph: &TextRange| paragraph.end().byte() - begin >= STRETCH;
            let longer = self.paragraphs[first..].iter().position(is_far);
            next = longer.map_or(self.paragraphs.len(), |more| first + more + 1);
            // who speaks may be told where a speech of many paragraphs ends
            let goes_on = |next: &usize| self.stays_open(next - 1);
            next += (next..self.paragraphs.len()).take(LONGEST_SPEECH).take_while(goes_on).count();
            Some(first..next)
        })
    }

    /// Whether a mark stays open at the end of a paragraph.
    fn stays_open(&self, paragraph: usize) -> bool {
        let (start, end) = (self.paragraphs[paragraph].start().byte(), self.paragraphs[paragraph].end().byte());
        self.mark_before(end).is_some_and(|mark| {
            mark.start >= start
                && marks::stays_open(self.text, mark.end)
                && self.text[mark.end.min(end)..end].trim().is_empty()
        })
    }

    /// Forgets what is asked for only while sentences are read.
    pub fn forget_words(&mut self) {
        (self.marks, self.nouns) = (Vec::new(), HashSet::new());
        self.surnames = Vec::new();
    }

    /// Whether a word is a common noun in spite of its capital.
    pub fn is_common_noun(&self, word: &str) -> bool {
        !self.nouns.is_empty() && self.nouns.contains(word)
    }

    /// The marks of some paragraphs.
    pub fn marks_in(&self, paragraphs: &Range<usize>) -> Vec<Mark> {
        let place = |paragraph: usize| {
            let start = self.paragraphs.get(paragraph).map_or(self.text.len(), |paragraph| paragraph.start().byte());
            self.marks_before(start)
        };
        self.marks[place(paragraphs.start)..place(paragraphs.end)].iter().copied().map(Mark::at).collect()
    }

    /// The last mark that begins before a place.
    pub fn mark_before(&self, at: usize) -> Option<Mark> {
        self.marks_before(at).checked_sub(1).map(|last| Mark::at(self.marks[last]))
    }

    /// How many marks begin before a place.
    fn marks_before(&self, at: usize) -> usize {
        self.marks.partition_point(|mark| mark.start().byte() < at)
    }

    /// How many paragraphs end between two places.
    pub fn paragraphs_between(&self, from: usize, to: usize) -> usize {
        let last = self.paragraphs_to(to);
        last - self.paragraphs_to_before(from, last)
    }

    /// How many paragraphs begin up to a place.
    pub fn paragraphs_to(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.start().byte() <= at)
    }

    /// How many of the first `last` paragraphs begin up to a place, which is most often near the last.
    pub fn paragraphs_to_before(&self, at: usize, last: usize) -> usize {
        let (mut first, mut step) = (last, 1);
        while first > 0 && self.paragraphs[first - 1].start().byte() > at {
            first = first.saturating_sub(step);
            step *= 2;
        }
        first + self.paragraphs[first..last].partition_point(|paragraph| paragraph.start().byte() <= at)
    }
}

/// The paragraphs in which a passage in marks begins, each with the passage that is all of it and ends there.
fn spoken<'t>(
    text: &'t str,
    paragraphs: &[TextRange],
    marks: &[TextRange],
) -> impl Iterator<Item = (usize, Option<&'t str>)> {
    let mut marks = marks.iter().peekable();
    paragraphs.iter().enumerate().filter_map(move |(number, paragraph)| {
        while marks.next_if(|mark| mark.start() < paragraph.start()).is_some() {}
        let mark = marks.peek().filter(|mark| mark.start() < paragraph.end())?;
        let is_alone = *mark == paragraph && !marks::stays_open(text, paragraph.end().byte());
        Some((number, is_alone.then(|| &text[paragraph.bytes()])))
    })
}
