//! The margin: rules beside the rows of a quotation, and the letter of who speaks.

use std::sync::Arc;

use egui::{Color32, Galley, Rangef, pos2};

use super::{Page, RowSpan};
use crate::{
    app::{kept_words, speaker_mark::Weight, theme::measures, type_faces},
    speech::{Quotation, QuotationKind, SpeakerId},
};

/// The space between two letters, and between them and a rule; and the same where they are small.
const APART: f32 = 4.0;
const APART_SMALL: f32 = 2.0;

/// Lanes of rules beside the text before a “+” stands for the rest.
const LANES: usize = 3;

impl Page<'_> {
    /// Rules and letters: one lane a speaker in each row, the letter where a speaker's unbroken run begins.
    pub(super) fn margin(&self, quotations: &[&Quotation]) {
        let left = self.set.origin.x;
        let mut runs: Vec<Run> = Vec::new();
        let mut lanes: Vec<Vec<Option<SpeakerId>>> = vec![Vec::new(); self.set.galley.rows.len()];
        let mut letters: Vec<(RowSpan, &str, Color32)> = Vec::new();
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
                        letters.push((row, "+", self.view.theme.muted));
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
                    letters.push((row, self.view.marks.letter(speaker), self.ink(speaker)));
                }
            }
        }
        for run in runs {
            let x = left + measures::RULE_AT - measures::LANE * run.lane as f32;
            let along = Rangef::new(run.top - self.tall(12.0), run.bottom + self.tall(12.0));
            self.view.marks.mark(run.speaker).paint_rule(self.painter, x, along, run.weight, self.ink(run.speaker));
        }
        letters.sort_by_key(|(row, ..)| row.row);
        for letters in letters.chunk_by(|(one, ..), (other, ..)| one.row == other.row) {
            let (row, ..) = letters[0];
            let rules = lanes[row.row].len().min(LANES) as f32;
            let beside = left + measures::RULE_AT - measures::LANE * (rules - 1.0) - measures::LANE / 2.0;
            self.letters(letters, left, beside, row.middle);
        }
    }

    /// The letters of a row, left of all its rules. Where they would leave the margin they are small and stand two and two,
    /// and a “+” stands for those that still do.
    fn letters(&self, letters: &[(RowSpan, &str, Color32)], left: f32, beside: f32, y: f32) {
        let lay_out = |size: f32| -> Vec<Arc<Galley>> {
            let font = type_faces::sans_semibold(size);
            letters
                .iter()
                .map(|(_, letter, ink)| kept_words::in_a_row(self.painter, letter, font.clone(), *ink))
                .collect()
        };
        let widths = |galleys: &[Arc<Galley>]| galleys.iter().map(|galley| galley.size().x).collect::<Vec<_>>();
        let put = |galley: Arc<Galley>, x: f32, y: f32| {
            let corner = pos2(x, y) - galley.size() / 2.0;
            self.painter.galley(corner, galley, Color32::PLACEHOLDER);
        };
        let end = self.painter.clip_rect().left() + 1.0;
        let large = lay_out(measures::MARGIN_LETTER);
        if let Some(places) = side_by_side(&widths(&large), left + measures::LETTER_AT, beside, end) {
            large.into_iter().zip(places).for_each(|(galley, x)| put(galley, x, y));
            return;
        }
        let small = lay_out(measures::MARGIN_SMALL);
        let (places, rest) = two_and_two(&widths(&small), beside, end);
        let apart = self.tall(measures::MARGIN_SMALL * 0.6).max(measures::MARGIN_SMALL * 0.53);
        small.into_iter().zip(places).for_each(|(galley, (x, side))| put(galley, x, y + side * apart));
        if let Some(right) = rest {
            let font = type_faces::sans_semibold(measures::MARGIN_SMALL);
            let more = kept_words::in_a_row(self.painter, "+", font, self.view.theme.muted);
            let half = more.size().x / 2.0;
            put(more, (right - half).max(end + half), y);
        }
    }
}

/// The middles of letters this wide, in the order in which their speakers begin, the last nearest to the text; `None` where
/// they do not fit between the rules and the end of the margin.
fn side_by_side(widths: &[f32], usual: f32, beside: f32, end: f32) -> Option<Vec<f32>> {
    let mut middles: Vec<f32> = Vec::new();
    let mut right = beside - APART;
    for width in widths.iter().rev() {
        let middle = (right - width / 2.0).min(usual);
        right = middle - width / 2.0 - APART;
        middles.push(middle);
    }
    middles.reverse();
    (right + APART >= end).then_some(middles)
}

/// The middles of letters that stand one over the other in columns of two, in the order of the letters, with the side of the
/// row's middle that each is on: −1 above, 1 below, 0 alone. Also where those begin that find no room, if there are any.
fn two_and_two(widths: &[f32], beside: f32, end: f32) -> (Vec<(f32, f32)>, Option<f32>) {
    let columns: Vec<(f32, &[f32])> =
        widths.chunks(2).map(|two| (two.iter().copied().fold(0.0, f32::max), two)).collect();
    let left_of = |count: usize| beside - columns[..count].iter().map(|(width, _)| width + APART_SMALL).sum::<f32>();
    let count = (0..=columns.len()).rev().find(|&count| count == 0 || left_of(count) >= end).unwrap_or_default();
    let mut places = Vec::new();
    let mut left = left_of(count);
    for (width, two) in &columns[..count] {
        let sides: &[f32] = if two.len() > 1 { &[-1.0, 1.0] } else { &[0.0] };
        places.extend(sides.iter().map(|side| (left + width / 2.0, *side)));
        left += width + APART_SMALL;
    }
    (places, (count < columns.len()).then(|| left_of(count) - APART_SMALL))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_speakers_on_one_row_stand_clear_of_their_rules_and_of_each_other() {
        for rules in 1..=LANES {
            let beside = measures::RULE_AT - measures::LANE * (rules as f32 - 0.5);
            for widths in [&[8.0][..], &[12.0, 8.0], &[8.0, 12.0, 8.0], &[17.0, 17.0, 17.0, 7.0]] {
                let middles = side_by_side(widths, measures::LETTER_AT, beside, -200.0).unwrap();
                let mut limit = beside;
                for (middle, width) in middles.iter().zip(widths).rev() {
                    assert!(middle + width / 2.0 <= limit - APART, "{rules} {widths:?} {middles:?}");
                    limit = middle - width / 2.0;
                }
            }
        }
        let two = side_by_side(&[8.0, 9.0], measures::LETTER_AT, -31.5, -200.0).unwrap();
        assert!(two[0] < two[1], "who speaks first stands first: {two:?}");
        assert_eq!(side_by_side(&[8.0], measures::LETTER_AT, -22.5, -200.0), Some(vec![measures::LETTER_AT]));
    }

    #[test]
    fn letters_that_would_leave_the_margin_stand_two_and_two() {
        let end = 1.0 - measures::GUTTER;
        assert_eq!(side_by_side(&[17.0, 17.0], measures::LETTER_AT, -31.5, end), None);
        assert_eq!(two_and_two(&[13.0, 9.0], -31.5, end), (vec![(-40.0, -1.0), (-40.0, 1.0)], None));
        let three = two_and_two(&[9.0, 7.0, 9.0], -31.5, end).0;
        assert!(three[0].0 == three[1].0 && three[1].0 < three[2].0, "the third comes after: {three:?}");
        let (places, rest) = two_and_two(&[13.0, 7.0, 13.0], -40.5, end);
        assert_eq!((places.len(), rest), (2, Some(-57.5)));
    }
}
