//! “Who says this?”: the popup in which a reader corrects a speaker.

mod candidate;

use crate::app::language::message;
use egui::{
    Area, Event, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Order, Pos2, Rect, RichText, ScrollArea,
    TextEdit, Ui, pos2, vec2,
};

use candidate::{Candidate, candidates, starts_with};

use super::{
    act::Act,
    command,
    icon::Icon,
    picking::Picking,
    row::{give_keyboard, padded, paint_cut, row},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    article::TextRange,
    notes::Notes,
    speech::{SpeakerId, Verdict},
};

const WIDTH: f32 = 368.0;
/// Candidates shown at most, and how many of them are seen at least where the others have to be scrolled to.
const CANDIDATES: usize = 5;
const SEEN_LEAST: f32 = 2.0;
/// What the popup holds besides its rows: the question, the field, and what a change does.
const BESIDE_ROWS: f32 = 144.0;
/// How far it stays from the passage, and from the edge of the window.
const AWAY: f32 = 8.0;

/// The keys of what is no name: those of the commands, with Alt, since a letter alone may begin a name.
const SAME_PERSON: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::M);
const NOT_SPEECH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::X);

/// The popup while it is open.
#[derive(Clone, Debug)]
pub struct SpeakerPopup {
    /// The passage whose speaker is asked for.
    pub range: TextRange,
    /// What is typed, and which of those who may have said it Enter takes.
    picking: Picking,
    /// Whether a name is wanted that is the same person as the speaker.
    joining: bool,
    /// The field still has to be given the keyboard.
    fresh: bool,
    /// On which side of the passage it stands, chosen once: fewer names do not make it jump.
    side: Option<Side>,
}

/// A side of the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Below,
    Above,
    /// Right of the words.
    Right,
}

impl SpeakerPopup {
    /// Asks who says a passage.
    pub fn on(range: TextRange) -> Self {
        Self { range, picking: Picking::default(), joining: false, fresh: true, side: None }
    }

    /// Asks with whom its speaker is the same person.
    pub fn joining(range: TextRange) -> Self {
        Self { joining: true, ..Self::on(range) }
    }
}

fn field() -> Id {
    Id::unique("speaker name")
}

pub fn show(ui: &Ui, tab: &mut Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let (Some(mut popup), Some(pane)) = (tab.speaker_popup.take(), tab.column.pane()) else {
        return;
    };
    let Some(passage) = passage_on_screen(tab, popup.range) else {
        return;
    };
    // the status line, which tells why it was who is named, stays free
    let mut room = ui.ctx().content_rect().shrink(AWAY);
    room.max.y -= measures::STATUS;
    let words_end = tab.column.words_end().unwrap_or(pane.right());
    let speaker = tab.quotation_on(popup.range).and_then(|quotation| quotation.speaker);
    let offered = candidates(tab, &popup, speaker);
    if ui.memory(|memory| memory.has_focus(field())) {
        popup.picking.take_arrows(ui.ctx(), offered.len());
    }
    let rows = offered.len().max(CANDIDATES.min(tab.reading.speech().speakers.len()));
    let height = BESIDE_ROWS + rows as f32 * measures::CANDIDATE_ROW + 2.0 * measures::MENU_ROW;
    let side = *popup.side.get_or_insert_with(|| {
        side_with_room(passage, words_end, room, height).unwrap_or_else(|| {
            // The words that are asked about stay in sight, above it.
            tab.column.scroll(passage.top() - pane.top() - AWAY);
            Side::Below
        })
    });
    let (at, most) = place_at(side, passage, room, height);
    let mut done = ui.input(|input| input.key_pressed(Key::Escape));
    let shown = Area::new(Id::unique("speaker popup"))
        .fade_in(false)
        .order(Order::Foreground)
        .fixed_pos(at)
        .constrain_to(room)
        .accessible_name(message!("who-says"))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::symmetric(0, 8)).show(ui, |ui| {
                ui.set_width(WIDTH.min(room.width()));
                // An area is otherwise no taller than it was before.
                ui.set_max_height(most);
                ui.spacing_mut().item_spacing.y = 0.0;
                if let Some(answer) = show_inside(ui, tab, &mut popup, offered, most, theme) {
                    acts.extend(answer);
                    done = true;
                }
            });
        });
    let pressed_beside = ui.input(|input| {
        input.pointer.primary_pressed()
            && input.pointer.interact_pos().is_some_and(|point| !shown.response.rect.contains(point))
    });
    // The press that opened it is not one beside it.
    if !(done || pressed_beside && !popup.fresh) {
        tab.speaker_popup = Some(popup);
    }
}

/// The rows of a passage that are on the screen.
fn passage_on_screen(tab: &Tab, range: TextRange) -> Option<Rect> {
    let rows = tab.column.rows_on_screen(tab.reading.article(), range);
    let half = measures::TINT_HEIGHT / 2.0;
    let boxes = rows.iter().map(|row| row.band(2.0 * half, 0.0));
    boxes.reduce(Rect::union)
}

