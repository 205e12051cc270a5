//! What a cue may introduce, and which of these readings is taken: the one that most of what is likely agrees with.

use smallvec::SmallVec;

use super::super::cues::Frame;
use super::super::linear::Models;
use super::super::mentions::Phrase;
use super::super::spans::{self, Side};
use super::Beginnings;

/// Of the readings that others agree with nearly as much as with any, the one is taken that holds most of what is likely said
/// and least besides.
const NEARLY: f64 = 0.9;

/// A byte that is said less likely than this makes a reading worth less.
const WORTH: f64 = 0.45;

/// Content that a cue may introduce, and how likely it is that.
struct Reading {
    content: Phrase,
    /// In bytes.
    start: usize,
    end: usize,
    probability: f64,
    /// How likely all the readings are together that it agrees with.
    agreed: f64,
    /// How many bytes of it are likely said, from those that it shares with each reading.
    shared: f64,
}

impl Reading {
    /// How many bytes two readings share.
    fn shared_with(&self, other: &Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}

/// Finds out how much of what may be said each reading holds.
fn weigh(mut readings: &mut [Reading]) {
    while let Some((reading, others)) = readings.split_first_mut() {
        reading.agreed += reading.probability;
        reading.shared += reading.probability * (reading.end - reading.start) as f64;
        for other in &mut *others {
            let shared = reading.shared_with(other);
            reading.shared += other.probability * shared as f64;
            other.shared += reading.probability * shared as f64;
            // half of what they hold together; counted without a branch, which no processor could foresee
            let agrees = 2 * shared >= reading.end.max(other.end) - reading.start.min(other.start);
            let agrees = f64::from(u8::from(agrees));
            reading.agreed += agrees * other.probability;
            other.agreed += agrees * reading.probability;
        }
        readings = others;
    }
}

/// The content that most of what is likely agrees with, and how likely that is. Where a report may end at one of
/// several places, a place between them is right more often than the likeliest one.
pub(super) fn likeliest(frame: &Frame<'_, '_>, beginnings: &Beginnings, models: &Models) -> Option<(Phrase, f64)> {
    let tokens = frame.tokens;
    let mut readings: SmallVec<[Reading; 32]> = SmallVec::new();
    let mut add = |content: Phrase, probability: f64| {
        let inside = content.of(tokens);
        if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
            let (start, end) = (first.start, last.end);
            readings.push(Reading { content, start, end, probability, agreed: 0.0, shared: 0.0 });
        }
    };
    for (side, j, share) in beginnings {
        match (side, frame.before_end) {
            (Side::After, _) => {
                let stops = spans::ends(frame, *j);
                let ends = models.end.shares(&stops, |score, e| spans::describe_end(frame, *j, *e, score));
                for (after, end) in stops.iter().zip(&ends) {
                    add(Phrase { first: *j, after: *after }, share * end);
                }
            }
            (Side::Before, Some(after)) => add(Phrase { first: *j, after }, *share),
            (Side::Before, None) => {}
        }
    }
    weigh(&mut readings);
    let most = readings.iter().map(|reading| reading.agreed).fold(0.0, f64::max);
    let worth = |reading: &&Reading| reading.shared - WORTH * (reading.end - reading.start) as f64;
    // of two that are worth as much the first
    let near = readings.iter().rev().filter(|reading| reading.agreed >= NEARLY * most);
    let best = near.max_by(|one, other| worth(one).total_cmp(&worth(other)));
    best.map(|reading| (reading.content, reading.agreed.min(1.0)))
}
