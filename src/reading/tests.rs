//! What undo and redo promise while other programs change the article and its notes.

use std::sync::Arc;

use proptest::prelude::*;

use super::Reading;
use crate::{
    article::{Article, TextRange},
    notes::{
        Annotation, Applied, Draft, Extent, Left, Notes, Place, Places,
        tests::{Step, TEXT, at, edit_on, id, step_with},
    },
    speech::Speech,
};

/// Something that happens to an open article.
#[derive(Clone, Debug)]
enum Event {
    Edit(Step),
    Undo,
    Redo,
    /// Another program writes, while the reader makes edits that it does not know of yet.
    Outside(Vec<Step>, Vec<Step>),
    /// Another program writes these words into the article, in place of what stands there.
    Rewrite(usize, usize, String),
}

fn reader() -> impl Strategy<Value = Step> {
    step_with(0..6, "[abc]", "[xy]{0,2}")
}

fn events(other: impl Strategy<Value = Step> + 'static) -> impl Strategy<Value = Vec<Event>> {
    let some = |steps: BoxedStrategy<Step>| prop::collection::vec(steps, 0..4);
    let event = prop_oneof![
        6 => reader().prop_map(Event::Edit),
        1 => Just(Event::Undo),
        1 => Just(Event::Redo),
        1 => (some(other.boxed()), some(reader().boxed())).prop_map(|(theirs, mine)| Event::Outside(theirs, mine)),
        1 => rewriting(),
    ];
    prop::collection::vec(event, 1..40)
}

fn rewriting() -> impl Strategy<Value = Event> {
    (0..TEXT.len(), 0usize..12, "( the| gulls| and){0,3}").prop_map(|(at, gone, words)| Event::Rewrite(at, gone, words))
}

/// A reading with the time at which things happen to it.
struct Desk {
    reading: Reading,
    second: i64,
}

impl Desk {
    fn new() -> Self {
        let article = Arc::new(Article::new("harbour.txt", TEXT, Vec::new()));
        Self { reading: Reading::new(article, Arc::new(Speech::default()), Notes::default()), second: 0 }
    }

    fn after(events: &[Event]) -> Self {
        let mut desk = Self::new();
        for event in events {
            desk.happen(event);
            desk.check();
        }
        desk
    }

    fn edit(&mut self, step: &Step) {
        self.second += 1;
        if let Some(edit) = edit_on(self.reading.article(), self.reading.notes(), step, at(self.second)) {
            self.reading.apply(edit);
        }
    }

    fn happen(&mut self, event: &Event) {
        match event {
            Event::Edit(step) => self.edit(step),
            Event::Undo => drop(self.reading.undo()),
            Event::Redo => drop(self.reading.redo()),
            Event::Outside(theirs, mine) => {
                let base = self.reading.notes().clone();
                let mut other = base.clone();
                for step in theirs {
                    self.second += 1;
                    if let Some(edit) = edit_on(self.reading.article(), &other, step, at(self.second)) {
                        other.apply(&edit);
                    }
                }
                mine.iter().for_each(|step| self.edit(step));
                self.reading.take_in(&base, &other);
            }
            Event::Rewrite(start, gone, words) => {
                let text = self.reading.article().text().to_owned();
                let start = text.floor_char_boundary(*start);
                let end = text.floor_char_boundary(start + gone);
                let text = format!("{}{words}{}", &text[..start], &text[end..]);
                let article = Arc::new(Article::new("harbour.txt", text, Vec::new()));
                let mut notes = self.reading.notes().clone();
                notes.place_in(&article, &self.reading.earlier());
                self.reading.go_on_with(article, notes, Places::default());
            }
        }
    }

    fn undo_all(&mut self) {
        while self.reading.undo().is_some() {
            self.check();
        }
    }

    fn redo_all(&mut self) {
        while self.reading.redo().is_some() {
            self.check();
        }
    }

