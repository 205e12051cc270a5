//! The command line as other programs see it: the real binary, its answers, its sentences and its exit statuses.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Duration,
};

use serde_json::Value;

#[path = "command_line/exporting.rs"]
mod exporting;
#[path = "command_line/merging.rs"]
mod merging;
#[path = "command_line/odd_files.rs"]
mod odd_files;

const TEXT: &str = "Harbour talks\n\n\"Nobody asked us,\" the mayor said on Monday.\n\nNobody spoke against the plan — 没有人 — \
                    until she rose.\n\nNobody left early.\n";

/// A folder with an article in it, and a data folder of its own.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.folder.path().join("articles")).unwrap();
        fs::write(desk.path("harbour.txt"), TEXT).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("articles").join(name)
    }

    fn own(&self) -> PathBuf {
        self.path("harbour.txt.notes.ron")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quotemark"));
        command.args(arguments).current_dir(self.path("")).stdin(Stdio::null());
        command
            .env_remove("QUOTEMARK_HOME")
            .env("XDG_DATA_HOME", self.folder.path().join("data"))
            // the settings of whoever runs the tests are none of theirs
            .env("XDG_CONFIG_HOME", self.folder.path().join("config"))
            .env("HOME", self.folder.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What a request prints that must succeed, and say nothing besides.
    fn prints(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{arguments:?}");
        text(&output.stdout)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.prints(arguments)).unwrap()
    }

    /// The one sentence of a request that must fail and print nothing.
    fn refuses(&self, status: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(status), String::new()), "{arguments:?}");
        let sentence = text(&output.stderr);
        if status == 1 {
            assert_eq!(sentence.lines().count(), 1, "{sentence}");
        }
        sentence
    }

    fn note(&self, quote: &str, more: &[&str]) -> String {
        let id = self.prints(&[&["note", "harbour.txt", "--quote", quote], more].concat());
        id.strip_suffix('\n').unwrap().to_owned()
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.path("")).unwrap();
        let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The words at two character offsets of a text.
