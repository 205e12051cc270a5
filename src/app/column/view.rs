use super::{Focus, Typography};
use crate::{
    app::{
        layers::{Layers, NoteKey},
        selection::Selection,
        speaker_mark::SpeakerMarks,
        theme::Theme,
    },
    article::TextRange,
    notes::{AnnotationId, Extent},
    reading::Reading,
    speech::SpeakerId,
};

/// What the column shows, all of it read only.
pub struct View<'a> {
    pub reading: &'a Reading,
    pub theme: &'a Theme,
    pub marks: &'a SpeakerMarks,
    pub typography: Typography,
    pub focus: Focus,
    pub selection: Option<Selection>,
    pub chosen: Option<Chosen>,
    /// The notes on the article as a whole, and the number of the block that it begins with.
    pub on_article: &'a [NoteKey],
    pub front: Option<usize>,
    /// Other people's notes.
    pub layers: &'a Layers,
    /// The speaker whom the reader listens to: everyone else is dimmed.
    pub listened: Option<SpeakerId>,
    /// What is being read aloud.
    pub spoken: Option<TextRange>,
    /// Whether the caret is shown: the reader moved it by key.
    pub caret_shown: bool,
    /// The quotation at the caret, by its number: told of while the pointer is on none.
    pub at_caret: Option<usize>,
    /// The passage of which is asked who says it.
    pub asked: Option<TextRange>,
    /// What was found, in the order of the text, and the hit that the reader is at.
    pub hits: &'a [TextRange],
    pub current_hit: Option<TextRange>,
    /// Where the notes are that were asked for, in the order of the text.
    pub ticks: &'a [TextRange],
}

/// The chosen note, and its passage if that is one.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub key: NoteKey,
    pub passage: Option<(TextRange, Extent)>,
    /// Whether its ends may be moved.
    pub may_change: bool,
}

impl Chosen {
    /// The note and its passage, if the ends of that can be moved: it is the reader's own, and on words.
    pub(super) fn movable(&self) -> Option<(&AnnotationId, TextRange)> {
        match self.passage {
            Some((range, Extent::Words)) if self.may_change && self.key.layer.is_none() => Some((&self.key.id, range)),
            _ => None,
        }
    }
}
