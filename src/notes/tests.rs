//! What edits promise: each can be taken back, wholly and in any sequence.

mod code_book;

use std::ops::Range;

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::article::Article;

pub(crate) const TEXT: &str = "Nobody spoke against the plan — 没有人 — until the mayor rose to answer her critics.";

fn article() -> Article {
    Article::new("harbour.txt", TEXT, Vec::new())
}

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub(crate) fn id(number: u8) -> AnnotationId {
    AnnotationId::from_random([0, 0, 0, 0, number])
}

fn range(start: usize, end: usize) -> TextRange {
    let article = article();
    TextRange::between(article.offset_at_byte(start), article.offset_at_byte(end))
}

/// Notes with so many highlights, each on four characters.
pub(crate) fn notes_with(count: u8) -> Notes {
    let mut notes = Notes::default();
    for number in 0..count {
        let start = 4 * usize::from(number);
        let edit = notes.highlight(id(number), &article(), range(start, start + 4), Colour::Yellow, at(10));
        notes.apply(&edit.unwrap());
    }
    notes
}

/// Notes with a highlight for each of these, which carries its tags.
pub(crate) fn tagged(tags: &[&[&str]]) -> Notes {
    let mut notes = notes_with(tags.len() as u8);
    for (number, names) in tags.iter().enumerate() {
        for name in *names {
            let edit = notes.add_tag(&[id(number as u8)], name, at(20));
            if let Some(edit) = edit {
                notes.apply(&edit);
            }
        }
    }
    notes
}

#[derive(Clone, Debug)]
pub(crate) enum Step {
    Annotate(u8, usize, usize, Extent, Vec<String>, String),
    AnnotateArticle(u8, String),
    Recolour(u8, usize),
    Write(u8, String),
    Move(u8, usize, usize),
    Ends(u8, usize, usize),
    Link(u8, u8),
    Unlink(u8, u8),
    Delete(Vec<u8>),
    AddTag(Vec<u8>, String),
    RemoveTag(Vec<u8>, String),
    RenameTag(String, String),
    RecolourTag(String, usize),
    DefineTag(String, String),
    DeleteTag(String),
    ImportTags(Vec<(String, usize, String)>),
}

fn step() -> impl Strategy<Value = Step> {
    step_with(0..6, "[ab](/[ab]){0,2}", "[xy]{0,2}")
}

/// A step with annotations of these numbers, and with tags and words of these patterns.
pub(crate) fn step_with(ids: Range<u8>, tag: &'static str, words: &'static str) -> impl Strategy<Value = Step> {
    let one = move || ids.clone();
    let ids = one();
    let some = move || prop::collection::vec(ids.clone(), 0..4);
    let place = || 0..TEXT.len();
    prop_oneof![
        4 => (one(), place(), place(), prop::sample::select(&Extent::ALL), prop::collection::vec(tag, 0..3), words)
            .prop_map(|(id, start, end, extent, tags, note)| Step::Annotate(id, start, end, extent, tags, note)),
        1 => (one(), words).prop_map(|(id, note)| Step::AnnotateArticle(id, note)),
        1 => (one(), 0usize..6).prop_map(|(id, colour)| Step::Recolour(id, colour)),
        1 => (one(), words).prop_map(|(id, text)| Step::Write(id, text)),
        1 => (one(), place(), place()).prop_map(|(id, start, end)| Step::Move(id, start, end)),
        1 => (one(), place(), place()).prop_map(|(id, start, end)| Step::Ends(id, start, end)),
        2 => (one(), one()).prop_map(|(from, to)| Step::Link(from, to)),
        1 => (one(), one()).prop_map(|(from, to)| Step::Unlink(from, to)),
        1 => some().prop_map(Step::Delete),
        1 => (some(), tag).prop_map(|(ids, tag)| Step::AddTag(ids, tag)),
        1 => (some(), tag).prop_map(|(ids, tag)| Step::RemoveTag(ids, tag)),
        1 => (tag, tag).prop_map(|(from, to)| Step::RenameTag(from, to)),
        1 => (tag, 0usize..6).prop_map(|(tag, colour)| Step::RecolourTag(tag, colour)),
        1 => (tag, words).prop_map(|(tag, meaning)| Step::DefineTag(tag, meaning)),
        1 => tag.prop_map(Step::DeleteTag),
        1 => prop::collection::vec((tag, 0usize..6, words), 0..4).prop_map(Step::ImportTags),
    ]
}

