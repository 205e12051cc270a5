//! A quotation while it is being found: what the steps know of it before the article's people are.

mod reports;
mod terms;

use super::QuotationKind;
use super::bounds;
use super::holder;
use super::linear::Models;
use super::marks::Mark;
use super::mentions::{self, Phrase};
use super::ranker;
use super::survey::{Mention, Survey};
use super::token::Token;
use super::transcripts::{self, Turn};

/// How likely 'the accused' is the speaker at least.
const DEFENDANT: f64 = 0.6;

/// A quotation, before its speaker has a name. Places are bytes of the text.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub start: usize,
    pub end: usize,
    pub kind: QuotationKind,
    /// The marks inside mixed speech.
    pub quoted: Vec<Mark>,
    pub source: Option<Mention>,
    pub cue: Option<(usize, usize)>,
    pub confidence: f64,
}

/// The quotations of a stretch, in order. `previous` is the speaker before, and in which paragraph that was.
pub(super) fn find(survey: &Survey<'_>, models: &Models, previous: &mut Option<(Mention, usize)>) -> Vec<Draft> {
    let choices = ranker::choose(survey, models, previous);
    let mut covered: Vec<bool> =
        survey.marks.iter().map(|mark| transcripts::holds(survey.turns, &(mark.start..mark.end))).collect();
    let mut found = Vec::new();
    for number in survey.own_sentences() {
        let sentence = &survey.sentences[number];
        if !transcripts::holds(survey.turns, &(sentence.start..sentence.end)) {
            reports::add(survey, models, number, &choices, &mut covered, &mut found);
        }
    }
    for (number, choice) in choices.iter().enumerate() {
        let mark = survey.marks[number];
        if covered[number] || choice.speech < ranker::SPEECH || terms::is_term(survey, number, choice) {
            continue;
        }
        let over = survey.report_over(number);
        let cue = over.map(|(sentence, report)| {
            let inside = report.cue.of(&survey.sentences[sentence].tokens);
            (inside.first().map_or(0, |token| token.start), inside.last().map_or(0, |token| token.end))
        });
        let likened = over.and_then(|(sentence, report)| bounds::likened(report, &survey.sentences[sentence], mark));
        let likened = likened.filter(|_| survey.lexicon.is_english());
        found.push(Draft {
            start: likened.unwrap_or(mark.start),
            end: mark.end,
            kind: if likened.is_some() { QuotationKind::Mixed } else { QuotationKind::Direct },
            quoted: likened.map(|_| mark).into_iter().collect(),
            source: choice.speaker,
            cue,
            confidence: choice.confidence,
        });
    }
    if survey.lexicon.is_english() {
        for draft in &mut found {
            draft.source = draft.source.map(|source| whole(survey, source));
            if draft.source.is_some_and(|source| is_defendant(survey, source)) {
                draft.confidence = draft.confidence.max(DEFENDANT);
            }
        }
    }
    found.sort_by_key(|draft| (draft.start, draft.end));
    found
}

/// 'said [the mayor's sister]', 'said [a source] close to the mayor': a mention as far as it says who speaks.
fn whole(survey: &Survey<'_>, source: Mention) -> Mention {
    let Some(number) = source.sentence else { return source };
    let sentence = &survey.sentences[number];
    let phrase = past_means(survey, &sentence.tokens, source.phrase);
    let phrase = holder::whole(sentence, phrase);
    if phrase == source.phrase { source } else { survey.mention(number, phrase) }
}

/// '[Mira Dahl] said by phone': the subject, where what it was said by was taken for the source.
fn past_means(survey: &Survey<'_>, tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    const MEANS: [&str; 8] = ["phone", "telephone", "email", "e-mail", "text", "mail", "fax", "satellite"];
    let is_means = matches!(phrase.of(tokens), [means] if MEANS.contains(&means.lower.as_ref()));
    let cue = phrase.first.checked_sub(2).filter(|cue| is_means && tokens[cue + 1].lower == "by");
    cue.and_then(|cue| mentions::left(tokens, cue, survey.lexicon)).unwrap_or(phrase)
}

/// Whether a mention is 'the accused', where the models see a verb.
fn is_defendant(survey: &Survey<'_>, source: Mention) -> bool {
    let tokens = source.sentence.map_or(&[][..], |number| &survey.sentences[number].tokens);
    matches!(source.phrase.of(tokens), [the, noun] if the.lower == "the"
        && survey.lexicon.defendants.iter().any(|known| noun.lower == *known))
}

/// What a transcript names the speaker of.
pub(super) fn spoken(turn: &Turn) -> Draft {
    Draft {
        start: turn.start,
        end: turn.end,
        kind: QuotationKind::Direct,
        quoted: Vec::new(),
        source: Some(turn.label),
        cue: None,
        confidence: 0.97,
    }
}
