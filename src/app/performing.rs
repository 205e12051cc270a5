//! Doing what panes and keys asked for: the one place where the window changes anything.

mod aloud;
mod annotating;
mod jumping;
mod keys;
mod possible;
mod stepping;
pub(super) mod tagging;

use crate::app::language::{self, message};
use annotating::{
    after_change, capital, chosen_or_new, copy, copy_note, correct, delete, edit, highlight, mean_sentence, new_id,
    on_article, on_paragraph, tag, write_layer, write_note,
};
use egui::Context;
use jumping::{jump_of, jumping};
pub use keys::take_keys;
use possible::why_not;
pub use possible::{is_possible, name};
use stepping::{next_sentence, speaker_at, step_to_quotation};

use super::{
    act::Act,
    clock,
    column::Focus,
    command::Command,
    export_window::ExportWindow,
    find_bar::Find,
    link_window::LinkWindow,
    note_list, outline,
    passage_end::PassageEnd,
    recent::RecentArticles,
    selection::Selection,
    settings_window::SettingsWindow,
    speaker_popup::SpeakerPopup,
    tab::{Tab, WantedLayer},
    tag_file_window::{TagFileWindow, Way},
    tags_together::TagsTogether,
    theme::measures,
    window::Window,
};
use crate::{
    article::{TextOffset, TextRange},
    notes::{Applied, Draft, Left},
    speech::Verdict,
};

impl Window {
    /// Does one thing that a pane asked for.
    pub fn perform(&mut self, context: &Context, act: Act) {
        match act {
            Act::Do(command) => self.perform_command(context, command),
            Act::Open(paths) => self.open_paths(paths),
            Act::ShowTab(number) => {
                self.path_asked = false;
                self.shown = number.min(self.tabs.len().saturating_sub(1));
            }
            Act::LeavePath => self.path_asked = false,
            Act::CloseTab(number) => self.close_tab(number),
            Act::OpenInNewWindow(number) => {
                self.open_window(self.tabs.get(number).and_then(|tab| tab.path.clone()));
            }
            Act::ClearRecents => self.recents.change(RecentArticles::clear),
            Act::DismissNotice => self.notices.clear(),
            Act::SetName(name) => self.set_name(name),
            Act::Export(format, path) => self.export(format, path),
            Act::ExportTags(path) => self.export_tags(path),
            Act::ImportTags(path) => self.import_tags(path),
            Act::Set(settings) => self.settings.change(|now| *now = *settings),
            other => {
                match other {
                    // What lay over the text to choose from has served.
                    Act::JumpTo(_) => self.left_over = false,
                    Act::Filter(Some(_)) => self.show_right(context),
                    _ => {}
                }
                if let Some(tab) = self.tabs.get_mut(self.shown)
                    && let Some(done) = jumping(tab, jump_of(&other), |tab| perform_in(tab, other))
                {
                    self.done = Some(done);
                }
            }
        }
    }

    /// Whether a command would do something in the article in front.
    fn is_possible_here(&self, command: Command) -> bool {
        self.tabs.get(self.shown).is_some_and(|tab| is_possible(command, Some(tab)))
    }

