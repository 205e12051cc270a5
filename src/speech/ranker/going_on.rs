//! A speech of several paragraphs: who speaks in one of them goes on in the next.

use super::super::survey::Mention;
use super::Passage;

/// How sure it is that a speech goes on behind a mark that was not closed, and behind one that was.
const GOES_ON: f64 = 0.95;
const GOES_ON_CLOSED: f64 = 0.8;

impl Passage<'_, '_> {
    /// Whoever speaks in the paragraph before, and how surely, where this one goes on with nobody named between: its mark
    /// was not closed, or nobody else stands near whom the words might be.
    pub(super) fn goes_on(&self) -> Option<(Mention, f64)> {
        let (before, paragraph) = self.previous?;
        let sentence = &self.survey.sentences[self.sentence];
        let opens = self.survey.opening_of(sentence).marks().next() == Some(self.mark) && self.token == 0;
        if paragraph + 1 != sentence.paragraph || !opens {
            return None;
        }
        let is_open = self.survey.mark_before(self.mark).is_some_and(|mark| {
            let ends = self.survey.text[mark.end..self.mark.start].trim().is_empty();
            ends && !self.survey.text[..mark.end].ends_with(['"', '”', '’', '\'', '»'])
        });
        let alone = || sentence.tokens.iter().all(|token| token.mark().is_some() || !token.word);
        // its sentence may be read no more
        let before = Mention { sentence: None, ..before };
        if is_open && alone() {
            return Some((before, GOES_ON));
        }
        let nobody = || self.survey.candidates(self.number).is_empty();
        (alone() && nobody()).then_some((before, GOES_ON_CLOSED))
    }
}
