use std::{borrow::Cow, ops::Range, sync::Arc};

use egui::{
    Align, Color32, FontId, Galley, Painter,
    text::{LayoutJob, LayoutSection, TextFormat},
};
use unicode_bidi::ParagraphBidiInfo;
use unicode_segmentation::UnicodeSegmentation;

use super::setting::runs_left;
use crate::{
    app::{
        theme::measures,
        type_faces::{self, Face, OwnFamily},
    },
    article::{Article, Block, BlockKind},
};

/// Stands for what does not fit.
const ELLIPSIS: &str = "…";

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
            return lay_out_from_right(painter, &words, format, width, usize::MAX);
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

/// Lays out words that run from right to left, or some of which do, on so many rows at most. egui would end a row in the
/// middle of what it has turned round, so that a paragraph began in its last row: rows are ended here instead, each at a
/// space, and stand at the right where the first words run so.
pub fn lay_out_from_right(
    painter: &Painter,
    words: &str,
    format: TextFormat,
    width: f32,
    most_rows: usize,
) -> Arc<Galley> {
    let format = TextFormat { font_id: type_faces::right_to_left(format.font_id.size), ..format };
    let wide = |text: &str| painter.layout_no_wrap(text.to_owned(), format.font_id.clone(), format.color).size().x;
    let mut rows = rows_at_spaces(words, width, wide);
    let elided = rows.len() > most_rows;
    rows.truncate(most_rows);
    let mut words = Cow::Borrowed(words);
    if elided && let Some(last) = rows.last_mut() {
        if wide(&words[last.clone()]) + wide(ELLIPSIS) > width {
            last.end = words[last.clone()].rfind(' ').map_or(last.end, |space| last.start + space);
        }
        words = Cow::Owned(format!("{}{ELLIPSIS}", &words[..last.end]));
        last.end = words.len();
    }
    let order = ParagraphBidiInfo::new(&words, None);
    let mut job = LayoutJob::default();
    // Each run is a section, for egui shapes these one by one; `append` would make one of them all.
    let mut add = |run: &str| {
        let start = job.text.len();
        job.text.push_str(run);
        let byte_range = start.into()..job.text.len().into();
        job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
    };
    for (number, row) in rows.into_iter().enumerate() {
        // A break takes the place of a space, so that characters keep their count.
        if number > 0 {
            add("\n");
        }
        runs_from_left(&order, row).iter().for_each(|run| add(run));
    }
    job.wrap.max_width = f32::INFINITY;
    let mut galley = Galley::clone(&painter.layout_job(job));
    galley.elided = elided;
    if order.paragraph_level.is_rtl() {
        for row in &mut galley.rows {
            row.pos.x += (width - row.size.x).max(0.0);
        }
        galley.rect.max.x = galley.rect.max.x.max(width);
        galley.mesh_bounds.max.x = galley.mesh_bounds.max.x.max(width);
    }
    Arc::new(galley)
}

/// The bytes of each row, without the space that ends it.
fn rows_at_spaces(words: &str, width: f32, wide: impl Fn(&str) -> f32) -> Vec<Range<usize>> {
    let space = wide("a a") - wide("aa");
    let (mut rows, mut filled, mut at) = (Vec::<Range<usize>>::new(), 0.0, 0);
    for word in words.split(' ') {
        let (word_wide, end) = (wide(word), at + word.len());
        match rows.last_mut() {
            Some(row) if filled + space + word_wide <= width => {
                row.end = end;
                filled += space + word_wide;
            }
            _ => {
                rows.push(at..end);
                filled = word_wide;
            }
        }
        at = end + 1;
    }
    rows
}

/// The runs of a row as they stand from the left, each of which runs one way and is laid out by itself. egui turns a run
/// round by its first letter alone: one that it would set the wrong way is handed to it turned round.
fn runs_from_left(order: &ParagraphBidiInfo<'_>, row: Range<usize>) -> Vec<String> {
    if row.is_empty() {
        return vec![String::new()];
    }
    let (levels, runs) = order.visual_runs(row);
    let as_laid_out = |run: Range<usize>| {
        let (text, runs_left) = (&order.text[run.clone()], levels[run.start].is_rtl());
        match (runs_left, is_turned_by_egui(text)) {
            (true, true) | (false, false) => text.to_owned(),
            (true, false) => text.graphemes(true).rev().flat_map(str::chars).map(mirrored).collect(),
            (false, true) => text.graphemes(true).rev().collect(),
        }
    };
    runs.into_iter().map(as_laid_out).collect()
}

