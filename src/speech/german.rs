//! German: what is said, and by whom, from its grammar. Commas part every clause, nouns have capitals, the verb stands
//! second or last, and reported speech has a mood of its own.

mod according;
mod agreement;
mod apposition;
mod attribute;
mod beside;
mod choice;
mod colon;
mod content;
mod cue;
mod firm;
mod going_on;
mod heading;
mod inverted;
mod letters;
mod mood;
mod nominative;
mod number;
mod object;
mod opener;
mod order;
mod particles;
mod phrase;
mod role;
mod subject;
mod supposing;
mod teller;
mod title;

#[cfg(test)]
mod tests;

pub(super) use choice::choose;
pub(super) use firm::firm;
pub(super) use letters::{body_name, spelled_out};
pub(super) use nominative::{nominative, teller_of};
pub(super) use number::{are_they, is_plural, several};
pub(super) use opener::only_opens;
pub(super) use particles::{surname_length, surnames};
pub(super) use role::{
    Described, gender_before_name, gender_of_role, is_role, is_womans_role, leads_name, title_of_role,
};
pub(super) use teller::is_said;

use super::kept::Gender;
use super::lexicon::{Classes, Lexicon};
use super::mentions::Phrase;
use super::reported::Report;
use super::sentences::Sentence;
use super::sources::Way;
use super::token::Token;
use content::Content;
use cue::{Cue, CueKind};

/// Whether a noun phrase stands for a paper and does not tell whose it is: 'die Mitteilung', 'einer Stellungnahme'.
pub(super) fn is_document(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> bool {
    let head = phrase::head(tokens, phrase).filter(|head| head + 1 == phrase.after && !tokens[*head].capital);
    head.is_some_and(|head| {
        // 'den Angaben zufolge', but not 'offiziellen Angaben zufolge'
        let told = tokens[head].lower == "angaben" && matches!(tokens[phrase.first].lower.as_ref(), "den" | "diesen");
        told || lexicon.is_document(&tokens[head].lower)
    })
}

/// Whether a word with a capital is an adjective: "US-amerikanische".
pub(super) fn is_adjective(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase) && last.len() > 4)
}

