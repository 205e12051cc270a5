//! What was painted round the words of the blocks in view: tints and bands, rules, lines and letters. While nothing of it
//! changes it only moves with the words.

use std::sync::Arc;

use egui::{Galley, Painter};

use super::{View, setting::SetBlock};
use crate::{
    app::painting::{Painting, atlas_age},
    article::TextRange,
    speech::{SpeakerId, Speech},
};

/// Of a block with more rows than this most do not show, and what is on them is left out.
const MOST_ROWS: usize = 64;

/// What decides how all blocks look, but for their words.
struct Look {
    revision: u64,
    layers: u64,
    speech: Arc<Speech>,
    /// Where the theme is kept.
    theme: usize,
    listened: Option<SpeakerId>,
    /// How much room there is for letters beside the words.
    margin: f32,
    letters: u64,
}

impl Look {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.speech, &other.speech)
            && (self.revision, self.layers, self.theme, self.listened, self.margin, self.letters)
                == (other.revision, other.layers, other.theme, other.listened, other.margin, other.letters)
    }
}

/// A block as it was painted.
pub(super) struct KeptBlock {
    range: TextRange,
    /// Its words as they are laid out: laid out anew they may stand elsewhere.
    galley: Arc<Galley>,
    pub(super) ground: Painting,
    pub(super) lines: Painting,
}

impl KeptBlock {
    pub(super) fn of(set: &SetBlock, ground: Painting, lines: Painting) -> Self {
        Self { range: set.block.range, galley: set.galley.clone(), ground, lines }
    }
}

/// The blocks that are in view.
#[derive(Default)]
pub(super) struct KeptBlocks {
    look: Option<Look>,
    /// Those of the frame before, and of this one.
    before: Vec<KeptBlock>,
    now: Vec<KeptBlock>,
}

impl KeptBlocks {
    /// Begins a frame: forgets the blocks when they look otherwise than in the one before.
    pub(super) fn begin(&mut self, painter: &Painter, view: &View<'_>, left: f32) {
        let look = Look {
            revision: view.reading.revision(),
            layers: view.layers.revision(),
            speech: view.reading.speech().clone(),
            theme: std::ptr::from_ref(view.theme).addr(),
            listened: view.listened,
            margin: left - painter.clip_rect().left(),
            letters: atlas_age(painter.ctx()),
        };
        self.before = std::mem::take(&mut self.now);
        if !self.look.replace(look).zip(self.look.as_ref()).is_some_and(|(before, look)| before.is_same(look)) {
            self.before.clear();
        }
    }

    /// A block as it was painted in the frame before.
    pub(super) fn take(&mut self, set: &SetBlock) -> Option<KeptBlock> {
        let is_it = |kept: &KeptBlock| kept.range == set.block.range && Arc::ptr_eq(&kept.galley, &set.galley);
        let at = self.before.iter().position(is_it)?;
        Some(self.before.swap_remove(at))
    }

    /// Keeps a block for the next frame.
    pub(super) fn keep(&mut self, block: KeptBlock) {
        self.now.push(block);
    }
}

impl SetBlock {
    /// Whether what is painted round all of it may be kept.
    pub(super) fn may_be_kept(&self) -> bool {
        self.galley.rows.len() <= MOST_ROWS
    }
}
