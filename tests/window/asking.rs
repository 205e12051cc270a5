//! What the window asks and offers where the reader is: who says a passage, and which of several notes is meant.

use egui::{Pos2, Rect, vec2};

use super::*;

impl Desk {
    pub(super) fn with_many_speakers() -> Self {
        let mut desk = Desk::reading();
        let more = ["Ben Cole", "Carla Dunn", "Dora Esk", "Emil Ford", "Finn Gale"];
        let said = more.map(|name| format!("\n“The gulls came back over the wall,” said {name}.\n")).concat();
        fs::write(desk.article(), ARTICLE.to_owned() + &said).unwrap();
        desk.harness = window(desk.folder.path(), vec![desk.article()]);
        desk.wait_for_part("Finn Gale: “The gulls");
        desk
    }

    pub(super) fn popup(&self) -> Rect {
        let foot = self.harness.get_by_label_contains("A change here also moves").rect();
        self.harness.get_by_label("Name of the speaker").rect().union(foot)
    }

    fn quotation(&self) -> Rect {
        self.harness.get_all_by_label_contains("Ada Brandt: “We wait").next().unwrap().rect()
    }

    /// Marks words in yellow with a note, “the longer one”, and the first of them in green; a place on both.
    fn mark_twice(&mut self) -> Pos2 {
        let place = self.block("The second ferry").left_top() + vec2(60.0, 15.0);
        let end = place + vec2(200.0, 0.0);
        self.drag(place, end);
        self.key(Key::Num1);
        self.key(Key::N);
        self.type_text("the longer one");
        self.key(Key::Escape);
        self.key(Key::Escape);
        self.harness.run_steps(40);
        self.drag(place, end - vec2(60.0, 0.0));
        self.key(Key::Num2);
        self.key(Key::Escape);
        self.wait_for_kept("green");
        self.harness.run_steps(40);
        place + vec2(40.0, 0.0)
    }
}

fn first_sentence() -> &'static str {
    ARTICLE.lines().nth(4).unwrap()
}

#[test]
fn who_says_this_is_asked_beside_the_words_that_it_is_asked_of() {
    let mut desk = Desk::with_many_speakers();
    for (width, height) in [(1280.0, 800.0), (900.0, 560.0), (640.0, 440.0)] {
        desk.harness.set_size(vec2(width, height));
        desk.steps();
        desk.key(Key::Home);
        desk.key(Key::Escape);
        for _ in 0..3 {
            desk.key(Key::J);
            desk.key(Key::S);
            desk.steps();
            let room = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
            let popup = desk.popup();
            assert!(room.contains_rect(popup), "{popup:?} in a window of {width} × {height}");
            desk.key(Key::Escape);
        }
    }
}

#[test]
fn who_says_this_leaves_the_words_free_in_a_small_window() {
    let mut desk = Desk::reading();
    for (width, height) in [(1280.0, 800.0), (640.0, 440.0)] {
        desk.harness.set_size(vec2(width, height));
        desk.steps();
        desk.key(Key::J);
        desk.key(Key::S);
        desk.harness.run_steps(8);
        let (popup, quotation) = (desk.popup(), desk.quotation());
        assert!(!popup.intersects(quotation), "{popup:?} covers {quotation:?} in a window of {width} × {height}");
        desk.key(Key::Escape);
    }
}

