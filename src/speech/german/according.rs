//! Prepositions before and behind whoever German hands the words over to: 'laut Polizei', 'seiner Meinung nach'.

use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::cue::{Cue, CueKind};
use super::phrase::{self, is_noun};
use super::subject;

/// 'laut Polizei', 'nach Angaben der Polizei', 'nach ihrer Ansicht', 'nach Polizeiangaben'.
pub(super) fn according(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    if !token.is(Classes::ACCORDING) || token.lower == "zufolge" {
        return None;
    }
    let phrase = source_phrase(tokens, at + 1)?;
    let bare = matches!(token.lower.as_ref(), "laut" | "gemäß" | "gemäss");
    let states = |word: &usize| lexicon.is_statement(&tokens[*word].lower);
    // 'nach Hills Angaben', but not 'nach dem Streit um die Forderung'
    let nouns = (phrase.first..phrase.after).filter(|word| is_noun(&tokens[*word]));
    let owned = nouns.clone().next().is_some_and(|word| tokens[word].capital && tokens[word].lower.ends_with('s'));
    let statement = nouns.clone().take(if bare { phrase.after } else { 1 + usize::from(owned) }).find(states);
    let view = statement.is_some_and(|statement| tokens[statement].lower.ends_with("sicht"));
    if !bare && (statement.is_none() || token.lower == "aus" && !view) {
        return None;
    }
    // 'nach der Ankündigung des Rats', 'nach Meldungen über den Deich': when, not who says so
    let topic = |at: usize| tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_ref(), "über" | "gegen"));
    if token.lower == "nach" && statement.is_some_and(|at| lexicon.is_event(&tokens[at].lower) || topic(at)) {
        return None;
    }
    let source = own(tokens, phrase).unwrap_or_else(|| speaker_of(tokens, phrase, statement));
    let mut after = phrase::past_bracket(tokens, phrase.after);
    after += usize::from(tokens.get(after).is_some_and(|next| next.lower == "nach" || next.lower == "zufolge"));
    Some(Cue {
        kind: CueKind::According,
        words: Phrase::one(at),
        group: Phrase { first: at, after },
        source: Some(source),
        way: Way::According,
        strength: 0.95,
    })
}

/// The phrase behind "laut": with a title in marks, or with "ihm" and "ihr".
pub(super) fn source_phrase(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    if let Some(phrase) = phrase::noun_phrase(tokens, at) {
        return Some(phrase);
    }
    let token = tokens.get(at)?;
    let titled = token.mark().is_some_and(|mark| mark.end - mark.start < phrase::TITLE);
    (titled || matches!(token.lower.as_ref(), "ihm" | "ihr" | "ihnen" | "dessen" | "deren")).then(|| Phrase::one(at))
}

/// 'Hill war nach eigenen Angaben krank': the subject says so.
fn own(tokens: &[Token<'_>], phrase: Phrase) -> Option<Phrase> {
    let own = tokens[phrase.first].lower.starts_with("eigen");
    let subject = if own { subject::opening(tokens, tokens.len()) } else { None };
    subject.map(|(subject, _)| subject).filter(|subject| !subject.touches(phrase))
}

/// Of 'Angaben der Polizei' the police; of 'ihrer Ansicht' she; of 'Polizeiangaben' all.
fn speaker_of(tokens: &[Token<'_>], phrase: Phrase, statement: Option<usize>) -> Phrase {
    let Some(statement) = statement else { return phrase };
    let next = tokens.get(statement + 1).filter(|_| statement + 1 < phrase.after);
    match next {
        Some(next) if matches!(next.lower.as_ref(), "von" | "vom") => {
            Phrase { first: statement + 2, after: phrase.after.max(statement + 3) }
        }
        Some(_) => Phrase { first: statement + 1, after: phrase.after },
        // 'nach Hills Ansicht'
        None if tokens[phrase.first].capital && statement > phrase.first => {
            Phrase { first: phrase.first, after: statement }
        }
        None if tokens[phrase.first].is(Classes::POSSESSIVE) => Phrase::one(phrase.first),
        None => phrase,
    }
}

/// 'Angaben der Polizei zufolge', 'seiner Meinung nach'.
pub(super) fn behind(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    let follows = token.lower == "zufolge"
        || token.lower == "nach" && !tokens.get(at + 1).is_some_and(|next| is_noun(next) || phrase::is_article(next));
    let noun = at.checked_sub(1).is_some_and(|before| is_noun(&tokens[before]) || tokens[before].mark().is_some());
    if !follows || !noun {
        return None;
    }
    let begin = subject::clause_begin(tokens, at).max(at.saturating_sub(14));
    let phrase = (begin..at).find_map(|from| source_phrase(tokens, from).filter(|phrase| phrase.after == at))?;
    let statement = (phrase.first..phrase.after).find(|word| lexicon.is_statement(&tokens[*word].lower));
    // 'seine Forderung nach rascher Hilfe'
    if token.lower == "nach" && (statement.is_none() || phrase::noun_phrase(tokens, at + 1).is_some()) {
        return None;
    }
    Some(Cue {
        kind: CueKind::According,
        words: Phrase::one(at),
        group: Phrase { first: phrase.first, after: at + 1 },
        source: Some(own(tokens, phrase).unwrap_or_else(|| speaker_of(tokens, phrase, statement))),
        way: Way::According,
        strength: 0.95,
    })
}
