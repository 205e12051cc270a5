use std::fs;

use super::{
    desk::{Desk, forbid, read},
    *,
};
use crate::{
    notes::Place,
    sidecar::{Folders, Kept, OWN_LAYER, Sidecar, layer_names, other_layers},
};

#[test]
fn nothing_is_written_until_there_is_something_to_keep() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    assert_eq!(sidecar.save(&Notes::default()).unwrap().kept, None);
    assert_eq!(desk.names(), ["harbour.txt"]);
    sidecar.save(&notes()).unwrap();
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"]);
}

#[test]
fn notes_are_found_again_in_their_places() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let sidecar = desk.open();
    assert_eq!(*sidecar.notes(), notes());
    assert!(sidecar.notes().annotations.iter().all(|annotation| matches!(annotation.place, Place::Exact(_))));
    assert_eq!(sidecar.kept(), Some(&Kept::Beside(desk.own())));
}

#[test]
fn when_all_notes_are_deleted_that_stays() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let mut notes = notes();
    sidecar.save(&notes).unwrap();
    notes.apply(&notes.delete_all(&[id(0), id(1)], at("2026-11-24T00:00:00Z")).unwrap());
    sidecar.save(&notes).unwrap();
    assert!(read(&desk.own()).contains("(id: \"aaaaaaaa\", at: \"2026-11-24T00:00:00Z\"),"));
}

#[test]
fn a_highlight_that_was_saved_and_undone_stays_away_until_it_is_made_again() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let before = notes();
    sidecar.save(&before).unwrap();
    let mut with_one_more = before.clone();
    mark(&mut with_one_more, 3, "her critics", &[], "");
    sidecar.save(&with_one_more).unwrap();
    let copy = desk.path("harbour.txt.notes.sync-conflict-20261128-1.ron");
    fs::copy(desk.own(), &copy).unwrap();
    sidecar.save(&before).unwrap();
    assert!(desk.open().notes().annotation(&id(3)).is_none(), "the synced copy brought it back");
    // Nor does another program that still has it.
    let kept_twice = sidecar.save(&before).unwrap().taken_in;
    assert_eq!(kept_twice, None);
    sidecar.save(&with_one_more).unwrap();
    assert!(desk.open().notes().annotation(&id(3)).is_some());
}

#[test]
fn two_programs_with_one_article_lose_nothing() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    let mut mine = Notes::default();
    mark(&mut mine, 1, "the mayor", &["a"], "mine");
    let mut theirs = Notes::default();
    mark(&mut theirs, 2, "Nobody", &["b"], "theirs");
    one.save(&mine).unwrap();
    let taken_in = other.save(&theirs).unwrap().taken_in.unwrap();
    assert_eq!(taken_in.annotations.len(), 2);
    // The first deletes its note and knows nothing of the other's yet.
    mine.apply(&mine.delete(&id(1), at("2026-11-24T00:00:00Z")).unwrap());
    let all = one.save(&mine).unwrap().taken_in.unwrap();
    assert_eq!(all.annotations.iter().map(|annotation| annotation.note.as_str()).collect::<Vec<_>>(), ["theirs"]);
    assert_eq!(*desk.open().notes(), all);
}

#[test]
fn notes_that_cannot_lie_beside_go_to_the_data_folder_and_come_back() {
    let desk = Desk::new();
    forbid(&desk);
    let kept = desk.open().save(&notes()).unwrap().kept.unwrap();
    assert!(matches!(&kept, Kept::InDataFolder(path) if path.starts_with(desk.folder.path().join("data"))), "{kept:?}");
    let mut sidecar = desk.open();
    assert_eq!((sidecar.notes(), sidecar.kept()), (&notes(), Some(&kept)));

    fs::remove_dir(desk.own()).unwrap();
    let mut more = notes();
    mark(&mut more, 3, "her critics", &[], "");
    assert_eq!(sidecar.save(&more).unwrap().kept, Some(Kept::Beside(desk.own())));
    assert!(!kept.path().exists(), "they are beside the article now");
    assert_eq!(*desk.open().notes(), more);
}

