//! What every list is made of: a row with its ground, text cut to fit, and the ring of what has the keyboard.

use egui::{
    Color32, FontId, Frame, Id, Key, Margin, Modifiers, Painter, Rect, Response, RichText, Sense, StrokeKind, Ui,
    WidgetText, pos2, text::TextFormat, vec2,
};

use super::{
    column::{lay_out_from_left, runs_left},
    language::message,
    theme::{Theme, measures},
    type_faces, typed_steps,
};

/// One row of a list, as wide as the panel, with its ground; what is in it is painted by the caller. Its name is put
/// together only when somebody hears it.
pub fn row<Name: ToString>(ui: &mut Ui, height: f32, chosen: bool, theme: &Theme, name: impl Fn() -> Name) -> Response {
    let ground = ui.painter().add(egui::Shape::Noop);
    let response = still_row(ui, height, chosen, theme, name);
    if response.hovered() && !chosen {
        let rect = response.rect.shrink2(vec2(8.0, 0.0));
        ui.painter().set(ground, egui::epaint::RectShape::filled(rect, 6.0, theme.hover));
    }
    response
}

/// A row whose ground says only whether it is chosen, not where the pointer is.
pub fn still_row<Name: ToString>(
    ui: &mut Ui,
    height: f32,
    chosen: bool,
    theme: &Theme,
    name: impl Fn() -> Name,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name()));
    if chosen {
        ui.painter().rect_filled(rect.shrink2(vec2(8.0, 0.0)), 6.0, theme.press);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        paint_focus(ui.painter(), rect.shrink2(vec2(8.0, 1.0)), theme);
    }
    response
}

/// A list of so many rows or fewer is shown whole.
const SHOWN_WHOLE: usize = 100;
/// So many rows beyond the view are there, so that the keyboard finds its way on.
const BEYOND: usize = 4;

/// Adds the rows of a list that are in view, and keeps the space of the others.
pub fn rows(ui: &mut Ui, height: f32, count: usize, mut add: impl FnMut(&mut Ui, usize)) {
    let (top, view) = (ui.cursor().top(), ui.clip_rect());
    let (first, end) = if count <= SHOWN_WHOLE {
        (0, count)
    } else {
        let number = |y: f32| (((y - top) / height).max(0.0) as usize).min(count);
        (number(view.top()).saturating_sub(BEYOND), (number(view.bottom()) + BEYOND).min(count))
    };
    // A row keeps its identity while others scroll by.
    ui.skip_ahead_auto_ids(first);
    ui.add_space(first as f32 * height);
    (first..end).for_each(|number| add(ui, number));
    ui.skip_ahead_auto_ids(count - end);
    ui.add_space((count - end) as f32 * height);
}

/// Paints one line of text in the middle of a rectangle, cut with “…” where it is too long.
pub fn paint_cut(ui: &Ui, rect: Rect, text: &str, font: FontId, colour: Color32) {
    if runs_left(text) {
        let galley = lay_out_from_left(ui.painter(), text, TextFormat::simple(font, colour), rect.width().max(1.0), 1);
        let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        // It is cut at a space, and may have none.
        ui.painter().with_clip_rect(ui.clip_rect().intersect(rect)).galley(at, galley, colour);
        return;
    }
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width().max(1.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colour);
}

/// Words for a label, in their order also where some run from right to left.
pub fn in_order(ui: &Ui, words: &str, font: FontId, colour: Color32, most_rows: usize) -> WidgetText {
    if runs_left(words) {
        let format = TextFormat::simple(font, colour);
        return lay_out_from_left(ui.painter(), words, format, ui.available_width(), most_rows).into();
    }
    RichText::new(words).font(font).color(colour).into()
}

/// Says something of what is under the pointer, and of anything to a screen reader; the words are put together only then.
pub fn explain<Words: Into<WidgetText>>(response: Response, words: impl FnOnce() -> Words) -> Response {
    if response.ctx.has_accesskit_node(response.id) {
        return response.on_hover_text(words());
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.label(words());
    })
}

/// Adds something with the same space left and right of it.
pub fn padded<R>(ui: &mut Ui, margin: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .inner_margin(Margin::symmetric(margin as i8, 0))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// Adds rows whose ground is as wide as what else is there: a row otherwise leaves room beside its ground, as in a panel.
pub fn wider<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    padded(ui, -8.0, add)
}

/// Gives a field the keyboard, if that is wanted: again with each frame until the field has it, for what lies over the
/// window keeps it a frame longer, and a popup is only measured in its first.
pub fn give_keyboard(ui: &Ui, field: &Response, wanted: &mut bool) {
    if *wanted {
        if !field.has_focus() {
            typed_steps::forget(ui, field.id);
        }
        field.request_focus();
        *wanted = !field.has_focus() || ui.is_sizing_pass();
        ui.ctx().request_repaint();
    }
}

/// Gives a field the keyboard again after a click beside it that gave it to nothing else: what is typed next is no command on
/// the article.
pub fn keep_keyboard(ui: &Ui, field: Id, around: Rect) {
    let clicked = ui.input(|input| input.pointer.primary_clicked()) && ui.rect_contains_pointer(around);
    if clicked && ui.memory(|memory| memory.focused().is_none()) {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

/// Whether Enter was pressed in a field for a name. Where nothing is in it, it keeps the keyboard, and `refused` is set until
/// something else is typed.
pub fn name_entered(ui: &Ui, field: &Response, name: &str, fresh: &mut bool, refused: &mut bool) -> bool {
    if field.changed() {
        *refused = false;
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && name.trim().is_empty() {
        (*fresh, *refused) = (true, true);
        return false;
    }
    entered
}

/// Says that a name is wanted where an empty one was entered.
pub fn say_empty(ui: &mut Ui, theme: &Theme) {
    let words = RichText::new(message!("name-empty")).font(type_faces::sans(measures::COUNT.0));
    ui.label(words.color(theme.warn));
}

/// Whether the row that has the keyboard is asked for its menu with the keys for that.
pub fn asks_for_menu(ui: &Ui, row: &Response) -> bool {
    row.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
        })
}

/// Paints the ring round what has the keyboard.
pub fn paint_focus(painter: &Painter, rect: Rect, theme: &Theme) {
    painter.rect_stroke(rect, 6.0, theme.focus_ring(), StrokeKind::Inside);
}
