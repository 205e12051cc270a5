use proptest::prelude::*;

use super::*;
use crate::sidecar::{Document, FORMAT, document::ArticleLine};

fn document(notes: Notes) -> Document {
    Document { format: FORMAT, article: ArticleLine::of(&article()), notes, ..Document::default() }
}

/// Reads a text and gives the problems found, with line and column.
fn damage(text: &str) -> Vec<(usize, usize, String)> {
    let document = Document::read(text.as_bytes()).unwrap();
    document.damage.into_iter().map(|damage| (damage.line, damage.column, damage.problem.to_string())).collect()
}

const WRITTEN: &str = r#"// Quotemark: notes on "harbour.txt". Plain RON; safe to edit, to diff and to share.
(
    format: 1,
    article: (name: "harbour.txt", title: "Harbour talks", length: 102, digest: "sha256:DIGEST"),
    author: "Anna",
    tags: [
        (name: "claim", colour: "yellow", meaning: "what the writer wants"),
    ],
    annotations: [
        (
            id: "aaaaaaaa",
            range: (22, 44), before: "Harbour talks\n\nNobody ", quote: "spoke against the plan", after: " until the mayor rose to answer ",
            colour: "yellow", tags: ["claim"],
            note: "who?\n\"Nobody\" — it's a lot",
            made: "2026-11-23T11:29:00Z", changed: "2026-11-23T11:29:00Z",
        ),
        (
            id: "baaaaaaa",
            range: (97, 100), before: "mayor rose to answer her critics. ", quote: "没有人", after: "。\n",
            colour: "yellow", tags: [],
            note: "",
            made: "2026-11-23T11:29:00Z", changed: "2026-11-23T11:29:00Z",
        ),
    ],
    speech: [],
    removed: [],
    ext: {},
)
"#;

#[test]
fn a_sidecar_reads_on_its_own() {
    let document = document(notes());
    let digest = document.article.digest.trim_start_matches("sha256:").to_owned();
    let length = document.article.length;
    let context = &document.notes.annotations[1].selector.before;
    let expected = WRITTEN.replace("DIGEST", &digest).replace("length: 102", &format!("length: {length}"));
    let expected = expected.replace("mayor rose to answer her critics. ", context);
    let start = document.notes.annotations[1].selector.start;
    assert_eq!(written(&document), expected.replace("(97, 100)", &format!("({start}, {})", start + 3)));
    assert_eq!(digest.len(), 16);
}

/// The form as it was agreed on, with everything a person may leave in it.
const AGREED: &str = r#"// Quotemark: notes on "cyberspace.txt". Plain RON; safe to edit, to diff and to share.
(
    format: 1,
    article: (name: "cyberspace.txt", title: "…", length: 9954, digest: "…"),
    author: "…",
    tags: [
        (name: "claim", colour: "blue", meaning: "what the writer wants us to accept"),
    ],
    annotations: [
        (
            id: "k3v9d2ma",
            range: (139, 195), before: "…32 characters…", quote: "…", after: "…32 characters…",
            colour: "yellow", tags: ["claim"],
            note: "…",
            made: "2026-11-23T11:29:00Z", changed: "2026-11-23T11:31:10Z",
        ),
    ],
    speech: [ /* the reader's corrections: said by, not speech, the same person, speech that was missed */ ],
    removed: [ /* ids that were deleted, and when: so that a merge does not bring them back */ ],
    ext: {},
)
"#;

#[test]
fn the_agreed_form_is_read_and_written() {
    let document = Document::read(AGREED.as_bytes()).unwrap();
    assert_eq!(document.damage, []);
    let bare = |text: &str| {
        text.split("/*").map(|part| part.split("*/").last().unwrap_or("").trim_start()).collect::<String>()
    };
    let (agreed, written) = (AGREED.replace(" /*", "/*"), written(&document));
    assert_eq!(bare(&agreed), written);
}

#[test]
fn it_is_ron_that_other_programs_can_read() {
    let value: ron::Value = ron::from_str(&written(&document(notes()))).unwrap();
    assert!(matches!(value, ron::Value::Map(_)));
}

