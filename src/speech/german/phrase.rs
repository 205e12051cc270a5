//! German noun phrases, read from their opening word on: article, what describes the noun, the noun or the name, and what
//! hangs on it ("die Sprecherin [der Bank]"). Every noun has a capital, so that no word classes are needed.

use super::super::lexicon::{Classes, Kind};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::agreement;
use super::attribute::{attributed, behind_attribute, past_age};
use super::mood;
use super::opener::{is_adverb, leads_in, lists_adjectives};
use super::some::{are_some, is_one_of_them};
use super::when::{is_time, past_date, past_day};

/// How many phrases may hang on one another: "der Sprecher der Chefin der Bank".
pub(super) const DEPTH: usize = 3;

/// How many words may describe a noun.
pub(super) const DESCRIBING: usize = 6;

/// How long a title is at most that is part of a phrase, in bytes: 'die Zeitung „Bote“'.
pub(super) const TITLE: usize = 40;

/// Whether a token is a noun or a part of a name; a site on the net too.
pub(super) fn is_noun(token: &Token<'_>) -> bool {
    let site = || token.text.contains('.') && token.text.contains(char::is_alphabetic) && token.text.len() > 4;
    let hyphened = || token.text.rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_uppercase));
    token.word
        && token.kind.is_none()
        && (token.text.starts_with(char::is_uppercase) || token.capital || site() || hyphened())
}

/// Whether a small word may stand between an article and its noun: "neue", "25-jährige", "rund 30", "staatlich".
pub(super) fn describes(token: &Token<'_>) -> bool {
    token.word
        && token.mark().is_none()
        && token.kind.is_none()
        && !is_noun(token)
        && token.strength == 0.0
        && !mood::is_reporting_form(&token.lower)
}

/// Whether a word may stand right before a noun: "neue", "30".
pub(super) fn is_adjective(token: &Token<'_>) -> bool {
    let ending = || ["e", "en", "er", "es", "em"].iter().any(|ending| token.lower.ends_with(ending));
    describes(token) && (ending() || token.text.starts_with(char::is_numeric))
}

/// Whether a token opens a noun phrase.
pub(super) fn is_article(token: &Token<'_>) -> bool {
    token.is(Classes::DETERMINER.and(Classes::POSSESSIVE))
}

/// Whether a small word may join the parts of a name: "Till van Born", "Amina al Rashid".
pub(super) fn joins_name(token: &Token<'_>) -> bool {
    let word = token.lower.as_ref();
    matches!(word, "von" | "van" | "de" | "al" | "bin" | "zu" | "&" | "del" | "da" | "ben" | "el" | "la" | "di")
}

/// Whether a phrase is a full name and nothing else, though small words may join its parts.
pub(super) fn is_full_name(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let inside = phrase.of(tokens);
    let ends = inside.first().is_some_and(|first| first.capital) && inside.last().is_some_and(|last| last.capital);
    inside.len() >= 2 && ends && inside.iter().all(|token| token.capital || joins_name(token))
}

/// Whether a phrase holds a name.
pub(super) fn is_named(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    phrase.of(tokens).iter().any(|token| token.capital && is_noun(token))
}

/// Whether a phrase ends in a name that its noun leads to: 'den Wirt Ulf Hill'.
pub(super) fn opens_named(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    head(tokens, phrase).is_some_and(|head| {
        tokens.get(head + 1).is_some_and(|next| head + 1 < phrase.after && next.capital && is_noun(next))
    })
}

/// Whether a phrase is a name by itself or ends in one: 'Ulf Hill', 'der Wirt Ulf Hill', but not 'der Wirt der Alten Post'.
pub(super) fn ends_in_name(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    opens_named(tokens, phrase) || is_named(tokens, phrase) && !is_article(&tokens[phrase.first])
}

/// Whether a word tells how many: 'zwei [mit der Sache vertraute] Wirte'.
pub(super) fn is_numeral(lower: &str) -> bool {
    const NUMERALS: [&str; 11] =
        ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    NUMERALS.contains(&lower)
}

/// The noun phrase that opens with token `at`.
pub(super) fn noun_phrase(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    phrase(tokens, at, DEPTH)
}

