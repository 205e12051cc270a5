//! An article that is opened again goes on where it was read.

use super::{
    length::{lines, with_text},
    *,
};

impl Desk {
    fn places(&self) -> PathBuf {
        self.folder.path().join("home").join("reading-places.ron")
    }

    /// Reads on for some pages; the line that is at the top then.
    fn read_on(&mut self, pages: usize) -> (usize, f32) {
        self.turn_pages(pages);
        self.first_line()
    }

    fn turn_pages(&mut self, pages: usize) {
        for _ in 0..pages {
            self.key(Key::PageDown);
        }
    }

    fn close_tab(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::W);
        assert!(self.shows("Drop an article here"));
    }

    fn drop_on(&mut self, path: PathBuf) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        self.harness.step();
        self.wait_for_part("of the long list of boats");
        self.steps();
    }

    /// Closes the window, and opens another one on an article.
    fn come_back_to(&mut self, path: PathBuf) {
        self.harness = window(self.folder.path(), Vec::new());
        self.harness = window(self.folder.path(), vec![path]);
        self.wait_for_part("of the long list of boats");
        self.steps();
    }
}

#[test]
fn an_article_goes_on_at_the_line_that_was_read() {
    let mut desk = with_text(&lines(400), 0);
    let (line, _) = desk.read_on(6);
    assert!(line > 40, "{line}");
    desk.close_tab();
    let listed = desk.harness.get_all_by_label_contains("ferry.txt").next().unwrap().accesskit_node().description();
    assert!(listed.as_ref().is_some_and(|said| said.contains(" %, No notes")), "{listed:?}");
    desk.drop_on(desk.article());
    assert_eq!(desk.first_line().0, line, "after the tab was closed");
    let place = desk.first_line();
    for _ in 0..2 {
        desk.come_back_to(desk.article());
        assert_eq!(desk.first_line(), place, "after the window was closed");
    }
    desk.harness = window(desk.folder.path(), Vec::new());
    desk.steps();
    let recent = desk.harness.get_all_by_label_contains("ferry.txt").next().unwrap();
    recent.click();
    desk.wait_for_part("of the long list of boats");
    desk.steps();
    assert_eq!(desk.first_line(), place, "from the recent articles");
}

#[test]
fn an_article_goes_on_at_its_last_lines_also_in_another_size() {
    let mut desk = with_text(&lines(100), 0);
    desk.key(Key::End);
    desk.steps();
    let (line, _) = desk.first_line();
    desk.come_back_to(desk.article());
    assert_eq!(desk.first_line().0, line);
    desk.key_with(Modifiers::COMMAND, Key::Plus);
    desk.come_back_to(desk.article());
    assert!(desk.shows("Line 100 of the"));
}

#[test]
fn the_keys_for_begin_and_end_serve_with_control_too() {
    let mut desk = with_text(&lines(400), 0);
    let top = desk.first_line();
    for modifiers in [Modifiers::NONE, Modifiers::COMMAND] {
        desk.key_with(modifiers, Key::End);
        desk.steps();
        assert!(desk.shows("Line 400 of the"), "{modifiers:?}");
        desk.key_with(modifiers, Key::Home);
        desk.steps();
        assert_eq!(desk.first_line(), top, "{modifiers:?}");
    }
}

#[test]
fn the_line_is_found_in_a_text_that_changed_and_in_a_file_that_moved() {
    let mut desk = with_text(&lines(400), 0);
    let (line, _) = desk.read_on(6);
    desk.harness = window(desk.folder.path(), Vec::new());
    fs::write(desk.article(), format!("Nobody slept that night.\n\n{}", lines(400))).unwrap();
    desk.come_back_to(desk.article());
    assert_eq!(desk.first_line().0, line);
    let (line, _) = desk.read_on(1);
    desk.harness = window(desk.folder.path(), Vec::new());
    let moved = desk.folder.path().join("elsewhere.txt");
    fs::rename(desk.article(), &moved).unwrap();
    desk.come_back_to(moved.clone());
    assert_eq!(desk.first_line().0, line);
    fs::write(&moved, "Something else stands here now, of the long list of boats.\n").unwrap();
    desk.come_back_to(moved);
}

#[test]
fn a_line_stays_kept_when_the_open_article_is_changed() {
    let mut desk = with_text(&lines(400), 0);
    let (line, _) = desk.read_on(6);
    fs::write(desk.article(), format!("Nobody slept that night.\n\n{}", lines(400))).unwrap();
    desk.wait_for_part("was changed by another program");
    desk.click("Put this message away");
    assert_eq!(desk.first_line().0, line);
    desk.come_back_to(desk.article());
    assert_eq!(desk.first_line().0, line);
}

