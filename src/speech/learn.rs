//! Learning: annotated articles become counted cues and the eight models, as `assets/speech/en.model.ron` holds them.
//!
//! The same articles in the same order give the same bytes. The program that reads a file of them is
//! `examples/learn_speech.rs`.

mod reports;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use super::fit::{Example, Examples, fit};
use super::lexicon::{Classes, Lexicon};
use super::linear::Models;
use super::marks;
use super::overview::Overview;
use super::ranker::Passage;
use super::reported::standing;
use super::survey::{Mention, Survey, Tail};
use crate::article::Article;
use reports::{FirstLooks, Reports, SecondLooks};

/// Each part of the articles is looked at with what was learnt from the other parts.
const PARTS: usize = 3;

/// How often a model that ships is learnt, each time in another order; one that only looks ahead is learnt once.
const RUNS: u64 = 4;

/// How many features each model keeps.
const KEEP: [(&str, usize); 8] = [
    ("glance", 3000),
    ("source", 2000),
    ("cue", 6000),
    ("start", 3000),
    ("end", 2000),
    ("report", 1500),
    ("speech", 800),
    ("speaker", 900),
];

/// A part of what somebody says in an annotated article. Places are bytes of the text.
#[derive(Clone, Debug)]
pub struct Part {
    pub start: usize,
    pub end: usize,
    /// The words that introduce it, if any.
    pub cue: Option<(usize, usize)>,
    /// The words that name the speaker.
    pub sources: Vec<(usize, usize)>,
}

/// An article with all that is said in it.
#[derive(Clone, Debug)]
pub struct Document {
    pub article: Article,
    /// The parts of each quotation.
    pub quotations: Vec<Vec<Part>>,
    /// Passages in quotation marks, each with the number of its quotation.
    pub marks: Vec<(usize, usize, Option<usize>)>,
}

impl Document {
    fn overview<'d>(&'d self, lexicon: &'d Lexicon) -> Overview<'d> {
        let text = self.article.text();
        let paragraphs = super::paragraphs(&self.article);
        let marks = marks::find(text, &paragraphs);
        Overview::of(text, paragraphs, marks, Vec::new(), lexicon)
    }
}

/// Learns from annotated articles; the answer is the text of a file that [`super::Learnt::read`] reads.
///
/// The models are learnt one after the other: each sees what those before it leave. These are learnt from other articles
/// (stacking, Wolpert 1992), for a model that looks at what it has learnt from is right too often.
pub fn learn(documents: &[&Document]) -> String {
    let single = single_cues(documents);
    let cues = count_cues(documents, &single);
    let lexicon = Lexicon::english(&cues);
    let part = |number: usize| documents.iter().skip(number).step_by(PARTS);
    let parts_but = |without: Option<usize>| (0..PARTS).filter(move |number| Some(*number) != without);
    let first_looks = |without: Option<usize>| {
        let mut first = FirstLooks::default();
        for document in parts_but(without).flat_map(part) {
            Reports { document, lexicon: &lexicon, single: &single, models: None }.look(&mut first);
        }
        first
    };
    let mut learning = Learning::of(&cues, &first_looks(None), RUNS);
    let mut without_part: Vec<Learning> =
        (0..PARTS).map(|number| Learning::of(&cues, &first_looks(Some(number)), 1)).collect();

    let models: Vec<Models> = without_part.iter().map(Learning::models).collect();
    let second_looks = |without: Option<usize>| {
        let mut second = SecondLooks::default();
        for number in parts_but(without) {
            for document in part(number) {
                let reports = Reports { document, lexicon: &lexicon, single: &single, models: Some(&models[number]) };
                reports.look_again(&mut second);
            }
        }
        second
    };
    learning.learn_again(&second_looks(None), RUNS);
    for (number, without) in without_part.iter_mut().enumerate() {
        without.learn_again(&second_looks(Some(number)), 1);
    }

    let mut third = ThirdLooks::default();
    for (number, without) in without_part.iter().enumerate() {
        let models = without.models();
        for document in part(number) {
            let overview = document.overview(&lexicon);
            let survey = Survey::of(&overview, 0..overview.paragraphs.len(), &models, Tail::default());
            add_reports(document, &survey, &mut third.report);
            add_marks(document, &survey, &mut third);
        }
    }
    learning.learn("report", &third.report, RUNS);
    learning.learn("speech", &third.speech, RUNS);
    learning.learn("speaker", &third.speaker, RUNS);
    learning.written()
}