    /// What holds at any time.
    fn check(&self) {
        let notes = self.reading.notes();
        let text = self.reading.article().text();
        let mut ids: Vec<_> = notes.annotations.iter().map(|annotation| &annotation.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), notes.annotations.len(), "an identity is there twice");
        for annotation in &notes.annotations {
            assert!(!notes.removed.contains_key(&annotation.id), "{annotation:?} is there and removed");
            assert!(annotation.tags.iter().all(|tag| notes.tag(tag).is_some()), "a tag is in no code book: {notes:?}");
            let range = annotation.place.range();
            assert!(range.is_none_or(|range| text.get(range.bytes()).is_some()), "{annotation:?} is outside the text");
        }
        let mut names: Vec<_> = notes.tags.iter().map(|tag| &tag.name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), notes.tags.len(), "a tag is there twice");
    }

    /// The notes with their lists in an order that no edit changes.
    fn sorted(&self) -> Notes {
        let mut notes = self.reading.notes().clone();
        notes.annotations.sort_by(|one, other| one.id.cmp(&other.id));
        notes.tags.sort_by(|one, other| one.name.cmp(&other.name));
        notes
    }
}

proptest! {
    #[test]
    fn undo_and_redo_walk_the_same_path_though_the_article_changes(
        events in prop::collection::vec(prop_oneof![4 => reader().prop_map(Event::Edit), 1 => rewriting()], 1..30)
    ) {
        let mut desk = Desk::after(&events);
        let here = desk.reading.notes().clone();
        desk.undo_all();
        prop_assert_eq!(desk.reading.notes(), &Notes::default());
        desk.redo_all();
        prop_assert_eq!(desk.reading.notes(), &here);
    }

    #[test]
    fn undo_and_redo_leave_alone_what_other_programs_made(events in events(step_with(6..12, "[def]", "[op]{0,2}"))) {
        let mut desk = Desk::after(&events);
        desk.redo_all();
        let here = desk.sorted();
        desk.undo_all();
        let is_theirs = |annotation: &&Annotation| (6..12).any(|number| annotation.id == id(number));
        let there = desk.sorted();
        prop_assert!(there.annotations.iter().eq(here.annotations.iter().filter(is_theirs)), "{:?} {:?}", there, here);
        prop_assert!(there.tags.iter().eq(here.tags.iter().filter(|tag| tag.name.as_str() > "c")));
        desk.redo_all();
        prop_assert_eq!(desk.sorted(), here);
    }

    #[test]
    fn what_another_program_wrote_outlives_every_undo(events in events(step_with(0..6, "[abc]", "[op]{2,6}"))) {
        let mut desk = Desk::new();
        let mut written: Vec<(Annotation, String)> = Vec::new();
        for event in &events {
            desk.happen(event);
            desk.check();
            let Event::Outside(steps, _) = event else { continue };
            for step in steps {
                match step {
                    Step::Write(number, words) => {
                        let annotation = desk.reading.notes().annotation(&id(*number));
                        written.retain(|(other, _)| other.id != id(*number));
                        let kept = annotation.filter(|one| one.note.contains(words));
                        written.extend(kept.map(|one| (one.clone(), words.clone())));
                    }
                    Step::Delete(numbers) => {
                        written.retain(|(other, _)| numbers.iter().all(|number| other.id != id(*number)));
                    }
                    _ => {}
                }
            }
        }
        desk.undo_all();
        for (annotation, words) in written {
            let now = desk.reading.notes().annotation(&annotation.id);
            prop_assert!(now.is_some_and(|now| now.note.contains(&words)), "{:?} was {:?}", now, annotation);
        }
        desk.redo_all();
    }
}

/// Makes an edit, has another program make one, and takes back the first: what became of it, and the notes.
fn check(mine: &Step, theirs: &Step, expected: Applied) -> Notes {
    let mut desk = Desk::new();
    let mark = Step::Annotate(1, 0, 6, Extent::Words, Vec::new(), "mine".into());
    desk.edit(&mark);
    if !matches!(mine, Step::Annotate(..)) {
        desk.edit(mine);
    }
    desk.happen(&Event::Outside(vec![theirs.clone()], Vec::new()));
    let (_, applied) = desk.reading.undo().unwrap();
    assert_eq!(applied, expected);
    desk.reading.notes().clone()
}

