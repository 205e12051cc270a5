//! The eight patterns of rules and underlines, drawn along a line whichever way it runs.

use egui::emath::GuiRounding as _;
use egui::epaint::{PathStroke, RectShape};
use egui::{Color32, CornerRadius, Pos2, Rangef, Rect, Shape, Stroke};

/// What tells speakers apart where colour cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    Solid,
    Dashed,
    Double,
    Dotted,
    DashDot,
    ThickThin,
    Rungs,
    Zigzag,
}

/// How heavy a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 3 wide: the rule of direct speech.
    Direct,
    /// 1.5 wide: the rule of indirect speech, and every underline.
    Indirect,
}

impl Pattern {
    /// In the order of the slots.
    pub const ALL: [Self; 8] = [
        Self::Solid,
        Self::Dashed,
        Self::Double,
        Self::Dotted,
        Self::DashDot,
        Self::ThickThin,
        Self::Rungs,
        Self::Zigzag,
    ];

    /// The shapes of a line from one end of `range` to the other; `place` turns a distance along the line and one
    /// across it into a point.
    pub(super) fn shapes(
        self,
        weight: Weight,
        range: Rangef,
        pitch: f32,
        ink: Color32,
        pixels_per_point: f32,
        place: impl Fn(f32, f32) -> Pos2,
    ) -> Vec<Shape> {
        let bar = |along: Rangef, across: f32, width: f32| {
            bar(place(along.min, across - width / 2.0), place(along.max, across + width / 2.0), ink)
        };
        let dashes = |lengths: &[f32], width: f32| -> Vec<Shape> {
            pieces(range, lengths, pitch).into_iter().map(|piece| bar(piece, 0.0, width)).collect()
        };
        let direct = weight == Weight::Direct;
        let width = if direct { 3.0 } else { 1.5 };
        match self {
            Self::Solid => vec![bar(range, 0.0, width)],
            Self::Dashed => dashes(if direct { &[9.0, 4.0] } else { &[5.6, 2.5] }, width),
            Self::Double => {
                let (at, width) = if direct { (1.75, 1.4) } else { (1.25, 1.0) };
                vec![bar(range, -at, width), bar(range, at, width)]
            }
            Self::Dotted => {
                let (size, every) = if direct { (3.0, 6.2) } else { (1.5, 3.6) };
                steps(range, size, every * pitch)
                    .map(|start| Shape::circle_filled(place(start + size / 2.0, 0.0), size / 2.0, ink))
                    .collect()
            }
            Self::DashDot => dashes(if direct { &[10.0, 3.5, 2.5, 3.5] } else { &[6.2, 2.2, 1.5, 2.2] }, width),
            Self::ThickThin => {
                let (thick, at, thin, other) = if direct { (3.0, -1.0, 1.0, 2.5) } else { (2.2, -0.75, 0.8, 2.0) };
                vec![bar(range, at, thick), bar(range, other, thin)]
            }
            Self::Rungs => {
                let (long, size, every) = if direct { (6.0, 1.5, 4.5) } else { (3.0, 0.9, 2.8) };
                // Bars this thin are set on whole pixels, so their distance must be whole too, or it would waver.
                let whole = |length: f32| (length * pixels_per_point).round().max(1.0) / pixels_per_point;
                let size = whole(size);
                let every = whole(every * pitch).max(size + 1.0 / pixels_per_point);
                let range = Rangef::new(range.min.round_to_pixels(pixels_per_point), range.max);
                steps(range, size, every).map(|start| bar(Rangef::new(start, start + size), 0.0, long)).collect()
            }
            Self::Zigzag => {
                let (swing, step, width) = if direct { (2.25, 4.0, 1.5) } else { (1.1, 2.5, 0.8) };
                let points: Vec<Pos2> = steps(range, 0.0, step * pitch)
                    .enumerate()
                    .map(|(turn, along)| place(along, if turn % 2 == 0 { -swing } else { swing }))
                    .collect();
                vec![Shape::line(points, PathStroke::from(Stroke::new(width, ink)))]
            }
        }
    }
}

fn bar(one: Pos2, other: Pos2, ink: Color32) -> Shape {
    // Rounded to pixels, 1.4 wide would be 1 here and 2 there.
    let shape = RectShape::filled(Rect::from_two_pos(one, other), CornerRadius::ZERO, ink);
    Shape::Rect(RectShape { round_to_pixels: Some(false), ..shape })
}

/// Where the drawn parts lie, of lengths that are drawn and left out in turn; the last is cut at the end.
fn pieces(range: Rangef, lengths: &[f32], pitch: f32) -> Vec<Rangef> {
    let mut pieces = Vec::new();
    let mut start = range.min;
    for (turn, length) in lengths.iter().cycle().enumerate() {
        if start >= range.max || *length <= 0.0 || pitch <= 0.0 {
            break;
        }
        let end = start + length * pitch;
        if turn % 2 == 0 {
            pieces.push(Rangef::new(start, end.min(range.max)));
        }
        start = end;
    }
    pieces
}

/// The starts of equal things that fit in a range; at least one, so that a short word has its mark.
fn steps(range: Rangef, size: f32, every: f32) -> impl Iterator<Item = f32> {
    let count = if every > 0.0 { ((range.span() - size) / every).floor().max(0.0) as usize + 1 } else { 1 };
    (0..count).map(move |step| range.min + every * step as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_the_table_and_stop_at_the_end() {
        let dashes = pieces(Rangef::new(100.0, 130.0), &[9.0, 4.0], 1.0);
        let ends: Vec<_> = dashes.iter().map(|dash| (dash.min, dash.max)).collect();
        assert_eq!(ends, [(100.0, 109.0), (113.0, 122.0), (126.0, 130.0)]);
        assert!(pieces(Rangef::new(5.0, 5.0), &[9.0, 4.0], 1.0).is_empty());
    }

    #[test]
    fn a_line_stays_in_its_lane_and_between_its_ends() {
        for pattern in Pattern::ALL {
            for weight in [Weight::Direct, Weight::Indirect] {
                for length in [0.0, 2.0, 25.0, 400.0] {
                    let range = Rangef::new(10.0, 10.0 + length);
                    let shapes = pattern
                        .shapes(weight, range, 1.0, Color32::BLACK, 1.0, |along, across| Pos2::new(across, along));
                    let lane = Rect::from_x_y_ranges(-4.0..=4.0, 10.0 - 0.8..=10.0 + length.max(3.0) + 0.8);
                    for shape in &shapes {
                        let drawn = shape.visual_bounding_rect();
                        assert!(!drawn.is_positive() || lane.contains_rect(drawn), "{pattern:?} {weight:?} {drawn:?}");
                    }
                    assert!(length < 2.0 || !shapes.is_empty(), "{pattern:?}");
                }
            }
        }
    }

    #[test]
    fn a_pattern_repeats_sooner_in_lists() {
        let count = |pitch| {
            Pattern::Dotted.shapes(Weight::Direct, Rangef::new(0.0, 18.0), pitch, Color32::BLACK, 1.0, Pos2::new).len()
        };
        assert_eq!((count(1.0), count(0.62)), (3, 4));
    }
}