/// The side on which the popup has room whole, so that it leaves the passage free; where there is none, the larger one of
/// those above and below, if that is enough for some names.
fn side_with_room(passage: Rect, words_end: f32, room: Rect, height: f32) -> Option<Side> {
    let (below, above) = (room.bottom() - passage.bottom() - AWAY, passage.top() - room.top() - AWAY);
    let least = height - (CANDIDATES as f32 - SEEN_LEAST) * measures::CANDIDATE_ROW;
    if height <= below {
        Some(Side::Below)
    } else if height <= above {
        Some(Side::Above)
    } else if words_end + WIDTH <= room.right() && height <= room.height() {
        Some(Side::Right)
    } else if least <= below.max(above) {
        Some(if below >= above { Side::Below } else { Side::Above })
    } else {
        None
    }
}

/// Where the popup stands on a side of the passage, and how tall it may be there.
fn place_at(side: Side, passage: Rect, room: Rect, height: f32) -> (Pos2, f32) {
    let x = (passage.right() - WIDTH / 3.0).min(room.right() - WIDTH).max(room.left());
    match side {
        Side::Below => (pos2(x, passage.bottom() + AWAY), room.bottom() - passage.bottom() - AWAY),
        Side::Above => {
            let most = passage.top() - room.top() - AWAY;
            (pos2(x, passage.top() - AWAY - height.min(most)), most)
        }
        Side::Right => {
            let y = (passage.center().y - height / 2.0).min(room.bottom() - height).max(room.top());
            (pos2(room.right() - WIDTH, y), room.height())
        }
    }
}

/// The acts of the answer, once there is one. The names scroll where the popup would be taller than it may be.
fn show_inside(
    ui: &mut Ui,
    tab: &Tab,
    popup: &mut SpeakerPopup,
    mut offered: Vec<Candidate>,
    most: f32,
    theme: &Theme,
) -> Option<Vec<Act>> {
    let quotation = tab.quotation_on(popup.range);
    let speaker = quotation.and_then(|quotation| quotation.speaker);
    let question = if popup.joining { message!("same-person-as") } else { message!("who-says") };
    padded(ui, 18.0, |ui| {
        ui.label(RichText::new(question).font(type_faces::sans_semibold(measures::WINDOW_TEXT.0)).color(theme.text));
    });
    ui.add_space(8.0);
    let same_person = pressed(ui, SAME_PERSON);
    let not_speech = pressed(ui, NOT_SPEECH);
    let field = TextEdit::singleline(&mut popup.picking.typed)
        .id(field())
        .hint_text(message!("type-name"))
        .desired_width(f32::INFINITY)
        .font(type_faces::sans(measures::WINDOW_TEXT.0));
    let response = padded(ui, 12.0, |ui| theme.field(ui, field)).accessible_name(message!("speaker-name"));
    give_keyboard(ui, &response, &mut popup.fresh);
    if response.changed() {
        popup.picking.pick_first();
        // Enter may have come with the letters.
        offered = candidates(tab, popup, speaker);
    }
    ui.add_space(8.0);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let wrong_number = number_typed(&popup.picking.typed).filter(|number| !(1..=offered.len()).contains(number));
    let typed = popup.picking.typed.trim().to_owned();
    let picked = offered.get(popup.picking.picked);
    let picked = picked.filter(|picked| typed.is_empty() || starts_with(tab, picked.speaker, &typed));
    if entered && wrong_number.is_some() {
        popup.fresh = true;
    } else if entered {
        let name = picked.map_or(typed, |picked| tab.reading.speech().speaker(picked.speaker).name.clone());
        return (!name.is_empty()).then(|| answer(tab, popup, speaker, name));
    }
    let is_new = picked.is_none() && !typed.is_empty();
    let least = SEEN_LEAST * measures::CANDIDATE_ROW;
    let height = (most - BESIDE_ROWS - 2.0 * measures::MENU_ROW).max(least);
    let names = ScrollArea::vertical().max_height(height).min_scrolled_height(least).show(ui, |ui| {
        let mut named = None;
        for (number, candidate) in offered.iter().enumerate() {
            let is_now = speaker == Some(candidate.speaker);
            let response = show_candidate(ui, tab, &mut popup.picking, candidate, number, is_now, theme);
            let by_number = number_typed(&popup.picking.typed) == Some(number + 1);
            if response.clicked() || by_number {
                named = Some(tab.reading.speech().speaker(candidate.speaker).name.clone());
            }
        }
        named
    });
    if let Some(name) = names.inner {
        return Some(answer(tab, popup, speaker, name));
    }
    if let Some(number) = wrong_number {
        divider(ui);
        foot(ui, &message!("speaker-no-number", number = number, count = offered.len()), theme);
        return None;
    }
    let new_name = || message!("speaker-new", name = typed.as_str());
    if popup.joining {
        if is_new {
            divider(ui);
            foot(ui, &new_name(), theme);
        }
        return None;
    }
    divider(ui);
    if let Some(id) = speaker {
        let name = &tab.reading.speech().speaker(id).name;
        if show_choice(ui, Icon::SamePerson, message!("same-person-as"), Some(SAME_PERSON), theme).clicked()
            || same_person
        {
            popup.joining = true;
            popup.picking = Picking::default();
            popup.fresh = true;
            return None;
        }
        if is_joined(tab.reading.notes(), name)
            && show_choice(ui, Icon::Undo, message!("apart-again"), None, theme).clicked()
        {
            return Some(vec![Act::Apart(name.clone())]);
        }
    }
    if quotation.is_some()
        && (show_choice(ui, Icon::NotSpeech, message!("not-speech"), Some(NOT_SPEECH), theme).clicked() || not_speech)
    {
        return Some(vec![Act::Rule(popup.range, Verdict::NotSpeech)]);
    }
    if quotation.is_none() && show_choice(ui, Icon::Speaker, message!("speech-of-nobody"), None, theme).clicked() {
        return Some(vec![Act::Rule(popup.range, Verdict::Speech(None))]);
    }
    divider(ui);
    if is_new {
        foot(ui, &new_name(), theme);
    }
    foot(ui, message!("speaker-moves"), theme);
    None
}

