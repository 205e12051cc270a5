//! Asking for the file that the code book goes into, or that another one comes from.

use std::path::{Path, PathBuf};

use egui::{Context, RichText};

use super::{
    act::Act,
    dialog::{Dialog, Dialogs},
    file_field::{FileField, Words},
    language::message,
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
    window_title::{show_title, window_over},
};

const WIDTH: f32 = 520.0;
/// What the file is called until the reader says otherwise.
const NAME: &str = "tags.ron";

/// Whether tags go into a file or come out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Out,
    In,
}

/// The window while it is open.
pub struct TagFileWindow {
    way: Way,
    file: FileField,
    /// The file that is being read; the window stays until it was.
    read: Option<PathBuf>,
}

impl TagFileWindow {
    pub fn new(tab: &Tab, way: Way) -> Self {
        Self { way, file: FileField::new(tab.folder(), Path::new(NAME)), read: None }
    }

    /// Whether it waits for this file.
    pub fn waits_for(&self, path: &Path) -> bool {
        self.read.as_deref() == Some(path)
    }

    /// Says why nothing came of the file, which may be mended or another one chosen.
    pub fn refuse(&mut self, problem: String) {
        self.read = None;
        self.file.refuse(problem);
    }
}

/// Shows the window; whether it is done with.
pub fn show(
    context: &Context,
    window: &mut TagFileWindow,
    tab: &Tab,
    dialogs: Dialogs,
    theme: &Theme,
    acts: &mut Vec<Act>,
) -> bool {
    let TagFileWindow { way, file, read } = window;
    if let Some(path) = file.chosen() {
        file.take(&path);
    }
    let (title, help, words) = match way {
        Way::Out => (
            message!("export-tags"),
            message!("export-tags-help"),
            Words { field: message!("tag-file"), choose: message!("export-place"), go: message!("export") },
        ),
        Way::In => (
            message!("import-tags"),
            message!("import-tags-help"),
            Words { field: message!("tag-file"), choose: message!("import-file"), go: message!("import") },
        ),
    };
    let shown = window_over(context, "file of tags", title, theme).show(context, |ui| {
        ui.set_width((context.content_rect().width() - 64.0).min(WIDTH));
        show_title(ui, title, theme);
        ui.add_space(6.0);
        ui.label(RichText::new(help).font(type_faces::sans(measures::WINDOW_TEXT.0)).color(theme.muted));
        ui.add_space(8.0);
        file.show(ui, words, theme, |path: &Path| match way {
            Way::Out => Dialog::save(context, dialogs, path),
            Way::In => Dialog::choose(context, dialogs, path),
        })
    });
    let mut closes = shown.inner.cancel || shown.should_close();
    if shown.inner.go {
        match way {
            Way::Out => {
                let act = file.wanted(tab.path.as_deref()).map(Act::ExportTags);
                closes |= act.is_some();
                acts.extend(act);
            }
            Way::In => {
                *read = file.typed();
                acts.extend(read.clone().map(Act::ImportTags));
            }
        }
    }
    closes
}
