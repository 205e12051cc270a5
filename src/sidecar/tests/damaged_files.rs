use std::fs;

use super::{
    desk::{Desk, read},
    *,
};
use crate::sidecar::{SIZE_LIMIT, SidecarError, SidecarWarning, read_others};

#[test]
fn a_file_that_was_cut_shows_what_is_whole_and_keeps_the_rest() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let whole = read(&desk.own());
    let cut = whole[..whole.find("没有人").unwrap()].to_owned();
    fs::write(desk.own(), &cut).unwrap();
    let mut sidecar = desk.open();
    let ids: Vec<_> = sidecar.notes().annotations.iter().map(|annotation| annotation.id.clone()).collect();
    assert_eq!((ids, sidecar.is_read_only()), (vec![id(0)], false));
    let warnings: Vec<String> = sidecar.warnings().iter().map(ToString::to_string).collect();
    let warnings = warnings.join("\n");
    assert!(warnings.contains("line 19, column 81: this text has no closing quotation mark"), "{warnings}");
    // Whatever is written from now on, the damaged text stays as it is.
    let mut more = sidecar.notes().clone();
    for (number, words) in [(3, "her critics"), (4, "rose")] {
        mark(&mut more, number, words, &[], "");
        sidecar.save(&more).unwrap();
        sidecar = desk.open();
        assert!(read(&desk.own()).contains(&cut[cut.rfind("        (\n").unwrap()..]), "{}", read(&desk.own()));
        assert_eq!(*sidecar.notes(), more);
    }
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup")), cut);
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron", "harbour.txt.notes.ron.backup"]);
}

#[test]
fn damage_that_goes_back_as_it_was_still_has_a_backup() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let broken = read(&desk.own()).replacen("note: \"who?", "note: who?", 1);
    fs::write(desk.own(), &broken).unwrap();
    let mut sidecar = desk.open();
    assert_eq!(sidecar.notes().annotations.len(), 1);
    let mut more = sidecar.notes().clone();
    mark(&mut more, 3, "her critics", &[], "");
    sidecar.save(&more).unwrap();
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup")), broken);
}

#[test]
fn a_file_without_anything_of_a_sidecar_is_never_overwritten() {
    let desk = Desk::new();
    let letter = "Dear Anna,\nthis is no sidecar (yet).\n";
    fs::write(desk.own(), letter).unwrap();
    let mut sidecar = desk.open();
    assert!(sidecar.is_read_only());
    assert!(
        sidecar.warnings()[0]
            .to_string()
            .contains("harbour.txt.notes.ron” is not a file of notes, as line 1, column 5 shows."),
        "{:?}",
        sidecar.warnings()
    );
    let error = sidecar.save(&notes()).unwrap_err();
    assert!(matches!(error, SidecarError::NoNotes { .. }), "{error}");
    assert_eq!(read(&desk.own()), letter);
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"]);
}

#[test]
fn a_file_that_breaks_while_it_is_open_is_not_overwritten_either() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let mut notes = notes();
    sidecar.save(&notes).unwrap();
    fs::write(desk.own(), "(annotations: [").unwrap();
    mark(&mut notes, 3, "her critics", &[], "");
    assert!(sidecar.save(&notes).is_err());
    assert_eq!(read(&desk.own()), "(annotations: [");
    fs::remove_file(desk.own()).unwrap();
    sidecar.save(&notes).unwrap();
    assert_eq!(*desk.open().notes(), notes);
}

#[test]
fn a_file_larger_than_any_notes_is_refused_and_loses_nothing() {
    let desk = Desk::new();
    let mut notes = notes();
    desk.open().save(&notes).unwrap();
    let whole = read(&desk.own());
    let set_length = |length: u64| fs::File::options().write(true).open(desk.own()).unwrap().set_len(length).unwrap();
    // The rest is a hole, which takes no room on the disk.
    set_length(SIZE_LIMIT + 1);
    let mut sidecar = desk.open();
    assert!(sidecar.is_read_only());
    let sentence =
        format!("“{}” is larger than 64 MiB, too large for notes. Move it away, then try again.", desk.own().display());
    assert_eq!(sidecar.warnings().iter().map(ToString::to_string).collect::<Vec<_>>(), [sentence.as_str()]);
    mark(&mut notes, 3, "her critics", &[], "");
    assert_eq!(sidecar.save(&notes).unwrap_err().to_string(), sentence);
    let others = [desk.own()];
    assert_eq!(read_others(&others).unwrap_err().to_string(), sentence);
    assert_eq!(fs::metadata(desk.own()).unwrap().len(), SIZE_LIMIT + 1);
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"]);
    // It is as it was, and what was written meanwhile is kept once the reader has moved it away.
    set_length(whole.len() as u64);
    assert_eq!(read(&desk.own()), whole);
    fs::rename(desk.own(), desk.path("large")).unwrap();
    sidecar.save(&notes).unwrap();
    assert_eq!(*desk.open().notes(), notes);
}

