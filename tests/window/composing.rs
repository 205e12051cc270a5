//! Letters that an input method composes, in every field and where there is none.

use egui::{Event, ImeEvent};

use super::*;

impl Desk {
    /// What stands in the field that has the keyboard.
    fn typed(&self) -> String {
        let all = self.harness.root().children_recursive();
        let focused = all.filter(|node| node.accesskit_node().is_focused());
        focused.filter_map(|node| node.accesskit_node().value()).collect()
    }

    fn composes(&mut self, letters: &str) {
        let preedit = ImeEvent::Preedit { text: letters.to_owned(), active_range_chars: None };
        self.harness.event(Event::Ime(preedit));
        self.harness.step();
        assert!(
            !self.harness.output().platform_output.ime.is_some_and(|ime| ime.should_interrupt_composition),
            "“{letters}” would be given up"
        );
        self.steps();
    }

    fn commits(&mut self, letters: &str) {
        self.composes("");
        self.harness.event(Event::Ime(ImeEvent::Commit(letters.to_owned())));
        self.steps();
    }
}

/// Composes letters in the field that some keys lead to; in it they are seen, and nothing else is done.
#[track_caller]
fn check(field: &str, keys: &[(Modifiers, Key)]) {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    for (modifiers, key) in keys {
        desk.key_with(*modifiers, *key);
    }
    desk.harness.run_steps(8);
    assert_eq!(desk.focused(), field);
    for letters in ["n", "ni", "ni h", "ni hao"] {
        desk.composes(letters);
        assert_eq!((desk.focused().as_str(), desk.typed().as_str()), (field, letters));
    }
    desk.commits("你好");
    assert_eq!((desk.focused().as_str(), desk.typed().as_str()), (field, "你好"));
    desk.composes("e");
    desk.composes("");
    assert_eq!((desk.focused().as_str(), desk.typed().as_str()), (field, "你好"), "what is given up leaves nothing");
}

#[test]
fn every_field_takes_letters_that_are_composed() {
    check("Note", &[(Modifiers::NONE, Key::N)]);
    check("Tag", &[(Modifiers::NONE, Key::T)]);
    check("Name of the speaker", &[(Modifiers::NONE, Key::S)]);
    check("Find in the text", &[(Modifiers::COMMAND, Key::F)]);
    check("Filter notes", &[(Modifiers::NONE, Key::Slash)]);
    check("Command", &[(Modifiers::COMMAND, Key::K)]);
    let two_notes = [Key::Num1, Key::Escape, Key::E, Key::E, Key::Num1, Key::L];
    check("Find a note", &two_notes.map(|key| (Modifiers::NONE, key)));
}

#[test]
fn a_tag_and_a_speaker_are_named_by_letters_that_are_composed() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::T);
    desk.composes("zheng ju");
    desk.commits("证据");
    desk.key(Key::Enter);
    desk.wait_for_kept("tags: [\"证据\"]");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::Home);
    desk.key(Key::J);
    desk.key(Key::S);
    desk.composes("ni hao");
    desk.commits("你好");
    desk.key(Key::Enter);
    desk.wait_for_part("你好: “We wait");
}

#[test]
fn nothing_is_composed_where_single_keys_are_commands() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    assert!(desk.harness.output().platform_output.ime.is_none());
    let before = desk.focused();
    desk.composes("n");
    desk.commits("你");
    assert_eq!(desk.focused(), before);
    assert!(!desk.sidecar().exists());
}

#[cfg(target_os = "linux")]
#[test]
fn the_list_of_an_input_method_leaves_the_line_free() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::N);
    desk.harness.run_steps(8);
    let field = desk.harness.get_all_by_label("Note").find(|node| node.accesskit_node().is_focused()).unwrap().rect();
    let ime = desk.harness.output().platform_output.ime.unwrap();
    assert!(ime.cursor_rect.height() == 0.0 && field.contains(ime.cursor_rect.min));
    assert!(ime.cursor_rect.top() > field.top() + 18.0, "{ime:?} in {field:?}");
}
