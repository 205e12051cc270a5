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
