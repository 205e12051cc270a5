//! Other people's notes beside the article: shown, put away, copied, and never written.

use super::*;

impl Desk {
    fn layer(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("ferry.txt.{name}.ron"))
    }

    /// A layer as another reader's Quotemark writes it, on the words “the island heard of it”.
    fn write_layer(&self, name: &str, author: &str, note: &str) {
        let start = ARTICLE.split("the island heard").next().unwrap().chars().count();
        let quote = "the island heard of it";
        let end = start + quote.chars().count();
        let around: Vec<char> = ARTICLE.chars().collect();
        let text = |from: usize, to: usize| around[from..to].iter().collect::<String>().replace('\n', "\\n");
        let (before, after) = (text(start - 32, start), text(end, end + 32));
        let (begin, close) = ("(", ")");
        fs::write(
            self.layer(name),
            format!(
                "{begin}\n    format: 1,\n    author: \"{author}\",\n    annotations: [\n        (\n            \
                 id: \"{name}01\",\n            range: ({start}, {end}), before: \"{before}\", quote: \"{quote}\", \
                 after: \"{after}\",\n            colour: \"pink\", tags: [\"theirs\"],\n            note: \"{note}\",\n            \
                 made: \"2026-11-23T11:29:00Z\", changed: \"2026-11-23T11:29:00Z\",\n        ),\n    ],\n{close}\n"
            ),
        )
        .unwrap();
    }
}

/// A desk with an article, a layer of Zoë's, and a damaged one.
pub(super) fn with_layers() -> Desk {
    let mut desk = Desk::empty();
    desk.write_layer("zoe", "Zoë Marsh", "Did it?");
    fs::write(desk.layer("torn"), "( annotations: [ (id: ").unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Layer Zoë Marsh, 1 note, read only");
    // The speakers move the layers down when they come, from under a click.
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.steps();
    desk
}

#[test]
fn layers_are_listed_and_a_damaged_one_is_told_in_one_sentence() {
    let desk = with_layers();
    assert!(desk.shows("Layer torn, 0 notes, damaged"));
    assert!(desk.shows("ferry.txt.torn.ron” cannot be read"));
    assert!(desk.shows("Your notes, 0 notes"));
    assert!(desk.shows("Did it?"), "the note is shown");
    assert!(desk.shows("Zoë Marsh"), "and whose it is");
}

#[test]
fn a_layer_is_put_away_and_shown_again() {
    let mut desk = with_layers();
    desk.click("Layer Zoë Marsh, 1 note, read only");
    assert!(!desk.shows("Did it?"));
    desk.click("Layer Zoë Marsh, 1 note, read only");
    assert!(desk.shows("Did it?"));

    desk.key(Key::E);
    desk.key(Key::Num2);
    desk.key(Key::Escape);
    desk.click("Your notes, 1 note");
    assert_eq!(desk.harness.query_all_by_label_contains("Go to “").count(), 1, "the other layer's card");
    desk.key(Key::E);
    desk.key(Key::E);
    desk.key(Key::Num2);
    assert!(desk.shows("Your notes, 2 notes"));
    assert!(desk.harness.query_all_by_label_contains("Go to “").count() > 2, "what is written is seen");
}

#[test]
fn another_persons_note_cannot_be_changed_and_can_be_copied() {
    let mut desk = with_layers();
    let before = fs::read_to_string(desk.layer("zoe")).unwrap();
    desk.click("Go to “the island heard of it”");
    assert!(desk.shows("A note of Zoë Marsh: it can be read here, not changed."));
    for key in [Key::Num3, Key::N, Key::T, Key::Delete] {
        desk.key(key);
        assert!(desk.shows("cannot be changed here"), "{key:?}");
    }
    assert!(!desk.sidecar().exists());
    desk.click("Copy into my notes");
    desk.wait_for_kept("Did it?");
    assert!(desk.shows("Your notes, 1 note"));
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Undid ‘copy into my notes’") && desk.shows("Your notes, 0 notes"));
    assert_eq!(fs::read_to_string(desk.layer("zoe")).unwrap(), before);
}

