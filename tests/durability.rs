//! What must not be lost: notes, when programs are killed, calls fail, disks are full and files are damaged.
//!
//! `QUOTEMARK_ROUNDS=1000 cargo test --test durability` for the full measure; by default fewer rounds.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test stops where it cannot go on")]

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use quotemark::{
    article::{Article, TextRange},
    notes::{AnnotationId, Draft, Notes},
    reading::Reading,
    sidecar::{Document, Folders, Keeper, OWN_LAYER, Sidecar, beside, read_file},
    speech::Speech,
};

const TEXT: &str = "Harbour talks\n\nNobody spoke against the plan until the mayor rose to answer her critics.\n";
/// Edits older than this must be there after a kill.
const OLD: Duration = Duration::from_secs(2);

fn rounds(fewer: u32) -> u32 {
    std::env::var("QUOTEMARK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(fewer)
}

/// Numbers that come out the same each time (a linear congruential generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }
}

fn article() -> Arc<Article> {
    Arc::new(Article::new("harbour.txt", TEXT, Vec::new()))
}

fn id(number: u32) -> AnnotationId {
    let [_, a, b, c] = number.to_be_bytes();
    AnnotationId::from_random([1, 2, a, b, c])
}

fn add(reading: &mut Reading, number: u32, note: &str) {
    let (start, end) = (15 + number as usize % 20, 40 + number as usize % 30);
    let range = TextRange::of_bytes(TEXT, start, end).unwrap();
    let draft = Draft { note: note.to_owned(), ..Draft::default() };
    let edit = reading.notes().annotate(id(number), reading.article(), range, draft, Timestamp::now()).unwrap();
    reading.apply(edit);
}

fn reading(notes: Notes) -> Reading {
    Reading::new(article(), Speech::default().into(), notes)
}

/// Not a test of its own: the program that is killed, when it is called as one.
#[test]
fn writer() {
    let Ok(path) = std::env::var("QUOTEMARK_WRITER") else { return };
    let folders = Folders { notes: None };
    let sidecar = Sidecar::open(Some(Path::new(&path)), article(), OWN_LAYER, folders);
    let mut reading = reading(sidecar.notes().clone());
    let keeper = Keeper::start(sidecar, Box::new(|| {}));
    for number in 0.. {
        add(&mut reading, number, "a note");
        keeper.keep(reading.notes().clone());
        println!("made {}", id(number));
        thread::sleep(Duration::from_millis(u64::from(number % 7) * 5));
    }
}

/// Runs the writer, kills it, and says how many of the notes that had to be there were there.
fn kill_once(after: Duration) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    fs::write(&path, TEXT).unwrap();
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args(["writer", "--exact", "--nocapture"])
        .env("QUOTEMARK_WRITER", &path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let made = thread::spawn(move || {
        let mut made = Vec::new();
        for line in lines.map_while(Result::ok) {
            if let Some(id) = line.strip_prefix("made ") {
                made.push((Instant::now(), id.to_owned()));
            }
        }
        made
    });
    thread::sleep(after);
    let killed = Instant::now();
    writer.kill().unwrap();
    writer.wait().unwrap();
    let made = made.join().unwrap();
    let document = read_file(&beside(&path, OWN_LAYER)).unwrap().unwrap_or_default();
    assert!(document.damage.is_empty(), "{:?}", document.damage);
    for (when, id) in made {
        let is_there = document.notes.annotations.iter().any(|annotation| annotation.id.as_str() == id);
        assert!(is_there || when + OLD > killed, "{id} was made {:?} before the kill", killed - when);
    }
}

#[test]
fn a_killed_program_loses_nothing_older_than_two_seconds() {
    let rounds = rounds(16);
    let lanes = 4;
    let lane = |lane: u32| {
        thread::spawn(move || {
            let mut chance = Chance(u64::from(lane) + 7);
            for _ in 0..rounds.div_ceil(lanes) {
                kill_once(Duration::from_millis(200 + chance.below(3300) as u64));
            }
        })
    };
    let lanes: Vec<_> = (0..lanes).map(lane).collect();
    lanes.into_iter().for_each(|lane| lane.join().unwrap());
}

