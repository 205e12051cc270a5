//! The bar along the top.

use crate::app::language::message;
use egui::{Align, Layout, Popup, Rangef, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    act::Act,
    at_right,
    command::{Command, Group},
    icon::{Icon, IconButton},
    performing,
    recent::RecentArticles,
    row::{paint_cut, paint_focus},
    settings::Settings,
    tab::Tab,
    theme::{Theme, ThemeName, measures},
    type_faces,
};

/// What lies above and below the commands of a menu that is as tall as the window.
const MENU_AROUND: f32 = 40.0;

/// The line above the last row of such a menu, with its space.
const MENU_LINE: f32 = 10.0;

/// Recent articles that the menu of Open… names.
const RECENTS: usize = 8;

/// The room left and right of the title.
const BESIDE_TITLE: f32 = 12.0;
/// With less room than this nothing of the title is shown.
const NARROWEST_TITLE: f32 = 60.0;

pub fn show(
    ui: &mut Ui,
    tab: Option<&Tab>,
    titled: bool,
    settings: &Settings,
    recents: &RecentArticles,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let bar = ui.max_rect();
    let free = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(10.0);
        if tab.is_some() && IconButton::of(Icon::LeftPanel, Command::SpeakersPanel).show(ui).clicked() {
            acts.push(Act::Do(Command::SpeakersPanel));
        }
        show_open_menu(ui, recents, theme, acts);
        let left = ui.cursor().left();
        let right = at_right::show(ui, "top bar", |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if let Some(tab) = tab {
                let is_open = tab.find.is_some();
                if IconButton::of(Icon::Find, Command::Find).on(is_open).show(ui).clicked() {
                    acts.push(if is_open { Act::EndFind } else { Act::Do(Command::Find) });
                }
            }
            let text = IconButton::new(Icon::TextSize, message!("text-size-and-face")).show(ui);
            menu(&text, 280.0).show(|ui| {
                for command in [Command::LargerText, Command::SmallerText, Command::NormalText, Command::OtherFace] {
                    choice(ui, command, None, theme, acts);
                }
            });
            let themes = IconButton::new(Icon::Theme, message!("theme")).show(ui);
            menu(&themes, 280.0).show(|ui| {
                for name in ThemeName::ALL {
                    choice(ui, Command::Theme(name), Some(settings.theme == name), theme, acts);
                }
            });
            let more = IconButton::new(Icon::More, message!("more-commands")).show(ui);
            menu(&more, 320.0).show(|ui| show_commands(ui, tab, more.clicked(), theme, acts));
            if tab.is_some() && IconButton::of(Icon::RightPanel, Command::NotesPanel).show(ui).clicked() {
                acts.push(Act::Do(Command::NotesPanel));
            }
            ui.add_space(10.0);
        });
        Rangef::new(left, right).shrink(BESIDE_TITLE)
    });
    // A tab says it too, where there are tabs.
    if titled {
        let title = tab.map_or_else(|| "Quotemark".to_owned(), Tab::title);
        paint_title(ui, &title, bar, free.inner, theme);
    }
}

/// The title in the middle of the bar, or as near to that as what stands in the bar leaves it free; where that is next to
/// nothing, there is none.
fn paint_title(ui: &Ui, title: &str, bar: Rect, free: Rangef, theme: &Theme) {
    if free.span() < NARROWEST_TITLE {
        return;
    }
    let font = type_faces::sans(13.0);
    let galley = ui.painter().layout_no_wrap(title.to_owned(), font.clone(), theme.muted);
    let width = (galley.size().x + 1.0).min(free.span());
    let left = (bar.center().x - width / 2.0).min(free.max - width).max(free.min);
    let place = Rect::from_x_y_ranges(Rangef::new(left, left + width), bar.y_range());
    paint_cut(ui, place, title, font, theme.muted);
}

fn show_open_menu(ui: &mut Ui, recents: &RecentArticles, theme: &Theme, acts: &mut Vec<Act>) {
    let galley = ui.painter().layout_no_wrap(message!("open").to_owned(), type_faces::sans(13.0), theme.text);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, measures::BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, message!("open-button")));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    if response.has_focus() {
        paint_focus(ui.painter(), rect, theme);
    }
    let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.text);
    let arrow = Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), vec2(12.0, 12.0));
    Icon::Down.paint(ui.painter(), arrow, theme.muted);
    menu(&response, 320.0).show(|ui| {
        for command in [Command::Open, Command::OpenSample, Command::PathField, Command::NewWindow] {
            choice(ui, command, None, theme, acts);
        }
        if recents.articles().is_empty() {
            return;
        }
        ui.separator();
        for recent in recents.articles().iter().take(RECENTS) {
            let name = recents.name_of(recent);
            let row =
                super::row::row(ui, measures::MENU_ROW, false, theme, || message!("open-named", name = name.as_str()));
            paint_cut(ui, row.rect.shrink2(vec2(16.0, 0.0)), &name, type_faces::sans(13.0), theme.text);
            if row.clicked() {
                acts.push(Act::Open(vec![recent.path.clone()]));
                ui.close();
            }
            row.on_hover_text(recent.path.display().to_string());
        }
    });
}

