//! Files of notes that are none: folders, links that lead nowhere or back to themselves, pipes; and more notes than are read.

use super::{merging::theirs, *};

impl Desk {
    /// Says this on standard error, one sentence a line, and ends so.
    #[track_caller]
    fn says(&self, arguments: &[&str], status: i32, said: &str) {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(status), said), "{arguments:?}");
    }
}

#[test]
fn a_folder_with_the_name_of_the_notes_is_told_by_a_check() {
    let desk = Desk::new();
    fs::create_dir(desk.own()).unwrap();
    fs::create_dir(desk.path("harbour.txt.anna.ron")).unwrap();
    let folder = |layer: &str| {
        format!(
            "“harbour.txt.{layer}.ron” is a folder, not a file of notes. Give a file in it whose name ends in “.ron”.\n"
        )
    };
    desk.says(&["check", "harbour.txt"], 1, &format!("{}{}", folder("notes"), folder("anna")));
    desk.says(&["notes", "harbour.txt"], 0, "");
    // Once notes are kept elsewhere, which was said, all is well.
    fs::remove_dir(desk.path("harbour.txt.anna.ron")).unwrap();
    assert!(desk.run(&["note", "harbour.txt", "--quote", "left early"]).status.success());
    desk.says(&["check", "harbour.txt"], 0, "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_that_leads_back_to_itself_is_told_once() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("harbour.txt.notes.ron", desk.own()).unwrap();
    let anna = theirs(&desk, "anna.ron", "left early");
    let said = "The notes in “harbour.txt.notes.ron” cannot be read: its link leads back to itself. Check that the file can \
                be opened, then try again.\n";
    for arguments in [
        &["check", "harbour.txt"][..],
        &["notes", "harbour.txt"],
        &["export", "harbour.txt", "--to", "csv"],
        &["merge", "harbour.txt", &anna],
        &["merge", "harbour.txt.notes.ron", &anna],
        &["note", "harbour.txt", "--quote", "left early"],
    ] {
        desk.says(arguments, 1, said);
    }
    assert!(fs::symlink_metadata(desk.own()).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_its_place_left_free() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("drive/notes.ron", desk.own()).unwrap();
    let said = "“harbour.txt.notes.ron” is a link to “drive/notes.ron”, which is not there. Bring that back, or delete the \
                link, then try again.\n";
    desk.says(&["check", "harbour.txt"], 1, said);
    desk.says(&["notes", "harbour.txt"], 0, said);
    let noted = desk.run(&["note", "harbour.txt", "--quote", "left early", "--note", "apart"]);
    let told = text(&noted.stderr);
    assert!(noted.status.success() && told.contains("so the note is kept in “"), "{told}");
    // The drive is back.
    fs::create_dir(desk.path("drive")).unwrap();
    desk.says(&["note", "harbour.txt", "--quote", "until she rose", "--note", "there"], 0, said);
    let kept = fs::read_to_string(desk.path("drive/notes.ron")).unwrap();
    assert!(kept.contains("apart") && kept.contains("there"), "{kept}");
}

#[test]
fn more_notes_than_are_read_are_not_merged_into_one_file() {
    let desk = Desk::new();
    let file = |letter: char| {
        let entries = (0..26_000).map(|number| format!("(id: \"{letter}{number}\", at: \"2026-11-23T11:29:00Z\"),"));
        format!("(format: 1, annotations: [], removed: [{}])", entries.collect::<String>())
    };
    fs::write(desk.own(), file('a')).unwrap();
    fs::write(desk.path("b.ron"), file('b')).unwrap();
    let own = "harbour.txt.notes.ron";
    let said = format!(
        "“{own}” would hold more than 50000 entries or 64 MiB, more than is read. It is left as it is; keep some of the \
         notes in a file of their own.\n"
    );
    for into in ["harbour.txt", own] {
        desk.says(&["merge", into, "b.ron"], 1, &said);
        assert_eq!(fs::read_to_string(desk.own()).unwrap(), file('a'));
    }
    desk.says(&["check", "harbour.txt"], 0, "");
    assert!(desk.names().iter().all(|name| !name.contains(".backup")), "nothing was written");
}
