//! What Ctrl+Z takes back in a field: the word that was typed last, a pasted or composed phrase, a deletion.
//!
//! egui keeps what can be gone back to only when nothing was typed for a second, so that all of a note written without a
//! pause would go at once.

use egui::{
    Event, Id, Key, Ui,
    text::CCursorRange,
    text_edit::{TextEditOutput, TextEditState},
    util::undoer::{Settings, Undoer},
};

/// How many steps a field goes back.
const MOST_STEPS: usize = 400;

/// A field as it last was.
#[derive(Clone)]
struct Typed {
    caret: CCursorRange,
    text: String,
    /// Whether it became so by a letter that was added, or by one that was deleted; `None` for anything else, or where
    /// the caret has moved since.
    grew: Option<bool>,
    /// Whether it can be gone back to already.
    kept: bool,
}

impl Typed {
    fn letter_before_caret(&self) -> Option<char> {
        let caret = self.caret.primary.index.0;
        caret.checked_sub(1).and_then(|letter| self.text.chars().nth(letter))
    }
}

/// Whether a word is over with this letter.
fn ends_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_whitespace() || "，。、；：！？".contains(letter))
}

/// Whether a letter was added or deleted; `None` for more than a letter.
fn grew(before: &str, now: &str) -> Option<bool> {
    let (before, now) = (before.chars().count(), now.chars().count());
    (before.abs_diff(now) == 1).then_some(now > before)
}

/// Whether what was done to a field begins a step of its own.
fn begins_step(before: &Typed, now: &Typed) -> bool {
    let goes_on = now.grew.is_some() && before.grew == now.grew;
    let next_word =
        ends_word(before.letter_before_caret()) && !(now.grew == Some(true) && ends_word(now.letter_before_caret()));
    !before.kept && (!goes_on || next_word)
}

/// Keeps the steps of a field that was just shown and has the keyboard.
pub fn keep(ui: &Ui, field: TextEditOutput) {
    let TextEditOutput { response, galley, mut state, cursor_range: Some(caret), .. } = field else { return };
    let id = response.id;
    let (composes, composed, goes_back) = ui.input(|input| {
        let is = |wanted: fn(&egui::ImeEvent) -> bool| {
            input.events.iter().any(|event| matches!(event, Event::Ime(event) if wanted(event)))
        };
        let goes_back = input.modifiers.command && (input.key_pressed(Key::Z) || input.key_pressed(Key::Y));
        (is(|_| true), is(|event| matches!(event, egui::ImeEvent::Commit(_))), goes_back)
    });
    if composes && !composed {
        // What is being composed is no text yet.
        return;
    }
    let Some(before) = ui.data(|data| data.get_temp::<Typed>(id)) else {
        let settings =
            Settings { max_undos: MOST_STEPS, stable_time: f32::INFINITY, auto_save_interval: f32::INFINITY };
        let mut undoer = Undoer::with_settings(settings);
        undoer.add_undo(&(caret, galley.text().to_owned()));
        state.set_undoer(undoer);
        state.store(ui.ctx(), id);
        let now = Typed { caret, text: galley.text().to_owned(), grew: None, kept: true };
        ui.data_mut(|data| data.insert_temp(id, now));
        return;
    };
    if before.text == galley.text() {
        if before.caret != caret {
            ui.data_mut(|data| data.insert_temp(id, Typed { caret, grew: None, ..before }));
        }
        return;
    }
    let grew = grew(&before.text, galley.text()).filter(|_| !goes_back && !composed);
    let now = Typed { caret, text: galley.text().to_owned(), grew, kept: goes_back };
    if !goes_back && begins_step(&before, &now) {
        let mut undoer = state.undoer();
        undoer.add_undo(&(before.caret, before.text));
        state.set_undoer(undoer);
        state.store(ui.ctx(), id);
    }
    ui.data_mut(|data| data.insert_temp(id, now));
}

/// Forgets what was typed in a field before and where the caret was: the field may have been shown with another text, which
/// Ctrl+Z would bring into this one.
pub fn forget(ui: &Ui, field: Id) {
    ui.data_mut(|data| data.remove::<Typed>(field));
    if TextEditState::load(ui.ctx(), field).is_some() {
        TextEditState::default().store(ui.ctx(), field);
    }
}

#[cfg(test)]
mod tests {
    use egui::text::CCursor;

    use super::*;

    /// The texts of a field that are gone back to, while it reads so one after another, the caret at its end.
    fn check(texts: &[&str], kept: &[&str]) {
        let typed = |text: &str, grew, kept| Typed {
            caret: CCursorRange::one(CCursor::new(text.chars().count())),
            text: text.to_owned(),
            grew,
            kept,
        };
        let mut now = typed(texts[0], None, true);
        let mut steps = Vec::new();
        for text in &texts[1..] {
            let next = typed(text, grew(&now.text, text), false);
            if begins_step(&now, &next) {
                steps.push(now.text);
            }
            now = next;
        }
        assert_eq!(steps, kept);
    }

    #[test]
    fn a_word_is_a_step() {
        check(&["", "a", "ab", "ab ", "ab c", "ab cd", "ab cd ", "ab cd  ", "ab cd  e"], &["ab ", "ab cd  "]);
        check(&["", "海", "海风", "海风，", "海风，船"], &["海风，"]);
    }

    #[test]
    fn what_is_pasted_or_deleted_is_a_step() {
        check(&["ab", "ab and all", "ab and allx", "ab and all"], &["ab and all", "ab and allx"]);
        check(&["ab cd", "ab c", "ab ", "ab", "a", "ax"], &["ab ", "a"]);
    }
}
