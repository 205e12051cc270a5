//! The letters of an article, what stands in quotation marks masked.

use std::ops::Range;

use super::screen_names::{self, ScreenName};
use super::words::Words;
use crate::speech::marks::Mark;

/// Stands for a letter in quotation marks.
pub(super) const QUOTED: char = '\u{1}';

/// Stands for a letter of a name in quotation marks.
const NAMED: char = '\u{2}';

/// A stretch of letters of the article.
pub(super) type Span = (usize, usize);

pub(super) struct Page<'t> {
    text: &'t str,
    /// In simplified characters.
    pub letters: Vec<char>,
    /// Whether the article is written in traditional ones, or with the quotation marks that go with them.
    pub is_traditional: bool,
    /// The byte of each letter, and the end of the text.
    bytes: Vec<u32>,
    /// The passages in quotation marks, but for names.
    pub marks: Vec<Span>,
    pub screen_names: Vec<ScreenName>,
    pub paragraphs: Vec<Span>,
}

/// Whether a sign ends a sentence.
pub(super) fn is_end(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '；' | '!' | '?' | ';')
}

/// Whether a sign ends a clause.
pub(super) fn is_pause(letter: char) -> bool {
    matches!(letter, '，' | ',' | '：' | ':' | '—' | '\n') || is_end(letter)
}

pub(super) fn is_comma(letter: char) -> bool {
    matches!(letter, '，' | ',')
}

pub(super) fn is_colon(letter: char) -> bool {
    matches!(letter, '：' | ':' | '︰')
}

impl<'t> Page<'t> {
    pub fn of(text: &'t str, paragraphs: &[Range<usize>], marks: &[Mark], words: &Words) -> Self {
        let mut page = Self {
            text,
            letters: Vec::with_capacity(text.len() / 3 + 1),
            is_traditional: false,
            bytes: Vec::with_capacity(text.len() / 3 + 2),
            marks: Vec::with_capacity(marks.len()),
            screen_names: Vec::new(),
            paragraphs: Vec::with_capacity(paragraphs.len()),
        };
        let mut marks = marks.iter().peekable();
        for paragraph in paragraphs {
            let first = page.letters.len();
            let mut quoted_to = paragraph.start;
            for (at, letter) in text[paragraph.clone()].char_indices() {
                let at = paragraph.start + at;
                if let Some(mark) = marks.next_if(|mark| mark.start <= at) {
                    page.is_traditional |= letter == '「';
                    quoted_to = mark.end;
                    let length = text.get(mark.start..mark.end).map_or(0, |quoted| quoted.chars().count());
                    page.marks.push((page.letters.len(), page.letters.len() + length));
                }
                let simplified = words.simplified(letter);
                // 著 is written in simplified Chinese as well: 著名
                page.is_traditional |= simplified != letter && letter != '著';
                page.letters.push(if at < quoted_to { QUOTED } else { simplified });
                page.bytes.push(at as u32);
            }
            page.paragraphs.push((first, page.letters.len()));
            // between two paragraphs stands a line break, so that no word reaches over
            page.letters.push('\n');
            page.bytes.push(paragraph.end as u32);
        }
        page.part_names(words);
        page
    }

    /// Takes the names from among the passages in quotation marks.
    fn part_names(&mut self, words: &Words) {
        self.screen_names = screen_names::find(self, words);
        let mut names = self.screen_names.iter().peekable();
        self.marks.retain(|mark| names.next_if(|name| name.span == *mark).is_none());
        for name in &self.screen_names {
            self.letters[name.span.0..name.span.1].fill(NAMED);
        }
    }

    /// The name in quotation marks that begins at a place.
    pub fn screen_name_at(&self, at: usize) -> Option<ScreenName> {
        let number = self.screen_names.partition_point(|name| name.span.0 < at);
        self.screen_names.get(number).copied().filter(|name| name.span.0 == at)
    }

    pub fn byte(&self, at: usize) -> usize {
        self.bytes.get(at).map_or(self.text.len(), |byte| *byte as usize)
    }

    /// The words of a stretch as the article writes them.
    pub fn words(&self, span: Span) -> &'t str {
        self.text.get(self.byte(span.0)..self.byte(span.1)).unwrap_or("")
    }

    /// The marks that begin in a stretch, by their numbers.
    pub fn marks_in(&self, span: Span) -> Range<usize> {
        let number = |at: usize| self.marks.partition_point(|mark| mark.0 < at);
        number(span.0)..number(span.1)
    }

    /// The mark that begins at a place.
    pub fn mark_at(&self, at: usize) -> Option<Span> {
        let number = self.marks.partition_point(|mark| mark.0 < at);
        self.marks.get(number).copied().filter(|mark| mark.0 == at)
    }

    /// The mark that a letter lies in.
    pub fn mark_over(&self, at: usize) -> Option<Span> {
        let number = self.marks.partition_point(|mark| mark.1 <= at);
        self.marks.get(number).copied().filter(|mark| mark.0 <= at)
    }

    /// The last letter inside a passage in quotation marks.
    pub fn last_said(&self, mark: Span) -> Option<char> {
        let mut letters = self.words(mark).chars().rev().filter(|letter| !letter.is_whitespace());
        let last = letters.next()?;
        if is_closing(last) { letters.find(|letter| !is_closing(*letter)) } else { Some(last) }
    }

    /// Whether a passage is a question.
    pub fn asks(&self, mark: Span) -> bool {
        matches!(self.last_said(mark), Some('？' | '?'))
    }

    /// Whether a passage lacks its closing mark, so that the next paragraph may go on.
    pub fn is_open(&self, mark: Span) -> bool {
        !self.words(mark).ends_with(is_closing)
    }

    /// Whether a passage ends as a sentence does.
    pub fn is_sentence(&self, mark: Span) -> bool {
        self.last_said(mark).is_some_and(|last| is_end(last) || matches!(last, '…' | '—' | '～' | '.'))
    }

    /// Whether a passage ends as speech does, so that its speaker may follow.
    pub fn ends_like_speech(&self, mark: Span) -> bool {
        self.is_sentence(mark) || self.last_said(mark).is_some_and(|last| is_comma(last) || last == '：')
    }
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '”' | '"' | '」' | '』' | '’' | '＂' | '»' | '“')
}
