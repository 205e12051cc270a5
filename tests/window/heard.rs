//! What a screen reader finds in the text, and what it is told as things change.

use egui::accesskit::{Live, Role};

use super::*;

#[test]
fn the_article_is_a_document_with_headings_paragraphs_quotations_and_marks() {
    let mut desk = Desk::reading();
    for _ in 0..3 {
        desk.key(Key::E);
    }
    desk.key(Key::Num1);
    desk.key(Key::N);
    desk.type_text("which gulls?");
    desk.key(Key::Escape);
    let root = desk.harness.root();
    let find = |role: Role| {
        let named = move |name: &str| (role, name.to_owned());
        let nodes = root.children_recursive().filter(move |node| node.accesskit_node().role() == role);
        nodes.filter_map(|node| node.accesskit_node().label()).map(move |label| named(&label)).collect::<Vec<_>>()
    };
    for (role, part) in [
        (Role::Document, "The ferry waits"),
        (Role::Heading, "The ferry waits"),
        (Role::Paragraph, "The second ferry"),
        (Role::Blockquote, "Ada Brandt: “We wait"),
        (Role::Mark, "the gulls.”: which gulls?"),
    ] {
        let found = find(role);
        assert!(found.iter().any(|(_, name)| name.contains(part)), "no {role:?} “{part}” in {found:?}");
    }
}

#[test]
fn what_the_status_line_tells_is_said_when_it_changes() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    let told = desk.harness.get_by_label_contains("Ada Brandt – “said");
    assert_eq!(told.accesskit_node().live(), Live::Polite);
}

#[test]
fn the_window_is_called_what_its_title_says() {
    let called = |desk: &Desk| desk.harness.root().accesskit_node().label();
    let mut desk = Desk::empty();
    desk.steps();
    assert_eq!(called(&desk).as_deref(), Some("Quotemark"));
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    assert_eq!(called(&desk).as_deref(), Some("The ferry waits – Quotemark"));
}

#[test]
fn no_label_is_without_words() {
    let mut desk = Desk::reading();
    for (modifiers, key) in [
        (Modifiers::NONE, Key::Escape),
        (Modifiers::COMMAND, Key::F),
        (Modifiers::NONE, Key::F1),
        (Modifiers::COMMAND, Key::Comma),
        (Modifiers::COMMAND, Key::K),
        (Modifiers::COMMAND, Key::E),
        (Modifiers::COMMAND, Key::L),
    ] {
        desk.key_with(modifiers, key);
        let labels =
            desk.harness.root().children_recursive().filter(|node| node.accesskit_node().role() == Role::Label);
        let words = |node: &egui_kittest::Node<'_>| node.accesskit_node().value().or(node.accesskit_node().label());
        let empty = labels.filter(|node| words(node).is_none_or(|words| words.trim().is_empty()));
        let empty: Vec<_> = empty.map(|node| node.rect()).collect();
        assert!(empty.is_empty(), "with {key:?} at {empty:?}");
        desk.key(Key::Escape);
    }
}

#[test]
fn of_many_speakers_the_first_are_listed_and_the_one_who_is_listened_to() {
    let mut desk = Desk::reading();
    let surnames = ["Aster", "Birch", "Cedar", "Dogwood", "Elm", "Fern", "Gorse", "Holly", "Iris", "Juniper"];
    let named = ["Jon", "Mira"].into_iter().flat_map(|given| surnames.map(|surname| format!("{given} {surname}")));
    let said: String = named.map(|name| format!("\n“The gulls came back over the wall,” said {name}.\n")).collect();
    fs::write(desk.article(), format!("{ARTICLE}{said}")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Show 11 more");
    assert!(!desk.shows("Mira Juniper, 1 quotation") && desk.shows("Tags you give to passages"));
    for _ in 0..21 {
        desk.key(Key::J);
    }
    desk.key(Key::O);
    assert!(desk.shows("Mira Juniper, 1 quotation") && desk.shows("Show 10 more"), "who is listened to is listed");
    desk.click("Show 10 more");
    assert!(desk.shows("Mira Fern, 1 quotation"));
    desk.click("Show fewer");
    assert!(!desk.shows("Mira Fern, 1 quotation") && desk.shows("Mira Juniper, 1 quotation"));
}
