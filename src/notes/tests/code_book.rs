//! What edits of the code book promise.

use super::*;

#[test]
fn a_new_tag_enters_the_code_book_in_the_next_colour() {
    let mut notes = notes_with(2);
    for name in ["claim", "  evidence\tof  it "] {
        notes.apply(&notes.add_tag(&[id(0)], name, at(11)).unwrap());
    }
    notes.apply(&notes.add_tag(&[id(1), id(0)], "claim", at(12)).unwrap());
    let book: Vec<_> =
        notes.tag_counts().into_iter().map(|(tag, count)| (tag.name.as_str(), tag.colour, count)).collect();
    assert_eq!(book, [("claim", Colour::Yellow, 2), ("evidence of it", Colour::Green, 1)]);
    assert_eq!(notes.annotation(&id(0)).unwrap().tags, ["claim", "evidence of it"]);
    assert_eq!(notes.annotation(&id(0)).unwrap().changed, at(11), "it had the tag already");
}

#[test]
fn renaming_to_a_name_in_use_makes_the_tags_one() {
    let mut notes = notes_with(2);
    notes.apply(&notes.add_tag(&[id(0)], "claim", at(11)).unwrap());
    notes.apply(&notes.add_tag(&[id(0), id(1)], "thesis", at(11)).unwrap());
    notes.apply(&notes.rename_tag("thesis", "claim", at(12)).unwrap());
    assert_eq!(notes.tags.len(), 1);
    assert!(notes.annotations.iter().all(|annotation| annotation.tags == ["claim"]));
}

#[test]
fn tags_nested_in_a_renamed_one_go_along() {
    let check = |tags: &[&str], from: &str, to: &str, expected: &[&str]| {
        let mut notes = notes_with(1);
        for name in tags {
            notes.apply(&notes.add_tag(&[id(0)], name, at(11)).unwrap());
        }
        let before = notes.clone();
        let edit = notes.rename_tag(from, to, at(12)).unwrap();
        notes.apply(&edit);
        assert_eq!(notes.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), expected);
        assert_eq!(notes.annotations[0].tags, expected);
        notes.apply(&edit.inverse());
        assert_eq!(notes, before);
    };
    check(&["style", "claim", "style/image", "styles"], "style", "form", &["form", "claim", "form/image", "styles"]);
    check(&["style", "style/image", "form/image", "vote"], "style", "form", &["form", "form/image", "vote"]);
    check(&["a/b", "a/b/b/z", "a/b/z"], "a/b", "a", &["a", "a/b/z", "a/z"]);
    check(&["style", "style/image"], "style", "style/image", &["style/image"]);
    check(&["style", "style/image"], "style", "style/form", &["style/form", "style/image"]);
    check(&["style/image", "style/tone"], "style", "form", &["form/image", "form/tone"]);
    check(&["style/image", "form/image"], "style", "form", &["form/image"]);
    check(&["style/image"], "style", "style/form", &["style/form/image"]);
}

#[test]
fn what_is_done_to_a_name_that_only_holds_others_is_done_to_those() {
    let mut notes = notes_with(2);
    for name in ["style/image", "claim", "style/tone", "styles"] {
        notes.apply(&notes.add_tag(&[id(0), id(1)], name, at(11)).unwrap());
    }
    let before = notes.clone();
    let mut check = |edit: Edit, expected: &[(&str, Colour)]| {
        notes.apply(&edit);
        let tags: Vec<_> = notes.tags.iter().map(|tag| (tag.name.as_str(), tag.colour)).collect();
        assert_eq!(tags, expected);
        assert!(notes.annotations[0].tags.iter().all(|name| notes.tag(name).is_some()));
        notes.apply(&edit.inverse());
        assert_eq!(notes, before);
    };
    let [image, claim, tone, styles] = [0, 1, 2, 3].map(|at| (before.tags[at].name.as_str(), before.tags[at].colour));
    let violet = |(name, _)| (name, Colour::Violet);
    check(before.recolour_tag("style", Colour::Violet, at(12)).unwrap(), &[violet(image), claim, violet(tone), styles]);
    check(before.delete_tag("style", at(12)).unwrap(), &[claim, styles]);
    assert_eq!(before.delete_tag("nowhere", at(12)), None);
    assert_eq!(before.rename_tag("nowhere", "here", at(12)), None);
}

