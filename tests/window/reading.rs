//! Going about an article and its notes: outline, focus, full screen, back and forth, the filter, settings, export.

use super::*;

impl Desk {
    /// An article with headings and two notes, one of them tagged.
    fn with_notes() -> Self {
        let mut desk = Self::empty();
        let gulls = "\nThe gulls came back over the wall, one after the other, and sat down on the boats.\n".repeat(60);
        let text = format!("{ARTICLE}\nWhat the vote decides\n{gulls}");
        fs::write(desk.article(), text).unwrap();
        desk.harness = window(desk.folder.path(), vec![desk.article()]);
        desk.wait_for("The ferry waits");
        desk.wait_for_part("Ada Brandt: “We wait");
        desk.key(Key::Num2);
        desk.key(Key::T);
        desk.type_text("claim");
        desk.key(Key::Enter);
        desk.key(Key::Escape);
        desk.key(Key::J);
        desk.key(Key::N);
        desk.type_text("Who has the clock?");
        desk.key(Key::Escape);
        desk.key(Key::Escape);
        desk
    }

    fn cards(&self) -> usize {
        self.harness.query_all_by_label_contains("Go to “").count()
    }

    fn filter(&mut self, line: &str) {
        self.key(Key::Slash);
        self.type_text(line);
    }
}

#[test]
fn the_outline_is_gone_through_by_key_and_led_back_from() {
    let mut desk = Desk::with_notes();
    desk.key(Key::Home);
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    desk.key(Key::ArrowDown);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    // The caret is at the heading now.
    desk.key(Key::E);
    assert!(desk.shows("4 words selected"));
    desk.key(Key::Escape);
    desk.key_with(Modifiers::ALT, Key::ArrowLeft);
    desk.key(Key::E);
    assert!(!desk.shows("4 words selected"));
}

#[test]
fn notes_are_filtered_by_one_line() {
    let mut desk = Desk::with_notes();
    for (line, cards, said) in [
        ("tag:cl", 1, "1 note"),
        ("clock", 1, "1 note"),
        ("speaker:brandt", 1, "1 note"),
        ("colour:green", 1, "1 note"),
        ("state:exact", 2, "2 notes"),
        ("by:me", 2, "2 notes"),
        ("by:zoe", 0, "No notes match."),
        ("colour:red", 2, "There is no colour “red”"),
    ] {
        desk.filter(line);
        assert_eq!((desk.cards(), desk.shows(said)), (cards, true), "{line}");
        desk.key(Key::Escape);
        assert_eq!(desk.cards(), 2, "after {line}");
    }
    desk.click("Tag claim, 1 note");
    assert_eq!(desk.cards(), 1);
    desk.click("Show all notes");
    assert_eq!(desk.cards(), 2);
}

#[test]
fn notes_are_listed_by_place_time_or_tag() {
    let mut desk = Desk::with_notes();
    // Times are kept to the second.
    thread::sleep(Duration::from_millis(1100));
    desk.key(Key::Num4);
    desk.key(Key::Escape);
    desk.filter("state:exact");
    let is_tagged_first = |desk: &Desk| {
        let tag = desk.harness.get_all_by_label("claim").map(|chip| chip.rect().top()).fold(f32::INFINITY, f32::min);
        tag < desk.block("Who has the clock?").top()
    };
    assert!(is_tagged_first(&desk), "the title is first in the text");
    for (order, tagged_first) in [
        ("By time, newest first", false),
        ("By tag", true),
        ("By time, newest first", false),
        ("By place in the text", true),
    ] {
        desk.click("Order of the notes");
        desk.click(order);
        assert_eq!(is_tagged_first(&desk), tagged_first, "{order}");
    }
}

#[test]
fn a_gone_passage_is_found_by_its_state() {
    let mut desk = Desk::with_notes();
    desk.wait_for_kept("Who has the clock?");
    let text = fs::read_to_string(desk.article()).unwrap();
    fs::write(
        desk.article(),
        text.replace(
            "“We wait for the wind and not for the clock,” said Ada Brandt, who has the key of the harbour.",
            "Nothing was said.",
        ),
    )
    .unwrap();
    desk.wait_for_part("was changed by another program");
    desk.wait_for_part("Orphans");
    desk.filter("state:orphan");
    assert_eq!(desk.cards(), 1);
    assert!(!desk.shows("Orphans"), "the gone one stands in the list");
}

