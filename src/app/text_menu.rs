//! The menu on the text: what can be done with the words, the highlight or the quotation there. The right mouse button opens
//! it, and the keys for menus do.

use egui::{Context, Id, Key, Modifiers, Popup, PopupCloseBehavior, Pos2, SetOpenCommand, Ui};

use super::{
    act::Act, annotation_bar::show_colours, command::Command, language::message, performing::is_possible, tab::Tab,
    theme::Theme, top_bar::show_choice,
};

const WIDTH: f32 = 260.0;

/// The menu while it is open.
#[derive(Clone, Copy, Debug)]
pub struct TextMenu {
    at: Pos2,
    /// It has yet to be opened, and its first row to be given the keyboard.
    fresh: bool,
}

impl TextMenu {
    pub fn at(point: Pos2) -> Self {
        Self { at: point, fresh: true }
    }
}

/// Opens the menu where the reader is, if the keys for that were pressed.
pub fn take_keys(context: &Context, tab: &mut Tab) {
    let asked = context.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
    });
    if asked {
        let caret = tab.column.caret_on_screen(tab.reading.article(), tab.place()).map(|[_, bottom]| bottom);
        let top = || tab.column.pane().map(|pane| pane.center_top());
        tab.text_menu = caret.or_else(top).map(TextMenu::at);
    }
}

/// Shows the menu while it is open.
pub fn show(ui: &Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(mut menu) = tab.text_menu.take() else { return };
    let id = Id::unique("text menu");
    let popup = Popup::new(id, ui.ctx().clone(), menu.at, ui.layer_id()).width(WIDTH);
    let popup = popup.open_memory(menu.fresh.then_some(SetOpenCommand::Bool(true)));
    let shown = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        Theme::menu_style(ui.style_mut());
        ui.set_width(WIDTH);
        show_choices(ui, tab, &mut menu, theme, acts);
    });
    // A key of a command serves here as everywhere.
    let is_done = acts.iter().any(|act| matches!(act, Act::Do(_) | Act::Find(_)));
    if is_done {
        Popup::close_id(ui.ctx(), id);
    } else if shown.is_some() {
        tab.text_menu = Some(menu);
    }
}

fn show_choices(ui: &mut Ui, tab: &Tab, menu: &mut TextMenu, theme: &Theme, acts: &mut Vec<Act>) {
    if menu.fresh {
        // The first thing in the menu takes the keyboard.
        let first = ui.next_auto_id();
        ui.memory_mut(|memory| memory.request_focus(first));
        menu.fresh = !ui.memory(|memory| memory.has_focus(first)) || ui.is_sizing_pass();
    }
    let mut choice = |ui: &mut Ui, name: &str, command: Command, act: Act| {
        if is_possible(command, Some(tab)) && show_choice(ui, name, command, None, theme) {
            acts.push(act);
        }
    };
    for command in [Command::CorrectSpeaker, Command::NotSpeech, Command::Copy, Command::Note, Command::Tag] {
        choice(ui, command.shown(), command, Act::Do(command));
    }
    let words = tab.selected().or_else(|| tab.chosen_annotation()?.place.range());
    if let Some(words) = words {
        let words = tab.reading.article().slice(words);
        if !words.contains('\n') {
            choice(ui, message!("find-this"), Command::Find, Act::Find(words.to_owned()));
        }
    }
    choice(ui, Command::DeleteAnnotation.shown(), Command::DeleteAnnotation, Act::Do(Command::DeleteAnnotation));
    if is_possible(Command::Highlight(crate::notes::Colour::default()), Some(tab)) {
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            let chosen = tab.chosen_own().and_then(|id| tab.reading.annotation(id));
            show_colours(ui, chosen, theme, acts);
        });
        ui.add_space(6.0);
    }
}
