//! The start page: a place to drop files, a path field, and the articles opened lately.

use crate::app::language::{self, message};
use egui::{
    Align2, Button, Color32, CornerRadius, Id, Key, Label, Pos2, Rect, RichText, Role, ScrollArea, Sense, Shape,
    Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    act::Act,
    clock,
    command::Command,
    icon::Icon,
    live_text::say_when_it_changes,
    notice::Told,
    recent::RecentArticles,
    row::{give_keyboard, paint_cut, paint_focus},
    tab::TabId,
    theme::{Theme, measures},
    type_faces,
};
use crate::open;

const WIDTH: f32 = 600.0;
const DROP_HEIGHT: f32 = 230.0;
/// The space at both ends of a row of the list.
const IN_ROW: f32 = 4.0;

/// What the path field holds.
#[derive(Default)]
pub struct PathField {
    pub text: String,
    pub wanted: bool,
    /// The articles that were asked for with it and are not there yet.
    pub asked: Vec<TabId>,
    /// Why what is typed was not opened.
    pub refused: Vec<Told>,
}

pub fn show(
    ui: &mut Ui,
    path: &mut PathField,
    (recents, is_cleared): (&RecentArticles, bool),
    hovering: bool,
    goes_back: bool,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let width = WIDTH.min(room - 32.0);
        let height = ui.available_height();
        ui.add_space(if height > 560.0 { 56.0 } else { 16.0 });
        ui.horizontal(|ui| {
            ui.add_space((room - width) / 2.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                if goes_back && ui.add(theme.quiet_button(message!("start-back"))).clicked() {
                    acts.push(Act::LeavePath);
                }
                show_drop_area(ui, width, hovering, theme, acts);
                ui.add_space(16.0);
                show_path_field(ui, path, theme, acts);
                ui.add_space(32.0);
                show_recents(ui, recents, is_cleared, theme, acts);
            });
        });
    });
}

fn show_drop_area(ui: &mut Ui, width: f32, hovering: bool, theme: &Theme, acts: &mut Vec<Act>) {
    let (area, _) = ui.allocate_exact_size(vec2(width, DROP_HEIGHT), Sense::hover());
    paint_drop_area(ui, area, hovering, theme);
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(area));
    let line = |ui: &mut Ui, y: f32, text: &str, size: f32, serif: bool, colour: Color32| {
        let font = if serif { type_faces::serif(size) } else { type_faces::sans(size) };
        let place = Rect::from_center_size(pos2(area.center().x, area.top() + y), vec2(width, size * 1.4));
        ui.put(place, Label::new(RichText::new(text).font(font).color(colour)).selectable(false));
    };
    let mark = pos2(area.center().x, area.top() + 66.0);
    ui.painter().text(mark, Align2::CENTER_CENTER, "“", type_faces::serif(measures::DROP_MARK), theme.accent);
    line(ui, 99.0, message!("start-drop"), measures::DROP_WORDS.0, true, theme.text);
    line(
        ui,
        128.0,
        &open::supported().map(language::format_name).collect::<Vec<_>>().join(message!("start-kinds-between")),
        13.0,
        false,
        theme.muted,
    );

    let row = Rect::from_center_size(pos2(area.center().x, area.top() + 172.0), vec2(240.0, measures::START_BUTTON));
    let mut inside =
        ui.new_child(UiBuilder::new().max_rect(row).layout(egui::Layout::left_to_right(egui::Align::Center)));
    inside.add_space(18.0);
    if theme.primary_button(&mut inside, message!("open"), vec2(80.0, measures::START_BUTTON)).clicked() {
        acts.push(Act::Do(Command::Open));
    }
    let sample = RichText::new(message!("start-sample")).font(type_faces::sans(13.0)).color(theme.accent);
    if inside.add(Button::new(sample).frame_when_inactive(false).min_size(vec2(0.0, measures::START_BUTTON))).clicked()
    {
        acts.push(Act::Do(Command::OpenSample));
    }
}

/// The ground and dashed outline that say “drop here”; solid and lit while something hovers.
pub fn paint_drop_area(ui: &Ui, area: Rect, hovering: bool, theme: &Theme) {
    let ground = if hovering { theme.select } else { theme.panel };
    ui.painter().rect_filled(area, CornerRadius::same(measures::DROP_RADIUS), ground);
    if hovering {
        let stroke = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(area, CornerRadius::same(measures::DROP_RADIUS), stroke, egui::StrokeKind::Inside);
    } else {
        let path = rounded_outline(area.shrink(0.75), f32::from(measures::DROP_RADIUS));
        ui.painter().extend(Shape::dashed_line(&path, Stroke::new(1.5, theme.faint), 7.0, 5.0));
    }
}

