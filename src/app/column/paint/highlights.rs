//! The highlights of annotations: the reader's own in bands with an edge, those of other layers paler with a line above.

use egui::{Color32, CornerRadius, Rangef, Rect, Stroke, pos2};

use super::{Page, RowSpan};
use crate::{
    app::{
        layers::OtherLayer,
        theme::{Theme, measures},
    },
    article::TextRange,
    notes::{Annotation, Place},
};

/// How much of its colour a highlight of another layer has.
const OTHERS: f32 = 0.45;

/// A row of an annotation of the reader's own, cut where others begin or end.
pub(super) struct Highlight<'a> {
    pub(super) annotation: &'a Annotation,
    /// Each piece with its share of the band and into how many that is parted.
    pub(super) pieces: Vec<(RowSpan, usize, usize)>,
}

/// An annotation of a layer that is not the reader's own.
pub(super) struct Other<'a> {
    pub(super) layer: &'a OtherLayer,
    pub(super) range: TextRange,
    pub(super) annotation: &'a Annotation,
}

impl Page<'_> {
    /// Where the highlights of annotations lie that share a character with this block.
    pub(super) fn highlights<'b>(&self, annotations: &[(TextRange, &'b Annotation)]) -> Vec<Highlight<'b>> {
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
    pub(super) fn bands(&self, highlights: &[Highlight<'_>]) {
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

    pub(super) fn edges(&self, highlights: &[Highlight<'_>]) {
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
    pub(super) fn other_bands(&self, others: &[Other<'_>]) {
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
    pub(super) fn other_lines(&self, others: &[Other<'_>]) {
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

/// A colour as other people's notes have it.
pub(in crate::app::column) fn paler(colour: Color32, theme: &Theme) -> Color32 {
    theme.paper.lerp_to_gamma(colour, OTHERS)
}
