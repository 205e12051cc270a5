//! Passages in German quotation marks that are what somebody or something is called by many: 'den sie „den Grafen“ nennen', 'nur „die
//! Chefin“ gerufen wird'.

use super::super::lexicon::Kind;
use super::super::token::Token;
use super::subject;

/// What something is called has no more words.
const LONGEST: usize = 4;

/// How far behind a passage its verb may stand, in tokens.
const REACH: usize = 12;

/// Whether the passage that token `at` stands for, with so many words between its marks, is a nickname.
pub(super) fn is_nickname(tokens: &[Token<'_>], at: usize, body: &str) -> bool {
    let words = body.split_whitespace().take(LONGEST + 1).count();
    if words > LONGEST || body.ends_with(['.', '!', '?', '…', ',']) {
        return false;
    }
    let end = tokens[at + 1..].iter().take(REACH).position(|token| token.is_sign(",;:"));
    let end = end.map_or(tokens.len().min(at + 1 + REACH), |sign| at + 1 + sign);
    let begin = subject::clause_begin(tokens, at);
    let clause = || tokens[begin..at].iter().chain(&tokens[at + 1..end]);
    let has = |words: &[&str]| clause().any(|token| words.contains(&token.lower.as_ref()));
    let named = ["der ", "die ", "das ", "den ", "Der ", "Die ", "Das ", "Den "].iter().any(|it| body.starts_with(it))
        || words == 1 && body.starts_with(char::is_uppercase);
    // 'wird nur „die Chefin“ gerufen', but not 'wird von Hill „die Chefin“ genannt'
    let becomes = clause().any(|token| token.kind == Some(Kind::Be) && token.lower.starts_with('w'));
    if becomes && named && has(&["gerufen", "genannt", "getauft"]) {
        return !has(&["von", "vom"]);
    }
    let past = has(&["genannt", "gerufen", "getauft"]) && has(&["haben", "hatten"]);
    if !(past || has(&["nennen", "nannten", "rufen", "riefen", "tauften"])) {
        return false;
    }
    let whom = has(&["ihn", "sie", "es", "den", "die", "das"]);
    // 'was Fachleute gern ein „totes Kapital“ nennen'
    let habit = tokens[begin].lower == "was" && has(&["gern", "gerne", "oft", "manchmal", "gewöhnlich", "so"]);
    named && whom || habit
}
