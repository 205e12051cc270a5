//! What the reader asks to open: paths, a dialog, the field for a path.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
};

use egui::Context;

use super::Window;
use crate::{
    app::{
        dialog::Dialog,
        language::message,
        notice::Told,
        start_page::PathField,
        tab::TabId,
        worker::{self, Source},
    },
    open,
    sidecar::article_beside,
};

/// Articles that can be opened in one go; a folder dropped by mistake is not read whole.
const MOST_AT_ONCE: usize = 50;

impl Window {
    pub(in crate::app) fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let (files, refused) = files_in(paths);
        // While an article is being read, the one in front is seen.
        self.path_asked &= files.is_empty();
        self.open_files(files);
        self.notices.say_all(None, refused);
    }

    /// Opens what is typed in the path field; it stays, with what is wrong, until an article is there.
    pub(in crate::app) fn open_typed(&mut self) {
        let (files, refused) = files_in(open::paths_in(&self.path_field.text));
        let is_any = !files.is_empty();
        self.path_field.asked = self.open_files(files);
        self.path_field.refused = refused;
        if is_any && self.path_field.asked.is_empty() {
            self.follow_path();
        }
    }

    /// Goes from the path field to what it opened; what it did not open is told all the same.
    pub(super) fn follow_path(&mut self) {
        let refused = std::mem::take(&mut self.path_field.refused);
        self.leave_path();
        self.notices.say_all(None, refused);
    }

    pub(in crate::app) fn leave_path(&mut self) {
        self.path_asked = false;
        self.path_field = PathField::default();
    }

    /// Opens files each in a tab; those that are being read now.
    fn open_files(&mut self, mut files: Vec<PathBuf>) -> Vec<TabId> {
        // What was said belongs to what was asked for before.
        self.notices.retain(|notice| notice.of.is_some());
        if files.len() > MOST_AT_ONCE {
            self.say(Told::OpenedSome { most: MOST_AT_ONCE, count: files.len() });
            files.truncate(MOST_AT_ONCE);
        }
        self.wanted = None;
        let mut reading = Vec::new();
        for file in files {
            let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // One article has one tab and one sidecar, by whatever way it was named.
            if file.is_symlink()
                && let Ok(real) = std::fs::canonicalize(&file)
            {
                self.done = Some(message!("opened-link", name = name(&file), path = real.display().to_string()));
            }
            let mut path = std::fs::canonicalize(&file).or_else(|_| std::path::absolute(&file)).unwrap_or(file);
            if let Some(article) = article_beside(&path) {
                self.done = Some(message!("opened-for-notes", notes = name(&path), article = name(&article)));
                path = article;
            }
            reading.extend(self.open_source(Source::File(path)));
        }
        reading
    }

    pub(in crate::app) fn open_sample(&mut self) {
        self.notices.retain(|notice| notice.of.is_some());
        self.wanted = None;
        self.path_asked = false;
        self.open_source(Source::Sample);
    }

    /// Opens an article in a tab of its own, or shows the tab that it is in; the tab, if it is being read.
    fn open_source(&mut self, source: Source) -> Option<TabId> {
        if let Some(open) = self.tabs.iter().position(|tab| tab.path.as_deref() == source.path()) {
            self.shown = open;
            return None;
        }
        if let Some((id, _)) = self.opening.iter().find(|(_, other)| *other == source) {
            return Some(*id);
        }
        let id = TabId(self.next_id);
        self.next_id += 1;
        self.wanted.get_or_insert(id);
        self.opening.push((id, source.clone()));
        let reader = self.settings.get().author.clone();
        let (sender, places) = mpsc::channel();
        // Who asked may have given up waiting.
        self.places.look(move |places| _ = sender.send(places.clone()));
        worker::open_article(id, source, places, reader, self.folders.clone(), self.post.clone());
        Some(id)
    }

    pub(in crate::app) fn ask_for_files(&mut self, context: &Context) {
        if self.dialog.is_none() {
            let folder = self.tabs.get(self.shown).and_then(|tab| tab.path.as_ref()?.parent());
            self.dialog = Some(Dialog::open(context, self.dialogs, folder));
        }
    }

    pub(in crate::app) fn ask_for_path(&mut self) {
        self.path_asked = true;
        self.path_field = PathField { wanted: true, ..PathField::default() };
    }
}

/// The files that paths name, and of a folder the articles in it; and what is wrong with the others.
fn files_in(paths: Vec<PathBuf>) -> (Vec<PathBuf>, Vec<Told>) {
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        match open::articles_in(&path) {
            Ok(found) if !found.is_empty() => files.extend(found),
            Ok(_) => refused.push(Told::FolderEmpty { folder: path }),
            Err(error) => refused.push(Told::NotOpened(error)),
        }
    }
    (files, refused)
}
