//! The row of tabs, shown with two or more articles. A tab is as wide as its name while they all fit; where they do not,
//! even narrow, the row scrolls, and a button at its end lists them.

use egui::{
    CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    scroll_area::ScrollBarVisibility, style::ScrollAnimation, vec2,
};

use super::{
    act::Act,
    article_name::told_apart,
    command::Command,
    icon::{Icon, IconButton},
    language::message,
    row::{paint_cut, paint_focus},
    tab::{Saving, Tab, TabId},
    theme::{Theme, measures},
    top_bar::show_choice,
    type_faces,
};
use crate::excerpt::{one_line, shortened};

/// How narrow a tab becomes whose name is longer, and how wide the longest.
const NARROWEST: f32 = 150.0;
const WIDEST: f32 = 360.0;
/// The room before the name of a tab and behind it, where the button stands that closes it.
const BEFORE: f32 = 13.0;
const BEHIND: f32 = 32.0;
const NAME_SIZE: f32 = 13.0;
/// So many letters of a name are more than the widest tab holds.
const LETTERS: usize = 150;
/// The room at both ends of the row.
const END: f32 = 10.0;

/// What is kept of the row from one frame to the next.
#[derive(Default)]
pub struct TabRow {
    /// The tab in front, the width of all tabs and that of the row, when the tab was last brought into view.
    seen: Option<(TabId, f32, f32)>,
    /// The tab that the pointer was on before it was pressed.
    pointed: Option<TabId>,
}

/// What tabs are called, in their order.
pub fn names(tabs: &[Tab]) -> Vec<String> {
    let titles: Vec<String> = tabs.iter().map(Tab::title).collect();
    let name = |(number, tab): (usize, &Tab)| {
        let alike = tabs.iter().enumerate().filter(|(other, _)| *other != number && titles[*other] == titles[number]);
        let alike: Vec<_> = alike.map(|(_, other)| other.path.as_deref()).collect();
        // Also the name of a file or folder may hold line breaks.
        one_line(&told_apart(titles[number].clone(), tab.path.as_deref(), &alike))
    };
    tabs.iter().enumerate().map(name).collect()
}

