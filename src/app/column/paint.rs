//! Painting a block: tints, highlights, selection, underlines, rules and letters, edges, handles, caret, and the text last.

mod highlights;
mod margin;

use egui::{Color32, CornerRadius, Painter, Pos2, Rangef, Stroke, StrokeKind, pos2};

use super::{
    View,
    handles::Preview,
    kept_blocks::{KeptBlocks, Surroundings},
    setting::{RowSpan, SetBlock},
};
use crate::{
    app::{
        painting::{Painting, next_shape},
        speaker_mark::DIMMED,
        theme::measures,
    },
    article::{BlockKind, TextRange},
    notes::{Annotation, Extent},
    speech::{Quotation, QuotationKind, Reason, SURE, SpeakerId},
};
pub(super) use highlights::paler;
use highlights::{Highlight, Other};

/// The height of a row for which the sizes of tints and bands are given.
const BODY_ROW: f32 = 30.0;

pub(super) fn block(
    painter: &Painter,
    view: &View<'_>,
    set: &SetBlock,
    told: Option<usize>,
    lit: Option<TextRange>,
    preview: Option<Preview<'_>>,
    kept: &mut KeptBlocks,
) {
    let page = Page { painter, view, set, scale: view.typography.usual_size_and_line(set.block.kind).1 / BODY_ROW };
    if let Some(range) = lit {
        for row in page.rows(range) {
            painter.rect_filled(row.band(page.tall(27.0), 4.0), 3.0, view.theme.hover);
        }
    }
    // A passage whose end is being dragged changes with each frame.
    let may_be_kept = preview.is_none() && set.may_be_kept();
    if may_be_kept && let Some(kept) = kept.surroundings(view, set) {
        kept.ground.paint(painter, set.origin);
        page.spoken();
        page.selection();
        kept.lines.paint(painter, set.origin);
    } else {
        // What lies on rows that do not show is left out.
        let marked = Marked::on(view, if may_be_kept { set.block.range } else { set.showing }, preview);
        let highlights = page.highlights(&marked.annotations);
        let begin = next_shape(painter);
        page.ground(&marked, &highlights);
        let ground = if may_be_kept { Painting::take(painter, begin, set.origin) } else { None };
        page.spoken();
        page.selection();
        let begin = next_shape(painter);
        page.lines(&marked, &highlights);
        let lines = if may_be_kept { Painting::take(painter, begin, set.origin) } else { None };
        if let Some((ground, lines)) = ground.zip(lines) {
            kept.keep(set, Surroundings::of(view, set, ground, lines));
        }
    }
    if let Some(number) = told {
        let (speech, article) = (view.reading.speech(), view.reading.article());
        let quotation = &speech.quotations[number];
        // What the reader decided does not rest on what was found.
        if !matches!(speech.why(article, quotation), Reason::Corrected | Reason::Follows) {
            page.reason(quotation);
        }
    }
    page.hits();
    page.asked();
    page.chosen(preview);
    page.caret();
    painter.galley(set.origin, set.galley.clone(), page.text_colour());
}

/// What is marked on a stretch of a block.
struct Marked<'a> {
    quotations: Vec<&'a Quotation>,
    annotations: Vec<(TextRange, &'a Annotation)>,
    others: Vec<Other<'a>>,
}

impl<'a> Marked<'a> {
    /// A passage whose end is being dragged is shown as it would be.
    fn on(view: &View<'a>, stretch: TextRange, preview: Option<Preview<'_>>) -> Self {
        let quotations = view.reading.quotations_on(stretch);
        let is_shown = |one: &Annotation| {
            view.layers.is_own_shown() && is_inked(one) && preview.is_none_or(|preview| *preview.id != one.id)
        };
        let changed = preview.filter(|preview| preview.range.overlap(stretch).is_some());
        let changed = changed.and_then(|preview| Some((preview.range, view.reading.annotation(preview.id)?)));
        let others = view.layers.shown().flat_map(|layer| {
            let inked = layer.annotations_on(stretch).filter(|(_, one)| is_inked(one));
            inked.map(move |(range, annotation)| Other { layer, range, annotation })
        });
        Self {
            quotations: quotations.map(|(_, number)| &view.reading.speech().quotations[number]).collect(),
            annotations: view.reading.annotations_on(stretch).filter(|(_, one)| is_shown(one)).chain(changed).collect(),
            others: others.collect(),
        }
    }
}

