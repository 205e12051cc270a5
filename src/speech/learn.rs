//! Learning: annotated articles become counted cues and the five models, as `assets/speech/en.model.ron` holds them.
//!
//! The same articles in the same order give the same bytes. The program that reads a file of them is
//! `examples/learn_speech.rs`.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use super::cues::{self, Frame};
use super::fit::{Example, Examples, fit};
use super::lexicon::{Classes, Lexicon};
use super::linear::Models;
use super::mentions::according_at;
use super::overview::Overview;
use super::ranker::Passage;
use super::sentences;
use super::spans::{self, Side};
use super::survey::{Mention, Survey, Tail};
use crate::article::Article;

/// How many features each model keeps.
const KEEP: [(&str, usize); 5] = [("cue", 1500), ("start", 1000), ("end", 600), ("speech", 300), ("speaker", 500)];

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

/// Learns from annotated articles; the answer is the text of a file that [`super::Learnt::read`] reads.
pub fn learn(documents: &[&Document]) -> String {
    let single = single_cues(documents);
    let table = count_cues(documents, &single);
    let lexicon = Lexicon::english(&table);
    let mut learnt: BTreeMap<&str, BTreeMap<String, i32>> = BTreeMap::new();
    let (mut cue, mut start, mut end) = (Examples::default(), Examples::default(), Examples::default());
    for document in documents {
        Reports { document, lexicon: &lexicon, single: &single }.add(&mut cue, &mut start, &mut end);
    }
    let keep = |name: &str| KEEP.iter().find(|(known, _)| *known == name).map_or(0, |(_, keep)| *keep);
    for (name, examples) in [("cue", &cue), ("start", &start), ("end", &end)] {
        learnt.insert(name, fit(examples, keep(name)));
    }
    let models = Models::read(&written(&table, &learnt));
    let (mut speech, mut speaker) = (Examples::default(), Examples::default());
    for document in documents {
        add_marks(document, &lexicon, &models, &mut speech, &mut speaker);
    }
    learnt.insert("speech", fit(&speech, keep("speech")));
    learnt.insert("speaker", fit(&speaker, keep("speaker")));
    written(&table, &learnt)
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
            let counts = count >= 3 && share >= 0.1 && word.len() > 2;
            let closed = english.word(&word).kind.is_some() || english.word(&word).classes.any(Classes::ACCORDING);
            (counts && !closed).then(|| (word, (100.0 * share).round().min(99.0) as u8))
        })
        .collect()
}

/// The examples of reported speech in a document.
struct Reports<'d> {
    document: &'d Document,
    lexicon: &'d Lexicon,
    single: &'d HashMap<String, usize>,
}

impl Reports<'_> {
    fn add(&self, cue: &mut Examples, start: &mut Examples, end: &mut Examples) {
        let text = self.document.article.text();
        let paragraphs = super::paragraphs(&self.document.article);
        let overview = Overview::of(text, paragraphs, self.lexicon);
        for sentence in sentences::split(&overview, 0..overview.paragraphs.len()) {
            let frames = cues::frames(&sentence.tokens, self.lexicon);
            let mut taken: Vec<Option<&Vec<Part>>> = vec![None; frames.len()];
            for parts in &self.document.quotations {
                if let Some(best) = self.frame_of(&frames, parts) {
                    taken[best] = Some(parts);
                }
            }
            for (frame, parts) in frames.iter().zip(taken) {
                cue.add(Example::question(parts.is_some(), |names| cues::describe(frame, names)));
                if let Some(parts) = parts {
                    add_start_and_end(text, frame, parts, start, end);
                }
            }
        }
    }

    /// The frame that stands for the cue of a quotation.
    fn frame_of(&self, frames: &[Frame<'_, '_>], parts: &[Part]) -> Option<usize> {
        let (from, to) = parts.first()?.cue?;
        let word = head(cue_text(self.document, parts), self.single);
        let mut best: Option<((bool, bool, f64), usize)> = None;
        for (number, frame) in frames.iter().enumerate() {
            let token = &frame.tokens[frame.i];
            if !(from <= token.start && token.start < to) {
                continue;
            }
            let according = according_at(frame.tokens, frame.i, self.lexicon).is_some();
            let rank = (according, word.as_deref() == Some(&token.lower), frame.strength);
            if best.is_none_or(|(highest, _)| rank > highest) {
                best = Some((rank, number));
            }
        }
        best.map(|(_, number)| number)
    }
}

fn add_start_and_end(text: &str, frame: &Frame<'_, '_>, parts: &[Part], start: &mut Examples, end: &mut Examples) {
    let tokens = frame.tokens;
    let cue = tokens[frame.i].start;
    let options = spans::starts(frame);
    let begins = |side: Side, j: usize| {
        parts.iter().any(|part| {
            let that = text.get(part.start..part.end).is_some_and(|words| words.to_lowercase().starts_with("that "));
            (side == Side::After) == (part.start > cue)
                && (tokens[j].start == part.start || that && j > 0 && tokens[j - 1].start == part.start)
        })
    };
    let mut right: Vec<bool> = options.iter().map(|(side, j)| begins(*side, *j)).collect();
    // a part before the cue is the one that counts
    if right.iter().zip(&options).any(|(right, (side, _))| *right && *side == Side::Before) {
        right = right.iter().zip(&options).map(|(right, (side, _))| *right && *side == Side::Before).collect();
    }
    let Some(first) = right.iter().position(|right| *right) else { return };
    start.add(Example::choice(&options, &right, |(side, j), names| spans::describe_start(frame, *side, *j, names)));
    let (Side::After, j) = options[first] else { return };
    let Some(part) = parts.iter().find(|part| part.start > cue) else { return };
    let stops = spans::ends(frame, j);
    let good: Vec<bool> = stops.iter().map(|e| tokens[e - 1].end.abs_diff(part.end) <= 1).collect();
    if good.contains(&true) {
        end.add(Example::choice(&stops, &good, |e, names| spans::describe_end(frame, j, *e, names)));
    }
}

/// The examples of a document's passages in quotation marks.
fn add_marks(document: &Document, lexicon: &Lexicon, models: &Models, speech: &mut Examples, speaker: &mut Examples) {
    let text = document.article.text();
    let overview = Overview::of(text, super::paragraphs(&document.article), lexicon);
    let survey = Survey::of(&overview, 0..overview.paragraphs.len(), models, Tail::default());
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
        let Some(passage) = Passage::of(&survey, number, previous) else { continue };
        speech.add(Example::question(group.is_some(), |names| passage.describe(names)));
        let parts = group.and_then(|group| document.quotations.get(group));
        let Some(sources) = parts.and_then(|parts| parts.first()).map(|part| &part.sources) else { continue };
        let Some(first) = sources.first() else { continue };
        let options = survey.candidates(number);
        let names_speaker = |mention: &Mention| sources.iter().any(|(start, end)| mention.touches(*start, *end));
        let right: Vec<bool> = options.iter().map(names_speaker).collect();
        if right.contains(&true) {
            speaker.add(Example::choice(&options, &right, |mention, names| passage.describe_speaker(*mention, names)));
        }
        let paragraph = survey.place_of(number).map_or(0, |(sentence, _)| survey.sentences[sentence].paragraph);
        previous = Some((Mention::label(first.0, first.1), paragraph));
    }
}
