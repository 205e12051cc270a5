//! Rectangles and lines of few triangles. egui makes forty corners of a tint, for it rounds and softens all alike; on a screen
//! fewer look the same, and what is kept is copied in each frame.

use std::f32::consts::FRAC_PI_2;

use egui::{
    Color32, CornerRadius, Mesh, Pos2, Rect, Shape, Stroke, Vec2,
    emath::GuiRounding as _,
    epaint::{RectShape, StrokeKind},
    pos2,
};

/// A shape as it looks on a screen of so many pixels to a point, of fewer corners where there are such.
pub(super) fn of(shape: Shape, scale: f32) -> Shape {
    match &shape {
        Shape::Rect(rect) => of_rect(rect, scale).unwrap_or(shape),
        Shape::LineSegment { points: [from, to], stroke } => of_line(*from, *to, *stroke, scale).unwrap_or(shape),
        _ => shape,
    }
}

/// A filled rectangle, which lies on whole pixels: its straight sides need no softening.
fn of_rect(shape: &RectShape, scale: f32) -> Option<Shape> {
    let radius = shape.corner_radius;
    let is_plain = shape.stroke.is_empty()
        && shape.stroke_kind != StrokeKind::Middle
        && shape.round_to_pixels != Some(false)
        && (shape.blur_width, shape.angle) == (0.0, 0.0)
        && shape.brush.is_none()
        && radius == CornerRadius::same(radius.nw);
    // egui makes a line of one that is thinner.
    if !is_plain || shape.rect.size().min_elem() * scale <= 2.0 {
        return None;
    }
    let rect = shape.rect.round_to_pixels(scale);
    Some(match radius.nw {
        0 => quad(rect, shape.fill),
        radius => Shape::convex_polygon(rounded(rect, f32::from(radius), scale), shape.fill, Stroke::NONE),
    })
}

/// A line along a side of the screen that is a whole number of pixels thick.
fn of_line(from: Pos2, to: Pos2, stroke: Stroke, scale: f32) -> Option<Shape> {
    let pixels = stroke.width * scale;
    if from.y != to.y || from.x >= to.x || pixels < 1.0 || pixels != pixels.round() {
        return None;
    }
    let mut middle = from.y;
    stroke.round_center_to_pixel(scale, &mut middle);
    // Of a pixel that is touched by less than a quarter nothing is seen.
    let left = (from.x * scale + 0.25).floor() / scale;
    let right = (to.x * scale - 0.25).ceil() / scale;
    let half = stroke.width / 2.0;
    Some(quad(Rect::from_min_max(pos2(left, middle - half), pos2(right, middle + half)), stroke.color))
}

fn quad(rect: Rect, fill: Color32) -> Shape {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, fill);
    mesh.into()
}

/// The corners of a rounded rectangle. Its roundings are drawn with straight lines that lie less than a quarter of a pixel off.
fn rounded(rect: Rect, radius: f32, scale: f32) -> Vec<Pos2> {
    // As much rounder as egui makes it.
    let radius = radius + 0.4;
    let count = (radius * scale).sqrt().ceil().max(2.0);
    // Lines about an arc leave more of the corner than it does.
    let radius = (radius * (1.0 + 0.4 / (count * count))).min(rect.size().min_elem() / 2.0);
    let step = FRAC_PI_2 / count;
    let reach = radius / (step / 2.0).cos();
    let inner = rect.shrink(radius);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let mut arms: Vec<Vec2> = (0..count as usize).map(|arm| reach * Vec2::angled((arm as f32 + 0.5) * step)).collect();
    let mut points = Vec::with_capacity(4 * arms.len());
    for corner in corners {
        points.extend(arms.iter().map(|arm| corner + *arm));
        arms.iter_mut().for_each(|arm| *arm = -arm.rot90());
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far a rounding lies off the arc that egui draws, in pixels.
    fn farthest(radius: f32, scale: f32) -> f32 {
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::splat(100.0));
        let arc = radius + 0.4;
        let points = rounded(rect, radius, scale);
        let points = &points[..points.len() / 4];
        let middles = points.windows(2).map(|two| two[0].lerp(two[1], 0.5));
        let off = |point: Pos2| (point.distance(rect.max - Vec2::splat(arc)) - arc).abs() * scale;
        points.iter().copied().chain(middles).map(off).fold(0.0, f32::max)
    }

    #[test]
    fn roundings_look_as_round_as_those_of_egui() {
        for radius in [2.0, 3.0, 6.0, 8.0, 10.0, 14.0] {
            for scale in [1.0, 1.25, 1.5, 2.0, 3.0] {
                assert!(farthest(radius, scale) < 0.25, "{radius} at {scale}");
            }
        }
    }

    #[track_caller]
    fn check(shape: impl Into<Shape>, scale: f32, expected: Rect) {
        let Shape::Mesh(mesh) = of(shape.into(), scale) else { panic!("more than a mesh") };
        assert_eq!((mesh.calc_bounds(), mesh.vertices.len()), (expected, 4));
    }

    #[test]
    fn what_has_straight_sides_is_two_triangles_on_whole_pixels() {
        let rect = |left, top, right, bottom| Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        let filled = |rect| RectShape::filled(rect, CornerRadius::ZERO, Color32::RED);
        check(filled(rect(1.2, 1.6, 9.2, 9.6)), 1.0, rect(1.0, 2.0, 9.0, 10.0));
        check(filled(rect(1.2, 1.6, 9.2, 9.6)), 2.0, rect(1.0, 1.5, 9.0, 9.5));
        let line = |width| Shape::hline(1.3..=9.2, 5.2, Stroke::new(width, Color32::RED));
        check(line(2.0), 1.0, rect(1.0, 4.0, 9.0, 6.0));
        check(line(1.0), 1.0, rect(1.0, 5.0, 9.0, 6.0));
    }

    #[test]
    fn what_egui_draws_softly_is_left_to_it() {
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::splat(20.0));
        let outlined = RectShape::stroke(rect, 3.0, Stroke::new(1.0, Color32::RED), StrokeKind::Inside);
        let between = RectShape { round_to_pixels: Some(false), ..RectShape::filled(rect, 0.0, Color32::RED) };
        let slanted = Shape::line_segment([rect.min, rect.max], Stroke::new(2.0, Color32::RED));
        for shape in [outlined.into(), between.into(), slanted] {
            assert_eq!(of(shape.clone(), 1.0), shape);
        }
    }
}
