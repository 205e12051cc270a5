//! Where each word of an earlier text went: seed, chain and fill, as programs that align genomes do.

use std::{collections::BTreeMap, ops::Range};

use super::{
    align::{Pair, Runs, align, align_at_end, rising, unique_pairs},
    token::{Token, Vocabulary},
};

/// The least weight of a cluster that keeps the order, and of one that does not (some three long words).
const IN_ORDER: f32 = 4.5;
const MOVED: f32 = 8.0;
/// How many tokens apart, on both sides, the seeds of one cluster may stand.
const CLOSE: usize = 60;
/// How much further apart they may stand on one side: a copy a little further on is another cluster.
const SKEW: usize = 15;

/// How many tokens apart the pairs of one stretch may be.
const APART: usize = 8;
/// How many tokens at the ends of a gap are the rest of the sentence beside it.
const PEEL: usize = 5;

/// The new token that each old one became.
pub(super) struct Diff {
    pub to: Vec<Option<usize>>,
    /// Whether a new token became of an old one.
    pub taken: Vec<bool>,
    /// Whether an old token kept its place among the others.
    pub in_order: Vec<bool>,
    /// The most tokens in a row that became of no old one.
    pub longest_gained: usize,
    /// Whether the texts are parts of longer ones: nothing is known of what they begin and end with.
    is_part: bool,
    pub old: Vec<u32>,
    pub new: Vec<u32>,
}

impl Diff {
    /// Maps the words of one text to those of another; no new word is given twice, and moved blocks are found.
    ///
    /// 1. What both texts begin and end with. 2. Seeds (words and runs that stand once in both), near ones as
    ///    clusters. 3. Clusters in order, the heaviest first, and the gaps between them where that explains most of
    ///    them. 4. Clusters out of order take what is unclaimed. 5. Blocks grow over equal neighbours; the last gaps.
    pub fn new(vocabulary: &mut Vocabulary, old: &[Token], new: &[Token]) -> Self {
        Self::made(vocabulary, old, new, false)
    }

    /// The same of parts of two texts, the new one wider than the old one.
    pub fn of_parts(vocabulary: &mut Vocabulary, old: &[Token], new: &[Token]) -> Self {
        Self::made(vocabulary, old, new, true)
    }

