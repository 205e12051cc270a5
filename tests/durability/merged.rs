//! Histories that went their own ways: merging them keeps every addition and no deleted entry, in any order and however
//! grouped; the files are the same to the byte.

use super::*;

/// What the histories of a round added and deleted, of annotations and corrections.
#[derive(Default)]
struct Done {
    added: Vec<AnnotationId>,
    deleted: Vec<AnnotationId>,
}

/// One reader's own way on from the notes both began with.
fn history(base: &Notes, seed: u64, done: &mut Done) -> Notes {
    let mut chance = Chance(seed);
    let mut reading = reading(base.clone());
    for step in 0..chance.below(12) {
        // Few seconds, so that two readers often change the same at the same time.
        let now = Timestamp::from_second(1_800_000_000 + chance.below(6) as i64).unwrap();
        let ids: Vec<AnnotationId> = reading.notes().annotations.iter().map(|one| one.id.clone()).collect();
        let one = ids.get(chance.below(ids.len()));
        let fresh = id((seed as u32 % 60_000) * 16 + step as u32 + 100);
        let tag = ["claim", "doubt", "vote", "claim/why", "Doubt", "VOTE", "Claim/why"][chance.below(7)];
        let start = 15 + chance.below(20);
        let range = TextRange::of_bytes(TEXT, start, start + 1 + chance.below(20)).unwrap();
        let (notes, article) = (reading.notes(), reading.article());
        let said = format!("text {seed} {step}\n\n“说” {}", chance.below(3));
        let edit = match (chance.below(12), one) {
            (0 | 1, Some(one)) => notes.delete(one, now),
            (2, Some(one)) => notes.write_note(one, &said, now),
            (3, Some(one)) => notes.recolour(one, Colour::ALL[chance.below(6)], now),
            (4, Some(one)) => notes.add_tag(std::slice::from_ref(one), tag, now),
            (5, Some(one)) => notes.remove_tag(std::slice::from_ref(one), tag, now),
            (6, Some(one)) => notes.move_to(one, article, range, now),
            (7, _) => notes.define_tag(tag, &said, now),
            (8, _) => notes.rename_tag(tag, &format!("{tag} {}", chance.below(2)), now),
            (9, _) => notes.rule(fresh.clone(), article, range, Verdict::SaidBy(said), now),
            (10, _) => notes.same_person(fresh.clone(), ["Ada", "Jon"][chance.below(2)], &said, now),
            _ => {
                let draft = Draft { note: said, tags: vec![tag.to_owned()], ..Draft::default() };
                notes.annotate(fresh.clone(), article, range, draft, now)
            }
        };
        let Some(edit) = edit else { continue };
        let held: Vec<AnnotationId> = ids_of(reading.notes());
        reading.apply(edit);
        let now_held = ids_of(reading.notes());
        done.added.extend(now_held.iter().filter(|id| !held.contains(id)).cloned());
        done.deleted.extend(held.into_iter().filter(|id| !now_held.contains(id)));
    }
    reading.notes().clone()
}

fn ids_of(notes: &Notes) -> Vec<AnnotationId> {
    let corrections = notes.corrections.iter().map(|one| one.id.clone());
    notes.annotations.iter().map(|one| one.id.clone()).chain(corrections).collect()
}

/// A file with these notes, and with what other programs and newer versions put into it.
fn file(notes: &Notes, seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed);
    let mut document = Document::default();
    document.format = 1;
    document.notes.clone_from(notes);
    let mut text = String::from_utf8(document.write()).unwrap();
    let mut put = |from: &str, to: String| {
        if chance.below(2) == 0 {
            text = text.replacen(from, &to, 1);
        }
    };
    put("    ext: {}", format!("    ext: {{\"other{}\": (key: {}), \"all\": [{seed}]}}", seed % 2, seed % 3));
    put("    ext: ", format!("    later{}: [{}],\n    ext: ", seed % 2, seed % 3));
    put(", colour: \"", format!(", parent: {}, colour: \"", seed % 3));
    put("            note: ", format!("            stars: {},\n            note: ", seed % 3));
    // As this program writes it, so that the bytes can be compared.
    Document::read(text.as_bytes()).unwrap().write()
}

fn merge(file: PathBuf, others: &[PathBuf]) {
    merge_files(&file, None, others, "", &Folders { notes: None }).unwrap();
}

/// Three files in a folder, written anew before each merge.
struct Three<'a> {
    folder: &'a Path,
    files: [Vec<u8>; 3],
}

impl Three<'_> {
    fn path(&self, number: usize) -> PathBuf {
        self.folder.join(format!("{number}.notes.ron"))
    }

    /// What is in the first file after these merges, each of a file and those brought into it.
    fn after(&self, merges: &[(usize, &[usize])]) -> Vec<u8> {
        for (number, bytes) in self.files.iter().enumerate() {
            fs::write(self.path(number), bytes).unwrap();
        }
        for (number, others) in merges {
            merge(self.path(*number), &others.iter().map(|other| self.path(*other)).collect::<Vec<_>>());
        }
        fs::read(self.path(merges.last().unwrap().0)).unwrap()
    }
}

