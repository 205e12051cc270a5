//! A quotation while it is being found: what the steps know of it before the article's people are.

use super::QuotationKind;
use super::bounds;
use super::holder;
use super::hollow;
use super::lexicon::{Classes, Kind};
use super::linear::Models;
use super::marks::{self, Mark};
use super::mentions::Phrase;
use super::ranker::{self, Choice};
use super::reported::Report;
use super::sentences::Sentence;
use super::survey::{Mention, Survey};
use super::token::Token;
use super::transcripts::{self, Turn};

/// The least probability of a report that says something, of one that is a bare phrase ("praised the plan"), of one after
/// a colon, and of one with words in quotation marks. A bare phrase of English is more often what was done.
const REPORT: f64 = 0.4;
const PHRASE: f64 = 0.55;
const ENGLISH_PHRASE: f64 = 0.63;
const COLON: f64 = 0.65;
const MIXED: f64 = 0.3;

/// An English report of so many words may be so much less probable, for it is seldom cut wrongly; a clause ("that …",
/// "to …", "she …") even more so.
const LONG: usize = 6;
const LESS: f64 = 0.12;
const LESS_CLAUSE: f64 = 0.18;

/// A word that introduces speech less often than this says nothing.
const SAYS: f64 = 0.2;

/// The word of saying that names a thing more often than it opens a clause is weaker than this.
const NAMES: f64 = 0.65;

