//! Which reports of a sentence are shown: how probable one must be is told by what it is of, a clause or a bare phrase.

use super::super::QuotationKind;
use super::super::bounds;
use super::super::hollow;
use super::super::lexicon::{Classes, Kind};
use super::super::marks::Mark;
use super::super::mentions::Phrase;
use super::super::ranker::{self, Choice};
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::survey::{Mention, Survey};
use super::super::token::Token;
use super::Draft;

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

/// The word of saying that names a thing more often than it opens a clause is weaker than this.
const NAMES: f64 = 0.65;

/// How likely a report is its source's at least, whether or not it is one: whoever is shown what she may have said is shown her.
const OFFERED: f64 = 0.4;

/// A report beside the marks of its sentence.
struct Candidate<'s, 'a> {
    survey: &'s Survey<'a>,
    sentence: &'s Sentence<'a>,
    report: &'s Report,
    source: Option<Mention>,
    /// The stretches of its content, in bytes of the text.
    spans: Vec<(usize, usize)>,
    /// The numbers of the first mark of the sentence and of the first behind it.
    marks: std::ops::Range<usize>,
}

/// Adds the reported and mixed speech of a sentence; the marks inside it are covered.
pub(super) fn add(
    survey: &Survey<'_>,
    number: usize,
    choices: &[Choice],
    covered: &mut [bool],
    found: &mut Vec<Draft>,
) {
    let sentence = &survey.sentences[number];
    let first = survey.marks.partition_point(|mark| mark.start < sentence.start);
    let last = survey.marks.partition_point(|mark| mark.start < sentence.end);
    for report in &survey.reports[number] {
        if report.probability < REPORT - LESS_CLAUSE {
            continue;
        }
        let heading = bounds::closing_heading(report, sentence, survey.text).filter(|_| survey.lexicon.is_english());
        let candidate = Candidate {
            survey,
            sentence,
            report,
            source: survey.source_of(number, report),
            spans: heading.map_or_else(|| report.spans(sentence).collect(), |mark| vec![(mark.start, mark.end)]),
            marks: first..last,
        };
        if !candidate.is_shown(&survey.reports[number], choices) {
            continue;
        }
        if candidate.only_names(choices) {
            candidate.marks_inside().for_each(|mark| covered[mark] = true);
            continue;
        }
        for span in candidate.spans.iter().filter(|span| !candidate.is_mark(**span)) {
            candidate.inside(*span).for_each(|mark| covered[mark] = true);
            found.push(candidate.draft(*span, choices));
        }
    }
}

impl Candidate<'_, '_> {
    /// The marks inside a stretch.
    fn inside(&self, span: (usize, usize)) -> impl Iterator<Item = usize> {
        let marks = &self.survey.marks;
        self.marks.clone().filter(move |mark| span.0 <= marks[*mark].start && marks[*mark].end <= span.1)
    }

    fn marks_inside(&self) -> impl Iterator<Item = usize> {
        self.spans.iter().flat_map(|span| self.inside(*span))
    }

    fn bounds(&self, mark: usize) -> (usize, usize) {
        let mark: Mark = self.survey.marks[mark];
        (mark.start, mark.end)
    }

    fn is_mark(&self, span: (usize, usize)) -> bool {
        self.inside(span).any(|mark| self.bounds(mark) == span)
    }

    /// Whether all of it is in marks.
    fn is_direct(&self) -> bool {
        self.spans.iter().all(|span| self.is_mark(*span))
    }

    /// Whether it is probable enough, and somebody's to say.
    fn is_shown(&self, reports: &[Report], choices: &[Choice]) -> bool {
        let Self { report, survey, sentence, .. } = self;
        let any_inside = self.marks_inside().next().is_some();
        let is_direct = self.is_direct();
        // what another cue has for its source is not what this one introduces
        let is_source = reports.iter().any(|other| report.parts.iter().any(|part| other.source == Some(*part)));
        // 'Calling for shared | river paths': words that run on into their source are not said
        let runs_on = survey.lexicon.is_english()
            && report.parts.iter().any(|part| {
                report.cue.after <= part.first && report.source.is_some_and(|source| source.first == part.after)
            });
        let is_probable =
            report.probability >= self.least(any_inside) && (!any_inside || is_direct || report.probability >= MIXED);
        // 'They agreed to open what the mayor called “a rest”': what others call so is not theirs to say
        let is_others = |mark: usize| {
            let other = choices[mark].speaker.filter(|_| choices[mark].is_inside && !is_direct);
            other.is_some_and(|other| self.source.is_some_and(|source| !source.touches(other.start, other.end)))
        };
        !is_source
            && !runs_on
            && is_probable
            && !self.marks_inside().any(is_others)
            && !hollow::is_hollow(report, sentence, survey.lexicon)
    }

    /// How probable it must be.
    fn least(&self, any_inside: bool) -> f64 {
        let tokens = &self.sentence.tokens;
        let is_english = self.survey.lexicon.is_english();
        let less = if is_english { less_probable(self.report, tokens) } else { 0.0 };
        match self.report.colon && !any_inside {
            true => COLON,
            false
                if is_clause(self.report, tokens)
                    && !(is_english && !any_inside && names_thing(self.report, tokens)) =>
            {
                REPORT - less
            }
            false if is_english => ENGLISH_PHRASE - less,
            false => PHRASE - less,
        }
    }

