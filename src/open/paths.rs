use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::{OpenError, format};

/// The paths in a text that was pasted or dropped, one a line: `file://` addresses, quoted, or plain.
pub fn paths_in(text: &str) -> Vec<PathBuf> {
    paths_below(text, std::env::home_dir().as_deref())
}

fn paths_below(text: &str, home: Option<&Path>) -> Vec<PathBuf> {
    // A list of addresses may hold comments; a list of paths may not, for a file name can begin with “#”.
    let is_address_list = text.lines().any(|line| address(line.trim()).is_some());
    text.split(['\n', '\r', '\0'])
        .map(str::trim)
        .filter(|line| !(line.is_empty() || is_address_list && line.starts_with('#')))
        .filter_map(|line| path_in(line, home))
        .collect()
}

fn path_in(line: &str, home: Option<&Path>) -> Option<PathBuf> {
    let plain = without_quotes(line).trim();
    if plain.is_empty() {
        return None;
    }
    if let Some(path) = address(plain) {
        return Some(decoded(path));
    }
    if let Some(home) = home {
        if plain == "~" {
            return Some(home.to_owned());
        }
        if let Some(below) = plain.strip_prefix("~/") {
            return Some(home.join(unescaped(below, line)));
        }
    }
    Some(PathBuf::from(unescaped(plain, line)))
}

/// The path of a `file:` address on this machine, still percent-encoded; `None` for anything else.
fn address(text: &str) -> Option<&str> {
    let scheme = text.get(..5)?;
    if !scheme.eq_ignore_ascii_case("file:") {
        return None;
    }
    let rest = &text[5..];
    let path = match rest.strip_prefix("//") {
        None => rest,
        Some(behind) => {
            let slash = behind.find('/')?;
            let host = &behind[..slash];
            // Another machine's files are not ours to guess at.
            if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") && host != "127.0.0.1" {
                return None;
            }
            &behind[slash..]
        }
    };
    let path = path.split(['#', '?']).next().unwrap_or(path);
    // On Windows “/C:/texts” stands for “C:/texts”.
    let path = if cfg!(windows) && path.as_bytes().get(2) == Some(&b':') { &path[1..] } else { path };
    (!path.is_empty()).then_some(path)
}

#[cfg(unix)]
fn decoded(path: &str) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;

    PathBuf::from(std::ffi::OsString::from_vec(percent_decode_str(path).collect()))
}

#[cfg(not(unix))]
fn decoded(path: &str) -> PathBuf {
    PathBuf::from(percent_decode_str(path).decode_utf8_lossy().into_owned())
}

fn without_quotes(text: &str) -> &str {
    [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('`', '`'), ('<', '>'), ('「', '」')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(text)
}

/// A path as a terminal writes it, “my\ notes.txt”, without the backslashes; quoted paths have none to take away.
fn unescaped(path: &str, line: &str) -> String {
    let is_quoted = without_quotes(line).len() < line.len();
    if cfg!(windows) || is_quoted || !path.contains("\\ ") {
        return path.to_owned();
    }
    let mut plain = String::with_capacity(path.len());
    let mut letters = path.chars();
    while let Some(letter) = letters.next() {
        plain.push(if letter == '\\' { letters.next().unwrap_or('\\') } else { letter });
    }
    plain
}

/// The files in a folder that can be opened, in the order of their names, without those in folders below it.
///
/// Hidden files are left out. A folder that cannot be read, or holds nothing to open, is an error for the reader.
pub fn articles_in(folder: &Path) -> Result<Vec<PathBuf>, OpenError> {
    let entries = std::fs::read_dir(folder).map_err(|error| OpenError::from_io(folder, error))?;
    let mut articles: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| is_article(path)).collect();
    if articles.is_empty() {
        return Err(OpenError::nothing_inside(folder));
    }
    articles.sort_by_cached_key(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name.to_lowercase(), name)
    });
    Ok(articles)
}

fn is_article(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let extension = format::extension_of(&name);
    !name.starts_with('.') && format::extensions().any(|known| known == extension) && path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let paths = paths_below(text, Some(Path::new("/home/mara")));
        assert_eq!(paths, expected.iter().map(PathBuf::from).collect::<Vec<_>>(), "{text:?}");
    }

    #[test]
    fn pasted_paths() {
        check("/texts/gate.txt", &["/texts/gate.txt"]);
        check("  /texts/gate.txt\r\n", &["/texts/gate.txt"]);
        check("\"/texts/the gate.txt\"", &["/texts/the gate.txt"]);
        check("'/texts/the gate.txt' ", &["/texts/the gate.txt"]);
        check("~/gate.txt", &["/home/mara/gate.txt"]);
        check("“~/the gate.txt”", &["/home/mara/the gate.txt"]);
        check("gate.txt", &["gate.txt"]);
        check("/a/one.txt\n\n/a/#two.txt\n", &["/a/one.txt", "/a/#two.txt"]);
        check(" \n\t", &[]);
        check("\"\"", &[]);
    }

    #[test]
    fn pasted_addresses() {
        check("file:///texts/the%20gate.txt", &["/texts/the gate.txt"]);
        check("FILE://localhost/texts/%E6%B0%B4%E9%97%B8.txt", &["/texts/水闸.txt"]);
        check("file:/texts/gate.txt", &["/texts/gate.txt"]);
        check("file:///texts/100%25%23.txt#page=2", &["/texts/100%#.txt"]);
        check("# dropped\r\nfile:///a.txt\r\nfile:///b.txt\r\n", &["/a.txt", "/b.txt"]);
        check("file://elsewhere/texts/gate.txt", &["file://elsewhere/texts/gate.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn paths_of_a_terminal() {
        check(r"/texts/the\ gate\ \(2\).txt", &["/texts/the gate (2).txt"]);
        check(r"'/texts/back\ slash.txt'", &[r"/texts/back\ slash.txt"]);
        check(r"/texts/back\slash.txt", &[r"/texts/back\slash.txt"]);
    }

    #[test]
    fn a_folders_articles() {
        let folder = tempfile::tempdir().unwrap();
        let error = articles_in(folder.path()).unwrap_err().to_string();
        assert!(
            error.ends_with("” holds no articles that can be opened. Put text files in it, or open another."),
            "{error}"
        );
        for name in ["b.txt", "A.TXT", ".hidden.txt", "b.txt.notes.ron", "scan.pdf", "readme"] {
            std::fs::write(folder.path().join(name), "text").unwrap();
        }
        std::fs::create_dir(folder.path().join("c.txt")).unwrap();
        let names: Vec<_> =
            articles_in(folder.path()).unwrap().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(names, ["A.TXT", "b.txt"]);
        assert!(matches!(articles_in(&folder.path().join("none")), Err(OpenError::Missing { .. })));
    }
}
