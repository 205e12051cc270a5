//! What a reader set: `settings.ron` in the folder for configuration, readable and writable by hand.

mod mistake;
mod recover;
mod written;

pub use mistake::Mistake;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::column::Focus;
use super::kept_file::{Content, Folders, Kept, KeptFile, Trouble};
use super::language::Language;
use super::motion::Motion;
use super::theme::{ThemeName, measures};
use super::type_faces::Face;

/// The name of the file.
pub const FILE: &str = "settings.ron";

/// The settings. A field that a file lacks has its usual value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub theme: ThemeName,
    /// Size of the article's text: one of [`measures::BODY_SIZES`].
    pub text_size: f32,
    /// Size of all of the window in percent: one of [`measures::WINDOW_SIZES`].
    pub window_size: f32,
    pub face: Face,
    /// The name of the family that [`Face::Own`] is.
    pub family: String,
    /// Letters in a line: one of [`measures::LINE_LENGTHS`].
    pub line_length: f32,
    /// Height of a line as a multiple of the text's size: one of [`measures::LINE_HEIGHTS`].
    pub line_height: f32,
    /// Whether lines end at one edge.
    pub justified: bool,
    /// What is left undimmed.
    pub focus: Focus,
    /// When things may move.
    pub motion: Motion,
    /// Whether the panel with speakers, tags and outline is open.
    pub left_open: bool,
    /// Whether the panel with notes is open.
    pub right_open: bool,
    pub left_width: f32,
    pub right_width: f32,
    /// The reader's name, written beside their notes; empty until it is set.
    pub author: String,
    /// Keys that the reader wants for commands, by the commands' names; without keys a command has none.
    pub shortcuts: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: ThemeName::default(),
            text_size: measures::BODY_SIZE,
            window_size: measures::WINDOW_SIZE,
            face: Face::default(),
            family: String::new(),
            line_length: measures::LINE_LENGTH,
            line_height: measures::LINE_HEIGHT,
            justified: false,
            focus: Focus::default(),
            motion: Motion::default(),
            left_open: true,
            right_open: true,
            left_width: measures::LEFT_PANEL,
            right_width: measures::RIGHT_PANEL,
            author: String::new(),
            shortcuts: BTreeMap::new(),
        }
    }
}

impl Kept for Settings {
    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Self {
        fn either<T: Clone + PartialEq>([base, ours, theirs]: [&T; 3]) -> T {
            if ours == base { theirs.clone() } else { ours.clone() }
        }
        let all = [base, ours, theirs];
        let mut settings = Self {
            language: either(all.map(|one| &one.language)),
            theme: either(all.map(|one| &one.theme)),
            text_size: either(all.map(|one| &one.text_size)),
            window_size: either(all.map(|one| &one.window_size)),
            face: either(all.map(|one| &one.face)),
            family: either(all.map(|one| &one.family)),
            line_length: either(all.map(|one| &one.line_length)),
            line_height: either(all.map(|one| &one.line_height)),
            justified: either(all.map(|one| &one.justified)),
            focus: either(all.map(|one| &one.focus)),
            motion: either(all.map(|one| &one.motion)),
            left_open: either(all.map(|one| &one.left_open)),
            right_open: either(all.map(|one| &one.right_open)),
            left_width: either(all.map(|one| &one.left_width)),
            right_width: either(all.map(|one| &one.right_width)),
            author: either(all.map(|one| &one.author)),
            shortcuts: either(all.map(|one| &one.shortcuts)),
        };
        settings.make_sensible();
        settings
    }
}

impl Settings {
    /// Reads the settings; the second is what of their file could not be used.
    pub fn open(folders: &Folders) -> (KeptFile<Self>, Vec<Trouble>) {
        let folder = folders.config.as_deref();
        let (mut settings, troubles) = KeptFile::open_with(folder, FILE, Content::Settings, written::understand);
        // Not written back: a file by hand stays as it is until something is set.
        settings.amend(Self::make_sensible);
        (settings, troubles)
    }

