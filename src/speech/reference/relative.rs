//! Whom a relative stands for: 'Ada Hill, who', 'a diplomat who'.

use super::super::kept::{Kept, push};
use super::super::lexicon::Kind;
use super::super::mentions::{self, Phrase, is_digits};
use super::super::people::plain;
use super::super::sentences::Sentence;
use super::super::survey::Survey;
use super::super::titles::part_title;
use super::super::token::Token;
use super::CalledName;

/// 'Ada Hill, who', 'a diplomat who': the name or the noun before a relative.
pub(super) fn before(survey: &Survey<'_>, sentence: &Sentence<'_>, phrase: Phrase, kept: &mut Kept) -> Option<u32> {
    let tokens = &sentence.tokens;
    let last = phrase.first.checked_sub(1)?;
    let comma = survey.lexicon.is_english() && tokens[last].text == ",";
    let last = last.checked_sub(usize::from(comma))?;
    // 'several observers this week, who'
    let is_when = comma && tokens[last].usage.noun.text == "time" && !tokens[last].capital;
    let this = last.checked_sub(1).filter(|at| matches!(tokens[*at].lower.as_ref(), "this" | "last" | "next"));
    let last = this.filter(|_| is_when).and_then(|at| at.checked_sub(1)).unwrap_or(last);
    let noun = tokens[last].word && !tokens[last].capital;
    // 'Ada Hill, a former mayor who'
    let before = |noun: Phrase| {
        let comma = noun.first.checked_sub(1).filter(|at| tokens[*at].text == "," && survey.lexicon.is_english())?;
        // 'Ada Hill, 66, a former mayor who'
        let aged = comma.checked_sub(2).filter(|at| tokens[*at].text == "," && is_digits(tokens[*at + 1].text));
        let comma = aged.unwrap_or(comma);
        sentence.names.iter().find(|run| run.after == comma && run.after > run.first + 1).copied()
    };
    // 'the owner of the mill, who', but not 'a place of joy here, who'
    let is_somebody = |noun: &Phrase| {
        let head = mentions::head(noun.of(tokens));
        !comma || head.is_some_and(|head| matches!(head.usage.noun.text, "person" | "group"))
    };
    let run = match mentions::core(tokens, last).filter(|_| noun).filter(is_somebody) {
        Some(noun) => before(noun).unwrap_or_else(|| behind_verb(survey, tokens, noun)),
        None => *sentence.names.iter().rfind(|run| run.after <= phrase.first)?,
    };
    let (_, name) = part_title(tokens, run, survey.lexicon);
    let name = kept.texts.intern(name.of(tokens).iter().filter(|token| token.mark().is_none()).map(|token| token.text));
    let words = run.of(tokens);
    let shown = plain(&survey.text[words.first()?.start..words.last()?.end]);
    let shown = kept.texts.intern_text(&shown);
    let called = CalledName { name, shown, titled: false, gender: None };
    push(&mut kept.called, called);
    Some(kept.called.len() as u32 - 1)
}

/// 'netted more money from [people]', 'includes [individuals]': what a relative stands behind is no verb.
fn behind_verb(survey: &Survey<'_>, tokens: &[Token<'_>], noun: Phrase) -> Phrase {
    let inside = noun.of(tokens);
    // 'elected officials' have no verb
    let is_verb = |pair: &[Token<'_>]| {
        let subject = pair[0].capital || pair[0].usage.parts.text.starts_with('N');
        subject && pair[1].is_finite && pair[1].lower != "'s"
    };
    let Some((_, before)) = inside.split_last() else { return noun };
    let Some(verb) = before.windows(2).rposition(is_verb).map(|subject| subject + 1) else { return noun };
    let behind = &inside[verb + 1..];
    let preposition = behind.iter().rposition(|token| token.kind == Some(Kind::Preposition)).map_or(0, |at| at + 1);
    if survey.lexicon.is_english() { Phrase { first: noun.first + verb + 1 + preposition, ..noun } } else { noun }
}