#[test]
fn a_meaning_is_not_lost_when_two_tags_become_one() {
    let check = |of_claim: &str, of_thesis: &str, expected: &str| {
        let mut notes = notes_with(1);
        for (name, meaning) in [("claim", of_claim), ("thesis", of_thesis)] {
            notes.apply(&notes.add_tag(&[id(0)], name, at(11)).unwrap());
            if let Some(edit) = notes.define_tag(name, meaning, at(11)) {
                notes.apply(&edit);
            }
        }
        let before = notes.clone();
        let edit = notes.rename_tag("claim", "thesis", at(12)).unwrap();
        notes.apply(&edit);
        assert_eq!(notes.tags.iter().map(|tag| tag.meaning.as_str()).collect::<Vec<_>>(), [expected]);
        notes.apply(&edit.inverse());
        assert_eq!(notes, before);
    };
    check("what is held to be so", "", "what is held to be so");
    check("what is held to be so", "the main point", "the main point");
}

#[test]
fn an_imported_code_book_adds_what_is_missing_and_keeps_the_readers_own() {
    let tag = |name: &str, colour, meaning: &str| Tag { name: name.into(), colour, meaning: meaning.into() };
    let mut notes = notes_with(1);
    notes.apply(&notes.add_tag(&[id(0)], "claim", at(11)).unwrap());
    notes.apply(&notes.add_tag(&[id(0)], "doubt", at(11)).unwrap());
    notes.apply(&notes.define_tag("claim", "my own words", at(11)).unwrap());
    let theirs = [
        tag("claim", Colour::Pink, "the teacher's words"),
        tag("doubt", Colour::Pink, "what the writer leaves open"),
        tag("vote", Colour::Pink, "how people voted"),
    ];
    let edit = notes.import_tags(&theirs, at(12)).unwrap();
    notes.apply(&edit);
    let own = tag("claim", Colour::Yellow, "my own words");
    assert_eq!(notes.tags, [own, tag("doubt", Colour::Green, "what the writer leaves open"), theirs[2].clone()]);
    assert_eq!(notes.import_tags(&theirs, at(13)), None, "there is nothing left to take");
}

#[test]
fn tags_are_completed_by_beginning_then_by_word() {
    let mut notes = notes_with(3);
    for (ids, name) in [(1, "Method"), (3, "weak method"), (2, "metaphor"), (1, "claim")] {
        let ids: Vec<_> = (0..ids).map(id).collect();
        notes.apply(&notes.add_tag(&ids, name, at(11)).unwrap());
    }
    let check = |typed: &str, expected: &[&str]| {
        assert_eq!(notes.complete_tag(typed).iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), expected);
    };
    check("met", &["metaphor", "Method", "weak method"]);
    check("CLAIM", &["claim"]);
    check("x", &[]);
    assert_eq!(notes.complete_tag("").len(), 4);
}

#[test]
fn a_tag_in_other_capitals_is_the_one_that_is_there() {
    let mut notes = notes_with(2);
    notes.apply(&notes.add_tag(&[id(0)], "Claim", at(11)).unwrap());
    notes.apply(&notes.add_tag(&[id(1)], "CLAIM", at(11)).unwrap());
    notes.apply(&notes.add_tag(&[id(1)], "thesis", at(11)).unwrap());
    assert!(notes.annotations.iter().all(|annotation| annotation.tags[0] == "Claim"));
    notes.apply(&notes.rename_tag("thesis", "claim", at(12)).unwrap());
    assert_eq!(notes.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Claim"]);
    let tag = |name: &str| Tag { name: name.to_owned(), colour: Colour::Blue, meaning: "what is said".to_owned() };
    notes.apply(&notes.import_tags(&[tag("cLAIM"), tag("CLAIM")], at(13)).unwrap());
    assert_eq!((notes.tags.len(), notes.tags[0].meaning.as_str()), (1, "what is said"));
    // Only the reader changes how a tag is spelled.
    notes.apply(&notes.rename_tag("Claim", "claim", at(14)).unwrap());
    assert!(notes.annotations.iter().all(|annotation| annotation.tags == ["claim"]));
}
