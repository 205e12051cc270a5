use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    refusal::Refusal,
    sidecar::{layers_beside, replace, target},
};

/// Why an export was not made: what, which file, what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    #[error("“{}” could not be written: {problem}. Choose another place.", .path.display())]
    NotWritten { path: PathBuf, problem: WriteProblem },
    #[error("“{}” is the article itself. Choose another name for the export.", .path.display())]
    Article { path: PathBuf },
    #[error("“{}” holds notes on the article. Choose another name for the export.", .path.display())]
    Notes { path: PathBuf },
    #[error("“{}” is a folder. Choose a file name in it.", .path.display())]
    Folder { path: PathBuf },
    #[error("The notes could not be written as JSON: {0}. Try another format.")]
    NoJson(String),
}

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteProblem {
    #[error("there is no such folder")]
    NoFolder,
    #[error("you have no permission for that")]
    NoPermission,
    #[error("a part of the path is a file")]
    NotAFolder,
    #[error("the disk is full")]
    DiskFull,
    #[error(transparent)]
    Other(Refusal),
}

/// Writes an export to a file, in place of one that is there: the whole of it or nothing. Never over the article or its
/// notes.
pub fn save(path: &Path, article: Option<&Path>, text: &str) -> Result<(), ExportError> {
    may_be_written(path, article)?;
    match fs::metadata(path) {
        Ok(there) if there.is_dir() => Err(ExportError::Folder { path: path.to_owned() }),
        // A pipe or a device is written to, not replaced.
        Ok(there) if !there.is_file() => fs::write(path, text).map_err(|error| not_written(path, &error)),
        Ok(there) if there.permissions().readonly() => Err(not_written(path, &io::ErrorKind::PermissionDenied.into())),
        // Through a link the file that it leads to is written.
        _ => replace(&target(path), text.as_bytes()).map_err(|error| not_written(path, &error)),
    }
}

/// Whether an export may be written to a file at all: not where the article or notes on it are.
pub fn may_be_written(path: &Path, article: Option<&Path>) -> Result<(), ExportError> {
    let Some(article) = article else { return Ok(()) };
    if is_same(path, article) {
        return Err(ExportError::Article { path: path.to_owned() });
    }
    if layers_beside(article).iter().any(|(_, notes)| is_same(path, notes)) {
        return Err(ExportError::Notes { path: path.to_owned() });
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    matches!((real(one), real(other)), (Ok(one), Ok(other)) if one == other)
}

fn not_written(path: &Path, error: &io::Error) -> ExportError {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => WriteProblem::NoFolder,
        io::ErrorKind::PermissionDenied => WriteProblem::NoPermission,
        io::ErrorKind::NotADirectory => WriteProblem::NotAFolder,
        io::ErrorKind::StorageFull => WriteProblem::DiskFull,
        _ => WriteProblem::Other(error.into()),
    };
    ExportError::NotWritten { path: path.to_owned(), problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(path: &Path, article: &Path) -> String {
        save(path, Some(article), "export").unwrap_err().to_string()
    }

    #[test]
    fn a_file_is_replaced_and_nothing_of_the_readers_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["tide.txt", "tide.txt.notes.ron", "tide.txt.zoe.ron", "tide.md"] {
            fs::write(at(name), name).unwrap();
        }
        let article = at("tide.txt");
        save(&at("tide.md"), Some(&article), "export").unwrap();
        assert_eq!(fs::read_to_string(at("tide.md")).unwrap(), "export");
        assert!(fails(&article, &article).contains("is the article itself"));
        for notes in ["tide.txt.notes.ron", "tide.txt.zoe.ron"] {
            assert!(fails(&at(notes), &article).contains("holds notes"));
            assert_eq!(fs::read_to_string(at(notes)).unwrap(), notes);
        }
    }

    #[test]
    fn a_place_that_cannot_be_written_is_told_in_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let article = folder.path().join("tide.txt");
        fs::write(&article, "tide").unwrap();
        assert!(fails(folder.path(), &article).ends_with("is a folder. Choose a file name in it."));
        let nowhere = folder.path().join("nowhere").join("tide.md");
        assert!(fails(&nowhere, &article).ends_with("there is no such folder. Choose another place."));
        assert!(fails(&article.join("tide.md"), &article).contains("a part of the path is a file"));
    }
}
