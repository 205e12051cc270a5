//! Long articles and many notes: the same window, and nothing that jumps.

use std::fmt::Write as _;

use quotemark::{
    article::TextRange,
    notes::{Annotation, AnnotationId, Colour, Extent, Notes, Place, Selector},
    sidecar::{Folders as NoteFolders, OWN_LAYER, Sidecar},
};

use super::*;

/// A desk with an article of its own, shown.
pub(super) fn with_text(text: &str, notes: usize) -> Desk {
    let mut desk = Desk::empty();
    fs::write(desk.article(), text).unwrap();
    annotate(&desk.article(), notes);
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait("its speakers", |harness| {
        let is_there = |part| harness.query_all_by_label_contains(part).next().is_some();
        is_there("Paragraph 1 of") && !is_there("Opening") && !is_there("Looking for speakers")
    });
    desk.harness.hover_at(pos2(600.0, 400.0));
    desk.steps();
    desk
}

/// Marks the beginnings of the first so many lines.
pub(super) fn annotate(path: &Path, count: usize) {
    let article = quotemark::open::open(path).unwrap().article;
    let at = "2026-03-04T11:31:00Z".parse().unwrap();
    let annotation = |(number, block): (usize, &quotemark::article::Block)| {
        let start = block.range.start().byte();
        let range = TextRange::of_bytes(article.text(), start, start + 4).unwrap();
        Annotation {
            id: AnnotationId::from_random([0, 0, 0, (number / 256) as u8, number as u8]),
            selector: Selector::of(&article, range),
            place: Place::Exact(range),
            extent: Extent::Words,
            colour: Colour::Yellow,
            tags: Vec::new(),
            links: Vec::new(),
            note: format!("Note {number}."),
            by: String::new(),
            made: at,
            changed: at,
        }
    };
    let annotations: Vec<_> = article.blocks().iter().take(count).enumerate().map(annotation).collect();
    let mut sidecar = Sidecar::open(Some(path), Arc::new(article.clone()), OWN_LAYER, NoteFolders { notes: None });
    if !annotations.is_empty() {
        sidecar.save(&Notes { annotations, ..Notes::default() }).unwrap();
    }
}

pub(super) fn lines(count: usize) -> String {
    (1..=count).fold(String::new(), |mut text, number| {
        _ = write!(text, "Line {number} of the long list of boats that lie in the harbour.\n\n");
        text
    })
}

impl Desk {
    fn top_of(&self, line: usize) -> f32 {
        self.block(&format!("Line {line} of the")).top()
    }

    /// The number of the first line in view, and how far down it stands.
    pub(super) fn first_line(&self) -> (usize, f32) {
        let number = |name: String| name.strip_prefix("Line ")?.split(' ').next()?.parse().ok();
        let lines = self.harness.query_all_by_label_contains("of the long list of boats");
        let seen = lines.filter_map(|node| Some((number(node.accesskit_node().label()?)?, node.rect().top())));
        seen.filter(|(_, top)| *top > 44.0).min_by(|one, other| one.1.total_cmp(&other.1)).unwrap()
    }
}

#[test]
fn the_line_that_is_read_stays_where_it_is_in_another_size_and_width() {
    let mut desk = with_text(&lines(400), 0);
    for _ in 0..6 {
        desk.key(Key::PageDown);
    }
    let before = desk.first_line();
    assert!(before.0 > 40, "{before:?}");
    for change in [Key::Plus, Key::Plus, Key::Minus, Key::Minus, Key::Minus] {
        desk.key_with(Modifiers::COMMAND, change);
        assert!((desk.top_of(before.0) - before.1).abs() < 2.0, "{} {before:?}", desk.top_of(before.0));
    }
    for width in [1100.0, 1000.0, 1150.0, 1200.0] {
        desk.harness.set_size(egui::vec2(width, 800.0));
        desk.steps();
        assert!((desk.top_of(before.0) - before.1).abs() < 2.0, "{} {before:?}", desk.top_of(before.0));
    }
}

#[test]
fn one_paragraph_of_a_megabyte_is_read_and_found_in_like_any_other() {
    let mut text = (0..16_000).fold(String::new(), |mut text, number| {
        _ = write!(text, "Boat {number} came in and lay at the quay until noon. ");
        text
    });
    text.push_str("The last one was called Heron.");
    let mut desk = with_text(&text, 0);
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("heron");
    desk.wait_for("1 of 1");
    desk.wait_for_part("called Heron");
    desk.key(Key::Escape);
    desk.steps();
    desk.key_with(Modifiers::COMMAND, Key::F);
    desk.type_text("boat 8000 ");
    desk.wait_for_part("Boat 8000 came in");
}

