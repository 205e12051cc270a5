//! What happens to an article while another one is in front, and what is asked over it.

use super::*;

/// A desk with two articles, the second in front.
fn with_two() -> Desk {
    let mut desk = Desk::with_a_note().0;
    desk.drop_the_boat();
    desk
}

impl Desk {
    /// Drops another article on the window, which comes to the front.
    fn drop_the_boat(&mut self) {
        let boat = self.folder.path().join("boat.txt");
        fs::write(&boat, ARTICLE.replace("The ferry waits", "The boat waits")).unwrap();
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(boat)));
        self.harness.step();
        self.wait("the other article is in front", |harness| {
            harness.query_all_by_label("The boat waits").count() > 1
                && harness.query_all_by_label_contains("Go to “").next().is_none()
        });
    }
}

#[test]
fn that_notes_are_not_saved_is_told_with_their_article_and_on_its_tab() {
    let mut desk = with_two();
    fs::create_dir_all(desk.folder.path().join("home")).unwrap();
    fs::remove_file(desk.sidecar()).unwrap();
    fs::create_dir(desk.sidecar()).unwrap();
    fs::remove_dir_all(desk.folder.path().join("home/notes")).unwrap();
    fs::write(desk.folder.path().join("home/notes"), "in the way").unwrap();
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    desk.key(Key::E);
    desk.key(Key::Num2);
    desk.wait_for_part("Not saved: The notes could not be kept");
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    assert!(!desk.shows("could not be kept"), "it is of another article");
    assert!(desk.shows("Not saved: The ferry waits"), "its tab says so");
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    assert!(desk.shows("Not saved: The notes could not be kept"));
}

#[test]
fn notes_from_outside_are_told_when_the_reader_comes_back_to_the_article() {
    let mut desk = with_two();
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    for note in ["from outside", "from outside and again"] {
        let before = fs::read_to_string(desk.sidecar()).unwrap();
        let from = if before.contains("from outside") { "from outside" } else { "" };
        fs::write(desk.sidecar(), before.replace(&format!("note: \"{from}\""), &format!("note: \"{note}\""))).unwrap();
        thread::sleep(Duration::from_millis(700));
        desk.steps();
    }
    assert!(!kept.contains("outside") && !desk.shows("Took in notes"));
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    desk.wait_for_part("from outside and again");
    assert!(desk.shows("Took in notes that another program wrote: 1 changed"), "each note counts once");
}

#[test]
fn an_article_changed_outside_is_told_when_the_reader_comes_back_to_it() {
    let mut desk = with_two();
    fs::write(desk.article(), ARTICLE.replace("Monday", "Tuesday")).unwrap();
    thread::sleep(Duration::from_millis(700));
    desk.steps();
    assert!(!desk.shows("was changed by another program"));
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    desk.wait_for_part("did not sail on Tuesday");
    assert!(desk.shows("was changed by another program"));
}

#[test]
fn no_key_changes_an_article_behind_the_start_page() {
    let (mut desk, _) = Desk::with_a_note();
    let before = fs::read_to_string(desk.sidecar()).unwrap();
    desk.key(Key::Period);
    assert!(desk.shows("Delete this note"));
    desk.key_with(Modifiers::COMMAND, Key::L);
    // Out of the field, where letters are keys.
    for _ in 0..3 {
        desk.key(Key::Tab);
    }
    assert!(!desk.shows("Find") && !desk.shows("No article open"));
    for key in [Key::Num3, Key::E, Key::Num4, Key::X, Key::ArrowDown, Key::Delete] {
        desk.key(key);
    }
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.key(Key::Escape);
    desk.wait_for_part("Go to “");
    assert!(desk.shows("Delete this note"), "what was chosen is so still");
    desk.key(Key::Num2);
    desk.wait_for_kept("green");
    let after = fs::read_to_string(desk.sidecar()).unwrap();
    assert_eq!(before.matches("quote:").count(), after.matches("quote:").count());
    assert!(!after.contains("verdict:"), "{after}");
}

#[test]
fn an_export_waits_with_its_article_while_another_one_is_in_front() {
    let mut desk = Desk::with_a_note().0;
    desk.key_with(Modifiers::COMMAND, Key::E);
    assert_eq!(desk.focused(), "File to write");
    desk.drop_the_boat();
    assert!(!desk.shows("File to write"));
    desk.key(Key::Enter);
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(desk.focused(), "File to write");
    assert!(!desk.folder.path().join("ferry.md").exists());
    desk.key(Key::Enter);
    desk.wait_for_part("Exported to “");
    let exported = fs::read_to_string(desk.folder.path().join("ferry.md")).unwrap();
    assert!(exported.contains("# The ferry waits"), "{exported}");
}

#[test]
fn what_a_note_is_linked_with_is_asked_over_its_article_alone() {
    let mut desk = Desk::with_a_note().0;
    desk.key(Key::Period);
    desk.key(Key::L);
    assert_eq!(desk.focused(), "Find a note");
    desk.drop_the_boat();
    assert!(!desk.shows("Find a note"));
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(desk.focused(), "Find a note");
}

#[test]
fn an_export_that_is_given_a_name_alone_lies_beside_the_article() {
    let mut desk = Desk::with_a_note().0;
    desk.key_with(Modifiers::COMMAND, Key::E);
    desk.key_with(Modifiers::COMMAND, Key::A);
    desk.type_text("for the seminar.md");
    desk.key(Key::Enter);
    let path = desk.folder.path().join("for the seminar.md");
    desk.wait_for_part(&format!("Exported to “{}”", path.display()));
    assert!(path.is_file());
}
