//! Reports that go on: "Il a précisé que le pont était fermé. Deux câbles avaient cédé."

use super::super::super::QuotationKind;
use super::super::clauses;
use super::super::drafts::Draft;
use super::super::said::Said;
use super::super::tokens::Token;
use super::super::words::Class;
use super::Span;
use super::{Reader, bytes};

/// How likely a sentence goes on with the report before it.
const GOES_ON: f64 = 0.75;

/// The fewest words of a sentence that goes on with a report.
const SHORTEST: usize = 5;

/// What a sentence ends with that the next one may go on with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reported {
    /// A report behind "que".
    That,
    /// "Selon la radio, le maire aurait menti": hearsay.
    Hearsay,
}

impl<'t> Reader<'t> {
    /// Notes whether a sentence ends with a report behind "que", so that the next may go on with it.
    pub(super) fn note_report(&mut self, tokens: &[Token<'t>], drafts: &[Draft<'t>]) {
        let end = clauses::last(tokens);
        let last = drafts.iter().max_by_key(|draft| draft.content.after);
        self.reported = last.filter(|draft| draft.content.after == end).and_then(|draft| {
            let that = draft.content.first.checked_sub(1).is_some_and(|before| tokens[before].is(Class::THAT));
            let heard = || draft.cue.is_some() && is_hearsay(draft.content.of(tokens));
            let reported = if that { Some(Reported::That) } else { heard().then_some(Reported::Hearsay) };
            reported.filter(|_| self.said_at(tokens, draft.content))
        });
    }

    fn said_at(&self, tokens: &[Token<'t>], content: Span) -> bool {
        let (start, end) = bytes(tokens, content);
        self.said.last().is_some_and(|said| said.start == start && said.end == end && said.speaker.is_some())
    }

    /// "… que le pont était fermé. [Deux câbles avaient cédé.]": a sentence that tells what was before, or would be.
    pub(super) fn go_on_reporting(&mut self, tokens: &[Token<'t>], reported: Reported) {
        let end = clauses::last(tokens);
        let inside = &tokens[..end];
        let words = inside.iter().filter(|token| token.is_word()).count();
        let plain = words >= SHORTEST && !inside.iter().any(Token::is_mark) && tokens.iter().all(|it| !it.is_sign("?"));
        let opens =
            inside.first().is_some_and(|first| !first.is(Class::TIME.and(Class::CONJUNCTION).and(Class::LIGHT)));
        let goes_on = || match reported {
            Reported::That => opens && is_shifted(inside) && !inside.iter().any(|sign| sign.is_sign(":")),
            Reported::Hearsay => is_hearsay(inside),
        };
        let Some(before) = self.said.last().filter(|_| plain && goes_on()) else { return };
        let (start, end) = bytes(tokens, Span { first: 0, after: end });
        let said = Said {
            start,
            end,
            kind: QuotationKind::Indirect,
            quoted: Vec::new(),
            source: before.source,
            cue: None,
            speaker: before.speaker,
            goes_on: true,
            sure: if before.goes_on { before.sure } else { before.sure * GOES_ON },
        };
        self.said.push(said);
        self.reported = Some(reported);
    }
}

/// "aurait menti", "seraient plafonnées": what is only told to be so.
fn is_hearsay(tokens: &[Token<'_>]) -> bool {
    let would = |token: &Token<'_>| matches!(token.lower.as_ref(), "aurait" | "auraient" | "serait" | "seraient");
    let ends = ["ert", "erts", "erte", "ortes", "ort", "it", "its", "ite", "is", "ise", "aint", "eint"];
    let participle = |token: &Token<'_>| {
        token.is_word() && (token.ends_like_participle() || ends.iter().any(|end| token.lower.ends_with(end)))
    };
    tokens.windows(3).any(|pair| would(&pair[0]) && pair[1..].iter().any(participle))
}

/// Whether the verb of a sentence stands in a tense of what is reported: "avait cédé", "étaient rangés", "viendrait".
fn is_shifted(tokens: &[Token<'_>]) -> bool {
    let past = |pair: &[Token<'_>]| {
        let had = matches!(pair[0].lower.as_ref(), "avait" | "avaient" | "était" | "étaient" | "había" | "habían");
        had && pair[1..].iter().any(|next| next.ends_like_participle() || next.lower.ends_with("do"))
    };
    let would = |token: &Token<'_>| {
        let ends = ["rait", "raient"].iter().any(|end| token.lower.ends_with(end));
        token.is_word()
            && ends
            && !matches!(token.lower.as_ref(), "paraît" | "trait" | "portrait" | "retrait" | "extrait")
    };
    tokens.windows(3).any(past) || tokens.iter().any(would)
}
