//! Words without marks that a sentence announces: "Elle résume : les prix montent", "Le maire l'assure, le pont tiendra".

use super::clauses;
use super::drafts::{Reading, Source};
use super::groups::{self, is_light};
use super::phrases::{self, Mention, Span};
use super::reporters;
use super::spoken;
use super::subjects;
use super::tokens::Token;
use super::words::{Class, Noun, Verb, Words};

/// How far before a colon the verb of saying stands whose object ends there, in words.
const OBJECT: usize = 8;

/// The fewest words that are announced.
const SHORTEST: usize = 4;

/// "Elle résume : …", "Le message du préfet est simple : …", "Le maire l'assure, …".
pub(super) fn announced(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    for sign in 2..tokens.len().saturating_sub(1) {
        let colon = tokens[sign].is_sign(":");
        if !colon && !tokens[sign].is_sign(",") || tokens[sign + 1].is_mark() {
            continue;
        }
        let found = || by_verb(reading, sign, words).or_else(|| by_noun(tokens, sign, words));
        let found = colon.then(|| found().or_else(|| by_manner(tokens, sign, words))).flatten();
        let found = found.or_else(|| by_pronoun(reading, sign, words));
        let Some((source, cue)) = found.or_else(|| by_marks(tokens, sign, words)) else { continue };
        let content = clauses::trimmed(tokens, sign + 1, clauses::end(tokens, sign + 1, words));
        let inside = content.of(tokens);
        let quotes = inside.iter().any(|token| token.is_sign(":"));
        if !quotes && inside.iter().filter(|token| token.is_word() || token.is_mark()).count() >= SHORTEST {
            reading.add(content, Some(cue), source, 0.9, false);
            return;
        }
    }
}

/// "Elle résume : …": whoever is the subject of the verb of saying before a colon.
fn by_verb<'t>(reading: &Reading<'_, 't>, colon: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let tokens = reading.tokens();
    if let Some(found) = by_verb_first(tokens, colon, words) {
        return Some(found);
    }
    let last = (0..colon).rev().find(|at| !is_light(&tokens[*at]))?;
    if let Some(verb) = warning(tokens, last) {
        let source = subjects::before(tokens, verb, 0, words).filter(|source| spoken::is_somebody(tokens, source))?;
        return Some((Source::Named(source), Span { first: verb, after: last + 1 }));
    }
    // "Elle se justifie : …"
    let own = last.checked_sub(1).is_some_and(|at| matches!(tokens[at].lower.as_ref(), "se" | "s'" | "en"));
    let takes = if own { Verb::CUE } else { Verb::SAYS };
    let forms = Verb::FINITE.and(Verb::PARTICIPLE).and(Verb::GERUND);
    let says =
        |at: usize, takes: Verb| tokens[at].is_word() && tokens[at].verb.any(takes) && tokens[at].verb.any(forms);
    let verb = Some(last).filter(|last| says(*last, takes)).or_else(|| {
        // "Il a rappelé la règle : …": with what he speaks of
        let low = colon.saturating_sub(OBJECT);
        let takes = Verb::SAYS.and(Verb::NAMES);
        let object = |at: &usize| {
            let object = phrases::at(tokens, at + 1, colon, words).filter(|_| phrases::opens(tokens, at + 1));
            object.is_some_and(|object| object.after >= colon && object.name.is_none() && !object.is_human(tokens))
        };
        // "Il l'a redit mardi sur Radio Lys : …": with when and where
        let placed = |at: usize| {
            let behind = &tokens[at + 1..colon];
            let opens = behind.first().is_some_and(|first| first.is(Class::TIME.and(Class::PREPOSITION)));
            opens
                && behind
                    .iter()
                    .all(|token| token.is_word() && !token.is(Class::AUXILIARY.and(Class::THAT).and(Class::RELATIVE)))
        };
        let circumstance = |at: &usize| says(*at, Verb::SAYS) && placed(*at);
        (low..colon).rev().find(|at| says(*at, takes) && object(at) || circumstance(at))
    })?;
    let source = reporters::subject(reading, verb, None, 0, words)?;
    let somebody = matches!(&source, Source::Named(subject) if spoken::is_somebody(tokens, subject));
    somebody.then_some((source, Span { first: verb, after: verb + 1 }))
}

