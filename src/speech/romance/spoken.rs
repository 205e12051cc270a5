//! Passages in quotation marks that no report holds: who speaks them, or whether anybody does.

use std::ops::Range;

use super::super::QuotationKind;
use super::appositions;
use super::clauses;
use super::dialogue;
use super::drafts::{Draft, Inside, Reading, Source};
use super::fragments;
use super::groups;
use super::objects;
use super::phrases::{self, Span};
use super::pointing;
use super::reporters;
use super::subjects;
use super::times;
use super::tokens::{self, Kind, Token};
use super::unsaid;
use super::words::{Class, Verb, Words};

/// How many words may stand behind a speaker inside marks.
const FRAME: usize = 14;

/// From how many words on a passage is speech that nothing introduces, if it stands in a sentence of the narrator's.
const LONG: usize = 7;

/// « On verra, dit Ada Hill, et vite. »: the speaker inside the marks.
fn inside<'t>(text: &'t str, mark: &Token<'t>, words: &Words) -> Option<Inside<'t>> {
    let mut found = Vec::new();
    let closing = mark.text.chars().next_back().filter(|sign| "»”\"".contains(*sign)).map_or(0, char::len_utf8);
    let opening = mark.text.chars().next().filter(|sign| "«»“\"".contains(*sign)).map_or(0, char::len_utf8);
    tokens::read(text, mark.start + opening..(mark.end - closing).max(mark.start + opening), words, &mut found);
    for at in 1..found.len() {
        if !found[at - 1].is_sign(",?!…—–-") || !found[at].is_word() {
            continue;
        }
        let Some(said) = groups::inverted(&found, at, words, false) else { continue };
        let parted =
            found.get(said.after).is_none_or(|next| next.is_sign(",.;:!?—–-")) || is_placed(&found, said.after);
        let is_somebody = |source: &phrases::Mention| parted && found[source.core.first].lower != "on";
        let Some(mention) = said.source.clone().filter(is_somebody) else { continue };
        let after = found.len();
        let before = dialogue::spoken(&found, 0, at - 1, at);
        let behind = dialogue::spoken(&found, dialogue::narrated(&found, &said, false), after, after);
        let mut spoken: Vec<Range<usize>> = before.into_iter().chain(behind).collect();
        if let Some(first) = spoken.first_mut() {
            first.start = mark.start;
        }
        // The closing mark goes with the words before it, unless the narrator has the last word.
        if let Some(last) = spoken.last_mut().filter(|last| last.end > found[at].start) {
            last.end = mark.end;
        }
        return Some(Inside { tokens: found, mention, cue: said.cue, spoken });
    }
    None
}

/// "souligne Ada Hill [en charge du bac au conseil.] Le préfet …": whether a place or a task ends what the narrator puts in.
fn is_placed(tokens: &[Token<'_>], at: usize) -> bool {
    // "expliquait ce dernier le 6 avril dernier."
    let when = at + times::time(tokens, at);
    let behind =
        when + usize::from(tokens.get(when).is_some_and(|next| matches!(next.lower.as_ref(), "dernier" | "prochain")));
    if when > at && tokens.get(behind).is_some_and(|next| next.is_sign(",.;")) {
        return true;
    }
    let opens = tokens.get(at).is_some_and(|next| next.is(Class::PREPOSITION));
    let ahead = tokens.iter().skip(at).take(FRAME).position(|token| !token.is_word());
    let inside = || tokens.iter().skip(at).take(ahead.unwrap_or(0));
    let sign = ahead.is_some_and(|ahead| tokens[at + ahead].is_sign(",."));
    let verb = |token: &Token<'_>| {
        token.is(Class::AUXILIARY.and(Class::PRONOUN).and(Class::OBJECT))
            && !token.is(Class::DETERMINER.and(Class::LINK))
    };
    opens && sign && !inside().any(verb)
}

