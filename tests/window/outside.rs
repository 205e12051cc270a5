//! What the window says and does when other programs, drives and folders do what they like.

use super::*;

impl Desk {
    /// Highlights the sentence at the reading place, and waits until that is kept.
    fn highlight(&mut self, key: Key, colour: &str) {
        self.key(Key::E);
        self.key(key);
        self.key(Key::Escape);
        self.wait_for_kept(colour);
    }

    fn undo(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::Z);
    }

    fn redo(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::Y);
    }
}

#[test]
fn undo_reaches_back_behind_a_change_of_the_article() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let card = desk.harness.get_by_label_contains("Go to “").accesskit_node().label().unwrap_or_default();
    desk.click(&card);
    desk.key(Key::Num4);
    desk.wait_for_kept("pink");
    desk.key(Key::Delete);
    desk.wait("the note is gone", |harness| harness.query_by_label_contains("Go to “").is_none());
    fs::write(desk.article(), ARTICLE.replace("The first ferry did", "Nobody slept.\n\nThe first ferry did")).unwrap();
    desk.wait_for_part("was changed by another program");
    desk.undo();
    desk.wait_for_kept("pink");
    desk.undo();
    desk.wait_for_kept("yellow");
    desk.undo();
    desk.wait("the highlight is undone", |harness| harness.query_by_label_contains("Go to “").is_none());
    desk.redo();
    desk.redo();
    desk.wait_for_kept("pink");
    desk.wait_for("Nobody slept.");
}

#[test]
fn an_undo_that_another_program_stands_against_says_so() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let other = fs::read_to_string(desk.sidecar()).unwrap().replace("note: \"\"", "note: \"from outside\"");
    fs::write(desk.sidecar(), other).unwrap();
    desk.wait_for_part("from outside");
    assert!(desk.shows("Took in notes that another program wrote: 1 changed"));
    desk.undo();
    assert!(desk.shows("‘highlight’ cannot be undone: another program has changed the same since"));
    assert!(desk.shows("from outside"));
}

#[test]
fn words_from_outside_come_into_the_note_that_is_being_written() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let other = fs::read_to_string(desk.sidecar()).unwrap().replace("note: \"\"", "note: \"from outside\"");
    let card = desk.harness.get_by_label_contains("Go to “").accesskit_node().label().unwrap_or_default();
    desk.click(&card);
    desk.key(Key::N);
    desk.type_text("mine");
    fs::write(desk.sidecar(), other).unwrap();
    desk.wait_for_kept("from outside");
    desk.wait_for_kept("mine");
    desk.steps();
    desk.type_text("!");
    desk.wait_for_kept("!");
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    assert!(kept.contains("from outside") && kept.contains("mine"), "{kept}");
}

#[test]
fn what_another_program_damages_is_told_with_its_place() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let text = fs::read_to_string(desk.sidecar()).unwrap();
    fs::write(
        desk.sidecar(),
        text.replace("    annotations: [", "    annotations: [\n        (id: 7, quote: \"gulls\"),"),
    )
    .unwrap();
    desk.wait_for_part("It is kept as it is written.");
    assert!(desk.shows("ferry.txt.notes.ron”, line "));
    desk.key(Key::E);
    desk.highlight(Key::Num2, "green");
    desk.wait_for_kept("(id: 7, quote: \"gulls\")");
}

#[test]
fn an_article_that_changes_again_and_again_is_shown_as_it_reads_last() {
    let mut desk = Desk::reading();
    for number in 0..12 {
        fs::write(desk.article(), format!("{ARTICLE}\nGull number {number} came.\n")).unwrap();
        thread::sleep(Duration::from_millis(37 * number % 130));
        desk.harness.step();
    }
    desk.wait_for_part("Gull number 11 came.");
}

