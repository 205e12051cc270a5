//! What must not be lost: notes, when programs are killed, calls fail, disks are full and files are damaged.
//!
//! `QUOTEMARK_ROUNDS=1000 cargo test --test durability -- --nocapture` for the full measure, with a line on each: 1,000
//! kills, every call, 10,000 mutated sidecars, 1,000 triples of histories. By default fewer rounds. All chance is seeded.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test stops where it cannot go on")]

use std::{
    collections::HashSet,
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use quotemark::{
    article::{Article, TextRange},
    notes::{AnnotationId, Colour, Draft, Edit, Notes},
    reading::Reading,
    sidecar::{Document, Folders, Keeper, OWN_LAYER, Sidecar, beside, merge_files, read_file, read_others},
    speech::{Speech, Verdict},
};

#[path = "durability/merged.rs"]
mod merged;
#[path = "durability/mutated.rs"]
mod mutated;

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
    let now = Timestamp::from_second(1_700_000_000 + i64::from(number)).unwrap();
    let edit = reading.notes().annotate(id(number), reading.article(), range, draft, now).unwrap();
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

/// Runs the writer and kills it; how many notes it had made, and how many of them had to be there and were.
fn kill_once(after: Duration) -> (usize, usize) {
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
    for (when, id) in &made {
        let is_there = document.notes.annotations.iter().any(|annotation| annotation.id.as_str() == id);
        assert!(is_there || *when + OLD > killed, "{id} was made {:?} before the kill", killed - *when);
    }
    (made.len(), made.iter().filter(|(when, _)| *when + OLD <= killed).count())
}

#[test]
fn a_killed_program_loses_nothing_older_than_two_seconds() {
    let rounds = rounds(16);
    let lanes = 4;
    let kills = rounds.div_ceil(lanes) * lanes;
    let lane = |lane: u32| {
        thread::spawn(move || {
            let mut chance = Chance(u64::from(lane) + 7);
            let kill = |_| kill_once(Duration::from_millis(200 + chance.below(3300) as u64));
            (0..rounds.div_ceil(lanes)).map(kill).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
        })
    };
    let lanes: Vec<_> = (0..lanes).map(lane).collect();
    let sums = lanes.into_iter().map(|lane| lane.join().unwrap());
    let (made, old) = sums.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    eprintln!("{kills} kills: {made} notes made, {old} of them older than two seconds, all of those there");
}

/// What a `quotemark note` leaves under a condition: its exit status, and the notes that can be read afterwards.
fn note_under(path: &Path, note: &str, through: &[String]) -> (Option<i32>, Vec<String>) {
    let own = env!("CARGO_BIN_EXE_quotemark").to_owned();
    let mut words: Vec<String> = through.to_vec();
    words.extend([own, "note".into(), path.to_str().unwrap().into(), "--quote".into(), "mayor".into()]);
    words.extend(["--note".into(), note.into()]);
    let data = path.parent().unwrap().join("data");
    let output = Command::new(&words[0])
        .args(&words[1..])
        .env("XDG_DATA_HOME", data)
        .env_remove("XDG_CONFIG_HOME")
        .env("HOME", "/nonexistent")
        .output();
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
    let trace = folder.path().join("trace");
    let mut strace = Command::new("strace");
    strace.arg("-o").arg(&trace).arg("true");
    if !strace.status().is_ok_and(|status| status.success()) {
        eprintln!("strace does not work here: no call was made to fail");
        return;
    }
    let mut failed = 0;
    let calls = ["write", "fsync", "rename", "renameat2", "openat", "ftruncate", "fchmod", "unlink", "mkdir", "flock"];
    for (call, error) in calls.iter().flat_map(|call| [(call, "ENOSPC"), (call, "EIO")]) {
        for number in 1..=rounds(12) {
            // What somebody wrote by hand, so that a backup is made too.
            let sidecar = beside(&path, OWN_LAYER);
            let by_hand = fs::read_to_string(&sidecar).unwrap().replacen('\n', "\n// by hand\n", 1);
            fs::write(&sidecar, &by_hand).unwrap();
            let fault = format!("inject={call}:error={error}:when={number}");
            let words = ["strace", "-f", "-o", trace.to_str().unwrap(), "-e", &fault];
            let through: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            let note = format!("{call} {error} {number}");
            let (status, found) = note_under(&path, &note, &through);
            if status == Some(0) && found.contains(&note) {
                kept.push(note.clone());
            }
            for one in &kept {
                assert!(found.contains(one), "“{one}” is lost after {note} failed");
            }
            let backup = folder.path().join("harbour.txt.notes.ron.backup");
            let is_by_hand = |path: &Path| fs::read_to_string(path).is_ok_and(|text| text == by_hand);
            assert!(is_by_hand(&sidecar) || is_by_hand(&backup), "what was written by hand is lost after {note}");
            let _ = fs::remove_file(backup);
            // There is no such call any more.
            if !fs::read_to_string(&trace).unwrap().contains("(INJECTED)") {
                break;
            }
            failed += 1;
        }
    }
    let of_them = kept.len() - 1;
    eprintln!("{failed} calls were made to fail: {of_them} of the notes were kept, none that was kept is lost");
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
    eprintln!("a full disk: {} notes kept and {refused} refused, none that was kept is lost", kept.len());
}
