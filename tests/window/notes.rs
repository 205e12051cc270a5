//! Notes on paragraphs and on the article, their Markdown, the ends of their passages, and links between them.

use super::*;

#[test]
fn a_note_on_a_paragraph_has_a_bar_beside_it_and_is_opened_again_by_the_same_key() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
    desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
    desk.key(Key::P);
    desk.type_text("why the gulls?");
    desk.wait_for_kept("why the gulls?");
    desk.wait_for_kept("extent: \"paragraph\"");
    desk.key(Key::Escape);
    desk.wait_for_part("Note on the paragraph “The first ferry did not sail on Monday");
    desk.wait_for_part("Go to the paragraph “The first ferry did not sail on Monday");

    desk.key(Key::P);
    desk.type_text(" And who asked?");
    desk.wait_for_kept("why the gulls? And who asked?");
    desk.key(Key::Escape);
    assert!(desk.shows("1 note"), "there is one note on the paragraph");

    // A click on the words chooses no note of the paragraph, one on the bar does.
    desk.key(Key::Escape);
    let paragraph = "The first ferry did not sail on Monday, and the island heard of it from the gulls.";
    let words = desk.harness.get_by_label(paragraph).rect().left_top() + egui::vec2(60.0, 15.0);
    desk.drag(words, words);
    assert!(!desk.shows("Delete this note"));
    let bar = desk.harness.get_by_label_contains("Note on the paragraph “The first").accesskit_node().label();
    desk.click(&bar.unwrap());
    assert!(desk.shows("Delete this note"));
    desk.key(Key::Num3);
    desk.wait_for_kept("blue");

    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Note on the paragraph “The first ferry");
    desk.wait_for_part("why the gulls? And who asked?");
}

#[test]
fn a_note_on_the_article_stands_above_the_title_and_first_among_the_notes() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::SHIFT, Key::P);
    desk.type_text("an island without a boat");
    desk.wait_for_kept("range: (0, 0), before: \"\", quote: \"\", after: \"\"");
    desk.key(Key::Escape);
    desk.wait_for_part("Notes on the article: an island without a boat");
    desk.key(Key::T);
    desk.type_text("gist");
    desk.key(Key::Enter);
    desk.wait_for_part("Tag gist, 1 note");
    desk.key(Key::Escape);

    // It is the first of the notes that are stepped through.
    desk.key(Key::Escape);
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.key(Key::Comma);
    desk.key(Key::Num4);
    desk.wait_for_kept("pink");
    desk.key(Key::Period);
    desk.key(Key::Num2);
    desk.wait_for_kept("green");
    desk.key(Key::Delete);

    // It stays whatever becomes of the article.
    fs::write(desk.article(), "Another story\n\nNothing of it is left.\n").unwrap();
    desk.wait_for_part("was changed by another program");
    desk.wait_for_part("Notes on the article: an island without a boat");
    assert!(!desk.shows("Orphans"));
    desk.click("Go to the beginning of the article");
    assert!(desk.shows("Delete this note"));
    desk.key(Key::Delete);
    assert!(!desk.shows("an island without a boat"));
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for_part("Notes on the article: an island without a boat");
    assert!(desk.shows("Undid ‘delete note’"));
}

#[test]
fn a_note_on_the_article_is_found_by_the_filter() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::SHIFT, Key::P);
    desk.type_text("an island without a boat");
    desk.key(Key::Escape);
    desk.key(Key::Slash);
    desk.type_text("island");
    desk.wait_for("1 note");
    assert!(desk.shows("Go to the beginning of the article"));
    desk.type_text("zzz");
    desk.wait_for("No notes match.");
    assert!(!desk.shows("Go to the beginning of the article"));
}

