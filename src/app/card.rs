//! A card: an annotation's words, note, tags and time.

use std::sync::Arc;

use crate::app::language::message;
use egui::{
    CornerRadius, Frame, Galley, Id, Key, Margin, Rect, RichText, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use super::{
    act::Act,
    clock,
    column::{lay_out_from_right, runs_left},
    icon::{Icon, IconButton},
    kept_words,
    language::inner,
    layer_mark::DISC,
    layers::NoteKey,
    linked_rows,
    note_mark::{TagShape, tag_chip},
    note_text,
    passage_change::WordsBefore,
    row::{give_keyboard, paint_focus},
    tab::{Tab, WantedLayer},
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    article::TextRange,
    excerpt::one_line,
    notes::{Annotation, Extent, Place, Tag},
    reading::Filter,
};

/// How much wider a chip is than its words, with the space behind it; and the room that the time takes.
const CHIP_BESIDE: f32 = 36.0;
const TIME: f32 = 76.0;
/// More characters of a passage than this do not fit on its two rows. Most rows are full with far fewer: one for so many
/// points of the card's width are tried first.
const MOST_SHOWN: usize = 1000;
const TRIED_FIRST: f32 = 2.5;
const PASSAGE_ROWS: usize = 2;

/// Shows the card of a note of the reader's own, or of another layer, whose notes can only be read.
pub fn show(ui: &mut Ui, tab: &mut Tab, key: &NoteKey, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(annotation) = tab.note(key).cloned() else {
        return;
    };
    let chosen = tab.chosen.as_ref() == Some(key);
    let width = ui.available_width();
    let words = head(tab, &annotation);
    let ground = ui.painter().add(egui::Shape::Noop);
    let frame = Frame::new().inner_margin(Margin { left: 15, right: 10, top: 8, bottom: 8 });
    let mut hovered = false;
    let shown = frame.show(ui, |ui| {
        ui.set_width(width - 25.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        if let Some(layer) = &key.layer {
            show_owner(ui, tab, layer, theme);
        }
        if !annotation.by.is_empty() {
            show_writer(ui, &annotation.by, theme);
        }
        let passage = show_passage(ui, &words, &annotation, theme);
        hovered |= passage.hovered();
        if passage.clicked() {
            // First the jump, while the place that it leads away from is still known.
            acts.extend(tab.range_to_show(&annotation).map(Act::GoTo));
            acts.push(Act::Choose(Some(key.clone())));
        }
        if key.layer.is_none() {
            show_note(ui, tab, &annotation, theme, acts);
            show_state(ui, tab, &annotation, theme, acts);
        } else {
            show_as_read(ui, &annotation, theme);
        }
        linked_rows::show(ui, tab, key, theme, acts);
        show_foot(ui, tab, key, &annotation, theme, acts);
        if chosen && key.layer.is_some() {
            show_copying(ui, tab, key, theme, acts);
        }
    });
    let rect = shown.response.rect;
    let outline = if chosen { Stroke::new(2.0, theme.accent) } else { theme.outline() };
    let card = egui::epaint::RectShape::new(
        rect,
        CornerRadius::same(measures::CARD_RADIUS),
        theme.raised,
        outline,
        egui::StrokeKind::Inside,
    );
    let edge = theme.highlight(annotation.colour).edge;
    let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 8.0), pos2(rect.left() + 3.0, rect.bottom() - 8.0));
    ui.painter().set(ground, card);
    if annotation.place == Place::Orphan {
        let line = [bar.center_top(), bar.center_bottom()];
        ui.painter().extend(egui::Shape::dashed_line(&line, Stroke::new(3.0, edge), 4.0, 3.0));
    } else {
        ui.painter().rect_filled(bar, 1.5, edge);
    }
}

/// Whose note it is: the mark of the layer and the owner's name.
fn show_owner(ui: &mut Ui, tab: &Tab, layer: &str, theme: &Theme) {
    let Some(other) = tab.layers.get(layer) else {
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (place, _) = ui.allocate_exact_size(vec2(DISC, DISC), Sense::hover());
        other.mark.paint_disc(ui.painter(), place.center(), theme);
        let name = RichText::new(other.owner()).font(type_faces::sans_semibold(measures::SMALL.0));
        ui.add(egui::Label::new(name.color(theme.muted)).truncate());
    });
}