#[test]
fn layers_come_change_and_go_while_the_article_is_open() {
    let mut desk = with_layers();
    desk.write_layer("ben", "", "From Ben.");
    desk.wait_for("Layer ben, 1 note, read only");
    assert!(desk.shows("From Ben."));
    desk.write_layer("ben", "Ben", "Something else.");
    desk.wait_for_part("Something else.");
    desk.write_layer("torn", "Tom", "Whole again.");
    desk.wait_for_part("Whole again.");
    assert!(!desk.shows("cannot be read"), "what was mended is said no longer");
    fs::remove_file(desk.layer("ben")).unwrap();
    desk.wait("Ben's layer is gone", |harness| harness.query_by_label_contains("Layer Ben").is_none());
    fs::write(desk.article(), ARTICLE.replace("By Mara", "Very early.\n\nBy Mara")).unwrap();
    desk.wait_for_part("was changed by another program");
    desk.wait_for("Layer Zoë Marsh, 1 note, read only");
    desk.wait_for_part("Go to “the island heard of it”");
}

#[test]
fn the_tags_of_others_are_listed_while_their_layer_is_shown() {
    let mut desk = with_layers();
    let row = "Tag theirs, 1 note, of Zoë Marsh";
    assert!(desk.shows(row) && !desk.shows("Tags you give to passages appear here."));
    assert!(!desk.shows("More on tag theirs"), "it can only be read");
    desk.click(row);
    assert!(desk.shows("Did it?") && desk.shows("1 note"));
    desk.click(row);
    desk.key_with(Modifiers::SHIFT, Key::T);
    assert!(desk.shows("You have no tags of your own yet"));

    desk.click("Layer Zoë Marsh, 1 note, read only");
    assert!(!desk.shows(row) && desk.shows("Tags you give to passages appear here."));
    desk.click("Layer Zoë Marsh, 1 note, read only");

    // Given to a passage of the reader's own, it is theirs to change.
    desk.key(Key::E);
    desk.key(Key::T);
    desk.type_text("theirs");
    desk.key(Key::Enter);
    desk.wait_for_part("More on tag theirs");
    assert!(desk.shows("Tag theirs, 1 note") && !desk.shows(row));
}

#[test]
fn notes_are_stepped_through_whosever_they_are() {
    let mut desk = with_layers();
    desk.key(Key::End);
    desk.key(Key::Comma);
    desk.key(Key::Home);
    desk.key(Key::Period);
    assert!(desk.shows("A note of Zoë Marsh"));
}

#[test]
fn the_readers_name_is_set_once_and_written_into_their_notes() {
    let mut desk = with_layers();
    desk.click("Set your name…");
    desk.type_text("Mara Ellison");
    desk.key(Key::Enter);
    assert!(!desk.shows("Set your name…"));
    assert!(!desk.sidecar().exists(), "a name alone is nothing to keep");
    desk.key(Key::E);
    desk.key(Key::Num1);
    desk.wait_for_kept("author: \"Mara Ellison\"");

    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Your notes, 1 note");
    assert!(!desk.shows("Set your name…"), "it is kept for the next time");
}

/// A desk of Mara Ellison's, with notes of hers in a layer, and a layer of Zoë's.
pub(super) fn of_mara() -> Desk {
    let mut desk = Desk::empty();
    desk.name_reader("Mara Ellison");
    desk.write_layer("zoe", "Zoë Marsh", "Did it?");
    desk.write_layer("questions", "Mara Ellison", "Who asks?");
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Layer Your layer questions, 1 note, yours");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.steps();
    desk
}

impl Desk {
    fn name_reader(&self, name: &str) {
        let home = self.folder.path().join("home");
        fs::create_dir_all(&home).unwrap();
        fs::write(home.join("settings.ron"), format!("(author: \"{name}\")")).unwrap();
    }

    fn wait_for_layer(&mut self, name: &str, words: &str) {
        let layer = self.layer(name);
        self.wait(words, |_| fs::read_to_string(&layer).is_ok_and(|text| text.contains(words)));
    }

    fn highlight_here(&mut self, key: Key) {
        self.key(Key::Escape);
        self.key(Key::E);
        self.key(key);
        self.key(Key::Escape);
    }
}

