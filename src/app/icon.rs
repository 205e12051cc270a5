//! The icons of the window, drawn as lines on a field of 16 × 16, and the buttons that show them.

use std::f32::consts::{PI, TAU};

use egui::epaint::PathStroke;
use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, vec2};

use super::command::Command;
use super::theme::measures;
use super::type_faces;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    LeftPanel,
    RightPanel,
    Find,
    TextSize,
    Theme,
    More,
    Close,
    Up,
    Down,
    Check,
    Note,
    Tag,
    Speaker,
    Copy,
    /// Two lines that meet.
    SamePerson,
    /// A struck circle.
    NotSpeech,
    Warning,
    File,
    Undo,
    Delete,
    /// A padlock.
    Lock,
    /// Two links of a chain.
    Link,
}

impl Icon {
    #[cfg(test)]
    const ALL: [Self; 22] = [
        Self::LeftPanel,
        Self::RightPanel,
        Self::Find,
        Self::TextSize,
        Self::Theme,
        Self::More,
        Self::Close,
        Self::Up,
        Self::Down,
        Self::Check,
        Self::Note,
        Self::Tag,
        Self::Speaker,
        Self::Copy,
        Self::SamePerson,
        Self::NotSpeech,
        Self::Warning,
        Self::File,
        Self::Undo,
        Self::Delete,
        Self::Lock,
        Self::Link,
    ];

    /// Draws it in the middle of `rect`, as large as fits.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let side = rect.width().min(rect.height());
        let corner = rect.center() - Vec2::splat(side / 2.0);
        let pen = Pen { painter, corner, scale: side / measures::ICON, colour };
        match self {
            Self::LeftPanel => {
                pen.frame(1.75, 2.75, 14.25, 13.25, 2.0);
                pen.filled(&[(2.5, 3.5), (6.0, 3.5), (6.0, 12.5), (2.5, 12.5)], 0.35);
                pen.line(&[(6.0, 2.75), (6.0, 13.25)]);
            }
            Self::RightPanel => {
                pen.frame(1.75, 2.75, 14.25, 13.25, 2.0);
                pen.filled(&[(10.0, 3.5), (13.5, 3.5), (13.5, 12.5), (10.0, 12.5)], 0.35);
                pen.line(&[(10.0, 2.75), (10.0, 13.25)]);
            }
            Self::Find => {
                pen.circle(7.0, 7.0, 4.75);
                pen.line(&[(10.5, 10.5), (14.0, 14.0)]);
            }
            Self::TextSize => {
                let font = type_faces::sans_semibold(13.0 * pen.scale);
                painter.text(rect.center(), Align2::CENTER_CENTER, "Aa", font, colour);
            }
            Self::Theme => {
                pen.circle(8.0, 8.0, 6.0);
                pen.filled(&pen.arc_points(8.0, 8.0, 6.0, -PI / 2.0, PI / 2.0), 1.0);
            }
            Self::More => {
                for x in [3.0, 8.0, 13.0] {
                    pen.dot(x, 8.0, 1.25);
                }
            }
            Self::Close => {
                pen.line(&[(4.0, 4.0), (12.0, 12.0)]);
                pen.line(&[(12.0, 4.0), (4.0, 12.0)]);
            }
            Self::Up => pen.line(&[(4.0, 10.0), (8.0, 6.0), (12.0, 10.0)]),
            Self::Down => pen.line(&[(4.0, 6.0), (8.0, 10.0), (12.0, 6.0)]),
            Self::Check => pen.line(&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)]),
            Self::Note => {
                pen.closed(&[(2.0, 3.0), (14.0, 3.0), (14.0, 11.0), (8.0, 11.0), (5.0, 14.0), (5.0, 11.0), (2.0, 11.0)])
            }
            Self::Tag => {
                pen.closed(&[(2.0, 2.0), (8.0, 2.0), (14.0, 8.0), (8.0, 14.0), (2.0, 8.0)]);
                pen.dot(5.25, 5.25, 1.1);
            }
            Self::Speaker => {
                pen.circle(8.0, 5.0, 2.75);
                pen.line(&pen.arc_points(8.0, 14.0, 5.25, PI, TAU));
            }
            Self::Copy => {
                pen.frame(5.25, 5.25, 14.0, 14.0, 2.0);
                pen.line(&[(11.0, 2.0), (3.5, 2.0), (2.0, 3.5), (2.0, 11.0)]);
            }
            Self::SamePerson => {
                pen.line(&[(2.5, 3.5), (5.0, 3.5), (8.5, 8.0), (13.5, 8.0)]);
                pen.line(&[(2.5, 12.5), (5.0, 12.5), (8.5, 8.0)]);
            }
            Self::NotSpeech => {
                pen.circle(8.0, 8.0, 5.75);
                pen.line(&[(4.0, 12.0), (12.0, 4.0)]);
            }
            Self::Warning => {
                pen.closed(&[(8.0, 2.25), (14.25, 13.25), (1.75, 13.25)]);
                pen.line(&[(8.0, 6.5), (8.0, 9.0)]);
                pen.dot(8.0, 11.25, 0.9);
            }
            Self::File => {
                pen.closed(&[(3.5, 1.75), (9.0, 1.75), (12.5, 5.25), (12.5, 14.25), (3.5, 14.25)]);
                pen.line(&[(9.0, 1.75), (9.0, 5.25), (12.5, 5.25)]);
            }
            Self::Undo => {
                pen.line(&[(5.5, 2.5), (2.5, 5.5), (5.5, 8.5)]);
                let mut round = vec![(2.5, 5.5), (9.5, 5.5)];
                round.extend(pen.arc_points(9.5, 9.25, 3.75, -PI / 2.0, PI / 2.0));
                round.push((5.5, 13.0));
                pen.line(&round);
            }
            Self::Delete => {
                pen.line(&[(2.5, 4.0), (13.5, 4.0)]);
                pen.line(&[(6.0, 4.0), (6.0, 2.0), (10.0, 2.0), (10.0, 4.0)]);
                pen.line(&[(4.0, 4.0), (4.75, 14.0), (11.25, 14.0), (12.0, 4.0)]);
            }
            Self::Lock => {
                pen.frame(3.5, 7.25, 12.5, 13.75, 1.5);
                let mut bow = vec![(5.25, 7.25), (5.25, 5.0)];
                bow.extend(pen.arc_points(8.0, 5.0, 2.75, PI, TAU));
                bow.push((10.75, 7.25));
                pen.line(&bow);
            }
            Self::Link => {
                pen.frame(1.5, 5.0, 9.5, 11.0, 3.0);
                pen.frame(6.5, 5.0, 14.5, 11.0, 3.0);
            }
        }
    }
}