/// Who wrote a note that was merged into somebody else's.
fn show_writer(ui: &mut Ui, name: &str, theme: &Theme) {
    let words = RichText::new(message!("card-by", name = name)).font(type_faces::sans_semibold(measures::SMALL.0));
    ui.add(egui::Label::new(words.color(theme.muted)).truncate());
}

/// What another person wrote, and what became of their passage.
fn show_as_read(ui: &mut Ui, annotation: &Annotation, theme: &Theme) {
    if !annotation.note.is_empty() {
        note_text::show(ui, &annotation.note, theme);
    }
    let state = match annotation.place {
        Place::Exact(_) | Place::Article => return,
        Place::Changed(_) => RichText::new(message!("passage-changed")).color(theme.warn),
        Place::Orphan => RichText::new(message!("passage-gone")).color(theme.muted),
    };
    ui.label(state.font(type_faces::sans(measures::SMALL.0)));
}

/// What has to be done before a note of another layer can be changed, or why it cannot be.
fn show_copying(ui: &mut Ui, tab: &Tab, key: &NoteKey, theme: &Theme, acts: &mut Vec<Act>) {
    let other = key.layer.as_ref().and_then(|name| tab.layers.get(name));
    if let Some(own) = other.filter(|other| other.layer.is_of(tab.reading.reader())) {
        if ui.add(egui::Button::new(message!("layer-write", layer = own.name()))).clicked() {
            acts.push(Act::WriteLayer(WantedLayer::Signed(own.name().to_owned())));
        }
        return;
    }
    let owner = other.map_or(message!("somebody-else"), |other| other.owner());
    let text = message!("card-of", owner = owner);
    ui.label(RichText::new(text).font(type_faces::sans(measures::SMALL.0)).color(theme.muted));
    let is_there = tab.note(key).is_some_and(|annotation| annotation.place != Place::Orphan) && !tab.read_only;
    if ui.add_enabled(is_there, egui::Button::new(message!("card-copy"))).clicked() {
        acts.push(Act::CopyNote(key.clone()));
    }
}

/// What a card shows of that which its note is on, as it reads now.
fn head(tab: &Tab, annotation: &Annotation) -> String {
    let words = match annotation.place {
        Place::Article => return message!("on-article").to_owned(),
        Place::Changed(range) => one_line(tab.reading.article().slice(range)),
        Place::Exact(_) | Place::Orphan => quote(annotation),
    };
    match annotation.extent {
        Extent::Words => words,
        Extent::Paragraph => format!("¶ {words}"),
    }
}

/// What a click on that is called where it is not seen.
fn name_of_head(annotation: &Annotation) -> String {
    match (annotation.place, annotation.extent) {
        (Place::Article, _) => message!("card-go-article").to_owned(),
        (_, Extent::Words) => message!("card-go", words = inner(&quote(annotation))),
        (_, Extent::Paragraph) => message!("card-go-paragraph", words = inner(&quote(annotation))),
    }
}

fn quote(annotation: &Annotation) -> String {
    one_line(&annotation.selector.quote)
}

/// How the words read before they changed; those that are there no longer are underlined.
fn show_words_before(ui: &mut Ui, tab: &Tab, annotation: &Annotation, range: TextRange, theme: &Theme) {
    let was = WordsBefore::of(&quote(annotation), &one_line(tab.reading.article().slice(range)));
    let format = |colour| TextFormat {
        line_height: Some(measures::CARD_WORDS.1),
        ..TextFormat::simple(type_faces::serif(measures::CARD_WORDS.0), colour)
    };
    let underlined = TextFormat { underline: Stroke::new(1.0, theme.text), ..format(theme.text) };
    let mut job = LayoutJob::default();
    job.append(message!("card-was"), 0.0, format(theme.text));
    job.append(&format!(" {}", was.before), 0.0, format(theme.text));
    job.append(&was.gone, 0.0, underlined);
    job.append(&was.after, 0.0, format(theme.text));
    job.wrap = TextWrapping { max_width: ui.available_width(), max_rows: 3, ..Default::default() };
    ui.label(job);
}