#[test]
fn the_markdown_of_a_note_is_shown_and_its_source_edited() {
    let mut desk = Desk::reading();
    desk.key(Key::N);
    desk.type_text("**Who** says so? See [the paper](https://x.org/paper), not [this](file:///etc/passwd).");
    desk.wait_for_kept("[the paper]");
    desk.key(Key::Escape);
    desk.wait_for("Who says so? See the paper, not this.");
    desk.harness.check_accessibility();
    assert!(desk.harness.query_by_label("this").is_none(), "what may not be opened is no link");

    desk.harness.get_by_label("the paper").click();
    let mut opened = Vec::new();
    for _ in 0..4 {
        desk.harness.step();
        opened.extend(desk.harness.output().platform_output.commands.iter().cloned());
    }
    let wanted = egui::OutputCommand::OpenUrl(egui::OpenUrl::new_tab("https://x.org/paper"));
    assert_eq!(opened, [wanted]);
    assert!(desk.harness.query_by_label("Note").is_none(), "a link is opened, not edited");

    desk.click("Who says so? See the paper, not this.");
    let field = desk.harness.get_by_label("Note").accesskit_node().value().unwrap();
    assert!(field.starts_with("**Who** says so? See [the paper]"), "{field}");
}

#[test]
fn the_ends_of_a_passage_are_dragged_and_that_is_undone_in_one_step() {
    let mut desk = Desk::reading();
    for _ in 0..4 {
        desk.key_with(Modifiers::COMMAND, Key::ArrowDown);
    }
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    desk.key(Key::Num1);
    desk.wait_for("Go to “The second”");
    let handle = desk.harness.get_by_label("End of the passage").rect().center();
    desk.drag(handle, handle + egui::vec2(70.0, 0.0));
    desk.wait_for("Go to “The second ferry did”");
    assert!(desk.shows("The note is on “"));
    desk.wait_for_kept("quote: \"The second ferry did\"");
    let start = desk.harness.get_by_label("Start of the passage").rect().center();
    desk.drag(start, start + egui::vec2(45.0, 0.0));
    desk.wait_for("Go to “second ferry did”");
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for("Go to “The second”");
    assert!(desk.shows("Undid ‘move ends’"));
}

#[test]
fn arrows_right_behind_the_key_for_an_end_move_it_and_lead_nowhere() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for("Go to “The ferry waits”");
    desk.harness.key_press(Key::CloseBracket);
    for _ in 0..3 {
        desk.harness.key_press(Key::ArrowLeft);
    }
    desk.steps();
    desk.wait_for("Go to “The ferry wa”");
    assert_eq!(desk.focused(), "End of the passage");
}

#[test]
fn the_ends_of_a_passage_are_moved_by_key() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for("Go to “The ferry waits”");
    desk.key(Key::CloseBracket);
    desk.key_with(Modifiers::COMMAND, Key::ArrowLeft);
    desk.wait_for("Go to “The ferry”");
    desk.key(Key::ArrowRight);
    desk.key(Key::ArrowRight);
    desk.wait_for("Go to “The ferry w”");
    desk.key(Key::OpenBracket);
    desk.key(Key::ArrowRight);
    desk.wait_for("Go to “he ferry w”");
    desk.key_with(Modifiers::COMMAND, Key::ArrowRight);
    desk.wait_for("Go to “ferry w”");
    desk.key(Key::Enter);
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Undid ‘move ends’"));
    // A note on a paragraph has no ends to move.
    desk.key(Key::Escape);
    desk.key(Key::P);
    desk.key(Key::Escape);
    assert!(desk.harness.query_by_label("End of the passage").is_none());
    desk.key(Key::CloseBracket);
    assert!(desk.shows("Choose a note on words first"));
}

