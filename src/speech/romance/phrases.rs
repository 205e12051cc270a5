//! Noun phrases that name a speaker: "la ministre de la Santé, Sophie Lemaître", "un voisin", "elle".

use super::appositions;
use super::complements;
pub(super) use super::mention::{Mention, Span};
use super::names::{in_name, is_loud, is_ordinal, name_in};
use super::stops::{acts, is_occasion, is_told_of, stops};
use super::tokens::Token;
use super::words::{Class, Verb, Words};

/// The longest noun phrase, in words.
pub(super) const LONGEST: usize = 18;

/// Whether a noun phrase may open at a token.
pub(super) fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let titled = token.is(Class::TITLE) && tokens.get(at + 1).is_some_and(|next| next.capital && next.is_word());
    // "disent des habitants", "Des habitants disent"
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let some = token.lower == "des"
        && before.is_none_or(|before| !before.is_word() || before.verb != Verb::default() || before.is(Class::TIME));
    let bodies = token.is(Class::BODY) && token.lower.ends_with('s');
    bodies
        || some
        || token.is_word()
            && !token.is(Class::PREPOSITION.and(Class::CONJUNCTION).and(Class::TIME))
            && (token.is(Class::DETERMINER.and(Class::PRONOUN)) || token.is_name() && !token.is(Class::LIGHT) || titled)
}

