//! Files of notes that are none: folders, links that lead nowhere or back to themselves, pipes; and more notes than are read.

use super::{merging::theirs, *};

impl Desk {
    /// Says this on standard error, one sentence a line, and ends so.
    #[track_caller]
    fn says(&self, arguments: &[&str], status: i32, said: &str) {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(status), said), "{arguments:?}");
    }
}

#[test]
fn a_folder_with_the_name_of_the_notes_is_told_by_a_check() {
    let desk = Desk::new();
    fs::create_dir(desk.own()).unwrap();
    fs::create_dir(desk.path("harbour.txt.anna.ron")).unwrap();
    let folder = |layer: &str| {
        format!(
            "“harbour.txt.{layer}.ron” is a folder, not a file of notes. Give a file in it whose name ends in “.ron”.\n"
        )
    };
    desk.says(&["check", "harbour.txt"], 1, &format!("{}{}", folder("notes"), folder("anna")));
    desk.says(&["notes", "harbour.txt"], 0, "");
    // Once notes are kept elsewhere, which was said, all is well.
    fs::remove_dir(desk.path("harbour.txt.anna.ron")).unwrap();
    assert!(desk.run(&["note", "harbour.txt", "--quote", "left early"]).status.success());
    desk.says(&["check", "harbour.txt"], 0, "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_that_leads_back_to_itself_is_told_once() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("harbour.txt.notes.ron", desk.own()).unwrap();
    let anna = theirs(&desk, "anna.ron", "left early");
    let said = "The notes in “harbour.txt.notes.ron” cannot be read: its link leads back to itself. Check that the file can \
                be opened, then try again.\n";
    for arguments in [
        &["check", "harbour.txt"][..],
        &["notes", "harbour.txt"],
        &["export", "harbour.txt", "--to", "csv"],
        &["merge", "harbour.txt", &anna],
        &["merge", "harbour.txt.notes.ron", &anna],
        &["note", "harbour.txt", "--quote", "left early"],
    ] {
        desk.says(arguments, 1, said);
    }
    assert!(fs::symlink_metadata(desk.own()).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_its_place_left_free() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("drive/notes.ron", desk.own()).unwrap();
    let said = "“harbour.txt.notes.ron” is a link to “drive/notes.ron”, which is not there. Bring that back, or delete the \
                link, then try again.\n";
    desk.says(&["check", "harbour.txt"], 1, said);
    desk.says(&["notes", "harbour.txt"], 0, said);
    let noted = desk.run(&["note", "harbour.txt", "--quote", "left early", "--note", "apart"]);
    let told = text(&noted.stderr);
    assert!(noted.status.success() && told.contains("so the note is kept in “"), "{told}");
    // The drive is back.
    fs::create_dir(desk.path("drive")).unwrap();
    desk.says(&["note", "harbour.txt", "--quote", "until she rose", "--note", "there"], 0, said);
    let kept = fs::read_to_string(desk.path("drive/notes.ron")).unwrap();
    assert!(kept.contains("apart") && kept.contains("there"), "{kept}");
}

#[test]
fn more_notes_than_are_read_are_not_merged_into_one_file() {
    let desk = Desk::new();
    let file = |letter: char| {
        let entries = (0..26_000).map(|number| format!("(id: \"{letter}{number}\", at: \"2026-11-23T11:29:00Z\"),"));
        format!("(format: 1, annotations: [], removed: [{}])", entries.collect::<String>())
    };
    fs::write(desk.own(), file('a')).unwrap();
    fs::write(desk.path("b.ron"), file('b')).unwrap();
    let own = "harbour.txt.notes.ron";
    let said = format!(
        "“{own}” would hold more than 50000 entries or 64 MiB, more than is read. It is left as it is; keep some of the \
         notes in a file of their own.\n"
    );
    for into in ["harbour.txt", own] {
        desk.says(&["merge", into, "b.ron"], 1, &said);
        assert_eq!(fs::read_to_string(desk.own()).unwrap(), file('a'));
    }
    desk.says(&["check", "harbour.txt"], 0, "");
    assert!(desk.names().iter().all(|name| !name.contains(".backup")), "nothing was written");
}

/// A disk that does not tell capitals apart, laid over a folder until this is dropped.
struct CarelessDisk(PathBuf);

impl CarelessDisk {
    /// `None` where none can be had.
    fn over(folder: &Path) -> Option<Self> {
        let image = folder.with_extension("image");
        fs::File::create(&image).unwrap().set_len(4 << 20).unwrap();
        let does = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
        let is_made = does(Command::new("mkntfs").args(["-F", "-Q", "-q"]).arg(&image));
        let mut mount = Command::new("lowntfs-3g");
        let is_there = is_made && does(mount.args(["-o", "ignore_case"]).arg(&image).arg(folder));
        is_there.then(|| Self(folder.to_owned()))
    }
}

impl Drop for CarelessDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn on_a_disk_that_does_not_tell_capitals_apart_one_file_is_one_layer_however_it_is_spelled() {
    let desk = Desk::new();
    let Some(_disk) = CarelessDisk::over(&desk.path("")) else {
        eprintln!("no disk without capitals can be mounted here: none was tried");
        return;
    };
    fs::write(desk.path("Harbour.txt"), TEXT).unwrap();
    let note = |file: &str, quote: &str, more: &[&str]| {
        let arguments = [&["note", file, "--quote", quote][..], more].concat();
        assert!(desk.run(&arguments).status.success(), "{arguments:?}");
    };
    let listed = |pattern: &str| -> Vec<String> {
        let entries =
            fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        // This disk lists small letters.
        let mut names: Vec<String> =
            entries.map(|name| name.to_lowercase()).filter(|name| name.contains(pattern)).collect();
        names.sort();
        names
    };
    note("HARBOUR.TXT", "left early", &[]);
    assert_eq!(listed(".ron"), ["harbour.txt.notes.ron"]);
    note("harbour.txt", "the mayor", &["--layer", "NOTES"]);
    note("Harbour.txt", "asked us", &["--layer", "zoe"]);
    note("harbour.txt", "the plan", &["--layer", "ZOE"]);
    assert_eq!(listed(".ron"), ["harbour.txt.notes.ron", "harbour.txt.zoe.ron"]);
    let layers = |file: &str| -> Vec<String> {
        let all: Value = serde_json::from_str(&desk.prints(&["notes", file, "--format", "json"])).unwrap();
        let notes = all["annotations"].as_array().unwrap().iter();
        notes.map(|note| format!("{}: {}", note["layer"].as_str().unwrap(), note["quote"].as_str().unwrap())).collect()
    };
    let all = ["notes: left early", "notes: the mayor", "zoe: asked us", "zoe: the plan"];
    let sorted = |mut layers: Vec<String>| {
        layers.sort();
        layers
    };
    assert_eq!(sorted(layers("Harbour.txt")), all);
    assert_eq!(sorted(layers("hARBOUR.txt")), all);
    // Writers wait for one another whichever spelling they were given.
    let writers: Vec<_> = (0..8)
        .map(|number| {
            let file = ["Harbour.txt", "HARBOUR.TXT"][number % 2];
            desk.command(&["note", file, "--quote", "Nobody asked", "--note", &number.to_string()])
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    writers.into_iter().for_each(|mut writer| assert!(writer.wait().unwrap().success()));
    assert_eq!(layers("harbour.txt").len(), 4 + 8);
    assert_eq!(listed(".ron").len(), 2);
    assert!(desk.run(&["check", "HARBOUR.txt"]).status.success());
}
