//! “Go to a tab…”: the list of all open articles over the window, in which one is found by a few words of its name.

use egui::{Context, Id, Margin, Rect, RichText, ScrollArea, Ui, pos2};

use super::{
    act::Act,
    language::message,
    picking::{FIELD, Picking},
    row::{padded, paint_cut},
    tab::Tab,
    tab_row::names,
    theme::{Theme, measures},
    type_faces,
    window_title::list_over,
};
use crate::excerpt::one_line;

const WIDTH: f32 = 560.0;
const FROM_TOP: f32 = 104.0;
/// The part of a row that the name may take, before the file.
const NAME_SHARE: f32 = 0.62;

/// The list while it is open.
pub struct TabList {
    picking: Picking,
}

fn field() -> Id {
    Id::unique("tabs field")
}

impl TabList {
    /// The list with the tab in front picked.
    pub fn new(shown: usize) -> Self {
        Self { picking: Picking::at(shown) }
    }

    /// Shows the list; whether it is done with.
    pub fn show(&mut self, context: &Context, tabs: &[Tab], theme: &Theme, acts: &mut Vec<Act>) -> bool {
        self.picking.take_early(context, field());
        let typed = self.picking.typed.to_lowercase();
        let fits = |(number, name): &(usize, String)| {
            let all = format!("{name} {}", file_of(&tabs[*number]).unwrap_or_default()).to_lowercase();
            typed.split_whitespace().all(|word| all.contains(word))
        };
        let listed: Vec<(usize, String)> = names(tabs).into_iter().enumerate().filter(fits).collect();
        let entered = self.picking.take_keys(context, listed.len());
        let mut taken = listed.get(self.picking.picked).filter(|_| entered).map(|(number, _)| *number);
        let room = context.content_rect();
        let top = FROM_TOP.min(room.height() * 0.13);
        let margin = Margin { left: 0, right: 0, top: 8, bottom: 8 };
        let shown = list_over(context, "tab list", message!("tabs-field"), top, margin, theme).show(context, |ui| {
            ui.set_width((room.width() - 32.0).min(WIDTH));
            ui.spacing_mut().item_spacing.y = 0.0;
            padded(ui, 8.0, |ui| {
                self.picking.show_field(ui, field(), message!("tabs-field"), message!("tabs-hint"), theme);
            });
            ui.add_space(8.0);
            if listed.is_empty() {
                padded(ui, 18.0, |ui| {
                    let none = message!("tabs-none", words = self.picking.typed.trim());
                    ui.label(RichText::new(none).font(type_faces::sans(measures::WINDOW_TEXT.0)).color(theme.muted));
                });
            }
            let height = (room.height() - top - FIELD - 64.0).min(12.0 * measures::PALETTE_ROW);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                for (at, (number, name)) in listed.iter().enumerate() {
                    let row = self.picking.row(ui, at, measures::PALETTE_ROW, name, theme);
                    if row.clicked() {
                        taken = Some(*number);
                    }
                    if ui.is_rect_visible(row.rect) {
                        paint(ui, row.rect, &tabs[*number], name, theme);
                    }
                }
            });
        });
        acts.extend(taken.map(Act::ShowTab));
        shown.should_close() || taken.is_some() || tabs.is_empty()
    }
}

fn file_of(tab: &Tab) -> Option<String> {
    let file = tab.path.as_deref()?.file_name()?;
    Some(one_line(&file.to_string_lossy()))
}

/// The name left, the file right of it.
fn paint(ui: &Ui, rect: Rect, tab: &Tab, name: &str, theme: &Theme) {
    let rect = rect.shrink2(egui::vec2(18.0, 0.0));
    let font = type_faces::sans(measures::WINDOW_TEXT.0);
    let width = ui.painter().layout_no_wrap(name.to_owned(), font.clone(), theme.text).size().x;
    let end = rect.left() + width.min(rect.width() * NAME_SHARE).ceil() + 1.0;
    paint_cut(ui, Rect::from_min_max(rect.min, pos2(end, rect.bottom())), name, font, theme.text);
    let Some(file) = file_of(tab) else { return };
    let font = type_faces::sans(measures::SMALL.0);
    let width = ui.painter().layout_no_wrap(file.clone(), font.clone(), theme.muted).size().x;
    let left = (rect.right() - width.ceil() - 1.0).max(end + 12.0);
    paint_cut(ui, Rect::from_min_max(pos2(left, rect.top()), rect.max), &file, font, theme.muted);
}