/// "Elle met cependant en garde : …": the verb of a warning whose last word is known.
fn warning(tokens: &[Token<'_>], last: usize) -> Option<usize> {
    let before = last.checked_sub(1).filter(|at| tokens[last].lower == "garde" && tokens[*at].lower == "en")?;
    let verb = (0..before).rev().find(|at| !is_light(&tokens[*at]))?;
    matches!(tokens[verb].lower.as_ref(), "met" | "mettent" | "mettait" | "mettaient" | "mis").then_some(verb)
}

/// "Le maire est catégorique : …", "Sa sœur se montre plus bavarde : …": how somebody is who says what follows.
fn by_manner<'t>(tokens: &[Token<'t>], colon: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let manner = colon.checked_sub(1).filter(|at| tokens[*at].noun.any(Noun::OUTSPOKEN))?;
    let verb = (0..manner).rev().find(|at| !is_light(&tokens[*at]))?;
    let is = tokens[verb].is(Class::AUXILIARY)
        || matches!(
            tokens[verb].lower.as_ref(),
            "montre"
                | "montrent"
                | "montrait"
                | "veut"
                | "reste"
                | "es"
                | "son"
                | "era"
                | "eran"
                | "fue"
                | "fueron"
                | "mostró"
                | "muestra"
        );
    let source = subjects::before(tokens, verb, 0, words).filter(|_| is)?;
    spoken::is_somebody(tokens, &source).then_some((Source::Named(source), Span { first: manner, after: manner + 1 }))
}

/// "Faux, lui a rétorqué Ada Hill : …": whose verb of saying comes before them and ends at a colon.
fn by_verb_first<'t>(tokens: &[Token<'t>], colon: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let opens = |at: &usize| *at == 0 || tokens[at - 1].is_sign(",");
    let said = (0..colon).filter(opens).find_map(|at| {
        groups::inverted(tokens, at, words, false).filter(|said| {
            said.takes.any(Verb::SAYS) && said.after == colon && !tokens[..at].iter().any(Token::is_mark)
        })
    })?;
    let source = said.source.filter(|source| spoken::is_somebody(tokens, source))?;
    Some((Source::Named(source), said.cue))
}

/// "Le maire l'assure, le pont tiendra": the pronoun stands for what follows.
fn by_pronoun<'t>(reading: &Reading<'_, 't>, sign: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let tokens = reading.tokens();
    let verb = sign - 1;
    let says = tokens[verb].verb.any(Verb::SAYS) && tokens[verb].verb.any(Verb::FINITE);
    let points = matches!(tokens[verb - 1].lower.as_ref(), "l'" | "le" | "lo");
    let subject = reporters::subject(reading, verb, None, 0, words).filter(|_| says && points && verb > 1)?;
    let opens =
        phrases::opens(tokens, sign + 1) || tokens[sign + 1].is(Class::OBJECT) || tokens[sign + 1].lower == "c'";
    let whole = matches!(&subject, Source::Named(subject) if opens && spoken::is_somebody(tokens, subject)
        && tokens[..subject.core.first].iter().all(Token::is_word));
    whole.then_some((subject, Span { first: verb, after: verb + 1 }))
}

/// "Leur avocate s'y colle : elles vont « très mal », et …": whom a short clause before a colon is about, where some of the
/// words behind it stand in marks.
fn by_marks<'t>(tokens: &[Token<'t>], sign: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let behind = tokens.get(sign + 1..clauses::end(tokens, sign + 1, words)).unwrap_or_default();
    let cited = behind.iter().any(|token| token.is_mark() && spoken::is_part(token));
    let plain = tokens[sign].is_sign(":") && sign <= OBJECT && tokens[..sign].iter().all(Token::is_word);
    let teller = phrases::at(tokens, 0, sign, words).filter(|_| cited && plain && phrases::opens(tokens, 0))?;
    let speaks = (teller.is_human(tokens) || teller.name.is_some()) && teller.after < sign;
    speaks.then_some((Source::Named(teller), Span { first: sign, after: sign + 1 }))
}

/// "Le message du préfet est simple : …", "Sa réponse : …".
fn by_noun<'t>(tokens: &[Token<'t>], colon: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let noun = (0..colon.min(4)).find(|at| tokens[*at].noun.any(Noun::ANNOUNCING))?;
    let article = tokens.get(noun.checked_sub(1)?)?;
    let cue = Span { first: noun, after: noun + 1 };
    let is = |from: usize| from == colon || tokens[from].is(Class::AUXILIARY) && colon <= from + 4;
    if article.is(Class::POSSESSIVE) && is(noun + 1) {
        let plural = matches!(article.lower.as_ref(), "leur" | "leurs");
        return Some((Source::Silent { plural }, cue));
    }
    let whose = whose(tokens, noun + 1, colon, words).filter(|whose| is(whose.after.min(colon)))?;
    Some((Source::Named(whose), cue))
}

/// "le message [du préfet]": whose words they are.
fn whose(tokens: &[Token<'_>], link: usize, limit: usize, words: &Words) -> Option<Mention> {
    let first = match tokens.get(link)?.lower.as_ref() {
        "de" | "d'" => link + 1,
        "du" | "des" | "del" => link,
        _ => return None,
    };
    phrases::at(tokens, first, limit, words).filter(|whose| spoken::is_somebody(tokens, whose))
}
