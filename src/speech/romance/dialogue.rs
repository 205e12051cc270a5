//! Dialogue whose lines open with a dash: "— Quel chapeau ? répondit Fanny.", "—Soy yo —dijo Ana—. Abre."

use std::ops::Range;

use super::groups::{self, Inverted};
use super::phrases::Span;
use super::tokens::{self, Token};
use super::words::{Tongue, Words};

const DASHES: [char; 3] = ['—', '–', '―'];

/// What a line of dialogue says, and who says so.
pub(super) struct Line<'t> {
    pub paragraph: usize,
    /// The spoken parts, without dashes and what the narrator puts between.
    pub parts: Vec<Range<usize>>,
    pub tokens: Vec<Token<'t>>,
    pub said: Option<Inverted>,
}

/// The lines of dialogue of an article; none where its dashes open something else, as in a list.
pub(super) fn lines<'t>(text: &'t str, paragraphs: &[Range<usize>], words: &Words) -> Vec<Line<'t>> {
    let mut found = Vec::new();
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let Some(line) = text.get(range.clone()) else { continue };
        let words_begin = line.trim_start().strip_prefix(DASHES);
        if let Some(spoken) = words_begin.filter(|spoken| spoken.contains(char::is_alphabetic)) {
            let start = range.end - spoken.len();
            found.push(read(text, start..range.end, paragraph, words));
        }
    }
    let asked = |line: &Line<'_>| line.parts.iter().any(|part| text[part.clone()].ends_with(['?', '!', '…']));
    let ends =
        |line: &Line<'_>| text[..line.tokens.last().map_or(0, |token| token.end)].ends_with(['.', '?', '!', '…', '»']);
    let said = found.iter().any(|line| line.said.is_some());
    let talks = found.len() > 1 && found.iter().all(ends) && found.iter().any(asked);
    if said || talks { found } else { Vec::new() }
}

/// Reads a line from behind its dash on.
fn read<'t>(text: &'t str, range: Range<usize>, paragraph: usize, words: &Words) -> Line<'t> {
    let mut tokens = Vec::new();
    tokens::read(text, range, words, &mut tokens);
    let dashes = words.tongue == Tongue::Spanish;
    let begins = |at: usize| {
        let before = &tokens[at - 1];
        if dashes { before.is_sign("—–―") } else { before.is_sign(",?!…—–") }
    };
    let said = (1..tokens.len()).filter(|at| begins(*at)).find_map(|at| {
        let said = groups::inverted(&tokens, at, words, true)?;
        (said.source.is_some() || dashes).then_some((at, said))
    });
    let (first, narrated) = match &said {
        Some((at, said)) => (*at, narrated(&tokens, said, dashes)),
        None if dashes => {
            let dash = tokens.iter().position(|token| token.is_sign("—–―"));
            (dash.map_or(tokens.len(), |dash| dash + 1), tokens.len())
        }
        None => (tokens.len(), tokens.len()),
    };
    let mut parts = Vec::new();
    parts.extend(spoken(&tokens, 0, if first < tokens.len() || said.is_some() { first - 1 } else { first }, first));
    parts.extend(spoken(&tokens, narrated, tokens.len(), tokens.len()));
    Line { paragraph, parts, tokens, said: said.map(|(_, said)| said) }
}

/// The token at which somebody speaks again behind what the narrator puts in.
pub(super) fn narrated(tokens: &[Token<'_>], said: &Inverted, dashes: bool) -> usize {
    let from = said.after.min(tokens.len());
    if dashes {
        let dash = tokens[from..].iter().position(|token| token.is_sign("—–―"));
        let mut at = dash.map_or(tokens.len(), |dash| from + dash + 1);
        at += tokens[at..].iter().take_while(|token| token.is_sign(".,;:")).count();
        return at;
    }
    let stop = tokens[from..].iter().position(|token| token.is_sign(".,;:!?"));
    let at = stop.map_or(tokens.len(), |stop| from + stop + 1);
    // "dit-elle. Elle se leva.": the narrator goes on
    let third = tokens.get(at).is_some_and(|token| matches!(token.lower.as_ref(), "il" | "elle" | "ils" | "elles"));
    if third { tokens.len() } else { at }
}

/// The words between two tokens, without a comma or a dash at their end; a question keeps its sign.
pub(super) fn spoken(tokens: &[Token<'_>], first: usize, after: usize, stop: usize) -> Option<Range<usize>> {
    let mut after = after;
    if tokens.get(after).is_some_and(|sign| after < stop && sign.is_sign("?!…")) {
        after += 1;
    }
    let inside = Span { first, after }.of(tokens);
    let length = inside.iter().rposition(|token| !token.is_sign(",—–―"))? + 1;
    inside.iter().take(length).any(Token::is_word).then(|| inside[0].start..inside[length - 1].end)
}
