//! Files of notes that turn into something else while the article is open, and two windows on one note.

use super::*;

impl Desk {
    fn with_yellow() -> Self {
        let mut desk = Self::reading();
        desk.key(Key::E);
        desk.key(Key::Num1);
        desk.key(Key::Escape);
        desk.wait_for_kept("yellow");
        desk
    }

    /// Writes at the end of the only note.
    fn write_in_note(&mut self, text: &str) {
        self.key(Key::Comma);
        self.key(Key::Home);
        self.key(Key::Period);
        self.key(Key::N);
        self.type_text(text);
        self.key(Key::Escape);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn notes_whose_file_became_a_link_to_itself_are_told_and_saved_when_it_is_gone() {
    let mut desk = Desk::with_yellow();
    fs::remove_file(desk.sidecar()).unwrap();
    std::os::unix::fs::symlink("ferry.txt.notes.ron", desk.sidecar()).unwrap();
    desk.write_in_note("still here");
    desk.wait_for_part("cannot be read: its link leads back to itself.");
    desk.wait_for_part("Until then the notes are kept in “");
    fs::remove_file(desk.sidecar()).unwrap();
    desk.wait_for_kept("still here");
    desk.wait("it says no longer that they are not saved", |harness| {
        harness.query_all_by_label_contains("Until then").next().is_none()
    });
}

#[test]
fn an_article_that_was_deleted_while_its_notes_were_written_keeps_them() {
    let mut desk = Desk::with_yellow();
    fs::remove_file(desk.article()).unwrap();
    desk.write_in_note("after all");
    desk.wait_for_part("“ferry.txt” is no longer in");
    desk.wait_for_kept("after all");
    desk.harness = window(&desk.folder.path().join("elsewhere"), Vec::new());
    fs::write(desk.article(), ARTICLE).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("after all");
}

#[test]
fn two_windows_that_write_in_one_note_at_once_keep_both_texts() {
    let mut desk = Desk::with_yellow();
    let second = window(desk.folder.path(), vec![desk.article()]);
    let first = std::mem::replace(&mut desk.harness, second);
    desk.wait_for_part("Go to “");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.write_in_note("of the second");
    let second = std::mem::replace(&mut desk.harness, first);
    desk.write_in_note("of the first");
    desk.wait_for_kept("of the second");
    desk.wait_for_kept("of the first");
    desk.wait_for_part("of the second");
    desk.harness = second;
    desk.wait_for_part("of the first");
    assert!(desk.shows("of the second"));
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    thread::sleep(Duration::from_millis(1500));
    desk.steps();
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap(), kept, "they do not take turns");
    let mut files = fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(
        files.all(|name| !name.to_string_lossy().contains(".backup")),
        "nothing was lost that a copy would have to hold"
    );
}

/// A paragraph in Hebrew in which somebody speaks, and the words of it.
const HEBREW: &str = "והוא אמר לא נפליג היום ולא מחר ואולי לא נפליג כלל כי הרוח חזקה והים סוער מאוד בלילה";

impl Desk {
    /// The article with a paragraph behind it.
    fn with_paragraph(paragraph: &str) -> Self {
        let mut desk = Self::reading();
        fs::write(desk.article(), format!("{ARTICLE}\n{paragraph}\n")).unwrap();
        desk.harness = window(desk.folder.path(), vec![desk.article()]);
        desk.wait_for_part(paragraph);
        desk
    }
}

#[test]
fn words_that_run_from_right_to_left_are_marked_one_by_one() {
    let mut desk = Desk::with_paragraph(HEBREW);
    let sidecar = desk.sidecar();
    let first = desk.block(HEBREW).right_top() + egui::vec2(-10.0, 15.0);
    desk.drag(first, first);
    desk.drag(first, first);
    desk.key(Key::Num1);
    desk.wait_for_kept("quote: \"והוא\"");

    desk.key(Key::CloseBracket);
    desk.key(Key::ArrowLeft);
    desk.wait_for_kept("quote: \"והוא אמר\"");
    let end = desk.harness.get_by_label("End of the passage").rect().center();
    let first = desk.block(HEBREW).right_top();
    assert!(end.x < first.x - 40.0 && end.x > first.x - 200.0, "{end:?} of a passage that begins at {first:?}");
    desk.drag(end, end - egui::vec2(90.0, 0.0));
    desk.wait("the passage is longer", |_| {
        let kept = fs::read_to_string(&sidecar).unwrap();
        kept.contains("quote: \"והוא אמר ") && HEBREW.split(' ').any(|word| kept.contains(&format!("{word}\", after")))
    });
}

#[test]
fn a_passage_is_drawn_from_the_right_in_whole_words_by_mouse_and_keys() {
    let mut desk = Desk::with_paragraph(HEBREW);
    let first = desk.block(HEBREW).right_top() + egui::vec2(-2.0, 15.0);
    desk.drag(first, first - egui::vec2(140.0, 0.0));
    desk.key(Key::Num1);
    desk.wait_for_kept("quote: \"");
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    let quote = kept.split("quote: \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let words: Vec<&str> = HEBREW.split(' ').collect();
    let drawn: Vec<&str> = quote.split_whitespace().collect();
    assert!((2..8).contains(&drawn.len()) && words.starts_with(&drawn), "{quote}");

    desk.key(Key::Escape);
    desk.key(Key::Escape);
    let first = desk.block(HEBREW).right_top() + egui::vec2(-2.0, 45.0);
    desk.drag(first, first);
    desk.key_with(Modifiers::SHIFT, Key::ArrowLeft);
    desk.key_with(Modifiers::SHIFT, Key::ArrowLeft);
    desk.key_with(Modifiers::SHIFT, Key::ArrowRight);
    desk.key(Key::Num2);
    desk.wait_for_kept("green");
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    let quotes = kept.split("quote: \"").skip(1).filter_map(|rest| rest.split('"').next());
    assert!(quotes.into_iter().all(|quote| quote.split_whitespace().all(|word| words.contains(&word))), "{kept}");
}

#[test]
fn the_word_that_a_passage_is_drawn_from_is_in_it_whichever_way_one_draws() {
    let mut desk = Desk::with_paragraph(HEBREW);
    // Near the head of the third word and in the fourth, from each both ways.
    let places = [-83.0, -113.0].map(|x| egui::vec2(x, 15.0));
    for (colour, from) in [Key::Num1, Key::Num2].into_iter().zip(places) {
        for way in [60.0, -60.0] {
            let from = desk.block(HEBREW).right_top() + from;
            desk.drag(from, from + egui::vec2(way, 0.0));
            desk.key(colour);
            desk.key(Key::Escape);
            desk.key(Key::Escape);
            desk.harness.run_steps(40);
        }
    }
    let sidecar = desk.sidecar();
    let keeps_all = |kept: String| kept.matches("quote: \"").count() == 4;
    desk.wait("all four are kept", |_| fs::read_to_string(&sidecar).is_ok_and(keeps_all));
    let kept = fs::read_to_string(&sidecar).unwrap();
    let quotes: Vec<&str> = kept.split("quote: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let (third, fourth): (Vec<&str>, Vec<&str>) = (quotes[..2].to_vec(), quotes[2..].to_vec());
    assert!(third.iter().all(|quote| quote.contains("לא")), "{third:?}");
    assert!(fourth.iter().all(|quote| quote.contains("נפליג")), "{fourth:?}");
}

#[test]
fn who_says_words_that_run_from_right_to_left_is_asked_where_they_were_clicked() {
    let said = "“לא נפליג היום ולא מחר,” said Ben Cole, who has the boat, “ואולי לא נפליג כלל.”";
    let mut desk = Desk::with_paragraph(said);
    desk.wait_for_part("Ben Cole: “");
    let block = desk.block(said);
    for x in [12.0, 60.0, 120.0] {
        let place = block.right_top() + egui::vec2(-x, 15.0);
        desk.drag(place, place);
        desk.harness.hover_at(pos2(5.0, 5.0));
        desk.steps();
        desk.key(Key::S);
        assert!(desk.shows("Name of the speaker"), "{x}");
        desk.key(Key::Escape);
        desk.harness.run_steps(40);
    }
}

#[test]
fn nothing_breaks_where_words_run_both_ways() {
    let mixed =
        ["שלום (2025) ABC", "ABCשלום \u{200f}( 12.5% ،٢٠٢٥ می\u{200c}خواهم", "a\u{202e}b שלום\u{202c} c", "\u{5d0}"];
    for paragraph in mixed {
        let mut desk = Desk::reading();
        fs::write(desk.article(), format!("{ARTICLE}\n{paragraph}\n")).unwrap();
        desk.harness = window(desk.folder.path(), vec![desk.article()]);
        desk.wait_for_part(paragraph.split(' ').next().unwrap());
        let block = desk.block(paragraph.split(' ').next().unwrap());
        for x in [0.02, 0.3, 0.5, 0.7, 0.98] {
            let place = block.left_top() + egui::vec2(block.width() * x, 15.0);
            desk.drag(place, block.right_top() + egui::vec2(-4.0, 12.0));
            desk.drag(place, place);
            desk.key_with(Modifiers::SHIFT, Key::ArrowLeft);
            desk.key_with(Modifiers::SHIFT, Key::ArrowRight);
            desk.key(Key::Num1);
            desk.key(Key::Escape);
            desk.harness.run_steps(30);
        }
    }
}

#[test]
fn a_name_that_runs_from_right_to_left_turns_nothing_round_that_is_said_of_it() {
    let mut desk = Desk::reading();
    let empty = desk.folder.path().join("שלום.txt");
    fs::write(&empty, "").unwrap();
    desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(empty)));
    desk.wait_for("“שלום.txt” is empty. Check that it was saved, or open another file.");
    desk.key(Key::J);
    desk.key(Key::S);
    desk.type_text("עדה");
    desk.key(Key::Enter);
    desk.wait_for_part("עדה: “We wait");
    desk.key(Key::K);
    desk.key(Key::J);
    desk.wait_for("עדה – You said who says this.");
}

#[cfg(unix)]
#[test]
fn the_name_of_a_file_with_a_line_break_stands_on_one_line() {
    let mut desk = Desk::empty();
    let path = desk.folder.path().join("line\nbreak.txt");
    fs::write(&path, "the gulls came back over the wall and sat there until the evening.\n").unwrap();
    desk.harness = window(desk.folder.path(), vec![path, desk.article()]);
    desk.wait_for("Close The ferry waits");
    desk.wait_for("Close line break.txt");
}

#[test]
fn notes_whose_file_became_something_else_are_kept_in_the_data_folder() {
    let mut desk = Desk::with_yellow();
    fs::write(desk.sidecar(), "my shopping list (").unwrap();
    desk.wait_for_part("Until then the notes are kept in “");
    desk.key(Key::E);
    desk.key(Key::Num4);
    desk.wait_for_part("in your data folder");
    let home = desk.folder.path().join("home/notes");
    desk.wait("the note is in the data folder as it is now", |_| {
        let files = fs::read_dir(&home).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_to_string(file.path()).ok()).any(|text| text.contains("pink"))
    });
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap(), "my shopping list (");
}

#[test]
fn a_note_that_was_damaged_is_not_told_as_deleted() {
    let mut desk = Desk::with_yellow();
    let damaged = fs::read_to_string(desk.sidecar()).unwrap().replace("note: \"\"", "note: \"");
    fs::write(desk.sidecar(), damaged).unwrap();
    desk.wait_for_part("It is kept as it is written");
    assert!(desk.shows("Took in notes that another program wrote") && !desk.shows("1 deleted"));
}