    fn perform_command(&mut self, context: &Context, command: Command) {
        match command {
            Command::Open => self.ask_for_files(context),
            Command::OpenSample => self.open_sample(),
            Command::PathField => self.ask_for_path(),
            Command::NewWindow => self.open_window(None),
            Command::OpenInNewWindow if self.is_possible_here(command) => {
                self.open_window(self.tabs.get(self.shown).and_then(|tab| tab.path.clone()));
            }
            Command::CloseTab if self.path_asked => self.path_asked = false,
            Command::CloseTab => self.close_tab(self.shown),
            Command::NextTab => self.step_tab(1),
            Command::PreviousTab => self.step_tab(self.tabs.len().saturating_sub(1)),
            Command::LargerText => {
                let larger = |size| measures::larger(&measures::BODY_SIZES, size);
                self.settings.change(|settings| settings.text_size = larger(settings.text_size));
            }
            Command::SmallerText => {
                let smaller = |size| measures::smaller(&measures::BODY_SIZES, size);
                self.settings.change(|settings| settings.text_size = smaller(settings.text_size));
            }
            Command::NormalText => self.settings.change(|settings| settings.text_size = measures::BODY_SIZE),
            Command::OtherFace => self.settings.change(|settings| settings.face = settings.face.other()),
            Command::Theme(theme) => self.settings.change(|settings| settings.theme = theme),
            Command::NextTheme => self.settings.change(|settings| settings.theme = settings.theme.next()),
            Command::SpeakersPanel => self.toggle_left(context),
            Command::NotesPanel => self.toggle_right(context),
            Command::FocusParagraph => self.toggle_focus(Focus::Paragraph),
            Command::FocusLine => self.toggle_focus(Focus::Line),
            Command::FullScreen if !self.tabs.is_empty() => self.show_bare(context, self.bare_since.is_none()),
            Command::Outline if self.is_possible_here(command) => {
                self.show_left(context);
                self.outline_wanted = outline::Wanted::Here;
            }
            Command::Filter if !self.tabs.is_empty() => {
                self.show_right(context);
                if let Some(tab) = self.tabs.get_mut(self.shown) {
                    tab.list.ask();
                }
            }
            Command::ClearSelection if self.path_asked && !self.tabs.is_empty() => self.path_asked = false,
            // Escape has taken the keyboard from the field; what is chosen stays.
            Command::ClearSelection if self.was_typing.is_some() => {
                let field = self.was_typing.unwrap_or(egui::Id::NULL);
                if let Some(tab) = self.tabs.get_mut(self.shown) {
                    tab.let_go_of_field(field);
                }
                self.right_over &= field != note_list::field();
            }
            Command::ClearSelection if self.left_over || self.right_over => {
                (self.left_over, self.right_over) = (false, false);
            }
            Command::ClearSelection if self.tabs.get(self.shown).is_some_and(|tab| tab.aloud.is_some()) => {
                self.tabs[self.shown].aloud = None;
            }
            Command::ClearSelection
                if self.bare_since.is_some() && !self.tabs.get(self.shown).is_some_and(holds_something) =>
            {
                self.show_bare(context, false);
            }
            Command::ReadAloud => self.read_aloud(),
            Command::Help => self.help_open = !self.help_open,
            Command::YourName | Command::Settings => {
                self.settings_window = Some(SettingsWindow::new(self.settings.get()));
            }
            Command::Palette => self.palette.open(),
            Command::Export => self.export_window = self.tabs.get(self.shown).map(ExportWindow::new),
            Command::TagsTogether | Command::ExportTags | Command::ImportTags if self.is_possible_here(command) => {
                let Some(tab) = self.tabs.get(self.shown) else { return };
                match command {
                    Command::ExportTags => self.tag_file_window = Some(TagFileWindow::new(tab, Way::Out)),
                    Command::ImportTags => self.tag_file_window = Some(TagFileWindow::new(tab, Way::In)),
                    _ => self.tags_together = Some(TagsTogether::new(tab)),
                }
            }
            Command::Listen if self.is_possible_here(command) => {
                if let Some(tab) = self.tabs.get_mut(self.shown) {
                    tab.listen(&self.post);
                }
            }
            Command::LinkTo if self.is_possible_here(command) => {
                let from = self.tabs.get(self.shown).and_then(Tab::chosen_own).cloned();
                self.link_window = from.map(LinkWindow::new);
            }
            Command::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),
            command => {
                let Some(tab) = self.tabs.get_mut(self.shown) else { return };
                let done = if is_possible(command, Some(tab)) {
                    jumping(tab, jump_of(&Act::Do(command)), |tab| perform_command_in(context, tab, command))
                } else {
                    why_not(command, tab)
                };
                if let Some(done) = done {
                    self.done = Some(done);
                }
            }
        }
    }
}

/// Whether Escape has something to let go of in an article.
fn holds_something(tab: &Tab) -> bool {
    tab.selection.is_some()
        || tab.chosen.is_some()
        || tab.find.is_some()
        || tab.listened.is_some()
        || tab.list.is_asked()
}