#[test]
fn of_many_listed_notes_only_those_in_view_are_made() {
    let mut desk = with_text(&lines(600), 500);
    desk.click("List all");
    assert!(desk.shows("Note 0."));
    assert!(!desk.shows("Note 499."));
    let shown = desk.harness.query_all_by_label_contains("Note ").count();
    assert!(shown < 40, "{shown}");
    let list = desk.harness.get_all_by_label("Note 0.").next().unwrap().rect().center();
    for _ in 0..3 {
        desk.harness.hover_at(list);
        desk.turn_wheel(100_000.0);
        desk.steps();
    }
    // The mark in the text, which stays in view, says the note too.
    let has_card = |desk: &Desk, note: &str| desk.harness.query_all_by_label(note).next().is_some();
    assert!(has_card(&desk, "Note 499."));
    assert!(!has_card(&desk, "Note 0."));
}

/// An article that takes a while to be read for speakers, in a build for tests: less than a large file, and more than a
/// leaflet.
pub(super) fn long_article() -> String {
    let (head, said) = ARTICLE.split_at(ARTICLE.find("The first").unwrap());
    format!("{head}{}", format!("{}\n\n", said.trim_end()).repeat(3500))
}

#[test]
fn quotations_come_as_they_are_found_and_the_search_for_speakers_is_stopped_and_gone_on_with() {
    let mut desk = Desk::empty();
    fs::write(desk.article(), long_article()).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Looking for speakers: ");
    desk.wait_for("Ada Brandt: “We wait for the wind and not for the clock,”");
    assert!(desk.shows("Those near here"), "the others are known when all of it is read");
    desk.click("Stop looking for speakers");
    desk.wait_for_part("Stopped looking for speakers at ");
    thread::sleep(Duration::from_millis(500));
    desk.steps();
    assert!(desk.shows("Ada Brandt: “We wait for the wind and not for the clock,”"), "what was found stays");
    assert!(desk.shows("Stopped looking for speakers at "));
    desk.key(Key::End);
    desk.steps();
    assert!(!desk.shows("Ada Brandt: “We wait"));
    desk.click("Find speakers");
    desk.wait_for("Ada Brandt: “We wait for the wind and not for the clock,”");
    assert!(!desk.shows("Unknown speaker") && !desk.shows("Looking for speakers"));
}

#[test]
fn speakers_near_the_reader_come_before_all_of_a_long_article_is_read_and_listening_goes_on() {
    let mut desk = Desk::empty();
    let newcomer = "“The tide is early,” said Ola Nordmann, a pilot.\n";
    fs::write(desk.article(), format!("{}\n{newcomer}", long_article())).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Looking for speakers: ");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.key(Key::End);
    desk.wait_for_part("Ola Nordmann: “The tide");
    assert!(desk.shows("Looking for speakers: "), "the end is known before the middle");
    desk.harness.get_all_by_label_contains("Ola Nordmann, 1 quotation").next().unwrap().click();
    desk.steps();
    assert!(desk.shows("Listen to everyone"));
    desk.wait("all of it is read", |harness| {
        harness.query_all_by_label_contains("Those near here").next().is_none()
            && harness.query_all_by_label_contains("Looking for speakers").next().is_none()
    });
    assert!(desk.shows("Listen to everyone"));
}

#[test]
fn with_nobody_at_it_the_window_asks_for_no_frame() {
    let mut desk = with_text(&lines(100), 20);
    desk.harness.run_steps(20);
    thread::sleep(Duration::from_millis(700));
    desk.harness.run_steps(4);
    let asked = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counter = asked.clone();
    desk.harness.ctx.set_request_repaint_callback(move |_| {
        counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    });
    desk.harness.step();
    thread::sleep(Duration::from_secs(2));
    assert_eq!(asked.load(std::sync::atomic::Ordering::Relaxed), 0);
}

#[test]
fn of_thousands_of_headings_only_those_in_view_are_listed_and_the_keyboard_goes_through_them() {
    let mut text = String::from("A book of boats\n\n");
    for number in 0..2000 {
        _ = write!(
            text,
            "Chapter {number}\n\nIn this chapter boat {number} came in, and lay at the quay until noon.\n\n"
        );
    }
    let mut desk = with_text(&text, 0);
    let listed = |desk: &Desk| desk.harness.query_all_by_label_contains("Go to Chapter ").count();
    assert!((10..100).contains(&listed(&desk)), "{}", listed(&desk));
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    for _ in 0..60 {
        desk.key(Key::ArrowDown);
    }
    let focused = |harness: &egui_kittest::Harness<'static, quotemark::app::Window>, name: &str| {
        harness.query_by_label(name).is_some_and(|node| node.is_focused())
    };
    assert!(focused(&desk.harness, "Go to Chapter 60"));
    desk.key(Key::End);
    desk.wait("the last heading has the keyboard", |harness| focused(harness, "Go to Chapter 1999"));
    assert!(listed(&desk) < 100, "{}", listed(&desk));
    desk.key(Key::Enter);
    desk.wait_for_part("boat 1999 came in");
}
