//! Who says what a verb of saying reports: its subject, its agent, or whoever spoke before in the sentence.

use super::complements;
use super::drafts::{Reading, Source};
use super::phrases::{self, Mention};
use super::spanish;
use super::spoken;
use super::subjects;
use super::tokens::Token;
use super::words::{Class, Noun, Tongue, Verb, Words};

/// How far from the head of a clause a relative one may open that tells of its noun, in words.
const OBJECT: usize = 6;

/// Whether a subject is one thing and nobody: "le second vote".
pub(super) fn is_thing(tokens: &[Token<'_>], subject: &Mention) -> bool {
    if is_written_on(tokens, subject) {
        return false;
    }
    let several = tokens[subject.core.first].is(Class::PLURAL)
        || subject.head.is_some_and(|head| tokens[head].lower.ends_with('s'));
    let several = several || subject.is_share(tokens);
    let named = subject.core.of(tokens).iter().skip(1).any(|token| token.capital);
    !spoken::is_somebody(tokens, subject) && !several && !named
}

/// "un panneau", "des pancartes".
pub(super) fn is_written_on(tokens: &[Token<'_>], subject: &Mention) -> bool {
    subject.head.is_some_and(|head| tokens[head].noun.any(Noun::WRITTEN_ON))
}

/// "une pancarte sur laquelle est écrit : « … »": what a relative clause before a colon says is written where.
pub(super) fn written_on(tokens: &[Token<'_>], low: usize, colon: usize, words: &Words) -> Option<Mention> {
    let written = |token: &Token<'_>| {
        ["écrit", "marqué", "inscrit", "peint", "gravé"].iter().any(|verb| token.lower.starts_with(verb))
    };
    let verb = (low + 1..colon).rev().take(4).find(|at| written(&tokens[*at]))?;
    if !matches!(tokens[verb - 1].lower.as_ref(), "est" | "sont" | "était" | "étaient") {
        return None;
    }
    let relative = (low..colon).rev().find(|at| {
        matches!(tokens[*at].lower.as_ref(), "laquelle" | "lequel" | "lesquelles" | "lesquels" | "où" | "qui")
    })?;
    let end = relative - usize::from(relative > low && tokens[relative - 1].is(Class::PREPOSITION));
    (low..end).find_map(|first| {
        let mention = phrases::at(tokens, first, end, words).filter(|_| phrases::opens(tokens, first))?;
        (mention.core.after == end && !mention.pronoun).then_some(mention)
    })
}

/// "On pouvait lire sur [une banderole] : « … »": what is read before a colon, and where.
pub(super) fn read_on(tokens: &[Token<'_>], low: usize, colon: usize, words: &Words) -> Option<Mention> {
    let reads = |at: &usize| matches!(tokens[*at].lower.as_ref(), "lire" | "lit" | "lisait" | "leer" | "lee");
    let read = (low..colon).find(reads)?;
    let nobody = tokens[low..read].iter().any(|token| token.is(Class::UNNAMED)) || tokens[read].lower.starts_with("le");
    let place = (read + 1..colon).find(|at| matches!(tokens[*at].lower.as_ref(), "sur" | "dans" | "en"))?;
    phrases::at(tokens, place + 1, colon, words).filter(|where_| nobody && where_.after >= colon)
}

/// "Des mots qui font bondir [la déléguée], Ada Hill : « … »": whom something makes speak before a colon.
pub(super) fn made_to_speak(tokens: &[Token<'_>], low: usize, colon: usize, words: &Words) -> Option<Mention> {
    let makes = |at: &usize| {
        let does = matches!(tokens[*at].lower.as_ref(), "fait" | "font" | "faisait" | "faisaient" | "fit" | "firent");
        does && tokens[at + 1].lower.ends_with('r') && phrases::opens(tokens, at + 2)
    };
    let makes = (low..colon.saturating_sub(2)).rev().find(makes)?;
    let whom = phrases::at(tokens, makes + 2, colon, words).filter(|whom| whom.after >= colon)?;
    (whom.name.is_some() || whom.is_human(tokens)).then_some(whom)
}

/// "Les débuts sont rudes, mais [la jeune fille] tient bon : « … »", "Une chance pour [ce berger] : « … »": the last that a
/// sentence before a colon is about, where its subject is nobody.
pub(super) fn of_last_clause(tokens: &[Token<'_>], low: usize, colon: usize, words: &Words) -> Option<Mention> {
    let verb = |token: &Token<'_>| token.is(Class::AUXILIARY) || token.verb.any(Verb::FINITE);
    let verbless = !tokens[low..colon].iter().any(verb);
    let cleft = tokens.get(low).is_some_and(|first| first.lower == "c'");
    // "Réponse de [la maire] : « … »"
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    if verbless && tokens.get(low).is_some_and(|noun| noun.noun.any(Noun::ANSWER)) {
        // "Réponse cinglante [de la maire], deux jours plus tard : « … »"
        let plain = |token: &&Token<'_>| token.is_word() && !token.is(Class::LINK.and(Class::DETERMINER));
        let link = low + 1 + tokens[low + 1..colon].iter().take_while(plain).count();
        if matches!(word(link), "de" | "d'" | "du" | "des" | "del") {
            let fused = usize::from(!matches!(word(link), "de" | "d'"));
            let whose = phrases::at(tokens, link + 1 - fused, colon, words)?;
            let ends = whose.after >= colon
                || tokens[whose.after].is_sign(",")
                || tokens[whose.after].is(Class::PREPOSITION.and(Class::TIME));
            return (ends && spoken::is_somebody(tokens, &whose)).then_some(whose);
        }
    }
    // "Une piste que [l'adjointe] n'a pas écartée : « … »"
    if let Some(that) = (low + 1..colon).take(OBJECT).find(|at| tokens[*at].is(Class::THAT))
        && !tokens[low..that].iter().any(verb)
        && tokens[low].is(Class::DETERMINER)
        && let Some(whose) = phrases::at(tokens, that + 1, colon, words).filter(|_| phrases::opens(tokens, that + 1))
        && whose.after < colon
        && (whose.pronoun || spoken::is_somebody(tokens, &whose))
        && word(that + 1) != "on"
    {
        return Some(whose);
    }
    // "Ce que [la costumière] prend avec le sourire : « … »"
    if word(low) == "ce" && tokens.get(low + 1).is_some_and(|that| that.is(Class::THAT)) {
        let taken = phrases::at(tokens, low + 2, colon, words).filter(|_| phrases::opens(tokens, low + 2));
        return taken.filter(|taken| taken.after < colon && (taken.name.is_some() || taken.is_human(tokens)));
    }
    let begins = |at: &usize| {
        let before = &tokens[at - 1];
        let joins = matches!(before.lower.as_ref(), "mais" | "et" | "pero" | "y") || cleft && before.is(Class::THAT);
        let whom = verbless && matches!(before.lower.as_ref(), "pour" | "chez" | "para");
        (joins || whom) && phrases::opens(tokens, *at)
    };
    let first = (low + 1..colon).rev().find(begins)?;
    let mention = phrases::at(tokens, first, colon, words)?;
    let next = tokens.get(mention.after).filter(|_| mention.after < colon);
    let acts = next.is_some_and(|next| verb(next) || next.is(Class::OBJECT) && !next.is(Class::DETERMINER));
    let human = mention.name.is_some() || mention.is_human(tokens);
    (human && (verbless || acts)).then_some(mention)
}

/// Whom the verb of saying at a token has for its subject; none where it is no such verb here.
pub(super) fn subject<'t>(
    reading: &Reading<'_, 't>,
    at: usize,
    hanging: Option<usize>,
    low: usize,
    words: &Words,
) -> Option<Source<'t>> {
    let tokens = reading.tokens();
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    if let Some(hanging) = hanging {
        return phrases::at(tokens, hanging, hanging + 1, words).map(Source::Named);
    }
    if token.verb.any(Verb::GERUND) {
        return Some(speaker_before(reading, at, words));
    }
    let start = subjects::skip_back(tokens, at, low, words);
    let light = &tokens[start..at];
    if token.verb.any(Verb::INFINITIVE) {
        return of_infinitive(reading, at, low, words);
    }
    // "après avoir soutenu que"
    if token.verb.any(Verb::PARTICIPLE)
        && start > 1
        && tokens[start - 1].lower == "avoir"
        && tokens[start - 2].lower == "après"
    {
        return Some(speaker_before(reading, at, words));
    }
    let auxiliary = light.iter().any(|token| token.is(Class::AUXILIARY));
    // "a contesté que …, et déploré que …", "a nié, puis reconnu avoir menti"
    let joined = start.checked_sub(1).is_some_and(|before| tokens[before].is(Class::CONJUNCTION))
        || light.first().is_some_and(|first| first.lower == "puis");
    let reports = tokens.iter().skip(at + 1).take(2).any(|next| next.is(Class::THAT) || next.is_mark());
    // "a présenté ses excuses et promis de payer"
    let links = tokens.get(at + 1).is_some_and(|link| matches!(link.lower.as_ref(), "de" | "d'"));
    let does = token.verb.any(Verb::DOES) && complements::is_infinitive(tokens, at + 1)
        || token.verb.any(Verb::MOVES) && links && complements::is_infinitive(tokens, at + 2);
    if token.verb.any(Verb::PARTICIPLE) && joined && (reports || does) && words.tongue == Tongue::French {
        return Some(speaker_before(reading, at, words)).filter(|source| !matches!(source, Source::Open));
    }
    if !auxiliary && !token.verb.any(Verb::FINITE) {
        // "des faits condamnés « fermement » par le maire"
        let marked = tokens.iter().skip(at + 1).take(2).any(Token::is_mark);
        return agent_of(tokens, at, words).filter(|_| marked).map(Source::Named);
    }
    let article = before.is_some_and(|before| {
        // "certains disent que", "s'en défend"
        let leans = before.lower == "en" && start + 1 < at;
        // "El segundo dijo que": a verb
        let reports = tokens.get(at + 1).is_some_and(|that| that.is(Class::THAT)) && token.verb.any(Verb::FINITE);
        !(phrases::stands_alone(before) || reports && before.is(Class::BEFORE_NOUN))
            && (before.is(Class::DETERMINER) && !before.is(Class::OBJECT)
                || before.is(Class::PREPOSITION.and(Class::BEFORE_NOUN)) && !leans)
    });
    if article && !auxiliary {
        return None;
    }
    // "avertit que le prix monte, puis se reprend : « … »"
    let then = light.first().is_some_and(|first| first.lower == "puis");
    if (then || start.checked_sub(1).is_some_and(|before| tokens[before].is(Class::CONJUNCTION)))
        && words.tongue == Tongue::French
    {
        return Some(speaker_before(reading, at, words)).filter(|source| !matches!(source, Source::Open));
    }
    if let Some(agent) = agent_of(tokens, at, words) {
        return Some(Source::Named(agent));
    }
    let source = subjects::before(tokens, at, low, words).map(Source::Named);
    let plural = token.verb.any(Verb::PLURAL);
    let silent = words.tongue == Tongue::Spanish
        && (start == 0
            || tokens[start - 1].is(Class::CONJUNCTION)
            || !tokens[start - 1].is_word()
            || spanish::hangs_on_preposition(tokens, start, words)
            || spanish::only_places(tokens, low, start));
    // "En cuanto al debutante Luis Rey, admitió que …"
    let topic = |subject: &Mention| {
        let comma = tokens.iter().position(|token| token.is_sign(","));
        tokens[0].is(Class::PREPOSITION.and(Class::LINK))
            && start > 0
            && comma == Some(start - 1)
            && subject.core.first > 0
            && tokens[1..subject.core.first].iter().any(|token| token.is(Class::LINK) || token.is(Class::DETERMINER))
    };
    if let Some(side) = spanish::whose_side(tokens, low, start, words) {
        return Some(Source::Named(side));
    }
    match source {
        Some(Source::Named(subject)) if silent && topic(&subject) => Some(speaker_or(reading, at, plural, words)),
        Some(Source::Named(_)) if silent && start > 0 && !tokens[start - 1].is_sign(",") => {
            Some(speaker_or(reading, at, plural, words))
        }
        Some(source) => Some(source),
        None if silent => Some(speaker_or(reading, at, plural, words)),
        None => None,
    }
}

/// "a été interpellé par une retraitée", "condamné « fermement » par le maire".
pub(super) fn agent_of(tokens: &[Token<'_>], at: usize, words: &Words) -> Option<Mention> {
    // "se dit « émue » par la maire": she says so herself
    let own = tokens[..at].iter().rev().take(2).any(|token| matches!(token.lower.as_ref(), "se" | "s'"));
    if own {
        return None;
    }
    // "qualifiée de « fiasco » par l'opposition"
    let of = usize::from(tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_ref(), "de" | "d'" | "comme")));
    let of = if tokens.get(at + 1 + of).is_some_and(Token::is_mark) { of } else { 0 };
    let by = at + 1 + of + usize::from(tokens.get(at + 1 + of).is_some_and(Token::is_mark));
    let agent = tokens[at].verb.any(Verb::PARTICIPLE)
        && tokens.get(by).is_some_and(|next| matches!(next.lower.as_ref(), "par" | "por"));
    let agent = agent.then(|| phrases::at(tokens, by + 1, tokens.len(), words)).flatten();
    agent.filter(|agent| spoken::is_somebody(tokens, agent))
}

/// "Et l'élu d'ajouter", "avant de conclure", "tient à préciser".
fn of_infinitive<'t>(reading: &Reading<'_, 't>, at: usize, low: usize, words: &Words) -> Option<Source<'t>> {
    let tokens = reading.tokens();
    let mut link = at;
    while link > low && tokens[link - 1].is(Class::OBJECT.and(Class::LIGHT)) && !tokens[link - 1].hangs {
        link -= 1;
    }
    let chain =
        |back: usize| link.checked_sub(back).and_then(|at| tokens.get(at)).is_some_and(|token| token.is(Class::CHAIN));
    if chain(1) || chain(2) && tokens[link - 1].is(Class::LINK) {
        return subjects::before(tokens, at, low, words).map(Source::Named);
    }
    let first = link.checked_sub(1)?;
    // "a pris la parole pour annoncer …"
    // ", non sans regretter « … »"
    let how = matches!(tokens[first].lower.as_ref(), "pour" | "sans" | "sin");
    if how && tokens[at].verb.any(Verb::NAMES) {
        return subjects::main(tokens, low, first, words).map(Source::Named);
    }
    if !tokens[at].verb.any(Verb::CUE.and(Verb::ASKS).and(Verb::MOVES)) || !tokens[first].lower.starts_with('d') {
        return None;
    }
    if tokens.get(first.checked_sub(1)?)?.lower.starts_with("avant") || tokens[first - 1].lower == "antes" {
        return Some(speaker_before(reading, at, words));
    }
    let conjunction = tokens.get(low).is_some_and(|token| token.is(Class::CONJUNCTION));
    conjunction.then(|| subjects::before(tokens, first, low, words).map_or(Source::Open, Source::Named))
}

/// Who speaks in a sentence before a token, else whom it opens with.
fn speaker_before<'t>(reading: &Reading<'_, 't>, at: usize, words: &Words) -> Source<'t> {
    // "La note cite « un oubli » ; le maire dément et ajoute que …": the mayor
    let clause = reading.tokens()[..at].iter().rposition(|token| token.is_sign(";"));
    let earlier = reading
        .drafts
        .iter()
        .filter(|draft| draft.cue.is_some_and(|cue| cue.first < at && clause.is_none_or(|sign| sign < cue.first)))
        .max_by_key(|draft| draft.cue.map(|cue| cue.first));
    match earlier.map(|draft| draft.source.clone()) {
        Some(source) => source,
        None => {
            // "Rien n'est sûr : les élus hésitent mais disent que …"
            let stop = reading.tokens()[..at].iter().rposition(|token| token.is_sign(":;"));
            let first = stop.map_or(0, |stop| stop + 1);
            subjects::main(reading.tokens(), first, at, words).map_or(Source::Open, Source::Named)
        }
    }
}

/// Who speaks in a sentence before a token, else whoever is in mind.
fn speaker_or<'t>(reading: &Reading<'_, 't>, at: usize, plural: bool, words: &Words) -> Source<'t> {
    // "El club habla de fraude; la liga lo niega y dice que …": the league
    let clause = reading.tokens()[..at].iter().rposition(|token| token.is_sign(";")).map_or(0, |sign| sign + 1);
    let earlier =
        reading.drafts.iter().rfind(|draft| draft.cue.is_some_and(|cue| clause <= cue.first && cue.first < at));
    let here = || {
        let subject = subjects::main(reading.tokens(), clause, at, words).filter(|_| clause > 0)?;
        spoken::is_somebody(reading.tokens(), &subject).then_some(Source::Named(subject))
    };
    earlier.map(|draft| draft.source.clone()).or_else(here).unwrap_or(Source::Silent { plural })
}
