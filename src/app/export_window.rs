//! Asking in which format and where to export an article's notes.

use crate::app::language::message;
use std::path::{Path, PathBuf};

use egui::{Align, Context, Id, Key, Layout, Modal, Modifiers, RichText, Role, TextEdit, Ui, WidgetInfo};

use super::{
    act::Act,
    dialog::{Answer, Dialog, Dialogs},
    row::{give_keyboard, paint_cut, row},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::export::Format;

const WIDTH: f32 = 520.0;

/// The window while it is open.
pub struct ExportWindow {
    format: Format,
    path: String,
    /// The path of a file that is there and was asked about: the next time it is replaced.
    replaced: Option<String>,
    problem: Option<String>,
    dialog: Option<Dialog>,
    /// The field still has to be given the keyboard.
    fresh: bool,
}

impl ExportWindow {
    /// Begins with the folder and the name of the article.
    pub fn new(tab: &Tab) -> Self {
        let name = Path::new(tab.reading.article().name());
        let folder = tab.path.as_ref().and_then(|path| path.parent()).map(Path::to_owned);
        let folder = folder.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let path = folder.join(name).with_extension(Format::default().extension()).to_string_lossy().into_owned();
        Self { format: Format::default(), path, replaced: None, problem: None, dialog: None, fresh: true }
    }

    fn choose(&mut self, format: Format) {
        self.format = format;
        self.path = Path::new(&self.path).with_extension(format.extension()).to_string_lossy().into_owned();
    }

    /// Takes in a file that was chosen; its ending may name another format.
    fn take(&mut self, path: &Path) {
        let ending = path.extension().and_then(|ending| Format::of_name(&ending.to_string_lossy()));
        self.format = ending.unwrap_or(self.format);
        let path =
            if path.extension().is_some() { path.to_owned() } else { path.with_extension(self.format.extension()) };
        self.path = path.to_string_lossy().into_owned();
        // The dialog has asked already.
        self.replaced = Some(self.path.clone());
    }

    /// The file to write, unless one is there that nobody was asked about.
    fn wanted(&mut self) -> Option<PathBuf> {
        let typed = crate::open::paths_in(&self.path).into_iter().next()?;
        if typed.is_file() && self.replaced.as_ref() != Some(&self.path) {
            let name = typed.file_name().unwrap_or_default().to_string_lossy();
            self.problem = Some(message!("export-exists", name = name));
            self.replaced = Some(self.path.clone());
            return None;
        }
        Some(typed)
    }
}

pub fn show(context: &Context, open: &mut Option<ExportWindow>, dialogs: Dialogs, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(window) = open else {
        return;
    };
    if let Some(answer) = window.dialog.as_ref().and_then(Dialog::answer) {
        window.dialog = None;
        match answer {
            Answer::Files(files) => files.first().into_iter().for_each(|file| window.take(file)),
            Answer::NoDialog => window.problem = Some(message!("no-save-dialog").to_owned()),
            Answer::Cancelled => {}
        }
    }
    let mut closes = false;
    let mut exports = false;
    let shown = Modal::new(Id::unique("export")).backdrop_color(theme.scrim).show(context, |ui| {
        ui.set_width((context.content_rect().width() - 64.0).min(WIDTH));
        ui.label(RichText::new(message!("export-as")).font(type_faces::serif_semibold(20.0)).color(theme.text));
        ui.add_space(6.0);
        show_formats(ui, window, theme);
        ui.add_space(8.0);
        exports |= show_path(ui, window, theme);
        ui.horizontal(|ui| {
            if ui.button(message!("export-place")).clicked() && window.dialog.is_none() {
                window.dialog = Some(Dialog::save(context, dialogs, Path::new(&window.path)));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                exports |= ui.add(theme.primary_button(message!("export"))).clicked();
                closes |= ui.add(theme.quiet_button(message!("cancel"))).clicked();
            });
        });
        if let Some(problem) = &window.problem {
            ui.label(RichText::new(problem).font(type_faces::sans(measures::COUNT.0)).color(theme.warn));
        }
    });
    if exports && let Some(path) = window.wanted() {
        acts.push(Act::Export(window.format, path));
        closes = true;
    }
    if closes || shown.should_close() {
        *open = None;
    }
}

/// A row for each format; the arrow keys go through them while the field has the keyboard.
fn show_formats(ui: &mut Ui, window: &mut ExportWindow, theme: &Theme) {
    let at = Format::ALL.iter().position(|format| *format == window.format).unwrap_or_default();
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        (at + 1).min(Format::ALL.len() - 1)
    } else if pressed(Key::ArrowUp) {
        at.saturating_sub(1)
    } else {
        at
    };
    let mut chosen = Format::ALL[next];
    for format in Format::ALL {
        let name = format!("{}: {}", title(format), format.help());
        let on = format == chosen;
        let response = row(ui, measures::MENU_ROW, on, theme, &name);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
        let words = response.rect.shrink2(egui::vec2(18.0, 0.0));
        paint_cut(ui, words, title(format), type_faces::sans_semibold(measures::WINDOW_TEXT.0), theme.text);
        let help = egui::Rect::from_min_max(words.min + egui::vec2(84.0, 0.0), words.max);
        paint_cut(ui, help, format.help(), type_faces::sans(measures::COUNT.0), theme.muted);
        if response.clicked() {
            chosen = format;
        }
    }
    if chosen != window.format {
        window.choose(chosen);
    }
}

fn title(format: Format) -> &'static str {
    match format {
        Format::Markdown => "Markdown",
        Format::Html => message!("export-html"),
        Format::Csv => message!("export-csv"),
        Format::Json => "JSON",
    }
}

/// Whether Enter was pressed.
fn show_path(ui: &mut Ui, window: &mut ExportWindow, theme: &Theme) -> bool {
    let before = window.path.clone();
    let edit = TextEdit::singleline(&mut window.path).id(Id::unique("export path")).desired_width(f32::INFINITY);
    let edit = edit.font(type_faces::sans(measures::WINDOW_TEXT.0));
    let response = theme.field(ui, edit).accessible_name(message!("export-file"));
    give_keyboard(ui, &response, &mut window.fresh);
    if window.path != before {
        window.problem = None;
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered {
        response.request_focus();
    }
    entered
}
