//! A linear model over named features: it scores candidates, or answers yes or no. The weights are data, learnt by
//! `examples/learn_speech.rs`.
//!
//! A feature is named by its pieces, such as `pv= det`. Each piece has a key, and the feature's key is made of these, so
//! that no text is built when a model is asked; the learner collects the names themselves through the same calls.

mod table;
mod weights;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use smallvec::{SmallVec, smallvec};

use table::{NOUGHT, Table};
use weights::Weights;

/// A piece of a feature's name, with its key. Its text holds no space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    key: u64,
}

impl<'a> Piece<'a> {
    /// The piece of a text; the key is the text's FNV-1a hash.
    pub const fn of(text: &'a str) -> Self {
        let (bytes, mut key, mut at) = (text.as_bytes(), 0xcbf2_9ce4_8422_2325_u64, 0);
        while at < bytes.len() {
            key = (key ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
            at += 1;
        }
        Self { text, key }
    }

    pub const fn key(&self) -> u64 {
        self.key
    }
}

/// No two pieces that are compared have one key: there are a few hundred.
impl PartialEq for Piece<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl PartialEq<&str> for Piece<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl<'a> From<&'a str> for Piece<'a> {
    #[inline(always)]
    fn from(text: &'a str) -> Self {
        Self::of(text)
    }
}

impl From<bool> for Piece<'static> {
    fn from(yes: bool) -> Self {
        const YES: Piece<'static> = Piece::of("yes");
        const NO: Piece<'static> = Piece::of("no");
        if yes { YES } else { NO }
    }
}

/// The numbers that features have, up to the largest.
const NUMBERS: [Piece<'static>; 100] = {
    const DIGITS: &str = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    let mut numbers = [Piece::of(""); 100];
    let mut number = 0;
    while number < numbers.len() {
        let (_, rest) = DIGITS.as_bytes().split_at(2 * number);
        let (digits, _) = rest.split_at(2);
        if let Ok(text) = std::str::from_utf8(digits) {
            numbers[number] = Piece::of(text);
        }
        number += 1;
    }
    numbers
};

impl From<usize> for Piece<'static> {
    fn from(number: usize) -> Self {
        NUMBERS[number.min(NUMBERS.len() - 1)]
    }
}

