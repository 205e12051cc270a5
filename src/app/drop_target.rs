//! What the window says while files hover over it.

use crate::app::language::message;
use std::path::PathBuf;

use egui::{Align2, Area, Context, Id, Order, Rect, vec2};

use super::{
    start_page::paint_drop_area,
    theme::{Theme, measures},
    type_faces,
};

pub fn show(context: &Context, theme: &Theme) {
    let hovered: Vec<Option<PathBuf>> =
        context.input(|input| input.raw.hovered_files.iter().map(|file| file.path.clone()).collect());
    if hovered.is_empty() {
        return;
    }
    let window = context.content_rect();
    Area::new(Id::unique("drop target")).order(Order::Foreground).fixed_pos(window.min).interactable(false).show(
        context,
        |ui| {
            ui.painter().rect_filled(window, 0.0, theme.scrim);
            let area = Rect::from_center_size(window.center(), vec2(window.width().min(560.0) - 32.0, 140.0));
            paint_drop_area(ui, area, true, theme);
            let words = words(&hovered);
            ui.painter().text(
                area.center(),
                Align2::CENTER_CENTER,
                &words,
                type_faces::serif(measures::DROP_WORDS.0),
                theme.text,
            );
        },
    );
}

fn words(hovered: &[Option<PathBuf>]) -> String {
    match hovered {
        [Some(path)] if path.is_dir() => message!("drop-folder").to_owned(),
        [Some(path)] => message!("drop-one", name = path.file_name().unwrap_or_default().to_string_lossy()),
        [_] => message!("drop-this").to_owned(),
        several => message!("drop-several", count = several.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn the_window_says_what_a_drop_will_do() {
        let file = |name: &str| Some(name.into());
        assert_eq!(words(&[file("/texts/minutes.txt")]), "Open “minutes.txt”");
        assert_eq!(words(&[file("a.txt"), file("b.txt"), None]), "Open 3 articles, each in a tab");
        assert_eq!(words(&[file("/")]), "Open the articles in this folder");
        assert_eq!(words(&[None]), "Open this article");
    }
}
