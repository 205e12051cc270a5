//! What Spanish does and French does not: a subject is left out, and "que" opens a report as well as a relative clause.

use super::clauses;
use super::groups::Inverted;
use super::phrases::Span;
use super::stops::is_past;
use super::tokens::Token;
use super::words::{Class, Tongue, Verb, Words};

/// How many words may lead in what is said behind who says it: "Hasta entonces, insistió Ada Hill, …".
const LEAD: usize = 12;

/// Whether a word is a verb by its class or its end: "tardará", "se", "evitó".
pub(super) fn is_verb(token: &Token<'_>) -> bool {
    let plain = token.is_word() && !token.capital && token.class == Class::default();
    let ends = ["rá", "rán", "ría", "rían", "aba", "aban", "ían"].iter().any(|end| token.lower.ends_with(end));
    let is = matches!(token.lower.as_ref(), "es" | "son" | "está" | "están" | "fue" | "era" | "eran" | "hay" | "tiene");
    token.is(Class::AUXILIARY.and(Class::CHAIN))
        || token.is(Class::OBJECT) && !token.is(Class::DETERMINER)
        || token.verb.any(Verb::FINITE) && token.class == Class::default()
        || plain && ends
        || is
        || is_past(token)
}

/// "un vecino [que] vio el fuego": whether "que" tells of the noun before it, and opens no report.
pub(super) fn is_relative(tokens: &[Token<'_>], that: usize, words: &Words) -> bool {
    let before = that.checked_sub(1).map(|before| &tokens[before]);
    words.tongue == Tongue::Spanish
        && before.is_some_and(|noun| {
            let small = Class::PREPOSITION.and(Class::LIGHT).and(Class::TIME).and(Class::CONJUNCTION);
            noun.is_word() && noun.verb == Verb::default() && !noun.is(small)
        })
        && tokens.get(that + 1).is_some_and(is_verb)
}

/// "emitió una nota en la que [expresa]": a relative clause that its noun is not the subject of.
pub(super) fn hangs_on_preposition(tokens: &[Token<'_>], verb: usize, words: &Words) -> bool {
    let Some([link, article, that]) = verb.checked_sub(3).and_then(|at| tokens.get(at..verb)) else { return false };
    words.tongue == Tongue::Spanish
        && that.lower == "que"
        && article.is(Class::DEFINITE)
        && link.is(Class::PREPOSITION)
}

/// Whether a clause before a verb holds nothing that could be its subject: "En sus memorias [escribió]".
pub(super) fn only_places(tokens: &[Token<'_>], low: usize, verb: usize) -> bool {
    let begin = tokens[low..verb].iter().rposition(|token| !token.is_word()).map_or(low, |sign| low + sign + 1);
    let placed = tokens.get(begin).is_some_and(|first| first.is(Class::PREPOSITION) && !first.is(Class::LINK));
    placed && begin < verb && !tokens[begin..verb].iter().any(|token| is_verb(token) || token.is(Class::THAT))
}

/// "Para lograrlo, indicó, …", "…, precisó.": whether a verb that nobody stands beside is put between commas.
pub(super) fn is_put_in(tokens: &[Token<'_>], said: &Inverted, words: &Words) -> bool {
    let ends = said.after >= clauses::last(tokens) || tokens[said.after].is_sign(",");
    said.silent
        && ends
        && said.takes.any(Verb::SAYS)
        && clauses::behind_that(tokens, said.after, said.takes, words).is_none()
}

/// "Hasta entonces, insistió Ada Hill, [nadie debe volver]": what is said behind who says it, where a phrase leads it in.
pub(super) fn rest(tokens: &[Token<'_>], before: Span, first: usize, words: &Words) -> Option<Span> {
    let lead = before.of(tokens);
    let leads = lead.len() <= LEAD && !lead.iter().any(|token| is_verb(token) || token.is_mark());
    let content = clauses::trimmed(tokens, first, clauses::end(tokens, first, words));
    let says = content.of(tokens).iter().any(is_verb);
    (leads && says).then_some(content)
}

/// "insistió en que el puerto es seguro [y evitó hablar]": where whoever has said something does something else.
pub(super) fn does_more(tokens: &[Token<'_>], cue: usize, first: usize, end: usize, words: &Words) -> Option<usize> {
    let told = words.tongue == Tongue::Spanish && (is_preterite(&tokens[cue]));
    let joint = (first + 1..end.saturating_sub(1)).find(|at| {
        let next = at + 1 + usize::from(tokens[at + 1].is(Class::OBJECT) && !tokens[at + 1].is(Class::DETERMINER));
        matches!(tokens[*at].lower.as_ref(), "y" | "e" | "pero") && tokens.get(next).is_some_and(is_preterite)
    })?;
    (told && !tokens[first..joint].iter().any(is_preterite)).then_some(joint)
}

/// "evitó", "dijo".
fn is_preterite(token: &Token<'_>) -> bool {
    let ends = ["ó", "jo", "uvo", "eron"].iter().any(|end| token.lower.ends_with(end));
    is_past(token) || token.verb.any(Verb::FINITE) && ends
}