#[test]
fn an_undo_says_what_it_left_alone() {
    let mark = Step::Annotate(1, 0, 6, Extent::Words, Vec::new(), "mine".into());
    let write = |words: &str| Step::Write(1, words.into());
    let note = |notes: &Notes| notes.annotation(&id(1)).map(|annotation| annotation.note.clone());
    let whole = Applied { made: true, left: None };
    let left = |why| Applied { made: false, left: Some(why) };
    let in_part = Applied { made: true, left: Some(Left::Changed) };

    let notes = check(&write("mine, longer"), &Step::Recolour(1, 3), whole);
    assert_eq!(note(&notes).as_deref(), Some("mine"));
    let notes = check(&write("mine, longer"), &write("theirs"), in_part);
    assert_eq!(note(&notes).as_deref(), Some("mine\n\ntheirs"));
    let notes = check(&write("mine, longer"), &write("mine, longer\n\ntheirs"), in_part);
    assert_eq!(note(&notes).as_deref(), Some("mine\n\ntheirs"));
    check(&write("mine, longer"), &Step::Delete(vec![1]), left(Left::Deleted));
    let notes = check(&mark, &write("mine, and theirs"), left(Left::Changed));
    assert_eq!(note(&notes).as_deref(), Some("mine, and theirs"), "the highlight stays for their words");
    let notes = check(&Step::Recolour(1, 3), &Step::Recolour(1, 4), left(Left::Changed));
    assert_eq!(notes.annotation(&id(1)).unwrap().colour, crate::notes::Colour::ALL[4]);
    let notes = check(&Step::AddTag(vec![1], "a".into()), &Step::AddTag(vec![1], "b".into()), whole);
    assert_eq!(notes.annotation(&id(1)).unwrap().tags, ["b"]);
}

#[test]
fn what_an_undo_took_away_is_made_again_though_the_file_remembers_it_as_deleted() {
    let mut desk = Desk::new();
    desk.edit(&Step::Annotate(1, 0, 6, Extent::Words, Vec::new(), "mine".into()));
    let saved = desk.reading.notes().clone();
    desk.reading.undo();
    let mut file = desk.reading.notes().clone();
    file.removed.insert(id(1), jiff::Timestamp::UNIX_EPOCH);
    desk.reading.take_in(&saved, &file);
    desk.reading.redo();
    let notes = desk.reading.notes();
    assert!(notes.annotation(&id(1)).is_some() && notes.removed.is_empty(), "{notes:?}");
}

#[test]
fn a_note_on_another_article_that_was_deleted_still_asks_when_it_is_brought_back_into_a_changed_one() {
    let text = "The gate closes nine times a year.\n\nNobody left early, and nobody came late.\n";
    let article = |text: &str| Arc::new(Article::new("harbour.txt", text, Vec::new()));
    let start = text.find("Nobody left early").unwrap();
    let range = TextRange::of_bytes(text, start, start + 17).unwrap();
    let mut notes = Notes::default();
    let edit = notes.annotate(id(0), &article(text), range, Draft::default(), at(1)).unwrap();
    notes.apply(&edit);
    // As another article had it beside other words.
    notes.annotations[0].selector.before = "a table of the tides. ".to_owned();
    notes.annotations[0].place = Place::Changed(range);
    let mut reading = Reading::new(article(text), Speech::default().into(), notes);
    let delete = reading.notes().delete(&id(0), at(2)).unwrap();
    reading.apply(delete);
    let notes = reading.notes().clone();
    reading.go_on_with(article(&format!("Tides\n\n{text}")), notes, Places::default());
    reading.undo().unwrap();
    let place = reading.notes().annotations[0].place;
    assert!(matches!(place, Place::Changed(_)), "{place:?}");
}
