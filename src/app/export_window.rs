//! Asking in which format and where to export an article's notes.

use crate::app::language::message;
use std::path::{Path, PathBuf};

use egui::{Context, Key, Modifiers, Role, ScrollArea, Ui, WidgetInfo};

use super::{
    act::Act,
    dialog::{Dialog, Dialogs},
    file_field::{FileField, Words},
    row::{paint_cut, row, wider},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
    window_title::{show_title, window_over},
};
use crate::export::Format;

const WIDTH: f32 = 520.0;

/// The height of the window without the formats, with what is left free around it.
const BESIDE_FORMATS: f32 = 220.0;

/// The window while it is open.
pub struct ExportWindow {
    format: Format,
    file: FileField,
}

impl ExportWindow {
    /// Begins with the folder and the name of the article.
    pub fn new(tab: &Tab) -> Self {
        let article = Path::new(tab.reading.article().name());
        let path = beside(article, article.with_extension(Format::default().extension()));
        Self { format: Format::default(), file: FileField::new(tab.folder(), &path) }
    }

    fn choose(&mut self, format: Format, article: &Path) {
        let stem = self.file.path().with_extension("");
        // 'pier.notes.md', which stood for 'pier.md'
        let is_aside = stem.extension().is_some_and(|end| end == ASIDE) && stem.file_stem() == article.file_stem();
        let stem = if is_aside { stem.with_extension("") } else { stem };
        self.format = format;
        self.file.set(&beside(article, stem.with_extension(format.extension())));
    }

    /// Takes in a file that was chosen; its ending may name another format.
    fn take(&mut self, path: &Path) {
        let ending = path.extension().and_then(|ending| Format::of_name(&ending.to_string_lossy()));
        self.format = ending.unwrap_or(self.format);
        if path.extension().is_some() {
            self.file.take(path);
        } else {
            self.file.take(&path.with_extension(self.format.extension()));
        }
    }
}

/// What is put into a name that would be the article's own.
const ASIDE: &str = "notes";

/// A path that is not the article's own: the notes on 'pier.md' go into 'pier.notes.md'.
fn beside(article: &Path, path: PathBuf) -> PathBuf {
    match path.extension() {
        Some(ending) if path.file_name() == article.file_name() => {
            path.with_extension(format!("{ASIDE}.{}", ending.to_string_lossy()))
        }
        _ => path,
    }
}

/// Shows the window; whether it is done with.
pub fn show(
    context: &Context,
    window: &mut ExportWindow,
    tab: &Tab,
    dialogs: Dialogs,
    theme: &Theme,
    acts: &mut Vec<Act>,
) -> bool {
    if let Some(path) = window.file.chosen() {
        window.take(&path);
    }
    let shown = window_over(context, "export", message!("export-as"), theme).show(context, |ui| {
        ui.set_width((context.content_rect().width() - 64.0).min(WIDTH));
        show_title(ui, message!("export-as"), theme);
        ui.add_space(6.0);
        // In a small window the formats scroll, and the field and the buttons stay in sight.
        let most = (context.content_rect().height() - BESIDE_FORMATS).max(2.0 * measures::MENU_ROW);
        let article = Path::new(tab.reading.article().name());
        wider(ui, |ui| {
            ScrollArea::vertical().max_height(most).show(ui, |ui| show_formats(ui, window, article, theme));
        });
        ui.add_space(8.0);
        let ask = |path: &Path| Dialog::save(context, dialogs, path);
        let words = Words { field: message!("export-file"), choose: message!("export-place"), go: message!("export") };
        window.file.show(ui, words, theme, ask)
    });
    let closes = shown.inner.cancel || shown.should_close();
    if shown.inner.go
        && let Some(path) = window.file.wanted(tab.path.as_deref())
    {
        acts.push(Act::Export(window.format, path));
        return true;
    }
    closes
}

/// A row for each format; the arrow keys go through them while the field has the keyboard.
fn show_formats(ui: &mut Ui, window: &mut ExportWindow, article: &Path, theme: &Theme) {
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
    let bold = type_faces::sans_semibold(measures::WINDOW_TEXT.0);
    let wide = |format| ui.painter().layout_no_wrap(title(format).to_owned(), bold.clone(), theme.text).size().x;
    let titles = Format::ALL.into_iter().map(wide).fold(0.0, f32::max);
    for format in Format::ALL {
        let name = format!("{}: {}", title(format), help(format));
        let on = format == chosen;
        let response = row(ui, measures::MENU_ROW, on, theme, || name.as_str());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
        let words = response.rect.shrink2(egui::vec2(18.0, 0.0));
        paint_cut(ui, words, title(format), bold.clone(), theme.text);
        let beside = egui::Rect::from_min_max(words.min + egui::vec2(titles + 16.0, 0.0), words.max);
        paint_cut(ui, beside, help(format), type_faces::sans(measures::COUNT.0), theme.muted);
        if response.clicked() {
            chosen = format;
        }
        if on && chosen != window.format {
            response.scroll_to_me(None);
        }
    }
    if chosen != window.format {
        window.choose(chosen, article);
    }
}

/// What a format holds, in a few words.
fn help(format: Format) -> &'static str {
    match format {
        Format::Markdown => message!("export-markdown-help"),
        Format::Html => message!("export-html-help"),
        Format::Csv => message!("export-csv-help"),
        Format::Json => message!("export-json-help"),
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
