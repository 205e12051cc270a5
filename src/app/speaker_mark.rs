//! How a speaker is shown: a letter, a pattern and a colour, in that order of reliability.
//!
//! In: the number of a speaker and names. Out: [`SpeakerMark`]s, letters, and shapes painted beside and under words.
//! Never: who speaks, or where the words stand.

mod letters;
mod marks;
mod pattern;

use egui::{Align2, Color32, CornerRadius, Painter, Rangef, Rect, Stroke, StrokeKind, vec2};

use self::letters::letter;
pub use self::letters::letters;
pub use self::marks::SpeakerMarks;
pub use self::pattern::{Pattern, Weight};
use super::theme::{Theme, measures};
use super::type_faces;

/// The letter of a speaker nobody knows.
pub const UNKNOWN_LETTER: &str = "?";
/// How much of their rule and letter the others keep while one speaker is chosen.
pub const DIMMED: f32 = 0.35;
/// The pitch of a pattern in lists, where there is less room.
const KEY_PITCH: f32 = 0.62;

/// The colour and pattern of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeakerMark {
    /// Slot of the colour, from 0 to 7, and the pattern.
    Slot { colour: usize, pattern: Pattern },
    /// Nobody knows who speaks.
    Unknown,
}

impl SpeakerMark {
    /// The mark of a speaker counted from 0; no two of the first 64 are the same.
    pub fn of(speaker: usize) -> Self {
        let round = speaker / 8;
        Self::Slot { colour: speaker % 8, pattern: Pattern::ALL[(speaker + 3 * round) % 8] }
    }

    /// The colour of rule, letter and underline.
    pub fn ink(self, theme: &Theme) -> Color32 {
        match self {
            Self::Slot { colour, .. } => theme.speakers[colour % 8].ink,
            Self::Unknown => theme.muted,
        }
    }

    /// The ground of direct speech.
    pub fn tint(self, theme: &Theme) -> Color32 {
        match self {
            Self::Slot { colour, .. } => theme.speakers[colour % 8].tint,
            Self::Unknown => theme.hover,
        }
    }

    /// The colour of the speaker's blocks in the strip beside the scroll bar.
    pub fn strip(self, theme: &Theme) -> Color32 {
        self.ink(theme).gamma_multiply(theme.strip_opacity)
    }

    /// Draws the upright rule beside the rows `y`, in the middle of a lane at `x`.
    pub fn paint_rule(self, painter: &Painter, x: f32, y: Rangef, weight: Weight, ink: Color32) {
        match self {
            Self::Slot { pattern, .. } => paint_rule(painter, x, y, pattern, weight, ink, 1.0),
            Self::Unknown => paint_unknown_rule(painter, x, y, ink),
        }
    }

    /// Draws the line under indirect speech, its middle at `y`.
    pub fn paint_underline(self, painter: &Painter, x: Rangef, y: f32, ink: Color32) {
        let pattern = match self {
            Self::Slot { pattern, .. } => pattern,
            Self::Unknown => Pattern::Solid,
        };
        paint_underline(painter, x, y, pattern, ink);
    }

    /// Draws the key of lists: the rule in its lane, then a tile with the letter. It is [`KEY_WIDTH`] wide and begins
    /// at the left of `rect`, in the middle of its height.
    pub fn paint_key(self, painter: &Painter, rect: Rect, letter: &str, theme: &Theme) {
        let ink = self.ink(theme);
        let middle = rect.center().y.round();
        let (x, half) = (rect.left() + measures::RULE_LANE / 2.0, measures::KEY_TILE / 2.0);
        let rows = Rangef::new(middle - half + 1.0, middle + half - 1.0);
        match self {
            Self::Slot { pattern, .. } => paint_rule(painter, x, rows, pattern, Weight::Direct, ink, KEY_PITCH),
            Self::Unknown => paint_unknown_rule(painter, x, rows, ink),
        }
        let corner = egui::pos2(rect.left() + KEY_WIDTH - measures::KEY_TILE, middle - half);
        let tile = Rect::from_min_size(corner, vec2(measures::KEY_TILE, measures::KEY_TILE));
        let outline = Stroke::new(1.0, ink.gamma_multiply(if theme.outline_width > 0.0 { 1.0 } else { 0.4 }));
        let radius = CornerRadius::same(measures::KEY_TILE_RADIUS);
        painter.rect(tile, radius, self.tint(theme), outline, StrokeKind::Inside);
        let font = type_faces::sans_semibold(if letter.chars().count() > 1 { 10.0 } else { 11.5 });
        painter.text(tile.center(), Align2::CENTER_CENTER, letter, font, theme.text);
    }
}

/// Width of a speaker's key in lists: lane, gap and tile.
pub const KEY_WIDTH: f32 = measures::RULE_LANE + 4.0 + measures::KEY_TILE;

/// Draws an upright rule in a pattern. `pitch` is 1 beside the text; smaller, the pattern repeats sooner.
pub fn paint_rule(painter: &Painter, x: f32, y: Rangef, pattern: Pattern, weight: Weight, ink: Color32, pitch: f32) {
    let scale = painter.pixels_per_point();
    let shapes = pattern.shapes(weight, y, pitch, ink, scale, |along, across| egui::pos2(x + across, along));
    painter.extend(shapes);
}

/// Draws a lying line in a pattern, always in the light weight of indirect speech.
pub fn paint_underline(painter: &Painter, x: Rangef, y: f32, pattern: Pattern, ink: Color32) {
    let scale = painter.pixels_per_point();
    let shapes = pattern.shapes(Weight::Indirect, x, 1.0, ink, scale, |along, across| egui::pos2(along, y + across));
    painter.extend(shapes);
}

/// Draws the rule of a speaker nobody knows: two hairlines with nothing between.
pub fn paint_unknown_rule(painter: &Painter, x: f32, y: Rangef, ink: Color32) {
    for side in [-2.0, 2.0] {
        painter.vline(x + side, y, Stroke::new(1.0, ink));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_pair_of_colour_and_pattern_comes_twice_before_64() {
        let marks: HashSet<_> = (0..64).map(SpeakerMark::of).collect();
        assert_eq!(marks.len(), 64);
        assert_eq!(SpeakerMark::of(64), SpeakerMark::of(0));
    }

    #[test]
    fn the_first_eight_have_the_slots_of_the_table() {
        for (number, pattern) in Pattern::ALL.into_iter().enumerate() {
            assert_eq!(SpeakerMark::of(number), SpeakerMark::Slot { colour: number, pattern });
        }
        assert_eq!(SpeakerMark::of(8), SpeakerMark::Slot { colour: 0, pattern: Pattern::Dotted });
    }
}