#[test]
fn an_article_that_changes_while_a_note_is_written_waits_for_it() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let card = desk.harness.get_by_label_contains("Go to “").accesskit_node().label().unwrap_or_default();
    desk.click(&card);
    desk.key(Key::N);
    desk.type_text("mine");
    fs::write(desk.article(), format!("{ARTICLE}\nA gull came.\n")).unwrap();
    for _ in 0..20 {
        thread::sleep(Duration::from_millis(50));
        desk.harness.step();
    }
    desk.type_text(" and more");
    desk.key(Key::Escape);
    desk.wait_for_part("A gull came.");
    desk.wait_for_kept("mine and more");
}

#[test]
fn two_windows_on_one_article_work_together() {
    let mut desk = Desk::reading();
    let second = window(desk.folder.path(), vec![desk.article()]);
    let mut first = std::mem::replace(&mut desk.harness, second);
    desk.wait_for("The ferry waits");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.highlight(Key::Num2, "green");
    desk.harness = {
        std::mem::swap(&mut first, &mut desk.harness);
        desk.wait_for_part("Go to “");
        desk.key(Key::J);
        desk.key(Key::E);
        desk.key(Key::Num6);
        desk.wait_for_kept("violet");
        first
    };
    desk.wait("both notes are in the second window", |harness| {
        harness.query_all_by_label_contains("Go to “").count() == 2
    });
    desk.undo();
    desk.wait("its own highlight is undone", |harness| harness.query_all_by_label_contains("Go to “").count() == 1);
    let sidecar = desk.sidecar();
    desk.wait("and kept so", |_| {
        fs::read_to_string(&sidecar).is_ok_and(|text| !text.contains("green") && text.contains("violet"))
    });
}

#[test]
fn a_renamed_article_is_followed_with_its_notes() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let zoe = fs::read_to_string(desk.sidecar()).unwrap().replace("author: \"\"", "author: \"Zoë\"");
    fs::write(desk.folder.path().join("ferry.txt.zoe.ron"), zoe).unwrap();
    desk.wait_for_part("Layer Zoë, 1 note");
    let new = desk.folder.path().join("boat.txt");
    fs::rename(desk.article(), &new).unwrap();
    desk.wait_for_part("“ferry.txt” is called “boat.txt” now; its notes go along with it.");
    desk.undo();
    desk.redo();
    let sidecar = desk.folder.path().join("boat.txt.notes.ron");
    desk.wait("the notes went along", |_| fs::read_to_string(&sidecar).is_ok_and(|text| text.contains("yellow")));
    let old = desk.sidecar();
    desk.wait("nothing stays under the old name", |_| !old.exists());
    desk.wait_for_part("Layer Zoë, 1 note");
}

#[test]
fn an_article_that_was_moved_away_can_be_read_on() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(desk.article(), elsewhere.path().join("ferry.txt")).unwrap();
    desk.wait_for_part("“ferry.txt” is no longer in");
    assert!(desk.shows("it was moved or deleted. You can go on reading. Its notes are in"));
    assert!(desk.shows("The first ferry"));
    fs::rename(elsewhere.path().join("ferry.txt"), desk.article()).unwrap();
    desk.wait("nothing says that it is gone, for it is back", |harness| {
        harness.query_by_label_contains("is no longer in").is_none()
    });
}

#[test]
fn a_folder_that_vanished_loses_no_note() {
    let mut desk = Desk::empty();
    let folder = desk.folder.path().join("drive");
    fs::create_dir(&folder).unwrap();
    fs::copy(desk.article(), folder.join("ferry.txt")).unwrap();
    desk.harness = window(desk.folder.path(), vec![folder.join("ferry.txt")]);
    desk.wait_for("The ferry waits");
    desk.key(Key::E);
    desk.key(Key::Num1);
    let sidecar = folder.join("ferry.txt.notes.ron");
    desk.wait("the note is kept", |_| sidecar.exists());
    fs::remove_dir_all(&folder).unwrap();
    desk.wait_for_part(
        "is gone, or its drive was taken away. You can go on reading “ferry.txt”. Its notes are kept in",
    );
    let apart = desk.folder.path().join("home/notes");
    desk.wait("the notes are in the data folder", |_| {
        fs::read_dir(&apart).is_ok_and(|mut files| {
            files.any(|file| fs::read_to_string(file.unwrap().path()).is_ok_and(|text| text.contains("yellow")))
        })
    });
    desk.wait_for_part("in your data folder");
    fs::create_dir(&folder).unwrap();
    fs::copy(desk.article(), folder.join("ferry.txt")).unwrap();
    desk.wait("nothing says that it is gone, for it is back", |harness| {
        harness.query_by_label_contains("is gone, or its drive").is_none()
    });
    fs::write(folder.join("ferry.txt"), ARTICLE.replace("Monday", "Tuesday")).unwrap();
    desk.wait_for_part("did not sail on Tuesday");
}

