//! German sentences whose mood alone does not tell that they report: 'Man könne gehen', 'Der Umweg würde dauern'.

use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::token::Token;
use super::cue::Cue;
use super::floor::last_source;
use super::going_on::{REPORTING, main_end, main_reports, may_be_told};
use super::mood::{self, Mood};
use super::phrase::is_article;
use super::subject;

/// '[Das gelte noch heute], aber: „Morgen sehen wir weiter“': what is reported before a passage in marks.
pub(super) fn before_colon(
    sentences: &[Sentence<'_>],
    cues: &[Vec<Cue>],
    reports: &[Vec<Report>],
    number: usize,
    lexicon: &Lexicon,
) -> Option<Report> {
    let tokens = &sentences[number].tokens;
    let colon = tokens.windows(2).position(|pair| pair[0].text == ":" && pair[1].mark().is_some())?;
    let before = &tokens[..colon];
    let led = before.first().is_some_and(subject::subordinates);
    if led || before.len() < 3 || !main_reports(before) {
        return None;
    }
    let told = |part: &Phrase| part.first < colon || part.after <= colon;
    let own = reports[number].iter().filter(|report| report.probability >= 0.5);
    if own.clone().any(|report| {
        report.parts.iter().any(told) || !report.colon && report.cue.after > 0 && report.cue.first < colon
    }) {
        return None;
    }
    let said = own.clone().find(|report| report.source.is_some());
    let source = match said {
        Some(report) => Some((report.source_sentence.unwrap_or(number), report.source?)),
        None => last_source(sentences, cues, reports, number, lexicon),
    };
    // ', aber: „…“'
    let joint = matches!(before, [.., comma, joint] if comma.text == "," && joint.kind.is_some());
    Some(super::uncued(Phrase { first: 0, after: colon - if joint { 2 } else { 0 } }, REPORTING, source))
}

/// Whether the main clause of a sentence, whose first clause ends at `main`, may go on with a report: 'Höfe, die leiden,
/// müssten Hilfe bekommen', 'Als sie den Streit schlichten wollten, griff er an' does not.
pub(super) fn supposes(tokens: &[Token<'_>], main: usize, marked: bool) -> bool {
    let leads =
        |at: usize| tokens.get(at).is_some_and(|token| subject::subordinates(token) && !token.is(Classes::PREPOSITION));
    let joined = tokens.first().is_some_and(|first| matches!(first.lower.as_ref(), "denn" | "doch" | "und" | "aber"));
    // 'Da der Rat ruht, müsste das Amt zahlen' is the article's, 'Als die Wehr kam, hätten die Möbel schon gebrannt' is not
    if leads(usize::from(joined)) && mood::clearest(tokens, 0, main) == Mood::Plain {
        let when = matches!(tokens[0].lower.as_ref(), "als" | "nachdem" | "bevor" | "während");
        let has = tokens.get(main + 1).is_some_and(|verb| matches!(verb.lower.as_ref(), "hätten" | "wären"));
        let end = (main + 1..tokens.len()).find(|at| tokens[*at].is_sign(",;:.")).unwrap_or(tokens.len());
        let done = tokens[end - 1].lower.ends_with(['t', 'n']) && !is_guess(&tokens[main..end]);
        return when && has && done;
    }
    let stated = !leads(usize::from(joined)) && (0..main).any(|at| subject::is_finite(tokens, at));
    let verb = (main + 1..tokens.len()).find(|at| tokens[at - 1].text == "," && subject::is_finite(tokens, *at));
    let (from, to) = match verb.filter(|_| !stated) {
        Some(verb) => {
            let sign = (verb..tokens.len()).find(|at| tokens[*at].is_sign(",;:"));
            (verb, sign.unwrap_or(tokens.len()))
        }
        None => (0, main),
    };
    may_be_told(&tokens[from..to], mood::clearest(tokens, from, to), marked)
}

/// Whether a clause tells what might nearly have been: 'hätten die Möbel fast gebrannt'.
fn is_guess(clause: &[Token<'_>]) -> bool {
    clause.iter().any(|token| matches!(token.lower.as_ref(), "fast" | "beinahe" | "gern" | "gerne" | "sonst"))
}

/// 'Der Rat sei gewarnt, hieß es. Verletzt wurde niemand. Die Gäste hätten fliehen können': a report goes on past a
/// sentence of the article.
pub(super) fn skips(sentences: &[Sentence<'_>], cues: &[Vec<Cue>], reports: &[Vec<Report>], number: usize) -> bool {
    let Some(told) = number.checked_sub(2) else { return false };
    let between = &sentences[told + 1];
    let tokens = &sentences[number].tokens;
    let main = &tokens[..main_end(tokens)];
    let several =
        main.iter().any(|token| matches!(token.lower.as_ref(), "hätten" | "würden" | "könnten" | "müssten" | "wären"));
    several
        && sentences[told].paragraph == sentences[number].paragraph
        && reports[told].iter().any(|report| report.probability >= 0.5)
        && reports[told + 1].is_empty()
        && between.marks().next().is_none()
        && !cues[told + 1].iter().any(|cue| cue.strength >= 0.6)
        && !tokens.iter().any(|token| token.lower == "wenn")
}

/// Whether a sentence reports whose form alone does not tell: 'Die Gäste hätten gewartet' behind the reports of the
/// paragraph before, 'Es fehlten Stühle' between two reports.
pub(super) fn goes_on_supposing(sentences: &[Sentence<'_>], reports: &[Vec<Report>], number: usize) -> bool {
    let tokens = &sentences[number].tokens;
    let main = &tokens[..main_end(tokens)];
    let Some(before) = number.checked_sub(1) else { return false };
    let paragraph = sentences[number].paragraph;
    let opens = sentences[before].paragraph + 1 == paragraph;
    let said = !reports[before].is_empty() || sentences[before].marks().next().is_some();
    let several = |token: &Token<'_>| {
        matches!(token.lower.as_ref(), "hätten" | "würden" | "könnten" | "müssten" | "dürften" | "wären")
    };
    // 'Eine Medaille hätten auch die anderen gern'
    if main.iter().any(|token| matches!(token.lower.as_ref(), "gern" | "gerne")) {
        return false;
    }
    // '„Es wird eng.“ Viele müssten in Zelten leben': behind a passage in marks that stands alone
    let quoted = sentences[before].is_quoted();
    let wants = |token: &Token<'_>| matches!(token.lower.as_ref(), "müssten" | "hätten");
    let behind_marks = quoted && sentences[before].paragraph == paragraph && main.iter().any(wants);
    let past = |at: usize| {
        let word = &tokens[at];
        word.kind.is_none()
            && word.strength == 0.0
            && word.text.starts_with(char::is_lowercase)
            && word.lower.ends_with("ten")
            // 'Mit der ersten Hälfte war er nicht einverstanden'
            && !is_article(&tokens[at - 1])
            && subject::is_finite(tokens, at)
    };
    let next = sentences.get(number + 1).filter(|next| next.paragraph == paragraph);
    let between = || {
        sentences[before].paragraph == paragraph
            && !reports[before].is_empty()
            && next.is_some_and(|next| main_reports(&next.tokens))
            && (1..main.len()).any(past)
    };
    // 'Viele arbeiteten schon heute nachts': a past that is now is none
    let now = main.windows(2).any(|pair| {
        let already = matches!(pair[0].lower.as_ref(), "schon" | "bereits" | "noch") && pair[1].lower == "heute";
        already || pair.iter().any(|token| matches!(token.lower.as_ref(), "derzeit" | "künftig" | "vermutlich"))
    });
    let still =
        || sentences[before].paragraph == paragraph && !reports[before].is_empty() && now && (1..main.len()).any(past);
    opens && said && main.iter().any(several) || behind_marks || between() || still()
}
