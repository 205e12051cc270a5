//! Changing the reader's notes: every edit is made here, and sent to be kept.

use egui::Context;

use crate::{
    app::{
        clock,
        tab::{Saving, Tab, Writing},
    },
    article::TextRange,
    notes::{AnnotationId, Colour, Draft, Edit},
};

pub(super) fn copy(context: &Context, tab: &Tab) {
    let range = tab.selected().or_else(|| tab.chosen_annotation()?.place.range());
    if let Some(range) = range {
        context.copy_text(tab.reading.article().slice(range).to_owned());
    }
}

pub(super) fn highlight(tab: &mut Tab, colour: Colour) -> Option<String> {
    if let Some(id) = tab.chosen.clone() {
        return edit(tab, |tab| tab.reading.notes().recolour(&id, colour, clock::now()));
    }
    chosen_or_new(tab, Draft { colour, ..Draft::default() })?;
    None
}

/// Gives the chosen annotation a tag, or marks the selection with it.
pub(super) fn tag(tab: &mut Tab, name: &str) -> Option<String> {
    if let Some(id) = tab.chosen.clone() {
        return edit(tab, |tab| tab.reading.notes().add_tag(&[id], name, clock::now()));
    }
    let colour = tab.reading.notes().tag(name).map_or_else(Colour::default, |tag| tag.colour);
    chosen_or_new(tab, Draft { colour, tags: vec![name.to_owned()], note: String::new() })?;
    None
}

/// The chosen annotation, or a new one on the selection, which is then chosen.
pub(super) fn chosen_or_new(tab: &mut Tab, draft: Draft) -> Option<AnnotationId> {
    if let Some(id) = &tab.chosen {
        return Some(id.clone());
    }
    let range = trimmed(tab, tab.selected()?);
    let id = new_id()?;
    let made =
        edit(tab, |tab| tab.reading.notes().annotate(id.clone(), tab.reading.article(), range, draft, clock::now()));
    made?;
    tab.selection = None;
    tab.chosen = Some(id.clone());
    Some(id)
}

/// A selection without the spaces at its ends, which nobody means to mark.
pub(super) fn trimmed(tab: &Tab, range: TextRange) -> TextRange {
    let article = tab.reading.article();
    let words = article.slice(range);
    let start = range.start().byte() + (words.len() - words.trim_start().len());
    let end = range.end().byte() - (words.len() - words.trim_end().len());
    TextRange::of_bytes(article.text(), start, end.max(start)).unwrap_or(range)
}

pub(super) fn write_note(tab: &mut Tab, id: AnnotationId) {
    if tab.read_only {
        return;
    }
    let text = tab.reading.notes().annotation(&id).map(|annotation| annotation.note.clone()).unwrap_or_default();
    tab.chosen = Some(id.clone());
    tab.selection = None;
    tab.writing = Some(Writing { id, text, fresh: true });
}

pub(super) fn delete(tab: &mut Tab, id: &AnnotationId) -> Option<String> {
    edit(tab, |tab| tab.reading.notes().delete(id, clock::now()))
}

/// Makes an edit, if it changes anything, and has it kept; its name.
pub(super) fn edit(tab: &mut Tab, make: impl FnOnce(&Tab) -> Option<Edit>) -> Option<String> {
    if tab.read_only {
        return None;
    }
    let made = make(tab)?;
    let name = made.name.clone();
    tab.reading.apply(made);
    after_change(tab);
    Some(format!("{}{}", name[..1].to_uppercase(), &name[1..]))
}

/// Makes a correction of who speaks, and says how many quotations it moved.
pub(super) fn correct(tab: &mut Tab, make: impl FnOnce(&Tab) -> Option<Edit>) -> Option<String> {
    let before = tab.reading.speech().clone();
    let name = edit(tab, make)?;
    Some(match tab.reading.speech().moved_from(&before) {
        0 => name,
        1 => format!("{name}: 1 quotation moved"),
        moved => format!("{name}: {moved} quotations moved"),
    })
}

/// Lets go of what is no longer there, and sends the notes to be kept.
pub(super) fn after_change(tab: &mut Tab) {
    tab.follow_reading();
    let notes = tab.reading.notes();
    if tab.chosen.as_ref().is_some_and(|id| notes.annotation(id).is_none()) {
        tab.chosen = None;
    }
    if let Some(writing) = &mut tab.writing {
        match notes.annotation(&writing.id) {
            Some(annotation) => writing.text.clone_from(&annotation.note),
            None => tab.writing = None,
        }
    }
    tab.saving = Saving::Pending;
    if let Some(keeper) = &tab.keeper {
        keeper.keep(tab.reading.notes().clone());
    }
}

/// A new identity; `None` when the system has no chance to give, which no system lacks.
pub(super) fn new_id() -> Option<AnnotationId> {
    let mut bits = [0; 5];
    getrandom::fill(&mut bits).ok()?;
    Some(AnnotationId::from_random(bits))
}