#[test]
fn notes_that_cannot_lie_beside_say_where_they_are() {
    // A folder in the way stands for one that cannot be written: tests may run as root, who may write everywhere.
    let mut desk = Desk::reading();
    fs::create_dir(desk.sidecar()).unwrap();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_part("Nothing can be written beside “ferry.txt” (");
    assert!(desk.shows("in your data folder"), "the status line says it too");
    desk.click("Put this message away");
    desk.key(Key::Num3);
    desk.wait_for_part("Saved");
    assert!(!desk.shows("Nothing can be written"), "it is said once");
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("The notes on “ferry.txt” are in “");
    desk.wait_for_part("Go to “");
    fs::remove_dir(desk.sidecar()).unwrap();
    desk.highlight(Key::Num2, "green");
    desk.wait("it says so no longer", |harness| harness.query_by_label_contains("are in “").is_none());
}

#[test]
fn notes_that_can_be_kept_nowhere_are_told_and_kept_when_there_is_room() {
    let mut desk = Desk::reading();
    fs::create_dir(desk.sidecar()).unwrap();
    fs::create_dir_all(desk.folder.path().join("home")).unwrap();
    fs::write(desk.folder.path().join("home/notes"), "in the way").unwrap();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_part("Not saved: ");
    fs::remove_dir(desk.sidecar()).unwrap();
    desk.wait_for_kept("yellow");
    desk.wait("it says no longer that they are not saved", |harness| {
        harness.query_all_by_label_contains("Not saved").next().is_none()
    });
}

#[cfg(unix)]
#[test]
fn an_article_opened_by_a_link_says_where_its_notes_lie() {
    let mut desk = Desk::empty();
    let link = desk.folder.path().join("link.txt");
    std::os::unix::fs::symlink(desk.article(), &link).unwrap();
    desk.harness = window(desk.folder.path(), vec![link]);
    desk.wait_for("The ferry waits");
    assert!(desk.shows("“link.txt” is a link to “"));
    desk.highlight(Key::Num1, "yellow");
}

#[test]
fn notes_that_were_mended_outside_can_be_changed_again() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let whole = fs::read_to_string(desk.sidecar()).unwrap();
    fs::write(desk.sidecar(), whole.replace("format: 1", "format: 2")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("These notes can be read but not changed");
    desk.key(Key::E);
    desk.key(Key::Num2);
    assert!(desk.shows("can be read but not changed: a newer Quotemark wrote their file"));
    fs::write(desk.sidecar(), &whole).unwrap();
    desk.wait_for_part("can be read and changed again");
    desk.wait_for_part("Go to “");
    desk.highlight(Key::Num2, "green");
}

#[test]
fn notes_whose_file_another_program_takes_away_are_written_again_and_told() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    fs::remove_file(desk.sidecar()).unwrap();
    desk.wait_for_part("ferry.txt.notes.ron” was emptied or taken away by another program");
    desk.wait_for_kept("yellow");
    desk.highlight(Key::Num2, "green");
}

#[test]
fn a_file_of_notes_that_is_too_large_is_told_as_such_until_it_is_moved_away() {
    let mut desk = Desk::empty();
    fs::File::create(desk.sidecar()).unwrap().set_len(65 << 20).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("is larger than 64 MiB, too large for notes");
    desk.wait_for_part("their file is larger than 64 MiB, too large to be read, and is left as it is");
    assert!(!desk.shows("damaged"));
    fs::rename(desk.sidecar(), desk.folder.path().join("large")).unwrap();
    desk.wait_for_part("can be read and changed again");
    desk.highlight(Key::Num1, "yellow");
}

