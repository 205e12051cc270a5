//! Paints what egui would have a graphics card paint, without one: the same picture on every machine.

use std::{cell::RefCell, collections::HashMap, fs::File, io::BufWriter, path::Path, rc::Rc};

use anyhow::Context as _;
use egui::{
    ClippedPrimitive, Color32, ColorImage, ImageData, Pos2, Rect, TextureId, TexturesDelta,
    epaint::{Primitive, Vertex},
};

/// Corners of triangles are set to such parts of a pixel, so that neighbours share an edge exactly.
const PARTS: f32 = 256.0;

/// The images that triangles are filled from, as the window last had them; copies share them.
#[derive(Clone, Default)]
pub struct Textures(Rc<RefCell<HashMap<TextureId, ColorImage>>>);

impl egui_kittest::TestRenderer for Textures {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        for (id, changes) in std::mem::take(&mut delta.set) {
            for change in changes {
                let ImageData::Color(image) = change.image;
                match (change.pos, textures.get_mut(&id)) {
                    (Some(place), Some(whole)) => put(whole, &image, place),
                    _ => _ = textures.insert(id, image.as_ref().clone()),
                }
            }
        }
        for id in std::mem::take(&mut delta.free) {
            textures.remove(&id);
        }
    }
}

fn put(whole: &mut ColorImage, part: &ColorImage, [left, top]: [usize; 2]) {
    for (row, pixels) in part.pixels.chunks(part.size[0]).enumerate() {
        let from = (top + row) * whole.size[0] + left;
        whole.pixels[from..from + pixels.len()].copy_from_slice(pixels);
    }
}

/// An image being painted; a point is `scale` pixels.
pub struct Canvas {
    width: usize,
    height: usize,
    scale: f32,
    pixels: Vec<Color32>,
}

impl Canvas {
    pub fn new(size: egui::Vec2, scale: f32) -> Self {
        let (width, height) = ((size.x * scale) as usize, (size.y * scale) as usize);
        Self { width, height, scale, pixels: vec![Color32::BLACK; width * height] }
    }

    pub fn paint(&mut self, primitives: &[ClippedPrimitive], textures: &Textures) {
        let textures = textures.0.borrow();
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            // The window paints nothing past egui.
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = textures.get(&mesh.texture_id) else { continue };
            for corners in mesh.indices.chunks_exact(3) {
                let corners = [corners[0], corners[1], corners[2]].map(|at| mesh.vertices[at as usize]);
                self.triangle(corners, *clip_rect, texture);
            }
        }
    }

    fn triangle(&mut self, mut corners: [Vertex; 3], clip: Rect, texture: &ColorImage) {
        let place = |corner: &Vertex| ((corner.pos.to_vec2() * self.scale * PARTS).round()).to_pos2();
        let mut area = side(place(&corners[0]), place(&corners[1]), place(&corners[2]));
        if area < 0 {
            corners.swap(1, 2);
            area = -area;
        }
        let [a, b, c] = corners.each_ref().map(place);
        let shape = Rect::from_points(&[a, b, c]) / PARTS;
        let inside = Rect::from_min_max((clip.min * self.scale).round(), (clip.max * self.scale).round());
        let seen = shape.intersect(inside).intersect(Rect::from_min_max(Pos2::ZERO, self.end()));
        if area == 0 || !seen.is_positive() {
            return;
        }
        let edges = [(b, c), (c, a), (a, b)];
        // A pixel in the middle of a shared edge belongs to one side of it alone.
        let least = edges.map(|(from, to)| i64::from(!is_top_or_left(from, to)));
        // To the next pixel the weights change evenly.
        let steps = edges.map(|(from, to)| (from.y - to.y) as i64 * PARTS as i64);
        let [first, other, last] = &corners;
        let is_even = [other, last].iter().all(|corner| (corner.uv, corner.color) == (first.uv, first.color));
        let even = is_even.then(|| colour(&corners, [1.0, 0.0, 0.0], texture));
        let from = egui::pos2(seen.left().floor(), seen.top().floor());
        for y in from.y as usize..seen.bottom().ceil() as usize {
            let point = egui::vec2(from.x + 0.5, y as f32 + 0.5) * PARTS;
            let mut weights = edges.map(|(from, to)| side(from, to, point.to_pos2()));
            for x in from.x as usize..seen.right().ceil() as usize {
                if weights[0] >= least[0] && weights[1] >= least[1] && weights[2] >= least[2] {
                    let shares = || weights.map(|weight| weight as f32 / area as f32);
                    self.blend(x, y, even.unwrap_or_else(|| colour(&corners, shares(), texture)));
                }
                for (weight, step) in weights.iter_mut().zip(steps) {
                    *weight += step;
                }
            }
        }
    }

    fn end(&self) -> Pos2 {
        egui::pos2(self.width as f32, self.height as f32)
    }

    /// Lays a premultiplied colour over a pixel, as the window has it done: without regard to gamma.
    fn blend(&mut self, x: usize, y: usize, over: [f32; 4]) {
        let Some(pixel) = self.pixels.get_mut(y * self.width + x) else { return };
        let [r, g, b, a] = over;
        if a == 255.0 {
            *pixel = Color32::from_rgb(r.round() as u8, g.round() as u8, b.round() as u8);
            return;
        }
        let under = pixel.to_array().map(f32::from);
        let [r, g, b, a] = [0, 1, 2, 3].map(|part| (over[part] + under[part] * (1.0 - over[3] / 255.0)).round() as u8);
        *pixel = Color32::from_rgba_premultiplied(r, g, b, a);
    }

    /// Writes the image as PNG.
    pub fn save(&self, path: &Path) -> anyhow::Result<()> {
        let file = File::create(path).with_context(|| path.display().to_string())?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let bytes: Vec<u8> = self.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
        Ok(encoder.write_header()?.write_image_data(&bytes)?)
    }
}

