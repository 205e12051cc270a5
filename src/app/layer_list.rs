//! The list of layers in the left panel: whose notes there are, each with its mark and a box that shows them or puts them
//! away.

use crate::app::language::{self, message};
use egui::{
    Button, Color32, CornerRadius, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    act::Act,
    command::Command,
    icon::{Icon, IconButton},
    layers::OtherLayer,
    left_panel::{PADDING, heading, paint_right},
    row::{paint_cut, paint_focus, row},
    tab::{Tab, WantedLayer},
    theme::{Theme, measures},
    type_faces,
};

/// The side of a box to tick.
const BOX: f32 = 14.0;
/// Where a layer's mark stands in its row, and how wide the sign behind its name is.
const MARK_AT: f32 = 46.0;
const SIGN: f32 = 12.0;

pub fn show(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    heading(ui, theme, message!("layers"), tab.layers.all().len() + 1);
    show_own(ui, tab, theme, acts);
    for other in tab.layers.all() {
        show_other(ui, tab, other, theme, acts);
    }
    if tab.layer != tab.usual_layer && tab.layers.get(&tab.usual_layer).is_none() {
        let name = message!("layer-write", layer = tab.usual_layer.as_str());
        let row = row(ui, measures::TAG_ROW, false, theme, || name.as_str());
        paint_cut(ui, row.rect.shrink2(vec2(PADDING, 0.0)), &name, type_faces::sans(measures::COUNT.0), theme.accent);
        if row.clicked() {
            acts.push(Act::WriteLayer(WantedLayer::Signed(tab.usual_layer.clone())));
        }
    }
    if tab.reading.reader().is_empty() {
        let row = row(ui, measures::TAG_ROW, false, theme, || message!("layers-name"));
        let place = row.rect.shrink2(vec2(PADDING, 0.0));
        paint_cut(ui, place, message!("layers-name"), type_faces::sans(measures::COUNT.0), theme.accent);
        if row.clicked() {
            acts.push(Act::Do(Command::YourName));
        }
        row.on_hover_text(Command::YourName.help());
    }
}

fn show_own(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let notes = tab.reading.notes();
    let count = notes.annotations.len();
    let own = || message!("layer-own").to_owned();
    // Of several layers of the reader's each is seen under its name.
    let (name, seen) = if !notes.author.is_empty() && notes.author != tab.reading.reader() {
        let begun = message!("layer-begun", name = notes.author.as_str());
        (begun.clone(), begun)
    } else if !tab.own_layers().is_empty() {
        (message!("layer-own-named", layer = tab.layer.as_str()), tab.layer.clone())
    } else {
        (own(), own())
    };
    let shown = tab.layers.is_own_shown();
    let row = ticked_row(
        ui,
        shown,
        theme,
        &message!("layer-row", name = name.as_str(), notes = message!("count-notes", count = count)),
    );
    let centre = pos2(row.rect.left() + MARK_AT, row.rect.center().y);
    Icon::Note.paint(ui.painter(), Rect::from_center_size(centre, vec2(SIGN, SIGN)), theme.muted);
    let width = paint_right(ui, row.rect, &language::number(count), theme);
    paint_name(ui, row.rect, &seen, width, shown, theme);
    if row.clicked() {
        acts.push(Act::ShowLayer(None, !shown));
    }
    row.on_hover_text(if shown { message!("layer-own-hide") } else { message!("layer-own-show") });
}