/// What a `quotemark note` leaves under a condition: its exit status, and the notes that can be read afterwards.
fn note_under(path: &Path, note: &str, through: &[String]) -> (Option<i32>, Vec<String>) {
    let own = env!("CARGO_BIN_EXE_quotemark").to_owned();
    let mut words: Vec<String> = through.to_vec();
    words.extend([own, "note".into(), path.to_str().unwrap().into(), "--quote".into(), "mayor".into()]);
    words.extend(["--note".into(), note.into()]);
    let data = path.parent().unwrap().join("data");
    let output =
        Command::new(&words[0]).args(&words[1..]).env("XDG_DATA_HOME", data).env("HOME", "/nonexistent").output();
    let output = output.unwrap();
    let mut found = Vec::new();
    for entry in fs::read_dir(path.parent().unwrap()).unwrap().flatten() {
        found.extend(notes_in(&entry.path()));
    }
    let apart = path.parent().unwrap().join("data/quotemark/notes");
    for entry in fs::read_dir(apart).into_iter().flatten().flatten() {
        found.extend(notes_in(&entry.path()));
    }
    (output.status.code(), found)
}

fn notes_in(path: &Path) -> Vec<String> {
    if path.extension().is_none_or(|extension| extension != "ron") {
        return Vec::new();
    }
    let document = read_file(path).unwrap().unwrap_or_default();
    assert!(document.damage.is_empty(), "{}: {:?}", path.display(), document.damage);
    document.notes.annotations.into_iter().map(|annotation| annotation.note).collect()
}

#[test]
fn a_failing_call_loses_nothing_that_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    fs::write(&path, TEXT).unwrap();
    let mut kept: Vec<String> = Vec::new();
    let (status, found) = note_under(&path, "first", &[]);
    assert_eq!((status, found.as_slice()), (Some(0), ["first".to_owned()].as_slice()));
    kept.push("first".into());
    if !Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success()) {
        eprintln!("strace does not work here: no call was made to fail");
        return;
    }
    for call in ["write", "fsync", "rename", "renameat2", "openat", "ftruncate", "fchmod", "unlink", "mkdir"] {
        for number in 1..=rounds(6).min(60) {
            let fault = format!("inject={call}:error=ENOSPC:when={number}");
            let through: Vec<String> =
                ["strace", "-f", "-o", "/dev/null", "-e", &fault].iter().map(|word| (*word).to_owned()).collect();
            let note = format!("{call} {number}");
            let (status, found) = note_under(&path, &note, &through);
            if status == Some(0) && found.contains(&note) {
                kept.push(note.clone());
            }
            for one in &kept {
                assert!(found.contains(one), "“{one}” is lost after {note} failed");
            }
        }
    }
    eprintln!("{} of the notes made under failing calls were kept, none that was kept is lost", kept.len() - 1);
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=96k", "tmpfs"]).arg(&disk).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        eprintln!("no small disk can be mounted here: a full one was not tried");
        return;
    }
    let path = disk.join("harbour.txt");
    fs::write(&path, TEXT).unwrap();
    let (mut kept, mut refused) = (Vec::new(), 0);
    let long = "a long note ".repeat(300);
    for number in 0..40 {
        let note = format!("{number} {long}");
        let (status, found) = note_under(&path, &note, &[]);
        if status == Some(0) {
            kept.push(note.clone())
        } else {
            refused += 1
        }
        let lost = kept.iter().filter(|note| !found.contains(note)).count();
        if lost > 0 {
            Command::new("umount").arg(&disk).status().unwrap();
            panic!("{lost} notes are lost after note {number}");
        }
    }
    Command::new("umount").arg(&disk).status().unwrap();
    assert!(refused > 0 && !kept.is_empty(), "{refused} refused, {} kept", kept.len());
}

