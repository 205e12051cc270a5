//! Aligning two runs of words in order: words that stand once on both sides first, then the gaps between them.

use super::token::Vocabulary;

/// A number of an old token, and the number of the new one that it became.
pub(super) type Pair = (usize, usize);

/// The largest gap (old times new tokens) that is aligned word by word.
const MOST_CELLS: usize = 60_000;
/// What the first token of a run without partners costs, and each further one. Some replaced words cost less than as
/// many lost and gained ones, a replaced sentence more.
const OPEN: f32 = -0.6;
const EXTEND: f32 = -0.1;
const REPLACED: f32 = -0.3;
/// What words that stand apart must be worth besides.
const APART: f32 = 3.0;

/// Stands between two stretches of words that are compared together, and in no vocabulary.
pub(super) const BREAK: u32 = u32::MAX - 1;

/// Two runs of words being aligned; `old_at` and `new_at` are the numbers of their first tokens.
#[derive(Clone, Copy)]
pub(super) struct Runs<'a> {
    pub old: &'a [u32],
    pub new: &'a [u32],
    pub old_at: usize,
    pub new_at: usize,
}

impl<'a> Runs<'a> {
    fn part(self, old: std::ops::Range<usize>, new: std::ops::Range<usize>) -> Self {
        Self {
            old_at: self.old_at + old.start,
            new_at: self.new_at + new.start,
            old: &self.old[old],
            new: &self.new[new],
        }
    }

    fn cells(self) -> usize {
        self.old.len() * self.new.len()
    }
}

/// Pairs of tokens in order, replaced words too. With `free_ends` the new run is wider than the old one, and what lies
/// outside costs nothing.
pub(super) fn align(vocabulary: &mut Vocabulary, runs: Runs<'_>, free_ends: bool) -> Vec<Pair> {
    let Runs { old, new, old_at, new_at } = runs;
    let (mut head, mut tail) = (0, 0);
    if !free_ends {
        let least = old.len().min(new.len());
        head = old.iter().zip(new).take_while(|(one, other)| one == other).count();
        let from_end = old.iter().rev().zip(new.iter().rev());
        tail = from_end.take(least - head).take_while(|(one, other)| one == other).count();
    }
    let mut pairs: Vec<Pair> = (0..head).map(|k| (old_at + k, new_at + k)).collect();
    let core = runs.part(head..old.len() - tail, head..new.len() - tail);
    if !core.old.is_empty() && !core.new.is_empty() {
        align_core(vocabulary, core, free_ends, &mut pairs);
    }
    pairs.extend((1..=tail).rev().map(|k| (old_at + old.len() - k, new_at + new.len() - k)));
    pairs
}

/// The same where what lies beyond one end, the start or the end, costs nothing; nothing for runs that are too long.
pub(super) fn align_at_end(vocabulary: &mut Vocabulary, runs: Runs<'_>, free: (bool, bool)) -> Vec<Pair> {
    let mut pairs = Vec::new();
    if runs.cells() <= MOST_CELLS {
        table(vocabulary, runs, free.0, free.1, &mut pairs);
    }
    pairs
}

