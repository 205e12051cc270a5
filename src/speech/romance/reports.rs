//! What a verb of saying reports in its sentence: "…, a déclaré Ada Hill", "il ajoute que …".

use super::according::past_according;
use super::clauses;
use super::complements;
use super::drafts::{Reading, Source};
use super::groups;
use super::phrases::{self, Mention, Span};
use super::reporters::{is_thing, subject};
use super::spanish;
use super::spoken;
use super::subjects;
use super::tokens::{self, Token};
use super::unsaid::{self, hears, is_untold, learns, raises, sees, turns_out};
use super::words::{Class, Tongue, Verb, Words};

/// Verbs that report what stands behind them.
const REPORTS: Verb = Verb::SAYS.and(Verb::CHAINED).and(Verb::DOES).and(Verb::MOVES).and(Verb::ASKS);

/// The fewest words of a report that no quotation marks show, and of one before a verb that rather stands beside marks.
const SHORTEST: usize = 3;
const CLAUSE: usize = 6;

/// Words before a verb that comes before its subject: "« … », a déclaré Ada Hill".
pub(super) fn before_verbs(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let mut low = 0;
    let mut at = 1;
    while at < tokens.len() {
        let before = &tokens[at - 1];
        let comma = before.is_sign(",—–-");
        let marked = before.is_mark() || comma && at > 1 && tokens[at - 2].is_mark();
        if !(comma || before.is_mark()) || tokens[at].is_sign(",—–-") {
            at += 1;
            continue;
        }
        let close = at - usize::from(comma);
        // "Le groupe, qui se fait appeler « Lynx », revendique …": a name, and no words of anybody
        let called = close > 1 && tokens[close - 1].is_mark() && tokens[close - 2].lower.starts_with("appel");
        if called && tokens[close - 2].is_word() {
            at += 1;
            continue;
        }
        let Some(said) = groups::inverted(tokens, at, words, marked).filter(|said| {
            let quotes = tokens.get(said.after).is_some_and(|next| next.is_sign(","))
                && tokens.get(said.after + 1).is_some_and(Token::is_mark);
            // "…, la llamada «ruta del sur», seguía cerrada": a name, and nobody behind the verb
            let name = marked && comma && said.source.is_none() && at > 1 && unsaid::names(tokens, at - 2);
            let named = said.source.is_some() && (said.takes.any(Verb::SAYS) || quotes || closes(tokens, said, words));
            marked && !name || named || !marked && spanish::is_put_in(tokens, said, words)
        }) else {
            at += 1;
            continue;
        };
        let begin = clauses::begin(tokens, low, close);
        // "Il faut payer, faute de quoi, prévient-il, le dépôt fermera": only what follows is said here
        let parted = tokens[begin..close].iter().rposition(|token| token.is_sign(",")).map(|comma| begin + comma + 1);
        let leading = parted.filter(|first| !marked && clauses::only_leads(&tokens[*first..close]));
        let begin = leading.unwrap_or(begin);
        let subject = phrases::at(tokens, begin, tokens.len(), words).filter(|_| phrases::opens(tokens, begin));
        let somebody = said.source.as_ref().map_or(said.silent, |source| is_somebody(tokens, source, words));
        // "Le maire, Jean Rey, a contesté les faits": what stands before the verb is its subject
        let hangs = said.source.as_ref().is_some_and(|source| tokens[source.core.first].hangs);
        // "Ceux qui craignent « le chaos » ont demandé la fermeture": no comma, and nobody behind the verb
        let ended =
            at.checked_sub(1).is_some_and(|mark| tokens::body(tokens[mark].text).ends_with(['.', '!', '?', '…']));
        let loose = marked && !comma && !ended && !somebody && said.source.is_some();
        // "Les élus, qui craignent « le pire », ont déposé un recours": what they did, and nobody behind the verb
        let done = said.source.as_ref().is_some_and(|source| tokens[source.core.first].is(Class::INDEFINITE));
        // "trente ans de « chaîne », regardait les grues partir"
        let word = marked
            && at > 1
            && tokens[..at].iter().rfind(|token| token.is_mark()).is_some_and(|mark| {
                let body = tokens::body(mark.text);
                spoken::is_part(mark) && body.split_whitespace().nth(1).is_none()
            });
        let unknown = !somebody && !tokens[said.cue.after - 1].verb.any(Verb::CUE);
        let loose = loose || (done || word) && marked && unknown;
        // "Le vote, résume Ada Hill, « est nul »"
        let quotes = tokens.get(said.after).is_some_and(|next| next.is_sign(","))
            && tokens.get(said.after + 1).is_some_and(Token::is_mark);
        let apart = || quotes || rest_behind(tokens, Span { first: begin, after: close }, &said, words).is_some();
        let whole_subject = !hangs && subject.is_some_and(|subject| subject.after >= close);
        if loose || !marked && (!somebody || whole_subject && !apart()) {
            at += 1;
            continue;
        }
        // "le président, Jean Rey, a exhorté, lundi, les élus à voter"
        let comma = tokens[low..close].iter().rposition(|token| token.is_sign(",")).map(|sign| low + sign + 1);
        let apposed = comma.filter(|first| phrases::opens(tokens, *first));
        let apposed = apposed.and_then(|first| phrases::at(tokens, first, close, words));
        if !marked
            && apposed.is_some_and(|name| name.core.after >= close)
            && tokens.get(said.cue.after).is_some_and(|next| next.is_sign(","))
        {
            at += 1;
            continue;
        }
        let content = whole(tokens, past_according(tokens, begin, words), close, marked);
        // "Ada Hill a nié avoir menti, comme l'a écrit la presse"
        // "En effet, comme l'explique Ada Hill, …": nothing is said yet
        let lead = || content.of(tokens).iter().filter(|token| token.is_word()).count() < SHORTEST;
        if tokens[at].lower == "comme" && (reports_itself(tokens, content, words) || !marked && lead()) {
            at += 1;
            continue;
        }
        // "…, a constaté un journaliste de l'AFP", "…, a appris Le Phare": seen or heard, not said
        if sees(tokens, &said) || !marked && hears(tokens, &said) {
            at = said.after.max(at + 1);
            continue;
        }
        let words_in = content.of(tokens).iter().filter(|token| token.is_word()).count();
        let rest = if marked { None } else { rest_behind(tokens, content, &said, words) };
        if leading.is_some() && rest.is_none() {
            if let Some(source) = said.source {
                goes_on(reading, said.after, said.cue, Source::Named(source), words);
            }
            at = said.after.max(at + 1);
            low = said.after;
            continue;
        }
        let long = rest.is_some() || words_in >= SHORTEST || content.of(tokens).iter().any(Token::is_mark);
        let says = marked || said.takes.any(Verb::SAYS) || closes(tokens, &said, words) && words_in >= CLAUSE;
        if content.after > content.first && (marked || long) && says {
            let plural = tokens[said.cue.after - 1].verb.any(Verb::PLURAL);
            let known = said.takes.any(Verb::SAYS);
            let source = match said.source {
                Some(source) => Source::Named(source),
                None if said.silent => Source::Silent { plural },
                None => Source::Open,
            };
            let sure = if known { 0.98 } else { 0.95 };
            // "Or, a-t-il dit, le bac est vendu": nothing is said yet
            let light = |token: &Token<'_>| token.is(Class::CONJUNCTION.and(Class::LIGHT));
            let placed = content.of(tokens).first().is_some_and(|first| first.is(Class::PREPOSITION));
            let leads = content.of(tokens).iter().all(light) || leading.is_some() || placed && words_in <= CLAUSE;
            if rest.is_none() || !leads {
                reading.add(content, Some(said.cue), source.clone(), sure, false);
            }
            low = said.after;
            if let Some(rest) = rest {
                reading.add(rest, Some(said.cue), source, sure, false);
                at = rest.after.max(at + 1);
                low = rest.after;
                continue;
            }
            goes_on(reading, said.after, said.cue, source, words);
        } else if !marked && let Some(source) = said.source {
            // "Mais, a-t-elle averti, « ce sera long »"
            goes_on(reading, said.after, said.cue, Source::Named(source), words);
        }
        at = said.after.max(at + 1);
    }
}

