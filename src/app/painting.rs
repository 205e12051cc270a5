//! Paintings that are kept: shapes made into triangles once, and only moved from then on.
//!
//! In: what was painted in this frame. Out: the same at other places. Never: when a painting is out of date, but for the
//! letters in it, which are good as long as the `atlas_age` is the same.

mod few_corners;

use std::sync::Arc;

use egui::{
    Context, Galley, Id, Painter, Pos2, Rect, Shape, Ui, Vec2,
    emath::{GuiRounding as _, TSTransform},
    epaint::{ClippedShape, Primitive},
    layers::ShapeIdx,
};

use super::{theme::measures, type_faces};

/// What was painted about a corner.
#[derive(Clone)]
pub struct Painting {
    shapes: Vec<Shape>,
    corner: Pos2,
}

impl Painting {
    /// Takes what was painted into the layer of `painter` since `begin` about a corner, and paints it again from what was
    /// taken. `None` where a part of it is cut off otherwise than by the painter: that stays as it is. So does a frame that
    /// is made again, from which egui leaves things out, and what only fades in yet.
    pub fn take(painter: &Painter, begin: ShapeIdx, corner: Pos2) -> Option<Self> {
        if painter.ctx().will_discard() || painter.opacity() < 1.0 {
            return None;
        }
        let shapes = painter.ctx().graphics_mut(|graphics| {
            let list = graphics.entry(painter.layer_id());
            let is_ours = |painted: &ClippedShape| painted.clip_rect == painter.clip_rect();
            if !list.all_entries().skip(begin.0).all(is_ours) {
                return None;
            }
            let mut shapes = Vec::new();
            for at in begin.0..list.next_idx().0 {
                list.mutate_shape(ShapeIdx(at), |painted| {
                    shapes.push(std::mem::replace(&mut painted.shape, Shape::Noop))
                });
            }
            Some(shapes)
        })?;
        let mut painting = Self { shapes: merged(painter, shapes), corner };
        painting.paint(painter, corner);
        Some(painting)
    }

    /// Paints it about another corner. Both lie on whole pixels, so that lines stay as sharp as they were.
    pub fn paint(&mut self, painter: &Painter, corner: Pos2) {
        let way = corner - self.corner;
        if way != Vec2::ZERO {
            self.corner = corner;
            for shape in &mut self.shapes {
                match shape {
                    Shape::Mesh(mesh) => Arc::make_mut(mesh).translate(way),
                    other => other.translate(way),
                }
            }
        }
        painter.extend(self.shapes.iter().cloned());
    }
}

/// The shapes in their order, with neighbours made into triangles and put together.
fn merged(painter: &Painter, shapes: Vec<Shape>) -> Vec<Shape> {
    if shapes.is_empty() {
        return shapes;
    }
    let scale = painter.pixels_per_point();
    let all = shapes.into_iter().map(|shape| ClippedShape {
        clip_rect: Rect::EVERYTHING,
        shape: few_corners::of(shape, scale),
        transform_after_tessellation: TSTransform::IDENTITY,
    });
    let merged = painter.ctx().tessellate(all.collect(), scale);
    let merged = merged.into_iter().map(|part| match part.primitive {
        Primitive::Mesh(mesh) => mesh.into(),
        Primitive::Callback(callback) => Shape::Callback(callback),
    });
    merged.collect()
}

/// Cuts what was painted into the layer of a painter since `begin` off where the painter cuts.
pub fn cut(painter: &Painter, begin: ShapeIdx) {
    painter.ctx().graphics_mut(|graphics| {
        let list = graphics.entry(painter.layer_id());
        for at in begin.0..list.next_idx().0 {
            list.mutate_shape(ShapeIdx(at), |painted| {
                painted.clip_rect = painted.clip_rect.intersect(painter.clip_rect());
            });
        }
    });
}

/// Where the next shape of a painter goes.
pub fn next_shape(painter: &Painter) -> ShapeIdx {
    painter.ctx().graphics_mut(|graphics| graphics.entry(painter.layer_id()).next_idx())
}

/// The nearest place on a whole pixel.
pub fn on_pixel(ui: &Ui, place: Pos2) -> Pos2 {
    place.round_to_pixels(ui.pixels_per_point())
}

/// The picture that letters are painted from, as it was when a frame began.
#[derive(Clone, Default)]
struct Atlas {
    size: [usize; 2],
    /// Some words: egui gives out the same again and again until it has forgotten what it laid out, because type faces or
    /// their scale changed or the atlas was full.
    words: Option<Arc<Galley>>,
    age: u64,
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is of one lifetime only")]
fn atlas_size(painter: &Painter) -> [usize; 2] {
    painter.fonts(|fonts| fonts.font_image_size())
}

fn atlas() -> Id {
    Id::unique("atlas of letters")
}

/// A number that grows when letters in paintings are good no longer.
pub fn atlas_age(context: &Context) -> u64 {
    context.data(|data| data.get_temp::<Atlas>(atlas())).unwrap_or_default().age
}

/// Looks whether letters are still where they were in the frame before.
pub fn begin_frame(ui: &Ui) {
    let font = type_faces::sans(measures::SMALL.0);
    let words = ui.painter().layout_no_wrap("0".to_owned(), font, egui::Color32::PLACEHOLDER);
    let size = atlas_size(ui.painter());
    ui.data_mut(|data| {
        let atlas = data.get_temp_mut_or_default::<Atlas>(atlas());
        if atlas.size != size || !atlas.words.as_ref().is_some_and(|before| Arc::ptr_eq(before, &words)) {
            *atlas = Atlas { size, words: Some(words), age: atlas.age + 1 };
        }
    });
}

/// Has the frame made again when the atlas has grown in it, for then paintings show the wrong letters.
pub fn end_frame(ui: &Ui) {
    let begun = ui.data(|data| data.get_temp::<Atlas>(atlas())).unwrap_or_default();
    if begun.size != atlas_size(ui.painter()) {
        ui.ctx().request_discard("the atlas of letters has grown");
        ui.ctx().request_repaint();
    }
}