/// Whether a name tells who took a picture: 'Foto: Ada Hill'.
pub(super) fn is_credit(tokens: &[Token<'_>], name: Phrase) -> bool {
    let label =
        name.first.checked_sub(2).filter(|label| tokens[label + 1].text == ":").map(|label| &tokens[label].lower);
    label.is_some_and(|label| {
        let label = label.trim_end_matches(['s', 'r', 'e']);
        label.ends_with("foto") || label.ends_with("bild") || matches!(label, "grafik" | "illustration" | "collag")
    })
}

/// Whether a phrase stands for two who were named: 'die beiden', 'die beiden Wirte', 'beide'.
pub(super) fn are_both(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    match phrase.of(tokens) {
        [both] => both.lower == "beide",
        [first, second, ..] => first.lower == "die" && second.lower == "beiden",
        [] => false,
    }
}

/// Whether a noun phrase stands for a person, for people or for a body: 'Klimaforscher', 'das Ministerium', 'Experten'.
pub(super) fn is_somebody(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> bool {
    let head = phrase::head(tokens, phrase).map(|head| tokens[head].lower.as_ref());
    head.is_some_and(|head| {
        let bodies = ["en", "e", "s"].iter().filter_map(|end| head.strip_suffix(end)).any(|one| lexicon.is_body(one));
        // 'laut Hill-Studie'
        let told = head.split_once('-').is_some_and(|(_, said)| lexicon.is_statement(said));
        bodies
            || told
            || lexicon.is_person(head)
            || lexicon.is_body(head)
            || lexicon.is_firm(head)
            || is_plural(tokens, phrase, lexicon)
    })
}

/// Whether a name is part of the noun phrase that opens a sentence, or of its subject.
pub(super) fn opens_with(tokens: &[Token<'_>], name: Phrase) -> bool {
    let subject = || subject::opening(tokens, tokens.len()).map(|(subject, _)| subject);
    // 'Gestern verteidigte der Chef, Ulf Hill, den Plan'
    let parted = |subject: Phrase| tokens.get(subject.after).is_some_and(|next| next.text == ",");
    phrase::noun_phrase(tokens, 0).is_some_and(|opening| name.after <= opening.after)
        || subject().is_some_and(|subject| {
            subject.first <= name.first && name.after <= subject.after
                || parted(subject) && name.first == subject.after + 1
        })
}

/// Whether a name stands in the genitive: "Italiens", not "Franziskus".
pub(super) fn is_genitive(name: &str) -> bool {
    name.ends_with('s') && !["us", "as", "is", "os", "ss"].iter().any(|end| name.ends_with(end))
}

/// How many words open a name that tell where its holder belongs: 'Nordlands Ulf Hill', 'Dortmunds Abwehrrecke Ulf Hill'.
pub(super) fn owned(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> usize {
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

/// What the noun of a subject tells of the name behind it: 'Die Leiterin der Bank, [Ada Hill], sagte'.
pub(super) fn gender_of_apposed(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> Option<Gender> {
    let comma = name.first.checked_sub(1).filter(|comma| tokens[*comma].text == ",")?;
    let (subject, _) = subject::opening(tokens, tokens.len())?;
    let head = phrase::head(tokens, subject).filter(|head| *head < comma && name.after <= subject.after)?;
    gender_of_role(&tokens[head].lower, lexicon)
}

/// The noun of the phrase that opens with token `at`, where more hangs on it: of 'dem alten Wirt der Mühle' the landlord.
pub(super) fn apposed_role<'a>(tokens: &'a [Token<'_>], at: usize) -> Option<&'a str> {
    let phrase = phrase::noun_phrase(tokens, at)?;
    let head = phrase::head(tokens, phrase);
    let head = head.filter(|head| !tokens[*head].capital || tokens[*head].text.contains('-'))?;
    let hangs =
        tokens.get(head + 1).is_some_and(|next| head + 1 < phrase.after && next.text.starts_with(char::is_lowercase));
    hangs.then_some(tokens[head].lower.as_ref())
}

/// What the article of a noun tells of the name behind it: '[der] Franzose Ulf Hill', '[die] Abgeordnete Ada Hill'.
pub(super) fn gender_of_article(tokens: &[Token<'_>], name: usize, lexicon: &Lexicon) -> Option<Gender> {
    let noun = name.checked_sub(1).filter(|noun| phrase::is_noun(&tokens[*noun]) && !tokens[*noun].capital)?;
    if !lexicon.is_person(&tokens[noun].lower) {
        return None;
    }
    let begin = (noun.saturating_sub(3)..noun).rev().find(|at| !phrase::is_adjective(&tokens[*at]))?;
    let before = begin.checked_sub(1).map(|before| &tokens[before]);
    // 'der Rede der Abgeordneten Ada Hill', 'mit der Jugendlichen Ada Hill'
    let hangs = before.is_some_and(|before| phrase::is_noun(before) || before.is(Classes::PREPOSITION));
    match tokens[begin].lower.as_ref() {
        "der" if !hangs && !tokens[noun].lower.ends_with('n') => Some(Gender::Male),
        "die" if !tokens[noun].lower.ends_with('n') || agreement::is_woman(&tokens[noun].lower) => Some(Gender::Female),
        _ => None,
    }
}

/// Whom a sentence is about, where its subject is a noun for a person or a body.
pub(super) fn described_subject(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(Phrase, Described)> {
    let clause = tokens.iter().position(|token| token.is_sign(";:")).unwrap_or(tokens.len());
    let (subject, _) = subject::opening(tokens, clause)?;
    // 'Der Leiter der Bank, Ulf Hill, sagte'
    let behind = phrase::past_bracket(tokens, subject.after) + 1;
    let named = tokens.get(behind - 1).is_some_and(|next| next.text == ",")
        && phrase::noun_phrase(tokens, behind).is_some_and(|name| phrase::is_named(tokens, name));
    if named {
        return None;
    }
    let described = Described::of(tokens, subject, lexicon).or_else(|| Described::body(tokens, subject, lexicon));
    described.map(|described| (subject, described))
}

/// The noun that a phrase is about and a name in it hangs on: of 'der Trainer des Linzer SC' the trainer.
///
/// Also of 'der in Linz ansässige Betreiber' the operator: the name is part of what describes the noun.
pub(super) fn owner_of_name(tokens: &[Token<'_>], phrase: Phrase, name: Phrase) -> Option<usize> {
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
pub(super) fn without_body(tokens: &[Token<'_>], name: Phrase) -> Phrase {
    let from = (name.first + 2..name.after).find(|at| matches!(tokens[*at].lower.as_ref(), "von" | "vom"));
    let parted = from.filter(|from| {
        let behind = &tokens[*from + 1..name.after];
        let words = behind.iter().filter(|token| token.capital).count();
        words > 1 || behind.iter().any(|token| phrase::is_acronym(token.text))
    });
    parted.map_or(name, |from| Phrase { after: from, ..name })
}

/// The name of a body that stands with an article: 'die US-Behörde [Nasa]', 'die [Stromio GmbH]'.
pub(super) fn name_of_body(tokens: &[Token<'_>], run: Phrase, phrase: Phrase, lexicon: &Lexicon) -> Option<Phrase> {
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
pub(super) fn leaves_out(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let body = phrase::is_article(&tokens[phrase.first]) && !phrase.of(tokens).iter().any(|token| token.text == ",");
    let hyphen = |at: usize| {
        let joint = tokens.get(at + 1).is_some_and(|next| next.lower == "und");
        // 'die Finanz- und Bauministerin Ada Hill'
        let ends = at + 3 >= phrase.after || tokens[at + 3].text.starts_with(char::is_lowercase);
        tokens[at].is_sign("-–") && at > phrase.first && tokens[at].start == tokens[at - 1].end && joint && ends
    };
    body && (phrase.first..phrase.after).any(hyphen)
}

/// Whether a capital is no name: 'Beste Deutsche war Ada Hill', 'der Lyser Erzbischof'.
pub(super) fn is_no_name(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> bool {
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
    let Some(last) = name.after.checked_sub(1).filter(|last| *last > 0) else { return false };
    let first = &tokens[last - 1];
    let two = name.first + 1 == last;
    let ranked = two && name.first == 0 && RANKS.contains(&first.lower.as_ref());
    let led = last > 1 && phrase::is_article(&tokens[last - 2]) && (two || name.first == last);
    let placed = led && first.text.ends_with("er") && first.text.starts_with(char::is_uppercase);
    ranked || placed && role::is_no_surname(&tokens[last].lower, lexicon)
}

/// A name without the noun that leads to it: of 'Ansicht von Ada Hill' Ada Hill, of 'Angaben des BKA' BKA.
pub(super) fn without_statement(tokens: &[Token<'_>], name: Phrase, lexicon: &Lexicon) -> Phrase {
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

/// Adds the reports of a stretch, sentence by sentence; those of its first sentences are there already.
pub(super) fn reports(text: &str, sentences: &[Sentence<'_>], lexicon: &Lexicon, reports: &mut Vec<Vec<Report>>) {
    let first = reports.len();
    let cues: Vec<Vec<Cue>> = sentences.iter().map(|sentence| cue::find(&sentence.tokens, lexicon)).collect();
    let own = sentences.iter().zip(&cues).skip(first);
    reports.extend(own.map(|(sentence, cues)| read(text, sentence, cues, lexicon)));
    going_on::add(sentences, first, &cues, lexicon, reports);
    heading::add(sentences, first, reports);
}

/// How likely a report is that hides the cues inside it.
const OUTER: f64 = 0.6;

/// The reports of a sentence, the surest first; no content is that of two cues.
fn read(text: &str, sentence: &Sentence<'_>, cues: &[Cue], lexicon: &Lexicon) -> Vec<Report> {
    let tokens = &sentence.tokens;
    let titles: Vec<bool> = (0..tokens.len()).map(|at| title::is_title(text, tokens, at, lexicon)).collect();
    let found =
        cues.iter().filter_map(|cue| content::of(tokens, &titles, cue, lexicon).map(|content| report(cue, content)));
    let mut reports: Vec<Report> = found.collect();
    name_pronouns(tokens, &mut reports);
    // a cue inside reported words is reported itself: 'Er sagte, sie habe erklärt, …'
    let inside = |inner: &Report, outer: &Report| {
        outer.way != Way::According
            && outer.probability >= OUTER
            && outer.parts.iter().any(|part| part.first <= inner.cue.first && inner.cue.after <= part.after)
    };
    // 'Viele wandten sich gegen den Plan: Er sei Hill zufolge falsch'
    let told = |outer: &Report, inner: &Report| {
        let inside = outer.parts.iter().any(|part| part.first <= inner.cue.first && inner.cue.after <= part.after);
        // 'Er sei ihrer Meinung nach falsch' is theirs who are named before the colon
        let own = inner.source.is_some_and(|source| tokens[source.first].is(Classes::POSSESSIVE));
        outer.colon && inner.way == Way::According && inside && !own
    };
    let given: Vec<bool> = reports.iter().map(|outer| reports.iter().any(|inner| told(outer, inner))).collect();
    let mut given = given.into_iter();
    reports.retain(|_| given.next() != Some(true));
    let nested: Vec<bool> = reports.iter().map(|inner| reports.iter().any(|outer| inside(inner, outer))).collect();
    let mut nested = nested.into_iter();
    reports.retain(|_| nested.next() != Some(true));
    reports.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let mut kept: Vec<Report> = Vec::new();
    for report in reports {
        if !kept.iter().any(|other| report.clashes_with(other)) {
            kept.push(report);
        }
    }
    kept
}

/// 'Ada Hill, Chefin der Bank, ist froh: „Es geht“, sagt sie.': who stands before the colon is who says it behind.
fn name_pronouns(tokens: &[Token<'_>], reports: &mut [Report]) {
    let is_pronoun = |source: Phrase| {
        source.after == source.first + 1 && matches!(tokens[source.first].lower.as_ref(), "er" | "sie")
    };
    for at in 0..reports.len() {
        let Some(source) = reports[at].source.filter(|source| is_pronoun(*source)) else { continue };
        let same = |other: &&Report| other.colon && other.parts == reports[at].parts;
        let named = reports.iter().find(same).and_then(|other| other.source);
        let named = named.filter(|named| named.after < source.first && phrase::is_named(tokens, *named));
        if let Some(named) = named {
            reports[at].source = Some(named);
        }
    }
}

fn report(cue: &Cue, content: Content) -> Report {
    Report {
        cue: cue.words,
        colon: cue.kind == CueKind::Colon,
        source: cue.source,
        source_sentence: None,
        way: cue.way,
        parts: content.parts.into(),
        begin: None,
        cue_probability: cue.strength,
        probability: content.probability,
        reaches_back: false,
    }
}

/// A report that no cue introduces.
fn uncued(content: Phrase, probability: f64, source: Option<(usize, Phrase)>) -> Report {
    Report {
        cue: Phrase { first: 0, after: 0 },
        colon: false,
        source: source.map(|(_, phrase)| phrase),
        source_sentence: source.map(|(number, _)| number),
        way: Way::None,
        parts: [content].into_iter().collect(),
        begin: None,
        cue_probability: 0.0,
        probability,
        reaches_back: false,
    }
}
