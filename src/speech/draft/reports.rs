//! Which reports of a sentence are shown: how likely one must be is told by what it is of, a clause or a bare phrase; of two
//! that lie together the likelier one is, but for what somebody else is told to have said.

use super::super::QuotationKind;
use super::super::bounds;
use super::super::hollow;
use super::super::lexicon::{Classes, Kind};
use super::super::linear::Models;
use super::super::marks::Mark;
use super::super::mentions::Phrase;
use super::super::ranker::{self, Choice};
use super::super::reported::{Report, standing};
use super::super::sentences::Sentence;
use super::super::sources::Way;
use super::super::survey::{Mention, Survey};
use super::super::token::Token;
use super::Draft;

/// How likely a report must be one at least: of words in quotation marks, of a clause, of a bare phrase ("praised the plan"),
/// which is more often what was done, and in German of what follows a colon.
const MIXED: f64 = 0.3;
const REPORT: f64 = 0.4;
const ENGLISH: f64 = 0.44;
const PHRASE: f64 = 0.55;
const COLON: f64 = 0.65;

/// What is less likely to be introduced by its cue is not looked at.
const LEAST: f64 = 0.16;

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
    models: &Models,
    number: usize,
    choices: &[Choice],
    covered: &mut [bool],
    found: &mut Vec<Draft>,
) {
    let first = found.len();
    for candidate in shown(survey, models, number, choices) {
        if candidate.only_names(choices) {
            candidate.marks_inside().for_each(|mark| covered[mark] = true);
            continue;
        }
        for span in candidate.spans.iter().filter(|span| !candidate.is_mark(**span)) {
            let is_there = |other: &Draft| lie_together(*span, other) && !candidate.is_of_another_inside(other);
            if candidate.is_marked() || !found[first..].iter().any(is_there) {
                candidate.inside(*span).for_each(|mark| covered[mark] = true);
                found.push(candidate.draft(*span, choices));
            }
        }
    }
}

/// The reports of a sentence that may be shown: those with marks first, and then the likeliest.
fn shown<'s, 'a>(
    survey: &'s Survey<'a>,
    models: &Models,
    number: usize,
    choices: &[Choice],
) -> impl Iterator<Item = Candidate<'s, 'a>> {
    let sentence = &survey.sentences[number];
    let first = survey.marks.partition_point(|mark| mark.start < sentence.start);
    let last = survey.marks.partition_point(|mark| mark.start < sentence.end);
    let reports = &survey.reports[number];
    let mut shown: Vec<(bool, f64, Candidate<'_, '_>)> = Vec::new();
    for report in reports.iter().filter(|report| report.probability >= LEAST) {
        let heading = bounds::closing_heading(report, sentence, survey.text).filter(|_| survey.lexicon.is_english());
        let candidate = Candidate {
            survey,
            sentence,
            report,
            source: survey.source_of(number, report),
            spans: heading.map_or_else(|| spans(survey, report, sentence), |mark| vec![(mark.start, mark.end)]),
            marks: first..last,
        };
        let likely = candidate.likely(models, reports.len());
        if likely >= candidate.least() && candidate.is_somebodys(reports, choices) {
            shown.push((candidate.is_marked(), likely, candidate));
        }
    }
    shown.sort_by(|one, other| other.0.cmp(&one.0).then(other.1.total_cmp(&one.1)));
    shown.into_iter().map(|(.., candidate)| candidate)
}

/// The stretches of what a report says, but for what describes its source: 'It leaks, said Mira Dahl, [the head of the bank]'.
fn spans(survey: &Survey<'_>, report: &Report, sentence: &Sentence<'_>) -> Vec<(usize, usize)> {
    let tokens = &sentence.tokens;
    let is_verb = |token: &Token<'_>| token.is_of_clause() && token.lower != "'s";
    // 'It was, said Mira Dahl, the last night': the verb wants what follows
    let last = report.parts.first().and_then(|first| first.of(tokens).last());
    let is_parted = last.is_some_and(|last| is_verb(last) || last.kind.is_some_and(Kind::is_auxiliary));
    let describes = |part: &Phrase| {
        let behind = report.source.is_some_and(|source| source.after <= part.first) && survey.lexicon.is_english();
        let who = tokens.get(part.first).is_some_and(|first| matches!(first.lower.as_ref(), "who" | "whose"));
        let inside = part.of(tokens);
        let plain = !inside.iter().any(|token| is_verb(token) || token.mark().is_some());
        behind && !is_parted && (who || matches!(report.way, Way::Right | Way::According) && plain)
    };
    let all = report.spans(sentence).enumerate();
    all.filter(|(at, _)| *at == 0 || !report.parts.get(*at).is_some_and(describes)).map(|(_, span)| span).collect()
}

