//! The list of tags in the left panel: the code book, nested, each tag with the notes that carry it and a menu.

use egui::{Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    language::message,
    left_panel::{empty, heading, paint_right},
    note_mark::TagShape,
    row::{asks_for_menu, explain, paint_cut, row, rows},
    tab::Tab,
    tag_menu,
    theme::{Theme, measures},
    type_faces,
};
use crate::{notes::TagRow, reading::Filter};

/// Where a tag's shape and its name stand in its row, and how much further in each is that it is nested in.
const SHAPE_AT: f32 = 36.0;
const NAME_AT: f32 = 55.0;
const FURTHER_IN: f32 = 14.0;
/// Further in than this no row begins, so that a name has room.
const MOST_IN: f32 = 56.0;

pub fn show(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    heading(ui, theme, message!("tags"), tab.reading.notes().tags.len());
    if tab.facts.tags.is_empty() {
        empty(ui, theme, message!("tags-none"));
    }
    rows(ui, measures::TAG_ROW, tab.facts.tags.len(), |ui, number| {
        show_row(ui, tab, &tab.facts.tags[number], theme, acts);
    });
}

fn show_row(ui: &mut Ui, tab: &Tab, tag: &TagRow, theme: &Theme, acts: &mut Vec<Act>) {
    let line = Filter::line_for_tag(&tag.name);
    let filtered = tab.list.reads(&line);
    let name = || {
        let notes = message!("count-notes", count = tag.count);
        match tag.tag {
            Some(_) => message!("tag-row", name = tag.name.as_str(), notes = notes),
            None => message!("tag-row-above", name = tag.name.as_str(), notes = notes),
        }
    };
    let row = row(ui, measures::TAG_ROW, filtered, theme, name);
    let rect = row.rect;
    let further = (tag.depth as f32 * FURTHER_IN).min(MOST_IN);
    let book = &tab.reading.notes().tags;
    let own = tag.tag.and_then(|number| Some((number, book.get(number)?)));
    if let Some((number, own)) = own {
        let centre = pos2(rect.left() + SHAPE_AT + further, rect.center().y);
        TagShape::of(number).paint(ui.painter(), centre, theme.highlight(own.colour));
    }
    let button = show_more(ui, tab, tag, &row, own.map(|(_, own)| own), theme, acts);
    let right = if button { measures::BUTTON + 12.0 } else { paint_right(ui, rect, &tag.count.to_string(), theme) };
    let colour = if own.is_some() { theme.text } else { theme.muted };
    let words = Rect::from_min_max(
        pos2(rect.left() + NAME_AT + further, rect.top()),
        pos2(rect.right() - right - 8.0, rect.bottom()),
    );
    paint_cut(ui, words, &tag.last.replace('/', " / "), type_faces::sans(measures::WINDOW_TEXT.0), colour);
    if row.clicked() {
        acts.push(Act::Filter((!filtered).then_some(line)));
    }
    let click = if filtered { message!("tag-all") } else { message!("tag-only") };
    let meaning = own.map_or("", |(_, own)| own.meaning.as_str());
    explain(row, || if meaning.is_empty() { click.to_owned() } else { format!("{meaning}\n{click}") });
}

/// The button that opens the menu of a tag, seen when the row is meant, and the menu; whether the button is seen.
fn show_more(
    ui: &mut Ui,
    tab: &Tab,
    tag: &TagRow,
    row: &Response,
    own: Option<&crate::notes::Tag>,
    theme: &Theme,
    acts: &mut Vec<Act>,
) -> bool {
    let centre = pos2(row.rect.right() - 8.0 - measures::BUTTON / 2.0, row.rect.center().y);
    let place = Rect::from_center_size(centre, vec2(measures::BUTTON, measures::BUTTON));
    let mut inside = ui.new_child(UiBuilder::new().id_salt(("more", &tag.name)).max_rect(place));
    let menu = tag_menu::id(tab.id, &tag.name);
    let has_focus = row.has_focus() || ui.memory(|memory| memory.has_focus(inside.next_auto_id()));
    let is_open = egui::Popup::is_id_open(ui.ctx(), menu);
    let seen = ui.rect_contains_pointer(row.rect) || has_focus || is_open;
    if !seen {
        inside.set_opacity(0.0);
    }
    let name = match own {
        Some(_) => message!("tag-more", name = tag.name.as_str()),
        None => message!("tags-more", name = tag.name.as_str()),
    };
    let button = IconButton::new(Icon::More, &name).side(measures::BUTTON).show(&mut inside);
    let asked = row.secondary_clicked() || button.clicked() || button.secondary_clicked() || asks_for_menu(ui, row);
    tag_menu::show(ui, tab, (tag, own), row, asked, theme, acts);
    seen
}
