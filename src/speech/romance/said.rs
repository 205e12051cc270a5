//! A quotation and who says it, until its speaker has a name.

use super::super::QuotationKind;
use super::super::marks::Mark;
use super::super::speakers::Finding;
use super::super::why::Reason;
use super::people::{People, PersonId};
use super::tokens::Token;
use crate::excerpt::one_line;

/// How far off, in quotations, a heading may stand from the words that it repeats.
const NEAR: usize = 12;

/// The longest heading, and the shortest words of it that tell whose they are, in bytes.
const HEADING: usize = 180;
const WORD: usize = 4;

/// How sure a heading is that repeats somebody's words.
const ECHO: f64 = 0.86;

/// Below this nobody is named.
const NAMED: f64 = 0.5;

/// A quotation and who says it. Places are bytes of the text.
pub(super) struct Said {
    pub start: usize,
    pub end: usize,
    pub kind: QuotationKind,
    pub quoted: Vec<Mark>,
    pub source: Option<(usize, usize)>,
    pub cue: Option<(usize, usize)>,
    pub speaker: Option<PersonId>,
    /// Whether nobody is named and the speaker before goes on.
    pub goes_on: bool,
    /// How likely the speaker is right.
    pub sure: f64,
}

/// Whoever a passage may belong to that names nobody.
#[derive(Clone, Copy)]
pub(super) struct Focus {
    pub id: PersonId,
    pub source: (usize, usize),
    pub paragraph: usize,
    pub speaks: bool,
}

impl Said {
    /// Gives it to somebody who is named elsewhere.
    pub fn take(&mut self, focus: Focus, sure: f64) {
        self.speaker = Some(focus.id);
        self.source = Some(focus.source);
        self.goes_on = true;
        self.sure = sure;
    }

    /// The quotation with its speaker's name, where that is likely enough.
    pub fn finding(self, text: &str, people: &People) -> Finding {
        let name = self.speaker.filter(|_| self.sure >= NAMED).map(|id| people.get(id).name.clone());
        let words = |range: Option<(usize, usize)>| range.map(|(start, end)| one_line(&text[start..end]));
        let why = if self.goes_on && name.is_some() {
            Reason::goes_on(name.as_deref())
        } else {
            Reason::beside(words(self.source).as_deref(), words(self.cue).as_deref(), name.as_deref())
        };
        Finding {
            start: self.start,
            end: self.end,
            kind: self.kind,
            quoted: self.quoted,
            source: self.source,
            cue: self.cue,
            confidence: if name.is_some() { self.sure } else { self.sure.min(0.4) },
            name,
            why,
        }
    }
}

/// Words in marks in a heading that somebody says below: « Le vote était « truqué » », and then « Tout est truqué », dit Ada Hill.
pub(super) fn headings(said: &mut Vec<Said>, text: &str, marks: &[Mark]) {
    let words = |mark: &Mark| {
        let inside = text[mark.start..mark.end].trim_matches(|sign: char| !sign.is_alphanumeric());
        inside.to_lowercase().replace('’', "'")
    };
    let (mut found, mut given) = (Vec::new(), Vec::new());
    let mut next = 0;
    for mark in marks {
        next += said[next..].iter().take_while(|said| said.end <= mark.start).count();
        let taken = said.get(next).filter(|said| said.start < mark.end);
        let spoken_by = taken.and_then(|said| said.speaker);
        if spoken_by.is_some() || !in_heading(text, mark) {
            continue;
        }
        let own = words(mark);
        let spoken = |said: &Said| said.quoted.iter().any(|quoted| words(quoted).contains(&own));
        let below = said[next..].iter().take(NEAR).find(|said| said.speaker.is_some() && spoken(said));
        let Some(below) = below.filter(|_| own.len() >= WORD) else { continue };
        if taken.is_some() {
            given.push((next, below.speaker, below.source, ECHO.min(below.sure)));
        } else {
            found.push(Said {
                start: mark.start,
                end: mark.end,
                kind: QuotationKind::Mixed,
                quoted: vec![*mark],
                source: below.source,
                cue: None,
                speaker: below.speaker,
                goes_on: true,
                sure: ECHO.min(below.sure),
            });
        }
    }
    for (number, speaker, source, sure) in given {
        let said = &mut said[number];
        (said.speaker, said.source, said.sure, said.goes_on) = (speaker, source, sure, true);
    }
    said.append(&mut found);
}

/// Whether a mark stands in a short paragraph that ends like no sentence.
fn in_heading(text: &str, mark: &Mark) -> bool {
    let start = text[..mark.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[mark.end..].find('\n').map_or(text.len(), |at| mark.end + at);
    let line = text[start..end].trim();
    line.len() <= HEADING
        && !line.trim_end_matches(['»', '”', '"', ' ', '\u{a0}']).ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// "demande", "preguntó": a verb that wants an answer.
pub(super) fn asks(verb: &Token<'_>) -> bool {
    ["demand", "pregunt", "interrog"].iter().any(|stem| verb.lower.starts_with(stem))
}
