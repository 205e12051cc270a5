//! What must not be lost: notes, when programs are killed, calls fail, disks are full and files are damaged.
//!
//! `QUOTEMARK_ROUNDS=1000 cargo test --test durability` for the full measure; by default fewer rounds.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test stops where it cannot go on")]

use std::{
    collections::HashSet,
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
    notes::{AnnotationId, Draft, Edit, Notes},
    reading::Reading,
    sidecar::{Document, Folders, Keeper, OWN_LAYER, Sidecar, beside, merge_files, read_file},
    speech::{Speech, Verdict},
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
}

/// A sidecar with something in each of its lists, and the lines that each entry stands in.
fn full_sidecar() -> (Vec<u8>, Vec<Entry>) {
    let mut reading = reading(Notes { author: "Anna".into(), ..Notes::default() });
    for number in 0..14 {
        add(&mut reading, number, &format!("remark {number} — “quoted” (and) [bracketed], “id: 7”\nin \"two\" lines"));
    }
    let now = Timestamp::from_second(1_800_000_000).unwrap();
    let make = |reading: &mut Reading, edit: Option<Edit>| edit.into_iter().for_each(|edit| reading.apply(edit));
    for number in 0..4 {
        let edit = reading.notes().add_tag(&[id(number), id(number + 4)], &format!("tag {number}"), now);
        make(&mut reading, edit);
        let range = TextRange::of_bytes(TEXT, 15 + number as usize, 30).unwrap();
        let verdict = Verdict::SaidBy(format!("Speaker {number}"));
        let edit = reading.notes().rule(id(100 + number), reading.article(), range, verdict, now);
        make(&mut reading, edit);
        let edit = reading.notes().same_person(id(200 + number), &format!("S. {number}"), "Ada Brandt", now);
        make(&mut reading, edit);
    }
    for number in [12, 13] {
        let edit = reading.notes().delete(&id(number), now);
        make(&mut reading, edit);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    let mut sidecar = Sidecar::open(Some(&path), article(), OWN_LAYER, Folders { notes: None });
    sidecar.save(reading.notes()).unwrap();
    let text = fs::read_to_string(beside(&path, OWN_LAYER)).unwrap();

    let mut entries = Vec::new();
    let mut list = String::new();
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("    ").filter(|_| line.ends_with(": [\n")) {
            list = name.trim_end_matches(": [\n").to_owned();
        }
        let mut entry = line.to_owned();
        if line == "        (\n" {
            while !entry.ends_with("        ),\n") {
                entry.push_str(lines.next().unwrap());
            }
        }
        if entry.starts_with("        (") {
            entries.push(Entry { list: list.clone(), text: entry.trim_end_matches(",\n").to_owned() });
        }
    }
    assert_eq!(entries.len(), 4 + 12 + 8 + 2);
    (text.into_bytes(), entries)
}

/// An entry as it was written.
struct Entry {
    list: String,
    text: String,
}

impl Entry {
    /// The first text in quotation marks: the name or the id.
    fn name(&self) -> &str {
        self.text.split('"').nth(1).unwrap()
    }

    /// Whether a document shows the entry, as a sidecar that holds nothing else would.
    fn is_in(&self, document: &Document) -> bool {
        let (name, notes) = (self.name(), &document.notes);
        let alone = format!("(format: 1, annotations: [], {}: [{}])", self.list, self.text);
        let alone = alone.replace("annotations: [], annotations", "annotations");
        let alone = Document::read(alone.as_bytes()).unwrap().notes;
        match self.list.as_str() {
            "tags" => notes.tag(name).is_some_and(|tag| tag.meaning.contains(&alone.tags[0].meaning)),
            "annotations" => notes.annotations.iter().any(|one| {
                let own = &alone.annotations[0];
                let is_on = |range| range == (own.selector.start, own.selector.end);
                is_on((one.selector.start, one.selector.end))
                    && one.selector.quote == own.selector.quote
                    && one.note.contains(&own.note)
            }),
            "speech" => notes.corrections.iter().any(|one| one.subject == alone.corrections[0].subject),
            _ => notes.removed.keys().any(|id| id.as_str() == name),
        }
    }
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

/// What a careless program, or a failing disk, makes of a file.
fn mutate(bytes: &mut Vec<u8>, entries: &[Entry], chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let entry = &entries[chance.below(entries.len())].text;
    let start_of = |bytes: &[u8], entry: &str| bytes.windows(entry.len()).position(|window| window == entry.as_bytes());
    let line_at = |bytes: &[u8]| bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    match chance.below(10) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = b"()[]{}\",:\\/"[chance.below(11)],
        2 => drop(bytes.drain(at..(at + chance.below(60)).min(bytes.len()))),
        3 => bytes.truncate(at),
        4 => bytes[at] = 0x80 + chance.below(128) as u8,
        // An entry once more, as it is or with other words.
        5 | 6 => {
            if let Some(place) = start_of(bytes, &entries[chance.below(entries.len())].text) {
                let again =
                    if chance.below(2) == 0 { entry.replace("remark", "another remark") } else { entry.clone() };
                bytes.splice(place..place, format!("{again},\n").into_bytes());
            }
        }
        // What an unfinished merge leaves round an entry.
        7 => {
            if let Some(place) = start_of(bytes, entry) {
                let behind = place + entry.len() + 2;
                let other = entry.replace("remark", "their remark");
                let end = format!("=======\n{other},\n>>>>>>> theirs\n");
                bytes.splice(behind.min(bytes.len())..behind.min(bytes.len()), end.into_bytes());
                bytes.splice(place..place, b"<<<<<<< HEAD\n".iter().copied());
            }
        }
        8 => {
            let line = line_at(bytes);
            bytes.splice(line..line, b"<<<<<<< HEAD\n".iter().copied());
        }
        // A line lost.
        _ => {
            let line = line_at(bytes);
            let length = bytes[line..].iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            bytes.drain(line..line + length);
        }
    }
}