#[test]
fn what_is_read_without_scrolling_leaves_no_trace() {
    let mut desk = with_text(&lines(400), 0);
    desk.key(Key::E);
    desk.key(Key::Escape);
    desk.close_tab();
    desk.drop_on(desk.article());
    let places = desk.places();
    desk.come_back_to(desk.article());
    assert!(!places.exists());
    desk.read_on(3);
    desk.come_back_to(desk.article());
    assert!(fs::read_to_string(&places).unwrap().contains("ferry.txt"));
    desk.key(Key::Home);
    desk.come_back_to(desk.article());
    assert!(!fs::read_to_string(&places).unwrap().contains("ferry.txt"), "read from the beginning again");
    assert_eq!(desk.first_line().0, 1);
}

#[test]
fn a_window_goes_on_where_another_one_was_and_keeps_what_was_read_last() {
    let mut desk = with_text(&lines(400), 0);
    let mut other = window(desk.folder.path(), vec![desk.article()]);
    let (line, _) = desk.read_on(6);
    // The reader turns to the other window, where the article is closed and opened again.
    desk.harness.event(egui::Event::WindowFocused(false));
    desk.steps();
    std::mem::swap(&mut desk.harness, &mut other);
    desk.wait_for_part("of the long list of boats");
    assert_eq!(desk.first_line().0, 1);
    desk.close_tab();
    desk.drop_on(desk.article());
    assert_eq!(desk.first_line().0, line);
    let (further, _) = desk.read_on(2);
    assert!(further > line);
    desk.harness = window(desk.folder.path(), Vec::new());
    // The first one was left where it was: the place in the second is the later one.
    drop(other);
    desk.come_back_to(desk.article());
    assert_eq!(desk.first_line().0, further);
}

#[cfg(unix)]
#[test]
fn an_article_goes_on_in_a_new_window_where_it_is_in_this_one() {
    let mut desk = with_text(&lines(400), 0);
    let other = program(desk.folder.path(), "");
    let voice = Voice::Program(PathBuf::new());
    desk.harness = window_with(desk.folder.path(), vec![desk.article()], voice, Some(other));
    desk.wait_for_part("of the long list of boats");
    let (line, _) = desk.read_on(4);
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    let places = desk.places();
    desk.wait("the place is kept", |_| fs::read_to_string(&places).is_ok_and(|text| text.contains("ferry.txt")));
    let mut other = window(desk.folder.path(), vec![desk.article()]);
    std::mem::swap(&mut desk.harness, &mut other);
    desk.wait_for_part("of the long list of boats");
    desk.steps();
    assert_eq!(desk.first_line().0, line);
}

#[test]
fn a_large_article_goes_on_far_behind_its_beginning() {
    let mut desk = with_text(&lines(30_000), 0);
    desk.key(Key::End);
    desk.steps();
    let (line, _) = desk.first_line();
    desk.come_back_to(desk.article());
    desk.wait("its end", |harness| harness.query_all_by_label_contains("Line 30000 of the").next().is_some());
    assert_eq!(desk.first_line().0, line);
}

#[test]
fn the_sample_goes_on_too() {
    let mut desk = Desk::empty();
    desk.steps();
    desk.click("Read the sample");
    desk.wait_for_part("Paragraph 1 of");
    desk.turn_pages(3);
    desk.close_tab();
    desk.click("Read the sample");
    desk.wait_for_part("Paragraph ");
    desk.steps();
    assert!(!desk.shows("Paragraph 1 of"));
}

#[test]
fn the_status_line_names_the_paragraph_of_a_caret_that_is_seen() {
    let mut desk = with_text(&lines(100), 0);
    assert!(desk.shows("Paragraph 1 of"));
    for paragraph in ["Paragraph 2 of", "Paragraph 3 of", "Paragraph 4 of"] {
        desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
        assert!(desk.shows(paragraph), "{paragraph}");
    }
    desk.key(Key::End);
    desk.steps();
    assert!(!desk.shows("Paragraph 4 of"), "the caret is out of sight");
    desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
    assert!(desk.shows("Paragraph 5 of"));
}

#[test]
fn the_status_line_and_the_keys_mean_the_same_place_at_the_end_of_the_article() {
    for focus in [false, true] {
        let mut desk = with_text(&lines(60), 0);
        if focus {
            desk.key(Key::F);
        }
        desk.key(Key::End);
        assert!(desk.shows("Paragraph 60 of 60"), "focus: {focus}");
        let last = desk.block("Line 60 of the").top();
        desk.key(Key::E);
        desk.key(Key::Num1);
        desk.wait_for_kept("yellow");
        assert!(fs::read_to_string(desk.sidecar()).unwrap().contains("quote: \"Line 60 of"), "focus: {focus}");
        let moved = desk.block("Line 60 of the").top() - last;
        assert!(moved.abs() < 20.0, "the text stays where it is, focus: {focus}, by {moved}");
    }
}

#[test]
fn a_sentence_amid_a_long_paragraph_is_taken_where_it_is_read() {
    let paragraph = (0..900).map(|number| format!("Boat {number} lay at the quay. ")).collect::<String>();
    let mut desk = with_text(&format!("{}\n\n{}", paragraph.trim(), lines(60)), 0);
    desk.key(Key::PageDown);
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_kept("yellow");
    assert!(!fs::read_to_string(desk.sidecar()).unwrap().contains("quote: \"Boat 0 lay"));
}
