//! Words at which a noun phrase ends: verbs, and what opens another part of the sentence.

use super::spanish;
use super::tokens::Token;
use super::words::{Class, Noun, Verb};

/// Whether a word ends every noun phrase.
pub(super) fn stops(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let behind_article = before.is_some_and(|before| before.is(Class::DETERMINER.and(Class::BEFORE_NOUN)));
    // "son avocat Me Ada Hill"
    if token.is(Class::TITLE) && token.capital && at > 0 && tokens.get(at + 1).is_some_and(Token::is_name) {
        return false;
    }
    // "la maire du 8e arrondissement"
    let adverb = token.lower.ends_with("ment")
        && token.class == Class::default()
        && !behind_article
        && token.lower != "arrondissement"
        || token.lower.ends_with("mente");
    // "on entend le joueur [répondre]"
    let does = token.verb.any(Verb::INFINITIVE)
        && token.class == Class::default()
        && before.is_some_and(|before| before.is_word() && !before.is(Class::LINK.and(Class::BEFORE_NOUN)));
    // "Rey & Fils"
    let and = token.is_sign("&") && before.is_some_and(Token::is_name);
    !(token.is_word() || and && tokens.get(at + 1).is_some_and(Token::is_name))
        || token.hangs
        || matches!(token.lower.as_ref(), "met" | "mettent") && !behind_article
        || does && !behind_article
        || token.is(Class::OBJECT) && !token.is(Class::DETERMINER.and(Class::PREPOSITION))
        || (is_past(token) || is_spanish_verb(token) || is_plural_verb(tokens, at)) && !behind_article
        || token.is(Class::CHAIN) && token.class == Class::CHAIN && !token.capital && !behind_article
        || token.text.starts_with(char::is_numeric) && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME))
        || token.is(Class::RELATIVE.and(Class::THAT)) && !token.capital
        || token.is(Class::AUXILIARY) && !token.capital
        || token.is(Class::LIGHT) && !token.is(Class::BEFORE_NOUN)
        || token.is(Class::TIME) && !behind_article
        || (is_future(token) || is_imperfect(token)) && !behind_article
        || token.is(Class::DEED) && !token.capital && !behind_article
        || token.is(Class::PREPOSITION) && !token.is(Class::LINK)
        || token.is(Class::PRONOUN) && !token.is(Class::DETERMINER)
        || token.verb.any(Verb::GERUND) && !behind_article
        || adverb && !before.is_some_and(|before| before.is(Class::PREPOSITION))
}

/// "le prévenu [à la barre]", "le maire [à l'issue du vote]", "[au terme]": where and when, and no part of who.
pub(super) fn is_occasion(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let places = ["barre", "audience", "sortie", "tribune", "issue", "occasion", "instar", "antenne", "aube"];
    let times = ["lendemain", "terme", "cours", "micro", "sujet", "sortir", "moment", "sortir"];
    // "l'accusé d'une voix lasse"
    let manner = || tokens.get(at + 2).is_some_and(|noun| noun.noun.any(Noun::MANNER));
    let way = matches!(word(at), "d'" | "de") && matches!(word(at + 1), "un" | "une" | "seul") && manner();
    way || word(at) == "à" && places.contains(&word(at + 2)) || word(at) == "au" && times.contains(&word(at + 1))
}

/// "une étude [parue] dans la presse", "le témoin [entendu] par la cour".
pub(super) fn is_told_of(token: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let goes_on = |next: &Token<'_>| next.is(Class::PREPOSITION.and(Class::TIME)) && !next.is(Class::LINK);
    let ends = ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"];
    let spanish =
        token.is_spanish && token.class == Class::default() && ends.iter().any(|end| token.lower.ends_with(end));
    (spanish || token.ends_like_participle()) && !token.is(Class::HUMAN.and(Class::BODY)) && next.is_some_and(goes_on)
}

/// "doivent", "devront", "l'interdiction de": a duty, which is somebody else's words.
pub(super) fn binds(token: &Token<'_>) -> bool {
    let lower = token.lower.as_ref();
    let verb = matches!(lower, "doit" | "doivent" | "devait" | "devaient" | "debe" | "deben" | "debía" | "debían");
    verb || lower.starts_with("devr") || matches!(lower, "interdiction" | "obligation" | "prohibición" | "obligación")
}

/// "une mère de famille [installe sa fille]", "le conseil [passa sa main]": a verb with its object.
pub(super) fn acts(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    let [verb, object, noun] = tokens.get(at..limit.min(at + 3)).unwrap_or_default() else { return false };
    let ends = ["e", "it", "a"].iter().any(|end| verb.lower.ends_with(end));
    let article = matches!(object.lower.as_ref(), "le" | "la" | "les" | "un" | "une" | "son" | "sa" | "ses");
    let plain = verb.class == Class::default() && verb.verb == Verb::default() && !verb.capital;
    plain && ends && article && noun.is_word() && !noun.capital && !noun.is(Class::LIGHT)
}

/// A French verb of several: "usaient", and by the noun before it "personnes travaillent".
pub(super) fn is_plural_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let ends = |end: &str| token.lower.ends_with(end);
    let small = Class::DETERMINER.and(Class::BEFORE_NOUN).and(Class::LIGHT).and(Class::PREPOSITION);
    let behind_several = || {
        at.checked_sub(1).is_some_and(|before| {
            tokens[before].is_word() && tokens[before].lower.ends_with('s') && !tokens[before].is(small)
        })
    };
    !token.capital
        && token.class == Class::default()
        && (ends("aient") || ends("èrent") || ends("ent") && behind_several())
}

/// A French verb of what will be or would be: "partira", "tiendrait".
fn is_future(token: &Token<'_>) -> bool {
    let ends = ["era", "ira", "dra", "vra", "eront", "iront", "dront", "vront", "rront", "erait", "irait", "drait"];
    let plain = !token.capital && token.class == Class::default();
    plain && !token.is_spanish && ends.iter().any(|end| token.lower.ends_with(end))
}

/// A French verb of what was going on: "savait", "vivait"; not "portrait".
fn is_imperfect(token: &Token<'_>) -> bool {
    let nouns = ["trait", "lait", "fait", "hait", "laid"];
    let plain = token.is_word() && !token.capital && token.class == Class::default();
    plain
        && token.lower.ends_with("ait")
        && token.lower.len() > 5
        && !nouns.iter().any(|end| token.lower.ends_with(end))
}

/// Whether a French verb by its ending: "savaient", "saura", "savait".
pub(super) fn is_tensed(tokens: &[Token<'_>], at: usize) -> bool {
    let spanish = tokens[at].is_spanish && spanish::is_verb(&tokens[at]);
    spanish || is_plural_verb(tokens, at) || is_future(&tokens[at]) || is_imperfect(&tokens[at])
}

/// A Spanish verb in the past: "evitó".
pub(super) fn is_past(token: &Token<'_>) -> bool {
    !token.capital
        && token.class == Class::default()
        && ["ó", "aron", "ieron"].iter().any(|end| token.lower.ends_with(end))
}

/// A Spanish verb of what will be, or was going on: "tardará", "hablaban".
pub(super) fn is_spanish_verb(token: &Token<'_>) -> bool {
    let plain = token.is_spanish && token.is_word() && !token.capital && token.class == Class::default();
    plain && ["rá", "rán", "rían", "aba", "aban", "ían"].iter().any(|end| token.lower.ends_with(end))
}
