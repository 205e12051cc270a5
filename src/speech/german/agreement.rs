//! What case and number of German words tell: 'Der Zeitung sagte Hill …', 'Die neuen Regeln lobte der Rat.'

use super::super::lexicon::Kind;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::phrase;

/// One or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Several,
}

/// Whether a noun phrase could be a subject by its article and the adjective before its noun.
pub(super) fn could_be_subject(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let inside = phrase.of(tokens);
    let Some(first) = inside.first() else { return false };
    match first.lower.as_ref() {
        "den" | "dem" | "des" | "einen" | "einem" | "eines" | "diesem" | "diesen" | "jedem" | "jeden" | "keinem"
        | "keinen" | "seiner" | "seinem" | "seinen" | "seines" | "ihrer" | "ihrem" | "ihren" | "ihres" | "unserer"
        | "unserem" | "unseren" | "allen" | "vielen" | "einigen" | "mehreren" => false,
        // 'Einer der Gäste sagte', but not 'Einer Zeitung sagte Hill'
        "einer" => inside.get(1).is_some_and(|next| phrase::is_article(next) || next.lower == "von"),
        // 'dieses Jahres'
        "dieses" => !inside.iter().find(|token| phrase::is_noun(token)).is_some_and(|noun| noun.lower.ends_with('s')),
        // 'der englischen Post', 'der Wirtin', 'der Zeitung'
        "der" | "dieser" => {
            let noun = inside.iter().find(|token| phrase::is_noun(token));
            !noun.is_some_and(|noun| !noun.capital && is_feminine(&noun.lower))
                && !before_noun(inside).is_some_and(|word| word.lower.ends_with("en"))
        }
        _ => true,
    }
}

/// Whether a noun stands for a woman by its ending: "Wirtin", "Köchin", "Ministerin".
pub(super) fn is_woman(lower: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["rin", "tin", "din", "gin", "fin", "chin", "sin", "kin", "nomin", "osophin", "graphin", "plizin"];
    ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !lower.ends_with("cousin")
}

/// Whether "die" is the article of a noun by its ending.
pub(in super::super) fn is_feminine(lower: &str) -> bool {
    const ENDINGS: [&str; 19] = [
        "ung", "heit", "keit", "schaft", "tion", "tät", "polizei", "partei", "behörde", "kirche", "agentur", "wehr",
        "klinik", "firma", "justiz", "presse", "börse", "union", "kammer",
    ];
    is_woman(lower)
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
            && !lower.ends_with("sprung")
            && !lower.ends_with("schwung")
}

/// The adjective right before the first noun of a phrase.
fn before_noun<'a, 't>(inside: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let noun = inside.iter().position(phrase::is_noun)?;
    noun.checked_sub(1).map(|before| &inside[before]).filter(|word| phrase::is_adjective(word))
}

/// How many a phrase stands for, as far as its article and its adjective tell.
pub(super) fn of_phrase(tokens: &[Token<'_>], phrase: Phrase) -> Option<Number> {
    let inside = phrase.of(tokens);
    if inside.iter().any(|token| matches!(token.lower.as_ref(), "und" | "sowie" | "oder" | "&")) {
        return None;
    }
    match inside.first()?.lower.as_ref() {
        "der" | "das" | "ein" | "eine" | "dieser" | "dieses" | "jeder" | "jede" | "jedes" | "kein" | "er" | "man"
        | "es" | "ich" => Some(Number::One),
        "viele" | "einige" | "mehrere" | "beide" | "alle" | "zwei" | "drei" | "wir" => Some(Number::Several),
        "die" | "diese" | "keine" | "seine" | "ihre" | "unsere" => {
            let adjective = before_noun(inside)?;
            Some(if adjective.lower.ends_with("en") { Number::Several } else { Number::One })
        }
        _ => None,
    }
}

/// How many a finite verb speaks of, as far as its ending tells.
pub(super) fn of_verb(token: &Token<'_>) -> Option<Number> {
    let lower = token.lower.as_ref();
    let auxiliary = token.kind.is_some_and(|kind| kind.is_auxiliary() && kind != Kind::Negation);
    if auxiliary {
        return Some(if lower == "sind" || lower.ends_with('n') { Number::Several } else { Number::One });
    }
    if token.strength == 0.0 || lower.starts_with("ge") {
        return None;
    }
    Some(if lower.ends_with("en") { Number::Several } else { Number::One })
}

/// Whether a phrase cannot be the subject of a verb because one is one and the other several.
pub(super) fn disagrees(tokens: &[Token<'_>], phrase: Phrase, verb: usize) -> bool {
    let verb = tokens.get(verb).and_then(of_verb);
    of_phrase(tokens, phrase).zip(verb).is_some_and(|(phrase, verb)| phrase != verb)
}
