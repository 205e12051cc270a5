//! A window without a screen: what it costs the processor to make each of its frames.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::{Duration, Instant},
};

use cpu_time::{ProcessTime, ThreadTime};
use eframe::App as _;
use egui::{Context, Event, Galley, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Shape, pos2, vec2};
use quotemark::app::{Beginning, Folders, TypeFaces, Window};

const SIZE: Rect = Rect { min: Pos2::ZERO, max: pos2(1200.0, 800.0) };
/// A place on the text.
pub const ON_TEXT: Pos2 = pos2(600.0, 400.0);
/// A place on the lists left of it.
pub const ON_LISTS: Pos2 = pos2(100.0, 200.0);
/// The seconds from one frame to the next.
const STEP: f64 = 1.0 / 60.0;

pub struct Desk {
    context: Context,
    window: Window,
    frame: eframe::Frame,
    time: f64,
    /// The texts on the screen, and where their middles are.
    texts: Vec<(Arc<Galley>, Pos2)>,
    /// How often the window asked to be painted.
    asked: Arc<AtomicUsize>,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// Opens an article in a folder of its own, which `fill` may put more into, and waits until all is found in it.
    pub fn open(text: &str, fill: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let path = folder.path().join("article.txt");
        fs::write(&path, text).expect("the article can be written");
        fill(&path);
        let folders = Folders { config: Some(folder.path().join("config")), data: Some(folder.path().join("data")) };
        let context = Context::default();
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = asked.clone();
        context.set_request_repaint_callback(move |_| _ = counter.fetch_add(1, Relaxed));
        let window = Window::new(&context, Beginning::apart(TypeFaces::look_for(), folders, vec![path]));
        let mut desk = Self {
            context,
            window,
            frame: eframe::Frame::_new_kittest(),
            time: 0.0,
            texts: Vec::new(),
            asked,
            _folder: folder,
        };
        desk.wait(|desk| {
            desk.shows("Paragraph 1 of ") && !desk.shows("Opening") && !desk.shows("Looking for speakers")
        });
        desk.frame(vec![Event::PointerMoved(ON_TEXT)]);
        desk.come_to_rest();
        desk
    }

    /// Waits until nothing is being found any more: a while in which nobody asks to be painted.
    fn come_to_rest(&mut self) {
        while self.at_rest(Duration::from_secs(1)).0 > 0 {}
    }

