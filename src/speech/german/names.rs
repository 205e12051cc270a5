//! Which capitals of a German phrase are a name: 'Hills Wirt [Ulf Kern]', 'der Lyser [Erzbischof]'.

use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::phrase;
use super::role;

/// Whether a name stands in the genitive: "Italiens", not "Franziskus".
pub(in super::super) fn is_genitive(name: &str) -> bool {
    name.ends_with('s') && !["us", "as", "is", "os", "ss"].iter().any(|end| name.ends_with(end))
}

/// How many words open a name that tell where its holder belongs: 'Nordlands Ulf Hill', 'Dortmunds Abwehrrecke Ulf Hill'.
pub(in super::super) fn owned(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> usize {
    // no given name: "Clemens", "Charles"
    let owns = |at: &usize| {
        let word = tokens[*at].text;
        let long = word.chars().nth(5).is_some() && !word.ends_with("es");
        let given = || lexicon.is_given_name(&tokens[*at].lower);
        is_genitive(word) && (long || *at == name.first && name.after > at + 3) && !given()
    };
    let owner = (name.first..name.after.saturating_sub(2)).rfind(owns);
    let owner = owner.filter(|owner| tokens[*owner + 1].capital && tokens[*owner + 2].capital);
    owner.map_or(0, |owner| owner + if name.after > owner + 3 { 2 } else { 1 } - name.first)
}

/// The noun that a phrase is about and a name in it hangs on: of 'der Trainer des Linzer SC' the trainer.
///
/// Also of 'der in Linz ansässige Betreiber' the operator: the name is part of what describes the noun.
pub(in super::super) fn owner_of_name(tokens: &[Token<'_>], phrase: Phrase, name: Phrase) -> Option<usize> {
    let attribute = name.first.checked_sub(1).filter(|before| *before > phrase.first);
    if phrase::is_article(&tokens[phrase.first])
        && attribute.is_some_and(|before| tokens[before].is(Classes::PREPOSITION))
        && tokens.get(name.after).is_some_and(phrase::is_adjective)
    {
        return (name.after..phrase.after).rfind(|at| phrase::is_noun(&tokens[*at]));
    }
    let described =
        tokens[phrase.first..name.first].iter().rev().take(1).filter(|before| phrase::is_noun(before)).count();
    let article = (name.first - described).checked_sub(1).filter(|article| *article > phrase.first + 1)?;
    let joins = matches!(tokens[article].lower.as_ref(), "des" | "der" | "von" | "vom");
    let noun = &tokens[article - 1];
    let owns = joins && phrase::is_noun(noun) && !noun.capital && phrase::is_article(&tokens[phrase.first]);
    owns.then_some(article - 1)
}

/// A name without the body that it comes from: of 'Ada Hill von der Lyser Bank' Ada Hill, but all of 'Ada Rosa von Hill'.
pub(in super::super) fn without_body(tokens: &[Token<'_>], name: Phrase) -> Phrase {
    let from = (name.first + 2..name.after).find(|at| matches!(tokens[*at].lower.as_ref(), "von" | "vom"));
    let parted = from.filter(|from| {
        let behind = &tokens[*from + 1..name.after];
        let words = behind.iter().filter(|token| token.capital).count();
        words > 1 || behind.iter().any(|token| phrase::is_acronym(token.text))
    });
    parted.map_or(name, |from| Phrase { after: from, ..name })
}

/// The name of a body that stands with an article: 'die US-Behörde [Nasa]', 'die [Stromio GmbH]'.
pub(in super::super) fn name_of_body(
    tokens: &[Token<'_>],
    run: Phrase,
    phrase: Phrase,
    lexicon: &Lexicon,
) -> Option<Phrase> {
    let [body] = run.of(tokens) else { return None };
    let plain = |at: usize| phrase::is_noun(&tokens[at]) && !tokens[at].capital && !phrase::is_article(&tokens[at]);
    if !phrase::is_article(&tokens[phrase.first]) {
        return None;
    }
    if matches!(body.text, "GmbH" | "AG" | "KG" | "SE") && run.first > phrase.first + 1 && plain(run.first - 1) {
        return Some(Phrase { first: run.first - 1, ..run });
    }
    let led = body.text.contains('-') && lexicon.is_body(&body.lower);
    (led && run.after + 1 == phrase.after && plain(run.after)).then_some(Phrase::one(run.after))
}

/// Whether a name leaves out a part of its words: 'der Deutsche Deich- und Wehrbund'.
pub(in super::super) fn leaves_out(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let body = phrase::is_article(&tokens[phrase.first]) && !phrase.of(tokens).iter().any(|token| token.text == ",");
    let hyphen = |at: usize| {
        let joint = tokens.get(at + 1).is_some_and(|next| next.lower == "und");
        // 'die Finanz- und Bauministerin Ada Hill'
        let ends = at + 3 >= phrase.after || tokens[at + 3].text.starts_with(char::is_lowercase);
        tokens[at].is_sign("-–") && at > phrase.first && tokens[at].start == tokens[at - 1].end && joint && ends
    };
    // 'eine Sprecherin Ada Hills'
    let inside = phrase.of(tokens);
    let somebody_of = matches!(inside, [first, role, .., given, last]
        if first.lower.starts_with("ein") && !role.capital && given.capital && last.capital && is_genitive(last.text));
    somebody_of || body && (phrase.first..phrase.after).any(hyphen)
}

/// Whether a capital is no name: 'Beste Deutsche war Ada Hill', 'der Lyser Erzbischof'.
pub(in super::super) fn is_no_name(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> bool {
    const RANKS: [&str; 24] = [
        "beste",
        "erste",
        "letzte",
        "größte",
        "jüngste",
        "älteste",
        "nächste",
        "schnellste",
        "zweite",
        "große",
        "großen",
        "großer",
        "gute",
        "guten",
        "neue",
        "neuen",
        "besondere",
        "besonderen",
        "besonderer",
        "scharfe",
        "heftige",
        "harte",
        "viele",
        "weitere",
    ];
    // 'auf Hills Frage'
    if let [owner, noun] = name.of(tokens)
        && noun.lower.ends_with("frage")
        && is_genitive(owner.text)
    {
        return true;
    }
    // 'Zwei Höfe weiter', 'Drei Köche'
    if phrase::is_numeral(&tokens[name.first].lower) {
        return true;
    }
    let Some(last) = name.after.checked_sub(1).filter(|last| *last > 0) else { return false };
    let first = &tokens[last - 1];
    let two = name.first + 1 == last;
    let ranked = two && name.first == 0 && RANKS.contains(&first.lower.as_ref());
    let led = last > 1 && phrase::is_article(&tokens[last - 2]) && (two || name.first == last);
    let placed = led && first.text.ends_with("er") && first.text.starts_with(char::is_uppercase);
    let timed = two && name.first == 0 && first.lower.ends_with(['e', 'n', 's']) && is_time(&tokens[last].lower);
    // 'Nordlands Trainerin'
    let owned = two && is_genitive(first.text) && {
        let woman = role::is_womans_role(tokens[last].text, lexicon);
        woman || role::is_no_surname(&tokens[last].lower, lexicon)
    };
    ranked || timed || owned || placed && role::is_no_surname(&tokens[last].lower, lexicon)
}

/// Whether a noun, in lower case, is a stretch of time: 'Vergangene [Woche]', 'Kommenden [Monat]'.
fn is_time(lower: &str) -> bool {
    matches!(lower, "woche" | "wochen" | "monat" | "monate" | "jahr" | "jahre" | "tag" | "tage" | "nacht" | "saison")
        || ["frühjahr", "frühling", "sommer", "herbst", "winter", "wochenende"].contains(&lower)
}

/// A name without the noun that leads to it: of 'Ansicht von Ada Hill' Ada Hill, of 'Angaben des BKA' BKA.
pub(in super::super) fn without_statement(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> Phrase {
    let leads = |at: &usize| {
        // ', die Version von Hill sei falsch'
        let article = *at == name.first + 1 && name.first > 0 && phrase::is_article(&tokens[name.first - 1]);
        matches!(tokens[*at].lower.as_ref(), "von" | "des" | "der")
            && (article || lexicon.is_statement(&tokens[*at - 1].lower))
    };
    // 'unter Vorsitz von Ada Hill'
    let led = name.first > 0 && tokens[name.first - 1].is(Classes::PREPOSITION);
    let full = |from: &usize| {
        let behind = &tokens[from + 1..name.after];
        led && tokens[*from].lower == "von" && behind.len() >= 2 && behind.iter().all(|token| token.capital)
    };
    let from = (name.first + 1..name.after).find(leads);
    let from = from.or_else(|| Some(name.first + 1).filter(|from| *from < name.after && full(from)));
    from.map_or(name, |from| Phrase { first: from + 1, ..name })
}
