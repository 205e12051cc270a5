//! Words at the ends of a passage that read like others: like those beside it, or those of something that was put in.

use std::ops::Range;

use super::{
    diff::begins_sentence,
    judge::Passage,
    token::{Token, Vocabulary},
};

/// How many tokens are moved from one side of what was put in to the other at most.
const MOST: usize = 12;
/// How many tokens may have been put in among them.
const MOST_REPLACED: usize = 3;

impl Passage<'_> {
    /// A token beside a found one, and the same on both sides, belongs to it: so a full stop does not run to the end
    /// of a sentence that was put in after it, and a first "The" is not left to another paragraph.
    pub fn snap(&self, vocabulary: &Vocabulary, new: &[Token], to: &mut [Option<usize>]) {
        let low = self.span.0;
        let size = to.len();
        for is_forward in [true, false] {
            for number in 1..size {
                let k = if is_forward { number } else { size - 1 - number };
                let (from, ahead) = if is_forward { (k - 1, Some(k + 1)) } else { (k + 1, k.checked_sub(1)) };
                let Some(beside) = to[from] else { continue };
                let Some(j) = (if is_forward { Some(beside + 1) } else { beside.checked_sub(1) }) else { continue };
                if j >= new.len() || to[k] == Some(j) || new[j].word != self.word(low + k) {
                    continue;
                }
                let next = ahead.and_then(|ahead| to.get(ahead).copied().flatten());
                let keeps_order = next.is_none_or(|next| if is_forward { next > j } else { next < j });
                // One word alone stays with what stood before it.
                let is_held = self.inside.1 == self.inside.0 + 1 && k > 0 && to[k - 1].is_some() && {
                    to[k - 1].map(|before| before + 1) == to[k]
                };
                let is_first = !is_forward && low + k == self.inside.0 && !is_held;
                let is_free = to[k].is_none()
                    || !vocabulary.is_word(self.word(low + k))
                    || is_first
                        && begins_sentence(vocabulary, self.tokens, low + k)
                        && begins_sentence(vocabulary, new, j);
                // A token that already touches the found one on its other side stays there, but a mark written to the
                // word on this side goes with that.
                let (left, right) = if is_forward { (k - 1, k) } else { (k, k + 1) };
                let is_glued = self.tokens[low + left].end == self.tokens[low + right].start && {
                    let (left, right) = if is_forward { (beside, j) } else { (j, beside) };
                    new[left].end == new[right].start
                };
                let is_bound = !is_glued && !is_first && to[k].is_some() && next.is_some() && {
                    let touching = next.and_then(|next| if is_forward { next.checked_sub(1) } else { Some(next + 1) });
                    to[k] == touching
                };
                // A mark that touches a word on its other side goes with that, if that is not the same as well.
                let is_others = !is_glued && to[k].is_none() && !vocabulary.is_word(self.word(low + k)) && {
                    let here = low + k;
                    let (old, new) = if is_forward {
                        (self.tokens.get(here..here + 2), new.get(j..j + 2))
                    } else {
                        (self.tokens.get(here.wrapping_sub(1)..here + 1), new.get(j.wrapping_sub(1)..j + 1))
                    };
                    let touches = |pair: &&[Token]| pair[0].end == pair[1].start;
                    let both = old.filter(touches).zip(new.filter(touches));
                    let is_other = |(old, new): (&[Token], &[Token])| {
                        let beyond = usize::from(is_forward);
                        old[beyond].word != new[beyond].word
                    };
                    both.is_some_and(is_other)
                };
                if is_free && keeps_order && !is_bound && !is_others {
                    // One that reads the same further on took it.
                    to.iter_mut().filter(|other| **other == Some(j)).for_each(|other| *other = None);
                    to[k] = Some(j);
                }
            }
        }
    }

    /// Where the words before something that was put in are also its last ones, or those after it its first ones, either
    /// may be the passage's: sentences are put in as a whole, so those that stand with the rest of their sentence are.
    pub fn slide(&self, vocabulary: &Vocabulary, new: &[Token], to: &mut [Option<usize>]) {
        let low = self.span.0;
        let (i0, i1) = self.inside;
        let begins = |i: usize, j: usize| {
            let is_both = begins_sentence(vocabulary, self.tokens, i) && begins_sentence(vocabulary, new, j);
            u8::from(is_both) + u8::from(is_both && self.tokens[i].begins_line && new[j].begins_line)
        };
        for k in 1..to.len() {
            let (Some(left), Some(right)) = (to[k - 1], to[k]) else { continue };
            if right <= left + 1 {
                continue;
            }
            // What was put in at an end of the passage is beside it.
            let is_within = i0 < low + k && low + k < i1;
            let is_end = |i: usize| is_within && (i == i0 || i == i1);
            let goodness = |i: usize, j: usize| begins(i, j) + u8::from(is_end(i));
            let reads = |i: usize, j: Option<usize>| {
                j.and_then(|j| new.get(j)).is_some_and(|token| token.word == self.word(low + i))
            };
            let room = (right - left - 1).min(MOST);
            // The words before it, moved behind it.
            let back = (1..=room.min(k)).take_while(|step| {
                to[k - step].is_some_and(|j| j + step == left + 1) && reads(k - step, right.checked_sub(*step))
            });
            let best = back.max_by_key(|step| (goodness(low + k - step, right - step), std::cmp::Reverse(*step)));
            let is_better = |step: &usize| {
                let moved = goodness(low + k - step, right - step);
                moved > goodness(low + k, right) && moved > begins(low + k - step, left + 1 - step)
            };
            if let Some(step) = best.filter(is_better) {
                (1..=step).for_each(|step| to[k - step] = Some(right - step));
                continue;
            }
            // The words behind it, moved before it.
            let on = (0..room.min(to.len() - k))
                .take_while(|step| to[k + step] == Some(right + step) && reads(k + step, Some(left + 1 + step)))
                .map(|step| step + 1);
            let ends = |step: &usize| {
                let (i, j) = (low + k + step, right + step);
                if i < self.tokens.len() && j < new.len() { goodness(i, j) } else { u8::from(is_end(i)) }
            };
            let best = on.max_by_key(|step| (ends(step), std::cmp::Reverse(*step)));
            if let Some(step) = best.filter(|step| ends(step) > goodness(low + k, right)) {
                (0..step).for_each(|step| to[k + step] = Some(left + 1 + step));
            }
        }
    }

    /// Where the first words of a passage that begins a sentence stand before something that was put in, and much of them
    /// behind it as well, at the beginning of a sentence, they are those: a sentence that begins alike was put in or
    /// stands before it. The same of its last words.
    pub fn close_up(&self, vocabulary: &Vocabulary, new: &[Token], to: &mut [Option<usize>]) {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let begins = |tokens: &[Token], at: usize| at >= tokens.len() || begins_sentence(vocabulary, tokens, at);
        let gaps: Vec<(usize, usize, usize)> = (i0 + 1..i1)
            .filter_map(|i| {
                let left = (i0..i).rev().find_map(|before| to[before - low])?;
                to[i - low].filter(|right| *right > left + MOST_REPLACED).map(|right| (i, left, right))
            })
            .collect();
        for (i, left, right) in gaps {
            let (head, tail) = (i - i0, i1 - i);
            if head <= MOST && 2 * head < i1 - i0 && begins(self.tokens, i0) {
                let from =
                    (right.saturating_sub(head + MOST_REPLACED).max(left + 1)..right).find(|at| begins(new, *at));
                if let Some(from) = from {
                    self.lay(vocabulary, new, to, (i0..i, from..right));
                }
            } else if tail <= MOST && 2 * tail < i1 - i0 && begins(self.tokens, i1) {
                let until = (left + 2..(left + 1 + tail + MOST_REPLACED).min(right)).rev().find(|at| begins(new, *at));
                if let Some(until) = until {
                    self.lay(vocabulary, new, to, (i..i1, left + 1..until));
                }
            }
        }
    }

    /// Lays some tokens to others in order, where at least half of those that were laid to others read so.
    fn lay(
        &self,
        vocabulary: &Vocabulary,
        new: &[Token],
        to: &mut [Option<usize>],
        (old, there): (Range<usize>, Range<usize>),
    ) {
        let low = self.span.0;
        let mut next = there.start;
        let laid: Vec<Option<usize>> = old
            .clone()
            .map(|i| {
                let found = (next..there.end).find(|j| new[*j].word == self.word(i))?;
                next = found + 1;
                Some(found)
            })
            .collect();
        let weigh = |i: usize| vocabulary.weight(self.word(i));
        let got: f32 = old.clone().zip(&laid).filter(|(_, j)| j.is_some()).map(|(i, _)| weigh(i)).sum();
        let had: f32 = old.clone().filter(|i| to[i - low].is_some()).map(weigh).sum();
        if 2.0 * got >= had && got > 0.0 {
            old.zip(laid).for_each(|(i, j)| to[i - low] = j);
        }
    }
}
