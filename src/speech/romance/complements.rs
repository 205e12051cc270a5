//! What a verb of saying reports behind it: "que …", "avoir menti", "les élus de voter", "un vote".

use super::clauses;
use super::groups::{self, is_light};
use super::phrases;
use super::spanish;
use super::subjects;
use super::times;
use super::tokens::Token;
use super::words::{Class, Noun, Verb, Words};

/// How far behind a verb its infinitive may stand.
const FAR: usize = 20;

/// The most words between two commas that only tell when, where or by whom something is said.
const ASIDE: usize = 12;

/// How many words may be for those who are called upon: "appelle les deux parties à la retenue".
const CALLED: usize = 6;

/// What a verb reports.
#[derive(Clone, Copy, Debug)]
pub(super) struct Complement {
    pub first: usize,
    /// Whether it is a noun, with what belongs to that.
    pub is_noun: bool,
    /// How likely that is said.
    pub sure: f64,
}

/// What the verb of saying reports whose group ends before `from`.
pub(super) fn behind(tokens: &[Token<'_>], from: usize, verb: Verb, words: &Words) -> Option<Complement> {
    // "assure, lui, n'avoir rien vu"
    let aside = matches!(tokens.get(from..from + 3), Some([open, who, close]) if open.is_sign(",")
        && who.is(Class::PRONOUN) && close.is_sign(","));
    let from = if aside { from + 3 } else { from };
    let group = from;
    let from = past_aside(tokens, from, words);
    // "accusés de mentir": said of them, not by them
    let before = || tokens[..group].iter().rev().take(5).take_while(|token| token.is_word());
    // "s'est engagé à payer": they did so themselves
    let own = before().any(|token| matches!(token.lower.as_ref(), "se" | "s'"));
    let passive = verb.any(Verb::PARTICIPLE)
        && !verb.any(Verb::FINITE)
        && !own
        && (before().any(|token| token.lower == "été") || !before().any(is_having) && !has_before_aside(tokens, group));
    let verb = if passive { verb.only(Verb::SAYS.and(Verb::CHAINED)) } else { verb };
    let that = || clauses::behind_that(tokens, from, verb, words).filter(|_| verb.any(Verb::SAYS.and(Verb::CHAINED)));
    let at = past_adverbs(tokens, from, words);
    // "a indiqué dans un message avoir menti"
    let mut there = at;
    // "ont concédé trop de points pour l'emporter": what that is for, and not said
    let opens = |at: usize| {
        tokens.get(at).is_some_and(|token| token.is(Class::PREPOSITION))
            && !(tokens[at].lower == "pour" && is_infinitive(tokens, at + 1))
    };
    while there < from + FAR && opens(there) {
        let behind = subjects::behind_preposition(tokens, there, tokens.len()).max(there + 1);
        there = past_adverbs(tokens, behind, words);
    }
    // "que pidió no ser identificada"
    let named = |pair: &[Token<'_>]| {
        let stems = ["identif", "nombrad", "nommé", "citad", "cité"];
        matches!(pair[0].lower.as_ref(), "être" | "ser") && stems.iter().any(|stem| pair[1].lower.starts_with(stem))
    };
    let hidden = tokens.get(from..tokens.len().min(from + 7)).is_some_and(|near| near.windows(2).any(named));
    // "a indiqué dans un message que"
    let that = || that().or_else(|| clauses::behind_that(tokens, there, verb, words).filter(|_| verb.any(Verb::SAYS)));
    let does = || (verb.any(Verb::DOES) && !hidden && is_infinitive(tokens, there)).then_some(there);
    let moves = || (verb.any(Verb::MOVES) && !hidden).then(|| behind_preposition(tokens, from, words)).flatten();
    // "qualifie d'erreur un vote"
    let calls = from.checked_sub(1).is_some_and(|verb| tokens[verb].lower.starts_with("qualifi"));
    let asks = || {
        // "une source qui a requis l'anonymat"
        let kept = ["anonymat", "anonimato", "palabra", "permiso"]; // "que pidió la palabra"
        if tokens.iter().skip(from).take(2).any(|token| kept.contains(&token.lower.as_ref())) {
            return None;
        }
        if calls {
            let named = tokens.get(from).is_some_and(|link| matches!(link.lower.as_ref(), "de" | "d'"));
            return (named && tokens.get(from + 1).is_some_and(Token::is_word)).then_some(from + 1);
        }
        if let Some(noun) = calls_to(tokens, at).or_else(|| denies(tokens, from, own)) {
            return Some(noun);
        }
        // "appelle le médecin"
        if from.checked_sub(1).is_some_and(|verb| tokens[verb].lower.starts_with("appel")) {
            return None;
        }
        // "confirme une information de la radio"
        let heard = |at: usize| tokens.get(at).is_some_and(|noun| noun.noun.any(Noun::HEARSAY));
        if heard(at + 1) {
            return None;
        }
        let at = if is_term(tokens, from) || pleads(tokens, from) { from } else { at };
        // "a confirmé à la presse la mort d'un enfant"
        let asked = [at, there].into_iter().find(|at| opens_demand(tokens, *at) || pleads(tokens, *at));
        let asked = asked.or_else(|| spanish::is_bare_noun(tokens, from).then_some(from));
        // "revendique 3.000 membres"
        let counts = |at: usize| tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_numeric));
        let claims = from.checked_sub(1).is_some_and(|verb| tokens[verb].lower.starts_with("revendiqu"));
        asked.filter(|at| verb.any(Verb::ASKS) && !(claims && counts(*at)))
    };
    // "se disent prêts à partir"
    let feels = || is_felt(tokens, from).then_some(from);
    let complement = |sure: f64| move |first: usize| Complement { first, is_noun: false, sure };
    that()
        .map(complement(0.96))
        .or_else(|| does().or_else(moves).or_else(feels).map(complement(0.94)))
        .or_else(|| asks().map(|first| Complement { first, is_noun: true, sure: 0.9 }))
}