    /// Whether its marks only name something, and it says nothing besides.
    fn only_names(&self, choices: &[Choice]) -> bool {
        let is_mixed = self.survey.lexicon.is_english() && self.marks_inside().next().is_some() && !self.is_direct();
        let titles = || self.marks_inside().all(|mark| choices[mark].names);
        is_mixed && hollow::only_names(self.report, self.sentence, self.survey.text, titles())
    }

    /// One stretch of it as a quotation.
    fn draft(&self, span: (usize, usize), choices: &[Choice]) -> Draft {
        let Self { report, survey, sentence, .. } = self;
        let is_german = survey.lexicon.is_german();
        let quoted: Vec<usize> = self.inside(span).collect();
        let (source, confidence) = self.speaker(quoted.iter().map(|mark| &choices[*mark]));
        // a title inside reported words is nobody's own words
        let is_title = |mark: &usize| is_german && choices[*mark].speech < ranker::SPEECH;
        let quoted: Vec<Mark> =
            quoted.into_iter().filter(|mark| !is_title(mark)).map(|mark| survey.marks[mark]).collect();
        let cue = report.cue.of(&sentence.tokens);
        let cue = (cue.first().map_or(0, |token| token.start), cue.last().map_or(0, |token| token.end));
        Draft {
            start: span.0 + that(&survey.text[span.0..span.1], is_german),
            end: span.1,
            kind: if quoted.is_empty() { QuotationKind::Indirect } else { QuotationKind::Mixed },
            quoted,
            source,
            cue: (cue.0 < cue.1).then_some(cue),
            confidence,
        }
    }

    /// Who says it, and how likely: whoever says the surest of the marks inside, else the source of the cue.
    fn speaker<'c>(&self, marks: impl Iterator<Item = &'c Choice>) -> (Option<Mention>, f64) {
        let mut surest: Option<&Choice> = None;
        for choice in marks.filter(|choice| choice.speaker.is_some()) {
            if surest.is_none_or(|best| choice.confidence > best.confidence) {
                surest = Some(choice);
            }
        }
        // a court says nothing of what it hears
        let is_heard = self.source.is_none() && is_hearing(self.report, self.sentence);
        if let Some(choice) = surest.filter(|_| !is_heard) {
            return (choice.speaker, choice.confidence);
        }
        let probability = self.report.probability;
        let confidence = match self.source {
            Some(_) if self.survey.lexicon.is_english() => probability.max(OFFERED),
            None if self.survey.lexicon.is_german() => 0.0,
            _ => probability,
        };
        (self.source, confidence)
    }
}

/// 'Lys Crown Court heard': whether a report is what somebody hears.
fn is_hearing(report: &Report, sentence: &Sentence<'_>) -> bool {
    report.cue.of(&sentence.tokens).first().is_some_and(|cue| cue.lower == "heard")
}

/// Whether it is of a clause, or has words in marks.
fn is_clause(report: &Report, tokens: &[Token<'_>]) -> bool {
    // what no cue introduces is a sentence
    let is_sentence = report.cue.after == 0;
    let tells = |token: &Token<'_>| token.is_finite || token.lower == "to" || token.mark().is_some();
    is_sentence || report.parts.iter().any(|part| part.of(tokens).iter().any(tells))
}

/// 'highlighted a number of ways how it is done', 'called for expanded access': whether what is told is a thing, and no clause.
fn names_thing(report: &Report, tokens: &[Token<'_>]) -> bool {
    let is_weak = report.cue.of(tokens).first().is_some_and(|cue| cue.strength < NAMES);
    let is_named = |part: &Phrase| {
        let first = part.of(tokens).first();
        let that = part.first.checked_sub(1).is_some_and(|at| tokens[at].kind == Some(Kind::That));
        let names = Classes::DETERMINER.and(Classes::POSSESSIVE);
        !that && first.is_some_and(|first| first.is(names) && first.kind != Some(Kind::That))
    };
    let hangs = |part: &Phrase| {
        let before = part.first.checked_sub(1).map(|at| &tokens[at]);
        let opens = part.of(tokens).first().is_some_and(|first| first.kind.is_some());
        before.is_some_and(|before| before.kind == Some(Kind::Preposition) && before.lower != "to") && !opens
    };
    // 'believes the plan will work'
    let states = |part: &Phrase| {
        let inside = part.of(tokens);
        let auxiliary = |token: &Token<'_>| {
            token.kind.is_some_and(Kind::is_auxiliary) && !matches!(token.lower.as_ref(), "to" | "'s")
        };
        let opens = |token: &Token<'_>| {
            matches!(token.kind, Some(Kind::That | Kind::Question | Kind::Relative | Kind::Conjunction)) || !token.word
        };
        let verb = inside.iter().position(auxiliary);
        verb.is_some_and(|verb| !inside[..verb].iter().any(opens))
    };
    report.parts.iter().all(|part| is_weak && is_named(part) && !states(part) || hangs(part))
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
