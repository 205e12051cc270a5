//! What a reader meets in a small window, and with the keyboard alone: nothing is cut or covered, and the order is the one seen.

use egui::{Rect, vec2};

use super::*;

impl Desk {
    pub(super) fn rect(&self, name: &str) -> Rect {
        // a window over the text has the name of its title
        let all = self.harness.query_all_by_label(name);
        let mut all = all.filter(|node| node.accesskit_node().role() != egui::accesskit::Role::Dialog);
        let found = all.next().unwrap();
        assert!(all.next().is_none(), "{name} is there once");
        found.rect()
    }

    /// Where the title is painted in the top bar, if it is.
    fn title_in_the_top_bar(&self) -> Option<Rect> {
        let shapes = &self.harness.output().shapes;
        let places = shapes.iter().filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) if text.galley.text().starts_with("The ferry") => Some(text.visual_bounding_rect()),
            _ => None,
        });
        places.into_iter().find(|place| place.bottom() < 44.0)
    }

    fn focus_ring(&self) -> Option<Rect> {
        let mut all = self.harness.root().children_recursive();
        all.find(|node| node.accesskit_node().is_focused()).map(|node| node.rect())
    }
}

const OPTIONS: [&str; 3] = ["Capitals, accents", "Whole words", "Expression"];

#[test]
fn the_find_bar_has_room_for_its_parts_in_a_window_of_any_width() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    for width in [480.0, 700.0, 950.0, 1200.0, 1280.0] {
        desk.harness.set_size(vec2(width, 600.0));
        desk.steps();
        let names = ["Find in the text", "Previous result", "Next result", "Close find"].into_iter().chain(OPTIONS);
        let places: Vec<(&str, Rect)> = names.map(|name| (name, desk.rect(name))).collect();
        for (number, (name, place)) in places.iter().enumerate() {
            assert!(place.left() >= 0.0 && place.right() <= width, "{name} at {place:?} in {width}");
            for (other, covered) in &places[..number] {
                assert!(!place.shrink(1.0).intersects(covered.shrink(1.0)), "{name} lies over {other} in {width}");
            }
        }
    }
}

#[test]
fn the_find_bar_has_no_row_for_a_count_that_stands_in_its_field() {
    let mut desk = Desk::reading();
    let below = |desk: &Desk| {
        let column = desk.harness.get_by_role_and_label(egui::accesskit::Role::Document, "The ferry waits").rect();
        let parts = ["Find in the text", "Close find"].into_iter().chain(OPTIONS);
        column.top() - parts.map(|name| desk.rect(name).bottom()).fold(0.0, f32::max)
    };
    desk.key_with(Modifiers::COMMAND, Key::F);
    for (width, tall) in
        [(1200.0, 800.0), (900.0, 560.0), (650.0, 440.0), (640.0, 440.0), (480.0, 440.0), (400.0, 440.0)]
    {
        desk.harness.set_size(vec2(width, tall));
        desk.steps();
        assert!(below(&desk) < 16.0, "{} in a window of {width} × {tall}", below(&desk));
        desk.type_text("ferry");
        desk.wait_for("1 of 3");
        desk.steps();
        assert!(below(&desk) < 16.0, "{} in a window of {width} × {tall} with a count", below(&desk));
        desk.key_with(Modifiers::COMMAND, Key::A);
        desk.key(Key::Backspace);
    }
}

#[test]
fn what_is_wrong_with_an_expression_is_read_whole_beside_both_panels() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.click("Expression");
    desk.type_text("(none of these words stands anywhere");
    let told = "“(none of these words stands anywhere” is not a regular expression. Check its brackets.";
    desk.wait_for(told);
    let place = desk.rect(told);
    assert!(place.width() > 400.0 && place.bottom() < desk.block("The first ferry").top(), "{place:?}");
}

#[test]
fn find_keeps_its_options_when_it_is_closed() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.click("Whole words");
    desk.click("Close find");
    assert!(!desk.shows("Whole words"));
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("ferr");
    desk.wait_for("Not in the text");
}

#[test]
fn the_text_stays_where_it_is_whatever_is_said_of_a_search() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.click("Expression");
    for width in [1200.0, 760.0, 480.0] {
        desk.harness.set_size(vec2(width, 600.0));
        desk.steps();
        let top = desk.block("The first ferry").top();
        for (words, said) in [("zzz", "Not in the text"), ("zzz(", "is not a regular expression")] {
            desk.type_text(words);
            desk.wait_for_part(said);
            desk.steps();
            assert_eq!(desk.block("The first ferry").top(), top, "“{words}” in {width}");
            desk.key_with(Modifiers::COMMAND, Key::A);
            desk.key(Key::Backspace);
        }
    }
}

