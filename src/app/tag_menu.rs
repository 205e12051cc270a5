//! The menu of a tag: another name, another colour, what it means, and out with it. A name that only holds other tags has one
//! too, which goes for those in it.

use egui::{Id, Key, Popup, PopupCloseBehavior, RectAlign, Response, RichText, SetOpenCommand, TextEdit, Ui};

use super::{
    act::Act,
    language::{self, message},
    note_mark::swatch,
    row::{give_keyboard, keep_keyboard, name_entered, say_empty},
    tab::{Tab, TabId},
    theme::{Theme, measures},
    type_faces, typed_steps,
};
use crate::notes::{Colour, Tag, TagRow, is_nested};

const WIDTH: f32 = 240.0;

/// What is typed while the menu is open.
#[derive(Clone, Debug)]
struct Draft {
    name: String,
    meaning: String,
    /// The field of the name still has to be given the keyboard.
    fresh: bool,
    /// Whether an empty name was entered, and whether the one that the tag has.
    refused: bool,
    done: bool,
}

/// The identity of the menu of a tag.
pub fn id(tab: TabId, name: &str) -> Id {
    Id::unique("tag menu").with((tab, name))
}

/// Shows the menu of a tag beside its row while it is open; `asked` opens it.
pub fn show(
    ui: &Ui,
    tab: &Tab,
    (row, tag): (&TagRow, Option<&Tag>),
    beside: &Response,
    asked: bool,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let id = id(tab.id, &row.name);
    let kept = ui.data(|data| data.get_temp::<Draft>(id));
    if !asked && !Popup::is_id_open(ui.ctx(), id) {
        // However the menu was closed, what was typed about the tag is kept.
        if let Some(draft) = kept {
            ui.data_mut(|data| data.remove::<Draft>(id));
            acts.extend(meant(row, tag, &draft));
        }
        return;
    }
    let meaning = || tag.map(|tag| tag.meaning.clone()).unwrap_or_default();
    let fresh = || {
        let (name, meaning) = (row.name.clone(), meaning());
        Draft { name, meaning, fresh: true, refused: false, done: false }
    };
    let mut draft = kept.filter(|_| !asked).unwrap_or_else(fresh);
    // Beside the list, where it has room to grow with what it says.
    let popup = Popup::from_response(beside).id(id).width(WIDTH).align(RectAlign::RIGHT_START);
    let popup = popup.open_memory(asked.then_some(SetOpenCommand::Bool(true)));
    let shown = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(why) = tab.why_read_only() {
            ui.label(RichText::new(why).font(type_faces::sans(measures::COUNT.0)).color(theme.muted));
            ui.disable();
        }
        let act = show_name(ui, tab, row, &mut draft, theme)
            .or(show_colours(ui, row, tag, theme))
            .or(show_meaning(ui, &mut draft, theme))
            .or(show_delete(ui, row, theme));
        keep_keyboard(ui, name_field(), ui.min_rect());
        act
    });
    let Some(shown) = shown else { return };
    ui.data_mut(|data| data.insert_temp(id, draft.clone()));
    if let Some(act) = shown.inner {
        // A tag is found by its name: first what it means, then another name.
        if matches!(act, Act::RenameTag(..) | Act::DeleteTag(_)) {
            ui.data_mut(|data| data.remove::<Draft>(id));
            acts.extend(meant(row, tag, &draft).filter(|_| matches!(act, Act::RenameTag(..))));
            Popup::close_id(ui.ctx(), id);
            beside.request_focus();
        }
        acts.push(act);
    } else if draft.done {
        Popup::close_id(ui.ctx(), id);
        beside.request_focus();
    } else if shown.response.should_close() && ui.input(|input| input.key_pressed(Key::Escape)) {
        beside.request_focus();
    }
}

/// What the reader typed about a tag, if that is new.
fn meant(row: &TagRow, tag: Option<&Tag>, draft: &Draft) -> Option<Act> {
    let meaning = draft.meaning.trim();
    let before = tag.map_or("", |tag| tag.meaning.trim());
    (meaning != before).then(|| Act::DefineTag(row.name.clone(), meaning.to_owned()))
}