    /// Makes a frame; the milliseconds of processor that this thread took for it, its shapes made into triangles.
    pub fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += STEP;
        let input = RawInput {
            screen_rect: Some(SIZE),
            time: Some(self.time),
            predicted_dt: STEP as f32,
            events,
            focused: true,
            ..RawInput::default()
        };
        let begun = ThreadTime::now();
        let output = self.context.run_ui(input, |ui| {
            self.window.logic(ui.ctx(), &mut self.frame);
            self.window.ui(ui, &mut self.frame);
        });
        let made = begun.elapsed();
        self.texts = output.shapes.iter().flat_map(|clipped| texts_of(&clipped.shape)).collect();
        let shapes = output.shapes.clone();
        let begun = ThreadTime::now();
        let triangles = self.context.tessellate(shapes, output.pixels_per_point);
        let taken = made + begun.elapsed();
        drop(triangles);
        output.drop_without_applying_deltas();
        1e3 * taken.as_secs_f64()
    }

    /// The longest of the frames that some events lead to.
    pub fn longest(&mut self, frames: usize, events: Vec<Event>) -> f64 {
        let first = self.frame(events);
        (1..frames).fold(first, |longest, _| longest.max(self.frame(Vec::new())))
    }

    /// Makes frames until nothing moves.
    pub fn settle(&mut self) {
        (0..6).for_each(|_| _ = self.frame(Vec::new()));
    }

    /// Makes frames until something is there; the longest of them, in milliseconds.
    pub fn wait(&mut self, is_there: impl Fn(&Self) -> bool) -> f64 {
        let end = Instant::now() + Duration::from_secs(900);
        let mut longest = 0.0_f64;
        while Instant::now() < end {
            longest = longest.max(self.frame(Vec::new()));
            if is_there(self) {
                return longest;
            }
            thread::sleep(Duration::from_millis(2));
        }
        let texts: Vec<&str> = self.texts().map(|(text, _)| text).collect();
        panic!("it never came: {texts:?}")
    }

    fn texts(&self) -> impl Iterator<Item = (&str, Pos2)> {
        self.texts.iter().map(|(galley, place)| (galley.text(), *place))
    }

    /// Whether a text on the screen holds some words.
    pub fn shows(&self, part: &str) -> bool {
        self.texts().any(|(text, _)| text.contains(part))
    }

    /// Whether the find bar counts something: “3 of 12”, or “12…” while it goes on.
    pub fn has_hit(&self) -> bool {
        let is_count = |text: &str| text.strip_suffix('…').is_some_and(is_number);
        self.has_all_hits() || self.texts().any(|(text, _)| is_count(text.rsplit(" of ").next().unwrap_or(text)))
    }

    /// Whether the find bar has counted all.
    pub fn has_all_hits(&self) -> bool {
        let is_count = |text: &str| text.split(" of ").count() == 2 && text.split(" of ").all(is_number);
        self.texts().any(|(text, _)| is_count(text))
    }

    /// The middle of a text on the screen.
    pub fn place_of(&self, words: &str) -> Pos2 {
        let found = self.texts().find(|(text, _)| *text == words);
        found.unwrap_or_else(|| panic!("“{words}” is not on the screen")).1
    }

    pub fn scroll(&mut self, points: f32) -> f64 {
        self.frame(vec![Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: Modifiers::NONE,
        }])
    }

    /// Presses a button of the mouse at a place and lets go; the longest frame that comes of it.
    pub fn click(&mut self, at: Pos2, button: PointerButton) -> f64 {
        let press = |pressed| Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE };
        self.frame(vec![Event::PointerMoved(at)]);
        let down = self.longest(1, vec![press(true)]);
        self.longest(3, vec![press(false)]).max(down)
    }

    /// Goes to a share of the article, from 0 to 1, by the scroll handle.
    pub fn jump(&mut self, share: f32) -> f64 {
        let article = self.place_of_rail();
        let at = pos2(article.left() + 2.0, article.top() + share * article.height());
        let longest = self.click(at, PointerButton::Primary);
        self.frame(vec![Event::PointerMoved(ON_TEXT)]);
        longest
    }

    fn place_of_rail(&self) -> Rect {
        // Left of the notes panel; its way begins under the top bar and ends above the status line.
        let notes = self.place_of("Notes");
        let right = notes.x - 34.0;
        Rect::from_min_max(pos2(right - 10.0, 60.0), pos2(right, 760.0))
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) -> f64 {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let down = self.longest(2, vec![event(true)]);
        self.frame(vec![event(false)]);
        down
    }

    pub fn type_text(&mut self, text: &str) -> f64 {
        self.frame(vec![Event::Text(text.to_owned())])
    }

    /// The time from one key to the next of somebody quick.
    pub fn pause(&self) {
        thread::sleep(Duration::from_millis(100));
    }

    /// How often the window asks to be painted while nobody touches it, and the milliseconds of processor that all its
    /// threads take meanwhile. It begins with the last frame: what comes in that or behind it is not at rest yet.
    pub fn at_rest(&mut self, time: Duration) -> (usize, f64) {
        self.settle();
        self.asked.store(0, Relaxed);
        self.frame(Vec::new());
        let begun = ProcessTime::now();
        thread::sleep(time);
        (self.asked.load(Relaxed), 1e3 * begun.elapsed().as_secs_f64())
    }
}

/// Whether a text is a number, as the window shows it: “33,334”.
fn is_number(text: &str) -> bool {
    text.replace(',', "").parse::<usize>().is_ok()
}

/// The texts in a shape. The shapes themselves are left to be moved in place, as they are in a window.
fn texts_of(shape: &Shape) -> Vec<(Arc<Galley>, Pos2)> {
    match shape {
        Shape::Text(text) => vec![(text.galley.clone(), text.pos + text.galley.size() / 2.0)],
        Shape::Vec(shapes) => shapes.iter().flat_map(texts_of).collect(),
        _ => Vec::new(),
    }
}
