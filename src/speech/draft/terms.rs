//! Passages in marks that only name something: “experts”, the “free” seat.

use super::super::lexicon::{Classes, Kind};
use super::super::marks;
use super::super::ranker::Choice;
use super::super::survey::Survey;
use super::super::token::Token;

/// A word that introduces speech less often than this, or less likely here, says nothing.
const SAYS: f64 = 0.2;

/// A few words in marks and no sentence: where nobody is near to say them, they name something. Of a word or two in
/// English the same holds where they only describe a noun or name a listener, or nothing in their sentence says anything.
pub(super) fn is_term(survey: &Survey<'_>, number: usize, choice: &Choice) -> bool {
    const WORDS: usize = 4;
    const SCARE: usize = 2;
    let mark = survey.marks[number];
    let opened = survey.text[mark.start..mark.end].trim_start_matches(marks::is_sign);
    let body = opened.trim_end_matches(marks::is_sign);
    let closed = body.len() < opened.len() && !body.ends_with(['.', ',', '!', '?', '…', '。', '！', '？']);
    let few = |words: usize| body.split_whitespace().nth(words).is_none();
    let scare = || {
        let place = survey.place_of(number).filter(|_| survey.lexicon.is_english() && few(SCARE));
        let Some((sentence, at)) = place else { return false };
        let tokens = &survey.sentences[sentence].tokens;
        let unsaid = || tokens.iter().all(|token| token.strength < SAYS);
        let is_reported = survey.report_over(number).is_some_and(|(_, report)| report.cue_probability >= SAYS);
        describes(tokens, at) || is_told(tokens, at) || !is_reported && unsaid()
    };
    closed && (choice.speaker.is_none() && few(WORDS) || scare())
}

/// 'told Lys Radio's “Early Birds” that the gate was shut': whether a passage in marks names whom something is told.
fn is_told(tokens: &[Token<'_>], mark: usize) -> bool {
    const NEAR: usize = 5;
    let before = &tokens[mark.saturating_sub(NEAR)..mark];
    let told = before.iter().rposition(|token| token.is(Classes::TELLING));
    let plain = |token: &Token<'_>| token.mark().is_none() && (token.word || token.lower == "'s");
    let that = tokens.get(mark + 1).is_some_and(|that| that.kind == Some(Kind::That));
    that && told.is_some_and(|told| before[told + 1..].iter().all(plain))
}

/// 'the “free” seat': whether a passage in marks stands between an article and its noun.
fn describes(tokens: &[Token<'_>], mark: usize) -> bool {
    let noun = |token: &Token<'_>| !token.capital && token.kind.is_none() && token.usage.parts.text.starts_with('N');
    mark.checked_sub(1).is_some_and(|before| tokens[before].is(Classes::DETERMINER))
        && tokens.get(mark + 1).is_some_and(noun)
}
