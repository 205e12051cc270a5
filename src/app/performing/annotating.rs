//! Changing the reader's notes: every edit is made here, and sent to be kept.

use crate::app::language::{self, message};
use egui::Context;

use super::stepping::next_sentence;
use crate::{
    app::{
        clock,
        layers::NoteKey,
        selection::Selection,
        tab::{Saving, Tab, WantedLayer, Writing},
    },
    article::TextRange,
    notes::{Annotation, AnnotationId, Change, Colour, Draft, Edit, EditName, Extent, Place},
};

pub(super) fn copy(context: &Context, tab: &Tab) {
    let range = tab.selected().or_else(|| tab.chosen_annotation()?.place.range());
    if let Some(range) = range {
        context.copy_text(tab.reading.article().slice(range).to_owned());
    }
}

pub(super) fn highlight(tab: &mut Tab, colour: Colour) -> Option<String> {
    mean_passage(tab);
    if let Some(id) = tab.chosen_own().cloned() {
        return tell(tab, |tab| tab.reading.notes().recolour(&id, colour, clock::now()));
    }
    chosen_or_new(tab, Draft { colour, ..Draft::default() })?;
    None
}

/// Chooses the reader's note on just the words that are selected, so that no second one like it is made. With nothing
/// selected or chosen, the words are the sentence at the reading place, which is selected where there is none on it.
pub(super) fn mean_passage(tab: &mut Tab) {
    let selected = tab.selected();
    if selected.is_none() && tab.chosen.is_some() {
        return;
    }
    let words = trimmed(tab, selected.unwrap_or_else(|| next_sentence(tab)));
    let is_on_them = |(place, one): &(TextRange, &Annotation)| *place == words && one.extent == Extent::Words;
    let noted = tab.reading.annotations_on(words).find(is_on_them);
    if let Some(id) = noted.map(|(_, annotation)| annotation.id.clone()) {
        (tab.chosen, tab.selection) = (Some(NoteKey::own(id)), None);
        // What is meant must be seen.
        tab.layers.show(None, true);
    } else if selected.is_none() {
        tab.selection = Some(Selection::of(words));
    }
    if selected.is_none() {
        tab.column.keep_in_view(words.start());
    }
}

/// Gives the chosen annotation a tag, or marks the selection with it.
pub(super) fn tag(tab: &mut Tab, name: &str) -> Option<String> {
    let known = tab.reading.notes().tag_called(name).or_else(|| tab.layers.tag_called(name)).cloned();
    // A tag of another layer is spelled as it is there.
    let name = known.as_ref().map_or(name, |tag| tag.name.as_str()).to_owned();
    mean_passage(tab);
    if let Some(id) = tab.chosen_own().cloned() {
        return tell(tab, |tab| tab.reading.notes().add_tag(&[id], &name, clock::now()));
    }
    let colour = known.map_or_else(Colour::default, |tag| tag.colour);
    chosen_or_new(tab, Draft { colour, tags: vec![name], ..Draft::default() })?;
    None
}

/// The chosen annotation, or a new one on the selection, which is then chosen.
pub(super) fn chosen_or_new(tab: &mut Tab, draft: Draft) -> Option<AnnotationId> {
    if let Some(id) = tab.chosen_own() {
        return Some(id.clone());
    }
    let range = trimmed(tab, tab.selected()?);
    let id = new_id()?;
    let made =
        edit(tab, |tab| tab.reading.notes().annotate(id.clone(), tab.reading.article(), range, draft, clock::now()));
    made?;
    tab.selection = None;
    tab.chosen = Some(NoteKey::own(id.clone()));
    Some(id)
}

/// The paragraph at the caret or the chosen note, without the spaces at its ends.
pub(super) fn paragraph_here(tab: &Tab) -> Option<TextRange> {
    let article = tab.reading.article();
    let block = article.blocks().get(article.block_at(tab.place())?)?;
    Some(trimmed(tab, block.range)).filter(|range| !range.is_empty())
}

/// The reader's note on the paragraph at the caret, or a new one.
pub(super) fn on_paragraph(tab: &mut Tab) -> Option<AnnotationId> {
    let range = paragraph_here(tab)?;
    let is_on_it = |(place, one): &(TextRange, &Annotation)| *place == range && one.extent == Extent::Paragraph;
    if let Some((_, there)) = tab.reading.annotations_on(range).find(is_on_it) {
        return Some(there.id.clone());
    }
    let id = new_id()?;
    let draft = Draft { extent: Extent::Paragraph, ..Draft::default() };
    edit(tab, |tab| tab.reading.notes().annotate(id.clone(), tab.reading.article(), range, draft, clock::now()))?;
    Some(id)
}