fn rounded_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let inner = rect.shrink(radius);
    let corners = [
        (inner.right_top(), -90.0_f32),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 90.0),
        (inner.left_top(), 180.0),
    ];
    let mut points = vec![pos2(inner.left(), rect.top())];
    for (centre, from) in corners {
        points.extend((0..=6).map(|step| {
            let angle = (from + 15.0 * step as f32).to_radians();
            centre + radius * vec2(angle.cos(), angle.sin())
        }));
    }
    points.push(pos2(inner.left(), rect.top()));
    points
}

fn show_path_field(ui: &mut Ui, path: &mut PathField, theme: &Theme, acts: &mut Vec<Act>) {
    let id = Id::unique("path field");
    let field = TextEdit::singleline(&mut path.text)
        .id(id)
        .hint_text(message!("start-paste"))
        .desired_width(f32::INFINITY)
        .font(type_faces::sans(13.0));
    let response = theme.field(ui, field).accessible_name(message!("start-path"));
    give_keyboard(ui, &response, &mut path.wanted);
    if path.text.is_empty() {
        let key = pos2(response.rect.right() - 12.0, response.rect.center().y);
        ui.painter().text(key, Align2::RIGHT_CENTER, "Enter", type_faces::sans(11.5), theme.muted);
    }
    if response.changed() {
        path.refused.clear();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        path.wanted = true;
        acts.push(Act::OpenTyped);
    }
    for told in &path.refused {
        ui.add_space(6.0);
        let words = RichText::new(told.words()).font(type_faces::sans(measures::COUNT.0)).color(theme.warn);
        let said = ui.add(Label::new(words).wrap());
        say_when_it_changes(&said);
    }
}

/// Lists the articles that were opened lately; a list that was cleared can be brought back.
fn show_recents(ui: &mut Ui, recents: &RecentArticles, is_cleared: bool, theme: &Theme, acts: &mut Vec<Act>) {
    let small = |text: &str| RichText::new(text).font(type_faces::sans(12.0)).color(theme.muted);
    ui.horizontal(|ui| {
        ui.add_space(IN_ROW);
        ui.label(
            RichText::new(message!("recent"))
                .font(type_faces::sans_semibold(measures::PANEL_HEADING.0))
                .color(theme.muted),
        );
        if !recents.articles().is_empty() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().button_padding.x = IN_ROW;
                if ui.add(Button::new(small(message!("recent-clear"))).frame_when_inactive(false)).clicked() {
                    acts.push(Act::ClearRecents);
                }
            });
        }
    });
    if recents.articles().is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(IN_ROW);
            ui.label(small(if is_cleared { message!("recent-cleared") } else { message!("recent-empty") }));
            if is_cleared && ui.add(theme.quiet_button(message!("recent-bring-back"))).clicked() {
                acts.push(Act::BringBackRecents);
            }
        });
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for recent in recents.articles() {
        let title = recents.name_of(recent);
        let name = message!("open-named", name = title.as_str());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measures::RECENT_ROW), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let ground = rect.expand2(vec2(8.0, 0.0));
        if response.hovered() {
            ui.painter().rect_filled(ground, 8.0, theme.hover);
        }
        if response.has_focus() {
            paint_focus(ui.painter(), ground, theme);
        }
        let file = Rect::from_center_size(pos2(rect.left() + IN_ROW + 8.0, rect.center().y), vec2(16.0, 16.0));
        Icon::File.paint(ui.painter(), file, theme.muted);
        let notes = match recent.notes {
            0 => message!("no-notes").to_owned(),
            count => message!("count-notes", count = count),
        };
        let right = |x: f32, text: String| {
            ui.painter().text(
                pos2(x, rect.center().y),
                Align2::RIGHT_CENTER,
                text,
                type_faces::sans(12.0),
                theme.muted,
            );
        };
        let read = match recent.read {
            0 => String::new(),
            100.. => message!("recent-read").to_owned(),
            share => format!("{share} %"),
        };
        let opened = clock::short(recent.opened);
        if ui.ctx().has_accesskit_node(response.id) {
            let said = [read.as_str(), &notes, &opened].into_iter().filter(|part| !part.is_empty());
            let said = said.collect::<Vec<_>>().join(", ");
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
        }
        right(rect.right() - IN_ROW, opened);
        right(rect.right() - 102.0, notes);
        right(rect.right() - 186.0, read);
        let words = |top: f32, bottom: f32| {
            Rect::from_min_max(
                pos2(rect.left() + 36.0, rect.top() + top),
                pos2(rect.right() - 236.0, rect.top() + bottom),
            )
        };
        paint_cut(ui, words(8.0, 28.0), &title, type_faces::serif(16.0), theme.text);
        paint_cut(ui, words(28.0, 46.0), &recent.source, type_faces::sans(12.0), theme.muted);
        if response.clicked() {
            acts.push(Act::Open(vec![recent.path.clone()]));
        }
        response.on_hover_text(recent.path.display().to_string());
    }
}