#[test]
fn notes_in_both_places_are_brought_together() {
    let desk = Desk::new();
    forbid(&desk);
    desk.open().save(&notes()).unwrap();
    fs::remove_dir(desk.own()).unwrap();
    let mut beside = Notes::default();
    mark(&mut beside, 3, "her critics", &[], "from a friend");
    let folders = Folders { notes: None };
    Sidecar::open(Some(&desk.path("harbour.txt")), article(), OWN_LAYER, folders).save(&beside).unwrap();
    let mut sidecar = desk.open();
    assert_eq!(sidecar.notes().annotations.len(), 3);
    let all = sidecar.notes().clone();
    sidecar.save(&all).unwrap();
    assert_eq!(*desk.open().notes(), all);
    assert_eq!(desk.kept_apart(), 0);
}

#[test]
fn a_copy_elsewhere_finds_the_notes_of_the_first_only_when_that_is_gone() {
    let desk = Desk::new();
    forbid(&desk);
    let kept = desk.open().save(&notes()).unwrap().kept.unwrap();
    fs::copy(desk.path("harbour.txt"), desk.path("copy.txt")).unwrap();
    assert_eq!(*desk.open_as("copy.txt").notes(), Notes::default(), "they are on the other article");
    fs::remove_file(desk.path("harbour.txt")).unwrap();
    let mut copy = desk.open_as("copy.txt");
    assert_eq!(*copy.notes(), notes());
    let mut more = notes();
    mark(&mut more, 3, "her critics", &[], "");
    assert_eq!(copy.save(&more).unwrap().kept, Some(Kept::Beside(desk.path("copy.txt.notes.ron"))));
    assert!(kept.path().exists());
    assert_eq!((desk.open().notes(), desk.open_as("copy.txt").notes()), (&notes(), &more));
}

#[test]
fn an_article_without_a_path_keeps_its_notes_in_the_data_folder() {
    let desk = Desk::new();
    let folders = Folders { notes: Some(desk.folder.path().join("data")) };
    let open = || Sidecar::open(None, article(), OWN_LAYER, folders.clone());
    assert!(matches!(open().save(&notes()).unwrap().kept, Some(Kept::InDataFolder(_))));
    let mut more = notes();
    mark(&mut more, 3, "her critics", &[], "");
    open().save(&more).unwrap();
    assert_eq!(*open().notes(), more);
    assert_eq!(desk.kept_apart(), 1);
}

#[test]
fn a_renamed_article_finds_its_notes_and_takes_them_along() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    fs::copy(desk.path("harbour.txt"), desk.path("copy.txt")).unwrap();
    assert_eq!(desk.open_as("copy.txt").notes().annotations.len(), 0, "the notes belong to the article that is there");
    fs::rename(desk.path("harbour.txt"), desk.path("port.txt")).unwrap();
    fs::remove_file(desk.path("copy.txt")).unwrap();
    let mut sidecar = desk.open_as("port.txt");
    assert_eq!(*sidecar.notes(), notes());
    let mut more = notes();
    mark(&mut more, 3, "her critics", &[], "");
    sidecar.save(&more).unwrap();
    assert_eq!(desk.names(), ["port.txt", "port.txt.notes.ron"]);
}

#[cfg(unix)]
#[test]
fn a_linked_sidecar_is_written_where_it_lies() {
    let desk = Desk::new();
    let real = desk.folder.path().join("real.ron");
    std::os::unix::fs::symlink(&real, desk.own()).unwrap();
    desk.open().save(&notes()).unwrap();
    assert!(fs::symlink_metadata(desk.own()).unwrap().is_symlink());
    assert!(read(&real).contains("没有人"));
    assert_eq!(*desk.open().notes(), notes());
}

#[cfg(unix)]
#[test]
fn an_article_opened_by_a_link_has_the_notes_of_the_real_one() {
    let desk = Desk::new();
    std::os::unix::fs::symlink(desk.path("harbour.txt"), desk.path("link.txt")).unwrap();
    desk.open_as("link.txt").save(&notes()).unwrap();
    assert_eq!(*desk.open().notes(), notes());
    assert!(desk.own().exists() && !desk.path("link.txt.notes.ron").exists());
    fs::rename(desk.own(), desk.path("harbour.txt.zoe.ron")).unwrap();
    assert_eq!(layer_names(&desk.path("link.txt"), &article(), &Folders::default()), [OWN_LAYER, "zoe"]);
}

