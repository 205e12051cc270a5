//! How far the finding of an article's speakers has got.

use super::called_off::{CalledOff, Waiting};
use crate::article::TextRange;

/// How far the finding of speakers has got.
#[derive(Debug)]
pub enum Listening {
    Going {
        /// How much of the article is read: from 0 to 1.
        share: f32,
        /// Dropped, the work is called off.
        waiting: Waiting,
    },
    /// The reader stopped it here; what was found stays.
    Stopped {
        share: f32,
    },
    Done,
}

impl Listening {
    /// As it begins; the second is for the worker to look at now and then.
    pub fn begin() -> (Self, CalledOff) {
        let waiting = Waiting::default();
        let called_off = waiting.called_off();
        (Self::Going { share: 0.0, waiting }, called_off)
    }

    /// Whether this is what a worker works for.
    pub fn is_for(&self, called_off: &CalledOff) -> bool {
        matches!(self, Self::Going { waiting, .. } if waiting.called_off().is_same(called_off))
    }

    /// Takes in that so much has been read, if it is still going on.
    pub fn reach(&mut self, now: f32) {
        if let Self::Going { share, .. } = self {
            *share = now;
        }
    }

    /// Stops it; whether there was anything to stop.
    pub fn stop(&mut self) -> bool {
        let Self::Going { share, .. } = *self else { return false };
        *self = Self::Stopped { share };
        true
    }

    pub fn is_going(&self) -> bool {
        matches!(self, Self::Going { .. })
    }

    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done)
    }
}

/// Where it is known who speaks before all of a long article has been read.
#[derive(Debug, Default)]
pub struct Nearby {
    pub known: Option<TextRange>,
    /// Whether a worker is looking near another place.
    pub asked: bool,
}
