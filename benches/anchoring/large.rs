//! A thousand notes on an article of a megabyte.

use std::time::Instant;

use quotemark::{
    article::{Article, TextRange},
    notes::{Anchoring, Passage, Selector},
};

use crate::{
    Texts,
    chance::Chance,
    edits::{CASES, Desk},
    pieces::Pieces,
};

const SIZE: usize = 1_000_000;
const NOTES: usize = 1000;

pub fn print(texts: &Texts, seed: u64) {
    let mut chance = Chance::of("large", seed);
    let mut text = String::new();
    for number in 0.. {
        let article = &texts.articles[number % texts.articles.len()];
        // When the texts are used up, they come again with other words.
        for word in article.split_inclusive(' ') {
            let is_again = number >= texts.articles.len() && chance.share() < 0.3;
            text.push_str(if is_again { chance.pick(&texts.words).as_str() } else { word });
            if is_again {
                text.push(' ');
            }
        }
        text.push_str("\n\n");
        if text.len() > SIZE {
            break;
        }
    }
    text.truncate(text.floor_char_boundary(SIZE));
    let doc = Pieces::of(text);
    let mut spans = Vec::new();
    while spans.len() < NOTES {
        spans.extend(doc.targets(&mut chance, &[]));
    }
    let old = Article::new("old.txt", doc.text.as_str(), Vec::new());
    let stretches: Vec<_> = spans.iter().map(|span| doc.bytes(*span)).collect();
    let range = |(start, end): &(usize, usize)| TextRange::of_bytes(old.text(), *start, *end);
    let selectors: Vec<Selector> = stretches.iter().filter_map(range).map(|range| Selector::of(&old, range)).collect();
    let passages: Vec<_> = selectors.iter().map(|selector| Passage { selector, twins: 0 }).collect();
    let began = Instant::now();
    let sketch = Anchoring::new(&old).sketch();
    println!("\n1,000 notes on 1 MB (goal 1 s): sketch {:.2} s", began.elapsed().as_secs_f64());
    for case in CASES.iter().filter(|case| ["5 %", "20 %"].iter().any(|share| case.name.starts_with(share))) {
        let desk = Desk { doc: &doc, targets: &[], words: &texts.words, texts: &texts.articles };
        let pieces = (case.edit)(&desk, &mut chance);
        let text: String = pieces.iter().map(|(piece, _)| piece.as_str()).collect();
        let new = Article::new("new.txt", text, Vec::new());
        let began = Instant::now();
        let mapped = Anchoring::new(&new).by_earlier_text(&doc.text, &stretches);
        let first = began.elapsed().as_secs_f64();
        let began = Instant::now();
        let searched = Anchoring::new(&new).by_words(&passages, Some(&sketch), old.characters());
        let second = began.elapsed().as_secs_f64();
        let placed =
            |anchors: &[quotemark::notes::Anchor]| anchors.iter().filter(|a| a.place.range().is_some()).count();
        println!(
            "  {}: A {first:.2} s ({} placed), B {second:.2} s ({} placed)",
            case.name,
            placed(&mapped),
            placed(&searched)
        );
    }
}