fn merge_in_any_order(three: &Three<'_>, done: &Done, round: &str) {
    let all = three.after(&[(0, &[1, 2])]);
    let notes = Document::read(&all).unwrap().notes;
    let deleted: HashSet<_> = done.deleted.iter().collect();
    for id in done.added.iter().filter(|id| !deleted.contains(id)) {
        assert!(notes.holds(id), "{round}: {id} was added and is missing");
    }
    for id in &done.deleted {
        assert!(!notes.holds(id) && notes.removed.contains_key(id), "{round}: {id} came back");
    }
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for [a, b, c] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(shown(&three.after(&[(a, &[b, c])])), shown(&all), "{round}: at once, into {a}");
        assert_eq!(shown(&three.after(&[(a, &[b]), (a, &[c])])), shown(&all), "{round}: {b} and then {c} into {a}");
        assert_eq!(shown(&three.after(&[(b, &[c]), (a, &[b])])), shown(&all), "{round}: {c} in {b} into {a}");
        // What was merged already changes nothing.
        let again: &[(usize, &[usize])] = &[(b, &[c]), (a, &[b]), (a, &[c]), (a, &[a]), (b, &[a]), (a, &[b, c])];
        assert_eq!(shown(&three.after(again)), shown(&all), "{round}: again");
    }
    for number in 0..3 {
        assert_eq!(shown(&three.after(&[(number, &[number])])), shown(&three.files[number]), "{round}: with itself");
        let other = (number + 1) % 3;
        let (one, two) = (three.after(&[(number, &[other])]), three.after(&[(other, &[number])]));
        assert_eq!(shown(&one), shown(&two), "{round}: a pair");
    }
}

#[test]
fn merging_is_the_same_in_any_order_and_keeps_additions_and_deletions() {
    let rounds = rounds(50);
    let (mut added, mut deleted) = (0, 0);
    for round in 0..u64::from(rounds) {
        // A folder each: the copies that merges keep of what they replace would be looked through by all later ones.
        let folder = tempfile::tempdir().unwrap();
        let mut beginning = reading(Notes::default());
        (0..4).for_each(|number| add(&mut beginning, number, "from the beginning"));
        let now = Timestamp::from_second(1_750_000_000).unwrap();
        let edit = beginning.notes().add_tag(&[id(0), id(1)], "claim", now).unwrap();
        beginning.apply(edit);
        let base = beginning.notes().clone();
        let mut done = Done::default();
        let versions: [Notes; 3] = [1, 2, 3].map(|side| history(&base, round * 3 + side, &mut done));
        let [a, b, c] = &versions;
        assert_eq!(Notes::merged(&base, a, b), Notes::merged(&base, b, a), "round {round}");
        let kept: HashSet<_> = done.deleted.iter().collect();
        for order in [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            let all = Notes::merged(&base, &Notes::merged(&base, order[0], order[1]), order[2]);
            assert!(
                done.added.iter().all(|id| all.holds(id) != kept.contains(id)),
                "round {round}: an addition is missing"
            );
            assert!(done.deleted.iter().all(|id| !all.holds(id)), "round {round}: a deletion came back");
        }
        let files = [0, 1, 2].map(|side| file(&versions[side], round * 3 + side as u64));
        merge_in_any_order(&Three { folder: folder.path(), files }, &done, &format!("round {round}"));
        (added, deleted) = (added + done.added.len(), deleted + done.deleted.len());
    }
    eprintln!(
        "{rounds} triples of histories: {added} additions kept, {deleted} deletions kept, whatever the order and grouping"
    );
}

/// What the notes of an article are after sidecars were brought in, one group after another.
fn brought_in(groups: &[&[PathBuf]]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    fs::write(&path, TEXT).unwrap();
    for others in groups {
        let others = read_others(others).unwrap();
        let mut sidecar = Sidecar::open(Some(&path), article(), OWN_LAYER, Folders { notes: None });
        sidecar.bring_in(&others).unwrap();
    }
    fs::read_to_string(beside(&path, OWN_LAYER)).unwrap_or_default()
}

#[test]
fn an_articles_notes_are_the_same_in_whatever_order_and_groups_others_are_brought_in() {
    for round in 0..u64::from(rounds(50)) {
        let folder = tempfile::tempdir().unwrap();
        let mut beginning = reading(Notes::default());
        (0..4).for_each(|number| add(&mut beginning, number, "from the beginning"));
        let base = beginning.notes().clone();
        let paths: [PathBuf; 3] = [1, 2, 3].map(|side| {
            let path = folder.path().join(format!("{side}.ron"));
            let notes = history(&base, round * 3 + side, &mut Done::default());
            fs::write(&path, file(&notes, round * 3 + side)).unwrap();
            path
        });
        let [a, b, c] = paths.clone();
        let all = brought_in(&[&paths]);
        let one = |path: &PathBuf| vec![path.clone()];
        assert_eq!(brought_in(&[&one(&a), &one(&b), &one(&c)]), all, "round {round}");
        assert_eq!(brought_in(&[&one(&c), &[b.clone(), a.clone()]]), all, "round {round}");
        assert_eq!(brought_in(&[&paths, &one(&b), &paths]), all, "round {round}: again");
        merge(a.clone(), &one(&b));
        assert_eq!(brought_in(&[&[a, c]]), all, "round {round}: two merged before");
    }
}