#[test]
fn a_newer_format_is_shown_and_not_changed() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let newer = read(&desk.own()).replace("format: 1", "format: 2");
    fs::write(desk.own(), &newer).unwrap();
    let mut sidecar = desk.open();
    assert!(sidecar.is_read_only());
    assert_eq!(sidecar.notes().annotations.len(), 2);
    let error = sidecar.save(&Notes::default()).unwrap_err();
    assert!(matches!(error, SidecarError::Newer { format: 2, .. }), "{error}");
    assert_eq!(read(&desk.own()), newer);
}

#[test]
fn what_a_person_wrote_into_the_file_stays_in_a_backup() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let by_hand = read(&desk.own())
        .replace("    author", "    // ask Ben about this\n    author")
        .replace("length: ", "length: many");
    fs::write(desk.own(), &by_hand).unwrap();
    let mut sidecar = desk.open();
    assert_eq!(sidecar.warnings().len(), 1);
    let mut notes = notes();
    for (number, words) in [(3, "her critics"), (4, "rose")] {
        mark(&mut notes, number, words, &[], "");
        sidecar.save(&notes).unwrap();
    }
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup")), by_hand);
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron", "harbour.txt.notes.ron.backup"]);
}

#[test]
fn an_empty_file_is_told_and_keeps_nothing_from_being_written() {
    for empty in ["", "\n \n"] {
        let desk = Desk::new();
        fs::write(desk.own(), empty).unwrap();
        let mut sidecar = desk.open();
        assert_eq!(sidecar.warnings(), [SidecarWarning::Empty { path: desk.own() }]);
        assert!(!sidecar.is_read_only());
        sidecar.save(&Notes::default()).unwrap();
        assert_eq!(read(&desk.own()), empty);
        sidecar.save(&notes()).unwrap();
        assert_eq!((desk.open().notes(), desk.names().len()), (&notes(), 2));
        // What empties it afterwards deletes no note.
        fs::write(desk.own(), empty).unwrap();
        assert_eq!(sidecar.look_at_file(), crate::sidecar::store::FileSeen::Emptied);
        sidecar.save(&notes()).unwrap();
        assert_eq!(*desk.open().notes(), notes());
    }
}

#[test]
fn a_file_that_notepad_saved_as_utf_16_is_read_and_a_copy_of_it_stays() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let text = read(&desk.own()).replace('\n', "\r\n");
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let utf_16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect();
        fs::write(desk.own(), &utf_16).unwrap();
        let mut sidecar = desk.open();
        sidecar.read_by("Anna");
        assert_eq!((sidecar.notes(), sidecar.warnings()), (&notes(), [].as_slice()));
        let mut more = notes();
        mark(&mut more, 3, "her critics", &[], "");
        sidecar.save(&more).unwrap();
        assert_eq!(*desk.open().notes(), more);
        let copy = desk.path("harbour.txt.notes.ron.backup");
        assert_eq!(fs::read(&copy).unwrap(), utf_16);
        fs::remove_file(copy).unwrap();

        // Half a character would be lost in writing it anew.
        let torn = &utf_16[..utf_16.len() - 1];
        fs::write(desk.own(), torn).unwrap();
        let mut sidecar = desk.open();
        assert!(sidecar.warnings()[0].to_string().contains("save it as UTF-8"), "{:?}", sidecar.warnings());
        assert!(sidecar.save(&more).is_err());
        assert_eq!(fs::read(desk.own()).unwrap(), torn);
    }
}
