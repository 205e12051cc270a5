//! What a reader set: `settings.ron` in the folder for configuration, readable and writable by hand.

use serde::{Deserialize, Serialize};

use super::kept_file::{Folders, KeptFile};
use super::theme::{ThemeName, measures};
use super::type_faces::Face;

/// The settings. A field that a file lacks has its usual value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeName,
    /// Size of the article's text: one of [`measures::BODY_SIZES`].
    pub text_size: f32,
    pub face: Face,
    /// Whether the panel with speakers, tags and outline is open.
    pub left_open: bool,
    /// Whether the panel with notes is open.
    pub right_open: bool,
    pub left_width: f32,
    pub right_width: f32,
    /// The reader's name, written beside their notes; empty until it is set.
    pub author: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeName::default(),
            text_size: measures::BODY_SIZE,
            face: Face::default(),
            left_open: true,
            right_open: true,
            left_width: measures::LEFT_PANEL,
            right_width: measures::RIGHT_PANEL,
            author: String::new(),
        }
    }
}

impl Settings {
    /// Reads the settings; the second is a sentence for the reader when their file could not be used.
    pub fn open(folders: &Folders) -> (KeptFile<Self>, Option<String>) {
        let (mut settings, trouble) = KeptFile::open(folders.config.as_deref(), "settings.ron", "settings");
        // Not written back: a file by hand stays as it is until something is set.
        settings.amend(Self::make_sensible);
        (settings, trouble)
    }

    /// Brings numbers written by hand to what the window can show.
    fn make_sensible(&mut self) {
        self.text_size = measures::nearest_body_size(self.text_size);
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
        let (mut settings, trouble) = Settings::open(&folders);
        assert_eq!((settings.get(), trouble), (&Settings::default(), None));
        settings.change(|settings| {
            settings.theme = ThemeName::Sepia;
            settings.face = Face::Sans;
            settings.text_size = 22.0;
            settings.author = "Mara “M.” Ellison".to_owned();
        });
        let set = settings.get().clone();
        drop(settings);
        assert_eq!(Settings::open(&folders).0.get(), &set);
    }

    #[test]
    fn a_file_by_hand_may_be_short_and_wild() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("settings.ron"), "(theme: dark, text_size: 19.2, left_width: -4)").unwrap();
        let (settings, trouble) = Settings::open(&Folders::both_in(folder.path()));
        assert_eq!(trouble, None);
        let expected = Settings { theme: ThemeName::Dark, text_size: 20.0, left_width: 180.0, ..Settings::default() };
        assert_eq!(settings.get(), &expected);
    }
}
