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
    desk.tag_the_first_sentence("sea");
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

#[test]
fn a_wrong_speaker_is_corrected_in_three_keys_and_undone() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::S);
    assert!(desk.shows("Who says this?"));
    assert!(desk.outlined() > 0, "the words that tell who speaks");
    desk.type_text("Jon Weir");
    desk.key(Key::Enter);
    desk.wait_for_part("Jon Weir, 1 quotation");
    assert_eq!(desk.outlined(), 0, "what the reader decided rests on no words");
    assert!(!desk.shows("Ada Brandt, 1 quotation"));
    assert!(desk.shows("1 quotation is Jon Weir’s now"));
    desk.wait_for_kept("said by");

    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Jon Weir, 1 quotation");
    desk.key(Key::J);
    desk.key(Key::X);
    desk.wait_for_part("Nobody is quoted");
    assert!(desk.shows("Marked as not speech"));
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Undid ‘not speech’"));
    desk.wait_for_part("Jon Weir, 1 quotation");
}

#[test]
fn the_menu_of_a_speaker_is_opened_used_and_left_from_the_keyboard() {
    let mut desk = Desk::reading();
    let focus = |desk: &mut Desk, row: &str| {
        desk.harness.get_by_label_contains(row).focus();
        desk.steps();
    };
    focus(&mut desk, "Ada Brandt, 1 quotation");
    desk.key_with(Modifiers::SHIFT, Key::F10);
    assert!(desk.harness.get_by_label("New name").accesskit_node().is_focused());
    desk.key(Key::Escape);
    assert!(!desk.shows("New name"));
    desk.key(Key::Menu);
    desk.key_with(Modifiers::COMMAND, Key::A);
    desk.type_text("Mona Nash");
    desk.key(Key::Enter);
    desk.wait_for_part("Mona Nash, 1 quotation");
    assert!(!desk.shows("New name"));
    assert!(desk.shows("Renamed “Ada Brandt” to “Mona Nash”: 1 quotation"));
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Undid ‘rename “Ada Brandt”’"));
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);

    focus(&mut desk, "Mona Nash, 1 quotation");
    desk.key_with(Modifiers::SHIFT, Key::F10);
    desk.key(Key::Tab);
    desk.key(Key::Tab);
    assert!(desk.harness.get_by_label("Show as Ada Brandt again").accesskit_node().is_focused());
    desk.key(Key::Enter);
    desk.wait_for_part("Ada Brandt, 1 quotation");
}

#[test]
fn a_name_may_begin_with_any_letter_where_a_speaker_is_corrected() {
    for name in ["Mona Nash", "Nils Moen", "Xaver"] {
        let mut desk = Desk::reading();
        desk.key(Key::J);
        desk.key(Key::S);
        for letter in name.chars() {
            desk.type_text(&letter.to_string());
        }
        assert!(desk.shows("Who says this?"), "“{name}”");
        desk.key(Key::Enter);
        desk.wait_for_part(&format!("{name}, 1 quotation"));
    }
}

#[test]
fn what_is_no_name_has_keys_with_alt_where_a_speaker_is_corrected() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::S);
    desk.key_with(Modifiers::ALT, Key::M);
    assert!(desk.shows("Same person as…"));
    for letter in ["M", "o"] {
        desk.type_text(letter);
    }
    desk.key(Key::Enter);
    desk.wait_for_part("Mo, 1 quotation");
    desk.key(Key::S);
    desk.key_with(Modifiers::ALT, Key::X);
    desk.wait_for_part("Nobody is quoted");
}

#[test]
fn words_that_were_missed_become_speech() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::S);
    desk.type_text("The gulls");
    desk.key(Key::Enter);
    desk.wait_for_part("The gulls, 1 quotation");
    desk.wait_for_kept("\"speech\"");
}
