//! What is typed: where it goes, what Ctrl+Z takes back in a field, and whether it is seen.

use super::*;

impl Desk {
    fn undoes(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::Z);
    }

    /// Waits so long that a field keeps what is in it, to go back to.
    fn rests(&mut self) {
        self.harness.run_steps(80);
    }
}

#[test]
fn a_field_takes_back_only_what_was_typed_in_it_since_it_was_opened() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::N);
    desk.type_text("gulls");
    desk.rests();
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::E);
    desk.key(Key::E);
    desk.key(Key::N);
    desk.type_text("wind");
    desk.rests();
    for _ in 0..3 {
        desk.undoes();
    }
    desk.type_text("clock");
    desk.wait_for_kept("\"clock\"");
    desk.wait_for_kept("\"gulls\"");

    // The same field again: what the note said when it was opened stays.
    desk.rests();
    desk.key(Key::Escape);
    desk.key(Key::N);
    desk.undoes();
    desk.undoes();
    desk.type_text("work");
    desk.wait_for_kept("\"clockwork\"");
}

#[test]
fn a_note_that_was_changed_by_undoing_is_gone_back_to_in_its_field() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::N);
    desk.type_text("gulls");
    desk.key(Key::Escape);
    desk.undoes();
    desk.key(Key::N);
    desk.type_text("wind");
    for _ in 0..3 {
        desk.undoes();
    }
    desk.type_text("clock");
    desk.wait_for_kept("note: \"clock\"");
}

#[test]
fn a_path_that_cannot_be_opened_stays_in_its_field_with_the_reason() {
    let mut desk = Desk::reading();
    let second = desk.folder.path().join("second.txt");
    fs::write(&second, ARTICLE.replace("The ferry waits", "The ferry sails")).unwrap();
    let missing = desk.folder.path().join("second.tx");
    desk.key_with(Modifiers::COMMAND, Key::L);
    desk.type_text(&missing.display().to_string());
    desk.key(Key::Enter);
    desk.wait_for_part("There is no file");
    let typed = |desk: &Desk| desk.harness.get_by_label("Path of an article").accesskit_node().value();
    assert_eq!(typed(&desk), Some(missing.display().to_string()));
    assert!(desk.focused() == "Path of an article" && !desk.shows("Put this message away"));
    desk.type_text("t");
    assert!(!desk.shows("There is no file"), "it is said of what was typed");
    desk.key(Key::Enter);
    desk.wait_for("Close The ferry sails");
    assert!(!desk.shows("Path of an article"));
    // The next path is typed into an empty field.
    desk.key_with(Modifiers::COMMAND, Key::L);
    assert_eq!(typed(&desk).unwrap_or_default(), "");
}

#[test]
fn the_word_that_was_typed_last_is_taken_back_and_made_again() {
    let mut desk = Desk::reading();
    desk.key(Key::N);
    for letter in "the gulls heard it".chars() {
        desk.type_text(&letter.to_string());
    }
    let note = |desk: &Desk| {
        let fields = desk.harness.get_all_by_label("Note");
        fields.filter_map(|field| field.accesskit_node().value()).next_back().unwrap()
    };
    for left in ["the gulls heard ", "the gulls ", "the ", "", ""] {
        desk.undoes();
        assert_eq!(note(&desk), left);
    }
    for made in ["the ", "the gulls "] {
        desk.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
        assert_eq!(note(&desk), made);
    }
    desk.type_text("cry");
    desk.key(Key::Backspace);
    desk.key(Key::Backspace);
    desk.undoes();
    assert_eq!(note(&desk), "the gulls cry");
    desk.undoes();
    assert_eq!(note(&desk), "the gulls ");
    desk.wait_for_kept("note: \"the gulls \"");
}

#[test]
fn the_meaning_of_a_tag_never_becomes_that_of_another() {
    let mut desk = Desk::reading();
    for tag in ["sea", "wind"] {
        desk.key(Key::T);
        desk.type_text(tag);
        desk.key(Key::Enter);
    }
    let meaning = |desk: &mut Desk, tag: &str| {
        desk.click(&format!("More on tag {tag}"));
        desk.harness.get_by_label("Meaning of the tag").focus();
        desk.steps();
    };
    meaning(&mut desk, "sea");
    desk.type_text("of water");
    desk.rests();
    desk.key(Key::Escape);
    desk.wait_for_kept("of water");

    meaning(&mut desk, "wind");
    desk.undoes();
    desk.type_text("of air");
    desk.key(Key::Escape);
    desk.wait_for_kept("meaning: \"of air\"");
    desk.wait_for_kept("meaning: \"of water\"");
}

#[test]
fn the_sentence_after_a_marked_one_is_one_key_away() {
    let mut desk = Desk::reading();
    for colour in [Key::Num1, Key::Num2, Key::Num3] {
        desk.key(Key::E);
        desk.key(colour);
    }
    for colour in ["yellow", "green", "blue"] {
        desk.wait_for_kept(&format!("colour: \"{colour}\""));
    }
    assert!(desk.shows("3 notes"), "no sentence was marked twice");
}

