//! The documents in `docs` say what the program does.
//!
//! `docs/commands.md` is made from the table of commands; make it anew with
//! `REMAKE_DOCUMENTS=1 cargo test --test documents`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]
// Elsewhere the keys have other names.
#![cfg(not(target_os = "macos"))]

use std::{fs, path::PathBuf, process};

use quotemark::app::{
    Spoken,
    command::{Command, Group, table},
};

const GUIDES: [(&str, Spoken); 2] = [("guide.md", Spoken::English), ("guide.zh.md", Spoken::Chinese)];

fn document(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

/// The cells of the rows of a document's tables, without their headings.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---"));
    let rows = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect());
    rows.filter(|row: &Vec<&str>| row[0].is_empty() || row[0].starts_with('`')).collect()
}

fn keys(command: Command) -> String {
    let keys = command.shortcut_text();
    if keys.is_empty() { keys } else { format!("`{keys}`") }
}

/// The page of commands as the table has it today.
fn commands_page() -> String {
    let mut page = "# Commands\n\n\
                    Everything that can be done in the window, in the order of its menus. F1 shows the same list there, \
                    Ctrl+K finds\nany of them by a few letters, and `quotemark commands` prints them.\n\n\
                    This page is made from the table of commands and tested against it: `REMAKE_DOCUMENTS=1 cargo test --test \
                    documents`\nwrites it anew.\n\n\
"
        .to_owned();
    for group in Group::ALL {
        page +=
            &format!("\n## {}\n\n| Keys | Command | What it does |\n|---|---|---|\n", group.name_in(Spoken::English));
        for command in group.commands() {
            page += &format!("| {} | {} | {} |\n", keys(command), command.name(), command.help());
        }
    }
    page
}

#[test]
fn the_page_of_commands_is_the_table() {
    let path = document("commands.md");
    let page = commands_page();
    if std::env::var_os("REMAKE_DOCUMENTS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        page,
        "make it anew: REMAKE_DOCUMENTS=1 cargo test --test documents"
    );
    assert_eq!(rows(&page).len(), table().lines().count());
}

/// A guide names keys in tables: keys, command, what for.
#[test]
fn the_guides_name_the_keys_that_commands_have() {
    for (name, spoken) in GUIDES {
        let text = fs::read_to_string(document(name)).unwrap();
        let rows = rows(&text);
        assert!(rows.len() > 20, "{name} has {} rows", rows.len());
        for row in rows {
            let command = Command::ALL.into_iter().find(|command| command.name_in(spoken) == row[1]);
            let command = command.unwrap_or_else(|| panic!("{name}: no command is called “{}”", row[1]));
            assert_eq!(row[0], keys(command), "{name}: the keys of {}", row[1]);
        }
    }
}

#[test]
fn the_guides_show_files_that_are_there() {
    for (name, _) in GUIDES {
        let text = fs::read_to_string(document(name)).unwrap();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.starts_with("http")) {
            let file = target.split('#').next().unwrap();
            assert!(file.is_empty() || document(file).exists(), "{name} leads to {target}, which is not there");
        }
    }
}

#[test]
fn every_picture_is_shown_in_a_document() {
    let documents = ["README.md", "docs/guide.md", "docs/guide.zh.md"];
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let text: String = documents.map(|name| fs::read_to_string(root.join(name)).unwrap()).concat();
    for entry in fs::read_dir(root.join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let shown = text.contains(&format!("({name})")) || text.contains(&format!("(docs/{name})"));
        assert!(!name.ends_with(".png") || shown, "no document shows {name}");
    }
}

/// The lines of a guide that begin like a command line are ones that the program takes.
#[test]
fn the_guides_name_subcommands_and_options_that_there_are() {
    for (name, _) in GUIDES {
        let text = fs::read_to_string(document(name)).unwrap();
        let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("    quotemark ")).collect();
        assert!(lines.len() > 5, "{name} has {} lines", lines.len());
        for line in lines {
            let subcommand = line.split(' ').next().unwrap();
            let answer =
                process::Command::new(env!("CARGO_BIN_EXE_quotemark")).args(["help", subcommand]).output().unwrap();
            let help = String::from_utf8(answer.stdout).unwrap();
            assert!(answer.status.success(), "{name}: {line}");
            let options = line.split(' ').filter(|word| word.starts_with("--"));
            options.for_each(|option| assert!(help.contains(&format!("{option} ")), "{name}: {line}"));
        }
    }
}

/// The examples of the guides are of the articles that come with the program, so that they can be tried out.
#[test]
fn the_guides_ask_for_the_words_of_people_in_the_sample() {
    for (name, sample) in [("guide.md", "sample.txt"), ("guide.zh.md", "sample.zh.txt")] {
        let text = fs::read_to_string(document(name)).unwrap();
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let sample = fs::read_to_string(root.join("assets").join(sample)).unwrap().to_lowercase();
        let asked = text.split("speaker:").skip(1).map(|rest| rest.trim_start_matches('"'));
        let names = asked.filter_map(|rest| rest.split(['"', ' ', '`']).next()).filter(|name| !name.is_empty());
        for name in names {
            assert!(sample.contains(&name.to_lowercase()), "nobody in the sample is called “{name}”");
        }
    }
}
