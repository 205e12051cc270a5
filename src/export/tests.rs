use std::sync::Arc;

use jiff::Timestamp;

use super::*;
use crate::{
    article::{Article, Block},
    notes::{AnnotationId, Colour, Draft, Extent},
    speech::Speech,
};

const TEXT: &str = "The <gate> & the tide\n\nBy Mara Ellison\n\n“We wait for <b>it</b>,” said Ada Brandt.\n\nNobody moved. # not a heading\n";

fn id(number: u8) -> AnnotationId {
    AnnotationId::from_random([0, 0, 0, 0, number])
}

fn annotate(notes: &mut Notes, article: &Article, number: u8, words: &str, tags: &[&str], note: &str) {
    let start = TEXT.find(words).unwrap();
    let range = TextRange::of_bytes(TEXT, start, start + words.len()).unwrap();
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    let draft = Draft { colour: Colour::Green, tags, note: note.to_owned(), ..Draft::default() };
    let edit = notes.annotate(id(number), article, range, draft, Timestamp::UNIX_EPOCH).unwrap();
    notes.apply(&edit);
}

/// A reading with two notes that overlap, one of which a stranger may have written, and one whose passage is gone.
fn reading() -> Reading {
    let kinds = [BlockKind::Title, BlockKind::Byline, BlockKind::Paragraph, BlockKind::Paragraph];
    let block = |(kind, line): (BlockKind, &str)| {
        let start = TEXT.find(line).unwrap();
        Block { kind, range: TextRange::of_bytes(TEXT, start, start + line.len()).unwrap() }
    };
    let blocks = kinds.into_iter().zip(TEXT.split_terminator("\n\n").map(str::trim_end)).map(block).collect();
    let article = Arc::new(Article::new("tide.txt", TEXT, blocks));
    let mut notes = Notes { author: "Zoë <i>".to_owned(), ..Notes::default() };
    annotate(&mut notes, &article, 1, "wait for <b>it</b>", &["claim"], "<script>alert(1)</script>\n=2");
    annotate(&mut notes, &article, 2, "it</b>,” said", &["=cmd|x", "a/b"], "");
    annotate(&mut notes, &article, 3, "Nobody moved.", &[], "- gone?");
    notes.annotations[2].place = Place::Orphan;
    let speech = Arc::new(Speech::of(&article));
    Reading::new(article, speech, notes)
}

fn exported(format: Format) -> String {
    let reading = reading();
    let mut theirs = Notes { author: "Liu".to_owned(), ..Notes::default() };
    annotate(&mut theirs, reading.article(), 4, "Nobody moved.", &["claim"], "Who?");
    let others = [OtherNotes { layer: "liu", owner: "Liu", notes: &theirs }];
    Export { reading: &reading, own_layer: "notes", others: &others }.to(format).unwrap()
}

/// The reading with a note on its last paragraph and one on the article as a whole.
fn reading_with_more() -> Reading {
    let mut reading = reading();
    let article = reading.article().clone();
    let range = article.blocks()[3].range;
    let draft = |note: &str| Draft { note: note.to_owned(), ..Draft::default() };
    let on_paragraph = Draft { extent: Extent::Paragraph, ..draft("Why?") };
    let edit = reading.notes().annotate(id(5), &article, range, on_paragraph, Timestamp::UNIX_EPOCH);
    reading.apply(edit.unwrap());
    reading.apply(reading.notes().annotate_article(id(6), draft("The gist."), Timestamp::UNIX_EPOCH).unwrap());
    reading
}

#[test]
fn a_page_says_in_which_language_its_article_is() {
    let check = |text: &str, expected: &str| {
        let article = Arc::new(Article::new("a.txt", text, Vec::new()));
        let reading = Reading::new(article, Arc::default(), Notes::default());
        let page = Export { reading: &reading, own_layer: "notes", others: &[] }.to(Format::Html).unwrap();
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{expected}\">\n")), "{page}");
    };
    check("The ferry did not sail, and nobody on the island said that it would.", "en");
    check("Die Fähre ist nicht gefahren, und niemand auf der Insel hat es gesagt.", "de");
    check("渡轮没有开，岛上也没有人说它会开。", "zh");
    check("1 2 3", "en");
}

