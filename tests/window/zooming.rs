//! The wheel with Ctrl and two fingers make the text larger and smaller, by the steps of the commands for that.

use egui::{Event, MouseWheelSource, MouseWheelUnit, TouchDeviceId, TouchId, TouchPhase, vec2};

use super::*;

impl Desk {
    /// Turns a wheel so many notches up, one after the other, with a key held.
    fn turn_notches(&mut self, notches: i8, modifiers: Modifiers) {
        self.harness.hover_at(self.block("The first ferry").center());
        for _ in 0..notches.abs() {
            self.harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Line,
                delta: vec2(0.0, f32::from(notches.signum())),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Wheel,
                modifiers,
            });
            self.harness.run_steps(60);
        }
    }

    #[track_caller]
    fn check_text_size(&mut self, expected: &str) {
        let settings = self.folder.path().join("home").join("settings.ron");
        let expected = format!("text_size: {expected}.");
        self.wait(&expected, |_| fs::read_to_string(&settings).is_ok_and(|text| text.contains(&expected)));
    }
}

#[test]
fn a_notch_of_the_wheel_with_control_is_a_step() {
    let mut desk = Desk::reading();
    desk.turn_notches(1, Modifiers::COMMAND);
    desk.check_text_size("20");
    desk.turn_notches(2, Modifiers::COMMAND);
    desk.check_text_size("25");
    desk.turn_notches(-4, Modifiers::COMMAND);
    desk.check_text_size("16");
    assert!((desk.harness.ctx.zoom_factor() - 1.0).abs() < 0.01, "the window keeps its size");
}

#[test]
fn the_wheel_alone_and_what_lies_over_the_window_leave_the_text_as_it_is() {
    let mut desk = Desk::reading();
    desk.turn_notches(3, Modifiers::NONE);
    desk.key(Key::F1);
    desk.turn_notches(3, Modifiers::COMMAND);
    desk.key(Key::Escape);
    desk.turn_notches(-1, Modifiers::COMMAND);
    desk.check_text_size("16");
}

#[test]
fn two_fingers_that_part_make_the_text_larger_and_scroll_nothing() {
    let mut desk = Desk::reading();
    let far = ARTICLE.to_owned() + &"\nThe gulls came back over the wall.\n".repeat(60);
    fs::write(desk.article(), far).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ada Brandt: “We wait");
    let (top, middle) = (desk.block("The ferry waits").top(), desk.block("The second ferry").center());
    for step in 0..=12 {
        let phase = if step == 0 { TouchPhase::Start } else { TouchPhase::Move };
        for (id, side) in [(1, -1.0), (2, 1.0)] {
            let pos = middle + vec2(0.0, side * (60.0 + step as f32 * 4.0));
            desk.harness.event(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(id), phase, pos, force: None });
            if id == 1 {
                desk.harness.event(Event::PointerMoved(pos));
            }
            if (step, id) == (0, 1) {
                let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
                desk.harness.event(Event::PointerButton { pos, button, pressed: true, modifiers });
            }
        }
        desk.harness.step();
    }
    desk.check_text_size("25");
    assert_eq!(desk.block("The ferry waits").top(), top);
    assert!(!desk.shows("selected"));
}
