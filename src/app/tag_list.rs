//! The list of tags in the left panel: the code book, nested, each tag with the notes that carry it and a menu, then the tags
//! that only others gave.

use egui::{Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::{
    act::Act,
    icon::{Icon, IconButton},
    language::{self, message},
    layer_mark::DISC,
    layers::OtherLayer,
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
    let own = tab.reading.notes();
    let others: Vec<(&OtherLayer, &TagRow)> =
        tab.layers.shown().flat_map(|other| other.tags_beside(own).map(move |row| (other, row))).collect();
    heading(ui, theme, message!("tags"), own.tags.len() + others.iter().filter(|(_, row)| row.tag.is_some()).count());
    if tab.facts.tags.is_empty() && others.is_empty() {
        empty(ui, theme, message!("tags-none"));
    }
    rows(ui, measures::TAG_ROW, tab.facts.tags.len() + others.len(), |ui, number| match tab.facts.tags.get(number) {
        Some(row) => show_row(ui, tab, None, row, theme, acts),
        None => {
            let (other, row) = others[number - tab.facts.tags.len()];
            show_row(ui, tab, Some(other), row, theme, acts);
        }
    });
}

/// Shows a tag of the reader's own, or of another layer, whose tags can only be read.
fn show_row(ui: &mut Ui, tab: &Tab, layer: Option<&OtherLayer>, tag: &TagRow, theme: &Theme, acts: &mut Vec<Act>) {
    let line = Filter::line_for_tag(&tag.name);
    let filtered = tab.list.reads(&line);
    let name = || {
        let notes = message!("count-notes", count = tag.count);
        let name = match tag.tag {
            Some(_) => message!("tag-row", name = tag.name.as_str(), notes = notes),
            None => message!("tag-row-above", name = tag.name.as_str(), notes = notes),
        };
        layer.map_or(name.clone(), |layer| message!("tag-row-of", row = name, owner = layer.owner()))
    };
    let row = row(ui, measures::TAG_ROW, filtered, theme, name);
    let rect = row.rect;
    let further = (tag.depth as f32 * FURTHER_IN).min(MOST_IN);
    let book = &layer.map_or(tab.reading.notes(), OtherLayer::notes).tags;
    let explained = tag.tag.and_then(|number| Some((number, book.get(number)?)));
    if let Some((number, tag)) = explained {
        let centre = pos2(rect.left() + SHAPE_AT + further, rect.center().y);
        TagShape::of(number).paint(ui.painter(), centre, theme.highlight(tag.colour));
    }
    let meant = explained.map(|(_, tag)| tag);
    let right = if layer.is_none() && show_more(ui, tab, tag, &row, meant, theme, acts) {
        measures::BUTTON + 12.0
    } else {
        paint_right(ui, rect, &language::number(tag.count), theme)
    };
    let right = match layer {
        None => right,
        Some(layer) => {
            let centre = pos2(rect.right() - right - 6.0 - DISC / 2.0, rect.center().y);
            layer.mark.paint_disc(ui.painter(), centre, theme);
            right + 6.0 + DISC
        }
    };
    let colour = if meant.is_some() { theme.text } else { theme.muted };
    let words = Rect::from_min_max(
        pos2(rect.left() + NAME_AT + further, rect.top()),
        pos2(rect.right() - right - 8.0, rect.bottom()),
    );
    paint_cut(ui, words, &tag.last.replace('/', " / "), type_faces::sans(measures::WINDOW_TEXT.0), colour);
    if row.clicked() {
        acts.push(Act::Filter((!filtered).then_some(line)));
    }
    let click = if filtered { message!("tag-all") } else { message!("tag-only") };
    explain(row, || {
        let meaning = meant.map(|tag| tag.meaning.clone()).filter(|meaning| !meaning.is_empty());
        let whose = layer.map(|layer| message!("tag-of", owner = layer.owner()));
        meaning.into_iter().chain(whose).chain([click.to_owned()]).collect::<Vec<_>>().join("\n")
    });
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