    fn made(vocabulary: &mut Vocabulary, old: &[Token], new: &[Token], is_part: bool) -> Self {
        let words = |tokens: &[Token]| -> Vec<u32> { tokens.iter().map(|token| token.word).collect() };
        let (a, b) = (words(old), words(new));
        let mut diff = Self {
            to: vec![None; a.len()],
            taken: vec![false; b.len()],
            in_order: vec![false; a.len()],
            longest_gained: 0,
            is_part,
            old: a,
            new: b,
        };
        diff.map(vocabulary, old, new);
        diff.slide(vocabulary, old);
        diff.bind_marks(vocabulary, old, new);
        diff.bind_first_words(vocabulary, old, new);
        diff.exchange();
        diff.grow(vocabulary, old, new, &[3, 2]);
        let pairs: Vec<Pair> = diff.to.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))).collect();
        rising(&pairs).into_iter().for_each(|(i, _)| diff.in_order[i] = true);
        diff.longest_gained = diff.taken.split(|taken| *taken).map(<[bool]>::len).max().unwrap_or(0);
        diff
    }

    fn map(&mut self, vocabulary: &mut Vocabulary, old: &[Token], new: &[Token]) {
        let (a, b) = (self.old.len(), self.new.len());
        let head = self.old.iter().zip(&self.new).take_while(|(one, other)| one == other).count();
        let from_end = self.old.iter().rev().zip(self.new.iter().rev()).take(a.min(b) - head);
        let tail = from_end.take_while(|(one, other)| one == other).count();
        (0..head).for_each(|k| self.claim(k, k));
        (1..=tail).for_each(|k| self.claim(a - k, b - k));

        let seeds = unique_pairs(vocabulary, &self.old[head..a - tail], &self.new[head..b - tail]);
        let seeds = seeds.into_iter().map(|(i, j)| (i + head, j + head));
        let heavy = |cluster: &[Pair], words: &[u32]| -> f32 {
            cluster.iter().map(|(i, _)| vocabulary.weight(words[*i])).sum()
        };
        let mut clusters: Vec<(f32, Vec<Pair>)> =
            clusters(seeds).into_iter().map(|cluster| (heavy(&cluster, &self.old), cluster)).collect();
        clusters.sort_by(|one, other| other.0.total_cmp(&one.0));
        // Numbers moved by one, so that there is one before the first.
        let mut ordered = BTreeMap::from([(head, head), (a - tail + 1, b - tail + 1)]);
        let mut moved = Vec::new();
        for (weight, cluster) in clusters {
            let fits = cluster.first().zip(cluster.last()).is_some_and(|(first, last)| {
                let below = ordered.range(..=first.0 + 1).next_back();
                let above = ordered.range(first.0 + 2..).next();
                below.is_none_or(|(i, j)| *i < first.0 + 1 && *j < first.1 + 1)
                    && above.is_some_and(|(i, j)| last.0 + 1 < *i && last.1 + 1 < *j)
            });
            if fits && weight >= IN_ORDER {
                for (i, j) in cluster {
                    ordered.insert(i + 1, j + 1);
                    self.claim(i, j);
                }
            } else {
                moved.push(cluster);
            }
        }
        self.grow(vocabulary, old, new, &[3, 2]);
        self.fill(vocabulary, old, new, false);
        for mut cluster in moved {
            cluster.retain(|(i, j)| self.is_free(*i, *j));
            if cluster.iter().map(|(i, _)| vocabulary.weight(self.old[*i])).sum::<f32>() >= MOVED {
                self.claim_block(vocabulary, &cluster);
            }
        }
        self.grow(vocabulary, old, new, &[3, 2, 1, 0]);
        self.fill(vocabulary, old, new, true);
        self.regain(vocabulary, old, new);
        self.grow(vocabulary, old, new, &[3, 2]);
    }

    /// Whether neither of two tokens has a partner.
    fn is_free(&self, i: usize, j: usize) -> bool {
        self.to[i].is_none() && !self.taken[j]
    }

    pub fn claim(&mut self, i: usize, j: usize) {
        if self.is_free(i, j) {
            self.to[i] = Some(j);
            self.taken[j] = true;
        }
    }

    fn claim_block(&mut self, vocabulary: &mut Vocabulary, block: &[Pair]) {
        block.iter().for_each(|(i, j)| self.claim(*i, *j));
        for pair in block.windows(2) {
            let ((i, j), (i2, j2)) = (pair[0], pair[1]);
            let is_free = |diff: &Self| {
                i < i2
                    && j < j2
                    && diff.to[i + 1..i2].iter().all(Option::is_none)
                    && !diff.taken[j + 1..j2].contains(&true)
            };
            if is_free(self) {
                self.align(vocabulary, i + 1..i2, j + 1..j2, (false, false))
                    .into_iter()
                    .for_each(|(i, j)| self.claim(i, j));
            }
        }
    }

    fn align(
        &self,
        vocabulary: &mut Vocabulary,
        old: Range<usize>,
        new: Range<usize>,
        free: (bool, bool),
    ) -> Vec<Pair> {
        let (old_at, new_at) = (old.start, new.start);
        let runs = Runs { old: &self.old[old], new: &self.new[new], old_at, new_at };
        // Where both ends are free nothing holds the words: they are aligned from end to end.
        if free.0 == free.1 { align(vocabulary, runs, false) } else { align_at_end(vocabulary, runs, free) }
    }

    /// Blocks grow over equal neighbours: over what touches (3), then in the sentence (2), then in the line (1), then
    /// over line ends (0).
    fn grow(&mut self, vocabulary: &Vocabulary, old: &[Token], new: &[Token], bonds: &[u8]) {
        let bond = |tokens: &[Token], at: usize| match at {
            0 => 0,
            at if tokens[at].start == tokens[at - 1].end => 3,
            at if tokens[at].begins_line => 0,
            at => 2 - u8::from(begins_sentence(vocabulary, tokens, at)),
        };
        for least in bonds {
            for i in 1..self.old.len() {
                if let Some(j) = self.to[i - 1].map(|j| j + 1)
                    && j < self.new.len()
                    && self.is_free(i, j)
                    && self.old[i] == self.new[j]
                    && bond(old, i) >= *least
                    && bond(new, j) >= *least
                {
                    self.claim(i, j);
                }
            }
            for i in (1..self.old.len()).rev() {
                if let Some(j) = self.to[i]
                    && j > 0
                    && self.is_free(i - 1, j - 1)
                    && self.old[i - 1] == self.new[j - 1]
                    && bond(old, i) >= *least
                    && bond(new, j) >= *least
                {
                    self.claim(i - 1, j - 1);
                }
            }
        }
    }

    /// Pairs the words of two stretches.
    fn pair_up(&mut self, vocabulary: &mut Vocabulary, old: Range<usize>, new: Range<usize>) {
        self.align(vocabulary, old, new, (false, false)).into_iter().for_each(|(i, j)| self.claim(i, j));
    }

    /// The last few words of a sentence that was found belong to it, whatever they were replaced by: pairs them, and
    /// says where the rest of a gap begins in both texts.
    fn peel(
        &mut self,
        vocabulary: &mut Vocabulary,
        old: &[Token],
        new: &[Token],
        (from, until): (usize, usize),
        (low, high): (usize, usize),
    ) -> (usize, usize) {
        if begins_sentence(vocabulary, old, from) || begins_sentence(vocabulary, new, low) {
            return (from, low);
        }
        // The full stop itself may have been found already, further on.
        let ends = |tokens: &[Token], at: usize| {
            !vocabulary.is_word(tokens[at].word) && at + 1 < tokens.len() && begins_sentence(vocabulary, tokens, at + 1)
        };
        let stop = (until <= from + PEEL && until < old.len() && ends(old, until)).then(|| old[until].word);
        let is_stop = |at: &usize| Some(new[*at].word) == stop && ends(new, *at);
        if let Some(at) = (low + 1..high.min(low + PEEL + 1)).find(is_stop) {
            self.pair_up(vocabulary, from..until, low..at);
            return (until, at);
        }
        let end = |tokens: &[Token], from: usize, until: usize| {
            (from + 1..until.min(from + PEEL + 1)).find(|at| begins_sentence(vocabulary, tokens, *at))
        };
        match (end(old, from, until), end(new, low, high)) {
            (Some(i), Some(j)) => {
                self.pair_up(vocabulary, from..i, low..j);
                (i, j)
            }
            _ => (from, low),
        }
    }

    /// The same of the first words of a sentence, and where the rest of a gap ends.
    fn peel_back(
        &mut self,
        vocabulary: &mut Vocabulary,
        old: &[Token],
        new: &[Token],
        (from, until): (usize, usize),
        (low, high): (usize, usize),
    ) -> (usize, usize) {
        let begin = |tokens: &[Token], from: usize, until: usize| {
            (from.max((until + 1).saturating_sub(PEEL))..until)
                .rev()
                .find(|at| begins_sentence(vocabulary, tokens, *at))
        };
        match (begin(old, from, until), begin(new, low, high)) {
            (Some(i), Some(j))
                if !begins_sentence(vocabulary, old, until) && !begins_sentence(vocabulary, new, high) =>
            {
                self.pair_up(vocabulary, i..until, j..high);
                (i, j)
            }
            _ => (until, high),
        }
    }

    /// Aligns each unclaimed stretch of the old text with the unclaimed stretch between its neighbours' new places.
    fn fill(&mut self, vocabulary: &mut Vocabulary, old: &[Token], new: &[Token], is_last: bool) {
        let mut i = 0;
        while i < self.old.len() {
            let from = i;
            while i < self.old.len() && self.to[i].is_none() {
                i += 1;
            }
            if from == i {
                i += 1;
                continue;
            }
            let behind = from.checked_sub(1).and_then(|before| self.to[before]).map(|j| j + 1);
            let ahead = self.to.get(i).copied().flatten();
            let is_free = |j: &usize| !self.taken[*j];
            let low = behind.unwrap_or_else(|| {
                let high = ahead.unwrap_or(self.new.len());
                high - (0..high).rev().take_while(is_free).count()
            });
            let high = ahead.unwrap_or_else(|| low + (low..self.new.len()).take_while(is_free).count());
            // At the ends of a part, only as much as the old words could fill.
            let free = (self.is_part && behind.is_none(), self.is_part && ahead.is_none());
            let reach = 2 * (i - from) + 8;
            let low = if free.0 { low.max(high.saturating_sub(reach)) } else { low };
            let high = if free.1 { high.min(low + reach) } else { high };
            if low >= high || self.taken[low..high].contains(&true) {
                continue;
            }
            let (from, low) =
                if behind.is_some() { self.peel(vocabulary, old, new, (from, i), (low, high)) } else { (from, low) };
            let (until, high) =
                if ahead.is_some() { self.peel_back(vocabulary, old, new, (from, i), (low, high)) } else { (i, high) };
            if from >= until || low >= high {
                continue;
            }
            let pairs = self.align(vocabulary, from..until, low..high, free);
            let mut like = |pair: &Pair| vocabulary.likeness(self.old[pair.0], self.new[pair.1]);
            let likes: Vec<f32> = pairs.iter().map(&mut like).collect();
            let got: f32 =
                pairs.iter().zip(&likes).map(|(pair, like)| vocabulary.weight(self.old[pair.0]) * like).sum();
            let weigh = |words: &[u32]| -> f32 { words.iter().map(|word| vocabulary.weight(*word)).sum() };
            let (one, other) = (weigh(&self.old[from..until]), weigh(&self.new[low..high]));
            let (side, wider) = (one.min(other), one.max(other));
            if is_last {
                // A few replaced words, or a rewritten stretch with something left of it.
                if got >= 0.2 * side || (until - from).min(high - low) <= 6 {
                    pairs.into_iter().for_each(|(i, j)| self.claim(i, j));
                }
                continue;
            }
            let kept = pairs.into_iter().zip(likes).filter(|(_, like)| *like > 0.0);
            if got >= 0.45 * side && wider <= 3.0 * side + 4.0 {
                kept.for_each(|((i, j), _)| self.claim(i, j));
                continue;
            }
            // Something long may have been put in or taken out beside it.
            let mut runs: Vec<(f32, Vec<Pair>)> = Vec::new();
            for ((i, j), like) in kept {
                let worth = vocabulary.weight(self.old[i]) * like;
                match runs.last_mut() {
                    Some((got, run)) if run.last().is_some_and(|(i2, j2)| i - i2 <= APART && j - j2 <= APART) => {
                        *got += worth;
                        run.push((i, j));
                    }
                    _ => runs.push((worth, vec![(i, j)])),
                }
            }
            let best = runs.into_iter().max_by(|one, other| one.0.total_cmp(&other.0));
            if let Some((got, run)) = best
                && let Some((first, last)) = run.first().zip(run.last())
                && got >= 0.45 * side
                && got >= 0.6 * weigh(&self.old[first.0..=last.0]).max(weigh(&self.new[first.1..=last.1]))
            {
                run.into_iter().for_each(|(i, j)| self.claim(i, j));
            }
        }
    }
}