#[test]
fn in_a_low_window_nothing_of_who_says_this_lies_over_the_rest() {
    let mut desk = Desk::with_many_speakers();
    for (width, height) in [(400.0, 300.0), (683.0, 384.0), (640.0, 420.0), (1200.0, 800.0)] {
        desk.harness.set_size(vec2(width, height));
        desk.steps();
        desk.key(Key::J);
        desk.key(Key::S);
        desk.steps();
        let names = ["Name of the speaker", "Same person as…", "Not speech", "A change here also moves"];
        let field = desk.rect("Name of the speaker");
        // What is scrolled out of view has no place.
        let place = |name| {
            let all = desk.harness.query_all_by_label_contains(name);
            let mut seen = all.filter(|node| node.accesskit_node().bounding_box().is_some()).map(|node| node.rect());
            seen.rfind(|rect| (rect.center().x - field.center().x).abs() < 60.0)
        };
        let places: Vec<(&str, Rect)> = names.into_iter().filter_map(|name| Some((name, place(name)?))).collect();
        assert!(places.len() > 1, "in {width} × {height}");
        for (number, (name, place)) in places.iter().enumerate() {
            for (other, covered) in &places[..number] {
                let over = place.shrink(1.0).intersects(covered.shrink(1.0));
                assert!(!over, "{name} at {place:?} over {other} at {covered:?} in {width} × {height}");
            }
        }
        desk.key_with(Modifiers::ALT, Key::M);
        assert!(!desk.shows("A change here also moves"), "the other question is asked");
        desk.key(Key::Escape);
        desk.key(Key::Home);
    }
}

#[test]
fn who_says_this_is_answered_with_the_arrow_keys_and_enter() {
    let mut desk = Desk::reading();
    let more = ["Ben Cole", "Carla Dunn"];
    let said = more.map(|name| format!("\n“The gulls came back over the wall,” said {name}.\n")).concat();
    fs::write(desk.article(), ARTICLE.to_owned() + &said).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Carla Dunn: “The gulls");
    desk.key(Key::J);
    desk.key(Key::S);
    let picked = |desk: &Desk, name| {
        let mut all = desk.harness.get_all_by_label(name).map(|node| node.accesskit_node());
        all.any(|node| node.toggled() == Some(egui::accesskit::Toggled::True) || node.is_selected() == Some(true))
    };
    assert!(picked(&desk, "Ada Brandt") && !picked(&desk, "Ben Cole"));
    desk.key(Key::ArrowDown);
    assert!(picked(&desk, "Ben Cole") && !picked(&desk, "Ada Brandt"));
    desk.key(Key::ArrowDown);
    desk.key(Key::ArrowUp);
    desk.key(Key::Enter);
    assert!(!desk.shows("Name of the speaker"));
    desk.wait_for_part("Ben Cole: “We wait");
}

#[test]
fn what_is_picked_with_the_arrow_keys_is_what_a_screen_reader_is_at() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::K);
    let field = desk.focused();
    desk.key(Key::ArrowDown);
    let second = desk.focused();
    desk.key(Key::ArrowDown);
    let third = desk.focused();
    assert!(![&field, &second].contains(&&third) && field != second, "“{field}”, “{second}”, “{third}”");
    desk.type_text("outl");
    assert_eq!(desk.focused(), field, "what is typed goes into the field");
}

#[test]
fn the_status_line_tells_whose_words_the_caret_is_on() {
    let mut desk = Desk::reading();
    assert!(!desk.shows("Ada Brandt – “said"));
    desk.key(Key::J);
    assert!(desk.shows("Ada Brandt – “said"));
    desk.key(Key::Escape);
    assert!(!desk.shows("Ada Brandt – “said"));
}

#[test]
fn a_click_where_several_notes_lie_offers_the_list_of_them() {
    let mut desk = Desk::reading();
    let on_both = desk.mark_twice();
    desk.drag(on_both, on_both);
    assert!(desk.shows("Notes at this place"));
    let longer = desk.harness.get_by_label_contains("– the longer one").accesskit_node().label().unwrap();
    desk.click(&longer);
    assert!(!desk.shows("Notes at this place"));
    desk.key(Key::Num6);
    desk.wait_for_kept("violet");
    desk.harness.run_steps(40);
    // Escape puts the list away first, and what is chosen stays so.
    desk.drag(on_both, on_both);
    assert!(desk.shows("Notes at this place"));
    desk.key(Key::Escape);
    assert!(!desk.shows("Notes at this place") && desk.shows("Delete this note"));
}