#[test]
fn full_screen_shows_the_text_alone_until_escape() {
    let mut desk = Desk::reading();
    desk.key(Key::F11);
    assert!(desk.shows("The first ferry") && desk.shows("F11 or Esc brings bars and panels back"));
    for name in ["More commands", "Speakers", "Paragraph 1 of"] {
        assert!(!desk.shows(name), "“{name}” is left");
    }
    desk.key(Key::E);
    desk.key(Key::Escape);
    assert!(!desk.shows("More commands"), "Escape let go of the selection");
    desk.key(Key::Escape);
    assert!(desk.shows("More commands"));
}

#[test]
fn settings_are_shown_at_once_and_kept() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.type_text("Zoë Marsh");
    for name in [
        "Theme: Dark",
        "Type face: Sans",
        "Text size: 22",
        "Letters in a line: 52",
        "Line height: 2",
        "Right edge: Justified",
        "Focus: Line",
    ] {
        desk.click(name);
    }
    let narrow = desk.block("The first ferry").width();
    desk.key(Key::Escape);
    let settings = desk.folder.path().join("home").join("settings.ron");
    let kept = || fs::read_to_string(&settings).unwrap_or_default();
    desk.wait("all of it is kept", |_| kept().contains("Zoë Marsh"));
    for part in [
        "theme: dark",
        "face: sans",
        "text_size: 22",
        "line_length: 52",
        "line_height: 2",
        "justified: true",
        "focus: line",
    ] {
        assert!(kept().contains(part), "no {part} in {}", kept());
    }
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    desk.steps();
    assert_eq!(desk.block("The first ferry").width(), narrow);
}

#[test]
fn notes_are_exported_and_a_file_that_is_there_is_asked_about() {
    let mut desk = Desk::with_notes();
    let page = desk.folder.path().join("ferry.html");
    desk.key_with(Modifiers::COMMAND, Key::E);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.wait_for_part("Exported to “");
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.contains(">The ferry waits</mark>") && html.contains("Who has the clock?"), "{html}");

    fs::write(&page, "mine").unwrap();
    desk.key_with(Modifiers::COMMAND, Key::E);
    desk.click("Web page: a page with the article, its speakers and notes, for any browser");
    desk.click("Export");
    assert!(desk.shows("“ferry.html” is there already. Export again to replace it."));
    assert_eq!(fs::read_to_string(&page).unwrap(), "mine");
    desk.click("Export");
    desk.wait("it is replaced", |_| fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>"));
}

#[test]
fn an_export_of_markdown_beside_markdown_has_a_name_of_its_own() {
    let mut desk = Desk::with_notes();
    let article = desk.folder.path().join("pier.md");
    fs::write(&article, ARTICLE).unwrap();
    desk.harness = window(desk.folder.path(), vec![article]);
    desk.wait_for("The ferry waits");
    let file = |desk: &Desk| {
        let path = desk.harness.get_by_label("File to write").accesskit_node().value().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    };
    desk.key_with(Modifiers::COMMAND, Key::E);
    assert_eq!(file(&desk), "pier.notes.md");
    desk.key(Key::ArrowDown);
    assert_eq!(file(&desk), "pier.html");
    desk.key(Key::ArrowUp);
    assert_eq!(file(&desk), "pier.notes.md");
}

#[test]
fn an_export_that_cannot_be_written_says_so() {
    let mut desk = Desk::with_notes();
    desk.key_with(Modifiers::COMMAND, Key::E);
    desk.key_with(Modifiers::COMMAND, Key::A);
    let path = desk.folder.path().join("nowhere").join("ferry.md").display().to_string();
    desk.type_text(&path);
    desk.key(Key::Enter);
    desk.wait_for_part("there is no such folder. Choose another place");
    assert!(!desk.shows("Exporting"), "the status line says no longer that it goes on");
}