fn edit(notes: &Notes, step: &Step, now: Timestamp) -> Option<Edit> {
    edit_on(&article(), notes, step, now)
}

pub(crate) fn edit_on(article: &Article, notes: &Notes, step: &Step, now: Timestamp) -> Option<Edit> {
    let range =
        |start: usize, end: usize| TextRange::between(article.offset_at_byte(start), article.offset_at_byte(end));
    let all = |numbers: &[u8]| numbers.iter().map(|number| id(*number)).collect::<Vec<_>>();
    match step {
        Step::AnnotateArticle(number, note) => {
            notes.annotate_article(id(*number), Draft { note: note.clone(), ..Draft::default() }, now)
        }
        Step::Annotate(number, start, end, extent, tags, note) => {
            let draft = Draft { extent: *extent, colour: Colour::Blue, tags: tags.clone(), note: note.clone() };
            notes.annotate(id(*number), article, range(*start, *end), draft, now)
        }
        Step::Recolour(number, colour) => notes.recolour(&id(*number), Colour::ALL[*colour], now),
        Step::Write(number, text) => notes.write_note(&id(*number), text, now),
        Step::Move(number, start, end) => notes.move_to(&id(*number), article, range(*start, *end), now),
        Step::Ends(number, start, end) => notes.step_ends(&id(*number), article, range(*start, *end), now),
        Step::Link(from, to) => notes.link(&id(*from), &id(*to), now),
        Step::Unlink(one, other) => notes.unlink(&id(*one), &id(*other), now),
        Step::Delete(numbers) => notes.delete_all(&all(numbers), now),
        Step::AddTag(numbers, tag) => notes.add_tag(&all(numbers), tag, now),
        Step::RemoveTag(numbers, tag) => notes.remove_tag(&all(numbers), tag, now),
        Step::RenameTag(from, to) => notes.rename_tag(from, to, now),
        Step::RecolourTag(tag, colour) => notes.recolour_tag(tag, Colour::ALL[*colour], now),
        Step::DefineTag(tag, meaning) => notes.define_tag(tag, meaning, now),
        Step::DeleteTag(tag) => notes.delete_tag(tag, now),
        Step::ImportTags(tags) => {
            let tag = |(name, colour, meaning): &(String, usize, String)| {
                Some(Tag { name: tag_name(name)?, colour: Colour::ALL[*colour], meaning: meaning.clone() })
            };
            notes.import_tags(&tags.iter().filter_map(tag).collect::<Vec<_>>(), now)
        }
    }
}

