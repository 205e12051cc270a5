//! “Who says this?”: the popup in which a reader corrects a speaker.

mod below_field;
mod candidate;

use crate::app::language::message;
use egui::{
    Area, Event, Frame, Id, Key, KeyboardShortcut, Margin, Order, Pos2, Rect, RichText, ScrollArea, TextEdit, Ui, pos2,
};

use below_field::{NOT_SPEECH, SAME_PERSON, show_choices, show_names};
use candidate::{Candidate, candidates};

use super::{
    act::Act,
    picking::Picking,
    row::{give_keyboard, keep_keyboard, padded},
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    article::TextRange,
    speech::{SpeakerId, Verdict},
};

const WIDTH: f32 = 368.0;
/// Candidates shown at most, and how many of them are seen at least where the others have to be scrolled to.
const CANDIDATES: usize = 5;
const SEEN_LEAST: f32 = 2.0;
/// With less of them in view, all that is below the field scrolls.
const SEEN_BESIDE: f32 = 1.5;
/// What the popup holds besides its rows: the question, the field, and what a change does.
const BESIDE_ROWS: f32 = 144.0;
/// What of that stands below the field, until it was shown once.
const BELOW_FIELD: f32 = 60.0;
/// The popup is no lower than this, even over the passage, while the window is not.
const LOWEST: f32 = 170.0;
/// The room above and below what it holds.
const MARGIN: i8 = 8;
/// How far it stays from the passage, and from the edge of the window.
const AWAY: f32 = 8.0;

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
    /// How much below the field is no name, as it was shown last.
    beside_names: f32,
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
        Self {
            range,
            picking: Picking::default(),
            joining: false,
            fresh: true,
            side: None,
            beside_names: BELOW_FIELD + 2.0 * measures::MENU_ROW,
        }
    }

    /// Goes on to ask with whom its speaker is the same person.
    fn join(&mut self) {
        (self.joining, self.fresh, self.picking) = (true, true, Picking::default());
    }

    /// Asks with whom its speaker is the same person.
    pub fn joining(range: TextRange) -> Self {
        Self { joining: true, ..Self::on(range) }
    }
}

fn area() -> Id {
    Id::unique("speaker popup")
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
        let count = offered.len() + usize::from(new_name(tab, &popup).is_some());
        popup.picking.take_arrows(ui.ctx(), count);
    }
    let rows = offered.len().max(CANDIDATES.min(tab.reading.speech().speakers.len()));
    let height = BESIDE_ROWS + rows as f32 * measures::CANDIDATE_ROW + 3.0 * measures::MENU_ROW;
    let side = *popup.side.get_or_insert_with(|| {
        side_with_room(passage, words_end, room, height).unwrap_or_else(|| {
            // The words that are asked about stay in sight, above it.
            tab.column.scroll(passage.top() - pane.top() - AWAY);
            Side::Below
        })
    });
    // Fewer names make it less tall, and it stays beside the passage.
    let tall = ui.memory(|memory| memory.area_rect(area())).map_or(height, |rect| rect.height());
    let (at, most) = place_at(side, passage, room, tall);
    let mut done = ui.input(|input| input.key_pressed(Key::Escape));
    let shown = Area::new(area())
        .fade_in(false)
        .order(Order::Foreground)
        .fixed_pos(at)
        .constrain_to(room)
        .accessible_name(message!("who-says"))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::symmetric(0, MARGIN)).show(ui, |ui| {
                ui.set_width(WIDTH.min(room.width()));
                // An area is otherwise no taller than it was before.
                ui.set_max_height(most);
                ui.spacing_mut().item_spacing.y = 0.0;
                if let Some(answer) = show_inside(ui, tab, &mut popup, offered, most, theme) {
                    acts.extend(answer);
                    done = true;
                }
                keep_keyboard(ui, field(), ui.min_rect());
            });
        });
    if (shown.response.rect.height() - tall).abs() > 0.5 {
        ui.ctx().request_discard("the popup of a passage has another height");
    }
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