fn cut(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn text_is_the_file_without_mark_and_carriage_returns() {
    let desk = Desk::new();
    assert_eq!(desk.prints(&["text", "harbour.txt"]), TEXT);
    fs::write(desk.path("dos.txt"), format!("\u{feff}{}", TEXT.replace('\n', "\r\n"))).unwrap();
    assert_eq!(desk.prints(&["text", "dos.txt"]), TEXT);
}

#[test]
fn reading_leaves_no_file_behind() {
    let desk = Desk::new();
    for request in ["text", "speakers", "notes", "tags", "check"] {
        desk.prints(&[request, "harbour.txt"]);
    }
    assert_eq!(desk.names(), ["harbour.txt"]);
    assert!(!desk.folder.path().join("data").exists());
}

#[test]
fn speakers_are_the_same_bytes_on_every_run() {
    let desk = Desk::new();
    let people = "Ada Hill, mayor of Lys, and Tom Arden met. \"We agree,\" she said. Arden said he did not.\n\n";
    fs::write(desk.path("meeting.txt"), people.repeat(20)).unwrap();
    let first = desk.prints(&["speakers", "meeting.txt", "--format", "json"]);
    for _ in 0..3 {
        assert_eq!(desk.prints(&["speakers", "meeting.txt", "--format", "json"]), first);
    }
}

#[test]
fn speakers_are_told_with_places_in_the_text() {
    let desk = Desk::new();
    let listing = desk.json(&["speakers", "harbour.txt", "--format", "json"]);
    assert_eq!(listing["article"], "Harbour talks");
    assert!(listing["speakers"].is_array());
    for quotation in listing["quotations"].as_array().unwrap() {
        assert_eq!(quotation["text"], cut(TEXT, &quotation["start"], &quotation["end"]));
        let keys: Vec<_> = quotation.as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = ["start", "end", "text", "kind", "speaker", "source", "cue", "why", "confidence"];
        expected.sort_unstable();
        assert_eq!(keys, expected);
    }
    let quotations = listing["quotations"].as_array().unwrap().len();
    assert_eq!(desk.prints(&["speakers", "harbour.txt"]).lines().count(), quotations);
}

#[test]
fn a_note_is_made_listed_and_counted() {
    let desk = Desk::new();
    let id = desk.note(
        "Nobody",
        &["--occurrence", "2", "--tag", "claim", "--tag", "doubt", "--note", "who?\nreally?", "--colour", "Pink"],
    );
    assert_eq!(id.len(), 8);
    desk.note("没有人", &["--tag", "claim"]);
    let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    let first = &listing["annotations"][0];
    let start = TEXT.chars().take_while(|letter| *letter != '.').count() + 3;
    assert_eq!(
        *first,
        serde_json::json!({"id": id, "layer": "notes", "state": "exact", "start": start, "end": start + 6, "quote": "Nobody",
            "now": "Nobody", "tags": ["claim", "doubt"], "colour": "pink", "note": "who?\nreally?"})
    );
    assert_eq!(listing["annotations"][1]["now"], "没有人");
    assert_eq!(desk.prints(&["tags", "harbour.txt"]), "claim\t2\ndoubt\t1\n");
    assert!(desk.prints(&["notes", "harbour.txt"]).contains("    | who?\n    | really?\n"));
    assert_eq!(desk.prints(&["check", "harbour.txt"]), "“harbour.txt” is in order\n");
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"]);
}

#[test]
fn keys_come_in_the_order_of_the_contract() {
    let desk = Desk::new();
    desk.note("没有人", &[]);
    let check = |arguments: &[&str], keys: &[&str]| {
        let answer = desk.prints(arguments);
        let places: Vec<_> = keys.iter().map(|key| answer.find(&format!("\"{key}\":"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{keys:?} in {answer}");
    };
    let keys = ["id", "layer", "state", "start", "end", "quote", "now", "tags", "colour", "note"];
    check(&["notes", "harbour.txt", "--format", "json"], &keys);
    check(&["speakers", "harbour.txt", "--format", "json"], &["article", "speakers", "quotations"]);
}

#[test]
fn other_marks_and_spaces_find_the_same_words() {
    let desk = Desk::new();
    desk.note("“Nobody asked us,”  the mayor", &[]);
    let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    assert_eq!(listing["annotations"][0]["quote"], "\"Nobody asked us,\" the mayor");
}

#[test]
fn what_is_not_there_is_said_in_one_sentence() {
    let desk = Desk::new();
    let check = |arguments: &[&str], expected: &str| assert_eq!(desk.refuses(1, arguments).trim_end(), expected);
    check(
        &["note", "harbour.txt", "--quote", "everybody"],
        "“everybody” is not in “harbour.txt”. Copy the words from “quotemark text”.",
    );
    check(
        &["note", "harbour.txt", "--quote", "Nobody", "--occurrence", "4"],
        "“Nobody” is in “harbour.txt” only 3 times. Give --occurrence 1 to 3.",
    );
    for request in ["text", "speakers", "notes", "tags", "check"] {
        assert!(desk.refuses(1, &[request, "absent.txt"]).contains("absent.txt"));
    }
    assert!(desk.refuses(1, &["check", "absent.txt.notes.ron"]).contains("absent.txt.notes.ron"));
    assert_eq!(desk.names(), ["harbour.txt"]);
}

#[test]
fn wrong_arguments_are_told_apart() {
    let desk = Desk::new();
    let note = ["note", "harbour.txt", "--quote", "Nobody"];
    for wrong in [
        &["--colour", "mauve"],
        &["--occurrence", "0"],
        &["--layer", "../up"],
        &["--layer", "a.b"],
        &["--tag", " "],
        &["--quote", ""],
    ] {
        desk.refuses(2, &[note.as_slice(), wrong].concat());
    }
    for wrong in [vec!["text"], vec!["tags"], vec!["check"], vec!["note", "harbour.txt"], vec!["--no-such"]] {
        desk.refuses(2, &wrong);
    }
    desk.refuses(2, &["notes", "harbour.txt", "--format", "xml"]);
    assert_eq!(desk.names(), ["harbour.txt"]);
}

#[test]
fn help_and_version_are_answers() {
    let desk = Desk::new();
    let help = desk.prints(&["--help"]);
    for request in ["text", "speakers", "notes", "note", "tags", "check", "commands"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(request)), "{request} in {help}");
    }
    assert_eq!(desk.prints(&["--version"]), format!("quotemark {}\n", env!("CARGO_PKG_VERSION")));
    assert!(desk.prints(&["commands"]).lines().count() > 10);
}

#[test]
fn files_named_like_a_request_or_an_option_open_all_the_same() {
    let desk = Desk::new();
    for name in ["text", "-x.txt"] {
        fs::copy(desk.path("harbour.txt"), desk.path(name)).unwrap();
        assert_eq!(desk.prints(&["text", "--", name]), TEXT);
        // Without a display the window says so; it was the window that was asked for.
        for arguments in [vec!["--", name], vec![&*format!("./{name}")]] {
            assert!(desk.refuses(1, &arguments).contains("display"));
        }
    }
}

#[test]
fn somebody_who_stops_reading_is_no_failure() {
    let desk = Desk::new();
    fs::write(desk.path("long.txt"), "Some words to read. ".repeat(100_000)).unwrap();
    let mut child = desk.command(&["text", "long.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn eight_notes_at_once_all_succeed() {
    let desk = Desk::new();
    let quotes = ["Harbour", "talks", "asked", "mayor", "Monday", "plan", "rose", "early"];
    let start = |quote: &&str| {
        let arguments = ["note", "harbour.txt", "--quote", quote, "--tag", quote];
        desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = quotes.iter().map(start).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    }
    let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    assert_eq!(listing["annotations"].as_array().unwrap().len(), 8);
    assert_eq!(desk.prints(&["tags", "harbour.txt"]).lines().count(), 8);
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"], "nothing else stays");
}

/// A reader's name, as the window keeps it.
fn named(desk: &Desk, arguments: &[&str], name: &str) -> Output {
    let home = desk.folder.path().join("home");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("settings.ron"), format!("(author: \"{name}\")")).unwrap();
    desk.command(arguments).env("QUOTEMARK_HOME", home).output().unwrap()
}

#[test]
fn a_reader_writes_their_own_layers_and_leaves_those_of_others() {
    let desk = Desk::new();
    let make = |name: &str, more: &[&str]| {
        let output = named(&desk, &[&["note", "harbour.txt", "--quote", "Nobody"], more].concat(), name);
        (output.status.code(), text(&output.stderr))
    };
    assert_eq!(make("Zoë", &[]), (Some(0), String::new()));
    let handed_out = fs::read_to_string(desk.own()).unwrap();
    assert!(handed_out.contains("author: \"Zoë\""));

    let (status, said) = make("Mara", &[]);
    assert_eq!(status, Some(0));
    assert!(said.contains("holds the notes of Zoë, so yours are kept in “harbour.txt.mara.ron”."), "{said}");
    let own = fs::read_to_string(desk.path("harbour.txt.mara.ron")).unwrap();
    assert!(own.contains("author: \"Mara\""), "{own}");
    assert_eq!(make("Mara", &["--layer", "mara"]), (Some(0), String::new()));
    assert_eq!(make("Mara", &["--layer", "questions"]), (Some(0), String::new()));
    assert_eq!(make("Mara", &["--layer", "questions"]), (Some(0), String::new()));

    let refused =
        "“harbour.txt.notes.ron” holds the notes of Zoë and is not changed. Leave --layer away to write your own.";
    assert_eq!(make("Mara", &["--layer", "notes"]), (Some(1), format!("{refused}\n")));
    assert_eq!(fs::read_to_string(desk.own()).unwrap(), handed_out);
    // Nobody's name tells nothing of whose notes they are.
    assert_eq!(make("", &[]), (Some(0), String::new()));
    assert!(fs::read_to_string(desk.own()).unwrap().contains("author: \"Zoë\""));
}

#[test]
fn every_layer_beside_the_article_is_listed() {
    let desk = Desk::new();
    desk.note("Nobody", &["--layer", "teacher", "--tag", "claim"]);
    desk.note("mayor", &["--tag", "claim"]);
    let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    let layers: Vec<_> = listing["annotations"].as_array().unwrap().iter().map(|note| note["layer"].clone()).collect();
    assert_eq!(layers, ["notes", "teacher"]);
    assert_eq!(desk.prints(&["tags", "harbour.txt", "harbour.txt"]), "claim\t4\n");
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron", "harbour.txt.teacher.ron"]);
}

#[test]
fn a_changed_article_says_which_passages_changed_and_which_are_gone() {
    let desk = Desk::new();
    desk.note("left early", &["--note", "kept"]);
    desk.note("spoke against the plan", &[]);
    desk.note("mayor", &[]);
    let changed = TEXT.replace("\n\nNobody left early.", "").replace("against the plan", "against this new plan");
    fs::write(desk.path("harbour.txt"), format!("Late edition\n\n{changed}")).unwrap();
    let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    let notes = listing["annotations"].as_array().unwrap();
    let states: Vec<_> = notes.iter().map(|note| note["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["orphan", "changed", "exact"]);
    assert!(["start", "end", "now"].iter().all(|key| notes[0].get(key).is_none()));
    assert_eq!((&notes[0]["quote"], &notes[0]["note"]), (&Value::from("left early"), &Value::from("kept")));
    assert_eq!(notes[1]["now"], "spoke against this new plan");
    let now = read(&desk.path("harbour.txt"));
    assert_eq!(cut(&now, &notes[2]["start"], &notes[2]["end"]), "mayor");
}

#[test]
fn damage_is_located_kept_and_hides_nothing() {
    let desk = Desk::new();
    desk.note("Nobody", &["--note", "mine"]);
    let bad = "(id: \"theirs\", range: (1, 2), quote: \"x\", colour: \"mauve\", note: \"keep me\"),";
    let broken = read(&desk.own()).replace("    annotations: [", &format!("    annotations: [\n        {bad}"));
    fs::write(desk.own(), &broken).unwrap();
    for file in ["harbour.txt", "harbour.txt.notes.ron"] {
        let output = desk.run(&["check", file]);
        assert_eq!(output.status.code(), Some(1));
        let told = text(&output.stdout);
        assert!(told.contains("harbour.txt.notes.ron”, line 8, column 59: the colour “mauve” is not known"), "{told}");
    }
    let output = desk.run(&["notes", "harbour.txt", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("line 8") && text(&output.stdout).contains("mine"));
    assert_eq!(desk.run(&["note", "harbour.txt", "--quote", "mayor"]).status.code(), Some(0));
    let now = read(&desk.own());
    assert!(now.contains("\"mauve\"") && now.contains("\"keep me\""), "{now}");
    assert_eq!(desk.run(&["check", "harbour.txt"]).status.code(), Some(1));
}

#[test]
fn a_sidecar_that_was_cut_keeps_what_is_left() {
    let desk = Desk::new();
    desk.note("Nobody", &["--note", "mine"]);
    desk.note("left early", &["--note", "cut away"]);
    let whole = read(&desk.own());
    let broken = &whole[..whole.find("cut away").unwrap() + 3];
    fs::write(desk.own(), broken).unwrap();
    let output = desk.run(&["check", "harbour.txt"]);
    assert_eq!((output.status.code(), text(&output.stdout).contains("line ")), (Some(1), true));
    assert!(text(&desk.run(&["notes", "harbour.txt"]).stdout).contains("mine"));
    assert_eq!(desk.run(&["note", "harbour.txt", "--quote", "mayor"]).status.code(), Some(0));
    let now = read(&desk.own());
    assert!(now.contains("\"mine\"") && now.contains("\"cut") && now.contains("mayor"), "{now}");
    assert_eq!(read(&desk.path("harbour.txt.notes.ron.backup")), broken);
}

#[test]
fn a_file_that_is_no_sidecar_is_never_overwritten() {
    let desk = Desk::new();
    let broken = "Dear Anna,\nthis is no sidecar.\n";
    fs::write(desk.own(), broken).unwrap();
    let sentence = desk.refuses(1, &["note", "harbour.txt", "--quote", "mayor"]);
    assert!(sentence.contains("harbour.txt.notes.ron") && sentence.contains("line "), "{sentence}");
    assert_eq!(read(&desk.own()), broken);
    let output = desk.run(&["check", "harbour.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("line "));
    assert_eq!(desk.run(&["notes", "harbour.txt"]).status.code(), Some(1));
}

/// Tests may run as root, who may write into any folder, so a folder where the sidecar would lie stands for a place
/// that cannot be written: replacing it fails in the same way, at the same step.
#[test]
fn where_nothing_can_be_written_the_notes_go_to_the_data_folder() {
    let desk = Desk::new();
    fs::create_dir(desk.own()).unwrap();
    let output = desk.run(&["note", "harbour.txt", "--quote", "mayor"]);
    assert_eq!(output.status.code(), Some(0));
    let data = desk.folder.path().join("data");
    let said = text(&output.stderr);
    assert!(said.contains(&data.display().to_string()), "{said}");
    assert!(said.contains("beside “harbour.txt” (a folder has the name of the file)"), "{said}");
    let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
    assert_eq!(listing["annotations"][0]["quote"], "mayor");
    assert_eq!(desk.prints(&["check", "harbour.txt"]), "“harbour.txt” is in order\n");
}

#[test]
fn an_empty_file_of_notes_is_damage_until_a_note_is_made() {
    let desk = Desk::new();
    fs::write(desk.own(), "").unwrap();
    let output = desk.run(&["check", "harbour.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "“harbour.txt.notes.ron”, line 1, column 1: the file is empty\n");
    let output = desk.run(&["note", "harbour.txt", "--quote", "mayor"]);
    assert_eq!(output.status.code(), Some(0));
    let said = "“harbour.txt.notes.ron” is empty and counts as no file. If there were notes in it, look for a copy or a backup.\n";
    assert_eq!(text(&output.stderr), said);
    assert_eq!(desk.prints(&["check", "harbour.txt"]), "“harbour.txt” is in order\n");
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"]);
}

#[cfg(unix)]
#[test]
fn a_writer_killed_at_any_moment_leaves_a_sidecar_in_order() {
    let desk = Desk::new();
    desk.note("Harbour", &[]);
    let mut most = 1;
    for round in 0..40u64 {
        let mut child = desk
            .command(&["note", "harbour.txt", "--quote", "Nobody", "--note", &"long ".repeat(2000)])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(round * round * 13));
        let _ = child.kill();
        child.wait().unwrap();
        assert_eq!(desk.prints(&["check", "harbour.txt"]), "“harbour.txt” is in order\n");
        let listing = desk.json(&["notes", "harbour.txt", "--format", "json"]);
        let count = listing["annotations"].as_array().unwrap().len();
        assert!(count >= most, "a note that was there is gone");
        most = count;
    }
    // The next writer takes away what the killed ones left.
    desk.note("mayor", &[]);
    assert_eq!(desk.names(), ["harbour.txt", "harbour.txt.notes.ron"]);
}

#[test]
fn commands_are_listed_with_the_keys_that_the_reader_chose() {
    let desk = Desk::new();
    let usual = desk.prints(&["commands"]);
    let home = desk.folder.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("settings.ron"), "(shortcuts: {\"Help\": \"F2\", \"No such\": \"F3\"})").unwrap();
    let output = desk.command(&["commands"]).env("QUOTEMARK_HOME", &home).output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert_eq!(text(&output.stdout), usual.replace("Help\tF1\t", "Help\tF2\t"));
}
