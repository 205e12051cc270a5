//! How another person's layer of notes is marked: a letter on a disc in lists and cards, and over its passages a line in
//! a pattern of its own. The reader's own highlights have their line below the words.

use egui::{Align2, Color32, Painter, Pos2, Rangef};

use super::{
    speaker_mark::{Pattern, letters, paint_underline},
    theme::Theme,
    type_faces,
};
use crate::notes::Colour;

/// The side of a layer's disc.
pub const DISC: f32 = 16.0;

/// The colours of layers, the ones that readers mark with first last.
const COLOURS: [Colour; 6] =
    [Colour::Violet, Colour::Blue, Colour::Orange, Colour::Green, Colour::Pink, Colour::Yellow];

/// The mark of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerMark {
    pub number: usize,
    pub letter: String,
}

impl LayerMark {
    /// Marks for the owners of layers, with letters of their own.
    pub fn for_names(names: &[&str]) -> Vec<Self> {
        letters(names).into_iter().enumerate().map(|(number, letter)| Self { number, letter }).collect()
    }

    pub fn ink(&self, theme: &Theme) -> Color32 {
        theme.highlight(COLOURS[self.number % COLOURS.len()]).edge
    }

    /// Draws the disc with the letter.
    pub fn paint_disc(&self, painter: &Painter, centre: Pos2, theme: &Theme) {
        painter.circle_filled(centre, DISC / 2.0, self.ink(theme));
        let font = type_faces::sans_semibold(if self.letter.chars().count() > 1 { 8.5 } else { 10.5 });
        painter.text(centre, Align2::CENTER_CENTER, &self.letter, font, theme.raised);
    }

    /// Draws the line over a row of a passage.
    pub fn paint_line(&self, painter: &Painter, x: Rangef, y: f32, theme: &Theme) {
        paint_underline(painter, x, y, Pattern::ALL[self.number % Pattern::ALL.len()], self.ink(theme));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_of_the_first_24_layers_share_colour_and_pattern() {
        let mark = |number: usize| (number % COLOURS.len(), number % Pattern::ALL.len());
        assert_eq!((0..24).map(mark).collect::<HashSet<_>>().len(), 24);
    }

    #[test]
    fn layers_have_letters_of_their_own() {
        let letters: Vec<_> =
            LayerMark::for_names(&["Zoë", "zack", "teacher"]).into_iter().map(|mark| mark.letter).collect();
        assert_eq!(letters, ["Z", "Za", "T"]);
    }
}
