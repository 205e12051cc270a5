//! The notes of several readers, brought together by a command, by git and from a sync service.

use super::*;

/// A sidecar of another reader, made in a copy of the article's folder.
pub(super) fn theirs(desk: &Desk, name: &str, quote: &str) -> String {
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
    desk.merges(&["harbour.txt", &one, &other], "Merged into “harbour.txt”: 2 notes added.\n");
    let merged = fs::read(desk.own()).unwrap();
    assert_ne!(merged, before);
    fs::write(desk.own(), &before).unwrap();
    desk.merges(&["harbour.txt", &other, &one], "Merged into “harbour.txt”: 2 notes added.\n");
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
    let said = "Of the 3 notes in “tide.txt.notes.ron”, which are on “tide.txt”, 2 found no place in “harbour.txt” and are \
                kept without one, 1 is on words that stand there too and asks to be confirmed.\n\
                Merged into “harbour.txt”: 3 notes added.\n";
    desk.merges(&["harbour.txt", "tide.txt.notes.ron"], said);
    let states = desk.states();
    assert_eq!(states, ["changed", "exact", "orphan", "orphan"], "none of another article is taken as certain");
    desk.prints(&["note", "harbour.txt", "--quote", "left early", "--note", "one more"]);
    assert_eq!(desk.states(), ["changed", "exact", "exact", "orphan", "orphan"], "nor after the file is read again");
    assert!(fs::read_to_string(desk.own()).unwrap().contains("            article: \"sha256:"));
    // Nothing of it is new.
    desk.merges(&["harbour.txt", "tide.txt.notes.ron"], "");
    fs::write(desk.path("harbour.txt.notes.ron"), "").unwrap();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--layer", "mine"]);
    let said = "“tide.txt.notes.ron” holds notes on “tide.txt”; they are in “harbour.txt.mine.ron” now all the same.\n\
                Merged into “harbour.txt.mine.ron”: 3 notes added.\n";
    desk.merges(&["harbour.txt.mine.ron", "tide.txt.notes.ron"], said);
    desk.merges(&["harbour.txt.mine.ron", "tide.txt.notes.ron"], "");
    fs::remove_file(desk.own()).unwrap();
    assert_eq!(desk.states(), ["changed", "exact", "orphan", "orphan"], "also where the article was not at hand");
}

impl Desk {
    /// Merges, prints nothing, and says this.
    #[track_caller]
    fn merges(&self, arguments: &[&str], said: &str) {
        let output = self.run(&[&["merge"], arguments].concat());
        let (out, error) = (text(&output.stdout), text(&output.stderr));
        assert_eq!((output.status.code(), out.as_str(), error.as_str()), (Some(0), "", said), "{arguments:?}");
    }

    /// The states of all notes on the article, sorted.
    fn states(&self) -> Vec<String> {
        let listed = self.json(&["notes", "harbour.txt", "--format", "json"]);
        let states = listed["annotations"].as_array().unwrap().iter();
        let mut states: Vec<String> = states.map(|one| one["state"].as_str().unwrap().to_owned()).collect();
        states.sort();
        states
    }
}

#[test]
fn a_merge_says_how_many_notes_it_added_and_changed_and_git_hears_nothing() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    let mine = fs::read_to_string(desk.own()).unwrap();
    let later = mine.replace("note: \"mine\"", "note: \"theirs\"").replace("changed: \"20", "changed: \"21");
    fs::write(desk.path("later.ron"), &later).unwrap();
    let added = theirs(&desk, "anna.ron", "left early");
    desk.merges(&["harbour.txt", "later.ron", &added], "Merged into “harbour.txt”: 1 note added, 1 note changed.\n");
    let backup = fs::read_to_string(desk.path("harbour.txt.notes.ron.backup")).unwrap();
    assert_eq!(backup, mine, "what a merge replaces of the reader's own stays beside it");

    fs::write(desk.own(), &mine).unwrap();
    let own = "harbour.txt.notes.ron";
    desk.merges(&[own, &added], "Merged into “harbour.txt.notes.ron”: 1 note added.\n");
    for name in ["O", "A"] {
        fs::write(desk.path(name), &mine).unwrap();
    }
    desk.merges(&["--base", "O", "A", "later.ron"], "");
    assert!(fs::read_to_string(desk.path("A")).unwrap().contains("theirs"));
}