/// The marks of a sentence that name their speaker inside.
pub(super) fn with_speaker_inside<'t>(reading: &mut Reading<'_, 't>, text: &'t str, words: &Words) {
    let tokens = reading.tokens();
    for (at, token) in tokens.iter().enumerate() {
        let span = Span { first: at, after: at + 1 };
        if token.is_mark()
            && !reading.is_taken(span)
            && let Some(inside) = inside(text, token, words)
        {
            reading.add(span, None, Source::Inside(inside), 0.96, false);
        }
    }
}

/// The marks of a sentence that are not part of a report.
pub(super) fn remaining(reading: &mut Reading<'_, '_>, words: &Words) {
    unjoined(reading, words);
    let tokens = reading.tokens();
    // "jusqu'au « retour », au « calme et à la paix »": the first goes with the second
    for at in (0..tokens.len()).rev().filter(|at| tokens[*at].is_mark()) {
        let span = Span { first: at, after: at + 1 };
        let joined = if reading.is_taken(span) { None } else { joins(reading, at) };
        if let Some((source, cue, kind)) = joined.filter(|_| !unsaid::names(tokens, at)) {
            reading.add(span, cue, source, 0.9, kind == QuotationKind::Mixed);
        }
    }
}

fn unjoined(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    for (at, token) in tokens.iter().enumerate() {
        let span = Span { first: at, after: at + 1 };
        if !token.is_mark() || reading.is_taken(span) || unsaid::is_charge(tokens, at) {
            continue;
        }
        if let Some((source, cue, kind)) = joins(reading, at) {
            reading.add(span, cue, source, 0.95, kind == QuotationKind::Mixed);
        } else if at > 0 && tokens[at - 1].is_sign(":") {
            if unsaid::is_on_sign(tokens, low_before(reading, at), at - 1, words) {
                continue;
            }
            // "autour du thème : « … »"
            if at > 1
                && matches!(tokens[at - 2].lower.as_ref(), "thème" | "titre" | "intitulé" | "tema" | "lema" | "título")
            {
                continue;
            }
            let (source, cue, sure) = before_colon(reading, at - 1, words);
            reading.add(span, cue, source, sure, false);
        } else if let Some((source, cue)) = pointing::of_cleft(tokens, at, words) {
            reading.add(span, Some(cue), Source::Named(source), 0.93, is_part(token));
        } else if let Some((source, cue, sure)) = objects::object(reading, at, words) {
            let part = is_part(token);
            let content = if part { objects::with_noun(reading, cue, at, words) } else { span };
            reading.add(content, Some(cue), source, sure, part);
        } else if let Some(source) = headed(tokens, at, words) {
            reading.add(span, None, Source::Named(source), 0.88, false);
        } else if let Some(source) = signed(tokens, at, words) {
            reading.add(span, None, Source::Named(source), 0.9, false);
        } else if let Some(source) = fragments::predicate(tokens, at, words) {
            reading.add(span, None, Source::Named(source), 0.86, true);
        } else if is_speech(tokens, at) {
            reading.add(span, None, Source::Open, sure_of(tokens, at), false);
        } else if let Some(source) = fragments::fragment(tokens, at, words) {
            reading.add(span, None, fragments::said_later(reading, at).unwrap_or(source), 0.74, true);
        }
    }
}

/// "« Du pain » ou encore « Du travail »": what stands beside words that are said already.
fn joins<'t>(reading: &Reading<'_, 't>, mark: usize) -> Option<(Source<'t>, Option<Span>, QuotationKind)> {
    let tokens = reading.tokens();
    let small = |token: &Token<'_>| token.is_sign(",") || token.is(Class::CONJUNCTION.and(Class::LIGHT));
    let beside = |other: usize| {
        let between = &tokens[mark.min(other) + 1..mark.max(other)];
        let sign = matches!(between, [sign] if sign.is_sign(";"));
        // "au « calme », au « sérieux » et à « la paix »"
        let leads = between.iter().take_while(|token| small(token)).count();
        let before = mark.min(other).checked_sub(1).map(|before| &tokens[before]);
        let case = between[leads..].iter().all(|token| token.is(Class::LINK.and(Class::DETERMINER)))
            && between.len() > leads
            && before.is_some_and(|before| before.is(Class::LINK));
        let all = between[leads..].is_empty() || case;
        let joined = sign || leads > 0 && between.len() <= 4 && all;
        // "un plan « cher », « inutile »": the mark ends, or opens, what is said
        let is_other = |draft: &&Draft<'_>| match other < mark {
            true => draft.content.after == other + 1,
            false => draft.content.first == other,
        };
        reading.drafts.iter().find(is_other).filter(|_| joined)
    };
    let earlier = tokens[..mark].iter().rposition(Token::is_mark);
    let later = tokens[mark + 1..].iter().position(Token::is_mark).map(|ahead| mark + 1 + ahead);
    let draft = earlier.and_then(beside).or_else(|| later.and_then(beside))?;
    Some((draft.source.clone(), draft.cue, draft.kind))
}

