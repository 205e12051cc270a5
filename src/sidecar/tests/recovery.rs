use super::super::Problem;
use super::*;
use crate::sidecar::{Document, FORMAT, document::ArticleLine};

fn text() -> String {
    let document =
        Document { format: FORMAT, article: ArticleLine::of(&article()), notes: notes(), ..Document::default() };
    written(&document)
}

/// The sidecar of [`notes`] with some words replaced: how many of its notes are read, and what is said.
fn check(from: &str, to: &str, expected: usize, problems: &[(usize, usize, &str)]) {
    let text = text();
    let broken = text.replacen(from, to, 1);
    assert_ne!(text, broken);
    let read = Document::read(broken.as_bytes()).unwrap();
    assert_eq!(read.notes.annotations.len(), expected, "{broken}");
    let found: Vec<_> = read.damage.iter().map(|one| (one.line, one.column, one.problem.to_string())).collect();
    let found: Vec<_> = found.iter().map(|(line, column, problem)| (*line, *column, problem.as_str())).collect();
    assert_eq!(found, problems, "{broken}");
    let again = written(&read);
    let inside = broken.lines().filter(|line| line.starts_with("            "));
    inside.for_each(|line| assert!(again.contains(line.trim()), "{line} in\n{again}"));
    assert_eq!(written(&Document::read(again.as_bytes()).unwrap()), again);
}

#[test]
fn a_lost_quotation_mark_hides_no_other_entry() {
    check("note: \"who?", "note: who?", 1, &[(14, 19, "“note” cannot be read (Expected string)")]);
    check(" lot\"", " lot", 1, &[(14, 19, "this text has no closing quotation mark")]);
    check("\"Anna\"", "\"Anna", 2, &[(5, 13, "this text has no closing quotation mark")]);
}

#[test]
fn a_lost_bracket_hides_no_other_entry() {
    check("        ),\n        (", "        ,\n        (", 1, &[(10, 9, "this “(” is never closed")]);
    check("    ],\n    annotations", "    annotations", 2, &[(8, 5, "“]” is missing before this")]);
    check("(\n    format", "\n    format", 2, &[(3, 11, "“(” is missing here")]);
    check("    ext: {},\n)", "    ext: {", 2, &[(27, 10, "this “{” is never closed")]);
}

#[test]
fn entries_are_known_without_the_name_of_their_list() {
    check("    annotations: [", "    annot", 2, &[(9, 5, "this cannot be understood")]);
    check("    tags: [", "    targs: [", 2, &[(6, 12, "this “[” is never closed")]);
}

#[test]
fn what_a_merge_left_unfinished_hides_no_entry() {
    let text = text();
    let start = text.find("        (\n").unwrap();
    let end = text[start..].find("        ),\n").unwrap() + start + 11;
    let entry = &text[start..end];
    let theirs = entry.replace("who?", "when?");
    let merge = format!("<<<<<<< HEAD\n{entry}=======\n{theirs}>>>>>>> theirs\n");
    let read = Document::read(text.replacen(entry, &merge, 1).as_bytes()).unwrap();
    assert_eq!(read.notes.annotations.len(), 2);
    let note = &read.notes.annotations[0].note;
    assert!(note.contains("who?") && note.contains("when?"), "{note}");
    let unfinished = read.damage.iter().filter(|damage| damage.problem == Problem::UnfinishedMerge);
    assert_eq!(unfinished.map(|damage| damage.line).collect::<Vec<_>>(), [10, 18, 26]);
}

#[test]
fn two_entries_with_one_id_on_two_passages_are_two_notes() {
    let text = text();
    let start = text.find("        (\n").unwrap();
    let end = text[start..].find("        ),\n").unwrap() + start + 11;
    let copy = text[start..end].replace("(22, 44)", "(22, 27)").replace("spoke against the plan", "spoke");
    let doubled = format!("{}{copy}{}", &text[..end], &text[end..]);
    let read = Document::read(doubled.as_bytes()).unwrap();
    let quotes: Vec<_> = read.notes.annotations.iter().map(|one| one.selector.quote.as_str()).collect();
    assert_eq!(quotes, ["spoke against the plan", "spoke", "没有人"]);
    assert_eq!(
        (read.damage.len(), read.damage[0].problem.to_string().as_str()),
        (1, "the id “aaaaaaaa” is here twice")
    );
    assert_eq!(Document::read(&read.write()).unwrap().damage, []);
}

#[test]
fn bytes_that_are_no_text_stay_as_they_are() {
    let mut bytes = text().into_bytes();
    let at = bytes.windows(4).position(|window| window == b"who?").unwrap();
    bytes[at] = 0xff;
    let read = Document::read(&bytes).unwrap();
    assert_eq!((read.notes.annotations.len(), read.damage.len()), (1, 1));
    assert_eq!((read.damage[0].line, read.damage[0].column), (14, 20));
    assert_eq!(read.write(), bytes);
}

#[test]
fn a_colour_that_is_not_known_is_shown_as_another_and_goes_back() {
    let text = text().replace("\"yellow\", tags: [\"claim\"]", "\"mauve\", tags: [\"claim\"]");
    let mut read = Document::read(text.as_bytes()).unwrap();
    assert_eq!(read.notes.annotations[0].colour, Colour::Yellow);
    assert_eq!((read.damage.len(), &read.damage[0].problem), (1, &Problem::UnknownColour("mauve".to_owned())));
    assert_eq!(written(&read), text);
    read.notes.apply(&read.notes.recolour(&id(0), Colour::Pink, at("2026-11-24T00:00:00Z")).unwrap());
    assert!(written(&read).contains("colour: \"pink\", tags: [\"claim\"]"));
}

#[test]
fn what_strangers_send_is_bounded() {
    let check = |text: &str, expected: &str| {
        let problem = match Document::read(text.as_bytes()) {
            Ok(read) => read.damage.first().map(|damage| damage.problem.to_string()),
            Err(error) => Some(error.problem.to_string()),
        };
        assert_eq!(problem.as_deref(), Some(expected));
    };
    check(&"(".repeat(1 << 20), "a field's name is missing here");
    check(&format!("(format: 1, ext: {}", "[".repeat(1 << 20)), "brackets are nested too deeply here");
    check(&format!("(format: 1, annotations: [], ext: {}", "/*".repeat(1 << 20)), "this comment has no end");
    let many = "(id: \"a\", at: \"2026-11-23T11:29:00Z\"),\n".repeat(60_000);
    let sentence = "there are more than 50000 entries in it, more than are read";
    check(&format!("(format: 1, annotations: [], removed: [{many}])"), sentence);
    check(&format!("(format: 1, annotations: [], removed: [{many}"), sentence);
    let many: String = (0..3000).map(|number| format!("(name: \"{number}\"),")).collect();
    check(
        &format!("(format: 1, annotations: [], tags: [{many}])"),
        "there are more than 2000 tags, more than are read",
    );
}
