//! How fast and how lean `Speech::of` is: `cargo bench --bench speech`. One core, release build; ratios first.
//!
//! The text is the news set where it is present (beside the repository, or where QUOTEMARK_NEWS says), else the
//! samples, repeated to the length that is measured.
//!
//! Measured on two cores of a server that nothing else used, 30 November 2026, five runs. In turns with the program of that
//! morning, which asked one model less, the speed was 7 % lower (10.2 : 10.9 MB/s, the mean of five). On a shared server where
//! others built, the program of that morning had 6.9 to 8.1 MB/s, and 445 instructions a byte by callgrind. Built as one unit
//! (`lto = "fat"`, `codegen-units = 1`) a byte took a twentieth fewer. What is left is spread: no function takes more than 6 % of it.
//!
//! On 1 December 2026, three runs: 9.8, 10.2 and 10.9 MB/s, 920 to 992 µs, 1.00 to 1.06, 0.97; by callgrind reading takes 5 %
//! more instructions than the day before, for what is asked more of titles, subjects and papers.
//!
//! | what | measured | goal |
//! |---|---|---|
//! | speed over the news set, an article at a time, MB/s | 10.2, 10.3, 10.4, 10.7, 12.1 | 20 |
//! | time per MB, 100 MB : 1 MB | 1.03, 1.05, 1.08, 1.09, 1.13 | 1.2 |
//! | memory : text, at most (of 100 MB: 0.51) | 0.97 | 1 |
//! | an article of 10 KB, µs | 794, 914, 919, 950, 959 | 1000 |
#![allow(clippy::print_stdout, reason = "a benchmark is read on the terminal")]
#![allow(clippy::expect_used, reason = "a benchmark stops where it cannot go on")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::{
        LazyLock,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
    time::Instant,
};

use quotemark::{article::Article, open, speech::Speech};

const NEWS: &str = "../shared/speech/gold/news-en-train.jsonl";
const MEGABYTE: usize = 1_000_000;

/// The system's allocator, counting what is held while it is asked to.
struct Counting;

static IS_COUNTING: AtomicBool = AtomicBool::new(false);
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST_HELD: AtomicUsize = AtomicUsize::new(0);

/// Takes note that so many bytes are held in place of so many others.
fn count(taken: usize, given_back: usize) {
    if IS_COUNTING.load(Relaxed) {
        // What was held before the count began may be given back in it; the sum then passes below nought and back.
        let held = HELD.load(Relaxed).wrapping_add(taken).wrapping_sub(given_back);
        HELD.store(held, Relaxed);
        if held < usize::MAX / 2 {
            MOST_HELD.fetch_max(held, Relaxed);
        }
    }
}

#[allow(unsafe_code, reason = "an allocator cannot be written without; it only counts and hands on to the system's")]
// SAFETY: every call is handed on as it came, to an allocator that keeps the promises.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller keeps the promises of this function, which are the same there.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The texts of the news set, or our samples.
fn texts() -> (&'static str, Vec<String>) {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = std::env::var("QUOTEMARK_NEWS").unwrap_or_else(|_| format!("{root}/{NEWS}"));
    let found = std::fs::read_to_string(path).ok();
    let Some(lines) = found else {
        let sample =
            |name: &str| std::fs::read_to_string(format!("{root}/assets/{name}")).expect("the sample is there");
        return ("our samples", vec![sample("sample.txt")]);
    };
    let text = |line: &str| {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line of the news set is JSON");
        article["text"].as_str().unwrap_or_default().to_owned()
    };
    ("the news set", lines.lines().map(text).collect())
}

fn article(text: &str) -> Article {
    open::from_bytes("news.txt", text.as_bytes()).expect("the text opens").article
}

/// The texts in a row, over and over, up to a length.
fn of_length(texts: &[String], bytes: usize) -> Article {
    let mut long = String::with_capacity(bytes + 4);
    for text in texts.iter().cycle() {
        if long.len() >= bytes {
            break;
        }
        let mut end = text.len().min(bytes - long.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        long.push_str(&text[..end]);
        long.push_str("\n\n");
    }
    article(&long)
}

/// Seconds that this thread has run for where the system tells (Linux), so that what else the machine does is not
/// counted; else seconds on the clock.
fn seconds() -> f64 {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let of_thread = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = of_thread.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The quickest of several runs, in seconds.
fn quickest(runs: usize, work: &mut dyn FnMut()) -> f64 {
    let times = (0..runs).map(|_| {
        let begun = seconds();
        work();
        seconds() - begun
    });
    times.fold(f64::INFINITY, f64::min)
}

/// The most memory held at once by some work, beyond what was held before.
fn memory(work: &mut dyn FnMut()) -> usize {
    HELD.store(0, Relaxed);
    MOST_HELD.store(0, Relaxed);
    IS_COUNTING.store(true, Relaxed);
    work();
    IS_COUNTING.store(false, Relaxed);
    MOST_HELD.load(Relaxed)
}

fn main() {
    let (set, texts) = texts();
    let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
    let bytes: usize = articles.iter().map(|article| article.text().len()).sum();
    let megabytes = |bytes: usize| bytes as f64 / MEGABYTE as f64;
    // The models are read once, before anything is measured.
    drop(Speech::of(&articles[0]));

    // Time per megabyte is measured on one megabyte of text, repeated: the same words at every length.
    let one = of_length(&texts, MEGABYTE);
    let repeated = [one.text().to_string()];
    let mut per_megabyte = Vec::new();
    let mut most_held = 0.0_f64;
    for (length, runs) in [(1, 5), (10, 3), (100, 1)] {
        let long = of_length(&repeated, length * MEGABYTE);
        let seconds = quickest(runs, &mut || drop(Speech::of(&long)));
        let held = memory(&mut || drop(Speech::of(&long)));
        let share = held as f64 / long.text().len() as f64;
        most_held = most_held.max(share);
        per_megabyte.push((length, seconds / megabytes(long.text().len()), share));
    }
    let speed = megabytes(bytes) / quickest(3, &mut || articles.iter().for_each(|article| drop(Speech::of(article))));
    let short = of_length(&texts, 10_000);
    // A hundred at once: the system counts in milliseconds.
    let microseconds = 1e4 * quickest(5, &mut || (0..100).for_each(|_| drop(Speech::of(&short))));

    let [first, .., last] = per_megabyte[..] else { return };
    println!("time per MB, 100 MB : 1 MB     {:8.2}   (at most 1.2)", last.1 / first.1);
    println!("memory : text, at most         {most_held:8.2}   (at most 1)");
    println!(
        "speed over {set:16}    {speed:8.2} MB/s, {} articles, {:.1} MB   (at least 20)",
        texts.len(),
        megabytes(bytes)
    );
    println!("an article of 10 KB            {microseconds:8.0} µs   (at most 1000)");
    for (length, seconds, share) in per_megabyte {
        println!("{length:4} MB, time per MB           {:8.1} ms, memory {share:.2} x the text", 1e3 * seconds);
    }
}
