//! Where reported words begin and end in their sentence.

use super::complements;
use super::groups::{self, is_light};
use super::phrases::{self, Span};
use super::said;
use super::spanish;
use super::spoken::is_part;
use super::subjects;
use super::times;
use super::tokens::Token;
use super::words::{Class, Noun, Verb, Words};

/// How far behind a verb its "que" may stand.
const THAT: usize = 16;

/// How many tokens may stand between commas before its "que".
const ASIDE: usize = 24;

/// How far from the head of a sentence the verb of its first clause stands.
const FAR: usize = 24;

/// How many tokens the place may have that news open with.
const DATELINE: usize = 9;

/// The first token behind the "que" that belongs to a verb of saying whose group ends before `from`.
pub(super) fn behind_that(tokens: &[Token<'_>], from: usize, verb: Verb, words: &Words) -> Option<usize> {
    // "a indiqué, dans un entretien à la « Gazette », que"
    if tokens.get(from).is_some_and(|token| token.is_sign(",")) {
        let close = tokens.iter().skip(from + 1).take(ASIDE).position(|token| token.is_sign(","));
        let close = close.map(|ahead| from + 1 + ahead).filter(|close| {
            let inside = &tokens[from + 1..*close];
            tokens.get(close + 1).is_some_and(|next| next.is(Class::THAT))
                && !inside.iter().any(|t| t.is(Class::AUXILIARY))
        });
        if let Some(close) = close.filter(|close| close + 2 < tokens.len()) {
            return Some(close + 2);
        }
    }
    let mut at = from;
    // "a averti Israël que": whom it is told
    let told = from.checked_sub(1).is_some_and(|verb| {
        let stems = ["préven", "prévien", "avert", "inform", "alert", "rassur"];
        stems.iter().any(|stem| tokens[verb].lower.starts_with(stem))
    });
    if told && tokens.get(from).is_some_and(Token::is_name) {
        at = phrases::run(tokens, from, tokens.len());
    }
    while at < tokens.len().min(from + THAT) {
        let token = &tokens[at];
        let phrase = groups::adverbial(tokens, at, words);
        if token.is(Class::THAT) {
            let next = at + 1;
            return (next < tokens.len()).then_some(next);
        }
        let if_they = token.lower == "s'" && tokens.get(at + 1).is_some_and(|next| next.lower.starts_with("il"));
        // "a demandé au préfet qui paierait"
        let wonders = from.checked_sub(1).is_some_and(|verb| said::asks(&tokens[verb]));
        if wonders && token.is(Class::WHETHER) && verb.any(Verb::SAYS) {
            return Some(at);
        }
        if wonders
            && matches!(token.lower.as_ref(), "qui" | "quel" | "quelle" | "quels" | "quelles")
            && verb.any(Verb::SAYS)
        {
            return Some(at);
        }
        // "voulait savoir si le bac partirait"
        let wants = || {
            let [.., wants, knows] = &tokens[..from] else { return false };
            knows.lower == "savoir" && ["voul", "veu", "souhait"].iter().any(|stem| wants.lower.starts_with(stem))
        };
        if (token.is(Class::WHETHER) || if_they) && at <= from + 2 && (verb.any(Verb::SAYS) || wants()) {
            return Some(at);
        }
        if token.is(Class::PREPOSITION) && tokens.get(at + 1).is_some_and(|next| next.is(Class::THAT)) {
            return (at + 2 < tokens.len()).then_some(at + 2); // "insistió en que"
        }
        if phrase > 0 {
            at += phrase;
        } else if token.is_sign(",") && !(at > from + 1 && hears(tokens, at - 1)) || is_light(token) || token.hangs {
            at += 1;
        } else if token.is_sign("(") {
            at += tokens[at..].iter().take(THAT).position(|token| token.is_sign(")"))? + 1;
        } else if times::time(tokens, at) > 0 {
            at += times::time(tokens, at);
        } else if token.is(Class::PREPOSITION) {
            at = subjects::behind_preposition(tokens, at, tokens.len());
        } else if token.is_mark() && at > from && tokens[at - 1].is(Class::DETERMINER.and(Class::LINK)) {
            at += 1; // "a déclaré à la « Gazette » que", "à « Sud Phare » que"
        } else if token.is(Class::DETERMINER) && hears(tokens, at + 1) {
            at += 2;
        } else if at > from && is_behind_noun(tokens, at) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// "a prévenu [les habitants] que": somebody who hears it.
fn hears(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|token| token.is(Class::HUMAN.and(Class::LISTENER).and(Class::BODY)) || is_several(token))
}

/// A word for several bodies: "gouvernements".
fn is_several(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "gouvernements" | "ministères" | "partis" | "entreprises" | "associations")
}

/// An adjective behind a noun: "lors d'une conférence [commune]".
fn is_behind_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    token.is_word() && token.class == Class::default() && token.verb == Verb::default() && before.is_word()
}

