//! Looking for words in the text.

use super::*;

#[test]
fn what_is_ticked_in_find_counts_in_every_article() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.click("Capitals, accents");
    let second = desk.folder.path().join("second.txt");
    fs::write(&second, ARTICLE.replace("The ferry waits", "The ferry sails")).unwrap();
    desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(second)));
    desk.wait_for("Close The ferry sails");
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("FERRY");
    desk.wait_for_part("Not in the text");
}

#[test]
fn words_are_found_counted_and_stepped_through() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("FERRY");
    desk.wait_for("1 of 3");
    desk.key(Key::F3);
    assert!(desk.shows("2 of 3"));
    desk.key(Key::Enter);
    assert!(desk.shows("3 of 3"));
    desk.key(Key::Enter);
    assert!(desk.shows("1 of 3"));
    desk.type_text("boat");
    desk.wait_for_part("Not in the text");
    desk.key(Key::Escape);
    assert!(!desk.shows("Close find"));
}

#[test]
fn what_was_found_is_selected_when_the_bar_closes_and_is_found_again() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("did not sail");
    desk.wait_for("1 of 2");
    desk.key(Key::Escape);
    desk.key(Key::Num1);
    desk.wait_for_part("Go to “did not sail”");
    desk.key(Key::F3);
    desk.wait_for("2 of 2");
    // The field holds what was looked for, and what is typed takes its place.
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("ferry");
    desk.wait_for_part("of 3");
}

#[test]
fn what_is_selected_is_looked_for() {
    let mut desk = Desk::reading();
    let at = desk.block("Nobody complained").left_top() + egui::vec2(12.0, 12.0);
    desk.harness.hover_at(at);
    desk.harness.step();
    for _ in 0..2 {
        desk.harness.drag_at(at);
        desk.harness.step();
        desk.harness.drop_at(at);
        desk.harness.step();
    }
    desk.key_with(Modifiers::COMMAND, Key::F);
    let field = desk.harness.get_by_label("Find in the text").accesskit_node().value();
    assert_eq!(field.as_deref(), Some("The"));
}
