//! Whom the paragraphs beside a passage are about that stands in one of its own.

use super::Reader;
use super::page::{Span, is_end};
use super::paragraph::Paragraph;
use super::quoted::Spoken;

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
}