proptest! {
    #[test]
    fn an_edit_and_its_inverse_leave_everything_as_it_was(steps in prop::collection::vec(step(), 1..30)) {
        let mut notes = Notes::default();
        for (second, step) in steps.iter().enumerate() {
            let before = notes.clone();
            let Some(edit) = edit(&notes, step, at(second as i64)) else { continue };
            notes.apply(&edit);
            prop_assert_ne!(&notes, &before, "{:?} changes nothing", edit);
            let after = notes.clone();
            notes.apply(&edit.inverse());
            prop_assert_eq!(&notes, &before);
            notes.apply(&edit);
            prop_assert_eq!(&notes, &after);
        }
    }

    #[test]
    fn undo_and_redo_walk_the_same_path(steps in prop::collection::vec((step(), 0u8..4, 0i64..900), 1..40)) {
        let mut notes = Notes::default();
        let mut history = History::default();
        let mut now = 0;
        for (step, walk, pause) in &steps {
            now += pause;
            if let Some(edit) = edit(&notes, step, Timestamp::from_millisecond(now).unwrap()) {
                notes.apply(&edit);
                history.record(edit);
            }
            // Some steps back and as many forward lead to the same notes.
            let here = notes.clone();
            let mut back = 0;
            while back < *walk && history.undo().map(|edit| notes.apply(&edit)).is_some() {
                back += 1;
            }
            for _ in 0..back {
                notes.apply(&history.redo().unwrap());
            }
            prop_assert_eq!(&notes, &here);
        }
        while let Some(edit) = history.undo() {
            notes.apply(&edit);
        }
        prop_assert_eq!(notes, Notes::default());
    }

    #[test]
    fn a_passage_is_exact_in_the_article_it_was_marked_in(
        text in "[ab “\n]{0,90}", start in 0usize..90, length in 1usize..20
    ) {
        let article = Article::new("a.txt", text, Vec::new());
        let (start, end) = (article.offset_at_byte(start), article.offset_at_byte(start + length));
        let range = TextRange::between(start, end);
        if !range.is_empty() {
            prop_assert_eq!(Selector::of(&article, range).find(&article), Place::Exact(range));
        }
    }

    #[test]
    fn merging_is_the_same_both_ways_and_keeps_what_either_side_did(
        common in prop::collection::vec(step(), 0..15),
        mine in prop::collection::vec(step(), 0..15),
        theirs in prop::collection::vec(step(), 0..15),
    ) {
        let walk = |from: &Notes, steps: &[Step], start: i64| {
            let mut notes = from.clone();
            for (second, step) in steps.iter().enumerate() {
                if let Some(edit) = edit(&notes, step, at(start + second as i64)) {
                    notes.apply(&edit);
                }
            }
            notes
        };
        let base = walk(&Notes::default(), &common, 0);
        let (mine, theirs) = (walk(&base, &mine, 100), walk(&base, &theirs, 107));
        let merged = Notes::merged(&base, &mine, &theirs);
        prop_assert_eq!(&merged, &Notes::merged(&base, &theirs, &mine));
        let known: std::collections::BTreeSet<_> = mine.annotations.iter().chain(&theirs.annotations).map(|a| &a.id).collect();
        for id in known {
            let deleted = mine.removed.contains_key(id) || theirs.removed.contains_key(id);
            prop_assert_eq!(merged.annotation(id).is_some(), !deleted, "{}", id);
        }
        let mut sorted = mine.clone();
        sorted.annotations.sort_by(|one, other| (one.made, &one.id).cmp(&(other.made, &other.id)));
        prop_assert_eq!(&Notes::merged(&base, &mine, &base), &sorted);
        prop_assert_eq!(&Notes::merged(&mine, &mine, &mine), &sorted);
    }
}

#[test]
fn edits_carry_the_name_they_are_undone_by() {
    let notes = notes_with(2);
    let name = |edit: Option<Edit>| edit.map(|edit| edit.name);
    let check = |edit, expected| assert_eq!(name(edit), Some(expected));
    check(notes.highlight(id(7), &article(), range(0, 6), Colour::Pink, at(11)), EditName::Highlight);
    check(notes.add_tag(&[id(0)], "claim", at(11)), EditName::Tag("claim".to_owned()));
    check(notes.write_note(&id(0), "who?", at(11)), EditName::Note);
    check(notes.recolour(&id(0), Colour::Pink, at(11)), EditName::Colour);
    check(notes.move_ends(&id(0), &article(), range(1, 3), at(11)), EditName::MoveOfEnds);
    check(notes.delete(&id(0), at(11)), EditName::Delete);
}