#[test]
fn more_messages_than_fit_are_in_order_and_opened_from_the_keyboard() {
    let mut desk = Desk::empty();
    let home = desk.folder.path().join("home");
    fs::create_dir_all(&home).unwrap();
    let wrong = ["zoom", "justified", "colour", "theme", "beep"].map(|name| format!("    {name}: [7],\n"));
    fs::write(home.join("settings.ron"), format!("(\n{})\n", wrong.concat())).unwrap();
    desk.harness = window(desk.folder.path(), Vec::new());
    desk.steps();
    let lines = |desk: &Desk| -> Vec<String> {
        let told = desk.harness.query_all_by_label_contains("settings.ron, line ");
        let mut told: Vec<_> = told.map(|node| (node.rect().top(), node.accesskit_node().value().unwrap())).collect();
        told.sort_by(|one, other| one.0.total_cmp(&other.0));
        told.iter().map(|(_, said)| said["settings.ron, line ".len()..].chars().take(1).collect()).collect()
    };
    assert_eq!(lines(&desk), ["2", "3", "4"]);
    assert!(desk.shows("settings.ron.damaged"), "where the copy is stands at the first");
    let row = desk.harness.get_by_label("and 2 more").rect().left();
    let told = desk.harness.query_all_by_label_contains("settings.ron, line ").map(|one| one.rect().left());
    assert!({ told }.any(|left| (left - row).abs() < 1.0), "it stands in line with what is told");
    desk.harness.get_by_label("and 2 more").focus();
    desk.steps();
    desk.key(Key::Enter);
    assert_eq!(lines(&desk), ["2", "3", "4", "5", "6"]);
    desk.click("show fewer");
    assert_eq!(lines(&desk), ["2", "3", "4"]);
}

#[test]
fn what_is_said_of_an_article_is_seen_with_it_alone_and_goes_with_it() {
    let mut desk = Desk::reading();
    let page = desk.folder.path().join("page.txt");
    fs::write(&page, format!("<!DOCTYPE html>\n<html><body>\n{ARTICLE}\n</body></html>\n")).unwrap();
    let open = |desk: &mut Desk, path: PathBuf| {
        desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        desk.harness.step();
    };
    open(&mut desk, page);
    desk.wait_for_part("This is a web page");
    let ferry = desk.article();
    open(&mut desk, ferry);
    desk.wait("the other article is in front", |harness| {
        harness.query_by_label_contains("This is a web page").is_none()
    });
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    assert!(desk.shows("This is a web page"), "it is still true");
    desk.key_with(Modifiers::COMMAND, Key::W);
    assert!(desk.shows("The first ferry") && !desk.shows("This is a web page"));
}

#[test]
fn damage_that_was_mended_outside_is_told_no_longer() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let whole = fs::read_to_string(desk.sidecar()).unwrap();
    let damaged = whole.replace("    annotations: [", "    annotations: [\n        (id: 7, quote: \"gulls\"),");
    fs::write(desk.sidecar(), damaged).unwrap();
    desk.wait_for_part("It is kept as it is written.");
    thread::sleep(Duration::from_millis(1200));
    desk.steps();
    fs::write(desk.sidecar(), whole).unwrap();
    desk.wait("the notes are whole again", |harness| {
        harness.query_by_label_contains("It is kept as it is written.").is_none()
    });
}

#[test]
fn a_copy_that_a_sync_service_left_is_told_with_what_it_brought() {
    let mut desk = Desk::reading();
    desk.highlight(Key::Num1, "yellow");
    let mine = fs::read_to_string(desk.sidecar()).unwrap();
    let id = mine.split("id: \"").nth(1).unwrap().split('"').next().unwrap();
    let copy = desk.folder.path().join("ferry.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron");
    fs::write(copy, mine.replace(id, "another1")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("which a sync service left, was taken in: 1 added.");
    desk.wait("both notes are listed", |harness| harness.query_all_by_label_contains("Go to “").count() == 2);
}
