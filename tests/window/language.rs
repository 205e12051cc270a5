//! The window in Chinese, set at the start or at run time.

use super::*;

#[test]
fn a_chinese_window_speaks_chinese() {
    let mut desk = Desk::empty();
    fs::create_dir_all(desk.folder.path().join("home")).unwrap();
    fs::write(desk.folder.path().join("home/settings.ron"), "(language: chinese)").unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    for part in ["说话人", "大纲", "笔记", "打开", "第 1 段"] {
        assert!(desk.shows(part), "no “{part}”");
    }
    assert!(!desk.shows("Speakers") && !desk.shows("Notes"), "English is left over");
}

#[test]
fn the_language_changes_at_run_time_and_back() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.wait_for("Language: 简体中文");
    desk.click("Language: 简体中文");
    desk.wait_for("语言: English");
    desk.click("语言: English");
    desk.wait_for("Language: English");
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_the_language_of_the_window() {
    let mut desk = Desk::empty();
    let home = desk.folder.path().join("home");
    fs::create_dir_all(&home).unwrap();
    let settings = "(language: chinese, theme: purple, shortcuts: {\"Helpp\": \"F2\"})";
    fs::write(home.join("settings.ron"), settings).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article(), desk.folder.path().join("missing.txt")]);
    desk.wait_for_part("没有文件“");
    assert!(desk.shows("settings.ron 第 1 行第 28 列：这里的值写得不对"));
    assert!(desk.shows("没有叫“Helpp”的命令"));
}

#[test]
fn the_start_page_names_the_kinds_of_file_in_its_language() {
    let mut desk = Desk::empty();
    fs::create_dir_all(desk.folder.path().join("home")).unwrap();
    fs::write(desk.folder.path().join("home/settings.ron"), "(language: chinese)").unwrap();
    desk.harness = window(desk.folder.path(), Vec::new());
    desk.steps();
    assert!(desk.shows("纯文本") && !desk.shows("Text"));
}
