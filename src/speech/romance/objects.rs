//! Words in marks that a verb before them takes as its object: "dénonce « … »", "promet une « riposte » à la mairie".

use super::clauses;
use super::complements;
use super::drafts::{Reading, Source};
use super::phrases::{self, Span};
use super::reporters;
use super::subjects;
use super::times;
use super::tokens::{self, Token};
use super::unsaid;
use super::words::{Class, Verb, Words};

/// How far before a mark a verb may stand that takes it as its object, in words.
const OBJECT: usize = 16;

/// How likely words that somebody is judged by are those of whoever is in mind: "Le plan est jugé « trop cher »".
const JUDGED: f64 = 0.84;

/// A mark that a verb before it takes: "dénonce « … »", "accuse le maire d'avoir « … »", "se dit « … »".
pub(super) fn object<'t>(reading: &Reading<'_, 't>, mark: usize, words: &Words) -> Option<(Source<'t>, Span, f64)> {
    let tokens = reading.tokens();
    if unsaid::names(tokens, mark) || unsaid::is_title(tokens, mark) || unsaid::is_nickname(tokens, mark) {
        return None;
    }
    let low = reading.drafts.iter().map(|draft| draft.content.after).filter(|after| *after <= mark).max().unwrap_or(0);
    let stop = tokens[low..mark]
        .iter()
        .rposition(|token| token.is_sign(";:") || token.is_mark() && !joined(tokens, token, mark))
        .map_or(low, |stop| low + stop + 1);
    for at in (stop.max(mark.saturating_sub(OBJECT))..mark).rev() {
        let token = &tokens[at];
        let adjacent =
            tokens[at + 1..mark].iter().all(|token| token.is(Class::LIGHT.and(Class::DETERMINER)) || token.hangs);
        let idiom = words.idioms.at(tokens, at);
        let takes = token.verb.any(Verb::NAMES)
            || idiom > 0
            || adjacent && token.verb.any(Verb::CUE) && !token.verb.any(Verb::CHAINED) && !qualifies(tokens, at);
        // "ce qu'ils appellent la « MAD »"
        let calls = adjacent && token.lower.starts_with("appel") && !tokens::body(tokens[mark].text).starts_with('à');
        if !takes
            || calls
            || adjacent && unsaid::is_denied(tokens, at)
            || !adjacent && is_not_done(tokens, at)
            || !token.is_word()
            || token.is(Class::PREPOSITION)
            || token.capital && at > 0
            || unsaid::turns_out(tokens, at)
        {
            continue;
        }
        if let Some(source) = judged(tokens, at, words) {
            return Some((source, Span { first: at, after: at + 1 }, JUDGED));
        }
        let hanging = tokens.get(at + 1).filter(|next| next.hangs).map(|_| at + 1);
        // "Ada Hill, 40 ans, met en garde contre « … »": no verb of saying by itself
        let of_idiom = || subjects::before(tokens, at, 0, words).filter(|_| idiom > 0).map(Source::Named);
        let source = reporters::subject(reading, at, hanging, 0, words).or_else(|| relative(reading, at, words));
        if let Some(source) = source.or_else(of_idiom) {
            return Some((source, Span { first: at, after: at + idiom.max(1) }, if adjacent { 0.95 } else { 0.92 }));
        }
    }
    None
}