#[test]
fn an_export_over_the_article_or_its_notes_is_refused_before_anything_is_asked() {
    let mut desk = Desk::with_notes();
    desk.wait_for_kept("Who has the clock?");
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    desk.key_with(Modifiers::COMMAND, Key::E);
    for (path, refusal) in [(desk.article(), "is the article itself"), (desk.sidecar(), "holds notes on the article")] {
        let path = path.display().to_string();
        desk.key_with(Modifiers::COMMAND, Key::A);
        desk.type_text(&path);
        desk.key(Key::Enter);
        assert!(desk.shows(refusal) && !desk.shows("Export again to replace it"), "{path}");
        let field = desk.harness.get_by_label("File to write").accesskit_node();
        assert_eq!(field.value(), Some(path.clone()), "what was typed stays");
        desk.key(Key::Enter);
        assert!(desk.shows(refusal), "however often it is asked");
    }
    assert!(fs::read_to_string(desk.article()).unwrap().starts_with("The ferry waits"));
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap(), kept);
}

#[test]
fn where_there_is_no_dialog_an_export_goes_to_a_path_that_is_typed() {
    let mut desk = Desk::with_notes();
    desk.key_with(Modifiers::COMMAND, Key::E);
    desk.click("Choose a place…");
    assert!(desk.shows("No file dialog could be opened here. Type the path instead."));
    desk.click("Table: the notes, a row each, for a spreadsheet");
    desk.click("File to write");
    desk.key(Key::Enter);
    let table = desk.folder.path().join("ferry.csv");
    desk.wait("the table is written", |_| fs::read_to_string(&table).is_ok_and(|text| text.lines().count() == 3));
}

#[test]
fn nothing_moves_when_the_reader_wants_it_so() {
    let mut desk = Desk::reading();
    let moves = |desk: &Desk| desk.harness.ctx.global_style().animation_time > 0.0;
    assert!(moves(&desk));
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.click("Motion: Never");
    assert!(!moves(&desk));
    desk.key(Key::Escape);
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    assert!(!moves(&desk), "nor in another theme");
    let settings = desk.folder.path().join("home").join("settings.ron");
    desk.wait("it is kept", |_| fs::read_to_string(&settings).is_ok_and(|text| text.contains("motion: never")));
}

#[test]
fn the_article_is_set_in_an_installed_type_face_by_its_name() {
    let mut desk = Desk::reading();
    let serif = desk.block("The first ferry");
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.harness.get_all_by_label("Another face").last().unwrap().click();
    desk.steps();
    desk.type_text("Nowhere");
    assert!(desk.shows("No type face with “Nowhere” in its name is installed."));
    desk.key_with(Modifiers::COMMAND, Key::A);
    desk.type_text("dejavu");
    assert!(desk.shows("DejaVu Sans"));
    desk.key(Key::Enter);
    let settings = desk.folder.path().join("home").join("settings.ron");
    let kept = |text: String| text.contains("face: own") && text.contains("family: \"DejaVu Sans\"");
    desk.wait("it is kept", |_| fs::read_to_string(&settings).is_ok_and(kept));
    desk.key(Key::Escape);
    desk.wait("wider letters", |harness| {
        let block = harness.get_all_by_label_contains("The first ferry").next().unwrap();
        (block.rect().width() - serif.width()).abs() > 2.0 || (block.rect().height() - serif.height()).abs() > 2.0
    });
}

#[test]
fn a_type_face_that_is_not_installed_is_told_and_the_serif_shown() {
    let mut desk = Desk::empty();
    let home = desk.folder.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("settings.ron"), "(face: own, family: \"Nowhere Grotesk\")").unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("The type face “Nowhere Grotesk”, which your settings name, is not installed");
    assert!(desk.shows("The first ferry"));
}

#[test]
fn the_arrow_keys_select_on_from_where_the_mouse_clicked() {
    let mut desk = Desk::reading();
    let words = desk.block("The second ferry did").left_top() + egui::vec2(60.0, 15.0);
    desk.drag(words, words);
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    assert!(desk.shows("1 word selected"));
}

