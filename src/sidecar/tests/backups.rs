use std::fs;

use super::{
    desk::{Desk, read},
    *,
};

/// A later sitting of a reader, who makes a note; how many backups lie beside the file then.
fn note_by(desk: &Desk, reader: &str, number: u8, words: &str) -> usize {
    let mut sidecar = desk.open();
    sidecar.read_by(reader);
    let mut notes = sidecar.notes().clone();
    mark(&mut notes, number, words, &[], "");
    sidecar.save(&notes).unwrap();
    desk.names().iter().filter(|name| name.contains(".backup")).count()
}

#[test]
fn a_file_that_somebody_else_signed_is_copied_before_it_is_first_rewritten() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    // As another program wrote it.
    let theirs = read(&desk.own()).replace("who?", "why?");
    fs::write(desk.own(), &theirs).unwrap();
    assert_eq!(note_by(&desk, "", 3, "her critics"), 1);
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup")), theirs);
    // What was written here since is nobody else's.
    assert_eq!(note_by(&desk, "", 4, "rose"), 1);
    // And again they send theirs.
    fs::write(desk.own(), theirs.replace("why?", "when?")).unwrap();
    assert_eq!(note_by(&desk, "", 5, "Nobody"), 2);
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup2")), theirs.replace("why?", "when?"));
}

#[test]
fn what_the_reader_wrote_elsewhere_needs_no_copy() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    fs::write(desk.own(), read(&desk.own()).replace("who?", "why?")).unwrap();
    assert_eq!(note_by(&desk, "Anna", 3, "her critics"), 0);
}

#[test]
fn of_a_file_that_nobody_signed_one_copy_is_enough() {
    let desk = Desk::new();
    desk.open().save(&Notes { author: String::new(), ..notes() }).unwrap();
    assert_eq!(note_by(&desk, "", 3, "her critics"), 0, "it was written here");
    for (number, words) in [(4, "rose"), (5, "Nobody")] {
        fs::write(desk.own(), read(&desk.own()).replace("who?", &format!("why {number}?"))).unwrap();
        assert_eq!(note_by(&desk, "", number, words), 1);
    }
}

#[test]
fn a_writer_that_was_ended_leaves_nothing_to_copy() {
    let desk = Desk::new();
    desk.open().save(&Notes { author: String::new(), ..notes() }).unwrap();
    let before = read(&desk.own());
    assert_eq!(note_by(&desk, "", 3, "her critics"), 0);
    // Ended after it said what it would write, and before it wrote.
    fs::write(desk.own(), before).unwrap();
    assert_eq!(note_by(&desk, "", 4, "rose"), 0);
}