fn align_core(vocabulary: &mut Vocabulary, runs: Runs<'_>, free_ends: bool, out: &mut Vec<Pair>) {
    let (old, new) = (runs.old, runs.new);
    let mut chain = Vec::new();
    if runs.cells() > 400 {
        chain = rising(&unique_pairs(vocabulary, old, new));
        if free_ends && !chain.is_empty() {
            // One stray word must not tear a window apart: words near the diagonal that most keep to are kept.
            let mut shifts: Vec<isize> = chain.iter().map(|(i, j)| *j as isize - *i as isize).collect();
            shifts.sort_unstable();
            let (middle, slack) = (shifts[shifts.len() / 2], 12 + old.len() / 4);
            chain.retain(|(i, j)| (*j as isize - *i as isize).abs_diff(middle) <= slack);
            let is_held = |(i, j): &Pair| {
                let is_near = |(i2, j2): &&Pair| {
                    i2 != i
                        && i.abs_diff(*i2) <= 8
                        && (*j as isize - *j2 as isize).abs_diff(*i as isize - *i2 as isize) <= 3
                };
                chain.iter().any(|other| is_near(&other))
            };
            chain = chain.iter().filter(|pair| is_held(pair)).copied().collect();
            trim(vocabulary, old, &mut chain);
        }
    }
    if chain.is_empty() {
        if runs.cells() <= MOST_CELLS {
            table(vocabulary, runs, free_ends, free_ends, out);
        }
        return;
    }
    let (mut old_from, mut new_from) = (0, 0);
    for number in 0..=chain.len() {
        let (i, j) = chain.get(number).copied().unwrap_or((old.len(), new.len()));
        let (first, last) = (number == 0, number == chain.len());
        let mut gap = runs.part(old_from..i, new_from..j);
        if !gap.old.is_empty() && !gap.new.is_empty() {
            if !first && !last {
                out.extend(align(vocabulary, gap, false));
            } else if gap.cells() <= MOST_CELLS {
                // At the ends of a window, only as much of it as the old words could fill.
                let reach = 2 * gap.old.len() + 8;
                if first && free_ends && gap.new.len() > reach {
                    gap = gap.part(0..gap.old.len(), gap.new.len() - reach..gap.new.len());
                }
                if last && free_ends {
                    gap = gap.part(0..gap.old.len(), 0..gap.new.len().min(reach));
                }
                table(vocabulary, gap, first && free_ends, last && free_ends, out);
            }
        }
        if !last {
            out.push((runs.old_at + i, runs.new_at + j));
        }
        (old_from, new_from) = (i + 1, j + 1);
    }
}

/// Drops what stands apart at the ends of a chain, where it is worth less than the words that are passed over for it.
fn trim(vocabulary: &Vocabulary, old: &[u32], chain: &mut Vec<Pair>) {
    for _ in 0..2 {
        chain.reverse();
        let shift = |pair: &Pair| pair.1 as isize - pair.0 as isize;
        let breaks = chain.windows(2).position(|pair| shift(&pair[0]).abs_diff(shift(&pair[1])) > 3);
        if let Some(at) = breaks {
            let apart = shift(&chain[at]).abs_diff(shift(&chain[at + 1]));
            let worth: f32 = chain[..=at].iter().map(|(i, _)| vocabulary.weight(old[*i])).sum();
            if worth < APART - OPEN - EXTEND * apart as f32 {
                chain.drain(..=at);
            }
        }
    }
}

/// Gotoh's alignment, word by word: one long gap is likelier than many short ones, as where a sentence was put in.
fn table(vocabulary: &mut Vocabulary, runs: Runs<'_>, free_start: bool, free_end: bool, out: &mut Vec<Pair>) {
    let (old, new) = (runs.old, runs.new);
    let width = new.len() + 1;
    let gap = |length: usize| if length == 0 { 0.0 } else { OPEN + EXTEND * (length - 1) as f32 };
    // The best scores that end with a pair, with a lost old token, with a gained new one.
    let first = |j: usize| [f32::NEG_INFINITY, f32::NEG_INFINITY, if free_start { 0.0 } else { gap(j) }];
    let mut above: Vec<[f32; 3]> = (0..width).map(first).collect();
    above[0] = [0.0, f32::NEG_INFINITY, f32::NEG_INFINITY];
    let mut row = above.clone();
    // For each way to end, two bits: how what came before it ended.
    let mut moves = vec![0u8; old.len() * width];
    for (i, word) in old.iter().enumerate() {
        let (weight, is_word) = (vocabulary.weight(*word), vocabulary.is_word(*word));
        let (open, extend) = if i + 1 == old.len() && free_end { (0.0, 0.0) } else { (OPEN, EXTEND) };
        row[0] = [f32::NEG_INFINITY, gap(i + 1), f32::NEG_INFINITY];
        moves[i * width] = if i == 0 { PAIRED << 2 } else { LOST << 2 };
        for (j, candidate) in new.iter().enumerate() {
            let worth = if word == candidate {
                weight
            } else {
                let like = if is_word { vocabulary.likeness(*word, *candidate) } else { 0.0 };
                match (like > 0.0, is_word == vocabulary.is_word(*candidate)) {
                    (true, _) => weight * like,
                    (false, true) => REPLACED,
                    (false, false) => -1.0,
                }
            };
            let (paired, from_paired) = best(above[j]);
            let [pair, lost, gained] = above[j + 1];
            let (lost, from_lost) = best([pair + OPEN, lost + EXTEND, gained + OPEN]);
            let [pair, before, more] = row[j];
            let (gained, from_gained) = best([pair + open, before + open, more + extend]);
            row[j + 1] = [paired + worth, lost, gained];
            moves[i * width + j + 1] = from_paired | from_lost << 2 | from_gained << 4;
        }
        std::mem::swap(&mut above, &mut row);
    }
    let (mut i, mut j) = (old.len(), new.len());
    let (_, mut how) = best(above[j]);
    let from = out.len();
    while i > 0 && j > 0 {
        let moved = moves[(i - 1) * width + j];
        match how {
            PAIRED => {
                (i, j, how) = (i - 1, j - 1, moved & 3);
                out.push((runs.old_at + i, runs.new_at + j));
            }
            LOST => (i, how) = (i - 1, moved >> 2 & 3),
            _ => (j, how) = (j - 1, moved >> 4 & 3),
        }
    }
    out[from..].reverse();
}

