//! Names that a reader gives: to whoever says a passage, to speakers and to tags.

use egui::vec2;

use super::*;

/// The popup that asks who says the first passage.
fn asking() -> Desk {
    let mut desk = Desk::with_many_speakers();
    desk.key(Key::J);
    desk.key(Key::S);
    desk
}

#[test]
fn a_new_name_may_be_the_beginning_of_one_that_is_listed() {
    let mut desk = asking();
    desk.type_text("Ben");
    assert!(desk.shows("Ben Cole") && desk.shows("New name “Ben”"));
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.wait_for_part("Ben: “We wait");
    assert!(desk.shows("1 quotation is Ben’s now"));
    desk.key(Key::S);
    desk.type_text("ben cole");
    assert!(!desk.shows("New name"), "it is there");
    desk.key(Key::Enter);
    desk.wait_for_part("Ben Cole: “We wait");
    assert!(desk.shows("1 quotation is Ben Cole’s now"));
}

#[test]
fn a_number_picks_a_name_and_may_begin_another() {
    let mut desk = asking();
    desk.type_text("2");
    assert!(desk.shows("Name of the speaker"), "what is typed on is no command");
    desk.key(Key::Enter);
    desk.wait_for_part("Ben Cole: “We wait");
    desk.key(Key::S);
    desk.type_text("2");
    desk.type_text("nd voter");
    desk.key(Key::Enter);
    desk.wait_for_part("2nd voter: “We wait");
}

#[test]
fn the_same_name_closes_the_menu_of_a_speaker_or_tag_and_an_empty_one_says_why_not() {
    let mut desk = Desk::reading();
    desk.mark_the_first_sentence();
    desk.key(Key::T);
    desk.type_text("sea");
    desk.key(Key::Enter);
    desk.wait_for_kept("\"sea\"");
    let speaker =
        desk.harness.get_by_label_contains("Ada Brandt, 1 quotation").accesskit_node().label().unwrap_or_default();
    let open = |desk: &mut Desk, name: &str| {
        let beside = desk.harness.get_by_label(name);
        if name == speaker {
            beside.click_secondary();
        } else {
            beside.click();
        }
        desk.steps();
    };
    for name in [speaker.as_str(), "More on tag sea"] {
        open(&mut desk, name);
        assert_eq!(desk.focused(), "New name");
        desk.key(Key::Enter);
        assert!(!desk.shows("New name"), "the menu of “{name}” is done with");
        open(&mut desk, name);
        desk.key_with(Modifiers::COMMAND, Key::A);
        desk.key(Key::Backspace);
        desk.key(Key::Enter);
        assert!(desk.shows("The name is empty") && desk.focused() == "New name", "“{name}”");
        desk.type_text("x");
        assert!(!desk.shows("The name is empty"));
        desk.key(Key::Escape);
        assert!(!desk.shows("New name"));
    }
}

#[test]
fn who_says_this_stays_at_its_passage_when_fewer_names_fit() {
    let mut desk = Desk::with_many_speakers();
    desk.harness.set_size(vec2(1200.0, 640.0));
    desk.steps();
    desk.key(Key::End);
    desk.harness.run_steps(10);
    desk.key(Key::Home);
    for _ in 0..6 {
        desk.key(Key::J);
    }
    desk.key(Key::S);
    let passage = desk.block("Finn Gale: “The gulls");
    desk.harness.run_steps(4);
    let before = desk.popup();
    assert!(before.bottom() < passage.top(), "{before:?} is above {passage:?}");
    desk.type_text("Ben");
    desk.harness.run_steps(4);
    let after = desk.popup();
    assert!(after.height() < before.height() - 60.0);
    assert!((after.bottom() - before.bottom()).abs() < 4.0, "{before:?}, then {after:?}");
}
