//! Any bytes, opened as an article: who says what in it must keep the promises of `tests/speech_any_text.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quotemark::{article::Article, open, speech::Speech};

/// What opening refuses, as empty or binary, is given to speech as a text without blocks.
fn article(bytes: &[u8]) -> Article {
    match open::from_bytes("any.txt", bytes) {
        Ok(opened) => opened.article,
        Err(_) => Article::new("any.txt", String::from_utf8_lossy(bytes).as_ref(), Vec::new()),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let article = article(bytes);
    let speech = Speech::of(&article);
    assert_eq!(speech, Speech::of(&article), "the same text gives the same answer");
    let mut before = 0;
    for quotation in &speech.quotations {
        assert!(!quotation.range.is_empty());
        assert!(before <= quotation.range.start().byte(), "quotations come in the order of the text");
        before = quotation.range.start().byte();
        assert!((0.0..=1.0).contains(&quotation.confidence));
        assert!(quotation.speaker.is_none_or(|id| id.number() < speech.speakers.len()));
        assert!(!speech.why(&article, quotation).to_string().is_empty());
        let pieces = quotation.quoted().iter().chain(&quotation.source).chain(&quotation.cue);
        for piece in pieces {
            assert!(!article.slice(*piece).is_empty());
        }
        for quoted in quotation.quoted() {
            assert!(quotation.range.covers(*quoted), "what is quoted lies inside its quotation");
        }
    }
    assert!(speech.speakers.is_sorted_by(|a, b| a.words >= b.words), "who says most comes first");
});
