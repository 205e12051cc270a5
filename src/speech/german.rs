//! German: what is said, and by whom, from its grammar. Commas part every clause, nouns have capitals, the verb stands
//! second or last, and reported speech has a mood of its own.

mod according;
mod agreement;
mod apposition;
mod aside;
mod attribute;
mod beside;
mod bodies;
mod choice;
mod claim;
mod colon;
mod content;
mod cue;
mod echo;
mod embedded;
mod ending;
mod firm;
mod floor;
mod going_on;
mod heading;
mod introduced;
mod inverted;
mod letters;
mod mood;
mod names;
mod nickname;
mod nominative;
mod number;
mod object;
mod opener;
mod order;
mod particles;
mod phrase;
mod relative;
mod role;
mod some;
mod subject;
mod supposing;
mod teller;
mod title;
mod told_noun;
mod unlisted;
mod when;
mod written;

#[cfg(test)]
mod tests;

pub(super) use agreement::is_feminine;
pub(super) use aside::{described_aside, joined_name, name_behind_role, name_behind_verb};
pub(super) use bodies::{is_generic, names_body};
pub(super) use choice::choose;
pub(super) use firm::firm;
pub(super) use introduced::introduces_herself;
pub(super) use letters::{body_name, spelled_out};
pub(super) use names::{
    is_genitive, is_no_name, leaves_out, name_of_body, owned, owner_of_name, without_body, without_statement,
};
pub(super) use nominative::{nominative, teller_of};
pub(super) use number::{are_they, is_plural, several};
pub(super) use opener::only_opens;
pub(super) use particles::{surname_length, surnames};
pub(super) use role::{
    Described, gender_before_name, gender_of_latter, gender_of_role, is_role, is_womans_role, leads_name, title_of_role,
};
pub(super) use subject::is_finite;
pub(super) use teller::is_said;

use super::kept::Gender;
use super::lexicon::{Classes, Lexicon};
use super::mentions::Phrase;
use super::reported::Report;
use super::sentences::Sentence;
use super::sources::Way;
use super::survey::Survey;
use super::token::Token;
use content::Content;
use cue::{Cue, CueKind};

