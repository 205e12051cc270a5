//! Whom the paragraphs beside a passage are about that stands in one of its own.

use super::Reader;
use super::mentions::Head;
use super::page::{QUOTED, Span, is_end};
use super::paragraph::Paragraph;
use super::quoted::Spoken;
use super::words::Classes;

impl Reader<'_, '_> {
    /// Whom the paragraph before a passage is about, or the one behind it.
    pub(super) fn near(&self, passage: Span) -> Option<Spoken> {
        let number = self.page.paragraphs.partition_point(|paragraph| paragraph.0 <= passage.0);
        let about = |number: usize| {
            let span = *self.page.paragraphs.get(number)?;
            // a heading tells what happened
            self.page.letters[span.0..span.1].iter().any(|letter| is_end(*letter)).then_some(())?;
            Paragraph::of(self.resolver.sources(), span).subject()
        };
        let before = number.checked_sub(2).and_then(about);
        before.or_else(|| about(number)).map(|source| Spoken::beside(source, 0.6))
    }

    /// Whom the paragraph before a passage is about, or who acts last in it, where nothing is said in it.
    pub(super) fn acting_before(&self, passage: Span) -> Option<Spoken> {
        let number = self.page.paragraphs.partition_point(|paragraph| paragraph.0 <= passage.0);
        let span = *self.page.paragraphs.get(number.checked_sub(2)?)?;
        let from = self.page.byte(span.0);
        self.found.last().is_none_or(|last| last.end <= from).then_some(())?;
        let paragraph = Paragraph::of(self.resolver.sources(), span);
        let last = paragraph.sentences.last().and_then(|sentence| paragraph.first_subject(*sentence));
        let source = last.or_else(|| paragraph.subject())?;
        let named = source.mention.is_some_and(|mention| matches!(mention.head, Head::Person(_)));
        named.then(|| Spoken::beside(source, 0.7))
    }

    /// 问起那天的事，她沉默了一会儿。¶“…”: who did something without a word right before a passage.
    pub(super) fn silent_before(&self, passage: Span) -> Option<Spoken> {
        let number = self.page.paragraphs.partition_point(|paragraph| paragraph.0 <= passage.0);
        let span = *self.page.paragraphs.get(number.checked_sub(2)?)?;
        let sources = self.resolver.sources();
        let letters = &self.page.letters[span.0..span.1];
        let end = span.0 + letters.iter().rposition(|letter| !is_end(*letter) && !letter.is_whitespace())? + 1;
        let start = letters[..end - span.0].iter().rposition(|letter| is_end(*letter) || *letter == QUOTED);
        let start = start.map_or(span.0, |at| span.0 + at + 1);
        let clause = sources.clause_start(start, end);
        let gesture = |at: usize| sources.words.longest(&self.page.letters[at..end], Classes::GESTURE).is_some();
        (end < span.1 && (clause..end).any(gesture)).then_some(())?;
        let source = sources.subject_before(start, end)?;
        let person = source.mention.is_some_and(|it| matches!(it.head, Head::Person(_) | Head::Pronoun | Head::Title));
        person.then(|| Spoken::beside(source, 0.7))
    }
}
