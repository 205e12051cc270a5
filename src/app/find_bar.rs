//! The bar in which a reader looks for words, and the hits it found.

use crate::app::language::message;
use egui::{Align, Id, Key, Layout, RichText, TextEdit, Ui};

use super::{
    act::Act,
    command::Command,
    icon::{Icon, IconButton},
    row::give_keyboard,
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    article::{TextOffset, TextRange},
    reading::Query,
};

/// What a reader looks for in one article, while the bar is open.
#[derive(Clone, Debug, Default)]
pub struct Find {
    pub query: Query,
    /// The query that `hits` are of; another one is being looked for while they differ.
    searched: Query,
    pub hits: Vec<TextRange>,
    /// The hit that the reader is at.
    pub current: Option<usize>,
    problem: Option<String>,
    /// The field still has to be given the keyboard.
    pub fresh: bool,
}

impl Find {
    pub fn new() -> Self {
        Self { fresh: true, ..Self::default() }
    }

    /// The query that has not been looked for yet.
    pub fn take_unsearched(&mut self) -> Option<Query> {
        (self.query != self.searched).then(|| {
            self.searched = self.query.clone();
            self.query.clone()
        })
    }

    /// Takes in what a worker found; the first hit from a place on becomes the current one. Answers to an older query
    /// are left aside.
    pub fn take(
        &mut self,
        query: &Query,
        found: Result<Vec<TextRange>, String>,
        place: TextOffset,
    ) -> Option<TextRange> {
        if *query != self.searched {
            return None;
        }
        (self.hits, self.problem) = match found {
            Ok(hits) => (hits, None),
            Err(problem) => (Vec::new(), Some(problem)),
        };
        let next = self.hits.partition_point(|hit| hit.start() < place);
        self.current = (!self.hits.is_empty()).then_some(if next < self.hits.len() { next } else { 0 });
        self.hits.get(self.current?).copied()
    }

    /// Steps to the next hit, or the one before, and from the last to the first.
    pub fn step(&mut self, forward: bool) -> Option<TextRange> {
        let count = self.hits.len();
        let step = if forward { 1 } else { count.checked_sub(1)? };
        let next = (self.current? + step) % count.max(1);
        self.current = Some(next);
        self.hits.get(next).copied()
    }

    fn count(&self) -> String {
        match (&self.problem, self.current, self.hits.len()) {
            (Some(problem), ..) => problem.clone(),
            _ if self.query.words.trim().is_empty() => String::new(),
            (_, Some(current), count) => message!("find-count", current = current + 1, count = count),
            (..) if self.query != self.searched => message!("find-looking").to_owned(),
            _ => message!("find-none", words = self.query.words.trim()),
        }
    }
}

pub fn show(ui: &mut Ui, find: &mut Find, theme: &Theme, acts: &mut Vec<Act>) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(16.0);
        let id = Id::unique("find field");
        let field = TextEdit::singleline(&mut find.query.words)
            .id(id)
            .hint_text(message!("find-field"))
            .desired_width((ui.available_width() - 480.0).clamp(90.0, 320.0))
            .font(type_faces::sans(measures::WINDOW_TEXT.0));
        let response = theme.field(ui, field).accessible_name(message!("find-field"));
        give_keyboard(ui, &response, &mut find.fresh);
        let (enter, shift, escape) =
            ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift, input.key_pressed(Key::Escape)));
        if response.lost_focus() && enter {
            acts.push(Act::Do(if shift { Command::PreviousResult } else { Command::NextResult }));
            response.request_focus();
        }
        if response.lost_focus() && escape {
            acts.push(Act::EndFind);
        }
        for (icon, command) in [(Icon::Up, Command::PreviousResult), (Icon::Down, Command::NextResult)] {
            if IconButton::of(icon, command).show(ui).clicked() {
                acts.push(Act::Do(command));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(10.0);
            if IconButton::new(Icon::Close, message!("find-close")).keys("Esc").show(ui).clicked() {
                acts.push(Act::EndFind);
            }
            let query = &mut find.query;
            theme.checkbox(ui, &mut query.expression, message!("find-expression"));
            theme.checkbox(ui, &mut query.whole_words, message!("find-whole-words"));
            theme.checkbox(ui, &mut query.as_typed, message!("find-capitals"));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let count = RichText::new(find.count()).font(type_faces::sans(measures::COUNT.0)).color(theme.muted);
                ui.add(egui::Label::new(count).truncate());
            });
        });
        let bar = ui.max_rect();
        ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, theme.divider());
    });
}

#[cfg(test)]
mod tests {
    use super::Find;
    use crate::article::TextRange;

    #[test]
    fn hits_are_stepped_through_in_a_circle_from_the_reading_place() {
        let text = "tide tide tide";
        let hit = |at| TextRange::of_bytes(text, at, at + 4).unwrap();
        let mut find = Find::new();
        find.query.words = "tide".to_owned();
        let query = find.take_unsearched().unwrap();
        assert_eq!(find.take_unsearched(), None);
        let place = hit(5).start();
        assert_eq!(find.take(&query, query.find_in(text), place), Some(hit(5)));
        assert_eq!([true, true, false].map(|forward| find.step(forward)), [hit(10), hit(0), hit(10)].map(Some));
        assert_eq!(find.count(), "3 of 3");
    }
}