/// Draws on the field of an icon, whose corner is (0, 0) and whose side is 16.
struct Pen<'a> {
    painter: &'a Painter,
    corner: Pos2,
    scale: f32,
    colour: Color32,
}

impl Pen<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.corner + self.scale * vec2(x, y)
    }

    fn stroke(&self) -> Stroke {
        Stroke::new(measures::ICON_LINE * self.scale, self.colour)
    }

    /// A line with round ends and corners, which egui's own has not.
    fn line(&self, points: &[(f32, f32)]) {
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        let end = measures::ICON_LINE * self.scale / 2.0;
        for &point in &points {
            self.painter.circle_filled(point, end, self.colour);
        }
        self.painter.add(Shape::line(points, PathStroke::from(self.stroke())));
    }

    fn closed(&self, points: &[(f32, f32)]) {
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(Shape::closed_line(points, PathStroke::from(self.stroke())));
    }

    fn frame(&self, left: f32, top: f32, right: f32, bottom: f32, radius: f32) {
        let rect = Rect::from_min_max(self.at((left, top)), self.at((right, bottom)));
        let radius = CornerRadius::same((radius * self.scale).round() as u8);
        self.painter.rect_stroke(rect, radius, self.stroke(), egui::StrokeKind::Middle);
    }

    fn circle(&self, x: f32, y: f32, radius: f32) {
        self.painter.circle_stroke(self.at((x, y)), radius * self.scale, self.stroke());
    }

    fn dot(&self, x: f32, y: f32, radius: f32) {
        self.painter.circle_filled(self.at((x, y)), radius * self.scale, self.colour);
    }

    /// A filled convex shape, as strong as `share` of the colour.
    fn filled(&self, points: &[(f32, f32)], share: f32) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(Shape::convex_polygon(points, self.colour.gamma_multiply(share), Stroke::NONE));
    }

    fn arc_points(&self, x: f32, y: f32, radius: f32, from: f32, to: f32) -> Vec<(f32, f32)> {
        const STEPS: usize = 14;
        let angle = |step: usize| from + (to - from) * step as f32 / STEPS as f32;
        (0..=STEPS).map(|step| (x + radius * angle(step).cos(), y + radius * angle(step).sin())).collect()
    }
}