/// Whether egui sets a run from right to left: it goes by the script of the first letter, and the digits of Arabic and
/// Persian belong to that script though they run from left to right.
fn is_turned_by_egui(run: &str) -> bool {
    let is_arabic = |letter: char| ('\u{660}'..='\u{6ff}').contains(&letter);
    run.chars()
        .find(|&letter| letter.is_alphabetic() || is_arabic(letter))
        .is_some_and(|first| is_arabic(first) || runs_left(first.encode_utf8(&mut [0; 4])))
}

/// A bracket as it looks among words that run from right to left.
fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, epaint::text::PlacedRow};

    use super::*;
    use crate::app::type_faces::TypeFaces;

    /// The letters of each row as they stand from the left, and how far its end is from the right.
    fn rows(words: &str, width: f32, most_rows: usize) -> Vec<(String, f32)> {
        let context = Context::default();
        TypeFaces::of_our_own().install(&context);
        let mut found = Vec::new();
        context
            .run_ui(egui::RawInput::default(), |ui| {
                let format = TextFormat::simple(type_faces::serif(18.0), Color32::BLACK);
                let galley = lay_out_from_right(ui.painter(), words, format, width, most_rows);
                let row = |row: &PlacedRow| {
                    // egui adds to a run that it turned round glyphs of no width, which are not seen.
                    let mut seen: Vec<_> = row.glyphs.iter().filter(|glyph| glyph.advance_width > 0.0).collect();
                    seen.sort_by(|left, right| left.pos.x.total_cmp(&right.pos.x));
                    (seen.iter().map(|glyph| glyph.chr).collect(), width - row.pos.x - row.size.x)
                };
                found = galley.rows.iter().map(row).collect();
            })
            .textures_delta
            .clear();
        found
    }

    /// Words on one row, as they stand from the left.
    fn seen(words: &str) -> String {
        rows(words, 2000.0, 1).swap_remove(0).0
    }

    fn turned(words: &str) -> String {
        words.chars().rev().collect()
    }

    #[test]
    fn words_that_run_from_right_to_left_fill_rows_in_their_order_at_the_right() {
        let hebrew = "והוא אמר לא נפליג היום ולא מחר ואולי לא נפליג כלל";
        let rows = rows(hebrew, 160.0, usize::MAX);
        assert!(rows.len() > 1, "{rows:?}");
        let words = rows.iter().map(|(row, _)| turned(row)).collect::<Vec<_>>().join(" ");
        assert_eq!(words, hebrew);
        assert!(rows.iter().all(|(_, end)| end.abs() < 1.0), "{rows:?}");
    }

    #[test]
    fn a_paragraph_that_only_holds_such_words_stays_at_the_left() {
        let rows = rows("The word שלום means peace, and it is also said to greet somebody", 200.0, usize::MAX);
        assert!(rows.len() > 1 && rows.iter().any(|(_, end)| *end > 1.0), "{rows:?}");
    }

    #[test]
    fn numbers_and_latin_words_are_not_turned_round() {
        let check = |words: &str, expected: &str| assert_eq!(seen(words), expected, "{words}");
        check("בשנת 2025 נפליג", &format!("{} 2025 {}", turned("נפליג"), turned("בשנת")));
        check("היום ABC (2025)", &format!("ABC (2025) {}", turned("היום")));
        // The bracket beside the word is one that egui mirrors, but does not say so.
        check("בשנת (2025)", &format!("(2025( {}", turned("בשנת")));
        check("12.5% היום", &format!("{} 12.5%", turned("היום")));
        check("شركة ABC Corp تنمو", &format!("{} ABC Corp {}", turned("تنمو"), turned("شركة")));
        check("سنة ٢٠٢٥", &format!("٢٠٢٥ {}", turned("سنة")));
        check("سنة ۲۰۲۵", &format!("۲۰۲۵ {}", turned("سنة")));
        check("The word שלום means peace", &format!("The word {} means peace", turned("שלום")));
        check("No word is turned in 2025", "No word is turned in 2025");
        check("", "");
    }

    #[test]
    fn what_does_not_fit_on_the_last_row_is_left_out_at_its_end() {
        let hebrew = "והוא אמר לא נפליג היום ולא מחר ואולי לא נפליג כלל";
        let rows = rows(hebrew, 160.0, 2);
        assert_eq!(rows.len(), 2, "{rows:?}");
        let words = rows.iter().map(|(row, _)| turned(row)).collect::<Vec<_>>().join(" ");
        assert!(words.ends_with('…') && hebrew.starts_with(words.trim_end_matches('…')), "{words}");
        assert!(rows.iter().all(|(_, end)| end.abs() < 1.0), "{rows:?}");
    }
}