/// How likely a report is its source's at least, whether or not it is one: whoever is shown what she may have said is shown her.
const OFFERED: f64 = 0.4;

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
            reported(survey, number, &choices, &mut covered, &mut found);
        }
    }
    for (number, choice) in choices.iter().enumerate() {
        let mark = survey.marks[number];
        if covered[number] || choice.speech < ranker::SPEECH || is_term(survey, number, choice) {
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
    let phrase = holder::whole(&survey.sentences[number], source.phrase);
    if phrase == source.phrase { source } else { survey.mention(number, phrase) }
}

/// Whether a mention is 'the accused', where the models see a verb.
fn is_defendant(survey: &Survey<'_>, source: Mention) -> bool {
    let tokens = source.sentence.map_or(&[][..], |number| &survey.sentences[number].tokens);
    matches!(source.phrase.of(tokens), [the, noun] if the.lower == "the"
        && survey.lexicon.defendants.iter().any(|known| noun.lower == *known))
}

/// 'Lys Crown Court heard': whether a report is what somebody hears.
fn is_hearing(report: &Report, sentence: &Sentence<'_>) -> bool {
    report.cue.of(&sentence.tokens).first().is_some_and(|cue| cue.lower == "heard")
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

/// The reported and mixed speech of a sentence; the marks inside it are covered.
fn reported(survey: &Survey<'_>, number: usize, choices: &[Choice], covered: &mut [bool], found: &mut Vec<Draft>) {
    let sentence = &survey.sentences[number];
    let first = survey.marks.partition_point(|mark| mark.start < sentence.start);
    let last = survey.marks.partition_point(|mark| mark.start < sentence.end);
    for report in &survey.reports[number] {
        if report.probability < REPORT - LESS_CLAUSE {
            continue;
        }
        let mut spans: Vec<(usize, usize)> = report.spans(sentence).collect();
        if let Some(mark) =
            bounds::closing_heading(report, sentence, survey.text).filter(|_| survey.lexicon.is_english())
        {
            spans = vec![(mark.start, mark.end)];
        }
        let inside = |span: &(usize, usize)| {
            let span = *span;
            (first..last).filter(move |mark| span.0 <= survey.marks[*mark].start && survey.marks[*mark].end <= span.1)
        };
        let is_mark = |span: &(usize, usize)| {
            inside(span).any(|mark| (survey.marks[mark].start, survey.marks[mark].end) == *span)
        };
        let any_inside = spans.iter().any(|span| inside(span).next().is_some());
        // what no cue introduces is a sentence
        let uncued = report.cue.after == 0;
        let clause = uncued
            || report.parts.iter().any(|part| {
                part.of(&sentence.tokens)
                    .iter()
                    .any(|token| token.is_finite || token.lower == "to" || token.mark().is_some())
            });
        // 'highlighted a number of ways how it is done': what is named, and no clause
        let weak = report.cue.of(&sentence.tokens).first().is_some_and(|cue| cue.strength < NAMES);
        let named = |part: &Phrase| {
            let first = part.of(&sentence.tokens).first();
            let that = part.first.checked_sub(1).is_some_and(|at| sentence.tokens[at].kind == Some(Kind::That));
            let names = Classes::DETERMINER.and(Classes::POSSESSIVE);
            !that && first.is_some_and(|first| first.is(names) && first.kind != Some(Kind::That))
        };
        // 'called for expanded access'
        let of_preposition = |part: &Phrase| {
            let before = part.first.checked_sub(1).map(|at| &sentence.tokens[at]);
            let opens = part.of(&sentence.tokens).first().is_some_and(|first| first.kind.is_some());
            before.is_some_and(|before| before.kind == Some(Kind::Preposition) && before.lower != "to") && !opens
        };
        // 'believes the plan will work'
        let states = |part: &Phrase| {
            let tokens = part.of(&sentence.tokens);
            let auxiliary = |token: &Token<'_>| {
                token.kind.is_some_and(Kind::is_auxiliary) && !matches!(token.lower.as_ref(), "to" | "'s")
            };
            let verb = tokens.iter().position(auxiliary);
            let opens = |token: &Token<'_>| {
                matches!(token.kind, Some(Kind::That | Kind::Question | Kind::Relative | Kind::Conjunction))
                    || !token.word
            };
            verb.is_some_and(|verb| !tokens[..verb].iter().any(opens))
        };
        let names = |part: &Phrase| weak && named(part) && !states(part) || of_preposition(part);
        let clause = clause && !(survey.lexicon.is_english() && !any_inside && report.parts.iter().all(names));
        let less = if survey.lexicon.is_english() { less_probable(report, &sentence.tokens) } else { 0.0 };
        let least = match report.colon && !any_inside {
            true => COLON,
            false if clause => REPORT - less,
            false if survey.lexicon.is_english() => ENGLISH_PHRASE - less,
            false => PHRASE - less,
        };
        let direct = spans.iter().all(is_mark);
        // what another cue has for its source is not what this one introduces
        let is_source =
            survey.reports[number].iter().any(|other| report.parts.iter().any(|part| other.source == Some(*part)));
        // 'Calling for shared | river paths': words that run on into their source are not said
        let runs_on = survey.lexicon.is_english()
            && report.parts.iter().any(|part| {
                report.cue.after <= part.first && report.source.is_some_and(|source| source.first == part.after)
            });
        if is_source || runs_on || report.probability < least || any_inside && !direct && report.probability < MIXED {
            continue;
        }
        // 'They agreed to open what the mayor called “a rest”': what others call so is not theirs to say
        let source = survey.source_of(number, report);
        let is_others = |mark: usize| {
            let other = choices[mark].speaker.filter(|_| choices[mark].is_inside && !direct);
            other.is_some_and(|other| source.is_some_and(|source| !source.touches(other.start, other.end)))
        };
        if spans.iter().flat_map(inside).any(is_others) || hollow::is_hollow(report, sentence, survey.lexicon) {
            continue;
        }
        if any_inside && !direct && survey.lexicon.is_english() {
            let titles = spans.iter().flat_map(inside).all(|mark| choices[mark].names);
            if hollow::only_names(report, sentence, survey.text, titles) {
                spans.iter().flat_map(inside).for_each(|mark| covered[mark] = true);
                continue;
            }
        }
        let cue = report.cue.of(&sentence.tokens);
        let cue = (cue.first().map_or(0, |token| token.start), cue.last().map_or(0, |token| token.end));
        for span in spans.iter().filter(|span| !is_mark(span)) {
            let quoted: Vec<usize> = inside(span).collect();
            let mut source = survey.source_of(number, report);
            let mut confidence = match source {
                Some(_) if survey.lexicon.is_english() => report.probability.max(OFFERED),
                _ => report.probability,
            };
            let mut surest: Option<&Choice> = None;
            for choice in quoted.iter().map(|mark| &choices[*mark]).filter(|choice| choice.speaker.is_some()) {
                if surest.is_none_or(|best| choice.confidence > best.confidence) {
                    surest = Some(choice);
                }
            }
            if source.is_none() && survey.lexicon.is_german() {
                confidence = 0.0;
            }
            // a court says nothing of what it hears
            let is_heard = source.is_none() && is_hearing(report, sentence);
            if let Some(choice) = surest.filter(|_| !is_heard) {
                (source, confidence) = (choice.speaker, choice.confidence);
            }
            for mark in &quoted {
                covered[*mark] = true;
            }
            // a title inside reported words is nobody's own words
            let is_title = |mark: &usize| survey.lexicon.is_german() && choices[*mark].speech < ranker::SPEECH;
            let quoted: Vec<usize> = quoted.into_iter().filter(|mark| !is_title(mark)).collect();
            found.push(Draft {
                start: span.0 + that(&survey.text[span.0..span.1], survey.lexicon.is_german()),
                end: span.1,
                kind: if quoted.is_empty() { QuotationKind::Indirect } else { QuotationKind::Mixed },
                quoted: quoted.iter().map(|mark| survey.marks[*mark]).collect(),
                source,
                cue: (cue.0 < cue.1).then_some(cue),
                confidence,
            });
        }
    }
}