/// "Le bac, a dit Ada Hill, [sera repeint]": the rest of a sentence that is parted by whoever says it.
fn rest_behind(tokens: &[Token<'_>], before: Span, said: &groups::Inverted, words: &Words) -> Option<Span> {
    tokens.get(said.after).filter(|token| token.is_sign(","))?;
    let first = said.after + 1;
    if words.tongue == Tongue::Spanish {
        return spanish::rest(tokens, before, first, words).filter(|_| said.takes.any(Verb::SAYS));
    }
    let opening = tokens.get(first).filter(|_| said.takes.any(Verb::SAYS))?;
    if clauses::leaves(tokens, first, words) || opening.is_mark() || opening.is(Class::RELATIVE) {
        return None;
    }
    let whole = before.of(tokens).iter().any(|token| {
        token.is(Class::AUXILIARY)
            || token.is(Class::PRONOUN) && !token.is(Class::DETERMINER)
            || token.verb.any(Verb::FINITE)
    });
    let subordinate = before.of(tokens).first().is_some_and(|first| {
        first.is(Class::PREPOSITION.and(Class::THAT).and(Class::CONJUNCTION)) || first.is(Class::LIGHT)
    }) || clauses::only_leads(before.of(tokens));
    // a verb behind the subject, or a clause behind what leads in
    let verb = |token: &Token<'_>| {
        let ends = ["e", "ent", "ait", "aient", "a", "ont", "it", "rait"].iter().any(|end| token.lower.ends_with(end));
        token.is(Class::AUXILIARY.and(Class::CHAIN))
            || token.is(Class::OBJECT) && !token.is(Class::DETERMINER)
            || token.is_word() && !token.capital && ends && token.class == Class::default()
    };
    let clause = || {
        let opens = phrases::opens(tokens, first) || opening.lower == "c'";
        let subject = || phrases::at(tokens, first, tokens.len(), words).map_or(first, |subject| subject.after);
        let behind = || tokens.get(subject()).is_some_and(verb);
        opens && (tokens[first..clauses::last(tokens)].iter().any(|token| token.is(Class::AUXILIARY)) || behind())
    };
    let goes_on = !whole && verb(opening) || subordinate && clause();
    let content = clauses::trimmed(tokens, first, clauses::end(tokens, first, words));
    let long = content.of(tokens).iter().filter(|token| token.is_word()).count() >= SHORTEST;
    (goes_on && long).then_some(content)
}

