//! Keys one after the other: a window that is slow gets several keys with one frame, and the letters after Ctrl+F are for
//! the field that it opens, not commands of their own.

use egui::{Event, Key};

/// Keys that wait for a later frame.
#[derive(Debug, Default)]
pub struct KeysInTurn {
    waiting: Vec<Event>,
    /// Whether the frame before ran a command, which may open something that this one shows.
    rests: bool,
}

impl KeysInTurn {
    /// Whether keys wait for a later frame.
    pub fn wait(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Leaves in `events` what the next frame is given.
    pub fn take(&mut self, events: &mut Vec<Event>, is_typing: bool) {
        self.waiting.append(events);
        let presses = self.waiting.iter().enumerate().filter(|(_, event)| is_press(event));
        // One frame without a key is rest enough.
        let mut may_open = std::mem::take(&mut self.rests);
        let mut end = self.waiting.len();
        for (at, press) in presses {
            // What ends or uses what is typed is seen before the field has its letters: they would run as commands, or come
            // too late.
            let after_letters = is_typing && uses_words(press) && self.waiting[..at].iter().any(is_letters);
            if may_open || after_letters {
                end = at;
                break;
            }
            may_open = !is_typing || leaves_field(press);
            self.rests = may_open;
        }
        // A frame knows only what is held when it ends: Ctrl is let go of in a later one than its key.
        if let Some(key) = self.waiting[..end].iter().position(|event| is_press(event) && leaves_field(event)) {
            let lets_go = |event: &Event| matches!(event, Event::ModifiersChanged(_));
            end = self.waiting[key..end].iter().position(lets_go).map_or(end, |behind| key + behind);
        }
        *events = self.waiting.drain(..end).collect();
    }
}

/// A key goes down; one that is held down does again what it did.
fn is_press(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, repeat: false, .. })
}

/// Letters for a field, also those that an input method made.
fn is_letters(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_))
}

/// Whether a key in a text field takes what is typed, or goes through what fits it.
fn uses_words(event: &Event) -> bool {
    leaves_field(event) || matches!(event, Event::Key { key: Key::ArrowUp | Key::ArrowDown, .. })
}

/// Whether a key in a text field may do more than write.
fn leaves_field(event: &Event) -> bool {
    let Event::Key { key, modifiers, .. } = event else { return false };
    modifiers.command || modifiers.ctrl || modifiers.alt || matches!(key, Key::Escape | Key::Enter | Key::Tab)
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    /// The keys and letters that each frame is given when all of them come with the first one.
    fn check(events: &[Event], types_from: usize, expected: &[&str]) {
        let mut keys = KeysInTurn::default();
        let mut arriving = events.to_vec();
        let mut frames = Vec::new();
        loop {
            keys.take(&mut arriving, frames.len() >= types_from);
            let told = arriving.drain(..).map(|event| match event {
                Event::Text(letters) => letters,
                Event::Key { key, .. } => key.name().to_owned(),
                other => format!("{other:?}"),
            });
            frames.push(told.collect::<Vec<_>>().join(" "));
            if !keys.wait() {
                break;
            }
        }
        assert_eq!(frames, expected);
    }

    fn letter(key: Key, text: &str) -> [Event; 2] {
        [press(key, Modifiers::NONE), Event::Text(text.to_owned())]
    }

    #[test]
    fn letters_after_a_command_go_to_the_field_that_it_opens() {
        let typed = [letter(Key::E, "e"), letter(Key::L, "l")].concat();
        let events = [vec![press(Key::F, Modifiers::CTRL)], typed].concat();
        check(&events, 2, &["F", "", "E e L l"]);
    }

    #[test]
    fn commands_come_one_after_the_other() {
        let events = [press(Key::E, Modifiers::NONE), press(Key::Num1, Modifiers::NONE)];
        check(&events, usize::MAX, &["E", "", "1"]);
    }

    #[test]
    fn a_key_that_ends_a_field_is_a_command_too() {
        let events =
            [letter(Key::A, "a").to_vec(), vec![press(Key::Enter, Modifiers::NONE)], letter(Key::J, "j").to_vec()];
        check(&events.concat(), 0, &["A a", "Enter", "", "J j"]);
    }

    #[test]
    fn the_last_letters_before_a_key_that_uses_them_are_the_fields() {
        let events =
            [letter(Key::A, "a").to_vec(), vec![press(Key::Escape, Modifiers::NONE)], letter(Key::J, "j").to_vec()];
        check(&events.concat(), 0, &["A a", "Escape", "", "J j"]);
        let down = [press(Key::ArrowDown, Modifiers::NONE), press(Key::ArrowDown, Modifiers::NONE)].to_vec();
        check(&[letter(Key::A, "a").to_vec(), down].concat(), 0, &["A a", "Down Down"]);
        let composed = vec![Event::Ime(egui::ImeEvent::Commit("中".to_owned())), press(Key::Tab, Modifiers::NONE)];
        check(&composed, 0, &["Ime(Commit(\"中\"))", "Tab"]);
    }

    #[test]
    fn one_key_a_frame_waits_for_nothing() {
        let mut keys = KeysInTurn::default();
        for _ in 0..3 {
            let mut events = letter(Key::J, "j").to_vec();
            keys.take(&mut events, false);
            assert!(events.len() == 2 && !keys.wait());
            keys.take(&mut Vec::new(), false);
        }
    }

    #[test]
    fn ctrl_is_let_go_of_in_a_later_frame_than_its_key() {
        let (down, up) = (Event::ModifiersChanged(Modifiers::CTRL), Event::ModifiersChanged(Modifiers::NONE));
        let up_told = "ModifiersChanged(Modifiers::NONE)";
        let events = [down, press(Key::Z, Modifiers::CTRL), up.clone()];
        check(&events, 0, &["ModifiersChanged(Modifiers { ctrl: true }) Z", up_told]);
        check(&[&letter(Key::J, "j")[..], &[up]].concat(), 0, &[&format!("J j {up_told}")]);
    }
}