fn foot(ui: &mut Ui, words: &str, theme: &Theme) {
    padded(ui, 18.0, |ui| {
        ui.label(RichText::new(words).font(type_faces::sans(measures::COUNT.0)).color(theme.muted));
    });
}

/// The number of somebody in the list, if that is what was typed: one digit is no name.
fn number_typed(typed: &str) -> Option<usize> {
    typed.trim().parse().ok().filter(|_| typed.trim().len() == 1)
}

fn divider(ui: &mut Ui) {
    padded(ui, 8.0, |ui| {
        ui.add_space(4.0);
        ui.separator();
        ui.add_space(4.0);
    });
}

/// Whether keys were pressed that are taken from the field, with the letter that some systems send along.
fn pressed(ui: &Ui, keys: KeyboardShortcut) -> bool {
    ui.input_mut(|input| {
        let pressed = input.consume_shortcut(&keys);
        if pressed {
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
        pressed
    })
}

fn answer(tab: &Tab, popup: &SpeakerPopup, speaker: Option<SpeakerId>, name: String) -> Vec<Act> {
    let speech = tab.reading.speech();
    if popup.joining
        && let Some(id) = speaker
    {
        return vec![Act::SamePerson(speech.speaker(id).name.clone(), name)];
    }
    let verdict = match tab.quotation_on(popup.range) {
        Some(_) => Verdict::SaidBy(name),
        None => Verdict::Speech(Some(name)),
    };
    vec![Act::Rule(popup.range, verdict)]
}

fn is_joined(notes: &Notes, name: &str) -> bool {
    notes.corrections_of_speech().same.iter().any(|(_, speaker)| speaker == name)
}

fn show_candidate(
    ui: &mut Ui,
    tab: &Tab,
    picking: &mut Picking,
    candidate: &Candidate,
    number: usize,
    is_now: bool,
    theme: &Theme,
) -> egui::Response {
    let name = &tab.reading.speech().speaker(candidate.speaker).name;
    let response = picking.row(ui, number, measures::CANDIDATE_ROW, name, theme);
    let rect = response.rect.shrink2(vec2(18.0, 0.0));
    let mark = tab.marks.mark(Some(candidate.speaker));
    mark.paint_key(ui.painter(), rect, tab.marks.letter(Some(candidate.speaker)), theme);
    let line = |top: f32| {
        Rect::from_min_max(
            pos2(rect.left() + 40.0, rect.top() + top),
            pos2(rect.right() - 40.0, rect.top() + top + 18.0),
        )
    };
    paint_cut(ui, line(5.0), name, type_faces::sans(measures::WINDOW_TEXT.0), theme.text);
    paint_cut(ui, line(23.0), &candidate.reason, type_faces::sans(measures::COUNT.0), theme.muted);
    if is_now {
        let tick = Rect::from_center_size(pos2(rect.right() - 24.0, rect.center().y), vec2(14.0, 14.0));
        Icon::Check.paint(ui.painter(), tick, theme.text);
    }
    paint_key_name(ui, rect, &(number + 1).to_string(), theme);
    response
}

fn show_choice(ui: &mut Ui, icon: Icon, name: &str, keys: Option<KeyboardShortcut>, theme: &Theme) -> egui::Response {
    let response = row(ui, measures::MENU_ROW, false, theme, || name);
    let rect = response.rect.shrink2(vec2(18.0, 0.0));
    let place = Rect::from_center_size(pos2(rect.left() + 10.0, rect.center().y), vec2(16.0, 16.0));
    icon.paint(ui.painter(), place, theme.text);
    let words = Rect::from_min_max(pos2(rect.left() + 40.0, rect.top()), rect.max);
    paint_cut(ui, words, name, type_faces::sans(measures::WINDOW_TEXT.0), theme.text);
    if let Some(keys) = keys {
        paint_key_name(ui, rect, &command::text_of(keys), theme);
    }
    response
}

fn paint_key_name(ui: &Ui, rect: Rect, key: &str, theme: &Theme) {
    let font = type_faces::sans(measures::SMALL.0);
    ui.painter().text(rect.right_center(), egui::Align2::RIGHT_CENTER, key, font, theme.muted);
}