    /// Brings numbers written by hand to what the window can show.
    fn make_sensible(&mut self) {
        self.text_size = measures::nearest(&measures::BODY_SIZES, self.text_size);
        self.window_size = measures::nearest(&measures::WINDOW_SIZES, self.window_size);
        self.line_length = measures::nearest(&measures::LINE_LENGTHS, self.line_length);
        self.line_height = measures::nearest(&measures::LINE_HEIGHTS, self.line_height);
        for (width, usual) in
            [(&mut self.left_width, measures::LEFT_PANEL), (&mut self.right_width, measures::RIGHT_PANEL)]
        {
            let known = if width.is_finite() { *width } else { usual };
            *width = known.clamp(measures::PANEL_NARROWEST, measures::PANEL_WIDEST);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn settings_survive_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::both_in(folder.path());
        let (mut settings, troubles) = Settings::open(&folders);
        assert_eq!((settings.get(), troubles), (&Settings::default(), vec![]));
        settings.change(|settings| {
            settings.theme = ThemeName::Sepia;
            settings.face = Face::Own;
            settings.family = "Atkinson Hyperlegible".to_owned();
            settings.text_size = 22.0;
            settings.window_size = 150.0;
            settings.author = "Mara “M.” Ellison".to_owned();
            settings.line_length = 75.0;
            settings.line_height = 1.5;
            settings.justified = true;
            settings.focus = Focus::Line;
            settings.motion = Motion::Never;
            settings.shortcuts.insert("Help".to_owned(), "F2".to_owned());
        });
        let set = settings.get().clone();
        drop(settings);
        assert_eq!(Settings::open(&folders).0.get(), &set);
    }

    #[test]
    fn a_file_by_hand_may_be_short_and_wild() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("settings.ron"), "(theme: dark, text_size: 19.2, left_width: -4)").unwrap();
        let (settings, troubles) = Settings::open(&Folders::both_in(folder.path()));
        assert_eq!(troubles, []);
        let expected = Settings { theme: ThemeName::Dark, text_size: 20.0, left_width: 180.0, ..Settings::default() };
        assert_eq!(settings.get(), &expected);
    }

    #[test]
    fn a_wrong_shortcut_is_told_and_neither_it_nor_the_rest_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::both_in(folder.path());
        let file = folder.path().join(FILE);
        fs::write(&file, "(\n    theme: dark,\n    shortcuts: {\n        \"Helpp\": \"F2\",\n    },\n)").unwrap();
        let (mut settings, troubles) = Settings::open(&folders);
        assert_eq!(settings.get().theme, ThemeName::Dark);
        let expected = "settings.ron, line 4, column 9: no command is called “Helpp”; F1 shows their names.";
        assert_eq!(troubles.iter().map(Trouble::sentence).collect::<Vec<_>>(), [expected]);
        settings.change(|settings| settings.justified = true);
        drop(settings);
        let now = fs::read_to_string(&file).unwrap();
        assert!(now.contains("\"Helpp\": \"F2\"") && now.contains("theme: dark"), "{now}");
    }

    #[test]
    fn two_windows_keep_what_each_of_them_sets() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::both_in(folder.path());
        let (mut one, mut other) = (Settings::open(&folders).0, Settings::open(&folders).0);
        one.change(|settings| settings.theme = ThemeName::Dark);
        drop(one);
        other.change(|settings| settings.face = Face::Sans);
        drop(other);
        let (settings, troubles) = Settings::open(&folders);
        let expected = Settings { theme: ThemeName::Dark, face: Face::Sans, ..Settings::default() };
        assert_eq!((settings.get(), troubles), (&expected, vec![]));
    }

    #[test]
    fn a_wrong_value_is_kept_in_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::both_in(folder.path());
        let file = folder.path().join(FILE);
        let written = "(theme: purple, justified: true)";
        fs::write(&file, written).unwrap();
        let (mut settings, troubles) = Settings::open(&folders);
        assert_eq!((settings.get().theme, settings.get().justified), (ThemeName::System, true));
        assert!(troubles[0].sentence().starts_with("settings.ron, line 1, column 9: "), "{troubles:?}");
        settings.change(|settings| settings.focus = Focus::Line);
        drop(settings);
        assert_eq!(fs::read_to_string(folder.path().join("settings.ron.damaged")).unwrap(), written);
    }
}
