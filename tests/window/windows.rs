//! Another window is another run of the program; here a script that writes down what it is to open.

use super::*;

#[test]
fn an_article_opens_in_a_window_of_its_own_by_key_and_from_its_tab() {
    let mut desk = Desk::empty();
    let folder = desk.folder.path().to_owned();
    let script = program(&folder, "echo \"$#:$1\" >> windows");
    let second = folder.join("second.txt");
    fs::write(&second, ARTICLE.replace("The ferry waits", "The ferry sails")).unwrap();
    let nobody = Voice::Program(PathBuf::new());
    desk.harness = window_with(&folder, vec![desk.article(), second.clone()], nobody, Some(script));
    desk.wait_for("Close The ferry sails");
    let windows = |lines: &[String]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let opened = |desk: &mut Desk, lines: &[String]| {
        let (file, expected) = (folder.join("windows"), windows(lines));
        desk.wait(&expected, |_| fs::read_to_string(&file).is_ok_and(|text| text == expected));
    };
    desk.key_with(Modifiers::COMMAND, Key::N);
    let mut lines = vec!["0:".to_owned()];
    opened(&mut desk, &lines);

    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    lines.push(format!("1:{}", fs::canonicalize(desk.article()).unwrap().display()));
    opened(&mut desk, &lines);

    let tab = desk.harness.get_all_by_label("The ferry sails").next().unwrap();
    tab.click_secondary();
    desk.steps();
    desk.click("Open in a new window");
    lines.push(format!("1:{}", fs::canonicalize(&second).unwrap().display()));
    opened(&mut desk, &lines);
    assert!(desk.shows("Close The ferry sails"), "it is still open here");
}

#[test]
fn two_windows_on_one_article_keep_the_notes_and_settings_of_both() {
    let mut desk = Desk::reading();
    let mut other = window(desk.folder.path(), vec![desk.article()]);
    let mut steps = 0..MOST_STEPS;
    while other.query_all_by_label_contains("Ada Brandt: “We wait").next().is_none() {
        assert!(steps.next().is_some(), "the article never came");
        other.step();
        thread::sleep(BETWEEN_STEPS);
    }
    desk.key(Key::Num2);
    desk.wait_for_kept("green");
    desk.key_with(Modifiers::COMMAND, Key::Plus);
    let settings = desk.folder.path().join("home").join("settings.ron");
    desk.wait("the size", |_| fs::read_to_string(&settings).is_ok_and(|text| text.contains("text_size: 20")));

    other.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    other.run_steps(4);
    other.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    other.run_steps(4);
    other.key_press(Key::Num4);
    other.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    other.run_steps(4);
    desk.wait_for_kept("pink");
    desk.wait("the face", |_| fs::read_to_string(&settings).is_ok_and(|text| text.contains("face: sans")));
    let kept = (fs::read_to_string(desk.sidecar()).unwrap(), fs::read_to_string(&settings).unwrap());
    assert!(kept.0.contains("green") && kept.1.contains("text_size: 20"), "{kept:?}");
    desk.wait("both notes", |harness| harness.query_all_by_label_contains("Go to “").count() == 2);
}

#[test]
fn a_window_takes_in_settings_and_recent_articles_of_another_when_the_reader_turns_to_it() {
    let mut desk = Desk::empty();
    let mut other = window(desk.folder.path(), vec![desk.article()]);
    std::mem::swap(&mut desk.harness, &mut other);
    desk.wait_for("The ferry waits");
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    let theme = |desk: &Desk| desk.harness.ctx.global_style().visuals.panel_fill;
    let chosen = theme(&desk);
    let home = desk.folder.path().join("home");
    desk.wait("both are kept", |_| home.join("settings.ron").exists() && home.join("recent.ron").exists());
    std::mem::swap(&mut desk.harness, &mut other);
    desk.steps();
    assert!(theme(&desk) != chosen && !desk.shows("The ferry waits"));
    desk.harness.event(egui::Event::WindowFocused(true));
    desk.wait_for_part("The ferry waits");
    desk.wait("the theme", |harness| harness.ctx.global_style().visuals.panel_fill == chosen);
}

#[test]
fn keys_and_a_name_that_were_set_elsewhere_count_when_the_reader_turns_to_the_window() {
    let mut desk = Desk::reading();
    desk.key(Key::Num2);
    desk.wait_for_kept("green");
    let settings = desk.folder.path().join("home").join("settings.ron");
    fs::write(settings, "(author: \"Zoë Marsh\", shortcuts: { \"Help\": \"F2\" })").unwrap();
    desk.harness.event(egui::Event::WindowFocused(true));
    desk.wait_for_kept("Zoë Marsh");
    desk.key(Key::F2);
    assert!(desk.shows("What you can do, and the keys for it"));
}

#[test]
fn a_window_over_the_text_and_both_panels_have_a_name_for_a_screen_reader() {
    let mut desk = Desk::reading();
    let named = |desk: &Desk, name: &str, role: egui::accesskit::Role| {
        let all: Vec<_> = desk.harness.query_all_by_label(name).collect();
        all.iter().any(|node| node.accesskit_node().role() == role)
    };
    assert!(named(&desk, "Panel of speakers and tags", egui::accesskit::Role::Region));
    assert!(named(&desk, "Panel of notes", egui::accesskit::Role::Region));
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    assert!(named(&desk, "Settings", egui::accesskit::Role::Dialog));
}
