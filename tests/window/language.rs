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
    desk.wait_for("说话人面板的边缘");
    assert!(desk.shows("笔记面板的边缘") && !desk.shows("Resize panel"), "egui's own words are left over");
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
    assert!(desk.shows("settings.ron 第 1 行第 28 列：“theme”不能是“purple”"));
    assert!(desk.shows("没有叫“Helpp”的命令"));
    assert!(!desk.shows("Expected") && !desk.shows("Unexpected"), "the words of the reader of RON are left over");
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

#[test]
fn what_was_said_before_the_language_changed_is_said_in_the_new_one() {
    let mut desk = Desk::empty();
    fs::write(desk.sidecar(), "(format: 1, author: \"Zoë\", annotations: [], tags: [(name: \"claim\")])").unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article(), desk.folder.path().join("missing.txt")]);
    desk.wait_for_part("were begun by Zoë");
    desk.wait_for_part("There is no file “");
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.wait_for("Language: 简体中文");
    desk.click("Language: 简体中文");
    desk.wait_for_part("由Zoë开始");
    desk.wait_for_part("没有文件“");
    assert!(!desk.shows("were begun by Zoë") && !desk.shows("There is no file"));
}

#[test]
fn an_edit_named_in_the_status_line_is_not_named_on_in_the_former_language() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_kept("yellow");
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Undid ‘highlight’"));
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.click("Language: 简体中文");
    desk.wait_for("语言: English");
    assert!(!desk.shows("Undid ‘highlight’"));
}