/// The reader's note on the article as a whole, or a new one; where there are several, the one after the chosen one.
pub(super) fn on_article(tab: &mut Tab) -> Option<AnnotationId> {
    let there = &tab.facts.on_article;
    let chosen = tab.chosen_own().and_then(|chosen| there.iter().position(|id| id == chosen));
    if let Some(id) = there.get(chosen.map_or(0, |at| (at + 1) % there.len())) {
        return Some(id.clone());
    }
    let id = new_id()?;
    edit(tab, |tab| tab.reading.notes().annotate_article(id.clone(), Draft::default(), clock::now()))?;
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

/// Opens the field of the note that a key makes, or leads to.
pub(super) fn begin_note(tab: &mut Tab, make: impl FnOnce(&mut Tab) -> Option<AnnotationId>) -> Option<()> {
    let before = tab.reading.notes().annotations.len();
    let id = make(tab)?;
    tab.begun = (tab.reading.notes().annotations.len() > before).then(|| id.clone());
    write_note(tab, id);
    Some(())
}

/// Takes back the note that a key made, once the reader has left it with nothing in it.
pub(in crate::app) fn let_go_of_begun(tab: &mut Tab) {
    let Some(id) = tab.begun.take_if(|id| tab.writing.as_ref().is_none_or(|writing| writing.id != *id)) else { return };
    let Some(left) = tab.reading.annotation(&id) else { return };
    let is_bare = left.note.trim().is_empty() && left.tags.is_empty() && tab.reading.linked_with(&id).is_empty();
    if !is_bare || left.colour != Colour::default() || tab.read_only {
        return;
    }
    if tab.chosen_own() == Some(&id) {
        tab.begun = Some(id);
        return;
    }
    let words = left.place.range().filter(|_| left.extent == Extent::Words);
    if tab.reading.take_back(&id) {
        after_change(tab);
    } else {
        delete(tab, &id);
    }
    if let Some(words) = words.filter(|_| tab.selection.is_none() && tab.chosen.is_none()) {
        tab.selection = Some(Selection::of(words));
    }
}

pub(super) fn write_note(tab: &mut Tab, id: AnnotationId) {
    if tab.read_only {
        return;
    }
    let text = tab.reading.notes().annotation(&id).map(|annotation| annotation.note.clone()).unwrap_or_default();
    tab.chosen = Some(NoteKey::own(id.clone()));
    tab.selection = None;
    tab.writing = Some(Writing { id, text, fresh: true });
}

pub(super) fn delete(tab: &mut Tab, id: &AnnotationId) -> Option<String> {
    tell(tab, |tab| tab.reading.notes().delete(id, clock::now()))
}

/// Makes an edit, if it changes anything, and has it kept; what to say of it.
pub(super) fn tell(tab: &mut Tab, make: impl FnOnce(&Tab) -> Option<Edit>) -> Option<String> {
    let mut done = None;
    edit(tab, |tab| make(tab).inspect(|edit| done = language::done(edit)))?;
    done
}

/// Makes an edit, if it changes anything, and has it kept; `None` if it does not.
pub(super) fn edit(tab: &mut Tab, make: impl FnOnce(&Tab) -> Option<Edit>) -> Option<()> {
    if tab.read_only {
        return None;
    }
    let mut made = make(tab)?;
    for change in &mut made.changes {
        // A tag that is new here but known in another layer means what it means there.
        if let Change::Tag { before: None, after: Some(own), .. } = change
            && own.meaning.is_empty()
            && let Some(theirs) = tab.layers.tag(&own.name)
        {
            own.clone_from(theirs);
        }
    }
    tab.reading.apply(made);
    after_change(tab);
    Some(())
}

/// Makes a note of the reader's own from one of another layer; what to say of it.
pub(super) fn copy_note(tab: &mut Tab, key: &NoteKey) -> Option<String> {
    let annotation = tab.note(key).filter(|_| key.layer.is_some())?.clone();
    if annotation.place == Place::Orphan {
        return Some(message!("copy-gone").to_owned());
    }
    let range = annotation.place.range();
    let is_same = |own: &&Annotation| own.note == annotation.note && own.tags == annotation.tags;
    let same = match range {
        Some(range) => {
            tab.reading.annotations_on(range).filter(|(place, _)| *place == range).map(|(_, own)| own).find(is_same)
        }
        None => tab.reading.notes().on_article().find(is_same),
    };
    if let Some(own) = same.map(|own| own.id.clone()) {
        tab.chosen = Some(NoteKey::own(own));
        return Some(message!("copy-there").to_owned());
    }
    let id = new_id()?;
    let Annotation { extent, colour, tags, note, .. } = annotation;
    let draft = Draft { extent, colour, tags, note };
    edit(tab, |tab| {
        let notes = tab.reading.notes();
        let edit = match range {
            Some(range) => notes.annotate(id.clone(), tab.reading.article(), range, draft, clock::now())?,
            None => notes.annotate_article(id.clone(), draft, clock::now())?,
        };
        Some(Edit { name: EditName::Copy, ..edit })
    })?;
    tab.chosen = Some(NoteKey::own(id));
    Some(message!("copied").to_owned())
}

/// Goes over to another layer, once what was written so far is kept; what to say of it.
pub(super) fn write_layer(tab: &mut Tab, wanted: WantedLayer) -> Option<String> {
    let said = match &wanted {
        WantedLayer::Own => None,
        WantedLayer::Signed(layer) => Some(message!("layer-written", layer = layer.as_str())),
        WantedLayer::Claimed(layer) => Some(message!("layer-claimed", layer = layer.as_str())),
    };
    tab.wanted_layer = Some(wanted);
    said
}

/// Takes in that the notes have changed, and sends them to be kept.
pub(super) fn after_change(tab: &mut Tab) {
    // What is changed must be seen.
    tab.layers.show(None, true);
    tab.follow_reading();
    tab.saving = Saving::Pending;
    if let Some(keeper) = &tab.keeper {
        keeper.keep(tab.reading.shared_notes());
    }
}

/// A new identity; `None` when the system has no chance to give, which no system lacks.
pub(super) fn new_id() -> Option<AnnotationId> {
    let mut bits = [0; 5];
    getrandom::fill(&mut bits).ok()?;
    Some(AnnotationId::from_random(bits))
}
