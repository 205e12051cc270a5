//! A linear model over named features: it scores candidates, or answers yes or no. The weights are data, learnt by
//! `examples/learn_speech.rs`.
//!
//! A feature is a name such as `pv=the`. Names are hashed piece by piece while they are made, so that no text is built
//! when a model is asked; the learner collects the names themselves through the same calls.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Where features go, piece by piece: into a score, or into a list of names.
pub(super) trait Features {
    fn begin(&mut self);
    fn put(&mut self, piece: &str);
    fn end(&mut self);
}

/// A piece of a feature's name.
pub(super) trait Piece {
    fn put_into<F: Features + ?Sized>(&self, features: &mut F);
}

impl Piece for &str {
    fn put_into<F: Features + ?Sized>(&self, features: &mut F) {
        features.put(self);
    }
}

impl Piece for bool {
    fn put_into<F: Features + ?Sized>(&self, features: &mut F) {
        features.put(if *self { "yes" } else { "no" });
    }
}

impl Piece for char {
    fn put_into<F: Features + ?Sized>(&self, features: &mut F) {
        features.put(self.encode_utf8(&mut [0; 4]));
    }
}

impl Piece for usize {
    fn put_into<F: Features + ?Sized>(&self, features: &mut F) {
        let mut digits = [0; 20];
        let (mut at, mut left) = (digits.len(), *self);
        loop {
            at -= 1;
            digits[at] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        features.put(std::str::from_utf8(&digits[at..]).unwrap_or_default());
    }
}

impl Piece for isize {
    fn put_into<F: Features + ?Sized>(&self, features: &mut F) {
        if *self < 0 {
            features.put("-");
        }
        self.unsigned_abs().put_into(features);
    }
}

/// Adds one feature whose name is these pieces joined.
macro_rules! add_feature {
    ($features:expr, $($piece:expr),+ $(,)?) => {{
        $features.begin();
        $( $crate::speech::linear::Piece::put_into(&$piece, $features); )+
        $features.end();
    }};
}
pub(super) use add_feature as feature;

/// The names of a candidate's features, for the learner.
#[derive(Default)]
pub(super) struct Names(pub Vec<String>);

impl Features for Names {
    fn begin(&mut self) {
        self.0.push(String::new());
    }

    fn put(&mut self, piece: &str) {
        if let Some(name) = self.0.last_mut() {
            name.push_str(piece);
        }
    }

    fn end(&mut self) {}
}

/// One model: its weights by the hash of a feature's name, in a table with room between the entries.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    table: Vec<(u64, f64)>,
}

impl Default for Linear {
    fn default() -> Self {
        Self::new(&BTreeMap::new())
    }
}

impl Linear {
    /// A model with these weights, in tenths.
    pub fn new(weights: &BTreeMap<String, i32>) -> Self {
        let mut table = vec![(0, 0.0); (weights.len() * 4).next_power_of_two().max(4)];
        for (name, tenths) in weights {
            let hash = name.bytes().fold(SEED, mix);
            let mut at = hash as usize & (table.len() - 1);
            while table[at].0 != 0 {
                at = (at + 1) & (table.len() - 1);
            }
            table[at] = (hash, f64::from(*tenths) / 10.0);
        }
        Self { table }
    }

    fn weight(&self, hash: u64) -> f64 {
        let mut at = hash as usize & (self.table.len() - 1);
        loop {
            let (known, weight) = self.table[at];
            if known == hash {
                return weight;
            }
            if known == 0 {
                return 0.0;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    /// The score of a candidate whose features `describe` adds.
    pub fn score(&self, describe: impl FnOnce(&mut Score<'_>)) -> f64 {
        let mut score = Score { model: self, hash: SEED, sum: 0.0 };
        describe(&mut score);
        score.sum
    }

    /// How likely a yes is, from 0 to 1.
    pub fn probability(&self, describe: impl FnOnce(&mut Score<'_>)) -> f64 {
        1.0 / (1.0 + (-self.score(describe).clamp(-50.0, 50.0)).exp())
    }

    /// The number of the candidate with the highest score and how likely it is; the first of equals.
    pub fn best<C>(&self, candidates: &[C], describe: impl Fn(&mut Score<'_>, &C)) -> Option<(usize, f64)> {
        let scores: Vec<f64> =
            candidates.iter().map(|candidate| self.score(|score| describe(score, candidate))).collect();
        let mut top = 0;
        for (number, score) in scores.iter().enumerate() {
            if *score > scores[top] {
                top = number;
            }
        }
        let highest = *scores.get(top)?;
        let all: f64 = scores.iter().map(|score| (score - highest).min(50.0).exp()).sum();
        Some((top, 1.0 / all))
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The score of one candidate while its features come in.
pub(super) struct Score<'m> {
    model: &'m Linear,
    hash: u64,
    sum: f64,
}

impl Features for Score<'_> {
    fn begin(&mut self) {
        self.hash = SEED;
    }

    fn put(&mut self, piece: &str) {
        self.hash = piece.bytes().fold(self.hash, mix);
    }

    fn end(&mut self) {
        self.sum += self.model.weight(self.hash);
    }
}

/// The five models of a reader of news.
#[derive(Clone, Debug, Default)]
pub(super) struct Models {
    /// How often a word introduces speech, in hundredths.
    pub cues: Vec<(String, u8)>,
    /// Whether a word introduces speech here.
    pub cue: Linear,
    /// Where the reported words begin.
    pub start: Linear,
    /// Where they end.
    pub end: Linear,
    /// Whether words in quotation marks are speech.
    pub speech: Linear,
    /// Which mention names the speaker.
    pub speaker: Linear,
}

/// The models as their file holds them.
#[derive(Deserialize)]
struct File {
    cues: BTreeMap<String, u8>,
    models: BTreeMap<String, BTreeMap<String, i32>>,
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
        let model = |name: &str| file.models.get(name).map(Linear::new).unwrap_or_default();
        Self {
            cue: model("cue"),
            start: model("start"),
            end: model("end"),
            speech: model("speech"),
            speaker: model("speaker"),
            cues: file.cues.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Linear {
        Linear::new(&BTreeMap::from([("near=1".to_owned(), 12), ("near=20".to_owned(), -7)]))
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
}