#[test]
fn a_layer_that_carries_the_readers_name_is_written_and_another_is_not() {
    let mut desk = of_mara();
    let zoes = fs::read_to_string(desk.layer("zoe")).unwrap();
    desk.click("Write in your layer questions");
    desk.wait_for("Your layer questions, 1 note");
    desk.highlight_here(Key::Num2);
    desk.wait_for_layer("questions", "green");
    assert!(!desk.sidecar().exists(), "the other layer of hers has no notes");
    desk.click("Go to “the island heard of it”");
    desk.key(Key::Num4);
    let kept = fs::read_to_string(desk.layer("questions")).unwrap();
    assert!(kept.contains("Who asks?") && kept.contains("author: \"Mara Ellison\""), "{kept}");
    assert_eq!(fs::read_to_string(desk.layer("zoe")).unwrap(), zoes);
}

#[test]
fn each_layer_of_the_readers_has_its_own_undo() {
    let mut desk = of_mara();
    desk.highlight_here(Key::Num1);
    desk.wait_for_kept("yellow");
    desk.key_with(Modifiers::SHIFT, Key::L);
    desk.wait_for("Your layer questions, 1 note");
    desk.key_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("There is nothing to undo"), "what was done to the notes is not undone in the layer");
    desk.highlight_here(Key::Num2);
    desk.wait_for_layer("questions", "green");
    desk.wait_for_part("Layer Your layer notes, 1 note");
    desk.key_with(Modifiers::SHIFT, Key::L);
    desk.wait_for("Your layer notes, 1 note");
    desk.key_with(Modifiers::COMMAND, Key::Z);
    desk.wait_for("Your layer notes, 0 notes");
    desk.wait_for_part("Layer Your layer questions, 2 notes");
}

#[test]
fn handed_out_notes_stay_as_they_are_and_the_readers_own_go_beside_them() {
    let mut desk = Desk::empty();
    desk.name_reader("Mara Ellison");
    desk.write_layer("notes", "Zoë Marsh", "Mine?");
    let handed_out = fs::read_to_string(desk.sidecar()).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("are those of Zoë Marsh and stay as they are; yours go into “ferry.txt.mara-ellison.ron”");
    desk.wait_for("Layer Zoë Marsh, 1 note, read only");
    assert!(desk.shows("Your notes, 0 notes"));
    desk.highlight_here(Key::Num1);
    desk.wait_for_layer("mara-ellison", "author: \"Mara Ellison\"");
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap(), handed_out);
    desk.wait("what the reader knows by now is said no longer", |harness| {
        harness.query_by_label_contains("are those of Zoë Marsh").is_none()
    });

    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Your notes, 1 note");
    desk.wait_for("Layer Zoë Marsh, 1 note, read only");
    assert!(!desk.shows("are those of Zoë Marsh"), "it is said until there are notes of one's own");
}

#[test]
fn a_reader_without_a_name_goes_on_in_handed_out_notes_until_there_is_one() {
    let mut desk = Desk::empty();
    desk.write_layer("notes", "Zoë Marsh", "Mine now?");
    desk.write_layer("ben", "Ben", "Read this.");
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Your notes, begun by Zoë Marsh, 1 note");
    assert!(desk.shows("were begun by Zoë Marsh: what you add goes into the same file."));
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.highlight_here(Key::Num1);
    desk.wait_for_kept("yellow");
    desk.wait_for_kept("author: \"Zoë Marsh\"");
    desk.click("Set your name…");
    desk.type_text("Mara Ellison");
    desk.key(Key::Enter);
    desk.wait_for("Your notes, 0 notes");
    desk.wait_for("Layer Zoë Marsh, 2 notes, read only");
    assert!(!desk.shows("were begun by Zoë Marsh"), "that is over with the name");
    desk.highlight_here(Key::Num2);
    desk.wait_for_layer("mara-ellison", "green");
    assert!(!fs::read_to_string(desk.sidecar()).unwrap().contains("green"));
}

#[test]
fn another_name_signs_no_notes_that_have_one() {
    let mut desk = Desk::empty();
    desk.name_reader("Ada Teach");
    desk.write_layer("notes", "Ada Teach", "Ada's question.");
    let adas = fs::read_to_string(desk.sidecar()).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Ada's question.");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.steps();
    desk.key_with(Modifiers::COMMAND, Key::Comma);
    desk.key_with(Modifiers::COMMAND, Key::A);
    desk.type_text("Zoë Marsh");
    desk.key(Key::Enter);
    desk.wait_for("Layer Ada Teach, 1 note, read only");
    desk.wait_for("Your notes, 0 notes");
    desk.highlight_here(Key::Num2);
    desk.wait_for_layer("zoë-marsh", "author: \"Zoë Marsh\"");
    assert_eq!(fs::read_to_string(desk.sidecar()).unwrap(), adas);
}

