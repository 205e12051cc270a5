//! Setting words that run from right to left, or some of which do. egui turns a whole paragraph round before it breaks it into
//! rows, and tells no letters apart in what it turned: rows are ended here, each at a space, and egui is handed word by word
//! as they stand from the left, so that it is known where each word is.

use std::{borrow::Cow, ops::Range, sync::Arc};

use egui::{
    Galley, Painter,
    text::{LayoutJob, LayoutSection, TextFormat},
};
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    placed_words::{PlacedWord, PlacedWords},
    setting::runs_left,
};
use crate::app::type_faces;

/// Stands for what does not fit.
const ELLIPSIS: &str = "…";

/// A word, a sign or a space of a row, and what egui is handed for it.
struct Piece {
    /// Its bytes in the words that are laid out.
    bytes: Range<usize>,
    runs_left: bool,
    set_as: String,
}

/// How words that run each way are set: those from the right, and with them all of a text that begins with such words, in a
/// face that has their letters.
struct Formats {
    from_left: TextFormat,
    from_right: TextFormat,
}

impl Formats {
    fn of(words: &str, base: Option<Level>, format: TextFormat) -> Self {
        let from_right = TextFormat { font_id: type_faces::right_to_left(format.font_id.size), ..format.clone() };
        let begins_right = base.is_none() && unicode_bidi::get_base_direction(words) == unicode_bidi::Direction::Rtl;
        Self { from_left: if begins_right { from_right.clone() } else { format }, from_right }
    }

    fn of_words(&self, runs_left: bool) -> &TextFormat {
        if runs_left { &self.from_right } else { &self.from_left }
    }
}

/// Lays words out on so many rows at most; the rows stand at the right where the first words run so.
pub fn lay_out(
    painter: &Painter,
    words: &str,
    format: TextFormat,
    width: f32,
    most_rows: usize,
) -> (Arc<Galley>, PlacedWords) {
    lay_out_from(None, painter, words, format, width, most_rows)
}

/// Lays words out that begin at the left whatever they are: a name in a list, what the program says of one.
pub fn lay_out_from_left(
    painter: &Painter,
    words: &str,
    format: TextFormat,
    width: f32,
    most_rows: usize,
) -> Arc<Galley> {
    lay_out_from(Some(Level::ltr()), painter, words, format, width, most_rows).0
}