#[test]
fn each_note_says_in_what_it_is_and_whose_alike() {
    let mut reading = reading_with_more();
    let mut notes = reading.notes().clone();
    annotate(&mut notes, reading.article(), 7, "the tide", &[], "");
    reading = Reading::new(reading.article().clone(), reading.found().clone(), notes);
    let exported = |format| Export { reading: &reading, own_layer: "notes", others: &[] }.to(format).unwrap();
    let text = exported(Format::Markdown);
    assert!(text.contains("\n> the tide\n>\n> — title\n"), "{text}");
    assert!(text.contains("not a heading\n>\n> — all of paragraph 2\n"), "{text}");
    let page = exported(Format::Html);
    assert_eq!(page.matches(" · by Zoë &lt;i&gt;</p>").count(), 6, "{page}");
    let table = exported(Format::Csv);
    assert!(table.contains(&format!("\n{},notes,Zoë <i>,exact,,", id(7))), "the title is no paragraph: {table}");
}

#[test]
fn notes_on_a_paragraph_and_on_the_article_are_told_from_those_on_words() {
    let reading = reading_with_more();
    let exported = |format| Export { reading: &reading, own_layer: "notes", others: &[] }.to(format).unwrap();
    let text = exported(Format::Markdown);
    assert!(text.contains("Notes on “tide.txt”\n\n**On the article as a whole**\n\nThe gist.\n"), "{text}");
    let page = exported(Format::Html);
    assert!(
        page.contains(
            "<p class=\"byline\">On the article as a whole<a class=\"note\" href=\"#note-1\" id=\"place-1\">"
        )
    );
    assert!(page.contains("<div class=\"noted yellow\"><p>Nobody moved. # not a heading<a class=\"note\""), "{page}");
    let table = exported(Format::Csv);
    assert!(table.lines().nth(1).unwrap().starts_with(&format!("{},notes,Zoë <i>,exact,,,,,,", id(6))), "{table}");
    assert_eq!(table.lines().filter(|row| row.ends_with(",paragraph,")).count(), 1);
    let json: serde_json::Value = serde_json::from_str(&exported(Format::Json)).unwrap();
    let first = &json["annotations"][0];
    assert_eq!((&first["state"], &first["on"], &first["quote"]), (&"exact".into(), &"article".into(), &"".into()));
    assert_eq!((&first["start"], &first["end"], &first["now"]), (&0.into(), &0.into(), &"".into()));
}

#[test]
fn linked_notes_are_named_in_every_format() {
    let mut reading = reading_with_more();
    reading.apply(reading.notes().link(&id(6), &id(1), Timestamp::UNIX_EPOCH).unwrap());
    reading.apply(reading.notes().link(&id(3), &id(1), Timestamp::UNIX_EPOCH).unwrap());
    let exported = |format| Export { reading: &reading, own_layer: "notes", others: &[] }.to(format).unwrap();
    let text = exported(Format::Markdown);
    assert!(text.contains("\nThe gist.\n\nLinked with: “wait for \\<b\\>it\\</b\\>”\n\n*yellow"), "{text}");
    assert!(text.contains("\nLinked with: “Nobody moved.”, “On the article as a whole”\n"), "{text}");
    let page = exported(Format::Html);
    assert!(page.contains("Linked with: <a href=\"#note-2\"><q>wait for &lt;b&gt;it&lt;/b&gt;</q></a></p>"), "{page}");
    let table = exported(Format::Csv);
    assert!(table.contains(&format!(",words,\"{}; {}\"\r\n", id(3), id(6))), "{table}");
    let json: serde_json::Value = serde_json::from_str(&exported(Format::Json)).unwrap();
    assert_eq!(json["annotations"][0]["links"], serde_json::json!([id(1).as_str()]));
}

#[test]
fn formats_are_known_by_name_and_by_the_end_of_a_file() {
    for format in Format::ALL {
        assert_eq!(Format::of_name(&format.name().to_uppercase()), Some(format));
        assert_eq!(Format::of_name(format.extension()), Some(format));
    }
    assert_eq!(Format::of_name("docx"), None);
}