#[test]
fn the_menu_of_commands_is_as_tall_as_the_window_and_ends_with_the_palette() {
    let mut desk = Desk::reading();
    desk.click("More commands");
    desk.steps();
    let bottom = |desk: &Desk, name: &str| desk.harness.get_by_label(name).rect().bottom();
    let last = bottom(&desk, "Command palette");
    assert!((700.0..800.0).contains(&last), "{last}");
    assert!(bottom(&desk, "Highlight in pink") < last, "only the first twelve are in sight");
    desk.click("Command palette");
    desk.steps();
    assert!(desk.harness.query_all_by_label("Command").next().is_some(), "the palette is open");
}

#[test]
fn the_wheel_scrolls_the_text_from_over_the_cards_beside_it() {
    let mut desk = Desk::reading();
    let more = "\nThe gulls came back over the wall and sat there until the evening.\n".repeat(60);
    fs::write(desk.article(), ARTICLE.to_owned() + &more).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.mark_the_first_sentence();
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    let card = |desk: &Desk| desk.harness.get_all_by_label_contains("Go to “").next().unwrap().rect().center();
    let turn = |desk: &mut Desk| {
        desk.harness.hover_at(card(desk));
        desk.steps();
        let before = desk.block("The first ferry").top();
        desk.turn_wheel(40.0);
        desk.harness.run_steps(20);
        before - desk.block("The first ferry").top()
    };
    let moved = turn(&mut desk);
    assert!((39.0..41.0).contains(&moved), "the text moved by {moved}");
    desk.click("List all");
    assert_eq!(turn(&mut desk), 0.0, "a list has the wheel for itself");
}

#[test]
fn dropping_one_speaker_on_another_makes_them_one_person() {
    let mut desk = Desk::reading();
    fs::write(desk.article(), format!("{ARTICLE}\n“The gulls came back over the wall,” said Ben Cole.\n")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ben Cole: “The gulls");
    let (ben, ada) = (desk.block("Ben Cole, 1 quotation").center(), desk.block("Ada Brandt, 1 quotation").center());
    desk.drag(ben, ada);
    desk.wait_for_part("Ada Brandt, 2 quotations");
    desk.wait_for_part("Ada Brandt: “The gulls");
    assert!(!desk.shows("Ben Cole, 1 quotation"));
    assert!(desk.shows("1 quotation of Ben Cole is Ada Brandt’s now"));
    desk.wait_for_kept("verdict: \"same person\"");
    desk.harness.get_by_label_contains("Ada Brandt, 2 quotations").focus();
    desk.key(Key::Menu);
    assert!(desk.shows("Show as Ben Cole again"));
    desk.key(Key::Escape);
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for_part("Ben Cole, 1 quotation");

    let ben = desk.block("Ben Cole, 1 quotation").center();
    desk.drag(ben, ben + egui::vec2(0.0, 200.0));
    desk.drag(ben, ben + egui::vec2(0.0, 6.0));
    assert!(desk.shows("Ben Cole, 1 quotation") && desk.shows("Ada Brandt, 1 quotation"), "dropped on nobody else");
}

#[test]
fn drawing_a_selection_past_an_edge_scrolls() {
    let mut desk = Desk::reading();
    let paragraphs: String = (0..60).map(|number| format!("\nThe gate closed {number} times that year.\n")).collect();
    fs::write(desk.article(), format!("{ARTICLE}{paragraphs}")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("The gate closed 0 times");
    let begun = desk.block("The first ferry").left_top() + egui::vec2(4.0, 15.0);
    desk.harness.hover_at(begun);
    desk.harness.step();
    desk.harness.drag_at(begun);
    desk.harness.step();
    desk.harness.hover_at(begun + egui::vec2(60.0, 200.0));
    desk.harness.step();
    let below = pos2(begun.x + 60.0, 790.0);
    desk.harness.hover_at(below);
    desk.wait_for_part("The gate closed 40 times");
    assert!(!desk.shows("The first ferry did not sail on Monday"));
    let above = pos2(begun.x + 60.0, 2.0);
    desk.harness.hover_at(above);
    desk.wait_for_part("The first ferry did not sail on Monday");
    desk.harness.hover_at(below);
    desk.wait_for_part("The gate closed 30 times");
    desk.harness.drop_at(below);
    desk.steps();
    desk.key(Key::Num1);
    desk.wait_for_kept("quote: \"The first ferry did not sail");
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    assert!(kept.contains("The gate closed 20 times"), "{kept}");
}
