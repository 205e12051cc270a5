//! What is shown again as it was, while no screen reader listens, can still be pressed and gone through.

use eframe::App as _;
use egui::{Color32, Context, Event, PointerButton, Pos2, RawInput, Rect, Shape, vec2};
use quotemark::app::{Beginning, Folders, TypeFaces, Window};

use super::*;

const WIDTH: f32 = 1200.0;
/// So wide that the notes lie over the text.
const NARROW: f32 = 640.0;
const HEIGHT: f32 = 800.0;
/// A place on the text.
const ON_TEXT: Pos2 = pos2(600.0, 200.0);
/// How far from the right edge the notes begin.
const NOTES: f32 = 270.0;

/// A window to which no screen reader listens.
struct Seen {
    _folder: tempfile::TempDir,
    context: Context,
    window: Window,
    frame: eframe::Frame,
    shapes: Vec<Shape>,
    /// Whether the last frame asked for another.
    asks: bool,
    time: f64,
    /// Whether it asks for a frame at once.
    asks_now: bool,
    width: f32,
    height: f32,
}

impl Seen {
    fn reading(height: f32) -> Self {
        Self::of(WIDTH, height)
    }

    fn of(width: f32, height: f32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boats.txt");
        fs::write(&path, length::lines(40)).unwrap();
        length::annotate(&path, 5);
        let context = Context::default();
        let folders = Folders::both_in(folder.path());
        let window = Window::new(&context, Beginning::apart(TypeFaces::of_our_own(), folders, vec![path]));
        let frame = eframe::Frame::_new_kittest();
        let mut seen = Self {
            _folder: folder,
            context,
            window,
            frame,
            shapes: Vec::new(),
            asks: true,
            asks_now: true,
            time: 0.0,
            width,
            height,
        };
        let mut steps = 0..MOST_STEPS;
        while !seen.shows("5 notes") || seen.shows("Looking for speakers") {
            assert!(steps.next().is_some(), "the article never came");
            thread::sleep(BETWEEN_STEPS);
            seen.make(Vec::new());
        }
        seen.point(ON_TEXT);
        seen
    }

    fn make(&mut self, events: Vec<Event>) {
        self.time += 0.1;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(self.width, self.height))),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        self.window.raw_input_hook(&self.context, &mut input);
        let output = self.context.run_ui(input, |ui| {
            self.window.logic(ui.ctx(), &mut self.frame);
            self.window.ui(ui, &mut self.frame);
        });
        self.asks_now = output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero());
        self.asks = output.viewport_output.values().any(|viewport| viewport.repaint_delay < Duration::from_secs(1));
        self.shapes = output.shapes.iter().map(|clipped| clipped.shape.clone()).collect();
        output.drop_without_applying_deltas();
    }

    fn point(&mut self, at: Pos2) {
        self.make(vec![Event::PointerMoved(at)]);
        (0..4).for_each(|_| self.make(Vec::new()));
    }

    fn scroll(&mut self, points: f32) {
        let wheel = Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: Modifiers::NONE,
        };
        self.make(vec![wheel]);
        (0..6).for_each(|_| self.make(Vec::new()));
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.make(vec![Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }]);
        }
        (0..4).for_each(|_| self.make(Vec::new()));
    }

    /// The colours of each card that is shown as it was, by the corners of its triangles.
    fn cards(&self) -> Vec<Vec<Color32>> {
        let card = |shape: &Shape| match shape {
            Shape::Mesh(mesh) if !mesh.is_empty() && mesh.calc_bounds().left() > self.width - NOTES => {
                Some(mesh.vertices.iter().map(|corner| corner.color).collect())
            }
            _ => None,
        };
        self.shapes.iter().filter_map(card).collect()
    }

    /// Where some words are painted as words, not as a part of something that is shown as it was.
    fn place_of(&self, words: &str) -> Option<Pos2> {
        self.shapes.iter().find_map(|shape| match shape {
            Shape::Text(text) if text.galley.text().contains(words) => Some(text.pos + vec2(4.0, 4.0)),
            _ => None,
        })
    }

    /// What is painted between the lists and the notes: each corner of a triangle, to a hundredth of a point, with its colour,
    /// and each text.
    fn column(&self) -> Vec<String> {
        let is_there = |x: f32| x > 280.0 && x < self.width - NOTES - 30.0;
        let looks = |shape: &Shape| match shape {
            Shape::Mesh(mesh) if is_there(mesh.calc_bounds().left()) => {
                mesh.vertices.iter().map(|corner| format!("{:.2} {:?}", corner.pos, corner.color)).collect()
            }
            Shape::Text(text) if is_there(text.pos.x) => vec![format!("{} {:.2}", text.galley.text(), text.pos)],
            _ => Vec::new(),
        };
        self.shapes.iter().flat_map(looks).collect()
    }

    fn shows(&self, words: &str) -> bool {
        self.place_of(words).is_some()
    }

    /// Where some words are in the notes, found with the pointer, which is on the text afterwards.
    fn find_in_notes(&mut self, words: &str) -> Pos2 {
        let place = (0..40).find_map(|step| {
            self.point(pos2(1060.0, 20.0 * step as f32));
            self.place_of(words)
        });
        self.point(ON_TEXT);
        place.unwrap()
    }
}

