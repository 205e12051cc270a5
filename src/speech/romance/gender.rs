//! Women and men: what an article, a title, a first name or the end of a noun tells.

use super::phrases::Mention;
use super::tokens::Token;
use super::words::Class;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

pub(super) fn first_name(token: &Token<'_>) -> Option<Gender> {
    if token.is(Class::FIRST_NAME) { gender_of(token) } else { None }
}

fn gender_of(token: &Token<'_>) -> Option<Gender> {
    if token.is(Class::FEMININE) {
        Some(Gender::Female)
    } else if token.is(Class::MASCULINE) {
        Some(Gender::Male)
    } else {
        None
    }
}

/// The gender that a mention shows: by its article, its title, or the end of its noun.
pub(super) fn gender(tokens: &[Token<'_>], mention: &Mention) -> Option<Gender> {
    let opening = tokens.get(mention.core.first)?;
    // "Mme le maire"
    let before = mention.core.first.checked_sub(1).map(|before| &tokens[before]);
    let titled = before.filter(|title| title.is(Class::TITLE) && opening.is(Class::DEFINITE)).and_then(gender_of);
    if titled.is_some() {
        return titled;
    }
    if mention.pronoun || opening.is(Class::DETERMINER) && !opening.is(Class::PLURAL) {
        // "ce dernier", "son épouse": the word behind tells more
        let back = tokens.get(mention.core.first + 1).filter(|_| mention.core.after > mention.core.first + 1);
        let ending = back.filter(|back| back.is(Class::BACK)).map(|back| {
            if back.lower.ends_with("re") || back.lower.ends_with("ée") { Gender::Female } else { Gender::Male }
        });
        // "le procureur Ada Hill": a woman, unless men have her name too
        let for_both = |token: &Token<'_>| matches!(token.lower.as_ref(), "camille" | "lou" | "adama" | "ariel");
        let first = mention.name.filter(|name| name.after > name.first + 1).map(|name| &tokens[name.first]);
        let her = first.filter(|first| !for_both(first)).and_then(first_name);
        let her = her.filter(|gender| *gender == Gender::Female);
        // "son maître", but "son amie"
        let his = || {
            let noun = tokens.get(mention.core.first + 1).filter(|_| mention.core.after > mention.core.first + 1)?;
            let vowel = noun.lower.starts_with(['a', 'e', 'i', 'o', 'u', 'h', 'y', 'é', 'è', 'ê', 'œ', 'â', 'î', 'ô']);
            (matches!(opening.lower.as_ref(), "son" | "mon") && !vowel).then_some(Gender::Male)
        };
        if let Some(gender) = her.or(ending).or_else(|| gender_of(opening)).or_else(his) {
            return Some(gender);
        }
    }
    let titles =
        mention.core.of(tokens).iter().chain(mention.name.and_then(|name| tokens.get(name.first.checked_sub(1)?)));
    let title = titles.filter(|token| token.is(Class::TITLE)).find_map(gender_of);
    // "Ada Hill, médecin à Lys": her first name tells more than a noun for both
    let first =
        || mention.name.filter(|name| name.after > name.first + 1).and_then(|name| first_name(&tokens[name.first]));
    title.or_else(first).or_else(|| {
        let nouns = mention.head.into_iter().chain(mention.roles.iter().map(|role| role.first));
        // "Wajdi Amrani, le metteur en scène"
        let article = |token: &Token<'_>| token.is(Class::DEFINITE) && !token.is(Class::PLURAL);
        let tells = |noun: &Token<'_>| if article(noun) { gender_of(noun) } else { ending(noun) };
        nouns.filter_map(|noun| tokens.get(noun)).find_map(tells)
    })
}

/// What the end of a noun for a person tells: "-trice", "-euse", "-eur", "-ien".
fn ending(noun: &Token<'_>) -> Option<Gender> {
    let lower = noun.lower.strip_suffix('s').unwrap_or(&noun.lower);
    if matches!(lower, "capitaine" | "médecin" | "témoin" | "personne") {
        return None;
    }
    if ["père", "frère", "compère"].iter().any(|end| lower.ends_with(end)) {
        return Some(Gender::Male);
    }
    let ends = |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end));
    // "l'agence", "l'association"
    if noun.is(Class::BODY) && !noun.is(Class::HUMAN) {
        let female = ends(&["tion", "sion", "té", "ence", "ance", "ole", "ise", "ción", "dad"]);
        let male = ends(&["ment", "isme", "cat", "tif", "eau", "eur", "ismo", "miento"]);
        return if female { Some(Gender::Female) } else { male.then_some(Gender::Male) };
    }
    // "l'accusation"
    if !noun.is(Class::HUMAN) && ends(&["tion", "sion", "ence", "ance"]) {
        return Some(Gender::Female);
    }
    if !noun.is(Class::HUMAN) && !ends(&["trice", "euse", "ienne", "ora"]) {
        None
    } else if ends(&[
        "trice",
        "euse",
        "ienne",
        "ère",
        "onne",
        "anne",
        "otte",
        "ante",
        "ente",
        "esse",
        "ée",
        "ive",
        "elle",
        "ine",
        "enne",
        "eure",
        "ora",
        "nera",
        "esa",
        "ana",
        "avocate",
        "candidate",
        "magistrate",
        "cheffe",
        "mère",
        "fille",
        "femme",
        "sœur",
        "élue",
        "inconnue",
    ]) {
        Some(Gender::Female)
    } else if ends(&[
        "eur",
        "ien",
        "ier",
        "ant",
        "ent",
        "é",
        "if",
        "el",
        "in",
        "ain",
        "dor",
        "ero",
        "ano",
        "avocat",
        "candidat",
        "magistrat",
        "élu",
        "inconnu",
    ]) {
        Some(Gender::Male)
    } else {
        None
    }
}
