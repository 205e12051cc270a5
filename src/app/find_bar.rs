//! The bar in which a reader looks for words, and the hits it found.

mod find;

use crate::app::language::message;
use egui::{
    Align, Area, Button, Frame, Id, Key, Label, Layout, Margin, Order, Rect, Response, RichText, Role, TextEdit, Ui,
    UiBuilder, WidgetInfo, pos2,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};
pub use find::{Find, Found};

use super::{
    act::Act,
    at_right,
    command::Command,
    icon::{Icon, IconButton},
    row::{give_keyboard, keep_keyboard, padded},
    theme::{Theme, measures},
    type_faces,
};
use crate::reading::Manner;

const MARGIN: f32 = 16.0;
const MARGIN_BELOW: Margin = Margin { left: MARGIN as i8, right: MARGIN as i8, top: 4, bottom: 10 };
/// The least width of the field; and of a bar with it, its buttons, and a count.
const FIELD: f32 = 176.0;
const LEAST: f32 = 320.0;
/// The least room for what is typed where the count stands in the field too, and how wide that may be there.
const TYPED: f32 = 64.0;
const COUNT_INSIDE: f32 = 100.0;
const OPTION_GAP: f32 = 2.0;

/// Shows the bar: what can be ticked stands in a second row where one has no room for it, and what there is to say lies over
/// the text where it does not fit beside the field, so that nothing moves while somebody types.
pub fn show(ui: &mut Ui, find: &mut Find, theme: &Theme, acts: &mut Vec<Act>) {
    let bar = ui.max_rect();
    let options = options_width(ui, theme);
    let in_one_row = bar.width() >= LEAST + options;
    let beside = if in_one_row { LEAST - FIELD + options } else { LEAST - FIELD };
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = vec2(ui.available_width(), measures::FIND_BAR);
    let said = ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(MARGIN);
        let width = (bar.width() - beside).clamp(FIELD, 320.0);
        let count = find.count();
        let font = type_faces::sans(measures::COUNT.0);
        let galley = ui.painter().layout_no_wrap(count.clone(), font.clone(), theme.muted);
        let is_inside = galley.size().x <= (width - measures::FIELD - TYPED).min(COUNT_INSIDE);
        let inside = if is_inside { count.as_str() } else { "" };
        show_field(ui, find, width, (inside, galley.size().x), theme, acts);
        for (icon, command) in [(Icon::Up, Command::PreviousResult), (Icon::Down, Command::NextResult)] {
            if IconButton::of(icon, command).show(ui).clicked() {
                acts.push(Act::Do(command));
            }
        }
        let end = at_right::show(ui, "find", |ui| {
            if in_one_row {
                show_options(ui, &mut find.query.manner, theme);
            }
            if IconButton::new(Icon::Close, message!("find-close")).keys("Esc").show(ui).clicked() {
                acts.push(Act::EndFind);
            }
            ui.add_space(10.0);
        });
        let in_notes = find.in_notes.filter(|count| *count > 0).map(|count| message!("find-in-notes", count = count));
        let link = in_notes.as_ref().map_or(0.0, |text| {
            let padding = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
            ui.painter().layout_no_wrap(text.clone(), font, theme.muted).size().x + padding
        });
        let (words, words_width) = if is_inside { (String::new(), 0.0) } else { (count, galley.size().x) };
        let said = Said { words, in_notes };
        let room = end - ui.cursor().left() - 8.0;
        // Where there is nothing to say, there may be less than no room beside the field.
        if words_width + link > room.max(0.0) {
            return Some(said);
        }
        said.show(ui, find, theme, acts);
        None
    });
    if !in_one_row {
        // Also what goes to a row of its own stands in from the edge.
        padded(ui, MARGIN, |ui| ui.horizontal_wrapped(|ui| show_options(ui, &mut find.query.manner, theme)));
        ui.add_space(8.0);
    }
    if let Some(said) = said.inner {
        show_below(ui, said, find, theme, acts);
    }
    if !acts.contains(&Act::EndFind) {
        keep_keyboard(ui, field_id(), ui.min_rect());
    }
    ui.painter().hline(bar.x_range(), ui.min_rect().bottom() - 0.5, theme.divider());
}

