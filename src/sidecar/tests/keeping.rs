use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc,
    time::{Duration, Instant},
};

use super::*;
use crate::{
    notes::Place,
    sidecar::{Folders, Keeper, Kept, News, OWN_LAYER, Sidecar, SidecarError, layer_names, other_layers},
};

/// A folder with an article, and a data folder beside.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("articles")).unwrap();
        fs::write(folder.path().join("articles/harbour.txt"), TEXT).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("articles").join(name)
    }

    fn own(&self) -> PathBuf {
        self.path("harbour.txt.notes.ron")
    }

    fn open_as(&self, name: &str) -> Sidecar {
        let folders = Folders { notes: Some(self.folder.path().join("data")) };
        Sidecar::open(Some(&self.path(name)), article(), OWN_LAYER, folders)
    }

    fn open(&self) -> Sidecar {
        self.open_as("harbour.txt")
    }

    /// How many sidecars the data folder holds.
    fn kept_apart(&self) -> usize {
        let entries = fs::read_dir(self.folder.path().join("data")).unwrap();
        entries.filter(|entry| entry.as_ref().unwrap().path().is_file()).count()
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.path("")).unwrap();
        let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

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
fn a_file_that_was_cut_shows_what_is_whole_and_keeps_the_rest() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let whole = read(&desk.own());
    let cut = whole[..whole.find("没有人").unwrap()].to_owned();
    fs::write(desk.own(), &cut).unwrap();
    let mut sidecar = desk.open();
    let ids: Vec<_> = sidecar.notes().annotations.iter().map(|annotation| annotation.id.clone()).collect();
    assert_eq!((ids, sidecar.is_read_only()), (vec![id(0)], false));
    let warnings = sidecar.warnings().join("\n");
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
    assert!(sidecar.warnings()[0].contains("line 1, column 5: “(” is missing here"), "{:?}", sidecar.warnings());
    let error = sidecar.save(&notes()).unwrap_err();
    assert!(matches!(error, SidecarError::Unreadable { .. }), "{error}");
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

/// A sidecar's path that is a folder stands for a place that cannot be written: tests may run as root, who may write
/// everywhere.
fn forbid(desk: &Desk) {
    fs::create_dir(desk.own()).unwrap();
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
fn a_copy_elsewhere_finds_the_notes_and_leaves_them_to_the_first() {
    let desk = Desk::new();
    forbid(&desk);
    let kept = desk.open().save(&notes()).unwrap().kept.unwrap();
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
fn other_peoples_layers_are_read_and_a_damaged_one_is_one_sentence() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    fs::rename(desk.own(), desk.path("harbour.txt.zoe.ron")).unwrap();
    let two_damaged = read(&desk.path("harbour.txt.zoe.ron")).replace("range: (", "range: many (");
    fs::write(desk.path("harbour.txt.torn.ron"), two_damaged).unwrap();
    let (layers, too_many) = other_layers(&desk.path("harbour.txt"), &article(), &Folders::default(), &[]);
    assert_eq!((layers.len(), too_many), (2, None));
    let torn = layers[0].problem.as_ref().unwrap();
    assert!(
        torn.contains("harbour.txt.torn.ron”, line ") && torn.ends_with("Another place of it is damaged too."),
        "{torn}"
    );
    assert_eq!((&layers[1].notes, &layers[1].problem), (&notes(), &None));
    assert!(!desk.own().exists());
}

/// Waits for a keeper to say something that fits.
fn wait(keeper: &Keeper, notes: &mut Notes, fits: impl Fn(&News) -> bool) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        let news = keeper.news(&mut |base, theirs| {
            *notes = Notes::merged(base, notes, theirs);
            notes.clone()
        });
        if news.iter().any(&fits) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    false
}

#[test]
fn a_keeper_writes_within_a_second_though_edits_go_on() {
    let desk = Desk::new();
    let (wake, woken) = mpsc::channel();
    let keeper = Keeper::start(desk.open(), Box::new(move || wake.send(()).unwrap_or_default()));
    let mut notes = notes();
    let begun = Instant::now();
    while !desk.own().exists() && begun.elapsed() < Duration::from_secs(5) {
        let text = format!("typed for {} ms", begun.elapsed().as_millis());
        notes.apply(&notes.write_note(&id(0), &text, at("2026-11-24T00:00:00Z")).unwrap());
        keeper.keep(notes.clone());
        std::thread::sleep(Duration::from_millis(40));
    }
    // A second and what a busy machine adds.
    assert!(begun.elapsed() < Duration::from_millis(1900), "{:?}", begun.elapsed());
    assert!(woken.recv_timeout(Duration::from_secs(5)).is_ok());
    assert!(wait(&keeper, &mut notes, |news| matches!(news, News::Saved { .. })));
    notes.apply(&notes.write_note(&id(0), "last words", at("2026-11-24T00:00:00Z")).unwrap());
    keeper.keep(notes.clone());
    drop(keeper);
    assert_eq!(*desk.open().notes(), notes, "closing writes what is left");
}