/// "qu'on ne cite pas son nom « à cause de lui »": a verb with its object that is denied takes no other.
fn is_not_done(tokens: &[Token<'_>], verb: usize) -> bool {
    let not = |token: &Token<'_>| matches!(token.lower.as_ref(), "pas" | "jamais" | "plus");
    let denied = verb.checked_sub(1).is_some_and(|before| matches!(tokens[before].lower.as_ref(), "ne" | "n'"));
    denied
        && tokens.get(verb + 1).is_some_and(not)
        && tokens.get(verb + 2).is_some_and(|next| next.is(Class::DETERMINER))
}

/// "une visite [commentée] « Sel et soude »": a participle that tells of its noun.
fn qualifies(tokens: &[Token<'_>], at: usize) -> bool {
    let form = tokens[at].verb;
    let noun = at.checked_sub(1).map(|noun| &tokens[noun]);
    let noun = noun.is_some_and(|noun| noun.is_word() && !noun.capital && noun.class == Class::default());
    form.any(Verb::PARTICIPLE) && !form.any(Verb::FINITE) && noun
}

/// "promet [une « riposte immédiate » à toute agression]": all of the noun that a verb takes, where some of it stands in marks.
pub(super) fn with_noun(reading: &Reading<'_, '_>, cue: Span, mark: usize, words: &Words) -> Span {
    let tokens = reading.tokens();
    let alone = Span { first: mark, after: mark + 1 };
    let light =
        |token: &&Token<'_>| token.is(Class::LIGHT) || token.hangs || matches!(token.lower.as_ref(), "de" | "d'");
    let first = cue.after + tokens.iter().skip(cue.after).take(mark - cue.after).take_while(light).count();
    // "a jugé la semaine dernière « vital » d'agir"
    let first = (first + times::time(tokens, first)).min(mark);
    // "accuse le maire de « mentir »"
    let moves = tokens[cue.after - 1].verb.any(Verb::MOVES)
        && matches!(tokens[mark - 1].lower.as_ref(), "de" | "d'" | "à")
        && first < mark - 1;
    // "avait qualifié la flotte de « vétuste »"
    let called = ["qualifi", "calific"].iter().any(|stem| tokens[cue.after - 1].lower.starts_with(stem));
    let moves = moves || called && matches!(tokens[mark - 1].lower.as_ref(), "de" | "d'" | "como");
    // "justifie ce choix par « … »"
    let moves = moves || matches!(tokens[mark - 1].lower.as_ref(), "par" | "por");
    let opens = !moves && tokens[first].is(Class::DETERMINER) && tokens[first..mark].iter().all(Token::is_word);
    let goes_on = tokens.get(mark + 1).is_some_and(|next| matches!(next.lower.as_ref(), "de" | "d'" | "du" | "des"));
    if !opens && !goes_on {
        return alone;
    }
    let first = if opens { first } else { mark };
    let end = complements::end_of_noun(tokens, mark, clauses::end(tokens, mark, words));
    let mut content = clauses::trimmed(tokens, first, end);
    while content.after > mark + 1 && tokens[content.after - 1].is(Class::PREPOSITION) {
        content.after -= 1;
    }
    if reading.is_taken(content) { alone } else { content }
}

/// "« cher » et « inutile »": whether only a small word stands between two marks.
fn joined(tokens: &[Token<'_>], earlier: &Token<'_>, mark: usize) -> bool {
    let from = tokens.iter().position(|token| token.start == earlier.start).unwrap_or(0);
    tokens[from + 1..mark].iter().filter(|token| token.is_word()).count() <= 3
}

/// "les accusations qu'il qualifie de « … »".
fn relative<'t>(reading: &Reading<'_, 't>, at: usize, words: &Words) -> Option<Source<'t>> {
    let tokens = reading.tokens();
    let pronoun = at.checked_sub(1).filter(|before| tokens[*before].is(Class::PRONOUN))?;
    phrases::at(tokens, pronoun, pronoun + 1, words).map(Source::Named)
}

/// "Le plan est jugé « trop cher »": nobody's words that stand in the sentence, for none of whom is judged.
fn judged<'t>(tokens: &[Token<'t>], verb: usize, words: &Words) -> Option<Source<'t>> {
    let start = subjects::skip_back(tokens, verb, 0, words);
    let before = &tokens[start..verb];
    let is = |token: &Token<'_>| {
        matches!(
            token.lower.as_ref(),
            "est" | "sont" | "était" | "étaient" | "été" | "fut" | "furent" | "sera" | "seront" | "serait"
        )
    };
    let own = before.iter().any(|token| matches!(token.lower.as_ref(), "se" | "s'" | "c'"));
    let intransitive = ["ven", "conven", "interven", "reven"].iter().any(|stem| tokens[verb].lower.starts_with(stem));
    let passive = tokens[verb].verb.any(Verb::PARTICIPLE) && before.iter().any(is) && !own && !intransitive;
    (passive && reporters::agent_of(tokens, verb, words).is_none()).then_some(Source::Open)
}