#[test]
fn markdown_has_each_note_under_its_words() {
    let text = exported(Format::Markdown);
    assert!(text.starts_with("# The \\<gate\\> \\& the tide\n"), "{text}");
    assert!(text.contains("\n> wait for \\<b\\>it\\</b\\>\n>\n> — Ada Brandt, paragraph 1\n"), "{text}");
    assert!(text.contains("\n\\<script\\>alert(1)\\</script\\>\n=2\n"), "{text}");
    assert!(text.contains("*“claim” · green · by Zoë \\<i\\>*"), "{text}");
    assert!(text.contains("\n> Nobody moved.\n>\n> — paragraph 2\n\nWho?\n\n*“claim” · green · by Liu*\n"), "{text}");
    let gone = text.split("## Notes whose passage is gone").nth(1).unwrap();
    assert!(gone.contains("> Nobody moved.\n\n- gone?\n"), "{gone}");
}

#[test]
fn a_page_has_nothing_of_the_article_unescaped() {
    let page = exported(Format::Html);
    assert!(page.contains("<h1>The &lt;gate&gt; &amp; the tide</h1>"), "{page}");
    assert!(!page.contains("<b>") && !page.contains("<script") && !page.contains("<i>"), "{page}");
    assert!(page.contains("title=\"Ada Brandt: "), "{page}");
    assert!(page.contains("class=\"direct s1\""), "{page}");
    assert_eq!(page.matches("id=\"note-").count(), 4);
    // Two notes overlap on “it</b>”.
    assert!(page.contains("<mark class=\"green\"><mark class=\"green\">it&lt;/b&gt;</mark>"), "{page}");
    for link in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(page.contains(&format!("id=\"{link}\"")), "{link} leads nowhere");
    }
}

#[test]
fn a_page_closes_what_it_opens() {
    let more = "# Gist\n\n1. *a* **b** `c`\n2. [d](https://x.org)\n\n> <b>e\n\n```\nf\n```\n\n![](https://x.org/y.png)";
    let mut reading = reading();
    reading.apply(reading.notes().write_note(&id(1), more, Timestamp::UNIX_EPOCH).unwrap());
    let page = Export { reading: &reading, own_layer: "notes", others: &[] }.to(Format::Html).unwrap();
    for part in ["<h4>Gist</h4>", "<em>a</em>", "<a href=\"https://x.org\">d</a>", "<blockquote>\n<p>&lt;b&gt;e</p>"] {
        assert!(page.contains(part), "no {part} in {page}");
    }
    assert!(!page.contains("<img"));
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if ["!DOCTYPE", "meta", "br"].contains(&name) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{page}");
        } else {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_table_has_a_row_for_each_note() {
    let text = exported(Format::Csv);
    let rows: Vec<&str> = text.split("\r\n").collect();
    assert_eq!((rows.len(), rows[5]), (6, ""), "{text}");
    assert!(rows[1].starts_with(&format!("{},notes,Zoë <i>,exact,1,", id(1))), "{text}");
    assert!(
        rows[1].contains(",Ada Brandt,claim,green,\"<script>alert(1)</script>\n=2\",1970-01-01T00:00:00Z,"),
        "{text}"
    );
    assert!(rows[2].contains(",\"'=cmd|x; a/b\",green,,"), "{text}");
    assert!(rows[3].starts_with(&format!("{},liu,Liu,exact,2,", id(4))), "{text}");
    assert!(rows[4].contains(",orphan,,,,Nobody moved.,,,,green,'- gone?,"), "{text}");
}

#[test]
fn json_has_the_notes_and_the_tags() {
    let json: serde_json::Value = serde_json::from_str(&exported(Format::Json)).unwrap();
    assert_eq!(json["article"], "The <gate> & the tide");
    assert_eq!(json["annotations"].as_array().unwrap().len(), 4);
    assert_eq!(json["annotations"][0]["speakers"][0], "Ada Brandt");
    assert_eq!(json["annotations"][2]["author"], "Liu");
    assert_eq!(json["annotations"][3]["state"], "orphan");
    assert_eq!(
        json["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect::<Vec<_>>(),
        ["claim", "=cmd|x", "a/b"]
    );
}
