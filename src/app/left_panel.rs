//! The panel left of the text: who speaks, which tags there are, whose notes are shown, and the article's outline.

mod kept_lists;

use crate::app::language::{self, message};
use egui::{
    Color32, Id, LayerId, Order, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

pub use kept_lists::KeptLists;

use super::{
    act::Act,
    facts::SpeakerFacts,
    layer_list,
    listening::Listening,
    outline, region,
    row::{explain, padded, paint_cut, row, rows},
    speaker_menu,
    tab::Tab,
    tag_list,
    theme::{Theme, measures},
    type_faces,
};
use crate::speech::{Speaker, SpeakerId};

pub(super) const PADDING: f32 = 16.0;
const HEADING: f32 = measures::PANEL_HEADING.1;
const UNDER_HEADING: f32 = 6.0;
/// The room for what is counted of a speaker.
const COUNTS: f32 = 72.0;
/// So many speakers are listed whole; of more, the first so many.
const LISTED_WHOLE: usize = 12;
const LISTED_FIRST: usize = 10;
/// The space between two lists.
const BETWEEN: f32 = 22.0;

/// Shows the panel; `outline_wanted` gives the keyboard to the outline.
pub fn show(
    ui: &mut Ui,
    tab: &Tab,
    kept: &mut KeptLists,
    outline_wanted: &mut outline::Wanted,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    region::name(ui, message!("panel-left"));
    ui.spacing_mut().scroll = egui::style::ScrollStyle::floating();
    ScrollArea::vertical().id_salt("left panel").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        kept.show(ui, tab, theme, |ui| {
            ui.add_space(PADDING);
            show_speakers(ui, tab, theme, acts);
            ui.add_space(BETWEEN);
            tag_list::show(ui, tab, theme, acts);
            ui.add_space(BETWEEN);
            if !tab.layers.all().is_empty() {
                layer_list::show(ui, tab, theme, acts);
                ui.add_space(BETWEEN);
            }
        });
        outline::show(ui, tab, outline_wanted, theme, acts);
        ui.add_space(BETWEEN);
    });
}

fn show_speakers(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let speech = tab.reading.speech();
    heading(ui, theme, message!("speakers"), speech.speakers.len());
    if speech.speakers.is_empty() {
        let text = match tab.listening {
            Listening::Going { .. } => message!("speakers-looking"),
            Listening::Stopped { .. } => message!("speakers-stopped"),
            Listening::Done if speech.quotations.is_empty() => message!("speakers-none"),
            Listening::Done => message!("speakers-unnamed"),
        };
        empty(ui, theme, text);
        return;
    }
    if !tab.listening.is_done() && tab.nearby.known.is_some() {
        empty(ui, theme, message!("speakers-near"));
    }
    let listed = listed(tab);
    rows(ui, measures::SPEAKER_ROW, listed.len(), |ui, at| {
        let number = listed[at];
        let speaker = &speech.speakers[number];
        let id = SpeakerId::at(number);
        let listened = tab.listened == Some(id);
        let facts = tab.facts.speaker(id);
        let share = language::share(facts.share);
        let row = row(ui, measures::SPEAKER_ROW, listened, theme, || {
            let quotations = message!("count-quotations", count = speaker.quotations);
            message!("speaker-row", name = speaker.name.as_str(), quotations = quotations, share = share.as_str())
        });
        let rect = row.rect;
        let key = Rect::from_min_max(pos2(rect.left() + PADDING, rect.top()), rect.max);
        tab.marks.mark(Some(id)).paint_key(ui.painter(), key, tab.marks.letter(Some(id)), theme);
        let counts = format!("{} · {share}", language::number(speaker.quotations));
        let counts_width = paint_right(ui, rect, &counts, theme);
        let name = Rect::from_min_max(
            pos2(rect.left() + 55.0, rect.top()),
            pos2(rect.right() - counts_width - 8.0, rect.bottom()),
        );
        paint_cut(ui, name, &speaker.name, type_faces::sans(13.0), theme.text);
        // As long in each row, so that shares can be compared.
        let bar = Rect::from_min_max(name.min, pos2(rect.right() - PADDING - COUNTS, rect.bottom()));
        paint_share(ui, bar, facts.share, tab.marks.mark(Some(id)).ink(theme), theme);
        if row.clicked() {
            acts.push(Act::ListenTo(Some(id)));
        }
        let row = row.interact(Sense::click_and_drag());
        row.dnd_set_drag_payload(id);
        if row.dragged() {
            paint_dragged(ui, &speaker.name, theme);
        }
        if row.dnd_hover_payload::<SpeakerId>().is_some_and(|other| *other != id) {
            let stroke = Stroke::new(2.0, theme.accent);
            ui.painter().rect_stroke(rect.shrink2(vec2(8.0, 1.0)), 6.0, stroke, StrokeKind::Inside);
        }
        if let Some(other) = row.dnd_release_payload::<SpeakerId>()
            && *other != id
        {
            acts.push(Act::SamePerson(speech.speaker(*other).name.clone(), speaker.name.clone()));
        }
        speaker_menu::show(ui, tab, &speaker.name, &row, theme, acts);
        explain(row, || about(tab, speaker, facts));
    });
    let more = speech.speakers.len() - listed.len();
    let folds = tab.speakers_listed && speech.speakers.len() > LISTED_WHOLE;
    if more > 0 && choice_row(ui, &message!("speakers-more", count = more), theme) {
        acts.push(Act::ListSpeakers(true));
    }
    if folds && choice_row(ui, message!("speakers-fewer"), theme) {
        acts.push(Act::ListSpeakers(false));
    }
    if tab.listened.is_some() && choice_row(ui, message!("speakers-everyone"), theme) {
        acts.push(Act::ListenTo(None));
    }
}

