//! What a cue of English introduces, and nobody says.

use super::super::lexicon::{Classes, Kind};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::subjects::is_asked;
use super::super::token::Token;
use super::Report;

/// Whether what was read as a report tells what somebody did, or how, and not what they said.
pub(super) fn says_nothing(report: &Report, tokens: &[Token<'_>]) -> bool {
    tells_how(report, tokens)
        || is_silence(report, tokens)
        || is_about_thing(report, tokens)
        || is_action(report, tokens)
}

/// 'The ministry did not respond to a request', 'Asked to comment, Hill left': nobody says anything.
fn is_silence(report: &Report, tokens: &[Token<'_>]) -> bool {
    const ANSWERS: [&str; 6] = ["respond", "responded", "reply", "replied", "comment", "answer"];
    let cue = report.cue.first;
    let before = &tokens[cue.saturating_sub(4)..cue];
    let denied = before.iter().any(|token| token.kind == Some(Kind::Negation) || token.lower.ends_with("n't"));
    // 'Asked whether it leaks' is a question
    let to =
        report.parts.first().and_then(|content| tokens.get(content.first)).is_some_and(|token| token.lower == "to");
    let asked = cue == 0 && to && report.source.is_none() && tokens[0].usage.form.text == "ed";
    asked || denied && ANSWERS.contains(&tokens[cue].lower.as_ref())
}

/// 'Ada Hill said, laughing': what follows the comma says how she spoke, not what she said.
fn tells_how(report: &Report, tokens: &[Token<'_>]) -> bool {
    let Some(content) = report.parts.first() else { return false };
    let [before, opening] = tokens.get(content.first.saturating_sub(1)..=content.first).unwrap_or_default() else {
        return false;
    };
    content.first == report.cue.after + 1 && before.text == "," && opening.usage.form.text == "ing"
}

/// 'She sat down, dismissing the dog': nobody says anything either.
fn is_about_thing(report: &Report, tokens: &[Token<'_>]) -> bool {
    let behind = report.parts.first().filter(|content| content.first >= report.cue.after);
    !report.colon && behind.is_some_and(|content| is_thing(tokens, *content))
}

/// 'The judge rose, dismissing the jury', 'Ada Hill, who wrote to the mayor', 'Asked to whom, she shrugged': what stands before
/// is no words of whoever stands behind.
fn is_action(report: &Report, tokens: &[Token<'_>]) -> bool {
    let cue = &tokens[report.cue.first];
    let Some(content) = report.parts.first().filter(|content| content.after <= report.cue.first) else { return false };
    let words = content.of(tokens);
    let is_said = words.iter().any(|token| token.mark().is_some());
    let doing = report.way == Way::Right && cue.usage.form.text == "ing";
    let who = report.way == Way::Who && !words.iter().any(|token| token.is_finite);
    !is_said && (doing || who || words.first().is_some_and(is_asked))
}

/// A participle that introduces speech less often than this is done to whom it names.
const WEAK: f64 = 0.3;

/// What nouns are about that are no words of anybody.
const THINGS: [&str; 9] = ["animal", "artifact", "body", "food", "group", "location", "object", "plant", "substance"];

/// Whether what a cue introduces is a thing and no words: 'dismissing [the dog]', 'ordered [a coffee and a bun]'.
fn is_thing(tokens: &[Token<'_>], content: Phrase) -> bool {
    let words = content.of(tokens);
    let is_clause = |token: &Token<'_>| {
        token.is_finite
            || token.mark().is_some()
            || matches!(token.kind, Some(Kind::That | Kind::Question | Kind::Relative))
            || token.lower == "to"
    };
    let opens = words.first().is_some_and(|first| first.is(Classes::DETERMINER.and(Classes::POSSESSIVE)));
    let ends = |token: &Token<'_>| !token.word || matches!(token.kind, Some(Kind::Preposition | Kind::Conjunction));
    let end = words.iter().position(ends).unwrap_or(words.len());
    let head = end.checked_sub(1).map(|last| &words[last]);
    let is_concrete = |noun: &Token<'_>| !noun.capital && THINGS.contains(&noun.usage.noun.text);
    // 'sentencing [Noa Reyes] to four years'
    let cue = content.first.checked_sub(1).map(|before| &tokens[before]);
    let is_done = cue.is_some_and(|cue| cue.lower.ends_with("ing") && cue.strength < WEAK);
    let is_named = is_done && words.first().is_some_and(|first| first.capital && first.kind.is_none());
    !words.iter().any(|token| is_clause(token) && !(is_named && token.lower == "to"))
        && (is_named || opens && head.is_some_and(is_concrete))
}
