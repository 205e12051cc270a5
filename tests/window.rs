//! The window as a reader and a screen reader meet it: found by accessible names, used by mouse and keys.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use quotemark::app::Voice;

#[cfg(unix)]
#[path = "window/aloud.rs"]
mod aloud;
#[path = "window/asking.rs"]
mod asking;
#[path = "window/behind.rs"]
mod behind;
#[path = "window/commands.rs"]
mod commands;
#[path = "window/composing.rs"]
mod composing;
#[path = "window/copies.rs"]
mod copies;
#[path = "window/desk.rs"]
mod desk;
#[path = "window/finding.rs"]
mod finding;
#[path = "window/heard.rs"]
mod heard;
#[path = "window/kept.rs"]
mod kept;
#[path = "window/language.rs"]
mod language;
#[path = "window/layers.rs"]
mod layers;
#[path = "window/length.rs"]
mod length;
#[path = "window/naming.rs"]
mod naming;
#[path = "window/notes.rs"]
mod notes;
#[path = "window/odd_files.rs"]
mod odd_files;
#[path = "window/outside.rs"]
mod outside;
#[path = "window/places.rs"]
mod places;
#[path = "window/reading.rs"]
mod reading;
#[path = "window/small.rs"]
mod small;
#[path = "window/tabs.rs"]
mod tabs;
#[path = "window/tags.rs"]
mod tags;
#[path = "window/text_menu.rs"]
mod text_menu;
#[path = "window/touch.rs"]
mod touch;
#[path = "window/typing.rs"]
mod typing;
#[cfg(unix)]
#[path = "window/windows.rs"]
mod windows;
#[path = "window/zooming.rs"]
mod zooming;

#[cfg(unix)]
use desk::program;
use desk::{ARTICLE, BETWEEN_STEPS, Desk, Dropped, MOST_STEPS, window, window_with};

#[test]
fn the_start_page_offers_every_way_in() {
    let mut desk = Desk::empty();
    desk.steps();
    for name in
        ["Drop an article here", "Open…", "Read the sample", "Path of an article", "Articles you open appear here."]
    {
        assert!(desk.harness.query_all_by_label(name).next().is_some(), "no “{name}”");
    }
    desk.click("Read the sample");
    desk.wait_for("A town argues with the tide");
}

#[test]
fn a_path_may_be_pasted_as_an_address() {
    let mut desk = Desk::empty();
    desk.steps();
    desk.click("Path of an article");
    let address = format!(" file://{}\n", desk.article().display());
    desk.type_text(address.trim_end());
    desk.key(Key::Enter);
    desk.wait_for("The ferry waits");
}

#[test]
fn dropped_files_open_each_in_a_tab() {
    let mut desk = Desk::empty();
    let second = desk.folder.path().join("second.txt");
    fs::write(&second, ARTICLE.replace("The ferry waits", "The ferry sails")).unwrap();
    let files: [Arc<dyn egui::DroppedFile + Send + Sync>; 2] =
        [Arc::new(Dropped(desk.article())), Arc::new(Dropped(second))];
    desk.harness.input_mut().dropped_files.extend(files);
    desk.harness.step();
    desk.wait_for("Close The ferry waits");
    desk.wait_for("Close The ferry sails");
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_leaves_the_rest_open() {
    let mut desk = Desk::reading();
    let missing = desk.folder.path().join("missing.txt");
    desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(missing)));
    desk.harness.step();
    desk.wait_for("Put this message away");
    assert!(desk.shows("missing.txt”"));
    assert!(desk.shows("The first ferry"));
    desk.click("Put this message away");
    assert!(!desk.shows("missing.txt”"));
}

#[test]
fn escape_puts_a_message_away_once_nothing_is_selected() {
    let mut desk = Desk::reading();
    let missing = desk.folder.path().join("missing.txt");
    desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(missing)));
    desk.wait_for("Put this message away");
    desk.key(Key::E);
    desk.key(Key::Escape);
    assert!(desk.shows("missing.txt”"), "what is selected is let go of first");
    desk.key(Key::Escape);
    assert!(!desk.shows("missing.txt”"));
}

#[test]
fn of_files_dropped_together_the_first_that_opens_is_shown() {
    let mut desk = Desk::reading();
    let [empty, second] = ["empty.txt", "second.txt"].map(|name| desk.folder.path().join(name));
    fs::write(&empty, "").unwrap();
    fs::write(&second, ARTICLE.replace("The first ferry", "The early ferry")).unwrap();
    let files: [Arc<dyn egui::DroppedFile + Send + Sync>; 2] = [Arc::new(Dropped(empty)), Arc::new(Dropped(second))];
    desk.harness.input_mut().dropped_files.extend(files);
    desk.wait_for_part("The early ferry");
    assert!(desk.shows("“empty.txt” is empty"));
}

