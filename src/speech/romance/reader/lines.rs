//! Lines of dialogue, and who speaks them in turn.

use super::super::super::QuotationKind;
use super::super::super::marks::Mark;
use super::super::dialogue::Line;
use super::super::resolve::{self, Place};
use super::super::said::Said;
use super::super::turns::Turns;
use super::{Reader, bytes};

impl<'t> Reader<'t> {
    /// Reads a line of dialogue; one that names nobody is the answer to the line before.
    pub fn read_line(&mut self, number: usize, line: &Line<'t>, turns: &mut Turns) {
        self.turn_to(line.paragraph);
        let at = line.tokens.first().map_or(0, |token| token.start);
        let place = Place { at, sentence: number, paragraph: line.paragraph };
        let mention = line.said.as_ref().and_then(|said| said.source.as_ref());
        let mut found = mention.and_then(|mention| self.resolver.resolve(&line.tokens, mention, place));
        if mention.is_none() && line.said.is_some() {
            found = self.resolver.last_in_mind(place, Some(false));
        }
        let source = mention.map(|mention| bytes(&line.tokens, mention.span()));
        let speaker = match found {
            Some(found) => Some((found.id, source.or(turns.source_of(found.id)), found.sure)),
            None => {
                // "Elle haussa les épaules." before a line: she says it
                let acts = self.focus.filter(|focus| !focus.speaks && focus.paragraph + 1 == line.paragraph);
                let other = || turns.other(line.paragraph).map(|(id, source)| (id, source, 0.72));
                acts.map(|focus| (focus.id, Some(focus.source), 0.75)).or_else(other)
            }
        };
        for part in &line.parts {
            self.said.push(Said {
                start: part.start,
                end: part.end,
                kind: QuotationKind::Direct,
                quoted: vec![Mark { start: part.start, end: part.end }],
                source: speaker.and_then(|(_, source, _)| source),
                cue: line.said.as_ref().map(|said| bytes(&line.tokens, said.cue)),
                speaker: speaker.map(|(id, ..)| id),
                goes_on: found.is_none(),
                sure: speaker.map_or(0.3, |(.., sure)| sure),
            });
        }
        if let Some((id, ..)) = speaker {
            self.resolver.see(place, id, resolve::SPEAKER);
        }
        turns.take(line.paragraph, speaker.map(|(id, ..)| id), speaker.and_then(|(_, source, _)| source));
    }
}
