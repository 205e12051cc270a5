//! How articles come into the window: asked for, read by a worker, and taken in with their notes.

use crate::app::language::message;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::Context;

use super::{
    Window,
    hearing::{copies_of, take_news, whereabouts},
    reopening::{retake, said_of_owner},
    telling::told_of_article,
};
use crate::{
    app::{
        act::Act,
        called_off::CalledOff,
        clock,
        dialog::{Answer, Dialog},
        listening::Listening,
        notice::Told,
        performing::tagging,
        recent::Recent,
        tab::{Tab, TabId},
        worker::{self, Exporting, Message, Source},
    },
    article::{Article, BlockKind, TextOffset},
    excerpt::one_line,
    export::Format,
    notes::Notes,
    reading::Reading,
    sidecar::{Keeper, OwnNotes},
    speech::Speech,
};

impl Window {
    pub(super) fn take_messages(&mut self) {
        while let Ok(message) = self.messages.try_recv() {
            match message {
                Message::Glimpsed { tab, .. } | Message::Opened { tab, .. } | Message::NotOpened { tab, .. }
                    if !self.is_opening(tab) => {}
                Message::Glimpsed { tab, source, article, place } => {
                    let reading = Reading::new(article, Arc::new(Speech::default()), Notes::default());
                    let mut tab = Tab::new(tab, source.path().map(Path::to_owned), reading);
                    (tab.glimpsed, tab.read_only) = (true, true);
                    tab.begin_at(place);
                    self.show_tab(tab);
                }
                Message::Opened { tab, source, article, place, warnings, own } => {
                    self.opening.retain(|(other, _)| *other != tab);
                    let told = told_of_article(&article, warnings, &own);
                    self.take_article(tab, source, article, place, *own);
                    self.say_of(tab, told);
                }
                Message::Reopened { tab: id, article, warnings, own, places } => {
                    if let Some(tab) = self.tabs.iter_mut().find(|other| other.id == id) {
                        let told = told_of_article(&article, warnings, &own);
                        let became = retake(tab, article, *own, places, &self.post);
                        self.retell(id, became.into_iter().chain(told).collect());
                    }
                }
                Message::Layers { tab, article, asked, layers, too_many } => {
                    self.take_layers(tab, &article, asked, layers, too_many);
                }
                Message::NotReopened { tab: id, keeper, error } => {
                    if let Some(tab) = self.tabs.iter_mut().find(|other| other.id == id) {
                        if let Some(reopening) = tab.reopening.take() {
                            (tab.wanted_layer, tab.read_only) = (None, reopening.was_read_only);
                        }
                        tab.keeper = Some(keeper);
                        if let Some(keeper) = &tab.keeper {
                            keeper.keep(tab.reading.shared_notes());
                        }
                    }
                    self.say_of(id, [Told::NotOpened(error)]);
                }
                Message::NotOpened { tab, error } => {
                    self.opening.retain(|(id, _)| *id != tab);
                    if let Some(glimpse) = self.tabs.iter().position(|other| other.id == tab) {
                        self.close_tab(glimpse);
                    }
                    self.want_next(tab);
                    let is_typed = self.path_field.asked.contains(&tab) && (self.path_asked || self.tabs.is_empty());
                    if is_typed {
                        self.path_field.refused.push(Told::NotOpened(error));
                    } else {
                        self.say(Told::NotOpened(error));
                    }
                }
                Message::Exported { path } => {
                    self.done = Some(message!("exported", path = path.display().to_string()));
                }
                Message::NotExported { error } => {
                    self.done = None;
                    self.say(Told::NotExported(error));
                }
                Message::TagsRead { tab, path, tags } => {
                    if let Some(tab) = self.tabs.iter_mut().find(|other| other.id == tab)
                        && let Some(done) = tagging::take(tab, &path, tags)
                    {
                        self.done = Some(done);
                    }
                }
                Message::Found { tab, query, found } => {
                    if let Some(tab) = self.tabs.iter_mut().find(|other| other.id == tab)
                        && let Some(hit) = tab.find.as_mut().and_then(|find| find.take(&query, found))
                    {
                        tab.column.go_to(hit);
                    }
                }
                Message::FoundAll { tab, called_off, places } => self.take_places(tab, &called_off, places),
                Message::NoFace { family } => self.say(Told::NoFace { family }),
                Message::Spoken { tab, turn, said } => self.take_spoken(tab, turn, said),
                Message::HeardNear { tab, article, near } => {
                    let is_there = |other: &&mut Tab| other.id == tab && Arc::ptr_eq(other.reading.article(), &article);
                    if let Some(tab) = self.tabs.iter_mut().find(is_there) {
                        tab.hear_nearby(near);
                    }
                }
                Message::Heard { tab, called_off, share, quotations } => {
                    if let Some(tab) = self.listener(tab, &called_off) {
                        tab.listening.reach(share);
                        if !quotations.is_empty() {
                            tab.reading.hear(quotations);
                            tab.follow_reading();
                        }
                    }
                }
                Message::Listened { tab, called_off, speech } => {
                    if let Some(tab) = self.listener(tab, &called_off) {
                        tab.listening = Listening::Done;
                        tab.reading.set_speech(speech);
                        tab.follow_reading();
                    }
                }
                Message::BrokeOff { tab: id, called_off } => {
                    if let Some(tab) = self.listener(id, &called_off) {
                        tab.listening.stop();
                        let name = tab.reading.article().name().to_owned();
                        self.say_of(id, [Told::BrokeOff { name }]);
                    }
                }
            }
        }
        for number in 0..self.tabs.len() {
            let trouble = self.tabs[number].trouble.clone();
            let heard = take_news(&mut self.tabs[number]);
            let (id, now) = (self.tabs[number].id, self.tabs[number].trouble.clone());
            if now != trouble {
                self.say_of(id, now);
            }
            if let Some(damage) = heard.damage {
                let is_of_notes = |told: &Told| matches!(told, Told::OfNotes(_));
                self.notices.retain(|notice| notice.of != Some(id) || !is_of_notes(&notice.told));
                self.say_of(id, damage.into_iter().map(Told::OfNotes));
            }
            self.say_of(id, heard.restored.map(|path| Told::Restored { path }));
            if let Some(renamed_to) = heard.gone {
                let said = self.follow_article(number, renamed_to);
                self.tabs[number].absence.clone_from(&said);
                self.say_of(id, said);
            }
            let tab = &self.tabs[number];
            if heard.saved
                && let Some(path) = &tab.path
            {
                let count = tab.reading.notes().annotations.len();
                self.recents.change(|recents| recents.count_notes(path, count));
            }
        }
        self.tell_taken_in();
        self.reopen_outdated();
    }