#[test]
fn notes_on_a_paragraph_and_on_the_article_are_read_again() {
    let mut notes = notes();
    let (article, when) = (article(), at("2026-11-23T11:29:00Z"));
    let paragraph = TextRange::of_bytes(TEXT, 15, TEXT.trim_end().len()).unwrap();
    let draft = Draft { extent: Extent::Paragraph, ..Draft::default() };
    notes.apply(&notes.annotate(id(2), &article, paragraph, draft, when).unwrap());
    notes.apply(&notes.annotate_article(id(3), Draft::default(), when).unwrap());
    let text = written(&document(notes.clone()));
    assert_eq!(text.matches("            extent: \"paragraph\",\n").count(), 1);
    assert_eq!(text.matches("            range: (0, 0), before: \"\", quote: \"\", after: \"\",\n").count(), 1);
    let mut read = Document::read(text.as_bytes()).unwrap();
    assert_eq!((&read.damage, written(&read)), (&Vec::new(), text));
    read.notes.place_in(&article, &crate::notes::Earlier::default());
    assert_eq!(read.notes, notes);
}

#[test]
fn links_are_read_again_whether_or_not_what_they_lead_to_is_there() {
    let mut notes = notes();
    notes.annotations[0].links = vec![id(1), id(9)];
    let text = written(&document(notes.clone()));
    assert!(text.contains(&format!("            links: [\"{}\", \"{}\"],\n", id(1), id(9))));
    let read = Document::read(text.as_bytes()).unwrap();
    assert_eq!((&read.damage, written(&read)), (&Vec::new(), text.clone()));
    assert_eq!(read.notes.annotations[0].links, notes.annotations[0].links);
    let check = |links: &str, problem: &str| {
        let broken = text.replace(&format!("[\"{}\", \"{}\"]", id(1), id(9)), links);
        let damage = damage(&broken).into_iter().map(|(_, _, problem)| problem).collect::<Vec<_>>();
        assert_eq!(damage, problem.split_terminator('|').collect::<Vec<_>>(), "{links}");
        let again = written(&Document::read(broken.as_bytes()).unwrap());
        assert!(problem.is_empty() || again.contains(links), "{links} in {again}");
    };
    check(&format!("[\"{}\", \"{}\", \"{}\"]", id(0), id(1), id(1)), "");
    check("[\"a b\"]", "“a b” is not an id");
    check(&format!("[{}]", "\"x\", ".repeat(201)), "a note has 200 links at the most");
}

#[test]
fn an_extent_of_a_newer_version_is_words_and_goes_back() {
    for value in ["\"chapter\"", "(7, \"pages\")"] {
        let text = written(&document(notes()))
            .replace("note: \"\",\n", &format!("note: \"\",\n            extent: {value},\n"));
        let read = Document::read(text.as_bytes()).unwrap();
        assert_eq!(read.damage, []);
        assert_eq!(read.notes.annotations[1].extent, Extent::Words);
        assert!(written(&read).contains(&format!("            extent: {value},\n")));
    }
}

#[test]
fn line_ends_and_a_mark_of_another_system_are_no_damage() {
    let plain = document(notes());
    let text = format!("\u{feff}{}", written(&plain).replace('\n', "\r\n"));
    let read = Document::read(text.as_bytes()).unwrap();
    assert_eq!((read.damage.as_slice(), written(&read)), ([].as_slice(), written(&plain)));
}

#[test]
fn one_damaged_entry_never_hides_the_others_and_goes_back_as_it_was() {
    let text = written(&document(notes()));
    let bad = "(id: \"mine\", range: (3, 1), quote: \"x\", note: \"keep me\")";
    let broken =
        text.replace("    annotations: [\n", &format!("    annotations: [\n        // by hand\n        {bad},\n"));
    let read = Document::read(broken.as_bytes()).unwrap();
    assert_eq!(read.notes.annotations.len(), 2);
    assert_eq!(damage(&broken), [(11, 9, "the range of “mine” ends before it begins".to_owned())]);
    assert_eq!(written(&read), broken, "it stays where it is, with what stands before it");
}

