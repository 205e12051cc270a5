use std::sync::Arc;

use egui::{
    Align, Color32, FontId, Galley, Painter,
    text::{LayoutJob, TextFormat},
};

use super::{from_right, placed_words::PlacedWords, setting::runs_left};
use crate::{
    app::{
        theme::measures,
        type_faces::{self, Face, OwnFamily},
    },
    article::{Article, Block, BlockKind},
};

/// How the article is set: size, face, and whether the window is narrow.
#[derive(Clone, Debug, PartialEq)]
pub struct Typography {
    /// The body size in points; 18 unless the reader chose another.
    pub size: f32,
    pub face: Face,
    /// The family that the reader named, where that is the face and the window has it.
    pub own: Option<OwnFamily>,
    pub narrow: bool,
    /// Whether the article is in Chinese, whose face then leads.
    pub chinese: bool,
    /// Letters in a line, and the height of a line as a multiple of the body size.
    pub line_length: f32,
    pub line_height: f32,
    /// Whether lines end at one edge.
    pub justified: bool,
}

impl Typography {
    /// How much larger than in the design everything in the column is.
    pub fn scale(&self) -> f32 {
        self.size / measures::BODY_SIZE
    }

    /// How wide the column is where there is room, in points.
    pub fn measure(&self) -> f32 {
        measures::measure(self.size, self.line_length)
    }

    /// The size and line height of a kind of block, in points.
    pub fn size_and_line(&self, kind: BlockKind) -> (f32, f32) {
        let (size, line) = self.usual_size_and_line(kind);
        let taller = if kind == BlockKind::Paragraph { self.line_height / measures::LINE_HEIGHT } else { 1.0 };
        (size, (line * taller).round())
    }

    /// The same for the usual height of lines, which marks in the text go by.
    pub fn usual_size_and_line(&self, kind: BlockKind) -> (f32, f32) {
        let (size, line) = match kind {
            BlockKind::Title if self.narrow => measures::NARROW_TITLE,
            BlockKind::Title => measures::TITLE,
            BlockKind::Heading(_) => measures::HEADING,
            BlockKind::Byline | BlockKind::Navigation | BlockKind::Leftover | BlockKind::PageBreak => measures::BYLINE,
            BlockKind::Paragraph if self.face != Face::Sans => measures::BODY,
            BlockKind::Paragraph => measures::SANS_BODY_ROW,
        };
        (size * self.scale(), (line * self.scale()).round())
    }

    /// Lays a block out to a width; with where its words stand, if some of them run from right to left. The colour is left
    /// to whoever paints it, so that a theme changes nothing here.
    pub fn lay_out(
        &self,
        painter: &Painter,
        article: &Article,
        block: &Block,
        width: f32,
    ) -> (Arc<Galley>, Option<PlacedWords>) {
        let (size, line_height) = self.size_and_line(block.kind);
        let format = TextFormat {
            font_id: self.font(block.kind, size),
            line_height: Some(line_height),
            color: Color32::PLACEHOLDER,
            valign: Align::Center,
            ..Default::default()
        };
        let words = article.running_words(block.range);
        if runs_left(&words) {
            let (galley, placed) = from_right::lay_out(painter, &words, format, width, usize::MAX);
            return (galley, Some(placed));
        }
        let mut job = LayoutJob::single_section(words, format);
        job.wrap.max_width = width;
        job.justify = self.justified && block.kind == BlockKind::Paragraph;
        job.break_on_newline = false;
        (painter.layout_job(job), None)
    }

    fn font(&self, kind: BlockKind, size: f32) -> FontId {
        let own = |semibold| self.own.as_ref().and_then(|own| own.font(size, semibold, self.chinese));
        match kind {
            BlockKind::Title | BlockKind::Heading(_) => {
                own(true).unwrap_or_else(|| self.face.heading(size, self.chinese))
            }
            BlockKind::Paragraph => own(false).unwrap_or_else(|| self.face.body(size, self.chinese)),
            _ => type_faces::sans(size),
        }
    }
}
