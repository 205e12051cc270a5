//! Reading aloud, with a program in the place of the system's voice that writes down what it is to say.

use super::*;

/// A window whose voice ends each sentence as soon as there is a file `go`, a long one no sooner than a voice can.
fn speaking() -> Desk {
    let mut desk = Desk::empty();
    let folder = desk.folder.path().to_owned();
    let program =
        program(&folder, "echo \"$1\" >> said\nwhile [ ! -e go ]; do sleep 0.02; done\n[ ${#1} -lt 60 ] || sleep 0.15");
    desk.harness = window_with(&folder, vec![desk.article()], Voice::Program(program), None);
    desk.wait_for_part("Ada Brandt: “We wait");
    desk
}

impl Desk {
    fn said(&self) -> String {
        fs::read_to_string(self.folder.path().join("said")).unwrap_or_default()
    }

    /// Waits until the sentence with these words is being said.
    fn wait_to_hear(&mut self, words: &str) {
        let said = self.folder.path().join("said");
        let is_last = |text: String| text.lines().last().is_some_and(|line| line.contains(words));
        self.wait(words, |_| fs::read_to_string(&said).is_ok_and(is_last));
    }
}

#[test]
fn an_article_is_read_aloud_from_the_caret_paused_gone_on_with_and_stopped() {
    let mut desk = speaking();
    desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
    desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
    desk.key(Key::R);
    desk.wait_to_hear("The first ferry did not sail on Monday, and the island heard of it from the gulls.");
    assert!(desk.shows("Reading aloud · R pauses, Esc ends it"));

    desk.key(Key::R);
    assert!(desk.shows("Reading is paused"));
    fs::write(desk.folder.path().join("go"), "").unwrap();
    thread::sleep(Duration::from_millis(200));
    desk.steps();
    assert_eq!(desk.said().lines().count(), 1, "a pause is a pause");

    fs::remove_file(desk.folder.path().join("go")).unwrap();
    desk.key(Key::R);
    desk.wait("the sentence again", |_| true);
    desk.wait_to_hear("The first ferry");
    fs::write(desk.folder.path().join("go"), "").unwrap();
    desk.wait("the end", |harness| harness.query_all_by_label_contains("Reading aloud").next().is_none());
    let expected = [
        "The first ferry did not sail on Monday, and the island heard of it from the gulls.",
        "The first ferry did not sail on Monday, and the island heard of it from the gulls.",
        "“We wait for the wind and not for the clock,” said Ada Brandt, who has the key of the harbour.",
        "The second ferry did not sail either.",
        "Nobody complained.",
    ];
    assert_eq!(desk.said().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn escape_silences_the_voice_and_closing_the_tab_does() {
    let mut desk = speaking();
    for end in [(Modifiers::NONE, Key::Escape), (Modifiers::COMMAND, Key::W)] {
        desk.key(Key::R);
        desk.wait_to_hear("The ferry waits");
        desk.key_with(end.0, end.1);
        assert!(!desk.shows("Reading aloud") && !desk.shows("Reading is paused"));
        fs::write(desk.folder.path().join("go"), "").unwrap();
        thread::sleep(Duration::from_millis(200));
        desk.steps();
        fs::remove_file(desk.folder.path().join("go")).unwrap();
        assert_eq!(desk.said(), "The ferry waits\n");
        fs::remove_file(desk.folder.path().join("said")).unwrap();
    }
}

#[test]
fn a_sentence_that_is_read_is_kept_in_view_and_can_be_annotated() {
    let mut desk = speaking();
    let long = (1..40).map(|number| format!("Boat {number} lies in the harbour and waits.\n\n")).collect::<String>();
    fs::write(desk.article(), format!("The ferry waits\n\n{long}")).unwrap();
    desk.wait_for_part("was changed by another program");
    desk.wait_for_part("Boat 1 lies");
    assert!(!desk.shows("Boat 38"));
    desk.key(Key::R);
    desk.wait_to_hear("The ferry waits");
    fs::write(desk.folder.path().join("go"), "").unwrap();
    desk.wait_to_hear("Boat 39");
    assert!(desk.shows("Boat 38"), "the last boats are in view");
}

#[test]
fn a_voice_that_fails_or_makes_no_sound_stops_the_reading_and_says_so() {
    let long = "The gulls came back over the wall in the morning, and the ferry did not sail.\n\n".repeat(60);
    for (script, told) in [("exit 1", "No voice could be had"), ("exit 0", "seems to make no sound")] {
        let mut desk = Desk::empty();
        fs::write(desk.article(), format!("The ferry waits\n\n{long}")).unwrap();
        let folder = desk.folder.path().to_owned();
        let program = program(&folder, &format!("echo \"$1\" >> said\n{script}"));
        desk.harness = window_with(&folder, vec![desk.article()], Voice::Program(program), None);
        desk.wait_for_part("The gulls came back");
        desk.key(Key::R);
        desk.wait_for_part(told);
        assert!(!desk.shows("Reading aloud"));
        assert!(desk.said().lines().count() < 60, "it raced through the article");
    }
}
