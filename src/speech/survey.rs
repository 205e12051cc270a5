//! A stretch of an article, read up to the point where speakers are chosen: its sentences, mentions and reports, and the
//! questions about them that the later steps ask. Places are bytes of the whole text; sentences and marks are numbered
//! inside the stretch.

use std::ops::Range;

use super::exchange::Words;
use super::german;
use super::lexicon::Lexicon;
use super::linear::Models;
use super::marks::Mark;
use super::mentions::{self, MentionKind, Phrase};
use super::overview::Overview;
use super::reported::{self, Report};
use super::sentences::{self, Sentence};
use super::token::Token;
use super::transcripts::Turn;

/// How far behind a mark its speaker may be named, in letters.
const AHEAD: usize = 260;

/// How many mentions before a mark are looked at, at least: a line of a megabyte has thousands.
const MENTIONS_BACK: usize = 5;

/// Among how many of the last of them a source may be.
const AMONG_LAST: usize = 12;

/// How many sentences before a mark are looked at, at most: such a line may have thousands that mention nobody.
const SENTENCES_BACK: usize = 200;

/// How many paragraphs before a mark its speaker may be named.
const PARAGRAPHS_BACK: usize = 2;

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
    overview: &'t Overview<'t>,
    pub text: &'t str,
    pub lexicon: &'t Lexicon,
    /// The marks of the stretch's own paragraphs.
    pub marks: Vec<Mark>,
    /// The sentences of the last paragraphs before the stretch, and then its own.
    pub sentences: Vec<Sentence<'t>>,
    pub reports: Vec<Vec<Report>>,
    /// What a transcript in the article names the speakers of.
    pub turns: &'t [Turn],
    /// The number of the stretch's first own sentence.
    first_own: usize,
    /// The number of the first paragraph of `sentences_in`.
    first_paragraph: usize,
    /// The sentences of each paragraph.
    sentences_in: Vec<Range<usize>>,
    /// The sentence and the token of each mark.
    places: Vec<Option<(usize, usize)>>,
    /// How many words stand before each sentence, what is quoted left out.
    words_before: Vec<usize>,
}

/// How many words and how many ends of sentences lie before a token, what is quoted left out.
#[derive(Clone, Copy)]
pub(super) struct Before {
    words: usize,
    ends: usize,
}

impl Before {
    /// The words and the ends of sentences from one token to another.
    pub fn to(self, other: Self) -> (usize, usize) {
        (other.words.saturating_sub(self.words), other.ends.saturating_sub(self.ends))
    }
}

/// What the next stretch needs of the one before: its last paragraphs.
#[derive(Default)]
pub(super) struct Tail<'t> {
    sentences: Vec<Sentence<'t>>,
    reports: Vec<Vec<Report>>,
}

impl<'t> Survey<'t> {
    /// Reads some paragraphs, with what stands before them.
    pub fn of(overview: &'t Overview<'t>, paragraphs: Range<usize>, models: &Models, before: Tail<'t>) -> Self {
        let lexicon = overview.lexicon;
        let marks = overview.marks_in(&paragraphs);
        let Tail { mut sentences, mut reports } = before;
        let first_own = sentences.len();
        sentences::split(overview, paragraphs.clone(), &mut sentences);
        let first_paragraph = paragraphs.start.saturating_sub(PARAGRAPHS_BACK);
        let mut sentences_in = vec![0..0; paragraphs.end - first_paragraph];
        for (number, sentence) in sentences.iter().enumerate() {
            let range = &mut sentences_in[sentence.paragraph - first_paragraph];
            *range = if range.end == 0 { number..number + 1 } else { range.start..number + 1 };
        }
        if lexicon.is_german() {
            german::reports(overview.text, &sentences, lexicon, &mut reports);
        } else {
            reports.extend(reported::read(&mut sentences[first_own..], lexicon, models));
            for range in &sentences_in[paragraphs.start - first_paragraph..] {
                reported::reach_back(&sentences[range.clone()], &mut reports[range.clone()]);
            }
        }
        Self {
            places: places(&sentences, &marks),
            words_before: words_before(&sentences),
            overview,
            turns: &overview.turns,
            text: overview.text,
            lexicon,
            marks,
            sentences,
            reports,
            first_own,
            first_paragraph,
            sentences_in,
        }
    }