/// A button that shows an icon: 32 × 32, named for screen readers and in a tooltip with its keys.
#[must_use = "show it"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    keys: String,
    command: Option<Command>,
    on: bool,
    side: f32,
}

impl<'a> IconButton<'a> {
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self { icon, name, keys: String::new(), command: None, on: false, side: measures::ICON_BUTTON }
    }

    /// The button of a command.
    pub fn of(icon: Icon, command: Command) -> IconButton<'static> {
        IconButton { command: Some(command), ..IconButton::new(icon, command.shown()) }
    }

    /// The keys that do the same.
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// Shown as pressed: what the button opens is open.
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// Another side than 32, where there is little room; never under 28.
    pub fn side(mut self, side: f32) -> Self {
        self.side = side.max(measures::BUTTON);
        self
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(self.side), Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, self.name));
        if ui.is_rect_visible(rect) {
            let visuals = ui.visuals();
            let pressed = self.on || response.is_pointer_button_down_on();
            let ground = match (pressed, response.hovered()) {
                (true, _) => Some(visuals.widgets.hovered.weak_bg_fill),
                (false, true) => Some(visuals.widgets.inactive.weak_bg_fill),
                (false, false) => None,
            };
            let radius = CornerRadius::same(measures::BUTTON_RADIUS);
            if let Some(ground) = ground {
                ui.painter().rect_filled(rect, radius, ground);
            }
            let lively = pressed || response.hovered() || response.has_focus();
            let colour = if lively { visuals.text_color() } else { visuals.weak_text_color() };
            // On whole points the lines are sharp.
            let corner = (rect.center() - Vec2::splat(measures::ICON / 2.0)).round();
            let field = Rect::from_min_size(corner, Vec2::splat(measures::ICON));
            self.icon.paint(ui.painter(), field, colour);
            if response.has_focus() {
                ui.painter().rect_stroke(rect, radius, visuals.widgets.active.bg_stroke, egui::StrokeKind::Inside);
            }
        }
        let keys = self.command.map_or(self.keys, |command| command.keys(ui.ctx()));
        with_tooltip(response, self.name, &keys)
    }
}

/// Says the name of a thing and its keys after half a second under the pointer.
pub fn with_tooltip(response: Response, name: &str, keys: &str) -> Response {
    response.on_hover_ui(|ui| {
        ui.spacing_mut().interact_size.y = measures::WINDOW_TEXT.1;
        ui.horizontal(|ui| {
            ui.label(name);
            if !keys.is_empty() {
                ui.weak(keys);
            }
        });
    })
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn every_icon_stays_on_its_field() {
        let context = egui::Context::default();
        type_faces::TypeFaces::of_our_own().install(&context);
        let field = Rect::from_min_size(pos2(100.0, 100.0), Vec2::splat(16.0));
        for icon in Icon::ALL {
            let mut output =
                context.run_ui(egui::RawInput::default(), |ui| icon.paint(ui.painter(), field, Color32::BLACK));
            output.textures_delta.clear();
            let drawn =
                output.shapes.iter().fold(Rect::NOTHING, |all, shape| all.union(shape.shape.visual_bounding_rect()));
            // “Aa” is type and a little wider.
            let room = if icon == Icon::TextSize { field.expand(4.0) } else { field };
            assert!(room.contains_rect(drawn), "{icon:?} is drawn over {drawn:?}");
            assert!(drawn.width() > 6.0, "{icon:?}");
        }
    }
}
