//! What a frame costs, without a screen: `cargo bench --bench frames`. Milliseconds of processor of the window's thread,
//! the triangles made but not painted; what is compared is measured in turns in one run. Ratios come first.
//!
//! `-- --quick` takes a tenth of everything; `-- --only NAME` measures one part.
//!
//! Measured on two cores of a server that nothing else used, 30 November 2026, most rows twice; medians (in brackets, 99 of
//! 100 frames at most). On a shared server, where every frame took longer, ratios to a short frame were lower: 1.7 over dense
//! marks, and 2.5 to 2.9 for a jump beside scrolling.
//!
//! | what | measured | goal |
//! |---|---|---|
//! | scrolling, 1,000,000 paragraphs : 45 | 1.05, 1.06 | 1.2 |
//! | jumping there : jumping in 45, : scrolling 45 | 1.37 to 1.73; 3.4 to 4.3: 0.40 to 0.60 ms | 2 |
//! | scrolling, 10,000 notes and 10,000 quotations : none | 2.54, 2.56, 2.68: 0.27 (0.66) against 0.10 ms | 1.3 |
//! | jumping there : none | 1.84 to 1.88: 0.85 (1.38) against 0.46 ms | 1.3 |
//! | scrolling there : 200 notes and 200 quotations as dense | 1.08, 1.08: 0.27 (0.61) against 0.25 (0.57) ms | – |
//! | scrolling with 10,000 notes listed : 40 listed | 1.01, 1.05: 0.22 (0.46) against 0.22 (0.44) ms | – |
//! | scrolling, one paragraph of a megabyte : ordinary ones | 0.65, 0.73: 0.10 (0.55) against 0.14 (0.41) ms | 2 |
//! | jumping there : jumping among ordinary ones | 1.65, 1.74: 0.85 (6.22) against 0.49 (2.18) ms | 2 |
//! | adding, changing, undoing one of 10,000 notes | 2.2 and 2.5, 3.6 and 4.4, 3.5 and 4.3 ms | 5 |
//! | a letter in a note | 4.4, 4.5 ms | 5 |
//! | notes by tag; by speaker; by words and all, a letter at a time | 1.6, 1.8; 3.8, 4.9; 3.1 to 3.9 ms at most | 10 |
//! | all hits in 100 MB: “the” (the first million), “eels” (66,668), nowhere | 113, 191, 180 ms | 1000 |
//! | whole words; an expression with `\b` | 183 ms; 3.3 s | 1000 |
//! | the first hit on the screen, and all of “eels”; the longest frame meanwhile | 23, 171 ms; 0.9 ms | 50, 1000; 16 |
//! | ten seconds at rest, from the last frame on | no frame; 0.9, 1.0 ms | 0, 10 |
//!
//! Where the goal is missed: a frame of scrolling takes 2.15 million instructions over dense marks and 1.22 million without, by
//! callgrind, which counts a copied byte as one; without what is copied 1.82 and 1.11. Of the difference four tenths make new cards
//! in the notes panel, whose two rows of words cost most, three tenths more triangles: 11,000 corners against 6,000. No page is
//! asked of the system in either. A jump lays out some 13 paragraphs, however cheap scrolling is. Tried and not taken: two new cards
//! a frame with the others empty until then, and room made beforehand for egui's list of triangles: 16 in 100 instructions less,
//! but 1.77, 1.79, 1.89 and empty cards to see; half of a jump laid out in the frame that moves the handle.
#![allow(clippy::print_stdout, reason = "a benchmark is read on the terminal")]
#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark stops where it cannot go on")]

#[path = "frames/desk.rs"]
mod desk;
#[path = "frames/texts.rs"]
mod texts;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use cpu_time::ThreadTime;
use desk::Desk;
use egui::{Event, Key, Modifiers, PointerButton};
use quotemark::{
    article::Article,
    open,
    reading::{Manner, Query},
    speech::Speech,
};

/// How much is measured.
#[derive(Clone, Copy)]
struct Measure {
    paragraphs: usize,
    megabyte: usize,
    marks: usize,
    rounds: usize,
}

const WHOLE: Measure = Measure { paragraphs: 1_000_000, megabyte: 1_000_000, marks: 10_000, rounds: 20 };
const QUICK: Measure = Measure { paragraphs: 20_000, megabyte: 100_000, marks: 1_000, rounds: 3 };

/// A part of the benchmark: its name, and what measures and prints it.
type Part = (&'static str, fn(Measure));

const PARTS: [Part; 6] =
    [("length", length), ("marks", marks), ("paragraph", paragraph), ("edits", edits), ("find", find), ("rest", rest)];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let measure = if arguments.iter().any(|argument| argument == "--quick") { QUICK } else { WHOLE };
    let only = arguments.iter().skip_while(|argument| *argument != "--only").nth(1);
    for (_, print) in PARTS.iter().filter(|(name, _)| only.is_none_or(|only| only == name)) {
        print(measure);
    }
}

