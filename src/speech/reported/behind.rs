//! English sentences whose speaker stands at their end: 'The gate fell, police said', '…, said the speaker of the council'.

use smallvec::smallvec;

use super::super::cues::Frame;
use super::super::lexicon::{Classes, Kind};
use super::super::mentions::{self, Phrase};
use super::super::sources::Way;
use super::super::token::Token;
use super::{Report, after_dateline};

/// A verb of saying that has its speaker behind it is at least so strong.
const STRONG: f64 = 0.7;

/// A report that closes its sentence is at least so likely.
const LIKELY: f64 = 0.5;

/// '…, said Lys County's speaker Mira Dahl': makes the speaker of what the models took for the words.
pub(super) fn turn(report: &mut Report, tokens: &[Token<'_>]) {
    let cue = report.cue.first;
    let [content] = report.parts[..] else { return };
    let opening = after_dateline(tokens);
    let comma = cue.checked_sub(1).filter(|at| tokens[*at].text == "," && *at > opening);
    let (Some(comma), [first, ..]) = (comma, content.of(tokens)) else { return };
    let behind = content.first == report.cue.after && !tokens[content.after..].iter().any(|token| token.word);
    let clause = |token: &Token<'_>| token.is_finite && token.lower != "'s" || token.mark().is_some();
    let names = first.capital || first.is(Classes::DETERMINER.and(Classes::POSSESSIVE));
    let end =
        content.of(tokens).iter().position(|token| token.is_sign(",(")).map_or(content.after, |at| content.first + at);
    let source = Phrase { after: end, ..content };
    let head = mentions::head(source.of(tokens));
    let is_somebody = head.is_some_and(|head| {
        head.capital
            || matches!(head.lower.as_ref(), "police" | "one")
            || matches!(head.usage.noun.text, "person" | "group")
    });
    let clause_before = tokens[opening..comma].iter().any(|token| token.is_finite);
    let is_told = matches!(tokens[cue].lower.as_ref(), "told" | "tells");
    if behind
        && names
        && is_somebody
        && clause_before
        && !is_told
        && tokens[cue].strength >= STRONG
        && !content.of(tokens).iter().any(clause)
    {
        report.source = Some(source);
        report.way = Way::Right;
        report.parts = smallvec![Phrase { first: opening, after: comma }];
    }
}

/// 'The letter quoted [Mira Dahl] as saying', '[Mira Dahl] was quoted by it as saying': who says what somebody else quotes.
pub(super) fn quoted(tokens: &[Token<'_>], cue: usize) -> Option<Phrase> {
    const NEAR: usize = 6;
    let end = cue.checked_sub(1).filter(|at| tokens[*at].lower == "as" && tokens[cue].usage.form.text == "ing")?;
    let quotes =
        |token: &Token<'_>| matches!(token.lower.as_ref(), "quoted" | "quotes" | "quoting" | "cited" | "citing");
    let first = tokens[..end].iter().rposition(quotes).filter(|at| end - at <= NEAR)? + 1;
    if tokens[first].lower == "by" {
        return mentions::core(tokens, mentions::skip_light_left(tokens, first - 1).checked_sub(1)?);
    }
    (first < end && tokens[first..end].iter().all(|token| token.word)).then_some(Phrase { first, after: end })
}

/// 'The gate was shut, the court heard': whether a court is the source of what it was told.
pub(super) fn is_heard(frame: &Frame<'_, '_>) -> bool {
    const COURTS: [&str; 7] = ["court", "jury", "jurors", "inquest", "tribunal", "hearing", "magistrates"];
    // 'Clerk stole the silver, court told', a headline
    let bare = frame.source.is_some_and(|source| source.after - source.first == 1);
    let is_told = frame.word == "told" && bare && frame.i + 1 == frame.tokens.len();
    let heard = (frame.word == "heard" || is_told) && frame.lexicon.is_english();
    let head = frame.source.filter(|_| heard).and_then(|source| mentions::head(source.of(frame.tokens)));
    head.is_some_and(|head| COURTS.contains(&head.lower.as_ref()))
}

/// Whether the speaker ends the sentence that the words open: what they tell is none of its own.
pub(super) fn closes(report: &Report, tokens: &[Token<'_>]) -> bool {
    let Some(content) = report.parts.first() else { return false };
    let cue = &tokens[report.cue.first];
    let whole = content.first <= after_dateline(tokens) && content.after < report.cue.first && report.parts.len() == 1;
    let behind = &tokens[report.cue.after..];
    let ends = !behind.iter().any(|token| token.mark().is_some() || token.kind == Some(Kind::That));
    let ends = ends && !behind.iter().any(|token| token.is_finite && token.lower != "'s");
    whole && ends && report.source.is_some() && cue.strength >= STRONG && report.cue_probability >= LIKELY
}