/// Past what stands between two commas and only tells when, where or by whom: ", samedi,", ", il y a un an,", ", par la
/// voix de sa présidente,".
fn past_aside(tokens: &[Token<'_>], from: usize, words: &Words) -> usize {
    if !tokens.get(from).is_some_and(|sign| sign.is_sign(",")) {
        return from;
    }
    let first = from + 1;
    let Some(length) = tokens.iter().skip(first).take(ASIDE).position(|token| !token.is_word()) else { return from };
    let inside = &tokens[first..first + length];
    let ago = times::ago(tokens, first);
    let clause = |token: &Token<'_>| {
        token.is(Class::THAT.and(Class::RELATIVE).and(Class::AUXILIARY))
            || token.verb.any(Verb::FINITE) && !token.verb.any(Verb::PARTICIPLE) && !token.is(Class::LINK)
    };
    let opens = inside.first().is_some_and(|opening| opening.is(Class::PREPOSITION))
        && !is_infinitive(tokens, first + 1)
        || groups::adverbial(tokens, first, words) > 0
        || times::time(tokens, first) > 0;
    let aside = length > 0 && (ago > 0 || opens && !inside.iter().any(clause));
    if aside && tokens[first + length].is_sign(",") { first + length + 1 } else { from }
}

/// "se défend de [toute erreur]".
fn denies(tokens: &[Token<'_>], from: usize, own: bool) -> Option<usize> {
    let verb = tokens.get(from.checked_sub(1)?)?;
    let of = tokens.get(from).is_some_and(|link| matches!(link.lower.as_ref(), "de" | "d'"));
    let noun = tokens.get(from + 1).is_some_and(|noun| noun.is_word() && !noun.capital);
    let denies = own && of && noun && verb.lower.starts_with("défend") && !is_infinitive(tokens, from + 1);
    denies.then_some(from + 1)
}

/// "a requis [dix ans de prison]": a time that is a noun.
fn is_term(tokens: &[Token<'_>], at: usize) -> bool {
    let Some([number, unit]) = tokens.get(at..at + 2) else { return false };
    let counts = number.is(Class::DETERMINER) && number.is(Class::PLURAL) || number.text.starts_with(char::is_numeric);
    let units =
        matches!(unit.lower.as_ref(), "ans" | "mois" | "jours" | "semaines" | "heures" | "années" | "años" | "meses");
    let goes_on = |next: &Token<'_>| {
        matches!(next.lower.as_ref(), "de" | "d'" | "ferme" | "avec" | "dont" | "supplémentaires") || next.is_sign(".")
    };
    counts && units && tokens.get(at + 2).is_none_or(goes_on)
}

/// "appelle à [la grève]", "appelant au [calme]".
fn calls_to(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let verb = tokens[..at].iter().rev().take(FAR).find(|token| token.verb.any(Verb::CUE))?;
    // "appelle les parties à la retenue"
    let whom = verb.lower.starts_with("appel") && phrases::opens(tokens, at);
    let reach = tokens.iter().skip(at).take(if whom { CALLED } else { 1 }).take_while(|token| token.is_word());
    let at = at + reach.clone().position(|to| matches!(to.lower.as_ref(), "à" | "au" | "aux"))?;
    let to = &tokens[at];
    let noun = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|next| next.is(Class::DETERMINER)));
    let called = tokens.get(noun).is_some_and(|noun| {
        noun.is_word() && !noun.capital && !noun.is(Class::HUMAN.and(Class::BODY)) && noun.verb == Verb::default()
    });
    let calls = verb.lower.starts_with("appel") && (to.lower != "à" || noun > at + 1);
    (calls && called && tokens[noun].lower != "aide").then_some(at + 1)
}

