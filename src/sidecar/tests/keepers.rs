use std::{
    fs,
    path::PathBuf,
    sync::mpsc,
    time::{Duration, Instant},
};

use super::{
    desk::{Desk, read},
    *,
};
use crate::sidecar::{Folders, Keeper, Kept, News, OWN_LAYER, Sidecar};

/// Waits for a keeper to say something that fits.
fn wait(keeper: &Keeper, notes: &mut Notes, fits: impl Fn(&News) -> bool) -> bool {
    told_of(keeper, notes, |news| fits(news).then_some(())).is_some()
}

/// What a keeper says, as soon as it says something of that.
fn told_of<T>(keeper: &Keeper, notes: &mut Notes, pick: impl Fn(&News) -> Option<T>) -> Option<T> {
    let take_in = |base: &Notes, theirs: &Notes| {
        *notes = Notes::merged(base, notes, theirs);
        notes.clone()
    };
    told_taking_in(keeper, take_in, pick)
}

/// The same with another way of taking in what another program wrote.
fn told_taking_in<T>(
    keeper: &Keeper,
    mut take_in: impl FnMut(&Notes, &Notes) -> Notes,
    pick: impl Fn(&News) -> Option<T>,
) -> Option<T> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        if let Some(told) = keeper.news(&mut take_in).iter().find_map(&pick) {
            return Some(told);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    None
}

#[test]
fn a_keeper_writes_though_edits_go_on() {
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
    assert!(desk.own().exists(), "it does not wait until the typing ends");
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
        |news| matches!(news, News::NotSaved { error, .. } if error.to_string().contains("line 1"))
    ));
    fs::remove_file(desk.own()).unwrap();
    assert!(wait(&keeper, &mut notes, |news| matches!(news, News::Saved { .. })));
}

#[test]
fn what_could_not_be_saved_until_the_end_is_kept_apart() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let mut notes = notes();
    sidecar.save(&notes).unwrap();
    let keeper = Keeper::start(sidecar, Box::new(|| {}));
    fs::write(desk.own(), "x(").unwrap();
    notes.apply(&notes.write_note(&id(0), "last words", at("2026-11-24T00:00:00Z")).unwrap());
    keeper.keep(notes.clone());
    drop(keeper);
    assert_eq!(read(&desk.own()), "x(", "what another program wrote is never overwritten");
    assert!(desk.open().notes().annotations.iter().any(|one| one.note == "last words"));
}

#[test]
fn what_cannot_be_saved_is_kept_apart_at_once_and_until_it_can() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let mut notes = notes();
    let sound = sidecar.save(&notes).map(|_| read(&desk.own())).unwrap();
    let keeper = Keeper::start(sidecar, Box::new(|| {}));
    fs::write(desk.own(), "my shopping list (").unwrap();
    let mut apart = PathBuf::new();
    for words in ["first words", "last words"] {
        notes.apply(&notes.write_note(&id(0), words, at("2026-11-24T00:00:00Z")).unwrap());
        keeper.keep(notes.clone());
        let told = told_of(&keeper, &mut notes, |news| match news {
            News::NotSaved { apart: Some(apart), .. } if read(apart).contains(words) => Some(apart.clone()),
            _ => None,
        });
        apart = told.expect("each edit is told of, with the file that holds it");
    }
    assert_eq!(*desk.open().notes(), notes);
    fs::write(desk.own(), sound).unwrap();
    assert!(wait(&keeper, &mut notes, |news| matches!(news, News::Saved { kept: Kept::Beside(_), .. })));
    assert!(!apart.exists(), "what is beside the article again is in one place");
    drop(keeper);
    assert_eq!(*desk.open().notes(), notes);
}