/// Twice the area of a triangle, in square parts of a pixel; negative when it goes round the other way.
fn side(a: Pos2, b: Pos2, c: Pos2) -> i64 {
    let whole = |part: f32| part as i64;
    (whole(b.x) - whole(a.x)) * (whole(c.y) - whole(a.y)) - (whole(b.y) - whole(a.y)) * (whole(c.x) - whole(a.x))
}

fn is_top_or_left(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

/// The premultiplied colour of a triangle at a place, each part from 0 to 255.
fn colour(corners: &[Vertex; 3], shares: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mix = |of: &dyn Fn(&Vertex) -> f32| corners.iter().zip(shares).map(|(corner, share)| of(corner) * share).sum();
    let (u, v): (f32, f32) = (mix(&|corner| corner.uv.x), mix(&|corner| corner.uv.y));
    let texel = texel(texture, u * texture.size[0] as f32 - 0.5, v * texture.size[1] as f32 - 0.5);
    [0, 1, 2, 3].map(|part| {
        let own: f32 = mix(&|corner| f32::from(corner.color.to_array()[part]));
        own * texel[part] / 255.0
    })
}

/// The colour between four texels.
fn texel(texture: &ColorImage, x: f32, y: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let at = |x: f32, y: f32| {
        let (x, y) = (x.clamp(0.0, width as f32 - 1.0) as usize, y.clamp(0.0, height as f32 - 1.0) as usize);
        texture.pixels[y * width + x].to_array().map(f32::from)
    };
    // Wherever in the texture a glyph happens to lie, it is painted alike.
    let (x, y) = ((x * 64.0).round() / 64.0, (y * 64.0).round() / 64.0);
    let (left, top) = (x.floor(), y.floor());
    let mix = |one: [f32; 4], other: [f32; 4], share: f32| {
        [0, 1, 2, 3].map(|part| one[part] + (other[part] - one[part]) * share)
    };
    let above = mix(at(left, top), at(left + 1.0, top), x - left);
    let below = mix(at(left, top + 1.0), at(left + 1.0, top + 1.0), x - left);
    mix(above, below, y - top)
}