#[test]
fn two_notes_are_linked_and_each_leads_to_the_other() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::SHIFT, Key::P);
    desk.type_text("the gist");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.key(Key::Escape);
    desk.key(Key::L);
    assert!(desk.shows("Choose one of your notes first"));

    desk.key(Key::J);
    desk.key_with(Modifiers::SHIFT | Modifiers::COMMAND, Key::ArrowRight);
    desk.key(Key::Num4);
    desk.key(Key::L);
    desk.harness.check_accessibility();
    assert!(desk.shows("On the article – the gist") && desk.shows("Link this note with"));
    desk.type_text("waits");
    desk.steps();
    assert!(!desk.shows("On the article – the gist"));
    desk.key(Key::Enter);
    desk.wait_for("Go to the linked note “The ferry waits”");
    desk.wait_for_kept("links: [");

    desk.click("Go to the linked note “The ferry waits”");
    desk.wait_for("Go to the linked note “‘We”");
    desk.harness.check_accessibility();
    assert!(desk.shows("Take off the link to “‘We”"), "it was gone to, and is chosen");
    desk.key(Key::Delete);
    assert!(!desk.shows("linked note"));
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for("Go to the linked note “‘We”");
    desk.wait_for("Go to the linked note “The ferry waits”");
    desk.click("Go to the linked note “The ferry waits”");
    desk.click("Take off the link to “‘We”");
    assert!(!desk.shows("linked note") && desk.shows("Took off the link"));
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for("Go to the linked note “‘We”");

    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Go to the linked note “The ferry waits”");
}

#[test]
fn another_persons_notes_on_paragraph_and_article_are_shown_linked_and_copied_as_such() {
    let mut desk = Desk::empty();
    let start = ARTICLE.find("The first ferry").unwrap();
    let quote = ARTICLE[start..].lines().next().unwrap();
    let (before, end) = (&ARTICLE[start - 32..start], start + quote.len());
    let after: String = ARTICLE[end..].chars().take(32).collect();
    let text = |words: &str| words.replace('\n', "\\n");
    let layer = format!(
        "(format: 1, author: \"Zoë Marsh\", annotations: [\n    (id: \"zoe00001\", range: (0, 0), quote: \"\", note: \"Read \
         *this*.\", links: [\"zoe00002\", \"nobody\"]),\n    (id: \"zoe00002\", range: ({start}, {end}), before: \"{}\", quote: \
         \"{quote}\", after: \"{}\", note: \"And this.\", extent: \"paragraph\"),\n])\n",
        text(before),
        text(&after),
    );
    fs::write(desk.folder.path().join("ferry.txt.zoe.ron"), layer).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Notes on the article: Read this.");
    desk.wait_for_part("Note of Zoë Marsh on the paragraph “The first ferry");
    desk.wait_for("Go to the linked note “On the article”");

    // Before the first note on words stands the one on the article.
    desk.key(Key::Comma);
    desk.key_with(Modifiers::SHIFT, Key::N);
    desk.wait_for_kept("range: (0, 0)");
    desk.key(Key::Escape);
    let bar = desk.harness.get_by_label_contains("Note of Zoë Marsh on the paragraph").accesskit_node().label();
    desk.click(&bar.unwrap());
    desk.key(Key::CloseBracket);
    assert!(desk.shows("cannot be changed here"));
    desk.key_with(Modifiers::SHIFT, Key::N);
    desk.wait_for_kept("extent: \"paragraph\"");
    desk.click("Go to the beginning of the article");
    desk.wait("the article's note is chosen", |harness| harness.query_by_label("Delete this note").is_some());
    desk.key_with(Modifiers::SHIFT, Key::N);
    assert!(desk.shows("Your notes, 2 notes"));
}

#[test]
fn a_note_on_the_article_hides_no_note_on_its_first_words() {
    let mut desk = Desk::reading();
    desk.key_with(Modifiers::SHIFT, Key::P);
    desk.type_text("an island without a boat");
    desk.wait_for_kept("an island without a boat");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::Home);
    desk.key_with(Modifiers::COMMAND, Key::ArrowUp);
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_kept("yellow");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    desk.key(Key::Home);
    let card = |desk: &Desk, name: &str| desk.harness.get_by_label_contains(name).rect();
    let (first, second) = (card(&desk, "Go to the beginning of the article"), card(&desk, "Go to “The ferry waits”"));
    assert!(second.top() >= first.bottom(), "{first:?} {second:?}");
}

