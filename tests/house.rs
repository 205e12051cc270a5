//! The invariants of ARCHITECTURE.md that can be read off the sources.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn only_the_app_names_the_window_libraries() {
    let source = source_folder();
    for path in sources(&source) {
        let inside = path.strip_prefix(&source).unwrap();
        if inside.starts_with("app") || inside == Path::new("app.rs") || inside == Path::new("main.rs") {
            continue;
        }
        let code: String = fs::read_to_string(&path).unwrap();
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for library in ["egui", "eframe", "rfd", "winit"] {
            let named =
                code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == library);
            assert!(!named, "{} names {library}; only src/app may", inside.display());
        }
    }
}

#[test]
fn the_core_reads_no_clock_and_no_chance() {
    let source = source_folder();
    for room in ["article", "speech", "notes", "reading"] {
        let head = source.join(format!("{room}.rs"));
        let inside = source.join(room);
        let files = if inside.is_dir() { sources(&inside) } else { Vec::new() };
        for path in files.into_iter().chain([head]) {
            let code = fs::read_to_string(&path).unwrap();
            for effect in
                ["Timestamp::now", "SystemTime", "Instant::now", "getrandom", "std::fs", "std::env", "std::net"]
            {
                assert!(!code.contains(effect), "{} uses {effect}; the core takes values", path.display());
            }
        }
    }
}

#[test]
fn no_module_hides_in_a_mod_file() {
    let hidden: Vec<_> = sources(&source_folder()).into_iter().filter(|path| path.ends_with("mod.rs")).collect();
    assert!(hidden.is_empty(), "name these after what they hold: {hidden:?}");
}