/// Whether half of the shorter of a stretch and a quotation lies in the other.
fn lie_together((start, end): (usize, usize), other: &Draft) -> bool {
    let shared = end.min(other.end).saturating_sub(start.max(other.start));
    2 * shared > (end - start).min(other.end - other.start)
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

    /// Whether there are marks inside.
    fn is_marked(&self) -> bool {
        self.marks_inside().next().is_some()
    }

    /// 'Ada said that [Noa had warned that it leaks]': whether it is of somebody who is named in what is said.
    fn is_of_another_inside(&self, other: &Draft) -> bool {
        let is_inside = |source: Mention| other.start <= source.start && source.end <= other.end;
        self.source.is_some_and(|source| source.kind.is_named() && is_inside(source))
    }

    /// How likely it is one.
    fn likely(&self, models: &Models, reports: usize) -> f64 {
        match self.survey.lexicon.is_english() && !self.is_marked() {
            true => models.report.probability(|score| standing::describe(self.report, self.sentence, reports, score)),
            false => self.report.probability,
        }
    }

    /// Whether it says something, and is somebody's to say.
    fn is_somebodys(&self, reports: &[Report], choices: &[Choice]) -> bool {
        let Self { report, survey, sentence, .. } = self;
        let is_direct = self.is_direct();
        // what another cue has for its source is not what this one introduces
        let is_source = reports.iter().any(|other| report.parts.iter().any(|part| other.source == Some(*part)));
        // 'Calling for shared | river paths': words that run on into their source are not said
        let runs_on = survey.lexicon.is_english()
            && report.parts.iter().any(|part| {
                report.cue.after <= part.first && report.source.is_some_and(|source| source.first == part.after)
            });
        // 'They agreed to open what the mayor called “a rest”': what others call so is not theirs to say
        let is_others = |mark: usize| {
            let other = choices[mark].speaker.filter(|_| choices[mark].is_inside && !is_direct);
            other.is_some_and(|other| self.source.is_some_and(|source| !source.touches(other.start, other.end)))
        };
        !is_source
            && !runs_on
            && !self.marks_inside().any(is_others)
            && !hollow::is_hollow(report, sentence, survey.lexicon)
    }

    /// How likely it must be.
    fn least(&self) -> f64 {
        let tokens = &self.sentence.tokens;
        match (self.is_marked(), self.survey.lexicon.is_english()) {
            (true, true) => MIXED,
            (true, false) => REPORT,
            (false, true) if is_english_clause(self.report, tokens) && !names_thing(self.report, tokens) => ENGLISH,
            (false, false) if self.report.colon => COLON,
            (false, false) if is_clause(self.report, tokens) => REPORT,
            _ => PHRASE,
        }
    }

    /// Whether its marks only name something, and it says nothing besides.
    fn only_names(&self, choices: &[Choice]) -> bool {
        let is_mixed = self.survey.lexicon.is_english() && self.is_marked() && !self.is_direct();
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

/// Whether it is of a clause.
fn is_clause(report: &Report, tokens: &[Token<'_>]) -> bool {
    // what no cue introduces is a sentence
    let is_sentence = report.cue.after == 0;
    is_sentence || report.parts.iter().any(|part| part.of(tokens).iter().any(|token| token.is_finite))
}

/// Whether it is of an English clause: one word that may be a verb stands behind another, or it is 'to go' and not 'to the town'.
fn is_english_clause(report: &Report, tokens: &[Token<'_>]) -> bool {
    let tells = |inside: &[Token<'_>], at: usize| {
        let next = inside.get(at + 1);
        let names = Classes::DETERMINER.and(Classes::POSSESSIVE);
        match inside[at].lower == "to" {
            true => next.is_some_and(|next| next.word && !next.capital && !next.is(names)),
            false => inside[at].is_finite && at > 0,
        }
    };
    report.parts.iter().map(|part| part.of(tokens)).any(|inside| (0..inside.len()).any(|at| tells(inside, at)))
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
