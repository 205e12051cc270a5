//! Who a verb of saying has for its subject: the noun phrase before it, or the one behind it where the verb comes first.

mod listeners;

use super::appositions;
use super::clauses;
use super::groups::{adverbial, is_light};
use super::phrases::{self, Mention};
use super::pointing;
use super::spanish;
use super::spoken;
use super::times::{ago, is_time, time};
use super::tokens::{Kind, Token};
use super::words::{Class, Tongue, Verb, Words};
pub(super) use listeners::behind_preposition;

/// How far behind its verb a subject may stand, and how far before it its sentence is looked at.
const BEHIND: usize = 16;
const BEFORE: usize = 60;

/// How many words may stand between a verb and its subject that are neither times nor phrases with a preposition.
const STRAY: usize = 2;

/// The longest aside between a verb and its subject: "sous les applaudissements de ses bancs".
const ASIDE: usize = 10;

/// The subject behind a verb: "a déclaré mardi à la presse [le ministre]".
pub(super) fn behind(tokens: &[Token<'_>], from: usize, words: &Words) -> Option<Mention> {
    let limit = tokens.len().min(from + BEHIND);
    let mut at = from;
    let mut stray = 0;
    // "constate, amer, Éric Thévenin"
    if tokens.get(at).is_some_and(|token| token.is_sign(",")) {
        at += aside(tokens, at)?;
        if !phrases::opens(tokens, at) {
            return None;
        }
    }
    while at < limit {
        let token = &tokens[at];
        let phrase = adverbial(tokens, at, words).max(ago(tokens, at));
        if phrase > 0 {
            at += phrase;
        } else if token.is_sign("(") {
            at += tokens[at..limit].iter().position(|token| token.is_sign(")"))? + 1;
        } else if token.is_sign(",") && at > from && is_full_name(tokens, at + 1) {
            return phrases::at(tokens, at + 1, tokens.len(), words);
        } else if !token.is_word() || token.is(Class::CONJUNCTION.and(Class::RELATIVE).and(Class::THAT)) {
            return None;
        } else if is_time(tokens, at) {
            at += time(tokens, at);
        } else if token.is(Class::PREPOSITION)
            && !(token.lower == "des" && (at == from || tokens[at - 1].is(Class::TIME)))
        {
            at = behind_preposition(tokens, at, limit);
        } else if phrases::opens(tokens, at) {
            // "tiene el 31 %": nobody
            let number = |found: &Mention| tokens[found.core.after - 1].text.starts_with(char::is_numeric);
            return phrases::at(tokens, at, tokens.len(), words).filter(|found| found.name.is_some() || !number(found));
        } else {
            if !is_light(token) {
                stray += 1;
            }
            if stray > STRAY || token.verb.any(Verb::GERUND) {
                return None;
            }
            at += 1;
        }
    }
    None
}

/// How many tokens an aside takes that a comma opens and a comma ends: ", amer,", ", sous les huées de la salle,".
fn aside(tokens: &[Token<'_>], comma: usize) -> Option<usize> {
    let placed = tokens.get(comma + 1).is_some_and(|first| first.is(Class::PREPOSITION) && !first.is(Class::LINK));
    let reach = if placed { ASIDE } else { 5 };
    let close = tokens.iter().skip(comma + 1).take(reach).position(|token| token.is_sign(","))?;
    let inside = &tokens[comma + 1..comma + 1 + close];
    (!placed || inside.iter().all(|token| token.is_word() && token.verb == Verb::default())).then_some(close + 2)
}

pub(super) fn is_full_name(tokens: &[Token<'_>], at: usize) -> bool {
    let name = |at: usize| tokens.get(at).filter(|token| token.is_name());
    // "Ada Le Gall", "Jean de Rey"
    let particle = tokens.get(at + 1).is_some_and(|word| {
        matches!(word.text, "Le" | "La" | "Du" | "De" | "Des" | "de" | "du") && name(at + 2).is_some()
    });
    name(at).is_some_and(|first| first.is(Class::FIRST_NAME)) && (name(at + 1).is_some() || particle)
}

/// The subject of the verb group that begins at `verb`, before it; nothing before `low` is looked at.
pub(super) fn before(tokens: &[Token<'_>], verb: usize, low: usize, words: &Words) -> Option<Mention> {
    let low = low.max(verb.saturating_sub(BEFORE));
    let end = skip_back(tokens, verb, low, words);
    let last = tokens.get(end.checked_sub(1)?).filter(|_| end > low)?;
    if spanish::hangs_on_preposition(tokens, end, words) {
        let stop = tokens[low..end].iter().rposition(|token| token.is_sign(":;"));
        let end = end - if last.lower == "donde" { 2 } else { 3 };
        return main(tokens, stop.map_or(low, |stop| low + stop + 1), end, words);
    }
    if last.is(Class::RELATIVE) || last.lower == "qui" {
        // "Ada Hill, qui dit": whom the relative belongs to
        let comma = end >= low + 2 && tokens[end - 2].is_sign(",");
        let end = end - 1 - usize::from(comma);
        // "Ada Hill, associée du cabinet Rey, qui dit"
        let sign = tokens[low..end].iter().rposition(|token| token.is_sign(",")).map(|at| low + at);
        // "Ada Hill, de la Unión de Lys, quien dijo"
        let belongs = |sign: usize| tokens[sign + 1].is(Class::LINK) && end - sign < ASIDE;
        let apposition =
            sign.filter(|sign| comma && (appositions::names_a_role(tokens, sign + 1, words) || belongs(*sign)));
        // "son grand-père, charron dans les Vosges, qui dit"
        let bare = |sign: usize| {
            let noun = &tokens[sign + 1];
            let person = right_before(tokens, low, sign, words);
            noun.is_word()
                && !noun.capital
                && noun.class == Class::default()
                && noun.verb == Verb::default()
                && person.is_some_and(|person| person.name.is_some() || person.is_human(tokens))
        };
        let apposition = apposition.or_else(|| sign.filter(|sign| comma && bare(*sign)));
        let end = apposition.unwrap_or(end);
        if words.tongue == Tongue::Spanish && !last.lower.starts_with("quien") {
            return ending(tokens, end, low, words);
        }
        // "à ceux qui disent"
        let those = end > low && matches!(tokens[end - 1].lower.as_ref(), "ceux" | "celles" | "celui" | "celle");
        if those && let Some(pronoun) = phrases::at(tokens, end - 1, end, words) {
            return Some(pronoun);
        }
        return right_before(tokens, low, end, words).or_else(|| ending(tokens, end, low, words));
    }
    // "les pertes sont lourdes et certains se disent …"
    if phrases::stands_alone(last) {
        return phrases::at(tokens, end - 1, end, words);
    }
    if last.is(Class::CONJUNCTION) {
        let stop = tokens[low..end].iter().rposition(|token| token.is_sign(":;"));
        return main(tokens, stop.map_or(low, |stop| low + stop + 1), verb, words);
    }
    if last.lower == "on"
        && let Some(side) = pointing::whose_side(tokens, low, end - 1, words)
    {
        return Some(side);
    }
    if last.is(Class::PRONOUN) && !last.is(Class::DETERMINER) || last.is(Class::PRONOUN) && end == verb {
        return phrases::at(tokens, end - 1, end, words);
    }
    ending(tokens, end, low, words)
}

/// "nous assure [le maire], qui croit que": the phrase that ends right before a token.
pub(super) fn right_before(tokens: &[Token<'_>], low: usize, end: usize, words: &Words) -> Option<Mention> {
    let near: Vec<Mention> = (low..end)
        .filter_map(|first| {
            let mention = phrases::at(tokens, first, end, words).filter(|_| phrases::opens(tokens, first))?;
            (mention.core.after == end && !mention.pronoun).then_some(mention)
        })
        .collect();
    // "un appel d'une habitante, qui dit": not the call
    let somebody = near.iter().position(|mention| spoken::is_somebody(tokens, mention)).unwrap_or_default();
    near.into_iter().nth(somebody)
}

/// Before the auxiliaries, pronouns, adverbs and times that stand before a verb.
pub(super) fn skip_back(tokens: &[Token<'_>], verb: usize, low: usize, words: &Words) -> usize {
    let mut end = verb;
    while end > low {
        let token = &tokens[end - 1];
        let phrase = (1..=words.adverbials.longest.min(end - low))
            .rfind(|length| adverbial(tokens, end - length, words) == *length);
        if let Some(length) = phrase {
            end -= length;
            // ", de son côté,"
            let commas =
                end > low && tokens[end - 1].is_sign(",") && tokens.get(end + length).is_some_and(|t| t.is_sign(","));
            end -= usize::from(commas);
            continue;
        }
        if let Some(opening) = clauses::before_aside(tokens, low, end) {
            end = opening;
            continue;
        }
        let enclosed = token.is_sign(",") && end < verb && {
            let opening = tokens[low..end - 1].iter().rposition(|token| token.is_sign(",")).map(|at| low + at);
            opening.is_some_and(|opening| {
                end - 1 - opening <= 5 && adverbial(tokens, opening + 1, words) == end - opening - 2
                    || tokens[opening + 1..end - 1]
                        .iter()
                        .all(|t| t.is(Class::PRONOUN.and(Class::LIGHT).and(Class::TIME)))
            })
        } || token.is_sign(",") && end == verb && {
            let opening = tokens[low..end - 1].iter().rposition(|token| token.is_sign(",")).map(|at| low + at);
            opening.is_some_and(|opening| {
                let inner = &tokens[opening + 1..end - 1];
                let phrase = adverbial(tokens, opening + 1, words) == inner.len() && !inner.is_empty();
                phrase
                    || !inner.is_empty()
                        && inner.iter().all(|t| t.is(Class::PRONOUN.and(Class::LIGHT).and(Class::TIME)))
            })
        };
        if enclosed {
            end = low + tokens[low..end - 1].iter().rposition(|token| token.is_sign(",")).unwrap_or(0);
            continue;
        }
        let chain = token.is(Class::CHAIN) && !token.capital
            || matches!(token.lower.as_ref(), "à" | "de" | "d'") && end >= low + 2 && tokens[end - 2].is(Class::CHAIN);
        let leans = token.is(Class::OBJECT) && !token.hangs && end > low + 1;
        // "de l'établissement" is no adverb
        let noun = token.class == Class::default()
            && end >= low + 2
            && tokens[end - 2].is(Class::DETERMINER.and(Class::BEFORE_NOUN).and(Class::PREPOSITION))
            // "Le même jure que"
            || token.lower == "même" && end >= low + 2 && tokens[end - 2].is(Class::DEFINITE);
        if token.is_word()
            && (token.is(Class::AUXILIARY) || is_light(token) && !noun || chain || leans || token.lower == "été")
        {
            end -= 1;
        } else {
            break;
        }
    }
    end
}

/// The noun phrase that ends before a token, past what stands behind it between commas.
fn ending(tokens: &[Token<'_>], end: usize, low: usize, words: &Words) -> Option<Mention> {
    // "Une demande dont [le préfet] dit"
    let of_which = |token: &Token<'_>| matches!(token.lower.as_ref(), "dont" | "où");
    if let Some(first) = tokens[low..end].iter().rposition(of_which).map(|at| low + at + 1)
        && phrases::opens(tokens, first)
        && let Some(inner) = phrases::at(tokens, first, end, words).filter(|inner| inner.after == end)
    {
        return Some(inner);
    }
    let mut parts = Vec::new();
    let mut close = end;
    let bounded = |at: usize| {
        let token = &tokens[at];
        // "révélé par le film « Sel »,": a mark inside a part
        token.is_mark() && !at.checked_sub(1).is_some_and(|before| tokens[before].is_word())
            || token.kind == Kind::Sign && !token.is_sign("()'&%€$°")
            || token.is(Class::THAT) && !token.capital && !spanish::is_relative(tokens, at, words)
    };
    for _ in 0..6 {
        let sign = (low..close).rev().find(|at| bounded(*at));
        // "Une note, que nous avons lue, décrit": what is told of it between two commas
        let comma = |at: usize| at > low && tokens[at].is_sign(",");
        let told = sign.filter(|sign| tokens[*sign].is(Class::THAT) && comma(close));
        if let Some(told) = told.filter(|told| *told > low + 1 && comma(told - 1)) {
            close = told - 1;
            continue;
        }
        // "Une relectrice, qui veut que son nom soit tu, regrette": what hangs on a relative clause
        let hangs = sign.filter(|sign| tokens[*sign].is(Class::THAT) && comma(close) && *sign > low);
        let relative = hangs.and_then(|that| {
            let sign = tokens[low..that].iter().rposition(|token| token.is_sign(","))? + low;
            (tokens[sign + 1].is(Class::RELATIVE) && sign > low).then_some(sign)
        });
        if let Some(sign) = relative {
            close = sign;
            continue;
        }
        let begin = sign.map_or(low, |sign| sign + 1);
        parts.push((begin, close));
        // ", quand son collègue, Jean Rey, salue": its clause begins there
        let clause = tokens.get(begin).is_some_and(|first| first.is(Class::CONJUNCTION) && !first.is(Class::LIGHT));
        match sign.filter(|sign| tokens[*sign].is_sign(",") && *sign > low && !clause) {
            // the part that ends right before the verb is the subject, unless a comma stands between
            Some(sign)
                if tokens.get(end.wrapping_sub(1)).is_some_and(|token| token.is_sign(",")) || parts.len() > 1 =>
            {
                close = sign
            }
            _ => break,
        }
    }
    let direct = parts.len() == 1;
    parts.reverse();
    // "Alors que les élus votent, le maire, Jean Rey, assure": the clause before is not the subject
    let when = |at: usize| {
        matches!(tokens[at].lower.as_ref(), "alors" | "tandis" | "pendant" | "après" | "bien" | "dès" | "depuis")
    };
    let clause = parts[0].0.checked_sub(2).is_some_and(|at| {
        // "Dans une lettre que nous avons lue, le maire, Jean Rey, assure"
        let relative = spanish::is_relative(tokens, at + 1, words) || !tokens[at].is_sign(",") && !when(at);
        tokens[at + 1].is(Class::THAT) && (when(at) || relative && low == 0)
    });
    if clause && parts.iter().filter(|(begin, close)| begin < close).count() > 2 {
        parts.remove(0);
    }
    for (begin, close) in parts {
        let first = begin + lead(tokens, begin, close, words);
        if first < close && phrases::opens(tokens, first) {
            // "Les élus sont partis et [le maire] a dit": the second of two clauses
            let second = (first + 2..close).rev().find(|at| tokens[at - 1].is(Class::CONJUNCTION));
            let second = second
                .filter(|at| direct && phrases::opens(tokens, *at))
                .filter(|at| tokens[first..*at].iter().any(|token| token.is(Class::AUXILIARY) && !token.capital));
            if let Some(phrase) = second.and_then(|at| phrases::at(tokens, at, close, words))
                && phrase.after >= close
            {
                return Some(phrase);
            }
            let limit = if direct { close } else { end };
            let is_time = |found: &Mention| found.head.is_some_and(|head| tokens[head].is(Class::TIME));
            let phrase = phrases::at(tokens, first, limit, words).filter(|found| !is_time(found));
            return phrase.map(|phrase| appositions::named_before(tokens, &phrase, low, words).unwrap_or(phrase));
        }
        // "Ada Hill, présidente du Comité Local de Lys a dit"
        if direct
            && appositions::names_a_role(tokens, first, words)
            && let Some(comma) = begin.checked_sub(1).filter(|comma| *comma > low && tokens[*comma].is_sign(","))
        {
            let begin =
                tokens[low..comma].iter().rposition(|token| !token.is_word()).map_or(low, |sign| low + sign + 1);
            let name = phrases::at(tokens, begin, comma, words).filter(|_| phrases::opens(tokens, begin));
            if let Some(name) = name.filter(|name| name.name.is_some() && name.core.after == comma) {
                return Some(name);
            }
        }
        // "Dans un entretien le maire a dit"
        if direct {
            let inner = (first + 1..close).find(|at| {
                phrases::opens(tokens, *at) && !tokens[*at - 1].is(Class::PREPOSITION.and(Class::DETERMINER))
            });
            return inner.and_then(|first| phrases::at(tokens, first, close, words));
        }
    }
    None
}

/// How many tokens stand before the noun phrase of a part: "Mais aussi", "mardi".
fn lead(tokens: &[Token<'_>], begin: usize, close: usize, words: &Words) -> usize {
    let mut at = begin;
    while at < close {
        let token = &tokens[at];
        let phrase = adverbial(tokens, at, words).max(ago(tokens, at));
        if phrase > 0 {
            at += phrase;
        } else if token.is(Class::CONJUNCTION) || is_light(token) && !token.is(Class::DETERMINER) {
            at += 1;
        } else if is_time(tokens, at) {
            at += time(tokens, at);
        } else {
            break;
        }
    }
    at - begin
}

/// The subject that a sentence opens with, past what stands before it: "Interrogée mardi, la ministre …".
pub(super) fn main(tokens: &[Token<'_>], low: usize, high: usize, words: &Words) -> Option<Mention> {
    let high = high.min(tokens.len());
    let low = Some(clauses::past_dateline(tokens, low)).filter(|past| *past < high).unwrap_or(low);
    let mut begin = low;
    // "Dans sa parcelle de Lys (Ain) Jean Rey fait un constat"
    let placed = tokens.get(low).is_some_and(|first| first.is(Class::PREPOSITION));
    let name = || {
        // "En cuanto al gol del debutante Luis Rey, …"
        let owned = |at: usize| at > 1 && tokens[at - 2].is(Class::LINK) && !tokens[at - 1].capital;
        let behind = |at: &usize| {
            tokens[at - 1].is_sign(")") || tokens[at - 1].is_word() && !tokens[at - 1].is_name() && !owned(*at)
        };
        let link =
            Class::PREPOSITION.and(Class::DETERMINER).and(Class::CONJUNCTION).and(Class::TITLE).and(Class::HUMAN);
        let until = tokens[low..high]
            .iter()
            .position(|token| token.is_sign(",:") || token.is_mark())
            .map_or(high, |at| low + at);
        let first = (low + 1..until).find(|at| is_full_name(tokens, *at) && behind(at) && !tokens[at - 1].is(link))?;
        phrases::at(tokens, first, high, words)
    };
    if placed && let Some(name) = name() {
        return Some(name);
    }
    for _ in 0..4 {
        let first = begin + lead(tokens, begin, high, words);
        if first < high && phrases::opens(tokens, first) && !appositions::names_agent(tokens, low, first, high, words) {
            return phrases::at(tokens, first, high, words);
        }
        let comma = tokens.get(begin..high)?.iter().take(40).position(|token| token.is_sign(",") || token.is_mark());
        begin += comma? + 1;
    }
    None
}
