//! Sentences that say whose words stood before them.

use super::super::super::QuotationKind;
use super::super::phrases::{Mention, Span};
use super::super::resolve::{self, Place};
use super::super::said::{Focus, Said};
use super::super::tokens::Token;
use super::{Reader, bytes};

impl<'t> Reader<'t> {
    /// "Le pont ferme. C'est ce qu'a annoncé Ada Hill": a sentence is what she says.
    pub(super) fn speak_sentence(
        &mut self,
        tokens: &[Token<'t>],
        said: (usize, usize),
        cue: Span,
        source: &Mention,
        place: Place,
    ) {
        let found = self.resolver.resolve(tokens, source, place);
        self.said.push(Said {
            start: said.0,
            end: said.1,
            kind: QuotationKind::Indirect,
            quoted: Vec::new(),
            source: Some(bytes(tokens, source.span())),
            cue: Some(bytes(tokens, cue)),
            speaker: found.map(|found| found.id),
            goes_on: false,
            sure: found.map_or(0.3, |found| 0.93 * found.sure),
        });
        if let Some(found) = found {
            self.resolver.see(place, found.id, resolve::SPEAKER);
        }
    }

    /// « … » and then, in the next paragraph, "C'est ce qu'a déclaré Ada Hill": she has said what nobody had.
    pub(super) fn claim(&mut self, tokens: &[Token<'t>], source: &Mention, place: Place) {
        let Some(found) = self.resolver.resolve(tokens, source, place) else { return };
        let focus =
            Focus { id: found.id, source: bytes(tokens, source.span()), paragraph: place.paragraph, speaks: true };
        if let Some(said) = self.said.last_mut().filter(|said| said.cue.is_none()) {
            said.take(focus, 0.93 * found.sure);
        }
    }
}