#[test]
fn the_title_gives_way_to_what_stands_in_the_top_bar() {
    let mut desk = Desk::reading();
    // The smallest window has so many points at 175 and at 200 percent, a common one at 200.
    for (width, height) in [(365.0, 274.0), (320.0, 240.0), (400.0, 300.0), (640.0, 480.0), (1200.0, 800.0)] {
        desk.harness.set_size(vec2(width, height));
        desk.steps();
        let names = ["Speakers panel", "Open", "Find", "Text size and face", "Theme", "More commands", "Notes panel"];
        let title = desk.title_in_the_top_bar();
        assert!(title.is_some() || width < 640.0, "no title in {width}");
        let mut places: Vec<(&str, Rect)> = names.into_iter().map(|name| (name, desk.rect(name))).collect();
        places.extend(title.map(|place| ("the title", place)));
        for (number, (name, place)) in places.iter().enumerate() {
            assert!(place.left() >= 0.0 && place.right() <= width, "{name} at {place:?} in {width}");
            for (other, covered) in &places[..number] {
                assert!(!place.intersects(*covered), "{name} at {place:?} lies over {other} at {covered:?} in {width}");
            }
        }
    }
}

#[test]
fn the_settings_stand_whole_in_a_window_of_any_size() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    for (width, height) in [(480.0, 600.0), (400.0, 300.0), (365.0, 274.0), (320.0, 240.0)] {
        desk.harness.set_size(vec2(width, height));
        desk.harness.run_steps(8);
        for part in
            ["Your name", "Theme: ", "Another face", "Window, in %: ", "Right edge: ", "Focus: ", "Motion: ", "Close"]
        {
            for node in desk.harness.get_all_by_label_contains(part) {
                let place = node.rect();
                let is_inside = place.left() >= 16.0 && place.right() <= width - 16.0;
                assert!(is_inside, "{:?} at {place:?} in {width}", node.accesskit_node().label());
            }
        }
        let close = desk.rect("Close");
        assert!(close.top() >= 0.0 && close.bottom() <= height, "{close:?} in {height}");
    }
}

#[test]
fn the_keyboard_goes_through_bars_in_the_order_in_which_they_stand() {
    let mut desk = Desk::reading();
    desk.harness.set_size(vec2(1400.0, 800.0));
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key_with(Modifiers::COMMAND, Key::F);
    for bar in [
        &["Find", "Text size and face", "Theme", "More commands", "Notes panel"][..],
        &["Find in the text", "Previous result", "Next result", OPTIONS[0], OPTIONS[1], OPTIONS[2], "Close find"],
        &["List all", "Filter…"],
    ] {
        desk.harness.get_by_label(bar[0]).focus();
        desk.steps();
        for names in bar.windows(2) {
            let (before, after) = (desk.rect(names[0]), desk.rect(names[1]));
            assert!(before.left() < after.left(), "{names:?}: {before:?}, {after:?}");
            desk.key(Key::Tab);
            assert_eq!(desk.focused(), names[1], "after {}", names[0]);
        }
    }
}

#[test]
fn the_menu_of_all_commands_follows_the_keyboard_and_opens_at_its_top() {
    let mut desk = Desk::reading();
    desk.harness.get_by_label("More commands").focus();
    desk.steps();
    desk.key(Key::Enter);
    let first = desk.rect("Open in a new window").top();
    let mut seen = 0;
    for _ in 0..60 {
        desk.key(Key::Tab);
        if let Some(row) = desk.focus_ring() {
            assert!(row.top() >= 0.0 && row.bottom() <= 800.0, "{} at {row:?}", desk.focused());
            seen += 1;
        }
    }
    assert!(
        seen > 40 && desk.harness.query_by_label("Open in a new window").is_none_or(|row| row.rect().top() < first)
    );
    desk.key(Key::Escape);
    desk.click("More commands");
    desk.steps();
    assert_eq!(desk.rect("Open in a new window").top(), first);
}

#[test]
fn tabs_of_articles_with_one_title_are_told_apart() {
    let mut desk = Desk::empty();
    let inside = desk.folder.path().join("week two");
    fs::create_dir(&inside).unwrap();
    let (second, third) = (desk.folder.path().join("second.txt"), inside.join("second.txt"));
    fs::write(&second, ARTICLE).unwrap();
    fs::write(&third, ARTICLE.replace("island", "isle")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article(), second, third]);
    desk.wait_for("Close ferry.txt – The ferry waits");
    desk.wait_for("Close week two/second.txt – The ferry waits");
    desk.click("Open");
    desk.wait_for("Open ferry.txt – The ferry waits");
    desk.wait_for("Open week two/second.txt – The ferry waits");
}

#[test]
fn no_quotation_mark_is_doubled_in_what_a_control_is_called() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::Num1);
    desk.wait_for_part("Go to “‘We wait for the wind and not for the clock,’");
}

