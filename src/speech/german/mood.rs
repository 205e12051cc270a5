//! The mood that German has for what others say: 'Das sei nicht so.'

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::token::Token;
use super::phrase::{is_article, is_noun};
use super::subject;

/// How clearly a verb reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// It states.
    Plain,
    /// It may report, or suppose: "würde", "hätten".
    Supposing,
    /// It reports: "sei", "habe".
    Reporting,
}

/// The mood of the word at token `at`; plain behind the last of a sentence.
pub(super) fn of(tokens: &[Token<'_>], at: usize) -> Mood {
    let Some(token) = tokens.get(at) else { return Mood::Plain };
    // 'Wirt Lasse Hill' has a name that is a form of "lassen"
    let named = at > 0 && token.text.starts_with(char::is_uppercase);
    match token.lower.as_ref() {
        _ if named => Mood::Plain,
        lower if is_reporting_form(lower) => Mood::Reporting,
        lower if Lexicon::german().supposes(lower) => Mood::Supposing,
        _ if is_regular(tokens, at) || is_foreign(tokens, at) => Mood::Reporting,
        _ => Mood::Plain,
    }
}

/// Whether a word is a form that does nothing but report: "sei", "habe".
pub(super) fn is_reporting_form(lower: &str) -> bool {
    Lexicon::german().reports(lower)
}

/// Words in -e that are no verbs. Behind a pronoun fewer are: 'Man benötige Holz', but 'man sagte'.
fn is_no_verb(lower: &str, behind_pronoun: bool) -> bool {
    Lexicon::german().is_no_verb_in_e(lower, behind_pronoun)
}

/// 'ihn interessiere das nicht': verbs in -ieren have no other form in -iere but 'ich interessiere'.
fn is_foreign(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let long = token.word && token.lower.ends_with("iere") && token.lower.len() > "geniere".len();
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| tokens.get(at));
    long && token.text.starts_with(char::is_lowercase) && !beside.into_iter().any(|next| next.lower == "ich")
}

/// 'Der Rat bleibe dabei', 'dass er bleibe': any verb in -e where a verb stands and no adjective may.
fn is_regular(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let small = token.word && token.kind.is_none() && !token.capital && token.text.starts_with(char::is_lowercase);
    if !small || !token.lower.ends_with('e') || token.lower.len() < 4 {
        return false;
    }
    let next = tokens.get(at + 1);
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let pronoun = matches!(before.lower.as_ref(), "er" | "man");
    if is_no_verb(&token.lower, pronoun) {
        return false;
    }
    let ends = next.is_none_or(|next| !next.word && next.mark().is_none() || next.lower == "und");
    // 'Die Ernte reiche, das Heu auch'
    let subject = is_noun(before) && (!ends || next.is_some_and(|next| next.text == ",") && subject::is_second(tokens, at))
        || matches!(before.lower.as_ref(), "er" | "sie" | "es" | "man" | "dies" | "das" | "dieser")
            && next.is_none_or(|next| !is_noun(next) || before.lower == "er" || before.lower == "man")
        // 'Wer das glaube, der verwechsle Schuld mit Pech'
        || at > 2 && tokens[at - 2].text == "," && tokens[0].lower == "wer" && matches!(before.lower.as_ref(), "der" | "die")
        || (before.kind == Some(Kind::Adverb) || at == 1 && before.lower == "damit")
            && next.is_some_and(|next| {
                let second = at == 1 && next.kind == Some(Kind::Adverb);
                // 'Außerdem zeichne Ungarn ein dunkles Bild'
                let named = at == 1 && next.capital && tokens.get(at + 2).is_some_and(is_article);
                second
                    || named
                    || is_article(next)
                    || matches!(next.lower.as_ref(), "er" | "sie" | "es" | "man" | "sich")
            });
    // 'denke ich'
    let own = next.is_some_and(|next| next.lower == "ich");
    let article = is_article(before) || before.kind == Some(Kind::Preposition);
    let no_adjective = || next.is_some_and(|next| next.kind.is_some() && !is_noun(next));
    let parted = before.mark().is_some() || before.is_sign(",");
    // 'Für falsch halte er den Plan', 'Bei Regen bleibe man daheim'
    let inverted = !article
        && at > 1
        && before.word
        && !before.is(Classes::CONJUNCTION)
        && next.is_some_and(|next| matches!(next.lower.as_ref(), "er" | "man"));
    inverted
        || !own && parted && no_adjective()
        || subject && (no_adjective() || subject::is_second(tokens, at) || tokens[0].lower == "wer")
        // 'wie oft das vorkomme'
        || ends && before.kind != Some(Kind::Preposition) && !before.is_sign(",") && opens_subordinate(tokens, at)
}

/// Whether the clause of a token opens with a word that sends the verb to its end.
fn opens_subordinate(tokens: &[Token<'_>], at: usize) -> bool {
    let begin = tokens[..at].iter().rposition(|token| token.is_sign(",;:")).map_or(0, |sign| sign + 1);
    tokens[begin].is(Classes::THAT.and(Classes::CONJUNCTION).and(Classes::QUESTION))
        || tokens[begin].lower == "wer"
        || begin > 0 && matches!(tokens[begin].lower.as_ref(), "der" | "die" | "das" | "deren" | "dessen" | "ob")
}

/// The clearest mood of the verbs of a stretch of tokens.
pub(super) fn clearest(tokens: &[Token<'_>], from: usize, to: usize) -> Mood {
    (from..to.min(tokens.len())).map(|at| of(tokens, at)).max().unwrap_or(Mood::Plain)
}
