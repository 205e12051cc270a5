//! Learns the cues and models of `assets/speech/en.model.ron` from annotated articles, or measures them by folds:
//!
//!     cargo run --release --example learn_speech -- GOLD.jsonl assets/speech/en.model.ron
//!     cargo run --release --example learn_speech -- GOLD.jsonl --folds 6 ANSWERS.jsonl
//!
//! A line of GOLD is an article: `{id, text, quotes: [{start, end, group, speaker_start, speaker_end, speaker_spans?,
//! cue_start, cue_end}], marks: [[start, end, group | null]]}`; offsets are Unicode scalar values. With `--folds N` every
//! N-th article is answered with what was learnt from the others; the answers go to ANSWERS, as `speakers_gold` has them.
//! The same articles give the same bytes.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _};

use anyhow::Context as _;
use quotemark::article::Article;
use quotemark::speech::learn::{Document, Part, learn};
use quotemark::speech::{Learnt, Speech};
use serde_json::Value;

#[path = "speakers_gold/answer.rs"]
mod answer;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let documents = read(arguments.first().context("the gold file is missing")?)?;
    match arguments[1..] {
        [path] => {
            let all: Vec<&Document> = documents.iter().map(|(_, document)| document).collect();
            std::fs::write(path, learn(&all)).with_context(|| path.to_owned())
        }
        ["--folds", folds, path] => by_folds(&documents, folds.parse()?, path),
        _ => anyhow::bail!("give GOLD.jsonl MODEL.ron, or GOLD.jsonl --folds N ANSWERS.jsonl"),
    }
}

fn by_folds(documents: &[(Value, Document)], folds: usize, path: &str) -> anyhow::Result<()> {
    let mut answers = std::fs::File::create(path).with_context(|| path.to_owned())?;
    let answer_fold =
        |fold: usize| {
            let others = documents.iter().enumerate().filter(|(number, _)| number % folds != fold);
            let learnt = Learnt::read(&learn(&others.map(|(_, (_, document))| document).collect::<Vec<_>>()));
            documents.iter().skip(fold).step_by(folds).map(move |(id, document)| {
                answer::line(id, &document.article, &Speech::with(&document.article, &learnt))
            })
        };
    for fold in 0..folds {
        for line in answer_fold(fold) {
            writeln!(answers, "{line}")?;
        }
        eprintln!("fold {} of {folds}", fold + 1);
    }
    Ok(())
}

fn read(path: &str) -> anyhow::Result<Vec<(Value, Document)>> {
    let lines = std::io::BufReader::new(std::fs::File::open(path).with_context(|| path.to_owned())?).lines();
    lines.map(|line| document(&serde_json::from_str(&line?)?)).collect()
}

fn document(line: &Value) -> anyhow::Result<(Value, Document)> {
    let text = line["text"].as_str().context("a line of the gold file has no text")?;
    // with no blocks its lines are its paragraphs: what is learnt does not depend on how files are read
    let article = Article::new("article.txt", text, Vec::new());
    let span = |start: &Value, end: &Value| Some((byte(&article, start)?, byte(&article, end)?));
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    let mut quotations: Vec<Vec<Part>> = Vec::new();
    for quote in line["quotes"].as_array().into_iter().flatten() {
        let Some((start, end)) = span(&quote["start"], &quote["end"]) else { continue };
        let spans = quote["speaker_spans"].as_array().filter(|spans| !spans.is_empty());
        let sources = match spans {
            Some(spans) => spans.iter().filter_map(|pair| span(&pair[0], &pair[1])).collect(),
            None => span(&quote["speaker_start"], &quote["speaker_end"]).into_iter().collect(),
        };
        let part = Part { start, end, cue: span(&quote["cue_start"], &quote["cue_end"]), sources };
        let group = *groups.entry(quote["group"].to_string()).or_insert_with(|| {
            quotations.push(Vec::new());
            quotations.len() - 1
        });
        quotations[group].push(part);
    }
    let mark = |mark: &Value| {
        let (start, end) = span(&mark[0], &mark[1])?;
        Some((start, end, groups.get(&mark[2].to_string()).copied()))
    };
    let marks = line["marks"].as_array().into_iter().flatten().filter_map(mark).collect();
    Ok((line["id"].clone(), Document { article, quotations, marks }))
}

fn byte(article: &Article, character: &Value) -> Option<usize> {
    Some(article.offset_at_character(usize::try_from(character.as_u64()?).ok()?)?.byte())
}
