//! Answers a gold file quickly, to measure who says what:
//!
//!     cargo run --example speakers_gold -- GOLD.jsonl ANSWERS.jsonl
//!     score.py GOLD.jsonl --answers ANSWERS.jsonl
//!
//! Each line of GOLD is an article, `{"id": …, "text": …}`; each line of ANSWERS is `{"id": …, "quotations": […]}` with
//! the quotations as `quotemark speakers --format json` has them: offsets are Unicode scalar values, ends exclusive.

use std::io::{BufRead as _, BufWriter, Write as _};
use std::time::Instant;

use anyhow::Context as _;
use quotemark::open;
use quotemark::speech::Speech;
use serde_json::Value;

mod answer;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let gold = arguments.next().context("the gold file is missing")?;
    let answers = arguments.next().context("the file for the answers is missing")?;
    let gold = std::io::BufReader::new(std::fs::File::open(&gold).with_context(|| gold.clone())?);
    let mut answers = BufWriter::new(std::fs::File::create(&answers).with_context(|| answers.clone())?);
    let (mut bytes, mut seconds) = (0, 0.0);
    for line in gold.lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let text = line["text"].as_str().context("a line of the gold file has no text")?;
        let article = open::from_bytes("article.txt", text.as_bytes())?.article;
        let begun = Instant::now();
        let speech = Speech::of(&article);
        seconds += begun.elapsed().as_secs_f64();
        bytes += text.len();
        writeln!(answers, "{}", answer::line(&line["id"], &article, &speech))?;
    }
    eprintln!("{:.2} MB in {seconds:.2} s: {:.2} MB/s", bytes as f64 / 1e6, bytes as f64 / 1e6 / seconds.max(1e-9));
    Ok(())
}
