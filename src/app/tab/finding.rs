//! Looking for words in a tab's article, and again for the same.

use super::Tab;
use crate::{
    app::{find_bar::Find, selection::Selection},
    reading::Query,
};

impl Tab {
    /// Opens the find bar on what is selected or was looked for last, or gives it the keyboard.
    pub fn begin_find(&mut self) {
        if self.find.is_none() {
            let selected = self.selected_words().map(|words| Query { words, ..Query::default() });
            self.find = Some(Find::of(selected.unwrap_or_else(|| self.sought.clone())));
            self.selection = self.selection.map(|selection| Selection::caret_at(selection.range().start()));
        }
        self.find.get_or_insert_default().fresh = true;
    }

    /// Looks again, from where the reader is, for what was looked for last.
    pub fn find_again(&mut self, forward: bool) {
        let chosen = || self.chosen_annotation().and_then(|annotation| annotation.place.range());
        if let Some(here) = self.selection.map(Selection::range).or_else(chosen) {
            // Behind what is marked there, or before it: that may be what was found last.
            self.selection = Some(Selection::caret_at(if forward { here.end() } else { here.start() }));
        }
        let mut find = Find::of(self.sought.clone());
        if !forward {
            find.step(false);
        }
        self.find = Some(find);
    }

    /// Closes the find bar; the hit that the reader is at is selected, unless they selected something else meanwhile.
    pub fn end_find(&mut self) {
        let Some(find) = self.find.take() else { return };
        if let Some(hit) = find.current_hit().filter(|_| self.selected().is_none()) {
            self.selection = Some(Selection::of(hit));
        }
        if !find.query.words.trim().is_empty() {
            self.sought = find.query;
        }
    }

    /// What is selected, where it may be what the reader wants to look for: a few words of one line.
    fn selected_words(&self) -> Option<String> {
        const MOST: usize = 100;
        let words = self.reading.article().slice(self.selected()?);
        (words.len() <= MOST && !words.contains('\n')).then(|| words.to_owned())
    }
}