    /// The last paragraphs, for the stretch that follows, where the speaker before has another number.
    pub fn into_tail(mut self, previous: &mut Option<(Mention, usize)>) -> Tail<'t> {
        let last = self.sentences_in.len().saturating_sub(PARAGRAPHS_BACK);
        let first = self.sentences_in[last..].iter().find(|range| range.end > 0);
        let first = first.map_or(self.sentences.len(), |range| range.start);
        if let Some((mention, _)) = previous {
            mention.sentence = mention.sentence.and_then(|number| number.checked_sub(first));
        }
        let mut reports = self.reports.split_off(first);
        for report in reports.iter_mut().flatten() {
            if let Some(number) = report.source_sentence {
                report.source_sentence = number.checked_sub(first);
                report.source = report.source.filter(|_| report.source_sentence.is_some());
            }
        }
        Tail { sentences: self.sentences.split_off(first), reports }
    }

    /// What the article's language calls people by, where it is a story in which they speak in turns.
    pub fn story(&self) -> Option<&'static Words> {
        self.overview.story
    }

    /// The sentences of the stretch itself.
    pub fn own_sentences(&self) -> Range<usize> {
        self.first_own..self.sentences.len()
    }

    /// The sentence of a mark and the token that stands for it.
    pub fn place_of(&self, mark: usize) -> Option<(usize, usize)> {
        self.places[mark]
    }

    /// The mark before another in the article.
    pub fn mark_before(&self, mark: Mark) -> Option<Mark> {
        self.overview.mark_before(mark.start)
    }

    /// The sentences of a paragraph.
    fn sentences_in(&self, paragraph: usize) -> &Range<usize> {
        &self.sentences_in[paragraph - self.first_paragraph]
    }

    /// The sentences of the paragraph of a sentence.
    pub fn sentences_beside(&self, number: usize) -> Range<usize> {
        self.sentences_in(self.sentences[number].paragraph).clone()
    }

    /// The first sentence of a sentence's paragraph.
    pub fn opening_of(&self, sentence: &Sentence<'t>) -> &Sentence<'t> {
        &self.sentences[self.sentences_in(sentence.paragraph).start]
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

    /// Whether marks stand inside a report of a sentence.
    pub fn has_marks(&self, number: usize, report: &Report) -> bool {
        report.spans(&self.sentences[number]).any(|(start, end)| {
            let first = self.marks.partition_point(|mark| mark.start < start);
            self.marks.get(first).is_some_and(|mark| mark.end <= end)
        })
    }

    /// The source of a report of a sentence.
    pub fn source_of(&self, sentence: usize, report: &Report) -> Option<Mention> {
        report.source.map(|source| self.mention(report.source_sentence.unwrap_or(sentence), source))
    }

    /// A phrase of a sentence as a mention.
    pub fn mention(&self, number: usize, phrase: Phrase) -> Mention {
        let sentence = &self.sentences[number];
        let inside = phrase.of(&sentence.tokens);
        Mention {
            sentence: Some(number),
            phrase,
            start: inside.first().map_or(sentence.start, |token| token.start),
            end: inside.last().map_or(sentence.start, |token| token.end),
            kind: mentions::kind(&sentence.tokens, phrase),
        }
    }

    /// Mentions that may name the speaker of a mark: in its paragraph up to a little past it, and in the two before.
    pub fn candidates(&self, mark: usize) -> Vec<Mention> {
        let Some((here, _)) = self.places[mark] else { return Vec::new() };
        let Mark { start, end } = self.marks[mark];
        let paragraph = self.sentences[here].paragraph - self.first_paragraph;
        let earliest = self.sentences_in[paragraph.saturating_sub(PARAGRAPHS_BACK)..=paragraph]
            .iter()
            .find(|range| range.end > 0)
            .map_or(here, |range| range.start);
        let earliest = earliest.max(here.saturating_sub(SENTENCES_BACK));
        let (mut first, mut enough) = (here, 0);
        while first > earliest && enough < MENTIONS_BACK {
            first -= 1;
            enough += self.sentences[first].mentions(self.lexicon).len();
        }
        let mut found: Vec<Mention> = Vec::with_capacity(AMONG_LAST);
        for number in first..self.sentences_in[paragraph].end {
            if !self.is_ahead_little(end, self.sentences[number].start) {
                break;
            }
            let near = |mention: &Mention| self.is_ahead_little(end, mention.start);
            let phrases = self.sentences[number].mentions(self.lexicon).iter();
            found.extend(phrases.map(|phrase| self.mention(number, *phrase)).filter(near));
            for report in &self.reports[number] {
                if let Some(source) = self.source_of(number, report)
                    && near(&source)
                    && !found.iter().rev().take(AMONG_LAST).any(|known| known.touches(source.start, source.end))
                {
                    found.push(source);
                }
            }
        }
        let is_inside = |mention: &Mention| start <= mention.start && mention.start < end;
        found.retain(|mention| !is_inside(mention) && !self.is_headline_word(*mention));
        found
    }

    /// Whether a mention is all of a paragraph and one word that nobody is called by: 'Silence', over an English story.
    fn is_headline_word(&self, mention: Mention) -> bool {
        let Some(sentence) = mention.sentence.map(|number| &self.sentences[number]) else { return false };
        let [word] = &sentence.tokens[..] else { return false };
        let is_name = || self.lexicon.is_only_name(word.text) || self.lexicon.gender_of_name(word.text).is_some();
        self.lexicon.is_english() && !word.may_be_person() && !is_name()
    }

    /// Whether a place lies before another or less than [`AHEAD`] letters after it.
    fn is_ahead_little(&self, from: usize, place: usize) -> bool {
        place < from + AHEAD || place < from + 4 * AHEAD && self.overview.letters.between(from, place) < AHEAD
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

    /// What lies before a token of a sentence.
    pub fn before(&self, number: usize, token: usize) -> Before {
        let tokens = &self.sentences[number].tokens;
        // “It is late.”She left: no space parts the sentences
        let touches = |before: &Sentence<'_>| tokens.get(token).is_some_and(|token| before.end >= token.start);
        let joined = number.checked_sub(1).is_some_and(|before| touches(&self.sentences[before]));
        Before { words: self.words_before[number] + words(&tokens[..token]), ends: number - usize::from(joined) }
    }

    /// The same where the token before is what is reckoned from: where it ends its sentence, that counts.
    pub fn up_to(&self, number: usize, token: usize) -> Before {
        let tokens = &self.sentences[number].tokens;
        let ends = number + usize::from(token == tokens.len());
        Before { words: self.words_before[number] + words(&tokens[..token]), ends }
    }
}

fn places(sentences: &[Sentence<'_>], marks: &[Mark]) -> Vec<Option<(usize, usize)>> {
    let mut places = vec![None; marks.len()];
    let mut mark = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        // most sentences hold no mark
        if marks.get(mark).is_none_or(|next| next.start >= sentence.end) {
            continue;
        }
        for (at, token) in sentence.tokens.iter().enumerate() {
            if let Some(here) = token.mark() {
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

fn words_before(sentences: &[Sentence<'_>]) -> Vec<usize> {
    let mut before = 0;
    let count = |sentence: &Sentence<'_>| {
        let here = before;
        before += sentence.words;
        here
    };
    sentences.iter().map(count).collect()
}

fn words(tokens: &[Token<'_>]) -> usize {
    tokens.iter().filter(|token| token.word).count()
}
