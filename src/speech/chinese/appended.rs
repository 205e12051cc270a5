//! Who speaks where only a name stands behind a passage: “…。”（王明）; “…。”——王明.

use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_end};
use super::paragraph::Paragraph;
use super::quoted::{SHORT, Spoken};
use super::sources::Source;

/// The most letters of the words for a speaker behind a passage.
const LONGEST: usize = 20;

/// How far below a passage the one is named who says it, in letters.
const BELOW: usize = 40;

impl Paragraph<'_, '_> {
    /// The one whose name is all that stands in brackets, or to the end of the paragraph, behind a passage.
    pub fn appended(&self, mark: Span) -> Option<Spoken> {
        if let Some(source) = self.signed_below(mark) {
            return Some(Spoken::beside(source, 0.8));
        }
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
        // “…”——专访译者王明: a heading
        let visits = [&['专', '访'][..], &['对', '话'], &['访', '问'], &['访']].into_iter();
        let visit =
            visits.filter(|_| dashes > 1).find(|visit| letters[start..].starts_with(visit)).map_or(0, <[char]>::len);
        let words = (words.0 + visit, words.1);
        let whole = length <= LONGEST && (dashes > 1 || words.1 < letters.len());
        let plain = !letters[words.0..words.1].iter().any(|letter| *letter == QUOTED || is_end(*letter));
        let says =
            mark.1 - mark.0 > SHORT && (visit > 0 || self.page().is_sentence(mark) || mark.1 - mark.0 > 2 * SHORT);
        let mention = *self.sources.inside(words).last().filter(|mention| mention.end == words.1)?;
        let speaks = matches!(mention.head, Head::Person(_) | Head::Title);
        let source = Source { span: words, mention: Some(mention) };
        (whole && plain && says && speaks).then(|| Spoken::beside(source, 0.87))
    }

    /// “…。” with ——庭审中，王明这样辩护 in the paragraph below it: the one who is named there.
    fn signed_below(&self, mark: Span) -> Option<Source> {
        let letters = &self.page().letters;
        let is_space = |letter: &char| letter.is_whitespace();
        let whole =
            letters[self.span.0..mark.0].iter().all(is_space) && letters[mark.1..self.span.1].iter().all(is_space);
        let start = self.span.1 + letters[self.span.1..].iter().take_while(|letter| is_space(letter)).count();
        let dashes = letters[start..].iter().take_while(|letter| matches!(letter, '—' | '－')).count();
        let from = start + dashes;
        let to = from + letters[from..].iter().take(BELOW).take_while(|letter| **letter != '\n').count();
        let person = |mention: &&Mention| matches!(mention.head, Head::Person(_));
        let mention = self.sources.inside((from, to)).iter().find(person).filter(|_| whole && dashes > 1)?;
        Some(Source { span: (mention.start, mention.end), mention: Some(*mention) })
    }
}
