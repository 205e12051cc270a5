//! What was painted round the words of the blocks in view: tints and bands, rules, lines and letters. While nothing of it
//! changes it only moves with the words.

use std::sync::Arc;

use egui::{Galley, Painter};

use super::{View, paint::is_inked, setting::SetBlock};
use crate::{
    app::painting::{Painting, atlas_age},
    article::TextRange,
    speech::{SpeakerId, Speech},
};

/// Of a block with more rows than this most do not show, and what is on them is left out.
const MOST_ROWS: usize = 64;

/// What decides how all blocks look, but for their words.
struct Look {
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
            && (self.layers, self.theme, self.listened, self.margin, self.letters)
                == (other.layers, other.theme, other.listened, other.margin, other.letters)
    }
}

/// A block as it was painted.
pub(super) struct KeptBlock {
    range: TextRange,
    /// Its words as they are laid out: laid out anew they may stand elsewhere.
    galley: Arc<Galley>,
    /// The reader's annotations on it.
    marks: u64,
    pub(super) ground: Painting,
    pub(super) lines: Painting,
}

impl KeptBlock {
    pub(super) fn of(view: &View<'_>, set: &SetBlock, ground: Painting, lines: Painting) -> Self {
        Self { range: set.block.range, galley: set.galley.clone(), marks: marks(view, set), ground, lines }
    }
}

/// How the reader's annotations on a block look, in one number.
fn marks(view: &View<'_>, set: &SetBlock) -> u64 {
    let inked = view.reading.annotations_on(set.block.range).filter(|(_, one)| is_inked(one));
    egui::util::hash(inked.map(|(range, one)| (range, one.place, one.colour, one.made)).collect::<Vec<_>>())
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

    /// A block as it was painted in the frame before, while what is marked on it is the same.
    pub(super) fn take(&mut self, view: &View<'_>, set: &SetBlock) -> Option<KeptBlock> {
        let is_it = |kept: &KeptBlock| kept.range == set.block.range && Arc::ptr_eq(&kept.galley, &set.galley);
        let at = self.before.iter().position(is_it)?;
        Some(self.before.swap_remove(at)).filter(|kept| kept.marks == marks(view, set))
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
