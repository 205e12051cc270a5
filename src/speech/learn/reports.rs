//! Examples of reported speech: the words that introduce it, their sources, and where it begins and ends.

use std::collections::HashMap;

use super::{Document, Part, cue_text, head};
use crate::speech::cues::{self, Frame};
use crate::speech::fit::{Example, Examples};
use crate::speech::glance;
use crate::speech::lexicon::Lexicon;
use crate::speech::linear::Models;
use crate::speech::mentions::Phrase;
use crate::speech::sentences::{self, Sentence};
use crate::speech::spans::{self, Side};

/// Examples for the models that are asked first.
#[derive(Default)]
pub(super) struct FirstLooks {
    pub glance: Examples,
    pub source: Examples,
}

/// Examples for the models that are asked about what the first ones leave.
#[derive(Default)]
pub(super) struct SecondLooks {
    pub cue: Examples,
    pub start: Examples,
    pub end: Examples,
}

/// The reports of a document.
pub(super) struct Reports<'d> {
    pub document: &'d Document,
    pub lexicon: &'d Lexicon,
    /// How often each word is a cue all by itself.
    pub single: &'d HashMap<String, usize>,
    /// What chooses words and sources, once that is learnt.
    pub models: Option<&'d Models>,
}

impl Reports<'_> {
    pub fn look(&self, examples: &mut FirstLooks) {
        self.each_sentence(|sentence, frames, taken| {
            for (frame, parts) in frames.iter().zip(taken) {
                let looked_at = |names: &mut _| glance::describe(sentence, frame.i, names);
                examples.glance.add(Example::question(parts.is_some(), looked_at));
                if let Some(parts) = parts.filter(|_| !frame.according) {
                    self.add_source(sentence, frame, parts, &mut examples.source);
                }
            }
        });
    }

    pub fn look_again(&self, examples: &mut SecondLooks) {
        self.each_sentence(|_, frames, taken| {
            for (frame, parts) in frames.iter().zip(taken) {
                examples.cue.add(Example::question(parts.is_some(), |names| cues::describe(frame, names)));
                if let Some(parts) = parts {
                    self.add_start_and_end(frame, parts, examples);
                }
            }
        });
    }

    /// Hands on each sentence with its possible cues, and the quotation that each introduces.
    fn each_sentence(&self, mut work: impl FnMut(&Sentence<'_>, &[Frame<'_, '_>], &[Option<&Vec<Part>>])) {
        let overview = self.document.overview(self.lexicon);
        let mut sentences = Vec::new();
        sentences::split(&overview, 0..overview.paragraphs.len(), &mut sentences);
        for sentence in sentences {
            let places = cues::places(&sentence, self.lexicon, self.models);
            let frames = places.map(|at| Frame::new(&sentence, at, self.lexicon, self.models));
            let frames: Vec<Frame<'_, '_>> = frames.filter(|frame| !frame.lacks_source()).collect();
            let mut taken: Vec<Option<&Vec<Part>>> = vec![None; frames.len()];
            for parts in &self.document.quotations {
                if let Some(best) = self.frame_of(&frames, parts) {
                    taken[best] = Some(parts);
                }
            }
            work(&sentence, &frames, &taken);
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
            let rank = (frame.according, word.as_deref() == Some(&token.lower), frame.strength);
            if best.is_none_or(|(highest, _)| rank > highest) {
                best = Some((rank, number));
            }
        }
        best.map(|(_, number)| number)
    }

    fn add_source(&self, sentence: &Sentence<'_>, frame: &Frame<'_, '_>, parts: &[Part], source: &mut Examples) {
        let search = frame.search(sentence);
        let options = search.candidates(sentence.mentions(self.lexicon));
        let sources = || parts.iter().flat_map(|part| &part.sources);
        let names_source = |phrase: Phrase| {
            let inside = phrase.of(&sentence.tokens);
            let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return false };
            sources().any(|(start, end)| first.start < *end && *start < last.end)
        };
        let nobody = sources().next().is_none();
        let right: Vec<bool> = options.iter().map(|option| option.phrase.map_or(nobody, names_source)).collect();
        if right.contains(&true) {
            source.add(Example::choice(&options, &right, |option, names| search.describe(option, names)));
        }
    }

    fn add_start_and_end(&self, frame: &Frame<'_, '_>, parts: &[Part], examples: &mut SecondLooks) {
        let text = self.document.article.text();
        let tokens = frame.tokens;
        let cue = tokens[frame.i].start;
        let options = spans::starts(frame);
        let begins = |side: Side, j: usize| {
            parts.iter().any(|part| {
                let words = text.get(part.start..part.end);
                let that = words.is_some_and(|words| words.to_lowercase().starts_with("that "));
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
        examples.start.add(Example::choice(&options, &right, |(side, j), names| {
            spans::describe_side(frame, *side, names);
            spans::describe_start(frame, *side, *j, names);
        }));
        let (Side::After, j) = options[first] else { return };
        let Some(part) = parts.iter().find(|part| part.start > cue) else { return };
        let stops = spans::ends(frame, j);
        let good: Vec<bool> = stops.iter().map(|e| tokens[e - 1].end.abs_diff(part.end) <= 1).collect();
        if good.contains(&true) {
            examples.end.add(Example::choice(&stops, &good, |e, names| spans::describe_end(frame, j, *e, names)));
        }
    }
}
