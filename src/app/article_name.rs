//! What an article is called in a list in which others may have its title.

use std::path::Path;

/// Its title, after its file where others, `alike`, have the same one, and after its folder too where one of their files has
/// the same name. What has no file keeps its title.
pub fn told_apart(title: String, path: Option<&Path>, alike: &[Option<&Path>]) -> String {
    let Some(path) = path.filter(|_| !alike.is_empty()) else {
        return title;
    };
    let file = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let own = file(path);
    let is_one_of_two = alike.iter().flatten().any(|other| file(other) == own);
    match path.parent().filter(|_| is_one_of_two) {
        Some(folder) => format!("{}/{own} – {title}", file(folder)),
        None => format!("{own} – {title}"),
    }
}
