//! A window without a screen, on an article with notes in a folder of its own.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};
use egui::{Key, Modifiers, Vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use quotemark::app::{Beginning, Folders, TypeFaces, Window};

use crate::canvas::{Canvas, Textures};

/// Pixels for a point.
const SCALE: f32 = 1.5;

pub struct Desk {
    harness: Harness<'static, Window>,
    textures: Textures,
    size: Vec2,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// Opens an article, once `fill` has put its notes beside it, and waits until words are shown as somebody's.
    pub fn open(
        size: Vec2,
        settings: &str,
        (name, text): (&str, &[u8]),
        fill: impl FnOnce(&Path) -> anyhow::Result<()>,
        spoken: &str,
    ) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let home = folder.path().join("home");
        fs::create_dir(&home)?;
        fs::write(home.join("settings.ron"), settings)?;
        let article = folder.path().join(name);
        fs::write(&article, text)?;
        fill(&article)?;
        let textures = Textures::default();
        let harness = window(size, &home, vec![article], textures.clone());
        let mut desk = Self { harness, textures, size, _folder: folder };
        desk.wait_for(spoken)?;
        Ok(desk)
    }

    /// Waits until something is there whose name has this part.
    pub fn wait_for(&mut self, part: &str) -> anyhow::Result<()> {
        let end = Instant::now() + Duration::from_secs(30);
        while self.harness.query_all_by_label_contains(part).next().is_none() {
            ensure!(Instant::now() < end, "never came: {part}");
            thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.steps();
        Ok(())
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps();
    }

    pub fn write(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.steps();
    }

    /// Puts the pointer on the beginning of something whose name has this part, once it is there.
    pub fn point(&mut self, part: &str) -> anyhow::Result<()> {
        self.wait_for(part)?;
        let named = self.harness.query_all_by_label_contains(part).next();
        let place = named.with_context(|| format!("nothing is called {part}"))?.rect().left_center();
        self.harness.hover_at(place + egui::vec2(20.0, 0.0));
        self.steps();
        Ok(())
    }

    fn steps(&mut self) {
        self.harness.run_steps(6);
    }

    /// Writes what the window shows now into a file.
    pub fn save(&self, path: &Path) -> anyhow::Result<()> {
        let output = self.harness.output();
        let primitives = self.harness.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        let mut canvas = Canvas::new(self.size, SCALE);
        canvas.paint(&primitives, &self.textures);
        canvas.save(path)
    }
}

fn window(size: Vec2, home: &Path, files: Vec<PathBuf>, textures: Textures) -> Harness<'static, Window> {
    let folders = Folders::both_in(home);
    let builder = Harness::builder().with_size(size).with_pixels_per_point(SCALE).with_step_dt(0.25);
    builder.allow_missing_glyphs().renderer(textures).build_eframe(move |creation| {
        // What is installed, since no Chinese face comes with the program.
        Window::new(&creation.egui_ctx, Beginning::apart(TypeFaces::look_for(), folders, files))
    })
}
