//! What a diff gets wrong at first: lost stretches that may slide, marks that were left to another word, short blocks
//! that moved.

use std::collections::BTreeSet;

use super::{
    align::{BREAK, Pair, unique_pairs},
    diff::{Diff, begins_sentence},
    token::{Token, Vocabulary},
};

/// The least weight of a short block that moved, and of one that is all that was lost and gained.
const REGAINED: (f32, f32) = (4.0, 3.0);
/// How many tokens a lost stretch may slide.
const SLIDE: usize = 12;
/// How many tokens beside a block are exchanged with another at most.
const EXCHANGED: usize = 40;

impl Diff {
    /// Short blocks that moved: words that stand once in what is lost of the old text and once in what is gained.
    pub fn regain(&mut self, vocabulary: &Vocabulary, old: &[Token], new: &[Token]) {
        let (lost, old_at) = stretches(&self.old, |i| self.to[i].is_none());
        let (gained, new_at) = stretches(&self.new, |j| !self.taken[j]);
        let mut blocks: Vec<Vec<Pair>> = Vec::new();
        for (i, j) in unique_pairs(vocabulary, &lost, &gained) {
            match blocks.last_mut() {
                Some(block) if block.last() == Some(&(i.wrapping_sub(1), j.wrapping_sub(1))) => block.push((i, j)),
                _ => blocks.push(vec![(i, j)]),
            }
        }
        for block in blocks {
            let (Some(first), Some(last)) = (block.first(), block.last()) else { continue };
            let alike = |i: Option<usize>, j: Option<usize>| {
                let (i, j) = (i.and_then(|i| lost.get(i)), j.and_then(|j| gained.get(j)));
                i == j && i.is_some_and(|word| *word != BREAK)
            };
            let (mut first, mut last) = (*first, *last);
            while alike(first.0.checked_sub(1), first.1.checked_sub(1)) {
                first = (first.0 - 1, first.1 - 1);
            }
            while alike(Some(last.0 + 1), Some(last.1 + 1)) {
                last = (last.0 + 1, last.1 + 1);
            }
            let weight: f32 = lost[first.0..=last.0].iter().map(|word| vocabulary.weight(*word)).sum();
            let words = lost[first.0..=last.0].iter().filter(|word| vocabulary.is_word(**word)).count();
            let is_edge =
                |words: &[u32], at: Option<usize>| at.and_then(|at| words.get(at)).is_none_or(|word| *word == BREAK);
            let is_all = is_edge(&lost, first.0.checked_sub(1))
                && is_edge(&gained, first.1.checked_sub(1))
                && is_edge(&lost, Some(last.0 + 1))
                && is_edge(&gained, Some(last.1 + 1));
            // A line of its own, with or without the mark at its end.
            let begins = |tokens: &[Token], at: usize| tokens.get(at).is_none_or(|token| token.begins_line);
            let is_line = |tokens: &[Token], from: usize, until: usize| {
                let is_mark = |at: &usize| !begins(tokens, *at) && !vocabulary.is_word(tokens[*at].word);
                let marks = (until + 1..).take_while(is_mark).count();
                begins(tokens, from) && begins(tokens, until + 1 + marks)
            };
            let is_line =
                is_line(old, old_at[first.0], old_at[last.0]) && is_line(new, new_at[first.1], new_at[last.1]);
            if words >= 2 && weight >= if is_all { REGAINED.1 } else { REGAINED.0 } || is_line {
                (0..=last.0 - first.0).for_each(|k| self.claim(old_at[first.0 + k], new_at[first.1 + k]));
            }
        }
    }

    /// Where the words before a lost stretch are also its last ones, either may be the lost ones: lines and sentences
    /// are lost as a whole.
    pub fn slide(&mut self, vocabulary: &Vocabulary, old: &[Token]) {
        let ends_sentence = |word: u32| matches!(vocabulary.letters(word), ['.' | '!' | '?' | '"']);
        let mut a = 1;
        while a < self.old.len() {
            let from = a;
            while a < self.old.len() && self.to[a].is_none() {
                a += 1;
            }
            if from == a || a == self.old.len() {
                a += 1;
                continue;
            }
            let is_cut = self.to[from - 1].is_some_and(|j| self.to[a] == Some(j + 1));
            let goodness = |from: usize| {
                let touches = old[from].start == old[from - 1].end;
                if old[from].begins_line {
                    3
                } else if ends_sentence(self.old[from - 1]) {
                    2
                } else {
                    i32::from(!touches)
                }
            };
            let up = (1..from).take_while(|back| {
                let at = from - back;
                self.old[at] == self.old[a - back]
                    && self.to[at].is_some()
                    && (at + 1 == from || self.to[at + 1] == self.to[at].map(|j| j + 1))
            });
            let best = up.take(SLIDE).max_by_key(|back| (goodness(from - back), std::cmp::Reverse(*back)));
            if let Some(back) = best.filter(|back| is_cut && goodness(from - back) > goodness(from)) {
                for step in 1..=back {
                    self.to[a - step] = self.to[from - step].take();
                }
                continue;
            }
            let down = (0..self.old.len() - a).take_while(|on| {
                self.old[from + on] == self.old[a + on]
                    && self.to[a + on].is_some()
                    && (*on == 0 || self.to[a + on] == self.to[a + on - 1].map(|j| j + 1))
            });
            let best = down
                .take(SLIDE)
                .map(|on| on + 1)
                .filter(|on| a + on < self.old.len())
                .max_by_key(|on| (goodness(from + on), std::cmp::Reverse(*on)));
            if let Some(on) = best.filter(|on| is_cut && goodness(from + on) > goodness(from)) {
                for step in 0..on {
                    self.to[from + step] = self.to[a + step].take();
                }
                a += on;
            }
        }
    }

