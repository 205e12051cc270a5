//! What is said in a paragraph, before its speaker has a name.

use super::cues::Cue;
use super::page::{Page, Span, is_colon, is_end};
use super::paragraph::Paragraph;
use super::quoted::Spoken;
use crate::speech::QuotationKind;

pub(super) struct Piece {
    pub content: Span,
    pub kind: QuotationKind,
    pub quoted: Vec<Span>,
    pub spoken: Option<Spoken>,
    pub cue: Option<Span>,
}

impl Piece {
    pub fn quoted(mark: Span, spoken: Option<Spoken>) -> Self {
        let cue = spoken.and_then(|spoken| spoken.cue).map(Cue::span);
        Self { content: mark, kind: QuotationKind::Direct, quoted: vec![mark], spoken, cue }
    }

    /// 队长说：¶我们都想赢。: all of a paragraph behind the colon of the one before.
    pub fn announced(paragraph: &Paragraph<'_, '_>, spoken: Spoken) -> Self {
        let letters = &paragraph.page().letters[paragraph.span.0..paragraph.span.1];
        let last = letters.iter().rposition(|letter| !is_end(*letter) && !letter.is_whitespace());
        let content = (paragraph.span.0, paragraph.span.0 + last.map_or(letters.len(), |last| last + 1));
        let cue = spoken.cue.map(Cue::span);
        Self { content, kind: QuotationKind::Indirect, quoted: Vec::new(), spoken: Some(spoken), cue }
    }

    /// Whether who says it is named inside of what another says: 王明说，父亲常说“…”.
    pub fn is_named_in(&self, (start, end): Span) -> bool {
        self.spoken.is_some_and(|spoken| start <= spoken.source.span.0 && spoken.source.span.1 <= end)
    }

    /// 王明说：我们都想赢。: whether words behind a colon are somebody's own, without quotation marks.
    pub fn is_voiced(&self, page: &Page<'_>) -> bool {
        let colon = self.content.0.checked_sub(1).is_some_and(|before| is_colon(page.letters[before]));
        colon && is_own(&page.letters[self.content.0..self.content.1])
    }
}

impl Paragraph<'_, '_> {
    /// Whether a paragraph without quotation marks is somebody's own words: sentences in which one speaks of oneself.
    pub fn is_own_words(&self) -> bool {
        let letters = &self.page().letters[self.span.0..self.span.1];
        let closes = letters.iter().rfind(|letter| !letter.is_whitespace()).is_some_and(|last| is_end(*last));
        closes && is_own(letters)
    }
}

/// Whether words are of the one who speaks and those spoken to.
fn is_own(letters: &[char]) -> bool {
    letters.iter().any(|letter| matches!(letter, '我' | '咱' | '你' | '您'))
}