#[test]
fn notes_under_another_name_are_claimed_by_saying_so() {
    let mut desk = Desk::empty();
    desk.name_reader("Mara Ellison");
    desk.write_layer("notes", "Mara", "Under my old name.");
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Layer Mara, 1 note, read only");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.steps();
    desk.click("The notes of Mara can only be read");
    desk.click("These notes are mine");
    assert!(desk.shows("The layer notes carries your name now"));
    desk.wait_for_kept("author: \"Mara Ellison\"");
    desk.highlight_here(Key::Num1);
    desk.wait_for_kept("yellow");
    assert!(!desk.layer("mara-ellison").exists());
}

#[test]
fn corrections_in_handed_out_notes_count_under_the_readers_own() {
    let mut desk = Desk::reading();
    desk.key(Key::J);
    desk.key(Key::S);
    desk.type_text("Jon Weir");
    desk.key(Key::Enter);
    desk.wait_for_kept("Jon Weir");
    let handed_out = fs::read_to_string(desk.sidecar()).unwrap();
    fs::write(desk.sidecar(), handed_out.replace("author: \"\"", "author: \"Zoë Marsh\"")).unwrap();
    desk.harness = window(&desk.folder.path().join("elsewhere"), Vec::new());
    desk.name_reader("Mara Ellison");
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for_part("Jon Weir: “We wait");
    desk.key(Key::J);
    desk.key(Key::S);
    desk.type_text("Ann Lowe");
    desk.key(Key::Enter);
    desk.wait_for_part("Ann Lowe: “We wait");
}

#[test]
fn tags_of_handed_out_notes_are_offered_and_come_with_what_they_mean() {
    let mut desk = Desk::empty();
    desk.name_reader("Mara Ellison");
    desk.write_layer("notes", "Zoë Marsh", "Mine?");
    let tags = "    tags: [(name: \"claim\", colour: \"blue\", meaning: \"what we are to accept\")],\n    annotations";
    let handed_out = fs::read_to_string(desk.sidecar()).unwrap().replacen("    annotations", tags, 1);
    fs::write(desk.sidecar(), handed_out).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Layer Zoë Marsh, 1 note, read only");
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.key(Key::E);
    desk.key(Key::T);
    desk.type_text("cl");
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.wait_for_layer("mara-ellison", "(name: \"claim\", colour: \"blue\", meaning: \"what we are to accept\")");
}

#[test]
fn a_note_that_was_merged_in_says_who_wrote_it() {
    let mut desk = Desk::empty();
    desk.name_reader("Mara Ellison");
    desk.write_layer("notes", "Mara Ellison", "Did it?");
    let own = fs::read_to_string(desk.sidecar()).unwrap();
    fs::write(desk.sidecar(), own.replace("note: \"Did it?\",", "note: \"Did it?\", by: \"Zoë Marsh\",")).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Written by Zoë Marsh");
    desk.key(Key::Slash);
    desk.type_text("by:zoë");
    assert!(desk.shows("Written by Zoë Marsh") && !desk.shows("No notes match"));
}

#[test]
fn orphans_are_counted_alike_in_the_panel_and_in_the_status_line() {
    let mut desk = Desk::empty();
    for (layer, author) in [("notes", ""), ("zoe", "Zoë Marsh")] {
        desk.write_layer(layer, author, "Did it?");
        let text = fs::read_to_string(desk.layer(layer)).unwrap();
        let elsewhere = text.replace("the island heard of it", "quite other words than these");
        fs::write(
            desk.layer(layer),
            elsewhere.replace("before: \"", "before: \"zzz ").replace("after: \"", "after: \"zzz "),
        )
        .unwrap();
    }
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("Orphans  2");
    assert!(desk.shows("2 orphans"));
    desk.wait_for_part("Ada Brandt: “We wait");
    desk.click("Layer Zoë Marsh, 1 note, read only");
    desk.wait_for("Orphans  1");
    assert!(desk.shows("1 orphan"));
}
