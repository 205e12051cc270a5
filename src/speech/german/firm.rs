//! Which names are firms, as a German noun before them or letters behind them tell: 'der Autobauer Hill', 'Lyser Werke (LWE)'.

use super::super::lexicon::Lexicon;
use super::super::mentions::Phrase;
use super::super::people::is_upper;
use super::super::token::Token;
use super::phrase;

/// The name of a firm that a run of capitals holds.
pub(in super::super) fn firm(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> Option<Phrase> {
    // 'ein Kunde der Lyser Werke'
    let joint = (run.first..run.after).rfind(|at| phrase::is_article(&tokens[*at]));
    let run = joint.map_or(run, |joint| Phrase { first: joint + 1, ..run });
    let before = run.first.checked_sub(1).filter(|before| phrase::is_noun(&tokens[*before])).unwrap_or(run.first);
    let last = (before..run.after).rfind(|at| lexicon.is_firm(&tokens[*at].lower));
    if let Some(name) = last.filter(|last| last + 1 < run.after).map(|last| Phrase { first: last + 1, ..run }) {
        return Some(name);
    }
    is_spelled(tokens, run).then_some(run)
}

/// Whether a bracket has letters that the words of a name begin with, and others that stand inside its words.
fn is_spelled(tokens: &[Token<'_>], run: Phrase) -> bool {
    let Some([opening, letters, closing, ..]) = tokens.get(run.after..) else { return false };
    let mut left = letters.text.chars();
    let bracketed = opening.text == "(" && closing.text == ")" && is_upper(letters.text);
    let inside = run.of(tokens);
    let opens = |word: &Token<'_>| word.text.chars().next();
    let same = inside.first().and_then(opens) == letters.text.chars().next();
    bracketed && same && inside.len() > 1 && inside.iter().all(|word| left.any(|letter| opens(word) == Some(letter)))
}
