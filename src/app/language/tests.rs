use std::collections::BTreeSet;
use std::path::Path;

use super::catalogue::{Catalogue, key_of};
use super::*;
use crate::notes::EditName;

const FILES: [(Spoken, &str); 2] = [
    (Spoken::English, include_str!("../../../assets/languages/en.ftl")),
    (Spoken::Chinese, include_str!("../../../assets/languages/zh.ftl")),
];

fn keys(source: &str) -> BTreeSet<&str> {
    source.lines().filter_map(key_of).collect()
}

/// In an English window the words are those that the value itself reads as; in a Chinese one nothing of them is left, but
/// names.
#[track_caller]
pub(super) fn check_both(own: &str, said: impl Fn() -> String, names: &[&str]) {
    assert_eq!(said(), own, "in an English window");
    speak(Spoken::Chinese);
    let chinese = said();
    speak(Spoken::English);
    let words = chinese.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 1);
    let left: Vec<&str> = words.filter(|word| !names.contains(word)).collect();
    assert!(left.is_empty(), "“{own}” became “{chinese}”");
}

/// What a message speaks of: `{ $name }`.
fn spoken_of(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in source.lines() {
        found.extend(key_of(line).map(|key| (key.to_owned(), BTreeSet::new())));
        if let Some((_, of)) = found.last_mut() {
            of.extend(line.split('$').skip(1).map(|rest| {
                rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
            }));
        }
    }
    found.sort();
    found
}

/// All the code of the window.
fn code() -> String {
    fn read(folder: &Path, code: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                read(&path, code);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                code.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut code = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), &mut code);
    code
}

#[test]
fn every_language_has_the_same_messages_about_the_same_things() {
    let [(_, english), (_, chinese)] = FILES;
    assert_eq!(keys(english), keys(chinese));
    assert_eq!(spoken_of(english), spoken_of(chinese));
}

#[test]
fn every_message_that_is_said_is_there_and_none_is_left_over() {
    let code = code();
    let said: BTreeSet<&str> = code
        .split("message!(")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .filter(|key| !key.contains(' '))
        .collect();
    for (spoken, source) in FILES {
        let catalogue = Catalogue::of(spoken);
        let missing: Vec<_> = said.iter().filter(|key| !catalogue.has(key)).collect();
        assert!(missing.is_empty(), "{spoken:?}: {missing:?}");
        let unsaid: Vec<_> = keys(source).into_iter().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
        assert!(unsaid.is_empty(), "{unsaid:?}");
    }
}

#[test]
fn a_message_is_in_the_language_that_is_spoken() {
    let check = |spoken, expected: &str| {
        speak(spoken);
        assert_eq!(message!("count-notes", count = 3), expected);
        speak(Spoken::English);
    };
    check(Spoken::English, "3 notes");
    check(Spoken::Chinese, "3 条笔记");
}

#[test]
fn the_language_is_that_of_the_reader_or_else_of_the_system() {
    assert_eq!(Language::System.spoken(Spoken::Chinese), Spoken::Chinese);
    assert_eq!(Language::English.spoken(Spoken::Chinese), Spoken::English);
    assert_eq!(Spoken::of_locale("zh-Hans-CN"), Spoken::Chinese);
    assert_eq!(Spoken::of_locale("de-DE"), Spoken::English);
}

#[test]
fn a_change_is_called_in_the_language_that_is_spoken() {
    speak(Spoken::Chinese);
    assert_eq!(edit(&EditName::Tag("claim".to_owned())), "添加标签“claim”");
    assert_eq!(edit(&EditName::Highlight), "标记");
    speak(Spoken::English);
    assert_eq!(edit(&EditName::Tag("claim".to_owned())), "tag “claim”");
}