/// Where a popup of such a height stands on a side of the passage, and how tall it may be there.
fn place_at(side: Side, passage: Rect, room: Rect, height: f32) -> (Pos2, f32) {
    let x = (passage.right() - WIDTH / 3.0).min(room.right() - WIDTH).max(room.left());
    match side {
        Side::Below => {
            let most = room.bottom() - passage.bottom() - AWAY;
            (pos2(x, passage.bottom() + AWAY), most.max(LOWEST.min(room.height())))
        }
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

/// The acts of the answer, once there is one. The names scroll where the popup would be taller than it may be, and all
/// that is below the field where there is no room for some names.
fn show_inside(
    ui: &mut Ui,
    tab: &Tab,
    popup: &mut SpeakerPopup,
    mut offered: Vec<Candidate>,
    most: f32,
    theme: &Theme,
) -> Option<Vec<Act>> {
    let top = ui.cursor().top();
    let quotation = tab.quotation_on(popup.range);
    let speaker = quotation.and_then(|quotation| quotation.speaker);
    let question = if popup.joining { message!("same-person-as") } else { message!("who-says") };
    padded(ui, 18.0, |ui| {
        ui.label(RichText::new(question).font(type_faces::sans_semibold(measures::WINDOW_TEXT.0)).color(theme.text));
    });
    ui.add_space(8.0);
    if pressed(ui, SAME_PERSON) && speaker.is_some() {
        popup.join();
    } else if pressed(ui, NOT_SPEECH) && quotation.is_some() && !popup.joining {
        return Some(vec![Act::Rule(popup.range, Verdict::NotSpeech)]);
    }
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
        // It is not taken at once, for a name may begin with a number.
        if let Some(number) = number_typed(&popup.picking.typed).filter(|number| (1..=offered.len()).contains(number)) {
            popup.picking.pick(number - 1);
        }
    }
    ui.add_space(8.0);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let new_name = new_name(tab, popup);
    if entered {
        let wrong_number = number_typed(&popup.picking.typed).filter(|number| !(1..=offered.len()).contains(number));
        let picked = offered.get(popup.picking.picked).filter(|_| wrong_number.is_none());
        let picked = picked.map(|picked| tab.reading.speech().speaker(picked.speaker).name.clone());
        if let Some(name) = picked.or(new_name) {
            return Some(answer(tab, popup, speaker, name));
        }
        popup.fresh = true;
        return None;
    }
    let room = most - 2.0 * f32::from(MARGIN) - (ui.cursor().top() - top);
    let least = SEEN_BESIDE * measures::CANDIDATE_ROW;
    let for_names = Some(room - popup.beside_names).filter(|room| *room >= least).unwrap_or(f32::INFINITY);
    let below = ScrollArea::vertical().id_salt("below the field").max_height(room).min_scrolled_height(0.0);
    let below = below.show(ui, |ui| {
        let names = ScrollArea::vertical().id_salt("names").max_height(for_names).min_scrolled_height(0.0);
        let names = names.show(ui, |ui| show_names(ui, tab, popup, &offered, new_name.as_deref(), speaker, theme));
        let answer = match names.inner {
            Some(name) => Some(answer(tab, popup, speaker, name)),
            None => show_choices(ui, tab, popup, offered.len(), theme),
        };
        (answer, names.inner_rect.height())
    });
    let (answer, names) = below.inner;
    let beside_names = below.content_size.y - names;
    if (beside_names - std::mem::replace(&mut popup.beside_names, beside_names)).abs() > 0.5 {
        ui.ctx().request_repaint();
    }
    answer
}

/// What is typed, where it is the name of nobody in the article.
fn new_name(tab: &Tab, popup: &SpeakerPopup) -> Option<String> {
    let typed = popup.picking.typed.trim();
    let is_there = |name: &str| name.to_lowercase() == typed.to_lowercase();
    let is_new = !typed.is_empty()
        && number_typed(typed).is_none()
        && !tab.reading.speech().speakers.iter().any(|speaker| is_there(&speaker.name));
    is_new.then(|| typed.to_owned())
}

/// The number of somebody in the list, if that is what was typed: one digit is no name.
fn number_typed(typed: &str) -> Option<usize> {
    typed.trim().parse().ok().filter(|_| typed.trim().len() == 1)
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
