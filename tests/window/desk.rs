//! A window in a test: opened on a folder of its own, used by the names that a screen reader finds.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use egui::{Key, Modifiers, Pos2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use quotemark::app::{Beginning, Folders, TypeFaces, Voice, Window};

pub const ARTICLE: &str = "The ferry waits

By Mara Ellison

The first ferry did not sail on Monday, and the island heard of it from the gulls.

“We wait for the wind and not for the clock,” said Ada Brandt, who has the key of the harbour.

The second ferry did not sail either. Nobody complained.
";

/// Steps in which what is waited for comes, on a machine that does much else too: two minutes at the least. Counted, not
/// timed, for a step takes the longer the more there is to do.
pub const MOST_STEPS: usize = 12_000;
pub const BETWEEN_STEPS: Duration = Duration::from_millis(10);

/// A window on a folder of its own, with an article in it.
pub struct Desk {
    pub folder: tempfile::TempDir,
    pub harness: Harness<'static, Window>,
}

impl Desk {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ferry.txt"), ARTICLE).unwrap();
        let harness = window(folder.path(), Vec::new());
        Self { folder, harness }
    }

    pub fn reading() -> Self {
        let mut desk = Self::empty();
        desk.harness = window(desk.folder.path(), vec![desk.article()]);
        desk.wait_for("The ferry waits");
        desk.wait_for_part("Ada Brandt: “We wait");
        desk
    }

    pub fn article(&self) -> PathBuf {
        self.folder.path().join("ferry.txt")
    }

    pub fn sidecar(&self) -> PathBuf {
        self.folder.path().join("ferry.txt.notes.ron")
    }

    pub fn wait(&mut self, what: &str, is_there: impl Fn(&Harness<'static, Window>) -> bool) {
        for _ in 0..MOST_STEPS {
            self.harness.step();
            if is_there(&self.harness) {
                return;
            }
            thread::sleep(BETWEEN_STEPS);
        }
        panic!("never came: {what}\n{:#?}", self.harness.root());
    }

    pub fn wait_for(&mut self, name: &str) {
        self.wait(name, |harness| harness.query_all_by_label(name).next().is_some());
    }

    pub fn wait_for_part(&mut self, name: &str) {
        self.wait(name, |harness| harness.query_all_by_label_contains(name).next().is_some());
    }

    pub fn wait_for_kept(&mut self, words: &str) {
        let sidecar = self.sidecar();
        self.wait(words, |_| fs::read_to_string(&sidecar).is_ok_and(|text| text.contains(words)));
    }

    pub fn shows(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// How many words are outlined that tell who speaks.
    pub fn outlined(&self) -> usize {
        let is_outline = |shape: &egui::Shape| matches!(shape, egui::Shape::Rect(rect) if rect.stroke.width == 1.2);
        self.harness.output().shapes.iter().filter(|clipped| is_outline(&clipped.shape)).count()
    }

    /// What has the keyboard.
    pub fn focused(&self) -> String {
        let all = self.harness.root().children_recursive();
        all.filter(|node| node.accesskit_node().is_focused()).filter_map(|node| node.accesskit_node().label()).collect()
    }

    pub fn click(&mut self, name: &str) {
        self.harness.get_all_by_label(name).next().unwrap().click();
        self.steps();
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.steps();
    }

    pub fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.steps();
    }

    pub fn steps(&mut self) {
        self.harness.run_steps(4);
    }

    pub fn block(&self, part: &str) -> egui::Rect {
        self.harness.get_all_by_label_contains(part).next().unwrap().rect()
    }

    /// Presses at one place, moves to another, and lets go there.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.step();
        self.harness.drag_at(from);
        self.harness.step();
        self.harness.hover_at(from + (to - from) / 2.0);
        self.harness.step();
        self.harness.hover_at(to);
        self.harness.step();
        self.harness.drop_at(to);
        self.steps();
    }

    /// Turns the wheel where the pointer is, so many points down.
    pub fn turn_wheel(&mut self, points: f32) {
        self.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: Modifiers::NONE,
        });
    }

    /// Marks “The first ferry …” in yellow and waits until that is saved.
    pub fn mark_the_first_sentence(&mut self) {
        for _ in 0..3 {
            self.key(Key::E);
        }
        self.key(Key::Num1);
        self.wait_for_kept("yellow");
    }

    /// Marks it and tags it, and waits until that is saved.
    pub fn tag_the_first_sentence(&mut self, tag: &str) {
        self.mark_the_first_sentence();
        self.key(Key::T);
        self.type_text(tag);
        self.key(Key::Enter);
        self.wait_for_kept(&format!("\"{tag}\""));
    }

    /// Selects from inside the first paragraph to inside the second.
    pub fn select_across(&mut self) {
        let (first, second) =
            (self.block("The first ferry"), self.block("“We wait for the wind and not for the clock,” said"));
        self.drag(first.left_top() + egui::vec2(90.0, 15.0), second.left_top() + egui::vec2(120.0, 15.0));
    }
}

/// A window whose notes, where they cannot lie beside their article, go into a folder of the test's own.
pub fn window(home: &Path, files: Vec<PathBuf>) -> Harness<'static, Window> {
    window_with(home, files, Voice::Program(PathBuf::new()), None)
}

pub fn window_with(
    home: &Path,
    files: Vec<PathBuf>,
    voice: Voice,
    program: Option<PathBuf>,
) -> Harness<'static, Window> {
    let folders = Folders::both_in(&home.join("home"));
    let size = [1200.0, 800.0];
    Harness::builder().with_size(size).with_step_dt(1.0 / 60.0).allow_missing_glyphs().build_eframe(move |creation| {
        let faces = TypeFaces::of_our_own();
        let beginning = Beginning { program, voice, ..Beginning::apart(faces, folders, files) };
        Window::new(&creation.egui_ctx, beginning)
    })
}

/// A program that does something in a folder.
#[cfg(unix)]
pub fn program(folder: &Path, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join("program");
    fs::write(&path, format!("#!/bin/sh\ncd '{}'\n{script}\n", folder.display())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}