#[test]
fn a_card_that_is_shown_as_it_was_takes_the_first_press() {
    let mut seen = Seen::reading(HEIGHT);
    let note = seen.find_in_notes("Note 1.");
    assert!(!seen.shows("Note 1."), "with the pointer elsewhere it is shown as it was");
    let press = |pressed| Event::PointerButton {
        pos: note,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    // A finger is there only while it presses.
    seen.make(vec![Event::PointerMoved(note), press(true)]);
    seen.make(vec![press(false), Event::PointerGone]);
    (0..4).for_each(|_| seen.make(Vec::new()));
    assert!(seen.context.text_edit_focused(), "the note is being written");
}

#[test]
fn cards_and_lists_that_are_shown_as_they_were_are_gone_through_by_key() {
    let mut seen = Seen::reading(HEIGHT);
    let tab =
        |pressed| Event::Key { key: Key::Tab, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    let mut met = [false; 5];
    for _ in 0..60 {
        seen.make(vec![tab(true)]);
        seen.make(vec![tab(false)]);
        seen.make(Vec::new());
        // What has the keyboard is shown anew.
        for (number, met) in met.iter_mut().enumerate() {
            *met |= seen.shows(&format!("Note {number}."));
        }
    }
    assert_eq!(met, [true; 5]);
}

#[test]
fn a_card_that_is_shown_as_it_was_follows_its_note() {
    let mut seen = Seen::reading(HEIGHT);
    let before = seen.find_in_notes("Note 2.");
    seen.scroll(60.0);
    let after = seen.find_in_notes("Note 2.");
    assert!(after.y < before.y, "{after} is above {before}");
}

#[test]
fn what_is_scrolled_back_to_looks_as_it_did() {
    let mut seen = Seen::reading(HEIGHT);
    seen.scroll(30.0);
    let before = seen.column();
    seen.scroll(1000.0);
    assert!(seen.column() != before && before.iter().any(|look| look.contains("Line 3 ")));
    seen.scroll(-1000.0);
    assert_eq!(seen.column(), before);
}

#[test]
fn what_is_made_ahead_is_made_once() {
    let mut seen = Seen::reading(340.0);
    seen.scroll(200.0);
    (0..20).for_each(|_| seen.make(Vec::new()));
    assert!(!seen.asks);
}

#[test]
fn a_card_that_came_into_view_bit_by_bit_is_whole() {
    let mut seen = Seen::reading(340.0);
    let mut cards = Vec::new();
    for _ in 0..20 {
        cards.extend(seen.cards());
        seen.scroll(12.0);
    }
    assert!(!cards.is_empty());
    // All read alike.
    assert!(cards.iter().all(|card| *card == cards[0]));
}

#[test]
fn a_card_that_is_shown_as_it_was_changes_with_its_note_and_no_other_does() {
    let mut seen = Seen::reading(HEIGHT);
    let like = |seen: &Seen, look: &[Color32]| seen.cards().iter().filter(|card| *card == look).count();
    let look = seen.cards()[0].clone();
    assert_eq!((like(&seen, &look), seen.cards().len()), (5, 5));
    for key in [Key::Period, Key::Num2] {
        seen.key(Modifiers::NONE, key);
        assert_eq!((like(&seen, &look), seen.cards().len()), (4, 4), "the chosen card is shown anew");
    }
    seen.key(Modifiers::NONE, Key::Escape);
    assert_eq!((like(&seen, &look), seen.cards().len()), (4, 5));
    seen.key(Modifiers::CTRL | Modifiers::COMMAND, Key::Z);
    seen.key(Modifiers::NONE, Key::Escape);
    assert_eq!((like(&seen, &look), seen.cards().len()), (5, 5));
}

#[test]
fn a_card_is_not_kept_as_it_is_in_a_frame_that_is_made_again() {
    let mut seen = Seen::reading(HEIGHT);
    let look = seen.cards()[0].clone();
    // A new tag has all cards shown anew, while its field closes.
    seen.key(Modifiers::NONE, Key::Period);
    seen.key(Modifiers::NONE, Key::T);
    seen.make(vec![Event::Text("harbour".to_owned())]);
    for key in [Key::Enter, Key::Escape, Key::Escape] {
        seen.key(Modifiers::NONE, key);
    }
    seen.point(ON_TEXT);
    let cards = seen.cards();
    assert_eq!((cards.iter().filter(|card| **card == look).count(), cards.len()), (4, 5));
}

#[test]
fn a_card_is_not_kept_as_it_fades_in() {
    let looks = Seen::reading(HEIGHT).cards();
    let mut seen = Seen::of(NARROW, HEIGHT);
    let is_seen = |seen: &Seen| looks.iter().all(|look| seen.cards().contains(look));
    assert!(!is_seen(&seen), "the notes are put away");
    seen.key(Modifiers::CTRL | Modifiers::COMMAND | Modifiers::ALT, Key::B);
    (0..20).for_each(|_| seen.make(Vec::new()));
    assert!(looks.len() == 5 && is_seen(&seen));
}

/// Keys that come with one frame, on a machine that is slow.
fn press_at_once(seen: &mut Seen, events: Vec<Event>) {
    seen.make(events);
    let mut frames = 0..60;
    while seen.asks_now && frames.next().is_some() {
        seen.make(Vec::new());
    }
}

fn pressed(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

#[test]
fn letters_that_come_with_enter_are_taken_first() {
    let mut seen = Seen::reading(HEIGHT);
    seen.key(Modifiers::CTRL | Modifiers::COMMAND, Key::K);
    press_at_once(&mut seen, vec![Event::Text("sett".to_owned()), pressed(Key::Enter, Modifiers::NONE)]);
    assert!(seen.shows("Your name"), "the settings are open");
}

#[test]
fn a_list_of_articles_that_was_cleared_is_brought_back() {
    let mut desk = Desk::reading();
    desk.harness = window(desk.folder.path(), Vec::new());
    desk.wait_for("Open The ferry waits");
    desk.click("Clear");
    assert!(desk.shows("The list was cleared.") && !desk.shows("Open The ferry waits"));
    desk.click("Bring it back");
    assert!(desk.shows("Open The ferry waits") && desk.shows("Clear"));
}