#[test]
fn the_list_of_several_notes_is_gone_through_by_key_and_the_text_stays() {
    let mut desk = Desk::reading();
    let more = "\nThe gulls came back over the wall and sat there until the evening.\n".repeat(60);
    fs::write(desk.article(), ARTICLE.to_owned() + &more).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ada Brandt: “We wait");
    let on_both = desk.mark_twice();
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    let top = desk.block("The first ferry").top();
    desk.drag(on_both, on_both);
    let first = desk.focused();
    desk.key(Key::ArrowDown);
    let second = desk.focused();
    assert!(!first.is_empty() && !second.is_empty() && first != second, "“{first}”, then “{second}”");
    assert!([&first, &second].iter().any(|name| name.ends_with("– the longer one")), "“{first}”, then “{second}”");
    desk.key(Key::ArrowDown);
    assert_eq!(desk.focused(), second, "the last row is left by Down");
    desk.key(Key::Home);
    assert_eq!(desk.focused(), first);
    if !first.ends_with("– the longer one") {
        desk.key(Key::End);
    }
    assert_eq!(desk.block("The first ferry").top(), top, "the text scrolled behind the list");
    desk.key(Key::Enter);
    assert!(!desk.shows("Notes at this place"));
    desk.key(Key::Num6);
    desk.wait_for_kept("violet");
    let kept = fs::read_to_string(desk.sidecar()).unwrap();
    assert!(kept.contains("green") && !kept.contains("yellow"), "{kept}");
    // With the list gone the keys are the text's again.
    desk.key(Key::ArrowDown);
    desk.harness.run_steps(10);
    assert!(desk.block("The first ferry").top() < top);
}

#[test]
fn a_note_on_words_that_changed_shows_how_they_were() {
    let mut desk = Desk::reading();
    desk.mark_the_first_sentence();
    fs::write(desk.article(), ARTICLE.replace("did not sail on Monday", "did not sail on Tuesday")).unwrap();
    desk.wait_for_part("The passage changed");
    desk.wait_for_part("ferry did not sail on Monday, and the island");
    desk.wait_for_part("shown as it reads now. 1 note needs confirming.");
}

#[test]
fn a_note_on_words_that_changed_is_kept_where_it_was_found() {
    let mut desk = Desk::reading();
    desk.mark_the_first_sentence();
    fs::write(desk.article(), ARTICLE.replace("did not sail on Monday", "did not sail on Tuesday")).unwrap();
    desk.wait_for("Keep here");
    desk.click("Keep here");
    assert!(!desk.shows("The passage changed"));
    desk.wait_for_kept("did not sail on Tuesday");
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Marked “The first ferry did not sail on Tuesday");
    assert!(!desk.shows("The passage changed"));
}

#[test]
fn a_note_whose_words_are_gone_is_placed_by_hand() {
    let mut desk = Desk::reading();
    desk.mark_the_first_sentence();
    fs::write(desk.article(), ARTICLE.replace(first_sentence(), "Gulls sat on the wall.")).unwrap();
    desk.wait_for("Place");
    let gulls = desk.block("Gulls sat").left_top() + vec2(0.0, 15.0);
    desk.drag(gulls + vec2(1.0, 0.0), gulls + vec2(400.0, 0.0));
    desk.click("Place");
    desk.wait_for_kept("Gulls sat on the wall.");
    assert!(!desk.shows("Place") && desk.shows("Marked “Gulls sat on the wall"));
}

#[test]
fn what_lies_over_the_text_steps_aside_while_the_reader_types_what_to_find() {
    let mut desk = Desk::reading();
    desk.harness.set_size(vec2(640.0, 440.0));
    desk.steps();
    desk.mark_the_first_sentence();
    assert!(desk.shows("Annotate") && desk.shows("Delete this note"));
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("ferry");
    assert!(!desk.shows("Annotate") && !desk.shows("Delete this note"));
    desk.key(Key::Escape);
    assert!(desk.shows("Annotate") && desk.shows("Delete this note"));
}