/// What to say of an undo or redo; another program may have changed the same notes since.
fn told(undid: bool, name: &str, applied: Applied) -> String {
    let edit = language::edit(name);
    let named = || capital(&edit);
    match (undid, applied.made, applied.left) {
        (true, _, None) => message!("undid", edit = edit),
        (false, _, None) => message!("redid", edit = edit),
        (true, true, Some(_)) => message!("undid-partly", edit = edit),
        (false, true, Some(_)) => message!("redid-partly", edit = edit),
        (true, false, Some(Left::Changed)) => message!("not-undone-changed", edit = named()),
        (true, false, Some(Left::Deleted)) => message!("not-undone-deleted", edit = named()),
        (false, false, Some(Left::Changed)) => message!("not-redone-changed", edit = named()),
        (false, false, Some(Left::Deleted)) => message!("not-redone-deleted", edit = named()),
    }
}

/// Does what concerns one article; what to say of it, if anything.
fn perform_in(tab: &mut Tab, act: Act) -> Option<String> {
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
        Act::ListenTo(None) => tab.listened = None,
        Act::ListenTo(Some(speaker)) => {
            let place = if tab.listened == Some(speaker) { Some(tab.place()) } else { None };
            tab.listened = Some(speaker);
            step_to_quotation(tab, place, true);
        }
        Act::Recolour(id, colour) => return edit(tab, |tab| tab.reading.notes().recolour(&id, colour, now)),
        Act::Delete(id) => return delete(tab, &id),
        Act::KeepHere(id, range) => {
            return edit(tab, |tab| tab.reading.notes().move_to(&id, tab.reading.article(), range, now));
        }
        Act::MoveEnds(id, range) => {
            return edit(tab, |tab| tab.reading.notes().move_ends(&id, tab.reading.article(), range, now));
        }
        Act::Link(from, to) => return edit(tab, |tab| tab.reading.notes().link(&from, &to, now)),
        Act::Unlink(one, other) => return edit(tab, |tab| tab.reading.notes().unlink(&one, &other, now)),
        Act::StepEnds(id, range) => {
            return edit(tab, |tab| tab.reading.notes().step_ends(&id, tab.reading.article(), range, now));
        }
        Act::Tag(name) => return tag(tab, &name),
        Act::Rule(range, verdict) => {
            let id = new_id()?;
            return correct(tab, |tab| tab.reading.notes().rule(id, tab.reading.article(), range, verdict, now));
        }
        Act::SamePerson(name, speaker) => {
            let id = new_id()?;
            return correct(tab, |tab| tab.reading.notes().same_person(id, &name, &speaker, now));
        }
        Act::Apart(speaker) => return correct(tab, |tab| tab.reading.notes().apart(&speaker, now)),
        Act::Untag(id, name) => return edit(tab, |tab| tab.reading.notes().remove_tag(&[id], &name, now)),
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
        Act::EndFind => tab.find = None,
        Act::ListAllNotes(all) => tab.list.all = all,
        Act::ShowLayer(name, shown) => tab.show_layer(name.as_deref(), shown),
        Act::WriteLayer(wanted) => return write_layer(tab, wanted),
        Act::CopyNote(key) => return copy_note(tab, &key),
        Act::ToggleFolded => tab.column.toggle_folded(),
        Act::Do(_)
        | Act::Open(_)
        | Act::ShowTab(_)
        | Act::CloseTab(_)
        | Act::OpenInNewWindow(_)
        | Act::ClearRecents
        | Act::DismissNotice
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

fn perform_command_in(context: &Context, tab: &mut Tab, command: Command) -> Option<String> {
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
            if tab.selected().is_none() && tab.chosen.is_none() {
                tab.find = None;
                tab.listened = None;
                tab.list.set(None);
            }
            tab.selection = None;
            tab.chosen = None;
        }
        Command::Highlight(colour) => return highlight(tab, colour),
        Command::Tag => {
            mean_sentence(tab);
            tab.tag_entry.wanted = true;
        }
        Command::Note => {
            mean_sentence(tab);
            let id = chosen_or_new(tab, Draft::default())?;
            write_note(tab, id);
        }
        Command::NoteOnParagraph => {
            let id = on_paragraph(tab)?;
            write_note(tab, id);
        }
        Command::NoteOnArticle => {
            let id = on_article(tab)?;
            if let Some(front) = tab.front() {
                tab.column.keep_in_view(front.start());
            }
            write_note(tab, id);
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
            let id = new_id()?;
            return correct(tab, |tab| {
                tab.reading.notes().rule(id, tab.reading.article(), range, Verdict::NotSpeech, clock::now())
            });
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
        Command::Find => tab.find.get_or_insert_with(Find::new).fresh = true,
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
