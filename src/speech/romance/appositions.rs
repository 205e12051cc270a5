//! What stands behind a noun phrase between commas or in brackets: "Ada Hill, 34 ans, boulangère à Lys,".

use super::names;
use super::phrases::{self, Mention, Span};
use super::stops::{acts, is_tensed};
use super::tokens::{Kind, Token};
use super::words::{Class, Participle, Verb, Words};

/// How many such parts belong to a phrase at most.
const APPOSITIONS: usize = 3;

/// Takes in what stands behind a phrase between commas or in brackets: a name, an age, what somebody is.
pub(super) fn take_in(tokens: &[Token<'_>], mention: &mut Mention, limit: usize, words: &Words) {
    // "il y a un an, Ada Hill, …"
    if mention.head.is_some_and(|head| tokens[head].is(Class::TIME)) {
        return;
    }
    let mut at = mention.core.after;
    // "la déléguée aux soins dans la région, Mme Ada Hill"
    if mention.name.is_none()
        && let Some(name) = behind_place(tokens, mention, limit)
    {
        mention.name = Some(name);
        mention.after = name.after;
        at = name.after;
    }
    let mut relative = false;
    for _ in 0..APPOSITIONS {
        let Some(sign) = tokens.get(at).filter(|token| token.is_sign(",(") && at < limit) else { break };
        let bracket = sign.text == "(";
        let inner = |at: usize| tokens[at].is_mark() && tokens[at - 1].is_word();
        let closes = |at: &usize| {
            let token = &tokens[*at];
            if bracket { token.is_sign(")") } else { token.is_sign(",;:.—–!?") || token.is_mark() && !inner(*at) }
        };
        let far = tokens.len().min(at + 1 + phrases::LONGEST);
        let close = (at + 1..far).find(closes).unwrap_or(far);
        let part = Span { first: at + 1, after: close };
        if !bracket && let Some(name) = without_comma(tokens, mention, part) {
            mention.name = Some(name);
            mention.after = name.after;
            break;
        }
        // "Ada Hill, qui dirige le bac, remplaçant Jean Rey depuis mai, …": what she does belongs to the clause
        let goes_on = relative && tokens.get(part.first).is_some_and(|verb| is_doing(verb));
        if !bracket && !goes_on && !describes(tokens, mention, part, words) {
            break;
        }
        relative = tokens.get(part.first).is_some_and(|first| first.is(Class::RELATIVE));
        mention.after = if bracket { (close + 1).min(tokens.len()) } else { close };
        at = mention.after;
        // "le maire (DVG) Ada Hill"
        let name = Span { first: at, after: phrases::run(tokens, at, limit) };
        let person = mention.head.is_some_and(|head| {
            tokens[head].is(Class::HUMAN.and(Class::BODY).and(Class::TITLE)) || is_role(&tokens[head].lower, words)
        });
        // "la directrice de la Ligue (LDB) du Lot, Ada Hill"
        let name = if bracket && tokens.get(at).is_some_and(|link| link.is(Class::LINK)) {
            behind_link(tokens, at, limit).unwrap_or(name)
        } else {
            name
        };
        if bracket && person && mention.name.is_none() && name.after > name.first {
            mention.name = Some(name);
            mention.after = name.after;
            at = name.after;
        }
    }
}

/// "Relancé par la juge, [Ada Hill] : « … »": the name of whoever asks, and not of whoever answers.
pub(super) fn names_agent(tokens: &[Token<'_>], low: usize, first: usize, high: usize, words: &Words) -> bool {
    let Some(comma) = first.checked_sub(1).filter(|comma| *comma > low && tokens[*comma].is_sign(",")) else {
        return false;
    };
    let far = low.max(comma.saturating_sub(phrases::LONGEST));
    let by = (far + 1..comma).rev().take_while(|at| tokens[*at].is_word()).find(|at| {
        let participle = Participle::BeforeAgent.ends(&tokens[at - 1].lower);
        tokens[*at].lower == "par" && participle
    });
    let name = Span { first, after: phrases::run(tokens, first, high) };
    let closes = tokens.get(name.after).is_some_and(|sign| sign.is_sign(":,"));
    let asker = by.and_then(|by| phrases::at(tokens, by + 1, comma, words));
    name.after > first + 1
        && closes
        && asker.is_some_and(|asker| asker.name.is_none() && asker.core.after == comma && asker.is_human(tokens))
}

/// "remplaçant": a verb that says nothing.
fn is_doing(token: &Token<'_>) -> bool {
    let plain = token.class == Class::default() && token.verb == Verb::default() && !token.capital;
    plain && token.lower.ends_with("ant") && token.lower.chars().nth(4).is_some()
}

/// The full name behind the comma that ends a place: "du Lot, [Ada Hill]".
fn behind_link(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<Span> {
    // "le député (DVG) du Lot Ada Hill"
    let place = (at..limit).take(3).find(|place| tokens[*place].is_name());
    let named = |first: &usize| tokens[*first].is(Class::FIRST_NAME) && tokens[first + 1].is_name();
    if let Some(first) = place.and_then(|place| {
        let after = phrases::run(tokens, place, limit);
        (place + 1..after.saturating_sub(1)).find(named)
    }) {
        return Some(Span { first, after: phrases::run(tokens, first, limit) });
    }
    let comma = tokens.get(at..limit)?.iter().take(8).position(|token| !token.is_word())? + at;
    let first = comma + 1;
    let name = Span { first, after: phrases::run(tokens, first, limit) };
    let closes = tokens.get(name.after).is_none_or(|next| !next.is_word());
    let named = tokens[comma].is_sign(",") && (closes || tokens.get(first)?.is(Class::FIRST_NAME));
    (named && name.after > first + 1).then_some(name)
}

/// "La sœur de Jean Rey, [Ada Hill] a dit": a name whose second comma is missing.
fn without_comma(tokens: &[Token<'_>], mention: &Mention, part: Span) -> Option<Span> {
    let head = mention.head.filter(|head| mention.name.is_none() && tokens[*head].is(Class::HUMAN))?;
    let alone = !tokens[mention.core.first].is(Class::PLURAL) && tokens[mention.core.first].is(Class::DETERMINER);
    let before = mention.core.first.checked_sub(1).map(|before| &tokens[before]);
    let opens = before.is_none_or(|before| before.kind == Kind::Sign);
    let name = Span { first: part.first, after: phrases::run(tokens, part.first, part.after) };
    let full = name.after > name.first + 1 && tokens[name.first].is(Class::FIRST_NAME);
    let verb = tokens.get(name.after).filter(|_| name.after < part.after).is_some_and(|next| {
        next.is(Class::AUXILIARY.and(Class::OBJECT)) && !next.is(Class::DETERMINER) || next.verb.any(Verb::FINITE)
    });
    (alone && opens && full && verb && head < part.first).then_some(name)
}

/// The name with a title that stands behind a place: "la déléguée dans la région, [Mme Ada Hill]".
fn behind_place(tokens: &[Token<'_>], mention: &Mention, limit: usize) -> Option<Span> {
    let place = mention.core.after;
    let person = mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN) || tokens[head].lower.starts_with("co"));
    // "le président du groupe Union [verte et sociale], Jean Rey": a body's name goes on in small letters
    let named_body = place > mention.core.first + 2
        && (tokens[place - 1].is_name() || tokens[place - 1].is(Class::KNOWN_BODY) && tokens.get(place)?.capital)
        && tokens[mention.core.first..place].iter().any(|noun| noun.is(Class::KNOWN_BODY) && !noun.capital);
    let goes_on =
        named_body && tokens.get(place)?.is_word() && (!tokens[place].capital || !tokens[place - 1].is_name());
    if !person || !(goes_on || tokens.get(place)?.is(Class::PREPOSITION)) || place >= limit {
        return None;
    }
    let comma = tokens[place..limit].iter().take(6).position(|token| !token.is_word()).map(|ahead| place + ahead)?;
    let first = comma + 1;
    // ", le colonel Ada Hill"
    let article = usize::from(tokens.get(first)?.is(Class::DEFINITE));
    let first = first + article;
    let titled = tokens.get(first)?.is(Class::TITLE) && tokens[comma].is_sign(",");
    let name = Span { first: first + 1, after: phrases::run(tokens, first + 1, limit) };
    if titled && name.after > name.first {
        return Some(name);
    }
    // "le procureur de la République à Lys, Jean Rey, …"
    let full = Span { first: comma + 1, after: phrases::run(tokens, comma + 1, limit) };
    let closes = tokens.get(full.after).is_some_and(|sign| sign.is_sign(","));
    let first_name = goes_on || tokens.get(full.first)?.is(Class::FIRST_NAME);
    let named = tokens[comma].is_sign(",") && first_name && full.after > full.first + 1;
    (named && closes).then_some(full)
}

/// Reads a part between commas; whether it belongs to the phrase before it.
fn describes(tokens: &[Token<'_>], mention: &mut Mention, part: Span, words: &Words) -> bool {
    let Some(first) = part.of(tokens).first() else { return false };
    // ", désormais présidente du club,"
    if first.is(Class::LIGHT.and(Class::TIME))
        && part.after > part.first + 1
        && names_a_role(tokens, part.first + 1, words)
    {
        return describes(tokens, mention, Span { first: part.first + 1, ..part }, words);
    }
    // "À la barre, Ada Hill, …": a place is nobody
    let noun = mention.head.map(|head| &tokens[head]);
    let person =
        noun.is_none_or(|noun| noun.is(Class::HUMAN.and(Class::BODY).and(Class::TITLE)) || is_role(&noun.lower, words));
    let placed = mention.core.first.checked_sub(1).is_some_and(|before| {
        tokens[before].is(Class::PREPOSITION) && !matches!(tokens[before].lower.as_ref(), "selon" | "après" | "según")
    });
    // "les prisons de Dakar, le ministre …": neither is a place
    let place = noun.is_none()
        && mention.core.after == mention.core.first + 1
        && !tokens[mention.core.first].is(Class::FIRST_NAME)
        && mention.core.first.checked_sub(1).is_some_and(|before| {
            // "diffusé sur Phare, le témoin …"
            let on = matches!(tokens[before].lower.as_ref(), "sur" | "dans" | "chez" | "en");
            on || tokens[before].is(Class::LINK)
        })
        && first.is(Class::DETERMINER);
    if placed && (!person || place) {
        return false;
    }
    let name = Span { first: part.first, after: phrases::run(tokens, part.first, part.after) };
    // "le maire, le Dr Ada Hill"
    let is_title = |at: usize| tokens[at].is(Class::TITLE) && at + 1 < part.after && tokens[at + 1].is_name();
    let titles = (part.first + 1..part.after).take_while(|at| is_title(*at)).count();
    let behind = part.first + 1 + titles;
    let title = Span { first: behind, after: phrases::run(tokens, behind, part.after) };
    // "sept élus, dont le maire de Lys, Jean Rey": one is not several
    let several = tokens[mention.core.first].is(Class::PLURAL) && tokens[mention.core.first].is(Class::DETERMINER);
    let one = several
        && noun.is_some_and(|noun| {
            noun.is(Class::HUMAN) || noun.lower.ends_with('s') && is_role(&noun.lower[..noun.lower.len() - 1], words)
        });
    for name in [name, title] {
        let titled = name.first > part.first;
        let article = first.is(Class::DETERMINER) && titles > 0;
        let whole = name.after == part.after || tokens.get(name.after).is_some_and(|token| token.is_sign("("));
        let one = one
            && tokens.get(name.first).is_some_and(|first| first.is(Class::FIRST_NAME))
            && name.after > name.first + 1;
        if name.after > name.first
            && !one
            && whole
            && (!titled || first.is(Class::TITLE) || article)
            && mention.name.is_none()
        {
            let name = if !titled && first.is(Class::TITLE) && name.after > name.first + 1 { title } else { name };
            mention.name = Some(name);
            return true;
        }
    }
    // "ses avocats, Ada Hill et Jean Rey"
    let names = |token: &Token<'_>| token.is_name() || token.is(Class::CONJUNCTION) && token.lower == "et";
    let several = tokens[mention.core.first].is(Class::PLURAL) && mention.name.is_none();
    let joined = part.of(tokens).iter().any(|token| token.is(Class::CONJUNCTION));
    if several && joined && first.is(Class::FIRST_NAME) && part.of(tokens).iter().all(names) {
        mention.name = Some(part);
        return true;
    }
    // "Ada Hill, qui dirige l'étude," and "Ada Hill, du syndicat,"
    let belongs = first.is(Class::LINK)
        && matches!(first.lower.as_ref(), "de" | "du" | "des" | "d'" | "del")
        && part.of(tokens).len() <= 9;
    if first.is(Class::RELATIVE) || belongs {
        return true;
    }
    let age = |token: &Token<'_>| matches!(token.lower.as_ref(), "ans" | "an" | "mois" | "años");
    if part.of(tokens).iter().take(3).any(age) {
        return true;
    }
    let article = usize::from(first.is(Class::DETERMINER));
    let noun = part.of(tokens).iter().skip(article).find(|token| !token.is(Class::BEFORE_NOUN));
    let after = phrases::end(tokens, part.first, part.after).unwrap_or(part.after);
    let rest = Span { first: after, after: part.after };
    let clause = (rest.first..rest.after).take_while(|at| !tokens[*at].is(Class::RELATIVE)).any(|at| {
        let token = &tokens[at];
        token.is(Class::AUXILIARY.and(Class::CHAIN))
            || token.verb.any(Verb::FINITE)
            || is_tensed(tokens, at)
            || at == rest.first && (token.is(Class::DEED) || acts(tokens, at, part.after))
    });
    // "selon l'officier, les soldats …": one is not several
    let several = |token: &Token<'_>| token.is(Class::PLURAL) && token.is(Class::DETERMINER);
    let agrees = !several(first)
        || several(&tokens[mention.core.first])
        || mention.core.of(tokens).iter().any(|t| t.lower == "et");
    // "la ministre empêchée, son directeur de cabinet, Jean Rey, …": another than she
    let another = first.is(Class::POSSESSIVE)
        && mention.name.is_none()
        && noun_of(tokens, mention).is_some_and(|noun| noun.is(Class::HUMAN));
    // "À la mairie, l'adjoint Jean Rey hésite": a body is no person
    let body = |noun: &Token<'_>| noun.is(Class::BODY) && !noun.is(Class::HUMAN);
    let another = another
        || placed && noun_of(tokens, mention).is_some_and(body) && noun.is_some_and(|noun| noun.is(Class::HUMAN));
    let role = agrees
        && !another
        && noun.is_some_and(|noun| {
            noun.is(Class::HUMAN.and(Class::BODY)) && !noun.is(Class::BACK) || is_role(&noun.lower, words)
        })
        && !first.is(Class::PREPOSITION.and(Class::CONJUNCTION))
        && !clause;
    if role {
        // "la ministre de la Santé, Sophie Lemaître" stands the other way round as well
        let named = names::name_in(tokens, Span { first: part.first, after }, Some(part.first + article));
        mention.roles.push(Span { first: part.first, after });
        mention.name = mention.name.or(named.filter(|name| name.after > name.first + 1));
    }
    role
}

/// The noun that says what somebody is.
fn noun_of<'a, 't>(tokens: &'a [Token<'t>], mention: &Mention) -> Option<&'a Token<'t>> {
    mention.head.map(|head| &tokens[head])
}

/// Whether a part between commas opens with what somebody is, without an article: ", associée du cabinet Rey,".
pub(super) fn names_a_role(tokens: &[Token<'_>], at: usize, words: &Words) -> bool {
    tokens.get(at).is_some_and(|token| {
        !token.capital && token.is_word() && (token.is(Class::HUMAN.and(Class::TITLE)) || is_role(&token.lower, words))
    })
}

/// Words that end as words for what somebody does.
fn is_role(lower: &str, words: &Words) -> bool {
    // "haut-commissaire"
    if let Some((_, last)) = lower.rsplit_once('-')
        && words.word(last).class.any(Class::HUMAN)
    {
        return true;
    }
    let known = words.word(lower);
    let ending = ["eur", "euse", "trice", "ologue", "iste", "ien", "ienne", "ólogo", "óloga", "ista", "dor", "dora"];
    known.verb == Verb::default() && known.class == Class::default() && ending.iter().any(|end| lower.ends_with(end))
}

/// "[Jean Rey], le ministre des Transports s'est félicité": the name before a role whose second comma is missing.
pub(super) fn named_before(tokens: &[Token<'_>], role: &Mention, low: usize, words: &Words) -> Option<Mention> {
    let comma = role.core.first.checked_sub(1).filter(|at| *at > low && tokens[*at].is_sign(","))?;
    let is_role = role.name.is_none() && role.head.is_some_and(|head| tokens[head].is(Class::HUMAN));
    let begin = tokens[low..comma].iter().rposition(|token| !token.is_word()).map_or(low, |sign| low + sign + 1);
    let name = phrases::at(tokens, begin, comma, words).filter(|_| is_role && phrases::opens(tokens, begin))?;
    let full = name.name.is_some_and(|words| words.after > words.first + 1 && words.first == begin);
    (full && name.core.after == comma).then_some(Mention { after: role.after, ..name })
}
