//! How much of what stood beside a passage still stands there.

use super::{
    align::Pair,
    diff::begins_sentence,
    judge::{LONG, PIECE, Passage},
    token::Vocabulary,
};

/// How many tokens may have been put in or taken out between a passage and words that still stand beside it.
pub(super) const BESIDE: usize = 4;
/// The least weight (some two words) of the rest of a sentence that tells it from others.
const TELLING: f32 = 2.0;

/// The shares of the words round a passage that still stand right beside it.
pub(super) struct Surroundings {
    /// Of those before and those after it.
    pub beside: (f32, f32),
    /// Of those in its own sentence: sentences move as a whole.
    pub own: f32,
}

impl Passage<'_> {
    /// What still stands beside a passage of which the first and the last token that were found are given.
    pub fn surroundings(
        &self,
        vocabulary: &Vocabulary,
        to: &[Option<usize>],
        likes: &[f32],
        (first, last): (Pair, Pair),
    ) -> Surroundings {
        let ((low, high), (i0, i1)) = (self.span, self.inside);
        let is_beside = |i: usize, (i2, j2): Pair| {
            to[i - low].is_some_and(|j: usize| (j.abs_diff(j2)).abs_diff(i.abs_diff(i2)) <= BESIDE)
        };
        let near: Vec<f32> = (low..high)
            .map(|i| if is_beside(i, if i < i0 { first } else { last }) { likes[i - low] } else { 0.0 })
            .collect();
        let share = |from: usize, until: usize| self.share(vocabulary, to, &near, from, until);
        let weigh = |from: usize, until: usize| -> f32 { (from..until).map(|i| vocabulary.weight(self.word(i))).sum() };
        let begins = |i: &usize| begins_sentence(vocabulary, self.tokens, *i);
        let from = (low..=i0).rev().find(begins).unwrap_or(low);
        let until = (i1..high).find(begins).unwrap_or(high);
        let (left, right) = (weigh(from, i0), weigh(i1, until));
        let beside = (share(low, i0), share(i1, high));
        // A few telling words that are all of their sentence, or all but an article, are told by themselves.
        let is_all_but = i1 - i0 < LONG && weigh(i0, i1) >= PIECE;
        let own = if left + right >= TELLING || is_all_but && left + right > 0.0 {
            (share(from, i0) * left + share(i1, until) * right) / (left + right)
        } else {
            (beside.0 + beside.1) / 2.0
        };
        Surroundings { beside, own }
    }

    /// The weighted share of some tokens that was found. A word counts only with another that agrees within two words
    /// of it: scattered "the"s are chance.
    pub fn share(
        &self,
        vocabulary: &Vocabulary,
        to: &[Option<usize>],
        likes: &[f32],
        from: usize,
        until: usize,
    ) -> f32 {
        let low = self.span.0;
        let is_held = |k: usize| {
            (k.saturating_sub(2)..(k + 3).min(to.len())).any(|other| {
                let (Some(j), Some(j2)) = (to[k], to[other]) else { return false };
                let shift = (j2 as isize - j as isize) - (other as isize - k as isize);
                other != k && likes[other] > 0.5 && shift.abs() <= 1
            })
        };
        let (mut total, mut got) = (0.0, 0.0);
        for (k, like) in likes.iter().enumerate().take(until - low).skip(from - low) {
            let weight = vocabulary.weight(self.word(low + k));
            total += weight;
            if *like > 0.0 && (self.tokens.len() == 1 || is_held(k)) {
                got += weight * like;
            }
        }
        if total > 0.0 { got / total } else { 0.0 }
    }
}
