//! The path of a file, typed or chosen in the system's dialog.

use std::path::{Path, PathBuf};

use egui::{Id, Key, RichText, TextEdit, Ui, Vec2};

use super::{
    at_right,
    dialog::{Answer, Dialog},
    language::{self, message},
    row::give_keyboard,
    theme::{Theme, measures},
    type_faces,
};
use crate::export::may_be_written;

/// The field, what is typed in it, and what is wrong with that.
pub struct FileField {
    path: String,
    /// The folder that a name without one is in.
    folder: PathBuf,
    /// The path of a file that is there and was asked about: the next time it is replaced.
    replaced: Option<String>,
    problem: Option<String>,
    dialog: Option<Dialog>,
    /// The field still has to be given the keyboard.
    fresh: bool,
}

/// What the parts of the field are called.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub field: &'static str,
    pub choose: &'static str,
    pub go: &'static str,
}

/// What the reader did below the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    pub go: bool,
    pub cancel: bool,
}

impl FileField {
    /// Begins with a file in a folder.
    pub fn new(folder: PathBuf, name: &Path) -> Self {
        Self { path: shown(&folder.join(name)), folder, replaced: None, problem: None, dialog: None, fresh: true }
    }

    pub fn path(&self) -> &Path {
        Path::new(&self.path)
    }

    pub fn set(&mut self, path: &Path) {
        self.path = shown(path);
    }

    /// A file that was chosen in the dialog just now; it has asked already whether to replace one.
    pub fn chosen(&mut self) -> Option<PathBuf> {
        let answer = self.dialog.as_ref().and_then(Dialog::answer)?;
        self.dialog = None;
        match answer {
            Answer::Files(files) => return files.into_iter().next(),
            Answer::NoDialog => self.problem = Some(message!("no-save-dialog").to_owned()),
            Answer::Cancelled => {}
        }
        None
    }

    /// Takes in a file that was chosen.
    pub fn take(&mut self, path: &Path) {
        self.set(path);
        self.replaced = Some(self.path.clone());
        self.problem = None;
    }

    /// Says what is wrong with the file, until something else is typed.
    pub fn refuse(&mut self, problem: String) {
        self.problem = Some(problem);
    }

    /// The file that is typed.
    pub fn typed(&self) -> Option<PathBuf> {
        crate::open::paths_in(&self.path).into_iter().next().map(|typed| self.folder.join(typed))
    }

    /// The file to write beside an article, unless it is that article or its notes, or is there and nobody was asked about it.
    pub fn wanted(&mut self, article: Option<&Path>) -> Option<PathBuf> {
        let typed = self.typed()?;
        if let Err(error) = may_be_written(&typed, article) {
            self.problem = Some(language::export_error(&error));
            return None;
        }
        if typed.is_file() && self.replaced.as_ref() != Some(&self.path) {
            let name = typed.file_name().unwrap_or_default().to_string_lossy();
            self.problem = Some(message!("export-exists", name = name));
            self.replaced = Some(self.path.clone());
            return None;
        }
        Some(typed)
    }

    /// Shows the field, a button that opens a dialog, one that goes on and one that does not.
    pub fn show(&mut self, ui: &mut Ui, words: Words, theme: &Theme, ask: impl FnOnce(&Path) -> Dialog) -> Pressed {
        let mut pressed = Pressed { go: self.show_path(ui, words.field, theme), cancel: false };
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            if ui.button(words.choose).clicked() && self.dialog.is_none() {
                self.dialog = Some(ask(self.path()));
            }
            at_right::show(ui, "file field", |ui| {
                pressed.cancel = ui.add(theme.quiet_button(message!("cancel"))).clicked();
                pressed.go |= theme.primary_button(ui, words.go, Vec2::ZERO).clicked();
            });
        });
        if let Some(problem) = &self.problem {
            ui.label(RichText::new(problem).font(type_faces::sans(measures::COUNT.0)).color(theme.warn));
        }
        pressed
    }

    /// Whether Enter was pressed.
    fn show_path(&mut self, ui: &mut Ui, name: &str, theme: &Theme) -> bool {
        let before = self.path.clone();
        let edit = TextEdit::singleline(&mut self.path).id(Id::unique("path of a file")).desired_width(f32::INFINITY);
        let edit = edit.font(type_faces::sans(measures::WINDOW_TEXT.0));
        let response = theme.field(ui, edit).accessible_name(name);
        give_keyboard(ui, &response, &mut self.fresh);
        if self.path != before {
            self.problem = None;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        // Nothing has the keyboard after Enter, and where another article lay before this one meanwhile.
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        entered
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
