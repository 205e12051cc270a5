//! A passage that was torn between two of its sentences.

use std::ops::Range;

use super::{align::Pair, diff::begins_sentence, judge::Passage, surroundings::BESIDE, token::Vocabulary};

/// The most that is left of one part of a torn passage, and the least of the other.
const TORN: (f32, f32) = (0.2, 0.7);
/// The most tokens that are thought to be replaced where nothing of a part of a passage is left.
const REPLACED: usize = 6;
/// The least share of a sentence at an end of a passage that is not thought to be lost.
const LEFT: f32 = 0.3;
/// How many tokens aside the words may stand between which a passage stood.
const ASIDE: usize = 3;
/// How many words after a passage say that its last ones still stand before them.
const GOES_ON: usize = 3;
/// How many more tokens than stood there part a word from its passage, and the most weight (some two words) of such
/// words.
const PUT_IN: usize = 6;
const LITTLE: f32 = 2.0;

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

    /// The few words at the ends of a passage that stand far from the others: they are those of something that was put in
    /// beside it.
    pub fn outliers(&self, vocabulary: &Vocabulary, to: &[Option<usize>]) -> Vec<Range<usize>> {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let found: Vec<Pair> = (i0..i1).filter_map(|i| Some((i, to[i - low]?))).collect();
        // Of two neighbours, whether much more was put in between them than stood there.
        let is_apart = |(i, j): Pair, (i2, j2): Pair| j2 > j && j2 - j >= i2 - i + PUT_IN;
        let is_little = |range: Range<usize>| {
            let there = range.filter(|i| to[i - low].is_some());
            there.map(|i| vocabulary.weight(self.word(i))).sum::<f32>() <= LITTLE
        };
        let begins = |at: usize| begins_sentence(vocabulary, self.tokens, at);
        let gaps = || found.windows(2).map(|pair| (pair[0], pair[1])).filter(|(one, other)| is_apart(*one, *other));
        let head = gaps().map(|(one, _)| i0..one.0 + 1).take_while(|head| is_little(head.clone())).last();
        // One that begins a sentence and goes on with what stood after the passage was parted from it by what was put in.
        let goes_on = |tail: &Range<usize>| {
            let there = (tail.start..(i1 + GOES_ON).min(low + to.len())).map(|i| to[i - low]);
            begins(tail.start)
                && there.clone().count() > 1
                && there.is_sorted_by(|one, other| one.is_some() && one.map(|j| j + 1) == *other)
        };
        let tail = gaps().map(|(_, other)| other.0..i1).find(|tail| is_little(tail.clone()) && !goes_on(tail));
        // A sentence that was put in after another one leaves that as a whole.
        let head = head.filter(|head| !begins(head.end) || head.len() == 1);
        head.into_iter().chain(tail).collect()
    }

    /// Whether what stands between the words that stood right before and right after the passage is about as long as it
    /// was: its words were replaced.
    pub fn is_replaced(&self, to: &[Option<usize>], likes: &[f32]) -> bool {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let found = |i: usize| (likes[i - low] > 0.5).then_some(i).and_then(|i| Some((i, to[i - low]?)));
        let before = (low.max(i0.saturating_sub(ASIDE))..i0).rev().find_map(found);
        let after = (i1..self.span.1.min(i1 + ASIDE)).find_map(found);
        before.zip(after).is_some_and(|((i, j), (i2, j2))| {
            let (old, new) = (i2 - i, j2.saturating_sub(j));
            old <= 2 * new && new <= 2 * old
        })
    }

    /// Whether the words on both sides of a stretch stand as far apart as they stood.
    pub fn is_framed(&self, to: &[Option<usize>], likes: &[f32], stretch: &Range<usize>) -> bool {
        let low = self.span.0;
        let found = |i: usize| (likes[i - low] > 0.5).then_some(i).and_then(|i| Some((i, to[i - low]?)));
        let before = (low..stretch.start).rev().find_map(found);
        let after = (stretch.end..self.span.1).find_map(found);
        let is_near = |((i, j), (i2, j2)): (Pair, Pair)| j < j2 && (j2 - j).abs_diff(i2 - i) <= BESIDE;
        before.zip(after).is_some_and(is_near)
    }
}
