//! The line along the bottom: where the reader is, whose words the pointer is on and why, and whether notes are saved.

use egui::{Align, Layout, RichText, Ui};

use super::{
    tab::{Saving, Tab},
    theme::Theme,
    type_faces,
};
use crate::{article::words_in, speech::SURE};

pub fn show(ui: &mut Ui, tab: Option<&Tab>, opening: &[String], done: Option<&str>, theme: &Theme) {
    let small = |text: String, colour| RichText::new(text).font(type_faces::sans(12.0)).color(colour);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(16.0);
        ui.spacing_mut().item_spacing.x = 14.0;
        let Some(tab) = tab else {
            let text =
                opening.first().map_or_else(|| "No article open".to_owned(), |name| format!("Opening “{name}”…"));
            ui.label(small(text, theme.muted));
            return;
        };
        ui.label(small(place(tab), theme.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            let saving = saving(&tab.saving);
            let colour = if tab.saving == Saving::Failed { theme.warn } else { theme.muted };
            if !saving.is_empty() {
                let shown = ui.label(small(saving, colour));
                if let Some(trouble) = &tab.trouble {
                    shown.on_hover_text(trouble);
                }
            }
            ui.label(small(counts(tab), theme.muted));
            let middle = match opening.first() {
                Some(name) => format!("Opening “{name}”…"),
                None => done.map(str::to_owned).or_else(|| selected(tab)).or_else(|| hovered(tab)).unwrap_or_default(),
            };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(small(middle, theme.text)).truncate());
            });
        });
    });
}

fn place(tab: &Tab) -> String {
    let here = tab.column.first_block().map_or(0, |block| tab.facts.paragraph_of_block(block));
    format!("Paragraph {here} of {}", tab.facts.paragraphs())
}

fn counts(tab: &Tab) -> String {
    let annotations = &tab.reading.notes().annotations;
    let of = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let parts = [
        of(annotations.len(), "note", "notes"),
        of(tab.layers.shown().map(|other| other.notes().annotations.len()).sum(), "of others", "of others"),
        of(tab.facts.changed, "to confirm", "to confirm"),
        of(tab.facts.orphans.len(), "orphan", "orphans"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The words of a longer selection are not counted, for that would take longer than a frame.
const COUNTED: usize = 1 << 18;

fn selected(tab: &Tab) -> Option<String> {
    let (article, range) = (tab.reading.article(), tab.selected()?);
    if range.len() > COUNTED {
        let paragraph = |place| article.block_at(place).map_or(0, |block| tab.facts.paragraph_of_block(block));
        let paragraphs = paragraph(range.end()) + 1 - paragraph(range.start());
        return Some(if paragraphs == 1 {
            "Part of one paragraph selected".to_owned()
        } else {
            format!("{paragraphs} paragraphs selected")
        });
    }
    let words = words_in(article.slice(range));
    Some(match words {
        0 => "A sign selected".to_owned(),
        1 => "1 word selected".to_owned(),
        _ => format!("{words} words selected"),
    })
}

fn hovered(tab: &Tab) -> Option<String> {
    let speech = tab.reading.speech();
    let quotation = speech.quotations.get(tab.column.hovered_quotation()?)?;
    let name = quotation.speaker.map(|id| speech.speaker(id).name.as_str());
    let why = speech.why(tab.reading.article(), quotation);
    Some(match name {
        Some(name) if quotation.confidence >= SURE => format!("{name} – {why}"),
        Some(name) => format!("Perhaps {name} – {why}"),
        None => format!("Unclear who says this – {why}"),
    })
}

fn saving(saving: &Saving) -> String {
    match saving {
        Saving::Nothing => String::new(),
        Saving::Pending => "Saving…".to_owned(),
        Saving::Saved { at, apart: false } => format!("Saved {at}"),
        Saving::Saved { at, apart: true } => format!("Saved {at} in your data folder"),
        Saving::Failed => "Not saved".to_owned(),
    }
}