#[test]
fn other_peoples_layers_are_read_and_what_is_damaged_in_them_is_told() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    fs::rename(desk.own(), desk.path("harbour.txt.zoe.ron")).unwrap();
    let two_damaged = read(&desk.path("harbour.txt.zoe.ron")).replace("range: (", "range: many (");
    fs::write(desk.path("harbour.txt.torn.ron"), two_damaged).unwrap();
    let (layers, too_many) = other_layers(&desk.path("harbour.txt"), &article(), &Folders::default(), &[], OWN_LAYER);
    assert_eq!((layers.len(), too_many), (2, None));
    let torn = &layers[0].warnings;
    assert!(torn.len() == 2 && torn[0].to_string().contains("harbour.txt.torn.ron”, line "), "{torn:?}");
    assert_eq!((&layers[1].notes, layers[1].warnings.as_slice()), (&notes(), [].as_slice()));
    assert!(!desk.own().exists());
}

/// The article with its second sentence begun in other words, as another program saved it.
fn changed_article() -> Arc<Article> {
    let text = TEXT.replace("Nobody spoke against the plan", "At first nobody at all argued against the plan");
    Arc::new(Article::new("harbour.txt", text, Vec::new()))
}

#[test]
fn a_changed_article_is_mapped_from_the_text_that_was_kept() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let open = || {
        let folders = Folders { notes: Some(desk.folder.path().join("data")) };
        Sidecar::open(Some(&desk.path("harbour.txt")), changed_article(), OWN_LAYER, folders)
    };
    let place = |sidecar: &Sidecar| sidecar.notes().annotation(&id(0)).unwrap().place;
    let found = |sidecar: &Sidecar| place(sidecar).range().map(|range| changed_article().slice(range).to_owned());
    assert_eq!(found(&open()).as_deref(), Some("argued against the plan"));
    // A save in between names both texts, so that the next change is mapped too.
    let mut sidecar = open();
    let mut more = sidecar.notes().clone();
    more.annotations[1].note = "why?".to_owned();
    sidecar.save(&more).unwrap();
    assert!(read(&desk.own()).contains("earlier: [\"sha256:"));
    assert!(matches!(place(&open()), Place::Changed(_)));
    assert_eq!(found(&open()).as_deref(), Some("argued against the plan"));
}

#[test]
fn a_correction_of_speech_alone_is_mapped_from_the_text_that_was_kept() {
    let desk = Desk::new();
    let mut notes = Notes::default();
    let start = TEXT.find("spoke against").unwrap();
    let range = TextRange::of_bytes(TEXT, start, start + "spoke against the plan".len()).unwrap();
    let now = at("2026-11-24T00:00:00Z");
    notes.apply(&notes.rule(id(0), &article(), range, crate::speech::Verdict::NotSpeech, now).unwrap());
    desk.open().save(&notes).unwrap();
    let folders = Folders { notes: Some(desk.folder.path().join("data")) };
    let sidecar = Sidecar::open(Some(&desk.path("harbour.txt")), changed_article(), OWN_LAYER, folders);
    let found = sidecar.notes().corrections[0].range().map(|range| changed_article().slice(range).to_owned());
    assert_eq!(found.as_deref(), Some("argued against the plan"));
}

#[test]
fn what_the_reader_confirmed_or_placed_stands_there_from_then_on() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let text = changed_article().text().replace(" 没有人。", "");
    let article = Arc::new(Article::new("harbour.txt", text, Vec::new()));
    let open = || {
        let folders = Folders { notes: Some(desk.folder.path().join("data")) };
        Sidecar::open(Some(&desk.path("harbour.txt")), article.clone(), OWN_LAYER, folders)
    };
    let mut sidecar = open();
    let mut kept = sidecar.notes().clone();
    // One passage reads otherwise now, the other is gone from the article but still in the list, with its words.
    let [changed, gone] = [0, 1].map(|number| kept.annotation(&id(number)).unwrap().clone());
    assert!(matches!(changed.place, Place::Changed(_)));
    assert_eq!((gone.place, gone.selector.quote.as_str()), (Place::Orphan, "没有人"));
    let now = at("2026-11-24T11:29:00Z");
    let by_hand = TextRange::of_bytes(article.text(), 0, 7).unwrap();
    for (number, range) in [(0, changed.place.range().unwrap()), (1, by_hand)] {
        kept.apply(&kept.move_to(&id(number), &article, range, now).unwrap());
    }
    sidecar.save(&kept).unwrap();
    let again = open();
    let place = |number| again.notes().annotation(&id(number)).unwrap().place;
    assert_eq!(place(0), Place::Exact(changed.place.range().unwrap()));
    assert_eq!(place(1), Place::Exact(by_hand));
}