#[test]
fn a_very_long_tag_leaves_the_card_in_its_panel() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::T);
    let long = "the reasons that nobody on the island would say aloud while the ferry lay in the harbour";
    desk.type_text(long);
    desk.key(Key::Enter);
    desk.wait_for_part(&format!("Tag {long}, 1 note"));
    for node in desk.harness.query_all_by_label(long) {
        assert!(node.rect().right() <= 1200.0, "{:?}", node.rect());
    }
    assert!(desk.harness.get_all_by_label_contains("Go to “").next().unwrap().rect().right() <= 1200.0);
}

#[test]
fn the_line_between_text_and_panel_is_dragged_from_both_its_sides() {
    let mut desk = Desk::reading();
    let top = desk.block("The first ferry").top();
    for (name, by) in [("Edge of the notes panel", -40.0), ("Edge of the speakers panel", 40.0)] {
        for beside in [-3.0, 3.0] {
            let edge = desk.rect(name).center();
            let from = edge + vec2(beside, 0.0);
            desk.drag(from, from + vec2(by, 0.0));
            let moved = desk.rect(name).center().x - edge.x;
            assert!((moved - by).abs() < 5.0, "{name} from {beside}: moved by {moved}");
        }
    }
    assert_eq!(desk.block("The first ferry").top(), top, "the text has not moved");
}

#[test]
fn the_panel_of_notes_keeps_its_width() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.steps();
    assert!((920.0..960.0).contains(&desk.harness.get_all_by_label_contains("Go to “").next().unwrap().rect().left()));
    assert!(desk.rect("Notes").right() < desk.rect("List all").left());
}

#[test]
fn the_buttons_of_the_find_bar_stand_beside_the_field() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("ferry");
    desk.wait_for("1 of 3");
    for (width, height) in [(1280.0, 800.0), (640.0, 440.0)] {
        desk.harness.set_size(vec2(width, height));
        desk.harness.run_steps(8);
        let field = desk.block("Find in the text");
        let buttons = ["Previous result", "Next result"].map(|name| desk.harness.get_by_label(name).rect());
        assert!(field.right() + 4.0 <= buttons[0].left(), "{field:?} {buttons:?}");
        assert!(buttons[0].right() <= buttons[1].left(), "{buttons:?}");
    }
    let button = quotemark::app::command::Command::Find.name();
    desk.click(button);
    assert!(!desk.shows("Find in the text"), "what opened the bar closes it");
    desk.click(button);
    assert!(desk.shows("Find in the text"));
}

#[test]
fn the_bar_of_a_passage_stands_beside_a_panel_that_lies_over_the_text() {
    let mut desk = Desk::reading();
    desk.harness.set_size(vec2(640.0, 440.0));
    desk.mark_the_first_sentence();
    let bar = ["Highlight in yellow", "Highlight in violet", "Copy", "Link to…", "Delete note"];
    for (modifiers, edge, is_right) in
        [(Modifiers::COMMAND | Modifiers::ALT, 360.0, true), (Modifiers::COMMAND, 240.0, false)]
    {
        desk.key_with(modifiers, Key::B);
        desk.harness.run_steps(40);
        for name in bar {
            let place = desk.rect(name);
            let is_free = if is_right { place.right() < edge } else { place.left() > edge };
            assert!(is_free && place.bottom() < 412.0, "{name} at {place:?}, the panel begins at {edge}");
        }
        desk.click("Highlight in green");
        desk.wait_for_kept("green");
        desk.key(Key::Escape);
    }
}

#[test]
fn the_title_of_the_page_of_keys_leaves_room_for_its_button() {
    let mut desk = Desk::reading();
    desk.harness.set_size(vec2(400.0, 300.0));
    desk.steps();
    desk.key(Key::F1);
    let (title, close) = (desk.rect("What you can do, and the keys for it"), desk.rect("Close"));
    assert!(title.right() + 8.0 <= close.left() && close.right() < 400.0, "{title:?} beside {close:?}");
}

#[test]
fn all_of_the_window_is_made_larger_and_stays_so() {
    let mut desk = Desk::reading();
    let height = |desk: &Desk| desk.block("Ada Brandt, 1 quotation").height() * desk.harness.ctx.pixels_per_point();
    let before = height(&desk);
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.click("Window, in %: 125");
    desk.key(Key::Escape);
    assert!((height(&desk) / before - 1.25).abs() < 0.01, "{} is no 125 % of {before}", height(&desk));
    let settings = desk.folder.path().join("home").join("settings.ron");
    desk.wait("the size is kept", |_| {
        fs::read_to_string(&settings).is_ok_and(|text| text.contains("window_size: 125"))
    });
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ada Brandt, 1 quotation");
    desk.steps();
    assert!((desk.harness.ctx.pixels_per_point() - 1.25).abs() < 0.01);
}
