//! The settings, all of which stand in `settings.ron` too.

use crate::app::language::{Language, message};
use std::path::Path;

use egui::{Align, Context, Id, Key, Layout, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::{
    act::Act,
    column::Focus,
    motion::Motion,
    row::give_keyboard,
    settings::Settings,
    theme::{Theme, ThemeName, measures},
    type_faces::{self, Face, OwnFaces},
    window_title::{show_title_and_close, window_over},
};
use crate::excerpt::one_line;

const WIDTH: f32 = 580.0;
/// Names of type faces that are offered while one is typed.
const FACES_OFFERED: usize = 3;
/// The room for what a row is called.
const LABELS: f32 = 104.0;
/// A window narrower than this has no room for that beside the row.
const BESIDE: f32 = 500.0;

/// The window while it is open.
#[derive(Clone, Debug)]
pub struct SettingsWindow {
    name: String,
    /// The field for the name still has to be given the keyboard.
    fresh: bool,
    /// What is typed of the name of a type face, and the names of those that are installed.
    family: String,
    families: Vec<String>,
}

impl SettingsWindow {
    pub fn new(settings: &Settings) -> Self {
        Self { name: settings.author.clone(), fresh: true, family: String::new(), families: Vec::new() }
    }

    fn name(&self) -> String {
        one_line(&self.name)
    }
}

pub fn show(
    context: &Context,
    open: &mut Option<SettingsWindow>,
    settings: &Settings,
    faces: &OwnFaces,
    file: Option<&Path>,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let Some(window) = open else {
        return;
    };
    if window.families.is_empty() {
        window.families = faces.names();
    }
    let room = context.content_rect();
    let mut closes = false;
    let mut now = settings.clone();
    let shown = window_over(context, "settings", message!("settings"), theme).show(context, |ui| {
        ui.set_width((room.width() - 64.0).min(WIDTH));
        ui.set_max_height(room.height() - 60.0);
        closes = show_title_and_close(ui, message!("settings"), theme).clicked();
        ScrollArea::vertical().max_height(room.height() - 130.0).auto_shrink([false, true]).show(ui, |ui| {
            // The rows end where the bar begins.
            ui.set_max_width(ui.available_width() - measures::SCROLL_HANDLE - 10.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            closes |= show_name(ui, window, theme);
            let languages = Language::ALL.map(|language| (language, language.name().to_owned()));
            choose(ui, message!("settings-language"), &languages, &mut now.language, theme);
            let themes = ThemeName::ALL.map(|theme| (theme, theme.name().to_owned()));
            choose(ui, message!("theme"), &themes, &mut now.theme, theme);
            show_faces(ui, window, &mut now, theme);
            choose(ui, message!("settings-size"), &measures::BODY_SIZES.map(numbered), &mut now.text_size, theme);
            let sizes = measures::WINDOW_SIZES.map(numbered);
            choose(ui, message!("settings-window-size"), &sizes, &mut now.window_size, theme);
            choose(
                ui,
                message!("settings-line-length"),
                &measures::LINE_LENGTHS.map(numbered),
                &mut now.line_length,
                theme,
            );
            choose(
                ui,
                message!("settings-line-height"),
                &measures::LINE_HEIGHTS.map(numbered),
                &mut now.line_height,
                theme,
            );
            let edges =
                [(false, message!("settings-ragged").to_owned()), (true, message!("settings-justified").to_owned())];
            choose(ui, message!("settings-edge"), &edges, &mut now.justified, theme);
            choose(
                ui,
                message!("settings-focus"),
                &Focus::ALL.map(|focus| (focus, focus.name().to_owned())),
                &mut now.focus,
                theme,
            );
            let motions = Motion::ALL.map(|motion| (motion, motion.name().to_owned()));
            choose(ui, message!("settings-motion"), &motions, &mut now.motion, theme);
            show_file(ui, file, theme);
        });
    });
    closes |= shown.should_close();
    if now != *settings {
        acts.push(Act::Set(Box::new(now)));
    }
    let name = window.name();
    if closes {
        *open = None;
        if name != settings.author {
            acts.push(Act::SetName(name));
        }
    }
}

/// The faces of the window, those that are easy to read where they are installed, and a field for any other.
fn show_faces(ui: &mut Ui, window: &mut SettingsWindow, now: &mut Settings, theme: &Theme) {
    let own = |family: &String| ((Face::Own, family.clone()), family.clone());
    let mut faces = [Face::Serif, Face::Sans].map(|face| ((face, now.family.clone()), face.name().to_owned())).to_vec();
    let easy: Vec<_> = OwnFaces::easy_to_read(&window.families).map(own).collect();
    if !now.family.is_empty() && easy.iter().all(|(_, name)| *name != now.family) {
        faces.push(own(&now.family));
    }
    let mut chosen = (now.face, now.family.clone());
    choose(ui, message!("settings-face"), &faces, &mut chosen, theme);
    if !easy.is_empty() {
        choose(ui, message!("settings-easy-faces"), &easy, &mut chosen, theme);
    }
    let mut entered = false;
    labelled(ui, message!("settings-other-face"), theme, |ui| {
        let edit =
            TextEdit::singleline(&mut window.family).char_limit(80).hint_text(message!("settings-other-face-hint"));
        let edit = edit.desired_width(220.0).font(type_faces::sans(measures::WINDOW_TEXT.0));
        let response = theme.field(ui, edit).accessible_name(message!("settings-other-face"));
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    });
    let typed = window.family.trim().to_lowercase();
    if !typed.is_empty() {
        let fits = window.families.iter().filter(|name| name.to_lowercase().contains(&typed));
        let mut fits: Vec<_> = fits.map(own).collect();
        fits.sort_by_key(|(_, name)| (name.to_lowercase() != typed, !name.to_lowercase().starts_with(&typed)));
        fits.truncate(FACES_OFFERED);
        match fits.first() {
            Some((first, _)) if entered => chosen = first.clone(),
            Some(_) => choose(ui, "", &fits, &mut chosen, theme),
            None => {
                let none = message!("settings-no-face", family = window.family.trim());
                labelled(ui, "", theme, |ui| _ = ui.label(RichText::new(none).color(theme.warn)));
            }
        }
    }
    if chosen != (now.face, now.family.clone()) {
        window.family.clear();
        (now.face, now.family) = chosen;
    }
}

fn numbered(step: f32) -> (f32, String) {
    (step, step.to_string())
}

/// Whether Enter was pressed: the reader is done.
fn show_name(ui: &mut Ui, window: &mut SettingsWindow, theme: &Theme) -> bool {
    let mut entered = false;
    labelled(ui, message!("settings-name"), theme, |ui| {
        let edit = TextEdit::singleline(&mut window.name).id(Id::unique("name field")).char_limit(80);
        let edit = edit.desired_width(220.0).font(type_faces::sans(measures::WINDOW_TEXT.0));
        let response = theme.field(ui, edit).accessible_name(message!("settings-name"));
        give_keyboard(ui, &response, &mut window.fresh);
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let why = RichText::new(message!("settings-name-why")).font(type_faces::sans(measures::COUNT.0));
        ui.add(egui::Label::new(why.color(theme.muted)).truncate());
    });
    entered
}

/// What a row is called with what it holds beside it, in as many lines as that takes; below it, where there is little room.
fn labelled(ui: &mut Ui, label: &str, theme: &Theme, add: impl FnOnce(&mut Ui)) {
    let text = RichText::new(label).font(type_faces::sans(measures::WINDOW_TEXT.0)).color(theme.muted);
    if ui.available_width() < BESIDE {
        if !label.is_empty() {
            ui.label(text);
        }
        ui.horizontal_wrapped(add);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(LABELS, measures::BUTTON), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(LABELS);
            if !label.is_empty() {
                ui.label(text);
            }
        });
        ui.horizontal_wrapped(add);
    });
}

/// A row of buttons of which one is on.
fn choose<T: Clone + PartialEq>(ui: &mut Ui, label: &str, all: &[(T, String)], chosen: &mut T, theme: &Theme) {
    labelled(ui, label, theme, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (value, name) in all {
            let on = value == chosen;
            let response = theme.segment(ui, on, name);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{label}: {name}")));
            if response.clicked() {
                *chosen = value.clone();
            }
        }
    });
}

fn show_file(ui: &mut Ui, file: Option<&Path>, theme: &Theme) {
    let text = match file {
        Some(file) => {
            let example = "shortcuts: {\"Next note\": \"Alt+Down\"}";
            message!("settings-file", file = file.display().to_string(), example = example)
        }
        None => message!("settings-no-file").to_owned(),
    };
    ui.add_space(4.0);
    ui.label(RichText::new(text).font(type_faces::sans(measures::COUNT.0)).color(theme.muted));
}