/// Whether a token is the first of a sentence: after a full stop (and closing quotes), with white space before it.
pub(super) fn begins_sentence(vocabulary: &Vocabulary, tokens: &[Token], at: usize) -> bool {
    if tokens[at].begins_line || at == 0 {
        return true;
    }
    if tokens[at - 1].end == tokens[at].start {
        return false;
    }
    let mark = |at: usize| match vocabulary.letters(tokens[at].word) {
        [letter] => *letter,
        _ => ' ',
    };
    match mark(at - 1) {
        '.' | '!' | '?' => true,
        '"' | '\'' | ')' => {
            at > 1 && matches!(mark(at - 2), '.' | '!' | '?') && tokens[at - 2].end == tokens[at - 1].start
        }
        _ => false,
    }
}

/// Seeds near one another on both sides, together.
fn clusters(seeds: impl Iterator<Item = Pair>) -> Vec<Vec<Pair>> {
    let mut clusters: Vec<Vec<Pair>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (i, j) in seeds {
        let skew = |number: &usize| {
            let (i2, j2) = *clusters[*number].last()?;
            let near = i2 < i && i - i2 <= CLOSE && j2 < j && j - j2 <= CLOSE;
            let skew = near.then(|| (i - i2).abs_diff(j - j2))?;
            (skew <= SKEW).then_some(skew)
        };
        let nearest = open.iter().filter_map(|number| Some((skew(number)?, *number))).min();
        if let Some((_, number)) = nearest {
            clusters[number].push((i, j));
        } else {
            open.push(clusters.len());
            clusters.push(vec![(i, j)]);
            if open.len() > 40 {
                open.retain(|number| clusters[*number].last().is_some_and(|(i2, _)| i - i2 <= CLOSE));
            }
        }
    }
    clusters
}
