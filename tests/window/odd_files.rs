//! Files of notes that turn into something else while the article is open, and two windows on one note.

use super::*;

impl Desk {
    fn with_yellow() -> Self {
        let mut desk = Self::reading();
        desk.key(Key::E);
        desk.key(Key::Num1);
        desk.key(Key::Escape);
        desk.wait_for_kept("yellow");
        desk
    }

    /// Writes at the end of the only note.
    fn write_in_note(&mut self, text: &str) {
        self.key(Key::Comma);
        self.key(Key::Home);
        self.key(Key::Period);
        self.key(Key::N);
        self.type_text(text);
        self.key(Key::Escape);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn notes_whose_file_became_a_link_to_itself_are_told_and_saved_when_it_is_gone() {
    let mut desk = Desk::with_yellow();
    fs::remove_file(desk.sidecar()).unwrap();
    std::os::unix::fs::symlink("ferry.txt.notes.ron", desk.sidecar()).unwrap();
    desk.write_in_note("still here");
    desk.wait_for_part("Not saved: The notes in “");
    desk.wait_for_part("cannot be read: its link leads back to itself.");
    fs::remove_file(desk.sidecar()).unwrap();
    desk.wait_for_kept("still here");
    desk.wait("it says no longer that they are not saved", |harness| {
        harness.query_all_by_label_contains("Not saved").next().is_none()
    });
}

#[test]
fn an_article_that_was_deleted_while_its_notes_were_written_keeps_them() {
    let mut desk = Desk::with_yellow();
    fs::remove_file(desk.article()).unwrap();
    desk.write_in_note("after all");
    desk.wait_for_part("“ferry.txt” is no longer in");
    desk.wait_for_kept("after all");
    desk.harness = window(&desk.folder.path().join("elsewhere"), Vec::new());
    fs::write(desk.article(), ARTICLE).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("after all");
}

#[test]
fn two_windows_that_write_in_one_note_at_once_keep_both_texts() {
    let mut desk = Desk::with_yellow();
    let second = window(desk.folder.path(), vec![desk.article()]);
    let first = std::mem::replace(&mut desk.harness, second);
    desk.wait_for_part("Go to “");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.write_in_note("of the second");
    let second = std::mem::replace(&mut desk.harness, first);
    desk.write_in_note("of the first");
    desk.wait_for_kept("of the second");
    desk.wait_for_kept("of the first");
    desk.wait_for_part("of the second");
    desk.harness = second;
    desk.wait_for_part("of the first");
    assert!(desk.shows("of the second"));
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    thread::sleep(Duration::from_millis(1500));
    desk.steps();
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap(), kept, "they do not take turns");
    let mut files = fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(
        files.all(|name| !name.to_string_lossy().contains(".backup")),
        "nothing was lost that a copy would have to hold"
    );
}

#[test]
fn a_paragraph_that_runs_from_right_to_left_is_marked_as_a_whole() {
    let hebrew = "והוא אמר לא נפליג היום ולא מחר ואולי לא נפליג כלל כי הרוח חזקה והים סוער מאוד בלילה";
    for across in [0.0, 40.0] {
        let mut desk = Desk::reading();
        fs::write(desk.article(), format!("{ARTICLE}\n{hebrew}\n")).unwrap();
        desk.harness = window(desk.folder.path(), vec![desk.article()]);
        desk.wait_for_part(hebrew);
        let words = desk.block(hebrew).right_top() + egui::vec2(-60.0, 15.0);
        let press = |desk: &mut Desk| desk.drag(words, words - egui::vec2(across, 0.0));
        press(&mut desk);
        if across == 0.0 {
            press(&mut desk);
        }
        desk.key(Key::Num1);
        desk.wait_for_kept(&format!("quote: \"{hebrew}\""));
    }
}