/// How much less probable an English report may be than others.
fn less_probable(report: &Report, tokens: &[Token<'_>]) -> f64 {
    let words: usize = report.parts.iter().map(|part| part.after - part.first).sum();
    let opens_clause = |part: &Phrase| {
        let that = part.first.checked_sub(1).is_some_and(|at| tokens[at].kind == Some(Kind::That));
        let somebody = Classes::PRONOUN.and(Classes::POSSESSIVE);
        let opens = |first: &Token<'_>| {
            first.lower == "to" || matches!(first.kind, Some(Kind::That | Kind::Relative)) || first.is(somebody)
        };
        that || part.of(tokens).first().is_some_and(opens)
    };
    // 'The dam had to go, a judge ruled in May'
    let is_opening = |part: &Phrase| {
        part.first == 0 && part.after < report.cue.first && part.of(tokens).iter().any(|token| token.is_finite)
    };
    match words < LONG {
        true if report.source.is_some() && matches!(&report.parts[..], [part] if is_opening(part)) => LESS_CLAUSE,
        true => 0.0,
        false if report.parts.iter().all(opens_clause) => LESS_CLAUSE,
        false => LESS,
    }
}

/// A few words in marks and no sentence: where nobody is near to say them, they name something. Of a word or two in
/// English the same holds where they only describe a noun or name a listener, or nothing in their sentence says anything.
fn is_term(survey: &Survey<'_>, number: usize, choice: &Choice) -> bool {
    const WORDS: usize = 4;
    const SCARE: usize = 2;
    let mark = survey.marks[number];
    let opened = survey.text[mark.start..mark.end].trim_start_matches(marks::is_sign);
    let body = opened.trim_end_matches(marks::is_sign);
    let closed = body.len() < opened.len() && !body.ends_with(['.', ',', '!', '?', '…', '。', '！', '？']);
    let few = |words: usize| body.split_whitespace().nth(words).is_none();
    let scare = || {
        let place = survey.place_of(number).filter(|_| survey.lexicon.is_english() && few(SCARE));
        let Some((sentence, at)) = place else { return false };
        let tokens = &survey.sentences[sentence].tokens;
        let unsaid = || tokens.iter().all(|token| token.strength < SAYS);
        describes(tokens, at) || is_told(tokens, at) || survey.report_over(number).is_none() && unsaid()
    };
    closed && (choice.speaker.is_none() && few(WORDS) || scare())
}

/// 'told Lys Radio's “Early Birds” that the gate was shut': whether a passage in marks names whom something is told.
fn is_told(tokens: &[Token<'_>], mark: usize) -> bool {
    const NEAR: usize = 5;
    let before = &tokens[mark.saturating_sub(NEAR)..mark];
    let told = before.iter().rposition(|token| token.is(Classes::TELLING));
    let plain = |token: &Token<'_>| token.mark().is_none() && (token.word || token.lower == "'s");
    let that = tokens.get(mark + 1).is_some_and(|that| that.kind == Some(Kind::That));
    that && told.is_some_and(|told| before[told + 1..].iter().all(plain))
}

/// 'the “free” seat': whether a passage in marks stands between an article and its noun.
fn describes(tokens: &[Token<'_>], mark: usize) -> bool {
    let noun = |token: &Token<'_>| !token.capital && token.kind.is_none() && token.usage.parts.text.starts_with('N');
    mark.checked_sub(1).is_some_and(|before| tokens[before].is(Classes::DETERMINER))
        && tokens.get(mark + 1).is_some_and(noun)
}

/// How long a "that" is which opens reported speech, with the space behind it. In German it has no capital: 'Dass es
/// regnet, sei gut', where all is reported.
fn that(words: &str, german: bool) -> usize {
    for opening in ["that", "dass"] {
        let Some(head) = words.get(..opening.len()) else { continue };
        let rest = &words[opening.len()..];
        let behind = rest.trim_start();
        if head.eq_ignore_ascii_case(opening)
            && !(german && head.starts_with('D'))
            && behind.len() < rest.len()
            && !behind.is_empty()
        {
            return words.len() - behind.len();
        }
    }
    0
}