#[test]
fn speakers_are_listed_and_stepped_through() {
    let mut desk = Desk::reading();
    assert!(desk.shows("Ada Brandt, 1 quotation"));
    let row =
        desk.harness.get_by_label_contains("Ada Brandt, 1 quotation").accesskit_node().label().unwrap_or_default();
    desk.click(&row);
    assert!(desk.shows("Listen to everyone"));
    desk.key(Key::Escape);
    assert!(!desk.shows("Listen to everyone"));
}

#[test]
fn a_selection_across_paragraphs_is_highlighted_tagged_noted_undone_and_found_again() {
    let mut desk = Desk::reading();
    desk.select_across();
    assert!(desk.shows("words selected"), "nothing is selected");
    assert!(!desk.sidecar().exists(), "nothing is written before there is something to keep");

    desk.key(Key::Num2);
    desk.wait_for_kept("green");
    desk.key(Key::T);
    desk.type_text("claim");
    desk.key(Key::Enter);
    desk.wait_for_kept("claim");
    assert!(desk.shows("Tag claim, 1 note"));
    desk.key(Key::N);
    desk.type_text("who says so?");
    desk.wait_for_kept("who says so?");
    desk.key(Key::Escape);

    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait("the note is undone", |harness| harness.query_by_label_contains("who says so?").is_none());
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(!desk.shows("Tag claim, 1 note"));
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(desk.shows("Tag claim, 1 note"));
    desk.key_with(Modifiers::COMMAND, Key::Y);
    desk.wait_for_part("who says so?");
    desk.wait_for_kept("who says so?");

    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("who says so?");
    assert!(desk.shows("Tag claim, 1 note"));
    assert!(desk.shows("Go to “"));
}

#[test]
fn two_clicks_select_a_word_and_three_a_sentence() {
    let mut desk = Desk::reading();
    let place = desk.block("The second ferry").left_top() + egui::vec2(60.0, 15.0);
    for (clicks, expected) in [(2, "1 word selected"), (3, "7 words selected")] {
        for _ in 0..clicks {
            desk.harness.hover_at(place);
            desk.harness.drag_at(place);
            desk.harness.step();
            desk.harness.drop_at(place);
            desk.harness.step();
        }
        desk.steps();
        assert!(desk.shows(expected), "{clicks} clicks: {:#?}", desk.harness.root());
        desk.key(Key::Escape);
        desk.harness.run_steps(60);
    }
}

#[test]
fn keys_alone_highlight_the_sentence_and_delete_it_again() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    assert!(desk.shows("words selected"));
    desk.key(Key::Num1);
    desk.wait_for_kept("yellow");
    desk.key(Key::Delete);
    desk.wait("the card is gone", |harness| harness.query_by_label_contains("Go to “").is_none());
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for_part("Go to “");
}

#[test]
fn a_card_leads_to_its_passage_and_takes_another_colour() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.key(Key::Escape);
    let card = desk.harness.get_by_label_contains("Go to “").accesskit_node().label().unwrap_or_default();
    desk.click(&card);
    desk.key(Key::Num4);
    desk.wait_for_kept("pink");
}

#[test]
fn enter_takes_the_tag_as_typed_and_tab_the_one_it_begins() {
    let mut desk = Desk::reading();
    for (sentence, (typed, tab, expected)) in (1..).zip([
        ("claims", false, "Tag claims, 1 note"),
        ("claim", false, "Tag claim, 1 note"),
        ("clai", true, "Tag claims, 2 notes"),
    ]) {
        for _ in 0..sentence {
            desk.key(Key::E);
        }
        desk.key(Key::Num1);
        desk.key(Key::T);
        desk.type_text(typed);
        if tab {
            desk.key(Key::ArrowDown);
            desk.key(Key::Tab);
        }
        desk.key(Key::Enter);
        desk.wait_for_part(expected);
        desk.key(Key::Escape);
    }
}

#[test]
fn a_sentence_highlighted_twice_has_one_highlight_in_the_last_colour() {
    let mut desk = Desk::reading();
    for (key, colour) in [(Key::Num1, "yellow"), (Key::Num1, "yellow"), (Key::Num4, "pink")] {
        desk.key(Key::E);
        desk.key(key);
        desk.wait_for_kept(colour);
        desk.key(Key::Escape);
        desk.key(Key::Escape);
        desk.key(Key::Home);
    }
    desk.key(Key::E);
    desk.key(Key::N);
    desk.type_text("one note");
    desk.wait_for_kept("one note");
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap().matches("range: ").count(), 1);
}

