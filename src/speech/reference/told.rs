//! What a clause tells of whoever speaks in it.

use super::super::kept::Gender;
use super::super::lexicon::Kind;
use super::super::mentions::Phrase;
use super::super::subjects;
use super::super::token::Token;

/// What somebody's own words tell of them: '[Noa Reyes] insisted that she would'.
pub(super) fn gender_of_speaker(tokens: &[Token<'_>], speaker: Phrase) -> Option<Gender> {
    const SAYS: f64 = 0.3;
    let [cue, rest @ ..] = tokens.get(speaker.after..)? else { return None };
    let that = rest.first().is_some_and(|that| that.kind == Some(Kind::That));
    let who = rest.get(usize::from(that)).filter(|who| matches!(who.lower.as_ref(), "he" | "she"))?;
    Gender::told(std::slice::from_ref(who), Gender::PRONOUNS).filter(|_| cue.strength >= SAYS)
}

/// Whom somebody speaks to: '[The vicar], who knew, had warned her that', but not 'had warned her sister'.
pub(super) fn gender_of_listener(tokens: &[Token<'_>], speaker: Phrase) -> Option<Gender> {
    const NEAR: usize = 4;
    const ASIDE: usize = 12;
    let behind = tokens.get(speaker.after..)?;
    // 'Asked by [Noa Reyes] whether it rained, he nodded'
    let is_by = speaker.first.checked_sub(1).is_some_and(|at| tokens[..=at].iter().any(|token| token.lower == "by"));
    if is_by && subjects::is_asked(&tokens[0]) {
        let comma = behind.iter().position(|token| token.text == ",")?;
        return Gender::told(behind.get(comma + 1..comma + 2)?, Gender::PRONOUNS);
    }
    let aside = behind.iter().take(ASIDE).skip(1).position(|token| token.text == ",");
    let aside = aside.filter(|_| behind[0].text == ",").map_or(0, |comma| comma + 2);
    let behind = &behind[aside..];
    let is_told = |token: &Token<'_>| matches!(token.lower.as_ref(), "her" | "him");
    let whom = behind.iter().take(NEAR).position(is_told)?;
    let verb = behind[..whom].iter().all(|token| token.word && token.kind != Some(Kind::Preposition));
    let owns = behind.get(whom + 1).is_some_and(|next| next.word && next.kind.is_none() && !next.is_finite);
    let is_her = behind[whom].lower == "her";
    let gender = if is_her { Gender::Female } else { Gender::Male };
    (whom > 0 && verb && !(is_her && owns)).then_some(gender)
}