#[test]
fn a_merged_note_keeps_the_name_of_who_wrote_it() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    let signed = |path: &Path, author: &str| {
        let text = fs::read_to_string(path).unwrap();
        fs::write(path, text.replace("author: \"\"", &format!("author: \"{author}\""))).unwrap();
    };
    signed(&desk.own(), "Mara");
    let (anna, ben) = (theirs(&desk, "anna.ron", "Nobody asked us"), theirs(&desk, "ben.ron", "left early"));
    signed(Path::new(&anna), "Anna");
    signed(Path::new(&ben), "Ben");
    let before = fs::read(desk.own()).unwrap();
    desk.merges(&["harbour.txt", &anna, &ben], "Merged into “harbour.txt”: 2 notes added.\n");
    let merged = fs::read_to_string(desk.own()).unwrap();
    for by in ["Anna", "Ben"] {
        assert_eq!(merged.matches(&format!("            by: \"{by}\",\n")).count(), 1, "{merged}");
    }
    assert!(!merged.contains("by: \"Mara\""), "what is the author's own says so once");
    fs::write(desk.own(), &before).unwrap();
    let own = "harbour.txt.notes.ron";
    desk.merges(&[own, &ben], "Merged into “harbour.txt.notes.ron”: 1 note added.\n");
    desk.merges(&[own, &anna], "Merged into “harbour.txt.notes.ron”: 1 note added.\n");
    assert_eq!(fs::read_to_string(desk.own()).unwrap(), merged);
    let exported = desk.prints(&["export", "harbour.txt", "--to", "markdown"]);
    assert!(
        exported.contains("by Anna*") && exported.contains("by Ben*") && exported.contains("by Mara*"),
        "{exported}"
    );
    // Handed on, it is still Anna's.
    fs::copy(desk.own(), desk.path("all.ron")).unwrap();
    fs::write(desk.own(), "(format: 1, author: \"Zoe\", annotations: [])").unwrap();
    desk.merges(&["harbour.txt", "all.ron"], "Merged into “harbour.txt”: 3 notes added.\n");
    let handed_on = fs::read_to_string(desk.own()).unwrap();
    assert!(["Anna", "Ben", "Mara"].iter().all(|by| handed_on.contains(&format!("by: \"{by}\""))), "{handed_on}");
}

#[test]
fn a_merge_says_what_is_damaged_in_the_file_it_brings_in() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    let other = theirs(&desk, "anna.ron", "left early");
    let whole = fs::read_to_string(desk.path("anna.ron")).unwrap();
    let cut = whole.rfind("quote: ").unwrap();
    fs::write(desk.path("anna.ron"), &whole[..cut]).unwrap();
    for into in ["harbour.txt", "harbour.txt.notes.ron"] {
        let output = desk.run(&["merge", into, &other]);
        assert!(text(&output.stderr).contains("anna.ron”, line "), "{into}: {}", text(&output.stderr));
    }
}

#[test]
fn a_copy_that_a_sync_service_left_damaged_is_told_and_checked() {
    let desk = Desk::new();
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    let copy = "harbour.txt.notes.sync-conflict-20261123-112900-ABCDEFG.ron";
    theirs(&desk, copy, "left early");
    let whole = fs::read_to_string(desk.path(copy)).unwrap();
    fs::write(desk.path(copy), &whole[..whole.rfind("after: ").unwrap()]).unwrap();
    let checked = desk.run(&["check", "harbour.txt"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(text(&checked.stdout).contains(&format!("{copy}”, line ")), "{checked:?}");
    let listed = desk.run(&["notes", "harbour.txt"]);
    assert!(listed.status.success() && text(&listed.stderr).contains(&format!("{copy}”, line ")), "{listed:?}");
    assert!(desk.run(&["note", "harbour.txt", "--quote", "said"]).status.success());
    assert!(fs::read_to_string(desk.own()).unwrap().contains("left early"), "what was cut off is kept");
}

#[test]
fn an_unsigned_layer_that_is_merged_keeps_its_name_on_its_notes() {
    let desk = Desk::new();
    let layer = |name: &str, quote: &str| {
        desk.prints(&["note", "harbour.txt", "--quote", quote, "--layer", name]);
        format!("harbour.txt.{name}.ron")
    };
    let (anna, ben) = (layer("anna", "Nobody asked us"), layer("ben", "left early"));
    desk.prints(&["note", "harbour.txt", "--quote", "until she rose", "--note", "mine"]);
    let before = fs::read_to_string(desk.own()).unwrap().replace("author: \"\"", "author: \"Mara\"");
    fs::write(desk.own(), &before).unwrap();
    desk.merges(&["harbour.txt", &anna, &ben], "Merged into “harbour.txt”: 2 notes added.\n");
    let merged = fs::read_to_string(desk.own()).unwrap();
    assert!(merged.contains("by: \"anna\"") && merged.contains("by: \"ben\"") && !merged.contains("by: \"Mara\""));
    let listed = desk.prints(&["notes", "harbour.txt"]);
    assert!(listed.contains("\n    by anna\n") && listed.contains("\n    by ben\n"), "{listed}");
    assert_eq!(listed.matches("    by ").count(), 2, "whose the layer is goes without saying");
    fs::write(desk.own(), &before).unwrap();
    desk.merges(&["harbour.txt.notes.ron", &ben, &anna], "Merged into “harbour.txt.notes.ron”: 2 notes added.\n");
    assert_eq!(fs::read_to_string(desk.own()).unwrap(), merged);
    // Into a new file, where the first that is taken says nothing of itself.
    desk.merges(&["class.ron", &anna, &ben], "Merged into “class.ron”: 2 notes added.\n");
    let class = fs::read_to_string(desk.path("class.ron")).unwrap();
    assert!(class.contains("by: \"anna\"") && class.contains("by: \"ben\""), "{class}");
}

#[test]
fn a_merge_into_a_folder_that_cannot_be_written_says_where_the_notes_are() {
    let desk = Desk::new();
    let anna = theirs(&desk, "anna.ron", "left early");
    fs::create_dir(desk.own()).unwrap();
    let output = desk.run(&["merge", "harbour.txt", &anna]);
    let said = text(&output.stderr);
    assert!(output.status.success() && said.contains("so the notes are kept in “"), "{said}");
}