#[test]
fn the_end_of_a_note_that_is_taller_than_its_panel_is_seen_while_it_is_typed() {
    let mut desk = Desk::reading();
    desk.key(Key::N);
    desk.type_text(&"a line of it\n".repeat(80));
    desk.type_text("its end");
    desk.wait_for_kept("its end");
    let caret = |desk: &Desk| desk.harness.output().platform_output.ime.map(|ime| ime.cursor_rect);
    let seen = caret(&desk).unwrap();
    assert!(seen.top() > 40.0 && seen.bottom() < 780.0, "the caret is on the screen: {seen:?}");

    // To read it, it begins at its top, and the wheel shows the rest of it.
    desk.key(Key::Escape);
    let foot = |desk: &Desk| desk.harness.get_by_label("Delete this note").rect();
    assert!(foot(&desk).top() > 800.0);
    desk.harness.hover_at(pos2(1060.0, 400.0));
    for _ in 0..30 {
        desk.turn_wheel(200.0);
        desk.steps();
    }
    assert!(foot(&desk).bottom() < 800.0, "{:?}", foot(&desk));
}

#[test]
fn a_long_note_is_gone_on_with_at_its_end() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::N);
    let lines = (1..=80).map(|number| format!("line {number}")).collect::<Vec<_>>().join("\n");
    desk.type_text(&lines);
    desk.key(Key::Escape);
    desk.key(Key::N);
    desk.harness.run_steps(60);
    let field = desk.harness.get_by_label("Note").rect();
    assert!(field.height() > 800.0 && field.bottom() < 800.0, "{field:?}");
}

#[test]
fn what_is_typed_after_a_click_beside_a_field_goes_into_it() {
    let mut desk = Desk::reading();
    desk.tag_the_first_sentence("sea");
    let check = |desk: &mut Desk, click: &str, field: &str| {
        desk.click(click);
        assert_eq!(desk.focused(), field, "after “{click}”");
        desk.key(Key::Num2);
        assert!(!fs::read_to_string(desk.sidecar()).unwrap().contains("green"), "a key was a command after “{click}”");
    };
    desk.key(Key::T);
    desk.type_text("wind");
    check(&mut desk, "Highlight in blue", "Tag");
    desk.key(Key::Escape);
    desk.key_with(Modifiers::COMMAND, Key::F);
    for button in ["Whole words", "Expression", "Next result", "Capitals, accents"] {
        check(&mut desk, button, "Find in the text");
    }
    desk.click("Close find");
    desk.key(Key::Slash);
    check(&mut desk, "Order of the notes", "Filter notes");
    check(&mut desk, "By time, newest first", "Filter notes");
    desk.key(Key::Escape);
    desk.click("More on tag sea");
    check(&mut desk, "Colour pink", "New name");
    desk.key(Key::Escape);
    desk.key(Key::J);
    desk.key(Key::S);
    check(
        &mut desk,
        "A change here also moves the quotations that follow from it. You can undo it.",
        "Name of the speaker",
    );
}

#[test]
fn a_note_that_is_left_with_nothing_in_it_leaves_nothing_behind() {
    for key in [Key::N, Key::P] {
        let mut desk = Desk::reading();
        desk.key(Key::E);
        desk.key(key);
        desk.type_text("w");
        desk.key(Key::Backspace);
        desk.key(Key::Escape);
        assert!(!desk.shows("Delete this note") && desk.shows("Select words and press 1"), "{key:?}");
        for undone in [Modifiers::COMMAND, Modifiers::COMMAND.plus(Modifiers::SHIFT)] {
            desk.key_with(undone, Key::Z);
            assert!(desk.shows("There is nothing to"), "{key:?}");
        }
    }
}

#[test]
fn a_note_that_is_left_for_other_words_leaves_nothing_behind_but_a_highlight_that_was_there_does() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_kept("yellow");
    desk.key(Key::N);
    desk.key(Key::Escape);
    assert!(desk.shows("Delete this note"), "the highlight was there before");
    desk.key(Key::Escape);

    desk.key(Key::E);
    desk.key(Key::E);
    desk.key(Key::N);
    assert!(desk.shows("2 notes"));
    let words = desk.block("The second ferry").left_top() + egui::vec2(60.0, 15.0);
    desk.drag(words, words);
    assert!(desk.shows("1 note") && !desk.shows("2 notes"));

    // A colour that is chosen instead is something.
    desk.key(Key::E);
    desk.key(Key::N);
    desk.key_with(Modifiers::COMMAND, Key::Enter);
    desk.key(Key::Num3);
    desk.key(Key::Escape);
    desk.wait_for_kept("blue");
    assert!(desk.shows("2 notes"));
}
