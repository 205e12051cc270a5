//! Histories that went their own ways: merging them keeps every addition and no deleted entry, in any order.

use super::*;

/// One reader's own way on from the notes both began with: what was added and deleted is noted down.
fn history(base: &Notes, seed: u64, added: &mut Vec<AnnotationId>, deleted: &mut Vec<AnnotationId>) -> Notes {
    let mut chance = Chance(seed);
    let mut reading = reading(base.clone());
    for step in 0..chance.below(8) {
        let now = Timestamp::from_second(1_800_000_000 + chance.below(50) as i64).unwrap();
        let ids: Vec<AnnotationId> = reading.notes().annotations.iter().map(|one| one.id.clone()).collect();
        let some = || ids.get(seed as usize % ids.len().max(1));
        match (chance.below(4), some()) {
            (0, Some(id)) if base.annotation(id).is_some() => {
                let edit = reading.notes().delete(id, now);
                edit.into_iter().for_each(|edit| reading.apply(edit));
                deleted.push(id.clone());
            }
            (1, Some(id)) => {
                let edit = reading.notes().write_note(id, &format!("text {seed} {step}"), now);
                edit.into_iter().for_each(|edit| reading.apply(edit));
            }
            _ => {
                let number = (seed as u32 % 60_000) * 16 + step as u32 + 100;
                if reading.notes().annotation(&id(number)).is_none() {
                    add(&mut reading, number, &format!("added {seed} {step}"));
                    added.push(id(number));
                }
            }
        }
    }
    reading.notes().clone()
}

/// Whichever of three files the others are merged into, and in whatever order, all hold the same in the end.
fn merge_files_in_any_order(folder: &Path, versions: &[Notes], round: &str) {
    let path = |number: usize| folder.join(format!("{number}.notes.ron"));
    let write = || {
        for (number, notes) in versions.iter().enumerate() {
            let mut document = Document::default();
            document.format = 1;
            document.notes.clone_from(notes);
            fs::write(path(number), document.write()).unwrap();
        }
    };
    let mut results: Vec<Vec<u8>> = Vec::new();
    for [file, others @ ..] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        write();
        merge_files(&path(file), None, &others.map(path)).unwrap();
        results.push(fs::read(path(file)).unwrap());
        let notes = Document::read(results.last().unwrap()).unwrap().notes;
        for version in versions {
            let is_kept = |one: &AnnotationId| notes.annotation(one).is_some() || notes.removed.contains_key(one);
            assert!(version.annotations.iter().all(|one| is_kept(&one.id)), "{round}: an addition is missing");
            let is_gone = |one: &AnnotationId| notes.annotation(one).is_none();
            assert!(version.removed.keys().all(is_gone), "{round}: a deletion came back");
        }
        merge_files(&path(file), None, &[path(file)]).unwrap();
        assert_eq!(results.last(), Some(&fs::read(path(file)).unwrap()), "{round}: merged with itself");
    }
    results.dedup();
    assert_eq!(results.len(), 1, "{round}");
}

#[test]
fn merging_is_the_same_in_any_order_and_keeps_additions_and_deletions() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..u64::from(rounds(300)) {
        let mut beginning = reading(Notes::default());
        (0..5).for_each(|number| add(&mut beginning, number, "from the beginning"));
        let base = beginning.notes().clone();
        let (mut added, mut deleted) = (Vec::new(), Vec::new());
        let versions: Vec<Notes> =
            (0..3).map(|side| history(&base, round * 3 + side + 1, &mut added, &mut deleted)).collect();
        let [a, b, c] = [&versions[0], &versions[1], &versions[2]];
        assert_eq!(Notes::merged(&base, a, b), Notes::merged(&base, b, a), "round {round}");
        assert_eq!(Notes::merged(&base, a, a).annotations.len(), a.annotations.len());
        for order in [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            let all = Notes::merged(&base, &Notes::merged(&base, order[0], order[1]), order[2]);
            assert!(added.iter().all(|id| all.annotation(id).is_some()), "round {round}: an addition is missing");
            assert!(deleted.iter().all(|id| all.annotation(id).is_none()), "round {round}: a deletion came back");
        }
        if round < 100 {
            merge_files_in_any_order(folder.path(), &versions, &format!("round {round}"));
        }
    }
}