/// The speakers that are listed, by their numbers: where they are many, those who say most and the one who is listened to,
/// so that what stands below is seen.
fn listed(tab: &Tab) -> Vec<usize> {
    let count = tab.reading.speech().speakers.len();
    if tab.speakers_listed || count <= LISTED_WHOLE {
        return (0..count).collect();
    }
    let listened = tab.listened.map(SpeakerId::number).filter(|number| *number >= LISTED_FIRST);
    (0..LISTED_FIRST).chain(listened).collect()
}

/// A row below a list that changes what is listed; whether it was clicked.
fn choice_row(ui: &mut Ui, words: &str, theme: &Theme) -> bool {
    let row = row(ui, measures::TAG_ROW, false, theme, || words);
    let place = row.rect.shrink2(vec2(PADDING, 0.0));
    paint_cut(ui, place, words, type_faces::sans(measures::COUNT.0), theme.accent);
    row.clicked()
}

/// What is said of a speaker under the pointer: where and how much they speak, and what else they are called.
fn about(tab: &Tab, speaker: &Speaker, facts: SpeakerFacts) -> String {
    // First those whom the reader made one with them, who may have been named nowhere else.
    let mut names: Vec<&str> = tab.reading.notes().joined_with(&speaker.name).collect();
    for other in &speaker.also {
        if !names.contains(&other.as_str()) {
            names.push(other);
        }
    }
    let also = if names.is_empty() {
        String::new()
    } else {
        format!("\n{}", message!("speaker-also", names = names.join(message!("names-comma"))))
    };
    let places = if facts.first == facts.last {
        message!("speaker-paragraph", first = facts.first)
    } else {
        message!("speaker-paragraphs", first = facts.first, last = facts.last)
    };
    let how = message!("speaker-how", direct = facts.direct, reported = facts.indirect, places = places);
    let hint = message!("speaker-hint");
    format!("{}\n{how}{also}\n{hint}", speaker.name)
}

/// The name that is dragged, beside the pointer.
fn paint_dragged(ui: &Ui, name: &str, theme: &Theme) {
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("dragged speaker")));
    let words = painter.layout_no_wrap(name.to_owned(), type_faces::sans(measures::WINDOW_TEXT.0), theme.text);
    let at = pointer + vec2(18.0, 12.0);
    let ground = Rect::from_min_size(at, words.size()).expand2(vec2(8.0, 5.0));
    painter.rect(ground, 6.0, theme.raised, Stroke::new(1.0, theme.accent), StrokeKind::Outside);
    painter.galley(at, words, theme.text);
}

/// A bar under a name, as long as the share of words.
fn paint_share(ui: &Ui, bar: Rect, share: f32, ink: Color32, theme: &Theme) {
    let y = bar.bottom() - 5.0;
    ui.painter().hline(bar.x_range(), y, Stroke::new(2.0, theme.press));
    ui.painter().hline(bar.left()..=bar.left() + bar.width() * share.clamp(0.0, 1.0), y, Stroke::new(2.0, ink));
}

pub(super) fn heading(ui: &mut Ui, theme: &Theme, text: &str, count: usize) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint_cut(
        ui,
        rect.shrink2(vec2(PADDING, 0.0)),
        text,
        type_faces::sans_semibold(measures::PANEL_HEADING.0),
        theme.muted,
    );
    if count > 0 {
        paint_right(ui, rect, &language::number(count), theme);
    }
    ui.add_space(UNDER_HEADING);
}

pub(super) fn empty(ui: &mut Ui, theme: &Theme, text: &str) {
    padded(ui, PADDING, |ui| {
        ui.label(RichText::new(text).font(type_faces::sans(measures::COUNT.0)).color(theme.muted))
    });
}

pub(super) fn paint_right(ui: &Ui, row: Rect, text: &str, theme: &Theme) -> f32 {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), type_faces::sans(measures::COUNT.0), theme.muted);
    let width = galley.size().x;
    let at = pos2(row.right() - PADDING - width, row.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.muted);
    width + PADDING
}
