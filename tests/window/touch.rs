//! A finger on the window: it taps, scrolls, selects by lying still, and drags the end of a passage.

use egui::{Event, PointerButton, Pos2, TouchDeviceId, TouchId, TouchPhase, vec2};

use super::*;

impl Desk {
    /// A finger, as the system tells of it: the touch, and what a mouse would do that did the same.
    fn finger(&mut self, phase: TouchPhase, pos: Pos2) {
        let (device_id, id) = (TouchDeviceId(1), TouchId(1));
        self.harness.event(Event::Touch { device_id, id, phase, pos, force: None });
        let button =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        match phase {
            TouchPhase::Start => {
                self.harness.event(Event::PointerMoved(pos));
                self.harness.event(button(true));
            }
            TouchPhase::Move => self.harness.event(Event::PointerMoved(pos)),
            TouchPhase::End | TouchPhase::Cancel => {
                self.harness.event(button(false));
                self.harness.event(Event::PointerGone);
            }
        }
        self.harness.step();
    }

    fn tap(&mut self, pos: Pos2) {
        self.finger(TouchPhase::Start, pos);
        self.finger(TouchPhase::End, pos);
        self.steps();
    }

    fn swipe(&mut self, from: Pos2, to: Pos2) {
        self.finger(TouchPhase::Start, from);
        for step in 1..=6 {
            self.finger(TouchPhase::Move, from + (to - from) * step as f32 / 6.0);
        }
        self.finger(TouchPhase::End, to);
        self.steps();
    }

    /// Lies still at a place until words are selected.
    fn hold(&mut self, pos: Pos2) {
        self.finger(TouchPhase::Start, pos);
        self.harness.run_steps(40);
    }

    fn words(&self, part: &str, x: f32) -> Pos2 {
        self.block(part).left_top() + vec2(x, 15.0)
    }
}

#[test]
fn a_tap_on_a_passage_opens_its_card_and_one_beside_it_closes_it() {
    let mut desk = Desk::reading();
    desk.mark_the_first_sentence();
    desk.key(Key::Escape);
    assert!(!desk.shows("Delete this note"));
    let words = desk.words("The first ferry did", 60.0);
    desk.tap(words);
    assert!(desk.shows("Delete this note"));
    desk.tap(desk.words("The second ferry", 60.0));
    assert!(!desk.shows("Delete this note"));
}

#[test]
fn a_tap_on_a_quotation_tells_whose_it_is() {
    let mut desk = Desk::reading();
    let words = desk.words("“We wait for the wind", 60.0);
    desk.tap(words);
    assert!(desk.shows("Ada Brandt – “said"), "{:#?}", desk.harness.root());
    desk.tap(desk.words("The second ferry", 60.0));
    assert!(!desk.shows("Ada Brandt – “said"));
}

#[test]
fn a_finger_that_is_drawn_scrolls_and_selects_nothing() {
    let mut desk = Desk::reading();
    let far = ARTICLE.to_owned() + &"\nThe gulls came back over the wall.\n".repeat(60);
    fs::write(desk.article(), far).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ada Brandt: “We wait");
    let before = desk.block("The second ferry").top();
    let from = desk.words("The second ferry", 60.0);
    desk.swipe(from, from - vec2(0.0, 120.0));
    let after = desk.block("The second ferry").top();
    assert!(after <= before - 110.0, "the text went from {before} to {after}");
    assert!(!desk.shows("selected"));
    // It goes on by itself for a while, and a finger stops it.
    desk.harness.run_steps(120);
    let (from, to) = (desk.words("The gulls came", 40.0), desk.words("The gulls came", 40.0) + vec2(0.0, 300.0));
    desk.swipe(from, to);
    desk.finger(TouchPhase::Start, to);
    let stands = desk.block("The gulls came").top();
    desk.harness.run_steps(5);
    assert_eq!(desk.block("The gulls came").top(), stands);
}

#[test]
fn a_finger_that_lies_still_selects_a_word_and_goes_on_from_it() {
    let mut desk = Desk::reading();
    let from = desk.words("The second ferry", 60.0);
    desk.hold(from);
    assert!(desk.shows("1 word selected"));
    desk.finger(TouchPhase::Move, from + vec2(90.0, 0.0));
    desk.finger(TouchPhase::End, from + vec2(90.0, 0.0));
    desk.steps();
    assert!(!desk.shows("1 word selected") && desk.shows("words selected"));
    desk.key(Key::Num2);
    desk.wait_for_kept("green");
}

#[test]
fn a_finger_drags_the_end_of_a_passage() {
    let mut desk = Desk::reading();
    desk.hold(desk.words("The second ferry", 60.0));
    desk.finger(TouchPhase::End, desk.words("The second ferry", 60.0));
    desk.key(Key::Num1);
    desk.wait_for_kept("quote: \"second\"");
    let end = desk.harness.get_by_label("End of the passage").rect().center();
    desk.swipe(end, end + vec2(60.0, 0.0));
    desk.wait_for_kept("quote: \"second ferry\"");
}
