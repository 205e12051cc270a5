//! Painting a block: tints, highlights, selection, underlines, rules and letters, edges, handles, caret, and the text last.

use egui::{Color32, CornerRadius, Painter, Pos2, Rangef, Rect, Stroke, StrokeKind, pos2};

use super::{
    View,
    handles::Preview,
    setting::{RowSpan, SetBlock},
};
use crate::{
    app::{
        layers::OtherLayer,
        speaker_mark::{DIMMED, Weight},
        theme::{Theme, measures},
        type_faces,
    },
    article::{BlockKind, TextRange},
    notes::{Annotation, Extent, Place},
    speech::{Quotation, QuotationKind, SURE, SpeakerId},
};

/// How much of its tint a quotation keeps whose speaker is not certain.
const UNSURE: f32 = 0.5;
/// How much of its colour a highlight of another layer has.
const OTHERS: f32 = 0.45;
/// The height of a row for which the sizes of tints and bands are given.
const BODY_ROW: f32 = 30.0;
/// Lanes of rules beside the text before a “+” stands for the rest.
const LANES: usize = 3;

pub(super) fn block(
    painter: &Painter,
    view: &View<'_>,
    set: &SetBlock,
    hovered: Option<usize>,
    lit: Option<TextRange>,
    preview: Option<Preview<'_>>,
) {
    // A block may be a megabyte long: what lies on rows that do not show is left out.
    let pane = painter.clip_rect();
    let showing = set.showing(view.reading.article(), pane.top(), pane.bottom());
    let quotations: Vec<&Quotation> =
        view.reading.quotations_on(showing).map(|(_, number)| &view.reading.speech().quotations[number]).collect();
    // A passage whose end is being dragged is shown as it would be.
    let is_shown = |one: &Annotation| {
        view.layers.is_own_shown() && is_inked(one) && preview.is_none_or(|preview| *preview.id != one.id)
    };
    let changed = preview.filter(|preview| preview.range.overlap(showing).is_some());
    let changed = changed.and_then(|preview| Some((preview.range, view.reading.annotation(preview.id)?)));
    let annotations: Vec<(TextRange, &Annotation)> =
        view.reading.annotations_on(showing).filter(|(_, one)| is_shown(one)).chain(changed).collect();
    let others: Vec<Other<'_>> = view
        .layers
        .shown()
        .flat_map(|layer| {
            let inked = layer.annotations_on(showing).filter(|(_, one)| is_inked(one));
            inked.map(move |(range, annotation)| Other { layer, range, annotation })
        })
        .collect();
    let page = Page { painter, view, set, scale: view.typography.usual_size_and_line(set.block.kind).1 / BODY_ROW };
    let highlights = page.highlights(&annotations);

    if let Some(range) = lit {
        for row in page.rows(range) {
            painter.rect_filled(row.band(page.tall(27.0), 4.0), 3.0, view.theme.hover);
        }
    }
    for quotation in &quotations {
        page.tint(quotation);
    }
    page.other_bands(&others);
    page.bands(&highlights);
    page.spoken();
    page.selection();
    for quotation in &quotations {
        page.underlines(quotation);
    }
    page.margin(&quotations);
    page.edges(&highlights);
    page.other_lines(&others);
    if let Some(number) = hovered {
        page.reason(&view.reading.speech().quotations[number]);
    }
    page.hits();
    page.chosen(preview);
    page.caret();
    painter.galley(set.origin, set.galley.clone(), page.text_colour());
}

/// A row of an annotation of the reader's own, cut where others begin or end.
struct Highlight<'a> {
    annotation: &'a Annotation,
    /// Each piece with its share of the band and into how many that is parted.
    pieces: Vec<(RowSpan, usize, usize)>,
}

