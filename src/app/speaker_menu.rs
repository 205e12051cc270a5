//! The menu of a speaker: another name, only the notes on their words, and apart what was made one.

use egui::{Id, Key, Popup, PopupCloseBehavior, RectAlign, Response, RichText, SetOpenCommand, TextEdit, Ui};

use super::{
    act::Act,
    language::message,
    row::{asks_for_menu, give_keyboard, keep_keyboard, name_entered, say_empty},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::{notes::Notes, reading::Filter};

const WIDTH: f32 = 220.0;

/// What is typed while the menu is open.
#[derive(Clone, Debug)]
struct Draft {
    name: String,
    /// The field still has to be given the keyboard.
    fresh: bool,
    /// Whether an empty name was entered.
    refused: bool,
}

/// Shows the menu of a speaker beside their row while it is open: the right button opens it, and the keys for menus do.
pub fn show(ui: &Ui, tab: &Tab, name: &str, row: &Response, theme: &Theme, acts: &mut Vec<Act>) {
    let id = Id::unique("speaker menu").with((tab.id, name));
    let asked = row.secondary_clicked() || asks_for_menu(ui, row);
    if !asked && !Popup::is_id_open(ui.ctx(), id) {
        ui.data_mut(|data| data.remove::<Draft>(id));
        return;
    }
    let kept = ui.data(|data| data.get_temp::<Draft>(id)).filter(|_| !asked);
    let mut draft = kept.unwrap_or_else(|| Draft { name: name.to_owned(), fresh: true, refused: false });
    let popup = Popup::from_response(row).id(id).width(WIDTH).align(RectAlign::RIGHT_START);
    let popup = popup.open_memory(asked.then_some(SetOpenCommand::Bool(true)));
    let shown = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 6.0;
        show_inside(ui, tab, name, &mut draft, theme)
    });
    let Some(shown) = shown else { return };
    ui.data_mut(|data| data.insert_temp(id, draft));
    if let Some(act) = shown.inner {
        Popup::close_id(ui.ctx(), id);
        row.request_focus();
        acts.extend(act);
    } else if shown.response.should_close() && ui.input(|input| input.key_pressed(Key::Escape)) {
        row.request_focus();
    }
}

/// What to do once the reader is done with the menu: the name may stay what it was.
fn show_inside(ui: &mut Ui, tab: &Tab, name: &str, draft: &mut Draft, theme: &Theme) -> Option<Option<Act>> {
    let title = RichText::new(message!("rename")).font(type_faces::sans_semibold(measures::PANEL_HEADING.0));
    ui.label(title.color(theme.muted));
    let field = TextEdit::singleline(&mut draft.name).id(Id::unique("new name of a speaker"));
    let field = field.desired_width(f32::INFINITY).font(type_faces::sans(measures::WINDOW_TEXT.0));
    let field = theme.field(ui, field).accessible_name(message!("new-name"));
    give_keyboard(ui, &field, &mut draft.fresh);
    let entered = name_entered(ui, &field, &draft.name, &mut draft.fresh, &mut draft.refused);
    if draft.refused {
        say_empty(ui, theme);
    }
    let typed = draft.name.trim();
    let renamed = entered.then(|| (typed != name).then(|| Act::SamePerson(name.to_owned(), typed.to_owned())));
    let filtered = ui.add(theme.quiet_button(message!("speaker-filter"))).clicked();
    let apart = apart_again(tab.reading.notes(), name);
    let parted = apart.is_some_and(|words| ui.add(theme.quiet_button(&words)).clicked());
    keep_keyboard(ui, field.id, ui.min_rect());
    renamed
        .or_else(|| filtered.then(|| Some(Act::Filter(Some(Filter::line_for_speaker(name))))))
        .or_else(|| parted.then(|| Some(Act::Apart(name.to_owned()))))
}

/// What takes somebody apart from those whom the reader made one with them, if there are any.
pub fn apart_again(notes: &Notes, name: &str) -> Option<String> {
    let names: Vec<&str> = notes.joined_with(name).collect();
    (!names.is_empty()).then(|| message!("apart-again", names = names.join(message!("names-and"))))
}