#[test]
fn words_that_only_notes_hold_are_found_there() {
    let mut desk = Desk::reading();
    for (times, note) in [(1, "who was the captain?"), (2, "ask the captain"), (3, "no more")] {
        for _ in 0..times {
            desk.key(Key::E);
        }
        desk.key(Key::N);
        desk.type_text(note);
        desk.key(Key::Escape);
        desk.key(Key::Escape);
        desk.key(Key::Home);
    }
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("captain");
    desk.wait_for("2 in notes");
    assert!(desk.shows("Not in the text"));
    desk.click("2 in notes");
    desk.wait("the two notes are listed", |harness| {
        let has_card = |note| harness.query_all_by_label(note).next().is_some();
        has_card("ask the captain") && has_card("who was the captain?") && !has_card("no more")
    });
}

#[test]
fn a_number_that_nobody_has_in_the_list_is_no_name() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::S);
    desk.type_text("9");
    assert!(desk.shows("There is no 9: one is listed. Type 1, or a name."));
    desk.key(Key::Enter);
    assert_eq!(desk.focused(), "Name of the speaker");
    assert!(!desk.sidecar().exists());
    desk.key(Key::Backspace);
    assert!(!desk.shows("There is no 9"));
    desk.type_text("Jon Weir");
    desk.key(Key::Enter);
    desk.wait_for_part("Jon Weir: “We wait");
}

#[test]
fn a_name_that_is_new_is_told_to_be_so_before_it_is_taken() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::S);
    assert!(!desk.shows("New name"));
    desk.type_text("Ade");
    assert!(desk.shows("New name “Ade”"));
    desk.key(Key::Enter);
    desk.wait_for_part("Ade: “We wait");
}

#[test]
fn the_list_of_names_has_its_room_again_when_letters_are_taken_back() {
    let mut desk = Desk::reading();
    let more = ["Ben Cole", "Carla Dunn", "Dora Esk", "Emil Ford", "Finn Gale"];
    let said = more.map(|name| format!("\n“The gulls came back over the wall,” said {name}.\n")).concat();
    fs::write(desk.article(), ARTICLE.to_owned() + &said).unwrap();
    desk.wait_for_part("Finn Gale: “The gulls");
    desk.key(Key::J);
    desk.key(Key::M);
    let asked = |desk: &Desk| desk.harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique("speaker popup")));
    desk.harness.run_steps(10);
    let before = asked(&desk).unwrap();
    desk.type_text("zz");
    desk.harness.run_steps(10);
    desk.key(Key::Backspace);
    desk.key(Key::Backspace);
    desk.harness.run_steps(10);
    assert_eq!(asked(&desk), Some(before));
}

#[test]
fn what_is_typed_fast_before_enter_counts() {
    let mut desk = Desk::reading();
    let type_and_enter = |desk: &mut Desk, letters: &str| {
        desk.harness.event(egui::Event::Text(letters.to_owned()));
        desk.harness.key_press(Key::Enter);
        desk.harness.run_steps(8);
    };
    desk.key_with(Modifiers::COMMAND, Key::K);
    type_and_enter(&mut desk, "outl");
    assert_eq!(desk.focused(), "Go to The ferry waits");
    desk.key(Key::Escape);

    desk.key_with(Modifiers::SHIFT, Key::P);
    desk.type_text("the gist");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::P);
    desk.type_text("the title");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.key(Key::L);
    type_and_enter(&mut desk, "gist");
    desk.wait_for_part("Go to the linked note “The ferry waits”");
    desk.key(Key::Escape);
    desk.key(Key::Escape);

    desk.key(Key::J);
    desk.key(Key::S);
    type_and_enter(&mut desk, "Jon Weir");
    desk.wait_for_part("Jon Weir: “We wait");
}

#[test]
fn a_dropped_sidecar_opens_the_article_that_it_is_on() {
    let mut desk = Desk::reading();
    let boat = desk.folder.path().join("boat.txt");
    fs::write(&boat, ARTICLE.replace("The ferry waits", "The boat waits")).unwrap();
    let layer = desk.folder.path().join("boat.txt.zoe.ron");
    fs::write(&layer, "(format: 1, article: (name: \"boat.txt\"), annotations: [])").unwrap();
    desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(layer)));
    desk.wait_for("Close The boat waits");
    assert!(desk.shows("“boat.txt.zoe.ron” holds notes on “boat.txt”, which was opened"));
}
