//! Fitting a linear model: AdaGrad on the softmax over the candidates of each example, in whole tenths.

use std::collections::{BTreeMap, HashMap};

use super::linear::Names;

const EPOCHS: usize = 8;
const RATE: f64 = 0.1;
/// The share of a candidate's features that is left out each time it is learnt from, so that none is relied on alone.
const LEFT_OUT: f64 = 0.2;
/// A feature counts from so many candidates on.
const LEAST: usize = 4;

/// Candidates with their features' names, and which of them are right.
pub(super) struct Example {
    candidates: Vec<Vec<String>>,
    right: Vec<bool>,
}

impl Example {
    /// A yes or no: the candidate with the features against one that has none.
    pub fn question(yes: bool, describe: impl FnOnce(&mut Names)) -> Self {
        let mut names = Names::default();
        describe(&mut names);
        Self { candidates: vec![names.0, Vec::new()], right: vec![yes, !yes] }
    }

    /// A choice among candidates.
    pub fn choice<C>(candidates: &[C], right: &[bool], describe: impl Fn(&C, &mut Names)) -> Self {
        let names = |candidate: &C| {
            let mut names = Names::default();
            describe(candidate, &mut names);
            names.0
        };
        Self { candidates: candidates.iter().map(names).collect(), right: right.to_vec() }
    }
}

/// Examples with their features as numbers.
#[derive(Default)]
pub(super) struct Examples {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
    all: Vec<(Vec<Vec<u32>>, Vec<bool>)>,
}

impl Examples {
    pub fn add(&mut self, example: Example) {
        let mut number = |name: String| {
            let next = self.names.len() as u32;
            *self.numbers.entry(name).or_insert_with_key(|name| {
                self.names.push(name.clone());
                next
            })
        };
        let candidates =
            example.candidates.into_iter().map(|candidate| candidate.into_iter().map(&mut number).collect()).collect();
        self.all.push((candidates, example.right));
    }
}

/// Learns once, keeps the features that decide most, learns again on these, so many times. Weights are whole tenths.
pub(super) fn fit(examples: &Examples, keep: usize, runs: u64) -> BTreeMap<String, i32> {
    let (counts, telling) = tell(examples);
    let allowed: Vec<bool> = counts.iter().map(|count| *count >= LEAST).collect();
    let weights = descend(examples, &allowed, 3, 1);
    // what a feature decides: its weight, and how often it tells the right candidate from the others
    let decides = |feature: usize| weights[feature].abs() * telling[feature].min(1000.0).sqrt();
    let mut order: Vec<usize> = (0..weights.len()).filter(|feature| allowed[*feature]).collect();
    order.sort_by(|a, b| decides(*b).total_cmp(&decides(*a)).then_with(|| examples.names[*a].cmp(&examples.names[*b])));
    let mut kept = vec![false; weights.len()];
    for feature in order.into_iter().take(keep) {
        kept[feature] = true;
    }
    // one run has luck in its order; the mean of some has less
    let mut weights = vec![0.0; kept.len()];
    for seed in 2..2 + runs {
        for (mean, weight) in weights.iter_mut().zip(descend(examples, &kept, EPOCHS, seed)) {
            *mean += weight / runs as f64;
        }
    }
    let tenths = |weight: f64| (weight * 10.0).round() as i32;
    let named = weights.iter().enumerate().map(|(feature, weight)| (examples.names[feature].clone(), tenths(*weight)));
    named.filter(|(_, tenths)| *tenths != 0).collect()
}

/// How many candidates have each feature, and how far each tells right candidates from wrong ones.
fn tell(examples: &Examples) -> (Vec<usize>, Vec<f64>) {
    let (mut counts, mut telling) = (vec![0; examples.names.len()], vec![0.0; examples.names.len()]);
    let mut share: BTreeMap<u32, f64> = BTreeMap::new();
    for (candidates, right) in &examples.all {
        let good = right.iter().filter(|right| **right).count() as f64;
        let bad = (right.len() as f64 - good).max(1.0);
        for (candidate, right) in candidates.iter().zip(right) {
            let mut features = candidate.clone();
            features.sort_unstable();
            features.dedup();
            for feature in features {
                counts[feature as usize] += 1;
                *share.entry(feature).or_insert(0.0) += if *right { 1.0 / good } else { -1.0 / bad };
            }
        }
        for (feature, share) in std::mem::take(&mut share) {
            telling[feature as usize] += f64::abs(share);
        }
    }
    (counts, telling)
}

fn descend(examples: &Examples, allowed: &[bool], epochs: usize, seed: u64) -> Vec<f64> {
    let data: Vec<(Vec<Vec<u32>>, &[bool])> = examples
        .all
        .iter()
        .map(|(candidates, right)| {
            let known = |candidate: &Vec<u32>| candidate.iter().copied().filter(|f| allowed[*f as usize]).collect();
            (candidates.iter().map(known).collect(), right.as_slice())
        })
        .collect();
    let size = examples.names.len();
    let (mut weights, mut squares, mut total) = (vec![0.0; size], vec![0.2; size], vec![0.0; size]);
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut chance = Chance(seed);
    let mut taken = 0.0;
    let mut powers: Vec<f64> = Vec::new();
    let mut seen: Vec<Vec<usize>> = Vec::new();
    for epoch in 0..epochs {
        chance.shuffle(&mut order);
        let step = RATE / (1.0 + 0.5 * epoch as f64);
        for (candidates, right) in order.iter().map(|number| &data[*number]) {
            seen.clear();
            seen.extend(candidates.iter().map(|features| {
                features.iter().map(|f| *f as usize).filter(|_| chance.share() >= LEFT_OUT).collect::<Vec<usize>>()
            }));
            powers.clear();
            powers.extend(
                seen.iter().map(|features| features.iter().map(|f| weights[*f]).sum::<f64>() / (1.0 - LEFT_OUT)),
            );
            let top = powers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            powers.iter_mut().for_each(|score| *score = (*score - top).exp());
            let all: f64 = powers.iter().sum();
            let good: f64 = powers.iter().zip(*right).filter(|(_, right)| **right).map(|(power, _)| power).sum();
            for ((features, power), right) in seen.iter().zip(&powers).zip(*right) {
                let slope = power / all - if *right && good > 0.0 { power / good } else { 0.0 };
                if slope.abs() < 1e-3 {
                    continue;
                }
                for feature in features {
                    squares[*feature] += slope * slope;
                    weights[*feature] -= step * slope / f64::sqrt(squares[*feature]);
                }
            }
        }
        if epoch >= epochs / 2 {
            taken += 1.0;
            total.iter_mut().zip(&weights).for_each(|(total, weight)| *total += weight);
        }
    }
    total.iter_mut().for_each(|total| *total /= taken);
    total
}

/// Chance that is the same on every machine (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}
