//! What stands below the field: the names that are offered, and what is no name.

use egui::{Key, KeyboardShortcut, Modifiers, Rect, RichText, Ui, pos2, vec2};

use super::{SpeakerPopup, candidate::Candidate, number_typed};
use crate::{
    app::{
        act::Act,
        command,
        icon::Icon,
        language::message,
        picking::Picking,
        row::{padded, paint_cut, row},
        speaker_menu::apart_again,
        tab::Tab,
        theme::{Theme, measures},
        type_faces,
    },
    speech::{SpeakerId, Verdict},
};

/// The keys of what is no name: those of the commands, with Alt, since a letter alone may begin a name.
pub const SAME_PERSON: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::M);
pub const NOT_SPEECH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::X);

/// The names that are offered, and last the one that is typed where it is new; the one that is clicked.
pub fn show_names(
    ui: &mut Ui,
    tab: &Tab,
    popup: &mut SpeakerPopup,
    offered: &[Candidate],
    new_name: Option<&str>,
    speaker: Option<SpeakerId>,
    theme: &Theme,
) -> Option<String> {
    let mut named = None;
    for (number, candidate) in offered.iter().enumerate() {
        let is_now = speaker == Some(candidate.speaker);
        let response = show_candidate(ui, tab, &mut popup.picking, candidate, number, is_now, theme);
        if response.clicked() {
            named = Some(tab.reading.speech().speaker(candidate.speaker).name.clone());
        }
    }
    if let Some(name) = new_name {
        let words = message!("speaker-new", name = name);
        let response = popup.picking.row(ui, offered.len(), measures::MENU_ROW, &words, theme);
        paint_choice(ui, response.rect, Icon::Speaker, &words, theme);
        if response.clicked() {
            named = Some(name.to_owned());
        }
    }
    named
}

/// What there is besides names; the acts of what was chosen.
pub fn show_choices(ui: &mut Ui, tab: &Tab, popup: &mut SpeakerPopup, count: usize, theme: &Theme) -> Option<Vec<Act>> {
    let quotation = tab.quotation_on(popup.range);
    if let Some(number) = number_typed(&popup.picking.typed).filter(|number| !(1..=count).contains(number)) {
        divider(ui);
        foot(ui, &message!("speaker-no-number", number = number, count = count), theme);
        return None;
    }
    if popup.joining {
        return None;
    }
    divider(ui);
    if let Some(id) = quotation.and_then(|quotation| quotation.speaker) {
        let name = &tab.reading.speech().speaker(id).name;
        if show_choice(ui, Icon::SamePerson, message!("same-person-as"), Some(SAME_PERSON), theme).clicked() {
            popup.join();
            return None;
        }
        if let Some(words) = apart_again(tab.reading.notes(), name)
            && show_choice(ui, Icon::Undo, &words, None, theme).clicked()
        {
            return Some(vec![Act::Apart(name.clone())]);
        }
    }
    if quotation.is_some()
        && show_choice(ui, Icon::NotSpeech, message!("not-speech"), Some(NOT_SPEECH), theme).clicked()
    {
        return Some(vec![Act::Rule(popup.range, Verdict::NotSpeech)]);
    }
    if quotation.is_none() && show_choice(ui, Icon::Speaker, message!("speech-of-nobody"), None, theme).clicked() {
        return Some(vec![Act::Rule(popup.range, Verdict::Speech(None))]);
    }
    divider(ui);
    foot(ui, message!("speaker-moves"), theme);
    None
}

fn foot(ui: &mut Ui, words: &str, theme: &Theme) {
    padded(ui, 18.0, |ui| {
        ui.label(RichText::new(words).font(type_faces::sans(measures::COUNT.0)).color(theme.muted));
    });
}

fn divider(ui: &mut Ui) {
    padded(ui, 8.0, |ui| {
        ui.add_space(4.0);
        ui.separator();
        ui.add_space(4.0);
    });
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
    paint_choice(ui, response.rect, icon, name, theme);
    if let Some(keys) = keys {
        paint_key_name(ui, response.rect.shrink2(vec2(18.0, 0.0)), &command::text_of(keys), theme);
    }
    response
}

fn paint_choice(ui: &Ui, row: Rect, icon: Icon, name: &str, theme: &Theme) {
    let rect = row.shrink2(vec2(18.0, 0.0));
    let place = Rect::from_center_size(pos2(rect.left() + 10.0, rect.center().y), vec2(16.0, 16.0));
    icon.paint(ui.painter(), place, theme.text);
    let words = Rect::from_min_max(pos2(rect.left() + 40.0, rect.top()), rect.max);
    paint_cut(ui, words, name, type_faces::sans(measures::WINDOW_TEXT.0), theme.text);
}

fn paint_key_name(ui: &Ui, rect: Rect, key: &str, theme: &Theme) {
    let font = type_faces::sans(measures::SMALL.0);
    ui.painter().text(rect.right_center(), egui::Align2::RIGHT_CENTER, key, font, theme.muted);
}