/// The noun phrase that opens at a token and ends before `limit`.
pub(super) fn at(tokens: &[Token<'_>], first: usize, limit: usize, words: &Words) -> Option<Mention> {
    let limit = limit.min(tokens.len());
    let opening = tokens.get(first).filter(|_| first < limit)?;
    if let Some(mention) = back(tokens, first, limit) {
        return Some(mention);
    }
    // "Mme la maire"
    if opening.is(Class::TITLE)
        && opening.capital
        && let [article, noun] = tokens.get(first + 1..limit.min(first + 3)).unwrap_or_default()
        && article.is(Class::DEFINITE)
        && noun.is(Class::HUMAN)
    {
        return at(tokens, first + 1, limit, words);
    }
    if opening.is(Class::PRONOUN) && (opening.hangs || !opening.is(Class::DETERMINER)) {
        let mut mention = Mention::pronoun(first);
        // "celle qui préside la cour"
        if tokens.get(first + 1).is_some_and(|next| next.is(Class::RELATIVE) && first + 1 < limit) {
            mention.after = tokens[..limit].iter().skip(first).position(|t| !t.is_word()).map_or(limit, |n| first + n);
        }
        return Some(mention);
    }
    let after = end(tokens, first, limit)?;
    let core = Span { first, after };
    let noun = head(tokens, core);
    // "le député PS": a party, not a name
    let is_party = |name: &Span| {
        let loud = is_loud(tokens[name.first].text)
            && (name.after == name.first + 1 || !is_loud(tokens[name.after - 1].text))
            || name.of(tokens).iter().all(|token| is_loud(token.text));
        let named = Class::BODY.and(Class::KNOWN_BODY).and(Class::TITLED).and(Class::TITLE);
        loud && noun.is_some_and(|noun| {
            let noun_is = &tokens[noun];
            name.first > noun && !noun_is.capital && (noun_is.is(Class::HUMAN) || !noun_is.is(named))
        })
    };
    // "le député PS Guy Hill": the name is behind the letters
    let name = name_in(tokens, core, noun).and_then(|name| {
        let person = Span { first: name.first + 1, after: name.after };
        let is_person = person.of(tokens).len() > 1 && tokens[person.first].is(Class::FIRST_NAME);
        // "le député Renaissance Guy Hill"
        let party = noun.is_some_and(|noun| noun < name.first && tokens[noun].is(Class::HUMAN))
            && matches!(
                tokens[name.first].lower.as_ref(),
                "renaissance" | "horizons" | "modem" | "reconquête" | "liot"
            );
        // "un député Renaissance"
        let alone = name.after == name.first + 1;
        if is_party(&name) || party && (is_person || alone) { Some(person).filter(|_| is_person) } else { Some(name) }
    });
    let mut mention = Mention { core, name, head: noun, roles: Vec::new(), pronoun: false, after };
    appositions::take_in(tokens, &mut mention, limit, words);
    (mention.head.is_some() || mention.name.is_some()).then_some(mention)
}

/// "ce dernier", "le principal intéressé", "celle qui".
fn back(tokens: &[Token<'_>], first: usize, limit: usize) -> Option<Mention> {
    let ahead = usize::from(tokens.get(first + 1).is_some_and(|next| next.lower.starts_with("principal")));
    let next = tokens.get(first + 1 + ahead).filter(|_| first + 1 + ahead < limit)?;
    // "Le même jure que"
    let again = tokens
        .get(first + 2)
        .is_some_and(|verb| verb.verb.any(Verb::FINITE) || verb.is(Class::AUXILIARY) || verb.lower == "s'");
    if next.lower == "même" && ahead == 0 && tokens[first].is(Class::DEFINITE) && first + 2 <= limit && again {
        let mut mention = Mention::pronoun(first);
        mention.core.after = first + 2;
        mention.after = mention.core.after;
        return Some(mention);
    }
    let relative =
        next.is(Class::RELATIVE.and(Class::THAT)) && matches!(tokens[first].lower.as_ref(), "celui" | "celle");
    if !(relative || tokens[first].is(Class::DETERMINER) && next.is(Class::BACK)) {
        return None;
    }
    let mut mention = Mention::pronoun(first);
    mention.core.after = first + 2 + ahead;
    mention.after = mention.core.after;
    Some(mention)
}

/// Where the noun phrase ends that opens at `first`.
pub(super) fn end(tokens: &[Token<'_>], first: usize, limit: usize) -> Option<usize> {
    let mut at = first;
    // whether a person's name stands in it: no "à Lyon" goes on behind one
    let mut named = false;
    let mut noun = false;
    while at < limit.min(first + LONGEST) && (!stops(tokens, at) || at == first && tokens[at].is_word()) {
        let token = &tokens[at];
        let next = tokens.get(at + 1).filter(|_| at + 1 < limit);
        if token.is_sign("&") {
            named = true;
        } else if token.is(Class::CONJUNCTION) && at > first {
            // "Ada et Luc Hill", "la Bourse et la Banque" are one; a small word behind "et" opens something new
            let joins = tokens[at - 1].is_name() && next.is_some_and(Token::is_name);
            // "sa compagne et associée", "le maire et député"
            let person = |token: &Token<'_>| token.is(Class::HUMAN) && !token.capital && !token.lower.ends_with('s');
            let callings =
                at > first + 1 && person(&tokens[at - 1]) && next.is_some_and(person) && !token.lower.ends_with('u');
            // "le Service d'incendie et de secours"
            let names = |token: &Token<'_>| token.is(Class::BODY) || token.is_name() && token.is(Class::TITLED);
            let body = tokens[first..at].iter().take(2).any(|token| token.capital && names(token));
            let both = body
                && next.is_some_and(|next| next.is(Class::LINK) && next.lower.starts_with('d'))
                && at > first + 2
                && tokens[at - 2].is(Class::LINK)
                && tokens.get(at + 2).is_some_and(|noun| at + 2 < limit && !noun.capital && noun.is_word());
            // "le ministre du Tourisme et de l'Artisanat"
            let office = at > first + 2
                && tokens[at - 1].capital
                && tokens[at - 2].is(Class::LINK.and(Class::DETERMINER))
                && tokens[first..at - 1].iter().any(|token| token.lower.starts_with("minist"))
                && next.is_some_and(|next| next.is(Class::LINK) && next.lower.starts_with('d'))
                && (at + 2..limit.min(at + 4))
                    .any(|noun| tokens[noun].capital && tokens[noun - 1].is(Class::LINK.and(Class::DETERMINER)));
            // "son adjoint aux transports et aux sports, Jean Rey"
            let fields = at > first + 2
                && next.is_some_and(|next| matches!(next.lower.as_ref(), "aux" | "au"))
                && tokens[first..at].iter().any(|token| token.lower.starts_with("adjoint"))
                && tokens.get(at + 3).is_some_and(|comma| comma.is_sign(","))
                && tokens.get(at + 4).is_some_and(|name| name.capital);
            if !joins && !callings && !both && !office && !fields {
                break;
            }
        } else if token.is(Class::LINK) && at > first && next.is_some_and(|next| next.is(Class::PRONOUN) && !next.hangs)
        {
            return Some(at + 2); // "l'une d'elles"
        } else if token.is(Class::LINK)
            && at > first
            && next.is_some_and(|next| next.lower == "entre")
            && tokens.get(at + 2).is_some_and(|next| next.is(Class::PRONOUN) && at + 2 < limit)
        {
            return Some(at + 3); // "l'un d'entre eux"
        } else if token.is(Class::LINK) {
            let listener = tokens[at..limit].iter().skip(1).take(3).any(|token| token.is(Class::LISTENER));
            let far = !token.lower.starts_with('d') && (named || listener || !noun);
            let aside = token.lower == "en"
                && next.is_some_and(|next| {
                    // "en souriant", "en 2020"
                    next.verb.any(Verb::GERUND)
                        || next.lower.ends_with("ant")
                        || next.is(Class::TIME)
                        || next.text.starts_with(char::is_numeric)
                });
            let infinitive = next.is_some_and(|next| next.verb.any(Verb::INFINITIVE) && !next.capital)
                || next.is_some_and(|next| {
                    let auxiliary = matches!(next.lower.as_ref(), "avoir" | "être" | "haber" | "ser");
                    next.is(Class::OBJECT) || auxiliary || token.lower == "à" && !next.capital
                }) && complements::is_infinitive(tokens, at + 1);
            let placed = noun && is_occasion(tokens, at);
            // "un employé de la gare à Radio Lys": who is told
            let told = noun && token.lower == "à" && next.is_some_and(Token::is_name);
            // "appelés par le syndicat à une grève"
            let told = told
                || noun
                    && token.lower == "à"
                    && next.is_some_and(|next| next.is(Class::INDEFINITE))
                    && tokens[first..at].iter().any(|token| token.is(Class::BODY));
            // "la maire aux autres élus"
            let heard =
                |token: &Token<'_>| token.is(Class::HUMAN) && token.lower.ends_with('s') && token.lower != "personnes";
            let told = told || noun && token.lower == "aux" && tokens[at..limit].iter().skip(1).take(2).any(heard);
            if at > first
                && (told || placed || far || aside || infinitive || next.is_none() || named && !in_name(tokens, at))
            {
                break;
            }
        } else if token.is(Class::DETERMINER) && at > first {
            let before = &tokens[at - 1];
            let goes_on =
                before.is(Class::LINK) || before.is(Class::DETERMINER) || before.is(Class::BEFORE_NOUN) && !noun;
            // "le quotidien de la côte Le Phare"
            let titled = token.capital && noun && next.is_some_and(|next| next.capital && next.is_word());
            // "son ami le géographe Jean Rey"
            let own = tokens[first].is(Class::POSSESSIVE) && before.is(Class::HUMAN);
            let calling = token.is(Class::DEFINITE) && next.is_some_and(|next| next.is(Class::HUMAN));
            let apposed = calling && own && tokens.get(at + 2).is_some_and(Token::is_name);
            // "l'autre sourit"
            let verb = |next: &Token<'_>| next.verb.any(Verb::FINITE) && next.class == Class::default();
            if at == first + 1 && token.lower == "autre" && (next.is_some_and(verb) || acts(tokens, at + 1, limit)) {
                return Some(at + 1);
            }
            if !goes_on && !titled && !apposed && !in_name(tokens, at) {
                break;
            }
        } else if token.class == Class::PARTICLE && in_name(tokens, at) {
            // "Joris van Eyck": all of the name
        } else if token.is_name() && !is_ordinal(tokens, first, at, limit) {
            let links = at > first && tokens[at - 1].is(Class::LINK.and(Class::DETERMINER));
            // "le coordinateur CGT Fonction publique": letters are no person's name
            let letters = noun && (is_loud(token.text) || is_loud(tokens[at - 1].text));
            named |= !links && !letters;
            noun |= links;
        } else {
            // a small word behind a person's name belongs to something else
            let verb =
                token.verb.any(Verb::FINITE) && !token.verb.any(Verb::PARTICIPLE) && token.class == Class::default();
            // "le collectif Alerte [fluviale] Lys"
            let of_body = at > first + 1
                && tokens[at - 2].is(Class::KNOWN_BODY)
                && tokens[at - 1].is_name()
                && token.class == Class::default()
                && next.is_some_and(Token::is_name);
            if named && !of_body || noun && !of_body && (verb || is_told_of(token, next) || acts(tokens, at, limit)) {
                break;
            }
            noun |= !token.is(Class::DETERMINER.and(Class::BEFORE_NOUN));
        }
        at += 1;
    }
    let small = Class::LINK.and(Class::DETERMINER).and(Class::CONJUNCTION);
    let tail = tokens[first..at].iter().rev().take_while(|token| token.is(small)).count();
    if tail < at - first {
        return Some(at - tail);
    }
    // "un autre", "l'une", "certains"
    (tail > 1 || at == first + 1 && stands_alone(&tokens[first])).then_some(at)
}

/// "certains", "tous": words for several that need no noun.
pub(super) fn stands_alone(token: &Token<'_>) -> bool {
    matches!(
        token.lower.as_ref(),
        "certains" | "certaines" | "plusieurs" | "beaucoup" | "tous" | "toutes" | "algunos" | "algunas" | "todos"
    )
}

/// The noun of a phrase that opens with an article or a title.
fn head(tokens: &[Token<'_>], core: Span) -> Option<usize> {
    let mut nouns = (core.first..core.after).filter(|at| {
        let token = &tokens[*at];
        let closes = *at + 1 == core.after || tokens[*at + 1].is(Class::LINK);
        // "auprès [du parquet]"
        let fused = *at == core.first && matches!(token.lower.as_ref(), "du" | "au" | "aux");
        // "le 3e adjoint"
        let ordinal = token.text.starts_with(char::is_numeric) && token.text.ends_with(['e', 'r']);
        !fused && !ordinal && !token.is(Class::DETERMINER.and(Class::BEFORE_NOUN).and(Class::LINK))
            || token.is(Class::HUMAN) && closes
    });
    // "un autre", "l'une"
    let alone = (core.after > core.first + 1).then(|| core.after - 1);
    let several = stands_alone(&tokens[core.first]);
    let Some(first) = nouns.next() else { return alone.or(several.then_some(core.first)) };
    let title = tokens[first].is(Class::TITLE) && first + 1 < core.after;
    let article = first > core.first && tokens[core.first].is(Class::DETERMINER);
    (title || article || !tokens[first].capital).then_some(first)
}

/// The end of the run of capitals that begins at a token.
pub(super) fn run(tokens: &[Token<'_>], first: usize, limit: usize) -> usize {
    let limit = limit.min(tokens.len());
    let mut at = first;
    while at < limit && (tokens[at].is_name() || at > first && in_name(tokens, at)) {
        at += 1;
        // "à l'AFP Ada Hill", "à RTBL Ada Hill": an agency and a name are two
        let last = &tokens[at - 1];
        // "Ada Hill de Lys-Services", "Ada Hill de RTBL": where she works
        let works = |next: &Token<'_>| {
            is_loud(next.text)
                || next.text.contains('-') && !next.lower.starts_with("saint") && !next.is(Class::FIRST_NAME)
        };
        if at > first + 1
            && tokens[first].is(Class::FIRST_NAME)
            && tokens
                .get(at)
                .is_some_and(|link| link.lower == "du" || link.lower == "de" && tokens.get(at + 1).is_some_and(works))
        {
            break;
        }
        let told = first > 0 && at == first + 1 && matches!(tokens[first - 1].lower.as_ref(), "à" | "sur");
        let loud = last.text.len() > 2 && last.text.chars().all(char::is_uppercase);
        let named = tokens.get(at).is_some_and(|next| next.is(Class::FIRST_NAME)) && at + 1 < limit;
        if last.is(Class::LISTENER) && (loud || told) || told && (loud || named) {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::super::words::Tongue;
    use super::*;

    fn check(text: &str, core: &str, name: Option<&str>) {
        let words = Words::of(Tongue::French);
        let mut found = Vec::new();
        tokens::read(text, 0..text.len(), words, &mut found);
        let mention = at(&found, 0, found.len(), words);
        let shown = |span: Span| &text[found[span.first].start..found[span.after - 1].end];
        let mention = mention.map(|mention| (shown(mention.core), mention.name.map(shown)));
        assert_eq!(mention, Some((core, name)), "in {text}");
    }

    #[test]
    fn noun_phrases_end_where_the_sentence_goes_on() {
        check("le maire de Lys, Jean Rey, au lendemain", "le maire de Lys", Some("Jean Rey"));
        check(
            "la ministre de la Santé Sophie Lemaître a dit",
            "la ministre de la Santé Sophie Lemaître",
            Some("Sophie Lemaître"),
        );
        check("Jean Rey à l'AFP", "Jean Rey", Some("Jean Rey"));
        check("le parquet de Nanterre mardi", "le parquet de Nanterre", None);
        check("L'avocat d'Emmanuel Petit, Me Karine Duval, a", "L'avocat d'Emmanuel Petit", Some("Karine Duval"));
        check("Mme Dumontet dans un communiqué", "Mme Dumontet", Some("Dumontet"));
        check("l'élu écologiste qui dort", "l'élu écologiste", None);
        check("un de ses porte-parole", "un de ses porte-parole", None);
    }
}