    /// Writes the notes of the article in front into a file, on a worker.
    pub(in crate::app) fn export(&mut self, format: Format, path: PathBuf) {
        let Some(tab) = self.tabs.get(self.shown) else { return };
        let others = tab.layers.shown().map(|other| other.layer.clone()).collect();
        let (reading, layer, article) = (tab.reading.clone(), tab.layer.clone(), tab.path.clone());
        let is_heard = tab.listening.is_done();
        let wanted = Exporting { reading, is_heard, layer, others, article, format, path };
        self.forget_exports();
        worker::export(wanted, self.post.clone());
        self.done = Some(if is_heard { message!("exporting") } else { message!("exporting-speakers") }.to_owned());
    }

    /// What was said of an earlier export is not true of the next one.
    fn forget_exports(&mut self) {
        self.notices.retain(|notice| !matches!(notice.told, Told::NotExported(_)));
    }

    /// Writes the code book of the article in front into a file.
    pub(in crate::app) fn export_tags(&mut self, path: PathBuf) {
        self.forget_exports();
        let Some(tab) = self.tabs.get(self.shown) else { return };
        worker::export_tags(tab.reading.notes().tags.clone(), tab.path.clone(), path, self.post.clone());
        self.done = Some(message!("exporting").to_owned());
    }

    /// Takes the tags of a file into the code book of the article in front, once they are read.
    pub(in crate::app) fn import_tags(&mut self, path: PathBuf) {
        let Some(tab) = self.tabs.get(self.shown) else { return };
        worker::read_tags(tab.id, path, self.post.clone());
    }

    /// The tab that a worker finds speakers for, if it still waits for them.
    fn listener(&mut self, tab: TabId, called_off: &CalledOff) -> Option<&mut Tab> {
        self.tabs.iter_mut().find(|other| other.id == tab && other.listening.is_for(called_off))
    }