/// Whether a noun phrase stands for a paper and does not tell whose it is: 'die Mitteilung', 'einer Stellungnahme'.
pub(super) fn is_document(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> bool {
    let head = phrase::head(tokens, phrase).filter(|head| head + 1 == phrase.after && !tokens[*head].capital);
    head.is_some_and(|head| {
        // 'den Angaben zufolge', but not 'offiziellen Angaben zufolge'
        let told = hands_on(&tokens[head].lower)
            && matches!(tokens[phrase.first].lower.as_ref(), "den" | "diesen" | "dem" | "diesem");
        // 'in einer Erklärung'
        let any = tokens[phrase.first].lower.starts_with("eine");
        let stated = any && matches!(tokens[head].lower.as_ref(), "erklärung" | "schreiben");
        // 'heißt es in der Begründung'
        let reasoned = tokens[head].lower == "begründung" && tokens[phrase.first].lower == "der";
        told || stated || reasoned || lexicon.is_document(&tokens[head].lower)
    })
}

/// Whether a noun, in lower case, stands for what somebody has told before, where it has an article: 'den Angaben zufolge',
/// 'dem Bericht zufolge'.
pub(super) fn hands_on(lower: &str) -> bool {
    lower == "angaben" || is_news(lower)
}

/// Whether a noun, in lower case, stands for what a paper has told before: 'dem Bericht zufolge'.
pub(super) fn is_news(lower: &str) -> bool {
    matches!(lower, "bericht" | "zeitungsbericht" | "medienbericht" | "artikel")
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
        [first, second, ..] => matches!(first.lower.as_ref(), "die" | "den" | "der") && second.lower == "beiden",
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

/// Whether a name that begins at a token is the subject behind the verb of a later main clause: 'Es regnete, am Tor wartete
/// [Wirt Ulf Hill]'.
pub(super) fn follows_verb(tokens: &[Token<'_>], begin: usize) -> bool {
    let article = begin.checked_sub(1).is_some_and(|before| matches!(tokens[before].lower.as_ref(), "der" | "die"));
    let Some(verb) = begin.checked_sub(1 + usize::from(article)) else { return false };
    let clause = subject::clause_begin(tokens, verb);
    let small = tokens[verb].word && tokens[verb].text.starts_with(char::is_lowercase);
    let main = clause > 0 && clause < verb && tokens[clause - 1].text == ",";
    let led = subject::subordinates(&tokens[clause]) || subject::is_relative(tokens, clause);
    // 'am Tor wartete', but not 'er sah'
    let fronted = phrase::past_light(tokens, clause) == verb;
    small && main && !led && fronted && mood::of(tokens, verb) == mood::Mood::Plain
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
                || parted(subject) && is_apposed(tokens, subject.after, name)
        })
}

/// 'Der Angler, [der alte Rentner Ulf Hill], lachte': whether a name stands in the apposition behind a comma.
fn is_apposed(tokens: &[Token<'_>], comma: usize, name: Phrase) -> bool {
    let apposition = phrase::noun_phrase(tokens, comma + 1).filter(|_| phrase::is_article(&tokens[comma + 1]));
    apposition.is_some_and(|apposition| {
        let closed = tokens.get(phrase::past_bracket(tokens, apposition.after)).is_some_and(|next| next.text == ",");
        closed && apposition.first <= name.first && name.after == apposition.after
    })
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
    // 'der Linzer Klub' is no man
    if !lexicon.is_person(&tokens[noun].lower) || tokens[name].is(Classes::ORGANISATION) {
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
    let sign = tokens.iter().position(|token| token.is_sign(";:"));
    // 'Dann die Überraschung: Der Wirt geht'
    let behind = tokens.get(sign.map_or(usize::MAX, |sign| sign + 1));
    let goes_on = behind.is_some_and(|next| phrase::is_article(next) && next.text.starts_with(char::is_uppercase));
    let clause = sign.filter(|_| !goes_on).unwrap_or(tokens.len());
    let (subject, _) = subject::opening(tokens, clause)?;
    // 'Die Wirtin und der Koch lachten' tells of no one of them
    if number::are_joined(subject.of(tokens)) {
        return None;
    }
    // 'Der Leiter der Bank, Ulf Hill, sagte'
    let behind = phrase::past_bracket(tokens, subject.after) + 1;
    let comma = tokens.get(behind - 1).is_some_and(|next| next.text == ",");
    let apposed = if comma { phrase::noun_phrase(tokens, behind) } else { None };
    // 'Der Pfarrer, ein junger Mann, lachte'
    let noun = |apposed: Phrase| {
        let last = &tokens[apposed.after - 1];
        phrase::is_article(&tokens[apposed.first]) && lexicon.is_person(&last.lower)
    };
    let named = apposed.is_some_and(|apposed| phrase::is_named(tokens, apposed) && !noun(apposed));
    if named {
        return None;
    }
    let described = Described::of(tokens, subject, lexicon).or_else(|| Described::body(tokens, subject, lexicon))?;
    // 'Der Pfarrer, ein junger Mann, lachte' brings him in
    let is_new = apposed.is_some_and(|apposed| tokens[apposed.first].lower.starts_with("ein"));
    Some((subject, Described { definite: described.definite && !is_new, ..described }))
}

/// The noun for a body or a firm that is the subject of a sentence, with what hangs on it: 'Das Amt für Deiche', 'Das
/// Unternehmen'.
pub(super) fn body_subject(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<Phrase> {
    let clause = tokens.iter().position(|token| token.is_sign(";:,")).unwrap_or(tokens.len());
    let (subject, _) = subject::opening(tokens, clause)?;
    let article = matches!(tokens[subject.first].lower.as_ref(), "der" | "die" | "das");
    let head = phrase::head(tokens, subject).filter(|_| article)?;
    let noun = tokens[head].lower.as_ref();
    let named = tokens.get(head + 1).is_some_and(|next| head + 1 < subject.after && phrase::is_noun(next));
    let body = lexicon.is_body(noun)
        || lexicon.is_firm(noun)
        || ["amt", "bund", "bank", "club", "klub"].iter().any(|end| noun.ends_with(end));
    (!named && body).then_some(subject)
}

/// Whether somebody else tells what a sentence says of a phrase: 'Ada Hill sagte, [der Wirt] habe geschlafen'.
pub(super) fn is_told(survey: &Survey<'_>, number: usize, phrase: Phrase) -> bool {
    let tokens = &survey.sentences[number].tokens;
    survey.reports[number].iter().filter(|report| report.probability >= 0.5).any(|report| {
        let inside = |part: &&Phrase| part.first <= phrase.first && phrase.after <= part.after;
        report
            .parts
            .iter()
            .find(inside)
            .is_some_and(|part| mood::clearest(tokens, part.first, part.after) == mood::Mood::Reporting)
    })
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
        let named = named.filter(|named| {
            // 'Ähnlich sieht es der Rat: Das genüge nicht, teilte er mit'
            let article = if tokens[source.first].lower == "er" { "der" } else { "die" };
            let agrees = || tokens[named.first].lower == article && phrase::head(tokens, *named).is_some();
            named.after < source.first && (phrase::is_named(tokens, *named) || agrees())
        });
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
