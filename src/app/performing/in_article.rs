//! Doing what concerns one article.

use egui::Context;

use super::{
    annotating::{
        after_change, begin_note, chosen_or_new, copy, copy_note, delete, edit, highlight, mean_passage, on_article,
        on_paragraph, tag, tell, write_layer, write_note,
    },
    correcting::{rule, show_as, take_apart},
    stepping::{next_sentence, speaker_at, step_to_quotation},
    tagging,
};
use crate::{
    app::{
        act::Act,
        clock,
        command::Command,
        language::{self, message},
        passage_end::PassageEnd,
        selection::Selection,
        speaker_popup::SpeakerPopup,
        tab::{Tab, WantedLayer},
        text_menu::TextMenu,
    },
    article::{TextOffset, TextRange},
    notes::{Applied, Draft, EditName, Left},
    speech::Verdict,
};

/// What to say of an undo or redo; another program may have changed the same notes since.
fn told(undid: bool, name: &EditName, applied: Applied) -> String {
    let edit = language::edit(name);
    match (undid, applied.made, applied.left) {
        (true, _, None) => message!("undid", edit = edit),
        (false, _, None) => message!("redid", edit = edit),
        (true, true, Some(_)) => message!("undid-partly", edit = edit),
        (false, true, Some(_)) => message!("redid-partly", edit = edit),
        (true, false, Some(Left::Changed)) => message!("not-undone-changed", edit = edit),
        (true, false, Some(Left::Deleted)) => message!("not-undone-deleted", edit = edit),
        (false, false, Some(Left::Changed)) => message!("not-redone-changed", edit = edit),
        (false, false, Some(Left::Deleted)) => message!("not-redone-deleted", edit = edit),
    }
}

/// Does what concerns one article; what to say of it, if anything.
pub(super) fn perform_in(tab: &mut Tab, act: Act) -> Option<String> {
    let now = clock::now();
    match act {
        Act::Select(selection) => {
            tab.selection = Some(selection);
            tab.caret_shown = false;
            // A press that selects nothing may be a click on the next annotation under it.
            if !selection.is_empty() {
                tab.chosen = None;
            }
        }
        Act::Click(offset) => tab.choose_at(offset),
        Act::Choose(key) => {
            tab.chosen = key;
            tab.selection = None;
        }
        Act::GoTo(range) => tab.column.go_to(range),
        Act::JumpTo(range) => {
            put_caret(tab, range.start());
            tab.column.go_to(range);
        }
        Act::ListSpeakers(all) => tab.speakers_listed = all,
        Act::ListenTo(None) => tab.listened = None,
        Act::ListenTo(Some(speaker)) => {
            let place = if tab.listened == Some(speaker) { Some(tab.place()) } else { None };
            tab.listened = Some(speaker);
            step_to_quotation(tab, place, true);
        }
        Act::Recolour(id, colour) => return tell(tab, |tab| tab.reading.notes().recolour(&id, colour, now)),
        Act::Delete(id) => return delete(tab, &id),
        Act::KeepHere(id, range) => {
            return tell(tab, |tab| tab.reading.notes().move_to(&id, tab.reading.article(), range, now));
        }
        Act::MoveEnds(id, range) => {
            return tell(tab, |tab| tab.reading.notes().move_ends(&id, tab.reading.article(), range, now));
        }
        Act::Link(from, to) => return tell(tab, |tab| tab.reading.notes().link(&from, &to, now)),
        Act::Unlink(one, other) => return tell(tab, |tab| tab.reading.notes().unlink(&one, &other, now)),
        Act::StepEnds(id, range) => {
            return tell(tab, |tab| tab.reading.notes().step_ends(&id, tab.reading.article(), range, now));
        }
        Act::Tag(name) => return tag(tab, &name),
        Act::Rule(range, verdict) => return rule(tab, range, verdict),
        Act::SamePerson(name, speaker) => return show_as(tab, &name, &speaker),
        Act::Apart(speaker) => return take_apart(tab, &speaker),
        Act::Untag(id, name) => return tell(tab, |tab| tab.reading.notes().remove_tag(&[id], &name, now)),
        Act::RenameTag(from, to) => return tagging::rename(tab, &from, &to),
        Act::RecolourTag(name, colour) => return tagging::recolour(tab, &name, colour),
        Act::DefineTag(name, meaning) => return tagging::define(tab, &name, &meaning),
        Act::DeleteTag(name) => return tagging::delete(tab, &name),
        Act::WriteNote(id, text) => {
            edit(tab, |tab| tab.reading.notes().write_note(&id, &text, now));
        }
        Act::EndNote => tab.writing = None,
        Act::EditNote(id) => write_note(tab, id),
        Act::Filter(line) => tab.list.set(line),
        Act::SortNotes(order) => tab.list.order = order,
        Act::EndFind => tab.end_find(),
        Act::Find(words) => {
            tab.begin_find();
            tab.find.get_or_insert_default().query.words = words;
        }
        Act::TextMenu(point, place) => {
            let meant = tab.selected().or_else(|| tab.chosen_annotation()?.place.range());
            if !meant.is_some_and(|range| range.start() <= place && place < range.end()) {
                put_caret(tab, place);
                tab.choose_at(place);
                tab.notes_here = None;
            }
            tab.text_menu = Some(TextMenu::at(point));
        }
        Act::ListAllNotes(all) => tab.list.all = all,
        Act::ShowLayer(name, shown) => tab.show_layer(name.as_deref(), shown),
        Act::WriteLayer(wanted) => return write_layer(tab, wanted),
        Act::CopyNote(key) => return copy_note(tab, &key),
        Act::ToggleFolded => tab.column.toggle_folded(),
        Act::Do(_)
        | Act::Open(_)
        | Act::OpenTyped
        | Act::ShowTab(_)
        | Act::CloseTab(_)
        | Act::OpenInNewWindow(_)
        | Act::ClearRecents
        | Act::BringBackRecents
        | Act::DismissNotice
        | Act::ShowNotices(_)
        | Act::SetName(_)
        | Act::Set(_)
        | Act::Export(..)
        | Act::ExportTags(_)
        | Act::ImportTags(_)
        | Act::LeavePath => {}
    }
    None
}