/// The times of some frames, in milliseconds.
#[derive(Default)]
struct Times(Vec<f64>);

impl Times {
    fn share(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[((sorted.len() - 1) as f64 * share).round() as usize]
    }

    fn median(&self) -> f64 {
        self.share(0.5)
    }

    fn told(&self) -> String {
        format!("{:.2} ms, 99 of 100 at most {:.2} ms", self.median(), self.share(0.99))
    }
}

fn print_ratio(what: &str, more: &Times, less: &Times, goal: f64) {
    println!(
        "{what:46} {:6.2}  (at most {goal})   {} against {}",
        more.median() / less.median(),
        more.told(),
        less.told()
    );
}

fn print_time(what: &str, milliseconds: f64, goal: f64) {
    println!("{what:46} {milliseconds:6.2} ms (at most {goal})");
}

fn no_notes(_: &Path) {}

/// Scrolls down and up again, a hundred points a frame.
fn scroll(desk: &mut Desk, times: &mut Times) {
    for step in 0..40 {
        times.0.push(desk.scroll(if step < 20 { 100.0 } else { -100.0 }));
    }
}

/// Some places in an article, as far from one another as they come: shares of it.
fn places(rounds: usize) -> impl Iterator<Item = f32> {
    (1..=rounds).map(|round| (round as f32 * 0.618_034).fract() * 0.9 + 0.05)
}

fn length(measure: Measure) {
    let mut short = Desk::open(&texts::paragraphs(45), no_notes);
    let mut long = Desk::open(&texts::paragraphs(measure.paragraphs), no_notes);
    let (scrolls, jumps) = compare([&mut long, &mut short], measure);
    let [long, short] = &scrolls;
    print_ratio(&format!("scrolling, {} paragraphs : 45", measure.paragraphs), long, short, 1.2);
    print_ratio("jumping there : jumping in 45", &jumps[0], &jumps[1], 2.0);
    print_ratio("jumping there : scrolling 45", &jumps[0], short, 2.0);
}

/// Scrolls and jumps in two articles in turns: the frames of scrolling of each, and the longest frame of each jump.
fn compare(mut desks: [&mut Desk; 2], measure: Measure) -> ([Times; 2], [Times; 2]) {
    let (mut scrolls, mut jumps): ([Times; 2], [Times; 2]) = Default::default();
    for place in places(measure.rounds) {
        for (number, desk) in desks.iter_mut().enumerate() {
            jumps[number].0.push(desk.jump(place));
            desk.settle();
            scroll(desk, &mut scrolls[number]);
        }
    }
    (scrolls, jumps)
}

fn marks(measure: Measure) {
    let said = texts::sayings(measure.marks, true);
    let plain = texts::sayings(measure.marks, false);
    let quotations = |text: &str| Speech::of(&article(text)).quotations.len();
    println!("{} and {} quotations in {} bytes", quotations(&said), quotations(&plain), said.len());
    let mut marked = Desk::open(&said, |path| texts::annotate(path, measure.marks));
    let mut bare = Desk::open(&plain, no_notes);
    let (scrolls, jumps) = compare([&mut marked, &mut bare], measure);
    print_ratio("scrolling, densely marked : without marks", &scrolls[0], &scrolls[1], 1.3);
    print_ratio("jumping, densely marked : without marks", &jumps[0], &jumps[1], 1.3);
    let mut few = Desk::open(&said, |path| texts::annotate(path, 40));
    let (scrolls, _) = compare([&mut marked, &mut few], measure);
    print_ratio("scrolling, many notes : only quotations", &scrolls[0], &scrolls[1], 1.3);
    let mut short = Desk::open(&texts::sayings(200, true), |path| texts::annotate(path, 200));
    let (scrolls, _) = compare([&mut marked, &mut short], measure);
    print_ratio("scrolling, densely marked : 200 of each", &scrolls[0], &scrolls[1], 1.3);
    for desk in [&mut marked, &mut few] {
        desk.click(desk.place_of("List all"), PointerButton::Primary);
        desk.settle();
    }
    let (scrolls, _) = compare([&mut marked, &mut few], measure);
    print_ratio("scrolling, many notes listed : 40 listed", &scrolls[0], &scrolls[1], 1.3);
}

fn paragraph(measure: Measure) {
    let mut long = Desk::open(&texts::one_paragraph(measure.megabyte), no_notes);
    let mut ordinary = Desk::open(&texts::ordinary(measure.megabyte), no_notes);
    let (scrolls, jumps) = compare([&mut long, &mut ordinary], measure);
    print_ratio("scrolling, one paragraph : ordinary ones", &scrolls[0], &scrolls[1], 2.0);
    print_ratio("jumping, one paragraph : ordinary ones", &jumps[0], &jumps[1], 2.0);
}