#[test]
fn a_keeper_takes_in_what_another_program_wrote() {
    let desk = Desk::new();
    let keeper = Keeper::start(desk.open(), Box::new(|| {}));
    let mut mine = notes();
    keeper.keep(mine.clone());
    assert!(wait(&keeper, &mut mine, |news| matches!(news, News::Saved { .. })));
    desk.open().update(&mut |notes| mark(notes, 7, "Harbour", &[], "theirs")).unwrap();
    mark(&mut mine, 3, "her critics", &[], "mine");
    keeper.keep(mine.clone());
    assert!(wait(&keeper, &mut mine, |news| *news == News::TakenIn));
    assert!(mine.annotation(&id(7)).is_some() && mine.annotation(&id(3)).is_some());
    // What is deleted after that stays deleted.
    mine.apply(&mine.delete(&id(7), at("2026-11-25T00:00:00Z")).unwrap());
    keeper.keep(mine.clone());
    drop(keeper);
    assert_eq!(*desk.open().notes(), mine);
}

#[test]
fn an_edit_made_before_the_other_program_is_known_of_deletes_nothing() {
    let desk = Desk::new();
    let keeper = Keeper::start(desk.open(), Box::new(|| {}));
    let mut mine = notes();
    keeper.keep(mine.clone());
    assert!(wait(&keeper, &mut mine, |news| matches!(news, News::Saved { .. })));
    desk.open().update(&mut |notes| mark(notes, 7, "Harbour", &[], "theirs")).unwrap();
    // The window does not look at its news between these two edits.
    for (number, words) in [(3, "her critics"), (4, "rose")] {
        mark(&mut mine, number, words, &[], "");
        keeper.keep(mine.clone());
        std::thread::sleep(Duration::from_millis(1200));
    }
    drop(keeper);
    assert_eq!(desk.open().notes().annotations.len(), 5);
}

#[test]
fn a_keeper_that_cannot_write_says_so_once_and_tries_again() {
    let desk = Desk::new();
    let broken = "(annotations: [";
    let sidecar = desk.open();
    fs::write(desk.own(), broken).unwrap();
    let keeper = Keeper::start(sidecar, Box::new(|| {}));
    let mut notes = notes();
    keeper.keep(notes.clone());
    assert!(wait(
        &keeper,
        &mut notes,
        |news| matches!(news, News::NotSaved { sentence } if sentence.contains("line 1"))
    ));
    fs::remove_file(desk.own()).unwrap();
    assert!(wait(&keeper, &mut notes, |news| matches!(news, News::Saved { .. })));
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

/// What a keeper tells within a few seconds, until it tells what is waited for.
fn told(keeper: &Keeper, awaited: &dyn Fn(&News) -> bool, reading: &mut crate::reading::Reading) -> bool {
    let until = Instant::now() + Duration::from_secs(8);
    while Instant::now() < until {
        let news = keeper.news(&mut |base, theirs| {
            reading.take_in(base, theirs);
            reading.notes().clone()
        });
        if news.iter().any(awaited) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

#[test]
fn what_another_program_writes_is_taken_in_at_once() {
    let desk = Desk::new();
    let sidecar = desk.open();
    let mut reading =
        crate::reading::Reading::new(article(), crate::speech::Speech::default().into(), Notes::default());
    let keeper = Keeper::start(sidecar, Box::new(|| {}));
    // The watch is set up on the keeper's own thread.
    std::thread::sleep(Duration::from_millis(300));
    desk.open().save(&notes()).unwrap();
    assert!(told(&keeper, &|news| *news == News::TakenIn, &mut reading), "the notes were not taken in");
    assert_eq!(reading.notes().annotations, notes().annotations);
    let before = read(&desk.own());
    fs::write(desk.path("harbour.txt"), TEXT.replace("Nobody", "Somebody")).unwrap();
    assert!(told(&keeper, &|news| *news == News::ArticleChanged, &mut reading), "the article was not seen to change");
    drop(keeper);
    assert_eq!(read(&desk.own()), before);
}
