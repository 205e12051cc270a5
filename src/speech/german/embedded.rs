//! What somebody is told to have said inside what another one says, in German: 'Die Anwältin widersprach. Er habe angekündigt, das
//! Tor zu öffnen.' is all hers.

use super::super::lexicon::Lexicon;
use super::super::mentions::Phrase;
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::sources::Way;
use super::super::token::Token;
use super::cue::Cue;
use super::floor::last_source;
use super::going_on::main_end;
use super::mood::{self, Mood};
use super::subject;

/// Whether a report of a sentence whose main clause reports belongs to what that clause tells.
pub(super) fn is_embedded(
    sentences: &[Sentence<'_>],
    cues: &[Vec<Cue>],
    reports: &[Vec<Report>],
    number: usize,
    report: &Report,
) -> bool {
    let tokens = &sentences[number].tokens;
    if report.cue.after == 0 || report.colon {
        return false;
    }
    if report.way == Way::According {
        return is_source_inside(sentences, reports, number, report);
    }
    let cue = report.cue.first;
    // 'Als es hieß, das Bad schließe, habe er geweint'
    let hearsay =
        report.source.is_none() && matches!(tokens[cue].lower.as_ref(), "hieß" | "heißt" | "hiess" | "heisst");
    if hearsay && subject::subordinates(&tokens[0]) && cue < main_end(tokens) {
        return true;
    }
    let begin = subject::clause_begin(tokens, cue);
    if cue > main_end(tokens) {
        // 'Viele müssten damit rechnen, dass …' is told as a whole behind 'Man müsse das sehen: …'
        // 'Man habe gezweifelt, bis ein Lehrling vorschlug, …'
        let last = tokens.get(cue + 1).is_none_or(|next| !next.word);
        let inner = last
            && (subject::subordinates(&tokens[begin]) || tokens[begin].lower == "bis")
            && !matches!(tokens[begin].lower.as_ref(), "wie" | "während")
            && begin.checked_sub(1).is_some_and(|sign| tokens[sign].text == ",");
        return inner || mood::clearest(tokens, begin, cue) != Mood::Plain;
    }
    // 'Er habe im Mai angekündigt, das Tor zu öffnen', where somebody told so has the floor
    let reports_itself = mood::clearest(tokens, begin, cue + 1) == Mood::Reporting;
    let own = tokens[begin..=cue].iter().any(|token| matches!(token.lower.as_ref(), "ich" | "wir"));
    // 'Er betone, die Mühle stehe' and nobody said so before
    let told = || {
        let before = last_source(sentences, cues, reports, number, Lexicon::german());
        before.is_some_and(|(there, _)| sentences[there].paragraph == sentences[number].paragraph)
    };
    reports_itself && !own && told()
}

/// 'Ein Bad sei nötig. Nach Auskunft der Schule könne kein Kind schwimmen': whether a report that stands inside its clause
/// goes on with one before it.
fn is_source_inside(sentences: &[Sentence<'_>], reports: &[Vec<Report>], number: usize, report: &Report) -> bool {
    let tokens = &sentences[number].tokens;
    let before = number.checked_sub(1).filter(|before| sentences[*before].paragraph == sentences[number].paragraph);
    let goes_on = |other: &Report| other.source.is_some() && other.way != Way::According && other.probability >= 0.5;
    let opens = report.parts.iter().all(|part| part.first > report.cue.first);
    let verb = |part: &Phrase| reporting(part.of(tokens));
    let split = report.parts.len() > 1 && report.parts.first().is_some_and(verb);
    !opens && split && before.is_some_and(|before| reports[before].iter().any(goes_on))
}

/// Whether words end in a verb of the mood that reports: 'In der Schule [könne]'.
fn reporting(words: &[Token<'_>]) -> bool {
    words.last().is_some_and(|last| mood::is_reporting_form(&last.lower))
}