#[test]
fn what_changes_nothing_is_no_edit() {
    let notes = notes_with(1);
    assert_eq!(notes.recolour(&id(0), Colour::Yellow, at(11)), None);
    assert_eq!(notes.write_note(&id(0), "", at(11)), None);
    assert_eq!(notes.delete(&id(5), at(11)), None);
    assert_eq!(notes.add_tag(&[id(0)], " \n", at(11)), None);
    assert_eq!(notes.highlight(id(3), &article(), range(4, 4), Colour::Yellow, at(11)), None);
    assert_eq!(notes.highlight(id(0), &article(), range(0, 4), Colour::Yellow, at(11)), None, "the identity is taken");
}

#[test]
fn a_deleted_annotation_is_remembered_until_that_is_undone() {
    let mut notes = notes_with(1);
    let edit = notes.delete(&id(0), at(20)).unwrap();
    notes.apply(&edit);
    assert_eq!(notes.removed.get(&id(0)), Some(&at(20)));
    assert!(!notes.is_empty());
    notes.apply(&edit.inverse());
    assert_eq!(notes, notes_with(1));
}

#[test]
fn both_texts_of_a_note_are_kept_where_both_sides_wrote() {
    let base = notes_with(1);
    let write = |text: &str, second| {
        let mut notes = base.clone();
        notes.apply(&notes.write_note(&id(0), text, at(second)).unwrap());
        notes
    };
    let merged = Notes::merged(&base, &write("who says?", 20), &write("see page 3", 21));
    assert_eq!(merged.annotation(&id(0)).unwrap().note, "see page 3\n\nwho says?");
}

#[test]
fn a_deletion_that_was_undone_is_not_brought_back_by_a_merge() {
    let before = notes_with(2);
    let mut saved = before.clone();
    saved.apply(&saved.delete(&id(0), at(20)).unwrap());
    let mut theirs = saved.clone();
    theirs.apply(&theirs.recolour(&id(1), Colour::Pink, at(21)).unwrap());
    let merged = Notes::merged(&saved, &before, &theirs);
    assert!(merged.annotation(&id(0)).is_some());
    assert_eq!(merged.annotation(&id(1)).unwrap().colour, Colour::Pink);
}

#[test]
fn taking_back_an_edit_leaves_what_another_program_wrote_since() {
    let mut notes = notes_with(1);
    let recolour = notes.recolour(&id(0), Colour::Pink, at(20)).unwrap();
    notes.apply(&recolour);
    let tag = notes.add_tag(&[id(0)], "claim", at(21)).unwrap();
    notes.apply(&tag);
    // Another program writes a note and a tag of its own.
    notes.apply(&notes.write_note(&id(0), "from outside", at(22)).unwrap());
    notes.apply(&notes.add_tag(&[id(0)], "theirs", at(22)).unwrap());
    notes.apply(&tag.inverse());
    notes.apply(&recolour.inverse());
    let annotation = notes.annotation(&id(0)).unwrap();
    assert_eq!((annotation.colour, annotation.note.as_str()), (Colour::Yellow, "from outside"));
    assert_eq!(annotation.tags, ["theirs"]);
}

#[test]
fn each_note_of_a_merge_counts_once() {
    let before = notes_with(4);
    let (mut theirs, mut after) = (before.clone(), notes_with(5));
    let mut mine = before;
    let write = |notes: &mut Notes, number: usize, words: &str| words.clone_into(&mut notes.annotations[number].note);
    write(&mut theirs, 1, "theirs");
    write(&mut after, 1, "theirs");
    write(&mut mine, 2, "mine");
    write(&mut theirs, 2, "other words");
    write(&mut after, 2, "mine\n\nother words");
    after.annotations.remove(0);
    let taken = Taken::between(&mine, &[&theirs], &after);
    assert_eq!(taken, Taken { added: 1, changed: 1, both: 1, deleted: 1 });
    assert!(Taken::between(&mine, &[&theirs], &mine).is_nothing());
}