impl TabRow {
    /// Shows the row: the tab in front stands on the colour of the paper, and is in view until the reader scrolls.
    pub fn show(&mut self, ui: &mut Ui, tabs: &[Tab], shown: usize, theme: &Theme, acts: &mut Vec<Act>) {
        let bar = ui.max_rect();
        let named: Vec<Named> = tabs.iter().zip(names(tabs)).map(|(tab, title)| Named::new(tab, title)).collect();
        let wanted: Vec<f32> = named.iter().map(|one| one.wanted_width(ui, theme)).collect();
        let room = bar.width() - 2.0 * END;
        let mut widths = shared(&wanted, room);
        let mut row = Rect::from_min_max(pos2(bar.left() + END, bar.top()), pos2(bar.right() - END, bar.bottom()));
        ui.painter().hline(bar.x_range(), bar.bottom() - theme.divider_width / 2.0, theme.divider());
        if widths.iter().sum::<f32>() > room + 0.5 {
            let button = Rect::from_min_max(pos2(row.right() - measures::BUTTON, bar.top() + 3.0), row.right_bottom());
            row.max.x = button.left() - 4.0;
            widths = shared(&wanted, row.width());
            let mut inside = ui.new_child(UiBuilder::new().max_rect(button));
            if IconButton::of(Icon::Down, Command::GoToTab).side(measures::BUTTON).show(&mut inside).clicked() {
                acts.push(Act::Do(Command::GoToTab));
            }
        }
        let all = widths.iter().sum::<f32>();
        let mut inside = ui.new_child(UiBuilder::new().max_rect(row));
        // A wheel turns up and down.
        inside.style_mut().always_scroll_the_only_direction = true;
        let list = ScrollArea::horizontal().id_salt("tabs").auto_shrink(false);
        list.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden).show(&mut inside, |ui| {
            let (area, _) = ui.allocate_exact_size(vec2(all.max(row.width()), row.height()), Sense::hover());
            let mut x = area.left();
            for (number, (one, width)) in named.iter().zip(&widths).enumerate() {
                let place = Rect::from_min_max(pos2(x, bar.top() + 4.0), pos2(x + width, bar.bottom() + 1.0));
                x += width;
                let front = number == shown;
                let seen = Some((one.tab.id, all.round(), row.width().round()));
                if front && self.seen != seen {
                    self.seen = seen;
                    bring_into_view(ui, place);
                }
                if let Some(act) = self.show_tab(ui, one, number, front, place, theme) {
                    acts.push(act);
                }
            }
        });
    }

    fn show_tab(
        &mut self,
        ui: &mut Ui,
        one: &Named<'_>,
        number: usize,
        front: bool,
        place: Rect,
        theme: &Theme,
    ) -> Option<Act> {
        let Named { tab, title, name } = one;
        let mut act = None;
        let response = ui.interact(place, ui.scope_id().with(("tab", tab.id)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, front, name));
        let is_over = ui.rect_contains_pointer(place);
        if front || is_over {
            let round = CornerRadius { nw: 6, ne: 6, sw: 0, se: 0 };
            ui.painter().rect_filled(place, round, if front { theme.paper } else { theme.hover });
            if front && theme.outline_width > 0.0 {
                let stroke = Stroke::new(theme.outline_width, theme.text);
                ui.painter().rect_stroke(place, round, stroke, StrokeKind::Inside);
            }
        }
        let close = Rect::from_center_size(pos2(place.right() - 18.0, place.center().y), vec2(28.0, 28.0));
        let mut inside = ui.new_child(UiBuilder::new().id_salt(("close", tab.id)).max_rect(close));
        let close_id = inside.next_auto_id();
        let is_marked = front || is_over || ui.memory(|memory| memory.has_focus(close_id));
        // It is there for the keyboard and for a screen reader all the same.
        inside.set_opacity(if is_marked { 1.0 } else { 0.0 });
        let name_of_close = message!("close-named", name = title.as_str());
        let close = IconButton::new(Icon::Close, &name_of_close).side(24.0).show(&mut inside);
        if response.has_focus() {
            paint_focus(ui.painter(), place.shrink(2.0), theme);
        }
        if response.gained_focus() || close.gained_focus() {
            bring_into_view(ui, place);
        }
        let colour = match (tab.saving == Saving::Failed, front) {
            (true, _) => theme.warn,
            (false, true) => theme.text,
            (false, false) => theme.muted,
        };
        let right = if is_marked { place.right() - BEHIND + 2.0 } else { place.right() - 8.0 };
        let words = Rect::from_min_max(pos2(place.left() + BEFORE, place.top()), pos2(right, place.bottom()));
        paint_cut(ui, words, name, type_faces::sans(NAME_SIZE), colour);
        // A finger meets the place of the button before the button is seen.
        let is_by_finger = ui.input(|input| input.pointer.any_released()) && !front && self.pointed != Some(tab.id);
        if close.clicked() && !is_by_finger || response.middle_clicked() {
            act = Some(Act::CloseTab(number));
        } else if response.clicked() || close.clicked() {
            act = Some(Act::ShowTab(number));
        }
        if !ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
            if is_over {
                self.pointed = Some(tab.id);
            } else if self.pointed == Some(tab.id) {
                self.pointed = None;
            }
        }
        if tab.path.is_some() {
            response.context_menu(|ui| {
                Theme::menu_style(ui.style_mut());
                ui.set_width(320.0);
                for (command, chosen) in [
                    (Command::OpenInNewWindow, Act::OpenInNewWindow(number)),
                    (Command::CloseTab, Act::CloseTab(number)),
                ] {
                    if show_choice(ui, command.shown(), command, None, theme) {
                        act = Some(chosen);
                    }
                }
            });
        }
        response.on_hover_text(tab.path.as_ref().map_or(title.clone(), |path| path.display().to_string()));
        act
    }
}

/// A tab and what it is called.
struct Named<'a> {
    tab: &'a Tab,
    title: String,
    /// The same with what there is to say of its notes.
    name: String,
}

impl<'a> Named<'a> {
    fn new(tab: &'a Tab, title: String) -> Self {
        let is_unsaved = tab.saving == Saving::Failed;
        let name = if is_unsaved { message!("tab-not-saved", name = title.as_str()) } else { title.clone() };
        Self { tab, title, name }
    }

    fn wanted_width(&self, ui: &Ui, theme: &Theme) -> f32 {
        let words = shortened(&self.name, LETTERS);
        let name = ui.painter().layout_no_wrap(words, type_faces::sans(NAME_SIZE), theme.text).size().x;
        (BEFORE + name.ceil() + BEHIND).min(WIDEST)
    }
}

fn bring_into_view(ui: &Ui, place: Rect) {
    ui.scroll_to_rect_animation(place, None, ScrollAnimation::none());
}

/// The widths of tabs in a row with so much room: what each wants, or as much of it as all the wider ones can have.
fn shared(wanted: &[f32], room: f32) -> Vec<f32> {
    let mut sorted = wanted.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room;
    let mut most = WIDEST;
    for (number, width) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - number) as f32;
        if *width > share {
            most = share.max(NARROWEST);
            break;
        }
        left -= width;
    }
    wanted.iter().map(|width| width.min(most)).collect()
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[track_caller]
    fn check(wanted: &[f32], room: f32, expected: &[f32]) {
        assert_eq!(shared(wanted, room), expected);
    }

    #[test]
    fn a_tab_is_as_wide_as_its_name_and_the_wide_ones_share_what_is_short() {
        check(&[90.0, 300.0], 400.0, &[90.0, 300.0]);
        check(&[300.0, 90.0, 310.0], 500.0, &[205.0, 90.0, 205.0]);
        check(&[300.0, 90.0, 310.0], 200.0, &[150.0, 90.0, 150.0]);
        check(&[], 200.0, &[]);
    }
}
