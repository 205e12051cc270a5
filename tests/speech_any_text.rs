//! Speech on texts that nobody wrote: it must not panic, must stay quick, and must give the same answer every time.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use quotemark::article::Article;
use quotemark::open;
use quotemark::speech::Speech;

fn article(text: &str) -> Article {
    // What opening refuses, as empty or binary, is given to speech as a text without blocks.
    match open::from_bytes("any.txt", text.as_bytes()) {
        Ok(opened) => opened.article,
        Err(_) => Article::new("any.txt", text, Vec::new()),
    }
}

/// Everything an answer promises, whatever the text.
fn check(text: &str) -> Speech {
    let article = article(text);
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
        let pieces = quotation.quoted().iter().chain(&quotation.source).chain(&quotation.cue).chain([&quotation.range]);
        for piece in pieces {
            assert!(!article.slice(*piece).is_empty());
        }
        for quoted in quotation.quoted() {
            assert!(quotation.range.covers(*quoted), "what is quoted lies inside its quotation");
        }
    }
    assert!(speech.speakers.is_sorted_by(|a, b| a.words >= b.words), "who says most comes first");
    speech
}

/// Pieces of articles, thrown together.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "’",
        "‘",
        "«",
        "»",
        "„",
        "「",
        "」",
        "``",
        "''",
        "(",
        ")",
        ",",
        ".",
        "?",
        ":",
        "—",
        "\n",
        "\n\n",
        " ",
        "said",
        "Ada Hill",
        "he",
        "who",
        "according to",
        "noting that",
        "the",
        "mayor",
        "of",
        "and",
        "Mr",
        "U.S.",
        "’s",
        "on",
        "Monday",
        "Sept",
        "11",
        "told",
        "A:",
        "Q:",
        "HILL:",
        "HILL.",
        "**Ada Hill:**",
        "[00:12:03]",
        "(laughs)",
        "Q. ",
        "问：",
        "Frage:",
        "der die und das",
        "il della che",
        "の",
        "«Мост»",
        "[Noa]",
        "― Noa Reyes",
        "sagte",
        "laut",
        "dit",
        "selon",
        "dijo",
        "说",
        "，",
        "。",
        "“王明",
        "表示",
        "据",
        "县长",
        "\u{a0}",
        "é",
        "👩‍👩‍👧",
        "\u{301}",
        "so-called",
        "a-t-il",
        "$5",
        "90s",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..80).prop_map(|pieces| {
        pieces.into_iter().flat_map(|(piece, space)| [piece, if space { " " } else { "" }]).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_letters(text in "\\PC{0,300}") {
        check(&text);
    }

    #[test]
    fn unbalanced_marks(text in "[“”\"'‘’«»„「」『』‹›`(\\[a \n]{0,200}") {
        check(&text);
    }

    #[test]
    fn random_pieces_of_articles(text in pieces()) {
        check(&text);
    }
}

#[test]
fn nothing_and_nearly_nothing() {
    for text in ["", " ", "\n\n", "“", "\"", "'", "”", "said", "“”", "“ ”", ":", "A:", "\u{feff}", "说", "：“", "\0"]
    {
        check(text);
    }
}

/// A paragraph that « of an earlier one turns out to hold may hold other marks; found by fuzzing.
#[test]
fn a_guillemet_over_paragraphs_with_other_marks() {
    check(
        "« Le moulin tourne dans la vallée, dit Jean.\n\nIl a “les pommes” et “les poires” des voisins.\n\nC'est fini. » dit-il.",
    );
}

/// A report that ends before a mark of its sentence does not hold it; found by fuzzing.
#[test]
fn a_report_with_a_mark_behind_it() {
    check("说\u{fffd}“\u{fffd}”他贊“");
}

/// Long texts of one kind take time in proportion to their length: four times the text, not sixteen times the time.
#[test]
fn time_grows_with_the_text() {
    let long = [
        "“",
        "“a ",
        "‘a ",
        "\"a\" ",
        "5\" ",
        "a",
        "A",
        "A b ",
        "Ada Hill ",
        "Ada Hill said. ",
        "Ada Hill said “no.” He said “yes.” ",
        "who, said, (he), ",
        "(), ",
        "said ",
        "noting that ",
        "a.",
        "a. ",
        "A. B. ",
        "?",
        "HILL: no\n",
        "HILL. No.\nREYES. Yes.\n",
        "HILL\nNo.\nREYES\n(Laughs.)\nYes.\n",
        "**A B:** c\n",
        "Q: no?\nA: Ada Hill.\n",
        "[a] b\n",
        "0:12 ",
        "the of and to in that was\nder die und das ist nicht\n",
        "les des est une dans pour\n王明说\n",
        "“SMITH: ",
        "“a” — ",
        "“Oui, a dit Jean, non.” ",
        "县长王明说：“好的好的好的好的。”",
        "王",
        "据",
        "在，说",
        "“好” ",
        "they said ",
        "x\u{301}",
    ];
    let mut slow = Vec::new();
    for piece in long {
        let seconds = |bytes: usize| {
            let article = article(&piece.repeat(bytes / piece.len()));
            let begun = Instant::now();
            Speech::of(&article);
            begun.elapsed().as_secs_f64()
        };
        seconds(1000);
        let (short, long) = (seconds(4_000), seconds(16_000));
        if long > 10.0 * short.max(0.04) {
            slow.push(format!("{piece:?}: {short:.3} s, four times as long {long:.3} s"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn ten_thousand_opening_marks() {
    let begun = Instant::now();
    for mark in ["“", "\"", "‘", "'", "«", "»", "„", "‹", "「", "『", "``", "＂"] {
        check(&mark.repeat(10_000));
        check(&format!("{mark}Ada ").repeat(1_000));
    }
    assert!(begun.elapsed() < Duration::from_secs(60));
}

#[test]
fn a_megabyte_without_a_space() {
    let begun = Instant::now();
    for piece in ["a", "A", "a.", "“a", "a”", "王", "HILL:"] {
        check(&piece.repeat(1_000_000 / piece.len()));
    }
    assert!(begun.elapsed() < Duration::from_secs(120));
}