#[test]
fn what_a_copy_brings_in_is_saved_before_the_copy_is_deleted() {
    let desk = Desk::new();
    let mut notes = notes();
    desk.open().save(&notes).unwrap();
    let mine = read(&desk.own());
    notes.apply(&notes.write_note(&id(0), "on the other computer", at("2026-11-24T00:00:00Z")).unwrap());
    desk.open().save(&notes).unwrap();
    let copy = desk.path("harbour.txt.notes.sync-conflict-20261128-120000-ABCDEFG.ron");
    fs::rename(desk.own(), &copy).unwrap();
    fs::write(desk.own(), mine).unwrap();
    drop(Keeper::start(desk.open(), Box::new(|| {})));
    fs::remove_file(copy).unwrap();
    assert!(desk.open().notes().annotations.iter().any(|one| one.note == "on the other computer"));
}

/// Waits for a keeper to say this to an open reading.
fn told(keeper: &Keeper, reading: &mut crate::reading::Reading, awaited: News) -> bool {
    let take_in = |base: &Notes, theirs: &Notes| {
        reading.take_in(base, theirs);
        reading.notes().clone()
    };
    told_taking_in(keeper, take_in, |news| (*news == awaited).then_some(())).is_some()
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
    assert!(told(&keeper, &mut reading, News::TakenIn), "the notes were not taken in");
    assert_eq!(reading.notes().annotations, notes().annotations);
    let before = read(&desk.own());
    fs::write(desk.path("harbour.txt"), TEXT.replace("Nobody", "Somebody")).unwrap();
    assert!(told(&keeper, &mut reading, News::ArticleChanged), "the article was not seen to change");
    drop(keeper);
    assert_eq!(read(&desk.own()), before);
}

#[test]
fn a_long_article_is_described_after_its_notes_are_safe() {
    let desk = Desk::new();
    let text = format!("{TEXT}\n{}", "The tide rose, and nobody in the harbour said a word.\n".repeat(40_000));
    let article = Arc::new(Article::new("harbour.txt", text.as_str(), Vec::new()));
    let folders = Folders { notes: Some(desk.folder.path().join("data")) };
    let mut sidecar = Sidecar::open(Some(&desk.path("harbour.txt")), article.clone(), OWN_LAYER, folders);
    let start = TEXT.find("spoke").unwrap();
    let range = TextRange::of_bytes(&text, start, start + 5).unwrap();
    let mut notes = Notes::default();
    notes.apply(&notes.annotate(id(0), &article, range, Draft::default(), at("2026-11-24T00:00:00Z")).unwrap());
    let is_described = || read(&desk.own()).contains("sketch:");

    sidecar.save_in_haste(&notes).unwrap();
    assert!(read(&desk.own()).contains("spoke") && !is_described());
    sidecar.save_in_haste(&notes).unwrap();
    assert!(!is_described(), "nothing is new");
    sidecar.save(&notes).unwrap();
    assert!(is_described() && !sidecar.owes());

    notes.apply(&notes.annotate(id(1), &article, range, Draft::default(), at("2026-11-24T00:00:01Z")).unwrap());
    let keeper = Keeper::start(sidecar.clone(), Box::new(|| {}));
    keeper.keep(notes.clone());
    drop(keeper);
    assert_eq!(read(&desk.own()).matches("id:").count(), 2);
    let end = Instant::now() + Duration::from_secs(60);
    while !is_described() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(is_described(), "what is left is done after closing");
}

#[test]
fn a_long_article_that_was_closed_before_it_was_described_is_described_the_next_time() {
    let desk = Desk::new();
    let tide = "The tide rose, and nobody in the harbour said a word.\n".repeat(40_000);
    let text = format!("{TEXT}\n{tide}\n{TEXT}");
    let article = Arc::new(Article::new("harbour.txt", text.as_str(), Vec::new()));
    let folders = Folders { notes: Some(desk.folder.path().join("data")) };
    let open = || Sidecar::open(Some(&desk.path("harbour.txt")), article.clone(), OWN_LAYER, folders.clone());
    let mut notes = Notes::default();
    let mut annotate = |number: u8, words: &str| {
        let start = text.rfind(words).unwrap();
        let range = TextRange::of_bytes(&text, start, start + words.len()).unwrap();
        let now = at("2026-11-24T00:00:00Z");
        notes.apply(&notes.annotate(id(number), &article, range, Draft::default(), now).unwrap());
        notes.clone()
    };
    let one = annotate(0, "the plan");
    open().save(&one).unwrap();
    assert!(read(&desk.own()).contains("sketch:") && !open().owes());
    // The program ends before it has described what is new.
    open().save_in_haste(&annotate(1, "answer her critics")).unwrap();
    let other = Arc::new(Article::new("harbour.txt", format!("{text}\nMore."), Vec::new()));
    let changed = Sidecar::open(Some(&desk.path("harbour.txt")), other, OWN_LAYER, folders.clone());
    assert!(!changed.owes(), "it is another text, which nobody has annotated");
    let mut sidecar = open();
    assert!(sidecar.owes());
    let description = sidecar.undescribed().unwrap().describe();
    let notes = sidecar.notes().clone();
    sidecar.save_described(&notes, description).unwrap();
    assert!(!sidecar.owes() && !open().owes());
    assert!(read(&desk.own()).contains("sketch:") && read(&desk.own()).contains("twins:"));
}