/// Where features go: into a score, or into a list of names.
pub(super) trait Features {
    fn add<const PIECES: usize>(&mut self, pieces: [Piece<'_>; PIECES]);
}

/// Adds one feature whose name is made of these pieces.
macro_rules! add_feature {
    ($features:expr, $($piece:expr),+ $(,)?) => {
        $crate::speech::linear::Features::add($features, [$( $crate::speech::linear::Piece::from($piece) ),+])
    };
}
pub(super) use add_feature as feature;

/// The names of a candidate's features, for the learner.
#[derive(Default)]
pub(super) struct Names(pub Vec<String>);

impl Features for Names {
    fn add<const PIECES: usize>(&mut self, pieces: [Piece<'_>; PIECES]) {
        self.0.push(pieces.map(|piece| piece.text).join(" "));
    }
}

/// One model: its weights in tenths, none beyond 12.7. `learn` keeps 3000 of most models.
#[derive(Clone, Debug, Default)]
pub(super) struct Linear<const PLACES: usize = 4096, const BUCKETS: usize = 1024>(Box<Table<PLACES, BUCKETS>>);

/// How likely each of some candidates is; of the usual number of these nothing is allocated.
pub(super) type Shares = SmallVec<[f64; 32]>;

impl<const PLACES: usize, const BUCKETS: usize> Linear<PLACES, BUCKETS> {
    /// A model with these weights.
    fn new(Weights(weights): &Weights) -> Self {
        Self(Table::of(weights.iter().copied().filter(|(_, tenths)| *tenths != 0)))
    }

    /// What the features count together that several candidates have in common.
    pub fn sum(&self, describe: impl FnOnce(&mut Score<'_, PLACES, BUCKETS>)) -> Sum {
        let mut score = Score { table: &self.0, laid_over: 0, features: 0, before: Sum(0) };
        describe(&mut score);
        score.sum()
    }

    /// The score of a candidate whose features `describe` adds.
    #[cfg(test)]
    fn score(&self, describe: impl FnOnce(&mut Score<'_, PLACES, BUCKETS>)) -> f64 {
        f64::from(self.sum(describe).0) / 10.0
    }

    /// How likely a yes is, from 0 to 1.
    pub fn probability(&self, describe: impl FnOnce(&mut Score<'_, PLACES, BUCKETS>)) -> f64 {
        let score = f64::from(self.sum(describe).0) / 10.0;
        1.0 / (1.0 + (-score.clamp(-50.0, 50.0)).exp())
    }

    /// How likely each candidate is.
    pub fn shares<C>(&self, candidates: &[C], describe: impl Fn(&mut Score<'_, PLACES, BUCKETS>, &C)) -> Shares {
        if let [_] = candidates {
            return smallvec![1.0];
        }
        let sums = candidates.iter().map(|candidate| self.sum(|score| describe(score, candidate)).0.into());
        let mut shares: Shares = sums.collect();
        let highest = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        shares.iter_mut().for_each(|sum| *sum = share_beside((highest - *sum) as i32));
        let all: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= all);
        shares
    }

    /// The number of the likeliest candidate; the first of equals.
    pub fn likeliest<C>(
        &self,
        candidates: &[C],
        describe: impl Fn(&mut Score<'_, PLACES, BUCKETS>, &C),
    ) -> Option<usize> {
        if let [_] = candidates {
            return Some(0);
        }
        let mut best: Option<(usize, i32)> = None;
        for (number, candidate) in candidates.iter().enumerate() {
            let Sum(sum) = self.sum(|score| describe(score, candidate));
            if best.is_none_or(|(_, highest)| sum > highest) {
                best = Some((number, sum));
            }
        }
        best.map(|(number, _)| number)
    }

    /// The number of the likeliest candidate and how likely it is; the first of equals.
    pub fn best<C>(
        &self,
        candidates: &[C],
        describe: impl Fn(&mut Score<'_, PLACES, BUCKETS>, &C),
    ) -> Option<(usize, f64)> {
        let shares = self.shares(candidates, describe);
        let mut top = 0;
        for (number, share) in shares.iter().enumerate() {
            if *share > shares[top] {
                top = number;
            }
        }
        shares.get(top).map(|share| (top, *share))
    }
}

/// How likely a candidate is beside the likeliest, which counts so many tenths more. Hardly any counts less than these.
fn share_beside(tenths: i32) -> f64 {
    static SHARES: LazyLock<[f64; 256]> = LazyLock::new(|| std::array::from_fn(|tenths| share(tenths as f64)));
    fn share(tenths: f64) -> f64 {
        (-tenths / 10.0).exp()
    }
    SHARES.get(tenths as usize).copied().unwrap_or_else(|| share(tenths.into()))
}

/// How far the key of each piece is turned against the one before, so that the order of pieces counts.
const TURN: u32 = 11;

/// The hash of a feature. Each piece adds to it by itself, so that the compiler makes one number of all those that stand
/// in the code.
#[inline(always)]
fn hash<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> u64 {
    (0..).zip(pieces).fold(0, |hash, (place, piece)| hash ^ piece.key.rotate_left(TURN * place))
}

/// The score of one candidate while its features come in.
pub(super) struct Score<'m, const PLACES: usize, const BUCKETS: usize> {
    table: &'m Table<PLACES, BUCKETS>,
    /// What the features count, with [`NOUGHT`] for each.
    laid_over: u32,
    features: u32,
    /// What those count that were added together.
    before: Sum,
}

/// What some features count together, in tenths.
#[derive(Clone, Copy)]
pub(super) struct Sum(i32);

impl<const PLACES: usize, const BUCKETS: usize> Score<'_, PLACES, BUCKETS> {
    /// Adds features that were counted before.
    pub fn add_sum(&mut self, sum: Sum) {
        self.before.0 += sum.0;
    }

    #[inline(always)]
    fn add_named(&mut self, hash: u64) {
        self.laid_over += self.table.laid_over(hash);
        self.features += 1;
    }

    fn sum(&self) -> Sum {
        Sum(self.before.0 + self.laid_over as i32 - (self.features * NOUGHT) as i32)
    }
}

impl<const PLACES: usize, const BUCKETS: usize> Features for Score<'_, PLACES, BUCKETS> {
    #[inline(always)]
    fn add<const PIECES: usize>(&mut self, pieces: [Piece<'_>; PIECES]) {
        self.add_named(hash(pieces));
    }
}

/// The eight models of a reader of news.
#[derive(Clone, Debug, Default)]
pub(super) struct Models {
    /// Whether grammar mends the subjects that these models choose; not while they learn from what they read themselves.
    pub are_mended: bool,
    /// How often a word introduces speech, in hundredths.
    pub cues: Vec<(String, u8)>,
    /// Whether a word deserves a second look.
    pub glance: Linear,
    /// Which mention is the source of a cue.
    pub source: Linear,
    /// Whether a word introduces speech here: it has the most features, 6000.
    pub cue: Linear<8192, 2048>,
    /// Where the reported words begin.
    pub start: Linear,
    /// Where they end.
    pub end: Linear,
    /// Whether a report, as it was read, is one.
    pub report: Linear,
    /// Whether words in quotation marks are speech.
    pub speech: Linear,
    /// Which mention names the speaker.
    pub speaker: Linear,
}

/// The models as their file holds them.
#[derive(Deserialize)]
struct File {
    cues: BTreeMap<String, u8>,
    models: BTreeMap<String, Weights>,
}

impl Models {
    /// Reads the models of a file; a damaged one gives models that know nothing.
    pub fn read(source: &str) -> Self {
        let file = match ron::from_str::<File>(source) {
            Ok(file) => file,
            Err(error) => {
                debug_assert!(false, "the file of the models: {error}");
                return Self::default();
            }
        };
        /// The model of a name, in a table of the size that it is asked in.
        fn model<const P: usize, const B: usize>(file: &File, name: &str) -> Linear<P, B> {
            file.models.get(name).map(Linear::new).unwrap_or_default()
        }
        Self {
            are_mended: true,
            glance: model(&file, "glance"),
            source: model(&file, "source"),
            cue: model(&file, "cue"),
            start: model(&file, "start"),
            end: model(&file, "end"),
            report: model(&file, "report"),
            speech: model(&file, "speech"),
            speaker: model(&file, "speaker"),
            cues: file.cues.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Linear {
        let weights = ron::from_str(r#"{"near= 1": 12, "near= 20": -7}"#);
        Linear::new(&weights.unwrap())
    }

    #[test]
    fn a_feature_is_its_pieces_joined() {
        let score = model().score(|features| {
            feature!(features, "near=", 20_usize);
            feature!(features, "near=", "1");
            feature!(features, "far=", true);
        });
        assert!((score - 0.5).abs() < 1e-9);
    }

    #[test]
    fn the_first_of_equals_is_best() {
        let (best, probability) = model().best(&["1", "1"], |f, near| feature!(f, "near=", *near)).unwrap_or_default();
        assert_eq!(best, 0);
        assert!((probability - 0.5).abs() < 1e-9);
        assert_eq!(model().best(&[] as &[&str], |f, near| feature!(f, "near=", *near)), None);
    }

    #[test]
    fn the_learnt_models_are_there() {
        let models = Models::read(include_str!("../../assets/speech/en.model.ron"));
        assert!(models.cues.iter().any(|(word, share)| word == "said" && *share > 80));
        assert!(models.speaker.probability(|features| feature!(features, "PREV")) != 0.5 || !models.cues.is_empty());
    }

    #[test]
    fn every_learnt_feature_weighs_what_the_file_says() {
        let file: File = ron::from_str(include_str!("../../assets/speech/en.model.ron")).unwrap();
        for (model, weights) in &file.models {
            let read = Linear::<8192, 2048>::new(weights);
            for (hash, tenths) in &weights.0 {
                assert_eq!(read.sum(|score| score.add_named(*hash)).0, i32::from(*tenths), "{hash} in {model}");
            }
        }
    }
}
