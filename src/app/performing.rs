//! Doing what panes and keys asked for: the one place where the window changes anything.

mod aloud;
mod annotating;
mod correcting;
mod everywhere;
mod in_article;
mod jumping;
mod keys;
mod possible;
mod stepping;
pub(super) mod tagging;

pub(super) use annotating::let_go_of_begun;
use egui::Context;
use everywhere::{mark_everywhere, mark_places};
use in_article::{perform_command_in, perform_in};
use jumping::{jump_of, jumping};
pub use keys::take_keys;
use possible::why_not;
pub use possible::{is_possible, name};

use super::{
    act::Act,
    called_off::CalledOff,
    column::Focus,
    command::Command,
    export_window::ExportWindow,
    link_window::LinkWindow,
    marking::Marking,
    note_list, outline,
    over_article::OverArticle,
    recent::RecentArticles,
    settings_window::SettingsWindow,
    tab::{Tab, TabId},
    tab_list::TabList,
    tag_file_window::{TagFileWindow, Way},
    tags_together::TagsTogether,
    theme::measures,
    window::Window,
};
use crate::article::TextRange;

impl Window {
    /// Does one thing that a pane asked for.
    pub fn perform(&mut self, context: &Context, act: Act) {
        match act {
            Act::Do(command) => self.perform_command(context, command),
            Act::Open(paths) => self.open_paths(paths),
            Act::OpenTyped => self.open_typed(),
            Act::ShowTab(number) => {
                self.path_asked = false;
                self.shown = number.min(self.tabs.len().saturating_sub(1));
            }
            Act::LeavePath => self.leave_path(),
            Act::CloseTab(number) => self.close_tab(number),
            Act::OpenInNewWindow(number) => {
                self.open_window(self.tabs.get(number).and_then(|tab| tab.path.clone()));
            }
            Act::ClearRecents => {
                let cleared = self.recents.get().clone();
                self.recents.change(RecentArticles::clear);
                self.cleared_recents = Some(cleared);
            }
            Act::BringBackRecents => {
                if let Some(cleared) = self.cleared_recents.take() {
                    self.recents.change(|recents| *recents = cleared);
                }
            }
            Act::DismissNotice => {
                let front = self.front();
                self.notices.put_away(front);
            }
            Act::ShowNotices(all) => self.notices.all_shown = all,
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

    /// Marks the places that a worker found, unless nobody waits for them any more.
    pub(super) fn take_places(&mut self, tab: TabId, called_off: &CalledOff, places: Vec<TextRange>) {
        let front = self.front();
        let Some(tab) = self.tabs.iter_mut().find(|other| other.id == tab) else { return };
        let is_answer = |marking: &mut Marking| marking.is_answered_by(called_off, tab.reading.article());
        if let Some(marking) = tab.marking.take_if(is_answer) {
            let (id, done) = (tab.id, mark_places(tab, marking, places));
            if front == Some(id) && done.is_some() {
                self.done = done;
            }
        }
    }

    /// Whether a command would do something in the article in front.
    fn is_possible_here(&self, command: Command) -> bool {
        self.tabs.get(self.shown).is_some_and(|tab| is_possible(command, Some(tab)))
    }

    fn perform_command(&mut self, context: &Context, command: Command) {
        if self.path_asked && command.needs_article() && !leaves_start(command) {
            // Nobody sees what it would change behind the start page.
            return;
        }
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
            Command::ClearSelection if self.tabs.get(self.shown).is_some_and(|tab| tab.notes_here.is_some()) => {
                self.tabs[self.shown].notes_here = None;
            }
            Command::ClearSelection if self.left_over || self.right_over => {
                (self.left_over, self.right_over) = (false, false);
            }
            Command::ClearSelection if self.tabs.get(self.shown).is_some_and(|tab| tab.aloud.is_some()) => {
                self.tabs[self.shown].aloud = None;
            }
            Command::ClearSelection
                if !self.tabs.get(self.shown).is_some_and(holds_something) && self.notices.are_seen(self.front()) =>
            {
                self.notices.put_away(self.front());
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
            Command::GoToTab if !self.tabs.is_empty() => self.tab_list = Some(TabList::new(self.shown)),
            Command::Export | Command::TagsTogether | Command::ExportTags | Command::ImportTags | Command::LinkTo
                if self.is_possible_here(command) =>
            {
                let Some(tab) = self.tabs.get_mut(self.shown) else { return };
                tab.over = match command {
                    Command::Export => Some(OverArticle::Export(ExportWindow::new(tab))),
                    Command::ExportTags => Some(OverArticle::TagFile(TagFileWindow::new(tab, Way::Out))),
                    Command::ImportTags => Some(OverArticle::TagFile(TagFileWindow::new(tab, Way::In))),
                    Command::LinkTo => tab.chosen_own().cloned().map(|from| OverArticle::Link(LinkWindow::new(from))),
                    _ => Some(OverArticle::TagsTogether(TagsTogether::new(tab))),
                };
            }
            Command::Listen if self.is_possible_here(command) => {
                if let Some(tab) = self.tabs.get_mut(self.shown) {
                    tab.listen(&self.post);
                }
            }
            Command::MarkEverywhere if self.is_possible_here(command) => {
                if let Some(tab) = self.tabs.get_mut(self.shown) {
                    tab.notes_here = None;
                    mark_everywhere(tab, &self.post);
                }
            }
            Command::ClearSelection if self.tabs.get(self.shown).is_some_and(|tab| tab.marking.is_some()) => {
                self.tabs[self.shown].marking = None;
            }
            Command::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),
            command => {
                let Some(tab) = self.tabs.get_mut(self.shown) else { return };
                tab.notes_here = None;
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

/// Whether a command leads from the start page back to an article.
fn leaves_start(command: Command) -> bool {
    matches!(
        command,
        Command::CloseTab | Command::NextTab | Command::PreviousTab | Command::GoToTab | Command::ClearSelection
    )
}

/// Whether Escape has something to let go of in an article.
fn holds_something(tab: &Tab) -> bool {
    tab.selection.is_some()
        || tab.chosen.is_some()
        || tab.find.is_some()
        || tab.listened.is_some()
        || tab.list.is_asked()
        || tab.marking.is_some()
}
