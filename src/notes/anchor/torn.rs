//! A passage that was torn between two of its sentences.

use std::ops::Range;

use super::{
    align::Pair,
    diff::begins_sentence,
    judge::{BESIDE, Passage},
    token::Vocabulary,
};

/// The most that is left of one part of a torn passage, and the least of the other.
const TORN: (f32, f32) = (0.2, 0.7);
/// The most tokens that are thought to be replaced where nothing of a part of a passage is left.
const REPLACED: usize = 6;

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
            let is_found = |i: &usize| likes[i - low] > 0.5;
            let before = (low..lost.start).rev().find(is_found).and_then(|i| Some((i, to[i - low]?)));
            let after = (lost.end..self.span.1).find(is_found).and_then(|i| Some((i, to[i - low]?)));
            let is_near = |((i, j), (i2, j2)): (Pair, Pair)| j < j2 && (j2 - j).abs_diff(i2 - i) <= BESIDE;
            lost.len() <= REPLACED && beyond >= 0.5 && before.zip(after).is_some_and(is_near)
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
}
