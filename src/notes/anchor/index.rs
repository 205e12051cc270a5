//! A text prepared for the search of passages: where every five letters of it stand.

use super::token::{Token, Vocabulary};

/// How many letters make a seed.
const SEED: usize = 5;
/// A seed that stands more often says nothing.
const MOST_PLACES: usize = 60;
/// Diagonals are counted in steps of so many letters (a power of two).
const STEP_BITS: u32 = 5;

/// The words of a text as one run of letters, and where every seed stands in it.
pub(super) struct Index {
    /// The letter at which each token begins.
    pub starts: Vec<usize>,
    letters: usize,
    /// The hash of a seed in the upper half, its place in the lower; in order.
    seeds: Vec<u64>,
    votes: Vec<f32>,
}

impl Index {
    pub fn new(vocabulary: &Vocabulary, tokens: &[Token]) -> Self {
        let (flat, starts) = flatten(vocabulary, tokens);
        let seed = |(at, letters): (usize, &[char])| u64::from(hash(letters)) << 32 | at as u64;
        let mut seeds: Vec<u64> = flat.windows(SEED).enumerate().map(seed).collect();
        seeds.sort_unstable();
        Self { starts, letters: flat.len(), seeds, votes: Vec::new() }
    }

    /// The letters at which a run of letters may begin, the likeliest first: every seed votes for a diagonal, rare
    /// ones more.
    pub fn candidates(&mut self, flat: &[char], most: usize) -> Vec<usize> {
        // Diagonals may begin before the text: all are moved by the length of the run.
        let shift = flat.len();
        self.votes.clear();
        self.votes.resize(((self.letters + shift) >> STEP_BITS) + 2, 0.0);
        let mut voted = Vec::new();
        for (i, letters) in flat.windows(SEED).enumerate() {
            let low = u64::from(hash(letters)) << 32;
            let from = self.seeds.partition_point(|seed| *seed < low);
            let places = self.seeds[from..].iter().take(MOST_PLACES + 1).take_while(|seed| **seed >> 32 == low >> 32);
            let count = places.clone().count();
            if count > MOST_PLACES {
                continue;
            }
            let weight = (self.letters.max(2) as f32 / count.max(1) as f32).log2();
            for seed in places {
                let diagonal = ((seed & 0xffff_ffff) as usize + shift - i) >> STEP_BITS;
                if self.votes[diagonal] == 0.0 {
                    voted.push(diagonal);
                }
                self.votes[diagonal] += weight;
            }
        }
        let vote = |diagonal: usize| self.votes.get(diagonal).copied().unwrap_or(0.0);
        let score =
            |diagonal: usize| vote(diagonal) + vote(diagonal + 1).max(diagonal.checked_sub(1).map_or(0.0, vote));
        let mut ranked: Vec<(f32, usize)> = voted.iter().map(|diagonal| (score(*diagonal), *diagonal)).collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut chosen: Vec<(f32, usize)> = Vec::new();
        for (score, diagonal) in ranked {
            let least = chosen.first().map_or(20.0, |(best, _)| 0.15 * best);
            if score < least || chosen.len() == most {
                break;
            }
            if chosen.iter().all(|(_, other)| other.abs_diff(diagonal) > 2) {
                chosen.push((score, diagonal));
            }
        }
        chosen.into_iter().map(|(_, diagonal)| (diagonal << STEP_BITS).saturating_sub(shift)).collect()
    }

    /// The token that holds a letter.
    pub fn token_at(&self, letter: usize) -> usize {
        self.starts.partition_point(|start| *start <= letter).saturating_sub(1)
    }
}

/// The letters of some tokens with a space between each two, and the letter at which each token begins.
pub(super) fn flatten(vocabulary: &Vocabulary, tokens: &[Token]) -> (Vec<char>, Vec<usize>) {
    let (mut flat, mut starts) = (Vec::new(), Vec::with_capacity(tokens.len()));
    for token in tokens {
        if !flat.is_empty() {
            flat.push(' ');
        }
        starts.push(flat.len());
        flat.extend_from_slice(vocabulary.letters(token.word));
    }
    (flat, starts)
}

/// FNV-1a over letters; two seeds with one hash only add a stray vote.
fn hash(letters: &[char]) -> u32 {
    letters.iter().fold(0x811c_9dc5, |hash, letter| (hash ^ u32::from(*letter)).wrapping_mul(0x0100_0193))
}