#[test]
fn a_tag_typed_in_other_capitals_is_the_one_that_is_there() {
    let mut desk = Desk::reading();
    for typed in ["claim", "CLAIM"] {
        desk.key(Key::E);
        desk.key(Key::E);
        desk.key(Key::T);
        desk.type_text(typed);
        desk.key(Key::Enter);
        desk.key(Key::Escape);
    }
    desk.wait_for_part("Tag claim, 2 notes");
    assert!(!desk.shows("Tag CLAIM"));
}

#[test]
fn the_path_field_leads_back_to_the_article() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::L);
    assert!(desk.shows("Drop an article here") && !desk.shows("The first ferry"));
    desk.key(Key::Escape);
    assert!(desk.shows("The first ferry"));
    desk.key_with(Modifiers::COMMAND, Key::L);
    desk.click("Back to the article");
    assert!(desk.shows("The first ferry"));
}

#[test]
fn a_sidecar_that_cannot_be_read_is_never_overwritten() {
    let mut desk = Desk::empty();
    let broken = "( format: 1, annotations: [ oh no";
    fs::write(desk.sidecar(), broken).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    desk.key(Key::E);
    desk.key(Key::Num1);
    thread::sleep(Duration::from_millis(1500));
    desk.steps();
    let now = fs::read_to_string(desk.sidecar()).unwrap();
    let kept = now == broken
        || fs::read_dir(desk.folder.path()).unwrap().any(|entry| {
            let path = entry.unwrap().path();
            path != desk.article() && fs::read_to_string(&path).is_ok_and(|text| text.contains("oh no"))
        });
    assert!(kept, "what a person wrote is gone; the file reads now: {now}");
}

#[test]
fn an_article_that_another_program_changed_is_shown_as_it_reads_now_with_its_notes() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_kept("yellow");
    let changed = ARTICLE.replace("The first ferry did", "Nobody slept that night.\n\nThe first ferry did");
    fs::write(desk.article(), changed).unwrap();
    desk.wait_for_part("was changed by another program");
    desk.wait_for_part("Nobody slept that night.");
    desk.wait_for_part("Go to “");
}

#[test]
fn the_window_fits_small_and_large_screens() {
    let mut desk = Desk::reading();
    for size in [[640.0, 480.0], [900.0, 600.0], [2560.0, 1440.0]] {
        desk.harness.set_size(size.into());
        desk.steps();
        assert!(desk.shows("The first ferry"), "at {size:?}");
        let inside = egui::Rect::from_min_max(pos2(0.0, 0.0), pos2(size[0], size[1]));
        for name in ["Open", "Theme", "More commands", "Speakers panel", "Notes panel"] {
            let rect = desk.harness.get_by_label(name).rect();
            assert!(inside.contains_rect(rect), "“{name}” at {rect:?} in a window of {size:?}");
        }
    }
}

#[test]
fn help_lists_every_command() {
    let mut desk = Desk::reading();
    desk.key(Key::F1);
    let help = "Mark the selection or the sentence, or make the chosen note violet";
    for name in ["Notes and tags", "Highlight in violet", help, "Next quotation of this speaker", "Larger text"] {
        assert!(desk.shows(name), "no “{name}”");
    }
    desk.key(Key::Escape);
    assert!(!desk.shows("Highlight in violet"));
}

#[test]
fn a_large_article_is_there_as_a_whole_where_its_beginning_was_read() {
    let mut desk = Desk::empty();
    let large =
        ARTICLE.to_owned() + &"\nThe gulls came back over the wall, and the third ferry did not sail.\n".repeat(20_000);
    fs::write(desk.article(), large).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    desk.wait_for_part("Paragraph 1 of 20,003");
    desk.wait_for_part("Ada Brandt: “We wait");
    assert!(!desk.shows("when all of the article has been read"));
    desk.select_across();
    desk.key(Key::Num1);
    desk.wait_for_kept("the island heard of it");
}

#[test]
fn an_export_has_all_speakers_also_while_they_are_being_looked_for() {
    let mut desk = Desk::empty();
    let gulls = "\nThe gulls came back over the wall, and the third ferry did not sail.\n".repeat(4_000);
    let large = format!("{ARTICLE}{gulls}\n“Nobody told the baker,” said Ola Nordmann.\n");
    fs::write(desk.article(), large).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    desk.wait("all of it is read", |harness| harness.query_all_by_label_contains("Opening").next().is_none());
    desk.key_with(Modifiers::COMMAND, Key::E);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.wait_for_part("Exported to “");
    let page = fs::read_to_string(desk.folder.path().join("ferry.html")).unwrap();
    assert!(page.contains("Ola Nordmann</"), "{}", page.split("<h2>Speakers").last().unwrap_or_default());
}