    /// Whether an article is still being read; closing the tab that shows its beginning calls that off.
    fn is_opening(&self, tab: TabId) -> bool {
        self.opening.iter().any(|(id, _)| *id == tab)
    }

    fn take_article(
        &mut self,
        id: TabId,
        source: Source,
        article: Arc<Article>,
        place: Option<TextOffset>,
        own: OwnNotes,
    ) {
        let said = said_of_owner(article.name(), &own, &self.settings.get().author);
        let OwnNotes { sidecar, .. } = own;
        let path = source.path().map(Path::to_owned);
        if let Some(path) = &path {
            let recent = Recent {
                path: path.clone(),
                title: article.title(),
                source: source_line(&article, path),
                notes: sidecar.notes().annotations.len(),
                read: 0,
                opened: clock::now(),
            };
            self.recents.change(|recents| recents.remember(recent));
        }
        let (read_only, unreadable) = (sidecar.is_read_only(), sidecar.why_read_only().cloned());
        let mut reading = Reading::new(article, Arc::new(Speech::default()), sidecar.notes().clone());
        reading.sign(&self.settings.get().author);
        let kept = sidecar.kept().map(|kept| kept.path().to_owned());
        let trouble = path.as_deref().and_then(|path| whereabouts(path, sidecar.layer(), sidecar.kept()?));
        let told: Vec<Told> = said.into_iter().chain(trouble.clone()).collect();
        let (layer, digest) = (sidecar.layer().to_owned(), sidecar.digest().to_owned());
        let copies = copies_of(&sidecar);
        let keeper = Some(Keeper::start(sidecar, self.post.waker()));
        let usual_layer = layer.clone();
        let new = Tab::new(id, path, reading);
        let mut tab = Tab { keeper, layer, usual_layer, digest, kept, copies, trouble, read_only, unreadable, ..new };
        tab.begin_at(place);
        self.unheard.push(id);
        match self.tabs.iter_mut().find(|other| other.id == id) {
            Some(shown) => {
                let glimpse = std::mem::replace(shown, tab);
                shown.go_on_from(glimpse);
            }
            None => self.show_tab(tab),
        }
        self.say_of(id, told);
    }

    fn show_tab(&mut self, tab: Tab) {
        let id = tab.id;
        if self.path_field.asked.contains(&id) {
            self.follow_path();
        }
        // Tabs stand in the order in which their articles were asked for, not in which they were read.
        let at = self.tabs.partition_point(|other| other.id.0 < id.0);
        self.tabs.insert(at, tab);
        if self.wanted == Some(id) {
            self.shown = at;
        } else if at <= self.shown && self.tabs.len() > 1 {
            self.shown += 1;
        }
    }

    /// Shows the next of the articles that were asked for together, where the first of them cannot be read.
    fn want_next(&mut self, refused: TabId) {
        if self.wanted != Some(refused) {
            return;
        }
        let asked = self.opening.iter().map(|(id, _)| *id).chain(self.tabs.iter().map(|tab| tab.id));
        self.wanted = asked.filter(|id| id.0 > refused.0).min_by_key(|id| id.0);
        if let Some(next) = self.tabs.iter().position(|tab| Some(tab.id) == self.wanted) {
            self.shown = next;
        }
    }

    pub(super) fn take_files(&mut self, context: &Context, acts: &mut Vec<Act>) {
        let dropped: Vec<PathBuf> = context.input(|input| {
            input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_owned())
                .filter(|path| !path.as_os_str().is_empty())
                .collect()
        });
        if !dropped.is_empty() {
            acts.push(Act::Open(dropped));
        }
        if let Some(answer) = self.dialog.as_ref().and_then(Dialog::answer) {
            self.dialog = None;
            match answer {
                Answer::Files(paths) => acts.push(Act::Open(paths)),
                Answer::Cancelled => {}
                Answer::NoDialog => {
                    self.say(Told::NoDialog);
                    self.ask_for_path();
                }
            }
        }
    }
}

/// What stands under a title in the list of recent articles: the byline, or else the file's name.
fn source_line(article: &Article, path: &Path) -> String {
    let byline = article.blocks().iter().find(|block| block.kind == BlockKind::Byline);
    byline.map_or_else(
        || path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        |block| one_line(article.slice(block.range)),
    )
}
