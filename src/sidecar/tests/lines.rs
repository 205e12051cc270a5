//! How much of a file changes when one note does: a person reads it as a diff.

use std::fs;

use super::{
    desk::{Desk, read},
    *,
};
use crate::{
    notes::Edit,
    sidecar::{Folders, OWN_LAYER, Sidecar},
    speech::Verdict,
};

/// How many lines a diff takes out and puts in.
fn changed(before: &str, after: &str) -> (usize, usize) {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut common = vec![vec![0usize; after.len() + 1]; before.len() + 1];
    for (row, one) in before.iter().enumerate() {
        for (column, other) in after.iter().enumerate() {
            common[row + 1][column + 1] = match one == other {
                true => common[row][column] + 1,
                false => common[row][column + 1].max(common[row + 1][column]),
            };
        }
    }
    let same = common[before.len()][after.len()];
    (before.len() - same, after.len() - same)
}

/// Notes with something in every list, as a reader has them after a while.
fn many() -> Notes {
    let mut notes = notes();
    mark(&mut notes, 2, "the mayor", &["claim", "vote"], &"长长的中文笔记，写了很久。".repeat(40));
    mark(&mut notes, 3, "her critics", &[], "one\n\ntwo\nthree");
    mark(&mut notes, 4, "rose", &[], "");
    let now = at("2026-11-23T12:00:00Z");
    notes.apply(&notes.delete(&id(4), now).unwrap());
    let range = TextRange::of_bytes(TEXT, 15, 21).unwrap();
    notes.apply(&notes.rule(id(10), &article(), range, Verdict::NotSpeech, now).unwrap());
    notes.apply(&notes.same_person(id(11), "the mayor", "Ada Brandt", now).unwrap());
    notes
}

/// Lines that an edit of some notes takes out of their file and puts into it.
fn lines_of(desk: &Desk, notes: &Notes, edit: impl FnOnce(&Notes) -> Option<Edit>) -> (usize, usize) {
    let mut sidecar = desk.open();
    sidecar.save(notes).unwrap();
    let before = read(&desk.own());
    let mut notes = sidecar.notes().clone();
    notes.apply(&edit(&notes).unwrap());
    sidecar.save(&notes).unwrap();
    changed(&before, &read(&desk.own()))
}

/// The lines of an edit, which changes five at most.
#[track_caller]
fn check(expected: (usize, usize), edit: impl FnOnce(&Notes) -> Option<Edit>) {
    let changed = lines_of(&Desk::new(), &many(), edit);
    assert_eq!(changed, expected);
    assert!(changed.0.max(changed.1) <= 5);
}

#[test]
fn changing_any_field_of_a_note_changes_at_most_five_lines() {
    let now = at("2026-11-24T00:00:00Z");
    let range = TextRange::of_bytes(TEXT, 15, 35).unwrap();
    check((2, 2), |notes| notes.write_note(&id(0), "another\nthought", now));
    check((2, 2), |notes| notes.write_note(&id(1), &"谁说的？\n\n“没有人”。\u{2028}".repeat(200), now));
    check((2, 2), |notes| notes.write_note(&id(2), "", now));
    check((2, 2), |notes| notes.write_note(&id(3), "one\n\ntwo\nthree\n\n\n\"four\" \\ \r\t\u{200f}", now));
    check((2, 2), |notes| notes.recolour(&id(2), Colour::Violet, now));
    check((2, 2), |notes| notes.remove_tag(&[id(2)], "vote", now));
    check((2, 2), |notes| notes.add_tag(&[id(1)], "vote", now));
    // With a new tag comes a line of the code book.
    check((2, 3), |notes| notes.add_tag(&[id(1)], "doubt/why", now));
    check((2, 2), |notes| notes.move_to(&id(0), &article(), range, now));
    check((1, 1), |notes| notes.define_tag("vote", "what\nthey “vote” on", now));
    check((1, 1), |notes| notes.recolour_tag("vote", Colour::Pink, now));
}

#[test]
fn the_first_tag_of_all_changes_at_most_five_lines() {
    let mut notes = Notes::default();
    mark(&mut notes, 0, "spoke against the plan", &[], "");
    let now = at("2026-11-24T00:00:00Z");
    assert_eq!(lines_of(&Desk::new(), &notes, |notes| notes.add_tag(&[id(0)], "claim", now)), (3, 5));
}

#[test]
fn deleting_a_note_takes_out_its_own_lines_and_puts_one_in() {
    let now = at("2026-11-24T00:00:00Z");
    let own = 7;
    assert_eq!(lines_of(&Desk::new(), &many(), |notes| notes.delete(&id(2), now)), (own, 1));
    // Corrections are replaced by others, each with its own lines.
    let range = TextRange::of_bytes(TEXT, 15, 21).unwrap();
    let verdict = || Verdict::SaidBy("Jon Weir".to_owned());
    check((3, 4), |notes| notes.rule(id(12), &article(), range, verdict(), now));
    let other = TextRange::of_bytes(TEXT, 22, 30).unwrap();
    assert_eq!(lines_of(&Desk::new(), &many(), |notes| notes.rule(id(12), &article(), other, verdict(), now)), (0, 5));
    assert_eq!(lines_of(&Desk::new(), &many(), |notes| notes.same_person(id(12), "Jon", "Jon Weir", now)), (0, 1));
    assert_eq!(lines_of(&Desk::new(), &many(), |notes| notes.apart("Ada Brandt", now)), (1, 1));
}

#[test]
fn a_changed_note_on_a_changed_article_changes_at_most_five_lines() {
    let desk = Desk::new();
    desk.open().save(&many()).unwrap();
    let text = TEXT.replace("Nobody spoke", "At first nobody spoke").replace("rose to", "got up to");
    let changed_article = Arc::new(Article::new("harbour.txt", text, Vec::new()));
    let folders = Folders { notes: Some(desk.folder.path().join("data")) };
    let mut sidecar = Sidecar::open(Some(&desk.path("harbour.txt")), changed_article, OWN_LAYER, folders);
    let before = read(&desk.own());
    let mut notes = sidecar.notes().clone();
    notes.apply(&notes.write_note(&id(0), "anew", at("2026-11-24T00:00:00Z")).unwrap());
    sidecar.save(&notes).unwrap();
    // The line of the article too.
    assert_eq!(changed(&before, &read(&desk.own())), (3, 3));
}

#[test]
fn what_other_programs_added_changes_with_no_note() {
    let desk = Desk::new();
    desk.open().save(&many()).unwrap();
    let more = read(&desk.own())
        .replacen(
            "            note: ",
            "            stars: [\n                1,\n            ],\n            note: ",
            2,
        )
        .replace("ext: {}", "ext: {\n        \"other\": (1),\n    }");
    // In the place where this program puts it.
    let more = String::from_utf8(crate::sidecar::Document::read(more.as_bytes()).unwrap().write()).unwrap();
    fs::write(desk.own(), &more).unwrap();
    let mut sidecar = desk.open();
    let mut notes = sidecar.notes().clone();
    notes.apply(&notes.write_note(&id(0), "anew", at("2026-11-24T00:00:00Z")).unwrap());
    sidecar.save(&notes).unwrap();
    assert_eq!(changed(&more, &read(&desk.own())), (2, 2));
}