const PAIRED: u8 = 0;
const LOST: u8 = 1;
const GAINED: u8 = 2;

/// The best of three scores and which it is; the first of equal ones.
fn best([paired, lost, gained]: [f32; 3]) -> (f32, u8) {
    if paired >= lost && paired >= gained {
        (paired, PAIRED)
    } else if lost >= gained {
        (lost, LOST)
    } else {
        (gained, GAINED)
    }
}

/// Pairs of tokens inside runs of one, two and three that stand exactly once on either side, in order.
pub(super) fn unique_pairs(vocabulary: &Vocabulary, old: &[u32], new: &[u32]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for size in 1..=3 {
        let (ours, theirs) = (standing_once(old, size), standing_once(new, size));
        let (mut left, mut right) = (ours.iter().peekable(), theirs.iter().peekable());
        while let (Some((one, i)), Some((other, j))) = (left.peek(), right.peek()) {
            match one.cmp(other) {
                std::cmp::Ordering::Less => _ = left.next(),
                std::cmp::Ordering::Greater => _ = right.next(),
                std::cmp::Ordering::Equal => {
                    add_run(vocabulary, &new[*j..*j + size], *i, *j, &mut pairs);
                    left.next();
                    right.next();
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A short word alone says too little, and marks at a run's ends may belong to the neighbour.
fn add_run(vocabulary: &Vocabulary, run: &[u32], i: usize, j: usize, pairs: &mut Vec<Pair>) {
    if run.contains(&BREAK) {
        return;
    }
    if run.len() == 1 && vocabulary.letters(run[0]).len() <= 3 {
        return;
    }
    let first = run.iter().position(|word| vocabulary.is_word(*word));
    let last = run.iter().rposition(|word| vocabulary.is_word(*word));
    if let (Some(first), Some(last)) = (first, last) {
        pairs.extend((first..=last).map(|k| (i + k, j + k)));
    }
}

/// The runs of a size that stand once, in the order of their keys: (key, number of the first token).
fn standing_once(words: &[u32], size: usize) -> Vec<([u32; 3], usize)> {
    let key = |run: &[u32]| {
        let mut key = [u32::MAX; 3];
        key[..size].copy_from_slice(run);
        key
    };
    let mut runs: Vec<_> = words.windows(size).enumerate().map(|(at, run)| (key(run), at)).collect();
    runs.sort_unstable();
    let alone = |at: usize| {
        let same = |other: Option<&([u32; 3], usize)>| other.is_some_and(|other| other.0 == runs[at].0);
        !same(at.checked_sub(1).and_then(|before| runs.get(before))) && !same(runs.get(at + 1))
    };
    (0..runs.len()).filter(|at| alone(*at)).map(|at| runs[at]).collect()
}

/// The longest chain that rises on both sides, by patience sorting; `pairs` come in the order of the old side.
pub(super) fn rising(pairs: &[Pair]) -> Vec<Pair> {
    let mut sorted = pairs.to_vec();
    sorted.sort_unstable_by_key(|(i, j)| (*i, std::cmp::Reverse(*j)));
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
    for (number, (_, j)) in sorted.iter().enumerate() {
        let pile = piles.partition_point(|top| sorted[*top].1 < *j);
        before.push(pile.checked_sub(1).map(|pile| piles[pile]));
        if pile == piles.len() { piles.push(number) } else { piles[pile] = number }
    }
    let mut chain = Vec::with_capacity(piles.len());
    let mut at = piles.last().copied();
    while let Some(number) = at {
        chain.push(sorted[number]);
        at = before[number];
    }
    chain.reverse();
    chain
}
