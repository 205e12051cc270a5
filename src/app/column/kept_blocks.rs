//! What was painted round the words of the blocks in view, and of those that were in view last: tints and bands, rules,
//! lines and letters. While nothing of it changes it only moves with the words.

use std::sync::Arc;

use egui::{Painter, Rect};

use super::{Typography, View, paint::is_inked, setting::SetBlock};
use crate::{
    app::{
        kept_lately::KeptLately,
        painting::{Painting, atlas_age},
    },
    article::{Article, TextRange},
    speech::{SpeakerId, Speech},
};

/// Of a block with more rows than this most do not show, and what is on them is left out.
const MOST_ROWS: usize = 64;

/// So many bytes of text make a generation, some six views.
const MOST_BYTES: usize = 16 << 10;

/// What decides how all blocks look.
struct Look {
    article: Arc<Article>,
    typography: Typography,
    width: f32,
    letters: u64,
    layers: u64,
    speech: Arc<Speech>,
    /// Where the theme is kept.
    theme: usize,
    listened: Option<SpeakerId>,
    /// How much room there is for letters beside the words.
    margin: f32,
}

impl Look {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.article, &other.article)
            && Arc::ptr_eq(&self.speech, &other.speech)
            && (&self.typography, self.width, self.letters) == (&other.typography, other.width, other.letters)
            && (self.layers, self.theme, self.listened, self.margin)
                == (other.layers, other.theme, other.listened, other.margin)
    }
}

/// What was painted round the words of a block.
pub(super) struct Surroundings {
    /// The notes when they were looked at last, and how the reader's annotations on the block looked.
    revision: u64,
    marks: u64,
    pub(super) ground: Painting,
    pub(super) lines: Painting,
}

impl Surroundings {
    pub(super) fn of(view: &View<'_>, set: &SetBlock, ground: Painting, lines: Painting) -> Self {
        Self { revision: view.reading.revision(), marks: marks(view, set), ground, lines }
    }

    /// Whether what is marked on the block is the same.
    fn are_same(&mut self, view: &View<'_>, set: &SetBlock) -> bool {
        if self.revision != view.reading.revision() && self.marks == marks(view, set) {
            self.revision = view.reading.revision();
        }
        self.revision == view.reading.revision()
    }
}

/// How the reader's annotations on a block look, in one number.
fn marks(view: &View<'_>, set: &SetBlock) -> u64 {
    let inked = view.reading.annotations_on(set.block.range).filter(|(_, one)| is_inked(one));
    egui::util::hash(inked.map(|(range, one)| (range, one.place, one.colour, one.made)).collect::<Vec<_>>())
}

/// What was painted round blocks, by their places in the article or those of their pieces.
#[derive(Default)]
pub(super) struct KeptBlocks {
    look: Option<Look>,
    blocks: KeptLately<TextRange, Surroundings>,
}

impl KeptBlocks {
    /// Begins a frame: forgets the blocks when they look otherwise than in the one before, and those that were not in view
    /// for long.
    pub(super) fn begin(&mut self, painter: &Painter, view: &View<'_>, column: Rect) {
        let look = Look {
            article: view.reading.article().clone(),
            typography: view.typography.clone(),
            width: column.width(),
            letters: atlas_age(painter.ctx()),
            layers: view.layers.revision(),
            speech: view.reading.speech().clone(),
            theme: std::ptr::from_ref(view.theme).addr(),
            listened: view.listened,
            margin: column.left() - painter.clip_rect().left(),
        };
        if !self.look.as_ref().is_some_and(|before| before.is_same(&look)) {
            self.blocks.clear();
        } else if self.blocks.used().map(|range| range.len()).sum::<usize>() > MOST_BYTES {
            self.blocks.turn();
        }
        self.look = Some(look);
    }

    /// What was painted round a block, while what is marked on it is the same.
    pub(super) fn surroundings(&mut self, view: &View<'_>, set: &SetBlock) -> Option<&mut Surroundings> {
        let surroundings = self.blocks.get(&set.block.range)?;
        surroundings.are_same(view, set).then_some(surroundings)
    }

    /// Keeps what was painted round a block.
    pub(super) fn keep(&mut self, set: &SetBlock, surroundings: Surroundings) {
        self.blocks.keep(set.block.range, surroundings);
    }
}

impl SetBlock {
    /// Whether what is painted round all of it may be kept.
    pub(super) fn may_be_kept(&self) -> bool {
        self.galley.rows.len() <= MOST_ROWS
    }
}
