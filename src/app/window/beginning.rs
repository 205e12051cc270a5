//! What a window begins with.

use std::path::PathBuf;

use crate::app::{
    dialog::Dialogs, kept_file, language::Spoken, motion::SystemMotion, type_faces::TypeFaces, voice::Voice,
};

/// What a window begins with.
pub struct Beginning {
    pub faces: TypeFaces,
    /// Where settings, recent articles, reading places, and notes that cannot lie beside their article are kept.
    pub folders: kept_file::Folders,
    pub dialogs: Dialogs,
    /// The program that shows another window: this one.
    pub program: Option<PathBuf>,
    pub voice: Voice,
    /// The language of the system, and whether it asks for less motion.
    pub speaks: Spoken,
    pub motion: SystemMotion,
    /// The articles to open.
    pub files: Vec<PathBuf>,
}

impl Beginning {
    /// A window that depends on nothing of the system, as a test, a measurement or a picture wants it: no dialogs, no
    /// voice, no other program, in English, with the motions that the settings say.
    pub fn apart(faces: TypeFaces, folders: kept_file::Folders, files: Vec<PathBuf>) -> Self {
        Self {
            faces,
            folders,
            dialogs: Dialogs::Absent,
            program: None,
            voice: Voice::Program(PathBuf::new()),
            speaks: Spoken::English,
            motion: SystemMotion::always(false),
            files,
        }
    }
}
