//! The field in which a tag is typed, with the tags that go on from it.

use crate::app::language::message;
use egui::{Id, Key, Modifiers, Rect, TextEdit, Ui, pos2, vec2};

use super::{
    act::Act,
    icon::Icon,
    layers::OtherLayer,
    live_text::say_as_picked,
    note_mark::TagShape,
    row::{give_keyboard, paint_cut, row},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};

/// Completions shown at most.
const COMPLETIONS: usize = 5;

/// What is being typed into the field.
#[derive(Clone, Debug, Default)]
pub struct TagEntry {
    text: String,
    /// The completion that Enter takes; without one Enter takes what was typed.
    picked: Option<usize>,
    /// The field still has to be given the keyboard.
    pub wanted: bool,
}

impl TagEntry {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Forgets what was typed; whether there was anything.
    pub fn clear(&mut self) -> bool {
        let was_typed = !self.text.is_empty();
        *self = Self::default();
        was_typed
    }
}

pub fn field() -> Id {
    Id::unique("tag field")
}

pub fn show(ui: &mut Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let id = field();
    let completions = completions(tab);
    if ui.memory(|memory| memory.has_focus(id)) {
        pick(ui, &mut tab.tag_entry, &completions);
    }
    let before = tab.tag_entry.text.clone();
    let edit = TextEdit::singleline(&mut tab.tag_entry.text)
        .id(id)
        .hint_text(message!("tag-hint"))
        // Tab takes a completion.
        .lock_focus(true)
        .desired_width(measures::TAG_FIELD)
        .font(type_faces::sans(measures::WINDOW_TEXT.0));
    let response = theme.field_between(ui, edit, (30, 8)).accessible_name(message!("tag"));
    let sign = Rect::from_center_size(response.rect.left_center() + vec2(17.0, 0.0), vec2(14.0, 14.0));
    Icon::Tag.paint(ui.painter(), sign, theme.muted);
    give_keyboard(ui, &response, &mut tab.tag_entry.wanted);
    if tab.tag_entry.text != before {
        tab.tag_entry.picked = None;
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let picked = tab.tag_entry.picked.and_then(|number| completions.get(number).cloned());
        let tag = picked.unwrap_or_else(|| tab.tag_entry.text.trim().to_owned());
        if !tag.is_empty() {
            tab.tag_entry.clear();
            acts.push(Act::Tag(tag));
        }
        return;
    }
    // The list stays while there is something typed: a click on it takes the keyboard from the field first.
    if !completions.is_empty() && !tab.tag_entry.text.is_empty() {
        egui::Popup::from_response(&response).open(true).width(180.0).gap(12.0).show(|ui| {
            show_completions(ui, tab, &completions, theme, acts);
        });
    }
}

fn completions(tab: &Tab) -> Vec<String> {
    let typed = tab.tag_entry.text.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let others = tab.layers.all().iter().map(OtherLayer::notes);
    let found = std::iter::once(tab.reading.notes()).chain(others).flat_map(|notes| notes.complete_tag(typed));
    let mut names: Vec<String> = Vec::new();
    for tag in found {
        let is_listed = names.iter().any(|name| name.to_lowercase() == tag.name.to_lowercase());
        if names.len() < COMPLETIONS && !is_listed {
            names.push(tag.name.clone());
        }
    }
    names
}

/// Down and up pick a completion, Tab writes it into the field.
fn pick(ui: &Ui, entry: &mut TagEntry, completions: &[String]) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) && !completions.is_empty() {
        let next = entry.picked.map_or(0, |number| number + 1);
        entry.picked = Some(next.min(completions.len() - 1));
    }
    if pressed(Key::ArrowUp) {
        entry.picked = entry.picked.and_then(|number| number.checked_sub(1));
    }
    if pressed(Key::Tab)
        && let Some(completion) = completions.get(entry.picked.unwrap_or(0))
    {
        entry.text.clone_from(completion);
        entry.picked = None;
    }
}

fn show_completions(ui: &mut Ui, tab: &mut Tab, completions: &[String], theme: &Theme, acts: &mut Vec<Act>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, completion) in completions.iter().enumerate() {
        let tags = &tab.reading.notes().tags;
        let row = row(ui, measures::TAG_ROW, tab.tag_entry.picked == Some(at), theme, || completion);
        if tab.tag_entry.picked == Some(at) {
            say_as_picked(&row);
        }
        if let Some(number) = tags.iter().position(|tag| tag.name == *completion) {
            let centre = pos2(row.rect.left() + 20.0, row.rect.center().y);
            TagShape::of(number).paint(ui.painter(), centre, theme.highlight(tags[number].colour));
        }
        let name = Rect::from_min_max(pos2(row.rect.left() + 34.0, row.rect.top()), row.rect.max);
        paint_cut(ui, name, completion, type_faces::sans(measures::WINDOW_TEXT.0), theme.text);
        if row.clicked() {
            tab.tag_entry.clear();
            acts.push(Act::Tag(completion.clone()));
        }
    }
}
