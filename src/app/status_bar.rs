//! The line along the bottom: where the reader is, whose words the pointer is on and why, and whether notes are saved.

use crate::app::language::{self, message};
use egui::{Align, Layout, RichText, Ui, vec2};

use super::{
    act::Act,
    at_right,
    command::Command,
    listening::Listening,
    live_text::say_when_it_changes,
    row::in_order,
    tab::{Saving, Tab, is_chinese},
    theme::Theme,
    type_faces,
};
use crate::{article::words_in, speech::SURE};

pub fn show(
    ui: &mut Ui,
    tab: Option<&Tab>,
    opening: &[String],
    done: Option<&str>,
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let small = |text: String, colour| RichText::new(text).font(type_faces::sans(12.0)).color(colour);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(16.0);
        ui.spacing_mut().item_spacing.x = 14.0;
        let Some(tab) = tab else {
            let text = opening.first().map_or_else(
                || message!("status-nothing").to_owned(),
                |name| message!("status-opening", name = name.as_str()),
            );
            ui.label(small(text, theme.muted));
            return;
        };
        ui.label(small(place(tab), theme.muted));
        let middle = match opening.first() {
            Some(name) => message!("status-opening", name = name.as_str()),
            None => done
                .map(str::to_owned)
                .or_else(|| marking(ui, tab))
                .or_else(|| aloud(ui, tab))
                .or_else(|| selected(tab))
                .or_else(|| told(tab))
                .unwrap_or_default(),
        };
        let end = at_right::show(ui, "status", |ui| {
            show_listening(ui, tab, theme, acts);
            let counts = counts(tab);
            if !counts.is_empty() {
                ui.label(small(counts, theme.muted));
            }
            let saving = saving(&tab.saving);
            let colour = if tab.saving == Saving::Failed { theme.warn } else { theme.muted };
            if !saving.is_empty() {
                let shown = ui.label(small(saving, colour));
                if let Some(trouble) = &tab.trouble {
                    shown.on_hover_text(trouble.words());
                }
            }
            ui.add_space(16.0);
        });
        // An empty one would be a label without words for a screen reader.
        if middle.is_empty() {
            return;
        }
        let room = (end - ui.cursor().left() - ui.spacing().item_spacing.x).max(0.0);
        ui.allocate_ui(vec2(room, ui.available_height()), |ui| {
            let words = in_order(ui, &middle, type_faces::sans(12.0), theme.text, 1);
            let told = ui.add(egui::Label::new(words).truncate()).accessible_name(&middle);
            say_when_it_changes(&told);
        });
    });
}

/// How far the finding of speakers has got, and what can be done about it; nothing of a short article, which is read before
/// that can be seen.
fn show_listening(ui: &mut Ui, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) {
    let (text, command) = match tab.listening {
        Listening::Going { share, .. } if share > 0.0 => {
            (message!("status-listening", share = percent(share)), Command::StopListening)
        }
        Listening::Stopped { share } if !tab.glimpsed => {
            (message!("status-stopped", share = percent(share)), Command::Listen)
        }
        _ => return,
    };
    ui.label(RichText::new(text).font(type_faces::sans(12.0)).color(theme.muted));
    let button = theme.quiet_button(command.shown());
    if ui.add(button).on_hover_text(command.help()).clicked() {
        acts.push(Act::Do(command));
    }
}

fn percent(share: f32) -> f32 {
    (100.0 * share).floor()
}

/// The paragraph of the caret while that is seen, else the first in view.
fn place(tab: &Tab) -> String {
    let article = tab.reading.article();
    let place = Some(tab.place()).filter(|place| tab.column.is_in_view(article, *place));
    let place = place.or_else(|| tab.column.place_read(article));
    let here = place.and_then(|place| article.block_at(place)).map_or(0, |block| tab.facts.paragraph_of_block(block));
    message!("status-place", here = here, all = tab.facts.paragraphs())
}

fn counts(tab: &Tab) -> String {
    let annotations = &tab.reading.notes().annotations;
    let others: usize = tab.layers.shown().map(|other| other.notes().annotations.len()).sum();
    let some = |count: usize| (count > 0).then_some(count);
    let parts = [
        some(annotations.len()).map(|count| message!("count-notes", count = count)),
        some(others).map(|count| message!("status-others", count = count)),
        some(tab.facts.changed).map(|count| message!("status-changed", count = count)),
        some(tab.orphan_count()).map(|count| message!("status-orphans", count = count)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// That words are being looked for, once that has taken a moment, and the key that gives it up.
fn marking(ui: &Ui, tab: &Tab) -> Option<String> {
    let left = tab.marking.as_ref()?.told_in();
    if let Some(left) = left {
        ui.ctx().request_repaint_after(left);
        return None;
    }
    Some(message!("status-marking", stop = Command::ClearSelection.keys(ui.ctx())))
}

/// That the article is being read aloud, and the keys for it.
fn aloud(ui: &Ui, tab: &Tab) -> Option<String> {
    let aloud = tab.aloud.as_ref()?;
    let (read, stop) = (Command::ReadAloud.keys(ui.ctx()), Command::ClearSelection.keys(ui.ctx()));
    Some(if aloud.is_paused() {
        message!("status-paused", keys = read, stop = stop)
    } else {
        message!("status-aloud", keys = read, stop = stop)
    })
}

/// The words of a longer selection are not counted, for that would take longer than a frame.
const COUNTED: usize = 1 << 18;

fn selected(tab: &Tab) -> Option<String> {
    let (article, range) = (tab.reading.article(), tab.selected()?);
    if range.len() > COUNTED {
        let paragraph = |place| article.block_at(place).map_or(0, |block| tab.facts.paragraph_of_block(block));
        let paragraphs = paragraph(range.end()) + 1 - paragraph(range.start());
        return Some(message!("status-selected-paragraphs", count = paragraphs));
    }
    let words = article.slice(range);
    let count = words_in(words);
    Some(if is_chinese(words) {
        message!("status-selected-characters", count = count)
    } else {
        message!("status-selected", words = count)
    })
}

fn told(tab: &Tab) -> Option<String> {
    let speech = tab.reading.speech();
    let quotation = speech.quotations.get(tab.told_quotation()?)?;
    if quotation.speaker.is_none() && !tab.glimpsed && !tab.listening.is_done() {
        return Some(message!("status-not-yet").to_owned());
    }
    let name = quotation.speaker.map(|id| speech.speaker(id).name.as_str());
    let why = speech.why(tab.reading.article(), quotation);
    Some(match name {
        Some(name) if quotation.confidence >= SURE => {
            message!("status-sure", name = name, why = language::reason(&why))
        }
        Some(name) => message!("status-perhaps", name = name, why = language::reason(&why)),
        None => language::unclear(&why),
    })
}

fn saving(saving: &Saving) -> String {
    match saving {
        Saving::Nothing => String::new(),
        Saving::Pending => message!("saving").to_owned(),
        Saving::Saved { at, apart: false } => message!("saved", time = at.as_str()),
        Saving::Saved { at, apart: true } => message!("saved-apart", time = at.as_str()),
        Saving::Failed => message!("not-saved").to_owned(),
    }
}
