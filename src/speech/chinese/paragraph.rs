//! A paragraph with its sentences and its words of saying.

use super::cues::{self, Cue};
use super::page::{Page, QUOTED, Span, is_end, is_pause};
use super::sources::Sources;
use super::words::Words;

/// A longer sentence is cut: nobody speaks so, and the work on a sentence must stay small.
const LONGEST: usize = 400;

/// The least letters of a sentence that trails off before a passage in quotation marks.
const TRAILING: usize = 8;

pub(super) struct Paragraph<'p, 't> {
    pub sources: &'p Sources<'p, 't>,
    pub span: Span,
    /// A sentence in quotation marks ends the sentence it stands in.
    pub sentences: Vec<Span>,
    pub cues: Vec<Cue>,
}

impl<'p, 't> Paragraph<'p, 't> {
    pub fn of(sources: &'p Sources<'p, 't>, span: Span) -> Self {
        let cues = cues::find(sources.page, sources.words, span, sources.inside(span));
        Self { sentences: sentences(sources.page, span), sources, span, cues }
    }

    pub fn page(&self) -> &'p Page<'t> {
        self.sources.page
    }

    pub fn words(&self) -> &'static Words {
        self.sources.words
    }

    /// The cues of a stretch.
    pub fn cues_in(&self, (start, end): Span) -> &[Cue] {
        let first = self.cues.partition_point(|cue| cue.start < start);
        let after = self.cues.partition_point(|cue| cue.end <= end);
        self.cues.get(first..after).unwrap_or_default()
    }
}

fn sentences(page: &Page<'_>, (start, end): Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut begin = start;
    let mut marks = page.marks[page.marks_in((start, end))].iter().peekable();
    let mut at = start;
    while at < end {
        let mut stop = if page.letters[at] == QUOTED {
            let Some(mark) = marks.next_if(|mark| mark.0 <= at) else {
                at += 1;
                continue;
            };
            at = mark.1.max(at + 1);
            page.is_sentence(*mark)
        } else {
            at += 1;
            // ……“要不是他，我早就死了”
            let trails = page.letters[at - 1] == '…' && page.letters.get(at) == Some(&QUOTED) && at - begin > TRAILING;
            is_end(page.letters[at - 1]) || trails
        };
        stop |= at - begin > LONGEST && is_pause(page.letters[at - 1]) || at - begin > 2 * LONGEST;
        if stop {
            while at < end && is_end(page.letters[at]) {
                at += 1;
            }
            found.push((begin, at));
            begin = at;
        }
    }
    if begin < end {
        found.push((begin, end));
    }
    found
}