/// "Le pont est fermé, dénonce le club.": whether a verb that rather stands beside marks ends its sentence with somebody.
fn closes(tokens: &[Token<'_>], said: &groups::Inverted, words: &Words) -> bool {
    said.after >= clauses::last(tokens)
        && tokens[said.cue.after - 1].verb.any(Verb::MARKS)
        && said.source.as_ref().is_some_and(|source| is_somebody(tokens, source, words))
}

/// Whether a mention is somebody, or several whom one word of is known: "agences".
pub(super) fn is_somebody(tokens: &[Token<'_>], mention: &Mention, words: &Words) -> bool {
    let head = mention.head.map_or("", |head| tokens[head].lower.as_ref());
    let several = || head.strip_suffix('s').is_some_and(|one| words.word(one).class.any(Class::HUMAN.and(Class::BODY)));
    spoken::is_somebody(tokens, mention) || several()
}

/// The words before a verb of saying: the marks alone where nothing else stands there but what leads in.
fn whole(tokens: &[Token<'_>], begin: usize, close: usize, marked: bool) -> Span {
    let content = clauses::trimmed(tokens, begin, close);
    let last = content.after.saturating_sub(1);
    if marked && content.after > content.first && tokens[last].is_mark() {
        let lead = tokens[content.first..last]
            .iter()
            .all(|token| token.is(Class::CONJUNCTION.and(Class::LIGHT)) || !token.is_word() && !token.is_mark());
        if lead {
            return Span { first: last, after: last + 1 };
        }
    }
    parted_mark(tokens, content).filter(|_| marked).unwrap_or(content)
}

/// "…, « un lieu sacré », selon lui", "…, mais « tout va bien », a dit Ada Hill": the marks alone are said.
pub(super) fn parted_mark(tokens: &[Token<'_>], content: Span) -> Option<Span> {
    let last = content.after.checked_sub(1).filter(|last| *last > content.first && tokens[*last].is_mark())?;
    // "Il pleut, « mais le bac tient »": one clause
    if ["mais ", "et ", "car "].iter().any(|joint| tokens::body(tokens[last].text).starts_with(joint)) {
        return None;
    }
    let joins = tokens[last - 1].is(Class::CONJUNCTION) || tokens[last - 1].lower == "soit";
    let joint = last - usize::from(joins && last - 1 > content.first);
    tokens[joint - 1].is_sign(",").then_some(Span { first: last, after: content.after })
}

/// "« … », a dit Ada Hill, « … »": the second part.
fn goes_on<'t>(reading: &mut Reading<'_, 't>, from: usize, cue: Span, source: Source<'t>, words: &Words) {
    let tokens = reading.tokens();
    let next = tokens.iter().skip(from).take(14).position(Token::is_mark).map(|ahead| from + ahead);
    let Some(next) = next else { return };
    let between = &tokens[from..next];
    // "« … », lance Ada Hill, « … », souligne Jean Rey"
    let behind = next + 1 + usize::from(tokens.get(next + 1).is_some_and(|token| token.is_sign(",")));
    if behind > next + 1 && groups::inverted(tokens, behind, words, true).is_some_and(|said| said.source.is_some()) {
        return;
    }
    let other = between.iter().any(|token| token.is_sign(":;") || token.verb.any(Verb::CUE) && !token.is(Class::HUMAN));
    if !other && between.iter().filter(|token| token.is_word()).count() <= 6 && !unsaid::names(tokens, next) {
        reading.add(Span { first: next, after: next + 1 }, Some(cue), source, 0.95, false);
    }
}

/// Whether a verb of saying stands in some words with what it reports.
pub(super) fn reports_itself(tokens: &[Token<'_>], content: Span, words: &Words) -> bool {
    (content.first..content.after).any(|at| {
        let verb = tokens[at].verb;
        let says = verb.any(Verb::FINITE.and(Verb::PARTICIPLE)) && verb.any(REPORTS) && tokens[at].is_word();
        says && complements::behind(tokens, at + 1, verb, words).is_some_and(|said| said.first < content.after)
    })
}

/// "il ajoute que …", "ajoutant que …", "a fait savoir que …".
pub(super) fn behind_verbs(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let mut low = 0;
    for (at, token) in tokens.iter().enumerate() {
        let says = token.verb.any(REPORTS) && token.is_word() && (!token.capital || at == 0);
        let known = reading.drafts.iter().filter_map(|draft| draft.cue).any(|cue| cue.first <= at && at < cue.after);
        if !says || known || at < low || turns_out(tokens, at) || learns(tokens, at) {
            continue;
        }
        let hanging = tokens.get(at + 1).filter(|next| next.hangs).map(|_| at + 1);
        let mut source = subject(reading, at, hanging, low, words);
        let mut from = hanging.map_or(at + 1, |hanging| hanging + 1);
        // "Decía Ada Hill que"
        if !matches!(source, Some(Source::Named(_)))
            && let Some(said) = groups::inverted(tokens, at, words, false)
            && tokens.get(said.after).is_some_and(|next| next.is(Class::THAT))
            && let Some(subject) = said.source
        {
            source = Some(Source::Named(subject));
            from = said.after;
        }
        // "Le ministère, qui avait promis une réponse, indique qu'elle viendra"
        let behind_aside = source.is_none() && low > 0 && tokens[low].is_sign(",");
        let source = source.or_else(|| behind_aside.then(|| subject(reading, at, hanging, 0, words)).flatten());
        let Some(source) = source else { continue };
        let Some(said) = complements::behind(tokens, from, token.verb, words) else { continue };
        // "n'ont confirmé aucun vote"
        let start = subjects::skip_back(tokens, at, low, words);
        let denied = tokens[start..at].iter().any(|token| matches!(token.lower.as_ref(), "n'" | "ne"));
        // "n'a pas dit si le pont rouvrira"
        if is_untold(tokens, at, said.first, start) {
            continue;
        }
        // "n'appelle pas à voter"
        if denied && (said.is_noun || !token.verb.any(Verb::SAYS)) {
            continue;
        }
        // "Así lo confirmó la alcaldesa", "Il l'a confirmé une heure après"
        let clitic = |token: &Token<'_>| matches!(token.lower.as_ref(), "lo" | "la" | "los" | "las" | "l'" | "le");
        if said.is_noun && tokens[start..at].iter().any(clitic) {
            continue;
        }
        // "le second vote a confirmé le résultat"
        if said.is_noun && matches!(&source, Source::Named(subject) if is_thing(tokens, subject)) {
            continue;
        }
        let first = past_according(tokens, said.first, words);
        let mut end = clauses::end(tokens, first, words);
        let mut source = source;
        // "Assurant que tout va bien, Ada Hill a souri"
        if tokens[..at].iter().all(|token| matches!(token.lower.as_ref(), "tout" | "en"))
            && token.verb.any(Verb::GERUND)
            && let Some(comma) = (first..end).find(|at| tokens[*at].is_sign(",") && phrases::opens(tokens, at + 1))
            && let Some(subject) = phrases::at(tokens, comma + 1, tokens.len(), words)
        {
            end = comma;
            source = Source::Named(subject);
        }
        // "Alors que la guilde a dit vendre le bac, rien ne vient"
        if clauses::opens_subordinate(tokens, at)
            && let Some(comma) = (first..end).find(|at| {
                tokens[*at].is_sign(",") && (phrases::opens(tokens, at + 1) || clauses::is_nothing(tokens, at + 1))
            })
        {
            end = comma;
        }
        // "L'homme, qui dit avoir agi seul, a été libéré"
        if let Some(comma) = clauses::end_of_relative(tokens, at, first, end) {
            end = comma;
        }
        let end = if said.is_noun { complements::end_of_noun(tokens, first, end) } else { end };
        let that =
            tokens.get(from..=first).unwrap_or_default().iter().any(|token| token.is(Class::THAT.and(Class::WHETHER)));
        let that = that || tokens.get(first).is_some_and(|token| token.lower == "s'");
        let more = match that {
            true => spanish::does_more(tokens, at, first, end, words),
            false => clauses::does_more(tokens, first, end),
        };
        let end = more.unwrap_or(end);
        // "invite à patienter : les stocks sont hauts": the reason that is given for it
        let colon =
            tokens.get(first..end).unwrap_or_default().iter().position(|token| token.is_sign(":")).filter(|_| !that);
        let end = colon.map_or(end, |colon| first + colon);
        // "a répondu qu'il partirait, puis, après un silence, qu'il resterait": said one after the other
        let second = complements::second_half(tokens, first, end, that, words);
        let end = second.map_or(end, |(comma, _)| comma);
        let content = clauses::trimmed(tokens, first, end);
        let part = content.of(tokens).iter().any(Token::is_mark);
        // "a relevé le niveau de l'eau"
        let content = if said.is_noun && token.lower.starts_with("rel") && raises(tokens, from) {
            // "a relevé ses objectifs après une année « meilleure »"
            let Some(mark) = (content.first..content.after).find(|at| tokens[*at].is_mark()) else { continue };
            Span { first: mark, after: mark + 1 }
        } else {
            content
        };
        let cue = Span { first: at, after: at + 1 };
        low = content.after;
        if let Some((_, half)) = second {
            let half = clauses::trimmed(tokens, half, clauses::end(tokens, half, words));
            let part = half.of(tokens).iter().any(Token::is_mark);
            reading.add(half, Some(cue), source.clone(), said.sure, part);
            low = half.after;
        }
        reading.add(content, Some(cue), source, said.sure, part);
    }
}
