//! The margin: rules beside the rows of a quotation, and the letter of who speaks.

use egui::{Color32, Rangef, pos2};

use super::Page;
use crate::{
    app::{speaker_mark::Weight, theme::measures, type_faces},
    speech::{Quotation, QuotationKind, SpeakerId},
};

/// Lanes of rules beside the text before a “+” stands for the rest.
const LANES: usize = 3;

impl Page<'_> {
    /// Rules and letters: one lane a speaker in each row, the letter where a speaker's unbroken run begins.
    pub(super) fn margin(&self, quotations: &[&Quotation]) {
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
