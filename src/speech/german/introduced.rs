//! Who tells their name after they have spoken: 'Die Frau, die sich später als Ada Hill vorstellte, nickte'.

use super::super::lexicon::Lexicon;
use super::super::token::Token;
use super::phrase;
use super::subject::is_relative;

/// How far behind the name its verb may stand, in tokens: 'als Ada Hill vom Verein der Wirte vorstellte'.
const NEAR: usize = 10;

/// The noun that opens a sentence and whose relative clause tells the name between two tokens.
pub(in super::super) fn introduces_herself(
    tokens: &[Token<'_>],
    first: usize,
    after: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let named = first.checked_sub(1).is_some_and(|before| tokens[before].lower == "als");
    let subject = phrase::subject(tokens, 0).filter(|_| named)?;
    let noun = phrase::head(tokens, subject).filter(|noun| lexicon.is_person(&tokens[*noun].lower))?;
    let relative = subject.after + 1 < first && is_relative(tokens, subject.after + 1);
    let herself = relative && tokens[subject.after..first].iter().any(|token| token.lower == "sich");
    let tells = tokens.iter().skip(after).take(NEAR).any(|token| lexicon.tells_name(&token.lower));
    (herself && tells).then_some(noun)
}