/// Whether the next of several nouns opens at a token: 'Hagel, Sturm und Flut', 'Hagel, drohende Flut und Sturm'.
pub(super) fn opens_list_item(tokens: &[Token<'_>], at: usize) -> bool {
    let noun = |at: usize| tokens.get(at).is_some_and(is_noun);
    noun(at) || tokens.get(at).is_some_and(is_adjective) && noun(at + 1)
}

pub(super) fn phrase(tokens: &[Token<'_>], at: usize, depth: usize) -> Option<Phrase> {
    let articles = articles(tokens.get(at..)?);
    let described = at + articles;
    let light = |token: &Token<'_>| articles > 0 && matches!(token.kind, Some(Kind::Adverb | Kind::Negation));
    let describing = tokens.get(described..)?.iter().take(DESCRIBING);
    let describing = describing.take_while(|token| describes(token) || light(token)).count();
    let noun = described + describing;
    let counted = || {
        let counts = depth > 0 && tokens.get(at).is_some_and(|token| is_numeral(&token.lower));
        if counts { behind_attribute(tokens, at + 1) } else { None }
    };
    let noun = if articles > 0 { attributed(tokens, past_age(tokens, noun), depth) } else { counted().unwrap_or(noun) };
    let head = tokens.get(noun)?;
    let is_head = is_noun(head) || articles > 0 && head.mark().is_some();
    if !is_head || noun > described && !is_adjective(&tokens[noun - 1]) {
        return None;
    }
    let opens = noun == 0 && tokens.get(1).is_none_or(|next| !next.capital);
    // 'Berichten der Nachbarn zufolge'
    let hangs = tokens.get(1).is_some_and(|next| matches!(next.lower.as_ref(), "der" | "des" | "von" | "zufolge"));
    let leads = || head.strength > 0.0 && !hangs || leads_in(tokens) || lists_adjectives(tokens);
    if opens && (is_adverb(&head.lower) || leads()) {
        return None;
    }
    if let Some(after) = past_day(tokens, at, noun) {
        return Some(Phrase { first: at, after });
    }
    let mut after = noun + 1;
    while let Some(token) = tokens.get(after) {
        let joins = joins_name(token)
            && token.text.starts_with(char::is_lowercase)
            && tokens[after - 1].capital
            && tokens.get(after + 1).is_some_and(|next| next.capital && is_noun(next));
        // 'Pablo de la Vega'
        let pair_joins = joins_name(token)
            && tokens[after - 1].capital
            && tokens
                .get(after + 1)
                .is_some_and(|next| matches!(next.lower.as_ref(), "la" | "las" | "los" | "der" | "den"))
            && tokens.get(after + 2).is_some_and(|next| next.capital && is_noun(next))
            && !matches!(token.lower.as_ref(), "von" | "zu" | "&");
        if pair_joins {
            after += 3;
            continue;
        }
        let titled = token.mark().is_some_and(|mark| mark.end - mark.start < TITLE)
            && !tokens[after - 1].capital
            && tokens.get(after + 1).is_some_and(|next| next.word || next.text == ",");
        // 'CDU/CSU-Fraktion'
        let pair = token.text == "/"
            && token.start == tokens[after - 1].end
            && tokens.get(after + 1).is_some_and(|next| is_noun(next) && next.start == token.end);
        if pair {
            after += 2;
            continue;
        }
        if let Some(joint) = past_hyphen(tokens, after).or_else(|| owned(tokens, noun, after)) {
            after = joint;
            continue;
        }
        if !(is_noun(token) || joins || titled) {
            break;
        }
        after += 1;
    }
    // 'sagte Ada Hill der Zeitung'
    let told = articles == 0 && at > 0 && tokens[at - 1].strength >= 0.6 && tokens[after - 1].capital;
    if told && hears(tokens, after) {
        return Some(Phrase { first: at, after });
    }
    Some(Phrase { first: at, after: hanging(tokens, after, depth) })
}

/// Whether a paper that somebody tells something stands at a token: 'der Zeitung', 'dieser Zeitung', 'der LYS-„Schau“'.
fn hears(tokens: &[Token<'_>], at: usize) -> bool {
    const PAPERS: [&str; 6] = ["zeitung", "agentur", "presse", "post", "zeitschrift", "rundschau"];
    let article = tokens.get(at).is_some_and(|token| matches!(token.lower.as_ref(), "der" | "dieser"));
    let Some(noun) = (at + 1..tokens.len().min(at + 4)).find(|at| !is_adjective(&tokens[*at])).filter(|_| article)
    else {
        return false;
    };
    let paper = PAPERS.iter().any(|paper| tokens[noun].lower.ends_with(paper));
    let titled = |at: usize| tokens.get(at).is_some_and(|token| token.mark().is_some());
    paper || titled(noun) || titled(noun + 1) || titled(noun + 2) && tokens[noun + 1].text == "-"
}

/// How many articles open a phrase: one in 'die Wirte', two in 'einer der Wirte', one in 'der die Agentur' and 'das seiner
/// Meinung nach', where the first is a relative.
fn articles(inside: &[Token<'_>]) -> usize {
    let definite = |token: &Token<'_>| matches!(token.lower.as_ref(), "der" | "die" | "das" | "den" | "dem" | "des");
    let relative = inside.first().is_some_and(definite)
        && inside.get(1).is_some_and(|next| definite(next) || next.is(Classes::POSSESSIVE));
    inside.iter().take(if relative { 1 } else { 2 }).take_while(|token| is_article(token)).count()
}

/// The noun of a phrase: of 'der in Linz geborene Wirt der Mühle' the landlord.
pub(super) fn head(tokens: &[Token<'_>], phrase: Phrase) -> Option<usize> {
    let inside = phrase.of(tokens);
    let articles = articles(inside);
    let light = |token: &Token<'_>| articles > 0 && matches!(token.kind, Some(Kind::Adverb | Kind::Negation));
    let describing = inside[articles..].iter().take_while(|token| describes(token) || light(token)).count();
    let mut noun = attributed(tokens, past_age(tokens, phrase.first + articles + describing), DEPTH);
    while let Some(joint) = past_hyphen(tokens, noun + 1).filter(|joint| *joint < phrase.after) {
        noun = joint;
    }
    (noun < phrase.after && is_noun(&tokens[noun])).then_some(noun)
}

/// Past a hyphen that leaves a part of a word out: 'Landes[- und] Klubobmann', 'Wirtschafts[-, Finanz- und] Bankensprecher'.
fn past_hyphen(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let hyphen = tokens.get(at)?;
    let word = &tokens[at.checked_sub(1)?];
    let joins = tokens.get(at + 1).is_some_and(|next| matches!(next.text, "und" | "oder" | "sowie" | "," | "&"));
    let noun = tokens.get(at + 1 + usize::from(joins)).is_some_and(is_noun);
    (hyphen.is_sign("-–") && hyphen.start == word.end && noun).then_some(at + 1 + usize::from(joins))
}

/// Past what a name in the genitive owns, which its adjective tells from the name: 'Hills [langjähriger Wirt]'.
fn owned(tokens: &[Token<'_>], owner: usize, at: usize) -> Option<usize> {
    let name = &tokens[owner];
    // 'in Lys höhere Preise'
    let within = owner.checked_sub(1).is_some_and(|before| tokens[before].is(Classes::PREPOSITION));
    let owns = at == owner + 1 && name.capital && !within && super::is_genitive(name.text);
    let describing = tokens[at..].iter().take(DESCRIBING).take_while(|token| is_adjective(token)).count();
    let noun = tokens.get(at + describing).filter(|_| owns && describing > 0)?;
    let agrees = tokens[at + describing - 1].lower.ends_with(['e', 'r', 's']);
    (agrees && is_noun(noun)).then_some(at + describing)
}

/// Where the phrase ends whose noun ends before token `after`: past "der Bank", "von Linz", "und Ada Hill".
fn hanging(tokens: &[Token<'_>], after: usize, depth: usize) -> usize {
    let (Some(joint), Some(depth)) = (tokens.get(after), depth.checked_sub(1)) else { return after };
    let acronym = after.checked_sub(1).is_some_and(|last| is_acronym(tokens[last].text));
    let inner = match joint.lower.as_ref() {
        "der" | "des" if acronym => None,
        "der" | "des" | "eines" | "einer" | "dieser" | "seiner" | "ihrer" | "seines" | "ihres" => {
            phrase(tokens, after, depth)
        }
        "von" | "vom" | "für" | "und" | "sowie" | "&" => phrase(tokens, after + 1, depth),
        _ => None,
    };
    // 'hat der Rat von einem „Unfall“ gesprochen', 'nach Ansicht der Wirte des „Unfugs“ schuldig'
    let said = |inner: &Phrase| {
        let marked = inner.of(tokens).iter().find(|token| is_noun(token) || token.mark().is_some());
        let predicate = |next: &Token<'_>| describes(next) && !next.lower.ends_with(['t', 'e', 'n']);
        let governed = tokens.get(inner.after).is_some_and(predicate);
        marked.is_some_and(|head| head.mark().is_some()) && (governed || tokens[inner.first].lower.starts_with("ein"))
    };
    let inner = inner.filter(|inner| !said(inner));
    inner.map_or(after, |inner| inner.after)
}

/// Whether a word is an acronym, on which no genitive hangs: 'laut BMI der Verbesserung dienen'.
pub(super) fn is_acronym(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
}

/// Past a bracket that belongs to a phrase: "Ada Hill [(CDU)]".
pub(super) fn past_bracket(tokens: &[Token<'_>], after: usize) -> usize {
    if tokens.get(after).is_none_or(|token| token.text != "(") {
        return after;
    }
    let inside = tokens.iter().skip(after).take(8).position(|token| token.text == ")");
    inside.map_or(after, |length| after + length + 1)
}

/// A noun phrase or a pronoun that may be a subject, from token `at` on.
pub(super) fn subject(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    // 'sagte einer von ihnen'
    if is_one_of_them(tokens, at) {
        return Some(Phrase { first: at, after: at + 3 });
    }
    // 'schrieben die beiden auf der Karte'
    if are_some(tokens, at) {
        return Some(Phrase { first: at, after: at + 2 });
    }
    if let Some(phrase) = noun_phrase(tokens, at) {
        return (agreement::could_be_subject(tokens, phrase) && !is_time(tokens, phrase)).then_some(phrase);
    }
    // 'sagen alle in Lys', but not 'findet alle zwei Jahre statt'
    let by_itself = || tokens.get(at + 1).is_none_or(|next| !describes(next) && !is_noun(next));
    if matches!(token.lower.as_ref(), "alle" | "manche") && by_itself() {
        return Some(Phrase::one(at));
    }
    // 'rief jemand aus den hinteren Reihen'
    if matches!(token.lower.as_ref(), "jemand" | "niemand") {
        let from = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_ref(), "aus" | "von" | "vom" | "im"));
        let whence = if from { noun_phrase(tokens, at + 2) } else { None };
        return Some(whence.map_or(Phrase::one(at), |whence| Phrase { first: at, ..whence }));
    }
    // 'Und Ada? Die sagt nur …'
    let points = matches!(token.lower.as_ref(), "der" | "die")
        && (at == 0 || at == 1 && matches!(tokens[0].lower.as_ref(), "und" | "aber" | "doch"))
        && tokens.get(at + 1).is_some_and(|verb| verb.strength > 0.0 && verb.text.starts_with(char::is_lowercase));
    if points {
        return Some(Phrase::one(at));
    }
    matches!(
        token.lower.as_ref(),
        "er" | "sie"
            | "wir"
            | "ich"
            | "man"
            | "dieser"
            | "diese"
            | "jener"
            | "beide"
            | "viele"
            | "einige"
            | "andere"
            | "letztere"
            | "letzterer"
            | "ersterer"
    )
    .then(|| Phrase::one(at))
}

/// A subject, or a short passage in marks that names a paper: 'schrieb „Die Zeit“'.
pub(super) fn subject_or_title(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    let titled = || tokens.get(at).and_then(Token::mark).is_some_and(|mark| mark.end - mark.start < TITLE);
    subject(tokens, at).or_else(|| titled().then(|| Phrase::one(at)))
}

/// Past what may stand between a verb and its subject: adverbs, objects, "am Montag", "in einem Brief an die Eltern".
pub(super) fn past_light(tokens: &[Token<'_>], at: usize) -> usize {
    let mut at = at;
    for _ in 0..8 {
        let Some(token) = tokens.get(at).filter(|token| token.mark().is_none()) else { break };
        let object = matches!(
            token.lower.as_ref(),
            "sich"
                | "ihn"
                | "ihm"
                | "ihnen"
                | "mir"
                | "uns"
                | "es"
                | "dazu"
                | "hierzu"
                | "darüber"
                | "dies"
                | "das"
                | "so"
        ) && noun_phrase(tokens, at).is_none();
        if token.is(Classes::PREPOSITION) || token.lower == "als" && noun_phrase(tokens, at + 1).is_some() {
            let inner = noun_phrase(tokens, at + 1);
            at = inner.map_or(at + 1, |inner| past_date(tokens, past_bracket(tokens, inner.after)));
            if inner.is_none() && tokens.get(at).is_some_and(|next| next.word && !next.is(Classes::DETERMINER)) {
                at += 1;
            }
        } else if object || matches!(token.kind, Some(Kind::Adverb | Kind::Negation)) && !(is_noun(token) && at > 0) {
            at += 1;
        } else if matches!(token.lower.as_ref(), "den" | "dem" | "einen" | "einem")
            && let Some(object) = noun_phrase(tokens, at)
        {
            at = object.after;
        } else {
            break;
        }
    }
    at
}
