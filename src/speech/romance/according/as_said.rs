//! Sentences that say so by the way: "Comme l'écrivait Ada Hill, …", "…, comme elle l'explique dans un message".

use super::super::clauses;
use super::super::drafts::{Reading, Source};
use super::super::groups;
use super::super::phrases;
use super::super::reports::reports_itself;
use super::super::tellers::TOLD;
use super::super::times;
use super::super::tokens::Token;
use super::super::words::{Class, Verb, Words};
use super::SHORTEST;

/// How many tokens may stand before "comme l'écrivait Ada Hill".
const LEAD: usize = 7;

/// "Le pont est fermé, comme elle l'explique dans un message": what stands before.
pub(super) fn as_they_say(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    for at in 2..tokens.len() {
        let opens = matches!(tokens[at].lower.as_ref(), "comme" | "como") && tokens[at - 1].is_sign(",");
        let pronoun = tokens.get(at + 1).filter(|next| opens && next.is(Class::PRONOUN) && !next.is(Class::DETERMINER));
        if pronoun.is_none() || tokens.get(at + 2).is_none_or(|next| next.lower != "l'") {
            continue;
        }
        let group = groups::at(tokens, at + 2, words, false).filter(|group| group.takes.any(Verb::SAYS));
        let (Some(group), Some(source)) = (group, phrases::at(tokens, at + 1, at + 2, words)) else { continue };
        let content = clauses::trimmed(tokens, clauses::begin(tokens, 0, at - 1), at - 1);
        let long = content.of(tokens).iter().filter(|token| token.is_word()).count() > SHORTEST;
        if long && !reports_itself(tokens, content, words) {
            reading.add(content, Some(group.cue), Source::Named(source), 0.95, false);
        }
        return;
    }
}

/// "Comme l'écrivait Ada Hill, …", "D'autant que, ainsi que le souligne la note, …".
pub(super) fn as_said(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let leads = |at: &usize| {
        tokens[*at].is_sign(",")
            || tokens[*at].is(Class::CONJUNCTION.and(Class::LIGHT).and(Class::THAT).and(Class::PREPOSITION))
            || matches!(word(*at), "effet" | "autant" | "fait")
    };
    let lead =
        (0..tokens.len().min(LEAD)).take_while(|at| !matches!(word(*at), "comme" | "como" | "según") && leads(at));
    let at = lead.take_while(|at| word(*at) != "ainsi" || word(at + 1) != "que").last().map_or(0, |last| last + 1);
    let width = match word(at) {
        "comme" | "como" | "según" => 1,
        "ainsi" if word(at + 1) == "que" && matches!(word(at + 2), "le" | "l'") => 2,
        _ => return,
    };
    // "comme le mentionne Ada Hill, « … »"
    let marked =
        matches!(word(at + width), "le" | "l'") && tokens.iter().skip(at).take(LEAD + TOLD).any(Token::is_mark);
    let known = |said: &groups::Inverted| tokens[said.cue.after - 1].verb != Verb::default();
    // "Según contó, …"
    let silent = || {
        let group = groups::at(tokens, at + width, words, false).filter(|_| word(at) == "según")?;
        let (cue, takes) = (group.cue, group.takes);
        Some(groups::Inverted { cue, source: None, silent: true, takes, after: cue.after })
    };
    let said = groups::inverted(tokens, at + width, words, marked).or_else(silent);
    let Some(said) = said.filter(known) else { return };
    // "Comme l'écrivait Ada Hill en 2020, …"
    let comma = tokens.iter().skip(said.after).take(TOLD).position(|token| !token.is_word());
    let Some(comma) = comma.map(|ahead| said.after + ahead).filter(|at| tokens[*at].is_sign(",:")) else { return };
    let placed =
        comma == said.after || tokens[said.after].is(Class::PREPOSITION) || times::time(tokens, said.after) > 0;
    let plural = tokens[said.cue.after - 1].verb.any(Verb::PLURAL);
    let silent = said.silent.then_some(Source::Silent { plural });
    let Some(source) = said.source.map(Source::Named).or(silent).filter(|_| placed) else { return };
    let first = comma + 1;
    if first < tokens.len() {
        let content = clauses::trimmed(tokens, first, clauses::end(tokens, first, words));
        reading.add(content, Some(said.cue), source, 0.95, false);
    }
}
