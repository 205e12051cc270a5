//! Words that stand for one or some of those named before: 'einer von ihnen', 'die beiden'.

use super::super::token::Token;
use super::phrase::{is_adjective, is_article, is_noun};

/// 'einer von ihnen', 'eine von uns'
pub(super) fn is_one_of_them(tokens: &[Token<'_>], at: usize) -> bool {
    let Some([one, of, them]) = tokens.get(at..at + 3) else { return false };
    let is_one = matches!(one.lower.as_ref(), "einer" | "eine" | "eines" | "keiner" | "keine" | "jeder" | "jede");
    is_one && of.lower == "von" && matches!(them.lower.as_ref(), "ihnen" | "uns" | "denen")
}

/// Whether 'die beiden', 'die anderen' or 'der eine' without a noun stands at a token.
pub(super) fn are_some(tokens: &[Token<'_>], at: usize) -> bool {
    let some = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            matches!(token.lower.as_ref(), "beiden" | "anderen" | "andere" | "einen" | "eine" | "meisten" | "übrigen")
        })
    };
    // 'ein anderer sprach von „Unsinn“', but not 'ein anderer Wirt'
    let other = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let stem = token.lower.strip_suffix("er").or_else(|| token.lower.strip_suffix('e'));
            matches!(stem, Some("ander" | "weiter" | "zweit" | "dritt" | "viert"))
        })
    };
    let opens = match tokens[at].lower.as_ref() {
        "die" | "der" => some(at + 1),
        "ein" | "eine" => other(at + 1),
        _ => false,
    };
    opens && tokens.get(at + 2).is_none_or(|next| !is_noun(next) && !is_adjective(next) && !is_article(next))
}
