//! What a reader wrote, with its Markdown laid out: headings, lists, quotations, code, and links that can be clicked.
//!
//! In: the text of a note. Out: the note on the screen, and what was clicked in it. Never: a picture, or a link that may
//! not be opened.

mod parts;

use std::{ops::Range, sync::Arc};

use egui::{
    Color32, CornerRadius, CursorIcon, FontId, Galley, OpenUrl, Pos2, Rect, Response, Role, Sense, Stroke, Ui,
    WidgetInfo,
    cache::{ComputerMut, FrameCache},
    pos2,
    text::{CCursor, LayoutJob, TextFormat},
    vec2,
};

use self::parts::{Kind, Part, Run};
use super::{
    column::{lay_out_from_right, runs_left},
    row::paint_focus,
    theme::{Theme, measures},
    type_faces,
};

/// The space between two parts of a note.
const GAP: f32 = 5.0;
/// How far what is in a list or a quotation stands to the right of what is round it.
const INDENT: f32 = 16.0;
const QUOTED: f32 = 10.0;
/// Deeper ones stand no further to the right.
const DEEPEST: usize = 6;
/// The space round the words of a piece of code.
const CODE: f32 = 6.0;

#[derive(Default)]
struct Reader;

impl ComputerMut<&str, Arc<[Part]>> for Reader {
    fn compute(&mut self, note: &str) -> Arc<[Part]> {
        parts::of(note).into()
    }
}

/// A note's parts, read again only when it changes.
fn parts_of(ui: &Ui, note: &str) -> Arc<[Part]> {
    ui.memory_mut(|memory| memory.caches.cache::<FrameCache<Arc<[Part]>, Reader>>().get(note).clone())
}

/// The words of a note without its marks: for a line or a tooltip.
pub fn plain(ui: &Ui, note: &str) -> String {
    parts::plain(&parts_of(ui, note))
}

/// A part laid out: its words, and where they are.
struct Set<'a> {
    part: &'a Part,
    galley: Arc<Galley>,
    at: Pos2,
}

