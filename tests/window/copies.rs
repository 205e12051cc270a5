//! Copies that a sync service leaves beside the notes: what is told of them, and for how long.

use super::*;

const SYNCTHING: &str = "ferry.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron";
const DROPBOX: &str = "ferry.txt.notes (Anna's conflicted copy 2026-11-23).ron";

impl Desk {
    /// A desk with one note, and the file that holds it.
    pub(super) fn with_a_note() -> (Self, String) {
        let mut desk = Self::reading();
        desk.key(Key::E);
        desk.key(Key::Num1);
        desk.key(Key::Escape);
        desk.wait_for_kept("yellow");
        let file = fs::read_to_string(desk.sidecar()).unwrap();
        (desk, file)
    }

    fn leave(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn reopen(&mut self) {
        self.harness = window(self.folder.path(), vec![self.article()]);
        self.wait_for_part("Go to “");
    }

    fn wait_until_gone(&mut self, part: &str) {
        self.wait(&format!("“{part}” is told no longer"), |harness| {
            harness.query_all_by_label_contains(part).next().is_none()
        });
    }
}

/// The file under another identity, as of another note.
fn other_note(file: &str, id: &str) -> String {
    let own = file.split("id: \"").nth(1).unwrap().split('"').next().unwrap();
    file.replace(own, id)
}

#[test]
fn every_copy_is_told_with_what_it_brought() {
    let (mut desk, file) = Desk::with_a_note();
    for (name, id) in [(SYNCTHING, "another1"), (DROPBOX, "another1"), ("ferry.txt.notes (conflicted copy).ron", "")] {
        let text = if id.is_empty() { file.clone() } else { other_note(&file, id) };
        desk.leave(name, &text);
    }
    desk.reopen();
    for name in [SYNCTHING, DROPBOX] {
        desk.wait_for_part(&format!("{name}”, which a sync service left, was taken in: 1 added."));
    }
    desk.wait_for_part("(conflicted copy).ron”, which a sync service left, holds nothing that your notes lack.");
    desk.wait_for_kept("another1");
    desk.reopen();
    desk.steps();
    assert!(!desk.shows("which a sync service left"), "all of it is known by now");
}

#[test]
fn a_copy_that_is_gone_is_told_no_longer() {
    let (mut desk, file) = Desk::with_a_note();
    let copy = desk.leave(SYNCTHING, &other_note(&file, "another1"));
    desk.reopen();
    desk.wait_for_part("was taken in: 1 added.");
    desk.wait_for_kept("another1");
    fs::remove_file(copy).unwrap();
    desk.wait_until_gone("which a sync service left");
}

#[test]
fn a_copy_that_comes_while_the_article_is_open_is_taken_in() {
    let (mut desk, file) = Desk::with_a_note();
    let copy = desk.leave(SYNCTHING, &other_note(&file, "another1"));
    desk.wait_for_part("was taken in: 1 added.");
    desk.wait_for_kept("another1");
    desk.leave(DROPBOX, &other_note(&file, "another2"));
    desk.wait_for_part(&format!("{DROPBOX}”, which a sync service left, was taken in: 1 added."));
    desk.wait_for_kept("another2");
    assert!(desk.shows(&format!("{SYNCTHING}”, which a sync service left, was taken in: 1 added.")), "still true");
    fs::remove_file(copy).unwrap();
    desk.wait_until_gone(SYNCTHING);
    assert!(desk.shows(DROPBOX));
}

#[test]
fn a_copy_that_is_cut_off_is_told_and_what_is_whole_in_it_taken_in() {
    let (mut desk, file) = Desk::with_a_note();
    let other = other_note(&file, "another1");
    let first = other.find("        (\n            id").unwrap();
    let second = other[first..].replace("another1", "another2");
    let cut =
        format!("{}{}", &other[..other.find("    ],\n    speech").unwrap()], second.split("after: ").next().unwrap());
    let copy = desk.leave(SYNCTHING, &cut);
    desk.reopen();
    desk.wait_for_part(&format!("{SYNCTHING}”, line "));
    desk.wait_for_part("It is kept as it is written.");
    desk.wait_for_part("was taken in: 1 added.");
    desk.wait_for_kept("another2");
    fs::remove_file(copy).unwrap();
    desk.wait_until_gone(SYNCTHING);
    desk.reopen();
    desk.wait_for_part("ferry.txt.notes.ron”, line ");
}

#[test]
fn a_copy_that_cannot_be_read_is_told() {
    let (mut desk, file) = Desk::with_a_note();
    desk.leave(SYNCTHING, "<html>gone</html>");
    desk.leave(DROPBOX, &other_note(&file, "another1").replace("format: 1", "format: 9"));
    desk.leave("ferry.txt.notes (conflicted copy).ron", "");
    desk.reopen();
    desk.wait_for_part(&format!("{SYNCTHING}” is not a file of notes"));
    desk.wait_for_part(&format!("{DROPBOX}” was written by a newer Quotemark"));
    desk.wait_for_part("(conflicted copy).ron” is empty");
    assert!(!fs::read_to_string(desk.sidecar()).unwrap().contains("another1"));
}

#[test]
fn a_copy_of_notes_on_another_article_is_told_and_its_notes_ask() {
    let (mut desk, file) = Desk::with_a_note();
    let stranger = other_note(&file, "another1").replace("name: \"ferry.txt\"", "name: \"boat.txt\"");
    let digest = stranger.split("digest: \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let stranger = stranger.replace(&digest, "sha256:0123456789abcdef").replace("after: \"", "after: \"elsewhere ");
    desk.leave(SYNCTHING, &stranger);
    desk.reopen();
    desk.wait_for_part(
        "was taken in: 1 added. It can be deleted once the notes are saved. Its notes were made on “boat.txt”",
    );
    desk.wait_for_kept("article: \"sha256:0123456789abcdef\"");
    desk.wait_for("Keep here");
}
