//! How well notes are found again after their article was edited, as a table.
//!
//! `cargo bench --bench anchoring` measures 1,000 passages a cell, `-- --quick` a tenth of that; `--per-cell N`,
//! `--seed N`, `--only NAME` (a part of a row's name), `--failures` (each passage that was not found) and `--round N`
//! (one article alone) are for work on it. A: the earlier text is known. B: the sidecar arrives alone. Right means that
//! intersection over union is at least 0.9; “cannot be told” counts those not found of which the texts do not say where
//! they are, by the rules in `measure.rs`: they stay counted as not found. The articles are cut from news texts where
//! `QUOTEMARK_NEWS` or `/work/shared/speech/gold` has them, else from the samples of this package.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, reason = "a program for its developers")]

#[path = "anchoring/chance.rs"]
mod chance;
#[path = "anchoring/edits.rs"]
mod edits;
#[path = "anchoring/goals.rs"]
mod goals;
#[path = "anchoring/large.rs"]
mod large;
#[path = "anchoring/measure.rs"]
mod measure;
#[path = "anchoring/pieces.rs"]
mod pieces;

use std::{collections::BTreeSet, fs, path::Path, thread};

use edits::{CASES, Case};
use measure::{Outcome, Row, run};
use pieces::KINDS;

/// What the articles and the changes are made of.
pub struct Texts {
    pub articles: Vec<String>,
    pub words: Vec<String>,
}

impl Texts {
    fn load() -> Self {
        let folder = std::env::var("QUOTEMARK_NEWS").unwrap_or_else(|_| "/work/shared/speech/gold".into());
        let articles = news(&Path::new(&folder).join("news-en-dev.jsonl"));
        let articles =
            if articles.is_empty() { vec![include_str!("../assets/sample.txt").to_owned()] } else { articles };
        let words = articles.iter().take(40).flat_map(|text| text.split(|letter: char| !letter.is_ascii_alphabetic()));
        let words: BTreeSet<String> = words.filter(|word| word.len() > 1).map(str::to_owned).collect();
        Self { articles, words: words.into_iter().collect() }
    }
}

/// The texts of a file of JSON lines; none where there is no such file.
fn news(path: &Path) -> Vec<String> {
    let lines = fs::read_to_string(path).unwrap_or_default();
    let text = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("text")?.as_str()?.trim().to_owned())
    };
    lines.lines().filter_map(text).collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let number = |name: &str| value(name).and_then(|text| text.parse::<u64>().ok());
    let per_cell = number("--per-cell").unwrap_or(if has("--quick") { 100 } else { 1000 }) as usize;
    let seed = number("--seed").unwrap_or(11);
    let texts = Texts::load();
    println!("{}\n", goals::MEASURED);
    println!("seed {seed}, {per_cell} passages a cell or more, {} source texts", texts.articles.len());
    println!("cells: right A / B (goal), ends exact A / B, asserted as exact A / B, orphans A / B");
    let round = number("--round");
    for case in &CASES {
        if value("--only").is_none_or(|part| case.name.contains(part.as_str())) {
            print_case(case, seed, (per_cell, round), &texts, has("--failures"));
        }
    }
    if value("--only").is_none() {
        large::print(&texts, seed);
    }
}

fn print_case(case: &Case, seed: u64, (per_cell, round): (usize, Option<u64>), texts: &Texts, shows_failures: bool) {
    let a_round = if case.is_aimed { 1 } else { 2 };
    // Some articles have no room for all passages, and some words are changed themselves.
    let rounds = (per_cell / a_round) as u64 * 5 / 4 + 2;
    let (first, end) = round.map_or((0, rounds), |round| (round, round + 1));
    let halves: Vec<Vec<Row>> = thread::scope(|scope| {
        let half = |which: u64| {
            let seeds = (first..end).filter(move |round| round % 2 == which).map(move |round| seed * 100_000 + round);
            move || {
                let mut report = |failure: &str| println!("{failure}");
                let mut one = |seed| run(case, seed, texts, shows_failures.then_some(&mut report));
                seeds.flat_map(&mut one).collect::<Vec<Row>>()
            }
        };
        let threads = [scope.spawn(half(0)), scope.spawn(half(1))];
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let rows: Vec<Row> = halves.into_iter().flatten().collect();
    println!("\n{}", case.name);
    for (kind, name) in KINDS.iter().enumerate() {
        let counted =
            |row: &&Row| row.kind == kind && (!row.is_changed_word || row.is_gone && case.name.starts_with("deleted"));
        let of = |is_mapped: bool| -> Vec<&Row> {
            rows.iter().filter(counted).filter(|row| row.is_mapped == is_mapped).collect()
        };
        let (mapped, searched) = (of(true), of(false));
        let share = |rows: &[&Row], is: fn(&Row) -> bool| {
            100.0 * rows.iter().filter(|row| is(row)).count() as f64 / rows.len().max(1) as f64
        };
        let both = |is: fn(&Row) -> bool| (share(&mapped, is), share(&searched, is));
        let is_gone = case.name.starts_with("deleted");
        let (a, b) = if is_gone {
            both(|row| row.outcome != Outcome::Orphan)
        } else {
            both(|row| row.outcome == Outcome::Right)
        };
        let goal = goals::of(case.name, kind);
        let short = match goal {
            Some((goal_a, goal_b)) if is_gone => a > goal_a + 1e-9 || b > goal_b + 1e-9,
            Some((goal_a, goal_b)) => a < goal_a - 1e-9 || b < goal_b - 1e-9,
            None => false,
        };
        let goal = goal.map_or_else(|| "–".to_owned(), |(a, b)| format!("{a} / {b}"));
        let ends = both(|row| row.has_true_ends);
        let exact = both(|row| row.is_exact);
        let wrong = both(|row| matches!(row.outcome, Outcome::Wrong));
        let lie = both(|row| row.is_exact && row.outcome == Outcome::Wrong);
        let orphan = both(|row| row.outcome == Outcome::Orphan);
        let untold = |rows: &[&Row]| rows.iter().filter(|row| row.cannot_be_told).count();
        println!(
            "  {name:<9} n {:>4}  {} {a:>5.1} / {b:>5.1}  (goal {goal}){}  ends {:.1} / {:.1}  exact {:.1} / {:.1}  wrong {:.1} / {:.1}  wrong and exact {:.1} / {:.1}  orphan {:.1} / {:.1}  cannot be told {} / {}",
            mapped.len(),
            if is_gone { "placed" } else { "right" },
            if short { " SHORT" } else { "" },
            ends.0,
            ends.1,
            exact.0,
            exact.1,
            wrong.0,
            wrong.1,
            lie.0,
            lie.1,
            orphan.0,
            orphan.1,
            untold(&mapped),
            untold(&searched),
        );
    }
}