#[test]
fn a_mutated_sidecar_panics_nobody_and_loses_no_intact_entry() {
    let (whole, entries) = full_sidecar();
    let mut chance = Chance(5);
    let rounds = rounds(2000).max(2000);
    let (mut damaged, mut refused, mut intact) = (0, 0, 0);
    for round in 0..rounds {
        let mut bytes = whole.clone();
        for _ in 0..=chance.below(3) {
            mutate(&mut bytes, &entries, &mut chance);
            if bytes.is_empty() {
                bytes.push(b'(');
            }
        }
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let there: Vec<&Entry> = entries.iter().filter(|entry| holds(&bytes, &entry.text)).collect();
        // A file in which nothing is left of a sidecar is left as it is.
        let Ok(read) = Document::read(&bytes) else {
            assert!(there.is_empty(), "round {round}: refused\n{shown}");
            refused += 1;
            continue;
        };
        damaged += usize::from(!read.damage.is_empty());
        intact += there.len();
        let again = read.write();
        let second = Document::read(&again).unwrap();
        for entry in &there {
            assert!(entry.is_in(&read), "round {round}: lost {}\nfrom\n{shown}", entry.text);
            assert!(entry.is_in(&second), "round {round}: lost {} on writing\nfrom\n{shown}", entry.text);
        }
        assert_eq!(second.notes, read.notes, "round {round}\n{shown}");
        let again = String::from_utf8_lossy(&again).into_owned();
        assert_eq!(String::from_utf8_lossy(&second.write()), again, "round {round}: written otherwise\n{shown}");
        if !read.damage.is_empty() {
            let lost = words_lost(&shown, &again);
            assert!(lost.is_empty(), "round {round}: {lost:?} is not kept\nof\n{shown}\nin\n{again}");
        }
    }
    eprintln!("{rounds} sidecars: {damaged} damaged, {refused} with nothing left; all of {intact} intact entries read");
}

/// The words of a person that are in one text and not in the other.
fn words_lost<'a>(before: &'a str, after: &'a str) -> Vec<&'a str> {
    let is_own = |line: &&str| {
        !["article:", "format:", "before:", "colour:", "made:", "//"].iter().any(|sign| line.contains(sign))
    };
    let in_line =
        |line: &'a str| line.split("\\n").flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric()));
    let after: HashSet<&str> = after.lines().flat_map(in_line).collect();
    before.lines().filter(is_own).flat_map(in_line).filter(|word| !after.contains(word)).collect()
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

/// Whichever of three files the others are merged into, and in whatever order, all hold the same in the end.
fn merge_files_in_any_order(folder: &Path, versions: &[Notes], round: &str) {
    let path = |number: usize| folder.join(format!("{number}.notes.ron"));
    let write = || {
        for (number, notes) in versions.iter().enumerate() {
            let mut document = Document::default();
            document.format = 1;
            document.notes.clone_from(notes);
            fs::write(path(number), document.write()).unwrap();
        }
    };
    let mut results: Vec<Vec<u8>> = Vec::new();
    for [file, others @ ..] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        write();
        merge_files(&path(file), None, &others.map(path)).unwrap();
        results.push(fs::read(path(file)).unwrap());
        let notes = Document::read(results.last().unwrap()).unwrap().notes;
        for version in versions {
            let is_kept = |one: &AnnotationId| notes.annotation(one).is_some() || notes.removed.contains_key(one);
            assert!(version.annotations.iter().all(|one| is_kept(&one.id)), "{round}: an addition is missing");
            let is_gone = |one: &AnnotationId| notes.annotation(one).is_none();
            assert!(version.removed.keys().all(is_gone), "{round}: a deletion came back");
        }
        merge_files(&path(file), None, &[path(file)]).unwrap();
        assert_eq!(results.last(), Some(&fs::read(path(file)).unwrap()), "{round}: merged with itself");
    }
    results.dedup();
    assert_eq!(results.len(), 1, "{round}");
}

#[test]
fn merging_is_the_same_in_any_order_and_keeps_additions_and_deletions() {
    let folder = tempfile::tempdir().unwrap();
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
        if round < 100 {
            merge_files_in_any_order(folder.path(), &versions, &format!("round {round}"));
        }
    }
}