/// "« Le pont est fermé », Ada Hill, maire de Lys": the name below words that are shown alone.
fn signed(tokens: &[Token<'_>], mark: usize, words: &Words) -> Option<phrases::Mention> {
    let alone = tokens[..mark].iter().all(|token| token.kind == Kind::Sign);
    let sign = tokens.get(mark + 1).is_some_and(|token| token.is_sign(",—–-"));
    let first = mark + 2;
    let name =
        alone && sign && (subjects::is_full_name(tokens, first) || appositions::names_a_role(tokens, first, words));
    let mention = name.then(|| phrases::at(tokens, first, tokens.len(), words)).flatten()?;
    let behind = mention.core.after;
    let role = tokens.get(behind).is_none_or(|token| token.is_sign(".)"))
        || tokens[behind].is_sign(",") && appositions::names_a_role(tokens, behind + 1, words);
    (role && mention.after >= tokens.len().saturating_sub(1)).then_some(mention)
}

/// "« Je n'ai pas peur » : Ada Hill se confie": whoever a headline names behind the words that it opens with.
fn headed(tokens: &[Token<'_>], mark: usize, words: &Words) -> Option<phrases::Mention> {
    let alone = tokens[..mark].iter().all(|token| token.kind == Kind::Sign);
    let colon = tokens.get(mark + 1).is_some_and(|sign| sign.is_sign(":"));
    let long = tokens::body(tokens[mark].text).split_whitespace().nth(2).is_some();
    let named = alone && colon && long && subjects::is_full_name(tokens, mark + 2);
    named.then(|| phrases::at(tokens, mark + 2, tokens.len(), words)).flatten()
}

/// How likely a passage that nothing introduces is spoken.
fn sure_of(tokens: &[Token<'_>], mark: usize) -> f64 {
    let alone = tokens.iter().enumerate().all(|(at, token)| at == mark || token.kind == Kind::Sign);
    if alone { 0.98 } else { 0.9 }
}

/// Whether a passage is part of the narrator's sentence: it opens with a small letter and ends no sentence.
pub(super) fn is_part(mark: &Token<'_>) -> bool {
    !tokens::body(mark.text).starts_with(char::is_uppercase)
}

/// Where what is said already ends before a token.
fn low_before(reading: &Reading<'_, '_>, at: usize) -> usize {
    reading.drafts.iter().map(|draft| draft.content.after).filter(|after| *after < at).max().unwrap_or(0)
}

/// Who speaks behind a colon.
fn before_colon<'t>(reading: &Reading<'_, 't>, colon: usize, words: &Words) -> (Source<'t>, Option<Span>, f64) {
    let tokens = reading.tokens();
    let low = low_before(reading, colon);
    let written_on = reporters::written_on(tokens, low, colon, words);
    if let Some(written_on) = written_on.or_else(|| reporters::read_on(tokens, low, colon, words)) {
        return (Source::Named(written_on), Some(Span { first: colon, after: colon + 1 }), 0.93);
    }
    if let Some(whom) = reporters::made_to_speak(tokens, low, colon, words) {
        return (Source::Named(whom), Some(Span { first: colon, after: colon + 1 }), 0.9);
    }
    let verbs = (low..colon)
        .rev()
        .filter(|at| tokens[*at].verb.any(Verb::CUE.and(Verb::NAMES).and(Verb::CHAINED)) && tokens[*at].is_word());
    for at in verbs {
        let hanging = tokens.get(at + 1).filter(|next| next.hangs).map(|_| at + 1);
        let cue = Some(Span { first: at, after: at + 1 });
        if let Some(said) = groups::inverted(tokens, at, words, false).filter(|said| {
            // "Un choix que regrette Ada Hill : « … »"
            let relative = at > low && tokens[at - 1].is(Class::THAT) && said.after >= colon;
            let opens = relative
                || tokens[low..at].iter().all(|token| {
                    token.is(Class::CONJUNCTION.and(Class::LIGHT))
                        || token.is(Class::OBJECT) && !token.is(Class::DETERMINER)
                });
            said.source.is_some() && said.after <= colon && opens
        }) && let Some(source) = said.source
        {
            return (Source::Named(source), cue, 0.93);
        }
        if let Some(source) = reporters::subject(reading, at, hanging, low, words) {
            // "La récolte tranche avec l'an dernier : « … »"
            if matches!(&source, Source::Named(subject) if reporters::is_thing(tokens, subject)) {
                break;
            }
            let sure = if tokens[at].verb.any(Verb::SAYS) { 0.97 } else { 0.95 };
            return (source, cue, sure);
        }
    }
    let cue = Some(Span { first: colon, after: colon + 1 });
    // "Pour Ada Hill, batelière à Lys : « … »"
    let case = (low == 0 && matches!(tokens[0].lower.as_ref(), "pour" | "selon" | "según" | "para"))
        .then(|| phrases::at(tokens, 1, colon, words).filter(|case| phrases::opens(tokens, 1) && case.after >= colon))
        .flatten();
    if let Some(case) = case.filter(|case| is_somebody(tokens, case)) {
        return (Source::Named(case), cue, 0.93);
    }
    let main = subjects::main(tokens, low, colon, words);
    // "Une banderole barre le quai : « … »"
    if let Some(written_on) = main.clone().filter(|main| reporters::is_written_on(tokens, main)) {
        return (Source::Named(written_on), cue, 0.9);
    }
    // "Une mairie dévastée : « … »"
    let is_new = |source: &phrases::Mention| {
        source.name.is_none() && tokens[source.core.first].is(Class::INDEFINITE) && !source.is_human(tokens)
    };
    match main.filter(|source| !is_new(source) && is_somebody(tokens, source)) {
        Some(source) => {
            let whole = source.after >= colon;
            (Source::Named(source), cue, if whole { 0.93 } else { 0.86 })
        }
        None => match reporters::of_last_clause(tokens, low, colon, words) {
            Some(source) => (Source::Named(source), cue, 0.83),
            None => (Source::Open, cue, 0.75),
        },
    }
}

pub(super) fn is_somebody(tokens: &[Token<'_>], mention: &phrases::Mention) -> bool {
    mention.pronoun && tokens[mention.core.first].lower != "on"
        || mention.name.is_some()
        || mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN.and(Class::BODY)))
        || mention.is_share(tokens)
}

/// Whether a passage that nothing introduces is spoken.
fn is_speech(tokens: &[Token<'_>], mark: usize) -> bool {
    let quoted = &tokens[mark];
    let body = tokens::body(quoted.text);
    let count = body.split_whitespace().take(LONG + 1).count();
    let ends = body.ends_with(['.', '!', '?', '…']);
    let open = !quoted.text.ends_with(['»', '”', '"']);
    let opens = body.starts_with(|letter: char| letter.is_uppercase() || "¿¡…".contains(letter));
    let alone = tokens.iter().enumerate().all(|(at, token)| at == mark || token.kind == Kind::Sign || token.is_mark());
    if alone {
        return count > 2 || ends || open;
    }
    if unsaid::names(tokens, mark) || unsaid::is_title(tokens, mark) {
        return false;
    }
    let heads = tokens[..mark].iter().all(|token| !token.is_word());
    let closes = clauses::last(tokens) == mark + 1;
    (ends || open) && opens && (heads || closes) && count > 2 || count > LONG && (opens || heads)
}