/// All commands that can be done now, in the order of the table; the palette, which finds them by their letters, stays in
/// sight below them. When the menu is `fresh`, its first commands are seen.
fn show_commands(ui: &mut Ui, tab: Option<&Tab>, fresh: bool, theme: &Theme, acts: &mut Vec<Act>) {
    let height = ui.ctx().content_rect().height() - measures::TOP_BAR - MENU_AROUND;
    // A popup is otherwise no taller than egui's usual area.
    ui.set_max_height(height);
    // Seen also while the pointer is elsewhere, or nothing tells that there are more.
    ui.spacing_mut().scroll.dormant_handle_opacity = 0.6;
    let last = measures::MENU_ROW + MENU_LINE;
    let is_listed = |command: &Command| *command != Command::Palette && performing::is_possible(*command, tab);
    let mut list = egui::ScrollArea::vertical().max_height(height - last);
    if fresh {
        list = list.vertical_scroll_offset(0.0);
    }
    list.show(ui, |ui| {
        for group in Group::ALL {
            for (number, command) in group.commands().filter(is_listed).enumerate() {
                if number == 0 {
                    show_group(ui, group, theme);
                }
                choice_named(ui, &performing::name(command, tab), command, None, theme, acts);
            }
        }
    });
    ui.separator();
    choice(ui, Command::Palette, None, theme, acts);
}

/// What the commands below it are for.
fn show_group(ui: &mut Ui, group: Group, theme: &Theme) {
    let (rect, heading) = ui.allocate_exact_size(vec2(ui.available_width(), measures::BUTTON), Sense::hover());
    heading.widget_info(|| WidgetInfo::labeled(Role::Label, true, group.shown()));
    let font = type_faces::sans_semibold(measures::PANEL_HEADING.0);
    paint_cut(ui, rect.shrink2(vec2(16.0, 0.0)), group.shown(), font, theme.muted);
}

/// A menu under a button, so wide, whose rows stand close together.
fn menu(button: &egui::Response, width: f32) -> Popup<'_> {
    let narrow = move |style: &mut egui::Style| {
        Theme::menu_style(style);
        style.spacing.scroll = egui::style::ScrollStyle::floating();
    };
    Popup::menu(button).width(width).style(narrow)
}

fn choice(ui: &mut Ui, command: Command, on: Option<bool>, theme: &Theme, acts: &mut Vec<Act>) {
    choice_named(ui, command.shown(), command, on, theme, acts);
}

fn choice_named(ui: &mut Ui, name: &str, command: Command, on: Option<bool>, theme: &Theme, acts: &mut Vec<Act>) {
    if show_choice(ui, name, command, on, theme) {
        acts.push(Act::Do(command));
    }
}

/// One row of a menu: name left, shortcut right, a tick where it is on, with room for that in a menu of which some can be.
/// Whether it was chosen, which closes the menu.
pub fn show_choice(ui: &mut Ui, name: &str, command: Command, on: Option<bool>, theme: &Theme) -> bool {
    let row = super::row::row(ui, measures::MENU_ROW, false, theme, || name);
    if on == Some(true) {
        let tick = Rect::from_center_size(pos2(row.rect.left() + 18.0, row.rect.center().y), vec2(12.0, 12.0));
        Icon::Check.paint(ui.painter(), tick, theme.text);
    }
    let left = if on.is_some() { 32.0 } else { 16.0 };
    let keys = command.keys(ui.ctx());
    let galley = ui.painter().layout_no_wrap(keys, type_faces::sans(11.5), theme.muted);
    let keys_left = row.rect.right() - 16.0 - galley.size().x;
    ui.painter().galley(pos2(keys_left, row.rect.center().y - galley.size().y / 2.0), galley, theme.muted);
    let place =
        Rect::from_min_max(pos2(row.rect.left() + left, row.rect.top()), pos2(keys_left - 8.0, row.rect.bottom()));
    paint_cut(ui, place, name, type_faces::sans(13.0), theme.text);
    let chosen = row.clicked();
    if chosen {
        ui.close();
    }
    row.on_hover_text(command.help());
    chosen
}
