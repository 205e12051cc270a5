//! The notes of several readers, brought together by a command, by git and from a sync service.

use super::*;

/// A sidecar of another reader, made in a copy of the article's folder.
fn theirs(desk: &Desk, name: &str, quote: &str) -> String {
    let other = Desk::new();
    other.prints(&["note", "harbour.txt", "--quote", quote, "--note", name]);
    let path = desk.path(name);
    fs::copy(other.own(), &path).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn sidecars_are_merged_whatever_their_order_and_again_without_a_change() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    let (one, other) = (theirs(&desk, "anna.ron", "Nobody asked us"), theirs(&desk, "ben.ron", "left early"));
    let before = fs::read(desk.own()).unwrap();
    desk.prints(&["merge", "harbour.txt", &one, &other]);
    let merged = fs::read(desk.own()).unwrap();
    assert_ne!(merged, before);
    fs::write(desk.own(), &before).unwrap();
    desk.prints(&["merge", "harbour.txt", &other, &one]);
    assert_eq!(text(&fs::read(desk.own()).unwrap()), text(&merged));
    desk.prints(&["merge", "harbour.txt", desk.own().to_str().unwrap(), &one]);
    assert_eq!(text(&fs::read(desk.own()).unwrap()), text(&merged));
    let listed = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    let ours = listed["annotations"].as_array().unwrap().iter().filter(|entry| entry["layer"] == "notes").count();
    assert_eq!(ours, 3);
    assert_eq!(desk.run(&["merge", "harbour.txt", "nowhere.ron"]).status.code(), Some(1));
}

#[test]
fn git_merges_sidecars_with_the_version_both_come_from() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "of both"]);
    let (base, ours, others) = (desk.path("O"), desk.path("A"), desk.path("B"));
    fs::copy(desk.own(), &base).unwrap();
    desk.prints(&["note", "harbour.txt", "--quote", "left early", "--note", "of one"]);
    fs::copy(desk.own(), &ours).unwrap();
    fs::copy(&base, desk.own()).unwrap();
    desk.prints(&["note", "harbour.txt", "--quote", "Nobody asked us", "--note", "of the other"]);
    fs::copy(desk.own(), &others).unwrap();
    desk.prints(&["merge", "--base", "O", "A", "B"]);
    let merged = fs::read_to_string(&ours).unwrap();
    for note in ["of both", "of one", "of the other"] {
        assert_eq!(merged.matches(&format!("note: \"{note}\"")).count(), 1, "{note}");
    }
}

#[test]
fn a_copy_that_a_sync_service_left_is_taken_in() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    for name in [
        "harbour.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron",
        "harbour.txt.notes (Anna's conflicted copy 2026-11-23).ron",
    ] {
        theirs(&desk, name, "left early");
    }
    let listed = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    assert_eq!(listed["annotations"].as_array().unwrap().len(), 3);
    desk.prints(&["note", "harbour.txt", "--quote", "said", "--note", "later"]);
    assert_eq!(fs::read_to_string(desk.own()).unwrap().matches("range: ").count(), 4);
}

#[test]
fn a_folder_that_is_given_as_a_file_of_notes_is_called_one() {
    let desk = Desk::new();
    fs::create_dir(desk.path("theirs")).unwrap();
    fs::create_dir(desk.path("class.ron")).unwrap();
    let anna = theirs(&desk, "anna.ron", "left early");
    let folder = |name: &str| {
        format!("“{name}” is a folder, not a file of notes. Give a file in it whose name ends in “.ron”.\n")
    };
    assert_eq!(desk.refuses(1, &["merge", "harbour.txt", "theirs"]), folder("theirs"));
    assert_eq!(desk.refuses(1, &["merge", "class.ron", &anna]), folder("class.ron"));
    assert_eq!(desk.refuses(1, &["check", "class.ron"]), folder("class.ron"));
    let missing = "There is no file of notes “gone.ron”. Check the path and try again.\n";
    assert_eq!(desk.refuses(1, &["merge", "harbour.txt", "gone.ron"]), missing);
    assert_eq!(desk.refuses(1, &["check", "gone.ron"]), missing);
}

#[test]
fn notes_on_another_article_are_taken_in_and_told() {
    let desk = Desk::new();
    fs::write(desk.path("tide.txt"), "Tide tables\n\nThe gate closes nine times a year. Nobody left early.\n").unwrap();
    for quote in ["nine times a year", "The gate", "Nobody left early."] {
        desk.prints(&["note", "tide.txt", "--quote", quote]);
    }
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose"]);
    let merge = |arguments: &[&str]| {
        let output = desk.run(&[&["merge"], arguments].concat());
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
        text(&output.stderr)
    };
    let said = "2 of the 3 notes in “tide.txt.notes.ron”, which are on “tide.txt”, found no place in “harbour.txt” and are \
                kept without one.\n";
    assert_eq!(merge(&["harbour.txt", "tide.txt.notes.ron"]), said);
    assert_eq!(desk.json(&["notes", "harbour.txt", "--format", "json"])["annotations"].as_array().unwrap().len(), 4);
    assert_eq!(merge(&["harbour.txt", "tide.txt.notes.ron"]), "", "nothing of it is new");
    fs::write(desk.path("harbour.txt.notes.ron"), "").unwrap();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--layer", "mine"]);
    let said = "“tide.txt.notes.ron” holds notes on “tide.txt”; they are in “harbour.txt.mine.ron” now all the same.\n";
    assert_eq!(merge(&["harbour.txt.mine.ron", "tide.txt.notes.ron"]), said);
}
