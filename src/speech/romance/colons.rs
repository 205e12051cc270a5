//! Words without marks that a sentence announces: "Elle résume : les prix montent", "Le maire l'assure, le pont tiendra".

use super::clauses;
use super::drafts::{Reading, Source};
use super::groups::is_light;
use super::phrases::{self, Mention, Span};
use super::reporters;
use super::spoken;
use super::tokens::Token;
use super::words::{Class, Verb, Words};

/// The fewest words that are announced.
const SHORTEST: usize = 4;

/// Nouns for what somebody says: "Le constat de la maire est clair : …".
const SAYINGS: [&str; 22] = [
    "constat",
    "message",
    "réponse",
    "verdict",
    "diagnostic",
    "avis",
    "credo",
    "conviction",
    "consigne",
    "conclusion",
    "avertissement",
    "promesse",
    "analyse",
    "argument",
    "explication",
    "version",
    "mensaje",
    "respuesta",
    "conclusión",
    "veredicto",
    "diagnóstico",
    "argumento",
];

/// "Elle résume : …", "Le message du préfet est simple : …", "Le maire l'assure, …".
pub(super) fn announced(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    for sign in 2..tokens.len().saturating_sub(1) {
        let colon = tokens[sign].is_sign(":");
        if !colon && !tokens[sign].is_sign(",") || tokens[sign + 1].is_mark() {
            continue;
        }
        let found = if colon { by_verb(reading, sign, words).or_else(|| by_noun(tokens, sign, words)) } else { None };
        let Some((source, cue)) = found.or_else(|| by_pronoun(reading, sign, words)) else { continue };
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
    let verb = (0..colon).rev().find(|at| !is_light(&tokens[*at]))?;
    let says = tokens[verb].verb.any(Verb::SAYS) && tokens[verb].verb.any(Verb::FINITE.and(Verb::PARTICIPLE));
    let source = reporters::subject(reading, verb, None, 0, words).filter(|_| says && tokens[verb].is_word())?;
    let somebody = matches!(&source, Source::Named(subject) if spoken::is_somebody(tokens, subject));
    somebody.then_some((source, Span { first: verb, after: verb + 1 }))
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

/// "Le message du préfet est simple : …", "Sa réponse : …".
fn by_noun<'t>(tokens: &[Token<'t>], colon: usize, words: &Words) -> Option<(Source<'t>, Span)> {
    let noun = (0..colon.min(4)).find(|at| SAYINGS.contains(&tokens[*at].lower.as_ref()))?;
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