#[test]
fn the_keyboard_goes_through_the_buttons_of_a_card_from_left_to_right() {
    let mut desk = Desk::reading();
    desk.key(Key::E);
    desk.key(Key::Num1);
    let left = |desk: &Desk, name: &str| desk.harness.get_by_label(name).rect().left();
    assert!(left(&desk, "Edit this note") < left(&desk, "Delete this note"));
    desk.harness.get_by_label("Edit this note").focus();
    desk.steps();
    desk.key(Key::Tab);
    assert!(desk.harness.get_by_label("Delete this note").accesskit_node().is_focused());
}

#[test]
fn the_heading_of_the_narrowest_notes_panel_is_clear_of_its_buttons() {
    let mut desk = Desk::empty();
    let home = desk.folder.path().join("home");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("settings.ron"), "(right_width: 180.0)").unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.key(Key::E);
    desk.key(Key::Num1);
    for words in ["List all", "Beside the text"] {
        let rects = ["Notes", words, "Filter…"].map(|name| desk.harness.get_by_label(name).rect());
        for (number, rect) in rects.iter().enumerate() {
            assert!(rect.right() <= 1200.0, "{words}: {rects:?}");
            assert!(rects[..number].iter().all(|other| !other.intersects(*rect)), "{words}: {rects:?}");
        }
        desk.click(words);
    }
}

#[test]
fn words_are_marked_wherever_they_stand_and_that_is_undone_in_one_step() {
    let mut desk = Desk::reading();
    let word = desk.block("The second ferry").left_top() + egui::vec2(104.0, 15.0);
    for _ in 0..2 {
        desk.harness.hover_at(word);
        desk.harness.drag_at(word);
        desk.harness.step();
        desk.harness.drop_at(word);
        desk.harness.step();
    }
    desk.steps();
    desk.key(Key::Num3);
    desk.wait_for_kept("quote: \"ferry\"");
    desk.key(Key::T);
    desk.type_text("boat");
    desk.key(Key::Enter);
    desk.wait_for_part("Tag boat, 1 note");
    let sidecar = desk.sidecar();
    let marks = move || fs::read_to_string(&sidecar).unwrap().matches("quote: \"ferry\"").count();
    desk.key_with(Modifiers::SHIFT, Key::E);
    desk.wait_for_part("Marked 2 more places");
    assert!(desk.shows("Tag boat, 3 notes"));
    desk.wait("all are kept", |_| marks() == 3);
    desk.key_with(Modifiers::SHIFT, Key::E);
    desk.wait_for_part("These words are marked wherever they stand");
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for_part("Tag boat, 1 note");
    desk.wait("the others are gone", |_| marks() == 1);
}

#[test]
fn linking_the_only_note_says_what_would_be_there_and_types_nothing_as_commands() {
    let mut desk = Desk::reading();
    desk.mark_the_first_sentence();
    desk.key(Key::L);
    for letter in ["t", "1"] {
        desk.key(if letter == "t" { Key::T } else { Key::Num1 });
        desk.type_text(letter);
    }
    assert!(desk.shows("There is no other note yet."));
    assert_eq!(desk.harness.get_by_label("Find a note").accesskit_node().value(), Some("t1".to_owned()));
    desk.key(Key::Enter);
    desk.key(Key::Escape);
    assert!(!desk.shows("There is no other note yet."));
}

#[test]
fn marking_everywhere_tells_where_else_the_words_stand() {
    let mut desk = Desk::reading();
    for _ in 0..3 {
        desk.key(Key::E);
    }
    let everywhere = |desk: &mut Desk, told: &str| {
        desk.key_with(Modifiers::SHIFT, Key::E);
        desk.wait_for_part(told);
    };
    everywhere(&mut desk, "Marked these words; they stand nowhere else");
    everywhere(&mut desk, "These words stand nowhere else");
    desk.key(Key::Escape);
    let word = desk.block("The second ferry").left_top() + egui::vec2(104.0, 15.0);
    for _ in 0..2 {
        desk.drag(word, word);
    }
    everywhere(&mut desk, "Marked these words and 2 other places");
    everywhere(&mut desk, "These words are marked wherever they stand");
}