#[test]
fn each_kind_of_damage_is_named() {
    let entry = |list: &str, entry: &str| {
        let text = format!("(format: 1, annotations: [], {list}: [{entry}])")
            .replace("annotations: [], annotations", "annotations");
        damage(&text).pop().map(|(_, _, problem)| problem)
    };
    let check = |list, text, expected: &str| assert_eq!(entry(list, text).as_deref(), Some(expected));
    check("annotations", "(id: \"a\", range: (0, 1))", "this note has no “quote”");
    check("annotations", "(id: \"a b\", range: (0, 1), quote: \"x\")", "“a b” is not an id");
    check("annotations", "(id: \"a\", range: (2, 1), quote: \"x\")", "the range of “a” ends before it begins");
    check("annotations", "(id: \"a\", range: (0, 1), quote: \"x\", made: \"noon\")", "“noon” is not a time");
    check("annotations", "7", "this cannot be understood");
    check("tags", "(colour: \"blue\")", "this tag has no “name”");
    check("tags", "(name: \"a\"), (name: \"a\", colour: \"blue\")", "the tag “a” is here twice");
    check("tags", "(name: \"a\", name: \"b\")", "“name” stands here twice");
    check("removed", "(id: \"a\")", "this removed note has no “at”");
    assert_eq!(damage("(annotations: [])"), [(1, 1, "“format” is missing".to_owned())]);
}

#[test]
fn an_entry_that_stands_twice_is_read_once_and_two_that_differ_are_both_kept() {
    let text = written(&document(notes()));
    let entry = &text[text.find("        (\n").unwrap()..text.find("        ),\n").unwrap() + 11];
    assert_eq!(damage(&text.replacen(entry, &format!("{entry}{entry}"), 1)), []);
    let other = entry.replace("who?", "when?");
    let doubled = text.replacen(entry, &format!("{entry}{other}"), 1);
    assert_eq!(damage(&doubled).len(), 1);
    let again = written(&Document::read(doubled.as_bytes()).unwrap());
    assert!(again.contains("who?") && again.contains("when?"));
}

#[test]
fn what_newer_versions_and_other_programs_add_goes_back() {
    let text = written(&document(notes()));
    let more = text
        .replace("ext: {}", "later: [1, (2)],\n    ext: {\"zotero\": (key: \"X\")}")
        .replace("digest: \"sha256", "sketch: \"abc\", digest: \"sha256")
        .replace("note: \"\",\n", "note: \"\",\n            twins: 2,\n")
        .replace("meaning: ", "parent: \"x\", meaning: ")
        .replace("speech: []", "speech: [\n        (said_by: \"Xi\"),\n    ]");
    let read = Document::read(more.as_bytes()).unwrap();
    assert_eq!(read.damage, []);
    let again = written(&read);
    for kept in [
        "later: [1, (2)],",
        "{\"zotero\": (key: \"X\")}",
        "sketch: \"abc\"",
        "twins: 2,",
        "parent: \"x\"",
        "(said_by: \"Xi\"),",
    ] {
        assert!(again.contains(kept), "{kept} in {again}");
    }
    assert_eq!(written(&Document::read(again.as_bytes()).unwrap()), again);
}

#[test]
fn a_file_without_sense_says_where() {
    let check = |text: &str, expected: &str| {
        assert_eq!(Document::read(text.as_bytes()).unwrap_err().to_string(), expected);
    };
    check("(\n  author: \"x,\n", "line 2, column 11: this text has no closing quotation mark");
    check("(a: 1)", "line 1, column 1: this is not a sidecar: it has no “annotations”");
    assert!(Document::read(&[b'(', b'\n', 0xff]).is_err());
}

#[test]
fn a_misspelt_list_of_damaged_notes_stays_where_it_is() {
    let text = written(&document(notes()))
        .replace("annotations: [", "Aannotations: [")
        .replace("(\n            id", "(\0            id");
    let once = Document::read(text.as_bytes()).unwrap().write();
    assert_eq!(Document::read(&once).unwrap().write(), once);
}

