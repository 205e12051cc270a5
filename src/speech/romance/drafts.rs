//! What is said in a sentence, before it is known who the people are.

use std::ops::Range;

use super::super::QuotationKind;
use super::phrases::{Mention, Span};
use super::tokens::{Sentence, Token};

/// Who says it, as far as a sentence tells.
#[derive(Clone, Debug)]
pub(super) enum Source<'t> {
    /// A noun phrase or a pronoun of the sentence.
    Named(Mention),
    /// One inside the marks.
    Inside(Inside<'t>),
    /// A verb without its subject, as Spanish may: whoever is in mind; several or one.
    Silent { plural: bool },
    /// Nothing is said of it: whoever speaks before or behind.
    Open,
}

/// A speaker inside the marks: « On verra, dit Ada Hill, et vite. »
#[derive(Clone, Debug)]
pub(super) struct Inside<'t> {
    pub tokens: Vec<Token<'t>>,
    pub mention: Mention,
    pub cue: Span,
    /// The bytes of the text that are spoken, with the marks: all but what the narrator puts in.
    pub spoken: Vec<Range<usize>>,
}

/// Words that are said, in tokens of their sentence.
#[derive(Clone, Debug)]
pub(super) struct Draft<'t> {
    pub content: Span,
    pub kind: QuotationKind,
    pub cue: Option<Span>,
    pub source: Source<'t>,
    /// How likely the cue introduces these words and has this source.
    pub sure: f64,
}

impl Draft<'_> {
    pub fn touches(&self, other: Span) -> bool {
        self.content.first < other.after && other.first < self.content.after
    }
}

/// A sentence while it is read for what is said in it.
pub(super) struct Reading<'a, 't> {
    pub sentence: &'a Sentence<'t>,
    pub drafts: Vec<Draft<'t>>,
}

impl<'a, 't> Reading<'a, 't> {
    pub fn tokens(&self) -> &'a [Token<'t>] {
        &self.sentence.tokens
    }

    /// Whether some of these tokens are said already.
    pub fn is_taken(&self, span: Span) -> bool {
        self.drafts.iter().any(|draft| draft.touches(span))
    }

    /// Adds what is said; a passage in marks alone is direct speech, or part of the narrator's sentence.
    pub fn add(&mut self, content: Span, cue: Option<Span>, source: Source<'t>, sure: f64, part: bool) {
        let content = self.before_gaps(content);
        let inside = content.of(self.tokens());
        let marks = inside.iter().filter(|token| token.is_mark()).count();
        let kind = match (marks, inside.len()) {
            (1, 1) if !part => QuotationKind::Direct,
            (0, _) => QuotationKind::Indirect,
            _ => QuotationKind::Mixed,
        };
        if !inside.is_empty() && !self.is_taken(content) {
            self.drafts.push(Draft { content, kind, cue, source, sure });
        }
    }

    /// "[un « recul »], le préfet d'une « chance »": what is said, up to a clause that is somebody else's without a verb.
    fn before_gaps(&self, content: Span) -> Span {
        let gap = |draft: &Draft<'_>| match &draft.source {
            Source::Named(source) if draft.cue.is_none() && source.core.after < draft.content.first => {
                source.core.first.checked_sub(1)
            }
            _ => None,
        };
        let inside = |comma: &usize| content.first < *comma && *comma < content.after;
        let first = self.drafts.iter().filter_map(gap).filter(inside).min();
        Span { after: first.unwrap_or(content.after), ..content }
    }
}