#[test]
fn notes_whose_file_was_emptied_or_taken_away_are_written_again() {
    let ways: [fn(&std::path::Path); 2] = [|file| fs::write(file, "").unwrap(), |file| fs::remove_file(file).unwrap()];
    for spoil in ways {
        let desk = Desk::new();
        desk.open().save(&notes()).unwrap();
        let keeper = Keeper::start(desk.open(), Box::new(|| {}));
        spoil(&desk.own());
        drop(keeper);
        assert_eq!(*desk.open().notes(), notes());
    }
}

#[test]
fn they_are_written_again_and_told_while_the_article_is_open() {
    let ways: [fn(&std::path::Path); 2] = [|file| fs::write(file, "").unwrap(), |file| fs::remove_file(file).unwrap()];
    for spoil in ways {
        let desk = Desk::new();
        let mut notes = notes();
        desk.open().save(&notes).unwrap();
        // Two windows on one article: each writes all of them, and neither undoes what the other did.
        let keepers = [(); 2].map(|()| Keeper::start(desk.open(), Box::new(|| {})));
        // The watches are set up on the keepers' own threads.
        std::thread::sleep(Duration::from_millis(300));
        spoil(&desk.own());
        let told = News::Restored { path: desk.own() };
        let begun = Instant::now();
        while !keepers.iter().any(|keeper| keeper.news(&mut |_, _| unreachable!()).contains(&told)) {
            assert!(begun.elapsed() < Duration::from_secs(10), "nobody told of it");
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(*desk.open().notes(), notes);
        // What is deleted after that stays deleted.
        notes.apply(&notes.delete(&id(0), at("2026-11-25T00:00:00Z")).unwrap());
        keepers[0].keep(notes.clone());
        drop(keepers);
        assert_eq!(desk.open().notes().annotations, notes.annotations);
    }
}

#[test]
fn a_file_that_a_service_takes_away_and_puts_back_newer_is_taken_in() {
    let desk = Desk::new();
    let mut mine = notes();
    desk.open().save(&mine).unwrap();
    let keeper = Keeper::start(desk.open(), Box::new(|| {}));
    std::thread::sleep(Duration::from_millis(300));
    let newer = {
        let elsewhere = Desk::new();
        fs::copy(desk.own(), elsewhere.own()).unwrap();
        elsewhere.open().update(&mut |notes| mark(notes, 7, "Harbour", &[], "theirs")).unwrap();
        read(&elsewhere.own())
    };
    fs::remove_file(desk.own()).unwrap();
    fs::write(desk.own(), newer).unwrap();
    assert!(wait(&keeper, &mut mine, |news| *news == News::TakenIn));
    drop(keeper);
    assert!(desk.open().notes().annotation(&id(7)).is_some() && mine.annotation(&id(7)).is_some());
}

#[test]
fn where_the_article_is_gone_too_its_notes_are_not_written_again() {
    let desk = Desk::new();
    desk.open().save(&notes()).unwrap();
    let keeper = Keeper::start(desk.open(), Box::new(|| {}));
    fs::remove_file(desk.path("harbour.txt")).unwrap();
    fs::remove_file(desk.own()).unwrap();
    drop(keeper);
    assert!(!desk.own().exists());
}