/// Examples for the models that are asked when reports have been read.
#[derive(Default)]
struct ThirdLooks {
    report: Examples,
    speech: Examples,
    speaker: Examples,
}

/// What has been learnt so far.
struct Learning {
    cues: Vec<(String, u8)>,
    learnt: BTreeMap<&'static str, BTreeMap<String, i32>>,
}

impl Learning {
    fn of(cues: &[(String, u8)], first: &FirstLooks, runs: u64) -> Self {
        let mut learning = Self { cues: cues.to_vec(), learnt: BTreeMap::new() };
        learning.learn("glance", &first.glance, runs);
        learning.learn("source", &first.source, runs);
        learning
    }

    fn learn_again(&mut self, second: &SecondLooks, runs: u64) {
        self.learn("cue", &second.cue, runs);
        self.learn("start", &second.start, runs);
        self.learn("end", &second.end, runs);
    }

    fn learn(&mut self, name: &'static str, examples: &Examples, runs: u64) {
        let keep = KEEP.iter().find(|(known, _)| *known == name).map_or(0, |(_, keep)| *keep);
        self.learnt.insert(name, fit(examples, keep, runs));
    }

    fn models(&self) -> Models {
        Models { are_mended: false, ..Models::read(&self.written()) }
    }

    fn written(&self) -> String {
        written(&self.cues, &self.learnt)
    }
}

/// The file, with many entries a line.
fn written(cues: &[(String, u8)], models: &BTreeMap<&str, BTreeMap<String, i32>>) -> String {
    let mut out = "// Learnt from annotated news articles by examples/learn_speech.rs: do not edit by hand.\n\
        // `cues`: of a hundred uses of a word, how many introduce speech. The models: what a feature counts, in tenths.\n\
        (\n    cues: {\n"
        .to_owned();
    entries(&mut out, 8, cues.iter().map(|(word, share)| format!("{word:?}:{share},")));
    out.push_str("    },\n    models: {\n");
    for (name, weights) in models {
        let _ = writeln!(out, "        {name:?}: {{");
        entries(&mut out, 12, weights.iter().map(|(feature, tenths)| format!("{feature:?}:{tenths},")));
        out.push_str("        },\n");
    }
    out.push_str("    },\n)\n");
    out
}

fn entries(out: &mut String, indent: usize, entries: impl Iterator<Item = String>) {
    let mut line = String::new();
    let mut put = |line: &mut String| {
        if !line.is_empty() {
            let _ = writeln!(out, "{:indent$}{line}", "");
            line.clear();
        }
    };
    for entry in entries {
        if line.len() + entry.len() > 116 - indent {
            put(&mut line);
        }
        line.push_str(&entry);
    }
    put(&mut line);
}

/// The words of a text as cues have them: Latin letters in lower case, and what follows an apostrophe.
fn words(text: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        while at < bytes.len() && !letter(at) {
            at += 1;
        }
        let start = at;
        while letter(at) {
            at += 1;
        }
        let apostrophe = ["'", "’"].iter().find(|sign| text.get(at..).is_some_and(|rest| rest.starts_with(**sign)));
        if let Some(sign) = apostrophe.filter(|sign| start < at && letter(at + sign.len())) {
            at += sign.len();
            while letter(at) {
                at += 1;
            }
        }
        (start < at).then(|| (start, text[start..at].to_lowercase()))
    })
}

fn cue_text<'d>(document: &'d Document, parts: &[Part]) -> &'d str {
    let cue = parts.first().and_then(|part| part.cue);
    cue.and_then(|(start, end)| document.article.text().get(start..end)).unwrap_or("")
}

/// How often each word is a cue all by itself.
fn single_cues(documents: &[&Document]) -> HashMap<String, usize> {
    let mut single = HashMap::new();
    for document in documents {
        for parts in &document.quotations {
            let mut words = words(cue_text(document, parts));
            if let (Some((_, word)), None) = (words.next(), words.next()) {
                *single.entry(word).or_insert(0) += 1;
            }
        }
    }
    single
}