/// Where words end that begin at a token, behind the "que" of a report.
pub(super) fn end(tokens: &[Token<'_>], first: usize, words: &Words) -> usize {
    let last = last(tokens);
    let mut depth = 0_usize;
    for at in first + 1..last {
        let token = &tokens[at];
        if token.is_sign("(") {
            depth += 1;
        } else if token.is_sign(")") {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        }
        if depth > 0 {
            continue;
        }
        let quotes = token.is_sign(":") && tokens.get(at + 1).is_some_and(|next| next.is_mark() && !is_part(next));
        if token.is_sign(";") || quotes {
            return at;
        }
        let opens_new = token.is_sign(",") && leaves(tokens, at + 1, words)
            || token.is(Class::CONJUNCTION)
                && matches!(token.lower.as_ref(), "et" | "mais" | "y" | "e" | "pero" | "puis")
                && says_anew(tokens, at + 1, words);
        if opens_new {
            return at - usize::from(tokens[at - 1].is_sign(",") && at > first + 1);
        }
        if token.is_sign("—–") && at > first + 2 {
            return at;
        }
    }
    last
}

/// "faute de quoi[, prévient-il, le dépôt fermera]", "laquelle": whether words only lead to what follows them.
pub(super) fn only_leads(tokens: &[Token<'_>]) -> bool {
    let joins = Class::CONJUNCTION.and(Class::LIGHT).and(Class::RELATIVE).and(Class::THAT).and(Class::PREPOSITION);
    let leads = |token: &Token<'_>| {
        token.is(joins)
            || matches!(token.lower.as_ref(), "faute" | "quoi" | "motif" | "sinon" | "sorte" | "titre" | "parce")
    };
    // "rien de plus": part of what is said
    if tokens.iter().any(|token| token.lower == "rien") {
        return false;
    }
    (1..=4).contains(&tokens.len()) && tokens.iter().all(leads)
}

/// "L'homme, qui dit avoir agi seul[,] a été libéré": where a relative clause with a verb of saying gives way to the main one.
pub(super) fn end_of_relative(tokens: &[Token<'_>], verb: usize, first: usize, end: usize) -> Option<usize> {
    let before = tokens[..verb].iter().rev().take(ASIDE).position(|token| !token.is_word())?;
    let comma = verb - 1 - before;
    let relative = tokens.get(comma + 1).filter(|next| tokens[comma].is_sign(",") && next.lower == "qui");
    relative?;
    let main = |at: usize| {
        tokens.get(at + 1).is_some_and(|next| {
            next.is(Class::AUXILIARY)
                || next.is(Class::OBJECT) && !next.is(Class::DETERMINER)
                || next.verb.any(Verb::FINITE)
        })
    };
    (first + 1..end).find(|at| tokens[*at].is_sign(",") && main(*at))
}

/// The end of a sentence without its last sign.
pub(super) fn last(tokens: &[Token<'_>]) -> usize {
    tokens.iter().rposition(|token| !token.is_sign(".!?…;")).map_or(0, |last| last + 1)
}

/// Whether what stands behind a comma is no part of the report: ", ajoutant que", ", a-t-il dit", ", lors d'une visite".
pub(super) fn leaves(tokens: &[Token<'_>], at: usize, words: &Words) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let gerund = token.verb.any(Verb::GERUND) && token.verb.any(Verb::CUE.and(Verb::NAMES));
    let circumstance = words.circumstances.at(tokens, at) > 0;
    let conjunction = usize::from(token.is(Class::CONJUNCTION));
    // ", tandis que le syndicat maintient que …", ", alors que les élus parlent de …": what somebody else says
    let of_it = |next: &Token<'_>| next.is(Class::THAT) || matches!(next.lower.as_ref(), "de" | "d'") || next.is_mark();
    let takes = |pair: &[Token<'_>]| {
        let names = pair[0].verb.any(Verb::NAMES) && of_it(&pair[1]);
        pair[0].verb.any(Verb::FINITE) && (pair[0].verb.any(Verb::SAYS) && pair[1].is(Class::THAT) || names)
    };
    let against = matches!(token.lower.as_ref(), "tandis" | "alors" | "mientras")
        && tokens.get(at + 1).is_some_and(|next| next.is(Class::THAT))
        && tokens[at + 2..].windows(2).any(takes);
    let inverted = groups::inverted(tokens, at, words, false)
        .is_some_and(|said| said.source.is_some() && said.takes.any(Verb::SAYS));
    // ", ce que le parquet dément": what somebody else says of it
    let judged = matches!(token.lower.as_ref(), "ce" | "lo")
        && tokens.get(at + 1).is_some_and(|next| next.is(Class::THAT.and(Class::RELATIVE)))
        && tokens[at + 2..]
            .iter()
            .take_while(|token| !token.is_mark())
            .any(|token| token.verb.any(Verb::FINITE) && token.verb.any(Verb::CUE.and(Verb::NAMES)));
    gerund
        || circumstance
        || against
        || judged
        || inverted
        || sums_up(tokens, at)
        || conjunction > 0 && says_anew(tokens, at + 1, words)
}

/// ", une sanction que le club conteste", ", versión que niega el puerto": what the narrator tells of all that was said.
fn sums_up(tokens: &[Token<'_>], at: usize) -> bool {
    let article = usize::from(tokens[at].is(Class::INDEFINITE) && !tokens[at].is(Class::PLURAL));
    let noun = at + article;
    let small = Class::PREPOSITION.and(Class::DETERMINER).and(Class::CONJUNCTION).and(Class::PRONOUN);
    let small = small.and(Class::LIGHT).and(Class::RELATIVE).and(Class::AUXILIARY).and(Class::HUMAN).and(Class::BODY);
    let plain = |token: &&Token<'_>| token.is_word() && !token.capital && !token.is(small);
    let Some(told) = tokens.get(noun).filter(plain) else { return false };
    let that = tokens.get(noun + 1);
    let bare = article == 1 || told.noun.any(Noun::WORDING.and(Noun::ANNOUNCING));
    bare && that.is_some_and(|that| that.is(Class::THAT))
}

/// ", mais se réserve un recours", "y evitó hablar": where whoever has said what an infinitive tells does something else.
pub(super) fn does_more(tokens: &[Token<'_>], first: usize, end: usize) -> Option<usize> {
    (first + 1..end.saturating_sub(1)).find(|at| {
        let joins = matches!(tokens[*at].lower.as_ref(), "et" | "mais" | "y" | "pero");
        let joins = joins && tokens[*at].is(Class::CONJUNCTION);
        let leans = |token: &&Token<'_>| {
            token.is(Class::OBJECT) && !token.is(Class::DETERMINER)
                || matches!(token.lower.as_ref(), "se" | "s'" | "ne" | "n'")
        };
        let lean = tokens.iter().skip(at + 1).take(3).take_while(leans).count();
        let verb = at + 1 + lean;
        let tensed = |token: &Token<'_>| {
            let infinitive = complements::is_infinitive(tokens, verb);
            token.is(Class::AUXILIARY)
                || lean > 0 && token.is_word() && !token.capital && !infinitive
                || token.verb.any(Verb::FINITE) && !token.verb.any(Verb::PARTICIPLE) && token.class == Class::default()
        };
        joins && tokens.get(verb).is_some_and(tensed)
    })
}

/// Whether a second verb of saying opens at a token, with the same subject: "et [a ajouté]", "et [réclame]".
fn says_anew(tokens: &[Token<'_>], at: usize, words: &Words) -> bool {
    let first = at + usize::from(tokens.get(at).is_some_and(|token| token.is(Class::PRONOUN)));
    // "les courriels et la note de presse"
    let article = tokens.get(first).is_some_and(|token| token.is(Class::DETERMINER));
    let again = tokens
        .get(first)
        .is_some_and(|token| token.verb.any(Verb::PARTICIPLE) && token.verb.any(Verb::SAYS) && token.is_word());
    if again && tokens.get(first + 1).is_some_and(|next| next.is(Class::THAT)) {
        return true;
    }
    groups::at(tokens, first, words, false).is_some_and(|group| {
        let next = tokens.get(group.cue.after);
        let says = group.takes.any(Verb::SAYS.and(Verb::NAMES));
        says && next.is_some_and(|next| {
            let object = next.is(Class::DETERMINER.and(Class::PREPOSITION)) && !article;
            // "y le preguntó si …", "y recomienda ampliar …"
            let asks = next.is(Class::WHETHER) && group.takes.any(Verb::SAYS);
            let does = group.takes.any(Verb::DOES) && complements::is_infinitive(tokens, group.cue.after);
            let bare = group.takes.any(Verb::ASKS) && spanish::is_bare_noun(tokens, group.cue.after);
            let told = asks || does || bare || next.is(Class::THAT) || next.lower == "plus";
            told || object || next.is_sign(":,") || next.is_mark()
        })
    })
}

/// Where words begin that end before a token, "…, a dit Ada Hill": behind the last colon or bracket, else at `low`.
pub(super) fn begin(tokens: &[Token<'_>], low: usize, close: usize) -> usize {
    let stop = tokens[low..close].iter().rposition(|token| token.is_sign(":;"));
    let bracket = tokens[low..close].iter().rposition(|token| token.is_sign("()"));
    let bracket = bracket.filter(|at| tokens[low + at].is_sign("("));
    let mut first = stop.max(bracket).map_or(low, |stop| low + stop + 1);
    // "DAKAR (AFP) - …": the place that news open with
    let dash = tokens[first..close].iter().take(DATELINE).position(|token| token.is_sign("-–—"));
    if let Some(dash) = dash.filter(|dash| low == 0 && !tokens[first..first + dash].iter().any(Token::is_mark)) {
        first += dash + 1;
    }
    while first < close && tokens[first].is_sign(",.—–-)") {
        first += 1;
    }
    first
}

/// "Abidjan, 10 avril (AIP) - …": behind the place that news open with.
pub(super) fn past_dateline(tokens: &[Token<'_>], low: usize) -> usize {
    let dash = tokens.iter().take(2 * DATELINE).position(|token| token.is_sign("-–—") || token.is_mark());
    let dash = dash.filter(|dash| low == 0 && *dash > 0 && tokens[*dash].is_sign("-–—"));
    dash.filter(|dash| tokens[dash - 1].is_sign(")")).map_or(low, |dash| dash + 1)
}

/// The tokens from `first` on without commas at their ends.
pub(super) fn trimmed(tokens: &[Token<'_>], first: usize, after: usize) -> Span {
    let (mut first, mut after) = (first, after.min(tokens.len()));
    while first < after && tokens[first].is_sign(",:;—–") {
        first += 1;
    }
    while first < after && tokens[after - 1].is_sign(",:;.—–") {
        after -= 1;
    }
    Span { first, after }
}

/// Whether a verb stands in the subordinate clause that its sentence opens with: "Alors que …".
pub(super) fn opens_subordinate(tokens: &[Token<'_>], verb: usize) -> bool {
    let first = tokens.first().map_or("", |first| first.lower.as_ref());
    let opens = matches!(
        first,
        "alors"
            | "tandis"
            | "quand"
            | "lorsque"
            | "lorsqu'"
            | "bien"
            | "après"
            | "depuis"
            | "puisque"
            | "puisqu'"
            | "si"
            | "cuando"
            | "aunque"
    );
    let that = tokens.iter().take(3).any(|token| token.is(Class::THAT))
        || first.starts_with("lors")
        || first.starts_with("puis");
    opens && (that || matches!(first, "quand" | "si" | "cuando" | "aunque")) && verb < FAR
}

pub(super) fn is_nothing(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.lower.as_ref(), "rien" | "personne" | "ni" | "c'" | "l'"))
}

/// "ceux qui[,] dans son camp, lui reprochent": where the aside opens that a comma closes before `end`.
pub(super) fn before_aside(tokens: &[Token<'_>], low: usize, end: usize) -> Option<usize> {
    let close = end.checked_sub(1).filter(|close| *close > low && tokens[*close].is_sign(","))?;
    let opening = low + tokens[low..close].iter().rposition(|token| token.is_sign(","))?;
    let inner = &tokens[opening + 1..close];
    let plain = inner.iter().all(|token| token.is_word() && token.verb == Verb::default());
    let placed = inner.first().is_some_and(|first| first.is(Class::PREPOSITION)) && inner.len() <= ASIDE;
    (opening > low && tokens[opening - 1].is(Class::RELATIVE) && placed && plain).then_some(opening)
}
