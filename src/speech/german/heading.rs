//! Headings that give somebody's words behind their name: 'Hill: Deich bleibt dicht' above what Hill says.

use super::super::mentions::Phrase;
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::sources::Way;
use super::super::token::Token;
use super::phrase;

/// How many sentences below a heading its speaker must speak.
const BELOW: usize = 8;

/// How likely a heading is that is told by who speaks below it.
const HEADING: f64 = 0.8;

/// Adds a report for each heading, from the sentence numbered `first` on.
pub(super) fn add(sentences: &[Sentence<'_>], first: usize, reports: &mut [Vec<Report>]) {
    for number in first..sentences.len() {
        if let Some((label, colon, words)) = labelled(sentences, number)
            && reports[number].iter().all(|report| report.probability < HEADING)
            && (speaks_below(sentences, reports, number, &sentences[number].tokens[label.after - 1])
                || introduced_below(sentences, reports, number, &sentences[number].tokens[label.after - 1]))
        {
            reports[number].insert(
                0,
                Report {
                    cue: Phrase::one(colon),
                    colon: true,
                    way: Way::Left,
                    cue_probability: HEADING,
                    ..super::uncued(words, HEADING, Some((number, label)))
                },
            );
        }
    }
}

/// The name, the colon and the words of a paragraph without an end: 'Hill: Deich bleibt dicht'.
fn labelled(sentences: &[Sentence<'_>], number: usize) -> Option<(Phrase, usize, Phrase)> {
    let sentence = &sentences[number];
    let tokens = &sentence.tokens;
    let alone = |other: Option<&Sentence<'_>>| other.is_none_or(|other| other.paragraph != sentence.paragraph);
    let alone = alone(sentences.get(number + 1)) && alone(number.checked_sub(1).map(|before| &sentences[before]));
    let open = tokens.last().is_some_and(|last| last.word || last.text == "!");
    // '14:05 Uhr - Hill: Deich bleibt dicht'
    let tells = |at: &usize| !tokens[at.saturating_sub(1)].text.ends_with(|sign: char| sign.is_ascii_digit());
    let colon = (0..tokens.len()).filter(|at| tokens[*at].text == ":").find(tells)?;
    let marked = tokens.iter().any(|token| token.mark().is_some());
    let begin = tokens[..colon].iter().rposition(|token| token.is_sign("-–—")).map_or(0, |dash| dash + 1);
    let label = phrase::noun_phrase(tokens, begin).filter(|label| label.after == colon)?;
    // 'Absage von Hill: Rat tobt'
    let named = label.of(tokens).iter().all(|token| token.capital || token.text.starts_with(char::is_uppercase));
    let words = Phrase { first: colon + 1, after: tokens.len() - usize::from(!tokens.last()?.word) };
    (alone && open && named && !marked && words.first + 1 < words.after).then_some((label, colon, words))
}

/// Whether somebody whose name ends in a word speaks in the sentences below.
fn speaks_below(sentences: &[Sentence<'_>], reports: &[Vec<Report>], number: usize, name: &Token<'_>) -> bool {
    (number + 1..sentences.len().min(number + BELOW)).any(|below| {
        reports[below].iter().any(|report| {
            let source = report.source.filter(|_| report.source_sentence.is_none());
            let inside = source.map_or(&[][..], |source| source.of(&sentences[below].tokens));
            // 'der Wirt der Alten Post' is no post
            let owns = inside.iter().skip(1).any(|token| matches!(token.lower.as_ref(), "der" | "des" | "von" | "vom"));
            !owns && inside.iter().any(|word| word.text == name.text)
        })
    })
}

/// Whether the paragraph below a heading gives words, and somebody's full name that ends in a word: '„Gut so“, sagte Rektorin
/// Ada Hill.'
fn introduced_below(sentences: &[Sentence<'_>], reports: &[Vec<Report>], number: usize, name: &Token<'_>) -> bool {
    let Some(below) = sentences.get(number + 1) else { return false };
    let lines = sentences[number + 1..].iter().take(BELOW).take_while(|line| line.paragraph == below.paragraph);
    let (mut says, mut named) = (false, false);
    for (line, reports) in lines.zip(&reports[number + 1..]) {
        says |= !reports.is_empty() || line.tokens.iter().any(|token| token.mark().is_some());
        named |= line.tokens.windows(2).any(|pair| pair[1].text == name.text && pair[0].word && pair[0].capital);
    }
    says && named
}