fn show_passage(ui: &mut Ui, words: &str, annotation: &Annotation, theme: &Theme) -> egui::Response {
    let width = ui.available_width();
    let galley = lay_out_passage(ui, words, (width / TRIED_FIRST) as usize, theme);
    let galley = if galley.elided { galley } else { lay_out_passage(ui, words, MOST_SHOWN, theme) };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name_of_head(annotation)));
    let colour = if response.hovered() { theme.text } else { theme.muted };
    ui.painter().galley_with_override_text_color(rect.min, galley, colour);
    if response.has_focus() {
        paint_focus(ui.painter(), rect.expand(2.0), theme);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Lays out so many characters of a passage on two rows.
fn lay_out_passage(ui: &Ui, words: &str, characters: usize, theme: &Theme) -> Arc<Galley> {
    let words: String = words.chars().take(characters).collect();
    let width = ui.available_width();
    let format = TextFormat {
        line_height: Some(measures::CARD_WORDS.1),
        ..TextFormat::simple(type_faces::serif(measures::CARD_WORDS.0), theme.muted)
    };
    if runs_left(&words) {
        return lay_out_from_right(ui.painter(), &words, format, width, PASSAGE_ROWS).0;
    }
    let mut job = LayoutJob::single_section(words, format);
    job.wrap = TextWrapping { max_width: width, max_rows: PASSAGE_ROWS, ..Default::default() };
    ui.painter().layout_job(job)
}

fn show_note(ui: &mut Ui, tab: &mut Tab, annotation: &Annotation, theme: &Theme, acts: &mut Vec<Act>) {
    if let Some(writing) = tab.writing.as_mut().filter(|writing| writing.id == annotation.id) {
        let id = Id::unique("note field").with(&writing.id);
        let is_fresh = writing.fresh;
        let field = TextEdit::multiline(&mut writing.text)
            .id(id)
            .hint_text(message!("note-hint"))
            .desired_rows(3)
            .desired_width(f32::INFINITY)
            .font(type_faces::sans(13.0));
        let response = theme.field(ui, field).accessible_name(message!("note"));
        give_keyboard(ui, &response, &mut writing.fresh);
        if is_fresh {
            // The caret stands at the end, which is what is seen of a note that is taller than the view.
            let field = response.rect;
            let top = field.top().max(field.bottom() - ui.clip_rect().height() / 2.0);
            ui.scroll_to_rect(Rect::from_min_max(pos2(field.left(), top), field.max), None);
        }
        if response.changed() {
            acts.push(Act::WriteNote(annotation.id.clone(), writing.text.clone()));
        }
        let done = ui
            .input(|input| input.key_pressed(Key::Escape) || input.modifiers.command && input.key_pressed(Key::Enter));
        if response.lost_focus() && !is_fresh || response.has_focus() && done {
            acts.push(Act::EndNote);
        }
    } else if !annotation.note.is_empty() {
        let note = note_text::show(ui, &annotation.note, theme);
        if note.on_hover_text(message!("card-edit")).clicked() {
            acts.push(Act::EditNote(annotation.id.clone()));
        }
    }
}

fn show_state(ui: &mut Ui, tab: &Tab, annotation: &Annotation, theme: &Theme, acts: &mut Vec<Act>) {
    let small =
        |words: &str, colour| RichText::new(words.to_owned()).font(type_faces::sans(measures::SMALL.0)).color(colour);
    match annotation.place {
        Place::Exact(_) | Place::Article => {}
        Place::Changed(range) => {
            Frame::new().fill(theme.warn_ground).corner_radius(6.0).inner_margin(8.0).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| {
                    let (place, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
                    Icon::Warning.paint(ui.painter(), place, theme.warn);
                    ui.label(small(message!("passage-changed"), theme.warn));
                });
                show_words_before(ui, tab, annotation, range, theme);
                ui.horizontal(|ui| {
                    if theme.primary_button(ui, message!("card-keep"), egui::Vec2::ZERO).clicked() {
                        acts.push(Act::KeepHere(annotation.id.clone(), range));
                    }
                    if ui.add(theme.quiet_button(message!("delete"))).clicked() {
                        acts.push(Act::Delete(annotation.id.clone()));
                    }
                });
            });
        }
        Place::Orphan => {
            ui.label(small(message!("passage-gone"), theme.muted));
            ui.horizontal(|ui| {
                let words = tab.selected().filter(|_| !tab.read_only);
                let place = ui.add_enabled(words.is_some(), theme.quiet_button(message!("card-place")));
                let place = place.on_hover_text(message!("card-place-hint"));
                let clicked = place.on_disabled_hover_text(message!("card-place-first")).clicked();
                if let Some(range) = words.filter(|_| clicked) {
                    acts.push(Act::KeepHere(annotation.id.clone(), range));
                }
                if ui.add(theme.quiet_button(message!("delete"))).clicked() {
                    acts.push(Act::Delete(annotation.id.clone()));
                }
            });
        }
    }
}

