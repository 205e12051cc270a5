//! A passage that was torn between two of its sentences.

use std::ops::Range;

use super::{align::Pair, diff::begins_sentence, judge::Passage, surroundings::BESIDE, token::Vocabulary};

/// The most that is left of one part of a torn passage, and the least of the other.
const TORN: (f32, f32) = (0.2, 0.7);
/// The most tokens that are thought to be replaced where nothing of a part of a passage is left.
const REPLACED: usize = 6;
/// The least share of a sentence at an end of a passage that is not thought to be lost.
const LEFT: f32 = 0.3;

impl Passage<'_> {
    /// The tokens up to one of its sentences, or from it on, where all that is left of the passage is on the other side.
    pub fn torn(&self, vocabulary: &Vocabulary, to: &[Option<usize>], likes: &[f32]) -> Option<Range<usize>> {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let share = |from: usize, until: usize| {
            let weigh = |i: usize| vocabulary.weight(self.word(i));
            (from..until).map(|i| weigh(i) * likes[i - low]).sum::<f32>() / (from..until).map(weigh).sum::<f32>()
        };
        // Where the words beyond it still stand, and so near the others, the lost part was only replaced.
        let is_replaced = |lost: Range<usize>| {
            let beyond = if lost.start == i0 { share(low, i0) } else { share(i1, self.span.1) };
            lost.len() <= REPLACED && beyond >= 0.5 && self.is_framed(to, likes, &lost)
        };
        (i0 + 1..i1).filter(|at| begins_sentence(vocabulary, self.tokens, *at)).find_map(|at| {
            match (share(i0, at), share(at, i1)) {
                (before, after) if before <= TORN.0 && after >= TORN.1 => (!is_replaced(i0..at)).then_some(low..at),
                (before, after) if before >= TORN.1 && after <= TORN.0 => {
                    (!is_replaced(at..i1)).then_some(at..self.span.1)
                }
                _ => None,
            }
        })
    }

    /// The sentences at the ends of a passage, with what is beyond them, of which next to nothing is left where the
    /// others are: they are lost, or moved away.
    pub fn strays(&self, vocabulary: &Vocabulary, to: &[Option<usize>], likes: &[f32]) -> Vec<Range<usize>> {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let is_left = |sentence: Range<usize>| {
            self.share(vocabulary, to, likes, sentence.start, sentence.end) >= LEFT
                || self.is_framed(to, likes, &sentence)
        };
        let begins: Vec<usize> = (i0 + 1..i1).filter(|at| begins_sentence(vocabulary, self.tokens, *at)).collect();
        let (mut from, mut until) = (i0, i1);
        for at in &begins {
            if is_left(from..*at) {
                break;
            }
            from = *at;
        }
        for at in begins.iter().rev().filter(|at| **at > from) {
            if is_left(*at..until) {
                break;
            }
            until = *at;
        }
        let head = (from > i0).then_some(low..from);
        head.into_iter().chain((until < i1).then_some(until..self.span.1)).collect()
    }

    /// Whether the words on both sides of a stretch stand as far apart as they stood.
    fn is_framed(&self, to: &[Option<usize>], likes: &[f32], stretch: &Range<usize>) -> bool {
        let low = self.span.0;
        let found = |i: usize| (likes[i - low] > 0.5).then_some(i).and_then(|i| Some((i, to[i - low]?)));
        let before = (low..stretch.start).rev().find_map(found);
        let after = (stretch.end..self.span.1).find_map(found);
        let is_near = |((i, j), (i2, j2)): (Pair, Pair)| j < j2 && (j2 - j).abs_diff(i2 - i) <= BESIDE;
        before.zip(after).is_some_and(is_near)
    }
}