#[test]
fn a_mutated_sidecar_panics_nobody_and_loses_no_intact_entry() {
    let mut reading = reading(Notes { author: "Anna".into(), ..Notes::default() });
    for number in 0..12 {
        add(&mut reading, number, &format!("remark {number} — “quoted” (and) [bracketed]\nin two lines"));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    let mut sidecar = Sidecar::open(Some(&path), article(), OWN_LAYER, Folders { notes: None });
    sidecar.save(reading.notes()).unwrap();
    let text = fs::read_to_string(beside(&path, OWN_LAYER)).unwrap();
    let (from, until) = (text.find("    annotations: [\n").unwrap() + 19, text.find("    speech: ").unwrap() - 7);
    let entries: Vec<&str> = text[from..until].split_inclusive("        ),\n").collect();
    assert_eq!(entries.len(), 12);
    let mut chance = Chance(5);
    let (mut unreadable, mut damaged) = (0, 0);
    for _ in 0..rounds(1000).max(1000) * 10 / if std::env::var("QUOTEMARK_ROUNDS").is_ok() { 1 } else { 5 } {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=chance.below(3) {
            let at = chance.below(bytes.len());
            match chance.below(5) {
                0 => bytes[at] ^= 1 << chance.below(8),
                1 => bytes[at] = b"()[]{}\",:\\/"[chance.below(11)],
                2 => drop(bytes.drain(at..(at + chance.below(60)).min(bytes.len()))),
                3 => {
                    let entry = entries[chance.below(entries.len())];
                    let whole = String::from_utf8_lossy(&bytes).into_owned();
                    if let Some(place) = whole.find(entries[chance.below(entries.len())]) {
                        bytes = format!("{}{entry}{}", &whole[..place], &whole[place..]).into_bytes();
                    }
                }
                _ => {
                    let line = b"<<<<<<< HEAD\n";
                    bytes.splice(at..at, line.iter().copied());
                }
            }
        }
        // A file that has no sense as a whole is left as it is, so nothing in it is lost.
        let Ok(read) = Document::read(&bytes) else {
            unreadable += 1;
            continue;
        };
        damaged += usize::from(!read.damage.is_empty());
        let mutated = String::from_utf8_lossy(&bytes);
        let again = read.write();
        for (number, entry) in entries.iter().enumerate().filter(|(_, entry)| mutated.contains(**entry)) {
            let note = format!("remark {number} —");
            assert!(again.contains(&note), "entry {number} is lost: {entry}\nfrom\n{mutated}");
        }
        assert!(Document::read(again.as_bytes()).is_ok(), "what was written cannot be read:\n{again}");
    }
    eprintln!("{unreadable} had no sense as a whole (left as they are), {damaged} had damaged places");
}

/// One reader's own way on from the notes both began with: what was added and deleted is noted down.
fn history(base: &Notes, seed: u64, added: &mut Vec<AnnotationId>, deleted: &mut Vec<AnnotationId>) -> Notes {
    let mut chance = Chance(seed);
    let mut reading = reading(base.clone());
    for step in 0..chance.below(8) {
        let now = Timestamp::from_second(1_800_000_000 + chance.below(50) as i64).unwrap();
        let ids: Vec<AnnotationId> = reading.notes().annotations.iter().map(|one| one.id.clone()).collect();
        let some = || ids.get(seed as usize % ids.len().max(1));
        match (chance.below(4), some()) {
            (0, Some(id)) if base.annotation(id).is_some() => {
                let edit = reading.notes().delete(id, now);
                edit.into_iter().for_each(|edit| reading.apply(edit));
                deleted.push(id.clone());
            }
            (1, Some(id)) => {
                let edit = reading.notes().write_note(id, &format!("text {seed} {step}"), now);
                edit.into_iter().for_each(|edit| reading.apply(edit));
            }
            _ => {
                let number = (seed as u32 % 60_000) * 16 + step as u32 + 100;
                if reading.notes().annotation(&id(number)).is_none() {
                    add(&mut reading, number, &format!("added {seed} {step}"));
                    added.push(id(number));
                }
            }
        }
    }
    reading.notes().clone()
}

#[test]
fn merging_is_the_same_in_any_order_and_keeps_additions_and_deletions() {
    for round in 0..u64::from(rounds(300)) {
        let mut beginning = reading(Notes::default());
        (0..5).for_each(|number| add(&mut beginning, number, "from the beginning"));
        let base = beginning.notes().clone();
        let (mut added, mut deleted) = (Vec::new(), Vec::new());
        let versions: Vec<Notes> =
            (0..3).map(|side| history(&base, round * 3 + side + 1, &mut added, &mut deleted)).collect();
        let [a, b, c] = [&versions[0], &versions[1], &versions[2]];
        assert_eq!(Notes::merged(&base, a, b), Notes::merged(&base, b, a), "round {round}");
        assert_eq!(Notes::merged(&base, a, a).annotations.len(), a.annotations.len());
        for order in [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            let all = Notes::merged(&base, &Notes::merged(&base, order[0], order[1]), order[2]);
            assert!(added.iter().all(|id| all.annotation(id).is_some()), "round {round}: an addition is missing");
            assert!(deleted.iter().all(|id| all.annotation(id).is_none()), "round {round}: a deletion came back");
        }
    }
}