#[test]
fn a_misspelt_list_behind_damaged_tags_stays_where_it_is() {
    let text =
        written(&document(notes())).replace("wants\"),\n    ],\n    annotations", "wants\"),\0    ],\n    Annotations");
    assert!(text.contains('\0'));
    let once = Document::read(text.as_bytes()).unwrap().write();
    assert_eq!(Document::read(&once).unwrap().write(), once);
}

#[test]
fn a_misspelt_list_with_a_damaged_entry_stays_damage() {
    let text = written(&document(notes())).replace(" tags: [\n", "Atags: [\n").replace("\"claim\",", "\"claim\"\0");
    let first = Document::read(text.as_bytes()).unwrap();
    let once = first.write();
    let again = Document::read(&once).unwrap();
    assert!(!first.damage.is_empty() && !again.damage.is_empty());
    assert_eq!(again.write(), once);
}

#[test]
fn what_is_left_of_a_misspelt_list_stays_where_it_is_beside_damage() {
    let text = written(&document(notes()))
        .replace(" annotations: [", "Bnnotations: [")
        .replace(" id: \"aaaaaaaa\"", "Aid: \"aaaaaaaa\"")
        .replace("wants\"),\n", "wants\"),\u{e}");
    let once = Document::read(text.as_bytes()).unwrap().write();
    assert_eq!(Document::read(&once).unwrap().write(), once);
}

#[test]
fn a_list_of_another_program_is_no_damage_whatever_its_name() {
    let text = written(&document(notes())).replace("    ext: {}", "    flags: [],\n    ext: {}");
    let read = Document::read(text.as_bytes()).unwrap();
    assert_eq!((read.damage.as_slice(), written(&read)), ([].as_slice(), text));
}

#[test]
fn a_list_whose_name_begins_with_a_digit_stays_where_it_is() {
    let text =
        written(&document(notes())).replace(" annotations: [", "0annotations: [").replace("speech: []", "speech:  ]");
    let once = Document::read(text.as_bytes()).unwrap().write();
    assert_eq!(Document::read(&once).unwrap().write(), once);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        author in any::<String>(), note in any::<String>(), meaning in any::<String>(), tag in "\\PC{0,8}",
        context in any::<String>(), seconds in -60_000_000_000i64..200_000_000_000,
    ) {
        let mut notes = notes();
        notes.author = author;
        notes.tags[0].meaning = meaning;
        let annotation = &mut notes.annotations[0];
        annotation.note = note;
        annotation.selector.before = context;
        annotation.changed = Timestamp::from_second(seconds).unwrap();
        notes.removed.insert(AnnotationId::from_written("gone").unwrap(), annotation.changed);
        if let Some(edit) = notes.add_tag(&[id(1)], &tag, at("2026-11-23T11:29:00Z")) {
            notes.apply(&edit);
        }
        let text = written(&document(notes.clone()));
        let read = Document::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&read.damage, &Vec::new());
        prop_assert_eq!(&written(&read), &text);
        let mut again = read.notes;
        again.place_in(&article(), &crate::notes::Earlier::default());
        let lost = again.annotations[0].place;
        notes.annotations[0].place = lost;
        prop_assert_eq!(again, notes);
        prop_assert!(ron::from_str::<ron::Value>(&text).is_ok());
    }

    #[test]
    fn no_change_of_bytes_makes_it_panic_or_grow(flips in prop::collection::vec((0usize..1500, any::<u8>()), 1..6), cut in 0usize..1500) {
        let mut bytes = written(&document(notes())).into_bytes();
        for (at, byte) in flips {
            let length = bytes.len();
            bytes[at % length] = byte;
        }
        if cut % 3 == 0 {
            bytes.truncate(cut);
        }
        if let Ok(read) = Document::read(&bytes) {
            let bytes = read.write();
            let again = Document::read(&bytes).unwrap();
            prop_assert_eq!(&again.notes, &read.notes);
            prop_assert_eq!(again.write(), bytes);
        }
    }
}