fn show_below(ui: &Ui, said: Said, find: &Find, theme: &Theme, acts: &mut Vec<Act>) {
    let at = ui.min_rect().left_bottom();
    let width = ui.max_rect().width();
    let area = Area::new(Id::unique("said of a search")).order(Order::Middle).fade_in(false).fixed_pos(at);
    area.show(ui.ctx(), |ui| {
        let ground = Frame::new().fill(theme.panel).inner_margin(MARGIN_BELOW);
        let shown = ground.show(ui, |ui| {
            ui.set_width(width - 2.0 * MARGIN);
            ui.horizontal_wrapped(|ui| said.show(ui, find, theme, acts));
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.divider());
    });
}

/// What there is to say of a search beside the field.
struct Said {
    words: String,
    /// That notes hold what the text does not: a click lists them.
    in_notes: Option<String>,
}

impl Said {
    fn show(self, ui: &mut Ui, find: &Find, theme: &Theme, acts: &mut Vec<Act>) {
        let font = type_faces::sans(measures::COUNT.0);
        if !self.words.is_empty() {
            ui.label(RichText::new(self.words).font(font.clone()).color(theme.muted));
        }
        if let Some(words) = self.in_notes {
            let button = Button::new(RichText::new(words).font(font).color(theme.accent)).frame_when_inactive(false);
            if ui.add(button).clicked() {
                acts.push(Act::Filter(Some(find.query.words.trim().to_owned())));
            }
        }
    }
}

fn field_id() -> Id {
    Id::unique("find field")
}

/// Whether the reader is typing what to find, while what lies over the text steps aside.
pub fn has_keyboard(ui: &Ui) -> bool {
    ui.memory(|memory| memory.has_focus(field_id()))
}

/// The field, with a lens before the words and the count behind them, which is so wide.
fn show_field(
    ui: &mut Ui,
    find: &mut Find,
    width: f32,
    (count, count_width): (&str, f32),
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let right = if count.is_empty() { 10.0 } else { count_width + 16.0 };
    let field = TextEdit::singleline(&mut find.query.words)
        .id(field_id())
        .hint_text(message!("find-field"))
        .desired_width(width)
        .font(type_faces::sans(measures::WINDOW_TEXT.0));
    let response = theme.field_between(ui, field, (measures::FIELD as i8, right as i8));
    let response = response.accessible_name(message!("find-field"));
    let lens = Rect::from_center_size(response.rect.left_center() + vec2(18.0, 0.0), vec2(14.0, 14.0));
    Icon::Find.paint(ui.painter(), lens, theme.muted);
    if !count.is_empty() {
        let place = Rect::from_min_max(pos2(response.rect.right() - right, response.rect.top()), response.rect.max);
        let words = RichText::new(count).font(type_faces::sans(measures::COUNT.0)).color(theme.muted);
        let layout = Layout::left_to_right(Align::Center);
        // In a child of its own, for what is beside the field stands behind all of it.
        ui.new_child(UiBuilder::new().max_rect(place).layout(layout)).add(Label::new(words).extend());
    }
    if find.fresh {
        give_keyboard(ui, &response, &mut find.fresh);
        // What stands there already gives way to what is typed.
        select_all(ui, &response, &find.query.words);
    }
    let (enter, shift, escape) =
        ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift, input.key_pressed(Key::Escape)));
    if response.lost_focus() && enter {
        acts.push(Act::Do(if shift { Command::PreviousResult } else { Command::NextResult }));
        response.request_focus();
    }
    if response.lost_focus() && escape {
        acts.push(Act::EndFind);
    }
}

fn select_all(ui: &Ui, field: &Response, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field.id);
}

fn options(manner: &mut Manner) -> [(&mut bool, &'static str); 3] {
    [
        (&mut manner.as_typed, message!("find-capitals")),
        (&mut manner.whole_words, message!("find-whole-words")),
        (&mut manner.expression, message!("find-expression")),
    ]
}

fn show_options(ui: &mut Ui, manner: &mut Manner, theme: &Theme) {
    ui.spacing_mut().item_spacing.x = OPTION_GAP;
    for (on, name) in options(manner) {
        let response = theme.segment(ui, *on, name);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *on, name));
        if response.clicked() {
            *on = !*on;
        }
    }
}

/// How wide what can be ticked is in one row.
fn options_width(ui: &Ui, theme: &Theme) -> f32 {
    let beside = 2.0 * Theme::SEGMENT_PADDING + OPTION_GAP;
    let font = type_faces::sans(measures::WINDOW_TEXT.0);
    let width = |name: &str| ui.painter().layout_no_wrap(name.to_owned(), font.clone(), theme.text).size().x + beside;
    options(&mut Manner::default()).into_iter().map(|(_, name)| width(name)).sum()
}