/// An annotation of a layer that is not the reader's own.
struct Other<'a> {
    layer: &'a OtherLayer,
    range: TextRange,
    annotation: &'a Annotation,
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
        let tint = if quotation.speaker.is_some() && quotation.confidence < SURE {
            blend(tint, self.view.theme.paper, UNSURE)
        } else {
            tint
        };
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

    /// Where the highlights of annotations lie that share a character with this block.
    fn highlights<'b>(&self, annotations: &[(TextRange, &'b Annotation)]) -> Vec<Highlight<'b>> {
        let mut by_row: Vec<Vec<(usize, RowSpan)>> = vec![Vec::new(); self.set.galley.rows.len()];
        for (number, (range, _)) in annotations.iter().enumerate() {
            for span in self.rows(*range) {
                by_row[span.row].push((number, span));
            }
        }
        let age = |number: usize| (annotations[number].1.made, number);
        let mut highlights = Vec::new();
        for row in by_row {
            for (number, span) in &row {
                let pieces = shares(&row, *number, *span, age);
                highlights.push((*number, Highlight { annotation: annotations[*number].1, pieces }));
            }
        }
        // One after the other as they stand in the text, for edges lie over one another.
        highlights.sort_by_key(|(number, _)| *number);
        highlights.into_iter().map(|(_, highlight)| highlight).collect()
    }

    /// Highlights share the band of a row in equal stripes, the oldest on top.
    fn bands(&self, highlights: &[Highlight<'_>]) {
        for Highlight { annotation, pieces } in highlights {
            let fill = self.view.theme.highlight(annotation.colour).fill;
            for (piece, share, count) in pieces {
                let band = piece.band(self.tall(measures::BAND_HEIGHT), 0.0);
                let stripe = band.height() / *count as f32;
                let top = band.top() + stripe * *share as f32;
                let part = Rect::from_min_max(pos2(band.left(), top), pos2(band.right(), top + stripe));
                self.painter.rect_filled(part, CornerRadius::ZERO, fill);
            }
        }
    }

    fn edges(&self, highlights: &[Highlight<'_>]) {
        for Highlight { annotation, pieces } in highlights {
            let edge = self.view.theme.highlight(annotation.colour).edge;
            for (piece, share, _) in pieces {
                let y = piece.middle + self.tall(measures::EDGE_AT) + measures::EDGE_STEP * (*share).min(1) as f32;
                let stroke = Stroke::new(measures::EDGE, edge);
                if matches!(annotation.place, Place::Changed(_)) {
                    let line = [pos2(piece.left, y), pos2(piece.right, y)];
                    self.painter.extend(egui::Shape::dashed_line(&line, stroke, 5.0, 3.0));
                } else {
                    self.painter.hline(Rangef::new(piece.left, piece.right), y, stroke);
                }
            }
        }
    }

    /// Other people's highlights lie under the reader's own, and are paler.
    fn other_bands(&self, others: &[Other<'_>]) {
        for other in others {
            let fill = self.view.theme.highlight(other.annotation.colour).fill;
            for row in self.rows(other.range) {
                let band = row.band(self.tall(measures::BAND_HEIGHT), 0.0);
                self.painter.rect_filled(band, CornerRadius::ZERO, paler(fill, self.view.theme));
            }
        }
    }

    /// A line over other people's highlights, in the colour and pattern of their layer; it stands higher where a layer
    /// before has one too.
    fn other_lines(&self, others: &[Other<'_>]) {
        for other in others {
            let mut before = self.view.layers.shown().take_while(|layer| !std::ptr::eq(*layer, other.layer));
            let is_second = before.any(|layer| layer.annotations_on(other.range).next().is_some());
            let step = if is_second { measures::EDGE_STEP } else { 0.0 };
            for row in self.rows(other.range) {
                let y = row.middle - self.tall(measures::EDGE_AT) - step;
                other.layer.mark.paint_line(self.painter, Rangef::new(row.left, row.right), y, self.view.theme);
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

    /// Rules and letters: one lane a speaker in each row, the letter where a speaker's unbroken run begins.
    fn margin(&self, quotations: &[&Quotation]) {
        let left = self.set.origin.x;
        let mut runs: Vec<Run> = Vec::new();
        let mut lanes: Vec<Vec<Option<SpeakerId>>> = vec![Vec::new(); self.set.galley.rows.len()];
        // how far to the left the letters of each row reach
        let mut reach = vec![f32::INFINITY; lanes.len()];
        let mut before: Option<Option<SpeakerId>> = None;
        for quotation in quotations {
            let speaker = quotation.speaker;
            let begins = before != Some(speaker);
            before = Some(speaker);
            let weight = if quotation.kind == QuotationKind::Indirect { Weight::Indirect } else { Weight::Direct };
            for (at, row) in self.rows(quotation.range).into_iter().enumerate() {
                let in_row = &mut lanes[row.row];
                if in_row.contains(&speaker) {
                    continue;
                }
                let lane = in_row.len();
                in_row.push(speaker);
                if lane >= LANES {
                    if lane == LANES {
                        self.letter(left, LANES, row.middle, "+", self.view.theme.muted, &mut reach[row.row]);
                    }
                    continue;
                }
                let follows = |run: &&mut Run| {
                    run.speaker == speaker && run.weight == weight && run.lane == lane && run.last + 1 == row.row
                };
                if let Some(run) = runs.iter_mut().rev().find(follows) {
                    run.last = row.row;
                    run.bottom = row.middle;
                } else {
                    let last = row.row;
                    runs.push(Run { speaker, weight, lane, last, top: row.middle, bottom: row.middle });
                }
                if begins && at == 0 {
                    let letter = self.view.marks.letter(speaker);
                    self.letter(left, lane, row.middle, letter, self.ink(speaker), &mut reach[row.row]);
                }
            }
        }
        for run in runs {
            let x = left + measures::RULE_AT - measures::LANE * run.lane as f32;
            let along = Rangef::new(run.top - self.tall(12.0), run.bottom + self.tall(12.0));
            self.view.marks.mark(run.speaker).paint_rule(self.painter, x, along, run.weight, self.ink(run.speaker));
        }
    }

    /// A letter in its lane, or farther to the left where a wide one stands already.
    fn letter(&self, left: f32, lane: usize, y: f32, letter: &str, ink: Color32, reach: &mut f32) {
        let font = type_faces::sans_semibold(measures::MARGIN_LETTER);
        let galley = self.painter.layout_no_wrap(letter.to_owned(), font, ink);
        let half = galley.size() / 2.0;
        let x = (left + measures::LETTER_AT - measures::LANE * lane as f32).min(*reach - half.x - 1.0);
        *reach = x - half.x;
        self.painter.galley(pos2(x, y) - half, galley, ink);
    }

    /// What tells whose words the pointer is on: the cue dotted under, the words that name the speaker outlined.
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

/// A rule beside unbroken rows: `top` and `bottom` are the middles of the first row and the last.
struct Run {
    speaker: Option<SpeakerId>,
    weight: Weight,
    lane: usize,
    last: usize,
    top: f32,
    bottom: f32,
}

/// Cuts a row of one annotation where others on the row begin or end: each piece with its share of the band and into
/// how many that is parted.
fn shares<A: Ord>(
    row: &[(usize, RowSpan)],
    number: usize,
    span: RowSpan,
    age: impl Fn(usize) -> A,
) -> Vec<(RowSpan, usize, usize)> {
    let beside =
        |other: &&(usize, RowSpan)| other.0 != number && other.1.left < span.right && span.left < other.1.right;
    let others: Vec<&(usize, RowSpan)> = row.iter().filter(beside).collect();
    if others.is_empty() {
        return vec![(span, 0, 1)];
    }
    let mut cuts: Vec<f32> = others.iter().flat_map(|(_, other)| [other.left, other.right]).collect();
    cuts.retain(|x| span.left < *x && *x < span.right);
    cuts.extend([span.left, span.right]);
    cuts.sort_by(f32::total_cmp);
    let pairs = cuts.windows(2).filter(|pair| pair[0] < pair[1]);
    let share = |pair: &[f32]| {
        let middle = (pair[0] + pair[1]) / 2.0;
        let here = others.iter().filter(|(_, other)| other.left <= middle && middle <= other.right);
        let (older, count) =
            here.fold((0, 1), |(older, count), (other, _)| (older + usize::from(age(*other) < age(number)), count + 1));
        (RowSpan { left: pair[0], right: pair[1], ..span }, older, count)
    };
    pairs.map(share).collect()
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
fn is_inked(annotation: &Annotation) -> bool {
    annotation.extent == Extent::Words
}

/// A colour as other people's notes have it.
pub(super) fn paler(colour: Color32, theme: &Theme) -> Color32 {
    blend(colour, theme.paper, OTHERS)
}

fn blend(colour: Color32, ground: Color32, share: f32) -> Color32 {
    ground.lerp_to_gamma(colour, share)
}