fn name_field() -> Id {
    Id::unique("new name of a tag")
}

fn title(ui: &mut Ui, words: &str, theme: &Theme) {
    ui.label(RichText::new(words).font(type_faces::sans_semibold(measures::PANEL_HEADING.0)).color(theme.muted));
}

/// A name that another tag has makes the two one, and the menu says so before.
fn show_name(ui: &mut Ui, tab: &Tab, row: &TagRow, draft: &mut Draft, theme: &Theme) -> Option<Act> {
    title(ui, message!("rename"), theme);
    let field = TextEdit::singleline(&mut draft.name).id(name_field()).desired_width(f32::INFINITY);
    let field = field.font(type_faces::sans(measures::WINDOW_TEXT.0));
    let field = theme.field(ui, field).accessible_name(message!("new-name"));
    give_keyboard(ui, &field, &mut draft.fresh);
    let name = tab.reading.notes().new_tag_name(&row.name, &draft.name);
    let entered = name_entered(ui, &field, name.as_deref().unwrap_or_default(), &mut draft.fresh, &mut draft.refused);
    if draft.refused {
        say_empty(ui, theme);
    }
    draft.done = entered && name.as_ref() == Some(&row.name);
    let name = name.filter(|name| *name != row.name)?;
    let merges = row.tag.is_some() && tab.reading.notes().tag(&name).is_some();
    if merges {
        let words = message!("tag-merges", name = row.name.as_str(), to = name.as_str());
        ui.label(RichText::new(words).font(type_faces::sans(measures::COUNT.0)).color(theme.warn));
    }
    let stays = row.tag.is_some() && is_nested(&name, &row.name);
    if tab.reading.notes().tags.iter().any(|other| is_nested(&other.name, &row.name)) && !stays {
        let words = RichText::new(message!("tag-along")).font(type_faces::sans(measures::COUNT.0));
        ui.label(words.color(theme.muted));
    }
    let verb = if merges { message!("merge") } else { message!("rename") };
    let clicked = theme.primary_button(ui, verb, egui::Vec2::ZERO).clicked();
    (entered || clicked).then(|| Act::RenameTag(row.name.clone(), name))
}

fn show_colours(ui: &mut Ui, row: &TagRow, tag: Option<&Tag>, theme: &Theme) -> Option<Act> {
    ui.add_space(4.0);
    title(ui, if tag.is_some() { message!("colour") } else { message!("tags-colour") }, theme);
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for colour in Colour::ALL {
            let name = message!("tag-colour", colour = language::colour(colour));
            if swatch(ui, theme, colour, &name, "", tag.is_some_and(|tag| colour == tag.colour)).clicked() {
                chosen = Some(Act::RecolourTag(row.name.clone(), colour));
            }
        }
    });
    chosen
}

fn show_meaning(ui: &mut Ui, draft: &mut Draft, theme: &Theme) -> Option<Act> {
    ui.add_space(4.0);
    title(ui, message!("meaning"), theme);
    let field = TextEdit::multiline(&mut draft.meaning)
        .id(Id::unique("meaning of a tag"))
        .hint_text(message!("meaning-hint"))
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .font(type_faces::sans(measures::WINDOW_TEXT.0));
    let field = theme.field(ui, field).accessible_name(message!("meaning-field"));
    if draft.fresh {
        typed_steps::forget(ui, field.id);
    }
    if field.has_focus() && ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter)) {
        ui.close();
    }
    None
}

fn show_delete(ui: &mut Ui, row: &TagRow, theme: &Theme) -> Option<Act> {
    let name = match row.tag {
        Some(_) => message!("tag-delete", notes = message!("count-notes", count = row.own)),
        None => message!("tags-delete", notes = message!("count-notes", count = row.count)),
    };
    ui.add(theme.quiet_button(&name)).clicked().then(|| Act::DeleteTag(row.name.clone()))
}