fn lay_out_from(
    base: Option<Level>,
    painter: &Painter,
    words: &str,
    format: TextFormat,
    width: f32,
    most_rows: usize,
) -> (Arc<Galley>, PlacedWords) {
    let formats = Formats::of(words, base, format);
    let wide = |text: &str, runs_left: bool| {
        let TextFormat { font_id, color, .. } = formats.of_words(runs_left);
        painter.layout_no_wrap(text.to_owned(), font_id.clone(), *color).size().x
    };
    let wide_word = |word: &str| wide(word, runs_left(word));
    let mut rows = rows_at_spaces(words, width, wide_word);
    let elided = rows.len() > most_rows;
    rows.truncate(most_rows);
    let mut words = Cow::Borrowed(words);
    if elided && let Some(last) = rows.last_mut() {
        let filled: f32 = words[last.clone()].split_inclusive(' ').map(wide_word).sum();
        if filled + wide_word(ELLIPSIS) > width {
            last.end = words[last.clone()].rfind(' ').map_or(last.end, |space| last.start + space);
        }
        words = Cow::Owned(format!("{}{ELLIPSIS}", &words[..last.end]));
        last.end = words.len();
    }
    let order = ParagraphBidiInfo::new(&words, base);
    let rows: Vec<Vec<Piece>> = rows.into_iter().map(|row| pieces_from_left(&order, row)).collect();
    let mut job = LayoutJob::default();
    // Each piece is a section, for egui shapes these one by one; `append` would make one of them all.
    let mut add = |piece: &str, format: &TextFormat| {
        let start = job.text.len();
        job.text.push_str(piece);
        let byte_range = start.into()..job.text.len().into();
        job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
    };
    for (number, row) in rows.iter().enumerate() {
        // A break takes the place of a space, so that characters keep their count.
        if number > 0 {
            add("\n", formats.of_words(true));
        }
        if row.is_empty() {
            add("", formats.of_words(true));
        }
        row.iter().for_each(|piece| add(&piece.set_as, formats.of_words(piece.runs_left)));
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
    let placed = placed(&words, &rows, &galley, wide);
    (Arc::new(galley), placed)
}

/// Where the words of each row stand: one behind the other from the left, as wide as each is by itself.
fn placed(words: &str, rows: &[Vec<Piece>], galley: &Galley, wide: impl Fn(&str, bool) -> f32) -> PlacedWords {
    let mut placed = Vec::new();
    for (number, (row, set)) in rows.iter().zip(&galley.rows).enumerate() {
        let widths: Vec<f32> = row.iter().map(|piece| wide(&piece.set_as, piece.runs_left)).collect();
        let all: f32 = widths.iter().sum();
        // Widths are rounded; together they are that of the row.
        let scale = if all > 0.0 { set.size.x / all } else { 1.0 };
        let mut left = set.pos.x;
        for (piece, width) in row.iter().zip(widths) {
            let right = left + width * scale;
            let Piece { bytes, runs_left, .. } = piece;
            placed.push((
                bytes.clone(),
                PlacedWord { characters: 0..0, row: number, left, right, runs_left: *runs_left },
            ));
            left = right;
        }
    }
    placed.sort_by_key(|(bytes, _)| bytes.start);
    let (mut byte, mut characters) = (0, 0);
    let words = placed.into_iter().map(|(bytes, word)| {
        let start = characters + words[byte..bytes.start].chars().count();
        characters = start + words[bytes.clone()].chars().count();
        byte = bytes.end;
        PlacedWord { characters: start..characters, ..word }
    });
    PlacedWords::new(words.collect())
}

/// The bytes of each row, without the space or the break that ends it.
fn rows_at_spaces(words: &str, width: f32, wide: impl Fn(&str) -> f32) -> Vec<Range<usize>> {
    let space = wide(" ");
    let (mut rows, mut filled, mut at) = (Vec::<Range<usize>>::new(), 0.0, 0);
    for word in words.split([' ', '\n']) {
        let (word_wide, end) = (wide(word), at + word.len());
        let goes_on = !words[..at].ends_with('\n');
        match rows.last_mut() {
            Some(row) if goes_on && filled + space + word_wide <= width => {
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

/// The words, signs and spaces of a row as they stand from the left, each of which runs one way and is laid out by itself.
/// egui turns what it is handed round by the first letter alone: what it would set the wrong way is handed to it turned
/// round.
fn pieces_from_left(order: &ParagraphBidiInfo<'_>, row: Range<usize>) -> Vec<Piece> {
    if row.is_empty() {
        return Vec::new();
    }
    let (levels, runs) = order.visual_runs(row);
    let mut pieces = Vec::new();
    for run in runs {
        let first = pieces.len();
        let runs_left = levels[run.start].is_rtl();
        pieces.extend(order.text[run.clone()].split_word_bound_indices().map(|(at, text)| {
            let bytes = run.start + at..run.start + at + text.len();
            Piece { bytes, runs_left, set_as: as_laid_out(text, runs_left) }
        }));
        if runs_left {
            pieces[first..].reverse();
        }
    }
    pieces
}

fn as_laid_out(text: &str, runs_left: bool) -> String {
    match (runs_left, is_turned_by_egui(text)) {
        (true, true) | (false, false) => text.to_owned(),
        (true, false) => text.graphemes(true).rev().flat_map(str::chars).map(mirrored).collect(),
        (false, true) => text.graphemes(true).rev().collect(),
    }
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
    use egui::{
        Color32, Context,
        epaint::text::{Glyph, PlacedRow},
    };

    use super::*;
    use crate::app::type_faces::TypeFaces;

    fn laid_out(words: &str, width: f32, most_rows: usize) -> (Arc<Galley>, PlacedWords) {
        laid_out_from(None, words, width, most_rows)
    }

    fn laid_out_from(base: Option<Level>, words: &str, width: f32, most_rows: usize) -> (Arc<Galley>, PlacedWords) {
        let context = Context::default();
        TypeFaces::of_our_own().install(&context);
        let mut laid_out = None;
        context
            .run_ui(egui::RawInput::default(), |ui| {
                let format = TextFormat::simple(type_faces::serif(18.0), Color32::BLACK);
                laid_out = Some(lay_out_from(base, ui.painter(), words, format, width, most_rows));
            })
            .textures_delta
            .clear();
        laid_out.unwrap()
    }

    /// The letters of each row as they stand from the left, and how far its end is from the right.
    fn rows(words: &str, width: f32, most_rows: usize) -> Vec<(String, f32)> {
        let row = |row: &PlacedRow| (letters(row), width - row.pos.x - row.size.x);
        laid_out(words, width, most_rows).0.rows.iter().map(row).collect()
    }

    fn letters(row: &PlacedRow) -> String {
        // egui adds to a run that it turned round glyphs of no width, which are not seen.
        let mut seen: Vec<_> = row.glyphs.iter().filter(|glyph| glyph.advance_width > 0.0).collect();
        seen.sort_by(|left, right| left.pos.x.total_cmp(&right.pos.x));
        seen.iter().map(|glyph| glyph.chr).collect()
    }

    /// The letters that are seen where each word is said to be, in the order of the text.
    fn seen_by_word(words: &str, width: f32) -> Vec<String> {
        let (galley, placed) = laid_out(words, width, usize::MAX);
        let (letters, mut at, mut found) = (words.chars().count(), 0, Vec::new());
        while at < letters {
            let [span] = placed.spans(at..at + 1)[..] else {
                at += 1;
                continue;
            };
            let row = &galley.rows[span.row];
            let middle = |glyph: &Glyph| row.pos.x + glyph.pos.x + glyph.advance_width / 2.0;
            let inside = |glyph: &&Glyph| glyph.advance_width > 0.0 && (span.left..span.right).contains(&middle(glyph));
            let mut seen: Vec<_> = row.glyphs.iter().filter(inside).map(|glyph| glyph.chr).collect();
            seen.sort_unstable();
            at += seen.len().max(1);
            found.push(seen.into_iter().collect());
        }
        found
    }

    #[test]
    fn each_word_is_where_its_letters_are() {
        let words = "והוא אמר ABC לא נפליג (בשנת 2025) היום ולא מחר";
        let sorted = |word: &str| {
            let mut letters: Vec<char> = word.chars().collect();
            letters.sort_unstable();
            letters.into_iter().collect::<String>()
        };
        for width in [2000.0, 160.0] {
            let seen = seen_by_word(words, width);
            let seen: Vec<&String> = seen.iter().filter(|word| word.chars().all(char::is_alphanumeric)).collect();
            let expected = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
            assert_eq!(seen, expected.map(sorted).collect::<Vec<_>>().iter().collect::<Vec<_>>(), "{width}");
        }
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
        check("בשנת (2025)", &format!("(2025) {}", turned("בשנת")));
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

    #[test]
    fn a_break_ends_a_row() {
        let rows = rows("שלום\nעמוד 12", 2000.0, usize::MAX);
        let words: Vec<String> = rows.into_iter().map(|(row, _)| row).collect();
        assert_eq!(words, [turned("שלום"), format!("12 {}", turned("עמוד"))]);
    }

    #[test]
    fn what_the_program_says_of_a_name_begins_at_the_left() {
        let (galley, _) = laid_out_from(Some(Level::ltr()), "“שלום.txt” is empty (2 of 3)", f32::INFINITY, 1);
        let [row] = &galley.rows[..] else { panic!("{} rows", galley.rows.len()) };
        assert_eq!(letters(row), format!("“{}.txt” is empty (2 of 3)", turned("שלום")));
        assert_eq!(row.pos.x, 0.0);
    }
}
