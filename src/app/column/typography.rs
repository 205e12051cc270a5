use std::sync::Arc;

use egui::{
    Align, Color32, FontId, Galley, Painter,
    text::{LayoutJob, TextFormat},
};

use super::setting::runs_left;
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

    /// Lays a block out to a width. The colour is left to whoever paints it, so that a theme changes nothing here.
    pub fn lay_out(&self, painter: &Painter, article: &Article, block: &Block, width: f32) -> Arc<Galley> {
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
            return lay_out_from_right(painter, &words, format, width);
        }
        let mut job = LayoutJob::single_section(words, format);
        job.wrap.max_width = width;
        job.justify = self.justified && block.kind == BlockKind::Paragraph;
        job.break_on_newline = false;
        painter.layout_job(job)
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

/// Lays out words that run from right to left, or some of which do. egui would end a row in the middle of what it has
/// turned round, so that a paragraph began in its last row: rows are ended here instead, each at a space, and stand at the
/// right where the first words run so.
fn lay_out_from_right(painter: &Painter, words: &str, format: TextFormat, width: f32) -> Arc<Galley> {
    let format = TextFormat { font_id: type_faces::right_to_left(format.font_id.size), ..format };
    let wide = |text: &str| painter.layout_no_wrap(text.to_owned(), format.font_id.clone(), format.color).size().x;
    let space = wide("a a") - wide("aa");
    let (mut rows, mut filled) = (String::with_capacity(words.len()), 0.0);
    for (number, word) in words.split(' ').enumerate() {
        let word_wide = wide(word);
        let is_full = filled + space + word_wide > width;
        match number {
            0 => filled = word_wide,
            // A break takes the place of a space, so that characters keep their count.
            _ if is_full => {
                rows.push('\n');
                filled = word_wide;
            }
            _ => {
                rows.push(' ');
                filled += space + word_wide;
            }
        }
        rows.push_str(word);
    }
    let begins_right = words.chars().find(|letter| letter.is_alphabetic()).is_some_and(|first| {
        let mut letters = [0; 4];
        runs_left(first.encode_utf8(&mut letters))
    });
    let mut job = LayoutJob::single_section(rows, format);
    job.wrap.max_width = f32::INFINITY;
    let galley = painter.layout_job(job);
    if !begins_right {
        return galley;
    }
    let mut galley = Galley::clone(&galley);
    for row in &mut galley.rows {
        row.pos.x += (width - row.size.x).max(0.0);
    }
    galley.rect.max.x = galley.rect.max.x.max(width);
    galley.mesh_bounds.max.x = galley.mesh_bounds.max.x.max(width);
    Arc::new(galley)
}

#[cfg(test)]
mod tests {
    use egui::Context;

    use super::*;
    use crate::app::type_faces::TypeFaces;

    /// The words of each row, from the top, and how far its end is from the right.
    fn rows(words: &str, width: f32) -> Vec<(String, f32)> {
        let context = Context::default();
        TypeFaces::of_our_own().install(&context);
        let mut found = Vec::new();
        context
            .run_ui(egui::RawInput::default(), |ui| {
                let format = TextFormat::simple(type_faces::serif(18.0), Color32::BLACK);
                let galley = lay_out_from_right(ui.painter(), words, format, width);
                let ends = galley.rows.iter().map(|row| width - row.pos.x - row.size.x);
                found = galley.text().split('\n').map(str::to_owned).zip(ends).collect();
            })
            .textures_delta
            .clear();
        found
    }

    #[test]
    fn words_that_run_from_right_to_left_fill_rows_in_their_order_at_the_right() {
        let hebrew = "והוא אמר לא נפליג היום ולא מחר ואולי לא נפליג כלל";
        let rows = rows(hebrew, 160.0);
        assert!(rows.len() > 1, "{rows:?}");
        let words = rows.iter().map(|(row, _)| row.as_str()).collect::<Vec<_>>().join(" ");
        assert_eq!(words, hebrew);
        assert!(rows.iter().all(|(_, end)| end.abs() < 1.0), "{rows:?}");
    }

    #[test]
    fn a_paragraph_that_only_holds_such_words_stays_at_the_left() {
        let rows = rows("The word שלום means peace, and it is also said to greet somebody", 200.0);
        assert!(rows.len() > 1 && rows.iter().any(|(_, end)| *end > 1.0), "{rows:?}");
    }
}