fn put_caret(tab: &mut Tab, place: TextOffset) {
    tab.selection = Some(Selection::caret_at(place));
    tab.chosen = None;
    tab.caret_shown = true;
}

pub(super) fn perform_command_in(context: &Context, tab: &mut Tab, command: Command) -> Option<String> {
    match command {
        Command::Copy => copy(context, tab),
        Command::SelectAll => {
            tab.selection = Some(Selection::of(tab.reading.article().whole()));
            tab.chosen = None;
        }
        Command::SelectSentence => {
            let sentence = next_sentence(tab);
            tab.selection = Some(Selection::of(sentence));
            tab.chosen = None;
            tab.column.keep_in_view(sentence.start());
        }
        Command::ClearSelection => {
            let is_anything = tab.selected().is_some() || tab.chosen.is_some();
            (tab.selection, tab.chosen) = (None, None);
            if !is_anything {
                tab.end_find();
                tab.listened = None;
                tab.list.set(None);
            }
        }
        Command::Highlight(colour) => return highlight(tab, colour),
        Command::Tag => {
            mean_passage(tab);
            tab.tag_entry.wanted = true;
        }
        Command::Note => {
            mean_passage(tab);
            begin_note(tab, |tab| chosen_or_new(tab, Draft::default()))?;
        }
        Command::NoteOnParagraph => {
            begin_note(tab, on_paragraph)?;
        }
        Command::NoteOnArticle => {
            begin_note(tab, on_article)?;
            if let Some(front) = tab.front() {
                tab.column.keep_in_view(front.start());
            }
        }
        Command::MoveStart | Command::MoveEnd => {
            let end = if command == Command::MoveStart { PassageEnd::Start } else { PassageEnd::End };
            let id = tab.chosen_own().cloned()?;
            let range = tab.reading.annotation(&id)?.place.range()?;
            tab.column.keep_in_view(end.of(range));
            tab.column.take_hold_of(id, end);
        }
        Command::DeleteAnnotation => {
            let id = tab.chosen_own().cloned()?;
            return delete(tab, &id);
        }
        Command::CopyNote => {
            let key = tab.chosen.clone()?;
            return copy_note(tab, &key);
        }
        Command::NextOwnLayer => {
            let own = tab.own_layers();
            let next = own.iter().find(|layer| **layer > tab.layer.as_str()).or(own.first())?;
            let next = (*next).to_owned();
            return write_layer(tab, WantedLayer::Signed(next));
        }
        Command::ClaimLayer => {
            let layer = tab.chosen_layer()?.name().to_owned();
            return write_layer(tab, WantedLayer::Claimed(layer));
        }
        Command::CorrectSpeaker => {
            let range = tab.quotation_here().map(|quotation| quotation.range).or_else(|| tab.selected())?;
            tab.speaker_popup = Some(SpeakerPopup::on(range));
        }
        Command::SamePerson => tab.speaker_popup = Some(SpeakerPopup::joining(tab.quotation_here()?.range)),
        Command::NotSpeech => {
            let range = tab.quotation_here()?.range;
            return rule(tab, range, Verdict::NotSpeech);
        }
        Command::Undo => {
            let (name, applied) = tab.reading.undo()?;
            after_change(tab);
            return Some(told(true, &name, applied));
        }
        Command::Redo => {
            let (name, applied) = tab.reading.redo()?;
            after_change(tab);
            return Some(told(false, &name, applied));
        }
        Command::StopListening => return tab.listening.stop().then(|| message!("stopped-listening").to_owned()),
        Command::Find => tab.begin_find(),
        Command::NextResult | Command::PreviousResult if tab.find.is_none() => {
            tab.find_again(command == Command::NextResult);
        }
        Command::NextResult | Command::PreviousResult => {
            let hit = tab.find.as_mut()?.step(command == Command::NextResult)?;
            tab.column.go_to(hit);
        }
        Command::NextAnnotation | Command::PreviousAnnotation => {
            let key = tab.note_from(command == Command::NextAnnotation)?;
            let range = tab.range_to_show(tab.note(&key)?)?;
            tab.chosen = Some(key);
            tab.selection = None;
            tab.column.go_to(range);
        }
        Command::NextQuotation | Command::PreviousQuotation => {
            let listened = tab.listened.take();
            step_to_quotation(tab, Some(tab.place()), command == Command::NextQuotation);
            tab.listened = listened;
        }
        Command::NextOfSpeaker | Command::PreviousOfSpeaker => {
            if tab.listened.is_none() {
                tab.listened = speaker_at(tab);
            }
            step_to_quotation(tab, Some(tab.place()), command == Command::NextOfSpeaker);
        }
        Command::OnlySpeaker => {
            tab.listened = if tab.listened.is_some() { None } else { speaker_at(tab) };
        }
        Command::Leftovers => tab.column.toggle_folded(),
        Command::Back | Command::Forward => {
            let here = tab.place();
            let place = if command == Command::Back { tab.jumps.back(here) } else { tab.jumps.forward(here) }?;
            put_caret(tab, place);
            tab.column.go_to(TextRange::between(place, place));
        }
        _ => {}
    }
    None
}