/// The tags, each of which can be taken off, what can be done, and when it was changed: in one row where there is room.
fn show_foot(ui: &mut Ui, tab: &Tab, key: &NoteKey, annotation: &Annotation, theme: &Theme, acts: &mut Vec<Act>) {
    let chip_width = |name: &String| {
        let font = type_faces::sans(measures::SMALL.0);
        kept_words::in_a_row(ui.painter(), &name.replace('/', " / "), font, theme.text).size().x + CHIP_BESIDE
    };
    let chips: f32 = annotation.tags.iter().map(chip_width).sum();
    let other = key.layer.as_ref().and_then(|name| tab.layers.get(name));
    let tags = other.map_or(tab.reading.notes(), |other| other.notes()).tags.as_slice();
    let chosen = other.is_none() && tab.chosen.as_ref() == Some(key);
    let beside = if chosen { TIME + 2.0 * 32.0 } else { TIME };
    let show_tags = |ui: &mut Ui, acts: &mut Vec<Act>| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for name in &annotation.tags {
            show_chip(ui, tags, chosen, annotation, name, theme, acts);
        }
    };
    if chips + beside > ui.available_width() {
        ui.horizontal_wrapped(|ui| show_tags(ui, acts));
        ui.horizontal(|ui| show_time(ui, annotation, chosen, theme, acts));
    } else {
        ui.horizontal(|ui| {
            show_tags(ui, acts);
            show_time(ui, annotation, chosen, theme, acts);
        });
    }
}

fn show_time(ui: &mut Ui, annotation: &Annotation, chosen: bool, theme: &Theme, acts: &mut Vec<Act>) {
    // From left to right, which is how the keyboard goes through them, and at the right end.
    let (time, font) = (clock::short(annotation.changed), type_faces::sans(measures::SMALL.0));
    let time = kept_words::in_a_row(ui.painter(), &time, font, theme.muted);
    let buttons = if chosen { 2.0 * (measures::BUTTON + ui.spacing().item_spacing.x) } else { 0.0 };
    ui.add_space((ui.available_width() - time.size().x - buttons).max(0.0));
    if chosen && IconButton::new(Icon::Note, message!("card-edit-note")).side(measures::BUTTON).show(ui).clicked() {
        acts.push(Act::EditNote(annotation.id.clone()));
    }
    if chosen && IconButton::new(Icon::Delete, message!("card-delete")).side(measures::BUTTON).show(ui).clicked() {
        acts.push(Act::Delete(annotation.id.clone()));
    }
    ui.label(time);
}

/// A tag: a click shows the notes that have it, or takes it off the chosen one.
fn show_chip(
    ui: &mut Ui,
    tags: &[Tag],
    chosen: bool,
    annotation: &Annotation,
    name: &str,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let number = tags.iter().position(|tag| tag.name == name);
    let colour = number.map_or_else(Default::default, |number| tags[number].colour);
    let shape = TagShape::of(number.unwrap_or_default());
    let response = tag_chip(ui, theme, shape, colour, &name.replace('/', " / "));
    if response.clicked() {
        acts.push(if chosen {
            Act::Untag(annotation.id.clone(), name.to_owned())
        } else {
            Act::Filter(Some(Filter::line_for_tag(name)))
        });
    }
    let click = if chosen { message!("chip-off") } else { message!("chip-only") };
    let meaning = number.map_or("", |number| tags[number].meaning.as_str());
    response.on_hover_text(if meaning.is_empty() { click.to_owned() } else { format!("{meaning}\n{click}") });
}