fn edits(measure: Measure) {
    let mut desk = Desk::open(&texts::sayings(measure.marks + 200, true), |path| texts::annotate(path, measure.marks));
    let (mut adding, mut changing, mut undoing, mut typing): (Times, Times, Times, Times) = Default::default();
    let (plain, control) = (Modifiers::NONE, Modifiers::CTRL | Modifiers::COMMAND);
    let mut at_rest = Times::default();
    for place in places(measure.rounds) {
        desk.jump(place);
        desk.settle();
        at_rest.0.push(desk.frame(Vec::new()));
        desk.key(plain, Key::Escape);
        desk.key(plain, Key::E);
        adding.0.push(desk.key(plain, Key::Num1));
        desk.pause();
        changing.0.push(desk.key(plain, Key::Num2));
        desk.key(plain, Key::N);
        desk.pause();
        typing.0.push(desk.type_text("w"));
        desk.key(plain, Key::Escape);
        for _ in 0..3 {
            desk.pause();
            undoing.0.push(desk.key(control, Key::Z));
        }
        desk.pause();
    }
    println!("a frame with nothing to do, {} notes: {}", measure.marks, at_rest.told());
    print_time("adding one, longest frame, median", adding.median(), 5.0);
    print_time("changing one, longest frame, median", changing.median(), 5.0);
    print_time("a letter in a note, median", typing.median(), 5.0);
    print_time("undoing, longest frame, median", undoing.median(), 5.0);
    let mut by_tag = Times::default();
    // The lists are shown as they were, and not as texts, until the pointer is on them.
    desk.frame(vec![Event::PointerMoved(desk::ON_LISTS)]);
    for _ in 0..measure.rounds {
        let tag = desk.place_of("evidence");
        by_tag.0.push(desk.click(tag, PointerButton::Primary));
        by_tag.0.push(desk.click(tag, PointerButton::Primary));
    }
    print_time("by tag, longest frame, median", by_tag.median(), 10.0);
    for line in ["speaker:Weir", "boat", "speaker:weir tag:doubt boat"] {
        let mut by_line = Times::default();
        for _ in 0..measure.rounds.min(5) {
            desk.key(plain, Key::Slash);
            desk.settle();
            by_line.0.extend(line.chars().map(|letter| desk.type_text(&letter.to_string())));
            desk.key(plain, Key::Escape);
            desk.settle();
        }
        print_time(&format!("typing “{line}”, a letter, longest"), by_line.share(1.0), 10.0);
    }
}

fn article(text: &str) -> Article {
    open::from_bytes("article.txt", text.as_bytes()).expect("it opens").article
}

fn find(measure: Measure) {
    let text = texts::paragraphs(measure.paragraphs);
    let article = article(&text);
    let words = |words: &str| Query { words: words.to_owned(), ..Query::default() };
    let plain = Manner::default();
    for (name, query) in [
        ("plain, often there", words("the")),
        ("plain, now and then", words("eels")),
        ("plain, never there", words("zebra crossing")),
        ("as typed", Query { manner: Manner { as_typed: true, ..plain }, ..words("Nobody") }),
        ("whole word", Query { manner: Manner { whole_words: true, ..plain }, ..words("gate") }),
        ("expression", Query { manner: Manner { expression: true, ..plain }, ..words(r"[a-z]+ation\b") }),
    ] {
        let begun = ThreadTime::now();
        let search = query.search().expect("a query").expect("words");
        let hits = search.hits(article.text()).count();
        print_time(&format!("all of {hits} hits: {name}"), 1e3 * begun.elapsed().as_secs_f64(), 1000.0);
    }
    let mut desk = Desk::open(&text, no_notes);
    desk.jump(0.5);
    desk.key(Modifiers::CTRL | Modifiers::COMMAND, Key::F);
    desk.settle();
    let begun = Instant::now();
    let mut longest = desk.type_text("eels");
    longest = longest.max(desk.wait(Desk::has_hit));
    print_time("first hit on the screen (clock)", 1e3 * begun.elapsed().as_secs_f64(), 50.0);
    longest = longest.max(desk.wait(Desk::has_all_hits));
    print_time("all hits on the screen (clock)", 1e3 * begun.elapsed().as_secs_f64(), 1000.0);
    print_time("longest frame meanwhile", longest, 16.0);
}

fn rest(measure: Measure) {
    let mut desk = Desk::open(&texts::ordinary(measure.megabyte), |path| texts::annotate(path, 100));
    let seconds = 10;
    let (asked, taken) = desk.at_rest(Duration::from_secs(seconds));
    println!("{seconds} seconds at rest: {asked} frames asked for (none), {taken:.1} ms of processor (at most 10)");
}
