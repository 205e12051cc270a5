//! Words that come into view again and again, in chips and beside the text, laid out once. egui forgets what one frame has
//! not shown, and to lay out one letter costs a third of what a row does.

use std::sync::Arc;

use egui::{
    Color32, FontId, Galley, Id, Painter,
    mutex::Mutex,
    text::{LayoutJob, TextFormat},
};

use super::{
    column::{lay_out_from_left, runs_left},
    kept_lately::KeptLately,
    painting::atlas_age,
};

/// How many words make a generation.
const MOST: usize = 128;

#[derive(Default)]
struct KeptWords {
    words: KeptLately<u64, Arc<Galley>>,
    letters: u64,
}

/// Words in one row, however long.
pub fn in_a_row(painter: &Painter, words: &str, font: FontId, colour: Color32) -> Arc<Galley> {
    type Shared = Arc<Mutex<KeptWords>>;
    let kept = painter.ctx().data_mut(|data| data.get_temp_mut_or_default::<Shared>(Id::unique("kept words")).clone());
    let mut kept = kept.lock();
    let letters = atlas_age(painter.ctx());
    if kept.letters != letters {
        *kept = KeptWords { letters, ..KeptWords::default() };
    }
    let name = egui::util::hash((words, &font, colour));
    if let Some(galley) = kept.words.get(&name) {
        return galley.clone();
    }
    let galley = match runs_left(words) {
        true => lay_out_from_left(painter, words, TextFormat::simple(font, colour), f32::INFINITY, 1),
        false => painter.layout_job(LayoutJob::simple_singleline(words.to_owned(), font, colour)),
    };
    if kept.words.used().len() > MOST {
        kept.words.turn();
    }
    kept.words.keep(name, galley.clone());
    galley
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_frame_does_not_show_are_not_laid_out_again() {
        let context = egui::Context::default();
        let mut shown = Vec::new();
        for words in ["A", "", "", "A", "B"] {
            let frame = context.run_ui(egui::RawInput::default(), |ui| {
                shown.push(in_a_row(ui.painter(), words, FontId::default(), Color32::RED));
            });
            frame.drop_without_applying_deltas();
        }
        assert!(Arc::ptr_eq(&shown[0], &shown[3]) && !Arc::ptr_eq(&shown[0], &shown[4]));
    }
}
