//! Verbs of saying where nothing is said: "a relevé le seuil", "se révèle cher", "apprend que".

use super::tokens::Token;
use super::words::Class;

/// "a relevé [le niveau de l'eau]", "a relevé [ses objectifs]": not said.
pub(super) fn raises(tokens: &[Token<'_>], from: usize) -> bool {
    let things = ["niveau", "taux", "seuil", "plafond", "montant", "prix", "défi", "tête", "point"];
    let raised = |token: &Token<'_>| token.is(Class::POSSESSIVE) || things.contains(&token.lower.as_ref());
    tokens.iter().skip(from).take(3).any(raised)
}

/// "se révèlent plus chers que prévu": how something turns out, and nobody says so.
pub(super) fn turns_out(tokens: &[Token<'_>], verb: usize) -> bool {
    let own = verb.checked_sub(1).is_some_and(|before| matches!(tokens[before].lower.as_ref(), "se" | "s'"));
    own && ["révél", "révèl", "annonc"].iter().any(|stem| tokens[verb].lower.starts_with(stem))
}

/// "Ada Hill apprend que …": she is told so, unless she tells somebody.
pub(super) fn learns(tokens: &[Token<'_>], verb: usize) -> bool {
    let learning = ["appren", "appris", "apprit"].iter().any(|stem| tokens[verb].lower.starts_with(stem));
    let told = |token: &Token<'_>| token.is(Class::OBJECT) && token.lower != "s'";
    let before = tokens[..verb].iter().rev().take(2).any(told);
    let behind = tokens.iter().skip(verb + 1).take(4).any(|token| matches!(token.lower.as_ref(), "à" | "au" | "aux"));
    learning && !before && !behind
}
