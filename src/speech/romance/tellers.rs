//! Who tells what a phrase like "selon …" reports, and what else is told of them before it.

use super::phrases::{self, Mention, Span};
use super::spoken;
use super::tokens::Token;
use super::words::{Class, Noun, Participle, Tongue, Verb, Words};

/// How far behind the paper that is named its comma may stand: "un bilan publié mardi par la police,".
pub(super) const TOLD: usize = 12;

/// "selon [les mots d']Ada Hill": how many tokens words for somebody's words take.
pub(super) fn wording(tokens: &[Token<'_>], first: usize) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let links = matches!(word(first + 2), "de" | "d'" | "du" | "des" | "del");
    if tokens.get(first + 1).is_some_and(|noun| noun.noun.any(Noun::WORDING))
        && matches!(word(first), "les" | "le" | "la" | "l'" | "las" | "los")
        && links
    {
        3
    } else {
        0
    }
}

/// Whether somebody is the subject of a verb of saying in words that begin with them.
pub(super) fn says_itself(tokens: &[Token<'_>], content: Span, words: &Words) -> bool {
    let subject = phrases::at(tokens, content.first, content.after, words);
    subject.filter(|subject| subject.is_human(tokens)).is_some_and(|subject| {
        let verb = tokens.get(subject.after).filter(|verb| verb.is_word() && !verb.capital);
        verb.is_some_and(|verb| verb.verb.any(Verb::FINITE) && verb.verb.any(Verb::CUE.and(Verb::NAMES)))
    })
}

/// What a paper has found out itself: "nos informations".
pub(super) fn is_finding(token: &Token<'_>) -> bool {
    let lower = token.lower.as_ref();
    matches!(lower, "informations" | "calculs" | "constatations" | "décomptes" | "informaciones" | "cálculos")
}

/// The comma that ends the words from a place on, where that is near.
fn comma_behind(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let sign = tokens.iter().skip(from).take(TOLD).position(|token| !token.is_word())? + from;
    tokens[sign].is_sign(",").then_some(sign)
}

/// "Pour [le premier témoin entendu par la cour], …": with what it is told of somebody before the comma.
pub(super) fn past_participle(tokens: &[Token<'_>], mut mention: Mention) -> Mention {
    let participle = tokens
        .get(mention.after)
        .is_some_and(|next| next.lower == "par" || next.is_word() && Participle::Behind.ends(&next.lower));
    if let Some(comma) = comma_behind(tokens, mention.after).filter(|_| participle)
        && !tokens[mention.after..comma].iter().any(|token| token.is(Class::AUXILIARY))
    {
        mention.after = comma;
    }
    mention
}

/// "Selon un bilan publié mardi par la police, …": whoever has told it, with all before the comma.
pub(super) fn told_by(tokens: &[Token<'_>], mut mention: Mention, words: &Words) -> Mention {
    let Some(comma) = comma_behind(tokens, mention.after) else { return mention };
    let between = tokens.get(mention.after..comma).unwrap_or_default();
    let by = (mention.after..comma).find(|at| matches!(tokens[*at].lower.as_ref(), "par" | "por"));
    // "Selon la radio qui rapporte l'affaire, …"
    let relates = between.first().is_some_and(|first| first.lower == "qui");
    // "Selon une enquête de la police et de la douane, …"
    // "Selon les élus et les gardiens du bac, …"
    let joins = between
        .get(..2)
        .is_some_and(|both| both[0].is(Class::CONJUNCTION) && both[1].is(Class::LINK.and(Class::DETERMINER)));
    let relates = relates || joins && !between.iter().any(|token| token.is(Class::AUXILIARY));
    // "Selon une étude menée depuis 1987, …"
    let hangs = between.first().is_some_and(|first| first.is(Class::PREPOSITION) || first.ends_like_participle())
        && !between.iter().any(|token| token.verb.any(Verb::FINITE) || token.is(Class::AUXILIARY));
    if by.is_none() && !between.is_empty() && !hangs && !relates {
        return mention;
    }
    // "Selon le procureur interrogé par la radio, …": the prosecutor
    let asked = by.is_some_and(|by| {
        ["interrog", "contact", "joint", "cité", "sollicit", "rencontr", "consult"]
            .iter()
            .any(|stem| tokens[by - 1].lower.starts_with(stem))
    });
    let teller = by.filter(|_| !asked).and_then(|by| phrases::at(tokens, by + 1, comma, words));
    mention = teller.filter(|teller| spoken::is_somebody(tokens, teller)).unwrap_or(mention);
    mention.after = published(tokens, comma).unwrap_or(comma);
    mention
}

/// "…, selon une estimation fournie mardi par Ada Hill.": whoever has told it, where nothing else stands behind.
pub(super) fn told_at_end(tokens: &[Token<'_>], mention: Mention, words: &Words) -> Mention {
    let first = mention.head.map_or(mention.core.after, |head| head + 1);
    let mut told = tokens.iter().skip(first).take_while(|token| token.is_word() && token.lower != "par").take(TOLD);
    let ends = ["i", "ie", "is", "ies", "ite"]; // "fournie", "produite"
    let told = told.any(|word| word.ends_like_participle() || ends.iter().any(|end| word.lower.ends_with(end)));
    if !told || mention.name.is_some() || mention.is_human(tokens) {
        return mention;
    }
    let by = tokens.iter().skip(mention.after).take(TOLD).position(|token| token.lower == "par" || !token.is_word());
    let by = by.map(|ahead| mention.after + ahead).filter(|by| tokens[*by].lower == "par");
    let teller = by.and_then(|by| phrases::at(tokens, by + 1, tokens.len(), words));
    let closes = |teller: &Mention| tokens.get(teller.after).is_none_or(|next| next.is_sign(".,;"));
    teller.filter(|teller| spoken::is_somebody(tokens, teller) && closes(teller)).unwrap_or(mention)
}

/// "Selon une étude, [publiée lundi dans une revue], …": the comma behind where something has been told.
fn published(tokens: &[Token<'_>], comma: usize) -> Option<usize> {
    let told =
        ["publié", "paru", "diffusé", "réalisé", "mené", "rendu", "dévoilé", "révélé", "cité", "interrog", "joint"];
    let first = tokens.get(comma + 1)?;
    let close = comma_behind(tokens, comma + 1)?;
    let inside = &tokens[comma + 1..close];
    let opens = told.iter().any(|stem| first.lower.starts_with(stem)) && !first.verb.any(Verb::FINITE);
    (opens && !inside.iter().any(|token| token.is(Class::AUXILIARY))).then_some(close)
}

/// "una torre [que], según Ada Hill, …": whether "que" tells of a noun, or joins two clauses that do.
pub(super) fn is_told(tokens: &[Token<'_>], that: usize, words: &Words) -> bool {
    let before = &tokens[that - 1];
    let noun = before.verb == Verb::default() && !before.is(Class::PREPOSITION.and(Class::LIGHT));
    words.tongue == Tongue::Spanish && (noun || before.is(Class::CONJUNCTION))
}

/// "Selon une note [que nous avons lue], …", "D'après le rapport[, rédigé par Lys], …": past what is told of a paper.
pub(super) fn past_told(tokens: &[Token<'_>], after: usize) -> usize {
    let comma =
        |from: usize| tokens.iter().skip(from).take(TOLD).position(|token| !token.is_word()).map(|at| from + at);
    let told = |at: usize| tokens.get(at).is_some_and(|token| token.is(Class::THAT) && !token.capital);
    let made = |at: usize| {
        let [verb, by] = tokens.get(at..at + 2).unwrap_or_default() else { return false };
        let ends = [
            "é", "ée", "és", "ées", "u", "ue", "it", "ite", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas",
        ];
        ends.iter().any(|end| verb.lower.ends_with(end)) && matches!(by.lower.as_ref(), "par" | "por" | "en" | "dans")
    };
    let first = if told(after) {
        after
    } else if tokens.get(after).is_some_and(|sign| sign.is_sign(",")) && made(after + 1) {
        after + 1
    } else {
        return after;
    };
    comma(first).filter(|comma| tokens[*comma].is_sign(",")).unwrap_or(after)
}
