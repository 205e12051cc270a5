use std::fs;

use super::{
    desk::{Desk, forbid, read},
    *,
};
use crate::sidecar::{Document, Sidecar};

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

/// An open reading of notes that nobody signed, and what another program made of the file meanwhile.
fn after_another(desk: &Desk, write: impl Fn(&str) -> String) -> (Sidecar, Notes, String) {
    let mut sidecar = desk.open();
    let notes = Notes { author: String::new(), ..notes() };
    sidecar.save(&notes).unwrap();
    // One copy is there already.
    fs::write(desk.path("harbour.txt.notes.ron.backup"), "an earlier one").unwrap();
    let theirs = write(&read(&desk.own()));
    fs::write(desk.own(), &theirs).unwrap();
    (sidecar, notes, theirs)
}

#[test]
fn an_outside_version_that_loses_against_the_readers_stays_as_a_copy() {
    let later = at("2026-11-25T00:00:00Z");
    let check = |write: fn(&str) -> String, change: fn(&mut Notes, Timestamp), is_kept: bool| {
        let desk = Desk::new();
        let (mut sidecar, mut mine, theirs) = after_another(&desk, write);
        change(&mut mine, later);
        sidecar.save(&mine).unwrap();
        let copy = fs::read_to_string(desk.path("harbour.txt.notes.ron.backup2")).ok();
        assert_eq!(copy, is_kept.then_some(theirs));
    };
    let recolour = |text: &str| text.replacen("colour: \"yellow\", tags", "colour: \"pink\", tags", 1);
    let rewrite = |text: &str| text.replace("who?", "why?");
    check(
        recolour,
        |mine, now| {
            mine.apply(&mine.recolour(&id(0), Colour::Green, now).unwrap());
        },
        true,
    );
    check(
        rewrite,
        |mine, now| {
            mine.apply(&mine.delete(&id(0), now).unwrap());
        },
        true,
    );
    // Nothing of these is lost.
    check(
        rewrite,
        |mine, now| {
            mine.apply(&mine.write_note(&id(0), "mine", now).unwrap());
        },
        false,
    );
    check(rewrite, |mine, _| mark(mine, 5, "rose", &[], ""), false);
}

#[test]
fn notes_that_an_outside_version_knows_nothing_of_stay_in_a_copy() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    sidecar.save(&Notes { author: String::new(), ..notes() }).unwrap();
    let older = read(&desk.own());
    let mut mine = sidecar.notes().clone();
    mark(&mut mine, 5, "rose", &[], "since then");
    sidecar.save(&mine).unwrap();
    let newer = read(&desk.own());
    // A service that puts an older file back.
    fs::write(desk.own(), &older).unwrap();
    let all = sidecar.save(&mine).unwrap().taken_in.unwrap();
    assert!(all.annotation(&id(5)).is_none());
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup")), newer);
}

#[test]
fn what_was_kept_in_the_data_folder_is_not_lost_to_a_later_version_beside_the_article() {
    let desk = Desk::new();
    forbid(&desk);
    desk.open().save(&notes()).unwrap();
    assert_eq!(desk.kept_apart(), 1);
    fs::remove_dir(desk.own()).unwrap();
    let mut theirs = notes();
    theirs.apply(&theirs.write_note(&id(0), "beside", at("2026-11-26T00:00:00Z")).unwrap());
    let document = Document { format: 1, notes: theirs, ..Document::default() };
    fs::write(desk.own(), document.write()).unwrap();
    let mut sidecar = desk.open();
    let mut notes = sidecar.notes().clone();
    assert_eq!(notes.annotation(&id(0)).unwrap().note, "beside");
    mark(&mut notes, 5, "rose", &[], "");
    sidecar.save(&notes).unwrap();
    assert_eq!(desk.kept_apart(), 0);
    let copies = desk.names().into_iter().filter(|name| name.contains(".backup"));
    assert!(copies.map(|name| read(&desk.path(&name))).any(|text| text.contains("who?")), "{:?}", desk.names());
}
