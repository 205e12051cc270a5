//! Words that somebody cites in what is said: « Elle m'a dit : “Revenez.” Et je suis revenu. »

use super::super::super::QuotationKind;
use super::super::super::marks::Mark;
use super::super::groups;
use super::super::phrases::{self, Mention, Span};
use super::super::resolve::Place;
use super::super::said::Said;
use super::super::subjects;
use super::super::tokens::{self, Token};
use super::super::words::{Class, Verb, Words};
use super::{Reader, bytes};

/// The marks that words in marks may have, each with the one that closes it.
const MARKS: [(char, char); 4] = [('“', '”'), ('‘', '’'), ('"', '"'), ('‹', '›')];

/// How likely whoever is the subject before the colon is cited.
const CITED: f64 = 0.9;

impl<'t> Reader<'t> {
    /// What a passage in marks cites behind a colon and a verb of saying.
    pub(super) fn cited(&mut self, passage: &Token<'t>, place: Place) -> Vec<Said> {
        let mut found = Vec::new();
        let opening = passage.text.chars().next().map_or(0, char::len_utf8);
        let mut from = passage.start + opening;
        while let Some((start, end)) = inner(&self.text[..passage.end], from) {
            let mut before = Vec::new();
            tokens::read(self.text, from..start, self.words, &mut before);
            if let Some((cue, source)) = teller(&before, self.words) {
                let at = before[source.core.first].start;
                let who = self.resolver.resolve(&before, &source, Place { at, ..place });
                found.push(Said {
                    start,
                    end,
                    kind: QuotationKind::Direct,
                    quoted: vec![Mark { start, end }],
                    source: Some(bytes(&before, source.span())),
                    cue: Some(bytes(&before, cue)),
                    speaker: who.map(|who| who.id),
                    goes_on: false,
                    sure: who.map_or(0.3, |who| CITED * who.sure),
                });
            }
            from = end;
        }
        found
    }
}

/// Where the next words in marks stand behind a colon, from a place on.
fn inner(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut colon = from;
    loop {
        colon += text.get(colon..)?.find(':')? + 1;
        let start = colon + text[colon..].find(|sign: char| !sign.is_whitespace())?;
        let sign = text[start..].chars().next()?;
        let Some((_, closing)) = MARKS.iter().find(|(opening, _)| *opening == sign) else { continue };
        let body = start + sign.len_utf8();
        let end = body + text[body..].find(*closing)? + closing.len_utf8();
        // the passage's own closing mark ends nothing inside
        return (end < text.len()).then_some((start, end));
    }
}

/// Whose verb of saying stands before a colon: "On m'a répondu :", "c'est le Conseil d'État :".
fn teller(before: &[Token<'_>], words: &Words) -> Option<(Span, Mention)> {
    let colon = before.len().checked_sub(1).filter(|colon| before[*colon].is_sign(":"))?;
    let low = before[..colon].iter().rposition(|token| token.is_sign(".!?…;")).map_or(0, |stop| stop + 1);
    let says = |at: &usize| {
        let verb = before[*at].verb;
        before[*at].is_word() && verb.any(Verb::CUE) && verb.any(Verb::FINITE.and(Verb::PARTICIPLE))
    };
    let verb = (low..colon).rev().find(says);
    // "c'est le Conseil d'État :"
    let shown = || {
        let cleft =
            before[..colon].windows(2).rposition(|pair| pair[0].lower == "c'" && pair[1].is(Class::AUXILIARY))?;
        let whose = phrases::at(before, cleft + 2, colon, words).filter(|whose| whose.after >= colon)?;
        Some((Span { first: colon, after: colon + 1 }, whose))
    };
    if let Some(shown) = shown() {
        return Some(shown);
    }
    let verb = verb?;
    let cue = Span { first: verb, after: verb + 1 };
    let first = (low..=verb).find(|at| before[*at].is(Class::AUXILIARY) || at == &verb)?;
    if let Some(said) = groups::inverted(before, first, words, false).filter(|said| said.after == colon) {
        return said.source.map(|source| (said.cue, source));
    }
    subjects::before(before, verb, low, words).map(|source| (cue, source))
}
