//! Whose words English marks hold inside a clause of their own: 'the prize that [the judges] called “a joke”', 'shut, as [the
//! mayor's note] had it, for “a rest”'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::{self, Phrase};
use super::super::survey::Survey;
use super::super::token::Token;
use super::Choice;
use super::words::words_in;

/// How sure it is that the subject of such a clause speaks.
const CALLS: f64 = 0.85;

/// How far before the marks a clause that describes somebody may open: 'the paper, whose editor called the law'.
const NEAR: usize = 7;

/// Gives passages to the subject of the clause that calls something so.
pub(super) fn choose(survey: &Survey<'_>, choices: &mut [Choice]) {
    if !survey.lexicon.is_english() {
        return;
    }
    for (number, choice) in choices.iter_mut().enumerate() {
        let Some((sentence, mark)) = survey.place_of(number) else { continue };
        // what is called a “fraud” is nobody's words yet
        let words = words_in(&survey.text[survey.marks[number].start..survey.marks[number].end]);
        if words < 2 {
            continue;
        }
        let tokens = &survey.sentences[sentence].tokens;
        let called = caller(tokens, mark, survey.lexicon);
        choice.is_inside = called.is_some();
        let Some(subject) = called.or_else(|| taken_up(tokens, mark, survey.lexicon)) else { continue };
        let subject = survey.mention(sentence, subject);
        let is_chosen = choice.speaker.is_some_and(|speaker| speaker.touches(subject.start, subject.end));
        choice.confidence = if is_chosen { choice.confidence.max(CALLS) } else { CALLS };
        choice.speaker = Some(subject);
    }
}

/// Who calls something so, where a clause right before the token of a mark tells it.
fn caller(tokens: &[Token<'_>], mark: usize, lexicon: &Lexicon) -> Option<Phrase> {
    named(tokens, mark, lexicon).or_else(|| as_put(tokens, mark, lexicon)).or_else(|| whose(tokens, mark))
}

/// 'what [their minutes] call “a rest”', 'a word [the mayor] rendered as “no”'.
fn named(tokens: &[Token<'_>], mark: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let last = mark.checked_sub(1)?;
    let verb = if tokens[last].lower == "as" { last.checked_sub(1)? } else { last };
    if !lexicon.is_naming_verb(&tokens[verb].lower) {
        return None;
    }
    // 'what the clerks [like to] call “a rest”'
    let to = verb.checked_sub(2).filter(|at| tokens[at + 1].lower == "to" && tokens[*at].could_be_verb);
    let verb = to.unwrap_or(verb);
    let subject = mentions::left(tokens, verb, lexicon)?;
    let that = usize::from(subject.of(tokens).first().is_some_and(|first| first.kind == Some(Kind::That)));
    let subject = Phrase { first: subject.first + that, ..subject };
    let is_passive = tokens.get(subject.after..verb)?.iter().any(|token| token.kind == Some(Kind::Be));
    let is_verb = |token: &Token<'_>| token.is_finite || token.is(Classes::RELATIVE.and(Classes::PRONOUN));
    let before = &tokens[subject.first.checked_sub(1)?];
    let first = subject.of(tokens).first()?;
    let leads = matches!(before.lower.as_ref(), "what" | "whatever" | "which" | "that" | "whom");
    // 'a word the mayor rendered as “no”'
    let is_noun = before.word && !before.capital && before.usage.parts.text.starts_with('N') && !before.is_finite;
    let behind_noun = is_noun && (first.is(Classes::DETERMINER.and(Classes::POSSESSIVE)) || first.capital);
    (!is_passive && !subject.of(tokens).iter().any(is_verb) && (leads || behind_noun)).then_some(subject)
}

/// 'as [the mayor's note] had it, that “…”', 'as [its clerk] put it, “…”'.
fn as_put(tokens: &[Token<'_>], mark: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let joins = |token: &&Token<'_>| token.text == "," || token.kind == Some(Kind::That);
    let it = (mark - tokens[..mark].iter().rev().take(2).take_while(joins).count()).checked_sub(1)?;
    let verb = it.checked_sub(1).filter(|verb| tokens[it].lower == "it" && lexicon.puts_it(&tokens[*verb].lower))?;
    let subject = mentions::left(tokens, verb, lexicon)?;
    subject.first.checked_sub(1).filter(|at| tokens[*at].lower == "as")?;
    Some(subject)
}

/// 'the paper, [whose editor] called the law “a gag”'.
fn whose(tokens: &[Token<'_>], mark: usize) -> Option<Phrase> {
    let from = mark.saturating_sub(NEAR);
    let first = from + tokens[from..mark].iter().rposition(|token| token.lower == "whose")?;
    let verb = (first + 1..mark).find(|at| tokens[*at].is_finite || tokens[*at].could_be_verb)?;
    let rest = &tokens[verb + 1..mark];
    let is_subject = !tokens[first + 1..verb].iter().any(|token| token.is(Classes::PRONOUN.and(Classes::DETERMINER)));
    let says = is_subject && tokens[verb].strength > 0.0 && !rest.iter().any(|token| token.is_finite || !token.word);
    (says && verb > first + 1).then_some(Phrase { first, after: verb })
}

/// '“…,” [the cook] went on, “…”': who takes up the word behind the token of a mark, or between it and the one before.
fn taken_up(tokens: &[Token<'_>], mark: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let goes_on = |at: &usize| {
        let verb = &tokens[*at];
        let is_past = verb.kind.is_none() && verb.usage.parts.text.starts_with('V') && verb.usage.form.text == "ed";
        let on = tokens.get(at + 1).is_some_and(|on| on.is(Classes::PREPOSITION));
        is_past && on && tokens.get(at + 2).is_none_or(|sign| !sign.word)
    };
    let behind = |mark: usize| {
        let verb = (mark + 1..tokens.len().min(mark + NEAR)).find(goes_on)?;
        mentions::left(tokens, verb, lexicon).filter(|subject| subject.first == mark + 1)
    };
    let before = || (mark.saturating_sub(NEAR)..mark).rfind(|at| tokens[*at].mark().is_some());
    behind(mark).or_else(|| behind(before()?))
}
