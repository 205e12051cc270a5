//! The menu on the text, by the right mouse button and by the keys for menus.

use egui::{Modifiers, PointerButton, Pos2};

use super::*;

impl Desk {
    fn right_click(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        for pressed in [true, false] {
            let button = PointerButton::Secondary;
            self.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
            self.harness.step();
        }
        self.steps();
    }

    fn place_in(&self, paragraph: &str) -> Pos2 {
        self.block(paragraph).left_top() + egui::vec2(60.0, 15.0)
    }
}

#[test]
fn a_quotation_is_corrected_and_denied_by_the_right_mouse_button() {
    let mut desk = Desk::reading();
    let spoken = desk.place_in("“We wait for the wind and not for the clock,” said");
    desk.right_click(spoken);
    desk.harness.check_accessibility();
    assert!(desk.shows("Not speech") && !desk.shows("Find this"));
    desk.click("Correct speaker…");
    assert!(desk.shows("Who says this?"));
    desk.key(Key::Escape);
    desk.right_click(spoken);
    desk.click("Not speech");
    assert!(desk.shows("Marked as not speech") && !desk.shows("Correct speaker…"));
}

#[test]
fn plain_words_are_marked_noted_and_found() {
    let mut desk = Desk::reading();
    for _ in 0..3 {
        desk.key(Key::E);
    }
    let selected = desk.place_in("The first ferry");
    desk.right_click(selected);
    assert!(desk.shows("words selected"), "what is selected stays so");
    desk.click("Highlight in green");
    desk.wait_for_kept("green");

    // The highlight is meant where it is clicked.
    desk.key(Key::Escape);
    desk.right_click(selected);
    assert!(desk.shows("Delete note"));
    desk.click("Find this");
    desk.wait_for_part("1 of 1");
    desk.key(Key::Escape);

    let second = desk.place_in("The second ferry");
    desk.right_click(second);
    assert!(!desk.shows("Not speech") && !desk.shows("Delete note"));
    desk.click("Write a note");
    desk.type_text("why");
    desk.wait_for_kept("quote: \"The second ferry did not sail either.\"");
}

#[test]
fn the_menu_is_opened_used_and_left_from_the_keyboard() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        desk.key_with(modifiers, key);
        assert_eq!(desk.focused(), "Correct speaker…");
        desk.key(Key::Escape);
        assert!(!desk.shows("Correct speaker…"));
    }
    desk.key(Key::Menu);
    desk.key(Key::ArrowDown);
    assert_eq!(desk.focused(), "Not speech");
    desk.key(Key::Enter);
    assert!(desk.shows("Marked as not speech"));

    // A key of a command is one there too.
    desk.key(Key::E);
    desk.key(Key::Menu);
    desk.key(Key::Num3);
    desk.wait_for_kept("blue");
    assert!(!desk.shows("Find this"));
}