/// Shows a note as wide as there is room. A click on a link opens it; the answer is of a click on anything else.
pub fn show(ui: &mut Ui, note: &str, theme: &Theme) -> Response {
    let parts = parts_of(ui, note);
    let width = ui.available_width();
    let mut set: Vec<Set<'_>> = Vec::with_capacity(parts.len());
    let mut y = 0.0;
    for part in parts.iter() {
        let pad = if part.kind == Kind::Code { CODE } else { 0.0 };
        let x = indent(part) + pad;
        let galley = lay_out(ui, part, (width - x - pad).max(40.0), theme);
        set.push(Set { part, at: pos2(x, y + pad), galley });
        y += set.last().map_or(0.0, |set| set.galley.size().y) + 2.0 * pad + GAP;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(width, (y - GAP).max(0.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, parts::plain(&parts)));
    for set in &mut set {
        set.at += rect.min.to_vec2();
        paint(ui, set, rect, theme);
    }
    for (number, set) in set.iter().enumerate() {
        show_links(ui, set, number, &response, theme);
    }
    if response.has_focus() {
        paint_focus(ui.painter(), rect.expand(2.0), theme);
    }
    response
}

/// How far from the left the words of a part begin.
fn indent(part: &Part) -> f32 {
    INDENT * part.depth.min(DEEPEST) as f32 + QUOTED * part.quoted.min(DEEPEST) as f32
}

/// Words that run from right to left, or some of which do, stand in their order where they are all of one kind.
fn lay_out(ui: &Ui, part: &Part, width: f32, theme: &Theme) -> Arc<Galley> {
    match &part.runs[..] {
        [run] if part.kind != Kind::Code && run.link.is_none() && runs_left(&run.text) => {
            lay_out_from_right(ui.painter(), &run.text, format(part, run, theme), width, usize::MAX).0
        }
        _ => ui.painter().layout_job(job(part, width, theme)),
    }
}

fn job(part: &Part, width: f32, theme: &Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for run in &part.runs {
        job.append(&run.text, 0.0, format(part, run, theme));
    }
    if part.runs.is_empty() {
        // An empty item of a list is as high as a line.
        job.append(" ", 0.0, TextFormat::simple(type_faces::sans(measures::WINDOW_TEXT.0), theme.text));
    }
    job
}

fn format(part: &Part, run: &Run, theme: &Theme) -> TextFormat {
    let size = measures::WINDOW_TEXT.0;
    let bold = run.strong || matches!(part.kind, Kind::Heading(_));
    let font = match part.kind {
        _ if run.code || part.kind == Kind::Code => FontId::monospace(size - 1.0),
        Kind::Heading(level) => type_faces::sans_semibold(if level == 1 { size + 2.0 } else { size + 0.5 }),
        _ if run.strong => type_faces::sans_semibold(size),
        _ if run.emphasis => type_faces::sans_italic(size),
        _ => type_faces::sans(size),
    };
    let colour = match (&run.link, part.quoted) {
        (Some(_), _) => theme.accent,
        (None, 0) => theme.text,
        (None, _) => theme.muted,
    };
    let line = |drawn| if drawn { Stroke::new(1.0, colour) } else { Stroke::NONE };
    TextFormat {
        // There is no face that is both.
        italics: run.emphasis && bold,
        background: if run.code { theme.press } else { Color32::TRANSPARENT },
        underline: line(run.link.is_some()),
        strikethrough: line(run.struck),
        ..TextFormat::simple(font, colour)
    }
}

fn paint(ui: &Ui, set: &Set<'_>, whole: Rect, theme: &Theme) {
    let (painter, part) = (ui.painter(), set.part);
    let words = Rect::from_min_size(set.at, set.galley.size());
    for level in 0..part.quoted.min(DEEPEST) {
        let x = whole.left() + INDENT * part.depth.min(DEEPEST) as f32 + QUOTED * level as f32 + 2.0;
        painter.vline(x, words.y_range(), Stroke::new(2.0, theme.line));
    }
    match part.kind {
        Kind::Rule => {
            painter.hline(words.left()..=whole.right(), words.center().y, theme.divider());
            return;
        }
        Kind::Code => {
            let ground = Rect::from_x_y_ranges(words.left() - CODE..=whole.right(), words.y_range().expand(CODE));
            painter.rect_filled(ground, CornerRadius::same(4), theme.press);
        }
        Kind::Paragraph | Kind::Heading(_) => {}
    }
    if let Some(marker) = &part.marker {
        let font = type_faces::sans(measures::WINDOW_TEXT.0);
        let at = pos2(words.left() - 4.0, words.top());
        painter.text(at, egui::Align2::RIGHT_TOP, marker, font, theme.muted);
    }
    painter.galley(set.at, set.galley.clone(), theme.text);
}

/// Makes the words of links into links; the first row of each takes the keyboard.
fn show_links(ui: &Ui, set: &Set<'_>, number: usize, note: &Response, theme: &Theme) {
    let mut from = 0;
    for run in &set.part.runs {
        let characters = from..from + run.text.chars().count();
        from = characters.end;
        let Some(address) = &run.link else { continue };
        for (row, rect) in rows(&set.galley, set.at, &characters).into_iter().enumerate() {
            let id = note.id.with(("link", number, characters.start, row));
            let sense = if row == 0 { Sense::click() } else { Sense::CLICK };
            let link = ui.interact(rect, id, sense).on_hover_cursor(CursorIcon::PointingHand);
            if row == 0 {
                link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &run.text));
            }
            if link.has_focus() {
                paint_focus(ui.painter(), rect.expand(2.0), theme);
            }
            if link.clicked() {
                ui.ctx().open_url(OpenUrl::new_tab(address));
            }
            link.on_hover_text(address.as_str());
        }
    }
}

/// Where some characters stand, a rectangle for each row.
fn rows(galley: &Galley, at: Pos2, characters: &Range<usize>) -> Vec<Rect> {
    let (mut rows, mut first) = (Vec::new(), 0);
    for row in &galley.rows {
        let next = first + row.char_count_including_newline().0;
        let (from, to) = (characters.start.max(first), characters.end.min(next));
        if from < to {
            let x = |character: usize, prefer_next_row| {
                galley.pos_from_cursor(CCursor { index: character.into(), prefer_next_row }).left()
            };
            let (left, right) = (x(from, true), x(to, false));
            let rect = Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y()));
            rows.push(rect.translate(at.to_vec2()));
        }
        first = next;
    }
    rows
}
