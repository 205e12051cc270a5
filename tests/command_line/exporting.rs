//! Notes as other programs want them, and where they cannot be put.

use super::*;

#[test]
fn notes_are_exported_in_every_format() {
    let desk = Desk::new();
    desk.note("Nobody asked us", &["--tag", "claim", "--note", "<b>Who?</b>, \"she\"", "--colour", "green"]);
    desk.note("没有人", &["--layer", "zoe", "--note", "=1+1"]);
    let json = desk.json(&["export", "harbour.txt", "--to", "json"]);
    assert_eq!(json["annotations"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&json["annotations"][0]["note"], &json["annotations"][1]["layer"]),
        (&"<b>Who?</b>, \"she\"".into(), &"zoe".into())
    );
    assert_eq!(json["annotations"][0]["speakers"][0], "the mayor");
    let csv = desk.prints(&["export", "harbour.txt", "--to", "csv"]);
    assert_eq!(csv.split_terminator("\r\n").count(), 3);
    assert!(csv.contains(",\"<b>Who?</b>, \"\"she\"\"\",") && csv.contains(",'=1+1,"), "{csv}");
    let markdown = desk.prints(&["export", "harbour.txt", "--to", "md"]);
    assert!(markdown.contains("> Nobody asked us\n") && markdown.contains("\\<b\\>Who?\\</b\\>"), "{markdown}");
    let html = desk.prints(&["export", "harbour.txt", "--to", "HTML", "-o", "-"]);
    assert!(html.contains("&lt;b&gt;Who?&lt;/b&gt;") && !html.contains("<b>"), "{html}");
    assert_eq!(desk.prints(&["export", "harbour.txt", "--to", "html", "-o", "harbour.html"]), "");
    assert_eq!(read(&desk.path("harbour.html")), html);
}

#[test]
fn an_export_says_what_it_cannot_do_in_one_sentence() {
    let desk = Desk::new();
    desk.note("Nobody asked us", &[]);
    let export = |more: &[&'static str]| [&["export", "harbour.txt"], more].concat();
    assert!(desk.refuses(2, &export(&["--to", "docx"])).contains("the formats are markdown, html, csv, json"));
    assert!(desk.refuses(2, &export(&[])).contains("--to"));
    assert!(desk.refuses(1, &["export", "gone.txt", "--to", "csv"]).contains("There is no file"));
    let kept = (read(&desk.path("harbour.txt")), read(&desk.own()));
    for (out, said) in [
        ("nowhere/notes.csv", "there is no such folder"),
        ("harbour.txt/notes.csv", "a part of the path is a file"),
        (".", "is a folder"),
        ("harbour.txt", "is the article itself"),
        ("./harbour.txt.notes.ron", "holds notes on the article"),
    ] {
        let sentence = desk.refuses(1, &export(&["--to", "csv", "-o", out]));
        assert!(sentence.contains(said), "{sentence}");
    }
    assert_eq!((read(&desk.path("harbour.txt")), read(&desk.own())), kept);
}