/// "plaide [non coupable]", "demande [pardon aux familles]".
fn pleads(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    matches!(word(at), "pardon" | "grâce" | "justice" | "réparation" | "perdón" | "justicia")
        || word(at) == "coupable"
        || word(at) == "non" && word(at + 1) == "coupable"
}

/// "s'est dit [prêt à partir]": what somebody says of themselves.
fn is_felt(tokens: &[Token<'_>], from: usize) -> bool {
    let Some(verb) = from.checked_sub(1).map(|at| &tokens[at]) else { return false };
    let says = matches!(verb.lower.as_ref(), "dit" | "dite" | "dits" | "dites" | "disent" | "disait" | "disaient");
    let own = tokens[..from].iter().rev().skip(1).take(3).any(|token| matches!(token.lower.as_ref(), "se" | "s'"));
    let adjective = tokens.get(from).is_some_and(|next| {
        next.is_word() && !next.capital && next.class == Class::default() && next.verb == Verb::default()
    });
    let goes_on = tokens.get(from + 1).is_some_and(|next| next.is(Class::PREPOSITION));
    says && own && adjective && goes_on
}

/// Past adverbs, times and phrases like them.
fn past_adverbs(tokens: &[Token<'_>], from: usize, words: &Words) -> usize {
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|_| at < from + FAR) {
        let phrase = groups::adverbial(tokens, at, words).max(times::time(tokens, at));
        if phrase > 0 {
            at += phrase;
        } else if token.hangs || is_light(token) && !is_infinitive(tokens, at) && !counts_all(tokens, at) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// "plus de juges", "toute fraude": words that open a noun.
fn counts_all(tokens: &[Token<'_>], at: usize) -> bool {
    let noun = tokens.get(at + 1).is_some_and(|next| next.is_word() && !is_light(next));
    tokens[at].lower == "plus" || noun && matches!(tokens[at].lower.as_ref(), "tout" | "toute")
}

/// "a promis [mardi] [à la presse] de voter", "a accusé [le maire] d'avoir menti".
fn behind_preposition(tokens: &[Token<'_>], from: usize, words: &Words) -> Option<usize> {
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|_| at < from + FAR) {
        let links = matches!(token.lower.as_ref(), "de" | "d'" | "à" | "a" | "con");
        let past = past_adverbs(tokens, at, words);
        let aside = past_aside(tokens, at, words);
        if aside > at {
            at = aside;
            continue;
        }
        // "les élus et les riverains à voter"
        if at > from && token.lower == "et" && phrases::opens(tokens, at + 1) {
            at += 1;
            continue;
        }
        // "au ministre élu de l'inviter"
        let titled = at > from && token.is(Class::HUMAN) && tokens[at - 1].is(Class::HUMAN);
        let adjective =
            titled || at > from && token.is_word() && token.class == Class::default() && token.verb == Verb::default();
        if links && (is_infinitive(tokens, at + 1) || tokens.get(at + 1).is_some_and(Token::is_mark)) {
            return Some(at + 1);
        } else if past > at {
            at = past;
        } else if token.is(Class::PREPOSITION) {
            at = subjects::behind_preposition(tokens, at, tokens.len()).max(at + 1);
        } else if phrases::opens(tokens, at) {
            // "accuse le maire [de mentir]": no word of who is accused
            let does = (at + 1..tokens.len().min(from + FAR)).find(|link| opens_infinitive(tokens, *link));
            at = phrases::at(tokens, at, does.unwrap_or(tokens.len()), words)?.after.max(at + 1);
        } else if adjective {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// ", puis [, après un silence,] qu'[il resterait]": the comma before what is said next, and where that begins.
pub(super) fn second_half(
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    that: bool,
    words: &Words,
) -> Option<(usize, usize)> {
    let then = |at: &usize| tokens[*at].is_sign(",") && tokens[at + 1].lower == "puis";
    let comma = (first + 1..end.saturating_sub(2)).find(then)?;
    let behind = past_aside(tokens, comma + 2, words);
    let half = if that { behind + usize::from(tokens.get(behind)?.is(Class::THAT)) } else { behind };
    let goes_on = if that { half > behind } else { is_infinitive(tokens, half) };
    (goes_on && half < end).then_some((comma, half))
}

/// Nouns that end as infinitives do.
const NO_INFINITIVES: &str = "guerre terre mer fer hiver janvier février papier quartier métier dossier livre lettre gare centre \
    maire loisir cuir nature culture lumière rivière frontière carrière première manière affaire histoire mémoire victoire";

/// "[de] mentir", "[d']avoir menti": a small word with an infinitive behind it, and no noun like one.
fn opens_infinitive(tokens: &[Token<'_>], link: usize) -> bool {
    let links = matches!(tokens[link].lower.as_ref(), "de" | "d'" | "à");
    let noun = tokens.get(link + 1).is_some_and(|next| NO_INFINITIVES.split(' ').any(|noun| noun == next.lower));
    links && !noun && is_infinitive(tokens, link + 1)
}

/// Where a noun ends that is asked for, with what belongs to it: at a comma, a time, a second verb.
pub(super) fn end_of_noun(tokens: &[Token<'_>], first: usize, end: usize) -> usize {
    // "une percée au sujet du bac, la seule liaison de l'île": the noun goes on
    let clause = |at: usize| {
        let words = tokens[at..end].iter().take_while(|token| token.is_word());
        words.skip(1).any(|token| {
            token.is(Class::AUXILIARY) || token.verb.any(Verb::FINITE) && !token.verb.any(Verb::PARTICIPLE)
        })
    };
    // "des effets sociaux, sonores et visuels"
    let adjectives = |at: usize| {
        let plain = |token: &Token<'_>| {
            token.is_word() && !token.capital && token.class == Class::default() && token.verb == Verb::default()
        };
        let lists = |token: &Token<'_>| token.is_sign(",") || matches!(token.lower.as_ref(), "et" | "ou");
        tokens.get(at).is_some_and(plain)
            && tokens.get(at + 1).is_some_and(lists)
            && tokens.get(at + 2).is_some_and(plain)
    };
    let goes_on = |at: usize| {
        adjectives(at)
            || tokens.get(at).is_some_and(|next| next.lower == "avec" || next.is(Class::DETERMINER) && !clause(at))
    };
    // "un vote et condamne l'attaque"
    let again = |at: usize| {
        tokens[at].is(Class::CONJUNCTION)
            && tokens.get(at + 1).is_some_and(|next| {
                next.is_word()
                    && next.class == Class::default()
                    && next.verb.any(Verb::FINITE)
                    && !next.verb.any(Verb::PARTICIPLE)
            })
    };
    let parts = |at: usize| tokens[at].is_sign(",") && !goes_on(at + 1) || again(at);
    // "entre 6 et 12 mois", "jusqu'à lundi"
    let joins = |at: usize| tokens[at].is(Class::PREPOSITION.and(Class::CONJUNCTION));
    let joined = |at: usize| {
        let number = tokens[at - 1].text.starts_with(char::is_numeric) || tokens[at - 1].is(Class::PLURAL);
        let article = tokens[at - 1].is(Class::DEFINITE); // "plus tard dans l'année"
        joins(at - 1) || at > first + 1 && (number || article) && joins(at - 2)
    };
    let from = first + 1 + usize::from(is_term(tokens, first));
    // "appelle à la grève le 9 mai": that day is what the call is about
    let called = first > 0 && matches!(tokens[first - 1].lower.as_ref(), "à" | "au" | "aux");
    let day = |at: usize| tokens.get(at).is_some_and(|day| day.text.starts_with(char::is_numeric));
    let dated = |at: usize| {
        called
            && (at.saturating_sub(2).max(first)..=at)
                .any(|article| tokens[article].is(Class::DEFINITE) && day(article + 1))
    };
    (from..end).find(|at| parts(*at) || times::time(tokens, *at) > 0 && !joined(*at) && !dated(*at)).unwrap_or(end)
}

/// Whether an infinitive stands at a token, or behind the small words before one: "ne pas l'avoir vu".
pub(super) fn is_infinitive(tokens: &[Token<'_>], first: usize) -> bool {
    let leans = |token: &&Token<'_>| {
        let denies = ["ne", "n'", "pas", "plus", "jamais", "rien", "point", "no"];
        token.is(Class::OBJECT) || denies.contains(&token.lower.as_ref())
    };
    let at = first + tokens.iter().skip(first).take(4).take_while(leans).count();
    // "de la mère"
    let article = tokens.get(first..at).is_some_and(|before| before.iter().any(|token| token.is(Class::DETERMINER)));
    // "de le rouvrir": "du" would stand before a noun
    let unfused = || {
        let link = first.checked_sub(1).is_some_and(|link| matches!(tokens[link].lower.as_ref(), "de" | "à"));
        let female = |lower: &str| lower == "la" && !matches!(tokens[at].lower.as_ref(), "mer" | "chair" | "cuiller");
        link && at == first + 1 && matches!(tokens[first].lower.as_ref(), "le" | "les")
            || link && at == first + 1 && female(&tokens[first].lower) && !tokens[at].lower.ends_with("re")
    };
    tokens.get(at).is_some_and(|token| {
        let article = article && !unfused();
        let ends = ["er", "ir", "re", "oir", "ar", "arse", "erse", "irse"].iter().any(|end| token.lower.ends_with(end));
        let verb = token.verb.any(Verb::INFINITIVE)
            || token.is(Class::AUXILIARY.and(Class::CHAIN))
            || matches!(token.lower.as_ref(), "avoir" | "être" | "haber" | "ser" | "estar");
        token.is_word() && !token.capital && ends && (verb || !article && token.class == Class::default())
    })
}

/// An auxiliary of somebody who did something: "a promis", "après avoir promis".
fn is_having(token: &Token<'_>) -> bool {
    let lower = token.lower.as_ref();
    token.is(Class::AUXILIARY)
        && (lower == "ont" || lower.starts_with('a') || lower.starts_with('h') || lower.starts_with("eu"))
}

/// "a, dans un premier temps, promis".
fn has_before_aside(tokens: &[Token<'_>], from: usize) -> bool {
    let Some(close) = from.checked_sub(2).filter(|close| tokens[*close].is_sign(",")) else { return false };
    let opening = tokens[..close].iter().rev().take(FAR).position(|token| token.is_sign(","));
    let before = opening.and_then(|back| close.checked_sub(back + 2));
    before.is_some_and(|before| is_having(&tokens[before]))
}

/// "un vote", "pour un vote", "en faveur d'un vote".
fn opens_demand(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let noun = tokens.get(at + 1).is_some_and(Token::is_word);
    let counts = |token: &Token<'_>| token.is(Class::DETERMINER) || token.text.starts_with(char::is_numeric);
    // "plaide pour l'accusé"
    let for_somebody = word(at) == "pour"
        && tokens.iter().skip(at + 1).take(3).any(|token| token.is(Class::HUMAN.and(Class::FIRST_NAME)));
    if for_somebody {
        return false;
    }
    let whole = matches!(word(at), "tout" | "toute" | "todo" | "toda");
    (whole || tokens.get(at).is_some_and(counts)) && noun
        || matches!(word(at), "plus" | "davantage" | "más" | "pour" | "contre")
        || word(at) == "en" && word(at + 1) == "faveur"
}
