//! What Spanish does and French does not: a subject is left out, and "que" opens a report as well as a relative clause.

use super::clauses;
use super::groups::Inverted;
use super::phrases::{self, Mention, Span};
use super::stops::{is_past, is_spanish_verb};
use super::tokens::Token;
use super::words::{Class, Tongue, Verb, Words};

/// How many words may lead in what is said behind who says it: "Hasta entonces, insistió Ada Hill, …".
const LEAD: usize = 12;

/// Whether a word is a verb by its class or its end: "tardará", "se", "evitó".
pub(super) fn is_verb(token: &Token<'_>) -> bool {
    let might = token.is_word() && !token.capital && token.class == Class::default() && token.lower.ends_with("ría");
    token.is(Class::AUXILIARY.and(Class::CHAIN).and(Class::DEED))
        || token.is(Class::OBJECT) && !token.is(Class::DETERMINER)
        || token.verb.any(Verb::FINITE) && token.class == Class::default()
        || might
        || is_past(token)
        || is_spanish_verb(token)
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
    // "ante el pleno, donde acusó a la oposición"
    let spanish = words.tongue == Tongue::Spanish;
    if spanish && verb.checked_sub(2).is_some_and(|at| tokens[at + 1].lower == "donde" && tokens[at].is_sign(",")) {
        return true;
    }
    let Some([link, article, that]) = verb.checked_sub(3).and_then(|at| tokens.get(at..verb)) else { return false };
    spanish && that.lower == "que" && article.is(Class::DEFINITE) && link.is(Class::PREPOSITION)
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
    let own = said.cue.of(tokens).iter().any(|token| token.is(Class::OBJECT)); // "se negó"
    said.silent
        && !own
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
    let leans = |token: &&Token<'_>| token.is(Class::OBJECT) && !token.is(Class::DETERMINER) || token.lower == "no";
    let joint = (first + 1..end.saturating_sub(1)).find(|at| {
        let next = at + 1 + tokens.iter().skip(at + 1).take_while(leans).count();
        matches!(tokens[*at].lower.as_ref(), "y" | "e" | "pero") && tokens.get(next).is_some_and(is_preterite)
    })?;
    // "sostiene que el país se hunde, y no le tembló la voz"
    let told = is_preterite(&tokens[cue]) || tokens[joint - 1].is_sign(",");
    let told = told && words.tongue == Tongue::Spanish;
    (told && !tokens[first..joint].iter().any(is_preterite)).then_some(joint)
}

/// "evitó", "dijo", "dejó", "hizo".
fn is_preterite(token: &Token<'_>) -> bool {
    let ends = ["ó", "jo", "uvo", "izo", "uso", "eron"].iter().any(|end| token.lower.ends_with(end));
    let known = token.verb.any(Verb::FINITE) || token.is(Class::CHAIN.and(Class::DEED)) && !token.capital;
    is_past(token) || known && ends
}

/// "Desde [el Gobierno] insisten en que …": whose side says what nobody is the subject of.
pub(super) fn whose_side(tokens: &[Token<'_>], low: usize, verb: usize, words: &Words) -> Option<Mention> {
    let begin = tokens[low..verb].iter().rposition(|token| !token.is_word()).map_or(low, |sign| low + sign + 1);
    let from = tokens.get(begin).is_some_and(|first| first.lower == "desde") && words.tongue == Tongue::Spanish;
    let side = from.then(|| phrases::at(tokens, begin + 1, verb, words)).flatten()?;
    (side.core.after == verb && (side.name.is_some() || side.head.is_some_and(|head| tokens[head].is(Class::BODY))))
        .then_some(side)
}

/// "pidió [prudencia]", "exigen [mejoras]": a noun without an article that is asked for.
pub(super) fn is_bare_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let [verb, noun] = at.checked_sub(1).and_then(|verb| tokens.get(verb..=at)).unwrap_or_default() else {
        return false;
    };
    let asks = ["pid", "exig", "reclam", "solicit", "anunci", "promet", "neg", "niega", "denunci", "recomiend"];
    let asks = verb.is_spanish && asks.iter().any(|stem| verb.lower.starts_with(stem));
    let plain = noun.is_word() && !noun.capital && noun.class == Class::default() && !noun.verb.any(Verb::SAYS);
    asks && plain
        && !noun.verb.any(Verb::PARTICIPLE.and(Verb::INFINITIVE))
        && (noun.verb.any(Verb::MARKS) || !is_verb(noun))
}