/// The word of a cue that speaks: "has repeatedly said" -> said.
fn head(cue: &str, single: &HashMap<String, usize>) -> Option<String> {
    let mut best: Option<((usize, usize), String)> = None;
    for (_, word) in words(cue) {
        let count = single.get(&word).copied().unwrap_or(0);
        let rank = if count == 0 { (0, 0) } else { (count, word.len()) };
        if best.as_ref().is_none_or(|(highest, _)| rank > *highest) {
            best = Some((rank, word));
        }
    }
    best.map(|(_, word)| word)
}

fn count_cues(documents: &[&Document], single: &HashMap<String, usize>) -> Vec<(String, u8)> {
    let (mut total, mut used) = (HashMap::new(), BTreeMap::new());
    for document in documents {
        let mut marks = document.marks.iter().peekable();
        for (at, word) in words(document.article.text()) {
            while marks.next_if(|mark| mark.1 <= at).is_some() {}
            if marks.peek().is_none_or(|mark| mark.0 > at) {
                *total.entry(word).or_insert(0_usize) += 1;
            }
        }
        for word in document.quotations.iter().filter_map(|parts| head(cue_text(document, parts), single)) {
            *used.entry(word).or_insert(0_usize) += 1;
        }
    }
    let english = Lexicon::english(&[]);
    used.into_iter()
        .filter_map(|(word, count)| {
            let share = (count as f64 + 0.3) / (total.get(&word).copied().unwrap_or(0) as f64 + 1.2);
            let counts = count >= 3 && share >= 0.03 && word.len() > 2;
            let closed = english.word(&word).kind.is_some() || english.word(&word).classes.any(Classes::ACCORDING);
            (counts && !closed).then(|| (word, (100.0 * share).round().min(99.0) as u8))
        })
        .collect()
}

/// The examples of a document's reports without marks.
fn add_reports(document: &Document, survey: &Survey<'_>, examples: &mut Examples) {
    let parts = || document.quotations.iter().flatten();
    for number in survey.own_sentences() {
        let reports = &survey.reports[number];
        for report in reports.iter().filter(|report| !survey.has_marks(number, report)) {
            let span = report.spans(&survey.sentences[number]).next();
            let is_said = span.is_some_and(|(start, end)| {
                parts().any(|part| {
                    let shared = part.end.min(end).saturating_sub(part.start.max(start));
                    2 * shared >= part.end.max(end) - part.start.min(start)
                })
            });
            let described = |names: &mut _| standing::describe(report, &survey.sentences[number], reports.len(), names);
            examples.add(Example::question(is_said, described));
        }
    }
}

/// The examples of a document's passages in quotation marks.
fn add_marks(document: &Document, survey: &Survey<'_>, examples: &mut ThirdLooks) {
    let mut previous = None;
    for (number, mark) in survey.marks.iter().enumerate() {
        let listed = document.marks.iter().find(|(start, end, _)| (*start, *end) == (mark.start, mark.end));
        let covers = |part: &Part| {
            let shared = part.end.min(mark.end).saturating_sub(part.start.max(mark.start));
            shared * 5 >= (mark.end - mark.start) * 4
        };
        let group = match listed {
            Some((_, _, group)) => *group,
            // marks of a kind the annotators did not list: what they covered is speech
            None => document.quotations.iter().position(|parts| parts.iter().any(covers)),
        };
        let Some(passage) = Passage::of(survey, number) else { continue };
        let passage = passage.behind(previous);
        examples.speech.add(Example::question(group.is_some(), |names| passage.describe(names)));
        let parts = group.and_then(|group| document.quotations.get(group));
        let Some(sources) = parts.and_then(|parts| parts.first()).map(|part| &part.sources) else { continue };
        let Some(first) = sources.first() else { continue };
        let options = survey.candidates(number);
        let names_speaker = |mention: &Mention| sources.iter().any(|(start, end)| mention.touches(*start, *end));
        let right: Vec<bool> = options.iter().map(names_speaker).collect();
        if right.contains(&true) {
            examples
                .speaker
                .add(Example::choice(&options, &right, |mention, names| passage.describe_speaker(*mention, names)));
        }
        let paragraph = survey.place_of(number).map_or(0, |(sentence, _)| survey.sentences[sentence].paragraph);
        previous = Some((Mention::label(first.0, first.1), paragraph));
    }
}