struct Page<'a> {
    painter: &'a Painter,
    view: &'a View<'a>,
    set: &'a SetBlock,
    scale: f32,
}

impl Page<'_> {
    fn rows(&self, range: TextRange) -> Vec<RowSpan> {
        self.set.rows_of(self.view.reading.article(), range)
    }

    fn tall(&self, points: f32) -> f32 {
        points * self.scale
    }

    /// What lies under the words and what is selected of them.
    fn ground(&self, marked: &Marked<'_>, highlights: &[Highlight<'_>]) {
        for quotation in &marked.quotations {
            self.tint(quotation);
        }
        self.other_bands(&marked.others);
        self.bands(highlights);
    }

    /// What lies over that.
    fn lines(&self, marked: &Marked<'_>, highlights: &[Highlight<'_>]) {
        for quotation in &marked.quotations {
            self.underlines(quotation);
        }
        self.margin(&marked.quotations);
        self.edges(highlights);
        self.other_lines(&marked.others);
    }

    fn text_colour(&self) -> Color32 {
        match self.set.block.kind {
            BlockKind::Title | BlockKind::Heading(_) | BlockKind::Paragraph => self.view.theme.text,
            _ => self.view.theme.muted,
        }
    }

    fn is_dimmed(&self, speaker: Option<SpeakerId>) -> bool {
        self.view.listened.is_some() && self.view.listened != speaker
    }

    fn ink(&self, speaker: Option<SpeakerId>) -> Color32 {
        let ink = self.view.marks.mark(speaker).ink(self.view.theme);
        if self.is_dimmed(speaker) { ink.gamma_multiply(DIMMED) } else { ink }
    }

    fn tint(&self, quotation: &Quotation) {
        if self.is_dimmed(quotation.speaker) {
            return;
        }
        let tint = self.view.marks.mark(quotation.speaker).tint(self.view.theme);
        let tint =
            if quotation.speaker.is_some() && quotation.confidence < SURE { self.view.theme.pale(tint) } else { tint };
        for &range in quotation.quoted() {
            for row in self.rows(range) {
                self.painter.rect_filled(
                    row.band(self.tall(measures::TINT_HEIGHT), measures::TINT_BEYOND),
                    measures::TINT_RADIUS,
                    tint,
                );
            }
        }
    }

    /// Underlines what is reported: all of it but the words in quotation marks.
    fn underlines(&self, quotation: &Quotation) {
        if quotation.kind == QuotationKind::Direct || self.is_dimmed(quotation.speaker) {
            return;
        }
        for range in reported_parts(quotation) {
            for row in self.rows(range) {
                let y = row.middle + self.tall(measures::UNDERLINE_AT);
                let across = Rangef::new(row.left, row.right);
                let mark = self.view.marks.mark(quotation.speaker);
                mark.paint_underline(self.painter, across, y, self.ink(quotation.speaker));
            }
        }
    }

    /// The sentence that is being read aloud stands on the accent, with a bar before it.
    fn spoken(&self) {
        let Some(range) = self.view.spoken else {
            return;
        };
        let accent = self.view.theme.accent;
        for row in self.rows(range) {
            self.painter.rect_filled(
                row.band(self.tall(measures::SPOKEN_HEIGHT), 3.0),
                3.0,
                accent.gamma_multiply(0.2),
            );
        }
        if self.set.block.range.start() <= range.start()
            && let Some(row) = self.rows(range).first()
        {
            let bar = row.band(self.tall(measures::SPOKEN_HEIGHT), 3.0);
            self.painter.vline(bar.left(), bar.y_range(), Stroke::new(measures::SPOKEN_BAR, accent));
        }
    }

    fn selection(&self) {
        let Some(selection) = self.view.selection.filter(|selection| !selection.is_empty()) else {
            return;
        };
        for row in self.rows(selection.range()) {
            self.painter.rect_filled(
                row.band(self.tall(measures::TINT_HEIGHT), 0.0),
                CornerRadius::ZERO,
                self.view.theme.select,
            );
        }
    }

    /// What tells whose words these are: the cue dotted under, the words that name the speaker outlined.
    fn reason(&self, quotation: &Quotation) {
        for row in quotation.cue.map(|cue| self.rows(cue)).unwrap_or_default() {
            let y = row.middle + self.tall(measures::UNDERLINE_AT);
            let line = [pos2(row.left, y), pos2(row.right, y)];
            self.painter.extend(egui::Shape::dotted_line(&line, self.view.theme.muted, 3.5, 1.0));
        }
        for row in quotation.source.map(|source| self.rows(source)).unwrap_or_default() {
            let stroke = Stroke::new(1.2, self.ink(quotation.speaker));
            self.painter.rect_stroke(row.band(self.tall(23.0), 2.0), 3.0, stroke, StrokeKind::Middle);
        }
    }

    /// Outlines what was found; the hit that the reader is at is filled as well.
    fn hits(&self) {
        let block = self.set.block.range;
        let from = self.view.hits.partition_point(|hit| hit.end() <= block.start());
        for &hit in self.view.hits[from..].iter().take_while(|hit| hit.start() < block.end()) {
            let is_current = self.view.current_hit == Some(hit);
            let width = if is_current { measures::CURRENT_HIT_OUTLINE } else { measures::HIT_OUTLINE };
            for row in self.rows(hit) {
                let frame = row.band(self.tall(measures::TINT_HEIGHT), 1.5);
                if is_current {
                    self.painter.rect_filled(frame, measures::TINT_RADIUS, self.view.theme.accent.gamma_multiply(0.22));
                }
                let stroke = Stroke::new(width, self.view.theme.accent);
                self.painter.rect_stroke(frame, measures::TINT_RADIUS, stroke, StrokeKind::Middle);
            }
        }
    }

    /// The passage of which is asked who says it is outlined.
    fn asked(&self) {
        let stroke = self.view.theme.focus_ring();
        for row in self.view.asked.map(|range| self.rows(range)).unwrap_or_default() {
            let frame = row.band(self.tall(measures::TINT_HEIGHT), measures::TINT_BEYOND);
            self.painter.rect_stroke(frame, measures::TINT_RADIUS, stroke, StrokeKind::Outside);
        }
    }

    fn chosen(&self, preview: Option<Preview<'_>>) {
        // That of a paragraph has its bar outlined.
        let Some((range, Extent::Words)) = self.view.chosen.as_ref().and_then(|chosen| chosen.passage) else {
            return;
        };
        let range = preview.map_or(range, |preview| preview.range);
        let stroke = Stroke::new(2.0, self.view.theme.accent);
        for row in self.rows(range) {
            self.painter.rect_stroke(row.band(self.tall(measures::TINT_HEIGHT), 1.0), 0.0, stroke, StrokeKind::Middle);
        }
    }

    fn caret(&self) {
        let Some(selection) = self.view.selection else {
            return;
        };
        let article = self.view.reading.article();
        let in_block = article.block_at(selection.caret) == Some(self.set.number);
        if self.view.caret_shown
            && in_block
            && let Some([top, bottom]) = self.set.caret_at(article, selection.caret)
        {
            let line = [Pos2::new(top.x, top.y + 2.0), Pos2::new(bottom.x, bottom.y - 2.0)];
            self.painter.line_segment(line, Stroke::new(measures::CARET, self.view.theme.accent));
        }
    }
}

/// A quotation without the passages in quotation marks.
fn reported_parts(quotation: &Quotation) -> Vec<TextRange> {
    let mut parts = Vec::new();
    let mut from = quotation.range.start();
    for quoted in quotation.quoted() {
        if from < quoted.start() {
            parts.push(TextRange::between(from, quoted.start()));
        }
        from = from.max(quoted.end());
    }
    if from < quotation.range.end() {
        parts.push(TextRange::between(from, quotation.range.end()));
    }
    parts
}

/// Whether an annotation is drawn on its words, not beside them.
pub(super) fn is_inked(annotation: &Annotation) -> bool {
    annotation.extent == Extent::Words
}