    /// A mark goes with the word that it touches: the full stop of a sentence that is gone is not that of the next.
    pub fn bind_marks(&mut self, vocabulary: &Vocabulary, old: &[Token], new: &[Token]) {
        let mut owners = vec![None; new.len()];
        self.to.iter().enumerate().for_each(|(i, j)| _ = j.map(|j| owners[j] = Some(i)));
        let touches = |tokens: &[Token], at: usize| tokens[at - 1].end == tokens[at].start;
        for i in 1..old.len() {
            if let Some(j) = self.to[i - 1].map(|j| j + 1)
                && j < new.len()
                && self.to[i] != Some(j)
                && self.old[i] == self.new[j]
                && !vocabulary.is_word(self.old[i])
                && touches(old, i)
                && touches(new, j)
            {
                if let Some(other) = owners[j].replace(i) {
                    self.to[other] = None;
                }
                if let Some(left) = self.to[i].replace(j) {
                    (owners[left], self.taken[left]) = (None, false);
                }
                self.taken[j] = true;
            }
        }
    }

    /// Words that stand in both texts right beside a block go with that, where they were given to others that read alike
    /// and more words then stand beside those that they stood beside.
    pub fn exchange(&mut self) {
        let mut owners = vec![None; self.new.len()];
        self.to.iter().enumerate().for_each(|(i, j)| _ = j.map(|j| owners[j] = Some(i)));
        for i in 1..self.old.len() {
            self.exchange_beside(&mut owners, i, -1);
        }
        for i in (1..self.old.len()).rev() {
            self.exchange_beside(&mut owners, i - 1, 1);
        }
        owners.iter().zip(&mut self.taken).for_each(|(owner, taken)| *taken = owner.is_some());
    }

    /// The words before a token (`step` is −1) or after it (1).
    fn exchange_beside(&mut self, owners: &mut [Option<usize>], i: usize, step: isize) {
        let Some(j) = self.to[i] else { return };
        let beside = |at: usize, count: usize| at.checked_add_signed(step * count as isize);
        let is_given_away = |(at, place): &Pair| {
            let is_same = at < &self.old.len() && place < &self.new.len() && self.old[*at] == self.new[*place];
            let is_of_like = |owner: usize| self.old[owner] == self.new[*place];
            is_same
                && self.to[*at] != Some(*place)
                && (self.to[*at].is_some() || owners[*place].is_some())
                && owners[*place].is_none_or(is_of_like)
        };
        let pairs: Vec<Pair> = (1..=EXCHANGED)
            .map_while(|count| beside(i, count).zip(beside(j, count)))
            .take_while(is_given_away)
            .collect();
        // Who had those places goes where these words were.
        let others: Vec<(usize, Option<usize>)> =
            pairs.iter().filter_map(|(at, place)| Some((owners[*place]?, self.to[*at]))).collect();
        if others.iter().any(|(at, _)| pairs.iter().any(|(own, _)| own == at)) {
            return;
        }
        let changes: Vec<(usize, Option<usize>)> =
            pairs.iter().map(|(at, place)| (*at, Some(*place))).chain(others).collect();
        let joints: BTreeSet<usize> = changes.iter().flat_map(|(at, _)| [*at, at + 1]).filter(|at| *at > 0).collect();
        let whole = |to: &[Option<usize>]| {
            let goes_on = |at: &&usize| {
                let next = to[**at - 1].map(|j| j + 1);
                next.is_some() && to.get(**at).copied().flatten() == next
            };
            joints.iter().filter(goes_on).count()
        };
        let before = whole(&self.to);
        let were: Vec<(usize, Option<usize>)> = changes.iter().map(|(at, _)| (*at, self.to[*at])).collect();
        changes.iter().for_each(|(at, place)| self.to[*at] = *place);
        if whole(&self.to) > before {
            were.iter().filter_map(|(_, place)| *place).for_each(|place| owners[place] = None);
            changes.iter().for_each(|(at, place)| _ = place.map(|place| owners[place] = Some(*at)));
        } else {
            were.into_iter().for_each(|(at, place)| self.to[at] = place);
        }
    }

    /// The first word of a sentence that moved goes with it, not with another sentence that begins so.
    pub fn bind_first_words(&mut self, vocabulary: &Vocabulary, old: &[Token], new: &[Token]) {
        for i in 1..old.len() {
            if let Some(j) = self.to[i].and_then(|j| j.checked_sub(1))
                && self.to[i - 1] != Some(j)
                && !self.taken[j]
                && self.old[i - 1] == self.new[j]
                && self.old[i] == self.new[j + 1]
                && !begins_sentence(vocabulary, old, i)
                && begins_sentence(vocabulary, old, i - 1)
                && begins_sentence(vocabulary, new, j)
            {
                if let Some(left) = self.to[i - 1].replace(j) {
                    self.taken[left] = false;
                }
                self.taken[j] = true;
            }
        }
    }
}

/// The words that are free, with breaks between stretches of them, and the number of the token of each.
fn stretches(words: &[u32], is_free: impl Fn(usize) -> bool) -> (Vec<u32>, Vec<usize>) {
    let (mut free, mut numbers) = (Vec::new(), Vec::new());
    for at in (0..words.len()).filter(|at| is_free(*at)) {
        if numbers.last().is_some_and(|last| last + 1 < at) {
            free.push(BREAK);
            numbers.push(at);
        }
        free.push(words[at]);
        numbers.push(at);
    }
    (free, numbers)
}
