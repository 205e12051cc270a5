//! The user's own folders, where the program keeps what does not lie beside an article.
//!
//! The environment variable `QUOTEMARK_HOME` names one folder that is used for everything: for tests, for a copy on a
//! memory stick, or to start afresh.

use std::path::PathBuf;

use directories::ProjectDirs;

/// Where settings go; `None` where the system tells no home.
pub fn config() -> Option<PathBuf> {
    chosen().or_else(|| Some(of_system()?.config_dir().to_owned()))
}

/// Where recent articles and reading places go, and notes that cannot lie beside their article; `None` where the system tells no home.
pub fn data() -> Option<PathBuf> {
    chosen().or_else(|| Some(of_system()?.data_dir().to_owned()))
}

fn chosen() -> Option<PathBuf> {
    std::env::var_os("QUOTEMARK_HOME").filter(|home| !home.is_empty()).map(PathBuf::from)
}

fn of_system() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "quotemark")
}
