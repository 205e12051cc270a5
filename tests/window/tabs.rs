//! The row of tabs: as wide as their names, and with more than fit still of use.

use egui::{PointerButton, Rect};

use super::*;

/// A window with so many articles, named “Report 0 of the harbour master” and on.
fn with_articles(count: usize, shown: &str) -> Desk {
    let mut desk = Desk::empty();
    let named = |number: usize| format!("Report {number} of the harbour master");
    let files = (0..count).map(|number| {
        let file = desk.folder.path().join(format!("{number:02}.txt"));
        fs::write(&file, ARTICLE.replace("The ferry waits", &named(number))).unwrap();
        file
    });
    let files = files.collect();
    desk.harness = window(desk.folder.path(), files);
    let last = format!("Close {}", named(count - 1));
    desk.wait_for(&last);
    desk.wait_for(shown);
    desk.steps();
    desk
}

impl Desk {
    /// Where the tab of this name is.
    fn tab(&self, name: &str) -> Rect {
        let close = self.harness.get_by_label(&format!("Close {name}")).rect();
        let all = self.harness.query_all_by_label(name).map(|node| node.rect());
        all.min_by_key(|rect| (rect.center().y - close.center().y).abs() as i32).unwrap()
    }

    fn has_in_row(&self, name: &str) -> bool {
        let tab = self.tab(name);
        tab.left() >= 0.0 && tab.right() <= 1200.0
    }

    fn is_in_front(&self, name: &str) -> bool {
        let all = self.harness.query_all_by_label(name);
        all.filter(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)).count() == 1
    }
}

#[test]
fn a_tab_is_as_wide_as_its_name() {
    let desk = with_articles(2, "Report 0 of the harbour master");
    let tab = desk.tab("Report 0 of the harbour master");
    assert!((230.0..360.0).contains(&tab.width()), "{tab:?}");
    assert!(!desk.shows("Go to a tab…"), "all of them are in sight");
}

#[test]
fn the_tab_in_front_of_many_is_in_view_and_the_wheel_goes_through_the_row() {
    let mut desk = with_articles(40, "Report 0 of the harbour master");
    let (first, last) = ("Report 0 of the harbour master", "Report 39 of the harbour master");
    assert!(desk.tab(first).width() >= 149.0, "{:?}", desk.tab(first));
    assert!(desk.has_in_row(first) && !desk.has_in_row(last));
    desk.key_with(Modifiers::COMMAND, Key::PageUp);
    assert!(desk.is_in_front(last) && desk.has_in_row(last), "{:?}", desk.tab(last));
    desk.key_with(Modifiers::COMMAND, Key::PageDown);
    assert!(desk.is_in_front(first) && desk.has_in_row(first));

    desk.harness.hover_at(desk.tab(first).center());
    for _ in 0..40 {
        desk.turn_wheel(400.0);
        desk.harness.step();
    }
    desk.steps();
    assert!(desk.has_in_row(last), "the wheel turns: {:?}", desk.tab(last));
    assert!(!desk.has_in_row(first) && desk.is_in_front(first), "it stays in front");
    let at = desk.tab(last).center();
    desk.drag(at, at);
    assert!(desk.is_in_front(last));
}

#[test]
fn all_tabs_are_listed_where_they_do_not_fit_and_found_by_their_names() {
    let mut desk = with_articles(40, "Report 0 of the harbour master");
    desk.click("Go to a tab…");
    assert_eq!(desk.focused(), "Find a tab");
    desk.type_text("37 master");
    desk.key(Key::Enter);
    let found = "Report 37 of the harbour master";
    assert!(desk.is_in_front(found) && desk.has_in_row(found));
    desk.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    desk.type_text("nothing like it");
    assert!(desk.shows("No open article is called “nothing like it”."));
    desk.key(Key::Escape);
    assert!(desk.is_in_front(found));
}

#[test]
fn a_tap_where_a_tab_behind_would_be_closed_shows_it() {
    let mut desk = with_articles(2, "Report 0 of the harbour master");
    let behind = "Report 1 of the harbour master";
    let at = desk.harness.get_by_label(&format!("Close {behind}")).rect().center();
    let press = |pressed| egui::Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    // A finger is nowhere before it touches.
    desk.harness.input_mut().events.extend([egui::Event::PointerMoved(at), press(true)]);
    desk.harness.step();
    desk.harness.input_mut().events.extend([press(false), egui::Event::PointerGone]);
    desk.steps();
    assert!(desk.is_in_front(behind), "it is shown, not closed");
    desk.click(&format!("Close {behind}"));
    assert!(!desk.shows(behind));
    desk.key_with(Modifiers::COMMAND, Key::W);
    desk.wait_for("Drop an article here");
}
