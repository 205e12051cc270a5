//! Who speaks where only a name stands behind a passage: “…。”（王明）; “…。”——王明.

use super::mentions::Head;
use super::page::{QUOTED, Span, is_end};
use super::paragraph::Paragraph;
use super::quoted::{SHORT, Spoken};
use super::sources::Source;

/// The most letters of the words for a speaker behind a passage.
const LONGEST: usize = 20;

impl Paragraph<'_, '_> {
    /// The one whose name is all that stands in brackets, or to the end of the paragraph, behind a passage.
    pub fn appended(&self, mark: Span) -> Option<Spoken> {
        let letters = &self.page().letters[..self.span.1];
        let dashes = letters.get(mark.1..)?.iter().take_while(|letter| matches!(letter, '—' | '－')).count();
        let start = match letters.get(mark.1)? {
            '（' | '(' => mark.1 + 1,
            _ if dashes > 1 => mark.1 + dashes,
            _ => return None,
        };
        let closes = |letter: &char| if dashes > 1 { *letter == '\n' } else { matches!(letter, '）' | ')') };
        let length = letters[start..].iter().take(LONGEST + 1).take_while(|letter| !closes(letter)).count();
        let words = (start, start + length);
        let whole = length <= LONGEST && (dashes > 1 || words.1 < letters.len());
        let plain = !letters[words.0..words.1].iter().any(|letter| *letter == QUOTED || is_end(*letter));
        let says = mark.1 - mark.0 > SHORT && (self.page().is_sentence(mark) || mark.1 - mark.0 > 2 * SHORT);
        let mention = *self.sources.inside(words).last().filter(|mention| mention.end == words.1)?;
        let speaks = matches!(mention.head, Head::Person(_) | Head::Title);
        let source = Source { span: words, mention: Some(mention) };
        (whole && plain && says && speaks).then(|| Spoken::beside(source, 0.87))
    }
}