fn show_other(ui: &mut Ui, tab: &Tab, other: &OtherLayer, theme: &Theme, acts: &mut Vec<Act>) {
    let count = other.notes().annotations.len();
    let own = other.layer.is_of(tab.reading.reader());
    let state = match (!other.layer.warnings.is_empty(), own) {
        (true, _) => message!("layer-damaged"),
        (false, true) => message!("layer-yours"),
        (false, false) => message!("layer-read-only"),
    };
    let shown = tab.layers.is_shown(other);
    let owner = if own { message!("layer-own-named", layer = other.name()) } else { other.owner().to_owned() };
    let owner = owner.as_str();
    let name = message!("layer-other", owner = owner, notes = message!("count-notes", count = count), state = state);
    let row = ticked_row(ui, shown, theme, &name);
    let middle = row.rect.center().y;
    other.mark.paint_disc(ui.painter(), pos2(row.rect.left() + MARK_AT, middle), theme);
    let width = paint_right(ui, row.rect, &language::number(count), theme);
    let sign = Rect::from_center_size(pos2(row.rect.right() - width - 8.0 - SIGN / 2.0, middle), vec2(SIGN, SIGN));
    if other.layer.warnings.is_empty() {
        show_sign(ui, tab, other, sign, own, acts);
    } else {
        Icon::Warning.paint(ui.painter(), sign, theme.warn);
    }
    let seen = if own { other.name() } else { owner };
    paint_name(ui, row.rect, seen, width + SIGN + 8.0, shown, theme);
    if row.clicked() {
        acts.push(Act::ShowLayer(Some(other.layer.name.clone()), !shown));
    }
    let file = format!("{}.{}.ron", tab.reading.article().name(), other.layer.name);
    let click = if shown { message!("layer-hide") } else { message!("layer-show") };
    let notes = match own {
        true => message!("layer-own-hint", file = file, click = click),
        false => message!("layer-hint", file = file, click = click),
    };
    row.on_hover_text(match language::sidecar_warnings(&other.layer.warnings) {
        Some(problem) => format!("{problem}\n{notes}"),
        None => notes,
    });
}

/// The sign that says whether a layer can be changed: a pencil to write it, a lock to say that it is the reader's.
fn show_sign(ui: &mut Ui, tab: &Tab, other: &OtherLayer, place: Rect, own: bool, acts: &mut Vec<Act>) {
    let place = Rect::from_center_size(place.center(), vec2(measures::BUTTON, measures::BUTTON));
    let mut inside = ui.new_child(UiBuilder::new().id_salt(("sign", other.name())).max_rect(place));
    if own {
        let name = message!("layer-write", layer = other.name());
        if IconButton::new(Icon::Note, &name).side(measures::BUTTON).show(&mut inside).clicked() {
            acts.push(Act::WriteLayer(WantedLayer::Signed(other.name().to_owned())));
        }
        return;
    }
    let name = message!("layer-locked", owner = other.owner());
    let lock = IconButton::new(Icon::Lock, &name).side(measures::BUTTON).show(&mut inside);
    Popup::menu(&lock).show(|ui| {
        let is_named = !tab.reading.reader().is_empty();
        let claim = ui.add_enabled(is_named, Button::new(Command::ClaimLayer.shown()));
        if claim.on_disabled_hover_text(message!("why-claim-name")).clicked() {
            acts.push(Act::WriteLayer(WantedLayer::Claimed(other.name().to_owned())));
        }
    });
}

fn paint_name(ui: &Ui, row: Rect, name: &str, right: f32, shown: bool, theme: &Theme) {
    let place =
        Rect::from_min_max(pos2(row.left() + MARK_AT + 15.0, row.top()), pos2(row.right() - right - 8.0, row.bottom()));
    let colour = if shown { theme.text } else { theme.muted };
    paint_cut(ui, place, name, type_faces::sans(measures::WINDOW_TEXT.0), colour);
}

/// A row with a box at its left that is ticked or not; a click anywhere on it counts.
fn ticked_row(ui: &mut Ui, ticked: bool, theme: &Theme, name: &str) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measures::TAG_ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, name));
    let ground = if response.hovered() { theme.hover } else { Color32::TRANSPARENT };
    ui.painter().rect_filled(rect.shrink2(vec2(8.0, 0.0)), 6.0, ground);
    let place = Rect::from_center_size(pos2(rect.left() + PADDING + BOX / 2.0, rect.center().y), vec2(BOX, BOX));
    let outline = Stroke::new(measures::FIELD_OUTLINE, if ticked { theme.accent } else { theme.faint });
    let fill = if ticked { theme.accent } else { Color32::TRANSPARENT };
    ui.painter().rect(place, CornerRadius::same(3), fill, outline, StrokeKind::Inside);
    if ticked {
        Icon::Check.paint(ui.painter(), place.shrink(2.0), theme.on_accent);
    }
    if response.has_focus() {
        paint_focus(ui.painter(), rect.shrink2(vec2(8.0, 1.0)), theme);
    }
    response
}
